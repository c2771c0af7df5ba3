"""How a simulated room looks back: everybody says how something stands, and the facilitator takes it over."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from exercises.kinds.terugblik.words import HELPS, OBSTACLES
from facilitator.chain.carrying import STATUSES
from facilitator.chain.kind import Act, Table
from facilitator.chain.model import Entity

Answer = dict[str, Any]
LARGE = 4  # actions that come large on the screen
WEIGHTS = (3, 4, 4, 1)  # of the statuses, in their order


def play(step: Entity, table: Table) -> Generator[Act, Answer, None]:
    """By person, then one by one; who has nothing to look back at sees the list in both orders."""
    yield "facilitator", "look.group", {"step": step["id"], "by": "wie"}
    rows = [row["id"] for row in step["state"].get("order", [])]
    for person in range(table.people) if rows else ():
        action = rows[person % len(rows)]
        yield person, "progress.tell", {"step": step["id"], "action": action, **said(table)}
    for action in rows[:LARGE]:
        yield "facilitator", "look.at", {"step": step["id"], "action": action}
        heard = [one for one in table.look("facilitator").values() if of(one, step, action)]
        if heard:
            first, *rest = heard
            told = {key: first.get(key, "") for key in ("status", "obstacle", "help")}
            yield "facilitator", "action.follow", {"action": action, "told": first["id"], **told}
            for one in rest:
                yield "facilitator", "progress.leave", {"progress": one["id"]}
        else:
            yield "facilitator", "action.follow", {"action": action, "status": STATUSES[1]}
    yield "facilitator", "look.at", {"step": step["id"], "action": ""}
    yield "facilitator", "look.group", {"step": step["id"], "by": "bouwsteen"}


def of(one: Entity, step: Entity, action: str) -> bool:
    return one["type"] == "progress" and one["step"] == step["id"] and one["action"] == action


def said(table: Table) -> dict[str, str]:
    """A status, and for what is not done something that is in the way and something that helps."""
    [status] = table.chance.choices(STATUSES, WEIGHTS)
    if status not in STATUSES[:2]:
        return {"status": status}
    return {"status": status, "obstacle": table.chance.choice(OBSTACLES), "help": table.chance.choice(HELPS)}
