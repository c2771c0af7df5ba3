"""The next meeting that a keten agreed on: proposed where a meeting is made, until there is one on that day."""

from __future__ import annotations

from facilitator.chain.kind import Kind
from facilitator.chain.model import Chain


def agreed(chain: Chain, kinds: dict[str, Kind], today: str) -> str:
    """The first day from `today` on that a step agreed on and on which no meeting is planned; "" for none."""
    planned = {meeting["date"] for meeting in chain.of_type("meeting")}
    steps = (step for step in chain.of_type("step") if not step.get("gone"))
    days = {found["day"] for step in steps for found in kinds[step["kind"]].agreed(step)}
    return min((day for day in days - planned if day >= today), default="")
