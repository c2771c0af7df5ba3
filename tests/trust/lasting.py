"""Goals, roles and instruments to do something with, fresh every time: bodies for the rows of rights.py."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count, cycle
from typing import Any

from facilitator.rehearsal.client import Page
from tests.trust.hall import FACILITATOR, Meeting

ROLES = cycle(("chain_director", "information_point"))
TOOLS = (f"Cursus {number}" for number in count(1))
OTHERS = (f"Stichting Nieuw {number}" for number in count(1))
SOON = count(2)


def own_goal(meeting: Meeting, page: Page) -> dict[str, Any]:
    return {"goal": meeting.goal(meeting.guest if page is not meeting.regie else None), "text": "Een scherper doel"}


def place(meeting: Meeting, page: Page) -> dict[str, Any]:
    """A place in the overview, for an organisation that does not hold it yet."""
    return {"step": meeting.steps["rollen"], "slot": "chain_director", "organisation": next(OTHERS)}


def role(meeting: Meeting) -> str:
    """A role that somebody has just taken (the organisation that came with it has an id as well)."""
    return meeting.regie.do("role.assign", place(meeting, meeting.regie))["ids"][-1]


def handed(meeting: Meeting, page: Page) -> dict[str, Any]:
    return {"version": "deelnemers", "until": (datetime.now(UTC) + timedelta(days=next(SOON))).date().isoformat()}


def handed_over(meeting: Meeting, page: Page) -> dict[str, Any]:
    """Something lies ready for who may take it back."""
    if page is meeting.regie:
        meeting.regie.do("handout.give", handed(meeting, page))
    return {}


def link(meeting: Meeting, page: Page) -> dict[str, Any]:
    """A link for somebody who has something to do (of the earlier meeting)."""
    return {"who": "Els", "hash": f"{next(SOON):064x}", "until": handed(meeting, page)["until"]}


def linked(meeting: Meeting, page: Page) -> dict[str, Any]:
    made = meeting.regie.do("wicket.give", link(meeting, page)) if page is meeting.regie else {"ids": ["w0"]}
    return {"wicket": made["ids"][0]}


def reported(meeting: Meeting, page: Page) -> dict[str, Any]:
    return {"action": "a0", "status": "bezig"}


def invited(meeting: Meeting, page: Page) -> dict[str, Any]:
    """A link for everybody who is expected; the room is not past its introductions."""
    meeting.regie.go_to(meeting.steps["kennismaking"])
    return {"hash": f"{next(SOON):064x}", "until": handed(meeting, page)["until"]}


def withdrawn(meeting: Meeting, page: Page) -> dict[str, Any]:
    if page is meeting.regie:
        meeting.regie.do("intake.give", invited(meeting, page))
    return {}


INTAKE: dict[str, tuple[tuple[str, ...], Callable[[Meeting, Page], dict[str, Any]], str]] = {
    "intake.give": ((FACILITATOR,), invited, ""),
    "intake.close": ((FACILITATOR,), withdrawn, ""),
    "intake.tell": ((), lambda m, p: {"proof": "0" * 64, "organisation": "Icare"}, ""),  # by a link only
    "intake.drop": ((FACILITATOR,), lambda m, p: {"foreword": "z0"}, "refused"),  # of one that nobody told
}
