"""Kennismaking: each organisation presents itself, with a clock as advice; phones answer three questions."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from typing import Any

import msgspec

from exercises.kinds.kennismaking import guest as room
from exercises.kinds.kennismaking import told
from exercises.kinds.kennismaking.turns import RULES, Seconds, order_of, retime, state_of, tight, waiting
from exercises.kinds.kennismaking.words import PACES, QUESTIONS, TOGETHER, WISHES, WORDS
from facilitator.chain import forewords
from facilitator.chain.answers import FUNDING, OFFERS
from facilitator.chain.command import Desk
from facilitator.chain.guest import Guest, Intent
from facilitator.chain.kind import Act, Audience, Kind, Page, Table
from facilitator.chain.model import Chain, Entity
from facilitator.chain.paper import Block
from facilitator.chain.setting import Setting, Value, given


def keeps_answers(chain: Chain, step: Entity, value: Value) -> str:
    return "" if value or not given(chain, step) else WORDS["answered"]


class Kennismaking(Kind):
    """Turns are this kind's own; the answers are the core's introductions."""

    name = "kennismaking"
    purpose = WORDS["purpose"]
    watch = WORDS["watch"]
    materials = WORDS["materials"]
    commands = frozenset({"introduction.give", "introduction.paper"})
    keeps = frozenset({"foreword"})
    welcomes = True
    finds = True
    rules = RULES

    class Settings(msgspec.Struct, forbid_unknown_fields=True):
        """`seconds` for each organisation; `questions`: do phones answer as well."""

        seconds: Seconds = 120
        questions: bool = True

    editable = (
        Setting("seconds", "Tijd per organisatie", options=PACES),
        Setting("questions", "De telefoons stellen intussen vragen", QUESTIONS, check=keeps_answers),
    )

    def settle(self, desk: Desk, step: Entity, settings: dict[str, Any]) -> None:
        """Who speaks now gets the difference."""
        retime(desk, step, settings["seconds"])

    def start(self, chain: Chain, step: Entity) -> dict[str, Any]:
        return state_of(step)

    def show(self, chain: Chain, step: Entity, audience: Audience) -> dict[str, Any]:
        """The row as it is now, for everybody: nothing in it is a secret; and who types finds what was only said."""
        state, order = state_of(step), order_of(chain, step)
        view = {key: state[key] for key in ("current", "done", "skipped", "seconds", "started")}
        places = step["minutes"] * 60 // state["seconds"]
        view |= {"order": order, "waiting": waiting(order, state), "places": places}
        names = forewords.only_said(chain) if audience.name in ("control", "phone") else []
        return {**view, "names": names} if names else view

    def warning(self, chain: Chain, step: Entity) -> dict[str, Any]:
        """Turns that do not fit in the step, also before it begins and while people still come in."""
        return tight(step, len(order_of(chain, step)))

    def tally(self, chain: Chain, step: Entity) -> dict[str, Any]:
        """How many organisations there are, and of how many somebody answered."""
        given = [one.get("organisation") for one in chain.in_step(step["id"], "introduction")]
        before = [one["organisation"] for one in forewords.before(chain, step["meeting"])]
        answered = len(set(filter(None, given)).union(before))
        return {"organisations": len(order_of(chain, step)), "answered": answered, "introductions": len(given)}

    def report(self, step: Entity, page: Page) -> list[Block]:
        return told.report(step, page)

    def intents(self, step: Entity, guest: Guest) -> Iterator[Intent]:
        return room.intents(step, guest)

    def demo(self, step: Entity, table: Table) -> Generator[Act, dict[str, Any], None]:
        """The whole round: one is skipped and comes later, one runs over; who listens answers on the phone."""
        quiet = list(range(table.people))
        table.chance.shuffle(quiet)
        first = _state(step, table)["order"]
        for number in range(2 * len(first) + 2):
            state = _state(step, table)
            if state["started"] and not state["current"] and not state["waiting"]:
                break
            if not state["order"]:
                break
            yield "facilitator", "turn.skip" if number == 2 and state["waiting"] else "turn.next", {"step": step["id"]}
            listening = [quiet.pop() for _ in range(min(len(quiet), 1 + table.people // (len(first) + 1)))]
            for who in listening:
                yield from self.answer(step, table, who)
        for organisation in _state(step, table)["skipped"]:
            yield "facilitator", "turn.choose", {"step": step["id"], "organisation": organisation}
            yield "facilitator", "step.timer", {"step": step["id"], "do": "add", "seconds": 30}
            yield "facilitator", "turn.next", {"step": step["id"]}
        for who in quiet:
            yield from self.answer(step, table, who)

    def answer(self, step: Entity, table: Table, who: int) -> Generator[Act, dict[str, Any], None]:
        """One phone fills in the three parts."""
        if not step["settings"].get("questions", True):
            return
        chance = table.chance
        view = table.look(who)
        own = next((one.get("org") for one in view.values() if one["type"] == "participant"), "")
        names = [one["name"] for one in view.values() if one["type"] == "organisation" and one["id"] != own]
        row = chance.randrange(max(1, len(table.examples) // 3))
        texts = table.examples[3 * row : 3 * row + 3] or [""]
        body = {
            "step": step["id"],
            "contact": texts[0],
            **room.measures(texts[0], chance),
            "offers": sorted(chance.sample(OFFERS, chance.randint(1, 3)), key=OFFERS.index),
            "how": texts[1] if len(texts) > 1 else "",
            "funding": sorted(chance.sample(FUNDING, chance.randint(1, 2)), key=FUNDING.index),
            "has": chance.sample(names, min(len(names), chance.randint(1, 3))),
            "wants": chance.sample(WISHES, chance.randint(0, 2)),
        }
        body["about"] = [chance.choice(("", *TOGETHER)) for _ in body["has"]]
        yield who, "introduction.give", body


def _state(step: Entity, table: Table) -> dict[str, Any]:
    return table.look("facilitator")[step["id"]]["state"]
