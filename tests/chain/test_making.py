"""Making a meeting and opening it: the template's steps, and a look back when the keten has open actions."""

from __future__ import annotations

from typing import Any

import pytest

from exercises.registry import rulebook
from facilitator.chain.actions import STATUSES
from facilitator.chain.command import FACILITATOR, Seat
from facilitator.chain.making import SHORT, opened
from facilitator.chain.model import Chain
from facilitator.chain.steps import MOST_STEPS
from tests.chain.sim import Answer, Sim, summary

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


class Planned(Sim):
    """One that was made before anything was open (`later`), after meetings that left two actions."""

    def do(self, name: str, /, **body: Any) -> Answer:
        self.facilitator = Seat(FACILITATOR, self.later)
        return self.ok(name, **body)

    def kinds(self) -> list[str]:
        return [step["kind"] for step in self.chain.steps(self.later)]

    def shown(self) -> dict[str, Any]:
        """What its control room holds: the law of sync says that this is what was sent to it."""
        return self.room.held["control", self.later, ""]


@pytest.fixture
def planned():
    sim = Planned()
    yield sim
    sim.remove()


def test_a_meeting_that_was_made_too_early_looks_back_when_its_door_opens(planned):
    was = planned.kinds()
    assert "terugblik" not in was and planned.shown()[planned.later]["awaits"] == 2
    [came] = planned.do("meeting.open")["ids"]
    assert planned.kinds() == ["terugblik", *was]
    step = planned.shown()[came]
    assert (step["came"], step["minutes"], step["group"]) == (2, SHORT, "Acties")
    assert "awaits" not in planned.shown()[planned.later]
    planned.do("meeting.go", step=came)
    rows = [row["id"] for row in planned.shown()[came]["state"]["order"]]
    assert {planned.chain.entities[one]["what"] for one in rows} == {"Bellen", "Uitnodigen"}
    guest = planned.whole(("phone", planned.later, ""))[came]
    assert guest["kind"] == "terugblik" and "came" not in guest
    assert summary(planned.book.fold(planned.id, planned.written())) == summary(planned.chain)
    assert planned.do("meeting.close") and planned.do("meeting.open")["ids"] == []
    assert planned.kinds().count("terugblik") == 1


@pytest.mark.parametrize("way", ["step.remove", "undo"])
def test_who_takes_it_out_does_not_get_it_again(planned, way):
    [came] = planned.do("meeting.open")["ids"]
    offered = planned.shown()[planned.later]["undo"]
    assert offered["label"].startswith("stap erbij")
    planned.do("step.remove", step=came) if way == "step.remove" else planned.do("undo", seq=offered["seq"])
    assert "terugblik" not in planned.kinds()
    planned.do("meeting.close")
    planned.do("meeting.open")
    assert "terugblik" not in planned.kinds()
    back = planned.shown()[planned.later]["undo" if way == "step.remove" else "redo"]
    planned.do("undo", seq=back["seq"])
    assert planned.kinds()[0] == "terugblik" and planned.shown()[came]["came"] == 2


def test_what_was_played_or_has_nothing_open_stays_as_it_is(planned):
    """Also what is open now may be finished before the door opens: the control room hears of it at once."""
    bellen, kaart = (one["id"] for one in planned.chain.of_type("action") if one["status"] in STATUSES[:2])
    planned.facilitator = Seat(FACILITATOR)
    for number, action in enumerate((bellen, kaart)):
        assert planned.shown()[planned.later]["awaits"] == 2 - number
        planned.ok("action.follow", action=action, status=STATUSES[2])
    assert "awaits" not in planned.shown()[planned.later]
    assert planned.do("meeting.open")["ids"] == []
    planned.do("meeting.go", step=planned.chain.entities[planned.later]["steps"][0])
    planned.do("meeting.close")
    planned.facilitator = Seat(FACILITATOR)
    planned.ok("action.follow", action=bellen, status=STATUSES[0])
    assert planned.do("meeting.open")["ids"] == [] and "terugblik" not in planned.kinds()


def test_a_day_for_trainers_does_not_look_back_and_a_template_that_left_the_shelf_does(planned):
    shelf = planned.rooms.library.agendas
    left = shelf["eerder"].phase
    shelf["eerder"].phase = "trainer"
    assert planned.do("meeting.open")["ids"] == [] and "terugblik" not in planned.kinds()
    planned.do("meeting.close")
    shelf["eerder"].phase = left
    del shelf["eerder"]
    assert len(planned.do("meeting.open")["ids"]) == 1 and planned.kinds()[0] == "terugblik"
