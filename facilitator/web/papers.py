"""Papieren: every paper of a keten and of a meeting in one place, before and after, and the empty forms to print."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from flask import Flask, abort, render_template, request

from facilitator.chain import making, overview
from facilitator.chain.appointment import agreed
from facilitator.chain.kind import Audience, Page
from facilitator.chain.model import KETEN, Entity
from facilitator.papers import covenant, invitation, mail, observation, script
from facilitator.papers.programme import Programme, asking, moment
from facilitator.report import blanks, forms
from facilitator.rooms import Room
from facilitator.web.attached import attached
from facilitator.web.house import House
from facilitator.web.looks import look_of

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TEXT = "text/plain; charset=utf-8"
PRACTICE = "OEFENING: dit gaat niet over een echte keten"
FORMS = {f"formulier-{number}.docx": number for number in blanks.NAMES}
COVENANT, MAIL = "convenant.docx", "verslagmail.txt"
BEFORE: dict[str, Callable[[Programme, float], bytes]] = {
    "uitnodiging.docx": invitation.write_invitation,
    "uitnodiging.txt": lambda programme, at: as_file(invitation.as_text(programme)),
    "draaiboek.docx": script.write_script,
    "kijkformulier.docx": observation.write_observation,
}


def as_file(text: str) -> bytes:
    """Text for every system: the line ends of Windows are fine everywhere."""
    return text.replace("\n", "\r\n").encode()


def add_to(app: Flask, house: House) -> None:
    """Hang these pages in the app."""

    def whole_keten(chain: str) -> Room:
        house.need_facilitator()
        room = house.rooms.get(chain)
        return abort(404) if room is None else room

    def named() -> bool:
        return request.args.get("namen", "ja") == "ja"

    def practice() -> str:
        return PRACTICE if house.practice else ""

    def called(about: str) -> str:
        """What a file is about, for its name; practice says so there too."""
        return f"oefening {about}" if house.practice else about

    def today() -> str:
        return datetime.fromtimestamp(house.rooms.clock(), UTC).date().isoformat()

    def lasting(room: Room, names: bool) -> Page:
        """What lasts in the keten, copied in the loop."""
        return Page(room.keten_view(names), names=names, full=True, today=today())

    def about(room: Room) -> dict[str, Any]:
        return {"id": room.id, "name": room.chain.entities[KETEN]["name"]}

    def begins(room: Room, meeting: Entity) -> str:
        """The time that the table agreed on for this day, in an earlier meeting; "" when there is none."""
        kinds = house.rooms.rulebook.kinds
        steps = (step for step in room.chain.of_type("step") if not step.get("gone"))
        days = (found for step in steps for found in kinds[step["kind"]].agreed(step))
        return next((one["start"] for one in days if one["day"] == meeting["date"] and one.get("start")), "")

    def director(page: Page) -> str:
        """Who signs: the contact person and the organisation of the first chain director."""
        held = forms.holders(page).get("chain_director", [])
        told = ((one.get("contact", ""), forms.named(page, one["organisation"])) for one in held)
        return next((", ".join(part for part in pair if part) for pair in told), "")

    def programme(room: Room, meeting: Entity, begin: str) -> Programme:
        """The agenda as the control room has it, with what the keten still has to do."""
        page, control = lasting(room, names=True), Audience("control", meeting["id"])
        show = house.rooms.gate.show
        steps = [show(room.chain, room.people, step["id"], control) for step in room.chain.steps(meeting["id"])]
        shown = show(room.chain, room.people, meeting["id"], control)
        waiting = overview.still_open(page.list("action"), page.today)
        signed, name = director(page), about(room)["name"]
        return Programme(
            name,
            shown or {},
            [asking(one, house.rooms.rulebook.kinds) for one in steps if one],
            moment(begin),
            signed,
            waiting,
            practice(),
            look_of(house, room),
        )

    def mail_text(room: Room, meeting: Entity) -> str:
        """The mail that goes with the report of this meeting, as everything stands now."""
        views = room.report_view(meeting["id"])
        planned = (one["date"] for one in room.chain.of_type("meeting") if one["state"] == "planned")
        later = [day for day in planned if day >= max(today(), meeting["date"])]
        following = min(later, default="") or agreed(room.chain, house.rooms.rulebook.kinds, today())
        page = Page(views, names=True, full=False, today=today())
        blocks = mail.mail(page, views[meeting["id"]], following, director(lasting(room, names=True)))
        return mail.as_text(blocks, views[meeting["id"]])

    @app.get("/regie/papieren")
    def empty_papers() -> Any:
        house.need_facilitator()
        return render_template("papers.html", keten=None, meeting=None, ref="", forms=blanks.NAMES)

    @app.get("/regie/papieren/<form>")
    def empty_form(form: str) -> Any:
        house.need_facilitator()
        number = FORMS.get(form) or abort(404)
        return attached(house.loop.offload(lambda: blanks.empty(number)), WORD, "leeg", form)

    @app.get("/regie/ketens/<chain>/papieren")
    def keten_papers(chain: str) -> Any:
        keten = about(whole_keten(chain))
        return render_template("papers.html", keten=keten, meeting=None, ref="", forms=blanks.NAMES)

    @app.get("/regie/ketens/<chain>/papieren/<paper>")
    def keten_paper(chain: str, paper: str) -> Any:
        """Copied in the loop, shown only when all of it is on disk, written in a thread (D12)."""
        room = whole_keten(chain)
        number = FORMS.get(paper)
        if number is None and paper != COVENANT:
            abort(404)
        page, name, at = lasting(room, named()), about(room)["name"], house.rooms.clock()
        said, look = practice(), look_of(house, room)
        house.settle()
        if number is None:
            body = house.loop.offload(lambda: covenant.write_covenant(page, name, at, said, look))
        else:
            body = house.loop.offload(lambda: forms.document(number, page, name, at, said, look))
        return attached(body, WORD, called(name), paper)

    @app.get("/regie/<ref>/papieren")
    def meeting_papers(ref: str) -> Any:
        house.need_facilitator()
        room, meeting = house.place(ref)
        shown = {"keten": about(room), "meeting": meeting, "ref": ref, "forms": blanks.NAMES}
        if meeting["state"] == "planned" and house.rooms.opening(meeting["template"]):
            shown["awaits"] = making.awaited(room.chain, meeting, house.rooms.rulebook.kinds)
        body = render_template("papers.html", **shown, begin=begins(room, meeting), mail=mail_text(room, meeting))
        house.settle()
        return body

    @app.get("/regie/<ref>/papieren/<writing>")
    def meeting_paper(ref: str, writing: str) -> Any:
        """Made from the agenda as it is now; `begin` is the time on the clock, without it the time counts from zero."""
        house.need_facilitator()
        room, meeting = house.place(ref)
        title, at = called(f"{meeting['title']} {meeting['date']}"), house.rooms.clock()
        if writing == MAIL:
            body = as_file(mail_text(room, meeting))
            house.settle()
            return attached(body, TEXT, title, writing)
        make = BEFORE.get(writing) or abort(404)
        plan = programme(room, meeting, request.args.get("begin", begins(room, meeting)))
        house.settle()
        body = house.loop.offload(lambda: make(plan, at))
        return attached(body, TEXT if writing.endswith(".txt") else WORD, title, writing)
