"""Vindplaatsen: four groups with places, who comes where, what is open, own places, and the next step of the keten."""

import pytest

from exercises.kinds.vindplaatsen.words import PLACES
from exercises.registry import KINDS
from facilitator.chain.carers import GROUPS
from facilitator.chain.command import FACILITATOR, Seat
from tests.kinds.foyer import library, words
from tests.kinds.house import House, made, texts
from tests.kinds.tables import follow, held

KIND = next(kind for kind in KINDS if kind.name == "vindplaatsen")
SHELF = {
    "young": "jonge-mantelzorgers",
    "older": "oudere-mantelzorgers",
    "migration": "migratieachtergrond",
    "working": "werkende-mantelzorgers",
}


@pytest.fixture
def house(tmp_path):
    return House(tmp_path, made(KIND))


def tell(house, slot, person=0, on=True):
    return house.by(person, "place.tell", step=house.step, slot=slot, on=on)


def state(house, audience="screen"):
    return house.entity(audience)["state"]


def group(house, name, audience="screen"):
    return next(one for one in state(house, audience)["groups"] if one["id"] == name)


# the list


@pytest.mark.parametrize("name", GROUPS)
def test_the_places_are_those_of_the_handbook(name):
    page = library().shelf.pages[f"vindplaatsen/{SHELF[name]}"]
    listed = next(node for part in page["parts"] if "plekken" in part["title"] for node in part["prose"])
    assert [item[1] for item in listed[1:]] == list(PLACES[name].values())


def test_all_are_open_at_first_and_the_words_of_then_are_gone(house):
    assert [(one["id"], one["all"], one["open"]) for one in state(house)["groups"]] == [
        ("young", 9, 9), ("older", 13, 13), ("migration", 5, 5), ("working", 4, 4)
    ]  # fmt: skip
    told = " ".join(one["text"] for one in house.entity("phone")["places"]) + " ".join(GROUPS.values())
    assert not {"CWI", "Hyves", "allochtone", "verzorgingshuizen"} & set(told.split())
    notes = str(library().exercises["vindplaatsen"]["coaching"]["notes"])
    assert "UWV" in notes and "woonzorgcentra" in notes and "Hyves" in notes


def test_a_step_may_be_about_one_group(tmp_path):
    house = House(tmp_path, made(KIND, older=False, migration=False, working=False))
    assert [one["id"] for one in state(house)["groups"]] == ["young"]
    assert "niet (meer) in de lijst" in house.refused(0, "place.tell", step=house.step, slot="older.shops")
    assert "doet vandaag niet mee" in house.no("place.add", step=house.step, group="older", name="De markt")
    assert "Ouderenbonden" not in words(house.paper(1))


# who comes where


def test_a_phone_speaks_for_its_organisation_and_the_room_sees_it_at_once(house):
    views = held(house)
    tell(house, "young.school")
    tell(house, "young.school", person=1)
    ede, steunpunt = house.organisation("Gemeente Ede"), house.organisation("Steunpunt")
    for audience in ("control", "screen", "phone", "report"):
        assert state(house, audience)["who"] == {"young.school": [ede, steunpunt]}
    assert group(house, "young")["open"] == 8
    assert {key: house.count()[key] for key in ("places", "visited")} == {"places": 31, "visited": 1}
    tell(house, "young.school", on=False)
    assert state(house)["who"] == {"young.school": [steunpunt]}
    follow(house, views)


def test_saying_it_twice_changes_nothing(house):
    tell(house, "young.school")
    before = house.chain.seq
    tell(house, "young.school")
    assert house.chain.seq == before


def test_who_has_no_organisation_hears_what_to_do(house):
    assert "van welke organisatie u bent" in house.refused(3, "place.tell", step=house.step, slot="young.school")


