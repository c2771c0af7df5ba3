"""The report: a page with choices, the Word file itself, and the one that participants fetch on their own phones."""

from __future__ import annotations

import re
import unicodedata
from datetime import timedelta
from typing import Any

from flask import Flask, Response, redirect, render_template, request

from facilitator.chain import handout
from facilitator.chain.command import FACILITATOR, PARTICIPANT, Seat
from facilitator.chain.days import day_of
from facilitator.chain.model import Entity
from facilitator.report.build import VERSIONS, Choice
from facilitator.report.source import OWN, PARTS, day
from facilitator.rooms import Room
from facilitator.web.frames import BEGIN, message
from facilitator.web.house import House
from facilitator.web.press import Press

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
NO_SEAT = "Het verslag is voor wie aan tafel zat, op dezelfde telefoon. Vraag anders de begeleider erom."
NOT_READY = "Er ligt nu geen verslag voor u klaar. Vraag het de begeleider van uw bijeenkomst."
OVER = "U kon het ophalen tot en met {}. Vraag de begeleider of het nog eens klaargelegd kan worden."


def file_name(title: str, date: str) -> str:
    """A file name that every system takes: plain letters, figures and dashes."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-") or "bijeenkomst"
    day = re.sub(r"[^0-9-]", "", date)
    return f"verslag-{words[:60]}{'-' + day if day else ''}.docx"


def add_to(app: Flask, house: House) -> None:
    """Hang these pages in the app."""
    press = Press(house)

    def page(ref: str, typed: dict[str, str] | None = None, answer: dict[str, Any] | None = None) -> Any:
        """The choices, and what lies ready for participants; after a refusal with what was chosen."""
        room, meeting = house.place(ref)
        given, now = handout.given(room.chain, meeting["id"]), house.rooms.clock()
        usual = (day_of(now) + timedelta(days=handout.USUAL)).isoformat()
        shown = {
            "given": given,
            "open": handout.is_open(given, now),
            "until": day(given["until"]) if given else "",
            "typed": typed or {"version": "deelnemers", "until": usual, "names": "nee", **kept(given)},
            "fault": answer["say"] if answer else "",
            "field": answer.get("field", "") if answer else "",
            "today": day_of(now).isoformat(),
        }
        body = render_template("report.html", ref=ref, meeting=meeting, versions=VERSIONS, parts=PARTS, **shown)
        house.settle()
        return body, 409 if answer else 200

    def kept(given: Entity | None) -> dict[str, str]:
        if given is None:
            return {}
        return {"version": given["version"], "until": given["until"], "names": "ja" if given["names"] else "nee"}

    def word(room: Room, meeting: Entity, choice: Choice) -> Response:
        body = press.print(room, meeting["id"], choice)
        name = ("oefening-" if house.practice else "") + file_name(meeting["title"], meeting["date"])
        return Response(body, content_type=WORD, headers={"Content-Disposition": f'attachment; filename="{name}"'})

    @app.get("/regie/<ref>/verslag")
    def report_page(ref: str) -> Any:
        house.need_facilitator()
        return page(ref)

    @app.get("/regie/<ref>/verslag.docx")
    def report_file(ref: str) -> Any:
        house.need_facilitator()
        room, meeting = house.place(ref)
        version = request.args.get("soort", "volledig")
        names = request.args.get("namen", "ja") == "ja"
        if version == OWN:
            parts = frozenset(PARTS) & frozenset(request.args.getlist("deel"))
            contacts = names and request.args.get("contact", "nee") == "ja"
            return word(room, meeting, Choice(OWN, names, house.practice, contacts, parts))
        return word(room, meeting, Choice(version if version in VERSIONS else "volledig", names, house.practice))

    @app.post("/regie/<ref>/verslag/deelnemers")
    def give_report(ref: str) -> Any:
        """Give it to who was at the table, or (with `terug`) take it back."""
        house.need_facilitator()
        room, meeting = house.place(ref)
        seat = Seat(FACILITATOR, meeting["id"])
        typed = {key: request.form.get(key, "")[:40] for key in ("version", "until", "names")}
        if "terug" in request.form:
            answer = house.ask(room, "handout.take", {}, seat)
        else:
            answer = house.ask(room, "handout.give", {**typed, "names": typed["names"] == "ja"}, seat)
        if answer["ok"]:
            return redirect(f"/regie/{ref}/verslag#deelnemers", 303)
        if answer["code"] == "bad":  # a date that no date field sends
            answer = {**answer, "field": "until", "say": "Dit is geen datum. Kies een dag."}
        return page(ref, None if "terug" in request.form else typed, answer)

    @app.get("/tafel/<ref>/verslag.docx")
    def own_report(ref: str) -> Any:
        """With a seat at this table, also after the door is shut; never with contact data."""
        found = house.seat(PARTICIPANT, ref)
        if found is None:
            return message("U zit niet (meer) aan deze tafel", NO_SEAT, BEGIN), 401
        room, seat = found
        given, back = handout.given(room.chain, seat.meeting), (f"/tafel/{ref}", "Terug naar uw tafel")
        if given is None:
            return message("Er ligt geen verslag klaar", NOT_READY, back), 404
        if not handout.is_open(given, house.rooms.clock()):
            return message("Het verslag ligt niet meer klaar", OVER.format(day(given["until"])), back), 410
        choice = Choice(given["version"], given["names"], house.practice, contacts=False)
        return word(room, room.chain.entities[seat.meeting], choice)
