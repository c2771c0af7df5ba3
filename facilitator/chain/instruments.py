"""Instruments: what a keten has for carers in a building block, by name; they last, and come back in later meetings."""

from __future__ import annotations

from facilitator.chain import carrying
from facilitator.chain.command import ONLY_FACILITATOR, Body, Desk, Id, Line, Refused, Rule
from facilitator.chain.model import Chain, Entity, Event
from facilitator.chain.notes import Block
from facilitator.chain.people import plain

LONG = 120


class Add(Body):
    step: Id
    name: Line
    block: Block = 0


class Edit(Body):
    instrument: Id
    name: Line | None = None
    block: Block | None = None


class One(Body):
    instrument: Id


def listed(chain: Chain, step: Entity) -> list[Entity]:
    """The instruments that a step works with, by building block: what came back, then its own."""
    back = (chain.get(identity, "instrument") for identity in step["state"].get("carried", ()))
    found = [one for one in (*back, *chain.in_step(step["id"], "instrument")) if one and not one["gone"]]
    return sorted(found, key=lambda one: one["block"] or 8)


def reached(desk: Desk) -> Entity:
    """The instrument, when it is of the seat's own meeting or came back in it."""
    found = desk.chain.get(desk.body.instrument, "instrument")
    if found is None or found["gone"]:
        raise Refused("Dit instrument staat niet meer in de lijst.")
    if found["id"] not in carrying.carried(desk.chain, desk.seat.meeting):
        desk.find(found["id"], "instrument")
    return found


def name_of(desk: Desk, others: list[Entity]) -> str:
    """The name as asked, on one line; refused when another instrument is called so."""
    name = " ".join(desk.told(desk.body.name, LONG, "name").split())
    if any(plain(one["name"]) == plain(name) for one in others):
        raise Refused("Dit instrument staat al in de lijst.", field="name")
    return name


def add(desk: Desk) -> None:
    step = desk.step(desk.body.step)
    body = {"name": name_of(desk, listed(desk.chain, step)), "block": desk.body.block}
    desk.emit("instrument.added", {"id": desk.new_id("x"), **body}, step=step["id"])


def edit(desk: Desk) -> None:
    found = reached(desk)
    fields = {}
    if desk.body.name is not None:
        others = [one for one in desk.chain.of_type("instrument") if one["id"] != found["id"] and not one["gone"]]
        fields["name"] = name_of(desk, others)
    if desk.body.block is not None:
        fields["block"] = desk.body.block
    fields = {key: value for key, value in fields.items() if found[key] != value}
    if fields:
        desk.emit("instrument.edited", {"id": found["id"], "fields": fields}, step=found["step"])


def remove(desk: Desk) -> None:
    """It goes off the list with who made and who carries it out; undo brings all of that back."""
    found = reached(desk)
    desk.emit("instrument.removed", {"id": found["id"]}, step=found["step"])


def instrument_added(chain: Chain, event: Event) -> None:
    chain.put({"type": "instrument", "meeting": event.meeting, "step": event.step, "gone": False, **event.body})
    chain.mark(event.body["id"], "gone", event.seq)


def instrument_edited(chain: Chain, event: Event) -> None:
    chain.change(event.body["id"], **event.body["fields"])


def instrument_gone(chain: Chain, event: Event) -> None:
    chain.change(event.body["id"], gone=event.name == "instrument.removed")
    chain.mark(event.body["id"], "gone", event.seq)


RULES = [
    Rule("instrument.add", Add, ONLY_FACILITATOR, add, of_step=True, late=True),
    Rule("instrument.edit", Edit, ONLY_FACILITATOR, edit, late=True),
    Rule("instrument.remove", One, ONLY_FACILITATOR, remove, late=True),
]
EVENTS = {
    "instrument.added": instrument_added,
    "instrument.edited": instrument_edited,
    "instrument.removed": instrument_gone,
    "instrument.restored": instrument_gone,
}
