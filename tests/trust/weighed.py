"""What pages would send about votes, marks and dates of a meeting, for the table in rights.py."""

from __future__ import annotations

from itertools import count
from typing import Any

from facilitator.rehearsal.client import Page
from tests.trust.hall import Meeting

Body = dict[str, Any]
YEARS = count(2100)


def ballot(meeting: Meeting, page: Page) -> Body:
    return {"step": meeting.steps["stemmen"], "choices": {meeting.candidate("stemmen"): 1}}


def rating(meeting: Meeting, page: Page) -> Body:
    return {"step": meeting.steps["matrix"], "ratings": {meeting.candidate("matrix"): [4, 2]}}


def point(meeting: Meeting, page: Page) -> Body:
    meeting.regie.send("step.reveal", {"step": meeting.steps["matrix"], "on": True})
    return {"step": meeting.steps["matrix"], "candidate": meeting.candidate("matrix"), "impact": 4, "effort": 2}


def sealed(meeting: Meeting, page: Page) -> Body:
    """The matrix as it was before a point was put in it by hand."""
    meeting.regie.send("step.reveal", {"step": meeting.steps["matrix"], "on": False})
    return rating(meeting, page)


def late(meeting: Meeting, page: Page) -> Body:
    """What came in after the vote was opened."""
    meeting.candidate("stemmen")
    source = meeting.regie.look()[meeting.steps["stemmen"]]["from"]
    made = meeting.regie.do("note.post", {"step": source, "text": "Nog een laat idee"})["ids"][0]
    return {"step": meeting.steps["stemmen"], "candidates": [made]}


def dated(meeting: Meeting, page: Page) -> Body:
    """A date on the list that is not the chosen one."""
    step = meeting.steps["planning"]

    def free() -> list[str]:
        state = meeting.regie.look()[step]["state"]
        return [one["id"] for one in state["dates"] if one["id"] != state["chosen"]]

    if not free():
        meeting.regie.do("date.propose", {"step": step, "day": f"{next(YEARS)}-01-15"})
    return {"step": step, "date": meeting.regie.wait(free)[0]}
