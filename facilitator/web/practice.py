"""The practice hall: what to practise, the trainer's page of one room, and the ways into it.

The rooms themselves are houses of their own (facilitator/practice, handed over by the porter); a practice house has no
practice hall.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from flask import Flask, abort, redirect, render_template, request

from facilitator.chain.command import Refused
from facilitator.chain.text import one_line
from facilitator.web import held, training
from facilitator.web.frames import message
from facilitator.web.house import House
from facilitator.web.pictures import qr_uri

HOME = "/regie/oefenen"
BACK = (HOME, "Naar de oefenzaal")
OF_MEETING = "bijeenkomst:"  # the agenda of a meeting as it is now
FIELDS = ("agenda", "people", "town", "names", "lively", "seed", "pace")
AWAY = "Deze oefenzaal is gestopt en weggegooid. Alles wat erin stond, is weg."
NOT_YET = "De oefenzaal wordt nog klaargezet. Wacht tot de zaal open is, en probeer het dan nog eens."
EMPTY = "In deze bijeenkomst staat geen enkele stap. Zet er eerst een oefening in. Of kies een agenda uit de lijst."


def add_to(app: Flask, house: House) -> None:
    """Hang these pages in the app, those of a training day, and those of a house that is held."""
    training.add_to(app, house)
    held.add_to(app, house)

    def halls() -> Any:
        house.need_facilitator()
        return house.halls or abort(404)

    def hall_of(identity: str) -> Any:
        return halls().get(identity) or abort(404)

    def meeting_of(asked: str) -> tuple[str, list[dict[str, Any]]] | None:
        """Title and steps of a meeting by its reference; None for what is no meeting."""
        if not asked.startswith(OF_MEETING):
            return None
        room, meeting = house.place(asked.removeprefix(OF_MEETING)[:60])
        return meeting["title"], room.chain.steps(meeting["id"])

    def page(typed: dict[str, str], fault: str = "", field: str = "", status: int = 200) -> Any:
        """The form, with what was typed, and the rooms that are open."""
        own = meeting_of(typed.get("agenda", ""))
        fields = ("id", "title", "phase", "minutes", "own_proposal", "own", "about")
        templates = [{name: getattr(one, name) for name in fields} for one in house.library.agendas.values()]
        rooms = [room.view() for room in halls().rooms.values()]
        return render_template(
            "practice.html",
            templates=templates,
            offer=house.loop.offload(halls().form),
            meeting=own[0] if own else "",
            typed=typed,
            fault=fault,
            field=field,
            rooms=rooms,
        ), status

    @app.get("/regie/oefenen")
    def practice_form() -> Any:
        """`template` or `van` (a meeting) says what was to be practised."""
        halls()
        asked = one_line(request.args.get("template", ""))[:80]
        if "van" not in request.args:
            return page({"agenda": asked} if asked in house.library.agendas else {})
        typed = {"agenda": OF_MEETING + request.args["van"][:60]}
        own = meeting_of(typed["agenda"])
        return page(typed) if own and own[1] else page({}, EMPTY, "agenda", 409)

    @app.post("/regie/oefenen")
    def practice_open() -> Any:
        typed = {name: request.form.get(name, "")[:8000] for name in FIELDS if name in request.form}
        try:
            hall = halls().open(typed, meeting_of(typed.get("agenda", "")))
        except Refused as no:
            return page(typed, no.say, no.field, 409)
        return redirect(f"{HOME}/{hall.id}", 303)

    @app.get("/regie/oefenen/<hall>")
    def practice_hall(hall: str) -> Any:
        one = halls().get(hall)
        if one is None:
            return message("Deze oefenzaal is er niet meer", AWAY, BACK), 404
        return render_template("practice-hall.html", start={**one.view(), **way_in(one)}, incidents=one.incidents())

    def way_in(one: Any) -> dict[str, Any]:
        """For colleagues with a phone: the address and the code, and both as a QR code."""
        if not one.code:
            return {"url": "", "code": "", "qr": ""}
        url = house.addresses.beside(one.house.port)
        return {"url": url, "code": one.code, "qr": qr_uri(f"{url}/{one.code}")}

    @app.get("/regie/oefenen/<hall>/stand")
    def practice_state(hall: str) -> Any:
        """How it stands, for the page that asks every second or two."""
        one = halls().get(hall)
        return {"phase": "weg"} if one is None else {**one.view(), **way_in(one)}

    @app.get("/regie/oefenen/<hall>/regie")
    @app.get("/regie/oefenen/<hall>/scherm", endpoint="practice_screen")
    @app.get("/regie/oefenen/<hall>/lezen", endpoint="practice_figures")
    @app.get("/regie/oefenen/<hall>/binnen", endpoint="practice_visit")
    def practice_way(hall: str) -> Any:
        """Through, signed in, to the control room of the practice house (to lead or to look on), its screen or figures.

        A link works once.
        """
        one = hall_of(hall)
        if not one.ref or one.phase != "open":
            return message("Nog even", NOT_YET, (f"{HOME}/{hall}", "Terug naar de oefenzaal")), 409
        ways = {"practice_screen": "scherm-", "practice_figures": "zaal-", "practice_visit": "kijk-"}
        before = ways.get(request.endpoint or "", "")
        link = urlsplit(one.link(before + one.ref))
        there = house.addresses.beside(one.house.port, request.host)
        return redirect(f"{there}{link.path}#{link.fragment}", 303)

    @app.post("/regie/oefenen/<hall>/zaal")
    def practice_do(hall: str) -> Any:
        """How lively, still or not, an incident, the server again, the people back."""
        one = hall_of(hall)
        try:
            one.do(one_line(request.form.get("do", ""))[:40], one_line(request.form.get("value", ""))[:40])
        except Refused as no:
            return message("Dat kan nu niet", no.say, (f"{HOME}/{hall}", "Terug naar de oefenzaal")), 409
        return redirect(f"{HOME}/{hall}", 303)

    @app.post("/regie/oefenen/<hall>/weg")
    def practice_stop(hall: str) -> Any:
        """Stop, and throw everything away."""
        halls().stop(hall_of(hall))
        return redirect(f"{HOME}#weg", 303)
