"""The Dutch words of the matrix, as the report says them."""

from __future__ import annotations

WORDS = {
    "purpose": "Om te zien wat weinig moeite kost en veel helpt. Waar de zaal verschillend denkt, begint het gesprek.",
    "watch": "Wordt er gepraat waar de zaal verschillend denkt?",
    "materials": "Een groot vel met moeite en effect, voor wie niet op het scherm kan kijken.",
    "empty": "Er was niets om op het schema te zetten.",
    "by_phone": "{people} gaven voorstellen een cijfer van 1 tot 5, voor effect en voor moeite.",
    "by_phone_one": "1 mens gaf voorstellen een cijfer van 1 tot 5, voor effect en voor moeite.",
    "paper": "{n} mensen deden dat op papier; de begeleider typte het over.",
    "paper_one": "1 mens deed dat op papier; de begeleider typte het over.",
    "nobody": "Niemand heeft cijfers gegeven.",
    "by_hand": "De begeleider zette de voorstellen samen met de zaal op het schema.",
    "reading": "Een punt staat op het middelste cijfer. De streepjes tonen wat de meesten vonden.",
    "sealed": "Het schema is nog niet getoond. Het komt in het verslag zodra de begeleider het toont.",
    "never_shown": "Het schema is in de bijeenkomst niet getoond.",
    "effort": "Moeite: 1 is weinig, 5 is veel",
    "impact": "Effect: 1 is weinig, 5 is veel",
    "picture": "Schema van effect tegen moeite met {n} genummerde voorstellen. De tabel eronder zegt hetzelfde.",
    "header": ["Nr.", "Voorstel", "Effect", "Moeite", "Vak", "De zaal"],
    "table": "De voorstellen op het schema, makkelijk en veel effect bovenaan",
    "apart": "Hier lopen de cijfers het verst uiteen:",
    "apart_row": "{text} (effect {impacts}; moeite {efforts})",
    "waiting": "Kwam later en stond nog niet op de lijst:",
    "missing": "Nog zonder plek op het schema:",
    "rest": (
        "Het laatste voorstel staat in het volledige verslag.",
        "De overige {n} voorstellen staan in het volledige verslag.",
    ),
    "together": "samen gezet",
    "moved": "door de begeleider verzet",
    "one": "1 cijfer",
    "agreed": "eens",
    "nearly": "ongeveer eens",
    "divided": "verdeeld",
    "alike": "dacht ongeveer gelijk",
    "unlike": "liep uiteen",
    "unit": "voorstellen",
    "mirror": "Twee staafjes: over {n} van de {all} voorstellen dacht de zaal ongeveer gelijk.",
    "all_alike": "Over alle {all} voorstellen dacht de zaal ongeveer gelijk.",
    "some_alike": "Over {n} van de {all} voorstellen dacht de zaal ongeveer gelijk. De rest is goed om over te praten.",
    "one_alike": "Over dit ene voorstel dacht de zaal ongeveer gelijk.",
    "one_unlike": "Over dit ene voorstel liepen de cijfers uiteen. Dat is goed om over te praten.",
    "none_alike": "Over alle {all} voorstellen liepen de cijfers uiteen. Dat is goed om over te praten.",
}


def people(number: int) -> str:
    return "1 mens" if number == 1 else f"{number} mensen"


def mark(value: float) -> str:
    """A mark in Dutch: 3, or 3,5."""
    return f"{value:.2f}".rstrip("0").rstrip(".").replace(".", ",")


def marks(counts: list[int]) -> str:
    """How often each mark was given: "3 keer een 1, 4 keer een 5"."""
    return ", ".join(f"{count} keer een {number}" for number, count in enumerate(counts, 1) if count)
