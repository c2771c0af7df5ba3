"""The plan of a keten as it stands: its meetings from phase A to D, what comes next, and how somebody changes it.

A day is proposed (milestones.py), chosen here, or its meeting's own: a meeting that is made keeps its own date.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import msgspec

from facilitator.chain import days, groundwork
from facilitator.chain.command import ONLY_FACILITATOR, Body, Desk, Id, Line, Refused, Rule
from facilitator.chain.meetings import Date
from facilitator.chain.milestones import (
    FIGURE,
    FORMS,
    PHASES,
    Calendar,
    Milestone,
    chosen,
    latest,
    meetings,
    milestones,
    over,
)
from facilitator.chain.model import KETEN, Chain, Entity, Event


class Make(Body):
    start: Line
    rhythm: Literal["tekst", "figuur"]
    short: bool = False
    form: Literal[FORMS] = FORMS[0]


class Move(Body):
    milestone: Id
    day: Line = ""


class Skip(Body):
    milestone: Id
    on: bool = True


class Shape(msgspec.Struct):
    """What a book from another laptop may hold (shapes.py)."""

    start: Date = ""
    rhythm: Literal["tekst", "figuur"] = FIGURE
    short: bool = False
    form: Literal[FORMS] = FORMS[0]
    moved: dict[Id, Date] = {}
    skipped: list[Id] = []


@dataclass(frozen=True)
class Row:
    """A milestone as it stands now.

    `state`: over, open, made (its meeting is planned), skipped, passed (a later one was held), or proposed. `day` is ""
    when nothing is known. `next` is the first thing to do.
    """

    id: str
    phase: str
    template: str
    state: str
    day: str
    meeting: str = ""
    own: bool = False
    moved: bool = False
    late: bool = False
    next: bool = False


# what there is


def rows(chain: Chain, today: str, agreed: str = "") -> list[Row]:
    """The plan as it stands. `agreed` is a day that the table chose for its next meeting: it wins from a proposal."""
    found, plan = milestones(chain), chosen(chain)
    there = meetings(chain, found)
    known = Calendar(chain, found, there, today).known
    found.sort(key=lambda one: (PHASES.index(one.phase), known[one.id] if one.phase == PHASES[-1] else ""))
    last = latest(found, there)
    first = next((one for at, one in enumerate(found) if at > last and ahead(chain, one, there)), None)
    made = []
    for at, one in enumerate(found):
        meeting, moved = there.get(one.id), one.id in plan["moved"]
        state = state_of(one, meeting, plan, at < last)
        day = agreed if agreed and one is first and not meeting and not moved else known[one.id]
        flags = {"own": one.own, "moved": moved and not meeting, "next": one is first}
        flags["late"] = state in ("proposed", "made") and "" < day < today
        template, identity = (meeting["template"], meeting["id"]) if meeting else (one.templates[0], "")
        made.append(Row(one.id, one.phase, template, state, day, identity, **flags))
    return made


def ahead(chain: Chain, milestone: Milestone, there: dict[str, Entity]) -> bool:
    """True for what still asks something: not over, not skipped, and of phase A only until its answers are there."""
    if over(there.get(milestone.id)) or (milestone.id in chosen(chain)["skipped"] and milestone.id not in there):
        return False
    return milestone.phase != "A" or milestone.id in there or not groundwork.complete(chain)


def state_of(milestone: Milestone, meeting: Entity | None, plan: dict[str, Any], before: bool) -> str:
    if meeting is not None:
        return {"closed": "over", "open": "open"}.get(meeting["state"], "made")
    if milestone.id in plan["skipped"]:
        return "skipped"
    return "passed" if before else "proposed"


def phase(found: list[Row]) -> str:
    """Where the keten is now: the phase of what comes next; D has no end."""
    return next((row.phase for row in found if row.next), PHASES[-1])


def span(found: list[Row]) -> int:
    """Months from the first meeting until the last basisbijeenkomst, rounded; 0 when a day is unknown."""
    begin = days.read(next((row.day for row in found if row.day and row.state not in ("skipped", "passed")), ""))
    end = days.read(next((row.day for row in reversed(found) if row.phase == "C"), ""))
    return round((end - begin).days / 30.44) if begin and end else 0


# commands


def known_milestone(desk: Desk) -> tuple[Milestone, Entity | None]:
    found = milestones(desk.chain)
    milestone = next((one for one in found if one.id == desk.body.milestone), None)
    if milestone is None:
        raise Refused("Deze bijeenkomst staat niet (meer) in het plan. Laad de pagina opnieuw.")
    return milestone, meetings(desk.chain, found).get(milestone.id)


def day_of(text: str, field: str) -> str:
    if days.read(text) is None:
        raise Refused("Dit is geen datum. Kies een dag.", field=field)
    return text


def make(desk: Desk) -> None:
    """When the start is, which reading of the interval, the short form or not, and how phase D meets."""
    keys = ("start", "rhythm", "short", "form")
    fields = {key: getattr(desk.body, key) for key in keys} | {"start": day_of(desk.body.start, "start")}
    kept = desk.chain.entities[KETEN].get("plan", {})
    if {key: kept.get(key) for key in keys} != fields:
        desk.emit("plan.made", {"fields": fields})


def move(desk: Desk) -> None:
    """Another day; "" is the proposed one again. A meeting that is planned has its day itself."""
    milestone, meeting = known_milestone(desk)
    day = day_of(desk.body.day, "day") if desk.body.day else ""
    if meeting is None:
        if chosen(desk.chain)["moved"].get(milestone.id, "") != day:
            desk.emit("plan.moved", {"milestone": milestone.id, "day": day})
    elif meeting["state"] != "planned":
        raise Refused("Deze bijeenkomst is al begonnen. Verander de datum in de regie.", field="day")
    elif meeting["date"] != day:
        desk.emit("meeting.edited", {"id": meeting["id"], "fields": {"date": day}}, meeting=meeting["id"])


def skip(desk: Desk) -> None:
    """Leave a meeting out of the plan, or take it up again."""
    milestone, meeting = known_milestone(desk)
    if meeting is not None:
        raise Refused("Deze bijeenkomst is al gemaakt.")
    if milestone.phase == PHASES[-1]:
        raise Refused("Fase D gaat door. Kies liever een andere dag.")
    if (milestone.id in chosen(desk.chain)["skipped"]) != desk.body.on:
        desk.emit("plan.skipped", {"milestone": milestone.id, "on": desk.body.on})


# events


def plan_made(chain: Chain, event: Event) -> None:
    change(chain, **event.body["fields"])


def plan_moved(chain: Chain, event: Event) -> None:
    moved = {**chosen(chain)["moved"], event.body["milestone"]: event.body["day"]}
    change(chain, moved={milestone: day for milestone, day in moved.items() if day})


def plan_skipped(chain: Chain, event: Event) -> None:
    left = [milestone for milestone in chosen(chain)["skipped"] if milestone != event.body["milestone"]]
    change(chain, skipped=[*left, event.body["milestone"]] if event.body["on"] else left)


def change(chain: Chain, **fields: Any) -> None:
    chain.change(KETEN, plan={**chain.entities[KETEN].get("plan", {}), **fields})


RULES = [
    Rule("plan.make", Make, ONLY_FACILITATOR, make, late=True),
    Rule("plan.move", Move, ONLY_FACILITATOR, move, late=True),
    Rule("plan.skip", Skip, ONLY_FACILITATOR, skip, late=True),
]
EVENTS = {"plan.made": plan_made, "plan.moved": plan_moved, "plan.skipped": plan_skipped}
