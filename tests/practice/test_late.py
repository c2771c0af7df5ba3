"""Who comes late while the house starts again: waits at the door, and does not stop the room."""

from __future__ import annotations

import threading

import pytest

from facilitator.practice.crowd import company
from facilitator.practice.crowd.person import Person
from facilitator.rehearsal.client import Facilitator
from facilitator.rehearsal.house import House
from tests.practice.room import Practice


@pytest.fixture
def practice():
    with House(practice=True, limits=False, leash=True) as house:
        one = Practice(house, Facilitator.sign_in(house.link), "startbijeenkomst", people=2)
        one.house = house
        yield one
        one.close()


def test_a_latecomer_waits_for_a_house_that_starts_again(practice):
    crowd = practice.crowd
    practice.wait(lambda: all(one.phone for one in crowd.people))
    late = Person(crowd, 1, crowd.cards[1], company.temper(crowd.asked.seed, 1))
    practice.house.kill()
    threading.Thread(target=late.live, daemon=True).start()
    assert not crowd.over.wait(0.5), crowd.faults
    practice.house.start()
    practice.wait(lambda: late.phone)
    assert crowd.faults == []
