"""A training day: the form, the overview of its rooms, the message to all of them, and the talk afterwards."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from flask import Flask, abort, redirect, render_template, request

from facilitator.chain.command import Refused
from facilitator.web.house import House
from facilitator.web.pictures import qr_uri

HOME = "/regie/oefenen/dag"
FIELDS = ("agenda", "rooms", "people", "trainees", "lively", "seed", "pace", "town", "names")


def add_to(app: Flask, house: House) -> None:
    """Hang these pages in the app."""

    def halls() -> Any:
        house.need_facilitator()
        return house.halls or abort(404)

    def day() -> Any:
        return halls().day or abort(404)

    def form(typed: dict[str, str], fault: str = "", field: str = "", status: int = 200) -> Any:
        fields = ("id", "title", "phase", "minutes", "own")
        templates = [{name: getattr(one, name) for name in fields} for one in house.library.agendas.values()]
        shown = {"typed": typed, "fault": fault, "field": field}
        offer = house.loop.offload(halls().form)
        return render_template("training.html", templates=templates, offer=offer, **shown), status

    def overview(fault: str = "", typed: str = "", status: int = 200) -> Any:
        start = {"id": "dag", "rooms": day().view()}
        rooms = list(day().rooms)
        links = house.loop.offload(lambda: {room.id: [shown(room, link) for link in room.invited] for room in rooms})
        said = {"message": day().message, "typed": typed, "fault": fault}
        return render_template("training-day.html", start=start, links=links, **said), status

    def shown(room: Any, link: str) -> dict[str, str]:
        """A trainee's link at the address where others find this laptop, also as a QR code."""
        parts = urlsplit(link)
        address = house.addresses.beside(room.house.port) + parts.path + (f"#{parts.fragment}" * bool(parts.fragment))
        return {"link": address, "qr": qr_uri(address)}

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
