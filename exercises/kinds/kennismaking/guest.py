"""What a simulated participant does while organisations introduce themselves: answer for the own one, once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from exercises.kinds.kennismaking.words import NUMBERS, OFTEN, TOGETHER, WISHES
from facilitator.chain.guest import Guest, Intent
from facilitator.chain.model import Entity
from facilitator.chain.people import FUNDING, OFFERS

COLLEAGUES = 0.2  # of those who are not the first of their organisation answer as well
# what a way of contact tells already: with how many, and how often
COUNTED = re.compile(r"\d|naar schatting|hoeveel het er zijn|wij zijn het zelf", re.IGNORECASE)
TIMED = re.compile(
    r"\bdag(?:en|elijks)?\b|\bwek(?:en|elijks)\b|\bweek\b|\bmaand|\bjaar|\b(?:meestal|pas|alleen) als\b|\bdiagnose\b",
    re.IGNORECASE,
)
TELLS = 0.5  # of the partners that somebody names it says on what they work together


def intents(step: Entity, guest: Guest) -> Iterator[Intent]:
    """Everybody listens; the first of an organisation answers the questions, and now and then a colleague."""
    if not step["settings"].get("questions", True):
        return
    if guest.rank and not guest.often(COLLEAGUES, "answers"):
        return
    chance, others = guest.chance("answer"), guest.others()
    contact = guest.say("contact", (), "contact!")
    how = guest.say("how", (), "hoe!")
    has = known(guest, others)
    body = {
        "step": step["id"],
        "contact": contact,
        **measures(contact, chance),
        "offers": sorted(chance.sample(OFFERS, chance.randint(1, 3)), key=OFFERS.index),
        "how": how,
        "funding": sorted(chance.sample(FUNDING, chance.randint(1, 2)), key=FUNDING.index),
        "has": has,
        "about": [about(guest, name) for name in has],
        "wants": chance.sample(WISHES, chance.randint(0, 2)),
    }
    yield Intent("answer", "introduction.give", body, contact + how, hard=2)


def measures(contact: str, chance: Any) -> dict[str, str]:
    """With how many carers, and how often: nothing where the way of contact tells it already, or says it otherwise."""
    number, frequency = chance.choice(NUMBERS), chance.choice(OFTEN)
    return {
        "number": "" if COUNTED.search(contact) else number,
        "frequency": "" if TIMED.search(contact) else frequency,
    }


def about(guest: Guest, name: str) -> str:
    """On what two organisations work together, mostly said by the one and not by the other."""
    return guest.chance("about", name).choice(TOGETHER) if guest.often(TELLS, "about", name) else ""


def known(guest: Guest, others: list[str]) -> list[str]:
    """With whom it works already: drawn per name, so that who comes later changes nothing for the others."""
    drawn = sorted(others, key=lambda name: guest.chance("known", name).random())
    return drawn[: guest.chance("known").randint(1, 3)]
