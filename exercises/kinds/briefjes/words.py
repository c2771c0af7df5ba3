"""Dutch words of briefjes that the server says: its section of the report, and the groups of a rehearsal."""

WORDS = {
    "purpose": "Om eerst iedereen te laten denken en dan pas te praten. Zo telt ook mee wat een stille deelnemer ziet.",
    "watch": "Is het stil tijdens het schrijven? Wie leest voor?",
    "no_group": "Dit groepje hangt hier niet (meer). Kies een ander.",
    "nothing": "Op deze muur hangt niets.",
    "ask_shown": "Toon eerst de muur. Dan kan de zaal een naam bedenken.",
    "not_asked": "De begeleider vraagt nu niet (meer) om een naam voor dit groepje.",
    "long_name": "Houd het korter dan {most} tekens. Nu zijn het er {n}.",
    "unrevealed": "De muur is niet aan de zaal getoond.",
    "loose": "Losse briefjes",
    "hidden": "verborgen",
    "waiting": "nog niet bekeken",
    "withdrawn": "teruggenomen",
    "unseen": "niet getoond",
    "late": "later toegevoegd",
    "on_behalf": "namens iemand",
    "into": "lijkt op het vorige",
    "emptied": "[verwijderd]",
    "left_out_one": "1 briefje staat niet in dit verslag: verborgen, teruggenomen of niet aan de zaal getoond.",
    "left_out": "{count} briefjes staan niet in dit verslag: verborgen, teruggenomen of niet aan de zaal getoond.",
}

GROUPS = ("Elkaar kennen", "Eerder zien", "Goed overdragen", "Tijd en geld", "Dichtbij de mensen", "Samen leren")


def notes(count: int) -> str:
    """How many notes, in words."""
    return "1 briefje" if count == 1 else f"{count} briefjes"
