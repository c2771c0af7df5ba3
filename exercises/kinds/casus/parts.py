"""The parts of talking about one carer, and the case itself: where the room is, what is open, what was agreed."""

from __future__ import annotations

from typing import Any

from facilitator.chain.model import Chain, Entity

ROLES = ("partner", "seeker", "relation", "expert")  # the four of the SOFA model (inspiratiesheets)
WRITTEN = ("story", *ROLES, "handover")  # prompt "1" asks the first of these, prompt "6" the last
PARTS = ("story", *ROLES, "director", "handover")
START: dict[str, Any] = {
    "persona": None,  # the step's own copy of who was chosen
    "title": "",  # or a case in the facilitator's own words
    "text": "",
    "at": "story",
    "open": [],  # parts whose notes the room may read
    "director": "",  # the organisation that was agreed on
    "first": {"note": "", "organisation": ""},  # the first step of handing over, and who takes it
}


def state_of(step: Entity) -> dict[str, Any]:
    return {**START, **step["state"]}


def chosen(step: Entity) -> bool:
    """True when there is a case to talk about."""
    state = state_of(step)
    return bool(state["persona"] or state["title"])


def begun(chain: Chain, step: Entity) -> bool:
    """True when somebody wrote, offered, or was settled on: from then on it is about this carer."""
    given = any(one["type"] in ("note", "offer") for one in chain.in_step(step["id"]))
    return given or bool(state_of(step)["director"])


def name_of(state: dict[str, Any]) -> str:
    """What the case is called."""
    return state["persona"]["label"] if state["persona"] else state["title"]
