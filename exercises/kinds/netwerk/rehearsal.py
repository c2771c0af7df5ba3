"""How a simulated room makes the map: everybody names partners, some check, some propose, the facilitator decides."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from exercises.kinds.netwerk.words import WHAT, WIDER
from facilitator.chain.kind import Act, Table
from facilitator.chain.model import Entity
from facilitator.chain.network.links import GOOD, IMPROVE, MISSING

Answer = dict[str, Any]


def play(step: Entity, table: Table) -> Generator[Act, Answer, None]:
    """The four steps in turn."""
    yield "facilitator", "network.look", {"step": step["id"], "stage": 2}
    for person in range(table.people):
        yield from partners(step, table, person)
    yield "facilitator", "network.look", {"step": step["id"], "stage": 3}
    yield from judged(step, table)
    yield "facilitator", "network.look", {"step": step["id"], "stage": 4}


def state(step: Entity, table: Table, who: str | int = "facilitator") -> dict[str, Any]:
    return table.look(who)[step["id"]]["state"]


def partners(step: Entity, table: Table, person: int) -> Generator[Act, Answer, None]:
    """One phone names two or three partners, now and then somebody of the wider ring; one takes a word back."""
    own = next(one for one in table.look(person).values() if one["type"] == "participant")
    mine = own.get("org", "")
    if not mine:
        return
    chance = table.chance
    others = [guest[1] for guest in state(step, table)["guests"] if guest[0] != mine and not guest[3]]
    named = chance.sample(others, min(len(others), chance.randint(1, 3)))
    named += chance.sample(WIDER, 1) if chance.random() < 0.3 else []
    for name in named:
        body = {"step": step["id"], "name": name, "what": chance.choice(("", *WHAT))}
        yield person, "network.say", body
    if named and chance.random() < 0.1:
        yield person, "network.say", {"step": step["id"], "name": named[0], "says": "no"}


def judged(step: Entity, table: Table) -> Generator[Act, Answer, None]:
    """Phones propose for a few lines; the facilitator settles three of them and puts one guest on the table."""
    links = [one for one in state(step, table)["links"] if one.get("there")]
    if not links:
        return
    for person in range(table.people):
        link = table.chance.choice(links[:5])
        mark = table.chance.choice((GOOD, GOOD, IMPROVE, MISSING))
        yield person, "network.propose", {"step": step["id"], "a": link["a"], "b": link["b"], "mark": mark}
    for link, mark in zip(links, (GOOD, IMPROVE, GOOD), strict=False):
        yield "facilitator", "network.mark", {"step": step["id"], "a": link["a"], "b": link["b"], "mark": mark}
    guests = [guest[0] for guest in state(step, table)["guests"]]
    known = {(one["a"], one["b"]) for one in state(step, table)["links"]}
    apart = [(one, other) for one in guests for other in guests if one < other and (one, other) not in known]
    for a, b in apart[:1]:
        yield "facilitator", "network.mark", {"step": step["id"], "a": a, "b": b, "mark": MISSING}
    placed = next((one for one in guests if one.startswith("o")), "")
    if placed:
        yield "facilitator", "network.seat", {"step": step["id"], "organisation": placed, "spot": 4}
