"""Voting: n dots each, at most k on one proposal, changeable until closed, secret until shown."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from itertools import pairwise
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from exercises.kinds.stemmen import guest as room
from exercises.kinds.stemmen.words import WORDS, dots, people
from facilitator.chain import ballots, cards, figures
from facilitator.chain.guest import Guest, Intent
from facilitator.chain.kind import Act, Audience, Kind, Page, Table
from facilitator.chain.mirror import FEW
from facilitator.chain.model import Chain, Entity
from facilitator.chain.paper import Block, Bullets, Picture, Text
from facilitator.chain.paper import Table as PaperTable
from facilitator.chain.setting import Setting, Value
from facilitator.chain.setting import given as was_given

IN_PICTURE = 12
IN_SHORT = 10
IN_MIRROR = 6


def only_more(field: str, default: int) -> Callable[[Chain, Entity, Value], str]:
    """Once somebody voted, a number can only go up, and only while people can still vote."""

    def check(chain: Chain, step: Entity, value: Value) -> str:
        if not was_given(chain, step):
            return ""
        if step["revealed"] or step["state"].get("closed"):
            return WORDS["shut"]
        return WORDS["only_more"] if int(value) < step["settings"].get(field, default) else ""

    return check


class Stemmen(Kind):
    """The candidates are frozen when the step begins; a later note waits until the facilitator lets it in."""

    name = "stemmen"
    purpose = WORDS["purpose"]
    watch = WORDS["watch"]
    materials = WORDS["materials"]
    commands = frozenset({"ballot.cast", "ballot.paper", "weighing.close", "weighing.include"})
    sources = frozenset({"briefjes", "persona"})

    class Settings(msgspec.Struct, forbid_unknown_fields=True):
        """How many dots everybody has, and how many of them may go to one proposal."""

        dots: Annotated[int, Meta(ge=1, le=20)] = 3
        most: Annotated[int, Meta(ge=1, le=20)] = 2

    editable = (
        Setting("dots", "Hoeveel stippen heeft ieder?", check=only_more("dots", 3)),
        Setting("most", "Hoeveel daarvan mogen op hetzelfde?", check=only_more("most", 2)),
    )

    def start(self, chain: Chain, step: Entity) -> dict[str, Any]:
        return {"candidates": ballots.available(chain, step["from"]), "closed": False}

    def show(self, chain: Chain, step: Entity, audience: Audience) -> dict[str, Any]:
        """Totals only after the reveal, for everybody; the report also has them once the meeting is over."""
        if step["started_at"] is None:
            return {}
        state: dict[str, Any] = {
            "candidates": ballots.candidates(chain, step),
            "closed": bool(step["state"].get("closed")),
        }
        if audience.name in ("control", "report"):
            state["waiting"] = ballots.waiting(chain, step)
        over = audience.name == "report" and chain.entities[step["meeting"]]["state"] == "closed"
        if step["revealed"] or over:
            state |= self.outcome(chain, step)
            if audience.name == "report":
                state["past"] = self.past(chain, step)
        return state

    @staticmethod
    def outcome(chain: Chain, step: Entity) -> dict[str, Any]:
        """Votes per candidate, the ids with the most votes first, and each one's place (equal votes, equal place)."""
        totals = ballots.totals(chain, step)
        order = sorted(totals, key=lambda identity: -totals[identity])
        places = dict.fromkeys(order[:1], 1)
        for number, (above, identity) in enumerate(pairwise(order), 2):
            places[identity] = places[above] if totals[above] == totals[identity] else number
        return {"totals": totals, "order": order, "places": places, "given": sum(totals.values())}

    @staticmethod
    def past(chain: Chain, step: Entity) -> list[list[Any]]:
        """[text, votes] of what got votes and stands on the list no more."""
        there = set(ballots.candidates(chain, step))
        found: dict[str, int] = {}
        for ballot in [*chain.in_step(step["id"], "ballot"), *chain.in_step(step["id"], "cards")]:
            for identity, given in ballot.get("choices", {}).items():
                if identity not in there:
                    found[identity] = found.get(identity, 0) + given
        rows = [(chain.entities[identity], votes) for identity, votes in found.items()]
        return [[one.get("name") or one.get("text") or "[verwijderd]", votes] for one, votes in rows]

    def tally(self, chain: Chain, step: Entity) -> dict[str, Any]:
        return cards.turnout(chain, step)

    def mirror(self, chain: Chain, step: Entity) -> list[Block]:
        """How the dots were spread, once the room may know; of few voters nothing."""
        over = chain.entities[step["meeting"]]["state"] == "closed"
        if not (step["revealed"] or over) or self.tally(chain, step)["voters"] < FEW:
            return []
        found = self.outcome(chain, step)
        rows = [(chain.entities[one], found["totals"][one]) for one in found["order"]]
        told = [(one.get("name") or one.get("text") or WORDS["emptied"], votes) for one, votes in rows]
        got = sum(1 for _, votes in told if votes)
        if not got:
            return []
        key = "spread_one" if got == 1 else "spread"
        text = WORDS[key].format(given=dots(found["given"]), got=got, all=len(told), first=told[0][0], most=told[0][1])
        picture = figures.bars(told[:IN_MIRROR], unit=WORDS["unit"])
        return [Picture(picture, WORDS["picture"].format(first=told[0][0], votes=dots(told[0][1])), 15.0), Text(text)]

    def report(self, step: Entity, page: Page) -> list[Block]:
        state, settings = step["state"], step["settings"]
        tally = page.entities.get(f"{step['id']}.tally", {})
        if not state.get("candidates") and not state.get("past"):
            return [Text(WORDS["empty"])]
        most = min(settings.get("most", 2), settings.get("dots", 3))
        rules = WORDS["rules"].format(dots=dots(settings.get("dots", 3)), most=most)
        voters, paper = tally.get("voters", 0), tally.get("paper", 0)
        typed = " " + WORDS["paper_one" if paper == 1 else "paper"].format(n=paper) if paper else ""
        if "totals" not in state:
            return [
                Text(f"{rules} {people(voters).capitalize()} gestemd.{typed} {WORDS['sealed']}"),
                *self.late(step, page),
            ]
        given = state["given"] + sum(votes for _, votes in state.get("past", ()))
        sentence = WORDS["cast_one" if voters == 1 else "cast"].format(people=people(voters), given=dots(given))
        opening = f"{rules} {sentence if voters else WORDS['nobody']}{typed}"
        if not step["revealed"]:
            opening += f" {WORDS['never_shown']}"
        return [Text(opening), *self.outcome_on_paper(state, page), *self.late(step, page)]

    @staticmethod
    def outcome_on_paper(state: dict[str, Any], page: Page) -> list[Block]:
        rows = [(page.label(identity), state["totals"][identity]) for identity in state["order"]]
        found: list[Block] = []
        if rows and rows[0][1]:
            top = [row for row in rows if row[1]][:IN_PICTURE]
            alt = WORDS["picture"].format(first=top[0][0], votes=dots(top[0][1]))
            found.append(Picture(figures.bars(top, unit=WORDS["unit"]), alt, 15.0))
        places = [f"{state['places'][identity]}" for identity in state["order"]]
        lines = [[place, text, str(votes)] for place, (text, votes) in zip(places, rows, strict=True)]
        kept = lines if page.full else lines[:IN_SHORT]
        if kept:
            found.append(PaperTable(WORDS["header"], kept, [1.0, 8.0, 1.2], WORDS["table"]))
        if len(kept) < len(lines):
            rest = len(lines) - len(kept)
            found.append(Text(WORDS["rest"][rest > 1].format(n=rest), "small"))
        return found

    @staticmethod
    def late(step: Entity, page: Page) -> list[Block]:
        """What came after the freeze, and what got votes but went away."""
        found: list[Block] = []
        waiting = [page.label(identity) for identity in step["state"].get("waiting", ())]
        if waiting:
            found += [Text(WORDS["waiting"]), Bullets(waiting)]
        past = step["state"].get("past", ())
        if past and page.full:
            found += [Text(WORDS["past"]), Bullets([f"{text} ({dots(votes)})" for text, votes in past])]
        return found

    def intents(self, step: Entity, guest: Guest) -> Iterator[Intent]:
        return room.intents(step, guest)

    def demo(self, step: Entity, table: Table) -> Generator[Act, dict[str, Any], None]:
        """Some proposals are simply more loved; a few people change their mind; then the outcome is shown."""
        seen = table.look("facilitator")[step["id"]]
        waiting = seen["state"].get("waiting", [])
        if waiting:
            yield "facilitator", "weighing.include", {"step": step["id"], "candidates": waiting}
            seen = table.look("facilitator")[step["id"]]
        candidates = seen["state"].get("candidates", [])
        if candidates:
            love = {identity: table.chance.random() ** 3 + 0.02 for identity in candidates}
            for person in table.chance.sample(range(table.people), table.people):
                yield person, "ballot.cast", {"step": step["id"], "choices": self.choose(seen, love, table)}
                if table.chance.random() < 0.1:
                    yield person, "ballot.cast", {"step": step["id"], "choices": self.choose(seen, love, table)}
        yield "facilitator", "weighing.close", {"step": step["id"], "on": True}
        yield "facilitator", "step.reveal", {"step": step["id"], "on": True}

    @staticmethod
    def choose(step: Entity, love: dict[str, float], table: Table) -> dict[str, int]:
        """One ballot within the rules; now and then somebody keeps a dot."""
        budget, most = step["settings"].get("dots", 3), step["settings"].get("most", 2)
        budget = min(budget, most * len(love))
        given = budget if table.chance.random() < 0.9 else max(1, budget - 1)
        choices: dict[str, int] = {}
        while sum(choices.values()) < given:
            [identity] = table.chance.choices(list(love), list(love.values()))
            if choices.get(identity, 0) < most:
                choices[identity] = choices.get(identity, 0) + 1
        return choices
