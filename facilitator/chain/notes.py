"""Notes: posting, correcting, withdrawing, hiding, colouring and emptying them. Where they hang is in placing.py."""

from __future__ import annotations

from typing import Annotated, Any

from msgspec import Meta

from facilitator.chain import behalf
from facilitator.chain.command import EVERYBODY, ONLY_FACILITATOR, Body, Desk, Id, Paragraph, Refused, Rule, op_of
from facilitator.chain.model import Chain, Entity, Event

ANONYMOUS = "anoniem"
MOST_LINES = 200
UNSEEN = {"hidden": True, "waiting": True}  # a note that the facilitator has to look at first
Ids = Annotated[list[Id], Meta(min_length=1, max_length=500)]
Block = Annotated[int, Meta(ge=0, le=7)]
Key = Annotated[str, Meta(max_length=80)]


class Post(Body):
    step: Id
    text: Paragraph
    lane: Key = ""
    section: Key = ""
    block: Block = 0


class Many(Body):
    step: Id
    lines: Annotated[list[Paragraph], Meta(min_length=1, max_length=MOST_LINES)]
    lane: Key = ""
    section: Key = ""
    block: Block = 0
    organisation: str = ""


class Edit(Body):
    note: Id
    text: Paragraph
    proof: str = ""


class Withdraw(Body):
    note: Id
    on: bool = True
    proof: str = ""


class Hide(Body):
    notes: Ids
    on: bool = True


class Colour(Body):
    notes: Ids
    block: Block


class Redact(Body):
    note: Id


def limit_of(step: Entity) -> int:
    """How many characters a note of this step may have."""
    return int(step["settings"].get("max_length", 280))


def lane_of(step: Entity, lane: str) -> str:
    """The lane asked for, if the step has it; the first lane when none is asked; "1" in a step without prompts."""
    lanes = [prompt["id"] for prompt in step["prompts"]]
    if not lane or not lanes:
        return lanes[0] if lanes else "1"
    if lane not in lanes:
        raise Refused("Deze vraag staat niet meer bij de stap. Kies een andere.", field="lane")
    return lane


def author_of(desk: Desk, step: Entity) -> dict[str, str]:
    """Who wrote it, as far as the book may know: nobody in an anonymous step, only proof for the phone itself."""
    if desk.facilitator:
        return {}
    if step["settings"].get("names") == ANONYMOUS:
        return {"proof": desk.command.op}
    return {"author": desk.seat.id}


def post(desk: Desk) -> None:
    step = desk.step(desk.body.step)
    text = desk.told(desk.body.text, limit_of(step))
    body = {"id": desk.new_id("n"), "lane": lane_of(step, desk.body.lane), "text": text, **author_of(desk, step)}
    if desk.body.section:
        body["section"] = desk.body.section
    if desk.body.block:
        body["block"] = desk.body.block
    if desk.facilitator:
        body["on_behalf"] = True
    elif step["settings"].get("approve"):
        body |= UNSEEN
    desk.emit("note.posted", body, step=step["id"])


def many(desk: Desk) -> None:
    """Notes on behalf of people without a phone: one per line, empty lines skipped, all or none."""
    step = desk.step(desk.body.step)
    lane = lane_of(step, desk.body.lane)
    whose = behalf.organisation(desk) if step["settings"].get("names") != ANONYMOUS else {}
    for line in behalf.lines(desk, limit_of(step), "elk briefje"):
        body: dict[str, Any] = {"lane": lane, "text": line, "on_behalf": True, **whose}
        if desk.body.section:
            body["section"] = desk.body.section
        if desk.body.block:
            body["block"] = desk.body.block
        desk.emit("note.posted", {"id": desk.new_id("n"), **body}, step=step["id"])


def own_note(desk: Desk) -> Entity:
    """The note, if the seat wrote it (or is the facilitator)."""
    note = desk.find(desk.body.note, "note")
    mine = note.get("author") == desk.seat.id if note.get("author") else False
    proven = bool(desk.body.proof) and note.get("proof") == op_of(desk.body.proof)
    if not (desk.facilitator or mine or proven):
        raise Refused("Dit briefje is van iemand anders.", "forbidden")
    if note.get("redacted"):
        raise Refused("Dit briefje is voorgoed leeggemaakt.")
    return note


def edit(desk: Desk) -> None:
    """Another text. Where notes are looked at first, a participant's new text is looked at again.

    When who runs the step changes what somebody else wrote, the note says so until its writer changes it again.
    """
    note = own_note(desk)
    step = desk.chain.entities[note["step"]]
    text = desk.told(desk.body.text, limit_of(step))
    if text != note["text"]:
        again = UNSEEN if step["settings"].get("approve") and not desk.facilitator else {}
        amended = {"amended": True} if desk.facilitator and not note.get("on_behalf") else {}
        desk.emit("note.edited", {"id": note["id"], "text": text, **again, **amended}, step=note["step"])


