"""Doubles on a wall: which notes are probably the same, as a suggestion to the facilitator. Only ids enter the book."""

from __future__ import annotations

from typing import Annotated, Any

from msgspec import Meta

from facilitator.chain.alike import alike, words_of
from facilitator.chain.ballots import counts
from facilitator.chain.command import ONLY_FACILITATOR, Body, Desk, Id, Refused, Rule
from facilitator.chain.model import Chain, Entity

Two = Annotated[list[Id], Meta(min_length=2, max_length=2)]


class Compare(Body):
    step: Id


class Apart(Body):
    step: Id
    notes: Two


def compare(desk: Desk) -> None:
    """Look for doubles now; pairs that were kept apart do not come back."""
    step = desk.step(desk.body.step)
    kept = {frozenset(pair) for pair in step["state"].get("apart", ())}
    texts = {note["id"]: note["text"] for note in standing(desk.chain, step)}
    found = [[one.first, one.second] for one in alike(texts) if frozenset((one.first, one.second)) not in kept]
    desk.emit("step.set", {"id": step["id"], "fields": {"alike": found}}, step=step["id"])


def keep_apart(desk: Desk) -> None:
    """These two do not say the same: do not suggest them again."""
    step = desk.step(desk.body.step)
    pair = desk.body.notes
    if any(desk.find(one, "note")["step"] != step["id"] for one in pair):
        raise Refused("Deze briefjes hangen niet samen op deze muur.")
    left = [one for one in step["state"].get("alike", ()) if set(one) != set(pair)]
    fields = {"alike": left, "apart": [*step["state"].get("apart", ()), pair]}
    desk.emit("step.set", {"id": step["id"], "fields": fields}, step=step["id"])


def standing(chain: Chain, step: Entity) -> list[Entity]:
    """The notes of a step that stand for themselves."""
    return [note for note in chain.in_step(step["id"], "note") if counts(note)]


def suggestions(chain: Chain, step: Entity) -> list[dict[str, Any]] | None:
    """What the facilitator sees: pairs that still stand, each with the words they share. None: not looked for yet."""
    if "alike" not in step["state"]:
        return None
    shown = []
    for pair in step["state"]["alike"]:
        first, second = (chain.get(one, "note") for one in pair)
        if first and second and counts(first) and counts(second):
            mine, other = words_of(first["text"]), words_of(second["text"])
            shown.append({"notes": pair, "words": [mine[stem] for stem in mine if stem in other]})
    return shown


RULES = [
    Rule("notes.compare", Compare, ONLY_FACILITATOR, compare, of_step=True, late=True),
    Rule("notes.apart", Apart, ONLY_FACILITATOR, keep_apart, of_step=True, late=True),
]
