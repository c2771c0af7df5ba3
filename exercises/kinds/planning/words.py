"""The Dutch words of planning, as the rules and the report say them."""

from __future__ import annotations

WORDS = {
    "purpose": "Om de volgende keer vast te leggen terwijl iedereen er nog is.",
    "watch": "Ligt er een datum voordat mensen opstaan?",
    "materials": "Uw eigen agenda, met de komende maanden.",
    "prepare": "Neem uw agenda mee: wij kiezen samen de volgende datum.",
    "nonsense": "Deze datum bestaat niet. Kies een dag uit de kalender.",
    "past": "Deze dag is al geweest. Kies een dag vanaf vandaag.",
    "order": "De eindtijd ligt voor de begintijd. Zet de eindtijd later.",
    "double": "Deze datum en tijd staan al in de lijst.",
    "many": "Er staan al {most} data. Haal er eerst een weg.",
    "gone": "Deze datum staat niet meer op de lijst.",
    "is_chosen": "Dit is de gekozen datum. Kies eerst een andere, of laat de keuze los.",
    "settled": "De begeleider heeft een datum gekozen. Past die niet? Zeg het tegen de begeleider.",
    "mark": "Kies ja, misschien of nee.",
    "between": "{start} tot {end} uur",
    "from": "vanaf {start} uur",
    "near": "Over ongeveer twee maanden",
    "series": "Elke twee maanden",
    "none": "Er zijn geen data voorgesteld.",
    "asked": "{people} gaven aan wanneer zij kunnen. Wij bewaren niet wie wanneer kan.",
    "asked_one": "1 mens gaf aan wanneer het kan. Wij bewaren niet wie dat was.",
    "paper": "{n} mensen deden dat op papier; de begeleider typte het over.",
    "paper_one": "1 mens deed dat op papier; de begeleider typte het over.",
    "nobody": "Niemand gaf aan wanneer het kan.",
    "chosen": "De volgende keer is gekozen: {label}.",
    "open": "Er is nog geen datum gekozen.",
    "best": "De meeste mensen kunnen op {label}.",
    "header": ["Datum", "Ja", "Misschien", "Nee", "Uitkomst"],
    "is_it": "gekozen",
    "is_best": "past de meesten",
    "left": "weggehaald",
    "table": "De voorgestelde data, en hoeveel mensen er kunnen",
    "title": "Volgende bijeenkomst",
}
DAYS = "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag".split()
MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()
