"""What happens on a wall besides its notes, for the rows of rights.py; each can be done again and again."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import Any

from facilitator.rehearsal.client import Page
from tests.trust.hall import FACILITATOR, GUEST, Meeting

Body = dict[str, Any]
NUMBERS = count(1)


def at(meeting: Meeting, **more: Any) -> Body:
    return {"step": meeting.steps["briefjes"], **more}


def large(meeting: Meeting, page: Page) -> Body:
    return at(meeting, group=meeting.cluster())


def shown(meeting: Meeting, page: Page) -> Body:
    """A group on a wall that the room sees."""
    if not meeting.regie.look()[meeting.steps["briefjes"]].get("revealed"):
        meeting.regie.do("step.reveal", at(meeting, on=True))
    return large(meeting, page)


def asked(meeting: Meeting, page: Page) -> Body:
    """A group that the room is asked about, and a name that nobody said yet."""
    body = shown(meeting, page)
    meeting.regie.do("wall.ask", body)
    return {**body, "name": f"Naam {next(NUMBERS)}"}


ROWS: dict[str, tuple[frozenset[str], Callable[[Meeting, Page], Body]]] = {
    "wall.show": (frozenset({FACILITATOR}), large),
    "wall.ask": (frozenset({FACILITATOR}), shown),
    "wall.name": (frozenset({GUEST}), asked),
    "wall.take": (frozenset({FACILITATOR}), asked),
}
