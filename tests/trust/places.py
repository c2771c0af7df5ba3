"""Where organisations come, for the rows of rights.py (with those of cases.py); each can be done again and again."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count, cycle
from typing import Any

from facilitator.rehearsal.client import Page
from tests.trust import cases
from tests.trust.hall import FACILITATOR, GUEST, Meeting

Body = dict[str, Any]
NUMBERS = count(1)
GROUPS = cycle(("young", "older", "migration", "working"))


def at(meeting: Meeting, **more: Any) -> Body:
    return {"step": meeting.steps["vindplaatsen"], **more}


def added(meeting: Meeting, page: Page) -> Body:
    """A place that was just added, to take away."""
    body = at(meeting, group="young", name=f"Plek {next(NUMBERS)}")
    return at(meeting, slot=meeting.regie.do("place.add", body)["ids"][0])


BOTH = frozenset({FACILITATOR, GUEST})
ROWS: dict[str, tuple[frozenset[str], Callable[[Meeting, Page], Body]]] = {
    **{name: (frozenset({FACILITATOR}), body) for name, body in cases.BODIES.items()},
    "place.tell": (frozenset({GUEST}), lambda m, p: at(m, slot="young.school", on=next(NUMBERS) % 2 == 0)),
    "place.mark": (
        frozenset({FACILITATOR}),
        lambda m, p: at(m, organisation=f"Stichting Plek {next(NUMBERS)}", slots=["older.shops"]),
    ),
    "place.add": (BOTH, lambda m, p: at(m, group="young", name=f"Nieuw {next(NUMBERS)}")),
    "place.drop": (frozenset({FACILITATOR}), added),
    "place.look": (frozenset({FACILITATOR}), lambda m, p: at(m, at=next(GROUPS))),
}
