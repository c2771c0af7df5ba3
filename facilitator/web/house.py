"""What every page needs: the rooms, the papers of who asks, and the start block of a page."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import Request, abort, request

from facilitator.chain.command import PARTICIPANT, SCREEN, TRAINEE, Command, Seat
from facilitator.chain.model import Entity
from facilitator.own.bookcase import Bookcase
from facilitator.rooms import Room, Rooms
from facilitator.rooms.writer import Work
from facilitator.store.ledger import Entry
from facilitator.web.address import Addresses
from facilitator.web.files import Files

PATIENCE = 30  # seconds that a page may wait for the disk
KEY_COOKIE = "tafel_begeleider"
SEAT_COOKIES = {
    PARTICIPANT: ("tafel_plek", "/tafel/"),
    SCREEN: ("tafel_scherm", "/scherm/"),
    TRAINEE: ("tafel_stokje", "/meekijken/"),
}
DAY = 24 * 3600
YEAR = 365 * DAY


@dataclass(frozen=True)
class Loop:
    """How pages wait without holding the house: the porter hands these over, so that pages know no gevent.

    `promise()` makes something with set(value) and get(timeout), which raises TimeoutError; `pause(seconds)` sleeps;
    `offload(fn)` runs fn in a thread and returns what it returns.
    """

    promise: Callable[[], Any]
    pause: Callable[[float], None]
    offload: Callable[[Callable[[], Any]], Any]


@dataclass
class House:
    """Everything that pages work with."""

    rooms: Rooms
    library: Bookcase
    tickets: Any  # live.tickets.Tickets
    keys: Any  # live.tickets.Keys
    limits: Any  # live.limits.Limits
    loop: Loop
    addresses: Addresses
    files: Files
    practice: bool = False
    speed: float = 1.0
    pulse: Callable[[Room, str], None] = lambda room, meeting: None
    trainees: Any = None  # live.trainees.Trainees
    halls: Any = None  # practice.halls.Halls; a practice house has none
    keeper: Any = None  # rooms.keeping.Keeper
    held: Any = None  # live.leash.Held, in a practice house that another house holds
    played: Any = None  # live.played.Played, likewise: what is played there

    # who asks

    def called(self, cookie: str) -> str:
        """A cookie's name in this house. Browsers share cookies between ports: practice must not take real ones."""
        return f"oefen{self.addresses.port}_{cookie}" if self.practice else cookie

    def facilitator(self) -> bool:
        return self.keys.holds(request.cookies.get(self.called(KEY_COOKIE)))

    def need_facilitator(self) -> None:
        if not self.facilitator():
            abort(401)

    def seat(self, role: str, ref: str) -> tuple[Room, Seat] | None:
        """The room and seat of this cookie for this meeting, or None."""
        name = self.called(SEAT_COOKIES[role][0])
        found = self.tickets.read_cookie(request.cookies.get(f"{name}_{ref}"))
        if found is None or found[1].role != role or f"{found[0]}-{found[1].meeting}" != ref:
            return None
        room = self.rooms.get(found[0])
        if room is None or room.chain.get(found[1].meeting, "meeting") is None:
            return None
        if role == TRAINEE and not self.trainees.sits((room.id, found[1].meeting), found[1].id):
            return None
        if role == PARTICIPANT:
            person = room.chain.get(found[1].id, "participant")
            if person is None or person.get("gone"):
                return None
        return room, found[1]

    def place(self, ref: str) -> tuple[Room, Entity]:
        """The room and meeting behind `k1-m2`; 404 when there is none."""
        chain, _, meeting = ref.partition("-")
        room = self.rooms.get(chain)
        entity = room.chain.get(meeting, "meeting") if room else None
        if room is None or entity is None:
            abort(404)
        return room, entity

    def sign_in(self, response: Any, room: Room, seat: Seat) -> Any:
        """Give the browser the cookie of its seat, for this meeting's pages only (D16)."""
        name, path = SEAT_COOKIES[seat.role]
        ref = f"{room.id}-{seat.meeting}"
        text = self.tickets.cookie(room.id, seat)
        return self.bake(response, self.called(f"{name}_{ref}"), text, f"{path}{ref}")

    def bake(self, response: Any, name: str, text: str, path: str) -> Any:
        secure = self.addresses.safe(request.host)
        age = (DAY if self.practice else YEAR) if text else 0
        response.set_cookie(name, text, max_age=age, path=path, httponly=True, samesite="Lax", secure=secure)
        return response

    # doing something

    def ask(self, room: Room, name: str, body: dict[str, Any], seat: Seat) -> dict[str, Any]:
        """A command from a page, answered after the commit."""
        return self.answer(lambda done: room.accept(Command(name, body, seat, secrets.token_hex(16)), done))

    def answer(self, begin: Callable[[Callable[[Any], None]], None]) -> Any:
        """What `begin(done)` hands to `done`, or `retry` when that takes too long."""
        waiting = self.loop.promise()
        begin(waiting.set)
        try:
            return waiting.get(timeout=PATIENCE)
        except TimeoutError:
            return {"ok": False, "code": "retry", "say": "Opslaan duurt nu te lang. Probeer het zo nog eens."}

    def settle(self) -> None:
        """Wait until all that a page is about to show is on disk; 503 when it did not get there."""
        if (self.rooms.writer.running or self.rooms.writer.doubt) and not self.written(None):
            abort(503)

    def written(self, entry: Entry | None) -> bool:
        """True when the writer came by here without trouble (with `Entry("")`: and could write)."""

        def begin(done: Callable[[Any], None]) -> None:
            self.rooms.writer.submit(Work(entry, lambda: done({"ok": True}), lambda fault: done({"ok": False})))

        return self.answer(begin)["ok"]

    # what a page starts with

    def start(self, room: Room, seat: Seat, more: dict[str, Any] | None = None) -> dict[str, Any]:
        """The data block: ticket, first whole views, and the kinds whose views are needed."""
        role = {PARTICIPANT: "phone", SCREEN: "screen"}.get(seat.role, "control")
        steps = room.chain.steps(seat.meeting)
        kinds = sorted({step["kind"] for step in steps}) if role == "phone" else sorted(self.rooms.rulebook.kinds)
        return {
            "ref": f"{room.id}-{seat.meeting}",
            "role": role,
            "ticket": self.tickets.socket(room.id, seat),
            "seat": seat.id or None,
            "epoch": room.epoch,
            "now": self.rooms.clock(),
            "speed": self.speed,
            "practice": self.practice,
            "kinds": kinds,
            "blocks": {str(block["number"]): block["name"] for block in self.library.blocks},
            "patches": [room.whole(channel) for channel in room.channels(seat)],
            **(more or {}),
        }

    def door(self, room: Room, meeting: str) -> dict[str, Any]:
        """How people get in: address, code, and the hall's Wi-Fi when it was filled in."""
        settings = self.rooms.settings
        name = settings.get(f"wifi {room.id}-{meeting} name", "")
        wifi = {"name": name, "password": settings.get(f"wifi {room.id}-{meeting} password", "")} if name else None
        code = self.rooms.code(room.id, meeting)
        door = {"url": self.addresses.phones, "code": code, "wifi": wifi, "warning": self.addresses.warning}
        return {**door, "addresses": self.addresses.choices}


def caller(asked: Request) -> str:
    """The address that a wrong code is counted under; kept in memory only."""
    return asked.remote_addr or "?"
