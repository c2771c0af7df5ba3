"""Checking the map: a next meeting asks who sat at the table for the lines that they did not look at yet.

Only once there is a map that a room has seen, and only where the agenda has none of its own (making.py).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from facilitator.chain.kind import Kind
from facilitator.chain.model import Chain, Entity
from facilitator.chain.network.links import network
from facilitator.chain.network.moments import last_table
from facilitator.chain.steps import MOST_STEPS, inserted

Step = dict[str, Any]


def waiting(chain: Chain, kinds: Mapping[str, Kind]) -> int:
    """How many lines were not looked at by organisations that sat at the last table; 0 when no room saw a map yet."""
    seen = (one for one in chain.of_type("step") if one["started_at"] is not None)
    if not any(kinds[one["kind"]].maps for one in seen):
        return 0
    drawn = network(chain, last_table(chain))
    here = {guest.id for guest in drawn.guests if not guest.outside}
    return sum(1 for link in drawn.links.values() if here.intersection(link.asks))


def fits(steps: Sequence[Step], kinds: Mapping[str, Kind]) -> bool:
    """True when these steps have no map yet, and room for one."""
    return len(steps) < MOST_STEPS and not any(kinds[step["kind"]].maps for step in steps)


def placed(steps: Sequence[Step], check: Step, kinds: Mapping[str, Kind]) -> tuple[int, Step]:
    """After how many of these steps it stands: where people said who they are and looked back; and the step itself."""
    first = [kinds[step["kind"]] for step in steps[:3]]
    at = max((number for number, kind in enumerate(first, 1) if kind.welcomes or kind.looks_back), default=0)
    beside = steps[at - 1] if at else next(iter(steps), {})
    return at, {**check, "group": beside.get("group") or check.get("group", ""), "from": None}


def asked(chain: Chain, template: list[Step], check: Step | None, kinds: Mapping[str, Kind]) -> list[Step]:
    """The steps of a new meeting, with the check among them when lines are waiting. A `from` still says which it is."""
    if check is None or not fits(template, kinds) or not waiting(chain, kinds):
        return template
    return inserted(template, *placed(template, check, kinds))


def awaited(chain: Chain, meeting: Entity, kinds: Mapping[str, Kind]) -> int:
    """Of a meeting that was made early: for how many lines the check comes when its door opens; 0 when none comes."""
    steps = list(chain.of_type("step", meeting["id"]))  # also those that were taken out: what went does not come again
    return 0 if meeting["step"] or not fits(steps, kinds) else waiting(chain, kinds)
