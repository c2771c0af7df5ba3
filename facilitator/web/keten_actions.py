"""What is done about an action on the keten's page: how it stands, who does it, that somebody was called about it."""

from __future__ import annotations

from typing import Any

from flask import Flask, request

from facilitator.chain import days
from facilitator.chain.text import clean, one_line
from facilitator.rooms import Room
from facilitator.web.house import House
from facilitator.web.keten_page import done, found, page

FOLLOWED = ("status", "when", "obstacle", "help")
PAST = "Deze dag is al voorbij. Klopt dat? Klik dan nog eens op Bewaar. Anders kiest u een andere dag."
NO_DAY = {"ok": False, "say": "Dit is geen datum. Kies een dag, of laat het veld leeg."}


def add_to(app: Flask, house: House) -> None:
    """Hang these forms in the app."""

    def kept(room: Room, action: str, form: str, name: str, typed: dict[str, Any]) -> Any:
        """Do it, and back to where the action stands."""
        told = {**typed, "one": action, "form": form}
        bad = next((key for key in ("when", "day") if typed.get(key) and not days.read(typed[key])), "")
        if bad:
            return page(house, room, told, {**NO_DAY, "field": bad})
        where = "bel" if form == "bel" else "actie"
        return done(house, room, name, {"action": action, **typed}, told, f"{where}-{action}")

    @app.post("/regie/ketens/<chain>/acties/<action>/stand")
    def follow(chain: str, action: str) -> Any:
        """Status, date, what is in the way and what helps, as they are now."""
        room = found(house, chain)
        typed = {key: clean(request.form[key]).strip() for key in FOLLOWED if key in request.form}
        if asks(room, action, typed.get("when", "")):
            told = {**typed, "one": action, "form": "actie", "sure": typed["when"]}
            return page(house, room, told, {"ok": False, "say": PAST, "field": "when"})
        return kept(room, action, "actie", "action.follow", typed)

    def asks(room: Room, action: str, day: str) -> bool:
        """True for a new date that is over already, until somebody says once more that it is meant."""
        known = room.chain.get(action, "action") or {}
        today = days.day_of(house.rooms.clock())
        return day != known.get("when") and day != request.form.get("sure") and days.past(day, today)

    @app.post("/regie/ketens/<chain>/acties/<action>/overdragen")
    def hand_over(chain: str, action: str) -> Any:
        """Who does it from now on: who stays of those who were chosen, one more from the list, and what is typed."""
        room = found(house, chain)
        more = [one_line(request.form.get("more", ""))[:60]]
        owners = [one_line(one)[:60] for one in request.form.getlist("owners")[:12]]
        chosen = list(dict.fromkeys(one for one in (*owners, *more) if one))
        return kept(
            room, action, "wie", "action.follow", {"owners": chosen, "who": one_line(request.form.get("who", ""))}
        )

    @app.post("/regie/ketens/<chain>/acties/<action>/gebeld")
    def called(chain: str, action: str) -> Any:
        """Somebody was called about it: which day, and what was agreed."""
        room = found(house, chain)
        typed = {"day": one_line(request.form.get("day", "")), "text": clean(request.form.get("text", "")).strip()}
        if "owner" in request.form:
            typed["owner"] = one_line(request.form["owner"])[:60]
        return kept(room, action, "bel", "action.call", typed)
