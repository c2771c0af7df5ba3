"""The wire: connect with a ticket, then hello and command; every handler answers and none raises."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

import gevent
import msgspec
import socketio

from facilitator.chain.command import FACILITATOR, PARTICIPANT, Command, Refused, Seat
from facilitator.chain.text import clean_all
from facilitator.live import engine
from facilitator.live.fanout import Fanout
from facilitator.live.leading import Leading
from facilitator.live.limits import HELLOS, OPERATIONS, TYPING, Limits
from facilitator.live.presence import Presence
from facilitator.live.tickets import Tickets
from facilitator.rooms import Room, Rooms
from facilitator.rooms.room import Channel, Patch

log = logging.getLogger("ketentafel.live")
PATIENCE = 30  # seconds that an answer may wait for the disk
SOCKETS_PER_SEAT = 4
MOST_PROOFS = 1000
PULSE = 0.3  # seconds between two volatile messages
AGAIN = {"ok": False, "code": "retry", "say": "Even geduld. Wij proberen het zo weer."}
TOO_FAST = {**AGAIN, "say": "Dat gaat te snel achter elkaar. Wij proberen het zo weer."}
UNREADABLE = {"ok": False, "code": "bad", "say": "Dit bericht is niet te lezen. Laad de pagina opnieuw."}
GONE = {"ok": False, "code": "weg", "say": "Deze plek aan tafel bestaat niet meer."}

ELSEWHERE = {
    "ok": False,
    "code": "elders",
    "say": "Deze bijeenkomst wordt nu in een ander venster geleid. Klik op 'Hier verder' om dat hier te doen.",
}


class Hello(msgspec.Struct):
    have: dict[str, Any] = {}
    proofs: list[str] = []
    gz: bool = False


class Message(msgspec.Struct, forbid_unknown_fields=True):
    name: str
    body: dict[str, Any]
    cid: str = ""


class Wire:
    """All sockets of the house. `door(room, meeting)` tells what to show of the way in."""

    def __init__(
        self, server: socketio.Server, rooms: Rooms, tickets: Tickets, limits: Limits, door: Callable[[Room, str], Any]
    ) -> None:
        self.server, self.rooms, self.tickets, self.limits, self.door = server, rooms, tickets, limits, door
        self.presence, self.leading = Presence(), Leading()
        self.passing = {"typing": self.typing, "meeting.lead": self.lead}  # what is not kept
        self.fanout = Fanout(lambda sids, packet: engine.push(server, sids, packet), gevent.spawn_later)
        self.pulsing: set[tuple[str, str]] = set()
        self.said: dict[tuple[str, str], dict[str, Any]] = {}
        rooms.fanout = self.fanout.send
        rooms.on_reload, rooms.on_removed = self.start_over, self.part
        server.on("connect", self.connect)
        server.on("disconnect", self.disconnect)
        server.on("hello", self.answered(self.hello))
        server.on("command", self.answered(self.command))
        server.on("*", lambda event, sid, *message: UNREADABLE)

    def answered(self, handler: Callable[[str, Any], dict[str, Any]]) -> Callable[..., dict[str, Any]]:
        """A handler that always answers: when the disk takes too long or a fault of ours turns up, with `retry`."""

        def handle(sid: str, message: Any = None, *more: Any) -> dict[str, Any]:
            try:
                return handler(sid, message)
            except TimeoutError:
                return AGAIN
            except Exception:
                log.exception("a handler failed")
                return AGAIN

        return handle

    # coming and going

    def connect(self, sid: str, environ: dict[str, Any], auth: Any = None) -> None:
        found = self.tickets.read_socket(auth.get("ticket") if isinstance(auth, dict) else None)
        room = self.rooms.get(found[0]) if found else None
        if found is None or room is None:
            raise socketio.exceptions.ConnectionRefusedError("ticket")
        seat = found[1]
        if not self.sits(room, seat):
            raise socketio.exceptions.ConnectionRefusedError("weg")
        others = self.presence.sids(room.id, seat)
        if seat.role == PARTICIPANT and len(others) >= SOCKETS_PER_SEAT:
            engine.hang_up(self.server, others[0])
        self.presence.came(sid, room, seat)
        if seat.role == FACILITATOR:
            self.leading.came(sid, (room.id, seat.meeting), auth.get("tab"), auth.get("led") is not False)
        for channel in (*room.channels(seat), ("now", seat.meeting, "phone" if seat.role == PARTICIPANT else "")):
            self.fanout.join((room.id, channel), sid)
        self.pulse(room, seat.meeting)

    def sits(self, room: Room, seat: Seat) -> bool:
        """True while the seat's meeting and person are there."""
        if room.chain.get(seat.meeting, "meeting") is None:
            return False
        if seat.role != PARTICIPANT:
            return True
        person = room.chain.get(seat.id, "participant")
        return person is not None and not person.get("gone")

    def disconnect(self, sid: str, reason: Any = None) -> None:
        found = self.presence.went(sid)
        self.leading.went(sid)
        if not found:
            return
        room, seat = found
        for channel in (*room.channels(seat), ("now", seat.meeting, "phone" if seat.role == PARTICIPANT else "")):
            self.fanout.leave((room.id, channel), sid)
        self.pulse(room, seat.meeting)

    # the two messages that are answered

    def hello(self, sid: str, message: Any) -> dict[str, Any]:
        room, seat = self.presence.seats.get(sid, (None, None))
        if room is None or not self.sits(room, seat):
            return GONE
        if not self.limits.allows(HELLOS, sid):
            return AGAIN
        try:
            asked = msgspec.convert(clean_all(message), Hello)
        except (msgspec.ValidationError, RecursionError):
            return UNREADABLE
        proofs = [proof for proof in asked.proofs if 16 <= len(proof) <= 64][:MOST_PROOFS]
        waiting = engine.Promise()

        def done(found: list[tuple[Channel, Patch | None]]) -> None:
            for channel, patch in found:
                if patch is not None:
                    self.fanout.whole(room, channel, patch, sid, asked.gz)
            waiting.set(bool(found))

        room.hello(seat, asked.have, proofs, done)
        if not waiting.get(timeout=PATIENCE):
            return AGAIN
        known = self.said.get((room.id, seat.meeting))
        if known:
            leads = self.leading.leads.get((room.id, seat.meeting), "")
            self.tell(room, seat.meeting, {**known, "leads": leads}, [sid])
        return {
            "ok": True,
            "epoch": room.epoch,
            "now": self.rooms.clock(),
            "seat": seat.id or None,
            "speed": self.speed,
        }

    speed = 1.0

    def command(self, sid: str, message: Any) -> dict[str, Any]:
        room, seat = self.presence.seats.get(sid, (None, None))
        if room is None:
            return GONE
        passing = isinstance(message, dict) and message.get("name") == "typing"
        limit, who = TYPING if passing else OPERATIONS, f"{room.id}/{seat.meeting}/{seat.id}"
        if seat.role != FACILITATOR and not self.limits.allows(limit, who):
            return TOO_FAST
        try:
            asked = msgspec.convert(clean_all(message), Message)
        except (msgspec.ValidationError, RecursionError):
            return UNREADABLE
        rule = self.rooms.rulebook.rules.get(asked.name)
        if rule is not None and not rule.kept:
            return self.passing[asked.name](sid, room, seat, asked)
        if seat.role == FACILITATOR and not self.leading.allows(sid, (room.id, seat.meeting)):
            return ELSEWHERE
        if not 16 <= len(asked.cid) <= 64:
            return UNREADABLE
        waiting = engine.Promise()
        room.accept(Command(asked.name, asked.body, seat, asked.cid), waiting.set)
        answer = waiting.get(timeout=PATIENCE)
        if answer.get("ok"):
            self.afterwards(room, seat, asked)
        elif not answer.get("field"):
            answer = {key: value for key, value in answer.items() if key != "field"}
        return answer

    def afterwards(self, room: Room, seat: Seat, asked: Message) -> None:
        """What follows from some commands outside the book: the door, and sockets of a seat that is gone."""
        if asked.name in ("meeting.open", "meeting.close"):
            is_open = room.chain.entities[seat.meeting]["state"] == "open"
            (self.rooms.open_door if is_open else self.rooms.shut_door)(room.id, seat.meeting)
        if asked.name in ("participant.remove", "participant.leave"):
            gone = asked.body.get("participant", seat.id)
            for other in self.presence.sids(room.id, Seat(PARTICIPANT, seat.meeting, gone)):
                gevent.spawn_later(0.2, engine.hang_up, self.server, other)
        if asked.name.startswith(("meeting.", "participant.", "organisation.")):
            self.pulse(room, seat.meeting)

    # what is not kept

    def refusal(self, room: Room, seat: Seat, asked: Message) -> dict[str, Any] | None:
        """The same rights as for what is kept."""
        try:
            self.rooms.rulebook.decide(room.chain, Command(asked.name, asked.body, seat))
        except Refused as no:
            return {"ok": False, "code": no.code, "say": no.say}
        return None

    def lead(self, sid: str, room: Room, seat: Seat, asked: Message) -> dict[str, Any]:
        """This window of the control room leads from now on; the others are told."""
        refusal = self.refusal(room, seat, asked)
        if refusal is None:
            self.leading.take(sid, (room.id, seat.meeting))
            self.pulse(room, seat.meeting)
        return refusal or {"ok": True}

    def typing(self, sid: str, room: Room, seat: Seat, asked: Message) -> dict[str, Any]:
        """Only the others at the table are told."""
        refusal = self.refusal(room, seat, asked)
        if refusal is not None:
            return refusal
        if room.chain.get(asked.body["step"], "step") is not None:
            self.presence.types(room, seat, asked.body["step"], asked.body["on"])
            self.pulse(room, seat.meeting)
        return {"ok": True}

    def pulse(self, room: Room, meeting: str) -> None:
        """Tell soon who is here; several changes go out as one."""
        key = (room.id, meeting)
        if key not in self.pulsing:
            self.pulsing.add(key)
            gevent.spawn_later(PULSE, self.beat, room, meeting)

    def beat(self, room: Room, meeting: str) -> None:
        self.pulsing.discard((room.id, meeting))
        now = {
            **self.presence.now(room, meeting),
            "door": self.door(room, meeting),
            "queue": len(self.rooms.writer.queue),
            "leads": self.leading.leads.get((room.id, meeting), ""),
        }
        now["warn"] = [self.rooms.writer.trouble] if self.rooms.writer.trouble else []
        if now["warn"]:
            self.rooms.writer.look()
        if now["typing"] or now["warn"]:
            gevent.spawn_later(2.0, self.pulse, room, meeting)
        if self.said.get((room.id, meeting)) != now:
            self.said[room.id, meeting] = now
            self.tell(room, meeting, now, None)

    def tell(self, room: Room, meeting: str, now: dict[str, Any], sids: list[str] | None) -> None:
        """The volatile entity to everybody, or to these sockets; phones hear only how many are here."""
        shown = {"": now, "phone": {"id": "now", "type": "now", "here": now["here"]}}
        for place, view in shown.items():
            heard = self.fanout.listeners.get((room.id, ("now", meeting, place)), set())
            chosen = list(heard) if sids is None else [sid for sid in sids if sid in heard]
            if chosen:
                patch = {"c": "now", "e": room.epoch, "from": None, "to": 0, "put": {"now": view}, "drop": []}
                engine.push(self.server, chosen, engine.frame("patch", patch))

    def part(self, room: Room) -> None:
        """This keten was removed: no page of it keeps its line, and nothing of it is kept here."""
        for sid, (one, _) in list(self.presence.seats.items()):
            if one is room:
                engine.hang_up(self.server, sid)
        self.fanout.forget(room)
        self.leading.forget(room.id)
        self.said = {key: now for key, now in self.said.items() if key[0] != room.id}

    def start_over(self, room: Room) -> None:
        """After a failed commit: every page of the room gets whole views of the new epoch."""
        for sid, (one, seat) in list(self.presence.seats.items()):
            if one is room:
                for channel in room.channels(seat):
                    self.fanout.whole(room, channel, room.whole(channel), sid, False)
                self.pulse(room, seat.meeting)
