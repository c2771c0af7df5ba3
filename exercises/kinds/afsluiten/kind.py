"""Afsluiten: one commitment each, what the meeting was worth, and what can be better."""

from __future__ import annotations

import dataclasses
from collections.abc import Generator, Iterator
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from exercises.kinds.afsluiten import guest as room
from exercises.kinds.afsluiten.words import BETTER, WORDS, WORTH
from facilitator.chain.chorus import once
from facilitator.chain.command import ONLY_FACILITATOR, Body, Desk, Id, Rule
from facilitator.chain.guest import Guest, Intent
from facilitator.chain.kind import Act, Kind, Page, Table
from facilitator.chain.model import Chain, Entity, Event
from facilitator.chain.paper import Block, Bullets, Heading, Text
from facilitator.chain.paper import Table as Grid
from facilitator.chain.setting import NAMES


class Hide(Body):
    commitment: Id
    on: bool = True


class Turn(Body):
    step: Id
    page: Annotated[int, Meta(ge=0, le=100)]


def turn(desk: Desk) -> None:
    """Another page of the commitments: the screen shows a dozen at a time."""
    step = desk.step(desk.body.step)
    if desk.body.page != step["state"].get("page", 0):
        desk.emit("step.set", {"id": step["id"], "fields": {"page": desk.body.page}}, step=step["id"])


def hide(desk: Desk) -> None:
    """Keep a commitment off the room's screen, or let it back on; it stays in the book and in the full report."""
    commitment = desk.find(desk.body.commitment, "commitment")
    if bool(commitment.get("hidden")) != desk.body.on:
        desk.emit("commitment.hidden", {"id": commitment["id"], "on": desk.body.on}, step=commitment["step"])


def commitment_hidden(chain: Chain, event: Event) -> None:
    chain.change(event.body["id"], hidden=event.body["on"])


class Afsluiten(Kind):
    """The core's commitments do the work; this kind counts, hides, reports and rehearses them."""

    name = "afsluiten"
    purpose = WORDS["purpose"]
    watch = WORDS["watch"]
    commands = frozenset({"commitment.make", "commitment.many"})
    rules = [
        Rule("commitment.hide", Hide, ONLY_FACILITATOR, hide, late=True),
        Rule("commitment.turn", Turn, ONLY_FACILITATOR, turn, of_step=True, late=True),
    ]
    events = {"commitment.hidden": commitment_hidden}

    class Settings(msgspec.Struct, forbid_unknown_fields=True):
        """`names`: what stands under a commitment on the screen and in the report."""

        names: Literal["naam", "organisatie", "anoniem"] = "naam"

    editable = (dataclasses.replace(NAMES, label=WORDS["names"]),)

    def tally(self, chain: Chain, step: Entity) -> dict[str, Any]:
        """How many answered, and how many of those promise something; a promise on a card is a person on paper."""
        given = list(chain.in_step(step["id"], "commitment"))
        promised = sum(1 for one in given if one["text"])
        paper = sum(1 for one in given if one.get("on_behalf") and one["text"])
        phones = sum(1 for one in given if not one.get("on_behalf"))
        found = {"answered": phones + paper, "promised": promised}
        return {**found, "paper": paper, "people": chain.census.present[step["meeting"]] + paper} if paper else found

    def report(self, step: Entity, page: Page) -> list[Block]:
        """Commitments in a table; what people thought of the meeting apart from it, without names."""
        given = page.list("commitment", step["id"])
        promised = [one for one in given if one.get("text")]
        seen = [one for one in promised if page.full or (step["revealed"] and not one.get("hidden"))]
        blocks = self.promises(step, seen)
        paper = sum(1 for one in seen if one.get("on_behalf"))
        if paper:
            blocks.append(Text(WORDS["paper_one" if paper == 1 else "paper"].format(n=paper), "small"))
        if len(seen) < len(promised):
            blocks.append(Text(_left_out(len(promised) - len(seen)), "small"))
        if page.full:
            blocks += self.opinions(given)
        return blocks or [Text(WORDS["nothing"])]

    def promises(self, step: Entity, seen: list[Entity]) -> list[Block]:
        """Who promises what; with an empty first column nobody is named at all."""
        if not seen:
            return []
        rows = []
        for one in seen:
            marks = [WORDS["hidden"]] if one.get("hidden") else [] if step["revealed"] else [WORDS["unseen"]]
            who = ", ".join(part for part in (one.get("by"), one.get("org")) if part)
            rows.append([who, f"{one['text']} ({', '.join(marks)})" if marks else one["text"]])
        if not any(who for who, _ in rows):
            return [Text(f"{WORDS['promised']}:"), Bullets([text for _, text in rows])]
        rows = [[who or WORDS["unknown"], text] for who, text in rows]
        return [Grid([WORDS["who"], WORDS["what"]], rows, [1.0, 2.0], WORDS["promised"])]

    def opinions(self, given: list[Entity]) -> list[Block]:
        """What it was worth and what can be better: an opinion is for learning, so it carries no name."""
        blocks: list[Block] = []
        for field in ("worth", "better"):
            texts = once((one[field], "", []) for one in given if one.get(field))
            if texts:
                blocks += [Heading(4, WORDS[field]), Bullets(texts)]
        return [*blocks, Text(WORDS["apart"], "small")] if blocks else []

    def intents(self, step: Entity, guest: Guest) -> Iterator[Intent]:
        return room.intents(step, guest)

    def demo(self, step: Entity, table: Table) -> Generator[Act, dict[str, Any], None]:
        """Everybody promises something, one after the reveal, one keeps to an opinion, one changes it."""
        people = list(range(table.people))
        table.chance.shuffle(people)
        last = len(people) - 1
        for place, who in enumerate(people):
            if place == last:
                yield "facilitator", "step.reveal", {"step": step["id"], "on": True}
            text = table.examples[place % len(table.examples)] if table.examples else WORTH[place % len(WORTH)]
            body = {"step": step["id"], "text": text, "worth": "", "better": ""}
            if table.chance.random() < 0.6:
                body["worth"] = table.chance.choice(WORTH)
            if table.chance.random() < 0.3:
                body["better"] = table.chance.choice(BETTER)
            if place == 2:
                body |= {"text": "", "worth": table.chance.choice(WORTH)}
            yield who, "commitment.make", body
            if place == 1:
                yield who, "commitment.make", {**body, "better": BETTER[0]}


def _left_out(count: int) -> str:
    if count == 1:
        return f"1 voornemen {WORDS['left_out']}"
    return f"{count} voornemens {WORDS['left_out_many']}"
