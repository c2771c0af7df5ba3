"""Where organisations come: the places of a step, who told so, and with what a next step begins.

All of it stands in the step: what an earlier step ended with, what was told since, and places that were added. So a
step of long ago stays as it was, and a next one begins with the last (`opening`).
"""

from __future__ import annotations

from typing import Any

from exercises.kinds.vindplaatsen.words import PLACES
from facilitator.chain.carers import chosen as groups
from facilitator.chain.model import Chain, Entity

Row = dict[str, Any]
START: dict[str, Any] = {"at": "", "own": [], "who": {}}  # `who`: slot -> ids of organisations, in the order told


def stocked() -> list[Row]:
    """The fixed places, for a template to take along: each with id, group and text."""
    return [
        {"id": f"{group}.{key}", "group": group, "text": text}
        for group, places in PLACES.items()
        for key, text in places.items()
    ]


def state_of(step: Entity) -> dict[str, Any]:
    return {**START, **step["state"]}


def listed(step: Entity) -> list[Row]:
    """All places of the groups that take part, per group the fixed ones first; without what was taken away."""
    own = [one for one in state_of(step)["own"] if not one["gone"]]
    rows = [*step.get("places", ()), *own]
    return [one for group in groups(step) for one in rows if one["group"] == group]


def visitors(step: Entity, slot: str) -> list[str]:
    """The ids of the organisations that come there."""
    return state_of(step)["who"].get(slot, [])


def counted(step: Entity) -> list[Row]:
    """Per group: how many places, and at how many of those nobody comes."""
    rows = listed(step)
    found = []
    for group in groups(step):
        here = [one for one in rows if one["group"] == group]
        found.append({"id": group, "all": len(here), "open": sum(1 for one in here if not visitors(step, one["id"]))})
    return found


def opening(chain: Chain, step: Entity) -> dict[str, Any]:
    """What the last step of this kind ended with, for the next to begin with."""
    before = [
        one
        for one in chain.of_type("step")
        if one["kind"] == step["kind"] and one["id"] != step["id"] and one["started_at"] is not None
    ]
    last = state_of(max(before, key=lambda one: one["started_at"])) if before else START
    own = [one for one in last["own"] if not one["gone"]]
    kept = {one["id"] for one in [*stocked(), *own]}
    return {**START, "own": own, "who": {slot: list(who) for slot, who in last["who"].items() if slot in kept and who}}
