"""Instruments: what a keten has for carers in a building block, for whom and of which category; they last (form 3).

The facilitator lists them; what a phone proposes is its writer's and the facilitator's until it is adopted. Who made an
instrument and who carries it out are roles (roles.py): what a proposal says of that becomes roles when it is adopted.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from msgspec import Meta

from facilitator.chain import behalf, carrying, listing
from facilitator.chain.categories import CATEGORIES
from facilitator.chain.command import (
    EVERYBODY,
    ONLY_FACILITATOR,
    ONLY_PARTICIPANT,
    Body,
    Desk,
    Id,
    Line,
    Paragraph,
    Refused,
    Rule,
)
from facilitator.chain.model import Chain, Entity, Event
from facilitator.chain.notes import MOST_LINES, Block
from facilitator.chain.people import organisation_named, plain

LONG = 120  # characters of a name, of for whom it is, and of an organisation
MAKERS = ("developer", "executor")  # the roles that an instrument has
FIELDS = ("name", "block", "category", "group", *MAKERS)
Category = Literal[("", *CATEGORIES)]


class Add(Body):
    step: Id
    name: Line
    block: Block = 0
    category: Category = ""
    group: Line = ""


class Propose(Add):
    developer: Line = ""
    executor: Line = ""


class Many(Body):
    step: Id
    lines: Annotated[list[Paragraph], Meta(min_length=1, max_length=MOST_LINES)]
    block: Block = 0
    organisation: str = ""


class Edit(Body):
    instrument: Id
    name: Line | None = None
    block: Block | None = None
    category: Category | None = None
    group: Line | None = None
    developer: Line | None = None
    executor: Line | None = None


class One(Body):
    instrument: Id


class Adopt(Body):
    instrument: Id
    on: bool = True


# what there is


def here(chain: Chain, step: Entity) -> list[Entity]:
    """What a step works with, proposals too: what came back from earlier meetings, then that of its own meeting."""
    back = (chain.get(identity, "instrument") for identity in step["state"].get("carried", ()))
    found = {one["id"]: one for one in (*back, *chain.of_type("instrument", step["meeting"])) if one}
    return [one for one in found.values() if not one["gone"]]


def listed(chain: Chain, step: Entity) -> list[Entity]:
    """The instruments of the keten that a step works with, by building block."""
    return sorted((one for one in here(chain, step) if one["adopted"]), key=lambda one: one["block"] or 8)


def proposed(chain: Chain, step: Entity) -> list[Entity]:
    """What was proposed in this step and not adopted yet, in the order written."""
    return [one for one in chain.in_step(step["id"], "instrument") if not one["gone"] and not one["adopted"]]


def lasting(chain: Chain) -> list[Entity]:
    """All instruments of the keten."""
    return [one for one in chain.of_type("instrument") if one["adopted"] and not one["gone"]]


# commands


def reached(desk: Desk) -> Entity:
    """The instrument, when it is of the seat's own meeting or came back in it."""
    found = desk.chain.get(desk.body.instrument, "instrument")
    if found is None or found["gone"]:
        raise Refused("Dit instrument staat niet meer in de lijst.")
    if not desk.facilitator or found["id"] not in carrying.carried(desk.chain, desk.seat.meeting):
        desk.find(found["id"], "instrument")
    return found


def own(desk: Desk) -> Entity:
    """The instrument, when the seat may change it: its writer until it is adopted, and the facilitator."""
    found = reached(desk)
    if not desk.facilitator and found.get("author") != desk.seat.id:
        raise Refused("Dit voorstel is van iemand anders.", "forbidden")
    if not desk.facilitator and found["adopted"]:
        raise Refused("Dit staat nu op de lijst van de keten. Vraag de begeleider om het aan te passen.")
    return found


def name_of(desk: Desk, others: list[Entity], name: str = "") -> str:
    """The name as asked, on one line; refused when another instrument of the keten is called so."""
    name = " ".join(desk.told(name or desk.body.name, LONG, "name").split())
    if any(plain(one["name"]) == plain(name) for one in others):
        raise Refused("Dit instrument staat al in de lijst.", field="name")
    return name


def short(desk: Desk, field: str) -> str:
    """What was typed in a field that may stay empty, on one line."""
    text = " ".join((getattr(desk.body, field) or "").split())
    if len(text) > LONG:
        raise Refused(f"Houd het korter dan {LONG} tekens. Nu zijn het er {len(text)}.", field=field)
    return text


