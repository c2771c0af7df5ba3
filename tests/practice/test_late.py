"""A life over the wire: late, slow on the keys, in doubt, home early; and at the door of a house that starts again."""

from __future__ import annotations

import threading
import time
from collections import Counter

import pytest

from facilitator.practice.crowd import company
from facilitator.practice.crowd import person as life
from facilitator.practice.crowd.person import Person
from facilitator.practice.crowd.seat import Handset
from facilitator.rehearsal.client import Facilitator, Patience
from facilitator.rehearsal.house import House
from tests.practice.room import FAST, Practice


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
    monkeypatch.setattr(life, "PATIENCE", Patience(connect=0.2, probe=0.2, pause=(0.01, 0.02), total=0.1))
    late = comes_late(practice)
    assert fell.wait(20) and not practice.crowd.over.wait(1.5), practice.crowd.faults
    practice.house.start()
    practice.wait(lambda: late.phone)
    practice.wait(lambda: practice.desk.revive() or seats(practice) == 4)
    assert practice.crowd.faults == []


PACE, SEED = 3000.0, 8  # of fourteen people two come late, and two go home within two seconds of this clock


def test_people_come_late_type_slowly_think_again_vote_with_a_lean_and_go_home_early(practice, monkeypatch):
    heard, doors, began = [], {}, time.monotonic()
    door, tell, send = Handset.seated, Handset.tell, Handset.send

    def seated(address, code, *who, **more):
        doors[who] = time.monotonic()
        return door(address, code, *who, **more)

    def told(phone, name, body):
        heard.append((time.monotonic(), phone, name, body))
        return tell(phone, name, body)

    def sent(phone, name, body):
        heard.append((time.monotonic(), phone, name, body))
        return send(phone, name, body)

    monkeypatch.setattr(Handset, "seated", seated)
    monkeypatch.setattr(Handset, "tell", told)
    monkeypatch.setattr(Handset, "send", sent)
    one = Practice(practice.house, practice.desk, "startbijeenkomst", people=14, seed=SEED, pace=PACE, lively="druk")
    try:
        wall = next(step for step in one.desk.list("step") if step["exercise"] == "kansen-en-acties")
        one.desk.go(wall["id"])
        people = one.crowd.people
        assert_home_in_time(one, began)
        assert_late(people, doors)
        assert_typed(people, heard)
        one.crowd.asked.pace = FAST
        one.settle()
        assert_second_thoughts(one, wall)
        assert_votes_lean(one)
    finally:
        one.close()


def assert_home_in_time(one, began):
    """The control room sees them go, and not before their time."""
    leavers = [person for person in one.crowd.people if person.temper.leaves < 10_000]
    one.wait(lambda: all(person.phone for person in one.crowd.people))
    assert len(leavers) == 2 and not any(person.gone for person in one.crowd.people)
    one.wait(lambda: [person for person in one.crowd.people if person.gone] == leavers)
    assert time.monotonic() - began >= max(person.temper.leaves for person in leavers) / PACE
    one.wait(lambda: one.desk.channel("now")["now"]["here"] == 12)


def assert_late(people, doors):
    """Nobody knocks before their time, and somebody's time is late."""
    knocked = [doors[person.card.name, person.card.organisation, person.card.profession] for person in people]
    after = [at - min(knocked) for at in knocked]
    first = people[0].temper.arrives
    assert all(at >= 0.9 * (one.temper.arrives - first) / PACE for at, one in zip(after, people, strict=True))
    assert max(person.temper.arrives for person in people) > 400


def assert_typed(people, heard):
    """Between the first sign of typing and the note lies what its letters take this person."""
    notes = 0
    for person in people:
        began = None
        for at, phone, name, body in heard:
            if phone is person.phone and name == "typing":
                began = (began or at) if body["on"] else began
            elif phone is person.phone:
                if name == "note.post" and began is not None:
                    assert at - began >= 0.9 * len(body["text"]) / person.temper.letters / PACE, body
                    notes += 1
                began = None
    assert notes > 14


def assert_second_thoughts(one, wall):
    """Somebody's note on the wall has a sentence more than was sent first, or somebody took one back."""
    again = [(person, name, body) for person in one.crowd.people for step, name, body in person.wrote
             if step == wall["id"] and name in ("note.edit", "note.withdraw")]  # fmt: skip
    assert again
    notes = {note["id"]: note for note in one.desk.list("note", step=wall["id"])}
    for person, name, body in again:
        first = [was["text"] for _, sort, was in person.wrote if sort == "note.post"]
        if name == "note.edit":
            assert notes[body["note"]]["text"] == body["text"] and body["text"].startswith(tuple(first))
        else:
            assert notes[body["note"]]["withdrawn"]


def assert_votes_lean(one):
    """Dots do not lie evenly, who wrote something likes it more than others do, and somebody moves a dot."""
    vote = one.go("stemmen")
    ballots = [[body["choices"] for step, name, body in person.wrote if step == vote["id"] and name == "ballot.cast"]
               for person in one.crowd.people]  # fmt: skip
    assert any(len(mine) == 2 and mine[0] != mine[1] for mine in ballots)
    dots = Counter()
    for mine in filter(None, ballots):
        dots.update(mine[-1])
    assert max(dots.values()) >= 0.15 * sum(dots.values()), dots  # a tenth, when everybody's taste is only one's own
