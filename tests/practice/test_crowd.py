"""The simulated room on a real house: through the door of people, and the same for the same seed."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.practice.crowd import words
from facilitator.practice.crowd.asked import Asked
from facilitator.practice.crowd.crowd import Crowd
from facilitator.rehearsal.client import Facilitator
from facilitator.rehearsal.house import House
from tests.practice.room import FAST, Practice

SHUT = str(Path(__file__).with_name("shut.py"))


@pytest.fixture(scope="module")
def house():
    with House(practice=True, limits=False) as one:
        yield one, Facilitator.sign_in(one.link)


def a_round(practice):
    """Introductions, a wall, a vote; what everybody said and chose."""
    practice.go("kennismaking")
    wall = practice.go("briefjes")
    practice.desk.do("step.reveal", {"step": wall["id"], "on": True})
    practice.go("stemmen")
    return practice.content()


def test_the_same_seed_gives_the_same_people_words_and_votes_and_another_seed_does_not(house):
    rounds = []
    for seed in (7, 7, 8):
        practice = Practice(*house, "startbijeenkomst", seed=seed)
        rounds.append((practice.crowd.cards, a_round(practice)))
        assert [one.refused for one in practice.crowd.people if one.refused] == []
        practice.close()
    first, again, other = rounds
    assert first[0] == again[0]
    for one, same in zip(first[1], again[1], strict=True):
        assert one == same
    assert first[0] != other[0] and first[1] != other[1]
    commands = {name for person in first[1] for name, _ in person}
    assert commands >= {"introduction.give", "note.post", "ballot.cast"}


def test_without_a_right_of_participants_the_room_stops_and_says_so():
    with House(practice=True, limits=False, program=(SHUT, "note.post")) as shut:
        desk = Facilitator.sign_in(shut.link)
        practice = Practice(shut, desk, "workshop", people=3)
        with pytest.raises(AssertionError):
            practice.go("briefjes")
        practice.crowd.over.wait(10)
        assert practice.crowd.over.is_set()
        [fault] = practice.crowd.faults
        assert "'note.post' mag niet van de tafel" in fault and practice.told[-1] == {"fault": fault}
        practice.close()


def test_a_closed_door_is_said():
    told = []
    crowd = Crowd(Asked(address="http://127.0.0.1:9", code="12345678", people=2, pace=FAST), told.append)
    crowd.start()
    assert crowd.over.wait(20)
    assert [one["fault"] for one in told if "fault" in one] == [words.NO_HOUSE]
