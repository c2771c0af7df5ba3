"""Taking an action up: "ik pak dit op" from a phone. The book holds ids; names are joined when it is shown (D8)."""

from __future__ import annotations

from facilitator.chain.carrying import LIVE
from facilitator.chain.command import ONLY_FACILITATOR, ONLY_PARTICIPANT, Body, Desk, Id, Refused, Rule
from facilitator.chain.model import Chain, Entity, Event


class Take(Body):
    action: Id
    on: bool = True


class Release(Body):
    taker: Id


def take(desk: Desk) -> None:
    """Say that one takes an action of the list up, or let go of it again."""
    action = desk.find(desk.body.action, "action")
    if action.get("offered") or action["gone"]:
        raise Refused("Deze actie staat niet op de lijst.")
    if desk.body.on and action["status"] not in LIVE:
        raise Refused("Deze actie is al klaar of vervallen.")
    mine = next((one for one in takers(desk.chain, action["id"], gone=True) if one["author"] == desk.seat.id), None)
    if mine is None and desk.body.on:
        body = {"id": desk.new_id("h"), "action": action["id"], "author": desk.seat.id}
        desk.emit("taker.came", body, step=action["step"])
    elif mine is not None and mine["gone"] == desk.body.on:
        desk.emit("taker.turned", {"id": mine["id"], "gone": not desk.body.on}, step=action["step"])


def release(desk: Desk) -> None:
    """The facilitator takes somebody's name off an action."""
    one = desk.find(desk.body.taker, "taker")
    if not one["gone"]:
        desk.emit("taker.turned", {"id": one["id"], "gone": True}, step=one["step"])


def takers(chain: Chain, action: str, gone: bool = False) -> list[Entity]:
    """Who takes an action up, in the order in which they came."""
    step = chain.entities[action]["step"]
    return [one for one in chain.in_step(step, "taker") if one["action"] == action and (gone or not one["gone"])]


def taker_came(chain: Chain, event: Event) -> None:
    chain.put({"type": "taker", "meeting": event.meeting, "step": event.step, "gone": False, **event.body})


def taker_turned(chain: Chain, event: Event) -> None:
    chain.change(event.body["id"], gone=event.body["gone"])


RULES = [
    Rule("action.take", Take, ONLY_PARTICIPANT, take),
    Rule("taker.release", Release, ONLY_FACILITATOR, release, late=True),
]
EVENTS = {"taker.came": taker_came, "taker.turned": taker_turned}
