"""Who is here and who is typing: volatile, never in the book, sent whole on the tick (S7)."""

from __future__ import annotations

import time
from collections import Counter
from typing import Any

from facilitator.chain.command import FACILITATOR, PARTICIPANT, SCREEN, Seat
from facilitator.rooms.room import Room

TYPING_LASTS = 6.0  # seconds after the last sign of typing


class Presence:
    """The connections of all rooms, and what the volatile channel says of them."""

    def __init__(self) -> None:
        self.seats: dict[str, tuple[Room, Seat]] = {}
        self.sockets: dict[tuple[str, Seat], dict[str, None]] = {}  # (chain, seat) -> its sids, oldest first
        self.typing: dict[tuple[str, str], tuple[str, float]] = {}  # (chain, seat) -> step, until

    def came(self, sid: str, room: Room, seat: Seat) -> None:
        self.seats[sid] = (room, seat)
        self.sockets.setdefault((room.id, seat), {})[sid] = None

    def went(self, sid: str) -> tuple[Room, Seat] | None:
        found = self.seats.pop(sid, None)
        if found:
            place = (found[0].id, found[1])
            del self.sockets[place][sid]
            if not self.sockets[place]:
                del self.sockets[place]
                self.typing.pop((place[0], found[1].id), None)
        return found

    def sids(self, chain: str, seat: Seat) -> list[str]:
        """All sockets of one seat, the oldest first."""
        return list(self.sockets.get((chain, seat), ()))

    def types(self, room: Room, seat: Seat, step: str, on: bool) -> None:
        if on:
            self.typing[room.id, seat.id] = (step, time.monotonic() + TYPING_LASTS)
        else:
            self.typing.pop((room.id, seat.id), None)

    def now(self, room: Room, meeting: str) -> dict[str, Any]:
        """The volatile entity of a meeting: numbers only, no names (but organisations at the table)."""
        here = [(sid, seat) for sid, (one, seat) in self.seats.items() if one is room and seat.meeting == meeting]
        phones = {seat.id for _, seat in here if seat.role == PARTICIPANT}
        moment = time.monotonic()
        typing = sum(
            1
            for (chain, seat), (_, until) in self.typing.items()
            if chain == room.id and seat in phones and until > moment
        )
        people = [room.chain.entities[seat] for seat in phones if seat in room.chain.entities]
        tables = Counter(person.get("organisation") or "" for person in people if not person.get("gone"))
        return {
            "id": "now",
            "type": "now",
            "here": len(phones),
            "typing": typing,
            "seats": [{"org": organisation, "n": n} for organisation, n in sorted(tables.items())],
            "screens": sum(1 for _, seat in here if seat.role == SCREEN),
            "controls": sum(1 for _, seat in here if seat.role == FACILITATOR),
        }
