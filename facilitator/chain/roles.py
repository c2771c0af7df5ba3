"""Roles: the six of a keten on four levels, who takes which, and what people offer from their phones.

Handreiking §3.2: two roles for the keten, one per casus (chosen for each carer, without a form), one per building
block, two per instrument. Roles are equal, an organisation may have several, and a role may be shared. A place without
anybody is a result too. A contact person's name stands beside the book (D8), keyed by the id of the role; it goes when
the role is taken away.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from msgspec import Meta

from facilitator.chain import carrying, history, instruments
from facilitator.chain.blocks import BLOCKS
from facilitator.chain.command import ONLY_FACILITATOR, ONLY_PARTICIPANT, Body, Desk, Id, Line, Refused, Rule
from facilitator.chain.model import Chain, Entity, Event
from facilitator.chain.people import organisation_named

LEVELS = {
    "chain_director": "keten",
    "information_point": "keten",
    "case_director": "casus",
    "quality_guardian": "bouwsteen",
    "developer": "instrument",
    "executor": "instrument",
}
PER_CARER = "case_director"  # chosen for each carer: without anybody it is no gap
LONG = 120  # characters of an organisation or a contact person
Slot = Annotated[str, Meta(min_length=1, max_length=80)]


class Assign(Body):
    step: Id
    slot: Slot
    organisation: Line
    contact: Line = ""


class Edit(Body):
    role: Id
    organisation: Line | None = None
    contact: Line | None = None


class One(Body):
    role: Id


class Offer(Body):
    step: Id
    slot: Slot
    how: Literal["already", "fits", "other", ""]
    other: Line = ""


# what there is


def slots(chain: Chain, step: Entity) -> list[dict[str, Any]]:
    """Every place in the overview, in its order: {id, role, block?, instrument?}."""
    found: list[dict[str, Any]] = [{"id": role, "role": role} for role in list(LEVELS)[:3]]
    blocks = [step["block"]] if step.get("block") else range(1, len(BLOCKS))
    found += [{"id": f"quality_guardian.{block}", "role": "quality_guardian", "block": block} for block in blocks]
    for one in instruments.listed(chain, step):
        for role in ("developer", "executor"):
            more = {"block": one["block"], "instrument": one["id"]}
            found.append({"id": f"{role}.{one['id']}", "role": role, **more})
    return found


def held(chain: Chain, step: Entity) -> list[Entity]:
    """Who holds a role in the overview of a step: what came back, then what was assigned in its own meeting."""
    back = (chain.get(identity, "role") for identity in step["state"].get("carried", ()))
    found = {one["id"]: one for one in (*back, *chain.of_type("role", step["meeting"])) if one}
    return [one for one in found.values() if not one["gone"]]


def opening(chain: Chain, step: Entity) -> list[str]:
    """The roles and instruments of other meetings with which a step begins: all that the keten has."""
    found = [*instruments.lasting(chain), *(one for one in chain.of_type("role") if not one["gone"])]
    return [one["id"] for one in found if one["meeting"] != step["meeting"]]


def offered(chain: Chain, step: str) -> list[Entity]:
    """What people said of roles and did not take back."""
    return [one for one in chain.in_step(step, "offer") if one["how"]]


# commands


def known(desk: Desk, step: Entity) -> str:
    if all(row["id"] != desk.body.slot for row in slots(desk.chain, step)):
        raise Refused("Deze rol staat niet (meer) in het overzicht.")
    return desk.body.slot


def reached(desk: Desk) -> Entity:
    """The role, when it is of the seat's own meeting or came back in it."""
    found = desk.chain.get(desk.body.role, "role")
    if found is None or found["gone"]:
        raise Refused("Deze rol is hier al weggehaald.")
    if found["id"] not in carrying.carried(desk.chain, desk.seat.meeting):
        desk.find(found["id"], "role")
    return found


def organisation_of(desk: Desk, slot: str, others: list[Entity]) -> str:
    """The id of the organisation with this name (new when it is new); it holds a role once."""
    identity = organisation_named(desk, desk.told(desk.body.organisation, LONG, "organisation"))
    if any(one["slot"] == slot and one["organisation"] == identity for one in others):
        raise Refused("Deze organisatie heeft deze rol al.", field="organisation")
    return identity


