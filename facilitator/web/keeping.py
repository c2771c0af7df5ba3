"""How long names are kept: the page of one meeting where that can be lengthened, and what the facilitator is told."""

from __future__ import annotations

from typing import Any

from flask import Flask, redirect, render_template, request

from facilitator.chain import retention
from facilitator.chain.command import FACILITATOR, Seat
from facilitator.chain.days import day_of
from facilitator.chain.model import Entity
from facilitator.report.source import day
from facilitator.rooms import Room
from facilitator.web.house import House

TERMS = {7: "7 dagen", 30: "30 dagen", 90: "90 dagen", 365: "1 jaar"}
USUAL = f"De namen blijven {TERMS[retention.USUAL]} na de bijeenkomst. Verlengen kan later."  # of what is made at once
NONE = "Kies een termijn."


def notices(house: House, room: Room) -> list[dict[str, Any]]:
    """What to tell the facilitator about the names of a keten."""
    return [{**one, "ref": f"{room.id}-{one['id']}"} for one in house.keeper.notices(room)]


def told(house: House, room: Room, meeting: Entity) -> dict[str, Any]:
    """How it stands with the names of one meeting."""
    chain, people, at = room.chain, room.people, house.rooms.clock()
    days = meeting.get("retention") or retention.USUAL
    return {
        "until": day(retention.until(meeting)),
        "term": TERMS.get(days, f"{days} dagen"),
        "kept": bool(retention.kept(chain, people, meeting["id"])),
        "state": meeting["state"],
        "erased": day(day_of(meeting["erased_at"]).isoformat()) if meeting.get("erased_at") else "",
        "longer": [
            {"days": one["days"], "term": TERMS[one["days"]], "until": day(one["until"])}
            for one in retention.longer(meeting, at)
        ],
    }


def add_to(app: Flask, house: House) -> None:
    """Hang this page in the app."""

    def page(ref: str, fault: str = "") -> Any:
        room, meeting = house.place(ref)
        chosen = request.form.get("days", "")[:5]
        about = {"ref": ref, "title": meeting["title"], "chain": room.id}
        body = render_template("keeping.html", about=about, told=told(house, room, meeting), fault=fault, chosen=chosen)
        house.settle()
        return body, 409 if fault else 200

    @app.get("/regie/<ref>/bewaren")
    def kept_until(ref: str) -> Any:
        if not house.facilitator():
            return render_template("login.html"), 401
        return page(ref)

    @app.post("/regie/<ref>/bewaren")
    def keep_longer(ref: str) -> Any:
        house.need_facilitator()
        room, meeting = house.place(ref)
        days = request.form.get("days", "")
        if days not in map(str, TERMS):
            return page(ref, NONE)
        answer = house.ask(room, "meeting.keep", {"days": int(days)}, Seat(FACILITATOR, meeting["id"]))
        return redirect(f"/regie/{ref}/bewaren", 303) if answer["ok"] else page(ref, answer["say"])
