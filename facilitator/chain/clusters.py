"""Clusters: groups of notes with a name."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from facilitator.chain.command import ONLY_FACILITATOR, Body, Desk, Id, Line, Refused, Rule
from facilitator.chain.model import Chain, Entity, Event
from facilitator.chain.notes import Block, lane_of, one_step
from facilitator.chain.placing import hang, hung, was


class Make(Body):
    step: Id
    name: Line = ""
    lane: str = ""
    notes: Annotated[list[Id], Meta(max_length=500)] = []


class Rename(Body):
    cluster: Id
    name: Line
    block: Block | None = None


class Dissolve(Body):
    cluster: Id


def make(desk: Desk) -> None:
    """A new group, with the chosen notes in it; without a name it is called after its number."""
    step = desk.step(desk.body.step)
    notes = one_step(desk, desk.body.notes) if desk.body.notes else []
    if any(note["step"] != step["id"] for note in notes):
        raise Refused("Deze briefjes hangen in een andere stap.")
    number = 1 + sum(1 for _ in desk.chain.in_step(step["id"], "cluster"))
    name = " ".join(desk.body.name.split())[:120] or f"Groepje {number}"
    lane = lane_of(step, desk.body.lane or (notes[0]["lane"] if notes else ""))
    identity = desk.new_id("c")
    places = hung(desk.chain, notes, lane, identity)
    body = {"id": identity, "lane": lane, "name": name, "places": places, "was": was(desk.chain, places)}
    desk.emit("cluster.made", body, step=step["id"])


def rename(desk: Desk) -> None:
    cluster = desk.find(desk.body.cluster, "cluster")
    body = {"id": cluster["id"], "name": desk.told(desk.body.name, 120, "name")}
    if desk.body.block is not None:
        body["block"] = desk.body.block
    desk.emit("cluster.renamed", body, step=cluster["step"])


def dissolve(desk: Desk) -> None:
    """The group goes, its notes hang loose again."""
    cluster = desk.find(desk.body.cluster, "cluster")
    before = was(desk.chain, dict.fromkeys(inside(desk.chain, cluster)))
    places = {identity: [lane, "", into] for identity, (lane, _, into) in before.items()}
    desk.emit("cluster.dissolved", {"id": cluster["id"], "places": places, "was": before}, step=cluster["step"])


def inside(chain: Chain, cluster: Entity) -> list[str]:
    """The notes of a group, with those behind others."""
    return [note["id"] for note in chain.in_step(cluster["step"], "note") if note.get("cluster") == cluster["id"]]


def cluster_made(chain: Chain, event: Event) -> None:
    body = event.body
    fields = {"lane": body["lane"], "name": body["name"], "block": 0, "gone": False}
    chain.put({"id": body["id"], "type": "cluster", "meeting": event.meeting, "step": event.step, **fields})
    hang(chain, body["places"], event.seq)
    chain.mark(body["id"], "gone", event.seq)


def cluster_renamed(chain: Chain, event: Event) -> None:
    fields = {key: event.body[key] for key in ("name", "block") if key in event.body}
    chain.change(event.body["id"], **fields)


def cluster_gone(chain: Chain, event: Event) -> None:
    chain.change(event.body["id"], gone=event.name == "cluster.dissolved")
    chain.mark(event.body["id"], "gone", event.seq)
    hang(chain, event.body["places"], event.seq)


RULES = [
    Rule("cluster.make", Make, ONLY_FACILITATOR, make, of_step=True, late=True),
    Rule("cluster.rename", Rename, ONLY_FACILITATOR, rename, late=True),
    Rule("cluster.dissolve", Dissolve, ONLY_FACILITATOR, dissolve, late=True),
]
EVENTS = {
    "cluster.made": cluster_made,
    "cluster.renamed": cluster_renamed,
    "cluster.dissolved": cluster_gone,
    "cluster.restored": cluster_gone,
}
