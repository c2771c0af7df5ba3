"""The commands of the network map: say with whom you work, propose, judge, take a place, and keep how it stands."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from msgspec import Meta

from facilitator.chain import discreet
from facilitator.chain.command import EVERYBODY, ONLY_FACILITATOR, ONLY_PARTICIPANT, Body, Desk, Id, Line, Refused, Rule
from facilitator.chain.model import Chain, Entity, Event
from facilitator.chain.network.compare import snapshot
from facilitator.chain.network.guests import LONGEST, Register
from facilitator.chain.network.links import IDEAS, MARKS, NO, YES, network, pair_of
from facilitator.chain.network.table import COLUMNS, ROWS, free_spot
from facilitator.chain.people import plain, present

LONG = 120  # characters of what two organisations do together
MOST = 200  # organisations on one map
Spot = Annotated[int, Meta(ge=-1, lt=COLUMNS * ROWS)]


class Say(Body):
    """Of one's own organisation: with whom it works (yes), does not (no), or nothing any more ("")."""

    step: Id
    name: Line
    says: Literal[YES, NO, ""] = YES
    what: Line = ""
    organisation: str = ""


class Propose(Body):
    step: Id
    a: Id
    b: Id
    mark: Literal[(*IDEAS, "")]


class Mark(Body):
    step: Id
    a: Id
    b: Id
    mark: Literal[(*MARKS, "")]


class Same(Body):
    step: Id
    one: Id
    into: Id


class Apart(Body):
    step: Id
    one: Id
    into: Id


class Seat(Body):
    step: Id
    organisation: Id
    spot: Spot


class Leave(Body):
    step: Id
    organisation: Id
    on: bool = True


def say(desk: Desk) -> None:
    """One word of a person on a partner of the own organisation; the last one counts."""
    step = desk.step(desk.body.step)
    own, author = (desk.body.organisation, "") if desk.facilitator else from_seat(desk)
    organisation = desk.find(own, "organisation")
    name = " ".join(desk.told(desk.body.name, LONGEST, "name").split())
    if plain(name) == plain(organisation["name"]):
        raise Refused("Dat is uw eigen organisatie. Kies een andere.", field="name")
    what = " ".join(desk.body.what.split())
    if len(what) > LONG:
        raise Refused(f"Houd het korter dan {LONG} tekens. Nu zijn het er {len(what)}.", field="what")
    for field, text in (("name", name), ("what", what)):
        discreet.refuse([text], field)
    register = Register(desk.chain)
    if register.of_name(name).startswith("w") and len(network(desk.chain, step["meeting"]).guests) >= MOST:
        raise Refused(f"Er staan al {MOST} organisaties op de kaart. Kies er een uit de lijst.", field="name")
    same = {"author": author, "organisation": own}
    mine = (
        one
        for one in desk.chain.in_step(step["id"], "claim")
        if same.items() <= one.items() and plain(one["name"]) == plain(name)
    )
    identity = next((one["id"] for one in mine), "") or desk.new_id("k")
    told = {"id": identity, **same, "name": name, "says": desk.body.says, "what": what}
    desk.emit("network.said", told, step=step["id"])


def from_seat(desk: Desk) -> tuple[str, str]:
    """(organisation, person) of the seat; refused for who did not say where they are from."""
    person = desk.find(desk.seat.id, "participant")
    if not person.get("organisation"):
        raise Refused("Vul eerst bij “Over u” in bij welke organisatie u hoort.")
    return person["organisation"], person["id"]


def on_map(desk: Desk) -> tuple[str, str]:
    """The two guests that are meant, in order; refused when one is not on the map or both are the same."""
    drawn = network(desk.chain, desk.seat.meeting)
    here = {guest.id for guest in drawn.guests}
    pair = pair_of(drawn.register.of_id(desk.body.a), drawn.register.of_id(desk.body.b))
    if not here.issuperset(pair):
        raise Refused("Deze organisatie staat niet (meer) op de kaart.")
    if pair[0] == pair[1]:
        raise Refused("Kies twee verschillende organisaties.")
    return pair


