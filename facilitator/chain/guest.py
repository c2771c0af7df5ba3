"""A simulated participant as a kind sees it: what its own phone shows, how it is by nature, and what it would do next.

Nothing here knows the time: the same seed gives the same words and the same choices, whoever is faster.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from facilitator.chain.model import Entity

MOST_TEXT = 280
SAYS = ("note.post", "goal.make", "action.make")


@dataclass(frozen=True)
class Intent:
    """Something that a participant would do at a step: `key` says what it is, so that it happens once.

    `text` is what is typed for it, and takes its time; `hard` is how much thinking it asks beside a note. What is
    `late` comes only after a while: second thoughts.
    """

    key: str
    name: str
    body: dict[str, Any]
    text: str = ""
    hard: float = 1.0
    late: bool = False

    @property
    def empty(self) -> bool:
        """True for what has to say something when there is nothing left to say: nobody does it."""
        return self.name in SAYS and not self.text


@dataclass(frozen=True)
class Nature:
    """How somebody is: from 0 to 1, drawn once. A `lean` pulls votes to the own side, `fickle` is who thinks again."""

    eager: float = 0.5
    fickle: float = 0.2
    lean: float = 0.3


@dataclass
class Guest:
    """One participant at one step. `say(topic, texts, stance, number)` finds words that hardly anybody else says there.

    With no stance there is nothing to go on with: then a text is given to one person. Who comes when everything was
    said gets "".
    """

    draw: Callable[..., random.Random]  # seeded chance for a topic
    person: int
    people: int
    step: str
    view: dict[str, Entity]
    say: Callable[..., str]
    note: Callable[..., str]  # for a prompt of this exercise: note(lane, number, most, about=(persona, section))
    nature: Nature = field(default_factory=Nature)
    lively: float = 1.0
    rank: int = 0  # the how manieth of the own organisation: the first one speaks for it
    done: frozenset[str] = frozenset()
    examples: Sequence[str] = ()
    trade: Any = None  # what this profession says of itself
    shelf: Mapping[str, Sequence[Mapping[str, str]]] = field(default_factory=dict)  # facts of Naslag, by subject
    town: Sequence[str] = ()  # all organisations of the company, here already or not: everybody knows them

    def chance(self, *topic: object) -> random.Random:
        """Chance of this person alone, the same for the same topic in this step."""
        return self.draw(self.person, self.step, *topic)

    def common(self, *topic: object) -> random.Random:
        """Chance that the whole room shares: some proposals are simply more loved."""
        return self.draw(self.step, *topic)

    def many(self, most: int, least: int = 0) -> int:
        """How many of something this person does: by its nature and how lively the room is."""
        wanted = self.nature.eager * most * self.lively + self.chance("many").uniform(-0.5, 0.5)
        return max(least, min(most, round(wanted)))

    def often(self, share: float, *topic: object) -> bool:
        """True for so many of the people; a livelier room has more of them."""
        return self.chance("often", *topic).random() < share * self.lively

    def fickle(self, *topic: object) -> bool:
        """True for who thinks again about this."""
        return self.chance("fickle", *topic).random() < self.nature.fickle

    def list(self, kind: str, **fields: Any) -> list[Entity]:
        """What the phone shows of one type, by its words: ids follow the order in which people were faster."""
        found = [one for one in self.view.values() if one["type"] == kind]
        found = [one for one in found if all(one.get(key) == value for key, value in fields.items())]
        return sorted(found, key=lambda one: (words(one), len(one["id"]), one["id"]))

    @property
    def organisation(self) -> str:
        """The id of the own organisation, or ""."""
        return next((one.get("org") or "" for one in self.view.values() if one["type"] == "participant"), "")

    def own_name(self) -> str:
        """What the own organisation is called, or ""."""
        return self.view.get(self.organisation, {}).get("name", "")

    def others(self) -> list[str]:
        """Names of the other organisations of the town."""
        return [name for name in self.town if name != self.own_name()]

    def mine(self, kind: str, text: str) -> Entity | None:
        """Something of one's own, as the phone has it, by its words."""
        return next((one for one in self.list(kind, step=self.step) if words(one) == text), None)


def words(entity: Entity) -> str:
    """What an entity says, by which people know it."""
    return next((str(entity[key]) for key in ("text", "name", "what", "title") if entity.get(key)), "")
