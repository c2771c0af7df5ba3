"""What a facilitator does with a case, as bodies for the rows of rights.py; each can be done again and again."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count, cycle
from typing import Any

from facilitator.rehearsal.client import Page
from tests.trust.hall import Meeting

Body = dict[str, Any]
NUMBERS = count(1)
PARTS = cycle(("partner", "seeker", "relation", "expert"))


def told(meeting: Meeting, **more: Any) -> Body:
    """A case in own words to talk about."""
    body = {"step": meeting.steps["casus"]}
    meeting.regie.send("case.tell", {**body, "title": "Joke", "text": f"Zij zorgt al {next(NUMBERS)} maanden"})
    return {**body, **more}


def first_step(meeting: Meeting, page: Page) -> Body:
    body = told(meeting)
    made = meeting.regie.do("note.post", {**body, "section": "handover", "text": "Samen aan tafel"})
    return {**body, "note": made["ids"][0]}


BODIES: dict[str, Callable[[Meeting, Page], Body]] = {
    "case.choose": lambda meeting, page: {"step": meeting.steps["casus"], "persona": "kim"},
    "case.tell": lambda meeting, page: told(meeting, title="Joke", text=f"Het is {next(NUMBERS)} keer verteld"),
    "case.look": lambda meeting, page: told(meeting, at=next(PARTS)),
    "case.open": lambda meeting, page: told(meeting, part=next(PARTS)),
    "case.settle": lambda meeting, page: told(meeting, organisation=f"Stichting Casus {next(NUMBERS)}"),
    "case.hand": first_step,
}