def add(desk: Desk) -> None:
    step = desk.step(desk.body.step)
    body = {"name": name_of(desk, listed(desk.chain, step)), "block": desk.body.block}
    body |= {"category": desk.body.category, "group": short(desk, "group")}
    desk.emit("instrument.added", {"id": desk.new_id("x"), **body}, step=step["id"])


def propose(desk: Desk) -> None:
    """What somebody at the table knows of; also when it is on the list already: the facilitator decides."""
    step = desk.step(desk.body.step)
    body = {"name": name_of(desk, []), "block": desk.body.block, "category": desk.body.category}
    body |= {field: short(desk, field) for field in ("group", *MAKERS)}
    body |= {"adopted": False, "author": desk.seat.id}
    desk.emit("instrument.added", {"id": desk.new_id("x"), **body}, step=step["id"])


def many(desk: Desk) -> None:
    """Proposals of people without a phone: one name per line, all or none."""
    step = desk.step(desk.body.step)
    more = {"block": desk.body.block, "adopted": False, "on_behalf": True, **behalf.organisation(desk)}
    for line in behalf.lines(desk, LONG, "elk instrument"):
        name = " ".join(line.split())
        desk.emit("instrument.added", {"id": desk.new_id("x"), "name": name, **more}, step=step["id"])


def edit(desk: Desk) -> None:
    found = own(desk)
    fields: dict[str, Any] = {}
    if desk.body.name is not None:
        others = [one for one in lasting(desk.chain) if one["id"] != found["id"]] if found["adopted"] else []
        fields["name"] = name_of(desk, others)
    for field in ("block", "category"):
        if getattr(desk.body, field) is not None:
            fields[field] = getattr(desk.body, field)
    for field in ("group", *MAKERS):
        if getattr(desk.body, field) is not None:
            fields[field] = short(desk, field)
    fields = {key: value for key, value in fields.items() if found[key] != value}
    if fields:
        desk.emit("instrument.edited", {"id": found["id"], "fields": fields}, step=found["step"])


def adopt(desk: Desk) -> None:
    """Onto the list of the keten, with who made it and who carries it out; or a proposal again."""
    found = reached(desk)
    if found["adopted"] == desk.body.on:
        return
    if desk.body.on:
        name_of(desk, lasting(desk.chain), found["name"])
    desk.emit("instrument.adopted", {"id": found["id"], "on": desk.body.on}, step=found["step"])
    known: dict[str, str] = {}  # an organisation that is new is new once
    for maker in MAKERS if desk.body.on else ():
        name = plain(found[maker])
        if name and name not in known:
            known[name] = organisation_named(desk, found[maker])
        if name:
            give(desk, found, maker, known[name])


def give(desk: Desk, found: Entity, maker: str, organisation: str) -> None:
    """The organisation that the proposal names gets the role, unless it has that already."""
    slot = f"{maker}.{found['id']}"
    held = (one for one in desk.chain.of_type("role") if one["slot"] == slot and not one["gone"])
    if all(one["organisation"] != organisation for one in held):
        body = {"id": desk.new_id("h"), "slot": slot, "organisation": organisation, "named": False}
        desk.emit("role.assigned", body, step=found["step"])


def remove(desk: Desk) -> None:
    """It goes off the list with who made and who carries it out; undo brings all of that back."""
    found = own(desk)
    desk.emit("instrument.removed", {"id": found["id"]}, step=found["step"])


# events


def instrument_added(chain: Chain, event: Event) -> None:
    """Before there were proposals, all were of the keten at once."""
    fields = {"meeting": event.meeting, "step": event.step, "gone": False, "adopted": True}
    fields |= dict.fromkeys(("category", "group", *MAKERS), "")
    chain.put({"type": "instrument", **fields, **event.body})
    chain.mark(event.body["id"], "gone", event.seq)


RULES = [
    Rule("instrument.add", Add, ONLY_FACILITATOR, add, of_step=True, late=True),
    Rule("instrument.propose", Propose, ONLY_PARTICIPANT, propose, of_step=True),
    Rule("instrument.many", Many, ONLY_FACILITATOR, many, of_step=True, late=True),
    Rule("instrument.edit", Edit, EVERYBODY, edit, late=True),
    Rule("instrument.adopt", Adopt, ONLY_FACILITATOR, adopt, late=True),
    Rule("instrument.remove", One, EVERYBODY, remove, late=True),
]
EVENTS = {
    "instrument.added": instrument_added,
    "instrument.edited": listing.edited,
    "instrument.adopted": listing.adopted,
    "instrument.removed": listing.gone,
    "instrument.restored": listing.gone,
}
