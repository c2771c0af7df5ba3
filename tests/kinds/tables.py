"""A real room for the tests of weighing and acting: a wall of notes, then the steps that build on it."""

from __future__ import annotations

import random
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from exercises.registry import rulebook
from facilitator.chain.command import FACILITATOR, PARTICIPANT, Command, Seat
from facilitator.chain.kind import Audience, Kind, Page
from facilitator.chain.kind import Table as DemoTable
from facilitator.rooms.rooms import Rooms
from facilitator.store.ledger import Ledger

WALL = {"kind": "briefjes", "title": "Kansen", "prompts": [{"id": "1", "text": "Welke kans ziet u?"}], "settings": {}}


def step(kind: str, source: int | None = 0, **settings: Any) -> dict[str, Any]:
    """One step of an agenda as the library hands it to the rulebook."""
    return {"kind": kind, "title": kind.capitalize(), "prompts": [], "settings": settings, "from": source}


@dataclass
class Template:
    """An agenda on the shelf."""

    steps: list[dict[str, Any]]
    phase: str = "C"

    def step_templates(self) -> list[dict[str, Any]]:
        filled = {"exercise": "proef", "group": "Acties", "minutes": 10, "coaching": {}, "slide": [], "from": None}
        return [{**filled, **one} for one in self.steps]


class Shelf:
    """The part of the library that a room asks for."""

    def __init__(self, steps: list[dict[str, Any]]) -> None:
        self.agendas = {"proef": Template(steps)}
        self.exercises: dict[str, Any] = {}
        self.personas: dict[str, Any] = {}
        parts = [{"id": "", "title": title, "prose": [["p", title or "Eerst"]]} for title in ("", "Taken", "Wie")]
        sheet = {"id": "rollen/uitvoerder", "title": "Uitvoerder", "source": "handreiking §3.2", "screen": True}
        sheet |= {"blocks": [2]}
        self.pages = {sheet["id"]: {**sheet, "parts": parts}}


