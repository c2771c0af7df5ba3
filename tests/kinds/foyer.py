"""A meeting of people from different organisations, at a step under test, with the real personas on the shelf."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

from exercises.registry import KINDS
from facilitator.chain.command import PARTICIPANT, Seat
from facilitator.chain.paper import Bullets, Heading, Numbers, Quote, Table, Text
from facilitator.content import Library, load
from tests.kinds.tables import Hall

ROOT = Path(__file__).resolve().parents[2]
TABLE = ("Gemeente Ede", "Steunpunt Mantelzorg", "Thuiszorg West")


@functools.cache
def library() -> Library:
    """The real shelves."""
    return load(ROOT, {kind.name: kind for kind in KINDS})


class Foyer(Hall):
    """One person per organisation, each with a name of their own; the meeting is at `self.step`."""

    def __init__(self, path: Path, *steps: dict[str, Any], organisations: tuple[str, ...] = TABLE) -> None:
        super().__init__(path, *steps, people=0)
        self.rooms.library.personas = library().personas
        for organisation in organisations:
            self.enter(organisation)
        self.step = self.go(1)

    def enter(self, organisation: str, name: str = "") -> int:
        """Somebody sits down; their number."""
        seat = Seat(PARTICIPANT, self.meeting)
        name = name or ("Jan", "Els", "Ibrahim", "Wies", "Bo")[len(self.people) % 5]
        answer = self.ask(seat, "participant.join", name=name, organisation=organisation)
        self.people.append(answer["ids"][-1])
        return len(self.people) - 1

    def organisation(self, name: str) -> str:
        """The id of an organisation."""
        return next(one["id"] for one in self.chain.of_type("organisation") if one["name"] == name)

    def entity(self, audience: str = "control") -> dict[str, Any]:
        """The step under test as an audience has it."""
        return self.see(audience)[self.step]

    def count(self, audience: str = "control") -> dict[str, Any]:
        return self.see(audience)[self.step + ".tally"]

    def listed(self, kind: str, audience: str, person: int = 0) -> list[dict[str, Any]]:
        return [one for one in self.see(audience, person).values() if one["type"] == kind]


def words(blocks: list[Any]) -> str:
    """Everything that blocks of a report say, one line for each cell or paragraph."""
    lines: list[str] = []
    for block in blocks:
        match block:
            case Heading() | Text() | Quote():
                lines.append(block.text)
            case Bullets() | Numbers():
                lines += block.items
            case Table():
                lines += [block.caption, *block.header, *(cell for row in block.rows for cell in row)]
    return "\n".join(lines)
