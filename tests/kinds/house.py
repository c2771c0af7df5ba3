"""A real house for one kind: its step on a real ledger, and the laws that hold after every single command."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from exercises.registry import KINDS
from facilitator.chain.command import FACILITATOR, PARTICIPANT, Seat
from facilitator.chain.kind import Kind, Page
from facilitator.chain.kind import Table as DemoTable
from facilitator.chain.paper import Block, Bullets, Heading, Numbers, Picture, Quote, Table, Text
from tests.kinds.foyer import Foyer, library
from tests.kinds.tables import WALL, Template, step

PROMPTS = [{"id": "1", "text": "Wat gaat hier goed?"}, {"id": "2", "text": "Wat kan hier beter?"}]
EXAMPLES = [f"Proefantwoord nummer {number} van de zaal" for number in range(1, 25)]
TEXTS = {  # what people write, by type of entity
    "note": ("text",),
    "cluster": ("name",),
    "action": ("what", "who", "remarks", "parts"),
    "progress": ("obstacle", "help"),
    "goal": ("text",),
    "instrument": ("name", "group", "developer", "executor"),
    "partner": ("name",),
    "tie": ("text",),
    "claim": ("name",),
    "offer": ("other",),
    "commitment": ("text", "worth", "better"),
    "introduction": ("contact", "number", "frequency", "how", "has", "wants"),
}


def made(kind: Kind, **settings: Any) -> dict[str, Any]:
    """A step of this kind as an exercise without wishes gives it, with what it takes from the shelves."""
    chosen = msgspec.to_builtins(msgspec.convert(settings, kind.Settings))
    template = {**step(kind.name, 0 if kind.sources else None, **chosen), "prompts": PROMPTS, "examples": EXAMPLES}
    return {**template, **kind.stock(template, library().personas)}


def from_library() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every exercise on the shelf, ready to stand after a wall."""
    sources = {kind.name: kind.sources for kind in KINDS}
    for name, template in library().exercises.items():
        yield name, {**template, "from": 0 if sources[template["kind"]] else None}


AGREED = (  # what the meeting before this one agreed; one thing was done there and then
    {"what": "De huisartsen bellen", "who": "Els", "when": "2025-09-01", "block": 2},
    {"what": "Een kaart met nummers maken", "who": "Steunpunt", "when": "2026-12-01", "block": 1},
    {"what": "Twee scholen uitnodigen", "who": "Els", "remarks": "jonge mantelzorgers"},
    {"what": "Koffie schenken", "status": "voltooid"},
)


class House(Foyer):
    """Four organisations at the step under test. `laws` are called with the house after every command."""

    def before(self) -> None:
        """An earlier meeting, with a note, an offer, actions, and somebody who takes one up; it is over."""
        self.rooms.library.agendas["eerder"] = Template([WALL, step("acties", 0)])
        made = self.ask(
            Seat(FACILITATOR), "meeting.create", title="De vorige keer", template="eerder", date="2025-08-11"
        )
        self.meeting = self.earlier = made["ids"][0]
        self.do("meeting.open")
        wall, actions = self.chain.entities[self.meeting]["steps"]
        for one in (wall, actions):
            self.do("meeting.go", step=one)
        self.do("note.post", step=wall, text="Dit briefje is van de vorige keer")
        guest = Seat(PARTICIPANT, self.meeting, self.join())
        self.ask(guest, "action.make", step=actions, what="Een aanbod dat bleef liggen")
        self.agreed = [self.do("action.make", step=actions, **one)["ids"][0] for one in AGREED]
        assert self.ask(guest, "action.take", action=self.agreed[1])["ok"]
        self.do("meeting.close")

    def __init__(self, path: Path, *templates: dict[str, Any]) -> None:
        self.laws: list[Any] = []
        super().__init__(path, *templates, organisations=("Gemeente Ede", "Steunpunt", "Thuiszorg West", ""))

    def ask(self, seat: Seat, name: str, /, **body: Any) -> dict[str, Any]:
        answer = super().ask(seat, name, **body)
        for law in self.laws:
            law(self)
        return answer

    def fill(self) -> None:
        """Something on the wall before it, for kinds that build on one."""
        self.go(0)
        for number, text in enumerate(EXAMPLES[:7]):
            self.by(number % len(self.people), "note.post", step=self.steps[0], text=f"Eerder: {text}")
        self.reveal(0)
        notes = [one["id"] for one in self.listed("note", "control")]
        self.do("cluster.make", step=self.steps[0], name="Eerder groepje", notes=notes[:3])

    def look(self, who: str | int) -> dict[str, Any]:
        return self.see("control") if who == FACILITATOR else {**self.see("phone"), **self.see("own", int(who))}

    def rehearse(self, seed: int = 7) -> list[tuple[Any, str, dict[str, Any]]]:
        """Play the kind's own demo to its end; every answer must be ok."""
        entity = self.chain.entities[self.step]
        table = DemoTable(len(self.people), random.Random(seed), self.look, list(entity.get("examples", EXAMPLES)))
        acts = self.kind(1).demo(self.see("control")[self.step], table)
        done: list[tuple[Any, str, dict[str, Any]]] = []
        answer = None
        while True:
            try:
                who, name, body = acts.send(answer)
            except StopIteration:
                return done
            answer = self.do(name, **body) if who == FACILITATOR else self.by(int(who), name, **body)
            done.append((who, name, body))

    def full_report(self) -> list[Block]:
        """The section of the step with everything in it."""
        views = self.room.report_view(self.meeting)
        kind, page = self.kind(1), Page(views, names=True, full=True)
        return [*kind.report(views[self.step], page), *kind.annex(views[self.step], page)]

    def written(self) -> list[str]:
        """All that people wrote in the step under test, as it is now."""
        found = []
        for entity in self.chain.entities.values():
            if entity.get("step") == self.step and not entity.get("gone") and not entity.get("redacted"):
                for field in TEXTS.get(entity["type"], ()):
                    value = entity.get(field) or []
                    found += [value] if isinstance(value, str) else value
        return found


def strings(blocks: list[Block]) -> Iterator[str]:
    """Every string of a report's blocks."""
    for block in blocks:
        match block:
            case Heading() | Text() | Quote():
                yield block.text
            case Bullets() | Numbers():
                yield from block.items
            case Table():
                yield block.caption
                yield from block.header
                for row in block.rows:
                    yield from row
            case Picture():
                yield block.alt


def texts(value: Any) -> Iterator[str]:
    """Every string in a view."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from texts(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from texts(part)
