"""Rights over the network map."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count, cycle
from typing import Any

from facilitator.rehearsal.client import Page
from tests.trust.hall import FACILITATOR, GUEST, Meeting

Body = dict[str, Any]
F, G, BOTH = (FACILITATOR,), (GUEST,), (FACILITATOR, GUEST)
NUMBERS = count(1)
MARKS = cycle(("good", "improve", "missing"))
STAGES = cycle((1, 2, 3, 4))


def step(meeting: Meeting, **more: Any) -> Body:
    return {"step": meeting.steps["netwerk"], **more}


def organisations(meeting: Meeting) -> list[str]:
    """Those of the guest and of the neighbour."""
    found = meeting.regie.wait(lambda: meeting.regie.list("organisation"))
    return [one["id"] for one in found]


def pair(meeting: Meeting, **more: Any) -> Body:
    a, b = organisations(meeting)[:2]
    return step(meeting, a=a, b=b, **more)


def said(meeting: Meeting, page: Page) -> Body:
    more = {} if page is meeting.guest else {"organisation": organisations(meeting)[0]}
    return step(meeting, name=f"Stichting {next(NUMBERS)}", **more)


def fresh(meeting: Meeting) -> str:
    """An organisation that nobody is from."""
    body = {"name": f"Vereniging {next(NUMBERS)} {meeting.ref}"}
    return meeting.regie.do("organisation.add", body)["ids"][0]


def alike(meeting: Meeting) -> Body:
    return step(meeting, one=fresh(meeting), into=fresh(meeting))


ROWS: dict[str, tuple[tuple[str, ...], Callable[[Meeting, Page], Body]]] = {
    "network.say": (BOTH, said),
    "network.propose": (G, lambda m, p: pair(m, mark=next(MARKS))),
    "network.mark": (F, lambda m, p: pair(m, mark=next(MARKS))),
    "network.same": (F, lambda m, p: alike(m)),
    "network.apart": (F, lambda m, p: alike(m)),
    "network.seat": (F, lambda m, p: step(m, organisation=fresh(m), spot=next(NUMBERS) % 9)),
    "network.leave": (F, lambda m, p: step(m, organisation=fresh(m))),
    "network.invite": (F, lambda m, p: step(m, guest=fresh(m))),
    "network.look": (F, lambda m, p: step(m, stage=next(STAGES))),
}
