"""The heartbeat: what is never kept, told to each page of a meeting (S7), soon and several changes as one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import gevent
import socketio

from facilitator.chain.command import FACILITATOR, PARTICIPANT, TRAINEE, Seat
from facilitator.live import engine
from facilitator.live.baton import Baton
from facilitator.live.fanout import Fanout
from facilitator.live.leading import Leading
from facilitator.live.presence import Presence
from facilitator.rooms import Room, Rooms
from facilitator.rooms.room import Channel

PULSE = 0.3  # seconds between two volatile messages
FOR_TRAINEES = ("id", "type", "here", "typing", "seats", "screens")  # no door, no Wi-Fi


def place_of(seat: Seat) -> str:
    """Which volatile message a seat hears: each trainee has one of their own."""
    return seat.id if seat.role == TRAINEE else {FACILITATOR: "control", PARTICIPANT: "phone"}.get(seat.role, "")


class Heart:
    """What `now` says. `door(room, meeting)` tells what to show of the way in."""

    def __init__(
        self,
        server: socketio.Server,
        rooms: Rooms,
        presence: Presence,
        leading: Leading,
        baton: Baton,
        fanout: Fanout,
        door: Callable[[Room, str], Any],
    ) -> None:
        self.server, self.rooms, self.presence, self.leading = server, rooms, presence, leading
        self.baton, self.fanout, self.door = baton, fanout, door
        self.pulsing: set[tuple[str, str]] = set()
        self.said: dict[tuple[str, str], dict[str, Any]] = {}

    @staticmethod
    def channels(room: Room, seat: Seat) -> list[Channel]:
        """All that a seat listens to."""
        return [*room.channels(seat), ("now", seat.meeting, place_of(seat))]

    def pulse(self, room: Room, meeting: str) -> None:
        """Tell soon who is here; several changes go out as one."""
        key = (room.id, meeting)
        if key not in self.pulsing:
            self.pulsing.add(key)
            gevent.spawn_later(PULSE, self.beat, room, meeting)

    def beat(self, room: Room, meeting: str) -> None:
        """Tell now, when there is something else to tell."""
        self.pulsing.discard((room.id, meeting))
        now = {
            **self.presence.now(room, meeting),
            "door": self.door(room, meeting),
            "queue": len(self.rooms.writer.queue),
            "leads": self.leading.leads.get((room.id, meeting), ""),
            "baton": self.baton.now((room.id, meeting)),
        }
        now["warn"] = [self.rooms.writer.trouble] if self.rooms.writer.trouble else []
        if now["warn"]:
            self.rooms.writer.look()
        if now["typing"] or now["warn"]:
            gevent.spawn_later(2.0, self.pulse, room, meeting)
        if self.said.get((room.id, meeting)) != now:
            self.said[room.id, meeting] = now
            self.tell(room, meeting, now, None)

    def tell_again(self, room: Room, seat: Seat, sid: str) -> None:
        """What was said last, to a page that comes in."""
        known = self.said.get((room.id, seat.meeting))
        if known:
            place = (room.id, seat.meeting)
            fresh = {"leads": self.leading.leads.get(place, ""), "baton": self.baton.now(place)}
            self.tell(room, seat.meeting, {**known, **fresh}, [sid])

    def tell(self, room: Room, meeting: str, now: dict[str, Any], sids: list[str] | None) -> None:
        """The volatile entity to everybody, or to these sockets; phones hear only how many are here."""
        shown = {
            "control": now,
            "": {key: value for key, value in now.items() if key != "baton"},
            "phone": {"id": "now", "type": "now", "here": now["here"]},
        }
        for one in now["baton"]["trainees"]:
            less = {key: now[key] for key in FOR_TRAINEES}
            shown[one["id"]] = {**less, "baton": self.baton.told(now["baton"], one["id"], (room.id, meeting))}
        for place, view in shown.items():
            heard = self.fanout.listeners.get((room.id, ("now", meeting, place)), set())
            chosen = list(heard) if sids is None else [sid for sid in sids if sid in heard]
            if chosen:
                patch = {"c": "now", "e": room.epoch, "from": None, "to": 0, "put": {"now": view}, "drop": []}
                engine.push(self.server, chosen, engine.frame("patch", patch))

    def forget(self, chain: str) -> None:
        """Nothing of this chain is kept here any more."""
        self.said = {key: now for key, now in self.said.items() if key[0] != chain}
