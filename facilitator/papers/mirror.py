"""De zaal lezen on paper: what the page says, for who looks back on a meeting with a trainer or a colleague."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from facilitator.chain.mirror import Reading
from facilitator.chain.mirror.said import Told
from facilitator.chain.paper import Block, Heading, Picture, Text
from facilitator.report.look import OURS, Look
from facilitator.report.source import day
from facilitator.report.word import write

LEAD = (
    "Om van te leren, voor wie de bijeenkomst begeleidde. Er staat geen cijfer in dat goed of fout is, en niets over "
    "een enkele deelnemer. Wat hier staat, komt niet op het scherm en niet in het verslag."
)
SILENT = (
    "Stil betekent: er kwam niets nieuws binnen. De zaal kan dan juist druk in gesprek zijn geweest. Bij anonieme "
    "stappen zijn de tijden op een minuut nauwkeurig."
)
QUESTIONS = "Wat viel u zelf op? Schrijf het erbij voordat u het met iemand bespreekt."
ALTS = {
    "whole": "Staven per stap: licht wat gepland was, donker wat het werd. De zin hierboven noemt de uitkomst.",
    "wrote": "Een rij stippen: zoveel mensen, en gevuld wie iets inbracht. De zin erbij zegt hetzelfde.",
    "quiet": "Staafjes per minuut: hoeveel briefjes er binnenkwamen. De zin erbij zegt waar het stil was.",
    "words": "Vier staven: hoeveel briefjes kort of lang waren. De zin erbij noemt het midden.",
    "chose": "Een rij stippen: zoveel mensen, en gevuld wie meedeed. De zin erbij zegt hetzelfde.",
    "kind": "Staven met wat de zaal koos of vond. De zin erbij zegt wat eruit kwam.",
}


def write_mirror(
    found: Reading, meeting: dict[str, Any], keten: str, at: float, practice: str = "", look: Look = OURS
) -> bytes:
    """The Word file."""
    blocks: list[Block] = [Text(LEAD, "lead"), Heading(1, "De hele bijeenkomst"), *shown(found.whole, 16.0)]
    if found.begun:
        blocks += [Text(SILENT, "small"), Heading(1, "Stap voor stap")]
        for row, told in found.steps:
            blocks += [Heading(2, row.title), *shown(told, 8.0)]
        blocks.append(Text(QUESTIONS))
    when = " · ".join(part for part in (day(meeting.get("date", "")), meeting.get("place", "")) if part)
    cover = [line for line in (practice, keten, meeting["title"], when) if line]
    marks = {"title": "De zaal lezen", "subject": keten, "cover": cover, "look": look}
    return write(blocks, **marks, created=datetime.fromtimestamp(at, UTC), contents=False)


def shown(told: list[Told], wide: float) -> list[Block]:
    """Each sentence with its picture under it."""
    blocks: list[Block] = []
    for one in told:
        blocks.append(Text(one.text, keep=bool(one.svg)))
        if one.svg:
            blocks.append(Picture(one.svg, ALTS[one.key], 15.0 if one.key == "kind" else wide))
    return blocks
