"""Partners: who could be at the table of the keten, with what becomes of each; they last.

A partner is a line of the checklist (checklist.py) of which something was said, or a line of one's own: at the table,
to invite, or not needed. What a phone proposes is its writer's and the facilitator's until it is adopted.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from msgspec import Meta

from facilitator.chain import actions, behalf, carrying, checklist, listing, ties
from facilitator.chain.checklist import FORM, INVITE, SORTS, STANDS
from facilitator.chain.command import (
    EVERYBODY,
    ONLY_FACILITATOR,
    ONLY_PARTICIPANT,
    Body,
    Desk,
    Id,
    Line,
    Paragraph,
    Refused,
    Rule,
)
from facilitator.chain.model import Chain, Entity, Event
from facilitator.chain.notes import MOST_LINES
from facilitator.chain.people import plain

LONG = 120  # characters of a name
ASKED = "Uitnodigen voor de keten: {name}"  # the action of a line that is to be invited
Sort = Literal[SORTS]
Stand = Literal[("", *STANDS)]


class Mark(Body):
    """`row` is the key of a line of the form, or the id of a partner."""

    step: Id
    row: Id
    stand: Stand


class Add(Body):
    step: Id
    sort: Sort
    name: Line
    stand: Stand = ""


class Propose(Body):
    step: Id
    sort: Sort
    name: Line


class Many(Body):
    step: Id
    sort: Sort
    lines: Annotated[list[Paragraph], Meta(min_length=1, max_length=MOST_LINES)]
    organisation: str = ""


class Edit(Body):
    partner: Id
    name: Line


class Adopt(Body):
    partner: Id
    on: bool = True


class One(Body):
    partner: Id


class Invite(Body):
    step: Id
    row: Id


# commands


def reached(desk: Desk, identity: str) -> Entity:
    """The partner, when it is of the seat's own meeting or came back in it."""
    found = desk.chain.get(identity, "partner")
    if found is None or found["gone"]:
        raise Refused("Deze regel staat niet meer in de lijst.")
    if not desk.facilitator or identity not in carrying.carried(desk.chain, desk.seat.meeting):
        desk.find(identity, "partner")
    return found


def own(desk: Desk) -> Entity:
    """The line, when the seat may change it: its writer until it is adopted, and the facilitator; not of the form."""
    found = reached(desk, desk.body.partner)
    if not desk.facilitator and found.get("author") != desk.seat.id:
        raise Refused("Dit voorstel is van iemand anders.", "forbidden")
    if not desk.facilitator and found["adopted"]:
        raise Refused("Dit staat nu in de lijst van de keten. Vraag de begeleider om het aan te passen.")
    if found["key"]:
        raise Refused("Deze regel hoort bij het formulier. Zet hem op “niet nodig” als u hem niet gebruikt.")
    return found


def named(desk: Desk, sort: str, name: str, but: str = "") -> str:
    """A name on one line; refused when the list has such a line already."""
    name = " ".join(desk.told(name, LONG, "name").split())
    others = [one["name"] for one in checklist.lasting(desk.chain) if one["sort"] == sort and one["id"] != but]
    if any(plain(other) == plain(name) for other in (*FORM[sort].values(), *others)):
        raise Refused("Dit staat al in de lijst.", field="name")
    return name


def partner_of(desk: Desk, step: Entity, row: dict[str, Any]) -> str:
    """The id of the row's partner; a line of the form becomes one now."""
    if "partner" in row:
        return row["partner"]
    identity = desk.new_id("q")
    desk.emit("partner.added", {"id": identity, "sort": row["sort"], "key": row["id"]}, step=step["id"])
    return identity


def place(desk: Desk, step: Entity, row: dict[str, Any], stand: str) -> str:
    """The row gets this stand; the id of its partner."""
    identity = partner_of(desk, step, row)
    if row["stand"] != stand:
        made_in = desk.chain.entities[identity]["step"] if identity in desk.chain.entities else step["id"]
        desk.emit("partner.marked", {"id": identity, "stand": stand, "was": row["stand"]}, step=made_in)
    return identity


def mark(desk: Desk) -> None:
    step = desk.step(desk.body.step)
    row = checklist.line_of(desk, step)
    if row["stand"] != desk.body.stand:
        place(desk, step, row, desk.body.stand)


