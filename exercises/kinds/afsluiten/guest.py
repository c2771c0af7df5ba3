"""What a simulated participant promises at the end, and what it thought of the meeting."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.kinds.afsluiten.words import BETTER, WORTH
from facilitator.chain.guest import Guest, Intent
from facilitator.chain.model import Entity

PROMISES, WORTHWHILE, CAN_BE_BETTER = 0.85, 0.55, 0.3


def intents(step: Entity, guest: Guest) -> Iterator[Intent]:
    """One promise, not from everybody; some say what it was worth, and a few add later what could be better."""
    own = {"step": step["id"], "text": "", "worth": "", "better": ""}
    if guest.chance("promise").random() < PROMISES:
        own["text"] = guest.say("promise", guest.examples, "zelf")
    if guest.often(WORTHWHILE, "worth"):
        own["worth"] = guest.say("worth", WORTH, "waarde")
    if own["text"] or own["worth"]:
        yield Intent("promise", "commitment.make", own, own["text"] + own["worth"], hard=2)
    if guest.often(CAN_BE_BETTER, "better"):
        better = guest.say("better", BETTER, "beter")
        yield Intent("better", "commitment.make", {**own, "better": better}, better)
