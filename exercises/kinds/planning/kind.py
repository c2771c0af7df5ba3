"""Planning: dates that the facilitator proposes, yes, maybe or no from every phone, counts only, one that is chosen."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from datetime import date
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from exercises.kinds.planning import days
from exercises.kinds.planning import guest as room
from exercises.kinds.planning.told import told
from exercises.kinds.planning.words import WORDS
from facilitator.chain import cards
from facilitator.chain.command import ONLY_FACILITATOR, Body, Desk, Id, Refused, Rule
from facilitator.chain.days import day_of, read
from facilitator.chain.guest import Guest, Intent
from facilitator.chain.kind import Act, Audience, Kind, Page, Table
from facilitator.chain.model import Chain, Entity
from facilitator.chain.paper import Block

MOST = 12  # dates on the list
NO, MAYBE, YES = 1, 2, 3  # what a ballot holds for a date
Day = Annotated[str, Meta(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")]
Hour = Annotated[str, Meta(pattern=r"^(([01][0-9]|2[0-3]):[0-5][0-9])?\Z")]


class Propose(Body):
    step: Id
    day: Day
    start: Hour = ""
    end: Hour = ""


class Drop(Body):
    """A date off the list, or (`on` False) back on it."""

    step: Id
    date: Id
    on: bool = True


class Choose(Body):
    """The date that it will be; "" lets go of it."""

    step: Id
    date: str


def coming(desk: Desk, day: str) -> None:
    """Refuse a day that does not exist or has been."""
    there = read(day)
    if there is None:
        raise Refused(WORDS["nonsense"], field="day")
    if there < day_of(desk.command.at):
        raise Refused(WORDS["past"], field="day")


def propose(desk: Desk) -> None:
    """One more date on the list, in the order of the days."""
    step, body = desk.step(desk.body.step), desk.body
    coming(desk, body.day)
    end = body.end if body.start else ""
    if end and end <= body.start:
        raise Refused(WORDS["order"], field="end")
    dates = step["state"]["dates"]
    fresh = {"day": body.day, "start": body.start, "end": end}
    if any({key: one[key] for key in fresh} == fresh and not one.get("gone") for one in dates):
        raise Refused(WORDS["double"], field="day")
    if sum(1 for one in dates if not one.get("gone")) >= MOST:
        raise Refused(WORDS["many"].format(most=MOST), field="day")
    row = [*dates, {"id": f"d{len(dates) + 1}", **fresh}]
    row.sort(key=lambda one: (one["day"], one["start"]))
    keep(desk, step, {"dates": row})


def drop(desk: Desk) -> None:
    """What people marked on it is kept, for when it comes back."""
    step, body = desk.step(desk.body.step), desk.body
    known(step, body.date)
    if body.on and step["state"]["chosen"] == body.date:
        raise Refused(WORDS["is_chosen"])
    row = [{**one, "gone": body.on} if one["id"] == body.date else one for one in step["state"]["dates"]]
    keep(desk, step, {"dates": row})


def choose(desk: Desk) -> None:
    step, body = desk.step(desk.body.step), desk.body
    if body.date:
        one = known(step, body.date)
        if one.get("gone"):
            raise Refused(WORDS["gone"])
        coming(desk, one["day"])
    keep(desk, step, {"chosen": body.date})


def known(step: Entity, identity: str) -> Entity:
    """The date with this id, also one that was taken off the list."""
    for one in step["state"].get("dates", ()):
        if one["id"] == identity:
            return one
    raise Refused(WORDS["gone"])


def keep(desk: Desk, step: Entity, fields: dict[str, Any]) -> None:
    if any(step["state"].get(name) != value for name, value in fields.items()):
        desk.emit("step.set", {"id": step["id"], "fields": fields}, step=step["id"])


class Planning(Kind):
    """A ballot holds what one person said of each date, under a key that is no name (D9); everybody sees counts."""

    name = "planning"
    purpose = WORDS["purpose"]
    watch = WORDS["watch"]
    materials = WORDS["materials"]
    prepare = WORDS["prepare"]
    commands = frozenset({"ballot.cast", "answers.paper"})
    rules = [
        Rule("date.propose", Propose, ONLY_FACILITATOR, propose, of_step=True),
        Rule("date.drop", Drop, ONLY_FACILITATOR, drop, of_step=True),
        Rule("date.choose", Choose, ONLY_FACILITATOR, choose, of_step=True, late=True),
    ]

    class Settings(msgspec.Struct, forbid_unknown_fields=True):
        """The hours that a quick proposal begins with."""

        start: Hour = "14:00"
        end: Hour = "16:00"

    def start(self, chain: Chain, step: Entity) -> dict[str, Any]:
        return {"dates": [], "chosen": ""}

    def judge(self, desk: Desk, step: Entity, choices: dict[str, int]) -> None:
        """Yes, maybe or no for dates that are on the list, until one is chosen."""
        if step["state"]["chosen"]:
            raise Refused(WORDS["settled"])
        for identity, mark in choices.items():
            known(step, identity)
            if mark > YES:
                raise Refused(WORDS["mark"])

    def show(self, chain: Chain, step: Entity, audience: Audience) -> dict[str, Any]:
        if step["started_at"] is None:
            return {}
        rows = [days.told(one) for one in step["state"]["dates"]]
        there = [one for one in rows if not one.get("gone")]
        state: dict[str, Any] = {"chosen": step["state"]["chosen"], "dates": there}
        if audience.name in ("control", "report"):
            state["left"] = [one for one in rows if one.get("gone")]
        if audience.name == "control":
            said = read(chain.entities[step["meeting"]]["date"])
            began = day_of(step["started_at"])
            taken = {one["day"] for one in state["dates"]}
            state["proposals"] = days.proposals(max(said or date.min, began), taken)
        return state

    def tally(self, chain: Chain, step: Entity) -> dict[str, Any]:
        """Per date how many said yes, maybe and no, and which suit most people."""
        there = [one["id"] for one in step["state"].get("dates", ()) if not one.get("gone")]
        counts = {identity: [0, 0, 0] for identity in there}
        for ballot in chain.in_step(step["id"], "ballot"):
            for identity, mark in ballot["choices"].items():
                if identity in counts:
                    counts[identity][YES - mark] += 1
        for paper in chain.in_step(step["id"], "cards"):
            for identity, marks in paper["answers"].items():
                for mark in marks if identity in counts else ():
                    counts[identity][YES - mark] += 1
        most = max((tuple(three[:2]) for three in counts.values()), default=(0, 0))
        best = [identity for identity, three in counts.items() if most[0] and tuple(three[:2]) == most]
        return {**cards.turnout(chain, step), "counts": counts, "best": best}

    def agreed(self, step: Entity) -> list[Entity]:
        """The chosen date, as it goes into calendars and is proposed for the next meeting."""
        return [one for one in step["state"].get("dates", ()) if one["id"] == step["state"].get("chosen")]

    def report(self, step: Entity, page: Page) -> list[Block]:
        return told(step, page)

    def intents(self, step: Entity, guest: Guest) -> Iterator[Intent]:
        return room.intents(step, guest)

    def demo(self, step: Entity, table: Table) -> Generator[Act, dict[str, Any], None]:
        """Four dates, everybody marks them (some days are simply better), the best one is chosen."""
        seen = table.look("facilitator")[step["id"]]
        ahead = [one["day"] for group in seen["state"]["proposals"] for one in group["days"]][:4]
        for day in ahead:
            yield "facilitator", "date.propose", {"step": step["id"], "day": day, **self.hours(seen)}
        dates = [one["id"] for one in table.look("facilitator")[step["id"]]["state"]["dates"]]
        ease = {identity: table.chance.uniform(0.3, 0.9) for identity in dates}
        for person in table.chance.sample(range(table.people), table.people):
            choices = {
                identity: YES if table.chance.random() < easy else table.chance.choice((MAYBE, NO))
                for identity, easy in ease.items()
            }
            yield person, "ballot.cast", {"step": step["id"], "choices": choices}
        tally = table.look("facilitator").get(f"{step['id']}.tally", {})
        for identity in (tally.get("best") or dates)[:1]:
            yield "facilitator", "date.choose", {"step": step["id"], "date": identity}

    @staticmethod
    def hours(step: Entity) -> dict[str, str]:
        return {"start": step["settings"].get("start", ""), "end": step["settings"].get("end", "")}
