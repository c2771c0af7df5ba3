"""Goals: what the keten wants to reach, as a whole or in one building block; sharpened letter by letter, then adopted.

SMART has five letters (handreiking §4.1, phase B); a letter without an answer is named and never blocks. What the
facilitator adopts belongs to the keten and comes back in later meetings (carrying.py); how many are adopted is advice:
three for the keten and three per building block (handreiking, appendix 3, forms 2 and 3).
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from msgspec import Meta

from facilitator.chain import behalf, carrying, history
from facilitator.chain.command import EVERYBODY, ONLY_FACILITATOR, Body, Desk, Id, Refused, Rule
from facilitator.chain.model import Chain, Entity, Event
from facilitator.chain.notes import MOST_LINES, Block

LETTERS = ("specific", "measurable", "agreed", "realistic", "timed")
RUNNING, REACHED, DROPPED = "loopt", "gehaald", "losgelaten"
STANDS = (RUNNING, REACHED, DROPPED)
ADVICE = 3  # goals for the keten, and per building block
LONG, SHORT = 300, 200  # characters of a goal, and of the answer to a letter
Words = Annotated[str, Meta(max_length=2000)]
Letters = dict[Literal[LETTERS], Words]


class Make(Body):
    step: Id
    text: Words
    block: Block = 0
    letters: Letters = {}


class Many(Body):
    step: Id
    lines: Annotated[list[Words], Meta(min_length=1, max_length=MOST_LINES)]
    block: Block = 0
    organisation: str = ""


class Edit(Body):
    goal: Id
    text: Words | None = None
    block: Block | None = None
    letters: Letters = {}


class One(Body):
    goal: Id


class Adopt(Body):
    goal: Id
    on: bool = True


class Follow(Body):
    goal: Id
    stand: Literal[STANDS]


# what counts


def missing(goal: Entity) -> list[str]:
    """The letters that nobody has answered yet, in their order."""
    return [letter for letter in LETTERS if not goal["letters"].get(letter)]


def proposed(chain: Chain, step: str) -> list[Entity]:
    """The goals of a step that were not removed, in the order written."""
    return [goal for goal in chain.in_step(step, "goal") if not goal["gone"]]


def opening(chain: Chain, step: Entity) -> list[str]:
    """The goals that a step begins with: adopted before, and running or closed since a step last began with them."""
    told = carrying.last_told(chain)
    found = []
    for goal in chain.of_type("goal"):
        news = goal["closed"] is not None and told.get(goal["id"], 0.0) < goal["closed"]
        if goal["step"] != step["id"] and standing(goal) and (goal["stand"] == RUNNING or news):
            found.append(goal["id"])
    return found


def standing(goal: Entity) -> bool:
    """True for a goal of the keten: adopted, and not removed."""
    return bool(goal["adopted"]) and not goal["gone"]


# commands


def reached(desk: Desk) -> Entity:
    """The goal, when it is of the seat's own meeting or came back in it."""
    goal = desk.chain.get(desk.body.goal, "goal")
    if goal is None or goal["gone"]:
        raise Refused("Dit doel is er niet meer.")
    if not desk.facilitator or goal["id"] not in carrying.carried(desk.chain, desk.seat.meeting):
        desk.find(goal["id"], "goal")
    return goal


def answers(desk: Desk) -> dict[str, str]:
    """The letters that were answered (or emptied), each on one line."""
    found = {letter: " ".join(text.split()) for letter, text in desk.body.letters.items()}
    for letter, text in found.items():
        if len(text) > SHORT:
            raise Refused(f"Houd het korter dan {SHORT} tekens. Nu zijn het er {len(text)}.", field=letter)
    return found


def make(desk: Desk) -> None:
    """A proposal, of a participant or of the facilitator."""
    step = desk.step(desk.body.step)
    letters = {letter: text for letter, text in answers(desk).items() if text}
    body = {"text": desk.told(desk.body.text, LONG), "block": desk.body.block, "letters": letters}
    body |= {"on_behalf": True} if desk.facilitator else {"author": desk.seat.id}
    desk.emit("goal.made", {"id": desk.new_id("d"), **body}, step=step["id"])


