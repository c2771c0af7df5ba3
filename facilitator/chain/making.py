"""Making a meeting and opening its door: its own copy of the template's steps, with a look back at what is still open.

A meeting that is made while actions are open gets that step then. One that was made earlier gets it when its door
opens, as long as nothing was played, unless its agenda looks back already or the facilitator took that step out.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from msgspec import Meta

from facilitator.chain import checking
from facilitator.chain.carrying import live
from facilitator.chain.command import ONLY_FACILITATOR, Body, Desk, Id, Line, Refused, Rule
from facilitator.chain.kind import Kind
from facilitator.chain.meetings import Date, Empty
from facilitator.chain.model import Chain, Entity
from facilitator.chain.steps import MOST_STEPS, inserted

SHORT = 10  # minutes of a look back that no template counted on

Step = dict[str, Any]


class MeetingCreate(Body):
    title: Line
    template: Id
    place: Line = ""
    date: Date = ""
    retention: Annotated[int, Meta(ge=1, le=365)] = 30


def create_meeting(desk: Desk) -> None:
    """A meeting with its own copy of the template's steps (given by the room)."""
    title = desk.told(desk.body.title, 120, "title")
    given = desk.command.given
    template = opened(desk.chain, given["template"], given.get("opening"), desk.kinds)
    template = checking.asked(desk.chain, template, given.get("checking"), desk.kinds)
    meeting = desk.new_id("m")
    fields = {"title": title, "template": desk.body.template, "place": desk.body.place.strip(), "date": desk.body.date}
    fields["retention"] = desk.body.retention
    desk.emit("meeting.created", {"id": meeting, **fields}, meeting=meeting)
    ids: list[str] = []
    for source in template:
        step = dict(source)
        after = step.pop("from", None)
        step["from"] = ids[after] if after is not None else None
        identity = desk.new_id("s")
        before = ids[-1] if ids else ""
        ids.append(identity)
        desk.emit("step.added", {"id": identity, "after": before, "step": step}, meeting=meeting, step=identity)


def opened(chain: Chain, template: list[Step], opening: Step | None, kinds: Mapping[str, Kind]) -> list[Step]:
    """The steps, with `opening` among them when this keten has open actions and nothing in the agenda looks back.

    It stands at the beginning, after the step in which people say who they are. A `from` still says which step it is.
    """
    looking = any(kinds[step["kind"]].looks_back for step in template)
    if opening is None or looking or len(template) >= MOST_STEPS or not any(map(live, chain.of_type("action"))):
        return template
    return inserted(template, *placed(template, opening, kinds))


def placed(steps: list[Step], opening: Step, kinds: Mapping[str, Kind]) -> tuple[int, Step]:
    """After how many of these steps the look back stands, and the step itself: short, under the heading beside it."""
    at = next((number + 1 for number, step in enumerate(steps) if kinds[step["kind"]].welcomes), 0)
    beside = steps[at - 1] if at else next(iter(steps), {})
    group = beside.get("group") or opening.get("group", "")
    return at, {**opening, "minutes": min(opening["minutes"], SHORT), "group": group, "from": None}


def awaited(chain: Chain, meeting: Entity, kinds: Mapping[str, Kind]) -> int:
    """How many open actions of other meetings the look back is for that comes when the door opens; 0 when none comes.

    A look back that was taken out of this agenda does not come again.
    """
    if meeting["step"] or len(meeting["steps"]) >= MOST_STEPS:
        return 0
    if any(kinds[step["kind"]].looks_back for step in chain.of_type("step", meeting["id"])):
        return 0
    waiting = {one["id"]: one for one in chain.of_type("action") if one["meeting"] != meeting["id"] and live(one)}
    return sum(1 for one in waiting.values() if one.get("under") not in waiting)


def open_meeting(desk: Desk) -> None:
    """The door opens; with it come the look back and the check of the map that this agenda was made too early for."""
    meeting = desk.meeting
    if meeting["state"] == "open":
        raise Refused("De deur staat al open.")
    desk.emit("meeting.opened", {"id": meeting["id"]})
    opening, number = desk.command.given.get("opening"), awaited(desk.chain, meeting, desk.kinds)
    steps = desk.chain.steps(meeting["id"])
    if opening is not None and number:
        come(desk, steps, *placed(steps, opening, desk.kinds), number)
    check, lines = desk.command.given.get("checking"), checking.awaited(desk.chain, meeting, desk.kinds)
    if check is not None and lines:
        come(desk, steps, *checking.placed(steps, check, desk.kinds), lines)


def come(desk: Desk, steps: list[Step], at: int, step: Step, number: int) -> None:
    """A step by itself, after so many of these; `number` says for how many things it is there."""
    identity = desk.new_id("s")
    body = {"id": identity, "after": steps[at - 1]["id"] if at else "", "step": {**step, "came": number}}
    desk.emit("step.added", body, step=identity)
    steps.insert(at, {**step, "id": identity})


RULES = [
    Rule("meeting.create", MeetingCreate, ONLY_FACILITATOR, create_meeting, given="template"),
    Rule("meeting.open", Empty, ONLY_FACILITATOR, open_meeting, late=True, given="opening"),
]
EVENTS: dict[str, Any] = {}
