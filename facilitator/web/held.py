"""In a practice house of a training day: the trainer's message, and what trainees remark for afterwards."""

from __future__ import annotations

from typing import Any

from flask import Flask, abort, request

from facilitator.chain.command import TRAINEE
from facilitator.chain.text import clean
from facilitator.web.house import House

LONGEST = 600  # characters of a remark
TOO_LONG = f"Dit is te lang. Maak het korter dan {LONGEST} tekens."
FULL = "Er staan al heel veel opmerkingen. Bewaar deze op papier."
EMPTY = "Typ eerst wat u wilt onthouden."


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
