"""One file with everything: what goes in comes out the same, and what is no such file is refused with a sentence."""

from __future__ import annotations

import io
import json
import time
import zipfile

import pytest

from exercises.registry import KINDS
from facilitator.chain.command import Refused
from facilitator.chain.kind import Audience
from facilitator.luggage import keten
from tests.kinds.house import House, made
from tests.luggage import packing

QUICK = 2.0  # seconds in which a bad file is refused


@pytest.fixture(scope="module")
def house(tmp_path_factory) -> House:
    """A meeting whose action step has been played."""
    kind = next(kind for kind in KINDS if kind.name == "acties")
    one = House(tmp_path_factory.mktemp("keten"), made(kind))
    one.fill()
    one.go(1)
    one.rehearse()
    return one


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_keten_is_the_same_on_the_other_laptop(kind, tmp_path):
    """After a whole rehearsal of each kind: entities, their order, who decided what (undo), counts, names."""
    one = House(tmp_path, made(kind))
    one.fill()
    one.go(1)
    one.rehearse()
    there = packing.received(packing.file_of(one.room))
    assert packing.content(there.chain) == packing.content(one.chain)
    assert there.people == one.room.people
    assert len(there.events) == one.chain.seq


def test_the_history_of_an_action_is_the_same_after_all_that_can_happen_to_it(tmp_path):
    """Made from a pile of notes, split, handed over, undone, carried to the next meeting, its owner gone."""
    one = House(tmp_path, made(next(kind for kind in KINDS if kind.name == "terugblik")))
    whole, other = one.agreed[:2]
    first, second = one.do("action.split", action=whole, parts=["De lijst zoeken", "Bellen"])["ids"]
    one.do("action.follow", action=first, status="voltooid", owners=[one.people[0]])
    one.do("action.follow", action=second, who="Els", when="2026-03-01")
    one.do("undo", seq=one.see("control")[one.meeting]["undo"]["seq"])
    one.do("action.follow", action=second, owners=[one.people[1], one.organisation("Thuiszorg West")])
    one.do("action.split", action=other, parts=["Toch niet"])
    one.do("undo", seq=one.see("control")[one.meeting]["undo"]["seq"])
    one.do("participant.remove", participant=one.people[1])
    there = packing.received(packing.file_of(one.room))
    assert packing.content(there.chain) == packing.content(one.chain)
    gate, audience = one.rooms.gate, Audience("report", one.meeting)
    for action in (whole, first, second, other):
        shown = [gate.show(chain, one.room.people, action, audience) for chain in (one.chain, there.chain)]
        assert shown[0] == shown[1] and shown[0]["history"]
    assert gate.show(there.chain, there.people, second, audience)["who"] == (
        "iemand van Steunpunt, niet meer aan tafel en Thuiszorg West"
    )


def test_what_was_anonymous_emptied_or_undone_stays_so(tmp_path):
    kind = next(kind for kind in KINDS if kind.name == "briefjes")
    one = House(tmp_path, made(kind, names="anoniem"))
    posted = [one.by(who, "note.post", step=one.step, text=f"Geheim {who}")["ids"][0] for who in range(4)]
    one.do("note.redact", note=posted[0])
    hidden = one.do("note.hide", notes=[posted[1]], on=True)
    one.do("undo", seq=hidden["seq"])
    body = packing.file_of(one.room)
    there = packing.received(body)
    assert packing.content(there.chain) == packing.content(one.chain)
    assert b"Geheim 0" not in packing.parts_of(body)[keten.BOOK]
    assert not there.chain.entities[posted[1]]["hidden"]


def test_names_travel_only_when_they_were_asked_for(house):
    names = [person["name"] for person in house.room.people.values() if person["name"]]
    without, along = (packing.parts_of(packing.file_of(house.room, names)) for names in (False, True))
    assert names
    assert keten.PEOPLE not in without
    assert all(name.encode() in along[keten.PEOPLE] for name in names)
    assert packing.received(packing.file_of(house.room, False)).people == {}


def test_no_secret_of_the_house_travels(house):
    """Salts, the house's key, fingerprints made with it, join codes and Wi-Fi passwords stay at home."""
    rooms, room = house.rooms, house.room
    rooms.set(f"wifi {room.id}-{house.meeting} password", "welkom-in-de-zaal")
    rooms.open_door(room.id, house.meeting)
    code = rooms.code(room.id, house.meeting)
    everything = b"\n".join(packing.parts_of(packing.file_of(room)).values())
    salts = [salt.hex().encode() for salt in rooms.ledger.salts(room.id).values()]
    digests = [event.digest.encode() for event in rooms.ledger.read(room.id) if event.digest]
    assert digests
    for secret in (*salts, *digests, rooms.secret.hex().encode(), code.encode(), b"welkom-in-de-zaal"):
        assert secret not in everything


def test_the_same_keten_makes_the_same_bytes(house):
    assert packing.file_of(house.room) == packing.file_of(house.room)


def word_document() -> bytes:
    names = ["[Content_Types].xml", "_rels/.rels", "word/document.xml"]
    return packing.zipped([(name, b"<x/>") for name in names])


def bomb() -> bytes:
    """A small file that becomes far too large when it is unpacked."""
    return packing.zipped([(keten.LABEL, b"{}"), (keten.BOOK, b"0" * (keten.LARGEST_INSIDE[keten.BOOK] + 1))])