def invite(desk: Desk) -> None:
    """To be invited, and that is an action; who knows somebody there does it, when that is one organisation."""
    step = desk.step(desk.body.step)
    row = checklist.line_of(desk, step)
    before = desk.chain.get(row.get("partner", ""), "partner")
    action = desk.chain.get((before or {}).get("action") or "", "action")
    if action and carrying.live(action):
        raise Refused("Deze uitnodiging staat al op de actielijst.")
    identity = place(desk, step, row, INVITE)
    made = desk.new_id("a")
    fields = {key: actions.EMPTY[key] for key in ("when", "status", "remarks", "block")}
    fields |= {"what": ASKED.format(name=row["name"]), "who": ties.knower(desk, step, row["id"])}
    desk.emit("action.made", {"id": made, **fields, "sources": [], "trace": []}, step=step["id"])
    desk.emit("partner.asked", {"id": identity, "action": made}, step=step["id"])


def add(desk: Desk) -> None:
    """A line of one's own."""
    step, identity = desk.step(desk.body.step), desk.new_id("q")
    body = {"id": identity, "sort": desk.body.sort, "name": named(desk, desk.body.sort, desk.body.name)}
    desk.emit("partner.added", {**body, "stand": desk.body.stand}, step=step["id"])


def propose(desk: Desk) -> None:
    step = desk.step(desk.body.step)
    body = {"id": desk.new_id("q"), "sort": desk.body.sort, "name": named(desk, desk.body.sort, desk.body.name)}
    desk.emit("partner.added", {**body, "adopted": False, "author": desk.seat.id}, step=step["id"])


def many(desk: Desk) -> None:
    """Proposals of people without a phone: one per line, all or none."""
    step = desk.step(desk.body.step)
    more = {"sort": desk.body.sort, "adopted": False, "on_behalf": True, **behalf.organisation(desk)}
    for line in behalf.lines(desk, LONG, "elke naam"):
        name = " ".join(line.split())
        desk.emit("partner.added", {"id": desk.new_id("q"), "name": name, **more}, step=step["id"])


def edit(desk: Desk) -> None:
    found = own(desk)
    name = named(desk, found["sort"], desk.body.name, found["id"])
    if found["name"] != name:
        desk.emit("partner.edited", {"id": found["id"], "fields": {"name": name}}, step=found["step"])


def adopt(desk: Desk) -> None:
    """Onto the list of the keten, or a proposal again."""
    found = own(desk)
    if desk.body.on and not found["adopted"]:
        named(desk, found["sort"], found["name"], found["id"])
    if found["adopted"] != desk.body.on:
        desk.emit("partner.adopted", {"id": found["id"], "on": desk.body.on}, step=found["step"])


def remove(desk: Desk) -> None:
    found = own(desk)
    desk.emit("partner.removed", {"id": found["id"]}, step=found["step"])


# events


def partner_added(chain: Chain, event: Event) -> None:
    fields = {"meeting": event.meeting, "step": event.step, "gone": False, "adopted": True}
    fields |= {"key": "", "name": "", "stand": "", "action": ""}
    chain.put({"type": "partner", **fields, **event.body})
    chain.mark(event.body["id"], "gone", event.seq)


def partner_marked(chain: Chain, event: Event) -> None:
    chain.change(event.body["id"], stand=event.body["stand"])
    chain.mark(event.body["id"], "stand", event.seq)


def partner_asked(chain: Chain, event: Event) -> None:
    chain.change(event.body["id"], action=event.body["action"])


RULES = [
    Rule("partner.mark", Mark, ONLY_FACILITATOR, mark, of_step=True, late=True),
    Rule("partner.invite", Invite, ONLY_FACILITATOR, invite, of_step=True, late=True),
    Rule("partner.add", Add, ONLY_FACILITATOR, add, of_step=True, late=True),
    Rule("partner.propose", Propose, ONLY_PARTICIPANT, propose, of_step=True),
    Rule("partner.many", Many, ONLY_FACILITATOR, many, of_step=True, late=True),
    Rule("partner.edit", Edit, EVERYBODY, edit, late=True),
    Rule("partner.adopt", Adopt, ONLY_FACILITATOR, adopt, late=True),
    Rule("partner.remove", One, EVERYBODY, remove, late=True),
]
EVENTS = {
    "partner.added": partner_added,
    "partner.marked": partner_marked,
    "partner.asked": partner_asked,
    "partner.edited": listing.edited,
    "partner.adopted": listing.adopted,
    "partner.removed": listing.gone,
    "partner.restored": listing.gone,
}
