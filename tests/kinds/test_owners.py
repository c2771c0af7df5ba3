"""Who does an action: people and organisations of the keten, or what is typed; who left is said to have left."""

import pytest

from facilitator.chain import owners
from facilitator.report.source import nameless
from tests.kinds.house import House, made, texts
from tests.kinds.tables import follow, held
from tests.kinds.test_subactions import kind, make, rows, split


@pytest.fixture
def house(tmp_path):
    return House(tmp_path, made(kind("acties")))


def test_more_people_and_organisations_and_free_words(house):
    west = house.organisation("Thuiszorg West")
    action = make(house, owners=[house.people[0], west], who="de buurman")
    for audience in ("control", "screen", "phone", "report"):
        assert house.see(audience)[action]["who"] == "Jan (Gemeente Ede), Thuiszorg West en de buurman"
    assert house.see("control")[action]["owners"] == [house.people[0], west]
    assert "owners" not in house.see("phone")[action] and "owners" not in house.see("screen")[action]
    assert "wie" not in house.state(1)["order"][0].get("missing", [])
    assert not {"Jan"} & set(texts(house.chain.entities[action])), "the book holds no name"


def test_who_left_stays_readable_and_it_is_said(house):
    action = make(house, owners=[house.people[1]])
    views = held(house)
    house.do("participant.remove", participant=house.people[1])
    follow(house, views)
    assert house.see("screen")[action]["who"] == "iemand van Steunpunt, niet meer aan tafel"
    house.do("action.edit", action=action, owners=[house.people[1]], who="en Bo")
    assert house.no("action.edit", action=make(house, "Anders"), owners=[house.people[1]]).startswith("Deze persoon of")


def test_a_name_that_is_changed_changes_everywhere(house):
    action = make(house, owners=[house.people[0]])
    views = held(house)
    house.by(0, "participant.edit", name="Johanna", organisation="Gemeente Barneveld")
    follow(house, views)
    assert house.see("phone")[action]["who"] == "Johanna (Gemeente Barneveld)"


def test_handing_over_takes_the_place_of_who_was_there(house):
    action = make(house, owners=[house.people[0]])
    house.do("action.follow", action=action, who="Els van het steunpunt")
    assert house.see("screen")[action]["who"] == "Els van het steunpunt"
    house.do("action.edit", action=action, owners=[house.organisation("Steunpunt")])
    assert house.see("screen")[action]["who"] == "Steunpunt"
    told = [row["changes"]["who"] for row in house.see("report")[action]["history"] if "changes" in row]
    assert told == [["Jan (Gemeente Ede)", "Els van het steunpunt"], ["Els van het steunpunt", "Steunpunt"]]


def test_a_report_without_names_says_the_organisation(house):
    action = make(house, owners=[house.people[0]])
    house.do("action.edit", action=action, owners=[house.people[1]])
    shown = nameless(house.see("report")[action])
    assert shown["who"] == "iemand van Steunpunt"
    assert not {"Jan", "Els"} & {word for text in texts(shown) for word in text.split()}


def test_the_contact_person_of_a_role_is_for_control_room_and_report_only(tmp_path):
    house = House(tmp_path, made(kind("rollen")))
    body = {"step": house.step, "slot": "chain_director", "organisation": "Gemeente Ede", "contact": "Femke"}
    role = house.do("role.assign", **body)["ids"][-1]
    house.meeting = house.earlier
    house.do("action.edit", action=house.agreed[0], owners=[role])
    action = house.chain.entities[house.agreed[0]]
    assert owners.shown(house.chain, house.room.people, action, "control")["who"] == "Femke (Gemeente Ede)"
    for audience in ("screen", "phone", "own"):
        assert owners.shown(house.chain, house.room.people, action, audience)["who"] == "Gemeente Ede (ketenregisseur)"
    report = owners.shown(house.chain, house.room.people, action, "report")
    assert report["uncalled"] == "Gemeente Ede (ketenregisseur)"


def test_a_phone_names_itself_or_an_organisation_and_nobody_else(house):
    west = house.organisation("Thuiszorg West")
    body = {"step": house.step, "what": "Ik bel ze"}
    house.by(0, "action.make", **body, owners=[house.people[0], west])
    assert house.refused(0, "action.make", **body, owners=[house.people[1]]).startswith("Deze persoon of")


def test_a_date_that_is_over_gets_a_soft_sentence(house):
    action = make(house, when="2020-01-01")
    assert house.state(1)["order"][0]["past"] is True
    assert house.see("phone")[action]["when"] == "2020-01-01"
    house.do("action.edit", action=action, status="voltooid")
    assert "past" not in house.state(1)["order"][0]


def test_a_piece_has_owners_of_its_own(house):
    split(house, make(house), {"what": "Bellen", "owners": [house.people[0]]})
    assert ["1a", "Bellen", "Jan (Gemeente Ede)", "", "nog niet begonnen", ""] in rows(house.paper(1))
