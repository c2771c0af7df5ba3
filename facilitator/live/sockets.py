"""The wire: connect with a ticket, then hello and command; every handler answers and none raises."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

import gevent
import msgspec
import socketio

from facilitator.chain.baton import AWAY
from facilitator.chain.command import FACILITATOR, PARTICIPANT, TRAINEE, Command, Refused, Seat
from facilitator.chain.text import clean_all
from facilitator.live import engine
from facilitator.live.baton import Baton
from facilitator.live.fanout import Fanout
from facilitator.live.leading import Leading
from facilitator.live.limits import HELLOS, OPERATIONS, TYPING, Limits
from facilitator.live.presence import Presence
from facilitator.live.pulse import Heart
from facilitator.live.tickets import Tickets
from facilitator.live.trainees import Trainees
from facilitator.rooms import Room, Rooms
from facilitator.rooms.room import Channel, Patch

log = logging.getLogger("ketentafel.live")
UNNOTICED = 10.0  # seconds that a line may be dead before its silence is noticed
PATIENCE = 30  # seconds that an answer may wait for the disk
SOCKETS_PER_SEAT = 4
MOST_PROOFS = 1000
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
        self.server, self.rooms, self.tickets, self.limits = server, rooms, tickets, limits
        self.presence, self.leading, self.trainees = Presence(), Leading(self.meeting), Trainees(rooms, self.withdrawn)
        self.baton = Baton(self.leading, self.presence, self.trainees)
        self.passing = {"typing": self.typing, "meeting.lead": self.lead}  # what is not kept
        for deed in (self.baton.give, self.baton.take, self.baton.back, self.baton.whisper):
            self.passing[f"baton.{deed.__name__}"] = self.of_baton(deed)
        self.fanout = Fanout(lambda sids, packet: engine.push(server, sids, packet), gevent.spawn_later)
        self.heart = Heart(server, rooms, self.presence, self.leading, self.baton, self.fanout, door)
        self.pulse = self.heart.pulse
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
        if seat.role in (PARTICIPANT, TRAINEE) and len(others) >= SOCKETS_PER_SEAT:
            engine.hang_up(self.server, others[0])
        self.presence.came(sid, room, seat)
        if seat.role == FACILITATOR:
            self.leading.came(sid, (room.id, seat.meeting), auth.get("tab"), auth.get("led") is not False)
        if seat.role == TRAINEE:
            self.baton.came(sid, room, seat)
        for channel in self.heart.channels(room, seat):
            self.fanout.join((room.id, channel), sid)
        self.pulse(room, seat.meeting)

    def sits(self, room: Room, seat: Seat) -> bool:
        """True while the seat's meeting and person are there."""
        if room.chain.get(seat.meeting, "meeting") is None:
            return False
        if seat.role == TRAINEE:
            return self.trainees.sits((room.id, seat.meeting), seat.id)
        if seat.role != PARTICIPANT:
            return True
        person = room.chain.get(seat.id, "participant")
        return person is not None and not person.get("gone")

    def disconnect(self, sid: str, reason: Any = None) -> None:
        found = self.presence.went(sid)
        noticed = UNNOTICED if reason == socketio.Server.reason.PING_TIMEOUT else 0.0
        self.leading.went(sid, noticed)
        if not found:
            return
        room, seat = found
        for channel in self.heart.channels(room, seat):
            self.fanout.leave((room.id, channel), sid)
        self.pulse(room, seat.meeting)
        if seat.role == TRAINEE:
            gevent.spawn_later(AWAY - noticed + 0.1, self.pulse, room, seat.meeting)

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
        self.heart.tell_again(room, seat, sid)
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
        if room is None or seat.role == TRAINEE and not self.sits(room, seat):
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
        if seat.role in (FACILITATOR, TRAINEE) and not self.leading.allows(sid, (room.id, seat.meeting)):
            return self.baton.elsewhere((room.id, seat.meeting), seat) or ELSEWHERE
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
        if asked.name == "people.erase":
            self.erased(room, seat.meeting)
        if asked.name == "meeting.close":
            self.let_go(self.baton.close(room, seat.meeting))
        if asked.name in ("participant.remove", "participant.leave"):
            gone = asked.body.get("participant", seat.id)
            self.let_go(self.presence.sids(room.id, Seat(PARTICIPANT, seat.meeting, gone)))
        if asked.name.startswith(("meeting.", "participant.", "organisation.")):
            self.pulse(room, seat.meeting)

    def erased(self, room: Room, meeting: str) -> None:
        """The names of a meeting went: so does that of who its trainees were told leads it."""
        self.trainees.forget_name((room.id, meeting))

    def let_go(self, sids: list[str]) -> None:
        """Hang up on these, after what they still have to hear."""
        for sid in sids:
            gevent.spawn_later(0.2, engine.hang_up, self.server, sid)

    def withdrawn(self, place: tuple[str, str], trainee: str) -> None:
        """A trainee's link was taken back, whether it was used or not."""
        self.let_go(self.baton.withdraw(place, trainee))
        room = self.rooms.get(place[0])
        if room is not None:
            self.heart.beat(room, place[1])

    def meeting(self, place: tuple[str, str]) -> Any:
        """The meeting as it is now, or None."""
        room = self.rooms.get(place[0])
        return room.chain.get(place[1], "meeting") if room else None

    # what is not kept

    def refusal(self, room: Room, seat: Seat, asked: Message) -> dict[str, Any] | None:
        """The same rights as for what is kept."""
        try:
            self.rooms.rulebook.decide(room.chain, Command(asked.name, asked.body, seat))
        except Refused as no:
            return {"ok": False, "code": no.code, "say": no.say, **({"field": no.field} if no.field else {})}
        return None

    def lead(self, sid: str, room: Room, seat: Seat, asked: Message) -> dict[str, Any]:
        """This window of the control room leads from now on; the others are told."""
        refusal = self.refusal(room, seat, asked)
        if refusal is None:
            self.leading.take(sid, (room.id, seat.meeting))
            self.pulse(room, seat.meeting)
        return refusal or {"ok": True}

    def of_baton(self, deed: Callable[..., dict[str, Any]]) -> Callable[..., dict[str, Any]]:
        """Something about the baton, if it may be asked; everybody is told at once."""

        def handle(sid: str, room: Room, seat: Seat, asked: Message) -> dict[str, Any]:
            answer = self.refusal(room, seat, asked) or deed(room, seat, asked.body)
            self.heart.beat(room, seat.meeting)
            return answer

        return handle

    def typing(self, sid: str, room: Room, seat: Seat, asked: Message) -> dict[str, Any]:
        """Only the others at the table are told."""
        refusal = self.refusal(room, seat, asked)
        if refusal is not None:
            return refusal
        if room.chain.get(asked.body["step"], "step") is not None:
            self.presence.types(room, seat, asked.body["step"], asked.body["on"])
            self.pulse(room, seat.meeting)
        return {"ok": True}

    def part(self, room: Room) -> None:
        """This keten was removed: no page of it keeps its line, and nothing of it is kept here."""
        for sid, (one, _) in list(self.presence.seats.items()):
            if one is room:
                engine.hang_up(self.server, sid)
        self.fanout.forget(room)
        for kept in (self.leading, self.baton, self.heart):
            kept.forget(room.id)

    def ask_again(self) -> None:
        """Every page says hello: it is told of a patch that it cannot have, and hears what time it is (S3)."""
        for sid, (room, seat) in list(self.presence.seats.items()):
            gap = {"c": room.channels(seat)[0][0], "e": "", "from": 0, "to": 0, "put": {}, "drop": []}
            engine.push(self.server, [sid], engine.frame("patch", gap))

    def start_over(self, room: Room) -> None:
        """After a failed commit: every page of the room gets whole views of the new epoch."""
        for sid, (one, seat) in list(self.presence.seats.items()):
            if one is room:
                for channel in room.channels(seat):
                    self.fanout.whole(room, channel, room.whole(channel), sid, False)
                self.pulse(room, seat.meeting)
