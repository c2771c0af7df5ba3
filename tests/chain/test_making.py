"""Making a meeting: the template's steps, and a look back before them when the keten has open actions."""

from __future__ import annotations

from typing import Any

from exercises.registry import rulebook
from facilitator.chain.actions import STATUSES
from facilitator.chain.making import SHORT, opened
from facilitator.chain.model import Chain
from facilitator.chain.steps import MOST_STEPS

KINDS = rulebook().kinds
LOOK = {"kind": "terugblik", "title": "Terug", "minutes": 25, "group": "", "from": None}


def of(*kinds: str) -> list[dict[str, Any]]:
    """Steps of these kinds in one group; each vote takes what the wall before it gathered."""
    walls = [number for number, kind in enumerate(kinds) if kind == "briefjes"]
    return [
        {"kind": kind, "group": "Samen", "minutes": 10, "from": walls[-1] if kind == "stemmen" else None}
        for kind in kinds
    ]


def keten(*actions: dict[str, Any]) -> Chain:
    chain = Chain("k1")
    for number, fields in enumerate(actions):
        chain.put({"id": f"a{number}", "type": "action", "meeting": "m1", "gone": False, "closed": None, **fields})
    return chain


WAITING = keten({"status": STATUSES[0]})


def kinds_of(chain: Chain, steps: list[dict[str, Any]], look: dict[str, Any] | None = LOOK) -> list[str]:
    return [step["kind"] for step in opened(chain, steps, look, KINDS)]


def test_open_actions_are_looked_back_at_after_people_said_who_they_are():
    assert kinds_of(WAITING, of("kennismaking", "briefjes")) == ["kennismaking", "terugblik", "briefjes"]
    assert kinds_of(WAITING, of("uitleg", "kennismaking", "acties"))[2] == "terugblik"
    assert kinds_of(WAITING, of("briefjes", "acties")) == ["terugblik", "briefjes", "acties"]
    assert kinds_of(WAITING, []) == ["terugblik"]


def test_it_is_short_and_stands_under_the_heading_of_what_is_beside_it():
    look = opened(WAITING, of("kennismaking", "briefjes"), LOOK, KINDS)[1]
    assert (look["minutes"], look["group"], look["title"]) == (SHORT, "Samen", "Terug") and LOOK["minutes"] > SHORT


def test_a_vote_still_takes_what_its_own_wall_gathered():
    for first in ((), ("kennismaking",)):
        steps = opened(WAITING, of(*first, "briefjes", "stemmen"), LOOK, KINDS)
        vote = next(step for step in steps if step["kind"] == "stemmen")
        assert steps[vote["from"]]["kind"] == "briefjes"


def test_nothing_is_added_where_nothing_is_open_or_where_one_is_there_or_that_cannot_be():
    asked = of("kennismaking", "briefjes")
    done = keten({"status": STATUSES[2]}, {"status": STATUSES[3]}, {"status": STATUSES[0], "gone": True})
    offered = keten({"status": STATUSES[0], "offered": True})
    for chain in (keten(), done, offered):
        assert opened(chain, asked, LOOK, KINDS) == asked
    assert kinds_of(WAITING, of("briefjes", "terugblik")) == ["briefjes", "terugblik"]
    assert opened(WAITING, asked, None, KINDS) == asked
    assert len(opened(WAITING, of(*["briefjes"] * MOST_STEPS), LOOK, KINDS)) == MOST_STEPS
