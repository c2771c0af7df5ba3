"""How a simulated room goes through the checklist: people say who they know, the facilitator marks most lines."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from exercises.kinds.checklist.words import PROPOSED, SAID
from facilitator.chain.kind import Act, Table
from facilitator.chain.model import Entity

Answer = dict[str, Any]
STANDS = (("table", 3), ("invite", 3), ("none", 2), ("", 3))  # how often each is chosen
TWO = 2  # lines that everybody says something of


def play(step: Entity, table: Table) -> Generator[Act, Answer, None]:
    """Ties and proposals from phones and paper; then the stands, an own line, and two invitations that are actions."""
    yield from told(step, table)
    yield from proposed(step, table)
    yield "facilitator", "partner.look", {"step": step["id"], "at": "organisation"}
    yield from marked(step, table)
    yield "facilitator", "partner.look", {"step": step["id"], "at": ""}


def rows(step: Entity, table: Table) -> list[Entity]:
    return table.look("facilitator")[step["id"]]["state"]["rows"]


def told(step: Entity, table: Table) -> Generator[Act, Answer, None]:
    """Each says something of two lines, and one changes their mind."""
    lines = [row["id"] for row in rows(step, table)]
    for person in range(table.people):
        for row in table.chance.sample(lines, TWO):
            how = table.chance.choice(("us", "know", "know"))
            text = SAID[person % len(SAID)] if how == "know" else ""
            body = {"step": step["id"], "row": row, "how": how, "text": text}
            yield person, "tie.tell", body
        if person == 1:
            yield person, "tie.tell", {"step": step["id"], "row": row, "how": ""}


def proposed(step: Entity, table: Table) -> Generator[Act, Answer, None]:
    """Some miss a line; the facilitator takes the first one over, and puts one aside."""
    known, made = {row["name"] for row in rows(step, table)}, []
    fresh = [one for one in PROPOSED if one[1] not in known]
    for person, (sort, name) in enumerate(fresh[: table.people]):
        answer = yield person, "partner.propose", {"step": step["id"], "sort": sort, "name": name}
        made += answer.get("ids", [])[:1]
    texts = [text for text in table.examples if text not in known]
    if texts:
        yield "facilitator", "partner.many", {"step": step["id"], "sort": "organisation", "lines": texts[:1]}
    if made:
        yield "facilitator", "partner.adopt", {"partner": made[0]}
        yield "facilitator", "partner.mark", {"step": step["id"], "row": made[0], "stand": "invite"}
    if len(made) > 2:
        yield "facilitator", "partner.remove", {"partner": made[2]}


def marked(step: Entity, table: Table) -> Generator[Act, Answer, None]:
    """The two that always belong are at the table; of the rest some are left for another time."""
    stands, often = zip(*STANDS, strict=True)
    asked = []
    for row in rows(step, table):
        stand = "table" if row["id"] in ("municipality", "support") else table.chance.choices(stands, often)[0]
        if stand and stand != row["stand"]:
            yield "facilitator", "partner.mark", {"step": step["id"], "row": row["id"], "stand": stand}
        if stand == "invite":
            asked.append(row["id"])
    listed = {row["id"] for row in rows(step, table) if row.get("action")}
    for row in [one for one in asked if one not in listed][:2]:
        yield "facilitator", "partner.invite", {"step": step["id"], "row": row}
