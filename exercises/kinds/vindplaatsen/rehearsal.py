"""How a simulated room says where it comes: each organisation ticks some places, one adds a place of its own."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from exercises.kinds.vindplaatsen.words import ADDED
from facilitator.chain.kind import Act, Table
from facilitator.chain.model import Entity

Answer = dict[str, Any]
TICKS = 3  # places that one person ticks


def play(step: Entity, table: Table) -> Generator[Act, Answer, None]:
    """Ticks, one of them taken back; own places; one organisation without a phone; then a group large."""
    own, places = {"step": step["id"]}, offered(step)
    texts = list(table.examples or ADDED)
    for person in range(table.people):
        seat = next((one for one in table.look(person).values() if one["type"] == "participant"), {})
        if not seat.get("org") or person == 1:
            body = {"group": groups(step)[person % len(groups(step))], "name": f"{texts[person % len(texts)]}"}
            answer = yield person, "place.add", {**own, **body}
            if answer.get("ok"):
                texts.remove(body["name"])
                texts = texts or [f"Een andere plek {person}"]
            if not seat.get("org"):
                continue
        slots = table.chance.sample(places, min(TICKS, len(places)))
        for slot in slots:
            yield person, "place.tell", {**own, "slot": slot}
        if person == 0:
            yield person, "place.tell", {**own, "slot": slots[-1], "on": False}
    body = {"organisation": "Bibliotheek", "slots": table.chance.sample(places, min(2, len(places)))}
    yield "facilitator", "place.mark", {**own, **body}
    for at in (groups(step)[0], ""):
        yield "facilitator", "place.look", {**own, "at": at}


def groups(step: Entity) -> list[str]:
    return [one["id"] for one in step["state"]["groups"]]


def offered(step: Entity) -> list[str]:
    """The fixed places of the groups that take part."""
    return [one["id"] for one in step.get("places", ()) if one["group"] in groups(step)]
