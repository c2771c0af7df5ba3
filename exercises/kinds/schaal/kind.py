"""Schaal: statements with a mark from 1 to 5 or 1 to 10; anonymous, secret until shown, never a mean alone."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from exercises.kinds.schaal import guest as room
from exercises.kinds.schaal.outcome import earlier, outcome, scale_of, statements
from exercises.kinds.schaal.told import gist, spread, told
from exercises.kinds.schaal.words import WORDS
from facilitator.chain import cards
from facilitator.chain.command import ONLY_FACILITATOR, Body, Desk, Id, Refused, Rule
from facilitator.chain.guest import Guest, Intent
from facilitator.chain.kind import Act, Audience, Kind, Page, Table
from facilitator.chain.mirror import FEW
from facilitator.chain.model import Chain, Entity
from facilitator.chain.paper import Block
from facilitator.chain.setting import Setting

End = Annotated[str, Meta(min_length=1, max_length=60)]


class Show(Body):
    """Which statement stands large on the screen; "" for all of them."""

    step: Id
    statement: str


def show(desk: Desk) -> None:
    """One statement large, to talk about, or all of them again."""
    step, asked = desk.step(desk.body.step), desk.body.statement
    if asked and asked not in {prompt["id"] for prompt in statements(step)}:
        raise Refused(WORDS["gone"])
    if asked != step["state"].get("large", ""):
        desk.emit("step.set", {"id": step["id"], "fields": {"large": asked}}, step=step["id"])


class Schaal(Kind):
    """The statements are the step's prompts. A ballot holds one person's marks, under a key that is no name (D9)."""

    name = "schaal"
    purpose = WORDS["purpose"]
    watch = WORDS["watch"]
    commands = frozenset({"ballot.cast", "answers.paper", "weighing.close"})
    rules = [Rule("scale.show", Show, ONLY_FACILITATOR, show, of_step=True, late=True)]

    class Settings(msgspec.Struct, forbid_unknown_fields=True):
        """The scale, what its ends mean, and what each statement is called from year to year."""

        scale: Literal[5, 10] = 5
        low: End = WORDS["low"]
        high: End = WORDS["high"]
        keys: Annotated[list[Annotated[str, Meta(pattern=r"^[a-z0-9-]{1,40}$")]], Meta(max_length=12)] = []

    editable = (
        Setting("scale", "Hoe lang is de schaal?", options=((5, "1 tot 5"), (10, "1 tot 10")), until="ungiven"),
        Setting("low", "Wat betekent een 1?", until="ungiven"),
        Setting("high", "Wat betekent het hoogste cijfer?", until="ungiven"),
    )

    def stock(self, template: dict[str, Any], personas: dict[str, dict[str, Any]]) -> dict[str, Any]:
        """The author's key of each statement, by its words: other words are another statement."""
        keys = template["settings"].get("keys", ())
        return {"keys": {prompt["text"]: key for prompt, key in zip(template["prompts"], keys, strict=False)}}

    def start(self, chain: Chain, step: Entity) -> dict[str, Any]:
        return {"closed": False, "large": "", "earlier": earlier(chain, step)}

    def judge(self, desk: Desk, step: Entity, choices: dict[str, int]) -> None:
        """A mark for statements that are there, within the scale."""
        there = {prompt["id"] for prompt in statements(step)}
        for identity, mark in choices.items():
            if identity not in there:
                raise Refused(WORDS["gone"])
            if mark > scale_of(step):
                raise Refused(WORDS["wrong"].format(scale=scale_of(step)))

    def show(self, chain: Chain, step: Entity, audience: Audience) -> dict[str, Any]:
        """Marks only after the reveal, for everybody; the report also has them once the meeting is over."""
        if step["started_at"] is None:
            return {}
        state: dict[str, Any] = {"closed": bool(step["state"].get("closed")), "large": step["state"].get("large", "")}
        over = audience.name == "report" and chain.entities[step["meeting"]]["state"] == "closed"
        if step["revealed"] or over:
            before = step["state"].get("earlier", {})
            state["rows"] = outcome(chain, step)
            for row in state["rows"].values():
                if row["key"] in before:
                    row["earlier"] = before[row["key"]]
        return state

    def tally(self, chain: Chain, step: Entity) -> dict[str, Any]:
        return cards.turnout(chain, step)

    def measured(self, chain: Chain, step: Entity) -> list[dict[str, Any]]:
        """What the room was shown, or the report may tell now that the meeting is over; nobody is pointed at."""
        over = chain.entities[step["meeting"]]["state"] == "closed"
        if step["started_at"] is None or not (step["revealed"] or over):
            return []
        rows = outcome(chain, step)
        told = [(prompt, rows[prompt["id"]]) for prompt in statements(step) if "marks" in rows[prompt["id"]]]
        return [{**row, "text": prompt["text"], "scale": scale_of(step)} for prompt, row in told]

    def mirror(self, chain: Chain, step: Entity) -> list[Block]:
        rows = [row for row in self.measured(chain, step) if row["count"] >= FEW]
        return spread(rows) if rows else []

    def report(self, step: Entity, page: Page) -> list[Block]:
        return told(step, page)

    def gist(self, step: Entity, page: Page) -> list[Block]:
        return gist(step, page)

    def intents(self, step: Entity, guest: Guest) -> Iterator[Intent]:
        return room.intents(step, guest)

    def demo(self, step: Entity, table: Table) -> Generator[Act, dict[str, Any], None]:
        """About some statements people think alike, about others not; a few skip one or change their mind."""
        seen = table.look("facilitator")[step["id"]]
        scale, chance = scale_of(seen), table.chance
        truth = {
            prompt["id"]: (chance.uniform(0.3, 0.9), chance.choice((0.08, 0.12, 0.3)), chance.random() < 0.2)
            for prompt in statements(seen)
        }
        if truth:
            for person in chance.sample(range(table.people), table.people):
                yield person, "ballot.cast", {"step": step["id"], "choices": self.judged(truth, scale, table)}
                if chance.random() < 0.1:
                    yield person, "ballot.cast", {"step": step["id"], "choices": self.judged(truth, scale, table)}
        yield "facilitator", "weighing.close", {"step": step["id"], "on": True}
        yield "facilitator", "step.reveal", {"step": step["id"], "on": True}
        for prompt in statements(seen)[:1]:
            yield "facilitator", "scale.show", {"step": step["id"], "statement": prompt["id"]}
            yield "facilitator", "scale.show", {"step": step["id"], "statement": ""}

    @staticmethod
    def judged(truth: dict[str, tuple[float, float, bool]], scale: int, table: Table) -> dict[str, int]:
        """One person's marks; a statement about which there are two groups gets a high or a low one."""
        choices = {}
        for identity, (middle, apart, split) in truth.items():
            if choices and table.chance.random() < 0.04:
                continue
            aim = table.chance.choice((0.15, 0.9)) if split else middle
            choices[identity] = min(scale, max(1, round(1 + (scale - 1) * table.chance.gauss(aim, apart))))
        return choices
