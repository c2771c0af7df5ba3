"""Terugblik: a next meeting begins with what earlier ones agreed; how it stands, what is in the way, what helps."""

from __future__ import annotations

import dataclasses
from collections.abc import Generator, Iterator
from typing import Any, Literal

import msgspec

from exercises.kinds.terugblik import guest as room
from exercises.kinds.terugblik import told
from exercises.kinds.terugblik.rehearsal import play
from exercises.kinds.terugblik.words import WORDS
from facilitator.chain import carrying
from facilitator.chain.actions import subactions
from facilitator.chain.command import ONLY_FACILITATOR, Body, Desk, Id, Refused, Rule
from facilitator.chain.guest import Guest, Intent
from facilitator.chain.kind import Act, Audience, Kind, Page, Table
from facilitator.chain.model import Chain, Entity
from facilitator.chain.paper import Block
from facilitator.chain.setting import NAMES

STATUSES = carrying.STATUSES


class At(Body):
    step: Id
    action: str = ""


class Group(Body):
    step: Id
    by: Literal["bouwsteen", "wie"]


def look_at(desk: Desk) -> None:
    """One action large on the screen, or all of them again."""
    step = desk.step(desk.body.step)
    if desk.body.action and desk.body.action not in step["state"].get("carried", ()):
        raise Refused("Deze actie staat niet op de lijst van deze terugblik.")
    if step["state"].get("at", "") != desk.body.action:
        desk.emit("step.set", {"id": step["id"], "fields": {"at": desk.body.action}}, step=step["id"])


def group(desk: Desk) -> None:
    """Together by building block, or by who does it."""
    step = desk.step(desk.body.step)
    if step["state"].get("by") != desk.body.by:
        desk.emit("step.set", {"id": step["id"], "fields": {"by": desk.body.by}}, step=step["id"])


class Terugblik(Kind):
    """The list is taken when the step begins (carrying.opening) and stays: what is finished here is still seen here."""

    name = "terugblik"
    purpose = WORDS["purpose"]
    watch = WORDS["watch"]
    materials = WORDS["materials"]
    commands = frozenset({"progress.tell"})
    rules = [
        Rule("look.at", At, ONLY_FACILITATOR, look_at, of_step=True, late=True),
        Rule("look.group", Group, ONLY_FACILITATOR, group, of_step=True, late=True),
    ]
    carries = True
    looks_back = True
    editable = (dataclasses.replace(NAMES, label=WORDS["names"], hint=WORDS["names_hint"]),)

    class Settings(msgspec.Struct, forbid_unknown_fields=True):
        """`by`: how the list is grouped at first; `names`: who is named beside what people say on their phones."""

        by: Literal["bouwsteen", "wie"] = "bouwsteen"
        names: Literal["naam", "organisatie", "anoniem"] = "naam"

    def start(self, chain: Chain, step: Entity) -> dict[str, Any]:
        found = carrying.opening(chain, step["meeting"])
        since = carrying.since(chain, step["meeting"])
        return {"carried": found, "by": step["settings"].get("by", "bouwsteen"), "at": "", "since": since}

    def begins_revealed(self, step: Entity) -> bool:
        return True

    def show(self, chain: Chain, step: Entity, audience: Audience) -> dict[str, Any]:
        """The list in its order (what is late first), and how many there are of each status.

        `today` is for who sets a new date: one that is over is asked about.
        """
        if step["started_at"] is None:
            return {}
        state = step["state"]
        known = [chain.entities[one] for one in state["carried"] if carrying.counts(chain.entities[one])]
        actions = [one for one in known if one.get("under") not in state["carried"]]
        today = carrying.day_of(chain, step)
        order = [self.row(chain, action, state, today) for action in sorted(actions, key=turn)]
        counts = {status: sum(1 for action in actions if action["status"] == status) for status in STATUSES}
        at = state["at"] if any(row["id"] == state["at"] for row in order) else ""
        asked = {"today": today} if audience.name == "control" else {}
        return {"order": order, "by": state["by"], "at": at, "counts": counts, "since": state["since"], **asked}

    def row(self, chain: Chain, action: Entity, state: dict[str, Any], today: str) -> dict[str, Any]:
        """`late`: it should have been done by now; `news`: it was finished or cancelled since the last meeting.

        Under an action stand its subactions in `subs`; one whose action is not on the list has a row of its own.
        """
        row: dict[str, Any] = {"id": action["id"]}
        if carrying.live(action) and action["when"] and action["when"] < today:
            row["late"] = True
        if action["closed"] and action["closed"]["at"] > state["since"]:
            row["news"] = True
        subs = [self.row(chain, one, state, today) for one in subactions(chain, action)]
        return {**row, "subs": subs} if subs else row

    def tally(self, chain: Chain, step: Entity) -> dict[str, Any]:
        """How many times somebody told how an action stands."""
        given = list(chain.in_step(step["id"], "progress"))
        return {"told": len(given), "open": sum(1 for one in given if not one["taken"] and not one["left"])}

    def report(self, step: Entity, page: Page) -> list[Block]:
        return told.section(step, page)

    def intents(self, step: Entity, guest: Guest) -> Iterator[Intent]:
        return room.intents(step, guest)

    def demo(self, step: Entity, table: Table) -> Generator[Act, dict[str, Any], None]:
        yield from play(step, table)


def turn(action: Entity) -> tuple[bool, bool, str, bool]:
    """Open before closed, the earliest date first, what has no date after what has one; else as written."""
    return not carrying.live(action), not action["when"], action["when"], action["status"] != carrying.FINISHED
