"""Chains and meetings: making a chain, closing the door, going from step to step (made and opened in making.py)."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from facilitator.chain import ballots, sealing
from facilitator.chain.command import ONLY_FACILITATOR, Body, Desk, Id, Line, Refused, Rule
from facilitator.chain.model import KETEN, Chain, Entity, Event
from facilitator.chain.network import rules as network

SCALES = ("regio", "gemeente", "wijk")
Date = Annotated[str, Meta(pattern=r"^([0-9]{4}-[0-9]{2}-[0-9]{2})?\Z")]


class ChainCreate(Body):
    name: Line
    scale: str = "gemeente"
    place: Line = ""


class MeetingEdit(Body):
    title: Line | None = None
    place: Line | None = None
    date: Date | None = None


class Empty(Body):
    pass


class Go(Body):
    step: Id


class Switch(Body):
    on: bool


def create_chain(desk: Desk) -> None:
    if desk.chain.get(KETEN):
        raise Refused("Deze keten bestaat al.")
    name = desk.told(desk.body.name, 120, "name")
    if desk.body.scale not in SCALES:
        raise Refused("Kies regio, gemeente of wijk.", field="scale")
    desk.emit("chain.created", {"name": name, "scale": desk.body.scale, "place": desk.body.place.strip()})


def edit_meeting(desk: Desk) -> None:
    fields = {key: getattr(desk.body, key) for key in ("title", "place", "date") if getattr(desk.body, key) is not None}
    if "title" in fields:
        fields["title"] = desk.told(fields["title"], 120, "title")
    desk.emit("meeting.edited", {"id": desk.meeting["id"], "fields": fields})


def close_meeting(desk: Desk) -> None:
    """The door shuts; withdrawn notes are emptied for good (D7), and what was voted is nobody's own any more (D9)."""
    meeting = desk.meeting
    if meeting["state"] != "open":
        raise Refused("Deze bijeenkomst is niet open.")
    desk.emit("meeting.closed", {"id": meeting["id"]})
    for note in list(desk.chain.of_type("note", meeting["id"])):
        if note.get("withdrawn") and not note.get("redacted"):
            desk.emit("note.redacted", {"id": note["id"]}, step=note["step"])
            desk.redact.append(note["id"])
    sealing.seal(desk)
    network.keep(desk)


def go(desk: Desk) -> None:
    """To any step of the agenda, forwards or back; the first time the step starts with what its kind needs.

    Who comes back to a vote in which nobody chose yet finds what hangs on the wall now (D10).
    """
    step = desk.find(desk.body.step, "step")
    meeting = desk.meeting
    if step["id"] not in meeting["steps"]:
        raise Refused("Deze stap staat niet meer op de agenda.")
    if meeting["state"] == "planned":
        raise Refused("Zet eerst de deur open. Dan kunnen mensen meedoen.")
    if meeting["state"] == "closed":
        raise Refused("De bijeenkomst is afgesloten. Zet eerst de deur weer open als u verder wilt.")
    if meeting.get("step") == step["id"]:
        raise Refused("U bent al bij deze stap.")
    if step.get("started_at") is None:
        kind = desk.kinds[step["kind"]]
        desk.emit("step.started", {"id": step["id"], "state": kind.start(desk.chain, step)}, step=step["id"])
        if kind.begins_revealed(step) and not step["revealed"]:
            desk.emit("step.revealed", {"id": step["id"], "on": True}, step=step["id"])
    elif fields := ballots.renewed(desk.chain, step):
        desk.emit("step.set", {"id": step["id"], "fields": fields}, step=step["id"])
    desk.emit("meeting.went", {"id": meeting["id"], "step": step["id"]}, step=step["id"])


def lead(desk: Desk) -> None:
    """Which window of the control room leads is not in the book: the house tells the windows (D20)."""


def blank(desk: Desk) -> None:
    desk.emit("meeting.blanked", {"id": desk.meeting["id"], "on": desk.body.on})


def chain_created(chain: Chain, event: Event) -> None:
    chain.put({"id": KETEN, "type": "chain", **event.body})


def meeting_created(chain: Chain, event: Event) -> None:
    fields = {"state": "planned", "step": "", "steps": [], "blank": False, "entered_at": None}
    chain.put({"type": "meeting", **fields, **event.body})


def meeting_edited(chain: Chain, event: Event) -> None:
    chain.change(event.body["id"], **event.body["fields"])


def meeting_opened(chain: Chain, event: Event) -> None:
    meeting = chain.change(event.body["id"], state="open")
    if meeting.get("opened_at") is None:
        meeting["opened_at"] = event.at
    enter(chain, meeting, event.at)
    tell_writers(chain, event)


def meeting_closed(chain: Chain, event: Event) -> None:
    leave(chain, event.body["id"], event.at)
    chain.change(event.body["id"], state="closed", closed_at=event.at)
    tell_writers(chain, event)


def tell_writers(chain: Chain, event: Event) -> None:
    """When the door of a meeting shuts or opens again, all who wrote there are told anew what became of it."""
    meeting = event.body["id"]
    chain.touched.update(note["id"] for note in chain.of_type("note", meeting))


def leave(chain: Chain, identity: str, at: float) -> None:
    """Count the time that the current step got; from here on nobody is there."""
    meeting = chain.entities[identity]
    if meeting["step"] and meeting["entered_at"] is not None:
        step = chain.entities[meeting["step"]]
        chain.change(step["id"], spent=step["spent"] + max(0.0, at - meeting["entered_at"]), entered_at=None)
    chain.change(identity, entered_at=None)


def enter(chain: Chain, meeting: Entity, at: float) -> None:
    """From here on the time of the current step counts, while the meeting is open."""
    if meeting["step"] and meeting["state"] == "open":
        chain.change(meeting["step"], entered_at=at)
        chain.change(meeting["id"], entered_at=at)


def meeting_went(chain: Chain, event: Event) -> None:
    before = chain.entities[event.body["id"]]["step"]
    leave(chain, event.body["id"], event.at)
    meeting = chain.change(event.body["id"], step=event.body["step"], sheet=None)
    chain.touched.update({before, event.body["step"]} & chain.entities.keys())
    enter(chain, meeting, event.at)


def meeting_blanked(chain: Chain, event: Event) -> None:
    chain.change(event.body["id"], blank=event.body["on"])


RULES = [
    Rule("chain.create", ChainCreate, ONLY_FACILITATOR, create_chain),
    Rule("meeting.edit", MeetingEdit, ONLY_FACILITATOR, edit_meeting, late=True),
    Rule("meeting.close", Empty, ONLY_FACILITATOR, close_meeting),
    Rule("meeting.go", Go, ONLY_FACILITATOR, go, late=True),
    Rule("meeting.lead", Empty, ONLY_FACILITATOR, lead, late=True, kept=False),
    Rule("meeting.blank", Switch, ONLY_FACILITATOR, blank, late=True),
]
EVENTS = {
    "chain.created": chain_created,
    "meeting.created": meeting_created,
    "meeting.edited": meeting_edited,
    "meeting.opened": meeting_opened,
    "meeting.closed": meeting_closed,
    "meeting.went": meeting_went,
    "meeting.blanked": meeting_blanked,
}
