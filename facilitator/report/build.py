"""What goes into a report, and in which order: from a room's view to blocks to Word."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from facilitator.chain.kind import Kind, Page
from facilitator.chain.paper import Block, Bullets, Heading, PageBreak, Text
from facilitator.report.appendix import annexes, appendix
from facilitator.report.brief import brief
from facilitator.report.forms import chapter
from facilitator.report.front import actions, omitted, present, summary
from facilitator.report.look import OURS, Look
from facilitator.report.source import OWN, PARTS, VERSIONS, Choice, Source, begun, day, of_keten, visible
from facilitator.report.word import write

__all__ = ["VERSIONS", "Choice", "Source", "build"]

ORDER = "Op volgorde van de agenda. De acties zelf staan vooraan."
LEFT_OUT = "Niet in dit verslag, omdat daarvoor gekozen is"
PRACTICE = "OEFENING: dit is geen verslag van een echte bijeenkomst"


def build(source: Source, kinds: dict[str, Kind], choice: Choice, look: Look = OURS) -> bytes:
    """The Word document in this look, as bytes."""
    entities = visible(source, kinds, choice)
    meeting = entities[source.meeting]
    chain = next(entity for entity in entities.values() if entity["type"] == "chain")
    when = datetime.fromtimestamp(source.at, UTC)
    today = when.date().isoformat()
    page = Page(entities, names=choice.names, full=choice.full, today=today, contacts=choice.contacts)
    short = choice.version == "kort"
    if short:
        away = omitted(page, meeting, source, kinds)
        blocks = [*brief(page, meeting, chain, kinds, source.training), *([Text(away, "small")] if away else [])]
    else:
        lasting = of_keten(source, choice)
        keten = replace(page, entities={**lasting, **entities, **lasting})
        blocks = [*summary(page, meeting, source, kinds), *chosen(page, keten, meeting, kinds, choice, source)]
    where = " · ".join(part for part in (day(meeting.get("date", "")), meeting.get("place")) if part)
    version = "eigen keuze" if choice.version == OWN else f"versie {choice.version}"
    stand = f"Stand van {day(page.today)}, {version}" + ("" if choice.names else ", zonder namen")
    cover = [line for line in (PRACTICE if choice.practice else "", chain["name"], where, stand) if line]
    title = f"Verslag {meeting['title']}"
    return write(blocks, title=title, subject=chain["name"], cover=cover, created=when, contents=not short, look=look)


def chosen(
    page: Page, keten: Page, meeting: dict[str, Any], kinds: dict[str, Kind], choice: Choice, source: Source
) -> list[Block]:
    """The chapters of this version, in their order; what somebody left out by choice is said.

    The forms are of the `keten`: they hold what other meetings decided as well.
    """
    chapters: dict[str, Callable[[], list[Block]]] = {
        "acties": lambda: actions(page, meeting, kinds),
        "aanwezig": lambda: present(page, source.training),
        "stappen": lambda: sections(page, meeting, kinds),
        "formulieren": lambda: [] if source.training else chapter(keten),
        "briefjes": lambda: appendix(page),
    }
    found = [block for part, write_it in chapters.items() if choice.has(part) for block in write_it()]
    found += annexes(page, meeting, kinds) if choice.has("stappen") else []
    away = [PARTS[part] for part in chapters if not choice.has(part)] if choice.version == OWN else []
    return [*found, *([Heading(1, LEFT_OUT), Bullets(away)] if away else [])]


def sections(page: Page, meeting: dict[str, Any], kinds: dict[str, Kind]) -> list[Block]:
    """What came out per step, under the headings of the agenda; the actions already stand in front.

    What begins with a page of its own takes its headings along.
    """
    blocks: list[Block] = []
    group = ""
    for step in begun(page, meeting):
        inner = [] if kinds[step["kind"]].lists_actions else kinds[step["kind"]].report(step, page)
        if not inner:
            continue
        turned = [inner.pop(0)] if isinstance(inner[0], PageBreak) else []
        blocks += turned
        if step["group"] and step["group"] != group:
            group = step["group"]
            blocks.append(Heading(2, group))
        blocks += [Heading(3, step["title"]), *inner]
    first = [blocks.pop(0)] if blocks and isinstance(blocks[0], PageBreak) else []
    title = Heading(1, "Wat er uit kwam, stap voor stap")
    return [*first, title, Text(ORDER), *blocks] if blocks else []
