"""Notes: posting, correcting, withdrawing, hiding, moving, merging and emptying them."""

from __future__ import annotations

from typing import Annotated, Any

from msgspec import Meta

from facilitator.chain.command import EVERYBODY, ONLY_FACILITATOR, Body, Desk, Id, Paragraph, Refused, Rule, op_of
from facilitator.chain.model import Chain, Entity, Event

ANONYMOUS = "anoniem"
MOST_LINES = 200
Ids = Annotated[list[Id], Meta(min_length=1, max_length=500)]
Block = Annotated[int, Meta(ge=0, le=7)]


class Post(Body):
    step: Id
    text: Paragraph
    lane: str = ""
    section: str = ""
    block: Block = 0


class Many(Body):
    step: Id
    lines: Annotated[list[Paragraph], Meta(min_length=1, max_length=MOST_LINES)]
    lane: str = ""
    section: str = ""
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


class Move(Body):
    notes: Ids
    lane: str | None = None
    cluster: str | None = None


class Merge(Body):
    into: Id
    notes: Ids


class Split(Body):
    note: Id


class Colour(Body):
    notes: Ids
    block: Block


class Redact(Body):
    note: Id


def limit_of(step: Entity) -> int:
    """How many characters a note of this step may have."""
    return int(step["settings"].get("max_length", 280))


def lane_of(step: Entity, lane: str) -> str:
    """The lane asked for, if the step has it; the first lane when none is asked."""
    lanes = [prompt["id"] for prompt in step["prompts"]]
    if not lane:
        return lanes[0] if lanes else "1"
    if lanes and lane not in lanes:
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
    desk.emit("note.posted", body, step=step["id"])


def many(desk: Desk) -> None:
    """Notes on behalf of people without a phone: one per line, empty lines skipped, all or none."""
    step = desk.step(desk.body.step)
    lane = lane_of(step, desk.body.lane)
    lines = [line.strip() for line in desk.body.lines if line.strip()]
    if not lines:
        raise Refused("Er staat nog niets. Zet elk briefje op een eigen regel.", field="lines")
    for number, line in enumerate(lines, 1):
        if len(line) > limit_of(step):
            raise Refused(f"Regel {number} is langer dan {limit_of(step)} tekens. Maak hem korter.", field="lines")
        body: dict[str, Any] = {"lane": lane, "text": desk.told(line, limit_of(step)), "on_behalf": True}
        if desk.body.organisation and step["settings"].get("names") != ANONYMOUS:
            body["organisation"] = desk.find(desk.body.organisation, "organisation")["id"]
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
        raise Refused("Dit briefje is definitief leeggemaakt.")
    return note


def edit(desk: Desk) -> None:
    note = own_note(desk)
    text = desk.told(desk.body.text, limit_of(desk.chain.entities[note["step"]]))
    if text != note["text"]:
        desk.emit("note.edited", {"id": note["id"], "text": text}, step=note["step"])


def withdraw(desk: Desk) -> None:
    note = own_note(desk)
    if bool(note.get("withdrawn")) != desk.body.on:
        name = "note.withdrawn" if desk.body.on else "note.restored"
        desk.emit(name, {"id": note["id"]}, step=note["step"])


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


def place_of(note: Entity) -> list[str]:
    """Where a note hangs: lane, cluster ("" when loose), and the note it is merged into ("" when none)."""
    return [note["lane"], note.get("cluster", ""), note.get("into", "")]


def emit_places(desk: Desk, places: dict[str, list[str]], label: str) -> None:
    """One event that hangs notes elsewhere, with where they were (for undo)."""
    was = {identity: place_of(desk.chain.entities[identity]) for identity in places}
    if places != was:
        step = desk.chain.entities[next(iter(places))]["step"]
        desk.emit("notes.placed", {"places": places, "was": was, "label": label}, step=step)


def move(desk: Desk) -> None:
    notes = one_step(desk, desk.body.notes)
    step = desk.chain.entities[notes[0]["step"]]
    places = {}
    for note in notes:
        lane, cluster, into = place_of(note)
        if desk.body.lane is not None:
            lane, cluster = lane_of(step, desk.body.lane), ""
        if desk.body.cluster is not None:
            cluster = desk.body.cluster
            if cluster:
                target = desk.find(cluster, "cluster")
                if target["step"] != step["id"]:
                    raise Refused("Dit groepje hoort bij een andere stap.")
                lane = target["lane"]
        places[note["id"]] = [lane, cluster, into]
    emit_places(desk, places, "verplaatsen")


