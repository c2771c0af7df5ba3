"""Verifying: what nobody of an organisation looked at is asked first, between meetings and at the next one."""

from __future__ import annotations

import re
from html import unescape

import pytest

from facilitator.chain.network.links import network
from facilitator.chain.network.verified import unverified
from tests.web.indoors import Indoors, Visitor
from tests.web.test_intake import link

FIRST = {"Laurens": ["Antes", "Wmo Radar"], "Antes": ["Laurens"]}


@pytest.fixture(scope="module")
def indoors(tmp_path_factory):
    indoors = Indoors(tmp_path_factory.mktemp("nagekeken"), "ketenanalyse")
    yield indoors
    indoors.close()


@pytest.fixture
def house(indoors):
    """A meeting of three organisations, of which two name partners; nobody looks at the map, and it closes."""
    indoors.begin("ketenanalyse")
    phones = {name: indoors.join("Els", name) for name in ("Laurens", "Antes", "Wmo Radar")}
    step = indoors.step("kennismaking")
    for name, partners in FIRST.items():
        body = {"step": step, "has": partners}
        assert indoors.built.house.ask(indoors.room, "introduction.give", body, phones[name].seat)["ok"]
    indoors.step("netwerk")
    indoors.do("meeting.close")
    return indoors


def later(house):
    """The next meeting of the keten, made on its page as from the plan; the door is not open yet."""
    house.regie.post(f"/regie/ketens/{house.keten}/plan", {"start": "2026-11-22", "rhythm": "tekst", "form": ""})
    made = {"title": "De volgende", "template": "basisbijeenkomst-1"}
    house.regie.post(f"/regie/ketens/{house.keten}/bijeenkomsten", made)
    house.meeting = list(house.room.chain.of_type("meeting"))[-1]["id"]
    house.ref = f"{house.keten}-{house.meeting}"


def lines(house) -> dict[frozenset[str], set[str]]:
    """Every line that is there, with who still has to look at it; all by name."""
    drawn = network(house.room.chain, house.meeting)
    names = {guest.id: guest.name for guest in drawn.guests}
    return {
        frozenset((names[one.a], names[one.b])): {names[end] for end in one.asks}
        for one in drawn.links.values()
        if one.there
    }


def asked(page: str) -> list[tuple[str, str]]:
    """What the page behind the link asks to look at: the field of each partner, and the partner."""
    found = re.findall(r'name="(lijn-\d+)" value="ja:([^"]+)"', page)
    return [(field, unescape(name)) for field, name in found]


def test_the_page_of_the_keten_says_who_still_has_to_look(house):
    page = house.regie.get(f"/regie/ketens/{house.keten}").text
    shown = re.findall(r'<strong dir="auto">([^<]+)</strong> <span class="small">(\d) lijn(?:en)? na te kijken', page)
    assert sorted(shown) == [("Antes", "1"), ("Laurens", "2"), ("Wmo Radar", "1")]


def test_the_link_of_the_next_meeting_asks_it_and_what_is_said_there_counts(house):
    later(house)
    path, visitor = link(house), Visitor(house)
    assert asked(visitor.get(path).text) == []  # who it is, is not known yet
    visitor.post(path, {"organisation": "Wmo Radar", "contact": "Aan de balie"})
    page = visitor.get(path).text
    assert [name for _, name in asked(page)] == ["Laurens"] and "Klopt dit nog?" in page
    assert lines(house)[frozenset(("Laurens", "Wmo Radar"))] == {"Laurens", "Wmo Radar"}
    visitor.post(path, {"organisation": "Wmo Radar", "contact": "Aan de balie", "lijn-1": "ja:Laurens"})
    assert lines(house)[frozenset(("Laurens", "Wmo Radar"))] == {"Laurens"}
    page = visitor.get(path).text
    assert asked(page) == [] and 'name="has" value="Laurens"' in page
    assert ("Wmo Radar", 1) not in unverified(house.room.chain)


def test_what_is_not_right_any_more_goes_and_what_is_not_said_stays(house):
    later(house)
    path, visitor = link(house), Visitor(house)
    typed = {"organisation": "Laurens", "has": ["Pameijer"], "about": ["nieuw"]}
    visitor.post(path, typed)
    assert {name for _, name in asked(visitor.get(path).text)} == {"Antes", "Wmo Radar"}
    assert frozenset(("Laurens", "Wmo Radar")) in lines(house), "not said again is not taken back"
    field = next(field for field, name in asked(visitor.get(path).text) if name == "Wmo Radar")
    visitor.post(path, {**typed, field: "nee:Wmo Radar", "lijn-9": "nee:Iets anders"})
    told = [one for one in house.room.chain.of_type("foreword") if not one["gone"]]
    assert [one["wrong"] for one in told] == [["Wmo Radar"]]
    assert house.seen("control", "foreword")[0]["wrong"] == ["Wmo Radar"]
    assert frozenset(("Laurens", "Wmo Radar")) not in lines(house)
    assert "Werkt niet (meer) samen met:</span> <bdi" in house.regie.get(f"/regie/{house.ref}/vooraf").text
    page = visitor.get(path).text
    assert re.search(r'value="nee:Wmo Radar" checked', page) and "ja:Antes" in page
    visitor.post(path, {**typed, field: "ja:Wmo Radar"})
    assert lines(house)[frozenset(("Laurens", "Wmo Radar"))] == {"Wmo Radar"}, "who thinks again is believed"