def test_the_facilitator_says_it_for_who_has_no_phone_and_corrects_it(house):
    slots = ["older.library", "older.shops"]
    house.do("place.mark", step=house.step, organisation="Bibliotheek West", slots=slots)
    library_ = house.organisation("Bibliotheek West")
    assert state(house)["who"] == {"older.library": [library_], "older.shops": [library_]}
    house.do("place.mark", step=house.step, organisation="bibliotheek  west", slots=slots[:1], on=False)
    assert state(house)["who"] == {"older.shops": [library_]}
    assert "welke organisatie" in house.no("place.mark", step=house.step, organisation=" ", slots=slots)
    assert "niet (meer)" in house.no("place.mark", step=house.step, organisation="Ede", slots=["older.mars"])
    assert "120 tekens" in house.no("place.mark", step=house.step, organisation="x" * 121, slots=slots)


# own places


def test_a_place_that_was_added_counts_as_the_others_and_its_writer_comes_there(house):
    views = held(house)
    place = house.by(0, "place.add", step=house.step, group="young", name="  De  kantine ")["ids"][0]
    assert state(house)["own"] == [{"id": place, "group": "young", "text": "De kantine", "gone": False}]
    assert group(house, "young") == {"id": "young", "all": 10, "open": 9}
    assert "staat al in de lijst" in house.refused(1, "place.add", step=house.step, group="young", name="de kantine")
    assert "staat al in de lijst" in house.refused(1, "place.add", step=house.step, group="young", name="uwv")
    by_regie = house.do("place.add", step=house.step, group="young", name="De markt")["ids"][0]
    assert by_regie not in state(house)["who"]
    assert "De kantine (eigen plek)" in words(house.paper(1))
    follow(house, views)


def test_somebody_without_an_organisation_may_add_a_place(house):
    house.by(3, "place.add", step=house.step, group="working", name="De kapper")
    assert group(house, "working") == {"id": "working", "all": 5, "open": 5}


def test_only_an_own_place_can_go_and_it_comes_back_with_who_comes_there(house):
    place = house.by(0, "place.add", step=house.step, group="young", name="De kantine")["ids"][0]
    house.do("place.drop", step=house.step, slot=place)
    assert "De kantine" not in set(texts(house.see("screen"))) and state(house, "control")["own"][0]["gone"]
    assert "Weggehaald van de lijst: De kantine" in words(house.paper(1))
    assert "De kantine" not in words(house.paper(1, full=False))
    house.do("place.drop", step=house.step, slot=place, on=False)
    assert state(house)["who"][place] == [house.organisation("Gemeente Ede")]
    assert "vaste lijst" in house.no("place.drop", step=house.step, slot="young.school")


# what the room sees, and what stays


def test_one_group_is_large_on_the_screen(house):
    house.do("place.look", step=house.step, at="working")
    assert state(house)["at"] == "working"


def test_the_report_has_a_table_for_each_group_and_names_the_gaps(house):
    tell(house, "working.work")
    tell(house, "working.work", person=1)
    told = words(house.paper(1))
    assert "Op 1 van de 31 plekken komt al iemand" in told
    assert "Werkende mantelzorgers: Kinderopvang; Arbodiensten; Wachtkamers" in told
    assert "Gemeente Ede\nSteunpunt" in told and "nog niemand" in told
    assert "Wie waar komt: mantelzorgers met een migratieachtergrond" in told


def test_the_next_step_of_the_keten_begins_with_what_this_one_ended_with(house):
    tell(house, "older.shops")
    tell(house, "older.library", person=1)
    tell(house, "older.library", person=1, on=False)
    place = house.by(0, "place.add", step=house.step, group="young", name="De kantine")["ids"][0]
    gone = house.do("place.add", step=house.step, group="young", name="De markt")["ids"][0]
    house.do("place.drop", step=house.step, slot=gone)
    house.do("meeting.close")
    asked = {"title": "De volgende keer", "template": "proef", "date": "2027-01-20"}
    house.meeting = house.ask(Seat(FACILITATOR), "meeting.create", **asked)["ids"][0]
    house.steps = list(house.chain.entities[house.meeting]["steps"])
    house.do("meeting.open")
    house.people = []
    before, house.step = house.step, house.go(1)
    ede = house.organisation("Gemeente Ede")
    assert state(house)["who"] == {"older.shops": [ede], place: [ede]}
    assert [one["text"] for one in state(house)["own"]] == ["De kantine"]
    house.enter("Steunpunt")
    tell(house, "older.pharmacy")
    assert "older.pharmacy" not in house.chain.entities[before]["state"]["who"]
