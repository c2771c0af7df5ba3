"""The keten over the years: statements that came back, each with its marks then and now; and how far actions were when.

Works on shown entities and on what kinds say of their steps (`Kind.measured`), as the keten's page does.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from facilitator.chain.carrying import FINISHED

View = dict[str, Any]


@dataclass(frozen=True)
class Point:
    """What one meeting said of a statement: the middle, between which marks half of the people were, how many."""

    date: str
    meeting: str
    median: float
    low: float
    high: float
    count: int
    level: str


@dataclass(frozen=True)
class Statement:
    """A statement with its points, the earliest first; `change` is the last middle less the one before."""

    text: str
    scale: int
    points: list[Point]

    @property
    def years(self) -> list[str]:
        """What each point is called: its year, its day when there are more of that year, its meeting without a day."""
        found = [point.date[:4] for point in self.points]
        return [
            (year if found.count(year) == 1 else point.date) or point.meeting
            for year, point in zip(found, self.points, strict=True)
        ]

    @property
    def change(self) -> float | None:
        return self.points[-1].median - self.points[-2].median if len(self.points) > 1 else None


@dataclass(frozen=True)
class Score:
    """One exercise with its statements, in the order of its last meeting."""

    title: str
    statements: list[Statement]


@dataclass(frozen=True)
class Stop:
    """How many actions there were and how many were finished when a meeting was over ("" for now)."""

    meeting: str
    done: int
    all: int


def scores(measured: Iterable[tuple[View, View, list[View]]]) -> list[Score]:
    """(meeting, step, rows of the step) -> what was asked, with every meeting that asked the same on the same scale.

    The words are those of the last time. A meeting without a date stands where it was made.
    """
    kept: dict[tuple[str, int], list[tuple[View, Point]]] = {}
    last: dict[str, list[tuple[str, int]]] = {}
    for meeting, step, rows in in_time(measured):
        if rows:
            last[step["title"]] = [(row["key"], row["scale"]) for row in rows]
        for row in rows:
            numbers = (row["median"], *row["range"], row["count"], row["level"])
            point = Point(meeting["date"], meeting["title"], *numbers)
            kept.setdefault((row["key"], row["scale"]), []).append((row, point))
    found, told = [], set()
    for title, keys in reversed(last.items()):
        fresh = [key for key in keys if key not in told]
        told.update(fresh)
        rows = [Statement(kept[key][-1][0]["text"], key[1], [point for _, point in kept[key]]) for key in fresh]
        if rows:
            found.append(Score(title, rows))
    return found


def in_time(measured: Iterable[tuple[View, View, list[View]]]) -> list[tuple[View, View, list[View]]]:
    """In the order of the days; what has no day keeps its place behind the one before it."""
    found, day = [], ""
    for one in measured:
        day = one[0]["date"] or day
        found.append((day, one))
    return [one for _, one in sorted(found, key=lambda pair: pair[0])]


def progress(actions: Iterable[View], meetings: Iterable[View]) -> list[Stop]:
    """After every meeting that is over, and now, how many actions were listed and finished."""
    actions = list(actions)
    moments = [(one["title"], one["closed_at"]) for one in meetings if one.get("closed_at")]
    moments.sort(key=lambda pair: pair[1])
    found = [Stop(title, *finished(actions, at)) for title, at in moments]
    return [*found, Stop("", *finished(actions, float("inf")))]


def finished(actions: Iterable[View], at: float) -> tuple[int, int]:
    """(how many were finished, how many were listed) at that moment."""
    whole = [action for action in actions if not action.get("under")]
    then = [state for state in (as_it_was(action, at) for action in whole) if state is not None]
    listed = [state for state in then if not state["gone"] and not state["offered"]]
    return sum(state["status"] == FINISHED for state in listed), len(listed)


def as_it_was(action: View, at: float) -> View | None:
    """Status, gone and offered of an action at a moment, by going back through its history; None before it was made."""
    state = {"status": action["status"], "gone": bool(action.get("gone")), "offered": bool(action.get("offered"))}
    for row in reversed(action.get("history", ())):
        if row["at"] <= at:
            return state
        for key in state:
            if key in row.get("changes", {}):
                state[key] = row["changes"][key][0]
    return None if action.get("history") else state
