"""Looking back at a meeting: the page, its three pictures, and what they hold at a moment. Nothing here asks a room."""

from __future__ import annotations

import json
import logging
import threading
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from weakref import WeakKeyDictionary

from flask import Flask, Response, abort, render_template, request

from facilitator.chain.model import Entity
from facilitator.chain.retention import last_day, named
from facilitator.rooms import Room, books, starts
from facilitator.rooms.replay import CHANNELS, OWN, Look, Tape, Veil, emptied, present, pseudonyms
from facilitator.web import bookmarks
from facilitator.web.frames import message
from facilitator.web.house import House

log = logging.getLogger("ketentafel.web")
BACK = ("/regie", "Naar uw ketens")
PICTURES = {"scherm": "screen", "telefoon": "phone", "regie": "control"}
STILL = {"ok": False, "code": "refused", "say": "U kijkt terug. Hier verandert niets meer."}
DOOR = {"url": "", "code": "", "wifi": None, "warning": "", "addresses": []}
TAPES = 3  # ketens of which the book is kept in memory
LOOKS = 6  # places on one tape that are kept: a page has two when it compares
GONE = (
    "Hier valt niets terug te kijken",
    "Deze bijeenkomst staat niet (meer) op deze computer. Wat gewist is, komt niet terug.",
)
UNREAD = (
    "De bijeenkomst is nu niet te lezen",
    "Terugkijken lukt daarom niet. Wat bewaard was, is er nog. Probeer het zo nog eens, of start Ketentafel opnieuw.",
)
EARLY = (
    "Er valt nog niets terug te kijken",
    "Deze bijeenkomst is nog niet begonnen. Zet eerst de deur open; daarna ziet u hier wat er gebeurde.",
)
NO_NAMES = "Van deze bijeenkomst zijn geen namen bewaard."
TOO_LATE = "Namen mochten hier te zien zijn tot en met {}. Daarom blijven ze nu verborgen."
MAY = "Vraag eerst wie hier zat, of dat goed is. Wat anoniem was, blijft anoniem."


@dataclass
class Shelf:
    """What is kept of one room for who looks back: its tape, and places on it."""

    tape: Tape
    epoch: str
    emptied: frozenset[str]
    looks: list[tuple[str, bool, str, Look]] = field(default_factory=list)  # the one used last comes last


class Unreadable(Exception):
    """The book of this keten cannot be read or folded now."""


class Archive:
    """Tapes by room: gone when the room is, and read anew when something in the book was emptied."""

    def __init__(self, house: House) -> None:
        self.house, self.lock = house, threading.Lock()
        self.shelves: WeakKeyDictionary[Room, Shelf] = WeakKeyDictionary()

    def shelf(self, room: Room, at_least: int | None = None) -> Shelf:
        """The tape of a room as far as its book goes now; Unreadable. With `at_least` an older one is good enough."""
        gone = emptied(room.chain)
        known = self.shelves.get(room)
        if known is None or known.epoch != room.epoch or known.emptied != gone:
            known = self.shelves[room] = Shelf(Tape(self.house.rooms.rulebook, room.id), room.epoch, gone)
            for other in list(self.shelves)[:-TAPES]:
                del self.shelves[other]
        if at_least is None or known.tape.seq < at_least:
            events = self.house.answer(lambda done: books.since(self.house.rooms, room, known.tape.seq, done))
            try:
                self.aside(lambda: self.lengthen(known.tape, events))
            except Unreadable:
                self.shelves.pop(room, None)  # half a command may be in it
                raise
        return known

    @staticmethod
    def lengthen(tape: Tape, events: Any) -> None:
        if not isinstance(events, list):
            raise ValueError("the disk did not give the book")
        tape.add([event for event in events if event.seq > tape.seq])  # somebody else may have been first

    def aside(self, work: Any) -> Any:
        """In a thread, one at a time: a long book holds nobody up who is in a meeting."""

        def alone() -> Any:
            with self.lock:
                return work()

        try:
            return self.house.loop.offload(alone)
        except (LookupError, ValueError, TypeError, AttributeError) as fault:
            log.error("a book cannot be folded", exc_info=fault)
            raise Unreadable from fault

    def stand(self, room: Room, meeting: str, shown: bool, asked: dict[str, Any]) -> bytes:
        """What the channels hold after an event, as JSON; `shown` is with names, and then `whose` may be somebody."""
        shelf = self.shelf(room, asked["seq"])
        people = dict(room.people)
        whose = asked["whose"] if shown and any(one["id"] == asked["whose"] for one in people_of(room, meeting)) else ""
        channels = [*asked["channels"], OWN] if whose and "phone" in asked["channels"] else asked["channels"]

        def work() -> bytes:
            names = people if shown else pseudonyms(shelf.tape.chain)
            look = self.look(shelf, meeting, shown, names, asked["since"], whose)
            stops = shelf.tape.course(meeting).stops
            seq = min(max(asked["seq"], stops[0][0] if stops else 0), shelf.tape.seq)
            patches = look.go(seq, asked["since"], channels)
            told = {"seq": look.seq, "patches": patches, "now": present(look.chain, meeting)}
            told |= {"there": look.chain.get(whose, "participant") is not None} if whose else {}
            return json.dumps(told, ensure_ascii=False).encode("utf-8", "surrogatepass")

        return self.aside(work)

    def look(self, shelf: Shelf, meeting: str, shown: bool, names: Any, since: int | None, whose: str) -> Look:
        """The place where this page was, or the one that was used longest ago, or a new one."""
        mine = [row for row in shelf.looks if row[:3] == (meeting, shown, whose) and row[3].names == names]
        row = next((row for row in mine if since is not None and row[3].seq == since), None)
        if row is None:
            veil = Veil(self.house.rooms.gate, shelf.emptied, shown)
            row = (meeting, shown, whose, Look(shelf.tape, veil, meeting, names, whose))
        shelf.looks = [*[one for one in shelf.looks if one is not row][-LOOKS + 1 :], row]
        return row[3]


