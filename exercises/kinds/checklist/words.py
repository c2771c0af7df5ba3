"""The Dutch words of checklist that the report and the agenda say, and what a rehearsed room answers."""

from __future__ import annotations

WORDS = {
    "purpose": "Om te zien wie er nog aan tafel hoort, en wie diegene kent. De lijst helpt bij het "
    "denken; het is geen score.",
    "watch": "Zoekt de zaal wie er mist, of wordt het afvinken?",
    "materials": "Formulier 1, leeg: wie hoort er nog aan tafel?",
    "prepare": "Bedenk wie er volgens u nog bij hoort.",
    "names": "Wie staat er bij wat iemand zegt?",
    "lead": "Van de {all} regels staan er {table} op ‘aan tafel’, {invite} op ‘uitnodigen’ en {none} op ‘niet nodig’. "
    "De lijst is er om op ideeën te komen. Het is geen score.",
    "absent": "Let op: {names} {verb} er altijd bij, en {stands} nog niet op ‘aan tafel’.",
    "organisation": "Organisaties",
    "person": "Sleutelpersonen",
    "organisation_table": "Per organisatie of zij aan tafel zit",
    "person_table": "Per sleutelpersoon of die aan tafel zit",
    "organisation_header": ["Organisatie", "Aan tafel?"],
    "person_header": ["Sleutelpersoon", "Aan tafel?"],
    "table": "aan tafel",
    "invite": "uitnodigen",
    "none": "niet nodig",
    "": "nog niet besproken",
    "unsaid": "Nog niet besproken: {names}.",
    "actions": "Uitnodigingen op de actielijst",
    "proposals": "Voorgesteld, nog niet in de lijst",
    "ties": "Wie iemand kent, of het zelf is",
    "us": "dat zijn wij",
    "know": "kent daar iemand",
    "behalf": "namens de tafel",
}
PROPOSED = (
    ("organisation", "Bibliotheek"),
    ("person", "Jongerenwerker"),
    ("organisation", "Ondernemersvereniging"),
    ("person", "Transferverpleegkundige"),
    ("person", "Ergotherapeut"),
    ("organisation", "Apotheek"),
)
SAID = ("via het wijkteam", "de praktijk aan de markt", "", "al jaren", "")
