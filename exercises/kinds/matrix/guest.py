"""What a simulated participant does at the matrix: weigh each proposal, in a hurry or not, and perhaps again."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.chain.guest import Guest, Intent, words
from facilitator.chain.model import Entity

HURRIED, SKIPS = 0.15, 0.3  # of the people are in a hurry; of the proposals they then skip


def intents(step: Entity, guest: Guest) -> Iterator[Intent]:
    """Only when the phones rate, while they can, and there is something to rate."""
    if step["settings"].get("by") == "begeleider" or step["state"].get("closed") or step["revealed"]:
        return
    known = {words(guest.view[one]): one for one in step["state"].get("candidates", ()) if one in guest.view}
    for key in ("first", "again") if known and not step.get("sealed") else ():
        if key == "first" or guest.fickle("rate"):
            ratings = {known[text]: marks for text in sorted(known) if (marks := judged(guest, text, key))}
            if ratings:
                body = {"step": step["id"], "ratings": ratings}
                yield Intent(key, "rating.give", body, hard=1 + 0.2 * len(known), late=key == "again")


def judged(guest: Guest, text: str, turn: str) -> list[int]:
    """Impact and effort by what it says: the room more or less agrees about each; [] when it is skipped."""
    truth, chance = guest.common("weight", text), guest.chance("rate", text, turn)
    impact, effort, apart = truth.uniform(1.5, 5), truth.uniform(1, 5), truth.choice((0.5, 0.8, 1.6))
    if guest.often(HURRIED, "hurry") and chance.random() < SKIPS:
        return []
    return [min(5, max(1, round(chance.gauss(middle, apart)))) for middle in (impact, effort)]
