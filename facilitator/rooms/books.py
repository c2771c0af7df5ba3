"""Whole books: reading one in its turn with the writer, and adding one that came from another laptop."""

from __future__ import annotations

import logging
from collections.abc import Callable
from itertools import islice

from facilitator.chain.model import Chain, Event
from facilitator.rooms.room import Answer, Room
from facilitator.rooms.rooms import Rooms
from facilitator.rooms.writer import Work
from facilitator.store.ledger import Entry

log = logging.getLogger("ketentafel.rooms")
PART = 2000  # events that are read in one turn
Names = dict[str, dict[str, str]]
Book = tuple[list[Event], Names]


def read(rooms: Rooms, room: Room, done: Callable[[Book | None], None]) -> None:
    """The book and the names as they are on disk (None when that fails), read in a thread between two commits (D13)."""

    def whole() -> Book:
        return list(rooms.ledger.read(room.id)), rooms.ledger.people(room.id)

    def after() -> None:
        found: list[Book] = []
        try:
            rooms.writer.offload(lambda: found.append(whole()))
        finally:
            done(found[0] if found else None)

    rooms.writer.submit(Work(None, after, lambda fault: done(None)))


def since(rooms: Rooms, room: Room, seq: int, done: Callable[[list[Event] | None], None]) -> None:
    """The events after `seq` (None when that fails), a part at a time, so that nobody waits long for the writer."""
    found: list[Event] = []

    def part() -> list[Event]:
        return list(islice(rooms.ledger.read(room.id, found[-1].seq if found else seq), PART))

    def after() -> None:
        read: list[list[Event]] = []
        try:
            rooms.writer.offload(lambda: read.append(part()))
        except Exception:
            log.exception("a book cannot be read")
        if not read:
            done(None)
        elif len(read[0]) < PART:
            done([*found, *read[0]])
        else:
            found.extend(read[0])
            rooms.writer.submit(Work(None, after, lambda fault: done(None)))

    rooms.writer.submit(Work(None, after, lambda fault: done(None)))


def same_keten(rooms: Rooms, chain: Chain) -> list[Room]:
    """The rooms whose book begins with the same event: this keten itself, or copies of it."""
    mark = next(iter(chain.answered), "")
    return [room for room in rooms.rooms.values() if next(iter(room.chain.answered), None) == mark]


def add(
    rooms: Rooms,
    name: str,
    chain: Chain,
    events: list[Event],
    people: Names,
    done: Callable[[Answer], None],
    settings: Callable[[str], dict[str, str]] = lambda identity: {},
) -> None:
    """A new keten with this book, already folded and checked. It never takes the place of one that is there.

    Meetings that are open get a code of this house; nobody has a ticket here. The answer carries the keten's id.
    `settings` says, for that id, which settings come along.
    """
    identity = rooms.next_id()
    room = rooms.room_of(rooms, identity, new=True)
    chain.id, room.chain, room.people = identity, chain, dict(people)
    away = [one["id"] for one in chain.of_type("foreword") if one["gone"]]  # a book of before may still hold them
    entry = Entry(identity, list(events), list(people.items()), away, [("chain", (identity, name, rooms.clock()))])
    for meeting in chain.of_type("meeting"):
        if meeting["state"] == "open":
            code = rooms.new_code()
            rooms.codes[code] = (identity, meeting["id"])
            entry.rows.append(("door", (code, identity, meeting["id"])))
    for setting in settings(identity).items():
        rooms.settings.update([setting])
        entry.rows.append(("setting", setting))
    rooms.chains[identity] = name
    rooms.rooms[identity] = room

    def failed(fault: Exception) -> None:
        done({"ok": False, "code": "retry", "say": "De keten is niet opgeslagen. Probeer het zo nog eens."})

    rooms.writer.submit(Work(entry, lambda: done({"ok": True, "chain": identity}), failed))
