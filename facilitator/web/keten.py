"""The page of one keten, for the weeks between meetings: what is open, who to call, what is next, who takes part."""

from __future__ import annotations

from datetime import date
from typing import Any

from flask import Flask, abort, redirect, render_template, request, url_for

from facilitator.chain import overview
from facilitator.chain.appointment import agreed
from facilitator.chain.carrying import STATUSES
from facilitator.chain.command import FACILITATOR, Seat
from facilitator.chain.kind import Audience
from facilitator.chain.model import KETEN, Entity
from facilitator.chain.text import clean, one_line
from facilitator.rooms import Room
from facilitator.web.house import House

SHORT = "kort-overleg"  # the meeting that is planned from here with one button
LAST_DONE = 8  # finished actions that the page shows
FOLLOWED = ("status", "when", "obstacle", "help")


def add_to(app: Flask, house: House) -> None:
    """Hang these pages in the app."""

    def found(chain: str) -> Room:
        house.need_facilitator()
        room = house.rooms.get(chain)
        return abort(404) if room is None else room

    def seen(room: Room, entity: Entity) -> dict[str, Any] | None:
        """As the gate shows it for the report of its own meeting."""
        audience = Audience("report", entity.get("meeting", ""))
        return house.rooms.gate.show(room.chain, room.people, entity["id"], audience)

    def views(room: Room, kind: str, meeting: str = "") -> list[dict[str, Any]]:
        shown = (seen(room, entity) for entity in room.chain.of_type(kind, meeting))
        return [view for view in shown if view is not None]

    def actions(room: Room) -> list[dict[str, Any]]:
        """All actions on the lists of this keten, each with the title of its meeting."""
        entities = room.chain.entities
        return [
            {**view, "meeting": entities[entities[view["id"]]["meeting"]]["title"]} for view in views(room, "action")
        ]

    def page(room: Room, typed: dict[str, str] | None = None, answer: dict[str, Any] | None = None) -> Any:
        """The whole page; after a refusal with what was typed and the sentence at its own action."""
        today = date.fromtimestamp(house.rooms.clock()).isoformat()
        meetings = list(room.chain.of_type("meeting"))
        listed, way = actions(room), request.args.get("op", "")
        way = way if way in overview.WAYS else overview.WAYS[0]
        waiting = overview.still_open(listed, today)
        people = {meeting["id"]: views(room, "participant", meeting["id"]) for meeting in meetings}
        organisations = {one["id"]: one for one in views(room, "organisation")}
        shown = {
            "chain": {**room.chain.entities[KETEN], "ref": room.id},
            "way": way,
            "today": today,
            "open": waiting,
            "groups": overview.grouped(waiting, way),
            "over": overview.over(listed, today)[:LAST_DONE],
            "sum": overview.done(listed),
            "callers": overview.to_call(waiting),
            "guests": overview.guests(meetings, people, organisations),
            "coming": sorted((one for one in meetings if one["state"] != "closed"), key=lambda one: one["date"] or "9"),
            "past": [one for one in reversed(meetings) if one["state"] == "closed"],
            "titles": {meeting["id"]: meeting["title"] for meeting in meetings},
            "names": {block["number"]: block["name"] for block in house.library.blocks},
            "agreed": agreed(room.chain, house.rooms.rulebook.kinds, today),
            "short": house.library.agendas.get(SHORT),
            "typed": typed or {},
            "lost": bool(typed) and typed["action"] not in {view["id"] for view in listed if overview.counts(view)},
            "fault": answer["say"] if answer else "",
            "field": answer.get("field", "") if answer else "",
            "statuses": STATUSES,
        }
        body = render_template("keten.html", **shown)
        house.settle()
        return body, 409 if answer else 200

    @app.get("/regie/ketens/<chain>")
    def keten_page(chain: str) -> Any:
        if not house.facilitator():
            return render_template("login.html"), 401
        return page(found(chain))

    def done(room: Room, action: str, form: str, name: str, body: dict[str, Any], typed: dict[str, str]) -> Any:
        """Do it, and back to where the action stands; what was refused comes back as it was typed."""
        bad = next((key for key in ("when", "day") if body.get(key) and not is_day(body[key])), "")
        if bad:
            answer = {"ok": False, "field": bad, "say": "Dit is geen datum. Kies een dag, of laat het veld leeg."}
        else:
            answer = house.ask(room, name, {"action": action, **body}, Seat(FACILITATOR))
        if not answer["ok"]:
            return page(room, {**typed, "action": action, "form": form}, answer)
        way = request.args.get("op", overview.WAYS[0])
        where = url_for("keten_page", chain=room.id, op=way if way in overview.WAYS else overview.WAYS[0])
        return redirect(f"{where}#{form}-{action}", 303)

    @app.post("/regie/ketens/<chain>/acties/<action>/stand")
    def follow(chain: str, action: str) -> Any:
        """Status, date, what is in the way and what helps, as they are now."""
        room = found(chain)
        typed = {key: clean(request.form[key]).strip() for key in FOLLOWED if key in request.form}
        return done(room, action, "actie", "action.follow", typed, typed)

    @app.post("/regie/ketens/<chain>/acties/<action>/gebeld")
    def called(chain: str, action: str) -> Any:
        """Somebody was called about it: which day, and what was agreed."""
        room = found(chain)
        typed = {"day": one_line(request.form.get("day", "")), "text": clean(request.form.get("text", "")).strip()}
        return done(room, action, "bel", "action.call", typed, typed)


def is_day(text: str) -> bool:
    """True for a day that exists, as 2026-11-24."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
