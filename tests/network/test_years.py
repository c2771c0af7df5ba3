"""The map over the years: what somebody says later counts, who leaves is gone, and a comparison claims nothing else."""

from typing import Any

import pytest

from exercises.kinds.netwerk import told
from exercises.registry import KINDS
from facilitator.chain.command import FACILITATOR, Seat
from facilitator.chain.kind import Page
from facilitator.chain.network.compare import between
from facilitator.chain.network.guests import wider
from facilitator.chain.network.moments import Moment, moments, view
from facilitator.report import forms
from tests.kinds.foyer import words
from tests.kinds.house import House, made
from tests.kinds.tables import step as plain_step
from tests.network.test_map import guests, line, mark, refused, say, state

TOWN, POINT, CARE = "Gemeente Ede", "Steunpunt", "Thuiszorg West"
NOTHING = {key: [] for key in "came away left closed new firmer weaker better worse gone wanted dropped".split()}


@pytest.fixture
def house(tmp_path):
    return House(tmp_path, made(next(kind for kind in KINDS if kind.name == "netwerk")))


def later(house: House, *organisations: str) -> None:
    """The meeting ends; the next one begins, with somebody of each of these."""
    house.do("meeting.close")
    asked = {"title": "Later", "template": "proef", "date": "2027-01-20"}
    house.meeting = house.ask(Seat(FACILITATOR), "meeting.create", **asked)["ids"][0]
    house.steps, house.people = list(house.chain.entities[house.meeting]["steps"]), []
    house.do("meeting.open")
    for name in organisations:
        house.enter(name)
    house.step = house.go(1)


def parties(house: House) -> list[str]:
    """Who stands as a party of the keten on form 2: all who ever sat at its table."""
    return [row[0] for row in forms.parties(Page(house.room.keten_view(True)), {})]


def changed(house: House) -> dict[str, Any]:
    """What the room is told that changed, without what did not."""
    return {key: rows for key, rows in state(house)["changes"].items() if rows}


def test_nothing_changed_is_nothing_claimed(house):
    say(house, 0, POINT)
    later(house, TOWN, POINT, CARE)
    assert state(house)["changes"] == NOTHING
    assert "Er veranderde niets op de kaart." in words(house.full_report())


def test_what_an_organisation_says_a_year_later_is_no_contradiction(house):
    say(house, 0, POINT)
    say(house, 1, TOWN)
    later(house, TOWN, POINT, CARE)
    say(house, 0, POINT, says="no")
    assert "torn" in line(house, TOWN, POINT), "the other still says it"
    assert changed(house) == {"weaker": [[TOWN, POINT]]}
    say(house, 1, TOWN, says="no")
    assert changed(house) == {"gone": [[TOWN, POINT]]}
    say(house, 1, TOWN, says="")
    assert changed(house) == {"weaker": [[TOWN, POINT]]}, "who takes a word back said it before"


def test_two_names_that_became_one_change_nothing(house):
    say(house, 0, "Thuiszorg")
    say(house, 0, "Voedselbank")
    later(house, TOWN, POINT, CARE)
    house.do("network.same", step=house.step, one=wider("Thuiszorg"), into=guests(house)[CARE][0])
    assert line(house, TOWN, CARE)["there"] and changed(house) == {}
    house.enter("Voedselbank")
    assert changed(house) == {"came": ["Voedselbank"]}, "its line was there already, by name"


def test_how_a_link_goes_and_what_is_missed_can_become_better_and_worse(house):
    for other in (POINT, CARE):
        say(house, 0, other)
    mark(house, TOWN, POINT, "improve")
    mark(house, TOWN, CARE, "good")
    mark(house, POINT, CARE, "missing")
    later(house, TOWN, POINT, CARE)
    mark(house, TOWN, POINT, "good")
    mark(house, TOWN, CARE, "improve")
    mark(house, POINT, CARE, "")
    assert changed(house) == {"better": [[TOWN, POINT]], "worse": [[TOWN, CARE]], "dropped": [[POINT, CARE]]}


def test_what_was_missing_and_is_named_now_is_a_question(house):
    mark(house, TOWN, POINT, "missing")
    say(house, 0, POINT)
    assert any("Ontbrak nog, maar wordt nu genoemd" in fact for fact in state(house)["facts"])


def test_who_leaves_is_off_the_map_and_its_actions_stay_and_are_asked_about(tmp_path):
    house = House(tmp_path, made(next(kind for kind in KINDS if kind.name == "netwerk")), plain_step("acties", None))
    say(house, 2, TOWN)
    care = guests(house)[CARE][0]
    action = house.do("action.make", step=house.steps[2], what="Samen bellen", owners=[care])["ids"][0]
    assert "zit nu iemand aan tafel" in refused(house, None, "network.leave", organisation=care)
    later(house, TOWN, POINT)
    assert changed(house) == {"away": [CARE]}
    assert CARE in parties(house)
    house.do("network.leave", step=house.step, organisation=care)
    assert changed(house) == {"left": [CARE], "gone": [[TOWN, CARE]]}
    assert CARE not in guests(house) and state(house)["left"] == [[care, CARE, 1]]
    assert f"{CARE} doet niet meer mee, en heeft nog één actie. Wie neemt die over?" in state(house)["facts"]
    assert house.chain.entities[action]["owners"] == [care]
    assert parties(house) == [POINT, TOWN], "no party any more in forms and covenant"
    house.do("network.leave", step=house.step, organisation=care, on=False)
    assert changed(house) == {"away": [CARE]} and line(house, TOWN, CARE)["there"]