def many(desk: Desk) -> None:
    """Goals of people without a phone: one per line, all or none."""
    step = desk.step(desk.body.step)
    body = {"block": desk.body.block, "letters": {}, "on_behalf": True, **behalf.organisation(desk)}
    for line in behalf.lines(desk, LONG, "elk doel"):
        desk.emit("goal.made", {"id": desk.new_id("d"), "text": line, **body}, step=step["id"])


def edit(desk: Desk) -> None:
    """Other words, another block, or an answer to a letter; a goal of the keten only by the facilitator."""
    goal = reached(desk)
    if not desk.facilitator and goal.get("author") != desk.seat.id:
        raise Refused("Dit doel is van iemand anders.", "forbidden")
    if not desk.facilitator and goal["adopted"]:
        raise Refused("Dit doel is nu van de keten. Vraag de begeleider om het aan te passen.")
    fields: dict[str, Any] = {}
    if desk.body.text is not None:
        fields["text"] = desk.told(desk.body.text, LONG)
    if desk.body.block is not None:
        fields["block"] = desk.body.block
    if given := answers(desk):
        fields["letters"] = {letter: text for letter, text in {**goal["letters"], **given}.items() if text}
    fields = {key: value for key, value in fields.items() if goal[key] != value}
    if fields:
        desk.emit("goal.edited", {"id": goal["id"], "fields": fields}, step=goal["step"])


def adopt(desk: Desk) -> None:
    """The keten takes the goal as its own, or lets it be a proposal again."""
    goal = reached(desk)
    if bool(goal["adopted"]) != desk.body.on:
        desk.emit("goal.adopted", {"id": goal["id"], "on": desk.body.on}, step=goal["step"])


def remove(desk: Desk) -> None:
    goal = reached(desk)
    desk.emit("goal.removed", {"id": goal["id"]}, step=goal["step"])


def follow(desk: Desk) -> None:
    """How a goal of the keten stands now."""
    goal = reached(desk)
    if not goal["adopted"]:
        raise Refused("Dit is nog een voorstel. Neem het doel eerst over voor de keten.")
    if goal["stand"] != desk.body.stand:
        fields, was = {"stand": desk.body.stand}, {"stand": goal["stand"]}
        desk.emit("goal.followed", {"id": goal["id"], "fields": fields, "was": was}, step=goal["step"])


# events


def goal_made(chain: Chain, event: Event) -> None:
    fields = {"meeting": event.meeting, "step": event.step, "gone": False, "adopted": False}
    fields |= {"stand": RUNNING, "closed": None, "history": history.begun(event)}
    chain.put({"type": "goal", **fields, **event.body})
    chain.mark(event.body["id"], "gone", event.seq)


def goal_changed(chain: Chain, event: Event) -> None:
    """Edited or followed; a goal that is reached or let go is closed from then on."""
    fields = event.body["fields"]
    history.change(chain, event, event.body["id"], fields)
    if "stand" in fields:
        chain.change(event.body["id"], closed=None if fields["stand"] == RUNNING else event.at)
    for key in fields:
        chain.mark(event.body["id"], key, event.seq)


def goal_adopted(chain: Chain, event: Event) -> None:
    history.change(chain, event, event.body["id"], {"adopted": event.body["on"]})
    chain.mark(event.body["id"], "adopted", event.seq)


def goal_gone(chain: Chain, event: Event) -> None:
    history.change(chain, event, event.body["id"], {"gone": event.name == "goal.removed"})
    chain.mark(event.body["id"], "gone", event.seq)


RULES = [
    Rule("goal.make", Make, EVERYBODY, make, of_step=True, late=True),
    Rule("goal.many", Many, ONLY_FACILITATOR, many, of_step=True, late=True),
    Rule("goal.edit", Edit, EVERYBODY, edit, late=True),
    Rule("goal.adopt", Adopt, ONLY_FACILITATOR, adopt, late=True),
    Rule("goal.remove", One, ONLY_FACILITATOR, remove, late=True),
    Rule("goal.follow", Follow, ONLY_FACILITATOR, follow, late=True),
]
EVENTS = {
    "goal.made": goal_made,
    "goal.edited": goal_changed,
    "goal.followed": goal_changed,
    "goal.adopted": goal_adopted,
    "goal.removed": goal_gone,
    "goal.restored": goal_gone,
}
