"""Vindplaatsen: four groups of carers and the places where they already are; who comes there, and where nobody does."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from exercises.kinds.vindplaatsen import guest as room
from exercises.kinds.vindplaatsen import told
from exercises.kinds.vindplaatsen.places import counted, groups, listed, opening, state_of, stocked, visitors
from exercises.kinds.vindplaatsen.rehearsal import play
from exercises.kinds.vindplaatsen.words import WORDS
from facilitator.chain.carers import GROUPS
from facilitator.chain.command import (
    EVERYBODY,
    ONLY_FACILITATOR,
    ONLY_PARTICIPANT,
    Body,
    Desk,
    Id,
    Line,
    Refused,
    Rule,
)
from facilitator.chain.guest import Guest, Intent
from facilitator.chain.kind import Act, Audience, Kind, Page, Table
from facilitator.chain.model import Chain, Entity, Event
from facilitator.chain.paper import Block
from facilitator.chain.people import organisation_named, plain
from facilitator.chain.setting import Setting

NAME, ORGANISATION = 80, 120  # characters of a place of one's own, and of an organisation
Slot = Annotated[str, Meta(min_length=1, max_length=40)]
Group = Literal["young", "older", "migration", "working"]


class Tell(Body):
    step: Id
    slot: Slot
    on: bool = True


class Mark(Body):
    step: Id
    organisation: Line
    slots: Annotated[list[Slot], Meta(min_length=1, max_length=60)]
    on: bool = True


class Add(Body):
    step: Id
    group: Group
    name: Line


class Drop(Body):
    step: Id
    slot: Slot
    on: bool = True


class Look(Body):
    step: Id
    at: Literal["", "young", "older", "migration", "working"]


def known(step: Entity, slots: list[str]) -> list[str]:
    """The same slots, which must all be in the list of this step."""
    here = {one["id"] for one in listed(step)}
    if not here.issuperset(slots):
        raise Refused(WORDS["no_place"])
    return list(dict.fromkeys(slots))


def told_of(desk: Desk, step: Entity, organisation: str, slots: list[str], on: bool) -> None:
    """That an organisation comes there, or no longer; nothing when it was so already."""
    fresh = [slot for slot in known(step, slots) if (organisation in visitors(step, slot)) != on]
    if fresh:
        desk.emit("place.told", {"organisation": organisation, "slots": fresh, "on": on}, step=step["id"])


def tell(desk: Desk) -> None:
    """A phone speaks for its organisation."""
    step = desk.step(desk.body.step)
    organisation = desk.find(desk.seat.id, "participant").get("organisation")
    if not organisation:
        raise Refused(WORDS["no_organisation"])
    told_of(desk, step, organisation, [desk.body.slot], desk.body.on)


def mark(desk: Desk) -> None:
    """On behalf of an organisation without a phone, or to correct what was told."""
    step = desk.step(desk.body.step)
    name = " ".join(desk.body.organisation.split())
    if len(name) > ORGANISATION:
        raise Refused(WORDS["long"].format(limit=ORGANISATION), field="organisation")
    known(step, desk.body.slots)
    organisation = organisation_named(desk, name)
    if not organisation:
        raise Refused(WORDS["who"], field="organisation")
    told_of(desk, step, organisation, desk.body.slots, desk.body.on)


def add(desk: Desk) -> None:
    """A place that is not in the list; from a phone its own organisation comes there."""
    step = desk.step(desk.body.step)
    name = " ".join(desk.told(desk.body.name, NAME, "name").split())
    if desk.body.group not in groups(step):
        raise Refused(WORDS["no_group"])
    if any(plain(one["text"]) == plain(name) for one in listed(step) if one["group"] == desk.body.group):
        raise Refused(WORDS["twice"], field="name")
    identity = desk.new_id("v")
    desk.emit("place.added", {"id": identity, "group": desk.body.group, "text": name}, step=step["id"])
    organisation = "" if desk.facilitator else desk.find(desk.seat.id, "participant").get("organisation")
    if organisation:
        body = {"organisation": organisation, "slots": [identity], "on": True}
        desk.emit("place.told", body, step=step["id"])


def drop(desk: Desk) -> None:
    """A place that somebody added goes from the list, or comes back with who comes there."""
    step = desk.step(desk.body.step)
    own = next((one for one in state_of(step)["own"] if one["id"] == desk.body.slot), None)
    if own is None:
        raise Refused(WORDS["own_only"])
    if own["gone"] != desk.body.on:
        desk.emit("place.dropped", {"place": own["id"], "on": desk.body.on}, step=step["id"])


def look(desk: Desk) -> None:
    """The overview, or one group large."""
    step = desk.step(desk.body.step)
    if desk.body.at and desk.body.at not in groups(step):
        raise Refused(WORDS["no_group"])
    if state_of(step)["at"] != desk.body.at:
        desk.emit("step.set", {"id": step["id"], "fields": {"at": desk.body.at}}, step=step["id"])


def put(chain: Chain, event: Event, **fields: Any) -> None:
    step = chain.entities[event.step]
    chain.change(step["id"], state={**state_of(step), **fields})


def place_told(chain: Chain, event: Event) -> None:
    who = dict(state_of(chain.entities[event.step])["who"])
    for slot in event.body["slots"]:
        others = [one for one in who.get(slot, ()) if one != event.body["organisation"]]
        who[slot] = [*others, event.body["organisation"]] if event.body["on"] else others
    put(chain, event, who=who)


def place_added(chain: Chain, event: Event) -> None:
    own = state_of(chain.entities[event.step])["own"]
    put(chain, event, own=[*own, {**event.body, "gone": False}])


def place_dropped(chain: Chain, event: Event) -> None:
    own = state_of(chain.entities[event.step])["own"]
    gone = event.body["on"]
    put(chain, event, own=[{**one, "gone": gone} if one["id"] == event.body["place"] else one for one in own])


class Vindplaatsen(Kind):
    """A step begins with what the last one of the keten ended with; everything is said for an organisation."""

    name = "vindplaatsen"
    sums_up = True
    purpose = WORDS["purpose"]
    watch = WORDS["watch"]
    materials = WORDS["materials"]
    prepare = WORDS["prepare"]
    rules = [
        Rule("place.tell", Tell, ONLY_PARTICIPANT, tell, of_step=True),
        Rule("place.mark", Mark, ONLY_FACILITATOR, mark, of_step=True, late=True),
        Rule("place.add", Add, EVERYBODY, add, of_step=True, late=True),
        Rule("place.drop", Drop, ONLY_FACILITATOR, drop, of_step=True, late=True),
        Rule("place.look", Look, ONLY_FACILITATOR, look, of_step=True, late=True),
    ]
    events = {"place.told": place_told, "place.added": place_added, "place.dropped": place_dropped}

    class Settings(msgspec.Struct, forbid_unknown_fields=True):
        """`young`, `older`, `migration`, `working`: which groups of carers take part."""

        young: bool = True
        older: bool = True
        migration: bool = True
        working: bool = True

    editable = tuple(Setting(group, WORDS[group]) for group in GROUPS)

    def stock(self, template: dict[str, Any], personas: dict[str, dict[str, Any]]) -> dict[str, Any]:
        """The step's own copy of the fixed places."""
        return {"places": stocked()}

    def start(self, chain: Chain, step: Entity) -> dict[str, Any]:
        return opening(chain, step)

    def begins_revealed(self, step: Entity) -> bool:
        return True

    def show(self, chain: Chain, step: Entity, audience: Audience) -> dict[str, Any]:
        """Who comes where, places that were added, and per group how many places are open."""
        state = state_of(step)
        hidden = audience.name in ("screen", "phone")
        own = [one for one in state["own"] if not (hidden and one["gone"])]
        shown = {one["id"] for one in listed(step)}
        who = {slot: list(ids) for slot, ids in state["who"].items() if ids and slot in shown}
        return {"at": state["at"], "own": own, "who": who, "groups": counted(step)}

    def tally(self, chain: Chain, step: Entity) -> dict[str, Any]:
        """How many places there are, and at how many somebody comes."""
        rows = counted(step)
        every, without = sum(one["all"] for one in rows), sum(one["open"] for one in rows)
        return {"places": every, "visited": every - without}

    def report(self, step: Entity, page: Page) -> list[Block]:
        return told.section(step, page)

    def intents(self, step: Entity, guest: Guest) -> Iterator[Intent]:
        return room.intents(step, guest)

    def demo(self, step: Entity, table: Table) -> Generator[Act, dict[str, Any], None]:
        yield from play(step, table)
