"""What a simulated participant thinks of statements: about some the room thinks alike, about others it does not."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.kinds.schaal.outcome import scale_of, statements
from facilitator.chain.guest import Guest, Intent
from facilitator.chain.model import Entity

SKIPS, SPLIT = 0.05, 0.2  # of the marks are left out; of the statements divide the room


def intents(step: Entity, guest: Guest) -> Iterator[Intent]:
    """One set of marks, and sometimes another one, while the room can still answer."""
    if step["state"].get("closed") or step["revealed"] or step.get("sealed"):
        return
    for key in ("first", "again"):
        if key == "first" or guest.fickle("marks"):
            marks = {prompt["id"]: mark(step, guest, prompt["text"], key) for prompt in statements(step)}
            choices = {identity: given for identity, given in marks.items() if given}
            if choices:
                body = {"step": step["id"], "choices": choices}
                yield Intent(key, "ballot.cast", body, hard=1 + 0.2 * len(marks), late=key == "again")


def mark(step: Entity, guest: Guest, text: str, turn: str) -> int:
    """From 1 to the end of the scale; 0 is skipped."""
    truth, chance, scale = guest.common("statement", text), guest.chance("mark", text, turn), scale_of(step)
    middle, apart, split = truth.uniform(0.3, 0.9), truth.choice((0.08, 0.12, 0.3)), truth.random() < SPLIT
    if chance.random() < SKIPS:
        return 0
    aim = chance.choice((0.15, 0.9)) if split else middle
    return min(scale, max(1, round(1 + (scale - 1) * chance.gauss(aim, apart))))
