"""Papieren: every paper of a keten and of a meeting in one place, before and after, and the empty forms to print."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from flask import Flask, abort, render_template, request

from facilitator.chain.kind import Audience, Page
from facilitator.chain.model import KETEN
from facilitator.report import blanks, forms
from facilitator.rooms import Room
from facilitator.web.attached import attached
from facilitator.web.house import House

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
LASTING = ("chain", "organisation", "participant", "goal", "role", "instrument", "action", "taker")
PRACTICE = "OEFENING: dit gaat niet over een echte keten"
FORMS = {f"formulier-{number}.docx": number for number in blanks.NAMES}


def add_to(app: Flask, house: House) -> None:
    """Hang these pages in the app."""

    def whole_keten(chain: str) -> Room:
        house.need_facilitator()
        room = house.rooms.get(chain)
        return abort(404) if room is None else room

    def named() -> bool:
        return request.args.get("namen", "ja") == "ja"

    def lasting(room: Room, names: bool) -> Page:
        """What lasts in the keten, each as the gate shows it for the report of its own meeting; copied in the loop."""
        people, views = room.people if names else {}, {}
        for entity in list(room.chain.entities.values()):
            if entity["type"] in LASTING:
                audience = Audience("report", entity.get("meeting", ""))
                view = house.rooms.gate.show(room.chain, people, entity["id"], audience)
                if view is not None:
                    views[entity["id"]] = view
        today = datetime.fromtimestamp(house.rooms.clock(), UTC).date().isoformat()
        return Page(views, names=names, full=True, today=today)

    def sent(body: bytes, about: str, file: str) -> Any:
        return attached(body, WORD, about, file)

    @app.get("/regie/papieren")
    def empty_papers() -> Any:
        house.need_facilitator()
        return render_template("papers.html", keten=None, meeting=None, ref="", forms=blanks.NAMES)

    @app.get("/regie/papieren/<paper>")
    def empty_form(paper: str) -> Any:
        house.need_facilitator()
        number = FORMS.get(paper) or abort(404)
        body = house.loop.offload(lambda: blanks.empty(number))
        return sent(body, "leeg", paper)

    @app.get("/regie/ketens/<chain>/papieren")
    def keten_papers(chain: str) -> Any:
        room = whole_keten(chain)
        keten = {"id": room.id, "name": room.chain.entities[KETEN]["name"]}
        return render_template("papers.html", keten=keten, meeting=None, ref="", forms=blanks.NAMES)

    @app.get("/regie/ketens/<chain>/papieren/<paper>")
    def keten_paper(chain: str, paper: str) -> Any:
        """Copied in the loop, shown only when all of it is on disk, written in a thread (D12)."""
        room = whole_keten(chain)
        number = FORMS.get(paper) or abort(404)
        page, name, at = lasting(room, named()), room.chain.entities[KETEN]["name"], house.rooms.clock()
        house.settle()
        practice = PRACTICE if house.practice else ""
        body = house.loop.offload(lambda: forms.document(number, page, name, at, practice))
        return sent(body, name, paper)

    @app.get("/regie/<ref>/papieren")
    def meeting_papers(ref: str) -> Any:
        house.need_facilitator()
        room, meeting = house.place(ref)
        keten = {"id": room.id, "name": room.chain.entities[KETEN]["name"]}
        return render_template("papers.html", keten=keten, meeting=meeting, ref=ref, forms=blanks.NAMES)
