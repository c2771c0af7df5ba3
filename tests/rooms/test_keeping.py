"""The daily look at names that are past their day: tried again when the disk fails, and left alone in practice."""

from __future__ import annotations

import pytest

from facilitator.rooms.keeping import SPARED, Keeper
from tests.rooms.house import House

DAY = 24 * 3600.0


@pytest.fixture
def house(tmp_path):
    """A meeting of 31 days ago, in which Anna sat."""
    house = House(tmp_path)
    house.rooms.set(SPARED, "")
    house.ask(house.regie, "meeting.close")
    begun = house.rooms.clock()
    house.rooms.clock = lambda: begun + 31 * DAY
    yield house
    house.ledger.close()


def test_what_could_not_be_erased_is_tried_again(house):
    told: list[str] = []
    keeper = Keeper(house.rooms, lambda room, meeting: told.append(meeting))
    house.ledger.writes = 1
    keeper.look()
    assert [one["name"] for one in house.ledger.people(house.room.id).values()] == ["Anna"] and told == []
    keeper.look()
    assert house.ledger.people(house.room.id) == {} and told == [house.regie.meeting]
    seq = house.room.chain.seq
    keeper.look()
    assert house.room.chain.seq == seq


def test_in_practice_there_is_nothing_to_do(house):
    keeper = Keeper(house.rooms, practice=True)
    keeper.look()
    assert house.ledger.people(house.room.id) and keeper.notices(house.room) == []


def test_nobody_but_the_calendar_says_that_the_days_are_over(house):
    """The same command before its day, or while the door is open, is refused; the button's own always works."""
    begun = house.rooms.clock() - 31 * DAY
    house.rooms.clock = lambda: begun + 30 * DAY
    assert "nog niet voorbij" in house.ask(house.regie, "people.erase", due=True)["say"]
    house.rooms.clock = lambda: begun + 31 * DAY
    house.ask(house.regie, "meeting.open")
    assert house.ask(house.regie, "people.erase", due=True)["code"] == "refused"
    assert house.ask(house.regie, "people.erase")["ok"] and house.ledger.people(house.room.id) == {}
