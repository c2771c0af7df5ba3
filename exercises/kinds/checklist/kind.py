"""Checklist: organisations and key persons in two lists; each at the table, to invite or not needed. No score."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Generator, Iterator
from typing import Any, Literal

import msgspec

from exercises.kinds.checklist import guest as room
from exercises.kinds.checklist import told
from exercises.kinds.checklist.rehearsal import play
from exercises.kinds.checklist.words import WORDS
from facilitator.chain import checklist, ties
from facilitator.chain.command import ONLY_FACILITATOR, Body, Desk, Id, Rule
from facilitator.chain.guest import Guest, Intent
from facilitator.chain.kind import Act, Audience, Kind, Page, Table
from facilitator.chain.model import Chain, Entity
from facilitator.chain.paper import Block
from facilitator.chain.setting import NAMES

SORTS = checklist.SORTS


class Look(Body):
    """What the room sees: both lists, or one large."""

    step: Id
    at: Literal["", *SORTS]


def look(desk: Desk) -> None:
    step = desk.step(desk.body.step)
    if step["state"].get("at", "") != desk.body.at:
        desk.emit("step.set", {"id": step["id"], "fields": {"at": desk.body.at}}, step=step["id"])


class Checklist(Kind):
    """The step begins with what the keten chose before. What a phone says of a line, the room does not see."""

    name = "checklist"
    sums_up = True
    purpose = WORDS["purpose"]
    watch = WORDS["watch"]
    materials = WORDS["materials"]
    prepare = WORDS["prepare"]
    commands = frozenset(
        {"partner.mark", "partner.invite", "partner.add", "partner.propose", "partner.many", "tie.tell"}
    )
    rules = [Rule("partner.look", Look, ONLY_FACILITATOR, look, of_step=True, late=True)]
    keeps = frozenset({"partner"})
    carries = True

    class Settings(msgspec.Struct, forbid_unknown_fields=True):
        """`names`: who is named beside what somebody says of a line."""

        names: Literal["naam", "organisatie"] = "organisatie"

    editable = (
        dataclasses.replace(
            NAMES, label=WORDS["names"], options=tuple(one for one in NAMES.options if one[0] != "anoniem")
        ),
    )

    def start(self, chain: Chain, step: Entity) -> dict[str, Any]:
        back = [one["id"] for one in checklist.lasting(chain) if one["meeting"] != step["meeting"]]
        return {"carried": back, "at": ""}

    def begins_revealed(self, step: Entity) -> bool:
        return True

    def show(self, chain: Chain, step: Entity, audience: Audience) -> dict[str, Any]:
        """Both lists, each line with how many people said something; `absent`: who always belongs and is not there.

        On phones without those numbers: they change with every thumb.
        """
        if step["started_at"] is None:
            return {}
        rows = checklist.rows(chain, step)
        if audience.name != "phone":
            said = Counter(one["row"] for one in ties.told(chain, step["id"]))
            rows = [row | ({"ties": said[row["id"]]} if said[row["id"]] else {}) for row in rows]
        shown = {"rows": rows, "at": step["state"]["at"], "carried": list(step["state"]["carried"])}
        return {**shown, "absent": checklist.absent(rows)}

    def tally(self, chain: Chain, step: Entity) -> dict[str, Any]:
        """How many lines have which stand, how many proposals wait, and how many people said something."""
        stands = Counter(row["stand"] for row in checklist.rows(chain, step))
        proposals = checklist.proposed(chain, step)
        given = (*ties.told(chain, step["id"]), *chain.in_step(step["id"], "partner"))
        writers = {one["author"] for one in given if one.get("author")}
        counts = {stand: stands[stand] for stand in checklist.STANDS}
        return {**counts, "proposals": len(proposals), "writers": len(writers)}

    def report(self, step: Entity, page: Page) -> list[Block]:
        return told.section(step, page)

    def intents(self, step: Entity, guest: Guest) -> Iterator[Intent]:
        return room.intents(step, guest)

    def demo(self, step: Entity, table: Table) -> Generator[Act, dict[str, Any], None]:
        yield from play(step, table)