def test_naming_a_partner_again_is_looking(house):
    later(house)
    path, visitor = link(house), Visitor(house)
    visitor.post(path, {"organisation": "antes", "has": ["laurens"]})
    assert asked(visitor.get(path).text) == []
    assert lines(house)[frozenset(("Laurens", "Antes"))] == {"Laurens"}


def test_two_of_one_organisation_who_look_differently_are_a_question(house):
    later(house)
    path = link(house)
    for says in ("ja:Laurens", "nee:Laurens"):
        visitor = Visitor(house)
        visitor.post(path, {"organisation": "Wmo Radar", "contact": says})
        visitor.post(path, {"organisation": "Wmo Radar", "contact": says, "lijn-1": says})
    drawn = network(house.room.chain, house.meeting)
    assert any(one.torn and one.there for one in drawn.links.values())
    page = house.regie.get(f"/regie/{house.ref}/vooraf").text
    assert "De één werkt samen met Laurens, de ander zegt van niet. Vraag het na." in page


def kinds(house) -> list[str]:
    return [step["kind"] for step in house.room.chain.steps(house.meeting)]


def test_the_next_meeting_from_the_plan_asks_it_first_on_the_phones_of_that_organisation(house):
    later(house)
    assert kinds(house)[:3] == ["terugblik", "netwerk", "briefjes"]
    house.do("meeting.open")
    phone = house.join("Wies", "Wmo Radar")
    step = house.step("netwerk")
    [shown] = [one for one in house.seen("phone", "step") if one["id"] == step]
    own = house.room.chain.get(phone.seat.id)["organisation"]
    open_ones = [link for link in shown["state"]["links"] if own in link.get("asks", ())]
    assert shown["state"]["stage"] == 2 and len(open_ones) == 1
    ask = house.built.house.ask
    assert ask(house.room, "network.say", {"step": step, "name": "Laurens", "says": "yes"}, phone.seat)["ok"]
    [shown] = [one for one in house.seen("phone", "step") if one["id"] == step]
    assert [link for link in shown["state"]["links"] if own in link.get("asks", ())] == []


def test_what_was_answered_beforehand_is_not_asked_at_the_table(house):
    later(house)
    path, visitor = link(house), Visitor(house)
    visitor.post(path, {"organisation": "Wmo Radar", "has": ["Laurens"]})
    house.do("meeting.open")
    phone = house.join("Wies", "Wmo Radar")
    step = house.step("netwerk")
    [shown] = [one for one in house.seen("phone", "step") if one["id"] == step]
    own = house.room.chain.get(phone.seat.id)["organisation"]
    assert [link for link in shown["state"]["links"] if own in link.get("asks", ())] == []


def test_a_meeting_that_was_made_before_there_was_a_map_asks_it_when_its_door_opens(indoors):
    indoors.begin("ketenanalyse")
    first = indoors.meeting, indoors.ref
    later(indoors)
    early = indoors.meeting, indoors.ref
    assert kinds(indoors)[:2] == ["terugblik", "briefjes"], "no map yet, so nothing to look at"
    indoors.meeting, indoors.ref = first
    phone = indoors.join("Els", "Laurens")
    body = {"step": indoors.step("kennismaking"), "has": ["Antes"]}
    assert indoors.built.house.ask(indoors.room, "introduction.give", body, phone.seat)["ok"]
    indoors.step("netwerk")
    indoors.do("meeting.close")
    indoors.meeting, indoors.ref = early
    indoors.do("meeting.open")
    assert kinds(indoors)[:3] == ["terugblik", "netwerk", "briefjes"]
    [came] = [one for one in indoors.room.chain.steps(indoors.meeting) if one.get("came")]
    assert (came["title"], came["came"]) == ("Klopt onze kaart nog?", 1)
    indoors.do("step.remove", step=came["id"])
    assert "netwerk" not in kinds(indoors)


def test_a_map_of_its_own_or_nothing_to_look_at_brings_no_step(house):
    house.regie.post(f"/regie/ketens/{house.keten}/bijeenkomsten", {"title": "Kaart", "template": "ketenanalyse"})
    house.meeting = list(house.room.chain.of_type("meeting"))[-1]["id"]
    assert kinds(house).count("netwerk") == 1
    house.begin("startbijeenkomst")  # another keten: introductions, and no map that anybody saw
    house.join("Els", "Laurens")
    house.step("kennismaking")
    house.do("meeting.close")
    later(house)
    assert "netwerk" not in kinds(house)