def propose(desk: Desk) -> None:
    """How somebody at the table sees a link; one word per person and link."""
    step = desk.step(desk.body.step)
    a, b = on_map(desk)
    about = {"author": desk.seat.id, "a": a, "b": b}
    before = next((one for one in desk.chain.in_step(step["id"], "idea") if about.items() <= one.items()), None)
    identity = before["id"] if before else desk.new_id("d")
    desk.emit("network.proposed", {"id": identity, **about, "mark": desk.body.mark}, step=step["id"])


def mark(desk: Desk) -> None:
    """How the room judges a link; what nobody said can be drawn so as well."""
    step = desk.step(desk.body.step)
    a, b = on_map(desk)
    before = next((one for one in desk.chain.of_type("link") if (one["a"], one["b"]) == (a, b)), None)
    if (before["mark"] if before else "") != desk.body.mark:
        identity = before["id"] if before else desk.new_id("l")
        desk.emit("network.marked", {"id": identity, "a": a, "b": b, "mark": desk.body.mark}, step=step["id"])


def same(desk: Desk) -> None:
    """Two names are one organisation; what was said of the one is said of the other."""
    step = desk.step(desk.body.step)
    drawn = network(desk.chain, desk.seat.meeting)
    one, into = drawn.register.of_id(desk.body.one), drawn.register.of_id(desk.body.into)
    if not {guest.id for guest in drawn.guests}.issuperset((one, into)):
        raise Refused("Deze organisatie staat niet (meer) op de kaart.")
    if one == into:
        raise Refused("Dit is al één organisatie.")
    if into in drawn.register.named and one in drawn.register.listed:
        one, into = into, one  # the name in the list is the one that stays
    tie(desk, step, "network.joined", one, into)


def apart(desk: Desk) -> None:
    """These are two after all; they are not put side by side again."""
    step, pair = desk.step(desk.body.step), (desk.body.one, desk.body.into)
    known = network(desk.chain, desk.seat.meeting).register
    if not all(map(known.knows, pair)):
        raise Refused("Deze organisatie staat niet (meer) op de kaart.")
    if pair[0] == pair[1]:
        raise Refused("Kies twee verschillende organisaties.")
    tie(desk, step, "network.parted", *pair)


def tie(desk: Desk, step: Entity, name: str, one: str, means: str) -> None:
    """Say it of this pair, with what was said of it before: `gone` is False for one, True for two, None for nothing."""
    pair = {one, means}
    before = next((it for it in desk.chain.of_type("alias") if {it["one"], it["means"]} == pair), None)
    known = before or {"one": one, "means": means, "gone": None}
    was = {key: known[key] for key in ("one", "means", "gone")}
    body = {"id": before["id"] if before else desk.new_id("e"), "one": one, "means": means, "was": was}
    desk.emit(name, {**body, "step": step["id"]}, step=step["id"])


def retied(desk: Desk, body: dict[str, Any]) -> None:
    """Refused when what was said of this pair cannot be said again: something else made one of them meanwhile."""
    register = Register(desk.chain)
    if body["gone"] is False and register.of_id(body["one"]) == register.of_id(body["means"]):
        raise Refused("Dit is al één organisatie.")


def seat(desk: Desk) -> None:
    """A place on the table by hand, or back around it; when it is taken the nearest that is free."""
    desk.step(desk.body.step)
    organisation = desk.find(desk.body.organisation, "organisation")
    spot = None
    if desk.body.spot >= 0:
        others = (one for one in desk.chain.of_type("organisation") if one is not organisation)
        spot = free_spot([one["spot"] for one in others if one.get("spot") is not None], desk.body.spot)
        if spot is None:
            raise Refused("Er is geen plek meer midden op tafel. Zet eerst een andere organisatie terug.")
    if organisation.get("spot") != spot:
        desk.emit("network.seated", {"id": organisation["id"], "spot": spot})


