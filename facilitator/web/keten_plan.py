"""The plan and the groundwork on the keten's page: choosing, moving, leaving out, and making the next meeting."""

from __future__ import annotations

from typing import Any

from flask import Flask, abort, redirect, request

from facilitator.chain.command import FACILITATOR, Seat
from facilitator.chain.groundwork import QUESTIONS
from facilitator.chain.model import KETEN
from facilitator.chain.text import clean, one_line
from facilitator.web.house import House
from facilitator.web.keten_page import back, done, found, page
from facilitator.web.keten_view import Shown


def add_to(app: Flask, house: House) -> None:
    """Hang these forms in the app."""

    @app.post("/regie/ketens/<chain>/opzet")
    def keep_groundwork(chain: str) -> Any:
        """The answers of phase A."""
        room = found(house, chain)
        typed = {key: clean(request.form[key]).strip() for key in QUESTIONS if key in request.form}
        return done(house, room, "groundwork.keep", typed, {**typed, "form": "opzet"}, "opzet")

    @app.post("/regie/ketens/<chain>/plan")
    def make_plan(chain: str) -> Any:
        """When the start is, the rhythm of phase C, its short form, and how phase D meets."""
        room = found(house, chain)
        typed = {key: one_line(request.form.get(key, "")) for key in ("start", "rhythm", "short", "form")}
        body = {key: value for key, value in typed.items() if value} | {"short": typed["short"] == "ja"}
        body.setdefault("start", "")
        return done(house, room, "plan.make", body, {**typed, "form": "plan", "how": typed["form"]}, "plan")

    @app.post("/regie/ketens/<chain>/plan/<milestone>/datum")
    def move(chain: str, milestone: str) -> Any:
        """Another day for one meeting of the plan; an empty one is the proposed day again."""
        room, day = found(house, chain), one_line(request.form.get("day", ""))
        typed = {"day": day, "form": "datum", "one": milestone}
        return done(house, room, "plan.move", {"milestone": milestone, "day": day}, typed, f"plan-{milestone}")

    @app.post("/regie/ketens/<chain>/plan/<milestone>/overslaan")
    def skip(chain: str, milestone: str) -> Any:
        """Out of the plan, or into it again."""
        room, on = found(house, chain), request.form.get("on") != "nee"
        typed = {"form": "overslaan", "one": milestone}
        return done(house, room, "plan.skip", {"milestone": milestone, "on": on}, typed, f"plan-{milestone}")

    @app.post("/regie/ketens/<chain>/plan/<milestone>/maken")
    def make_meeting_of_plan(chain: str, milestone: str) -> Any:
        """The meeting itself, on its day in the plan; made once, however often the button is pressed."""
        room = found(house, chain)
        shown = Shown(house, room)
        row, title = next(((row, title) for row, title in shown.plan()["rows"] if row.id == milestone), (None, ""))
        if row is None:
            abort(404)
        if row.meeting:
            return redirect(f"/regie/{chain}-{row.meeting}", 303)
        day = "" if row.day < shown.today else row.day
        body = {"title": title, "template": row.template, "date": day, "place": room.chain.entities[KETEN]["place"]}
        answer = house.ask(room, "meeting.create", body, Seat(FACILITATOR))
        if not answer["ok"]:
            return page(house, room, {"form": "maken", "one": milestone}, answer)
        return redirect(f"/regie/{chain}-{answer['ids'][0]}", 303) if answer["ids"] else back(room, "plan")
