"""The frames that the server paints before any script runs: the three screens, and a page with one message (D27)."""

from __future__ import annotations

from typing import Any

from flask import render_template

from facilitator.chain.command import Seat
from facilitator.chain.kind import Audience
from facilitator.chain.model import KETEN
from facilitator.rooms import Room
from facilitator.web.house import House

BEGIN = {"href": "/", "text": "Naar het begin"}


def message(heading: str, text: str, link: dict[str, str] | None = None) -> str:
    """A page that says what happened and what to do."""
    return render_template("message.html", heading=heading, text=text, link=link)


def frame(
    template: str, house: House, room: Room, seat: Seat, more: dict[str, Any] | None = None, **variables: Any
) -> str:
    """One of the three screens, with the current step painted and the data block to go on from."""
    start = house.start(room, seat, more)
    meeting = room.chain.entities[seat.meeting]
    current = room.chain.current(seat.meeting)
    step, number = None, 0
    if current is not None:
        audience = Audience("screen" if start["role"] == "screen" else "phone", seat.meeting)
        step = house.rooms.gate.show(room.chain, room.people, current["id"], audience)
        number = meeting["steps"].index(current["id"]) + 1 if current["id"] in meeting["steps"] else 0
    return render_template(
        template,
        start=start,
        meeting=meeting,
        chain=room.chain.entities[KETEN],
        step=step,
        nr=number,
        of=len(meeting["steps"]),
        kinds=start["kinds"],
        preload=house.files.modules(start["role"], start["kinds"]),
        **variables,
    )
