"""The report for participants: given by the facilitator, for their own phones, until a day; and taken back.

Only what the room saw, and never contact data: whoever fetches it keeps it.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Literal

import msgspec

from facilitator.chain.command import ONLY_FACILITATOR, Body, Desk, Refused, Rule
from facilitator.chain.days import AHEAD, day_of, read
from facilitator.chain.meetings import Date
from facilitator.chain.model import Chain, Entity, Event

VERSIONS = ("kort", "deelnemers")
USUAL, LONGEST = 30, 366  # days, our own proposal
DAY = 24 * 3600
NO_VERSION = (
    "In de volledige versie staan ook verborgen briefjes en contactgegevens. Geef de versie kort of deelnemers."
)


class Give(Body):
    version: str
    until: Date
    names: bool = False


class TakeBack(Body):
    pass


class Shape(msgspec.Struct):
    """What a book from another laptop may hold (shapes.py)."""

    meeting: str
    version: Literal[VERSIONS]
    until: Date
    names: bool
    gone: bool


def handout_of(meeting: str) -> str:
    """The id of what a meeting gives its participants; there is one."""
    return f"h{meeting}"


def given(chain: Chain, meeting: str) -> Entity | None:
    """What lies ready for the participants of a meeting, also when its last day has passed; None after taking back."""
    found = chain.get(handout_of(meeting), "handout")
    return found if found and not found["gone"] else None


def ends(handout: Entity) -> float:
    """The moment (seconds) at which its last day is over, in the Netherlands; a day that does not exist is over."""
    last = read(handout["until"])
    return datetime(last.year, last.month, last.day, tzinfo=UTC).timestamp() + DAY - AHEAD if last else 0.0


def is_open(handout: Entity | None, at: float) -> bool:
    """True on every day up to and including the last one."""
    return handout is not None and at < ends(handout)


def give(desk: Desk) -> None:
    """The newest one stands in the place of the one before."""
    meeting, body = desk.meeting["id"], desk.body
    if body.version not in VERSIONS:
        raise Refused(NO_VERSION, field="version")
    until, today = read(body.until), day_of(desk.command.at)
    if until is None:
        raise Refused("Kies een dag tot wanneer deelnemers het verslag kunnen ophalen.", field="until")
    if until < today:
        raise Refused("Deze dag is al geweest. Kies een dag vanaf vandaag.", field="until")
    if until > today + timedelta(days=LONGEST):
        raise Refused("Dat is langer dan een jaar. Kies een dag die eerder komt.", field="until")
    fields = {"version": body.version, "until": body.until, "names": body.names}
    desk.emit("handout.given", {"id": handout_of(meeting), **fields})


def take_back(desk: Desk) -> None:
    if given(desk.chain, desk.meeting["id"]) is None:
        raise Refused("Er ligt geen verslag klaar voor deelnemers.")
    desk.emit("handout.taken", {"id": handout_of(desk.meeting["id"])})


def handout_given(chain: Chain, event: Event) -> None:
    chain.put({"type": "handout", "meeting": event.meeting, "gone": False, **event.body})


def handout_taken(chain: Chain, event: Event) -> None:
    chain.change(event.body["id"], gone=True)


RULES = [
    Rule("handout.give", Give, ONLY_FACILITATOR, give, late=True),
    Rule("handout.take", TakeBack, ONLY_FACILITATOR, take_back, late=True),
]
EVENTS = {"handout.given": handout_given, "handout.taken": handout_taken}
