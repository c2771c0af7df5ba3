"""The Dutch words of the scale, as the rules and the report say them."""

from __future__ import annotations

WORDS = {
    "purpose": "Om te horen hoe mensen over iets denken, zonder dat iemand zich bloot hoeft te geven. De "
    "spreiding zegt meer dan het midden.",
    "watch": "Vraagt de begeleider door zonder iemand aan te wijzen?",
    "low": "helemaal niet mee eens",
    "high": "helemaal mee eens",
    "wrong": "Kies een cijfer van 1 tot en met {scale}.",
    "gone": "Deze stelling staat niet meer op de lijst.",
    "empty": "Er stonden geen stellingen in deze stap.",
    "scale": "Ieder kon bij elke stelling een cijfer geven: 1 is {low}, {scale} is {high}. Niemand zag wie wat gaf.",
    "given": "{people} gaven antwoord.",
    "given_one": "1 mens gaf antwoord.",
    "nobody": "Niemand gaf antwoord.",
    "paper": "{n} mensen deden dat op papier; de begeleider typte het over.",
    "paper_one": "1 mens deed dat op papier; de begeleider typte het over.",
    "sealed": "De uitslag is nog niet getoond. Hij komt in het verslag zodra de begeleider hem toont.",
    "never_shown": "De uitslag is in de bijeenkomst niet getoond.",
    "reading": "Het midden is het cijfer waar evenveel mensen onder als boven zitten. Wij rekenen geen gemiddelde uit: "
    "dan ziet u niet meer of de zaal verdeeld was.",
    "picture": "Per stelling een rij staafjes: hoeveel mensen elk cijfer gaven. De tabel eronder zegt hetzelfde.",
    "header": ["Stelling", "Midden", "De meesten", "De zaal"],
    "header_full": ["Stelling", "Midden", "De meesten", "De zaal", "Alle cijfers"],
    "gist": "Het middelste cijfer van de zaal, van 1 tot {scale}",
    "table": "Wat de zaal van elke stelling vond",
    "together": "Bij geen van de {all} stellingen waren er twee groepen of stonden mensen ver uit elkaar.",
    "together_one": "Bij deze stelling waren er geen twee groepen, en stonden mensen niet ver uit elkaar.",
    "apart_one": "Bij deze stelling stonden mensen ver uit elkaar.",
    "apart": "Bij {n} van de {all} stellingen stonden mensen ver uit elkaar.",
    "apart_which": "Het gaat om {names}.",
    "few": "minder dan {least} antwoorden: te weinig om iets te tonen",
    "eens": "met elkaar eens",
    "ongeveer": "ongeveer eens",
    "verdeeld": "verdeeld",
    "twee": "verdeeld: een groep geeft een laag cijfer, een groep een hoog",
    "compared": "Vergeleken met de vorige keer",
    "header_compared": ["Stelling", "Toen", "Nu"],
    "then": "midden {median}, {level} ({when})",
    "now": "midden {median}, {level}",
    "before": "eerder",
}
MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()


def mark(value: float) -> str:
    """A mark in Dutch: 3, or 3,5."""
    return f"{value:.2f}".rstrip("0").rstrip(".").replace(".", ",")


def marks(counts: list[int]) -> str:
    """How often each mark was given: "3 keer een 1, 4 keer een 5"."""
    return ", ".join(f"{count} keer een {number}" for number, count in enumerate(counts, 1) if count)


def when(date: str) -> str:
    """A date as the report names it: november 2026; "eerder" when the meeting has no date."""
    return f"{MONTHS[int(date[5:7]) - 1]} {date[:4]}" if date else WORDS["before"]
