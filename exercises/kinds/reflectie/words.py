"""The Dutch words of reflectie that the server says, and what a rehearsed room answers."""

from __future__ import annotations

WORDS = {
    "purpose": "Om ieder even alleen te laten nadenken. Wat iemand deelt, kiest die zelf.",
    "watch": "Krijgt ieder rust? Blijft delen een keuze?",
    "materials": "De inspiratiesheets van de beroepen aan tafel.",
    "prepare": "Lees het blad over uw eigen beroep, als u dat hebt gekregen.",
    "names": "Wat staat er bij een gedeeld antwoord?",
    "length": "Hoe lang mag een antwoord zijn? (tekens)",
    "no_answer": "Dit is hier niet te delen. Deel een antwoord op een van de vragen.",
    "lead": "Ieder dacht eerst voor zichzelf na. Hier staat alleen wat mensen wilden delen.",
    "ready": ("1 mens zei klaar te zijn.", "{n} mensen zeiden klaar te zijn."),
    "nothing": "Er is niets gedeeld. Wat mensen voor zichzelf opschreven, bleef op hun telefoon.",
    "own": "Eigen acties",
    "table": "Acties die mensen van hun eigen antwoord maakten",
    "header": ["Actie", "Wie", "Voor wanneer", "Hoe het staat"],
    "offered": "aangeboden",
    "listed": "staat op de actielijst",
    "hidden": "verborgen",
    "withdrawn": "teruggenomen",
    "emptied": "[verwijderd]",
    "behalf": "namens iemand",
    "left_out": ("1 antwoord staat niet in dit verslag.", "{n} antwoorden staan niet in dit verslag."),
}
TEXTS = (
    "Een vast punt op ons teamoverleg.",
    "Eerst bellen, dan pas verwijzen.",
    "Vragen wat iemand zelf wil.",
)
MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()
