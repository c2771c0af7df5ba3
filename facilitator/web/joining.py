"""The door: the page with the code, taking a seat, the phone's page, and leaving."""

from __future__ import annotations

from typing import Any

from flask import Flask, abort, redirect, render_template, request

from facilitator.chain import retention
from facilitator.chain.command import PARTICIPANT, SCREEN, Seat
from facilitator.chain.people import present
from facilitator.chain.text import one_line
from facilitator.report.source import day
from facilitator.web.frames import BEGIN, frame, message
from facilitator.web.house import SEAT_COOKIES, House, caller

FIELDS = ("name", "organisation", "profession")
UNKNOWN = "Met deze code staat er nu geen deur open. Kijk op het scherm in de zaal en typ de acht cijfers nog eens."
SHUT = "U zit niet (meer) aan deze tafel, en de deur is nu dicht. Vraag de begeleider om hem te openen."
FLOOD = "Er komen nu te veel verkeerde codes binnen. Wacht een minuut, of scan de code op het scherm."


def add_to(app: Flask, house: House) -> None:
    """Hang these pages in the app."""

    def page(
        code: str, fault: str = "", field: str = "", status: int = 200, typed: dict[str, str] | None = None
    ) -> Any:
        """The join page; with a known code the meeting's name and the organisations that are already there."""
        room, meeting = (house.rooms.by_code(code) if field != "code" else None) or (None, None)
        typed = typed if any((typed or {}).values()) else {}
        names = {o["name"] for o in room.chain.of_type("organisation") if not o.get("gone")} if room else set()
        until = day(retention.until(meeting)) if meeting and not house.practice else ""
        shown = {"fault": fault, "field": field, "typed": typed, "until": until}
        return render_template("join.html", code=code, meeting=meeting, organisations=sorted(names), **shown), status

    def judge(code: str) -> tuple[Any, str, int]:
        """(room and meeting or None, sentence, status).

        Right codes are never counted and never refused, whatever a neighbour behind the same address typed: where
        guesses come from, everybody waits in one row, so that guessing is slow and a hall still gets in.
        """
        who, limits = caller(request), house.limits
        with limits.turn:
            if not limits.guessing(who) and not limits.flooded(who):
                return looked_up(code, who)
            wait = limits.row(who)
        if wait is None:
            return None, FLOOD, 429
        house.loop.pause(wait)
        with limits.turn:
            return looked_up(code, who)

    def looked_up(code: str, who: str) -> tuple[Any, str, int]:
        found = house.rooms.by_code(code)
        if found is not None:
            return found, "", 200
        flooded = house.limits.flooded(who)
        house.limits.wrong_code(who)
        return (None, FLOOD, 429) if flooded else (None, UNKNOWN, 404)

    @app.get("/")
    def landing() -> Any:
        return page("")

    @app.get("/<int(fixed_digits=8):number>")
    def with_code(number: int) -> Any:
        """To the table's own address, where a phone that has a seat shows its cookie (D16)."""
        code = f"{number:08}"
        found, say, status = judge(code)
        if found is None:
            return page(code, say, "code", status)
        return redirect(f"/tafel/{found[0].id}-{found[1]['id']}?code={code}", 303)

    @app.post("/meedoen")
    def join() -> Any:
        """Take a seat; with a code only (typed on the first page) go on to the question who it is."""
        typed = {key: one_line(request.form[key])[:300] for key in FIELDS if key in request.form}
        code = one_line(request.form.get("code", ""))[:40]
        found, say, status = judge(code)
        if found is None:
            return page(code, say, "code", status, typed)
        room, meeting = found
        ref = f"{room.id}-{meeting['id']}"
        if not typed:
            return redirect(f"/tafel/{ref}?code={house.rooms.code(room.id, meeting['id'])}", 303)
        answer = house.ask(room, "participant.join", typed, Seat(PARTICIPANT, meeting["id"]))
        if not answer["ok"]:
            return page(code, answer["say"], answer.get("field") or "name", 409, typed)
        seat = Seat(PARTICIPANT, meeting["id"], answer["ids"][-1])
        return house.sign_in(redirect(f"/tafel/{ref}", 303), room, seat)

    @app.get("/tafel/<ref>")
    def phone(ref: str) -> Any:
        found = house.seat(PARTICIPANT, ref)
        if found is None:
            return at_the_door(ref, one_line(request.args.get("code", ""))[:40])
        if request.args:
            return redirect(f"/tafel/{ref}", 303)
        room, seat = found
        return frame("phone.html", house, room, seat)

    def at_the_door(ref: str, code: str) -> Any:
        """Somebody without a seat: who is it, when the code is this meeting's; else what to do."""
        room, meeting = house.place(ref)
        if meeting["state"] != "open":
            return message("De deur is dicht", SHUT, BEGIN), 410
        if not code:
            return redirect("/", 303)
        found, say, status = judge(code)
        if found is None:
            return page(code, say, "code", status)
        return page(code) if found == (room, meeting) else redirect("/", 303)

    @app.post("/tafel/<ref>/ticket")
    @app.post("/scherm/<ref>/ticket", endpoint="screen_ticket")
    def ticket(ref: str) -> Any:
        found = house.seat(SCREEN if request.path.startswith("/scherm/") else PARTICIPANT, ref)
        if found is None:
            abort(401)
        return {"ticket": house.tickets.socket(found[0].id, found[1])}

    @app.get("/tafel/<ref>/naslag")
    def lookback(ref: str) -> Any:
        """The personas that this meeting has talked about, each once."""
        found = house.seat(PARTICIPANT, ref)
        if found is None:
            abort(401)
        room, seat = found
        begun = [step for step in room.chain.steps(seat.meeting) if step["started_at"] is not None]
        kinds = house.rooms.rulebook.kinds
        return {"personas": list({p["id"]: p for step in begun for p in kinds[step["kind"]].lookback(step)}.values())}

    @app.post("/tafel/<ref>/weg")
    def leave(ref: str) -> Any:
        """The seat and the name go; the page has emptied what it kept on the phone."""
        house.place(ref)
        found = house.seat(PARTICIPANT, ref)
        if found and house.ask(found[0], "participant.leave", {}, found[1]).get("code") == "retry":
            abort(503)
        say = "Uw naam is gewist en deze telefoon is de tafel vergeten. Wat u schreef, blijft er, zonder uw naam."
        body = message("U bent van tafel", say, ("/", "Opnieuw meedoen"))
        response = app.make_response(body)
        return house.bake(response, house.called(f"{SEAT_COOKIES[PARTICIPANT][0]}_{ref}"), "", f"/tafel/{ref}")

    @app.get("/scherm/<ref>")
    def screen(ref: str) -> Any:
        found = house.seat(SCREEN, ref)
        if found is None:
            say = "Open het scherm vanuit de regie, met de knop 'Open het scherm'. Dan weet Ketentafel dat u het bent."
            return message("Dit scherm hoort bij een begeleider", say), 401
        room, seat = found
        more = {"door": house.door(room, seat.meeting)}
        here = len(present(room.chain, seat.meeting))
        return frame("screen.html", house, room, seat, more, door=more["door"], here=here)
