"""Instrumenten: per building block what the keten has for carers, for whom, who makes and who does it, and the gap."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Generator, Iterator
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from exercises.kinds.instrumenten import guest as room
from exercises.kinds.instrumenten import told
from exercises.kinds.instrumenten.rehearsal import play
from exercises.kinds.instrumenten.words import WORDS
from facilitator.chain import instruments, roles
from facilitator.chain.blocks import BLOCKS
from facilitator.chain.categories import FITTING, missing
from facilitator.chain.command import ONLY_FACILITATOR, Body, Desk, Id, Refused, Rule
from facilitator.chain.guest import Guest, Intent
from facilitator.chain.kind import Act, Audience, Kind, Page, Table
from facilitator.chain.model import Chain, Entity
from facilitator.chain.notes import Many, Post
from facilitator.chain.paper import Block
from facilitator.chain.setting import LENGTH, NAMES, Setting

EVERY = "alle"
PAIRS = ("1+2", "3+4", "5", "6+7")  # what the four basisbijeenkomsten look at (handreiking §4.1)
LOOSE = 0  # of no block, or of more than one


class Look(Body):
    """What the room sees: all blocks, or one large."""

    step: Id
    at: Literal["", "0", "1", "2", "3", "4", "5", "6", "7"]


def look(desk: Desk) -> None:
    step = desk.step(desk.body.step)
    if desk.body.at and int(desk.body.at) not in blocks_of(step):
        raise Refused("Deze bouwsteen hoort niet bij deze stap.")
    if step["state"].get("at", "") != desk.body.at:
        desk.emit("step.set", {"id": step["id"], "fields": {"at": desk.body.at}}, step=step["id"])


def blocks_of(step: Entity) -> list[int]:
    """The building blocks of a step, in order; with all of them also what is of none."""
    if step.get("block"):
        return [step["block"]]
    chosen = step["settings"].get("blocks", EVERY)
    return [*range(1, len(BLOCKS)), LOOSE] if chosen == EVERY else [int(one) for one in chosen.split("+")]


class Instrumenten(Kind):
    """The step begins with the instruments and roles of the keten. What is missed is a note about one block."""

    name = "instrumenten"
    sums_up = True
    purpose = WORDS["purpose"]
    watch = WORDS["watch"]
    materials = WORDS["materials"]
    prepare = WORDS["prepare"]
    commands = frozenset(
        {
            *("instrument.add", "instrument.propose", "instrument.many"),
            *("role.assign", "role.offer", "note.post", "note.many"),
        }
    )
    rules = [Rule("instrument.look", Look, ONLY_FACILITATOR, look, of_step=True, late=True)]
    keeps = frozenset({"role", "instrument"})
    carries = True

    class Settings(msgspec.Struct, forbid_unknown_fields=True):
        """`blocks`: which building blocks; `names`: who is named beside a proposal; `max_length`: of what is missed."""

        blocks: Literal[EVERY, "1+2", "3+4", "6+7", "1", "2", "3", "4", "5", "6", "7"] = EVERY
        names: Literal["naam", "organisatie"] = "organisatie"
        max_length: Annotated[int, Meta(ge=20, le=500)] = 280

    editable = (
        Setting(
            "blocks",
            WORDS["blocks"],
            WORDS["blocks_hint"],
            options=(
                (EVERY, WORDS["every"]),
                *((pair, WORDS["pair"].format(pair=pair.replace("+", " en "))) for pair in PAIRS),
                *((str(one), WORDS["block"].format(number=one)) for one in range(1, len(BLOCKS)) if one != 5),
            ),
            until="ungiven",
        ),
        dataclasses.replace(
            NAMES, label=WORDS["names"], options=tuple(one for one in NAMES.options if one[0] != "anoniem")
        ),
        LENGTH,
    )

    def start(self, chain: Chain, step: Entity) -> dict[str, Any]:
        found = blocks_of(step)
        return {"carried": roles.opening(chain, step), "at": str(found[0]) if len(found) == 1 else ""}

    def begins_revealed(self, step: Entity) -> bool:
        return True

    def check(self, desk: Desk, step: Entity) -> None:
        """What is asked or missed here belongs to one of the step's blocks."""
        asked = isinstance(desk.body, Post | Many | instruments.Add | instruments.Many)
        if asked and desk.body.block not in blocks_of(step):
            raise Refused("Kies eerst bij welke bouwsteen dit hoort.", field="block")

    def show(self, chain: Chain, step: Entity, audience: Audience) -> dict[str, Any]:
        """Per block its instruments with who makes and who does them, its guardians, and which categories it lacks."""
        if step["started_at"] is None:
            return {}
        known, held = instruments.listed(chain, step), roles.held(chain, step)
        offers = Counter(one["slot"] for one in roles.offered(chain, step["id"]))
        rows = []
        for block in blocks_of(step):
            mine = [one for one in known if one["block"] == block]
            rows.append(
                {
                    "block": block,
                    "fits": list(FITTING.get(block, ())),
                    "missing": missing(block, (one["category"] for one in mine)),
                    "guardians": holding(held, f"quality_guardian.{block}"),
                    "instruments": [one_row(one, held, offers) for one in mine],
                }
            )
        shown = {"blocks": rows, "at": step["state"]["at"], "carried": list(step["state"]["carried"])}
        return {**shown, "elsewhere": len(known) - sum(len(row["instruments"]) for row in rows)}

    def tally(self, chain: Chain, step: Entity) -> dict[str, Any]:
        """How many proposals wait, how many instruments there are, and how many people gave something."""
        proposals = instruments.proposed(chain, step)
        given = (one for one in chain.in_step(step["id"]) if one["type"] in ("instrument", "offer", "note"))
        writers = {one["author"] for one in given if one.get("author") and not one.get("withdrawn")}
        listed = [one for one in instruments.listed(chain, step) if one["block"] in blocks_of(step)]
        return {"proposals": len(proposals), "instruments": len(listed), "writers": len(writers)}

    def report(self, step: Entity, page: Page) -> list[Block]:
        return told.section(step, page)

    def intents(self, step: Entity, guest: Guest) -> Iterator[Intent]:
        return room.intents(step, guest)

    def demo(self, step: Entity, table: Table) -> Generator[Act, dict[str, Any], None]:
        yield from play(step, table)


def one_row(one: Entity, held: list[Entity], offers: Counter[str]) -> dict[str, Any]:
    """An instrument with the roles that it has, and how many people offered to carry it out."""
    makers = {maker: holding(held, f"{maker}.{one['id']}") for maker in instruments.MAKERS}
    return {"id": one["id"], **makers, "offers": offers[f"executor.{one['id']}"]}


def holding(held: list[Entity], slot: str) -> list[str]:
    return [role["id"] for role in held if role["slot"] == slot]
