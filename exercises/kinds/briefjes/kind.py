"""Briefjes: sticky notes under one or more prompts; first in silence, then on the wall, in groups."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from exercises.kinds.briefjes import guest as room
from exercises.kinds.briefjes import naming, rehearsal, told
from exercises.kinds.briefjes.words import WORDS
from facilitator.chain import doubles
from facilitator.chain.command import ONLY_FACILITATOR, Body, Desk, Id, Refused, Rule
from facilitator.chain.guest import Guest, Intent
from facilitator.chain.kind import Act, Audience, Kind, Page, Table
from facilitator.chain.model import Chain, Entity
from facilitator.chain.paper import Block
from facilitator.chain.setting import LENGTH, NAMES, Setting

LOOSE = "los."  # before a prompt's id: what hangs there outside groups


class Show(Body):
    """`group`: a group's id, "los." with a prompt's id, or "" for the whole wall."""

    step: Id
    group: Annotated[str, Meta(max_length=60)] = ""
    page: Annotated[int, Meta(ge=0, le=200)] = 0


def show(desk: Desk) -> None:
    """One part of the wall large on the screen, a page at a time; or the whole wall again."""
    step = desk.step(desk.body.step)
    if desk.body.group and not _there(desk.chain, step, desk.body.group):
        raise Refused(WORDS["no_group"])
    fields = {"group": desk.body.group, "page": desk.body.page if desk.body.group else 0}
    if fields != {key: step["state"].get(key) for key in fields}:
        desk.emit("step.set", {"id": step["id"], "fields": fields}, step=step["id"])


def _there(chain: Chain, step: Entity, group: str) -> bool:
    """True for a group of this wall, and for a prompt's loose notes."""
    if group.startswith(LOOSE):
        return group.removeprefix(LOOSE) in [prompt["id"] for prompt in step["prompts"]] or not step["prompts"]
    cluster = chain.get(group, "cluster")
    return cluster is not None and cluster["step"] == step["id"] and not cluster["gone"]


class Briefjes(Kind):
    """The core's notes and clusters do the work; the step remembers only which part the screen shows large."""

    name = "briefjes"
    purpose = WORDS["purpose"]
    watch = WORDS["watch"]
    commands = frozenset({"note.post", "note.many", "cluster.make"})
    rules = [Rule("wall.show", Show, ONLY_FACILITATOR, show, of_step=True, late=True), *naming.RULES, *doubles.RULES]
    events = naming.EVENTS

    class Settings(msgspec.Struct, forbid_unknown_fields=True):
        """`silent`: nobody reads another's note before the wall is shown. `approve`: the facilitator looks first."""

        names: Literal["naam", "organisatie", "anoniem"] = "organisatie"
        silent: bool = True
        wall_on_phone: bool = True
        max_length: Annotated[int, Meta(ge=40, le=500)] = 280
        approve: bool = False

    editable = (
        NAMES,
        Setting(
            "silent",
            "Eerst in stilte schrijven",
            "Aan: pas als u de muur toont, leest de zaal mee. Uit: elk briefje hangt meteen op de muur.",
            until="unbegun",
        ),
        Setting("approve", "Ik lees elk briefje eerst", "Een briefje komt pas op de muur als u het toont."),
        Setting("wall_on_phone", "De muur staat ook op de telefoons"),
        LENGTH,
    )

    def begins_revealed(self, step: Entity) -> bool:
        """Without silence the wall is open from the start; the facilitator can still turn it away."""
        return not step["settings"].get("silent", True)

    def check(self, desk: Desk, step: Entity) -> None:
        """A note of a wall hangs under a prompt and nowhere else."""
        if desk.command.name in ("note.post", "note.many"):
            desk.body.section = ""

    def show(self, chain: Chain, step: Entity, audience: Audience) -> dict[str, Any]:
        """Which part stands large on the screen; phones show the whole wall anyway. Doubles are for the facilitator.

        While the room is asked for a name of a group, that too.
        """
        asked = naming.shown(chain, step, audience)
        if audience.name not in ("control", "screen"):
            return asked
        group = step["state"].get("group", "")
        there = group and _there(chain, step, group)
        shown = {**asked, **({"group": group, "page": step["state"].get("page", 0)} if there else {})}
        alike = doubles.suggestions(chain, step) if audience.name == "control" else None
        return shown if alike is None else {**shown, "alike": alike}

    def tally(self, chain: Chain, step: Entity) -> dict[str, Any]:
        """How many notes hang under each prompt."""
        lanes = {prompt["id"]: 0 for prompt in step["prompts"]} | chain.census.lanes.get(step["id"], {})
        return {"lanes": lanes}

    def report(self, step: Entity, page: Page) -> list[Block]:
        return told.report(step, page)

    def intents(self, step: Entity, guest: Guest) -> Iterator[Intent]:
        return room.intents(step, guest)

    def demo(self, step: Entity, table: Table) -> Generator[Act, dict[str, Any], None]:
        return rehearsal.demo(step, table)
