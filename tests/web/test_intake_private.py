"""Beforehand, and private: what is taken away is in no byte any more (D7), and colleagues read nobody's number."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from facilitator.chain import discreet, shapes
from facilitator.chain.forewords import NOTHING
from facilitator.chain.model import Chain
from facilitator.chain.network.links import network
from facilitator.rooms import books
from tests.trust.test_kept import raw
from tests.web.indoors import Indoors, Visitor
from tests.web.test_intake import LAURENS, link, overview, own, told


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


def test_what_the_facilitator_made_of_the_name_goes_as_well(house):
    Visitor(house).post(link(house), strange("Putter"))
    [stray] = [one["id"] for one in house.room.chain.of_type("organisation")]
    house.do("organisation.edit", organisation=stray, name="Distelvink bv", sort="zorg")
    away(house)
    assert not held(house, "putter") and not held(house, "distelvink")
    assert folded(house).entities == house.room.chain.entities


def test_a_line_that_somebody_else_said_stays_on_the_map_that_was_kept_until_that_goes_too(house):
    Visitor(house).post(link(house), strange("Sijs", has=[], about=[], wants=[]))
    Visitor(house).post(link(house), {**LAURENS, "has": ["Sijs bv"], "about": [""], "wants": []})
    house.do("meeting.close")
    [kept] = house.room.chain.of_type("snapshot")
    away(house)
    assert len(kept["map"]["links"]) == 1 and "Sijs bv" in names(house) and not held(house, "Sijs contact")
    away(house)
    assert not held(house, "sijs") and names(house) == [] and kept["map"]["links"] == []


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


def test_a_colleague_reads_nothing_with_which_a_person_could_be_found(house):
    """At the door everybody is believed who says to be of an organisation; the facilitator reads all of it."""
    typed = "Bel Guusje, 06-12345678 of +31 (0)181 123456, of mail W.de.Boer@laurens.example. 15 per maand, in 2026."
    path = link(house)
    Visitor(house).post(path, {**LAURENS, "name": "Guusje de Boer", "contact": typed, "how": "Vraag naar De Boer"})
    phone = house.join("Iemand", "laurens")
    [view] = own(house, phone)
    assert view["contact"] == "Bel [naam], [nummer] of [nummer], of mail [mailadres]. 15 per maand, in 2026."
    assert view["how"] == "Vraag naar De [naam]" and "by" not in view
    assert house.seen("control", "foreword")[0]["contact"] == typed and typed in overview(house)
    assert house.seen("report", "foreword")[0]["contact"] == view["contact"], "participants fetch the report"


@pytest.mark.parametrize("field", ["organisation", "has", "about", "wants"])
def test_what_comes_on_the_map_takes_no_number_or_address_and_comes_back_as_it_was_typed(house, field):
    text = "Wijkteam (06 12 34 56 78)" if field != "wants" else "els@wijkteam.example"
    typed = text if field == "organisation" else [text]
    reply = Visitor(house).post(link(house), {**LAURENS, "contact": "Dit stond er al", field: typed})
    assert reply.status_code == 409 and "kaart die iedereen ziet" in reply.text and text in reply.text
    assert ">Dit stond er al</textarea>" in reply.text and told(house) == []


def test_what_points_at_somebody_is_found_by_the_examples_of_the_phones():
    known = json.loads((Path(__file__).parents[1] / "data" / "traces.json").read_text("utf-8"))
    wanted = [text for text, kind in known["found"] if kind in ("email", "phone")]
    assert len(wanted) > 10 and [text for text in wanted if not discreet.reachable(text)] == []
    assert [text for text in known["clean"] if discreet.reachable(text)] == []


def test_two_numbers_behind_each_other_are_found_too():
    said = ["06-12345678 / 06-87654321", "010 1234567 0612345678", "+31 6 12345678/0612345678"]
    assert [discreet.without(text, []) for text in said] == ["[nummer]"] * 3
    counted = "Van 0 tot 10 / 20 / 30 / 40 / 50 / 60 / 70"
    assert discreet.without(counted, []) == counted


def test_long_words_hold_nobody_up():
    began = time.monotonic()
    for text in ("a" * 40_000, "a@" + "b" * 40_000, "0" + "-" * 40_000, "a@" * 20_000):
        assert discreet.without(text, ["Anna de Boer"]) == text
    assert time.monotonic() - began < 4
