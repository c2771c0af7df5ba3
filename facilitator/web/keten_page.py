"""The page of one keten, for the weeks between meetings: what comes first, the plan, what is open, who to call."""

from __future__ import annotations

from typing import Any

from flask import Flask, abort, redirect, render_template, request, url_for

from facilitator.chain import overview
from facilitator.chain.command import FACILITATOR, Seat
from facilitator.rooms import Room
from facilitator.web.house import House
from facilitator.web.keten_view import Shown


def chosen_way() -> str:
    """The order of the actions that the address asks for."""
    way = request.args.get("op", "")
    return way if way in overview.WAYS else overview.WAYS[0]


def found(house: House, chain: str) -> Room:
    """The room of a keten, for the facilitator only."""
    house.need_facilitator()
    room = house.rooms.get(chain)
    return abort(404) if room is None else room


def page(house: House, room: Room, typed: dict[str, str] | None = None, answer: dict[str, Any] | None = None) -> Any:
    """The whole page; after a refusal with what was typed and the sentence at its own place.

    `typed` names its `form`, and the `one` that it is about (an action or a milestone).
    """
    shown = Shown(house, room).everything(chosen_way())
    typed = typed or {}
    fault, field = (answer["say"], answer.get("field", "")) if answer else ("", "")
    lost = "one" in typed and typed["one"] not in {one["id"] for one in (*shown["open"], *shown["over"])}
    lost = lost and typed["one"] not in {row.id for row, _ in shown["plan"]["rows"]}
    body = render_template("keten.html", **shown, typed=typed, fault=fault, field=field, lost=lost)
    house.settle()
    return body, 409 if answer else 200


def done(house: House, room: Room, name: str, body: dict[str, Any], typed: dict[str, str], where: str) -> Any:
    """Do it, and back to `where` it stands on the page; what was refused comes back as it was typed."""
    answer = house.ask(room, name, body, Seat(FACILITATOR))
    return back(room, where) if answer["ok"] else page(house, room, typed, answer)


def back(room: Room, where: str) -> Any:
    """To a place on the page, in the same order of actions."""
    return redirect(f"{url_for('keten_page', chain=room.id, op=chosen_way())}#{where}", 303)


def add_to(app: Flask, house: House) -> None:
    """Hang this page in the app."""

    @app.get("/regie/ketens/<chain>")
    def keten_page(chain: str) -> Any:
        if not house.facilitator():
            return render_template("login.html"), 401
        return page(house, found(house, chain))
