"""What a simulated participant tells of actions of an earlier meeting: of its own, and now and then of another."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.kinds.terugblik.words import HELPS, OBSTACLES
from facilitator.chain.carrying import STATUSES
from facilitator.chain.guest import Guest, Intent
from facilitator.chain.model import Entity

WEIGHTS = (3, 4, 4, 1)  # of the statuses, in their order
OTHERS, MOST = 0.2, 2  # of the people know of an action that is not theirs; actions that one tells of


def intents(step: Entity, guest: Guest) -> Iterator[Intent]:
    """By what the actions say; who does them is asked first."""
    rows = [guest.view[row["id"]] for row in step["state"].get("order", ()) if row["id"] in guest.view]
    own = [one for one in rows if not guest.rank and mine(one, guest)]
    others = [one for one in rows if one not in own and guest.often(OTHERS, "tell", one["what"])]
    for number, action in enumerate([*own, *sorted(others, key=lambda one: one["what"])][:MOST]):
        told = said(guest, action["what"], number)
        body = {"step": step["id"], "action": action["id"], **told}
        yield Intent(f"tell/{action['what']}", "progress.tell", body, told.get("obstacle", "") + told.get("help", ""))


def mine(action: Entity, guest: Guest) -> bool:
    name = guest.own_name()
    return bool(name) and name.casefold() in str(action.get("who", "")).casefold()


def said(guest: Guest, what: str, number: int) -> dict[str, str]:
    """A status, and for what is not done something that is in the way and something that helps."""
    [status] = guest.chance("status", what).choices(STATUSES, WEIGHTS)
    if status not in STATUSES[:2]:
        return {"status": status}
    obstacle = guest.say("obstacle", OBSTACLES, "obstakel", number)
    return {"status": status, "obstacle": obstacle, "help": guest.say("help", HELPS, "hulp", number)}