def withdraw(desk: Desk) -> None:
    note = own_note(desk)
    if bool(note.get("withdrawn")) != desk.body.on:
        name = "note.withdrawn" if desk.body.on else "note.restored"
        desk.emit(name, {"id": note["id"]}, step=note["step"])
        release(desk, note)


def release(desk: Desk, note: Entity) -> None:
    """A note goes: it leaves its pile, and the next in the pile comes to the front with the others behind it."""
    behind = note.get("merged") or []
    if note.get("into") or behind:
        lane, cluster = note["lane"], note.get("cluster", "")
        places = {note["id"]: [lane, cluster, ""]}
        places |= {identity: [lane, cluster, behind[0] if identity != behind[0] else ""] for identity in behind}
        desk.emit("notes.released", {"places": places}, step=note["step"])


def one_step(desk: Desk, ids: list[str]) -> list[Entity]:
    """The notes, which must all hang in one step."""
    notes = [desk.find(identity, "note") for identity in dict.fromkeys(ids)]
    if len({note["step"] for note in notes}) > 1:
        raise Refused("Deze briefjes hangen niet in dezelfde stap.")
    return notes


def hide(desk: Desk) -> None:
    notes = one_step(desk, desk.body.notes)
    ids = [note["id"] for note in notes if bool(note.get("hidden")) != desk.body.on]
    if ids:
        desk.emit("notes.hidden" if desk.body.on else "notes.shown", {"ids": ids}, step=notes[0]["step"])


def colour(desk: Desk) -> None:
    notes = one_step(desk, desk.body.notes)
    blocks = {note["id"]: desk.body.block for note in notes}
    was = {note["id"]: note.get("block", 0) for note in notes}
    if blocks != was:
        desk.emit("notes.blocked", {"blocks": blocks, "was": was}, step=notes[0]["step"])


def redact(desk: Desk) -> None:
    """The text goes for good, also from the book (D7)."""
    note = desk.find(desk.body.note, "note")
    if not note.get("redacted"):
        desk.emit("note.redacted", {"id": note["id"]}, step=note["step"])
        desk.redact.append(note["id"])
        release(desk, note)


def note_posted(chain: Chain, event: Event) -> None:
    body = event.body
    late = chain.entities[event.meeting]["step"] != event.step
    fields = {"meeting": event.meeting, "step": event.step, "seq": event.seq, "op": event.op, "late": late}
    chain.put({"type": "note", **fields, **body})


def note_edited(chain: Chain, event: Event) -> None:
    again = {key: event.body[key] for key in UNSEEN if key in event.body}
    chain.change(event.body["id"], text=event.body["text"], amended=bool(event.body.get("amended")), **again)
    if again:
        chain.mark(event.body["id"], "hidden", event.seq)


def note_withdrawn(chain: Chain, event: Event) -> None:
    chain.change(event.body["id"], withdrawn=event.name == "note.withdrawn")


def notes_hidden(chain: Chain, event: Event) -> None:
    for identity in event.body["ids"]:
        chain.change(identity, hidden=event.name == "notes.hidden", waiting=False)
        chain.mark(identity, "hidden", event.seq)


def notes_blocked(chain: Chain, event: Event) -> None:
    for identity, block in event.body["blocks"].items():
        chain.change(identity, block=block)
        chain.mark(identity, "block", event.seq)


def note_redacted(chain: Chain, event: Event) -> None:
    chain.change(event.body["id"], text="", redacted=True)


RULES = [
    Rule("note.post", Post, EVERYBODY, post, of_step=True),
    Rule("note.many", Many, ONLY_FACILITATOR, many, of_step=True, late=True),
    Rule("note.edit", Edit, EVERYBODY, edit, late=True),
    Rule("note.withdraw", Withdraw, EVERYBODY, withdraw),
    Rule("note.hide", Hide, ONLY_FACILITATOR, hide, late=True),
    Rule("note.block", Colour, ONLY_FACILITATOR, colour, late=True),
    Rule("note.redact", Redact, ONLY_FACILITATOR, redact, late=True),
]
EVENTS = {
    "note.posted": note_posted,
    "note.edited": note_edited,
    "note.withdrawn": note_withdrawn,
    "note.restored": note_withdrawn,
    "notes.hidden": notes_hidden,
    "notes.shown": notes_hidden,
    "notes.blocked": notes_blocked,
    "note.redacted": note_redacted,
}
