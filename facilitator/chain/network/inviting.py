"""Somebody the keten cannot do without: on the list of organisations, on the checklist, and as an action to invite."""

from __future__ import annotations

from facilitator.chain import actions, carrying, checklist, partners
from facilitator.chain.command import ONLY_FACILITATOR, Body, Desk, Id, Refused, Rule
from facilitator.chain.model import Entity
from facilitator.chain.network.links import network
from facilitator.chain.people import organisation_named, plain


class Invite(Body):
    step: Id
    guest: Id


def invite(desk: Desk) -> None:
    """Of the wider ring to the table: one press makes the line of form 1 and the action."""
    step = desk.step(desk.body.step)
    drawn = network(desk.chain, step["meeting"])
    guest = next((one for one in drawn.guests if one.id == drawn.register.of_id(desk.body.guest)), None)
    if guest is None:
        raise Refused("Deze organisatie staat niet (meer) op de kaart.")
    if not guest.outside:
        raise Refused("Deze organisatie zit al aan tafel. Een uitnodiging is niet nodig.")
    line = listed(desk, guest.name)
    action = desk.chain.get((line or {}).get("action") or "", "action")
    if action and carrying.live(action):
        raise Refused("Deze uitnodiging staat al op de actielijst.")
    organisation_named(desk, guest.name)
    identity = line["id"] if line else desk.new_id("q")
    if line is None:
        body = {"id": identity, "sort": checklist.ORGANISATION, "name": guest.name, "stand": checklist.INVITE}
        desk.emit("partner.added", body, step=step["id"])
    elif line["stand"] != checklist.INVITE:
        body = {"id": identity, "stand": checklist.INVITE, "was": line["stand"]}
        desk.emit("partner.marked", body, step=line["step"])
    made = desk.new_id("a")
    fields = {key: actions.EMPTY[key] for key in ("who", "when", "status", "remarks", "block")}
    fields |= {"what": partners.ASKED.format(name=guest.name), "sources": [], "trace": []}
    desk.emit("action.made", {"id": made, **fields}, step=step["id"])
    desk.emit("partner.asked", {"id": identity, "action": made}, step=step["id"])


def listed(desk: Desk, name: str) -> Entity | None:
    """The line of the checklist for this organisation."""
    lines = (one for one in checklist.lasting(desk.chain) if one["sort"] == checklist.ORGANISATION)
    return next((one for one in lines if plain(checklist.name_of(one)) == plain(name)), None)


RULES = [Rule("network.invite", Invite, ONLY_FACILITATOR, invite, of_step=True, late=True)]