def test_that_somebody_leaves_can_be_undone_and_done_again_as_any_other_act(tmp_path):
    house = House(tmp_path, made(next(kind for kind in KINDS if kind.name == "netwerk")), plain_step("acties", None))
    say(house, 2, TOWN)
    care = guests(house)[CARE][0]
    later(house, TOWN, POINT)
    house.do("network.leave", step=house.step, organisation=care)
    offered = house.see("control")[house.meeting]["undo"]
    assert offered["label"].startswith("wie niet meer meedoet")
    back = house.do("undo", seq=offered["seq"])["seq"]
    assert changed(house) == {"away": [CARE]} and state(house).get("left", []) == []
    assert house.see("control")[house.meeting]["redo"]["seq"] == back
    house.do("undo", seq=back)
    assert changed(house) == {"left": [CARE], "gone": [[TOWN, CARE]]}
    house.do("network.leave", step=house.step, organisation=care, on=False)
    offered = house.see("control")[house.meeting]["undo"]
    house.enter(CARE)
    assert "zit nu iemand aan tafel" in house.no("undo", seq=offered["seq"])


def test_who_left_is_there_again_when_it_joins_or_is_named_later_without_what_was_said_before(house):
    say(house, 2, TOWN)
    later(house, TOWN, POINT)
    care = next(one["id"] for one in house.chain.of_type("organisation") if one["name"] == CARE)
    house.do("network.leave", step=house.step, organisation=care)
    later(house, TOWN, POINT)
    assert CARE not in guests(house)
    say(house, 1, CARE)
    assert line(house, POINT, CARE)["there"] and line(house, TOWN, CARE) == {}
    house.enter(CARE)
    assert guests(house)[CARE][3] == 0


def test_any_two_moments_are_compared_with_what_is_known_today(house):
    say(house, 0, "Thuiszorg")
    later(house, TOWN, POINT, CARE)
    say(house, 0, POINT)
    later(house, TOWN, POINT, CARE)
    house.do("network.same", step=house.step, one=wider("Thuiszorg"), into=guests(house)[CARE][0])
    first, second, now = moments(house.chain)
    assert between(house.chain, first.map, second.map) == {**NOTHING, "new": [[TOWN, POINT]]}
    assert between(house.chain, second.map, now.map) == NOTHING


def test_the_room_sees_what_changed_since_the_moment_that_is_chosen(house):
    say(house, 0, POINT)
    later(house, TOWN, POINT, CARE)
    say(house, 1, CARE)
    later(house, TOWN, POINT, CARE)
    first, second = [one[0] for one in state(house)["moments"]]
    assert state(house)["since"]["id"] == second and changed(house) == {}
    house.do("network.look", step=house.step, stage=5, since=first)
    assert changed(house) == {"new": [[POINT, CARE]]} and state(house)["told"] == [
        f"Een nieuwe lijn: {POINT} met {CARE}."
    ]
    assert state(house, "screen")["changes"] == state(house)["changes"]
    assert "niet (meer)" in refused(house, None, "network.look", stage=5, since="v0")


def told_of(house: House, moment: Moment) -> tuple[list[str], list[str]]:
    """How the lines of a moment stand, and what is said beside it, as the page of the map has it."""
    shown = view(house.chain, moment)
    names = {guest[0]: guest[1] for guest in shown["guests"]}
    return [row[2] for row in told.lines(shown["guests"], told.on_map(shown), names)], told.facts(shown["gist"], names)


def test_of_a_map_of_then_nothing_is_said_that_was_not_kept(house):
    """Who named a line, and who looked at it: known of now, also where a meeting left it so, and not of before."""
    say(house, 1, TOWN)
    house.do("meeting.close")
    [moment] = moments(house.chain)
    stands, facts = told_of(house, moment)
    assert stands == [f"{POINT} noemt het"]
    assert f"Nog niet nagekeken door de organisatie zelf: {TOWN}." in facts
    house.do("meeting.open")
    later(house, TOWN, POINT, CARE)
    say(house, 2, POINT)
    first, now = moments(house.chain)
    stands, facts = told_of(house, first)
    assert stands == ["één van de twee noemt het"]
    assert [fact for fact in facts if "nagekeken" in fact] == []
    assert told_of(house, now)[0] == [f"{POINT} noemt het", f"{CARE} noemt het"]
