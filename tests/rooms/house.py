"""A room on a ledger whose disk fails as often as it is told to."""

from __future__ import annotations

import secrets
import sqlite3
from pathlib import Path
from typing import Any

from exercises.registry import rulebook
from facilitator.chain.command import FACILITATOR, PARTICIPANT, Command, Seat
from facilitator.rooms import Rooms
from facilitator.store import Ledger

WALL = {
    "exercise": "kansen",
    "kind": "briefjes",
    "title": "Wat kan er beter?",
    "group": "Acties",
    "minutes": 15,
    "prompts": [{"id": "1", "text": "Wat kan er beter?"}],
    "settings": {"names": "organisatie", "silent": True, "max_length": 280, "wall_on_phone": True, "approve": False},
    "from": None,
    "coaching": {},
    "slide": [],
    "examples": [],
    "source": "handreiking",
}


class Shaky(Ledger):
    """A ledger whose disk fails as often as it is told to: at the write, and also when it is read again."""

    writes = reads = 0

    def append(self, entries: Any) -> None:
        if self.writes:
            self.writes -= 1
            self.doubtful = True
            raise sqlite3.OperationalError("disk I/O error")
        super().append(entries)

    def mend(self) -> None:
        if self.doubtful and self.reads:
            self.reads -= 1
            raise sqlite3.OperationalError("disk I/O error")
        super().mend()


class Shelf:
    """One template with one wall."""

    agendas = {"proef": type("Agenda", (), {"phase": "C", "step_templates": lambda self: [dict(WALL)]})()}
    exercises: dict[str, Any] = {}


class House:
    """A room at its wall, with two people and everything that was fanned out."""

    def __init__(self, folder: Path) -> None:
        self.ledger = Shaky(folder)
        self.sent: list[tuple[tuple[str, str, str], dict[str, Any]]] = []
        self.reloads = 0
        self.rooms = Rooms(
            self.ledger,
            rulebook(),
            Shelf(),
            clock=lambda: 1_800_000_000.0,
            fanout=lambda room, channel, patch: self.sent.append((channel, patch)),
            on_reload=lambda room: setattr(self, "reloads", self.reloads + 1),
        )
        made: list[dict[str, Any]] = []
        self.rooms.make_chain({"name": "Veluwerand", "scale": "gemeente"}, made.append)
        self.room = self.rooms.get(made[0]["chain"])
        meeting = self.ask(Seat(FACILITATOR), "meeting.create", title="Proef", template="proef")["ids"][0]
        self.regie = Seat(FACILITATOR, meeting)
        self.ask(self.regie, "meeting.open")
        self.step = self.room.chain.entities[meeting]["steps"][0]
        self.ask(self.regie, "meeting.go", step=self.step)
        joined = self.ask(Seat(PARTICIPANT, meeting), "participant.join", name="Anna", organisation="Gemeente Ede")
        self.anna = Seat(PARTICIPANT, meeting, joined["ids"][-1])
        for seat in (self.regie, self.anna):
            self.room.hello(seat, {}, [], lambda found: None)
        self.sent.clear()

    def ask(self, seat: Seat, name: str, cid: str = "", /, **body: Any) -> dict[str, Any]:
        answers: list[dict[str, Any]] = []
        self.room.accept(Command(name, body, seat, cid or secrets.token_hex(16)), answers.append)
        assert len(answers) == 1, "one answer, and at once"
        return answers[0]

    def texts(self) -> list[str]:
        return [note["text"] for note in self.room.chain.of_type("note")]

    def on_disk(self) -> list[str]:
        return [event.body["text"] for event in self.ledger.read(self.room.id) if event.name == "note.posted"]
