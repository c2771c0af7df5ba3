"""Where the room is in a persona: which of the chosen people, which section, and which sections it has been shown.

A place is "<persona>.<section>"; notes carry it as their `section`, so that two personas in one step never mix.
"""

from __future__ import annotations

from typing import Any

from facilitator.chain.model import Entity

START: dict[str, Any] = {
    "personas": {},  # the step's own copies, by id, in the order in which they were chosen
    "persona": "",  # who is on the screen
    "section": "",
    "visited": [],  # places in the order in which the room first came there
    "shown": [],  # places whose notes were open when the room left them
    "page": 0,  # which dozen of the open notes is on the screen
}


def place_of(state: dict[str, Any]) -> str:
    """Where the room is now, or "" before a persona is chosen."""
    return f"{state['persona']}.{state['section']}" if state.get("persona") else ""


def sections_of(state: dict[str, Any], persona: str) -> list[dict[str, Any]]:
    """The sections of a persona that was chosen in this step; [] for anybody else."""
    return state.get("personas", {}).get(persona, {}).get("sections", [])


def known(state: dict[str, Any], place: str) -> bool:
    """True for a section of a persona that was chosen in this step."""
    persona, _, section = place.partition(".")
    return any(one["id"] == section for one in sections_of(state, persona))


def last_section(state: dict[str, Any], persona: str, sections: list[dict[str, Any]]) -> str:
    """The section where the room last was with this persona, or the first."""
    for place in reversed(state.get("visited", [])):
        who, _, section = place.partition(".")
        if who == persona:
            return section
    return sections[0]["id"]


def is_shown(step: Entity, place: str) -> bool:
    """True when the notes of a place were shown to the room: what is on now follows the step itself."""
    if place == place_of(step["state"]):
        return bool(step.get("revealed"))
    return place in step["state"].get("shown", [])


def moved(step: Entity, persona: str, section: str) -> tuple[dict[str, Any], bool]:
    """The fields of the state after going to a place, and whether the notes there are open.

    Each place starts closed, so that the room writes before it reads; going back leaves a place as it was.
    """
    state = {**START, **step["state"]}
    here, there = place_of(state), f"{persona}.{section}"
    shown = [place for place in state["shown"] if place != here]
    if here and step["revealed"]:
        shown.append(here)
    visited = state["visited"] if there in state["visited"] else [*state["visited"], there]
    fields = {"persona": persona, "section": section, "visited": visited, "shown": shown, "page": 0}
    return fields, there in shown
