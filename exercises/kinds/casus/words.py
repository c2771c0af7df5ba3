"""The Dutch words of casus that the server says, and what a rehearsed room answers."""

from __future__ import annotations

WORDS = {
    "purpose": "Om aan één voorbeeld te oefenen wie wat doet, en hoe u iemand warm overdraagt.",
    "watch": "Wordt er iets afgesproken, of blijft het bij praten?",
    "materials": "De casus op papier, voor elke tafel een.",
    "prepare": "Neem een voorbeeld uit uw werk in gedachten, "
    "zonder naam en zonder details waar iemand aan te kennen is.",
    "persona": "Welke persona stelt u voor?",
    "no_proposal": "Geen voorstel",
    "names": "Wie staat er bij een briefje of aanbod?",
    "nobody_yet": "De begeleider kiest zo een casus. Dan kunt u schrijven. Uw tekst blijft bewaard.",
    "no_part": "Kies eerst waar dit bij hoort.",
    "begun": "Over deze casus is al geschreven. Zet de oefening nog een keer op de agenda voor een andere casus.",
    "only_director": "Hier gaat het alleen om de casusregisseur.",
    "no_first": "Dit is geen briefje bij de warme overdracht. Kies er daar een.",
    "long": "Houd het korter dan {limit} tekens.",
    "fictional": "{label}, fictief",
    "nothing": "Er is in deze stap geen casus gekozen.",
    "lead": "Besproken casus: {name}.",
    "gist": "Het ging over {name}.",
    "director": "Casusregisseur wordt {who}.",
    "no_director": "Er is nog geen casusregisseur gekozen.",
    "first": "Warme overdracht, de eerste stap: {text}",
    "first_by": "Warme overdracht, de eerste stap: {text} Dit doet {who}.",
    "no_first_yet": "De eerste stap van de warme overdracht is nog niet gekozen.",
    "offers": "Wie zich aanbood als casusregisseur",
    "table": "Wat mensen over de casusregisseur zeiden",
    "header": ["Wat", "Van"],
    "fits": "dit kunnen wij zijn",
    "other": "dit past beter bij {other}",
    "hidden": "verborgen",
    "withdrawn": "teruggenomen",
    "unseen": "niet getoond",
    "emptied": "[verwijderd]",
    "behalf": "namens iemand",
    "someone": "iemand aan tafel",
    "left_out": ("1 briefje staat niet in dit verslag.", "{n} briefjes staan niet in dit verslag."),
}
PARTS = {
    "story": "Wat we weten",
    "partner": "De mantelzorger als partner in zorg",
    "seeker": "De mantelzorger als hulpvrager",
    "relation": "De persoonlijke relatie",
    "expert": "De mantelzorger als expert",
    "handover": "Warme overdracht",
}
CASE = ("Een voorbeeld van onze tafel", "Zij zorgt voor haar broer en werkt vier dagen. Zij zegt dat het gaat.")
TEXTS = (
    "Zij zegt zelf dat het goed gaat.",
    "Haal haar bij het gesprek over de zorg.",
    "Vraag hoe het met háár gaat.",
    "Samen een middag weg, zonder zorg.",
    "Zij weet wat er 's nachts gebeurt.",
    "Samen om de tafel, met haar erbij.",
)
