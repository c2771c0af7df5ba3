"""What the facilitator types in for people without a phone, ready to be sent: bodies for the rows of rights.py."""

from __future__ import annotations

from itertools import count
from typing import Any

from facilitator.rehearsal.client import Page
from tests.trust.hall import Meeting

Body = dict[str, Any]
NUMBERS = count(1)


def ballots_on_paper(meeting: Meeting, page: Page) -> Body:
    body = {"step": meeting.steps["stemmen"], "people": 2}
    meeting.regie.do("weighing.close", {"step": body["step"], "on": False})
    return {**body, "choices": {meeting.candidate("stemmen"): next(NUMBERS) % 4}}


def ratings_on_paper(meeting: Meeting, page: Page) -> Body:
    """Marks are typed in while the matrix is a secret."""
    meeting.regie.send("step.reveal", {"step": meeting.steps["matrix"], "on": False})
    marks = [next(NUMBERS) % 5 + 1]
    return {"step": meeting.steps["matrix"], "people": 1, "ratings": {meeting.candidate("matrix"): [marks, marks]}}


def answers_on_paper(meeting: Meeting, page: Page) -> Body:
    return {"step": meeting.steps["schaal"], "people": 2, "answers": {"1": [next(NUMBERS) % 5 + 1]}}


def on_paper(meeting: Meeting, page: Page) -> Body:
    """A commitment that the facilitator typed from a card."""
    made = meeting.regie.do("commitment.many", {"step": meeting.steps["afsluiten"], "lines": ["Ik ga langs"]})
    return {"commitment": made["ids"][0], "text": "Ik ga morgen langs"}
