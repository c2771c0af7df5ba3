"""Introductions: what an organisation tells of itself at the table, on a phone or on paper; the last answer counts."""

from __future__ import annotations

from typing import Any

from facilitator.chain import answers, discreet, forewords
from facilitator.chain.command import ONLY_FACILITATOR, ONLY_PARTICIPANT, Desk, Id, Refused, Rule
from facilitator.chain.model import Chain, Event


class Introduce(answers.Answers, kw_only=True):
    step: Id


class Introduction(Introduce, kw_only=True):
    organisation: Id


def introduce(desk: Desk) -> None:
    """What an organisation tells of itself; the last answer of a person counts."""
    person = desk.find(desk.seat.id, "participant")
    told(desk, f"i{person['id']}", {"author": person["id"], "organisation": person.get("organisation", "")})


def on_paper(desk: Desk) -> None:
    """What an organisation without a phone tells of itself, in place of what was typed for it before."""
    organisation = desk.find(desk.body.organisation, "organisation")["id"]
    told(desk, f"i{desk.body.step}{organisation}", {"organisation": organisation, "on_behalf": True})


def told(desk: Desk, identity: str, whose: dict[str, Any]) -> None:
    """The answers, with the pairs of names that are said to be two."""
    step = desk.step(desk.body.step)
    given = answers.fitting(answers.kept(desk.body))
    for field in ("has", "about", "wants"):
        discreet.refuse(given.get(field, ()), field)
    if "on_behalf" in whose and not any(given.values()):
        raise Refused("Er staat nog niets. Vul eerst iets in.", field="contact")
    before = desk.chain.get(identity, "introduction")
    two = forewords.apart(desk.chain, before, [*given["has"], *given["wants"]], desk.body.apart)
    body = {"id": identity, **whose, **given, **({"apart": two} if two else {})}
    desk.emit("introduction.given", body, step=step["id"])


def given(chain: Chain, event: Event) -> None:
    """The last answer takes the place of the one before."""
    forewords.moved(chain, chain.get(event.body["id"], "introduction"), event.body)
    chain.put({"type": "introduction", "meeting": event.meeting, "step": event.step, **event.body})


RULES = [
    Rule("introduction.give", Introduce, ONLY_PARTICIPANT, introduce, of_step=True),
    Rule("introduction.paper", Introduction, ONLY_FACILITATOR, on_paper, of_step=True, late=True),
]
EVENTS = {"introduction.given": given}
