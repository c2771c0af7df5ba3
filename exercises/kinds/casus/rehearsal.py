"""How a simulated room talks about a case: part after part, offers, a casusregisseur, and the first step."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from exercises.kinds.casus.parts import PARTS, WRITTEN
from exercises.kinds.casus.words import CASE, TEXTS
from facilitator.chain.kind import Act, Table
from facilitator.chain.model import Entity
from facilitator.chain.roles import PER_CARER

Answer = dict[str, Any]
SHARE = 0.5  # of the people write at a part; at the last one everybody does


def play(step: Entity, table: Table) -> Generator[Act, Answer, None]:
    """Choose somebody, walk through the parts, show what was written, agree on who and on the first step."""
    own = {"step": step["id"]}
    cards = step.get("personas", [])
    wanted = step["settings"].get("persona") or (table.chance.choice(cards)["id"] if cards else "")
    if wanted:
        yield "facilitator", "case.choose", {**own, "persona": wanted}
    else:
        yield "facilitator", "case.tell", {**own, "title": CASE[0], "text": CASE[1]}
    made: list[str] = []
    for part in PARTS:
        yield "facilitator", "case.look", {**own, "at": part}
        if part in WRITTEN:
            made = yield from written(step, table, part)
            yield "facilitator", "case.open", {**own, "part": part, "on": True}
        else:
            yield from director(step, table)
    if made:
        body = {**own, "note": made[0], "organisation": table.chance.choice(organisations(table))}
        yield "facilitator", "case.hand", body


def written(step: Entity, table: Table, part: str) -> Generator[Act, Answer, list[str]]:
    """Notes of a part, with the examples that belong to its question; one more comes from paper."""
    at, made = WRITTEN.index(part), []
    texts = list(table.examples or TEXTS)[at :: len(WRITTEN)] or list(TEXTS)
    everybody = part == WRITTEN[-1]
    for person in range(table.people):
        if everybody or table.chance.random() < SHARE:
            body = {"step": step["id"], "section": part, "text": texts[person % len(texts)]}
            answer = yield person, "note.post", body
            made += answer.get("ids", [])
    if part == WRITTEN[0]:
        yield "facilitator", "note.many", {"step": step["id"], "section": part, "lines": [texts[-1]]}
    return made


def director(step: Entity, table: Table) -> Generator[Act, Answer, None]:
    """Some offer, one points at another and one changes their mind; the facilitator settles it."""
    names = organisations(table)
    for person in range(min(4, table.people)):
        body = {"step": step["id"], "slot": PER_CARER, "how": "other" if person == 2 else "fits"}
        yield person, "role.offer", {**body, "other": names[-1]} if person == 2 else body
    if table.people > 3:
        yield 3, "role.offer", {"step": step["id"], "slot": PER_CARER, "how": ""}
    yield "facilitator", "case.settle", {"step": step["id"], "organisation": names[0]}


def organisations(table: Table) -> list[str]:
    view = table.look("facilitator").values()
    return [one["name"] for one in view if one["type"] == "organisation"] or ["De gemeente"]
