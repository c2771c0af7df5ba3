"""A whole book goes out and comes in by way of the writer: whole, in one transaction, and never over another one."""

from __future__ import annotations

import random
import threading
from typing import Any

import pytest

from exercises.registry import KINDS
from facilitator.chain.command import Refused
from facilitator.luggage import keten
from facilitator.rooms import Rooms, books
from tests.kinds.house import House, made
from tests.luggage import packing
from tests.luggage.test_sheets import hostile
from tests.rooms.test_trouble import House as Shaken

CHANGES = 150


@pytest.fixture(scope="module")
def house(tmp_path_factory) -> House:
    """A wall with hostile texts, played through."""
    kind = next(kind for kind in KINDS if kind.name == "briefjes")
    one = House(tmp_path_factory.mktemp("boek"), made(kind))
    for text in hostile():
        one.by(0, "note.post", step=one.step, text=text)
    one.rehearse()
    return one


def added(rooms: Rooms, body: bytes, name: str = "Veluwerand (kopie)") -> dict[str, Any]:
    one = packing.received(body)
    answers: list[dict[str, Any]] = []
    books.add(rooms, name, one.chain, one.events, one.people, answers.append)
    return answers[0]


def test_hostile_texts_travel_and_come_out_as_they_went_in(house):
    there = packing.received(packing.file_of(house.room))
    texts = [note["text"] for note in there.chain.of_type("note")]
    assert set(hostile()) <= set(texts)
    assert texts == [note["text"] for note in house.chain.of_type("note")]


def test_a_copy_is_a_keten_of_its_own(house):
    """What happens in one does not happen in the other, in memory and on disk."""
    before = packing.content(house.chain)
    answer = added(house.rooms, packing.file_of(house.room))
    copy = house.rooms.get(answer["chain"])
    assert packing.content(copy.chain) == before
    assert books.same_keten(house.rooms, house.chain) == [house.room, copy]
    entities = repr(copy.chain.entities)
    house.do("meeting.edit", title="Anders")
    assert repr(copy.chain.entities) == entities
    copy.load()
    assert repr(copy.chain.entities) == entities
    assert copy.people == house.room.people


def test_a_copy_has_a_door_and_salts_of_its_own(house):
    answer = added(house.rooms, packing.file_of(house.room), "Weer een")
    copy = house.rooms.get(answer["chain"])
    code = house.rooms.code(copy.id, house.meeting)
    assert code != house.rooms.code(house.room.id, house.meeting)
    assert house.rooms.by_code(code)[0] is copy
    assert copy.salts == {}


def test_a_book_is_read_as_it_is_on_disk(house):
    found: list[Any] = []
    books.read(house.rooms, house.room, found.append)
    assert [event.seq for event in found[0][0]] == list(range(1, house.chain.seq + 1))
    assert found[0][1] == house.room.people


def test_when_the_disk_fails_nothing_came_in(tmp_path, house):
    shaken = Shaken(tmp_path)
    before = dict(shaken.rooms.chains), set(shaken.rooms.codes)
    shaken.ledger.writes = 1
    answer = added(shaken.rooms, packing.file_of(house.room))
    assert (answer["ok"], answer["code"]) == (False, "retry")
    assert (dict(shaken.rooms.chains), set(shaken.rooms.codes)) == before
    assert shaken.rooms.rooms.keys() == before[0].keys()
    assert added(shaken.rooms, packing.file_of(house.room))["ok"], "the next time it comes in"


def test_a_byte_changed_anywhere_is_refused_or_changes_nothing(house, long_run):
    chance = random.Random(None if long_run else 7)
    good = packing.file_of(house.room)
    whole = packing.content(packing.received(good).chain)
    for _ in range(CHANGES):
        at = chance.randrange(len(good))
        bad = good[:at] + bytes([good[at] ^ (1 << chance.randrange(8))]) + good[at + 1 :]
        try:
            there = packing.received(bad)
        except Refused as no:
            assert no.say.endswith(keten.NOTHING)
        else:
            assert packing.content(there.chain) == whole, f"byte {at}"


def test_a_file_cut_anywhere_is_refused(house):
    good = packing.file_of(house.room)
    chance = random.Random(7)
    for at in [1, 2, 3, 4, 21, 22, 23, *(chance.randrange(len(good)) for _ in range(CHANGES))]:
        with pytest.raises(Refused):
            packing.received(good[:at])


def test_two_files_are_judged_side_by_side_as_one(house):
    """Rules and gate hold no state: threads that fold at the same time do not get into each other's way."""
    good, whole = packing.file_of(house.room), packing.content(packing.received(packing.file_of(house.room)).chain)
    found: list[Any] = []
    lines = [
        threading.Thread(target=lambda: found.append(packing.content(packing.received(good).chain))) for _ in range(3)
    ]
    for line in lines:
        line.start()
    for line in lines:
        line.join()
    assert found == [whole] * 3
