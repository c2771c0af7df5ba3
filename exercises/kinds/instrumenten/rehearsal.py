"""How a simulated room lists instruments: everybody proposes and misses something, the facilitator takes most over."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from exercises.kinds.instrumenten.words import KNOWN, MISSED
from facilitator.chain.kind import Act, Table
from facilitator.chain.model import Entity

Answer = dict[str, Any]
SHARE = 0.75  # of the proposals that go onto the list
LARGE = 2  # blocks that the room looks at one by one


def play(step: Entity, table: Table) -> Generator[Act, Answer, None]:
    """Proposals and what is missed, on phones and on paper; then the list, who carries it out, and a block large."""
    blocks = [row["block"] for row in state(step, table)["blocks"]]
    fitting = [one for one in KNOWN if one[1] in blocks] or [(*KNOWN[0][:1], blocks[0], "", "", "", "")]
    made = yield from proposed(step, table, blocks, fitting)
    yield from missed(step, table, blocks)
    yield from adopted(step, table, made)
    yield from offered(step, table)
    for block in blocks[:LARGE] if len(blocks) > 1 else ():
        yield "facilitator", "instrument.look", {"step": step["id"], "at": str(block)}


def state(step: Entity, table: Table) -> dict[str, Any]:
    return table.look("facilitator")[step["id"]]["state"]


def proposed(step: Entity, table: Table, blocks: list[int], fitting: list) -> Generator[Act, Answer, list[str]]:
    """Everybody knows of one; somebody corrects theirs; one more comes from paper, one from the facilitator."""
    made: list[str] = []
    for person in range(table.people):
        name, block, category, group, developer, executor = fitting[person % len(fitting)]
        body = {"step": step["id"], "name": name, "block": block, "category": category, "group": group}
        answer = yield person, "instrument.propose", {**body, "developer": developer, "executor": executor}
        made += answer.get("ids", [])[:1]
        if person == 1:
            yield person, "instrument.edit", {"instrument": made[-1], "group": "iedereen die voor een ander zorgt"}
    yield "facilitator", "instrument.many", {"step": step["id"], "lines": ["Kaart met nummers"], "block": blocks[0]}
    body = {"step": step["id"], "name": f"Spreekuur {len(state(step, table)['carried'])}", "block": blocks[-1]}
    yield "facilitator", "instrument.add", {**body, "category": "information", "group": "nieuwe mantelzorgers"}
    return made


def missed(step: Entity, table: Table, blocks: list[int]) -> Generator[Act, Answer, None]:
    texts = list(table.examples or MISSED)
    for person in range(table.people):
        body = {"step": step["id"], "block": blocks[person % len(blocks)], "text": texts[person % len(texts)]}
        yield person, "note.post", body
    yield "facilitator", "note.many", {"step": step["id"], "block": blocks[0], "lines": [texts[-1]]}


def adopted(step: Entity, table: Table, made: list[str]) -> Generator[Act, Answer, None]:
    """Most go onto the list; what says the same as one that stands there is put aside."""
    view = table.look("facilitator")
    known = {one["name"] for one in view.values() if one["type"] == "instrument" and not one.get("proposal")}
    for number, identity in enumerate(made):
        name = view[identity]["name"]
        if name in known:
            yield "facilitator", "instrument.remove", {"instrument": identity}
        elif number == 0 or table.chance.random() < SHARE:
            known.add(name)
            yield "facilitator", "instrument.adopt", {"instrument": identity}


def offered(step: Entity, table: Table) -> Generator[Act, Answer, None]:
    """Some say that they carry one out; the facilitator takes one of them at their word."""
    rows = [one for row in state(step, table)["blocks"] for one in row["instruments"]]
    for person in range(table.people):
        row = rows[person % len(rows)]
        yield person, "role.offer", {"step": step["id"], "slot": f"executor.{row['id']}", "how": "already"}
    open_ones = [row for row in rows if not row["executor"]]
    if open_ones:
        body = {"step": step["id"], "slot": f"executor.{open_ones[0]['id']}", "organisation": "Welzijn"}
        yield "facilitator", "role.assign", body
