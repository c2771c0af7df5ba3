"""The trainee's way in: the facilitator makes a link, a colleague opens it, gives a first name and looks on."""

from __future__ import annotations

from typing import Any

import segno
from flask import Flask, abort, redirect, render_template, request

from facilitator.chain import baton
from facilitator.chain.command import TRAINEE, Seat
from facilitator.chain.text import one_line
from facilitator.web.control import personas
from facilitator.web.frames import frame, message
from facilitator.web.house import House, caller

LONGEST = 30  # characters of a first name
ENDED = "Deze link werkt niet meer"
WITHDRAWN = "Misschien is hij ingetrokken, of is de bijeenkomst afgesloten. Vraag de begeleider om een nieuwe link."
USED = "Iemand opende hem al. Elke link is voor één persoon. Vraag de begeleider om een nieuwe link."
NOT_IN = "Misschien opende iemand hem al, is hij ingetrokken of is de bijeenkomst afgesloten. Vraag een nieuwe link."
TOO_LONG = f"Houd de naam korter dan {LONGEST} tekens."
NO_NAME = "Vul uw voornaam in. Dan weet de begeleider wie er meekijkt."
FULL = "Er staan al acht links open. Trek er eerst een in."


def add_to(app: Flask, house: House) -> None:
    """Hang these pages in the app."""

    # the facilitator's side: answers are JSON, for the control room and for the practice hall

    @app.post("/regie/<ref>/stokje")
    def invite_trainee(ref: str) -> Any:
        """A link for one trainee. It stands in this answer only: what is kept is a hash of it."""
        house.need_facilitator()
        room, meeting = house.place(ref)
        place = (room.id, meeting["id"])
        if meeting["state"] == "closed":
            return refused("De bijeenkomst is afgesloten. Zet eerst de deur weer open.")
        if "by" in request.form:
            by = one_line(request.form["by"])
            if len(by) > LONGEST:
                return refused(TOO_LONG, "by")
            house.trainees.call(place, by)
        made = house.trainees.invite(place)
        if made is None:
            return refused(FULL)
        house.settle()
        house.pulse(room, meeting["id"])
        link = f"{house.addresses.phones}/stokje/{made[1]}"
        code = segno.make(link, error="m", micro=False).svg_data_uri(scale=4, border=2, dark="#1d2733")
        return {"ok": True, "trainee": made[0], "link": link, "code": code}

    @app.post("/regie/<ref>/stokje/<trainee>/weg")
    def withdraw_trainee(ref: str, trainee: str) -> Any:
        house.need_facilitator()
        room, meeting = house.place(ref)
        if not house.trainees.withdraw((room.id, meeting["id"]), trainee):
            return refused("Deze link is er niet meer.")
        return {"ok": True}

    def refused(say: str, field: str = "") -> Any:
        return {"ok": False, "code": "refused", "say": say, "field": field}, 409

    # the trainee's side

    def standing(token: str) -> tuple[tuple[tuple[str, str], str] | None, Any]:
        """(place, trainee) of a link that nobody used, or None and the answer that says why it does not work.

        Whoever used it goes on to the page that it led to: only there their browser shows who they are.
        """
        found = house.trainees.behind(token[:200])
        if found is None and not house.limits.strays(caller(request)):
            abort(429)
        if found is None or house.trainees.over(found[0]):
            return None, (message(ENDED, WITHDRAWN), 410)
        place, trainee, used = found
        if not used:
            return (place, trainee), None
        if request.method == "GET":
            return None, redirect(f"/meekijken/{'-'.join(place)}", 303)
        return None, (message(ENDED, USED), 410)

    def form(token: str, place: tuple[str, str], typed: str = "", fault: str = "") -> Any:
        meeting = house.place("-".join(place))[1]
        shown = {"meeting": meeting, "by": house.trainees.by(place), "typed": typed, "fault": fault}
        return render_template("baton.html", token=token, longest=LONGEST, **shown), 409 if fault else 200

    @app.get("/stokje/<token>")
    def baton_link(token: str) -> Any:
        found, no = standing(token)
        return no if found is None else form(token, found[0])

    @app.post("/stokje/<token>")
    def come_in(token: str) -> Any:
        """Whoever gives a name here takes the seat; the link works for nobody else."""
        name = one_line(request.form.get("name", ""))  # reading gives way to others: first read, then look
        found, no = standing(token)
        if found is None:
            return no
        if not name or len(name) > LONGEST:
            return form(token, found[0], name[:200], TOO_LONG if name else NO_NAME)
        room, meeting = house.place("-".join(found[0]))
        house.trainees.use(*found)
        house.settle()
        to = redirect(f"/meekijken/{room.id}-{meeting['id']}", 303)
        return house.sign_in(to, room, Seat(TRAINEE, meeting["id"], found[1], name))

    @app.get("/meekijken/<ref>")
    def look_on(ref: str) -> Any:
        found = house.seat(TRAINEE, ref)
        if found is None:
            return message(ENDED, NOT_IN), 401
        room, seat = found
        more = {"shelf": [], "personas": personas(house), "trainee": seat.name, "desk": "/meekijken/"}
        more["may"] = sorted(name for name, rule in house.rooms.rulebook.rules.items() if baton.may(TRAINEE, rule))
        return frame("control.html", house, room, seat, more, trainee=True)

    @app.post("/meekijken/<ref>/ticket")
    def trainee_ticket(ref: str) -> Any:
        found = house.seat(TRAINEE, ref)
        if found is None:
            abort(401)
        room, seat = found
        return {"ticket": house.tickets.socket(room.id, seat)}
