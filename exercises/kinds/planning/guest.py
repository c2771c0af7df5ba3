"""What a simulated participant says of dates: some days are simply better; a new date is looked at as well."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.chain.guest import Guest, Intent
from facilitator.chain.model import Entity

NO, MAYBE, YES = 1, 2, 3


def intents(step: Entity, guest: Guest) -> Iterator[Intent]:
    """All dates of the list in one go, and again when the list is another one; nothing once a date was chosen."""
    dates = {f"{one['day']} {one.get('start', '')}": one["id"] for one in step["state"].get("dates", ())}
    if not dates or step["state"].get("chosen"):
        return
    choices = {}
    for day, identity in sorted(dates.items()):
        easy, chance = guest.common("day", day).uniform(0.3, 0.9), guest.chance("day", day)
        choices[identity] = YES if chance.random() < easy else chance.choice((MAYBE, NO))
    key = "/".join(("dates", *sorted(dates)))
    yield Intent(key, "ballot.cast", {"step": step["id"], "choices": choices}, hard=0.8)
