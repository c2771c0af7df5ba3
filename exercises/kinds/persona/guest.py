"""What a simulated participant writes at a persona: where the room is now, not at every section."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.chain.guest import Guest, Intent
from facilitator.chain.model import Entity

WRITES = 0.45  # of the people write at a section


def intents(step: Entity, guest: Guest) -> Iterator[Intent]:
    """A note at this place; which of one's own texts it is follows from the places before it."""
    place, state = step["state"].get("place", ""), step["state"]
    if not place or not guest.often(WRITES, place):
        return
    before = [one for one in state.get("visited", ()) if one != place and guest.often(WRITES, one)]
    visited = state.get("visited", [])
    number = sum(1 for one in before if visited.index(one) < visited.index(place)) if place in visited else 0
    most, about = int(step["settings"].get("max_length", 280)), tuple(place.split(".", 1))
    text = guest.note("1", number, most, about)
    yield Intent(f"note/{place}", "note.post", {"step": step["id"], "section": place, "text": text}, text)
