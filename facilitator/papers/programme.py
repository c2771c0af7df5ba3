"""A meeting as its papers tell it: the steps one after another, on the clock when it is known when it begins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from facilitator.chain.kind import Kind
from facilitator.report.look import OURS, Look
from facilitator.report.source import day, plural

View = dict[str, Any]
CLOCK = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)\Z")
DAY = 24 * 60


def asking(step: View, kinds: dict[str, Kind]) -> View:
    """The step with what its kind asks to lay ready, to think of beforehand and to look at."""
    kind = kinds[step["kind"]]
    return {**step, "materials": kind.materials, "prepare": kind.prepare, "watch": kind.watch}


@dataclass(frozen=True)
class Programme:
    """`meeting` and `steps` (through `asking`) as the control room sees them.

    `begin` is in minutes after midnight, None when unknown.

    `director` is who signs ("" when nobody has that role), `waiting` the open actions of the keten, `practice` a line
    that says that all of this is practice, `look` the house style.
    """

    keten: str
    meeting: View
    steps: list[View]
    begin: int | None = None
    director: str = ""
    waiting: list[View] = field(default_factory=list)
    practice: str = ""
    look: Look = OURS

    @property
    def minutes(self) -> int:
        return sum(step["minutes"] for step in self.steps)

    @property
    def when(self) -> str:
        """Day, hours and place in one line, as far as they are known."""
        known = (day(self.meeting.get("date", "")), self.hours, self.meeting.get("place", ""))
        return " · ".join(part for part in known if part)

    @property
    def hours(self) -> str:
        """From when to when; "" without a time to begin."""
        if self.begin is None:
            return ""
        return f"{self.clock(0)} tot {self.clock(self.minutes)} uur"

    def clock(self, after: int) -> str:
        """The time so many minutes after the beginning; without one, how long after it (+0:30)."""
        if self.begin is None:
            return f"+{after // 60}:{after % 60:02}"
        at = (self.begin + after) % DAY
        return f"{at // 60}:{at % 60:02}"

    def timed(self) -> Iterator[tuple[int, View]]:
        """(minutes after the beginning, step)"""
        after = 0
        for step in self.steps:
            yield after, step
            after += step["minutes"]

    def parts(self) -> list[tuple[int, str, int]]:
        """(minutes after the beginning, name, minutes) of each group of steps; a step without a group is its own."""
        found: list[tuple[int, str, int]] = []
        for after, step in self.timed():
            name = step.get("group") or step["title"]
            if found and found[-1][1] == name:
                found[-1] = (*found[-1][:2], found[-1][2] + step["minutes"])
            else:
                found.append((after, name, step["minutes"]))
        return found

    def of_kind(self, kind: str) -> View | None:
        """The first step of this kind."""
        return next((step for step in self.steps if step["kind"] == kind), None)


def moment(text: str) -> int | None:
    """13:30 (or 13.30) in minutes after midnight; None for anything else."""
    found = CLOCK.match(text.strip())
    return int(found[1]) * 60 + int(found[2]) if found else None


def minutes(number: int) -> str:
    return plural(number, "minuut", "minuten")


def spoken(seconds: int) -> str:
    """How long somebody may speak: 120 -> 2 minuten, 90 -> anderhalve minuut, 45 -> 45 seconden."""
    if seconds == 90:
        return "anderhalve minuut"
    return minutes(seconds // 60) if seconds >= 60 and seconds % 60 == 0 else f"{seconds} seconden"
