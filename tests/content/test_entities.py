"""Everything that the documents hand a facilitator is on the shelf: counted and named against two lists."""

from pathlib import Path

import pytest
import yaml

from exercises.registry import KINDS
from facilitator.content import load, plain
from facilitator.settings import ROOT

LIBRARY = load(ROOT, {kind.name: kind for kind in KINDS})
SHELF = LIBRARY.shelf
LISTS = ("entities.yaml", "entities_reports.yaml")
ENTITIES = [one for name in LISTS for one in yaml.safe_load((Path(__file__).parent / name).read_text(encoding="utf-8"))]
SHEET = ["aandacht", "samenwerken", "hulpmiddelen", "kansen", "verenigingen"]
ON_SCREEN = 1250  # letters of one part that still stand large enough on the room's screen


def found(place: str) -> list:
    """The prose of a page or of the part with this mark; [] when it is not there."""
    name, _, mark = place.partition("#")
    page = SHELF.pages.get(name)
    if page is None:
        return []
    assert page["source"], f"{name} names no source"
    return [node for part in page["parts"] if not mark or part["id"] == mark for node in part["prose"]]


def lines(place: str) -> list[str]:
    """One line for each item of the lists and each row of the tables of a part."""
    items: list[str] = []
    for node in found(place):
        if node[0] in ("ul", "ol"):
            items += [plain([["p", *item[1:]]]) for item in node[1:]]
        elif node[0] == "table":
            items += [plain([row]) for row in node[2][1:]]
    return items


@pytest.mark.parametrize("entity", ENTITIES, ids=lambda entity: entity["naam"])
def test_everything_is_there_and_has_a_source(entity):
    places = entity.get("waar", entity.get("lijst"))
    assert [place for place in places if not found(place)] == []
    assert len(set(places)) == len(places)
    if "waar" in entity:
        assert len(places) == entity["aantal"]
        return
    items = [item for place in places for item in lines(place)]
    assert len(items) == len(entity["namen"]) == entity["aantal"]
    missing = [
        (name, item)
        for name, item in zip(entity["namen"], items, strict=True)
        if str(name).casefold() not in item.casefold()
    ]
    assert missing == []


def test_the_list_itself_names_all_there_is():
    """No page of the handbook is left out of the lists but those that only put others together."""
    named = {place.partition("#")[0] for entity in ENTITIES for place in entity.get("waar", entity.get("lijst", []))}
    handbook = {page for page, one in SHELF.pages.items() if one["shelf"] != "oefeningen"}
    assert handbook - named == {"ketenaanpak/personas", "ketenaanpak/klopt-niet-helemaal"}
    assert sum(entity["aantal"] for entity in ENTITIES) > 490


def test_a_place_that_is_gone_is_seen():
    assert found("rollen/portier") == found("rollen/uitvoerder#portier") == []


def test_building_blocks_have_31_questions_and_their_own_parts():
    pages = [SHELF.pages[f"bouwstenen/{number}"] for number in range(1, 8)]
    assert [[part["title"] for part in page["parts"]] for page in pages] == [
        ["Opgave", "Doel", "Instrumenten", "Vragen"]
    ] * 7
    counts = [len(page["parts"][3]["prose"][0]) - 1 for page in pages]
    assert counts == [6, 6, 6, 5, 3, 2, 3] and sum(counts) == 31


def test_every_persona_has_nine_sections():
    assert [len(page["parts"]) for page in SHELF.pages.values() if page["shelf"] == "personas"] == [9] * 6


def test_every_sheet_has_its_sections_and_national_parties_that_exist():
    parties = " ".join(lines("landelijk/partijen#partijen")).replace(" ", "").casefold()
    for page in (page for page in SHELF.pages.values() if page["shelf"] == "beroepen"):
        assert [part["id"] for part in page["parts"] if part["id"] != "meer"] == SHEET, page["id"]
        for party in lines(f"{page['id']}#verenigingen"):
            name = party.partition(" afdeling")[0].replace(" ", "").casefold()
            assert name in parties, party


def test_the_pilots_cards_stand_at_their_block_and_nothing_is_invented_for_6_and_7():
    names = ["Harderwijk/Ermelo", "Rotterdam-Overschie", "Midden-Drenthe"]
    cards = {number: [card["title"] for card in SHELF.cards(number)] for number in range(1, 8)}
    assert cards == {number: names if number < 6 else [] for number in range(1, 8)}
    assert all(card["prose"] and card["source"] for number in range(1, 6) for card in SHELF.cards(number))


def test_a_replaced_place_or_word_is_said_in_the_notes():
    young = SHELF.pages["vindplaatsen/jonge-mantelzorgers"]
    assert "Hyves" in young["note"] and "CWI" in young["note"]
    read = (page for page in SHELF.pages.values() if page["shelf"] != "oefeningen")  # those hold the notes themselves
    everything = " ".join(plain(part["prose"]) for page in read for part in page["parts"])
    for word in ("Hyves", "CWI", "verzorgingshuis"):
        assert word not in everything
    assert "allochtone" in SHELF.pages["vindplaatsen/migratieachtergrond"]["note"]


def test_every_part_that_can_be_shown_fits_on_the_screen():
    long = {
        f"{page['id']}#{part['id'] or part['title']}": size
        for page in SHELF.pages.values()
        if page["screen"]
        for part in page["parts"]
        if (size := len(plain(part["prose"]))) > ON_SCREEN
    }
    assert long == {}


def test_no_table_is_wider_than_a_small_phone():
    """Four columns of words do not stand beside each other on 360 pixels."""
    wide = [
        page["id"]
        for page in SHELF.pages.values()
        for part in page["parts"]
        for node in part["prose"]
        if node[0] == "table" and len(node[1][1]) - 1 > 3
    ]
    assert wide == []


def test_numbers_of_pages_put_them_in_order():
    for shelf in {page["shelf"] for page in SHELF.pages.values()} - {"bouwstenen", "personas", "oefeningen"}:
        numbers = [page["number"] for page in SHELF.pages.values() if page["shelf"] == shelf]
        assert numbers == sorted(numbers) and len(set(numbers)) == len(numbers), shelf
