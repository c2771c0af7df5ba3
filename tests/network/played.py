"""A script played in this process: the same lines to the same rooms and pages, without a server and its wire."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from facilitator.chain.command import FACILITATOR, Seat
from facilitator.chain.kind import Audience
from facilitator.chain.text import clean_all
from facilitator.rehearsal import play
from facilitator.rehearsal.programme import Programme
from facilitator.rehearsal.script import read
from facilitator.rehearsal.sent import FACILITATOR as REGIE
from facilitator.rehearsal.sent import Person, Sent
from tests.kinds.foyer import library
from tests.web.indoors import Indoors

FAST = 1e9


class Played:
    """What play.py needs of a stage, on the rooms of a house in this process; one meeting after the other."""

    def __init__(self, data: Path) -> None:
        self.house = Indoors(data)
        self.sent, self.seats = Sent(), list[Seat]()

    def raise_curtain(self, template: str, *, keten: str, title: str, place: str, date: str) -> None:
        fields = {"title": title, "template": template, "place": place, "date": date}
        self.house.regie.post(f"/regie/ketens/{self.house.keten}/bijeenkomsten", fields)
        *_, last = self.house.room.chain.of_type("meeting")
        self.house.meeting, self.seats = last["id"], []
        self.house.ref = f"{self.house.keten}-{self.house.meeting}"
        self.house.do("meeting.open")

    def join(self, person: Person) -> int:
        self.seats.append(self.house.join(person.name, person.organisation).seat)
        return len(self.seats) - 1

    def act(self, who: str | int, name: str, body: dict[str, Any]) -> dict[str, Any]:
        seat = Seat(FACILITATOR, self.house.meeting) if who == REGIE else self.seats[int(who)]
        return self.house.built.house.ask(self.house.room, name, clean_all(body), seat)

    def look(self, who: str | int) -> dict[str, dict[str, Any]]:
        room = self.house.room
        return self.house.built.house.rooms.gate.whole(room.chain, room.people, Audience("control", self.house.meeting))

    def steps(self) -> list[dict[str, Any]]:
        return list(self.house.room.chain.steps(self.house.meeting))

    def go(self, step: str) -> dict[str, Any]:
        self.act(REGIE, "meeting.go", {"step": step})
        return self.look(REGIE)[step]

    def close(self) -> None:
        self.house.do("meeting.close")


def played(script: Path, data: Path, first: int = 0) -> Played:
    """All meetings of a script, one after the other, each closed at its end; the table must take every line."""
    written, stage, ids = read(script, library()), Played(data), dict[str, str]()
    for sitting in written.sittings[: first or None]:
        assert play.sit(stage, written, sitting, ids, FAST, Programme(quiet=True)) == []
        stage.close()
    return stage
