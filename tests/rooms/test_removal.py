"""A keten that is removed: it is in no byte of the disk, the others stay, and its number is not given again."""

from __future__ import annotations

from typing import Any

from facilitator.rooms import Room, Rooms
from facilitator.store.ledger import Ledger
from tests.rooms.house import House

WORDS = (b"Geheim-briefje", b"Anna", b"Gemeente Ede", b"Wifi-van-Ede", b"welkomwelkom")


def remove(house: House, chain: str, typed: str) -> dict[str, Any]:
    answers: list[dict[str, Any]] = []
    house.rooms.remove_chain(chain, typed, answers.append)
    return answers[0]


def disk(house: House) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(house.ledger.path.iterdir()))


def filled(house: House) -> None:
    """Something of everything that a keten leaves on the disk; and a second keten that must stay."""
    house.ask(house.anna, "note.post", step=house.step, text="Geheim-briefje")
    ref = f"{house.room.id}-{house.regie.meeting}"
    house.rooms.set(f"wifi {ref} name", "Wifi-van-Ede")
    house.rooms.set(f"wifi {ref} password", "welkomwelkom")
    house.rooms.open_door(house.room.id, house.regie.meeting)
    house.rooms.make_chain({"name": "Een andere keten", "scale": "wijk"}, lambda answer: None)
    house.rooms.set("wifi k2-m2 name", "Wifi-van-ons")


def test_nothing_of_it_is_left(house: House) -> None:
    filled(house)
    before = disk(house)
    assert [word for word in WORDS if word not in before] == [], "this is where they would be"
    removed: list[Room] = []
    house.rooms.on_removed = removed.append
    room, code = house.room, next(iter(house.rooms.codes))
    assert remove(house, "k1", "  veluwerand ")["ok"]
    assert [word for word in (*WORDS, b"Veluwerand", code.encode()) if word in disk(house)] == []
    assert (removed, house.rooms.get("k1"), house.rooms.by_code(code)) == ([room], None, None)
    assert not [key for key in house.rooms.settings if "k1-" in key]
    assert (list(house.rooms.chains.values()), house.rooms.settings["wifi k2-m2 name"]) == (
        ["Een andere keten"],
        "Wifi-van-ons",
    )
    house.room = room
    assert house.ask(house.anna, "note.post", step=house.step, text="Nog iets")["code"] == "weg"


def test_another_name_removes_nothing(house: House) -> None:
    filled(house)
    for typed in ("", "Veluwe", "Een andere keten"):
        answer = remove(house, "k1", typed)
        assert (answer["ok"], answer["field"], "Veluwerand" in answer["say"]) == (False, "name", True)
    assert house.ask(house.anna, "note.post", step=house.step, text="Er is er niets weg")["ok"]


def test_its_number_is_not_given_again_also_after_a_restart(house: House, tmp_path: Any) -> None:
    """A phone may still hold a ticket for it."""
    filled(house)
    assert remove(house, "k2", "Een andere keten")["ok"]
    made: list[dict[str, Any]] = []
    house.rooms.make_chain({"name": "De derde", "scale": "wijk"}, made.append)
    assert made[0]["chain"] == "k3"
    assert remove(house, "k3", "De derde")["ok"]
    house.ledger.close()
    house.ledger = Ledger(tmp_path)
    again = Rooms(house.ledger, house.rooms.rulebook, house.rooms.library)
    assert (list(again.rooms), again.next_id()) == (["k1"], "k4")


def test_when_the_disk_fails_the_keten_is_still_there(house: House) -> None:
    house.ask(house.anna, "note.post", step=house.step, text="Geheim-briefje")
    house.ledger.writes = 1
    assert remove(house, "k1", "Veluwerand")["code"] == "retry"
    assert house.ask(house.anna, "note.post", step=house.step, text="En verder")["ok"]
    assert house.texts() == ["Geheim-briefje", "En verder"]


def test_nothing_is_decided_on_what_is_about_to_go(house: House) -> None:
    waiting: list[Any] = []
    house.rooms.writer.start = waiting.append
    answers: list[dict[str, Any]] = []
    house.rooms.remove_chain("k1", "Veluwerand", answers.append)
    assert house.rooms.get("k1") is not None, "not before the commit"
    taken: list[dict[str, Any]] = []
    house.rooms.make_chain({"name": "Intussen", "scale": "wijk"}, taken.append)
    waiting.pop()()
    assert (answers[0]["ok"], taken[0]["chain"], list(house.rooms.rooms)) == (True, "k2", ["k2"])
