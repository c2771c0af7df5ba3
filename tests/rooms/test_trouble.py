"""Rule 8: when a commit fails nothing was acknowledged or shown, memory is read anew, and the next write succeeds."""

from __future__ import annotations

import secrets
import sqlite3
from pathlib import Path
from typing import Any

import pytest

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

    agendas = {"proef": type("Agenda", (), {"step_templates": lambda self: [dict(WALL)]})()}


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


@pytest.fixture
def house(tmp_path: Path):
    made = House(tmp_path)
    yield made
    made.ledger.close()


def test_a_failed_commit_is_neither_acknowledged_nor_shown(house: House) -> None:
    before, epoch, cid = house.room.chain.seq, house.room.epoch, secrets.token_hex(16)
    house.ledger.writes = 1
    answer = house.ask(house.anna, "note.post", cid, step=house.step, text="Een briefje")
    assert (answer["ok"], answer["code"]) == (False, "retry")
    assert house.sent == []
    assert (house.room.chain.seq, house.texts(), house.on_disk()) == (before, [], [])
    assert house.room.epoch != epoch
    assert house.reloads == 1
    assert house.rooms.writer.trouble.startswith("Er kan nu niet opgeslagen worden")
    again = house.ask(house.anna, "note.post", cid, step=house.step, text="Een briefje")
    assert again["ok"]
    assert house.on_disk() == house.texts() == ["Een briefje"]
    assert house.rooms.writer.trouble == ""
    assert house.ask(house.anna, "note.post", cid, step=house.step, text="Een briefje") == again


def test_pages_get_whole_views_of_the_new_epoch(house: House) -> None:
    """Whoever holds the last number of the old epoch gets everything again: that number means nothing now."""
    have: dict[str, Any] = {"epoch": house.room.epoch}
    have |= {channel[0]: house.room.version[channel] for channel in house.room.channels(house.anna)}
    found: list[Any] = []
    house.room.hello(house.anna, have, [], found.extend)
    assert [patch for _, patch in found] == [None, None]
    house.ledger.writes = 1
    house.ask(house.anna, "note.post", step=house.step, text="Een briefje")
    found.clear()
    house.room.hello(house.anna, have, [], found.extend)
    assert {(patch["from"], patch["e"]) for _, patch in found} == {(None, house.room.epoch)}


def test_what_was_decided_on_top_of_it_fails_with_it(tmp_path: Path) -> None:
    """Three commands wait for one commit. All are sent again, and none is lost or doubled."""
    house = House(tmp_path)
    waiting: list[Any] = []
    house.rooms.writer.start = waiting.append
    house.ledger.writes = 1
    answers: list[dict[str, Any]] = []
    commands = [("note.post", {"step": house.step, "text": f"Briefje {n}"}, secrets.token_hex(16)) for n in range(3)]
    for name, body, cid in commands:
        house.room.accept(Command(name, body, house.anna, cid), answers.append)
    assert (answers, len(waiting), len(house.texts())) == ([], 1, 3), "decided in memory, told to nobody"
    waiting.pop()()
    assert [answer["code"] for answer in answers] == ["retry"] * 3
    assert (house.sent, house.texts(), house.reloads) == ([], [], 1)
    house.rooms.writer.start = lambda work: work()
    for name, body, cid in commands:
        assert house.ask(house.anna, name, cid, **body)["ok"]
    assert house.on_disk() == house.texts() == ["Briefje 0", "Briefje 1", "Briefje 2"]
    house.ledger.close()


def test_while_the_book_cannot_even_be_read_nothing_is_written_or_shown(house: House) -> None:
    """In doubt every answer is `retry` and no page gets a view; the first good moment the memory is true again."""
    house.ledger.writes, house.ledger.reads = 1, 2
    assert house.ask(house.anna, "note.post", step=house.step, text="Een")["code"] == "retry"
    assert house.rooms.writer.doubt
    found: list[Any] = ["not yet told"]
    house.room.hello(house.anna, {}, [], lambda views: found.__setitem__(slice(None), views))
    assert found == []
    assert house.ask(house.anna, "note.post", step=house.step, text="Twee")["code"] == "retry"
    assert house.rooms.writer.doubt is None
    assert house.ask(house.anna, "note.post", step=house.step, text="Drie")["ok"]
    assert house.on_disk() == house.texts() == ["Drie"]
