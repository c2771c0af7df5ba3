"""How a simulated room reflects: most share something, some make an action of it, all say when they are ready."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from exercises.kinds.reflectie.words import TEXTS
from facilitator.chain.kind import Act, Table
from facilitator.chain.model import Entity
from facilitator.chain.notes import ANONYMOUS

Answer = dict[str, Any]
SHARES = 0.7  # of the people share one of their answers
ACTS = 0.4  # of those make an action of it


def play(step: Entity, table: Table) -> Generator[Act, Answer, None]:
    """One thought again and took back what was shared; one is not ready after all; one answer comes from paper."""
    own, lanes = {"step": step["id"]}, [prompt["id"] for prompt in step["prompts"]] or ["1"]
    texts = list(table.examples or TEXTS)
    made: list[str] = []
    for person in range(table.people):
        at = table.chance.randrange(len(lanes))
        mine = texts[at :: len(lanes)] or texts
        text = mine[person % len(mine)]
        shares = person < 2 or table.chance.random() < SHARES
        if shares:
            answer = yield person, "note.post", {**own, "lane": lanes[at], "text": text}
            if person == 1 and step["settings"].get("names") != ANONYMOUS:
                yield person, "note.withdraw", {"note": answer["ids"][0], "on": True}
        if shares and (person == 0 or table.chance.random() < ACTS):
            answer = yield person, "action.make", {**own, "what": text, **whose(table, person)}
            made += answer.get("ids", [])
        yield person, "reflection.ready", own
    yield 0, "reflection.ready", {**own, "on": False}
    yield "facilitator", "note.many", {**own, "lane": lanes[-1], "lines": [texts[-1]]}
    if made:
        yield "facilitator", "action.accept", {"action": made[0]}


def whose(table: Table, person: int) -> dict[str, str]:
    """The organisation of who makes an action of it, as the phone fills it in."""
    view = table.look(person)
    seat = next((one for one in view.values() if one["type"] == "participant"), {})
    name = view.get(seat.get("org") or "", {}).get("name")
    return {"who": name} if name else {}
