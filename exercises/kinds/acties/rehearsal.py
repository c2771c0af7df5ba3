"""How a simulated room makes its list: offers from phones, actions from the best ideas, a name and a date for each."""

from __future__ import annotations

from collections.abc import Generator
from datetime import date, timedelta
from typing import Any

from facilitator.chain.actions import STATUSES
from facilitator.chain.kind import Act, Table
from facilitator.chain.model import Entity

Answer = dict[str, Any]
FROM_IDEAS, OFFERS, TAKEN = 5, 6, 3
WEEKS = (1, 2, 4, 6, 8, 13)
REMARKS = (
    "jonge mantelzorgers",
    "mantelzorgers die werken",
    "mensen die niet online zijn",
    "wie voor een ouder met dementie zorgt",
    "eerst in één wijk proberen",
    "",
    "",
)
PARTS = ("Eerst bellen wie erover gaat", "Een voorbeeld maken op één bladzijde", "Terugmelden aan de tafel")


def play(step: Entity, table: Table) -> Generator[Act, Answer, None]:
    """A few people offer something; the facilitator takes over the ideas on top, then some of the offers."""
    examples = list(table.examples) or ["De contactgegevens van vandaag rondsturen"]
    table.chance.shuffle(examples)
    yield from offers(step, table, examples)
    view = table.look("facilitator")
    made: list[str] = []
    for idea in view[step["id"]]["state"].get("ideas", [])[:FROM_IDEAS]:
        answer = yield "facilitator", "action.make", from_idea(step, view, idea["id"], table)
        made += answer.get("ids", [])
    if not made:
        body = {"step": step["id"], "what": examples[-1], **who_and_when(view, table)}
        answer = yield "facilitator", "action.make", body
        made += answer.get("ids", [])
    yield from after(step, table, made)


def offers(step: Entity, table: Table, examples: list[str]) -> Generator[Act, Answer, None]:
    """Each of a few people offers something of their own, one of them with an idea from the wall."""
    for number in range(min(table.people, OFFERS)):
        person = number * table.people // min(table.people, OFFERS)
        view = table.look(person)
        body = {"step": step["id"], "what": examples[number % len(examples)], **who_and_when(view, table)}
        ideas = view[step["id"]]["state"].get("candidates", [])
        if ideas and number == 1:
            body["sources"] = [table.chance.choice(ideas)]
        yield person, "action.make", body


def after(step: Entity, table: Table, made: list[str]) -> Generator[Act, Answer, None]:
    """Some offers are accepted, one action is split, one gets a remark, one is put on top by hand, a line is drawn."""
    view = table.look("facilitator")
    offered = [one["id"] for one in view.values() if one["type"] == "action" and one.get("offered")]
    for identity in offered[:TAKEN]:
        yield "facilitator", "action.accept", {"action": identity}
    if made:
        parts = [{"what": what, **who_and_when(view, table)} for what in PARTS[: table.chance.randint(2, 3)]]
        yield "facilitator", "action.split", {"action": made[0], "parts": parts}
        yield "facilitator", "action.edit", {"action": made[-1], "status": "bezig"}
    order = table.look("facilitator")[step["id"]]["state"].get("order", [])
    for number, row in enumerate(order[: min(table.people, TAKEN)]):
        if table.look("facilitator")[row["id"]]["status"] == STATUSES[0]:
            yield number, "action.take", {"action": row["id"]}
    if len(order) > 3:
        yield "facilitator", "action.rank", {"action": order[3]["id"], "place": 2}
        yield "facilitator", "list.line", {"step": step["id"], "most": table.chance.randint(3, len(order))}


def from_idea(step: Entity, view: dict[str, Entity], identity: str, table: Table) -> dict[str, Any]:
    """An action that says what its note says, or the first note of its group: a group's name is no action yet."""
    idea = view[identity]
    inside = (one for one in view.values() if one["type"] == "note" and one.get("cluster") == identity)
    first = next((one for one in inside if one.get("text") and not one.get("redacted")), idea)
    what = first.get("text") or idea.get("name", "")
    body = {"step": step["id"], "what": what[:500], "sources": [identity], "block": table.chance.randint(1, 7)}
    return {**body, "remarks": table.chance.choice(REMARKS), **who_and_when(view, table)}


def who_and_when(view: dict[str, Entity], table: Table) -> dict[str, str]:
    """An organisation at the table, and a day some weeks after the meeting when its date is known."""
    names = [one["name"] for one in view.values() if one["type"] == "organisation"]
    found = {"who": table.chance.choice(names)} if names else {}
    weeks = table.chance.choice(WEEKS)
    held = next((one.get("date") for one in view.values() if one["type"] == "meeting"), "")
    if held:
        found["when"] = (date.fromisoformat(held) + timedelta(weeks=weeks)).isoformat()
    return found