def naming(house: House, room: Room, meeting: Entity) -> tuple[bool, str]:
    """(may names be shown, why not or under which condition)."""
    if not named(room.chain, room.people, meeting["id"]):
        return False, NO_NAMES
    last = last_day(meeting)
    if date.fromtimestamp(house.rooms.clock()) > last:
        return False, TOO_LATE.format(f"{last.day}-{last.month}-{last.year}")
    return True, MAY


def people_of(room: Room, meeting: str) -> list[dict[str, str]]:
    """Whose phone can be chosen: who sat at that table, did not leave, and gave a name that is still kept."""
    found = []
    for person in room.chain.of_type("participant", meeting):
        name = room.people.get(person["id"], {}).get("name", "")
        if name and not person.get("gone"):
            organisation = room.chain.get(person.get("organisation") or "") or {}
            found.append({"id": person["id"], "name": name, "org": organisation.get("name", "")})
    return found


def number(name: str) -> int | None:
    text = request.args.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


def add_to(app: Flask, house: House) -> None:
    """Hang these pages in the app."""
    archive = Archive(house)
    starts.note(house.rooms)

    def place(ref: str) -> tuple[Room, Entity] | None:
        chain, _, meeting = ref.partition("-")
        room = house.rooms.get(chain)
        entity = room.chain.get(meeting, "meeting") if room else None
        return (room, entity) if room is not None and entity is not None else None

    @app.get("/regie/<ref>/terugkijken")
    def replay_page(ref: str) -> Any:
        house.need_facilitator()
        found = place(ref)
        if found is None:
            return message(*GONE, BACK), 404
        room, meeting = found
        try:
            course = archive.shelf(room).tape.course(meeting["id"])
        except Unreadable:
            return message(*UNREAD, BACK), 503
        if not course.stops:
            return message(*EARLY, (f"/regie/{ref}", "Naar de regie")), 409
        may, why = naming(house, room, meeting)
        start = {
            "ref": ref,
            "title": meeting["title"],
            "open": meeting["state"] == "open",
            "practice": house.practice,
            "names": {"may": may, "why": why},
            "began": course.began,
            "end": course.end,
            "stops": [[seq for seq, _, _ in course.stops], [t for _, t, _ in course.stops]],
            "sorts": [sort for _, _, sort in course.stops],
            "folds": course.folds,
            "steps": course.steps,
            "moments": course.with_starts(starts.read(house.rooms), house.played.notes if house.played else ()),
            "bookmarks": bookmarks.read(house, ref),
        }
        return render_template("replay.html", start=start, meeting=meeting)

    @app.get("/regie/<ref>/terugkijken/stand")
    def replay_stand(ref: str) -> Any:
        """What the three screens held after event `tot`: patches for who had `van`, whole views otherwise.

        With names (`namen=ja`, where they may be shown) `wie` says whose phone it is.
        """
        house.need_facilitator()
        found, seq = place(ref), number("tot")
        if found is None:
            abort(404)
        channels = [one for one in CHANNELS if one in request.args.get("beelden", "").split(",")]
        if seq is None or not channels:
            abort(400)
        room, meeting = found
        shown = request.args.get("namen") == "ja" and naming(house, room, meeting)[0]
        asked = {"seq": seq, "since": number("van"), "channels": channels, "whose": request.args.get("wie", "")}
        try:
            body = archive.stand(room, meeting["id"], shown, asked)
        except Unreadable:
            abort(503)
        return Response(body, content_type="application/json")

    @app.get("/regie/<ref>/terugkijken/mensen")
    def replay_people(ref: str) -> Any:
        """Whose phone can be chosen; nobody's when names may not be shown."""
        house.need_facilitator()
        found = place(ref) or abort(404)
        return {"people": people_of(found[0], found[1]["id"]) if naming(house, *found)[0] else []}

    @app.get("/regie/<ref>/terugkijken/beeld/<picture>")
    def replay_picture(ref: str, picture: str) -> Any:
        """One of the three screens with nothing in it: the page around it hands it what to show."""
        house.need_facilitator()
        found, role = place(ref), PICTURES.get(picture)
        if found is None or role is None:
            abort(404)
        room, meeting = found
        start = {
            "ref": f"terug-{ref}",  # nothing that this window keeps or says is taken for the meeting's own
            "role": role,
            "seat": None,
            "replay": True,
            "still": STILL,
            "epoch": "terug",
            "now": house.rooms.clock(),
            "speed": 1.0,
            "practice": house.practice,
            "kinds": sorted({step["kind"] for step in room.chain.of_type("step", meeting["id"])}),
            "blocks": {str(block["number"]): block["name"] for block in house.library.blocks},
            "patches": [],
            "door": DOOR,
            "shelf": [],
            "personas": [],
        }
        blank = {"title": meeting["title"], "state": "planned", "blank": False, "steps": []}
        return render_template(f"{role}.html", start=start, meeting=blank, step=None, steps=[])

    bookmarks.add_to(app, house, place)
