"""Doelen: goals for the keten and per building block, written on phones, sharpened with five letters, adopted."""

from __future__ import annotations

import dataclasses
from collections.abc import Generator, Iterator
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from exercises.kinds.doelen import guest as room
from exercises.kinds.doelen import told
from exercises.kinds.doelen.rehearsal import play
from exercises.kinds.doelen.words import WORDS
from facilitator.chain import goals
from facilitator.chain.command import ONLY_FACILITATOR, Body, Desk, Id, Refused, Rule
from facilitator.chain.guest import Guest, Intent
from facilitator.chain.kind import Act, Audience, Kind, Page, Table
from facilitator.chain.model import Chain, Entity
from facilitator.chain.paper import Block
from facilitator.chain.setting import NAMES, Setting

ASKED, PROPOSALS, GOALS = "vraag", "voorstellen", "doelen"


class Look(Body):
    """What the room sees: the question, a page of the proposals, the goals of the keten, or one goal large."""

    step: Id
    wall: Literal["vraag", "voorstellen", "doelen"]
    goal: str = ""
    page: Annotated[int, Meta(ge=0, le=500)] = 0


def look(desk: Desk) -> None:
    """Who shows the proposals (or one of them) lets the room see all of them from then on."""
    step, body = desk.step(desk.body.step), desk.body
    if body.goal and body.goal not in [goal["id"] for goal in listed(desk.chain, step)]:
        raise Refused("Dit doel staat niet (meer) bij deze stap.")
    fields = {"wall": body.wall, "at": body.goal, "page": body.page}
    if any(step["state"].get(key) != value for key, value in fields.items()):
        desk.emit("step.set", {"id": step["id"], "fields": fields}, step=step["id"])
    if (body.wall == PROPOSALS or body.goal) and not step["revealed"]:
        desk.emit("step.revealed", {"id": step["id"], "on": True}, step=step["id"])


def listed(chain: Chain, step: Entity) -> list[Entity]:
    """The goals that the step works with: what came back, then its own, in the order written."""
    back = [chain.entities[identity] for identity in step["state"].get("carried", ())]
    return [*(goal for goal in back if goals.standing(goal)), *goals.proposed(chain, step["id"])]


class Doelen(Kind):
    """The step begins with the goals that the keten adopted before; they stay in its list, whatever becomes of them."""

    name = "doelen"
    purpose = WORDS["purpose"]
    watch = WORDS["watch"]
    materials = WORDS["materials"]
    prepare = WORDS["prepare"]
    commands = frozenset({"goal.make", "goal.many"})
    rules = [Rule("goal.look", Look, ONLY_FACILITATOR, look, of_step=True, late=True)]
    carries = True

    class Settings(msgspec.Struct, forbid_unknown_fields=True):
        """`names`: who is named beside a proposal; `blocks`: people say for which building block a goal is."""

        names: Literal["naam", "organisatie"] = "organisatie"
        blocks: bool = True

    editable = (
        dataclasses.replace(NAMES, options=tuple(one for one in NAMES.options if one[0] != "anoniem")),
        Setting("blocks", WORDS["blocks"], WORDS["blocks_hint"]),
    )

    def start(self, chain: Chain, step: Entity) -> dict[str, Any]:
        found = goals.opening(chain, step)
        return {"carried": found, "wall": GOALS if found else ASKED, "at": "", "page": 0}

    def show(self, chain: Chain, step: Entity, audience: Audience) -> dict[str, Any]:
        """`groups`: the goals of the keten, by building block; `proposals`: the rest, as far as the room may see it."""
        if step["started_at"] is None:
            return {}
        state, here = step["state"], listed(chain, step)
        adopted = [goal for goal in here if goal["adopted"]]
        loose = [goal["id"] for goal in here if not goal["adopted"]]
        seen = step["revealed"] or audience.name in ("control", "report")
        shown = {"wall": state["wall"], "at": state["at"] if any(one["id"] == state["at"] for one in here) else ""}
        shown |= {"page": state["page"], "advice": goals.ADVICE, "groups": grouped(adopted)}
        return {**shown, "carried": list(state["carried"]), "proposals": loose if seen else []}

    def tally(self, chain: Chain, step: Entity) -> dict[str, Any]:
        """How many goals were written here, by how many people on phones, and how many the keten took."""
        here = goals.proposed(chain, step["id"])
        writers = {goal["author"] for goal in here if goal.get("author")}
        adopted = sum(1 for goal in here if goal["adopted"])
        return {"goals": len(here), "writers": len(writers), "adopted": adopted}

    def report(self, step: Entity, page: Page) -> list[Block]:
        return told.section(step, page)

    def gist(self, step: Entity, page: Page) -> list[Block]:
        return told.gist(step, page)

    def intents(self, step: Entity, guest: Guest) -> Iterator[Intent]:
        return room.intents(step, guest)

    def demo(self, step: Entity, table: Table) -> Generator[Act, dict[str, Any], None]:
        yield from play(step, table)


def grouped(adopted: list[Entity]) -> list[dict[str, Any]]:
    """The goals of the keten as a whole, then per building block; `running` is what the advice of three counts."""
    found = []
    for block in sorted({goal["block"] for goal in adopted}):
        here = [goal for goal in adopted if goal["block"] == block]
        running = sum(1 for goal in here if goal["stand"] == goals.RUNNING)
        found.append({"block": block, "goals": [goal["id"] for goal in here], "running": running})
    return found
