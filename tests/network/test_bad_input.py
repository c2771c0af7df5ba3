"""Bad input for the map: each gets a clear sentence or a visible question, and nothing is lost (issue of the map)."""

import pytest

from exercises.registry import KINDS
from facilitator.chain.command import PARTICIPANT, Seat
from facilitator.chain.kind import Page
from facilitator.chain.paper import Picture
from tests.kinds.foyer import words
from tests.kinds.house import House, made
from tests.kinds.tables import step as plain_step
from tests.network.test_map import (
    GEMEENTE,
    NOBODY,
    STEUNPUNT,
    guests,
    house,
    line,
    mark,
    refused,
    say,
    state,
)

__all__ = ["house"]


def test_people_who_contradict_each_other_are_a_question_and_nothing_is_lost(house):
    house.enter("Gemeente Ede", "Noor")
    say(house, GEMEENTE, "Steunpunt")
    say(house, 4, "Steunpunt", says="no")
    one = line(house, "Gemeente Ede", "Steunpunt")
    assert one["there"] and one["torn"]
    assert state(house)["gist"]["torn"] and "verschillends" in words(house.full_report())


@pytest.mark.parametrize(
    ("name", "body", "say"),
    [
        ("network.say", {"name": "  "}, "Er staat nog niets"),
        ("network.say", {"name": "gemeente ede"}, "eigen organisatie"),
        ("network.say", {"name": "x" * 300}, "korter dan 120"),
        ("network.say", {"name": "Kerk", "what": "x" * 121}, "korter dan 120"),
        ("network.say", {"name": "Els, 06-12345678"}, "kaart die iedereen ziet"),
        ("network.say", {"name": "Kerk", "what": "mail els@kerk.example"}, "kaart die iedereen ziet"),
    ],
)
def test_what_cannot_be_said(house, name, body, say):
    assert say in refused(house, GEMEENTE, name, **body)


def test_who_is_of_no_organisation_is_told_what_to_do(house):
    assert "Over u" in refused(house, NOBODY, "network.say", name="Steunpunt")


def test_a_line_to_itself_or_to_nobody_is_refused(house):
    own = guests(house)["Steunpunt"][0]
    assert "eigen organisatie" in refused(house, STEUNPUNT, "network.say", name=" STEUNPUNT! ")
    for other, why in ((own, "verschillende"), ("o0", "niet (meer)")):
        assert why in refused(house, None, "network.mark", a=own, b=other, mark="good")


def test_the_same_line_told_twice_in_different_ways_is_one_line_and_the_last_word_counts(house):
    say(house, GEMEENTE, "Steunpunt", what="doorverwijzen")
    say(house, STEUNPUNT, "Gemeente Ede", what="een spreekuur")
    say(house, GEMEENTE, "Steunpunt", what="een spreekuur")
    one = line(house, "Gemeente Ede", "Steunpunt")
    pair = {"step": house.step, "a": one["a"], "b": one["b"]}
    for mark_of_one in ("good", "missing"):
        house.by(GEMEENTE, "network.propose", **pair, mark=mark_of_one)
    for how in ("good", "improve"):
        mark(house, "Steunpunt", "Gemeente Ede", how)
    found = line(house, "Gemeente Ede", "Steunpunt")
    assert (found["mark"], found["what"], found["ideas"]) == ("improve", ["een spreekuur"], {"missing": 1})
    assert len(state(house)["links"]) == 1 and len(state(house, "screen")["scene"]["curves"]) == 1


def test_two_hundred_fit_and_no_more(house):
    for number in range(197):
        assert house.do("organisation.add", name=f"Vereniging {number}")["ok"]
    assert len(state(house, "screen")["scene"]["seats"]) == 200
    assert "200 organisaties" in refused(house, GEMEENTE, "network.say", name="Nog een")
    assert say(house, GEMEENTE, "Vereniging 7")["ok"], "who is on the map can be named"


def test_more_than_fit_are_in_the_list_and_the_drawing_says_so(tmp_path):
    """Nobody is stopped from naming thirty partners at the introductions: three hundred names are no reason to fall."""
    house = House(tmp_path, plain_step("kennismaking", None), made(next(one for one in KINDS if one.name == "netwerk")))
    told = [[f"Club {who} van {n}" for n in range(29)] for who in range(10)]
    for number, names in enumerate(told):
        who = house.enter(f"Stichting {number}")
        house.by(who, "introduction.give", step=house.steps[1], has=[*names, f"Stichting {(number + 1) % 10}"])
    house.step = house.go(2)
    seats = state(house, "screen")["scene"]["seats"]
    assert len(seats) == 200 and len(state(house)["guests"]) == 303 == len(state(house, "phone")["guests"])
    assert {guests(house)[f"Stichting {number}"][0] for number in range(10)} <= seats.keys(), "who is here is drawn"
    assert "Op de tekening passen 200 organisaties. Nog 103 staan alleen in de lijst." in state(house)["facts"]
    views = house.room.report_view(house.meeting)
    [picture] = [one for one in house.kind(2).report(views[house.step], Page(views)) if isinstance(one, Picture)]
    assert picture.svg.count("<polygon") >= 200 and len(state(house)["links"]) == 300
    house.do("meeting.close")


def test_an_organisation_of_three_hundred_characters_is_a_clear_sentence_wherever_it_is_typed(house):
    long = "Stichting " + "x" * 290
    seat = house.ask(Seat(PARTICIPANT, house.meeting), "participant.join", name="Noor", organisation=long)
    assert not seat["ok"] and "te lang" in seat["say"] and "Nu zijn het er 300." in seat["say"]
    assert "korter dan 120 tekens. Nu zijn het er 300." in refused(house, GEMEENTE, "network.say", name=long)
    assert "korter dan 120 tekens" in house.no("organisation.add", name=long)
    assert long not in guests(house) and len(guests(house)) == 3
