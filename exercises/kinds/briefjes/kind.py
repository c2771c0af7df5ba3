"""Briefjes: sticky notes under one or more prompts; first in silence, then on the wall, in groups."""

from __future__ import annotations

from collections.abc import Generator
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from exercises.kinds.briefjes import rehearsal, told
from facilitator.chain.command import Desk
from facilitator.chain.kind import Act, Audience, Kind, Page, Table
from facilitator.chain.model import Chain, Entity
from facilitator.chain.paper import Block


class Briefjes(Kind):
    """The core's notes and clusters do the work; a wall has no state besides them."""

    name = "briefjes"
    commands = frozenset({"note.post", "note.many", "cluster.make"})

    class Settings(msgspec.Struct, forbid_unknown_fields=True):
        """`silent`: nobody reads another's note before the wall is shown. `approve`: the facilitator looks first."""

        names: Literal["naam", "organisatie", "anoniem"] = "organisatie"
        silent: bool = True
        wall_on_phone: bool = True
        max_length: Annotated[int, Meta(ge=40, le=500)] = 280
        approve: bool = False

    def begins_revealed(self, step: Entity) -> bool:
        """Without silence the wall is open from the start; the facilitator can still turn it away."""
        return not step["settings"].get("silent", True)

    def check(self, desk: Desk, step: Entity) -> None:
        """A note of a wall hangs under a prompt and nowhere else."""
        if desk.command.name in ("note.post", "note.many"):
            desk.body.section = ""

    def show(self, chain: Chain, step: Entity, audience: Audience) -> dict[str, Any]:
        return {}

    def tally(self, chain: Chain, step: Entity) -> dict[str, Any]:
        """How many notes hang under each prompt."""
        lanes = {prompt["id"]: 0 for prompt in step["prompts"]} | chain.census.lanes.get(step["id"], {})
        return {"lanes": lanes}

    def report(self, step: Entity, page: Page) -> list[Block]:
        return told.report(step, page)

    def demo(self, step: Entity, table: Table) -> Generator[Act, dict[str, Any], None]:
        return rehearsal.demo(step, table)
