"""A real house in this process, asked by Flask's own client: rooms, pages and ledger are real, the clock is ours."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from facilitator.app import create_app
from facilitator.chain.command import FACILITATOR, PARTICIPANT, Seat
from facilitator.chain.kind import Audience
from facilitator.rooms import Room
from facilitator.settings import Settings

ADDRESS = "http://127.0.0.1:8000"
NOON = 1_795_345_200.0


class Visitor:
    """One browser. `post` sends the Origin that a page of the house has, unless told otherwise."""

    def __init__(self, house: Indoors) -> None:
        self.client = house.built.app.test_client()

    def get(self, path: str) -> Any:
        return self.client.get(path, base_url=ADDRESS)

    def post(self, path: str, fields: dict[str, Any] | None = None, origin: str | None = ADDRESS) -> Any:
        headers = {"Origin": origin} if origin else {}
        return self.client.post(path, base_url=ADDRESS, data=fields or {}, headers=headers)


class Indoors:
    """One keten with one open meeting, and its facilitator. `now` is what the clock says."""

    def __init__(self, data: Path, template: str = "startbijeenkomst") -> None:
        self.now = NOON
        self.built = create_app(Settings(data=data), 8000, lambda: self.now)
        self.regie = Visitor(self)
        self.regie.post("/regie/inloggen", {"secret": self.built.house.keys.link})
        self.begin(template)

    def begin(self, template: str = "startbijeenkomst") -> None:
        """A keten of its own with one open meeting; from here on that is the one that is meant."""
        self.regie.post("/regie/ketens", {"name": "Veluwerand"})
        self.keten, self.meeting = list(self.built.house.rooms.rooms)[-1], ""
        self.regie.post(f"/regie/ketens/{self.keten}/bijeenkomsten", {"title": "De start", "template": template})
        self.meeting = next(self.room.chain.of_type("meeting"))["id"]
        self.ref = f"{self.keten}-{self.meeting}"
        self.do("meeting.open")

    @property
    def room(self) -> Room:
        return self.built.house.rooms.get(self.keten)

    def do(self, name: str, /, **body: Any) -> dict[str, Any]:
        """A command of the facilitator in the meeting; it must be taken."""
        answer = self.built.house.ask(self.room, name, body, Seat(FACILITATOR, self.meeting))
        assert answer["ok"], answer
        return answer

    def join(self, name: str, organisation: str = "Gemeente Ede") -> Visitor:
        """Somebody with a phone at the table; `seat` is who."""
        phone = Visitor(self)
        code = self.built.house.rooms.open_door(
            self.keten, self.meeting
        )  # as the wire does when it hears of an open meeting
        reply = phone.post("/meedoen", {"code": code, "name": name, "organisation": organisation})
        assert reply.status_code == 303, reply.text
        phone.seat = Seat(PARTICIPANT, self.meeting, list(self.room.chain.of_type("participant"))[-1]["id"])
        return phone

    def step(self, kind: str) -> str:
        """The first step of this kind, where the meeting now is."""
        step = next(one["id"] for one in self.room.chain.steps(self.meeting) if one["kind"] == kind)
        self.do("meeting.go", step=step)
        return step

    def seen(self, audience: str, kind: str) -> list[dict[str, Any]]:
        """What an audience has of one type."""
        views = self.built.house.rooms.gate.whole(self.room.chain, self.room.people, Audience(audience, self.meeting))
        return [view for view in views.values() if view["type"] == kind]

    def close(self) -> None:
        self.built.ledger.close()
