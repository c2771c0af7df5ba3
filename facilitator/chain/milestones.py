"""The milestones of a keten: which meetings, some months after each other, and on which day that is.

Between the four basisbijeenkomsten the handreiking gives two readings (facts T04): the text says about two months
(§4.1, phase C), figure 7 names the months 1, 4, 8 and 12. Both are offered. What the sources do not say is our own
proposal: a month before and after the start, two months between meetings of phase D. An evaluation comes every year.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
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
    """A meeting of the plan: `months` from the day of the milestone `after`; `own` when no source says so."""

    id: str
    phase: str
    templates: tuple[str, ...]
    after: str = ""
    months: int = 0
    own: bool = False


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
            two = (BASIC[at - 1], EVERY)
            after, months = two if plan["rhythm"] == TEXT else (BASIC[0], MONTHS[at] - MONTHS[0])
            found.append(Milestone(name, "C", (name,), after, months))
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


def day_by_day(chain: Chain, found: list[Milestone], there: dict[str, Entity]) -> dict[str, str]:
    """Milestone -> its day: of its meeting, as it was moved, or some months from another; "" for unknown."""
    plan, by_id = chosen(chain), {milestone.id: milestone for milestone in found}
    known: dict[str, str] = {}

    def find(milestone: Milestone) -> str:
        if milestone.id not in known:
            day = there.get(milestone.id, {}).get("date") or plan["moved"].get(milestone.id, "")
            if not day and milestone.id == START:
                day = plan["start"]
            if not day and milestone.after:
                known[milestone.id] = ""
                base = days.read(find(by_id[milestone.after]))
                day = days.later(base, milestone.months).isoformat() if base else ""
            known[milestone.id] = day
        return known[milestone.id]

    return {milestone.id: find(milestone) for milestone in found}
