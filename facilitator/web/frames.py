"""The frames that the server paints before any script runs: the three screens, and a page with one message (D27)."""

from __future__ import annotations

from typing import Any

from flask import render_template

from facilitator.chain.command import Seat
from facilitator.chain.kind import Audience
from facilitator.chain.model import KETEN
from facilitator.rooms import Room
from facilitator.web.house import House

BEGIN = ("/", "Naar het begin")


def message(title: str, say: str, link: tuple[str, str] = ("", ""), text: str = "") -> str:
    """A page that says what happened and what to do, with a link (address, words) when there is somewhere to go.

    `text` is what somebody typed and gets back, line by line, to copy.
    """
    return render_template("message.html", title=title, say=say, link=link[0], label=link[1], text=text)


def frame(
    template: str, house: House, room: Room, seat: Seat, more: dict[str, Any] | None = None, **variables: Any
) -> str:
    """One of the three screens, with the current step painted and the data block to go on from."""
    start = house.start(room, seat, more)
    current = room.chain.current(seat.meeting)
    step = None
    if current is not None:
        audience = Audience("screen" if start["role"] == "screen" else "phone", seat.meeting)
        step = house.rooms.gate.show(room.chain, room.people, current["id"], audience)
    shown = render_template(
        template,
        start=start,
        keten=room.chain.entities[KETEN],
        meeting=room.chain.entities[seat.meeting],
        step=step,
        steps=room.chain.steps(seat.meeting),
        **variables,
    )
    house.settle()
    return shown
