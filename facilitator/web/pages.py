"""All pages together: health, files, and a Dutch answer to everything that goes wrong."""

from __future__ import annotations

import gzip
import logging
from typing import Any

from flask import Flask, Response, abort, request
from werkzeug.exceptions import HTTPException

from facilitator import VERSION
from facilitator.settings import ROOT
from facilitator.store.ledger import Entry
from facilitator.web import (
    arrivals,
    baton,
    chart,
    control,
    decks,
    handbook,
    intake,
    joining,
    keeping,
    keten,
    looks,
    luggage,
    mirror,
    own,
    papers,
    pictures,
    practice,
    replay,
    reports,
    trainers,
    wickets,
)
from facilitator.web.files import Files
from facilitator.web.frames import BEGIN, message
from facilitator.web.house import House

log = logging.getLogger("ketentafel.web")
SAYINGS = {
    400: (
        "Dit is niet te lezen",
        "De pagina stuurde iets wat Ketentafel niet begrijpt. Ga terug en probeer het nog eens.",
    ),
    401: ("Dit is voor de begeleider", "Open de link die bij het starten van Ketentafel op de laptop verscheen."),
    403: ("Dit mag hier niet", "Deze vraag komt van een andere pagina. Open de tafel opnieuw met de code."),
    404: (
        "Deze pagina is er niet",
        "Misschien is het adres niet helemaal goed overgenomen. Ga naar het begin en typ de code.",
    ),
    405: ("Dat kan hier niet", "Ga terug naar het begin en typ de code."),
    413: ("Dit is te veel in een keer", "Maak het korter en probeer het nog eens."),
    503: (
        "Even geduld",
        "Er kan nu niets opgeslagen worden. Wat al opgeslagen was, is er nog. Probeer het over een minuut nog eens.",
    ),
    429: ("Even wachten", "Er komt nu te veel tegelijk binnen. Wacht een minuut en probeer het dan weer."),
}
BROKEN = (
    "Er ging iets mis bij ons",
    "Wat al opgeslagen was, is er nog. Laad de pagina opnieuw; gebeurt het weer, start dan Ketentafel opnieuw.",
)
PACKED = ("text/html", "application/json", "image/svg+xml")
WORTH_PACKING = 1000  # bytes


def files() -> Files:
    """The folders that browsers may read from."""
    return Files(ROOT / "static", ROOT / "exercises" / "kinds")


def add_to(app: Flask, house: House) -> None:
    """Hang every page in the app."""
    desk = (control, handbook, keten, reports, papers, decks, luggage, mirror, arrivals, own, looks, chart, practice)
    for pages in (joining, pictures, wickets, replay, intake, keeping, trainers, baton, *desk):
        pages.add_to(app, house)

    @app.get("/healthz")
    def health() -> Any:
        """Asked by way of the writer, the only one who may touch the ledger (D13)."""
        well = house.written(Entry("")) and not house.rooms.writer.trouble
        database = house.rooms.ledger.version_note()
        return {"ok": well, "version": VERSION, "ledger_writable": well, "database": database}, 200 if well else 503

    @app.get("/static/<path:path>")
    @app.get("/kinds/<path:path>", endpoint="kind_file")
    def file(path: str) -> Any:
        found = house.files.get(request.path)
        if found is None:
            abort(404)
        # private: only this browser keeps it, so that nobody has to be told that the zipped bytes vary
        headers = {"ETag": f'"{found.tag}"', "Cache-Control": "private, no-cache"}
        if request.headers.get("If-None-Match") == f'"{found.tag}"':
            return Response(status=304, headers=headers)
        packed = found.packed is not None and "gzip" in request.headers.get("Accept-Encoding", "")
        if packed:
            headers["Content-Encoding"] = "gzip"
        return Response(found.packed if packed else found.body, content_type=found.type, headers=headers)

    @app.after_request
    def pack(response: Response) -> Response:
        """The server beneath zips nothing, and a hall's Wi-Fi is slow (D18)."""
        wanted = response.mimetype in PACKED and "gzip" in request.headers.get("Accept-Encoding", "")
        if wanted and (response.content_length or 0) > WORTH_PACKING and "Content-Encoding" not in response.headers:
            response.set_data(gzip.compress(response.get_data(), 6))
            response.headers["Content-Encoding"] = "gzip"
            response.headers.add("Vary", "Accept-Encoding")
        return response

    @app.get("/favicon.ico")
    def icon() -> Any:
        return Response(status=204)

    @app.errorhandler(HTTPException)
    def said(fault: HTTPException) -> Any:
        title, say = SAYINGS.get(fault.code or 500, BROKEN)
        return message(title, say, BEGIN), fault.code or 500

    @app.errorhandler(Exception)
    def broken(fault: Exception) -> Any:
        log.error("a page failed: %s %s", request.method, request.url_rule, exc_info=fault)
        return message(*BROKEN, BEGIN), 500
