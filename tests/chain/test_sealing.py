"""The seal (D9) and the erasure of names (D8): what goes, what stays, and what is said."""

from __future__ import annotations

import pytest

from tests.kinds.tables import Hall, follow, held, step


@pytest.fixture
def hall(tmp_path):
    """A vote, a matrix and an anonymous close in which two people took part."""
    room = Hall(tmp_path, step("stemmen"), step("matrix"), step("afsluiten", None, names="anoniem"))
    room.notes = [room.note(f"Kans {number}", number) for number in range(3)]
    for number in (1, 2, 3):
        room.go(number)
    for person in (0, 1):
        vote(room, person)
        room.by(person, "rating.give", step=room.steps[2], ratings={room.notes[0]: [4, 2]})
        room.by(person, "commitment.make", step=room.steps[3], text="Ik bel morgen")
    return room


def vote(room, person):
    return room.by(person, "ballot.cast", step=room.steps[1], choices={room.notes[0]: 2})


def own(room, person=0):
    return sorted(one["type"] for one in room.see("own", person).values())


def test_with_the_close_the_salts_go_and_nothing_is_anybodys_own(hall):
    assert own(hall) == ["ballot", "commitment", "note", "participant", "rating"]
    assert len(hall.rooms.ledger.salts(hall.room.id)) == 3
    views = held(hall)
    hall.do("meeting.close")
    follow(hall, views)
    assert own(hall) == ["note", "participant"]
    assert (hall.room.salts, hall.rooms.ledger.salts(hall.room.id)) == ({}, {})
    assert hall.see("phone")[hall.meeting]["sealed"]


def test_what_was_chosen_still_counts(hall):
    hall.do("meeting.close")
    state = hall.state(1, "report")
    assert (state["totals"][hall.notes[0]], state["closed"]) == (4, True)
    assert hall.state(2, "report")["points"][hall.notes[0]]["count"] == 2


def test_when_the_door_opens_again_nobody_votes_twice(hall):
    hall.do("meeting.close")
    hall.do("meeting.open")
    views = held(hall)
    for person in (0, 2):
        for name, number, body in (
            ("ballot.cast", 1, {"choices": {hall.notes[0]: 2}}),
            ("rating.give", 2, {"ratings": {hall.notes[0]: [1, 1]}}),
            ("commitment.make", 3, {"text": "Toch iets anders"}),
        ):
            assert "voorgoed gesloten" in hall.refused(person, name, step=hall.steps[number], **body)
    for number in (1, 2):
        assert "voorgoed gesloten" in hall.no("weighing.close", step=hall.steps[number], on=False)
    follow(hall, views)
    assert hall.rooms.ledger.salts(hall.room.id) == {}, "a refusal leaves no new salt behind"


def test_a_vote_in_which_nobody_chose_can_still_be_held_after_opening_again(tmp_path):
    room = Hall(tmp_path, step("stemmen"))
    room.notes = [room.note("Kans")]
    room.do("meeting.close")
    room.do("meeting.open")
    room.go(1)
    vote(room, 0)
    assert own(room) == ["ballot", "note", "participant"]


def test_a_promise_under_a_name_stays_its_makers_own(tmp_path):
    room = Hall(tmp_path, step("afsluiten", None, names="naam"))
    room.go(1)
    room.by(0, "commitment.make", step=room.steps[1], text="Ik bel morgen")
    room.do("meeting.close")
    room.do("meeting.open")
    room.by(0, "commitment.make", step=room.steps[1], text="Ik bel overmorgen")
    assert own(room) == ["commitment", "participant"]


def test_all_names_of_a_meeting_go_at_once(hall):
    """Also after the close; everybody keeps their seat, and may say a name again."""
    hall.do("meeting.close")
    views = held(hall)
    hall.do("people.erase")
    follow(hall, views)
    assert (hall.room.people, hall.rooms.ledger.people(hall.room.id)) == ({}, {})
    people = [one for one in hall.see("control").values() if one["type"] == "participant"]
    assert len(people) == 3 and not any("name" in one for one in people)
    assert "name" not in hall.see("own", 0)[hall.people[0]]
    hall.do("meeting.open")
    hall.by(0, "participant.edit", name="Truus")
    assert hall.see("own", 0)[hall.people[0]]["name"] == "Truus"


def test_names_of_another_meeting_stay(hall):
    first = hall.meeting
    hall.do("meeting.create", title="Vervolg", template="proef")
    other = max(one["id"] for one in hall.chain.of_type("meeting") if one["id"] != first)
    hall.meeting = other
    hall.do("people.erase")
    assert len(hall.room.people) == 3
