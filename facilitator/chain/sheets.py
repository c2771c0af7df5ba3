"""A page of the handbook on the room's screen, over the step and without losing it."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from facilitator.chain.command import ONLY_FACILITATOR, Body, Desk, Refused, Rule
from facilitator.chain.model import Chain, Event

Address = Annotated[str, Meta(min_length=1, max_length=100)]  # a shelf and a name, "rollen/uitvoerder"


class SheetShow(Body):
    page: Address
    part: Annotated[int, Meta(ge=0, le=200)] = 0


class SheetAway(Body):
    pass


def show(desk: Desk) -> None:
    """One part of a page; the event keeps its words, so that a later edit of the file changes nothing here."""
    page = desk.command.given["page"]
    if not page["screen"]:
        raise Refused("Deze pagina is alleen voor u. De zaal kan haar niet zien.")
    if desk.body.part >= len(page["parts"]):
        raise Refused("Deze pagina heeft dat deel niet (meer). Open de pagina opnieuw.")
    part = page["parts"][desk.body.part]
    sheet = {
        "page": page["id"],
        "title": page["title"],
        "source": page["source"],
        "part": desk.body.part,
        "parts": len(page["parts"]),
        "heading": part["title"],
        "prose": part["prose"],
    }
    meeting = desk.meeting
    if meeting.get("sheet") == sheet:
        raise Refused("Dit staat al op het scherm.")
    desk.emit("sheet.shown", {"id": meeting["id"], "sheet": sheet})


def away(desk: Desk) -> None:
    meeting = desk.meeting
    if not meeting.get("sheet"):
        raise Refused("Er staat geen pagina op het scherm.")
    desk.emit("sheet.taken", {"id": meeting["id"]})


def sheet_shown(chain: Chain, event: Event) -> None:
    chain.change(event.body["id"], sheet=event.body["sheet"])


def sheet_taken(chain: Chain, event: Event) -> None:
    chain.change(event.body["id"], sheet=None)


RULES = [
    Rule("sheet.show", SheetShow, ONLY_FACILITATOR, show, given="page"),
    Rule("sheet.away", SheetAway, ONLY_FACILITATOR, away),
]
EVENTS = {"sheet.shown": sheet_shown, "sheet.taken": sheet_taken}
