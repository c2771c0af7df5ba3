"""How a simulated room makes goals: everybody proposes one, some are sharpened, a few are adopted."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from exercises.kinds.doelen.words import ANSWERS, TEXTS
from facilitator.chain.goals import LETTERS, REACHED, RUNNING
from facilitator.chain.kind import Act, Table
from facilitator.chain.model import Entity

Answer = dict[str, Any]
CHOSEN = 3  # goals that the keten adopts for itself
BLOCKS = 2  # goals that it adopts for building blocks, when those are asked


def play(step: Entity, table: Table) -> Generator[Act, Answer, None]:
    """Write, show, sharpen one large on the screen, adopt; what came back gets a new stand first."""
    yield from looked_back(step, table)
    made = yield from written(step, table)
    yield "facilitator", "goal.look", {"step": step["id"], "wall": "voorstellen"}
    yield from sharpened(step, table, made)
    yield from adopted(step, table)
    yield "facilitator", "goal.look", {"step": step["id"], "wall": "doelen"}


def looked_back(step: Entity, table: Table) -> Generator[Act, Answer, None]:
    for number, goal in enumerate(step["state"].get("carried", ())):
        if number == 0 and table.look("facilitator")[goal]["stand"] == RUNNING:
            yield "facilitator", "goal.follow", {"goal": goal, "stand": REACHED}


def written(step: Entity, table: Table) -> Generator[Act, Answer, list[tuple[int, str]]]:
    """Everybody proposes a goal, two out of three for the whole keten; one more comes from paper."""
    texts, made = list(table.examples or TEXTS), []
    table.chance.shuffle(texts)
    for person in range(table.people):
        body = {"step": step["id"], "text": texts[person % len(texts)], "block": of(step, table)}
        answer = yield person, "goal.make", body
        made += [(person, identity) for identity in answer.get("ids", [])]
    yield "facilitator", "goal.many", {"step": step["id"], "lines": [texts[-1]], "block": step.get("block", 0)}
    return made


def of(step: Entity, table: Table) -> int:
    """The building block of a goal; 0 is the whole keten."""
    if step.get("block") or not step["settings"].get("blocks", True):
        return step.get("block", 0)
    return table.chance.choice((0, 0, table.chance.randint(1, 7)))


def sharpened(step: Entity, table: Table, made: list[tuple[int, str]]) -> Generator[Act, Answer, None]:
    """Writers answer a letter or two of their own goal; the facilitator asks all five of one."""
    for person, identity in made[::3]:
        asked = table.chance.sample(LETTERS, 2)
        yield person, "goal.edit", {"goal": identity, "letters": said(table, asked)}
    if made:
        large = {"step": step["id"], "wall": "voorstellen", "goal": made[0][1]}
        yield "facilitator", "goal.look", large
        for letter in LETTERS[: table.chance.randint(3, 5)]:
            yield "facilitator", "goal.edit", {"goal": made[0][1], "letters": said(table, [letter])}


def said(table: Table, asked: list[str] | tuple[str, ...]) -> dict[str, str]:
    return {letter: table.chance.choice(ANSWERS[letter]) for letter in asked}


def adopted(step: Entity, table: Table) -> Generator[Act, Answer, None]:
    """Some for the keten, some for building blocks; a goal that says the same twice is taken off."""
    view = table.look("facilitator")
    loose = [view[identity] for identity in view[step["id"]]["state"]["proposals"]]
    whole = [goal["id"] for goal in loose if not goal.get("block")][:CHOSEN]
    parts = [goal["id"] for goal in loose if goal.get("block")][:BLOCKS]
    for identity in whole + parts:
        yield "facilitator", "goal.adopt", {"goal": identity}
    texts: set[str] = set()
    for goal in loose:
        if goal["text"] in texts and goal["id"] not in whole + parts:
            yield "facilitator", "goal.remove", {"goal": goal["id"]}
        texts.add(goal["text"])
