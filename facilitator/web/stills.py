"""A still: a room with one thing in it, in no book and on no line, for one look at its three screens."""

from __future__ import annotations

import random
from contextlib import suppress
from types import SimpleNamespace
from typing import Any

from facilitator.chain.command import FACILITATOR, PARTICIPANT, Command, Refused, Seat
from facilitator.chain.kind import Table
from facilitator.content import Library
from facilitator.content.second import AGENDA, PERSONA
from facilitator.rooms import Room, Rooms

NAME = "Voorbeeld"
GUESTS = (("Els", "Mantelzorgsteunpunt", "consulent"), ("Bram", "Huisartsenpraktijk", "huisarts"))


class Still:
    """`thing` is a template, an agenda or a persona. `room` shows it to the seats `desk` and `guest` and the screen."""

    def __init__(self, rooms: Rooms, library: Library, sort: str, thing: Any) -> None:
        self.library = library
        stand = SimpleNamespace(
            rulebook=rooms.rulebook,
            gate=rooms.gate,
            clock=rooms.clock,
            secret=rooms.secret,
            content=self.content,
            beginning=lambda template: {},
        )
        self.room = Room(stand, "voorbeeld", new=True)
        self.kinds = rooms.rulebook.kinds
        self.steps = steps_of(library, sort, thing)
        self.given = thing
        self.do("chain.create", {"name": NAME}, Seat(FACILITATOR))
        title = thing.title if sort == AGENDA else NAME
        [self.meeting, *_] = self.do("meeting.create", {"title": title, "template": "eigen"}, Seat(FACILITATOR))
        self.desk = Seat(FACILITATOR, self.meeting)
        self.do("meeting.open", {}, self.desk)
        self.guests = [self.join(*guest) for guest in GUESTS]
        self.guest = self.guests[0]
        self.walk(sort, thing)

    def content(self, kind: str, body: dict[str, Any]) -> Any:
        """What a rule asks of the shelves: here the steps of this still, or somebody on the shelf."""
        if kind == "template":
            return [dict(step) for step in self.steps]
        found = {"persona": self.library.personas, "exercise": self.library.exercises}.get(kind, {})
        if body.get(kind) not in found:
            raise Refused("Dit staat niet op de plank.")
        return found[body[kind]]

    def do(self, name: str, body: dict[str, Any], seat: Seat) -> list[str]:
        answer, _, _ = self.room.take(Command(name, body, seat))
        return answer["ids"]

    def join(self, name: str, organisation: str, profession: str) -> str:
        body = {"name": name, "organisation": organisation, "profession": profession}
        return self.do("participant.join", body, Seat(PARTICIPANT, self.meeting))[-1]

    def walk(self, sort: str, thing: Any) -> None:
        """To the step that this is about; what it builds on is played first, so that there is something to weigh."""
        ids = [step["id"] for step in self.room.chain.steps(self.meeting)]
        for at, identity in enumerate(ids if sort != AGENDA else ids[:1]):
            with suppress(Refused):
                self.do("meeting.go", {"step": identity}, self.desk)
            if sort != AGENDA and at + 1 < len(ids):
                self.play(identity)
        if sort == PERSONA:
            self.do("persona.choose", {"step": ids[0], "persona": thing["id"]}, self.desk)

    def play(self, identity: str) -> None:
        """A short round by the kind's own demo; what a rule refuses is left out."""
        step = self.room.chain.entities[identity]
        table = Table(len(self.guests), random.Random(1), lambda who: self.look(), list(step.get("examples", ())))  # noqa: S311 - a picture, no secret
        acts = self.kinds[step["kind"]].demo(step, table)
        answer: dict[str, Any] | None = None
        with suppress(StopIteration, Refused):
            while True:
                who, name, body = acts.send(answer) if answer is not None else next(acts)
                seat = self.desk if isinstance(who, str) else Seat(PARTICIPANT, self.meeting, self.guests[who])
                answer, _, _ = self.room.take(Command(name, body, seat))

    def look(self) -> dict[str, Any]:
        return self.room.whole(("control", self.meeting, ""))["put"]


def steps_of(library: Library, sort: str, thing: Any) -> list[dict[str, Any]]:
    """The steps of the still: an agenda's own; an exercise behind what it builds on; a persona in our persona step."""
    if sort == AGENDA:
        return thing.step_templates()
    if sort == PERSONA:
        template = next(one for one in library.exercises.values() if one["kind"] == "persona" and not one.get("own"))
        settings = {**template["settings"], "persona": thing["id"]}
        return [{**template, "title": thing["label"], "settings": settings, "group": NAME, "from": None}]
    way = [thing]
    while (source := library.written[way[0]["exercise"]].source) in library.exercises and len(way) < 5:
        way.insert(0, library.exercises[source])
    return [{**step, "group": step["group"] or NAME, "from": at - 1 if at else None} for at, step in enumerate(way)]
