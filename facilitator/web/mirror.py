"""De zaal lezen: a private page for who led a meeting, to learn from; never on screen, phones or in a report."""

from __future__ import annotations

import base64
from collections.abc import Callable
from typing import Any

from flask import Flask, abort, render_template

from facilitator.chain.mirror import Reading, read
from facilitator.chain.mirror.said import whole_minutes
from facilitator.chain.model import KETEN, Entity
from facilitator.papers import mirror
from facilitator.rooms import Room, books
from facilitator.web.attached import attached
from facilitator.web.house import House
from facilitator.web.looks import look_of
from facilitator.web.papers import PRACTICE, WORD


def picture(svg: str) -> str:
    """An address that holds the picture itself: no second look at the book for each of them."""
    return "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode()


def reading(house: House, room: Room, meeting: Entity) -> Reading:
    """What the book of the keten tells of a meeting; read and folded apart, so that phones need not wait (D12)."""
    book = house.answer(lambda done: books.read(house.rooms, room, done))
    if not isinstance(book, tuple):
        abort(503)
    rulebook, now = house.rooms.rulebook, house.rooms.clock()
    leaps = [(at, seconds) for at, what, seconds in house.played.notes if what == "late"] if house.played else []
    work: Callable[[], Reading] = lambda: read(  # noqa: E731
        book[0], rulebook.fold(room.id, book[0]), meeting["id"], rulebook.kinds, now, leaps
    )
    return house.loop.offload(work)


def add_to(app: Flask, house: House) -> None:
    """Hang these pages in the app."""

    @app.get("/regie/<ref>/zaal")
    def mirror_page(ref: str) -> Any:
        house.need_facilitator()
        room, meeting = house.place(ref)
        found = reading(house, room, meeting)
        times = [(row, whole_minutes(row.spent)) for row, _ in found.steps]
        more = {"times": times, "most": max([1, *(max(row.planned, real) for row, real in times)])}
        return render_template("mirror.html", ref=ref, meeting=meeting, found=found, picture=picture, **more)

    @app.get("/regie/<ref>/zaal/tijden")
    def mirror_times(ref: str) -> Any:
        """Planned and real minutes of the steps where the room was, for who holds this house (practice/hall.py)."""
        house.need_facilitator()
        found = reading(house, *house.place(ref))
        rows = [row for row, _ in found.steps if row.started]
        steps = [
            {
                "title": row.title,
                "minutes": row.planned,
                "real": whole_minutes(row.spent),
                "played": whole_minutes(row.played),
                "now": row.running,
            }
            for row in rows
        ]
        return {"steps": steps}

    @app.get("/regie/<ref>/zaal.docx")
    def mirror_paper(ref: str) -> Any:
        """The same on paper, for who looks back with a trainer."""
        house.need_facilitator()
        room, meeting = house.place(ref)
        found, keten, at = reading(house, room, meeting), room.chain.entities[KETEN]["name"], house.rooms.clock()
        marks = {"practice": PRACTICE if house.practice else "", "look": look_of(house, room)}
        body = house.loop.offload(lambda: mirror.write_mirror(found, meeting, keten, at, **marks))
        title = f"{'oefening ' if house.practice else ''}{meeting['title']} {meeting['date']}"
        return attached(body, WORD, title, "zaal-lezen.docx")
