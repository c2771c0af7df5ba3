"""The Dutch words of terugblik that the report says, and what a rehearsed room answers."""

from __future__ import annotations

WORDS = {
    "purpose": "Om te laten merken dat afspraken tellen. Vraag wat hielp en wat tegenhield, niet wiens schuld het is.",
    "watch": "Is er dank voor wat lukte, en geen verwijt bij de rest?",
    "materials": "De actielijst van de vorige keer (formulier 4, ingevuld).",
    "names": "Wat u ziet bij wat mensen op hun telefoon zeggen",
    "names_hint": "Dit zien alleen u en het verslag.",
    "title": "De stand van nu",
    "empty": "Er liepen geen acties van eerdere bijeenkomsten toen de terugblik begon.",
    "lead": "{n} van eerder: {parts}.",
    "pieces": "Daarbij horen {n}, waarvan {done} voltooid.",
    "table": "Acties van eerdere bijeenkomsten en hoe ze ervoor staan",
    "header": ["Actie", "Wie", "Voor wanneer", "Status", "Komt uit"],
    "changed": "Wat er veranderde sinds de vorige keer",
    "changes_table": "Per actie wat er sinds de vorige bijeenkomst veranderde",
    "changes_header": ["Actie", "Wat veranderde", "Wat houdt ons tegen?", "Wat helpt?"],
    "same": "Niets",
    "still": "Bij {n} veranderde niets.",
    "all_same": "Er veranderde niets.",
    "remarks": "Bijzonderheden: {text}",
    "none_of_them": "nog geen",
    "in_parts": "Alleen in de subacties, hieronder",
    "heard": "Wat mensen op hun telefoon zeiden",
    "heard_table": "Wat deelnemers op hun telefoon over de acties zeiden",
    "heard_header": ["Actie", "Hoe staat het?", "Wat houdt ons tegen?", "Wat helpt?", "Wie"],
    "left": "niet overgenomen",
    "open": "nog niet bekeken",
    "between": "tussen de bijeenkomsten",
    "here": "in deze bijeenkomst",
    "late": "over tijd",
    "nobody": "niemand",
    "nothing": "niets ingevuld",
    "parted": "opgeknipt in {n}",
    "part_of": "Deel van: {what}",
    "takes": "wil dit oppakken: {who}",
    "said_by": "gezegd door {who}",
}
FIELDS = {"status": "status", "when": "datum", "who": "wie", "what": "wat", "remarks": "bijzonderheden"}
MONTHS = ["januari", "februari", "maart", "april", "mei", "juni"]
MONTHS += ["juli", "augustus", "september", "oktober", "november", "december"]
OBSTACLES = [
    "Wij wachten op een akkoord van de leiding.",
    "De collega die dit zou doen, is ziek.",
    "Er is geen geld voor het drukwerk.",
    "Ik kreeg steeds niemand aan de lijn.",
    "We weten niet goed wie hierover gaat.",
]
HELPS = [
    "Als iemand meegaat naar het eerste gesprek.",
    "Een mail van de ketenregisseur aan mijn leidinggevende.",
    "Een voorbeeld van een andere gemeente.",
    "Nog een maand tijd.",
    "Een naam en een nummer bij de huisartsen.",
]


def actions(number: int) -> str:
    return "1 actie" if number == 1 else f"{number} acties"


def subactions(number: int) -> str:
    return "1 subactie" if number == 1 else f"{number} subacties"


def day(date: str) -> str:
    """2026-12-01 as "1 december 2026"; what is no date stays as it is."""
    parts = date.split("-")
    if len(parts) != 3 or not all(part.isdigit() for part in parts) or not 1 <= int(parts[1]) <= 12:
        return date
    return f"{int(parts[2])} {MONTHS[int(parts[1]) - 1]} {parts[0]}"
