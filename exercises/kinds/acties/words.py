"""The Dutch words of the list of actions, as the report says them."""

from __future__ import annotations

WORDS = {
    "purpose": "Om met iets naar huis te gaan: wat, wie en wanneer. Liever drie acties die lukken dan "
    "tien die blijven liggen.",
    "watch": "Heeft elke actie een naam en een dag?",
    "materials": "Formulier 4, leeg: voor wie meeschrijft.",
    "empty": "Er is nog geen actie op de lijst gezet.",
    "opening": "{n} op de lijst. Bovenaan staat wat makkelijk is en veel helpt; daarna tellen stippen en effect.",
    "unweighed": "{n} op de lijst, in de volgorde van opschrijven. De zaal heeft nog niet gewogen wat eerst komt.",
    "earlier": "Daarachter staan {n} acties die nog lopen van een eerdere bijeenkomst.",
    "one_earlier": "Daarachter staat 1 actie die nog loopt van een eerdere bijeenkomst.",
    "origin": "Uit {meeting}",
    "open": "Bij {n} ontbreekt nog wie het doet of voor wanneer.",
    "takes": "Wil dit oppakken: {who}",
    "part_of": "Deel van: {what}",
    "line": "De zaal kan er {most} dragen tot de volgende keer. De rest staat geparkeerd: niet weg, wel later. "
    "Elke actie houdt haar nummer.",
    "parked": "Geparkeerd voor later",
    "parked_table": "Acties die nu te veel zijn en die blijven staan",
    "by_hand": "{n} op een plaats gezet door de begeleider; dat staat erbij.",
    "all": "Alle acties op volgorde",
    "header": [
        "Prioriteit",
        "Wat",
        "Wie",
        "Voor wanneer",
        "Status",
        "Bijzonderheden/specifieke aandacht voor",
    ],
    "as_written": "Zoals opgeschreven",
    "why": "Waarom deze volgorde",
    "why_table": "Per actie de reden van haar plaats en de briefjes waar ze uit komt",
    "why_header": ["Prioriteit", "Actie", "Waarom hier", "Komt uit"],
    "whence": "Waar elke actie uit komt",
    "whence_table": "Per actie de briefjes waar ze uit komt",
    "whence_header": ["Prioriteit", "Actie", "Komt uit"],
    "blocks": "Per bouwsteen",
    "no_block": "Zonder bouwsteen",
    "offered": "Aangeboden, niet op de lijst gezet",
    "offered_table": "Wat deelnemers aanboden en nog niet op de lijst staat",
    "gone": "Weggehaald",
    "gone_table": "Acties die van de lijst zijn gehaald",
    "lost_header": ["Wat", "Wie", "Voor wanneer", "Status", "Bijzonderheden/specifieke aandacht voor", "Komt uit"],
    "group": "Groepje {name}: {notes}",
    "no_trace": "Zonder spoor: niet uit een briefje gemaakt",
    "not_left": "Het briefje is er niet meer",
}
BLOCKS = {
    1: "Bewustwording",
    2: "Preventie en vroegsignalering",
    3: "Toeleiden en uitvoeren interventies",
    4: "Ondersteuning zelfmanagement",
    5: "Nazorg en monitoring casus",
    6: "Opleiden, richtlijnen en handreikingen",
    7: "Onderzoek en monitoring",
}
MONTHS = ["januari", "februari", "maart", "april", "mei", "juni"]
MONTHS += ["juli", "augustus", "september", "oktober", "november", "december"]


def actions(number: int) -> str:
    return "1 actie" if number == 1 else f"{number} acties"


def day(date: str) -> str:
    """2026-12-01 as "1 december 2026"; what is no date stays as it is."""
    parts = date.split("-")
    if len(parts) != 3 or not all(part.isdigit() for part in parts) or not 1 <= int(parts[1]) <= 12:
        return date
    return f"{int(parts[2])} {MONTHS[int(parts[1]) - 1]} {parts[0]}"
