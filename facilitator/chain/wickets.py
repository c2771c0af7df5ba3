"""A wicket: a small door for one contact person, by link and without an account, to that person's own actions.

The book holds no secret and no name of its own: only a hash of the link, and whose actions they are. The page behind it
shows nothing of anybody else; what is told there goes into the history of the action, with where it came from.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from facilitator.chain import history, owners
from facilitator.chain.actions import STATUSES, shut
from facilitator.chain.carrying import Words, counts, live, short
from facilitator.chain.command import CONTACT, ONLY_FACILITATOR, Body, Desk, Id, Line, Refused, Rule
from facilitator.chain.days import day_of, read
from facilitator.chain.meetings import Date
from facilitator.chain.model import Chain, Entity, Event
from facilitator.chain.people import plain

USUAL, LONGEST = 60, 366  # days, our own proposal
Hash = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}\Z")]
TOLD = ("status", "obstacle", "help")
OLD = "Deze link werkt niet meer. Vraag de begeleider om een nieuwe."


class Give(Body):
    hash: Hash
    until: Date
    owner: str = ""
    who: Line = ""


class Shut(Body):
    wicket: Id


class Tell(Body):
    action: Id
    status: str
    obstacle: Words = ""
    help: Words = ""


class Shape(msgspec.Struct):
    """What a book from another laptop may hold (shapes.py)."""

    hash: Hash
    until: Date
    owner: str
    who: Line
    made: float
    gone: bool


# whose


def mine(wicket: Entity, action: Entity) -> bool:
    """True for an action of this person: chosen as its owner, or with exactly this name typed behind it."""
    if wicket["owner"]:
        return wicket["owner"] in (action.get("owners") or ())
    return plain(action.get("who") or "") == plain(wicket["who"]) != ""


def theirs(chain: Chain, wicket: Entity) -> list[Entity]:
    """Their actions: what is still to be done, the earliest date first, and what was closed since the link was made."""
    listed = [one for one in chain.of_type("action") if counts(one) and mine(wicket, one)]
    recent = [one for one in listed if not live(one) and (one.get("closed") or {}).get("at", 0) >= wicket["made"]]
    waiting = [one for one in listed if live(one)]
    return [*sorted(waiting, key=lambda one: (not one.get("when"), one.get("when") or "")), *recent]


def standing(chain: Chain, wicket: Entity | None, at: float) -> bool:
    """True while the link works: not shut, not over its last day, and its person is still there."""
    if wicket is None or wicket["gone"] or day_of(at).isoformat() > wicket["until"]:
        return False
    return not wicket["owner"] or not (chain.get(wicket["owner"]) or {"gone": True}).get("gone")


def behind(chain: Chain, token_hash: str) -> Entity | None:
    """The wicket of this link, whether or not it still works."""
    return next((one for one in chain.of_type("wicket") if one["hash"] == token_hash), None)


def people(chain: Chain) -> list[tuple[str, str]]:
    """(owner's id, typed name) of everybody who has something to do, each once, in the order of their actions."""
    found: dict[tuple[str, str], tuple[str, str]] = {}
    for action in chain.of_type("action"):
        if live(action):
            for identity in action.get("owners") or ():
                if not (chain.get(identity) or {"gone": True}).get("gone"):
                    found.setdefault((identity, ""), (identity, ""))
            if plain(action.get("who") or ""):
                found.setdefault(("", plain(action["who"])), ("", action["who"]))
    return list(found.values())


def of(chain: Chain, owner: str, who: str) -> Iterator[Entity]:
    """The links of this person that were not shut."""
    for one in chain.of_type("wicket"):
        if not one["gone"] and one["owner"] == owner and plain(one["who"]) == plain(who):
            yield one


def called(chain: Chain, names: dict[str, dict[str, str]], wicket: Entity) -> str:
    """Whose it is, in words."""
    return owners.named(chain, names, wicket["owner"], True) if wicket["owner"] else wicket["who"]


# the rules


def give(desk: Desk) -> None:
    """A link for somebody who has something to do; one at a time, so an older one stops."""
    body, owner = desk.body, desk.body.owner
    who = "" if owner else " ".join(body.who.split())
    if (owner, plain(who)) not in {(one, plain(name)) for one, name in people(desk.chain)}:
        raise Refused("Deze persoon heeft nu geen openstaande actie.", field="who")
    until, today = read(body.until), day_of(desk.command.at)
    if until is None or until < today:
        raise Refused("Kies een laatste dag, vanaf vandaag.", field="until")
    if until > today + timedelta(days=LONGEST):
        raise Refused("Dat is langer dan een jaar. Kies een dag die eerder komt.", field="until")
    for old in of(desk.chain, owner, who):
        desk.emit("wicket.closed", {"id": old["id"]}, meeting="")
    fields = {"owner": owner, "who": who, "hash": body.hash, "until": body.until}
    desk.emit("wicket.given", {"id": desk.new_id("w"), **fields}, meeting="")


def close(desk: Desk) -> None:
    wicket = desk.chain.get(desk.body.wicket, "wicket")
    if wicket is None or wicket["gone"]:
        raise Refused("Deze link werkte al niet meer.")
    desk.emit("wicket.closed", {"id": wicket["id"]}, meeting="")


def tell(desk: Desk) -> None:
    """How an action of one's own stands now; it counts at once, and the history says where it came from."""
    wicket = desk.chain.get(desk.seat.id, "wicket")
    if wicket is None or not standing(desk.chain, wicket, desk.command.at):
        raise Refused(OLD, "weg")
    action = desk.chain.get(desk.body.action, "action")
    if action is None or action["id"] not in {one["id"] for one in theirs(desk.chain, wicket)}:
        raise Refused("Deze actie staat niet meer op uw lijst. Laad de pagina opnieuw.", "forbidden")
    if desk.body.status not in STATUSES:
        raise Refused("Kies een status uit de lijst.", field="status")
    fields: dict[str, Any] = {key: getattr(desk.body, key) for key in TOLD}
    fields |= {key: short(fields[key], key) for key in ("obstacle", "help")}
    fields = {key: value for key, value in fields.items() if (action.get(key) or "") != value}
    if fields:
        was = {key: action.get(key) or "" for key in fields}
        desk.emit("action.reported", {"id": action["id"], "wicket": wicket["id"], "fields": fields, "was": was})


def wicket_given(chain: Chain, event: Event) -> None:
    chain.put({"type": "wicket", "gone": False, "made": event.at, **event.body})


def wicket_closed(chain: Chain, event: Event) -> None:
    chain.change(event.body["id"], gone=True)


def action_reported(chain: Chain, event: Event) -> None:
    fields = {key: value for key, value in event.body["fields"].items() if key in TOLD}
    history.change(chain, event, event.body["id"], fields)
    shut(chain, event, event.body["id"], fields)
    for key in fields:
        chain.mark(event.body["id"], key, event.seq)


RULES = [
    Rule("wicket.give", Give, ONLY_FACILITATOR, give, late=True),
    Rule("wicket.close", Shut, ONLY_FACILITATOR, close, late=True),
    Rule("wicket.tell", Tell, frozenset({CONTACT}), tell, late=True),
]
EVENTS = {"wicket.given": wicket_given, "wicket.closed": wicket_closed, "action.reported": action_reported}
