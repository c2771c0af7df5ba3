"""Rollen: the six roles on four levels; who takes which, what is still open, and what people expect of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Iterator
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from exercises.kinds.rollen import guest as room
from exercises.kinds.rollen import told
from exercises.kinds.rollen.rehearsal import play
from exercises.kinds.rollen.words import WORDS
from facilitator.chain import instruments, roles
from facilitator.chain.command import ONLY_FACILITATOR, Body, Desk, Id, Refused, Rule
from facilitator.chain.guest import Guest, Intent
from facilitator.chain.kind import Act, Audience, Kind, Page, Table
from facilitator.chain.model import Chain, Entity
from facilitator.chain.notes import Many, Post
from facilitator.chain.paper import Block
from facilitator.chain.setting import LENGTH, NAMES, Setting


class Look(Body):
    """What the room sees: the overview, or one role large with what people expect of it."""

    step: Id
    role: Literal[
        "", "chain_director", "information_point", "case_director", "quality_guardian", "developer", "executor"
    ]


def look(desk: Desk) -> None:
    step = desk.step(desk.body.step)
    if step["state"].get("at", "") != desk.body.role:
        desk.emit("step.set", {"id": step["id"], "fields": {"at": desk.body.role}}, step=step["id"])


def two_names() -> Setting:
    """An offer is somebody's: without a name it would offer nothing."""
    options = tuple(one for one in NAMES.options if one[0] != "anoniem")
    return Setting("names", WORDS["names"], options=options, check=NAMES.check)


class Rollen(Kind):
    """The step begins with the roles and instruments of the keten; expectations are notes, each about one role."""

    name = "rollen"
    sums_up = True
    purpose = WORDS["purpose"]
    watch = WORDS["watch"]
    materials = WORDS["materials"]
    prepare = WORDS["prepare"]
    commands = frozenset({"role.assign", "role.offer", "instrument.add", "note.post", "note.many"})
    rules = [Rule("role.look", Look, ONLY_FACILITATOR, look, of_step=True, late=True)]
    keeps = frozenset({"role", "instrument"})
    carries = True

    class Settings(msgspec.Struct, forbid_unknown_fields=True):
        """`names`: who is named beside offers and expectations; `max_length`: characters of an expectation."""

        names: Literal["naam", "organisatie"] = "organisatie"
        max_length: Annotated[int, Meta(ge=20, le=500)] = 280

    editable = (two_names(), LENGTH)

    def start(self, chain: Chain, step: Entity) -> dict[str, Any]:
        return {"carried": roles.opening(chain, step), "at": ""}

    def begins_revealed(self, step: Entity) -> bool:
        return True

    def check(self, desk: Desk, step: Entity) -> None:
        """An expectation is about one of the six roles."""
        if isinstance(desk.body, Post | Many) and desk.body.section not in roles.LEVELS:
            raise Refused("Kies eerst bij welke rol dit hoort.", field="section")

    def show(self, chain: Chain, step: Entity, audience: Audience) -> dict[str, Any]:
        """Every place with who holds it, how many people offered something for it, and how many places are open."""
        if step["started_at"] is None:
            return {}
        held = roles.held(chain, step)
        offers = Counter(one["slot"] for one in roles.offered(chain, step["id"]))
        rows = []
        for slot in roles.slots(chain, step):
            holders = [one["id"] for one in held if one["slot"] == slot["id"]]
            rows.append({**slot, "level": roles.LEVELS[slot["role"]], "holders": holders, "offers": offers[slot["id"]]})
        gaps = sum(1 for row in rows if not row["holders"] and row["role"] != roles.PER_CARER)
        shown = {"slots": rows, "gaps": gaps, "at": step["state"]["at"], "carried": list(step["state"]["carried"])}
        return {**shown, "instruments": [one["id"] for one in instruments.listed(chain, step)]}

    def tally(self, chain: Chain, step: Entity) -> dict[str, Any]:
        """How many people offered or expect something."""
        offers = roles.offered(chain, step["id"])
        notes = (one for one in chain.in_step(step["id"], "note") if not one.get("withdrawn"))
        people = {one["author"] for one in (*offers, *notes) if one.get("author")}
        return {"offers": len(offers), "writers": len(people)}

    def report(self, step: Entity, page: Page) -> list[Block]:
        return told.section(step, page)

    def intents(self, step: Entity, guest: Guest) -> Iterator[Intent]:
        return room.intents(step, guest)

    def demo(self, step: Entity, table: Table) -> Generator[Act, dict[str, Any], None]:
        yield from play(step, table)
