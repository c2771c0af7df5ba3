"""What a simulated participant does at the list of actions: perhaps offer one, perhaps take one up."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from facilitator.chain.guest import Guest, Intent
from facilitator.chain.model import Entity

OFFERS, TAKES = 0.4, 0.12  # of the people offer something; take up a certain action
MOST = 2  # actions that one takes up
WEEKS = (1, 2, 4, 6, 8, 13)


def intents(step: Entity, guest: Guest) -> Iterator[Intent]:
    """An offer from the own work or from the examples; then actions on the list, by what they say."""
    if guest.often(OFFERS, "offer"):
        what = guest.say("offer", guest.examples, "actie+")
        body = {"step": step["id"], "what": what, "who": guest.own_name(), **when(guest)}
        yield Intent("offer", "action.make", body, what, hard=1.5)
    taken = 0
    for row in step["state"].get("order", ()):
        action = guest.view.get(row["id"])
        if action is None or action.get("offered") or action.get("status") != "nog niet begonnen":
            continue
        likes = own_work(action, guest) or guest.chance("take", action["what"]).random() < TAKES * guest.lively
        if likes and taken < MOST:
            taken += 1
            yield Intent(f"take/{action['what']}", "action.take", {"action": row["id"]}, hard=1.5)


def own_work(action: Entity, guest: Guest) -> bool:
    """True when the first of an organisation sees its name behind an action."""
    name = guest.own_name()
    return bool(name) and not guest.rank and name.casefold() in str(action.get("who", "")).casefold()


def when(guest: Guest) -> dict[str, str]:
    """Some weeks after the meeting, when its date is known."""
    held = next((one.get("date") for one in guest.list("meeting")), "")
    weeks = timedelta(weeks=guest.chance("weeks").choice(WEEKS))
    return {"when": (date.fromisoformat(held) + weeks).isoformat()} if held else {}
