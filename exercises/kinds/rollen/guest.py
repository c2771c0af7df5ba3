"""What a simulated participant says of the roles: what fits the own organisation, and what it expects."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.kinds.rollen.words import EXPECTED
from facilitator.chain.guest import Guest, Intent
from facilitator.chain.model import Entity
from facilitator.chain.roles import LEVELS

FITS = {"chain_director": "gemeente", "information_point": "steunpunt"}  # handreiking §3.2
PLACES, EXPECTS = 2, 2


def intents(step: Entity, guest: Guest) -> Iterator[Intent]:
    """A few places by their id, and expectations of a role; now and then an offer is taken back."""
    slots = {row["id"]: row for row in step["state"].get("slots", ()) if "instrument" not in row}
    liked = sorted(slots, key=lambda slot: guest.chance("slot", slot).random())[: guest.many(PLACES)]
    for number, slot in enumerate(liked):
        body = {"step": step["id"], "slot": slot, **offer(guest, slots[slot])}
        yield Intent(f"offer/{slot}", "role.offer", body, hard=0.8)
        if not number and guest.fickle("offer"):
            yield Intent("not", "role.offer", {"step": step["id"], "slot": slot, "how": ""}, late=True)
    most = int(step["settings"].get("max_length", 280))
    for number in range(guest.many(EXPECTS)):
        section = guest.chance("role", number).choice(list(LEVELS))
        text = guest.say(f"expect {section}", guest.examples or EXPECTED, "verwacht", number, most)
        yield Intent(f"expect/{number}", "note.post", {"step": step["id"], "section": section, "text": text}, text)


def offer(guest: Guest, slot: Entity) -> dict[str, str]:
    """Who it fits by the document, when that one is in town; else the own organisation, or another one."""
    word = FITS.get(slot["role"], "")
    fitting = next((name for name in guest.town if word and word in name.casefold()), "")
    if word and fitting:
        return {"how": "already"} if fitting == guest.own_name() else {"how": "other", "other": fitting}
    if guest.others() and guest.often(0.2, "other", slot["id"]):
        return {"how": "other", "other": guest.chance("other", slot["id"]).choice(guest.others())}
    return {"how": "fits"}
