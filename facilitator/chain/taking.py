"""Taking an action up: "ik pak dit op" from a phone. The book holds ids; names are joined when it is shown (D8)."""

from __future__ import annotations

from collections.abc import Iterable

from facilitator.chain.carrying import LIVE
from facilitator.chain.command import ONLY_FACILITATOR, ONLY_PARTICIPANT, Body, Desk, Id, Refused, Rule
from facilitator.chain.kind import Page
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


def wishes(chain: Chain, names: dict[str, dict[str, str]], action: str) -> list[str]:
    """Who takes an action up, each in words: the name while it is kept, and the organisation."""
    found = []
    for taker in takers(chain, action):
        person = chain.entities[taker["author"]]
        organisation = chain.get(person.get("organisation") or "") or {}
        found.append((names.get(person["id"], {}).get("name", ""), organisation.get("name", "")))
    return worded(found)


def told(chain: Chain, names: dict[str, dict[str, str]], action: str, audience: str) -> dict[str, list[str] | None]:
    """The same for another meeting; in the report once more, for a version that names nobody (report/source.py)."""
    found: dict[str, list[str] | None] = {"wishes": wishes(chain, names, action) or None}
    return found | ({"unnamed_wishes": wishes(chain, {}, action) or None} if audience == "report" else {})


def shown(page: Page, action: Entity) -> list[str]:
    """The same from what the gate shows: an action that was carried over says itself who wants to take it up."""
    here = [(one.get("by", ""), one.get("org", "")) for one in page.list("taker") if one["action"] == action["id"]]
    return worded(here) or action.get("wishes", [])


def worded(people: Iterable[tuple[str, str]]) -> list[str]:
    return list(dict.fromkeys(", ".join(part for part in one if part) or "iemand" for one in people))


def taker_came(chain: Chain, event: Event) -> None:
    chain.put({"type": "taker", "meeting": event.meeting, "step": event.step, "gone": False, **event.body})


def taker_turned(chain: Chain, event: Event) -> None:
    chain.change(event.body["id"], gone=event.body["gone"])


RULES = [
    Rule("action.take", Take, ONLY_PARTICIPANT, take),
    Rule("taker.release", Release, ONLY_FACILITATOR, release, late=True),
]
EVENTS = {"taker.came": taker_came, "taker.turned": taker_turned}
