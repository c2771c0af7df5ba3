"""The short mail with the report, the same evening: what the keten begins with, who does what, and what is next."""

from __future__ import annotations

from typing import Any

from facilitator.chain.carrying import live
from facilitator.chain.kind import Page
from facilitator.chain.paper import Block, Bullets, Numbers, Text
from facilitator.papers.prose import letter
from facilitator.report.brief import asked
from facilitator.report.front import FIRST, missing, now, said, who_came
from facilitator.report.source import day

THANKS = "Dank voor uw komst{when}. Samen waren wij met {came}"
BEGIN = "Hier beginnen wij mee:"
NONE = "Wij hebben nog geen acties afgesproken. In het verslag leest u wat er op tafel kwam."
WHOLE = "In de bijlage vindt u het verslag, met alle acties en wie wat doet. Klopt er iets niet? Laat het mij weten."
STUCK = "Loopt u vast met een actie? Bel mij gerust. Dan kijken wij samen wie kan helpen."
NEXT, NO_NEXT = "Wij zien elkaar weer op {day}.", "De volgende datum hoort u nog van mij: [invullen: wanneer]."


def mail(page: Page, meeting: dict[str, Any], next_day: str, director: str) -> list[Block]:
    """The mail as blocks; `next_day` is the day of the next meeting ("" when nobody knows)."""
    when = f" op {day(meeting['date'])}" if meeting.get("date") else ""
    came = who_came(page)
    blocks: list[Block] = [Text("Beste allemaal,"), Text(THANKS.format(when=when, came=came))]
    first = [said(page, action) for action in now(page, meeting) if live(action)][:FIRST]
    blocks += [Text(BEGIN), Numbers(first)] if first else [Text(NONE)]
    tasks = [block for block in asked(page, meeting) if isinstance(block, Bullets)]
    blocks += [Text("Wat wij van u vragen:"), *tasks] if tasks else []
    if missing(page):
        blocks.append(Text(missing(page)))
    blocks += [Text(WHOLE), Text(STUCK), Text(NEXT.format(day=day(next_day)) if next_day else NO_NEXT)]
    return [*blocks, Text(f"Met vriendelijke groet,\n{director or '[invullen: uw naam en telefoonnummer]'}")]


def as_text(blocks: list[Block], meeting: dict[str, Any]) -> str:
    """Ready to paste; the first line is the subject."""
    when = f" van {day(meeting['date'])}" if meeting.get("date") else ""
    return f"Onderwerp: Verslag {meeting['title']}{when}\n\n{letter(blocks)}"
