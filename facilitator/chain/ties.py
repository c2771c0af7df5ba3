"""Ties: what somebody at the table says of a line of the checklist: that is us, or I know somebody there."""

from __future__ import annotations

from typing import Literal

from facilitator.chain import checklist
from facilitator.chain.command import ONLY_PARTICIPANT, Body, Desk, Id, Line, Refused, Rule
from facilitator.chain.model import Chain, Entity, Event

LONG = 120  # characters of which organisation is meant
US, KNOW = "us", "know"


class Tell(Body):
    step: Id
    row: Id
    how: Literal["us", "know", ""]
    text: Line = ""


def told(chain: Chain, step: str) -> list[Entity]:
    """What people said of the lines of a step and did not take back."""
    return [one for one in chain.in_step(step, "tie") if one["how"]]


def knower(desk: Desk, step: Entity, row: str) -> str:
    """The one organisation that knows somebody there, or ""."""
    said = (one["author"] for one in told(desk.chain, step["id"]) if one["row"] == row and one["how"] == KNOW)
    organisations = {desk.chain.entities[person].get("organisation") or "" for person in said}
    one = desk.chain.get(organisations.pop(), "organisation") if len(organisations) == 1 else None
    return one["name"] if one else ""


def tell(desk: Desk) -> None:
    """What somebody says of a line, in place of what that person said of it before; "" takes it back."""
    step = desk.step(desk.body.step)
    row, text = checklist.line_of(desk, step), " ".join(desk.body.text.split()) if desk.body.how else ""
    if len(text) > LONG:
        raise Refused(f"Houd het korter dan {LONG} tekens. Nu zijn het er {len(text)}.", field="text")
    identity = f"y{step['id']}{desk.seat.id}{row['id']}"
    body = {"id": identity, "row": row["id"], "how": desk.body.how, "text": text, "author": desk.seat.id}
    desk.emit("tie.told", body, step=step["id"])


def tie_told(chain: Chain, event: Event) -> None:
    chain.put({"type": "tie", "meeting": event.meeting, "step": event.step, **event.body})


RULES = [Rule("tie.tell", Tell, ONLY_PARTICIPANT, tell, of_step=True)]
EVENTS = {"tie.told": tie_told}
