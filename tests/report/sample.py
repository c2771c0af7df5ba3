"""A report with one of every block, as a kind would hand it over."""

from datetime import UTC, datetime

from facilitator.chain.figures import bars
from facilitator.chain.paper import Bullets, Heading, Numbers, PageBreak, Picture, Quote, Table, Text

TITLE = "Verslag startbijeenkomst"
COVER = ["Keten Harderdam", "Startbijeenkomst", "24 november 2026", "Buurthuis De Brink"]
CREATED = datetime(2026, 11, 24, 15, 30, tzinfo=UTC)

ACTIONS = Table(
    ["Nr", "Wat", "Wie", "Voor wanneer", "Status", "Bijzonderheden", "Waarom hier"],
    [
        ["1", "Eén telefoonnummer voor huisartsen", "Steunpunt", "15 januari 2027", "bezig", "", "11 stemmen"],
        ["2", "Kaart met het aanbod", "Gemeente", "1 juni 2027", "nog niet begonnen", "Ook in het Turks", "9 stemmen"],
    ],
    widths=[1, 5, 3, 2, 2, 3, 3],
    caption="Alle acties op volgorde",
)
NOTES = Table(
    ["Nr", "Briefje", "Van"],
    [[str(number), f"Briefje nummer {number} over het aanbod", "Steunpunt"] for number in range(1, 121)],
    caption="Alle briefjes",
)
PICTURE = Picture(bars([("Telefoonnummer", 11), ("Kaart", 9)], unit="stemmen"), "Staven: 11 en 9 stemmen.", 14)

BLOCKS = [
    Heading(1, "In het kort"),
    Text("Wij waren met 23 mensen van 8 organisaties.", "lead"),
    Numbers(["Eén telefoonnummer", "Kaart met het aanbod", "Training"]),
    Text("Twee briefjes zijn verborgen.", "small"),
    Heading(1, "Acties"),
    ACTIONS,
    Text("De volgorde volgt de stemmen."),
    Heading(2, "Stemmen"),
    PICTURE,
    Heading(2, "Gesprek"),
    Quote("Ik weet niet waar ik terechtkan."),
    Bullets(["Niemand belt terug", "Te veel loketten"]),
    Numbers(["Eerst bellen", "Dan mailen"]),
    PageBreak(),
    Heading(1, "Bijlage"),
    Heading(2, "Briefjes"),
    Heading(3, "Kansen"),
    NOTES,
]
