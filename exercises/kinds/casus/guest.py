"""What a simulated participant says of a case: a note at some parts, and perhaps an offer to be casusregisseur."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.kinds.casus.parts import WRITTEN
from facilitator.chain.guest import Guest, Intent
from facilitator.chain.model import Entity
from facilitator.chain.roles import PER_CARER

WRITES, OFFERS, POINTS = 0.5, 0.2, 0.1  # of the people: at a part; fits us; another one


def intents(step: Entity, guest: Guest) -> Iterator[Intent]:
    """Only where the room is now; at the first step of handing over more people have an idea."""
    state = step["state"]
    at = state.get("at", "")
    if not (state.get("persona") or state.get("title")):
        return
    if at in WRITTEN and guest.often(WRITES + 0.25 * (at == WRITTEN[-1]), at):
        most = int(step["settings"].get("max_length", 280))
        about = ((state.get("persona") or {}).get("id", ""), at)
        text = guest.note(str(WRITTEN.index(at) + 1), 0, most, about)
        yield Intent(f"note/{at}", "note.post", {"step": step["id"], "section": at, "text": text}, text)
    if at == "director":
        yield from offers(step, guest)


def offers(step: Entity, guest: Guest) -> Iterator[Intent]:
    """Who knows such carers offers; some point at another; now and then it is taken back."""
    own = {"step": step["id"], "slot": PER_CARER}
    if guest.often(OFFERS, "offer"):
        yield Intent("offer", "role.offer", {**own, "how": "fits"})
        if guest.fickle("offer"):
            yield Intent("not", "role.offer", {**own, "how": ""}, late=True)
    elif guest.often(POINTS, "point") and guest.others():
        other = guest.chance("point").choice(guest.others())
        yield Intent("point", "role.offer", {**own, "how": "other", "other": other})
