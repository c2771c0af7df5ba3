"""Rights over what a keten keeps in lists: instruments and the lines of the checklist."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count, cycle
from typing import Any

from facilitator.rehearsal.client import Page
from tests.trust import lasting
from tests.trust.hall import FACILITATOR, GUEST, Meeting

Body = dict[str, Any]
F, G, BOTH = (FACILITATOR,), (GUEST,), (FACILITATOR, GUEST)
NUMBERS = count(1)
SORTS = cycle(("organisation", "person", ""))


def known(meeting: Meeting, by: Page | None = None) -> str:
    """An instrument that somebody proposed."""
    body = {"step": meeting.steps["instrumenten"], "name": next(lasting.TOOLS), "block": 2}
    return (by or meeting.guest).do("instrument.propose", body)["ids"][0]


def own_tool(meeting: Meeting, page: Page, **more: Any) -> dict[str, Any]:
    """A proposal that the sender may change."""
    return {"instrument": known(meeting, page if page is meeting.guest else None), **more}


def line(meeting: Meeting, page: Page) -> dict[str, Any]:
    """A line of one's own that the sender may change."""
    body = {"step": meeting.steps["checklist"], "sort": "person", "name": next(lasting.OTHERS)}
    return {"partner": (page if page is meeting.guest else meeting.guest).do("partner.propose", body)["ids"][0]}


def proposed(meeting: Meeting) -> str:
    return line(meeting, meeting.guest)["partner"]


def row(meeting: Meeting) -> dict[str, Any]:
    """A line of the checklist that nobody asked yet."""
    body = {"step": meeting.steps["checklist"], "sort": "organisation", "name": next(lasting.OTHERS)}
    return {"step": body["step"], "row": meeting.regie.do("partner.add", body)["ids"][0]}


def step_of(kind: str, **more: Any) -> Callable[[Meeting, Page], Body]:
    return lambda meeting, page: {"step": meeting.steps[kind], **more}


ROWS: dict[str, tuple[tuple[str, ...], Callable[[Meeting, Page], Body]]] = {
    "instrument.add": (F, lambda m, p: {"step": m.steps["rollen"], "name": next(lasting.TOOLS)}),
    "instrument.propose": (G, step_of("instrumenten", name="Praatgroep", block=2)),
    "instrument.many": (F, step_of("instrumenten", lines=["Praatgroep", "Folder"], block=2)),
    "instrument.edit": (BOTH, lambda m, p: own_tool(m, p, group="jongeren")),
    "instrument.adopt": (F, lambda m, p: {"instrument": known(m)}),
    "instrument.remove": (BOTH, own_tool),
    "instrument.look": (F, lambda m, p: {"step": m.steps["instrumenten"], "at": str(next(NUMBERS) % 8)}),
    "partner.mark": (F, lambda m, p: {**row(m), "stand": "invite"}),
    "partner.invite": (F, lambda m, p: row(m)),
    "partner.add": (F, lambda m, p: {"step": m.steps["checklist"], "sort": "person", "name": f"Coach {next(NUMBERS)}"}),
    "partner.propose": (G, lambda m, p: {"step": m.steps["checklist"], "sort": "person", "name": "Wijkagent"}),
    "partner.many": (F, step_of("checklist", sort="person", lines=["Wijkagent", "Taalcoach"])),
    "partner.edit": (BOTH, lambda m, p: {**line(m, p), "name": f"Coach {next(NUMBERS)}"}),
    "partner.adopt": (F, lambda m, p: {"partner": proposed(m)}),
    "partner.remove": (BOTH, line),
    "partner.look": (F, lambda m, p: {"step": m.steps["checklist"], "at": next(SORTS)}),
    "tie.tell": (G, step_of("checklist", row="doctor", how="know")),
}
SOMEONE_ELSES = {
    "instrument.edit": lambda meeting: {"instrument": known(meeting, meeting.neighbour), "name": "Van mij"},
    "instrument.remove": lambda meeting: {"instrument": known(meeting, meeting.neighbour)},
}
