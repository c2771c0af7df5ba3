"""Reflectie: everybody thinks in three directions; what somebody types stays on the phone until they share it.

The directions (own organisation, the other partners, the carer) are the last point of a basic meeting (handreiking
§4.1, phase C). Only three things ever leave a phone: that somebody is ready, an answer that is shared, and an action
of one's own that is offered.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from exercises.kinds.reflectie import guest as room
from exercises.kinds.reflectie import told
from exercises.kinds.reflectie.rehearsal import play
from exercises.kinds.reflectie.words import WORDS
from facilitator.chain.command import ONLY_PARTICIPANT, Body, Desk, Id, Rule
from facilitator.chain.guest import Guest, Intent
from facilitator.chain.kind import Act, Audience, Kind, Page, Table
from facilitator.chain.model import Chain, Entity, Event
from facilitator.chain.paper import Block
from facilitator.chain.setting import NAMES, Setting


class Ready(Body):
    step: Id
    on: bool = True


def ready(desk: Desk) -> None:
    """Somebody has thought enough, or wants to think on; nothing of what they thought comes along."""
    step = desk.step(desk.body.step)
    if desk.body.on != (desk.seat.id in step["state"].get("ready", ())):
        desk.emit("reflection.readied", {"author": desk.seat.id, "on": desk.body.on}, step=step["id"])


def readied(chain: Chain, event: Event) -> None:
    state = chain.entities[event.step]["state"]
    others = [one for one in state.get("ready", ()) if one != event.body["author"]]
    now = [*others, event.body["author"]] if event.body["on"] else others
    chain.change(event.step, state={**state, "ready": now})


class Reflectie(Kind):
    """What is shared is a note under its question; what becomes an action is an offer, as everywhere."""

    name = "reflectie"
    purpose = WORDS["purpose"]
    watch = WORDS["watch"]
    materials = WORDS["materials"]
    prepare = WORDS["prepare"]
    commands = frozenset({"note.post", "note.many", "action.make"})
    rules = [Rule("reflection.ready", Ready, ONLY_PARTICIPANT, ready, of_step=True)]
    events = {"reflection.readied": readied}

    class Settings(msgspec.Struct, forbid_unknown_fields=True):
        """`names`: who is named beside what is shared; `max_length`: characters of an answer."""

        names: Literal["naam", "organisatie", "anoniem"] = "organisatie"
        max_length: Annotated[int, Meta(ge=40, le=500)] = 280

    editable = (
        Setting("names", WORDS["names"], options=NAMES.options, check=NAMES.check),
        Setting("max_length", WORDS["length"]),
    )

    def begins_revealed(self, step: Entity) -> bool:
        """Who shares, shares with the room."""
        return True

    def show(self, chain: Chain, step: Entity, audience: Audience) -> dict[str, Any]:
        """How many people are ready, never who."""
        here = [one for one in step["state"].get("ready", ()) if not chain.entities[one].get("gone")]
        return {"ready": len(here)}

    def report(self, step: Entity, page: Page) -> list[Block]:
        return told.section(step, page)

    def intents(self, step: Entity, guest: Guest) -> Iterator[Intent]:
        return room.intents(step, guest)

    def demo(self, step: Entity, table: Table) -> Generator[Act, dict[str, Any], None]:
        yield from play(step, table)
