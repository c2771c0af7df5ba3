"""Reading the room afterwards: how long each step took, how many wrote, when it fell silent; never per person.

For whoever led the meeting, to learn from. `rows` tells it in figures; `read` also in small pictures with a sentence
each. All of it is derived from the book: nothing is kept for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from facilitator.chain.kind import Kind
from facilitator.chain.mirror.diary import fold
from facilitator.chain.mirror.row import FEW, Row, rows
from facilitator.chain.mirror.said import Told, told, whole
from facilitator.chain.model import Chain, Event
from facilitator.chain.paper import Picture, Text

__all__ = ["FEW", "Reading", "Row", "Told", "read", "rows"]


@dataclass(frozen=True)
class Reading:
    """A meeting as a whole, then each step in figures with what may be said of it."""

    whole: list[Told]
    steps: list[tuple[Row, list[Told]]]

    @property
    def begun(self) -> bool:
        return any(row.started for row, _ in self.steps)


def read(
    events: Iterable[Event],
    chain: Chain,
    meeting: str,
    kinds: Mapping[str, Kind],
    now: float,
    leaps: Iterable[tuple[float, float]] = (),
) -> Reading:
    """All of one meeting; arguments as for `rows`, and when a practice room's clock was put forward how far (s)."""
    book = list(events)
    kept, found = fold(book, meeting, now), rows(book, chain, meeting, kinds, now)
    for at, seconds in leaps:
        step = kept.step_at(at)
        found = [replace(row, played=row.played + seconds) if row.step == step else row for row in found]
    return Reading(whole(found, kept.ran, kept.idle), [(row, [*told(row), *own(row)]) for row in found])


def own(row: Row) -> list[Told]:
    """What the kind itself tells: each of its sentences with the picture that stands before it."""
    found, svg = [], ""
    for block in row.blocks:
        match block:
            case Picture():
                svg = block.svg
            case Text():
                found.append(Told(block.text, svg, "kind"))
                svg = ""
    return found
