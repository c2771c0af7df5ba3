"""Undo: every act that can hurt has an inverse, made from ids and places in its event, never from text."""

from __future__ import annotations

from typing import Any

from facilitator.chain.command import ONLY_FACILITATOR, Body, Desk, Refused, Rule
from facilitator.chain.model import Chain, Deed, Event

SWAPPED = {"places": "was", "was": "places"}
TURNED = {
    "notes.hidden": "notes.shown",
    "notes.shown": "notes.hidden",
    "cluster.made": "cluster.dissolved",
    "cluster.dissolved": "cluster.restored",
    "cluster.restored": "cluster.dissolved",
    "action.removed": "action.restored",
    "action.restored": "action.removed",
    "step.removed": "step.restored",
    "step.restored": "step.removed",
}
LABELS = {
    "notes.hidden": "verbergen",
    "notes.shown": "weer tonen",
    "notes.placed": "verplaatsen",
    "notes.blocked": "bouwsteen kiezen",
    "cluster.made": "groepje maken",
    "cluster.dissolved": "groepje opheffen",
    "action.removed": "actie weghalen",
    "action.ranked": "actie op een plek zetten",
    "step.removed": "stap weghalen",
    "step.moved": "stap verplaatsen",
}


class Undo(Body):
    seq: int


def inverse(name: str, body: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """The event that takes `name` with `body` back."""
    match name:
        case "notes.placed":
            return name, {**body, "places": body["was"], "was": body["places"]}
        case "notes.blocked":
            return name, {"blocks": body["was"], "was": body["blocks"]}
        case "action.ranked":
            return name, {"ranks": body["was"], "was": body["ranks"]}
        case "step.moved":
            return name, {"id": body["id"], "after": body["was"], "was": body["after"]}
    kept = {SWAPPED.get(key, key): value for key, value in body.items() if key != "name"}
    return TURNED[name], kept


def aspects(name: str, body: dict[str, Any]) -> list[tuple[str, str]]:
    """What an act decided: (entity, aspect) pairs that must still be so when it is undone."""
    found = [(identity, "place") for identity in body.get("places", ())]
    found += [(identity, "hidden") for identity in body.get("ids", ())]
    found += [(identity, "block") for identity in body.get("blocks", ())]
    for start, aspect in (("cluster.", "gone"), ("action.re", "gone"), ("step.re", "gone")):
        if name.startswith(start):
            found.append((body["id"], aspect))
    found += [(identity, "rank") for identity in body.get("ranks", ())]
    if name == "step.moved":
        found.append((body["id"], "place"))
    return found


def undo(desk: Desk) -> None:
    deed = desk.chain.deeds.get(desk.body.seq)
    if deed is None or deed.meeting != desk.seat.meeting:
        raise Refused("Dit kan niet ongedaan worden gemaakt.")
    if deed.undone:
        raise Refused("Dit is al ongedaan gemaakt.")
    if any(desk.chain.aspects.get(place) != deed.seq for place in deed.places):
        raise Refused("Hier is daarna al iets aan veranderd. Maak eerst dat ongedaan.")
    name, body = inverse(deed.name, deed.body)
    step = desk.chain.get(body.get("id", ""))
    in_step = step["step"] if step and step["type"] != "step" and step.get("step") else ""
    for identity, _ in deed.places:
        in_step = in_step or desk.chain.entities[identity].get("step", "")
    desk.emit(name, {**body, "undoes": deed.seq}, step=in_step)


def remember(chain: Chain, event: Event) -> None:
    """Keep the act when it can be undone, and tick off the one that it undoes."""
    name = event.name
    if name not in TURNED and name not in LABELS:
        return
    body = {key: value for key, value in event.body.items() if key not in ("undoes", "label")}
    undoes = event.body.get("undoes", 0)
    label = event.body.get("label") or LABELS.get(name, "ongedaan maken")
    if undoes:
        chain.deeds[undoes].undone = True
        label = chain.deeds[undoes].label
    chain.deeds[event.seq] = Deed(event.seq, name, body, event.meeting, label, aspects(name, body), False, undoes)
    if event.meeting in chain.entities:
        chain.touched.add(event.meeting)


def last_deed(chain: Chain, meeting: str) -> dict[str, Any] | None:
    """What the undo button of the control room would take back."""
    for deed in reversed(chain.deeds.values()):
        if deed.meeting == meeting and not deed.undone and not deed.undoes:
            return {"seq": deed.seq, "label": deed.label}
    return None


RULES = [Rule("undo", Undo, ONLY_FACILITATOR, undo, late=True)]
