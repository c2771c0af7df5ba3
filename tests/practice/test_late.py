"""Who comes late while the house starts again: waits at the door, and does not stop the room."""

from __future__ import annotations

import threading

import pytest

from facilitator.practice.crowd import company, person
from facilitator.practice.crowd.person import Person
from facilitator.practice.crowd.seat import Handset
from facilitator.rehearsal.client import Facilitator, Patience
from facilitator.rehearsal.house import House
from tests.practice.room import Practice


@pytest.fixture(scope="module")
def practice():
    with House(practice=True, limits=False, leash=True) as house:
        one = Practice(house, Facilitator.sign_in(house.link), "startbijeenkomst", people=2)
        one.house = house
        one.wait(lambda: all(person.phone for person in one.crowd.people))
        yield one
        one.close()


def comes_late(practice):
    """One more person on the way."""
    crowd = practice.crowd
    late = Person(crowd, 1, crowd.cards[1], company.temper(crowd.asked.seed, 1))
    threading.Thread(target=late.live, daemon=True).start()
    return late


def seats(practice):
    return len(practice.desk.list("participant"))


def test_a_latecomer_waits_for_a_house_that_starts_again(practice):
    practice.house.kill()
    late = comes_late(practice)
    assert not practice.crowd.over.wait(0.5), practice.crowd.faults
    practice.house.start()
    practice.wait(lambda: late.phone)
    practice.wait(lambda: practice.desk.revive() or seats(practice) == 3)
    assert practice.crowd.faults == []


def test_a_house_that_falls_out_between_the_door_and_the_line_costs_no_second_seat(practice, monkeypatch):
    """The door opened, and then nobody answers for longer than a phone tries: it tries again, from the same seat."""
    fell, door = threading.Event(), Handset.seated

    def seated(*said, **more):
        phone = door(*said, **more)
        practice.house.kill()
        fell.set()
        return phone

    monkeypatch.setattr(Handset, "seated", seated)
    monkeypatch.setattr(person, "PATIENCE", Patience(connect=0.2, probe=0.2, pause=(0.01, 0.02), total=0.1))
    late = comes_late(practice)
    assert fell.wait(20) and not practice.crowd.over.wait(1.5), practice.crowd.faults
    practice.house.start()
    practice.wait(lambda: late.phone)
    practice.wait(lambda: practice.desk.revive() or seats(practice) == 4)
    assert practice.crowd.faults == []
