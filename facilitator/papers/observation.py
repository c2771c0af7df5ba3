"""The kijkformulier: one page for who watches a trainee: per step what to look at, and room to write; our proposal."""

from __future__ import annotations

from datetime import UTC, datetime

from facilitator.chain.paper import Block, Table, Text
from facilitator.papers.programme import Programme
from facilitator.report.look import OURS, Look
from facilitator.report.word import write

TITLE = "Kijkformulier"
WHO = ["Wie begeleidt", "Wie kijkt", "Waar wil de begeleider dat u op let?"]
HEADER = ["Tijd", "Stap", "Waar u op let", "Wat u zag en hoorde"]
AFTER = ["Wat werkte", "Een tip", "Wat neemt de begeleider mee?"]
HOW = "Schrijf op wat u ziet en hoort, niet wat u ervan vindt. Het is geen beoordeling. Een eigen voorstel."
REST = " Hier staan onderdelen; de stappen zelf staan in het draaiboek."
MOST = 12  # rows that fit the page; a longer agenda is watched part by part
ROOM = 12.0  # centimetres for all rows together
LEAST, LARGEST = 0.95, 2.2  # centimetres of one row
ALWAYS = (
    ("Het begin", "Weet iedereen waarom hij er is, en hoe laat het klaar is?"),
    ("Stilte", "Krijgt de zaal tijd om te denken voordat iemand praat?"),
    ("Iedereen", "Wie komt niet aan het woord? Wat doet de begeleider daarmee?"),
    ("De vraag", "Is de vraag kort en duidelijk? Wat gebeurt er met een antwoord?"),
    ("De klok", "Loopt het uit, en wat wordt er dan korter?"),
    ("Het slot", "Gaat iedereen weg met een afspraak en een datum?"),
)


def write_observation(programme: Programme, at: float) -> bytes:
    """For one meeting, with its steps on the clock."""
    steps = [(programme.clock(after), step["title"], step.get("watch", "")) for after, step in programme.timed()]
    parts = len(steps) > MOST
    rows = in_parts(programme)[:MOST] if parts else steps
    about = f"{programme.meeting['title']}, {programme.keten}" if programme.keten else programme.meeting["title"]
    known = [line for line in (programme.practice, about, programme.when) if line]
    return sheet(rows, known, HOW + REST if parts else HOW, at, programme.look)


def write_blank(at: float, practice: str = "") -> bytes:
    """Without a meeting: what to look at in any of them."""
    rows = [("", name, watch) for name, watch in ALWAYS]
    return sheet(rows, [line for line in (practice, "Bij elke bijeenkomst") if line], HOW, at, OURS)


def in_parts(programme: Programme) -> list[tuple[str, str, str]]:
    """Each part of the agenda, with the first thing to look at of its steps."""
    found: dict[str, tuple[str, str, str]] = {}
    for after, step in programme.timed():
        name = step.get("group") or step["title"]
        found.setdefault(name, (programme.clock(after), name, step.get("watch", "")))
    return list(found.values())


def sheet(rows: list[tuple[str, str, str]], known: list[str], how: str, at: float, look: Look) -> bytes:
    """The page: who, a row for each step, and what comes of it; what is `known` of it at its head, in two lines."""
    high = max(LEAST, min(LARGEST, ROOM / max(1, len(rows))))
    timed = any(time for time, _, _ in rows)
    first = 0 if timed else 1
    widths = [1.1, 4.1, 5.3, 5.5][first:]
    lines = [[*row, ""][first:] for row in rows]
    header = HEADER if timed else ["Moment", *HEADER[2:]]
    blocks: list[Block] = [
        Table(WHO, [["", "", ""]], [3.5, 3.5, 6.0], " · ".join(known[1:]) or "Vooraf invullen", 0.9),
        Table(header, lines, widths, "Tijdens het kijken", high),
        Table(AFTER, [["", "", ""]], [4.0, 4.0, 4.0], "Samen invullen, na afloop", 1.2),
        Text(how, "small"),
    ]
    marks = {"title": TITLE, "subject": known[0], "cover": known[:1], "created": datetime.fromtimestamp(at, UTC)}
    return write(blocks, **marks, contents=False, look=look)