def leave(desk: Desk) -> None:
    """An organisation goes from the keten, or comes back: it leaves the map, and everything else keeps its name."""
    step = desk.step(desk.body.step)
    organisation = desk.find(desk.body.organisation, "organisation")
    if desk.body.on:
        away(desk, step["meeting"], organisation["id"])
    left, was = step["meeting"] if desk.body.on else "", organisation.get("left", "")
    if was != left:
        body = {"id": organisation["id"], "left": left, "was": was, "step": step["id"]}
        desk.emit("network.left", body, step=step["id"])


def away(desk: Desk, meeting: str, organisation: str) -> None:
    """Refused while somebody of the organisation is at the table: it does take part."""
    register = Register(desk.chain)
    seated = {register.of_id(one.get("organisation", "")) for one in present(desk.chain, meeting)}
    if register.of_id(organisation) in seated:
        raise Refused("Van deze organisatie zit nu iemand aan tafel.")


def keep(desk: Desk) -> None:
    """With the close of a meeting: how the map stands, when there is one and it changed."""
    now = snapshot(network(desk.chain, desk.meeting["id"]))
    *_, last = [None, *desk.chain.of_type("snapshot")]
    if now["links"] and (last is None or last["map"] != now):
        desk.emit("network.kept", {"id": desk.new_id("v"), "map": now})


# events


def said(chain: Chain, event: Event) -> None:
    chain.put({"type": "claim", "meeting": event.meeting, "step": event.step, **event.body})


def proposed(chain: Chain, event: Event) -> None:
    chain.put({"type": "idea", "meeting": event.meeting, "step": event.step, **event.body})


def marked(chain: Chain, event: Event) -> None:
    chain.put({"type": "link", "meeting": event.meeting, **event.body})


TIED = {"network.joined": False, "network.parted": True}


def joined(chain: Chain, event: Event) -> None:
    """One, two, or (taken back) nothing said; an event from before this could be undone has no more than the pair."""
    body = event.body
    gone = TIED[event.name] if event.name in TIED else body["gone"]
    tied = {"id": body["id"], "one": body["one"], "means": body["means"], "gone": gone}
    chain.put({"type": "alias", "meeting": event.meeting, **tied})
    chain.mark(body["id"], "same", event.seq)


def seated(chain: Chain, event: Event) -> None:
    chain.change(event.body["id"], spot=event.body["spot"])


def gone(chain: Chain, event: Event) -> None:
    chain.change(event.body["id"], left=event.body["left"])
    chain.mark(event.body["id"], "left", event.seq)


def kept(chain: Chain, event: Event) -> None:
    chain.put({"type": "snapshot", "meeting": event.meeting, "at": event.at, **event.body})


COMMANDS = frozenset(
    f"network.{name}" for name in ("say", "propose", "mark", "same", "apart", "seat", "invite", "leave")
)
RULES = [
    Rule("network.say", Say, EVERYBODY, say, of_step=True),
    Rule("network.propose", Propose, ONLY_PARTICIPANT, propose, of_step=True),
    Rule("network.mark", Mark, ONLY_FACILITATOR, mark, of_step=True, late=True),
    Rule("network.same", Same, ONLY_FACILITATOR, same, of_step=True, late=True),
    Rule("network.apart", Apart, ONLY_FACILITATOR, apart, of_step=True, late=True),
    Rule("network.seat", Seat, ONLY_FACILITATOR, seat, of_step=True, late=True),
    Rule("network.leave", Leave, ONLY_FACILITATOR, leave, of_step=True, late=True),
]
EVENTS: dict[str, Any] = {
    "network.said": said,
    "network.proposed": proposed,
    "network.marked": marked,
    "network.joined": joined,
    "network.parted": joined,
    "network.retied": joined,
    "network.seated": seated,
    "network.left": gone,
    "network.kept": kept,
}
