"""A page of the handbook on the room's screen, over the step and without losing it; or as a step of its own."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec
from msgspec import Meta

from facilitator.chain.command import ONLY_FACILITATOR, Body, Desk, Refused, Rule
from facilitator.chain.model import Chain, Event
from facilitator.chain.steps import room_after

Address = Annotated[str, Meta(min_length=1, max_length=100)]  # a shelf and a name, "rollen/uitvoerder"


Part = Annotated[int, Meta(ge=0, le=200)]
SLIDE, MINUTES = "uitleg", 5  # the kind that shows prose, and how long such a step is planned
LINES, LETTERS = 12, 60  # what a slide holds: so many lines of so many letters


class SheetShow(Body):
    page: Address
    part: Part = 0


class SheetKeep(Body):
    page: Address
    part: Part = 0
    after: str = ""


class SheetAway(Body):
    pass


def asked(desk: Desk) -> tuple[dict[str, Any], dict[str, Any]]:
    """The page and the part that were asked for, when the room may see them."""
    page = desk.command.given["page"]
    if not page["screen"]:
        raise Refused("Deze pagina is alleen voor u. De zaal kan haar niet zien.")
    if desk.body.part >= len(page["parts"]):
        raise Refused("Deze pagina heeft dat deel niet (meer). Open de pagina opnieuw.")
    return page, page["parts"][desk.body.part]


def show(desk: Desk) -> None:
    """One part of a page; the event keeps its words, so that a later edit of the file changes nothing here."""
    page, part = asked(desk)
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


def keep(desk: Desk) -> None:
    """A step that shows this part, after another step: to come back to it, and to plan time for it."""
    page, part = asked(desk)
    if height(part["prose"]) > LINES:
        raise Refused("Dit deel is te lang voor een stap. Zet het op het scherm, of kies een korter deel.")
    after = room_after(desk, desk.body.after)
    step = {
        "kind": SLIDE,
        "title": f"{page['title']}: {part['title']}" if part["title"] else page["title"],
        "group": desk.chain.entities[after]["group"] if after else "",
        "minutes": MINUTES,
        "block": page["blocks"][0] if len(page["blocks"]) == 1 else 0,
        "settings": msgspec.to_builtins(desk.kinds[SLIDE].Settings()),
        "source": page["source"],
        "prompts": [],
        "slide": part["prose"],
        "coaching": {},
        "examples": [],
        "from": None,
    }
    identity = desk.new_id("s")
    desk.emit("step.added", {"id": identity, "after": after, "step": step}, step=identity)


def height(prose: list) -> int:
    """About how many lines a tree takes on a slide."""
    lines, letters = 0, 0
    for node in prose:
        if isinstance(node, str):
            letters += len(node)
        elif node[0] in ("strong", "em", "th", "td"):
            letters += sum(len(child) for child in node[1:] if isinstance(child, str))
        else:
            lines += height(node[1:])
    return lines + (letters + LETTERS - 1) // LETTERS


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
    Rule("sheet.keep", SheetKeep, ONLY_FACILITATOR, keep, given="page"),
    Rule("sheet.away", SheetAway, ONLY_FACILITATOR, away),
]
EVENTS = {"sheet.shown": sheet_shown, "sheet.taken": sheet_taken}
