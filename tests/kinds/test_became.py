"""What became of a note: its writer sees group and action on the phone, from the list on, and also afterwards."""

from typing import Any

import pytest

from tests.kinds.house import House, made
from tests.kinds.tables import follow, held
from tests.kinds.test_subactions import kind


@pytest.fixture
def house(tmp_path):
    house = House(tmp_path, made(kind("acties")))
    house.go(0)
    house.notes = [house.by(who, "note.post", step=house.steps[0], text=f"Idee {who}")["ids"][0] for who in range(3)]
    house.reveal(0)
    house.go(1)
    return house


def mine(house: House, person: int) -> Any:
    return house.see("own", person)[house.notes[person]].get("actions")


def test_the_writer_sees_the_action_with_who_when_and_how_it_stands(house):
    body = {"step": house.step, "what": "Een belronde", "when": "2026-01-15", "owners": [house.people[2]]}
    views = held(house)
    action = house.do("action.make", **body, sources=[house.notes[0]])["ids"][0]
    told = {"what": "Een belronde", "when": "2026-01-15", "status": "nog niet begonnen"}
    assert mine(house, 0) == [{**told, "who": "Ibrahim (Thuiszorg West)"}]
    assert mine(house, 1) is None
    pieces = house.do("action.split", action=action, parts=["Bellen", "Mailen"])["ids"]
    house.do("action.follow", action=pieces[0], status="voltooid")
    house.do("action.follow", action=action, status="bezig")
    assert mine(house, 0)[0]["pieces"] == [1, 2] and mine(house, 0)[0]["status"] == "bezig"
    follow(house, views)
    house.do("participant.remove", participant=house.people[2])
    assert mine(house, 0)[0]["who"] == "iemand van Thuiszorg West, niet meer aan tafel"
    follow(house, views)
    house.do("meeting.close")
    house.do("action.follow", action=pieces[1], status="voltooid")
    assert mine(house, 0)[0]["pieces"] == [2, 2], "also after the meeting"
    follow(house, views)


def test_everybody_whose_note_is_in_the_group_is_told(house):
    group = house.do("cluster.make", step=house.steps[0], name="Samen", notes=house.notes[:2])["ids"][0]
    house.do("action.make", step=house.step, what="Samen bellen", sources=[group])
    assert [bool(mine(house, person)) for person in range(3)] == [True, True, False]
    assert house.see("own", 1)[house.notes[1]]["cluster"] == "Samen"


def test_what_is_only_offered_or_taken_off_the_list_is_not_told(house):
    offer = house.by(1, "action.make", step=house.step, what="Een aanbod", sources=[house.notes[0]])["ids"][0]
    assert mine(house, 0) is None
    house.do("action.accept", action=offer)
    assert mine(house, 0)[0]["what"] == "Een aanbod"
    house.do("action.remove", action=offer)
    assert mine(house, 0) is None


def test_a_list_that_the_room_has_not_come_to_yet_says_nothing(tmp_path):
    class Waiting(House):
        def go(self, number: int) -> str:
            return self.steps[number] if number else super().go(number)

    house = Waiting(tmp_path, made(kind("acties")))
    house.go(0)
    house.notes = [house.by(0, "note.post", step=house.steps[0], text="Idee")["ids"][0]]
    house.do("action.make", step=house.steps[1], what="Alvast", sources=house.notes)
    assert mine(house, 0) is None


def test_who_wrote_what_led_to_nothing_is_told_so_when_the_meeting_is_over_and_not_before(house):
    """Not of what was hidden or taken back; and no longer when an action comes out of it after all."""
    house.do("action.make", step=house.step, what="Een belronde", sources=[house.notes[0]])
    house.do("note.hide", notes=[house.notes[2]], on=True)
    views = held(house)

    def kept() -> list[Any]:
        return [house.see("own", person)[house.notes[person]].get("kept") for person in range(3)]

    assert kept() == [None, None, None]
    house.do("meeting.close")
    assert kept() == [None, True, None]
    follow(house, views)
    house.do("meeting.open")
    assert kept() == [None, None, None]
    follow(house, views)


def test_a_meeting_without_a_list_promises_nothing(tmp_path):
    house = House(tmp_path, made(kind("uitleg")))
    house.go(0)
    note = house.by(0, "note.post", step=house.steps[0], text="Idee")["ids"][0]
    house.do("meeting.close")
    assert "kept" not in house.see("own", 0)[note]
