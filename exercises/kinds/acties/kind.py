"""Actions: made from notes and groups with the trace kept, offered from phones, in one order that says why."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

import msgspec

from exercises.kinds.acties import paper
from exercises.kinds.acties.rehearsal import play
from facilitator.chain import actions, ballots, priority
from facilitator.chain.kind import Act, Audience, Kind, Page, Table
from facilitator.chain.model import Chain, Entity
from facilitator.chain.paper import Block


class Acties(Kind):
    """The order stands in the step's state, for every audience the same; it holds results that were shown only."""

    name = "acties"
    commands = frozenset({"action.make", "action.many"})
    sources = frozenset({"briefjes", "persona", "stemmen", "matrix"})
    lists_actions = True

    class Settings(msgspec.Struct, forbid_unknown_fields=True):
        """Nothing to set."""

    def start(self, chain: Chain, step: Entity) -> dict[str, Any]:
        """What actions can be made from, as far as the room has seen it: phones and screen may show that much."""
        found = ballots.available(chain, step["from"])
        source = chain.get(step["from"] or "") or {}
        seen = source.get("revealed") or "candidates" in source.get("state", {})
        weighed = {
            identity for other in chain.steps(step["meeting"]) for identity in other["state"].get("candidates", ())
        }
        return {"candidates": [identity for identity in found if seen or identity in weighed]}

    def show(self, chain: Chain, step: Entity, audience: Audience) -> dict[str, Any]:
        """The order of all actions of the meeting, and what could become one, the most promising first."""
        if step["started_at"] is None:
            return {}
        candidates = ballots.candidates(chain, step)
        ideas = candidates
        if audience.name in ("control", "report"):
            ideas = list(dict.fromkeys([*ballots.available(chain, step["from"]), *candidates]))
        listed = actions.listed(chain, step["meeting"])
        return {
            "candidates": candidates,
            "order": [self.row(place) for place in priority.order(chain, listed)],
            "ideas": [self.row(place) for place in priority.order(chain, self.as_actions(step, ideas))],
        }

    @staticmethod
    def as_actions(step: Entity, ideas: list[str]) -> list[Entity]:
        """Each idea as the action that would be made from it alone."""
        return [{"id": identity, "meeting": step["meeting"], "sources": [identity]} for identity in ideas]

    @staticmethod
    def row(place: priority.Place) -> dict[str, Any]:
        row: dict[str, Any] = {"id": place.action, "place": place.place, "reason": place.reason}
        row |= {"quadrant": place.weight.quadrant, "votes": place.weight.votes}
        return {**row, "hand": True, "alone": place.alone} if place.hand else row

    def tally(self, chain: Chain, step: Entity) -> dict[str, Any]:
        if step["started_at"] is None:
            return {}
        here = [one for one in chain.of_type("action", step["meeting"]) if not one["gone"]]
        offered = sum(1 for one in here if one.get("offered"))
        return {"actions": len(here) - offered, "offered": offered}

    def report(self, step: Entity, page: Page) -> list[Block]:
        return paper.section(step, page)

    def demo(self, step: Entity, table: Table) -> Generator[Act, dict[str, Any], None]:
        yield from play(step, table)
