"""The reference shelf to read: as pages for facilitator and trainer (to print), as data for control room and phones."""

from __future__ import annotations

from typing import Any

from flask import Flask, abort, render_template, request

from facilitator.chain.command import PARTICIPANT, TRAINEE
from facilitator.content.search import LONGEST
from facilitator.content.shelf import DESK, PHONE, TITLES, Shelf
from facilitator.web.house import House

MOST_BLOCKS = 7


def add_to(app: Flask, house: House) -> None:
    """Hang these pages in the app."""

    def shelf() -> Shelf:
        """As it is now: a facilitator's own work may have come onto it."""
        return house.library.shelf

    def asked(name: str) -> str:
        return " ".join(request.args.get(name, "")[: 2 * LONGEST].split())

    def told(reader: str) -> Any:
        """What the query asks for: ?zoek= hits, ?pagina= a page, ?bouwsteen= the pilots' cards, else the titles."""
        if "pagina" in request.args:
            page = shelf().page(asked("pagina"), reader)
            if page is None:
                abort(404)
            return {"page": {**page, "shelf": TITLES[page["shelf"]]}}
        if "bouwsteen" in request.args:
            number = asked("bouwsteen")
            cards = shelf().cards(int(number)) if number.isdecimal() and int(number) <= MOST_BLOCKS else []
            return {"cards": cards}
        question = asked("zoek")
        return {"hits": shelf().search(question, reader)} if question else {"shelves": shelf().contents(reader)}

    @app.get("/regie/naslag.json")
    def desk_data() -> Any:
        house.need_facilitator()
        return told(DESK)

    @app.get("/meekijken/<ref>/naslag.json")
    def trainee_data(ref: str) -> Any:
        if house.seat(TRAINEE, ref) is None:
            abort(401)
        return told(DESK)

    @app.get("/tafel/<ref>/naslag.json")
    def phone_data(ref: str) -> Any:
        if house.seat(PARTICIPANT, ref) is None:
            abort(401)
        return told(PHONE)

    def shown(pages: list[Any], **more: Any) -> Any:
        return render_template("handbook.html", pages=pages, titles=TITLES, **more)

    @app.get("/regie/naslag")
    def handbook() -> Any:
        """Every title by shelf; with ?zoek= what answers."""
        if not house.facilitator():
            return render_template("login.html"), 401
        question = asked("zoek")
        hits = shelf().search(question, DESK) if question else []
        return shown([], shelves=shelf().contents(DESK), question=question, hits=hits)

    @app.get("/regie/naslag/<name>")
    def whole_shelf(name: str) -> Any:
        """All pages of a shelf under each other, to read or to print."""
        house.need_facilitator()
        pages = [page for page in shelf().pages.values() if page["shelf"] == name]
        if not pages:
            abort(404)
        return shown(pages, shelf=name)

    @app.get("/regie/naslag/<name>/<page>")
    def one_page(name: str, page: str) -> Any:
        house.need_facilitator()
        found = shelf().page(f"{name}/{page}", DESK)
        if found is None:
            abort(404)
        return shown([found], shelf=name, one=True)
