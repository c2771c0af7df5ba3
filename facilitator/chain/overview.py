"""What a chain director opens on Monday: open actions in three orders, who to call, goals, roles, who was at the table.

Works on shown entities (views of the gate for the report), so nothing is here that the gate does not let out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from facilitator.chain.blocks import BLOCKS
from facilitator.chain.carrying import FINISHED, counts, live
from facilitator.chain.goals import RUNNING, standing
from facilitator.chain.history import standing as standing_rows
from facilitator.chain.people import plain
from facilitator.chain.roles import LEVELS, PER_CARER

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
    """An organisation: its people so far (name, profession), and the meetings that it was at, the last one last.

    `posts` are the roles that it holds, `reaches` what it said of the way in which it is in contact with carers.
    """

    name: str
    sort: str
    people: dict[tuple[str, str], None] = field(default_factory=dict)
    meetings: dict[str, None] = field(default_factory=dict)
    posts: list[Post] = field(default_factory=list)
    reaches: str = ""


@dataclass(frozen=True)
class Aim:
    """Goals of the keten (block 0) or of one building block, with the actions there: the open ones, and how many."""

    block: int
    goals: list[View]
    open: list[View]
    done: int
    all: int


@dataclass(frozen=True)
class Post:
    """A role with what it is about, and who holds it: (organisation, contact person), in the order assigned."""

    role: str
    block: int
    instrument: str
    holders: tuple[tuple[str, str], ...]

    @property
    def gap(self) -> bool:
        """True when nobody holds it; a role that is chosen for each carer is none."""
        return not self.holders and self.role != PER_CARER


def dated(action: View, today: str) -> View:
    """The action with `late` (its date is over), its `calls` and the last of them, `call`, and `stands`.

    The last is its history without what was undone.
    """
    rows = [row for row in action.get("history", ()) if not row.get("undone") and not row.get("undoes")]
    called = [row for row in rows if row["name"] == "action.called"]
    late = live(action) and bool(action.get("when")) and action["when"] < today
    return {**action, "late": late, "calls": called, "call": called[-1] if called else None, "stands": rows}


def still_open(actions: Iterable[View], today: str) -> list[View]:
    """What has to be done, the earliest date first; what has no date comes last."""
    found = [dated(action, today) for action in actions if live(action)]
    return sorted(found, key=lambda one: (not one.get("when"), one.get("when", "")))


def over(actions: Iterable[View], today: str) -> list[View]:
    """What was finished or cancelled, the last one first."""
    found = [dated(action, today) for action in actions if counts(action) and not live(action)]
    return sorted(found, key=lambda one: -one["stands"][-1]["at"])


def done(actions: Iterable[View]) -> tuple[int, int]:
    """(how many are finished, how many there are); what an action was split into is not counted besides it."""
    listed = [action for action in actions if counts(action) and not action.get("under")]
    return sum(action["status"] == FINISHED for action in listed), len(listed)


def grouped(actions: list[View], way: str) -> list[Group]:
    """The same actions under headings; within a heading the order stays."""
    if way == "wie":
        return by_person(actions)
    key: Callable[[View], Any] = {
        "datum": lambda one: "late" if one["late"] else "soon" if one.get("when") else "",
        "bouwsteen": lambda one: one.get("block") or 0,
    }[way]
    found: dict[Any, list[View]] = {}
    for action in actions:
        found.setdefault(key(action), []).append(action)
    keys = sorted(found, key=lambda one: one or 99) if way == "bouwsteen" else list(found)
    return [Group(one, found[one]) for one in keys]


def by_person(actions: list[View]) -> list[Group]:
    """Everybody with all of their own actions, so what two people do stands under both; what nobody does comes last.

    An action says under whom it stands (`owner`, an id or ""), and if it stood under somebody before (`again`).
    """
    found: dict[str, tuple[str, dict[str, View]]] = {}
    for action in actions:
        for owner, name in doers(action):
            _, mine = found.setdefault(plain(name), (name, {}))
            mine.setdefault(action["id"], {**action, "owner": owner})
    groups, seen = [], set()
    for key in sorted(found, key=lambda one: (not one, one)):
        name, mine = found[key]
        groups.append(Group(name, [{**action, "again": action["id"] in seen} for action in mine.values()]))
        seen.update(mine)
    return groups


def candidates(
    people: dict[str, list[View]], roles: Iterable[View], organisations: dict[str, View]
) -> list[tuple[str, str]]:
    """(id, name) of all to whom an action can be handed over: contact people of roles, who was there, organisations.

    Each name once; who came to several meetings with the id of the last.
    """
    found: dict[str, str] = {}
    for one in [person for guests in people.values() for person in guests] + list(roles):
        name = one.get("name") or one.get("contact") or ""
        organisation = organisations.get(one.get("org") or one.get("organisation") or "", {}).get("name", "")
        if name:
            found[f"{name} ({organisation})" if organisation else name] = one["id"]
    named = sorted(found.items(), key=lambda row: plain(row[0]))
    return [(identity, name) for name, identity in named] + sorted(
        ((one["id"], one["name"]) for one in organisations.values()), key=lambda row: plain(row[1])
    )


def doers(action: View) -> list[tuple[str, str]]:
    """(id, name) of everybody who does it; one without a name when that is nobody."""
    return action.get("each") or [("", action.get("who") or "")]


def to_call(actions: list[View]) -> list[Caller]:
    """Per person, who was not called for the longest first; whose date is over before whose is not."""
    found = []
    for group in by_person([action for action in actions if action.get("who")]):
        days = [called_on(action) for action in group.actions]
        found.append(Caller(group.key, group.actions, max(days)))
    return sorted(found, key=lambda one: (one.last, not any(action["late"] for action in one.actions)))


def called_on(action: View) -> str:
    """The day of the last call about it to whom it stands under, or ""; an older call was to nobody in particular."""
    days = [row["day"] for row in action["calls"] if row.get("owner", action["owner"]) == action["owner"]]
    return days[-1] if days else ""


def first_things(
    waiting: list[View], callers: list[Caller], found: list[Post], course: View, questions: list[str]
) -> list[View]:
    """What asks attention now, the most pressing first: {what, count}; empty when nothing does.

    Roles count once the keten has begun to fill them or meets in phase C (handreiking §4.1: then they are filled).
    """
    late = sum(action["late"] for action in waiting)
    coming = course["next"]
    unmade = coming is not None and not coming[0].meeting
    begun = course["phase"] in ("C", "D") or any(post.holders for post in found)
    counts_of = {
        "late": late,
        "questions": len(questions) if course["phase"] in ("A", "B") else 0,
        "plan": int(not course["chosen"]),
        "meeting": int(unmade),
        "calls": sum(not caller.last for caller in callers),
        "gaps": sum(post.gap for post in found) if begun else 0,
    }
    return [{"what": what, "count": count} for what, count in counts_of.items() if count]


def aims(goals: Iterable[View], actions: list[View], today: str) -> list[Aim]:
    """Per building block (the whole keten first) the adopted goals, those that run first, and the actions there."""
    adopted = [goal for goal in goals if standing({"gone": False, **goal})]
    listed = [action for action in actions if counts(action)]
    waiting = still_open(actions, today)
    found = []
    for block in range(len(BLOCKS)):
        mine = [{**goal, "road": road(goal)} for goal in adopted if (goal.get("block") or 0) == block]
        here = [action for action in listed if (action.get("block") or 0) == block]
        if mine or here:
            mine.sort(key=lambda goal: goal["stand"] != RUNNING)
            left = [action for action in waiting if (action.get("block") or 0) == block]
            found.append(Aim(block, mine, left, *done(here)))
    return found


def road(goal: View) -> list[tuple[str, str]]:
    """What became of a goal until now, the first thing first: (gekozen or how it stood, in which meeting)."""
    found = []
    for row in standing_rows(goal):
        changes = row.get("changes", {})
        if changes.get("adopted", (False, False))[1]:
            found.append(("gekozen", row["meeting"]))
        if "stand" in changes:
            found.append((changes["stand"][1], row["meeting"]))
    return found


def posts(roles: Iterable[View], instruments: Iterable[View], organisations: dict[str, View]) -> list[Post]:
    """Every role of the keten in its order, with who holds it, those that nobody has as well (handreiking §3.2)."""
    held: dict[str, list[tuple[str, str]]] = {}
    for role in roles:
        name = organisations.get(role.get("organisation", ""), {}).get("name", "")
        if name and (name, role.get("contact", "")) not in held.setdefault(role["slot"], []):
            held[role["slot"]].append((name, role.get("contact", "")))
    places: list[tuple[str, str, int, str]] = [(role, role, 0, "") for role in list(LEVELS)[:3]]
    places += [(f"quality_guardian.{block}", "quality_guardian", block, "") for block in range(1, len(BLOCKS))]
    for one in instruments:
        for role in ("developer", "executor"):
            places.append((f"{role}.{one['id']}", role, one.get("block") or 0, one["name"]))
    return [Post(role, block, name, tuple(held.get(slot, ()))) for slot, role, block, name in places]


def partners(
    guests: list[Guest], found: list[Post], introductions: Iterable[View], organisations: dict[str, View]
) -> list[Guest]:
    """The guests with their roles and how they reach carers, then who holds a role without having been there."""
    by_name = {guest.name: guest for guest in guests}
    for post in found:
        for name, _ in post.holders:
            sort = next((one["sort"] for one in organisations.values() if one["name"] == name), "")
            by_name.setdefault(name, Guest(name, sort)).posts.append(post)
    for told in introductions:
        name = organisations.get(told.get("organisation", ""), {}).get("name", "")
        if name in by_name and told.get("contact"):
            by_name[name].reaches = told["contact"]
    return list(by_name.values())


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
