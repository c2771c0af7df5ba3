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


def test_a_clock_that_leaps_months_ahead_takes_no_name_at_once(house):
    """A laptop that says it is 2040: it is told, and set right nothing happened. One that was away is told as well."""
    begun = house.rooms.clock() - 31 * DAY
    keeper = Keeper(house.rooms)

    def kept(day: float) -> bool:
        house.rooms.clock = lambda: begun + day * DAY
        Keeper(house.rooms).look()  # the house is started then
        return bool(house.ledger.people(house.room.id))

    def told() -> list[int]:
        return [one["days"] for one in keeper.notices(house.room) if one["sort"] == "soon"]

    assert kept(1) and told() == []
    assert kept(14 * 365) and told() == [7]
    assert kept(14 * 365 + 6) and told() == [1]
    assert kept(2) and told() == [], "the clock is right again"
    assert kept(150) and told() == [7], "nobody started the house for long"
    assert not kept(300), "it was told: it goes, however long nobody came"


def test_after_a_shorter_time_away_names_go_at_once(house):
    begun = house.rooms.clock() - 31 * DAY
    house.rooms.clock = lambda: begun
    Keeper(house.rooms).look()
    house.rooms.clock = lambda: begun + 95 * DAY
    Keeper(house.rooms).look()
    assert house.ledger.people(house.room.id) == {}
