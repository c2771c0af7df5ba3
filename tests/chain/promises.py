"""Laws of what was promised to people: how many dots each has, and how much of their name is shown."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from facilitator.chain.ballots import budget
from facilitator.chain.model import Event
from facilitator.chain.notes import ANONYMOUS
from facilitator.chain.setting import OPENNESS
from tests.chain.sim import Sim


def nobody_gives_more_than_they_have(sim: Sim) -> None:
    """On a phone and on paper; whatever the settings have become since."""
    for step in sim.chain.steps(sim.meeting):
        if step["kind"] not in ("stemmen", "matrix"):
            continue
        dots, most = budget(step)
        for ballot in sim.chain.in_step(step["id"], "ballot"):
            within(ballot["choices"].values(), dots, most)
        for cards in sim.chain.in_step(step["id"], "cards"):
            within(cards.get("choices", {}).values(), dots * cards["people"], most * cards["people"])
            for impacts, efforts in cards.get("ratings", {}).values():
                assert len(impacts) == len(efforts) <= cards["people"], "somebody gave two marks for the same"


def within(given: Iterable[int], dots: int, most: int) -> None:
    given = list(given)
    assert sum(given) <= dots and all(one <= most for one in given), "somebody gave more than they have"


def a_name_is_never_shown_more_openly_than_was_promised(events: list[Event]) -> None:
    """Nor does what was kept with its writer call itself anonymous."""
    names: dict[str, str] = {}
    promised: dict[str, int] = {}
    signed: set[str] = set()
    for event in events:
        if event.name == "step.added":
            names[event.step] = event.body["step"]["settings"].get("names", "organisatie")
        elif event.name in ("note.posted", "commitment.made"):
            promised[event.step] = min(promised.get(event.step, 9), OPENNESS[names[event.step]])
            signed |= {event.step} if event.body.get("author") else set()
        elif event.name == "step.edited":
            now: Any = event.body["fields"].get("settings", {}).get("names", names[event.step])
            assert OPENNESS[now] <= promised.get(event.step, 9), "a name is shown that was promised to be kept"
            assert now != ANONYMOUS or event.step not in signed, "what has a writer is called anonymous"
            names[event.step] = now
