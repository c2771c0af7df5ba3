"""What a simulated participant does at a vote: one ballot with a lean, and sometimes another one."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.chain.guest import Guest, Intent, words
from facilitator.chain.model import Entity

KEEPS = 0.1  # of the people keep a dot
LOVED = 0.6  # how much of a choice the room shares; the rest is one's own taste


def intents(step: Entity, guest: Guest) -> Iterator[Intent]:
    """Only while people can vote, and there is something to vote on."""
    known = {words(guest.view[one]): one for one in step["state"].get("candidates", ()) if one in guest.view}
    if step["state"].get("closed") or step["revealed"] or step.get("sealed") or not known:
        return
    for key in ("first", "again"):
        if key == "first" or guest.fickle("vote"):
            choices = {known[text]: dots for text, dots in chosen(step, guest, sorted(known), key).items()}
            body = {"step": step["id"], "choices": choices}
            yield Intent(key, "ballot.cast", body, hard=0.5 + 0.1 * len(known), late=key == "again")


def chosen(step: Entity, guest: Guest, texts: list[str], turn: str) -> dict[str, int]:
    """Dots by what a proposal says: what the room loves, what this person happens to like, and the own words."""
    most = min(int(step["settings"].get("most", 2)), int(step["settings"].get("dots", 3)))
    budget = min(int(step["settings"].get("dots", 3)), most * len(texts))
    chance = guest.chance("vote", turn)
    own = {words(note) for note in guest.list("note") if note.get("cid")}
    liking = {
        text: LOVED * guest.common("love", text).random() ** 2
        + guest.chance("like", text, turn).random()
        + (guest.nature.lean if text in own else 0)
        for text in texts
    }
    given = budget - 1 if budget > 1 and chance.random() < KEEPS else budget
    choices: dict[str, int] = {}
    for text in sorted(texts, key=lambda one: (-liking[one], one)):
        dots = min(most if chance.random() < 0.4 else 1, given - sum(choices.values()))
        if dots > 0:
            choices[text] = dots
    for text in choices:
        choices[text] += min(most - choices[text], max(0, given - sum(choices.values())))
    return choices
