"""A training day: the form, the overview of its rooms, the message to all of them, and the talk afterwards."""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import urlsplit

from flask import Flask, abort, make_response, redirect, render_template, request

from facilitator.chain.command import Refused
from facilitator.report.source import day as spelled
from facilitator.web.frames import message
from facilitator.web.house import House, caller
from facilitator.web.pictures import qr_uri

HOME = "/regie/oefenen/dag"
GONE = ("De oefendag is gestopt", "Alles van die dag is weg, ook de nabespreking en de opmerkingen.")
NO_DAY = ("Er is nu geen oefendag", "Vraag de trainer of de zalen al klaarstaan. Open deze pagina daarna opnieuw.")
NO_CODE = "Deze code hoort niet bij een zaal. Kijk nog eens goed, of vraag de trainer om de code."
SLOW = "Vanaf dit adres kwamen te veel verkeerde codes. Wacht een minuut, en typ de code dan nog eens."
NOT_READY = "Deze zaal wordt nog klaargezet. Wacht even, en druk dan nog eens op Verder."
FIELDS = ("agenda", "rooms", "people", "trainees", "lively", "seed", "pace", "town", "names")


def add_to(app: Flask, house: House) -> None:
    """Hang these pages in the app."""

    def halls() -> Any:
        house.need_facilitator()
        return house.halls or abort(404)

    def day() -> Any:
        return halls().day or abort(make_response(message(*GONE, ("/regie/oefenen", "Naar de oefenzaal")), 404))

    def form(typed: dict[str, str], fault: str = "", field: str = "", status: int = 200) -> Any:
        fields = ("id", "title", "phase", "minutes", "own")
        templates = [{name: getattr(one, name) for name in fields} for one in house.library.agendas.values()]
        shown = {"typed": typed, "fault": fault, "field": field}
        offer = house.loop.offload(halls().form)
        return render_template("training.html", templates=templates, offer=offer, **shown), status

    def overview(fault: str = "", typed: str = "", status: int = 200) -> Any:
        start = {"id": "dag", "rooms": day().view()}
        rooms = list(day().rooms)
        ways = {room: day().ways(room) for room in rooms}
        links = house.loop.offload(
            lambda: {room.id: [{"code": code, **shown(room, link)} for code, link in ways[room]] for room in rooms}
        )
        said = {"message": day().message, "typed": typed, "fault": fault}
        said["address"] = house.addresses.phones
        return render_template("training-day.html", start=start, links=links, **said), status

    def shown(room: Any, link: str) -> dict[str, str]:
        """A trainee's link at the address where others find this laptop, also as a QR code."""
        parts = urlsplit(link)
        address = house.addresses.beside(room.house.port) + parts.path + (f"#{parts.fragment}" * bool(parts.fragment))
        return {"link": address, "qr": qr_uri(address)}

    @app.get("/oefendag")
    @app.post("/oefendag")
    def training_door() -> Any:
        """The short way in for a trainee whose laptop cannot scan: six digits, and then the link that is theirs."""
        one = (house.halls or abort(404)).day
        if one is None:
            return message(*NO_DAY), 404
        if request.method == "GET":
            return door("", "")
        typed = request.form.get("code", "")[:40]
        fault = wrong(one, typed)
        if fault:
            return door(typed, fault, 429 if fault == SLOW else 409)
        found = one.behind(typed)
        if found is None:
            return door(typed, NOT_READY, 409)
        room, nth, link = found
        return render_template("training-door.html", room=room.wish.name, nth=nth, **shown(room, link))

    def door(typed: str, fault: str, status: int = 200) -> Any:
        return render_template("training-door.html", typed=typed, fault=fault), status

    def wrong(one: Any, code: str) -> str:
        """Why this code lets nobody in; "" when it does. It is short: where many wrong ones come from, none is good."""
        who, limits = caller(request), house.limits
        with limits.turn:
            if limits.guessing(who) or limits.flooded(who):
                return SLOW
            if one.knows(code):
                return ""
            limits.wrong_code(who)
            return NO_CODE

    @app.get("/regie/oefenen/dag")
    def training_day() -> Any:
        return form({}) if halls().day is None else overview()

    @app.post("/regie/oefenen/dag")
    def training_open() -> Any:
        typed = {name: request.form.get(name, "")[:8000] for name in FIELDS if name in request.form}
        try:
            halls().open_day(typed)
        except Refused as no:
            return form(typed, no.say, no.field, 409)
        return redirect(HOME, 303)

    @app.get("/regie/oefenen/dag/stand")
    def training_state() -> Any:
        """How all rooms stand, for the page that asks every other second."""
        one = halls().day
        return {"rooms": one.view() if one else []}

    @app.post("/regie/oefenen/dag/bericht")
    def training_message() -> Any:
        text = "" if "away" in request.form else request.form.get("message", "")[:1000]
        try:
            day().announce(text)
        except Refused as no:
            return overview(no.say, text, 409)
        return redirect(f"{HOME}#bericht", 303)

    def debrief(fault: str = "", typed: dict[str, str] | None = None, status: int = 200) -> Any:
        about = {"rooms": day().debrief(), "for_all": day().for_all(), "title": day().rooms[0].wish.title}
        about["date"] = spelled(date.fromtimestamp(house.rooms.clock()).isoformat())
        return render_template("training-debrief.html", **about, fault=fault, typed=typed or {}), status

    @app.get("/regie/oefenen/dag/nabespreken")
    def training_debrief() -> Any:
        return debrief()

    @app.post("/regie/oefenen/dag/nabespreken")
    def training_remark() -> Any:
        typed = {name: request.form.get(name, "")[:4000] for name in ("room", "remark")}
        try:
            day().remark(typed["room"], typed["remark"])
        except Refused as no:
            return debrief(no.say, typed, 409)
        return redirect(f"{HOME}/nabespreken#{typed['room'] or 'allemaal'}", 303)

    @app.post("/regie/oefenen/dag/weg")
    def training_end() -> Any:
        halls().end_day()
        return redirect("/regie/oefenen", 303)
