"""What somebody has led: a line for each meeting that began, drawn from the book; nothing is kept for it."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.chain.days import day_of
from facilitator.chain.model import Chain, Entity

LONGEST = 12 * 3600  # seconds: a door that stood open longer says nothing about how long the meeting was


@dataclass(frozen=True)
class Led:
    """One meeting: its day (of the agenda, else of the clock), how many steps began of how many, how many joined.

    `minutes` is 0 when the door stood open too long to tell; `kinds` are the names of the kinds that were led.
    """

    meeting: str
    title: str
    template: str
    day: str
    begun: int
    steps: int
    people: int
    minutes: int
    closed: bool
    kinds: tuple[str, ...]


def led(chain: Chain) -> list[Led]:
    """The meetings of one keten in which at least one step began."""
    found = []
    for meeting in chain.of_type("meeting"):
        begun = [step for step in chain.of_type("step", meeting["id"]) if step["started_at"] is not None]
        if begun:
            found.append(line(chain, meeting, begun))
    return found


def line(chain: Chain, meeting: Entity, begun: list[Entity]) -> Led:
    spent = sum(step["spent"] for step in begun)
    here = [step for step in begun if not step.get("gone")]
    return Led(
        meeting["id"],
        meeting["title"],
        meeting["template"],
        meeting["date"] or day_of(min(step["started_at"] for step in begun)).isoformat(),
        len(here),
        len(chain.steps(meeting["id"])),
        sum(1 for _ in chain.of_type("participant", meeting["id"])),
        round(spent / 60) if spent <= LONGEST else 0,
        meeting["state"] == "closed",
        tuple(dict.fromkeys(step["kind"] for step in begun)),
    )