BAD = {
    "empty": (lambda good: b"", keten.EMPTY),
    "nothing but zeroes": (lambda good: b"\0" * 4096, keten.EMPTY),
    "text": (lambda good: b"Beste mensen, hierbij het verslag.", keten.FOREIGN),
    "a picture": (lambda good: b"\x89PNG\r\n\x1a\n" + b"x" * 9000, keten.FOREIGN),
    "a Word report": (lambda good: word_document(), keten.FOREIGN),
    "an empty zip": (lambda good: packing.zipped([]), keten.FOREIGN),
    "cut in the middle": (lambda good: good[: len(good) // 2], keten.CUT),
    "without its last byte": (lambda good: good[:-1], keten.CUT),
    "without its first half": (lambda good: b"PK\3\4" + good[len(good) // 2 :], keten.CUT),
    "one byte changed": (lambda good: good[:600] + bytes([good[600] ^ 0xFF]) + good[601:], keten.CUT),
    "something behind it": (lambda good: good + b"meer", keten.CUT),
    "a bomb": (lambda good: bomb(), keten.SWOLLEN),
    "a bomb that lies": (lambda good: packing.lying(bomb(), keten.BOOK, 100), keten.CUT),
    "too large": (lambda good: good + b"\0" * keten.LARGEST, keten.TOO_LARGE),
    "a hundred megabytes": (lambda good: b"PK\3\4" + bytes(100_000_000), keten.TOO_LARGE),
}


@pytest.mark.parametrize("name", BAD)
def test_a_file_that_is_not_a_keten_says_what_it_is_and_what_to_do(name, house):
    make, say = BAD[name]
    assert_refused(make(packing.file_of(house.room)), say)


def assert_refused(body: bytes, say: str) -> None:
    start = time.perf_counter()
    with pytest.raises(Refused) as refused:
        packing.received(body)
    assert time.perf_counter() - start < QUICK
    assert refused.value.say == say + keten.NOTHING


def repacked(house: House, **label) -> list[tuple[str, bytes]]:
    parts = packing.parts_of(packing.file_of(house.room))
    return packing.labelled(parts[keten.BOOK], parts[keten.PEOPLE], **label)


@pytest.mark.parametrize("name", ["../../etc/passwd", "/absolute", "book.jsonl/../x", "C:\\x", "x"])
def test_paths_and_parts_that_do_not_belong_are_refused(name, house):
    parts = repacked(house)
    assert_refused(packing.zipped([*parts[:2], (name, b"x")]), keten.STRANGE)


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("twice", [0, 1])
def test_a_name_that_is_there_twice_is_refused(twice, house):
    parts = repacked(house)
    assert_refused(packing.zipped([*parts[:2], parts[twice]]), keten.STRANGE)


def test_four_parts_are_too_many(house):
    assert_refused(packing.zipped([*repacked(house), ("meer.txt", b"x")]), keten.STRANGE)


def test_a_part_packed_in_another_way_is_refused(house):
    assert_refused(packing.zipped(repacked(house), zipfile.ZIP_BZIP2), keten.STRANGE)


def test_a_newer_version_says_so_whatever_else_it_writes(house):
    for label in (
        {"version": keten.VERSION + 1, "made_with": "3.1.0"},
        {"version": 9, "made_with": "3.1.0", "events": "veel"},
    ):
        assert_refused(packing.zipped(repacked(house, **label)), keten.NEWER.format("3.1.0"))


@pytest.mark.parametrize(
    "label", [{"version": 0}, {"sha256": {}}, {"sha256": {keten.BOOK: "0" * 64}}, {"name": 7}, {"made_at": None}]
)
def test_a_label_that_does_not_fit_the_rest_is_refused(label, house):
    assert_refused(packing.zipped(repacked(house, **label)), keten.CHANGED)


def test_a_label_of_another_program_is_foreign(house):
    assert_refused(packing.zipped(repacked(house, format="andere.keten")), keten.FOREIGN)


def test_a_label_that_is_no_json_is_refused(house):
    book = repacked(house)[1]
    for label in (b"", b"[1", b"[" * 50_000, b"\xff\xfe"):
        assert_refused(packing.zipped([(keten.LABEL, label), book]), keten.CHANGED)


def test_a_book_that_goes_on_too_long_is_refused():
    line = json.dumps({"seq": 1, "at": 1.0, "name": "chain.created", "body": {}}).encode() + b"\n"
    assert_refused(packing.zipped(packing.labelled(line * (keten.MOST_EVENTS + 1))), keten.SWOLLEN)


def test_a_file_of_this_house_opens_as_a_zip(house):
    """Whoever wants to look inside without Ketentafel, can."""
    with zipfile.ZipFile(io.BytesIO(packing.file_of(house.room))) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == [keten.LABEL, keten.BOOK, keten.PEOPLE]
        assert json.loads(archive.read(keten.LABEL))["name"] == "Veluwerand"


def test_a_book_that_nobody_could_open_is_not_packed(house):
    """Rather a sentence now than on the other laptop."""
    one = next(iter(house.rooms.ledger.read(house.room.id)))
    with pytest.raises(Refused) as refused:
        keten.pack("Veluwe", [one] * (keten.MOST_EVENTS + 1), {}, packing.AT, "0.1.0")
    assert refused.value.say == keten.FULL
