"""On behalf of people without a phone: many lines at once, all or none, and from which organisation they are."""

from __future__ import annotations

from facilitator.chain.command import Desk, Refused


def lines(desk: Desk, limit: int, each: str) -> list[str]:
    """The lines that were typed, without empty ones; refused with the number of one that is too long.

    `each` is what stands on a line ("elk briefje"), for the sentence when there is none.
    """
    found = [line.strip() for line in desk.body.lines if line.strip()]
    if not found:
        raise Refused(f"Er staat nog niets. Zet {each} op een eigen regel.", field="lines")
    for number, line in enumerate(found, 1):
        if len(line) > limit:
            raise Refused(f"Regel {number} is langer dan {limit} tekens. Maak hem korter.", field="lines")
    return [desk.told(line, limit, "lines") for line in found]


def organisation(desk: Desk) -> dict[str, str]:
    """Whose lines these are, when it was said."""
    asked = desk.body.organisation
    return {"organisation": desk.find(asked, "organisation")["id"]} if asked else {}
