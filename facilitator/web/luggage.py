"""Taking a keten along: spreadsheets, dates, an open document, and the one file for another laptop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import Flask, abort, render_template, request

from facilitator import VERSION
from facilitator.chain import priority
from facilitator.chain.actions import listed
from facilitator.chain.command import PARTICIPANT, Refused
from facilitator.chain.kind import Audience
from facilitator.chain.model import KETEN, Entity
from facilitator.luggage import commas, dates, document, keten, sheets, workbook
from facilitator.luggage.packed import Packed, Part, Planned
from facilitator.rooms import Room, books
from facilitator.web import looks
from facilitator.web.attached import attached
from facilitator.web.frames import message
from facilitator.web.house import House
from facilitator.web.keten_view import Shown


@dataclass(frozen=True)
class Suitcase:
    """One thing to take along: its name in the address and on disk, what it is, and who makes it."""

    file: str
    type: str
    make: Callable[[Packed], bytes]


DOCUMENT, WHOLE = "gegevens.json", "keten.keten"  # of a whole keten only
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv; charset=utf-8"
CALENDAR = "text/calendar; charset=utf-8"
SUITCASES = {
    one.file: one
    for one in (
        Suitcase("acties.xlsx", XLSX, lambda packed: workbook.write(packed, [sheets.actions(packed)])),
        Suitcase("briefjes.xlsx", XLSX, lambda packed: workbook.write(packed, [sheets.notes(packed)])),
        Suitcase("acties.csv", CSV, lambda packed: commas.write(sheets.actions(packed))),
        Suitcase("briefjes.csv", CSV, lambda packed: commas.write(sheets.notes(packed))),
        Suitcase("agenda.ics", CALENDAR, dates.write),
        Suitcase(DOCUMENT, "application/json", lambda packed: document.write(packed, VERSION)),
    )
}
WHOLE_TYPE = "application/octet-stream"


def planned(house: House, room: Room) -> list[Planned]:
    """What the keten planned; nothing before somebody chose a plan. What is skipped or passed is not in it."""
    course = Shown(house, room).plan()
    rows = [(row, title) for row, title in course["rows"] if row.meeting or row.state == "proposed"]
    return [Planned(row.id, row.day, title, row.meeting) for row, title in rows] if course["chosen"] else []


def pack(house: House, room: Room, meetings: list[Entity], names: bool, whole: bool = False) -> Packed:
    """A copy of what the report may see of these meetings, taken in the loop (D12).

    When names stay at home, the gate gets no directory: then there is no field in which one could slip through.
    """
    people = room.people if names else {}
    parts = []
    for meeting in meetings:
        places = priority.order(room.chain, listed(room.chain, meeting["id"]))
        views = house.rooms.gate.whole(room.chain, people, Audience("report", meeting["id"]))
        parts.append(Part(views, meeting["id"], places))
        house.loop.pause(0)  # a keten of years is copied meeting by meeting: phones get their turn in between
    mark = next(iter(room.chain.answered), "")
    kinds = house.rooms.rulebook.kinds
    name = room.chain.entities[KETEN]["name"]
    plan = planned(house, room)
    return Packed(name, parts, kinds, mark, room.chain.seq, house.rooms.clock(), names, plan, whole)


def add_to(app: Flask, house: House) -> None:
    """Hang these pages in the app."""

    def whole_keten(chain: str) -> Room:
        house.need_facilitator()
        room = house.rooms.get(chain)
        return abort(404) if room is None else room

    def named() -> bool:
        return request.args.get("namen") == "ja"

    def called(about: str) -> str:
        """What a file is about, for its name; practice says so there too."""
        return f"oefening {about}" if house.practice else about

    def sent(room: Room, meetings: list[Entity], file: str, about: str, whole: bool = False) -> Any:
        """Copied in the loop, shown only when all of it is on disk, written in a thread."""
        wanted = SUITCASES.get(file)
        if wanted is None:
            abort(404)
        packed = pack(house, room, meetings, named(), whole)
        house.settle()
        body = house.loop.offload(lambda: wanted.make(packed))
        return attached(body, wanted.type, called(about), file)

    @app.get("/regie/<ref>/afspraak/<step>.ics")
    @app.get("/tafel/<ref>/afspraak/<step>.ics", endpoint="own_appointment")
    def appointment(ref: str, step: str) -> Any:
        """The date that a step agreed on, for the calendar of anybody who was there."""
        if request.path.startswith("/regie/"):
            house.need_facilitator()
        elif house.seat(PARTICIPANT, ref) is None:
            abort(401)
        room, meeting = house.place(ref)
        packed = pack(house, room, [meeting], names=False)
        house.settle()
        body = dates.one(packed, packed.parts[0], step)
        return abort(404) if body is None else attached(body, CALENDAR, packed.name, "afspraak.ics")

    @app.get("/regie/ketens/<chain>/meenemen")
    def keten_luggage(chain: str) -> Any:
        room = whole_keten(chain)
        about = {
            "title": room.chain.entities[KETEN]["name"],
            "back": f"/regie/ketens/{chain}",
            "back_text": "Terug naar de keten",
        }
        return render_template("luggage.html", base=f"/regie/ketens/{chain}/meenemen", whole=True, about=about)

    @app.get("/regie/<ref>/meenemen")
    def meeting_luggage(ref: str) -> Any:
        house.need_facilitator()
        room, meeting = house.place(ref)
        about = {"title": meeting["title"], "back": f"/regie/{ref}", "back_text": "Terug naar de regie"}
        keten_page = f"/regie/ketens/{room.id}/meenemen"
        base = f"/regie/{ref}/meenemen"
        return render_template("luggage.html", base=base, whole=False, about=about, keten_page=keten_page)

    @app.get("/regie/<ref>/meenemen/<suitcase>")
    def meeting_file(ref: str, suitcase: str) -> Any:
        house.need_facilitator()
        room, meeting = house.place(ref)
        if suitcase == DOCUMENT:
            abort(404)
        return sent(room, [meeting], suitcase, f"{meeting['title']} {meeting['date']}")

    @app.get("/regie/ketens/<chain>/meenemen/<suitcase>")
    def keten_file(chain: str, suitcase: str) -> Any:
        room = whole_keten(chain)
        if suitcase != WHOLE:
            meetings = list(room.chain.of_type("meeting"))
            return sent(room, meetings, suitcase, house.rooms.chains[chain], whole=True)
        book = house.answer(lambda done: books.read(house.rooms, room, done))
        if not isinstance(book, tuple):
            abort(503)
        events, people = book
        name, at, look = house.rooms.chains[chain], house.rooms.clock(), looks.carried(house, chain)
        people = people if named() else {}
        try:
            body = house.loop.offload(lambda: keten.pack(name, events, people, at, VERSION, look, house.practice))
        except Refused as no:
            return message("Dit lukt niet in één bestand", no.say, (f"/regie/ketens/{chain}/meenemen", "Terug")), 409
        return attached(body, WHOLE_TYPE, called(name), WHOLE)
