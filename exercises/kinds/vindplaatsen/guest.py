"""What a simulated participant says of places: where its organisation comes already, and a place that misses."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.kinds.vindplaatsen.words import ADDED
from facilitator.chain.guest import Guest, Intent
from facilitator.chain.model import Entity

PLACES, ADDS = 5, 0.12  # places of one person at most; of the people add one
OTHER = 0.25  # of the people come at a place that is not of their work as well
ELSEWHERE = 0.5  # of what is added is known of another group


def intents(step: Entity, guest: Guest) -> Iterator[Intent]:
    """Fixed places by their id, those of the own work first; who has no organisation only adds."""
    groups = [one["id"] for one in step["state"].get("groups", ())]
    slots = [one["id"] for one in step.get("places", ()) if one["group"] in groups]
    own, home = visited(guest, "eigen"), visited(guest, "geen")
    known = len(own & set(slots)) + (not own or guest.often(OTHER, "other"))
    liked = sorted(slots, key=lambda slot: (slot not in home, slot not in own, guest.chance("place", slot).random()))
    told = liked[: min(guest.many(PLACES, 0 if guest.rank else 1), known)] if guest.organisation else []
    for slot in told:
        yield Intent(f"tell/{slot}", "place.tell", {"step": step["id"], "slot": slot}, hard=0.4)
    if told and told[-1] not in home and guest.fickle("place"):
        yield Intent("not", "place.tell", {"step": step["id"], "slot": told[-1], "on": False}, late=True)
    if groups and guest.often(ADDS, "add"):
        group = guest.chance("group").choice(groups)
        name = elsewhere(guest, group) or guest.say("add", guest.examples or ADDED, "")
        if name:
            yield Intent("add", "place.add", {"step": step["id"], "group": group, "name": name}, name)


def visited(guest: Guest, how: str) -> set[str]:
    """Places where people of this work come (`eigen`), and those that are their own house (`geen`)."""
    trade = guest.trade.id if guest.trade else ""
    places = (one for one in guest.shelf.get("plekken", ()) if "slot" in one)
    return {one["slot"] for one in places if trade in one.get(how, "").split()}


def elsewhere(guest: Guest, group: str) -> str:
    """For half of the people a place that the reference shelf names for another group; "" for the rest."""
    names = [one["naam"] for one in guest.shelf.get("elders", ()) if group in one["groep"].split()]
    return guest.say(f"add {group}", names, "") if names and guest.chance("elsewhere").random() < ELSEWHERE else ""
