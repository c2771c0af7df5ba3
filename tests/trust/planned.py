"""What the keten's page asks of the book, with something new every time: bodies for the rows of rights.py."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count, cycle
from typing import Any

from facilitator.rehearsal.client import Page
from tests.trust.hall import Meeting

TABLES = (f"Overleg {number}" for number in count(1))
DAYS = (f"2031-03-{day:02}" for day in cycle(range(1, 29)))


def shown(meeting: Meeting, page: Page) -> dict[str, Any]:
    """There are answers that are not on the screen yet."""
    meeting.regie.do("groundwork.keep", {"tables": next(TABLES)})
    return {}


ROWS: dict[str, Callable[[Meeting, Page], dict[str, Any]]] = {
    "groundwork.keep": lambda meeting, page: {"tables": next(TABLES)},
    "groundwork.show": shown,
    "plan.make": lambda meeting, page: {"start": next(DAYS), "rhythm": "tekst"},
    "plan.move": lambda meeting, page: {"milestone": "verkennend-gesprek", "day": next(DAYS)},
    "plan.skip": lambda meeting, page: {"milestone": "verkennend-gesprek"},
}
