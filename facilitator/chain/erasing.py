"""Erasing names: of everybody who was at a meeting, at once and for good (D8). What they wrote stays, without names."""

from __future__ import annotations

from facilitator.chain.command import ONLY_FACILITATOR, Body, Desk, Rule
from facilitator.chain.model import Chain, Event


class Erase(Body):
    pass


def erase(desk: Desk) -> None:
    """Also of people who left the table, of contact persons of roles assigned there, and of who told beforehand."""
    meeting = desk.meeting["id"]
    desk.emit("people.erased", {"id": meeting})
    desk.people += [(person["id"], None) for person in desk.chain.of_type("participant", meeting)]
    desk.people += [(role["id"], None) for role in desk.chain.of_type("role", meeting) if role["named"]]
    desk.people += [(told["id"], None) for told in desk.chain.of_type("foreword", meeting)]


def people_erased(chain: Chain, event: Event) -> None:
    """The names stand beside the book; this only says that they went."""
    chain.change(event.body["id"], erased_at=event.at)


RULES = [Rule("people.erase", Erase, ONLY_FACILITATOR, erase, late=True)]
EVENTS = {"people.erased": people_erased}
