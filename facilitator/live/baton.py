"""The baton: what the facilitator and trainees ask about it, and what each of them is told. None of it is kept."""

from __future__ import annotations

from typing import Any

from facilitator.chain.baton import Loan
from facilitator.chain.command import TRAINEE, Seat
from facilitator.live.leading import Leading, Place
from facilitator.live.presence import Presence
from facilitator.live.trainees import Trainees
from facilitator.rooms import Room

AWAY = {"ok": False, "code": "refused", "say": "Deze medebegeleider is nu niet verbonden. Er is niets doorgegeven."}
UNHEARD = {**AWAY, "say": "Deze medebegeleider is nu niet verbonden. Uw tekst staat er nog."}
NOT_HELD = {"ok": False, "code": "refused", "say": "U leidt deze stap niet meer. De begeleider leidt weer."}
HOST = "De begeleider"


class Baton:
    """Who has it, and what was whispered last to each trainee."""

    def __init__(self, leading: Leading, presence: Presence, trainees: Trainees) -> None:
        self.leading, self.presence, self.trainees = leading, presence, trainees
        self.names: dict[tuple[Place, str], str] = {}  # of trainees who have been here since the start
        self.whispers: dict[tuple[Place, str], dict[str, Any]] = {}

    def came(self, sid: str, room: Room, seat: Seat) -> None:
        place = (room.id, seat.meeting)
        self.names[place, seat.id] = seat.name
        self.leading.joined(sid, place, seat.id)

    # what is asked; the rulebook has said that it may be

    def give(self, room: Room, seat: Seat, body: dict[str, Any]) -> dict[str, Any]:
        """The step where the room is, to this trainee, at once."""
        place, trainee = (room.id, seat.meeting), body["trainee"]
        if not self.leading.here(place, trainee):
            return AWAY
        step = room.chain.entities[seat.meeting]["step"]
        self.leading.give(place, Loan(trainee, step, bool(body.get("stays"))))
        return {"ok": True}

    def take(self, room: Room, seat: Seat, body: dict[str, Any]) -> dict[str, Any]:
        self.leading.end((room.id, seat.meeting), "taken")
        return {"ok": True}

    def back(self, room: Room, seat: Seat, body: dict[str, Any]) -> dict[str, Any]:
        place = (room.id, seat.meeting)
        loan = self.leading.loan(place)
        if loan is None or loan.trainee != seat.id:
            return NOT_HELD
        self.leading.end(place, "back")
        return {"ok": True}

    def whisper(self, room: Room, seat: Seat, body: dict[str, Any]) -> dict[str, Any]:
        """To this trainee's pages only, until the next one; nowhere else."""
        place, trainee = (room.id, seat.meeting), body["trainee"]
        if not self.leading.here(place, trainee):
            return UNHEARD
        number = self.whispers.get((place, trainee), {"number": 0})["number"] + 1
        self.whispers[place, trainee] = {"number": number, "text": body["text"].strip()}
        return {"ok": True}

    def elsewhere(self, place: Place, seat: Seat) -> dict[str, Any] | None:
        """What is answered to who does not hold control, when it has to do with the baton."""
        loan = self.leading.loan(place)
        if loan is None and seat.role != TRAINEE:
            return None
        leader = self.names.get((place, loan.trainee), "") if loan else self.trainees.by(place) or HOST
        more = "" if seat.role == TRAINEE else " Neem eerst het stokje terug."
        return {"ok": False, "code": "elders", "say": f"{leader} leidt deze stap nu. U kijkt mee.{more}"}

    # what ends it from outside

    def withdraw(self, place: Place, trainee: str) -> list[str]:
        """This trainee's link no longer works; the lines on which they still are."""
        loan = self.leading.loan(place)
        if loan is not None and loan.trainee == trainee:
            self.leading.end(place, "withdrawn")
        self.names.pop((place, trainee), None)
        self.whispers.pop((place, trainee), None)
        return self.presence.sids(place[0], Seat(TRAINEE, place[1], trainee))

    def close(self, room: Room, meeting: str) -> list[str]:
        """The meeting is over: nobody looks on any more; the lines on which they still are."""
        place = (room.id, meeting)
        self.leading.end(place, "closed")
        ids = self.trainees.ids(place)
        for trainee in ids:
            self.whispers.pop((place, trainee), None)
        return [sid for trainee in ids for sid in self.presence.sids(room.id, Seat(TRAINEE, meeting, trainee))]

    def forget(self, chain: str) -> None:
        """Nothing of this chain is kept here any more."""
        for kept in (self.names, self.whispers):
            for key in [key for key in kept if key[0][0] == chain]:
                del kept[key]

    # what is told

    def now(self, place: Place) -> dict[str, Any]:
        """To the control room: who leads, how it ended the last time, and every trainee."""
        loan, ended = self.leading.loan(place), self.leading.ended.get(place)
        kept = self.trainees.kept(place)
        trainees = [
            {
                "id": identity,
                "name": self.names.get((place, identity), ""),
                "used": link["used"],
                "here": self.leading.here(place, identity),
                "whispers": self.whispers.get((place, identity), {"number": 0})["number"],
            }
            for identity, link in kept["links"].items()
        ]
        held = {"holds": loan.trainee, "step": loan.step, "stays": loan.stays} if loan else {"holds": ""}
        last = {"number": ended.number, "why": ended.why, "trainee": ended.trainee} if ended else None
        return {"by": kept["by"] or HOST, "called": kept["by"], **held, "last": last, "trainees": trainees}

    def told(self, now: dict[str, Any], trainee: str, place: Place) -> dict[str, Any]:
        """The same to one trainee: the name of who leads, and not who else has a link."""
        name = next((one["name"] for one in now["trainees"] if one["id"] == now["holds"]), "")
        less = {key: now[key] for key in ("by", "holds", "step", "stays", "last") if key in now}
        return {**less, "me": trainee, "leader": name or now["by"], "whisper": self.whispers.get((place, trainee))}
