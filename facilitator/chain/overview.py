"""What a chain director opens on Monday: open actions in three orders, who to call, and who has been at the table.

Works on shown entities (views of the gate for the report), so nothing is here that the gate does not let out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from facilitator.chain.carrying import FINISHED, counts, live
from facilitator.chain.people import plain

View = dict[str, Any]
WAYS = ("datum", "bouwsteen", "wie")


@dataclass(frozen=True)
class Group:
    """Actions under one heading; `key` is a building block's number, somebody's name, or "late" and the like."""

    key: Any
    actions: list[View]


@dataclass(frozen=True)
class Caller:
    """Somebody to call: what about, and when that was last done ("" for never)."""

    who: str
    actions: list[View]
    last: str


@dataclass
class Guest:
    """An organisation: its people so far (name, profession), and the meetings that it was at, the last one last."""

    name: str
    sort: str
    people: dict[tuple[str, str], None] = field(default_factory=dict)
    meetings: dict[str, None] = field(default_factory=dict)


def dated(action: View, today: str) -> View:
    """The action with `late` (its date is over), `call` (the last one), `stands` (history without what was undone)."""
    rows = [row for row in action.get("history", ()) if not row.get("undone") and not row.get("undoes")]
    called = [row for row in rows if row["name"] == "action.called"]
    late = live(action) and bool(action.get("when")) and action["when"] < today
    return {**action, "late": late, "call": called[-1] if called else None, "stands": rows}


def still_open(actions: Iterable[View], today: str) -> list[View]:
    """What has to be done, the earliest date first; what has no date comes last."""
    found = [dated(action, today) for action in actions if live(action)]
    return sorted(found, key=lambda one: (not one.get("when"), one.get("when", "")))


def over(actions: Iterable[View], today: str) -> list[View]:
    """What was finished or cancelled, the last one first."""
    found = [dated(action, today) for action in actions if counts(action) and not live(action)]
    return sorted(found, key=lambda one: -one["stands"][-1]["at"])


def done(actions: Iterable[View]) -> tuple[int, int]:
    """(how many are finished, how many there are)"""
    listed = [action for action in actions if counts(action)]
    return sum(action["status"] == FINISHED for action in listed), len(listed)


def grouped(actions: list[View], way: str) -> list[Group]:
    """The same actions under headings; within a heading the order stays."""
    key: Callable[[View], Any] = {
        "datum": lambda one: "late" if one["late"] else "soon" if one.get("when") else "",
        "bouwsteen": lambda one: one.get("block") or 0,
        "wie": lambda one: plain(one.get("who") or ""),
    }[way]
    found: dict[Any, list[View]] = {}
    for action in actions:
        found.setdefault(key(action), []).append(action)
    order = {"bouwsteen": lambda one: one or 99, "wie": lambda one: (not one, one)}
    keys = sorted(found, key=order[way]) if way in order else list(found)
    return [Group(found[one][0].get("who", "") if way == "wie" else one, found[one]) for one in keys]


def to_call(actions: list[View]) -> list[Caller]:
    """Per person, who was not called for the longest first; whose date is over before whose is not."""
    found = []
    for group in grouped([action for action in actions if action.get("who")], "wie"):
        days = [called_on(action) for action in group.actions]
        found.append(Caller(group.key, group.actions, max(days)))
    return sorted(found, key=lambda one: (one.last, not any(action["late"] for action in one.actions)))


def called_on(action: View) -> str:
    """The day of the last call, or ""."""
    return action["call"]["day"] if action["call"] else ""


def guests(meetings: list[View], people: dict[str, list[View]], organisations: dict[str, View]) -> list[Guest]:
    """The organisations that were at the table, in the order in which they first came; `people` by meeting."""
    found: dict[str, Guest] = {}
    for meeting in meetings:
        for person in people.get(meeting["id"], ()):
            organisation = organisations.get(person.get("org", ""))
            if organisation is None:
                continue
            guest = found.setdefault(organisation["id"], Guest(organisation["name"], organisation["sort"]))
            guest.meetings[meeting["id"]] = None
            if person.get("name") or person.get("profession"):
                guest.people[person.get("name", ""), person.get("profession", "")] = None
    return list(found.values())