def merge(desk: Desk) -> None:
    """Doubles go behind one note; their texts stay, and what was merged into them comes along."""
    into = desk.find(desk.body.into, "note")
    notes = [note for note in one_step(desk, [into["id"], *desk.body.notes]) if note["id"] != into["id"]]
    if not notes:
        raise Refused("Kies minstens twee briefjes om samen te voegen.")
    if into.get("into"):
        raise Refused("Dit briefje zit zelf al achter een ander briefje.")
    moved = {note["id"] for note in notes}
    places = {}
    for note in desk.chain.in_step(into["step"], "note"):
        if note["id"] in moved or note.get("into") in moved:
            places[note["id"]] = [into["lane"], into.get("cluster", ""), into["id"]]
    emit_places(desk, places, "samenvoegen")


def split(desk: Desk) -> None:
    note = desk.find(desk.body.note, "note")
    behind = [other for other in desk.chain.in_step(note["step"], "note") if other.get("into") == note["id"]]
    chosen = behind or ([note] if note.get("into") else [])
    if not chosen:
        raise Refused("Bij dit briefje is niets samengevoegd.")
    emit_places(desk, {other["id"]: [*place_of(other)[:2], ""] for other in chosen}, "uit elkaar halen")


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


def note_posted(chain: Chain, event: Event) -> None:
    body = event.body
    late = chain.entities[event.meeting]["step"] != event.step
    fields = {"meeting": event.meeting, "step": event.step, "seq": event.seq, "op": event.op, "late": late}
    chain.put({"type": "note", **fields, **body})


def note_edited(chain: Chain, event: Event) -> None:
    chain.change(event.body["id"], text=event.body["text"])


def note_withdrawn(chain: Chain, event: Event) -> None:
    chain.change(event.body["id"], withdrawn=event.name == "note.withdrawn")


def notes_hidden(chain: Chain, event: Event) -> None:
    for identity in event.body["ids"]:
        chain.change(identity, hidden=event.name == "notes.hidden")
        chain.mark(identity, "hidden", event.seq)


def hang(chain: Chain, places: dict[str, list[str]], seq: int) -> None:
    """Hang each note at its place: lane, cluster, into."""
    for identity, (lane, cluster, into) in places.items():
        was = chain.entities[identity]
        chain.touched.update({was.get("cluster"), cluster} & chain.entities.keys())
        if was.get("into"):
            behind = chain.entities[was["into"]]["merged"]
            chain.change(was["into"], merged=[other for other in behind if other != identity])
        if into:
            chain.change(into, merged=[*chain.entities[into].get("merged", []), identity])
        chain.change(identity, lane=lane, cluster=cluster, into=into)
        chain.mark(identity, "place", seq)


def notes_placed(chain: Chain, event: Event) -> None:
    hang(chain, event.body["places"], event.seq)


def notes_blocked(chain: Chain, event: Event) -> None:
    for identity, block in event.body["blocks"].items():
        chain.change(identity, block=block)
        chain.mark(identity, "block", event.seq)


def note_redacted(chain: Chain, event: Event) -> None:
    chain.change(event.body["id"], text="", redacted=True)


RULES = [
    Rule("note.post", Post, EVERYBODY, post, of_step=True),
    Rule("note.many", Many, ONLY_FACILITATOR, many, of_step=True, late=True),
    Rule("note.edit", Edit, EVERYBODY, edit),
    Rule("note.withdraw", Withdraw, EVERYBODY, withdraw),
    Rule("note.hide", Hide, ONLY_FACILITATOR, hide, late=True),
    Rule("note.move", Move, ONLY_FACILITATOR, move, late=True),
    Rule("note.merge", Merge, ONLY_FACILITATOR, merge, late=True),
    Rule("note.split", Split, ONLY_FACILITATOR, split, late=True),
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
    "notes.placed": notes_placed,
    "notes.blocked": notes_blocked,
    "note.redacted": note_redacted,
}
