"""The open document: it follows its published schema, holds all that a report may see, and names nobody unasked."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

from exercises.registry import KINDS
from facilitator.chain import shapes
from facilitator.chain.views import Gate
from facilitator.luggage import described, document
from tests.kinds.house import House, made
from tests.luggage import packing

PUBLISHED = Path(__file__).parents[2] / "docs" / "keten.schema.json"


def written(house: House, names: bool = True) -> dict:
    return json.loads(document.write(packing.packed(house.room, names), "0.1.0"))


@pytest.fixture(scope="module", params=KINDS, ids=lambda kind: kind.name)
def house(request, tmp_path_factory) -> House:
    one = House(tmp_path_factory.mktemp("document"), made(request.param))
    one.fill()
    one.go(1)
    one.rehearse()
    return one


def test_the_published_schema_is_the_one_that_is_written():
    """docs/LUGGAGE.md says how to write it anew."""
    assert PUBLISHED.read_text("utf-8") == document.schema_text()
    assert json.loads(document.schema_text()) == document.schema()


def test_a_document_says_what_it_is(house):
    found = written(house)
    assert (found["format"], found["version"]) == ("ketentafel.document", 1)
    assert found["name"] == "Veluwerand"
    assert found["made_at"] == "2025-11-22T08:26:40+00:00"


def test_a_document_tells_the_four_answers_and_the_plan(house):
    house.do("groundwork.keep", tables="De wijktafel", focus="Breed", director="de gemeente")
    house.do("plan.make", start="2027-01-12", rhythm="tekst")
    found = written(house)
    assert found["groundwork"][1] == {"question": "Wat is er al?", "answer": "De wijktafel"}
    assert found["plan"] == {"start": "2027-01-12", "rhythm": "tekst", "form": "optimaliseren-bouwstenen"}


def test_a_document_follows_its_schema_to_the_letter(house):
    """Read back by the classes that the schema is made of, nothing is left over and nothing is missing."""
    found = written(house)
    assert json.loads(msgspec.json.encode(msgspec.convert(found, document.Document))) == found


def test_every_type_is_described_with_all_its_fields(house):
    """A new type, or a new field of one, is described in facilitator/luggage/described.py before it goes along."""
    known = {one.__struct_config__.tag: set(one.__struct_fields__) | {"type"} for one in described.TYPES}
    for meeting in written(house)["meetings"]:
        for one in [*meeting.get("other", ()), *(one for step in meeting["steps"] for one in step.get("other", ()))]:
            assert one["type"] in known, f"{one['type']} is not described"
            assert set(one) <= known[one["type"]], f"{one['type']}: {set(one) - known[one['type']]} not described"
            msgspec.convert(one, described.Other)


def test_every_type_of_the_book_has_a_shape(house):
    """What comes in is judged by its shape (chain/shapes.py); the gate shows no type that has none."""
    shown = {name.removeprefix("show_") for name in dir(Gate) if name.startswith("show_")} - {"elsewhere"}
    assert shown - set(shapes.SHAPES) == set()
    for one in list(house.chain.entities):
        shapes.check(house.chain, house.rooms.rulebook.kinds, {}, one)


def test_everything_that_the_report_may_see_is_in_it(house):
    """All that people wrote, and every entity by its id."""
    found = json.dumps(written(house), ensure_ascii=False)
    for text in house.written():
        assert json.dumps(text, ensure_ascii=False)[1:-1] in found
    for part in packing.packed(house.room).parts:
        away = {"chain", "tally"}
        shown = [one for one in part.entities.values() if one["type"] not in away]
        taken_back = {one["id"] for one in part.list("note")} - {one["id"] for one in part.notes()}
        for one in shown:
            if one["id"] not in taken_back:
                assert f'"{one["id"]}"' in found, one


def test_nobody_is_named_unless_it_was_asked_for(house):
    """Every name of the directory gets a mark that nobody types; without names, no mark is left anywhere."""
    marked = {identity: {"name": f"{one['name']}§{identity}"} for identity, one in house.room.people.items()}
    before, house.room.people = house.room.people, marked
    try:
        along, without = (json.dumps(written(house, ask), ensure_ascii=False) for ask in (True, False))
    finally:
        house.room.people = before
    away = {identity for identity in marked if (house.chain.get(identity) or {}).get("gone")}
    assert [identity for identity in marked.keys() - away if f"§{identity}" not in along] == []
    assert "§" not in without


def test_the_order_of_actions_is_told_with_its_reason(tmp_path):
    kind = next(kind for kind in KINDS if kind.name == "acties")
    one = House(tmp_path, made(kind))
    for what in ("Een belronde", "Folder maken"):
        one.do("action.make", step=one.step, what=what)
    actions = written(one)["meetings"][-1]["actions"]
    assert [(action["what"], action["place"]) for action in actions] == [("Een belronde", 1), ("Folder maken", 2)]
    assert all(action["reason"].startswith("Nog niet gewogen") for action in actions)
