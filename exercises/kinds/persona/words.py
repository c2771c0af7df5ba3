"""Dutch words of the persona kind that the server says."""

WORDS = {
    "purpose": "Om te kijken door de ogen van een mantelzorger. Het gesprek gaat dan over wat iemand "
    "nodig heeft, en niet over organisaties.",
    "watch": "Gaat het over de mantelzorger, of over organisaties?",
    "materials": "De persona op papier, voor elke tafel een.",
    "fixed": "In deze stap staat één persona vast. Voeg een andere stap toe om iemand anders te kiezen.",
    "choose_first": "Kies eerst een persona. Daarna kunt u naar de onderdelen.",
    "nobody_yet": "De begeleider kiest zo een persona. Dan kunt u schrijven. Uw tekst blijft bewaard.",
    "no_section": "Dit onderdeel hoort niet bij deze persona. Kies een ander onderdeel.",
    "fictional": "fictief",
    "nobody": "Er is in deze stap geen persona gekozen.",
    "nothing": "Bij deze persona is niets opgeschreven.",
    "block": "Bouwsteen",
    "per_block": "Per bouwsteen",
    "hidden": "verborgen",
    "withdrawn": "teruggenomen",
    "unseen": "niet getoond",
    "behalf": "namens iemand",
    "merged": "lijkt op een ander briefje",
    "emptied": "[verwijderd]",
    "left_out": "staat niet in dit verslag: verborgen, teruggenomen of niet aan de zaal getoond.",
    "left_out_many": "staan niet in dit verslag: verborgen, teruggenomen of niet aan de zaal getoond.",
}
