"""Erasing names: of everybody who was at a meeting, at once and for good (D8). What they wrote stays, without names."""

from __future__ import annotations

from facilitator.chain import retention
from facilitator.chain.command import ONLY_FACILITATOR, Body, Desk, Refused, Rule
from facilitator.chain.model import Chain, Event

EARLY = "De bewaartermijn van deze bijeenkomst is nog niet voorbij. Sluit de bijeenkomst af, of wis de namen zelf."


class Erase(Body):
    """`due`: because the days are over that names may be kept. Then contact persons of the keten stay."""

    due: bool = False


def erase(desk: Desk) -> None:
    """Also of people who left the table, of who told beforehand, and of contact persons of roles assigned there."""
    meeting, due = desk.meeting, desk.body.due
    if due and (meeting["state"] != "closed" or not retention.over(meeting, desk.command.at)):
        raise Refused(EARLY)
    desk.emit("people.erased", {"id": meeting["id"], **({"due": True} if due else {})})
    desk.people += [(one["id"], None) for kind in retention.THEIRS for one in desk.chain.of_type(kind, meeting["id"])]
    if not due:
        roles = desk.chain.of_type("role", meeting["id"])
        desk.people += [(role["id"], None) for role in roles if role["named"]]


def people_erased(chain: Chain, event: Event) -> None:
    """The names stand beside the book; this only says that they went, and whether that was of itself."""
    chain.change(event.body["id"], erased_at=event.at, erased_due=bool(event.body.get("due")))


RULES = [Rule("people.erase", Erase, ONLY_FACILITATOR, erase, late=True)]
EVENTS = {"people.erased": people_erased}
