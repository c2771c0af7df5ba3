"""A keten that comes in: folded in memory by our own rules, looked at from every side, and only then believed."""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass, replace

from facilitator.chain import sealing, shapes
from facilitator.chain.kind import Audience, Page
from facilitator.chain.model import KETEN, Chain, Event
from facilitator.chain.rules import Rulebook
from facilitator.chain.views import Gate
from facilitator.luggage.keten import NEWER, SWOLLEN, WRONG, Contents, Label, refuse

log = logging.getLogger("ketentafel.luggage")
ROOM = ("control", "screen", "phone")
PLAIN = ("note", "ballot", "rating", "participant")  # many, and judged by their shape
PATIENCE = 20.0  # seconds for one file; the longest book that we write ourselves takes some two
STRANGER = "In dit bestand staan namen die bij niemand in de keten horen. Wij nemen het niet over."


@dataclass(frozen=True)
class Arrival:
    """A keten that may come in: its label, its chain (folded), its events, the names and the house style with it."""

    label: Label
    chain: Chain
    events: list[Event]
    people: dict[str, dict[str, str]]
    look: dict[str, str]

    @property
    def name(self) -> str:
        return self.chain.entities[KETEN]["name"]


def birth(chain: Chain) -> str:
    """What tells one keten from every other, also after years and copies: the mark on its first event."""
    return next(iter(chain.answered), "")


def receive(contents: Contents, rulebook: Rulebook) -> Arrival:
    """Fold and check everything; Refused with a sentence when one thing is not as our own rules make it."""
    chain = fold(contents, rulebook)
    people = {}
    for identity, fields in contents.people.items():
        try:
            shapes.check_body(fields)
        except shapes.Unsound:
            raise refuse(STRANGER) from None
        if identity not in chain.entities:
            raise refuse(STRANGER)
        if not chain.entities[identity].get("gone"):
            people[identity] = fields
    try:
        look(chain, people, rulebook)
    except Exception as fault:  # noqa: BLE001 - whatever cannot be shown does not come in
        log.info("a keten that cannot be shown: %r", fault)
        raise refuse(WRONG.format(len(contents.events))) from None
    return Arrival(contents.label, chain, contents.events, people, contents.look)


def settled(one: Arrival, rulebook: Rulebook, at: float) -> Arrival:
    """The same keten as it begins here, at `at` (seconds): open votes come in closed, since their salts stayed behind.

    Otherwise new people could vote where the votes of others count already.
    """
    added = []
    for step in sealing.adrift(one.chain):
        body = {"id": step["id"], "moved": True}
        event = Event(one.chain.seq + 1, at, "step.sealed", body, step["meeting"], step["id"])
        rulebook.apply(one.chain, event)
        added.append(event)
    one.chain.touched.clear()
    return replace(one, events=[*one.events, *added])


def fold(contents: Contents, rulebook: Rulebook) -> Chain:
    """The chain after all events, each judged before and after it happened."""
    chain, known, seen = Chain(""), set(), {}
    until = time.monotonic() + PATIENCE
    for number, event in enumerate(contents.events, 1):
        if time.monotonic() > until:
            raise refuse(SWOLLEN)
        if event.name not in rulebook.events:
            raise refuse(NEWER.format(contents.label.made_with))
        try:
            judge(chain, event, number, known)
            rulebook.apply(chain, event)
            judge_after(chain, event, rulebook, seen)
        except Exception as fault:  # noqa: BLE001 - whatever goes wrong in a fold, the event is not one of ours
            log.info("event %d of a keten that came in: %r", number, fault)
            raise refuse(WRONG.format(number)) from None
    return chain


def judge(chain: Chain, event: Event, number: int, known: set[str]) -> None:
    """Before it happens: its number, its mark, and that only the first event makes the keten."""
    if event.seq != number:
        raise shapes.Unsound("out of order")
    if (event.name == "chain.created") != (number == 1) or (number == 1 and not event.op):
        raise shapes.Unsound("a keten is made once, by its first event")
    if not 0 <= event.at <= 4_102_444_800:
        raise shapes.Unsound("not a time")
    if event.op in known:
        raise shapes.Unsound("a mark that was used before")
    if event.op:
        known.add(event.op)
    shapes.check_body(event.body)
    chain.touched.clear()


def judge_after(chain: Chain, event: Event, rulebook: Rulebook, seen: dict[str, str]) -> None:
    """After it happened: where it happened exists, and what it touched is as our rules make it."""
    meeting, step = chain.entities.get(event.meeting), chain.entities.get(event.step)
    if event.meeting and (meeting is None or meeting["type"] != "meeting"):
        raise shapes.Unsound("no such meeting")
    if event.step and (step is None or step["type"] != "step" or step["meeting"] != event.meeting):
        raise shapes.Unsound("no such step")
    for identity in chain.touched:
        shapes.check(chain, rulebook.kinds, seen, identity)
    chain.touched.clear()


def look(chain: Chain, people: dict[str, dict[str, str]], rulebook: Rulebook) -> None:
    """Show all to the report and write its sections, and show the room what kinds make; raises what goes wrong."""
    gate = Gate(rulebook.kinds)
    for meeting in chain.of_type("meeting"):
        page = Page(gate.whole(chain, people, Audience("report", meeting["id"])))
        for step in [page.entities[identity] for identity in meeting["steps"]]:
            if step.get("started_at"):
                rulebook.kinds[step["kind"]].report(step, page)
                rulebook.kinds[step["kind"]].annex(step, page)
        for audience in [Audience(name, meeting["id"]) for name in ROOM]:
            for identity, entity in chain.entities.items():
                if entity["type"] not in PLAIN:
                    gate.show(chain, people, identity, audience)
