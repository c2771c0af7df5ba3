"""What the facilitator takes away of what was told beforehand is in no byte any more, and on no page (D7)."""

from __future__ import annotations

import json

import pytest

from facilitator.chain import shapes
from facilitator.chain.forewords import NOTHING
from facilitator.chain.model import Chain
from facilitator.chain.network.links import network
from facilitator.rooms import books
from tests.trust.test_kept import raw
from tests.web.indoors import Indoors, Visitor
from tests.web.test_intake import LAURENS, link, overview, told


def strange(bird: str, **more):
    """An answer that did not come from who was asked; each text in it has this word, of one test alone."""
    texts = {key: f"{bird} {key}" for key in ("contact", "number", "frequency", "how")}
    named = {"organisation": f"{bird} bv", "name": f"{bird} Jansen", "has": [f"{bird} Noord", "Antes"]}
    return {**texts, **named, "about": [f"{bird} alles", ""], "wants": [f"{bird} Oost"], "same": "-", **more}


def held(house, word: str) -> bool:
    """True when a word is in any byte of the data folder."""
    return word.lower().encode() in raw(house.built.ledger.path).lower()


@pytest.fixture(scope="module")
def indoors(tmp_path_factory):
    indoors = Indoors(tmp_path_factory.mktemp("weg"))
    yield indoors
    indoors.close()


@pytest.fixture
def house(indoors):
    indoors.begin()
    return indoors


def away(house, number=0):
    """The facilitator takes an answer away."""
    identity = told(house)[number]["id"]
    assert house.regie.post(f"/regie/{house.ref}/vooraf/{identity}/weg").status_code == 303


def folded(house) -> Chain:
    """The keten as it comes back after a restart."""
    house.built.ledger.connection.execute("pragma wal_checkpoint(truncate)")
    return house.built.house.rooms.rulebook.fold(house.keten, house.built.ledger.read(house.keten))


def names(house) -> list[str]:
    return [guest.name for guest in network(house.room.chain, house.meeting).guests]


def test_what_was_taken_away_is_in_no_byte_and_the_fold_agrees(house):
    path, stranger = link(house), Visitor(house)
    stranger.post(path, strange("Kanarie"))
    stranger.post(path, strange("Kanarie", organisation="Kanarie Twee nv"))
    Visitor(house).post(path, LAURENS)
    assert raw(house.built.ledger.path).count(b"Kanarie") >= 18, "this is where it would be"
    away(house)
    assert not held(house, "kanarie") and held(house, "Bij huisbezoek"), "of others nothing went"
    assert "Kanarie" not in overview(house)
    assert sorted(names(house)) == ["Antes", "De huisartsen", "Laurens", "Wmo Radar"]
    chain, kinds, seen = folded(house), house.built.house.rooms.rulebook.kinds, {}
    assert chain.entities == house.room.chain.entities
    for identity in chain.entities:
        shapes.check(chain, kinds, seen, identity)
    shown = [house.seen(audience, "organisation") for audience in ("control", "screen", "phone", "report")]
    assert [[one["name"] for one in rows] for rows in shown] == [["Laurens"]] * 4


def test_what_somebody_else_named_as_well_stays(house):
    path = link(house)
    Visitor(house).post(path, strange("Merel"))
    Visitor(house).post(path, {**LAURENS, "has": ["merel noord"], "about": [], "wants": []})
    house.join("Els", "Merel BV")
    away(house)
    assert sorted(names(house)) == ["Laurens", "Merel bv", "merel noord"]
    kept = raw(house.built.ledger.path)
    assert [word for word in (b"Merel Noord", b"Merel Oost", b"Merel Jansen", b"Merel contact") if word in kept] == []


def test_two_answers_of_one_stray_organisation_take_it_along_with_the_last(house):
    path = link(house)
    for _ in range(2):
        Visitor(house).post(path, strange("Spreeuw"))
    away(house)
    assert "Spreeuw bv" in names(house) and held(house, "Spreeuw Noord")
    away(house)
    assert names(house) == [] and not held(house, "spreeuw")


def test_after_the_close_it_leaves_the_map_that_was_kept_too(house):
    Visitor(house).post(link(house), strange("Lijster"))
    Visitor(house).post(link(house), LAURENS)
    house.do("meeting.close")
    [kept] = house.room.chain.of_type("snapshot")
    assert "Lijster Noord" in [guest[1] for guest in kept["map"]["guests"]]
    away(house)
    assert not held(house, "lijster")
    assert sorted(guest[1] for guest in kept["map"]["guests"]) == ["Antes", "De huisartsen", "Laurens", "Wmo Radar"]
    assert len(kept["map"]["links"]) == 2
    assert folded(house).entities == house.room.chain.entities


def test_a_book_of_before_that_comes_in_is_emptied_where_it_is_written_down(house):
    """A file from an older Ketentafel holds the words of what was taken away there."""
    Visitor(house).post(link(house), strange("Kauw"))
    away(house)
    events = [*house.built.ledger.read(house.keten)]
    [old] = [event for event in events if event.name == "intake.told"]
    assert {key: old.body[key] for key in NOTHING} == NOTHING
    old.body.update(contact="Kauw van toen", has=["Kauw van toen"])
    rooms = house.built.house.rooms
    chain = rooms.rulebook.fold("", events)
    house.built.house.answer(lambda done: books.add(rooms, "Van elders", chain, events, {}, done))
    assert not held(house, "kauw")
    assert "Kauw" not in json.dumps([*list(rooms.rooms.values())[-1].chain.entities.values()])
