"""In a practice house that is held: the trainer's message, what trainees remark, and a projector that can fail."""

from __future__ import annotations

from typing import Any

from flask import Flask, abort, redirect, render_template, request

from facilitator.chain.baton import VISITOR
from facilitator.chain.command import SCREEN, TRAINEE, Seat
from facilitator.chain.text import clean
from facilitator.web.frames import message
from facilitator.web.house import House

LONGEST = 600  # characters of a remark
LOOKS, EVERY = 80, 0.25  # how often, and after how many seconds, the lamp is looked at before a window gets its answer
TOO_LONG = f"Dit is te lang. Maak het korter dan {LONGEST} tekens."
FULL = "Er staan al heel veel opmerkingen. Bewaar deze op papier."
EMPTY = "Typ eerst wat u wilt onthouden."
CROWDED = "Er staan al acht links open in deze zaal. Vraag de cursist die leidt om er een in te trekken, bij Stokje."


def add_to(app: Flask, house: House) -> None:
    """Hang these pages in the app; a house that nobody holds has none of it."""

    def held(ref: str) -> Any:
        """For who leads here or looks on."""
        if request.path.startswith("/regie/"):
            house.need_facilitator()
        elif house.seat(TRAINEE, ref) is None:
            abort(401)
        house.place(ref)
        return house.held or abort(404)

    @app.get("/regie/<ref>/trainer")
    @app.get("/meekijken/<ref>/trainer", endpoint="trainer_says_to_guest")
    def trainer_says(ref: str) -> Any:
        one = held(ref)
        return {"number": one.number, "text": one.notice}

    @app.post("/regie/<ref>/trainer")
    @app.post("/meekijken/<ref>/trainer", endpoint="tell_trainer_as_guest")
    def tell_trainer(ref: str) -> Any:
        one, text = held(ref), clean(request.form.get("remark", "")[:8000]).strip()
        if not text or len(text) > LONGEST:
            return {"ok": False, "code": "refused", "say": TOO_LONG if text else EMPTY}, 409
        if not one.remark(text):
            return {"ok": False, "code": "refused", "say": FULL}, 409
        return {"ok": True}

    @app.get("/regie/<ref>/kijk")
    def look_in(ref: str) -> Any:
        """The trainer looks on, as a trainee does: a control room that opened would throw out who leads there."""
        one = held(ref)
        room, meeting = house.place(ref)
        place, known = (room.id, meeting["id"]), house.trainees.ids((room.id, meeting["id"]))
        if meeting["state"] == "closed":
            return redirect(f"/regie/{ref}", 303)  # nobody leads any more
        if one.visitor not in known:
            made = house.trainees.invite(place)
            if made is None:
                return message("Het is hier vol", CROWDED), 409
            one.visitor = made[0]
            house.trainees.use(place, one.visitor)
            house.settle()
        to = redirect(f"/meekijken/{ref}", 303)
        return house.sign_in(to, room, Seat(TRAINEE, meeting["id"], one.visitor, VISITOR))

    def lamp(ref: str) -> Any:
        """What is played here, for a window of the screen."""
        if house.seat(SCREEN, ref) is None:
            abort(401)
        return house.played or abort(404)

    @app.get("/scherm/<ref>/lamp")
    def screen_lamp(ref: str) -> Any:
        """Whether the screen is dark; when `is` says that the window knows, only as soon as it is otherwise."""
        played = lamp(ref)
        for _ in range(LOOKS):
            dark = played.dark
            now = f"{played.number}{'d' if dark else 'l'}"
            if request.args.get("is") != now:
                break
            house.loop.pause(EVERY)
        return {"dark": dark, "is": now}

    @app.get("/scherm/<ref>/donker")
    def screen_dark(ref: str) -> Any:
        """What a window shows that was there when the lamp went out."""
        return render_template("screen-dark.html") if lamp(ref).dark else redirect(f"/scherm/{ref}", 303)
