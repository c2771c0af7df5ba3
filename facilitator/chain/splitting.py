"""Splitting a big action into subactions (R16): each with its own what, who, when and status, and never deeper.

A subaction is an action of its own that names its whole under `under`; it stands in the same step, is carried along
with it, and has its own history. In old books a split is a list of lines in `parts`; they stay as they were, until the
action is split anew.
"""

from __future__ import annotations

import re
from typing import Annotated

from msgspec import Meta

from facilitator.chain import history, owners
from facilitator.chain.actions import FIELDS, LONG, STATUSES, subactions
from facilitator.chain.carrying import LIVE, followed
from facilitator.chain.command import ONLY_FACILITATOR, Body, Desk, Id, Line, Refused, Rule
from facilitator.chain.meetings import Date
from facilitator.chain.model import Chain, Entity, Event

MOST = 20  # subactions of one action
DEEPER = (
    "Dit is al een subactie. Die kunt u niet nog eens opknippen. Zet het erbij als nieuwe subactie van de hele actie."
)
LEAST = 8  # characters of a piece, below which a line is no step of its own
ASPECTS = ("gone", *FIELDS, "owners", "obstacle", "help")  # what of a subaction must be as it was to take a split back
NUMBER = re.compile(r"^\s*(?:\d{1,2}[.)]|[-*\u2022\u2013])\s+")
BETWEEN = re.compile(r"\s*(?:;|\ben (?:daarna|dan|vervolgens)\b|\bdaarna\b|\bvervolgens\b)\s*", re.IGNORECASE)


class Part(Body):
    what: Annotated[str, Meta(max_length=2000)]
    who: Line = ""
    owners: owners.Owners = []
    when: Date = ""


class Split(Body):
    action: Id
    parts: Annotated[list[Line | Part], Meta(max_length=MOST)]


def split(desk: Desk) -> None:
    """The pieces come under the action, in the order in which they are typed; a bare line is a piece without a name."""
    action = followed(desk)
    if action.get("under"):
        raise Refused(DEEPER)
    asked = [Part(what=one) if isinstance(one, str) else one for one in desk.body.parts]
    asked = [one for one in asked if one.what.strip()]
    if not asked:
        raise Refused("Typ eerst in welke stukken de actie uiteenvalt.", field="parts")
    if len(subactions(desk.chain, action)) + len(asked) > MOST:
        raise Refused(f"Een actie heeft hoogstens {MOST} subacties. Maak er liever twee acties van.", field="parts")
    made = []
    for one in asked:
        body = {**owners.fields(desk, one.who, one.owners), "when": one.when, "status": STATUSES[0], "remarks": ""}
        body |= {"what": desk.told(one.what, LONG, "parts"), "block": action["block"], "sources": [], "trace": []}
        made.append(desk.new_id("a"))
        desk.emit("action.made", {"id": made[-1], "under": action["id"], **body})
    desk.emit("action.parted", {"id": action["id"], "made": made, "lines": action.get("parts") or [], "on": True})


def pieces(action: Entity) -> list[str]:
    """The steps that seem to be in what was typed, to offer a split; [] when it looks like one, or is split already."""
    if action.get("under") or action.get("subs") or action["status"] not in LIVE:
        return []
    if action.get("parts"):
        return list(action["parts"])
    found = []
    for line in action["what"].splitlines():
        found += BETWEEN.split(NUMBER.sub("", line))
    found = [one.strip(" .,:") for one in found]
    found = [one[0].upper() + one[1:] for one in found if len(one) >= LEAST]
    return found if 1 < len(found) <= MOST else []


def action_parted(chain: Chain, event: Event) -> None:
    """The pieces are there (`on`) or away again; lines of an old book make room for them, and come back."""
    body = event.body
    for identity in body["made"]:
        history.change(chain, event, identity, {"gone": not body["on"]})
        for aspect in ASPECTS:
            chain.mark(identity, aspect, event.seq)
    lines = {"parts": [] if body["on"] else body["lines"]} if body["lines"] else {}
    history.change(chain, event, body["id"], lines, made=body["made"])
    for aspect in ("parts", "gone"):
        chain.mark(body["id"], aspect, event.seq)


RULES = [Rule("action.split", Split, ONLY_FACILITATOR, split, late=True)]
EVENTS = {"action.parted": action_parted}
