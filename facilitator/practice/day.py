"""A training day: up to eight rooms at once, each led by a few trainees, with one overview and one talk afterwards."""

from __future__ import annotations

import contextlib
import json
import random
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from facilitator.chain.command import Refused
from facilitator.chain.text import clean, one_line
from facilitator.practice import wish
from facilitator.practice.hall import Hall
from facilitator.practice.wish import Wish

ROOMS = (1, 8)
TRAINEES = (2, 4)
LONGEST = {"message": 200, "remark": 600}  # characters
USUAL = {"rooms": 3, "trainees": 3, "people": 12}

NO_ROOMS = "Typ hoeveel zalen u wilt: een getal van {} tot en met {}."
NO_TRAINEES = "Typ hoeveel cursisten er in een zaal zitten: een getal van {} tot en met {}."
NO_REMARK = "Typ eerst wat u wilt onthouden."
TOO_LONG = "Dit is te lang. Maak het korter dan {} tekens."


def read(form: Mapping[str, str], library: Any) -> list[Wish]:
    """A wish for each room: the same people in all of them, so that rooms can be compared afterwards."""
    rooms = between(form.get("rooms", ""), ROOMS, NO_ROOMS, "rooms")
    trainees = between(form.get("trainees", ""), TRAINEES, NO_TRAINEES, "trainees")
    one = replace(wish.read({**form, "lively": form.get("lively", "gewoon")}, library), trainees=trainees)
    return [replace(one, name=f"Zaal {number}") for number in range(1, rooms + 1)]


def between(text: str, bounds: tuple[int, int], say: str, field: str) -> int:
    text = one_line(text)[:20]
    if not (text.isascii() and text.isdigit() and bounds[0] <= int(text) <= bounds[1]):
        raise Refused(say.format(*bounds), field=field)
    return int(text)


class Day:
    """The rooms of one day. What the trainer remarks is kept here; what trainees remark, in their own house."""

    def __init__(self, rooms: list[Hall]) -> None:
        self.rooms = rooms
        self.message = ""
        self.codes = codes([(room.id, nth) for room in rooms for nth in range(room.wish.trainees)])
        self.remarks: list[tuple[str, str]] = []  # a room's id ("" for all), and what was remarked

    def ways(self, room: Hall) -> list[tuple[str, str]]:
        """(code to type, link) of each trainee of a room; none while it is being made ready."""
        mine = [code for code, (identity, _) in self.codes.items() if identity == room.id]
        return list(zip(mine, room.invited, strict=False))

    def knows(self, code: str) -> bool:
        """True for a code of this day, also of a room that is not ready yet."""
        return bare(code) in self.codes

    def behind(self, code: str) -> tuple[Hall, int, str] | None:
        """(room, which of its trainees, link) of what somebody typed; None when that is no code.

        Who leads gets a new link each time: a laptop that fell out comes back with the same code.
        """
        identity, nth = self.codes.get(bare(code), ("", 0))
        room = next((one for one in self.rooms if one.id == identity), None)
        if room is None or nth >= len(room.invited):
            return None
        return room, nth, room.invited[nth] if nth else room.link(room.ref)

    def announce(self, text: str) -> None:
        """To every control room of every room; an empty one takes it away."""
        text = one_line(text)
        if len(text) > LONGEST["message"]:
            raise Refused(TOO_LONG.format(LONGEST["message"]), field="message")
        self.message = text
        for room in self.rooms:
            room.announce(text)

    def remark(self, room: str, text: str) -> None:
        text = clean(text).strip()
        if not text:
            raise Refused(NO_REMARK, field="remark")
        if len(text) > LONGEST["remark"]:
            raise Refused(TOO_LONG.format(LONGEST["remark"]), field="remark")
        self.remarks.append((room if any(one.id == room for one in self.rooms) else "", text))

    def view(self) -> list[dict[str, Any]]:
        """How each room stands."""
        return [room.view() for room in self.rooms]

    def debrief(self) -> list[dict[str, Any]]:
        """Per room what was run, what happened, and what was remarked."""
        return [
            {
                "id": room.id,
                "name": room.wish.name,
                "steps": times(room),
                "incidents": [one for one in room.heard.over() if not one.get("skipped")],
                "trainees": room.remarks(),
                "trainer": [text for where, text in self.remarks if where == room.id],
            }
            for room in self.rooms
        ]

    def for_all(self) -> list[str]:
        """What the trainer remarked about the whole day."""
        return [text for where, text in self.remarks if not where]


def bare(code: str) -> str:
    return "".join(code.split())


def codes(places: list[tuple[str, int]]) -> dict[str, tuple[str, int]]:
    """Six digits for each, no two alike: short enough to type on a laptop that cannot scan."""
    drawn = random.SystemRandom().sample(range(10**6), len(places))
    return {f"{number:06}": place for number, place in zip(drawn, places, strict=True)}


def times(room: Hall) -> list[dict[str, Any]] | None:
    """Planned and real minutes of each step, as "De zaal lezen" counts them there; None when nobody answers there."""
    if room.desk is None:
        return []
    with contextlib.suppress(OSError, ValueError, KeyError):
        return json.loads(room.desk.get(f"/regie/{room.ref}/zaal/tijden").body)["steps"]
    return None
