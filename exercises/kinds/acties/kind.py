"""Actions: made from notes and groups with the trace kept, offered from phones, in one order that says why."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from exercises.kinds.acties import guest as room
from exercises.kinds.acties import paper
from exercises.kinds.acties.rehearsal import play
from exercises.kinds.acties.words import WORDS
from facilitator.chain import actions, ballots, priority, splitting
from facilitator.chain.carrying import LIVE, day_of
from facilitator.chain.command import ONLY_FACILITATOR, Body, Desk, Id, Rule
from facilitator.chain.guest import Guest, Intent
from facilitator.chain.kind import Act, Audience, Kind, Page, Table
from facilitator.chain.model import Chain, Entity
from facilitator.chain.paper import Block

ASKED = {"who": "wie", "when": "voor wanneer", "block": "bouwsteen"}


class Most(Body):
    """How many actions the room says it can carry until the next meeting; 0 is no line."""

    step: Id
    most: Annotated[int, Meta(ge=0, le=100)]


def draw_line(desk: Desk) -> None:
    """Not too much at once (R26): what stands under the line is parked, and stays on the list."""
    step = desk.step(desk.body.step)
    if step["state"].get("most", 0) != desk.body.most:
        desk.emit("step.set", {"id": step["id"], "fields": {"most": desk.body.most}}, step=step["id"])


class Acties(Kind):
    """The order stands in the step's state, for every audience the same; it holds results that were shown only."""

    name = "acties"
    purpose = WORDS["purpose"]
    watch = WORDS["watch"]
    materials = WORDS["materials"]
    commands = frozenset({"action.make", "action.many"})
    sources = frozenset({"briefjes", "persona", "casus", "stemmen", "matrix"})
    rules = [Rule("list.line", Most, ONLY_FACILITATOR, draw_line, of_step=True, late=True)]
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
        most = step["state"].get("most", 0)
        return {
            "candidates": candidates,
            "order": [
                {**self.row(place, most), **self.advice(chain, chain.entities[place.action], step, audience)}
                for place in priority.order(chain, listed)
            ],
            "today": day_of(chain, step),
            "ideas": [self.row(place) for place in priority.order(chain, self.as_actions(step, ideas))],
            **({"most": most} if most else {}),
        }

    @staticmethod
    def as_actions(step: Entity, ideas: list[str]) -> list[Entity]:
        """Each idea as the action that would be made from it alone."""
        return [{"id": identity, "meeting": step["meeting"], "sources": [identity]} for identity in ideas]

    def advice(self, chain: Chain, action: Entity, step: Entity, audience: Audience) -> dict[str, Any]:
        """What a good action still needs, of its subactions too, and whether it looks like more than one.

        Nothing is blocked by it; where to split is the facilitator's business.
        """
        day = day_of(chain, step)
        found = self.lacking(action, day)
        parts = [{"id": one["id"], **self.lacking(one, day)} for one in actions.subactions(chain, action)]
        found |= {"subs": parts} if parts else {}
        pieces = splitting.pieces(action) if audience.name == "control" else []
        return {**found, "pieces": pieces} if pieces else found

    @staticmethod
    def lacking(action: Entity, day: str) -> dict[str, Any]:
        """In the words of form 4 what is not filled in (of a subaction who and when), and a date that is over."""
        if action["status"] not in LIVE:
            return {}
        known = {**action, "who": action["who"] or action.get("owners")}
        asked = [field for field in ASKED if not (action.get("under") and field == "block")]
        missing = [ASKED[field] for field in asked if not known.get(field)]
        past = {"past": True} if action["when"] and action["when"] < day else {}
        return {**({"missing": missing} if missing else {}), **past}

    @staticmethod
    def row(place: priority.Place, most: int = 0) -> dict[str, Any]:
        """One place of the order; `parked` when it stands under the line."""
        row: dict[str, Any] = {"id": place.action, "place": place.place, "reason": place.reason}
        row |= {"quadrant": place.weight.quadrant, "votes": place.weight.votes}
        row |= {"parked": True} if most and place.place > most else {}
        return {**row, "hand": True, "alone": place.alone} if place.hand else row

    def tally(self, chain: Chain, step: Entity) -> dict[str, Any]:
        if step["started_at"] is None:
            return {}
        here = [one for one in chain.of_type("action", step["meeting"]) if not one["gone"] and not one.get("under")]
        offered = sum(1 for one in here if one.get("offered"))
        return {"actions": len(here) - offered, "offered": offered}

    def report(self, step: Entity, page: Page) -> list[Block]:
        return paper.section(step, page)

    def intents(self, step: Entity, guest: Guest) -> Iterator[Intent]:
        return room.intents(step, guest)

    def demo(self, step: Entity, table: Table) -> Generator[Act, dict[str, Any], None]:
        yield from play(step, table)
