"""The matrix: impact and effort from 1 to 5, as median and spread from the phones, or placed by the facilitator."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from typing import Any, Literal

import msgspec

from exercises.kinds.matrix import guest as room
from exercises.kinds.matrix.words import WORDS, mark, marks, people
from facilitator.chain import ballots, cards, figures, priority
from facilitator.chain.command import Desk, Refused
from facilitator.chain.guest import Guest, Intent
from facilitator.chain.kind import Act, Audience, Kind, Page, Table
from facilitator.chain.mirror import FEW
from facilitator.chain.model import Chain, Entity
from facilitator.chain.paper import Block, Bullets, Picture, Text
from facilitator.chain.paper import Table as PaperTable
from facilitator.chain.setting import Setting

PHONES, FACILITATOR = "telefoons", "begeleider"
IN_SHORT = 10
MOST_APART = 5


class Matrix(Kind):
    """What the phones say is secret until the reveal; what the facilitator places, the room sees at once."""

    name = "matrix"
    purpose = WORDS["purpose"]
    watch = WORDS["watch"]
    materials = WORDS["materials"]
    commands = frozenset({"rating.give", "rating.paper", "matrix.place", "weighing.close", "weighing.include"})
    sources = frozenset({"briefjes", "persona", "stemmen"})

    class Settings(msgspec.Struct, forbid_unknown_fields=True):
        """Who puts the points on the plane."""

        by: Literal["telefoons", "begeleider"] = "telefoons"

    editable = (
        Setting(
            "by",
            "Wie zet de punten op het schema?",
            options=((PHONES, "De telefoons, met cijfers"), (FACILITATOR, "De begeleider, samen met de zaal")),
            until="ungiven",
        ),
    )

    def start(self, chain: Chain, step: Entity) -> dict[str, Any]:
        return {"candidates": ballots.available(chain, step["from"]), "closed": False, "placed": {}}

    def check(self, desk: Desk, step: Entity) -> None:
        """A hand on a rated point only when the room sees it."""
        sealed = step["settings"].get("by", PHONES) == PHONES and not step["revealed"]
        if desk.command.name == "matrix.place" and sealed:
            raise Refused("Toon eerst het schema. Dan ziet de zaal wat u verzet.")

    def show(self, chain: Chain, step: Entity, audience: Audience) -> dict[str, Any]:
        if step["started_at"] is None:
            return {}
        state: dict[str, Any] = {
            "candidates": ballots.candidates(chain, step),
            "closed": bool(step["state"].get("closed")),
        }
        if audience.name in ("control", "report"):
            state["waiting"] = ballots.waiting(chain, step)
        over = audience.name == "report" and chain.entities[step["meeting"]]["state"] == "closed"
        if step["revealed"] or over or step["settings"].get("by") == FACILITATOR:
            state |= self.outcome(chain, step)
        return state

    @staticmethod
    def outcome(chain: Chain, step: Entity) -> dict[str, Any]:
        """Points with their quadrant; `order` has the first to do on top, and so gives each point its number."""
        points = ballots.points(chain, step)
        for point in points.values():
            point["quadrant"] = priority.quadrant(point["impact"], point["effort"])
        return {"points": points, "order": sorted(points, key=lambda identity: priority.point_key(points[identity]))}

    def tally(self, chain: Chain, step: Entity) -> dict[str, Any]:
        return cards.turnout(chain, step)

    def mirror(self, chain: Chain, step: Entity) -> list[Block]:
        """About how many proposals the room thought alike, once it may know; of few marks nothing."""
        over = chain.entities[step["meeting"]]["state"] == "closed"
        points = ballots.points(chain, step).values() if step["revealed"] or over else ()
        rated = [point["spread"] <= priority.NEARLY for point in points if point["count"] >= FEW]
        if not rated:
            return []
        alike, apart = rated.count(True), rated.count(False)
        rows = [(WORDS["alike"], alike), (WORDS["unlike"], apart)]
        text = WORDS["none_alike" if not alike else "some_alike" if apart else "all_alike"]
        if len(rated) == 1:
            text = WORDS["one_alike" if alike else "one_unlike"]
        picture = Picture(figures.bars(rows, unit=WORDS["unit"]), WORDS["mirror"].format(n=alike, all=len(rated)), 15.0)
        return [picture, Text(text.format(n=alike, all=len(rated)))]

    # the report

    def report(self, step: Entity, page: Page) -> list[Block]:
        state = step["state"]
        if not state.get("candidates"):
            return [Text(WORDS["empty"])]
        tally = page.entities.get(f"{step['id']}.tally", {})
        voters, paper = tally.get("voters", 0), tally.get("paper", 0)
        by_hand = step["settings"].get("by") == FACILITATOR
        if by_hand:
            opening = WORDS["by_hand"]
        elif not voters:
            opening = WORDS["nobody"]
        else:
            opening = WORDS["by_phone_one" if voters == 1 else "by_phone"].format(people=people(voters))
        if paper and not by_hand:
            opening += " " + WORDS["paper_one" if paper == 1 else "paper"].format(n=paper)
        if "points" not in state:
            return [Text(f"{opening} {WORDS['sealed']}"), *self.lists(state, page)]
        if not (step["revealed"] or by_hand):
            opening += f" {WORDS['never_shown']}"
        found: list[Block] = [Text(opening)]
        if state["order"]:
            found += self.plane(state, by_hand)
            found += self.table(state, page)
            found += self.apart(state, page)
        return found + self.lists(state, page)

    @staticmethod
    def plane(state: dict[str, Any], by_hand: bool) -> list[Block]:
        points = [{"number": n, **state["points"][identity]} for n, identity in enumerate(state["order"], 1)]
        first, plan, between, later = (
            priority.QUADRANTS[key][0] for key in ("eerst", "plannen", "tussendoor", "later")
        )
        svg = figures.matrix(
            points,
            quadrants=(first, plan, between, later),
            axes=(WORDS["effort"], WORDS["impact"]),
            middle=priority.MIDDLE,
        )
        reading = [] if by_hand else [Text(WORDS["reading"], "small")]
        return [Picture(svg, WORDS["picture"].format(n=len(points)), 16.0), *reading]

    @staticmethod
    def table(state: dict[str, Any], page: Page) -> list[Block]:
        rows = []
        for number, identity in enumerate(state["order"], 1):
            point = state["points"][identity]
            cells = [str(number), page.label(identity), ranged(point, "impact"), ranged(point, "effort")]
            rows.append([*cells, priority.QUADRANTS[point["quadrant"]][0], together(point)])
        kept = rows if page.full else rows[:IN_SHORT]
        found: list[Block] = [PaperTable(WORDS["header"], kept, [0.7, 6.0, 1.5, 1.5, 2.0, 1.8], WORDS["table"])]
        if len(kept) < len(rows):
            rest = len(rows) - len(kept)
            found.append(Text(WORDS["rest"][rest > 1].format(n=rest), "small"))
        return found

    @staticmethod
    def apart(state: dict[str, Any], page: Page) -> list[Block]:
        """Where the room disagrees most, with every mark that was given."""
        points = state["points"]
        divided = [identity for identity in state["order"] if points[identity]["spread"] > priority.NEARLY]
        divided.sort(key=lambda identity: -points[identity]["spread"])
        if not divided:
            return []
        rows = [
            WORDS["apart_row"].format(
                text=page.label(one), impacts=marks(points[one]["impacts"]), efforts=marks(points[one]["efforts"])
            )
            for one in divided[: None if page.full else MOST_APART]
        ]
        return [Text(WORDS["apart"]), Bullets(rows)]

    @staticmethod
    def lists(state: dict[str, Any], page: Page) -> list[Block]:
        found: list[Block] = []
        missing = [one for one in state["candidates"] if one not in state.get("points", state["candidates"])]
        for words, ids in (("missing", missing), ("waiting", state.get("waiting", ()))):
            if ids:
                found += [Text(WORDS[words]), Bullets([page.label(identity) for identity in ids])]
        return found

    # rehearsal

    def intents(self, step: Entity, guest: Guest) -> Iterator[Intent]:
        return room.intents(step, guest)

    def demo(self, step: Entity, table: Table) -> Generator[Act, dict[str, Any], None]:
        """Each proposal has its own weight, about which people differ more or less; the outcome is shown at the end."""
        seen = table.look("facilitator")[step["id"]]
        waiting = seen["state"].get("waiting", [])
        if waiting:
            yield "facilitator", "weighing.include", {"step": step["id"], "candidates": waiting}
            seen = table.look("facilitator")[step["id"]]
        candidates = seen["state"].get("candidates", [])
        chance = table.chance
        truth = {
            one: (chance.uniform(1.5, 5), chance.uniform(1, 5), chance.choice((0.5, 0.8, 1.6))) for one in candidates
        }
        if seen["settings"].get("by") == FACILITATOR:
            for identity, (impact, effort, _) in truth.items():
                spot = {"impact": round(impact * 2) / 2, "effort": round(effort * 2) / 2}
                yield "facilitator", "matrix.place", {"step": step["id"], "candidate": identity, **spot}
            return
        if candidates:
            for person in chance.sample(range(table.people), table.people):
                yield person, "rating.give", {"step": step["id"], "ratings": self.judge(truth, table)}
        yield "facilitator", "weighing.close", {"step": step["id"], "on": True}
        yield "facilitator", "step.reveal", {"step": step["id"], "on": True}

    @staticmethod
    def judge(truth: dict[str, tuple[float, float, float]], table: Table) -> dict[str, list[int]]:
        """One person's marks; somebody in a hurry skips a few."""
        hurried = table.chance.random() < 0.2
        ratings = {}
        for identity, (impact, effort, apart) in truth.items():
            if hurried and ratings and table.chance.random() < 0.3:
                continue
            pair = (table.chance.gauss(impact, apart), table.chance.gauss(effort, apart))
            ratings[identity] = [min(5, max(1, round(value))) for value in pair]
        return ratings


def ranged(point: dict[str, Any], axis: str) -> str:
    """A median with what most of the room said: "4 (3 tot 5)"."""
    low, high = point.get(f"{axis}_range", [point[axis]] * 2)
    text = mark(point[axis])
    return text if low == high else f"{text} ({mark(low)} tot {mark(high)})"


def together(point: dict[str, Any]) -> str:
    """How far the room is together, in a word or two."""
    if point["placed"]:
        return WORDS["moved"] if point["count"] else WORDS["together"]
    if point["count"] < 2:
        return WORDS["one"]
    level = "agreed" if point["spread"] <= priority.AGREED else "nearly"
    return WORDS[level if point["spread"] <= priority.NEARLY else "divided"]