def contact_of(desk: Desk) -> str:
    name = " ".join((desk.body.contact or "").split())
    if len(name) > LONG:
        raise Refused(f"Houd de naam korter dan {LONG} tekens.", field="contact")
    return name


def assign(desk: Desk) -> None:
    """An organisation takes a role; a contact person's name goes beside the book."""
    step = desk.step(desk.body.step)
    slot, contact = known(desk, step), contact_of(desk)
    organisation = organisation_of(desk, slot, held(desk.chain, step))
    identity = desk.new_id("h")
    body = {"id": identity, "slot": slot, "organisation": organisation, "named": bool(contact)}
    desk.emit("role.assigned", body, step=step["id"])
    if contact:
        desk.people.append((identity, {"name": contact}))


def edit(desk: Desk) -> None:
    """Another organisation, or another contact person ("" takes the name away)."""
    role = reached(desk)
    fields: dict[str, Any] = {}
    if desk.body.organisation is not None:
        others = [one for one in desk.chain.of_type("role") if one["id"] != role["id"] and not one["gone"]]
        fields["organisation"] = organisation_of(desk, role["slot"], others)
    if desk.body.contact is not None:
        contact = contact_of(desk)
        fields["named"] = bool(contact)
        desk.people.append((role["id"], {"name": contact} if contact else None))
    if fields:
        desk.emit("role.edited", {"id": role["id"], "fields": fields}, step=role["step"])


def remove(desk: Desk) -> None:
    """The organisation no longer has the role, and the name of its contact person is erased."""
    role = reached(desk)
    desk.emit("role.removed", {"id": role["id"]}, step=role["step"])
    if role["named"]:
        desk.people.append((role["id"], None))


def offer(desk: Desk) -> None:
    """What somebody says of one role, in place of what that person said of it before; "" takes it back."""
    step = desk.step(desk.body.step)
    body = {"slot": known(desk, step), "how": desk.body.how, "other": " ".join(desk.body.other.split())}
    if body["how"] != "other":
        body["other"] = ""
    elif not body["other"]:
        raise Refused("Schrijf erbij welke organisatie u bedoelt.", field="other")
    elif len(body["other"]) > LONG:
        raise Refused(f"Houd het korter dan {LONG} tekens.", field="other")
    plain = body["slot"].replace(".", "").replace("_", "")
    body |= {"id": f"e{step['id']}{desk.seat.id}{plain}", "author": desk.seat.id}
    desk.emit("role.offered", body, step=step["id"])


# events


def role_assigned(chain: Chain, event: Event) -> None:
    fields = {"meeting": event.meeting, "step": event.step, "gone": False, "history": history.begun(event)}
    chain.put({"type": "role", **fields, **event.body})
    chain.mark(event.body["id"], "gone", event.seq)


def role_edited(chain: Chain, event: Event) -> None:
    history.change(chain, event, event.body["id"], event.body["fields"])


def role_gone(chain: Chain, event: Event) -> None:
    """What is put back has lost the name of its contact person."""
    gone = event.name == "role.removed"
    history.change(chain, event, event.body["id"], {"gone": gone, "named": False})
    chain.mark(event.body["id"], "gone", event.seq)


def role_offered(chain: Chain, event: Event) -> None:
    chain.put({"type": "offer", "meeting": event.meeting, "step": event.step, **event.body})


RULES = [
    Rule("role.assign", Assign, ONLY_FACILITATOR, assign, of_step=True, late=True),
    Rule("role.edit", Edit, ONLY_FACILITATOR, edit, late=True),
    Rule("role.remove", One, ONLY_FACILITATOR, remove, late=True),
    Rule("role.offer", Offer, ONLY_PARTICIPANT, offer, of_step=True),
]
EVENTS = {
    "role.assigned": role_assigned,
    "role.edited": role_edited,
    "role.removed": role_gone,
    "role.restored": role_gone,
    "role.offered": role_offered,
}
