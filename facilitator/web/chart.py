"""The network map of a keten, on its own page: how it is, how it was, what changed, and the files to go on with."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import Flask, Response, abort, render_template, request

from exercises.kinds.netwerk import told
from facilitator.chain.model import KETEN
from facilitator.chain.network.moments import Moment, moments, view
from facilitator.luggage import chart, commas
from facilitator.report.pictures import png
from facilitator.rooms import Room
from facilitator.web.attached import attached
from facilitator.web.house import House

WIDTH_CM = 40  # of the picture to take along: 3,200 dots
GRAPHML, CSV, SVG = "application/graphml+xml", "text/csv; charset=utf-8", "image/svg+xml"


def add_to(app: Flask, house: House) -> None:
    """Hang these pages in the app."""

    def asked(chain: str) -> tuple[Room, list[Moment], Moment | None, Moment | None]:
        """The room, all moments, the one that is looked at, and the one it is compared with."""
        house.need_facilitator()
        room = house.rooms.get(chain)
        if room is None:
            abort(404)
        found = moments(room.chain)
        by_id = {one.id: place for place, one in enumerate(found)}
        at = by_id.get(request.args.get("op", ""), len(found) - 1)
        since = by_id.get(request.args.get("sinds", ""), at - 1)
        return room, found, found[at] if found else None, found[since] if 0 <= since < at else None

    def title(room: Room, moment: Moment) -> str:
        return f"Netwerkkaart van {room.chain.entities[KETEN]['name']}, {moment.title}"

    @app.get("/regie/ketens/<chain>/kaart")
    def keten_chart(chain: str) -> str:
        room, found, moment, since = asked(chain)
        keten = {"id": room.id, "name": room.chain.entities[KETEN]["name"]}
        if moment is None:
            return render_template("chart.html", keten=keten, moments=[], at=None)
        state = view(room.chain, moment, since)
        names = {guest[0]: guest[1] for guest in state["guests"]}
        rows = told.lines(state["guests"], told.on_map(state), names)
        shown = {"facts": told.facts(state["gist"], names), "rows": rows, "header": told.WORDS["header"]}
        more = {"changes": told.differences(state) if since else [], "since": since, "place": found.index(moment)}
        return render_template("chart.html", keten=keten, moments=found, at=moment, **shown, **more)

    @app.get("/regie/ketens/<chain>/kaart.svg")
    def chart_picture(chain: str) -> Response:
        """The drawing as the page shows it."""
        room, _, moment, _ = asked(chain)
        if moment is None:
            abort(404)
        return Response(told.drawing(view(room.chain, moment), title(room, moment)), content_type=SVG)

    files: dict[str, tuple[str, Callable[[dict[str, Any], str], bytes]]] = {
        "kaart.svg": (SVG, lambda state, name: told.drawing(state, name).encode()),
        "kaart.png": ("image/png", lambda state, name: png(told.drawing(state, name), WIDTH_CM)),
        "organisaties.csv": (CSV, lambda state, name: commas.write(chart.guests(state))),
        "lijnen.csv": (CSV, lambda state, name: commas.write(chart.lines(state))),
        "kaart.graphml": (GRAPHML, lambda state, name: chart.graphml(state)),
    }

    @app.get("/regie/ketens/<chain>/kaart/<file>")
    def chart_file(chain: str, file: str) -> Response:
        """The map of this moment to take along; written in a thread."""
        room, _, moment, _ = asked(chain)
        if moment is None or file not in files:
            abort(404)
        kind, make = files[file]
        state, name = view(room.chain, moment), title(room, moment)
        house.settle()
        return attached(house.loop.offload(lambda: make(state, name)), kind, room.chain.entities[KETEN]["name"], file)
