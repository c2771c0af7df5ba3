"""How a simulated room divides the roles: everybody offers and expects something, the facilitator assigns some."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from exercises.kinds.rollen.words import CONTACTS, EXPECTED, INSTRUMENTS
from facilitator.chain.kind import Act, Table
from facilitator.chain.model import Entity
from facilitator.chain.roles import LEVELS

Answer = dict[str, Any]
FITS = {"chain_director": "gemeente", "information_point": "steunpunt"}  # handreiking §3.2
SHARE = 0.6  # of the places that get somebody: what stays open is a result too


def play(step: Entity, table: Table) -> Generator[Act, Answer, None]:
    """Instruments first, then offers and expectations; then one role large, and the places that are clear."""
    known = {one["name"] for one in table.look("facilitator").values() if one["type"] == "instrument"}
    for name, block in INSTRUMENTS[: table.chance.randint(1, len(INSTRUMENTS))]:
        if name not in known:
            yield "facilitator", "instrument.add", {"step": step["id"], "name": name, "block": block}
    yield from offers(step, table)
    yield from expectations(step, table)
    yield "facilitator", "role.look", {"step": step["id"], "role": "chain_director"}
    yield "facilitator", "role.look", {"step": step["id"], "role": ""}
    yield from assigned(step, table)


def slots(step: Entity, table: Table) -> list[Entity]:
    return table.look("facilitator")[step["id"]]["state"]["slots"]


def offers(step: Entity, table: Table) -> Generator[Act, Answer, None]:
    """Each says something of two places; now and then of somebody else, and one changes their mind."""
    places = [row["id"] for row in slots(step, table)]
    names = organisations(table)
    for person in range(table.people):
        for slot in table.chance.sample(places, min(2, len(places))):
            how = table.chance.choices(("already", "fits", "other"), (4, 4, 2))[0]
            body = {"step": step["id"], "slot": slot, "how": how}
            yield person, "role.offer", body | ({"other": table.chance.choice(names)} if how == "other" else {})
        if person == 1:
            yield person, "role.offer", {"step": step["id"], "slot": slot, "how": ""}


def organisations(table: Table) -> list[str]:
    return [one["name"] for one in table.look("facilitator").values() if one["type"] == "organisation"] or [
        "De gemeente"
    ]


def expectations(step: Entity, table: Table) -> Generator[Act, Answer, None]:
    texts = list(table.examples or EXPECTED)
    for person in range(table.people):
        body = {"step": step["id"], "section": table.chance.choice(list(LEVELS)), "text": texts[person % len(texts)]}
        yield person, "note.post", body
    body = {"step": step["id"], "section": "information_point", "lines": [texts[-1]]}
    yield "facilitator", "note.many", body


def assigned(step: Entity, table: Table) -> Generator[Act, Answer, None]:
    """Who the keten needs first always gets a name; of the rest some stay open. One is given to somebody else."""
    names, made = organisations(table), []
    for number, row in enumerate(slots(step, table)):
        if row["holders"] or (number > 1 and table.chance.random() > SHARE):
            continue
        fitting = [name for name in names if FITS.get(row["role"], "") in name.casefold()] or names
        body = {"step": step["id"], "slot": row["id"], "organisation": table.chance.choice(fitting)}
        answer = yield "facilitator", "role.assign", {**body, "contact": table.chance.choice(CONTACTS)}
        made += answer.get("ids", [])[-1:]
    if len(made) > 3:
        yield "facilitator", "role.remove", {"role": made[-1]}
        yield "facilitator", "role.edit", {"role": made[2], "contact": "Marijke"}
