"""Placing: where notes hang (lane, group, behind another note), and what may not be undone because of it."""

from __future__ import annotations

from facilitator.chain.ballots import counts
from facilitator.chain.command import ONLY_FACILITATOR, Body, Desk, Id, Refused, Rule
from facilitator.chain.model import Chain, Entity, Event
from facilitator.chain.notes import Ids, lane_of, one_step

Place = list[str]  # lane, cluster ("" when loose), and the note it is behind ("" when none)


class Move(Body):
    notes: Ids
    lane: str | None = None
    cluster: str | None = None


class Merge(Body):
    into: Id
    notes: Ids


class Split(Body):
    note: Id


def place_of(note: Entity) -> Place:
    return [note["lane"], note.get("cluster", ""), note.get("into", "")]


def pile(chain: Chain, note: Entity) -> list[str]:
    """The note and what is behind it; of a note that is itself behind another, the whole pile. Its head comes first."""
    head = chain.entities[note.get("into") or note["id"]]
    return [head["id"], *head.get("merged", ())]


def hung(chain: Chain, notes: list[Entity], lane: str, cluster: str) -> dict[str, Place]:
    """The places of these notes in this lane and group; a pile stays together."""
    together = [identity for note in notes for identity in pile(chain, note)]
    return {identity: [lane, cluster, chain.entities[identity].get("into", "")] for identity in together}


def was(chain: Chain, places: dict[str, Place]) -> dict[str, Place]:
    """Where these notes hang now."""
    return {identity: place_of(chain.entities[identity]) for identity in places}


def emit_places(desk: Desk, places: dict[str, Place], label: str) -> None:
    """One event that hangs notes elsewhere, with where they were (for undo); nothing when they are there already."""
    before = was(desk.chain, places)
    if places != before:
        step = desk.chain.entities[next(iter(places))]["step"]
        desk.emit("notes.placed", {"places": places, "was": before, "label": label}, step=step)


def move(desk: Desk) -> None:
    notes = one_step(desk, desk.body.notes)
    step = desk.chain.entities[notes[0]["step"]]
    places = {}
    for note in notes:
        lane, cluster, _ = place_of(note)
        if desk.body.lane is not None:
            lane, cluster = lane_of(step, desk.body.lane), ""
        if desk.body.cluster is not None:
            cluster = desk.body.cluster
            if cluster:
                target = desk.find(cluster, "cluster")
                if target["step"] != step["id"]:
                    raise Refused("Dit groepje hoort bij een andere stap.")
                lane = target["lane"]
        places |= hung(desk.chain, [note], lane, cluster)
    emit_places(desk, places, "verplaatsen")


def merge(desk: Desk) -> None:
    """Doubles go behind one note; their texts stay, and what was merged into them comes along."""
    into = desk.find(desk.body.into, "note")
    notes = [note for note in one_step(desk, [into["id"], *desk.body.notes]) if note["id"] != into["id"]]
    if not notes:
        raise Refused("Kies minstens twee briefjes om samen te voegen.")
    if into.get("into"):
        raise Refused("Dit briefje zit zelf al achter een ander briefje.")
    if not all(counts(note) or note.get("into") for note in (into, *notes)):
        raise Refused("Een briefje dat verborgen of ingetrokken is, kan niet samen met een ander.")
    together = dict.fromkeys(identity for note in notes for identity in pile(desk.chain, note))
    places = {one: [into["lane"], into.get("cluster", ""), into["id"]] for one in together if one != into["id"]}
    emit_places(desk, places, "samenvoegen")


def split(desk: Desk) -> None:
    """Of a pile's head: all apart. Of a note behind another: only that one."""
    note = desk.find(desk.body.note, "note")
    chosen = note.get("merged") or ([note["id"]] if note.get("into") else [])
    if not chosen:
        raise Refused("Bij dit briefje is niets samengevoegd.")
    before = {identity: place_of(desk.chain.entities[identity]) for identity in chosen}
    places = {identity: [lane, cluster, ""] for identity, (lane, cluster, _) in before.items()}
    emit_places(desk, places, "uit elkaar halen")


def check_places(desk: Desk, step: Entity, places: dict[str, Place], restored: str = "") -> None:
    """Refuse places that cannot be any more: a lane or group that went, or a pile that would come apart."""
    lanes = [prompt["id"] for prompt in step["prompts"]]
    after = {note["id"]: places.get(note["id"], place_of(note)) for note in desk.chain.in_step(step["id"], "note")}
    for identity, (lane, cluster, into) in places.items():
        note, group = desk.chain.entities[identity], desk.chain.get(cluster)
        if lanes and lane not in lanes:
            raise Refused("De vraag waar dit briefje hing, staat niet meer bij de stap.")
        if group and group["gone"] and cluster != restored:
            raise Refused("Het groepje waar dit briefje in zat, is er niet meer.")
        heads = [into] if into else []
        behind = [other for other in note.get("merged", ()) if after[other][2] == identity]
        apart = any(after[other][:2] != [lane, cluster] for other in (*heads, *behind))
        deeper = any(after[head][2] or behind for head in heads)
        lost = any(desk.chain.entities[one].get("withdrawn") for one in (*heads, identity)) if heads else False
        lost = lost or any(desk.chain.entities[one].get("redacted") for one in (*heads, identity) if heads)
        if apart or deeper or lost:
            raise Refused("Dit kan niet meer terug: aan deze briefjes is intussen iets veranderd.")


def hang(chain: Chain, places: dict[str, Place], seq: int) -> None:
    """Hang each note at its place: lane, cluster, behind which note."""
    for identity, (lane, cluster, into) in places.items():
        before = chain.entities[identity]
        chain.touched.update({before.get("cluster"), cluster} & chain.entities.keys())
        if before.get("into"):
            behind = chain.entities[before["into"]]["merged"]
            chain.change(before["into"], merged=[other for other in behind if other != identity])
        if into:
            chain.change(into, merged=[*chain.entities[into].get("merged", []), identity])
        chain.change(identity, lane=lane, cluster=cluster, into=into)
        chain.mark(identity, "place", seq)


def notes_placed(chain: Chain, event: Event) -> None:
    hang(chain, event.body["places"], event.seq)


RULES = [
    Rule("note.move", Move, ONLY_FACILITATOR, move, late=True),
    Rule("note.merge", Merge, ONLY_FACILITATOR, merge, late=True),
    Rule("note.split", Split, ONLY_FACILITATOR, split, late=True),
]
EVENTS = {"notes.placed": notes_placed, "notes.released": notes_placed}