class Hall:
    """A meeting with people in it. The first step is a wall, the others are given; `self.steps` has their ids."""

    def __init__(self, path: Path, *steps: dict[str, Any], people: int = 3) -> None:
        self.time = 1_760_000_000.0
        self.patches: dict[tuple[str, str, str], list[dict[str, Any]]] = {}
        shelf = Shelf([WALL, *steps])
        self.rooms = Rooms(Ledger(path), rulebook(), shelf, clock=self.clock, fanout=self.hear)
        answers: list[dict[str, Any]] = []
        self.rooms.make_chain({"name": "Veluwerand"}, answers.append)
        self.room = self.rooms.get(answers[0]["chain"])
        self.before()
        made = self.ask(Seat(FACILITATOR), "meeting.create", title="Start", template="proef", date="2026-11-22")
        self.meeting = made["ids"][0]
        self.steps = list(self.chain.entities[self.meeting]["steps"])
        self.do("meeting.open")
        self.people = [self.join() for _ in range(people)]
        self.go(0)

    def before(self) -> None:
        """What this keten did before the meeting: nothing."""

    def clock(self) -> float:
        self.time += 1.0
        return self.time

    def hear(self, room: Any, channel: tuple[str, str, str], patch: dict[str, Any]) -> None:
        self.patches.setdefault(channel, []).append(patch)

    @property
    def chain(self):
        return self.room.chain

    # asking

    def ask(self, seat: Seat, name: str, /, **body: Any) -> dict[str, Any]:
        answers: list[dict[str, Any]] = []
        self.room.accept(Command(name, body, seat, secrets.token_hex(16)), answers.append)
        return answers[0]

    def do(self, name: str, /, **body: Any) -> dict[str, Any]:
        """The facilitator does it, and it must work."""
        answer = self.ask(Seat(FACILITATOR, self.meeting), name, **body)
        assert answer["ok"], answer
        return answer

    def no(self, name: str, /, **body: Any) -> str:
        """The facilitator may not; the sentence that says so."""
        answer = self.ask(Seat(FACILITATOR, self.meeting), name, **body)
        assert not answer["ok"]
        return answer["say"]

    def join(self) -> str:
        seat = Seat(PARTICIPANT, self.meeting)
        return self.ask(seat, "participant.join", name="Truus", organisation="Steunpunt")["ids"][-1]

    def by(self, person: int, name: str, /, **body: Any) -> dict[str, Any]:
        """A participant does it, and it must work."""
        answer = self.ask(Seat(PARTICIPANT, self.meeting, self.people[person]), name, **body)
        assert answer["ok"], answer
        return answer

    def refused(self, person: int, name: str, /, **body: Any) -> str:
        answer = self.ask(Seat(PARTICIPANT, self.meeting, self.people[person]), name, **body)
        assert not answer["ok"]
        return answer["say"]

    def go(self, number: int) -> str:
        """To a step of the agenda; its id."""
        if self.chain.entities[self.meeting]["step"] != self.steps[number]:
            self.do("meeting.go", step=self.steps[number])
        return self.steps[number]

    def note(self, text: str, person: int = 0) -> str:
        return self.by(person, "note.post", step=self.steps[0], text=text)["ids"][0]

    def reveal(self, number: int) -> None:
        self.do("step.reveal", step=self.steps[number], on=True)

    # looking

    def audience(self, name: str, person: int = 0) -> Audience:
        seat = self.people[person] if name == "own" else ""
        return self.room.audience((name, self.meeting, seat))

    def see(self, name: str, person: int = 0) -> dict[str, dict[str, Any]]:
        """The whole view of an audience, by id."""
        return self.rooms.gate.whole(self.chain, self.room.people, self.audience(name, person))

    def state(self, number: int, name: str = "control") -> dict[str, Any]:
        return self.see(name)[self.steps[number]]["state"]

    def kind(self, number: int) -> Kind:
        return self.rooms.rulebook.kinds[self.chain.entities[self.steps[number]]["kind"]]

    def paper(self, number: int, **choices: Any) -> list[Any]:
        """The section of a step in the report."""
        views = self.room.report_view(self.meeting)
        return self.kind(number).report(views[self.steps[number]], Page(views, **choices))

    def play(self, number: int, seed: int = 7, examples: tuple[str, ...] = ()) -> int:
        """Play a step with its own demo; how many acts it took."""

        def look(who: str | int) -> dict[str, Any]:
            if who == FACILITATOR:
                return self.see("control")
            return {**self.see("phone"), **self.see("own", int(who))}

        table = DemoTable(len(self.people), random.Random(seed), look, list(examples))
        acts = self.kind(number).demo(self.see("control")[self.go(number)], table)
        answer, count = None, 0
        while True:
            try:
                who, name, body = acts.send(answer)
            except StopIteration:
                return count
            answer = self.do(name, **body) if who == FACILITATOR else self.by(int(who), name, **body)
            count += 1


def held(hall: Hall) -> dict[tuple[str, str, str], dict[str, Any]]:
    """Listen to every channel from now on; what they hold, to be kept up by `follow`."""
    channels = [(name, hall.meeting, "") for name in ("control", "screen", "phone")]
    channels += [("own", hall.meeting, person) for person in hall.people]
    hall.patches.clear()
    return {channel: dict(hall.room.whole(channel)["put"]) for channel in channels}


def follow(hall: Hall, views: dict[tuple[str, str, str], dict[str, Any]]) -> None:
    """Law S4: what came in, added up, is the whole view of each channel."""
    for channel, patches in hall.patches.items():
        for patch in patches:
            views[channel].update(patch["put"])
            for identity in patch["drop"]:
                views[channel].pop(identity, None)
    hall.patches.clear()
    for channel, view in views.items():
        whole = hall.rooms.gate.whole(hall.chain, hall.room.people, hall.room.audience(channel))
        assert view == whole, channel
