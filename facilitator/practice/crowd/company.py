"""Who comes: fictional people of a fictional town, or of chosen organisations, and how each is by nature."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from facilitator.chain.guest import Nature
from facilitator.rehearsal import cast
from facilitator.rehearsal.sent import Person

LATE, LEAVES = 0.12, 0.1  # of the people come late; go home before the end


@dataclass(frozen=True)
class Temper:
    """How somebody uses a phone, in seconds: when in, when out, how long it thinks, how many letters in a second."""

    nature: Nature
    arrives: float
    leaves: float
    thinks: float
    letters: float


def people(number: int, seed: int, organisations: Sequence[tuple[str, Sequence[str]]] = ()) -> list[Person]:
    """So many, in the order in which they come in."""
    tables = tuple((name, tuple(professions) or ("",)) for name, professions in organisations)
    return cast.people(number, seed, tables or cast.TABLE)


def temper(seed: int, person: int) -> Temper:
    """Drawn once per person. The first is never late and never leaves: somebody has to be there."""
    chance = random.Random(f"{seed}/{person}/temper")  # noqa: S311 - seeded on purpose
    nature = Nature(chance.betavariate(2.2, 2), chance.choice((0.05, 0.1, 0.2, 0.45)), chance.uniform(0.1, 0.6))
    late = chance.random() < LATE
    arrives = chance.uniform(180, 720) if late else chance.triangular(2, 75, 15)
    leaves = chance.uniform(3600, 8400) if chance.random() < LEAVES else float("inf")
    thinks, letters = chance.lognormvariate(2.7, 0.45), chance.uniform(2.2, 5.5)
    if person == 0:
        arrives, leaves = 1.0, float("inf")
    return Temper(nature, arrives, leaves, thinks, letters)
