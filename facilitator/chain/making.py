"""Making a meeting: its own copy of the template's steps, with a look back before them when actions are still open."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from msgspec import Meta

from facilitator.chain.carrying import live
from facilitator.chain.command import ONLY_FACILITATOR, Body, Desk, Id, Line, Rule
from facilitator.chain.kind import Kind
from facilitator.chain.meetings import Date
from facilitator.chain.model import Chain
from facilitator.chain.steps import MOST_STEPS

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
    template = opened(desk.chain, desk.command.given["template"], desk.command.given.get("opening"), desk.kinds)
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
    at = next((number + 1 for number, step in enumerate(template) if kinds[step["kind"]].welcomes), 0)
    beside = template[at - 1] if at else next(iter(template), {})
    minutes = min(opening["minutes"], SHORT)
    looked = {**opening, "minutes": minutes, "group": beside.get("group") or opening.get("group", ""), "from": None}
    moved = [
        {**step, "from": step["from"] + 1} if step.get("from") is not None and step["from"] >= at else step
        for step in template
    ]
    return [*moved[:at], looked, *moved[at:]]


RULES = [Rule("meeting.create", MeetingCreate, ONLY_FACILITATOR, create_meeting, given="template")]
EVENTS: dict[str, Any] = {}
