"""The four forms of the handreiking (appendix 3) with nothing in them: to print, and to write in by hand."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.chain.blocks import BLOCKS
from facilitator.chain.checklist import FORM, ORGANISATION, PERSON
from facilitator.chain.paper import Block, Heading, PageBreak, Table, Text
from facilitator.report.word import write

NAMES = {
    1: "Checklist organisaties en sleutelpersonen",
    2: "Rollen en contactgegevens",
    3: "Instrumenten en rollen per bouwsteen",
    4: "Actielijst",
}
SOURCE = "Bron: handreiking ketenaanpak, bijlage 3, formulier {number}. De indeling op papier is van Ketentafel."
WHAT_FOR = {
    1: "Loop samen na wie er al is en wie u nog mist. U hebt niet iedereen nodig: kies wat past bij uw keten en bij de "
    "mantelzorgers die u wilt bereiken.",
    2: "Schrijf hier op wie de keten draagt, en hoe u elkaar bereikt. Zet alleen gegevens neer waar iemand ja op zei.",
    3: "Een blad per bouwsteen: wat wilt u bereiken, wie bewaakt het, en welke instrumenten zijn er al?",
    4: "Een blad per bouwsteen. Makkelijke acties die snel resultaat geven, komen bovenaan. Knip een grote actie op.",
}
PARTIES = [
    "Naam organisatie of sleutelpersoon",
    "Naam aanspreekpunt",
    "Contactgegevens aanspreekpunt",
    "Bijzondere aandacht voor doelgroep",
]
TOOLS = [
    "Instrument + mogelijk specifieke doelgroep",
    "Uitvoerder van het instrument",
    "Auteur/ontwikkelaar van het instrument",
]
ACTIONS = [
    "Prioriteit",
    "Wat",
    "Wie (aanspreekpunt(en))",
    "Voor wanneer (datum)",
    "Status",
    "Bijzonderheden/specifieke aandacht voor",
]
CHECKED, CONTACT = [5.6, 1.3, 1.3, 5.0], ["Naam", "Functie", "Contactgegevens"]
TOOL_WIDTHS, PARTY_WIDTHS, ACTION_WIDTHS = [4.4, 3.6, 3.6], [4.0, 3.4, 4.2, 3.2], [1.2, 4.6, 3.0, 2.2, 2.0, 3.6]
LINE, CELL, STEP = 0.8, 1.15, 1.75  # centimetres: a line of writing, two of them, three
GOALS = 3  # lines for goals, on both forms that have them
STATUSES = "Status: nog niet begonnen, bezig of voltooid. Deelstappen schrijft u onder de actie waar ze bij horen."


def title_of(number: int) -> str:
    return f"Formulier {number}: {NAMES[number]}"


def empty(number: int) -> bytes:
    """The Word file of one empty form."""
    blocks = {1: checklist, 2: roles, 3: instruments, 4: actions}[number]()
    header = ["Keten", "Laatst bijgewerkt op", "Door"] if number == 4 else ["Keten", "Ingevuld door", "Datum"]
    opening: list[Block] = [Text(WHAT_FOR[number]), by_hand("De keten", header, 1)]
    closing = Text(SOURCE.format(number=number), "small")
    title = title_of(number)
    return write([*opening, *blocks, closing], title=title, subject="Leeg formulier", contents=False, wide=number == 4)


def by_hand(
    caption: str, header: Sequence[str], rows: int | Sequence[str], room: float = LINE, widths: Sequence[float] = ()
) -> Table:
    """A table to write in: so many empty rows, or a row for each of these words in the first column."""
    first = [""] * rows if isinstance(rows, int) else rows
    cells = [[text, *[""] * (len(header) - 1)] for text in first]
    return Table(list(header), cells, list(widths) or [1.0] * len(header), caption, room)


def goals(title: str) -> Table:
    return by_hand(title, ["Nr.", "Doel"], [str(number) for number in range(1, GOALS + 1)], CELL, [0.8, 12.0])


def checklist() -> list[Block]:
    lists = (("Organisaties", "Organisatie", ORGANISATION), ("Sleutelpersonen", "Sleutelpersoon", PERSON))
    found: list[Block] = []
    for plural, one, sort in lists:
        header = [one, "Ja", "Nee", "Wie nodigt uit?"]
        found += [PageBreak()] if found else []
        found += [
            Heading(1, plural),
            by_hand(f"{plural} in de keten", header, [*FORM[sort].values(), "", "", ""], LINE, CHECKED),
        ]
    return found


def roles() -> list[Block]:
    director = ["Ketenregisseur", "Centraal informatiepunt"]
    return [
        Heading(1, "Doelen van de ketenpartijen"),
        goals("De doelen die u samen hebt"),
        Heading(1, "Rollen voor de hele keten"),
        by_hand("Wie deze twee rollen heeft", ["Rol", *CONTACT], director, CELL, [3.2, 3.4, 3.2, 4.2]),
        PageBreak(),
        Heading(1, "Ketenpartijen"),
        by_hand("Wie er meedoen", PARTIES, 14, 1.4, PARTY_WIDTHS),
    ]


def instruments() -> list[Block]:
    found: list[Block] = []
    for number in range(1, len(BLOCKS)):
        found += [PageBreak()] if found else []
        found += [
            Heading(1, f"Bouwsteen {number}: {BLOCKS[number]}"),
            goals("Eigen doelen voor deze bouwsteen"),
            by_hand("De kwaliteitsbewaker", ["Kwaliteitsbewaker", *CONTACT[1:]], 1, CELL),
            by_hand("De instrumenten", TOOLS, 4 if number == 1 else 6, STEP, TOOL_WIDTHS),
        ]
    return found


def actions() -> list[Block]:
    found: list[Block] = []
    for number in range(1, len(BLOCKS)):
        rows = 4 if number == 1 else 6
        found += [PageBreak(wide=True)] if number > 1 else []
        found += [
            Heading(1, f"Bouwsteen {number}: {BLOCKS[number]}"),
            by_hand(f"Acties bij bouwsteen {number}", ACTIONS, rows, STEP, ACTION_WIDTHS),
        ]
    return [*found, Text(STATUSES, "small")]
