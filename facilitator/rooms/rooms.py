"""All rooms of a data folder: opening them, finding them by code, and the doors and settings beside their books."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from facilitator.chain.command import FACILITATOR, Command, Refused, Seat
from facilitator.chain.model import KETEN, Entity
from facilitator.chain.rules import Rulebook
from facilitator.chain.views import Gate
from facilitator.rooms.room import Answer, Room
from facilitator.rooms.writer import Work, Writer
from facilitator.store.ledger import Entry, Ledger

DIGITS = "0123456789"
NUMBERED = "ketens tot nu toe"  # the setting that keeps the highest number a keten ever had
APART = "trainer"  # the phase of agendas that are no part of what a keten does
CHECK = "kaart-nakijken"  # the exercise with which a next meeting looks at the map again
NOTHING = ("no book", "no people", "no doors", "no salts", "no chain")


def at_once(work: Callable[[], None]) -> None:
    """Run a function here and now."""
    work()


class Rooms:
    """`library` is the content shelf, `fanout(room, channel, patch)` carries patches out; the Writer tells the rest."""

    room_of: type[Room] = Room

    def __init__(
        self,
        ledger: Ledger,
        rulebook: Rulebook,
        library: Any,
        *,
        offload: Callable[[Callable[[], None]], None] = at_once,
        start: Callable[[Callable[[], None]], object] = at_once,
        clock: Callable[[], float] = time.time,
        fanout: Callable[..., None] = lambda room, channel, patch: None,
        on_reload: Callable[[Room], None] = lambda room: None,
        on_removed: Callable[[Room], None] = lambda room: None,
    ) -> None:
        self.ledger, self.rulebook, self.library, self.clock = ledger, rulebook, library, clock
        self.gate = Gate(rulebook.kinds)
        self.writer = Writer(ledger, offload, start, self.reload)
        self.fanout, self.on_reload, self.on_removed = fanout, on_reload, on_removed
        self.secret = key_file(ledger.path / "sleutel")
        self.rooms: dict[str, Room] = {}
        self.recall()
        for chain in self.chains:
            self.rooms[chain] = self.room_of(self, chain)

    def recall(self) -> None:
        """What stands beside the books, from disk."""
        self.chains = dict(self.ledger.chains())
        self.codes = {code: (chain, meeting) for code, chain, meeting in self.ledger.doors()}
        self.settings = self.ledger.settings()

    def content(self, kind: str, body: dict[str, Any]) -> Any:
        """What the library holds for a command that needs it; refused when it is not on the shelf."""
        shelves = {"template": "agendas", "exercise": "exercises", "persona": "personas", "page": "pages"}
        asked = body.get(kind)
        found = getattr(self.library, shelves[kind]).get(asked) if isinstance(asked, str) else None
        if found is None:
            raise Refused("Dit staat niet (meer) op de plank. Kies iets anders uit de lijst.")
        return found.step_templates() if kind == "template" else found

    def beginning(self, template: str) -> dict[str, dict[str, Any] | None]:
        """Everything that may come by itself in a meeting with this template (making.py)."""
        return {"opening": self.opening(template), "checking": self.checking(template)}

    def opening(self, template: str) -> dict[str, Any] | None:
        """What a meeting with this template, also one that left the shelf, may begin with: our look back.

        None for a day that is for trainers only: who comes there is not the keten.
        """
        if self.apart(template):
            return None
        ours = (one for one in self.library.exercises.values() if not one.get("own"))
        return next((one for one in ours if self.rulebook.kinds[one["kind"]].looks_back), None)

    def checking(self, template: str) -> dict[str, Any] | None:
        """Our exercise with which such a meeting looks at the map again; likewise."""
        return None if self.apart(template) else self.library.exercises.get(CHECK)

    def apart(self, template: str) -> bool:
        """True for a day for trainers."""
        agenda = self.library.agendas.get(template)
        return agenda is not None and agenda.phase == APART

    def get(self, chain: str) -> Room | None:
        return self.rooms.get(chain)

    def reload(self) -> None:
        """Throw the memory away and read from disk again: nothing of it was shown (D2).

        Every room is read before anybody is told, since telling takes turns with new commands.
        """
        self.recall()
        self.rooms = {chain: room for chain, room in self.rooms.items() if chain in self.chains}
        for room in self.rooms.values():
            room.load()
        for room in list(self.rooms.values()):
            self.on_reload(room)

    # making and removing

    def next_id(self) -> str:
        """The id of a new keten. One that went is never given again: papers of its people may still be around."""
        numbers = [int(chain[1:]) for chain in self.chains]
        return f"k{1 + max([*numbers, int(self.settings.get(NUMBERED, 0))])}"

    def remove_chain(self, identity: str, typed: str, done: Callable[[Answer], None]) -> None:
        """Everything of a keten goes from the disk, for good; whoever asks has typed its name."""
        room, name = self.rooms[identity], self.chains[identity]
        if " ".join(typed.split()).casefold() != " ".join(name.split()).casefold():
            say = f"Typ de naam precies zo: {name}. Er is nog niets gewist."
            done({"ok": False, "code": "refused", "say": say, "field": "name"})
            return
        highest = str(max(int(identity[1:]), int(self.settings.get(NUMBERED, 0))))
        rows: list[tuple[str, tuple[Any, ...]]] = [(statement, (identity,)) for statement in NOTHING]
        rows += [("no settings", (f"* {identity}-*",)), ("setting", (NUMBERED, highest))]
        room.over = True  # nothing is decided any more on what is about to go

        def after() -> None:
            self.chains.pop(identity, None)
            self.rooms.pop(identity, None)
            self.codes = {code: place for code, place in self.codes.items() if place[0] != identity}
            self.settings = {key: value for key, value in self.settings.items() if f" {identity}-" not in key}
            self.settings[NUMBERED] = highest
            self.on_removed(room)
            done({"ok": True})

        def failed(fault: Exception) -> None:
            room.over = False
            done({"ok": False, "code": "retry", "say": "De keten is niet gewist. Probeer het zo nog eens."})

        self.writer.submit(Work(Entry("", rows=rows), after, failed))

    def make_chain(self, body: dict[str, Any], done: Callable[[Answer], None]) -> None:
        """A new keten with an empty book; the answer carries its id."""
        identity = self.next_id()
        room = self.room_of(self, identity, new=True)
        command = Command("chain.create", body, Seat(FACILITATOR), secrets.token_hex(16))
        try:
            answer, entry, _ = room.take(command)
        except Refused as no:
            done({"ok": False, "code": no.code, "say": no.say, "field": no.field})
            return
        name = room.chain.entities[KETEN]["name"]
        entry.rows.append(("chain", (identity, name, command.at)))
        self.chains[identity] = name
        self.rooms[identity] = room

        def failed(fault: Exception) -> None:
            done({"ok": False, "code": "retry", "say": "De keten is niet opgeslagen. Probeer het zo nog eens."})

        self.writer.submit(Work(entry, lambda: done({**answer, "chain": identity}), failed))

    # doors

    def code(self, chain: str, meeting: str) -> str:
        """The join code of a meeting, or "" while its door is shut."""
        for code, place in self.codes.items():
            if place == (chain, meeting):
                return code
        return ""

    def open_door(self, chain: str, meeting: str, done: Callable[[], None] = lambda: None) -> str:
        """Give a meeting its code of 8 digits; it keeps it as long as the door is open."""
        code = self.code(chain, meeting)
        if not code:
            code = self.new_code()
            self.codes[code] = (chain, meeting)
            self.write("door", (code, chain, meeting), done)
        return code

    def new_code(self) -> str:
        while True:
            code = "".join(secrets.choice(DIGITS) for _ in range(8))
            if code not in self.codes and not code.startswith("0"):
                return code

    def shut_door(self, chain: str, meeting: str, done: Callable[[], None] = lambda: None) -> None:
        code = self.code(chain, meeting)
        self.codes.pop(code, None)
        self.write("no door", (chain, meeting), done)

    def by_code(self, code: str) -> tuple[Room, Entity] | None:
        """The room and the open meeting behind a code."""
        chain, meeting = self.codes.get("".join(c for c in code if c.isdigit()), ("", ""))
        room = self.rooms.get(chain)
        entity = room.chain.get(meeting, "meeting") if room else None
        return (room, entity) if room and entity and entity["state"] == "open" else None

    def set(self, name: str, value: str) -> None:
        """Keep a setting of this data folder."""
        self.settings[name] = value
        self.write("setting", (name, value), lambda: None)

    def lessen(self, name: str, value: str) -> None:
        """The same when something of what it was is to be in no byte any more."""
        self.settings[name] = value
        self.write("lesser setting", (name, value), lambda: None)

    def write(self, statement: str, values: tuple[Any, ...], done: Callable[[], None]) -> None:
        entry = Entry("", rows=[(statement, values)])
        self.writer.submit(Work(entry, done, lambda fault: None))


def key_file(path: Path) -> bytes:
    """A key of 256 bits that stays in the data folder, readable for its owner only."""
    if not path.exists():
        path.touch(mode=0o600)
        path.write_bytes(secrets.token_bytes(32))
    return path.read_bytes()
