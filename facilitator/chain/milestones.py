"""The milestones of a keten: which meetings, some months after each other, and on which day that is.

Between the four basisbijeenkomsten the handreiking gives two readings (facts T04): the text says about two months
(§4.1, phase C), figure 7 names the months 1, 4, 8 and 12. Both are offered. What the sources do not say is our own
proposal: a month before and after the start, two months between meetings of phase D. An evaluation comes every year.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import count
from typing import Any

from facilitator.chain import days
from facilitator.chain.model import KETEN, Chain, Entity

PHASES = ("A", "B", "C", "D")
EXPLORING, WORKSHOP, START = "verkennend-gesprek", "workshop", "startbijeenkomst"
BASIC = tuple(f"basisbijeenkomst-{number}" for number in (1, 2, 3, 4))
BLOCKS = {BASIC[0]: (1, 2), BASIC[1]: (3, 4), BASIC[2]: (5,), BASIC[3]: (6, 7)}
FORMS = tuple(f"optimaliseren-{form}" for form in ("bouwstenen", "bouwsteen", "casussen", "thema"))
EVALUATION = "jaarlijkse-evaluatie"
TEXT, FIGURE = "tekst", "figuur"  # the two readings
EVERY, MONTHS = 2, (1, 4, 8, 12)  # months between two, and the numbers of the months
APART, YEAR = 1, 12  # our own proposal around the start; and once a year


@dataclass(frozen=True)
class Milestone:
    """A meeting of the plan: `months` from the day of the milestone `after`; `own` when no source says so.

    When the one `before` it came late, it comes `gap` months after that one.
    """

    id: str
    phase: str
    templates: tuple[str, ...]
    after: str = ""
    months: int = 0
    own: bool = False
    before: str = ""
    gap: int = 0


def chosen(chain: Chain) -> dict[str, Any]:
    """What was chosen about the plan; a start that has a day is enough to propose the rest. A workshop need not be."""
    plan = {"start": "", "rhythm": FIGURE, "short": False, "form": FORMS[0], "moved": {}, "skipped": [WORKSHOP]}
    return {**plan, **chain.entities[KETEN].get("plan", {})}


def milestones(chain: Chain) -> list[Milestone]:
    """All places of the plan in their order; phase D always has one meeting and one evaluation ahead."""
    plan = chosen(chain)
    found = [
        Milestone(EXPLORING, "A", (EXPLORING,), START, -2 * APART, own=True),
        Milestone(WORKSHOP, "B", (WORKSHOP,), START, -APART, own=True),
        Milestone(START, "B", (START,)),
        Milestone(BASIC[0], "C", BASIC[:1], START, APART, own=True),
    ]
    for at, name in enumerate(BASIC[1:], 1):
        if not plan["short"] or held(chain, (name,)):
            last = BASIC[at - 1]
            if plan["rhythm"] == TEXT:
                found.append(Milestone(name, "C", (name,), last, EVERY))
            else:
                gap = MONTHS[at] - MONTHS[at - 1]
                found.append(Milestone(name, "C", (name,), BASIC[0], MONTHS[at] - MONTHS[0], False, last, gap))
    forms = (plan["form"], *(form for form in FORMS if form != plan["form"]))
    return [*found, *year_by_year("optimaliseren", held(chain, FORMS), forms, (found[-1].id, EVERY), EVERY, own=True),
            *year_by_year(EVALUATION, held(chain, (EVALUATION,)), (EVALUATION,), (BASIC[0], YEAR), YEAR)]  # fmt: skip


def year_by_year(
    name: str, made: list[Entity], templates: tuple[str, ...], first: tuple[str, int], months: int, own: bool = False
) -> Iterator[Milestone]:
    """One place for each that was made, and one more; each after the one before it."""
    after, gap = first
    for number in range(1, len(made) + 2):
        yield Milestone(f"{name}.{number}", "D", templates, after, gap, own)
        after, gap = f"{name}.{number}", months


def held(chain: Chain, templates: tuple[str, ...]) -> list[Entity]:
    """The meetings made from one of these templates, in the order in which they were made."""
    return [one for one in chain.of_type("meeting") if one["template"] in templates]


def meetings(chain: Chain, found: list[Milestone]) -> dict[str, Entity]:
    """Milestone -> the meeting that stands in it: the n-th one of its templates in the n-th such milestone."""
    seen: dict[frozenset[str], Iterator[int]] = {}
    there = {}
    for milestone in found:
        at = next(seen.setdefault(frozenset(milestone.templates), count()))
        made = held(chain, milestone.templates)
        if at < len(made):
            there[milestone.id] = made[at]
    return there


def over(meeting: Entity | None) -> bool:
    return meeting is not None and meeting["state"] == "closed"


def latest(found: list[Milestone], there: dict[str, Entity]) -> int:
    """How far the keten came in phases A to C; who met in phase D has begun at least. Phase D is never behind."""
    start = next(at for at, one in enumerate(found) if one.id == START)
    held_at = [(at, one) for at, one in enumerate(found) if over(there.get(one.id))]
    return max((start if one.phase == PHASES[-1] else at for at, one in held_at), default=-1)


class Calendar:
    """The day of every milestone: of its meeting, as it was moved, or some months from another; "" for unknown.

    What is proposed lies never behind us: then it is a month from `today`, or before the start as soon as can be ("").
    """

    def __init__(self, chain: Chain, found: list[Milestone], there: dict[str, Entity], today: str) -> None:
        self.plan, self.today, self.there = chosen(chain), today, there
        self.by_id = {one.id: one for one in found}
        self.past = {one.id for one in found[: latest(found, there) + 1]}
        self.known: dict[str, str] = {}
        for one in found:
            self.find(one)

    def find(self, one: Milestone) -> str:
        if one.id not in self.known:
            day = self.there.get(one.id, {}).get("date") or self.plan["moved"].get(one.id, "")
            if not day and one.id == START:
                day = self.plan["start"]
            self.known[one.id] = day or (self.proposed(one) if one.after else "")
        return self.known[one.id]

    def proposed(self, one: Milestone) -> str:
        day = self.later(one.after, one.months)
        if one.before and day < self.later(one.before, EVERY):  # the one before it came late: go on from there
            day = self.later(one.before, one.gap)
        if one.id in self.past or not day or day >= self.today:
            return day
        if one.months < 0:
            return ""
        soon = days.later(date.fromisoformat(self.today), APART)
        return days.nearest(soon, date.fromisoformat(day)).isoformat()

    def later(self, identity: str, months: int) -> str:
        base = days.read(self.find(self.by_id[identity]))
        return days.later(base, months).isoformat() if base else ""
