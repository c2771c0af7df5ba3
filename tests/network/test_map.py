"""The network map: who is on it, what makes a line, how the room judges it, and how it stays in the keten."""

from typing import Any

import pytest

from exercises.registry import KINDS
from facilitator.chain.command import FACILITATOR, PARTICIPANT, Seat
from facilitator.chain.network.compare import changes
from facilitator.chain.network.guests import wider
from facilitator.chain.network.links import network
from facilitator.chain.paper import Picture, Table
from tests.kinds.foyer import words
from tests.kinds.house import House, made
from tests.kinds.tables import step as plain_step

GEMEENTE, STEUNPUNT, THUISZORG, NOBODY = range(4)  # the people of the house; the last one is of no organisation


@pytest.fixture
def house(tmp_path):
    return House(tmp_path, made(next(kind for kind in KINDS if kind.name == "netwerk")))


def state(house: House, audience: str = "control") -> dict[str, Any]:
    return house.entity(audience)["state"]


def guests(house: House) -> dict[str, list[Any]]:
    """Every guest by name."""
    return {guest[1]: guest for guest in state(house)["guests"]}


def line(house: House, one: str, other: str) -> dict[str, Any]:
    """What the control room sees between two guests; {} for nothing."""
    ids = {guests(house)[one][0], guests(house)[other][0]}
    return next((link for link in state(house)["links"] if {link["a"], link["b"]} == ids), {})


def say(house: House, who: int, name: str, **more: Any) -> dict[str, Any]:
    return house.by(who, "network.say", step=house.step, name=name, **more)


def mark(house: House, one: str, other: str, how: str) -> dict[str, Any]:
    a, b = guests(house)[one][0], guests(house)[other][0]
    return house.do("network.mark", step=house.step, a=a, b=b, mark=how)


def refused(house: House, who: int | None, name: str, /, **body: Any) -> str:
    """The sentence with which the facilitator (None) or somebody at the table is refused."""
    seat = Seat(FACILITATOR, house.meeting) if who is None else Seat(PARTICIPANT, house.meeting, house.people[who])
    answer = house.ask(seat, name, step=house.step, **body)
    assert not answer["ok"], answer
    return answer["say"]


def test_what_was_said_at_the_introductions_is_on_the_map(tmp_path):
    house = House(tmp_path, plain_step("kennismaking", None), made(next(one for one in KINDS if one.name == "netwerk")))
    told = {"step": house.steps[1], "has": ["thuiszorg  west"], "wants": ["De huisartsen"]}
    house.by(GEMEENTE, "introduction.give", **told)
    house.step = house.go(2)
    assert line(house, "Gemeente Ede", "Thuiszorg West")["there"]
    assert "there" not in line(house, "Gemeente Ede", "De huisartsen"), "a wish is no cooperation"
    assert guests(house)["De huisartsen"][2:4] == ["huisarts", 1], "in the wider ring, with the sort that it looks like"


def test_a_line_is_firm_when_both_say_it(house):
    say(house, GEMEENTE, "Steunpunt", what="doorverwijzen")
    one = line(house, "Gemeente Ede", "Steunpunt")
    assert one["there"] and "firm" not in one and one["what"] == ["doorverwijzen"]
    assert state(house)["gist"]["onesided"]
    say(house, STEUNPUNT, "GEMEENTE  ede!")
    one = line(house, "Gemeente Ede", "Steunpunt")
    assert one["firm"] and "asks" not in one, "spelling makes no other organisation, and both looked at it"
    assert [state(house, "screen")["gist"][key] for key in ("there", "looked")] == [1, 1]


def test_what_two_of_one_organisation_say_in_the_same_words_stands_once(house):
    say(house, GEMEENTE, "Steunpunt", what="voorlichting")
    house.enter("Gemeente Ede")
    say(house, len(house.people) - 1, "Steunpunt", what="voorlichting")
    assert line(house, "Gemeente Ede", "Steunpunt")["what"] == ["voorlichting"]


def test_an_organisation_corrects_its_own_part(house):
    say(house, GEMEENTE, "Steunpunt")
    say(house, GEMEENTE, "Steunpunt", says="no")
    assert "there" not in line(house, "Gemeente Ede", "Steunpunt")
    say(house, GEMEENTE, "Steunpunt", says="")
    assert "Steunpunt" in guests(house)


def test_one_of_the_wider_ring_becomes_the_organisation_when_it_joins(house):
    say(house, GEMEENTE, "Voedselbank")
    assert guests(house)["Voedselbank"][0] == wider("voedselbank")
    house.enter("voedselbank")
    assert guests(house)["voedselbank"][3] == 0 and "Voedselbank" not in guests(house)
    assert line(house, "Gemeente Ede", "voedselbank")["there"]


def test_two_names_become_one_and_two_again(house):
    say(house, GEMEENTE, "Thuiszorg")
    names = {guest[0]: guest[1] for guest in state(house)["guests"]}
    pairs = [[names[one], names[other]] for one, other in state(house)["alike"]]
    assert ["Thuiszorg", "Thuiszorg West"] in pairs
    pair = {"step": house.step, "one": wider("Thuiszorg"), "into": guests(house)["Thuiszorg West"][0]}
    house.do("network.same", **pair)
    assert "Thuiszorg" not in guests(house) and line(house, "Gemeente Ede", "Thuiszorg West")["there"]
    house.do("network.apart", **pair)
    assert line(house, "Gemeente Ede", "Thuiszorg")["there"]
    assert state(house)["alike"] == [], "it is not asked again"


def test_the_name_in_the_list_stays_whichever_way_it_is_said(house):
    say(house, GEMEENTE, "De thuiszorg")
    house.do("network.same", step=house.step, one=guests(house)["Thuiszorg West"][0], into=wider("De thuiszorg"))
    assert "Thuiszorg West" in guests(house) and "De thuiszorg" not in guests(house)


def test_phones_propose_and_the_facilitator_decides(house):
    say(house, GEMEENTE, "Steunpunt")
    one = line(house, "Gemeente Ede", "Steunpunt")
    pair = {"step": house.step, "a": one["a"], "b": one["b"]}
    for who in (GEMEENTE, NOBODY):
        house.by(who, "network.propose", **pair, mark="good")
    house.by(NOBODY, "network.propose", **pair, mark="improve")
    assert line(house, "Gemeente Ede", "Steunpunt")["ideas"] == {"good": 1, "improve": 1}
    assert "mark" not in line(house, "Gemeente Ede", "Steunpunt")
    mark(house, "Gemeente Ede", "Steunpunt", "good")
    assert next(one["look"] for one in state(house, "screen")["scene"]["curves"]) == "good"


def test_what_is_missing_is_drawn_and_no_cooperation(house):
    mark(house, "Steunpunt", "Thuiszorg West", "missing")
    assert [one["look"] for one in state(house, "screen")["scene"]["curves"]] == ["missing"]
    assert state(house)["gist"]["there"] == 0 and len(state(house)["gist"]["alone"]) == 3
    mark(house, "Steunpunt", "Thuiszorg West", "")
    assert state(house, "screen")["scene"]["curves"] == []


def test_who_is_put_on_the_table_stays_and_two_never_share_a_place(house):
    for name in ("Steunpunt", "Thuiszorg West"):
        house.do("network.seat", step=house.step, organisation=guests(house)[name][0], spot=7)
    spots = {name: guest[4] for name, guest in guests(house).items()}
    assert spots["Steunpunt"] == 7 and spots["Thuiszorg West"] not in (7, -1)
    house.do("network.seat", step=house.step, organisation=guests(house)["Steunpunt"][0], spot=-1)
    assert guests(house)["Steunpunt"][4] == -1


def test_who_cannot_be_missed_is_invited(house):
    say(house, GEMEENTE, "Het ziekenhuis")
    assert house.do("network.invite", step=house.step, guest=wider("het ziekenhuis"))["ok"]
    [action] = [one for one in house.listed("action", "control") if "ziekenhuis" in one["what"]]
    [partner] = list(house.listed("partner", "control"))
    assert (partner["name"], partner["stand"]) == ("Het ziekenhuis", "invite") and action
    for name, why in (("Het ziekenhuis", "al op de actielijst"), ("Steunpunt", "zit al aan tafel")):
        assert why in refused(house, None, "network.invite", guest=guests(house)[name][0])


def test_the_map_tells_its_gist(house):
    for name in ("Steunpunt", "Thuiszorg West", "Kerk"):
        say(house, GEMEENTE, name)
    gist = state(house)["gist"]
    assert gist["missed"]["guest"] == guests(house)["Gemeente Ede"][0] and len(gist["missed"]["alone"]) == 3
    assert gist["outside"] == [wider("Kerk")] and "ggz" in gist["absent"] and gist["alone"] == []


def test_phones_get_the_list_and_no_drawing_and_nobody_who_proposed(house):
    say(house, GEMEENTE, "Steunpunt")
    shown = state(house, "phone")
    assert "scene" not in shown and len(shown["links"]) == 1
    assert "p" not in {str(value)[:1] for link in shown["links"] for value in link.get("said", ())}


def test_the_report_has_the_map_with_a_table_that_says_the_same(house):
    say(house, GEMEENTE, "Steunpunt", what="samen een spreekuur")
    mark(house, "Gemeente Ede", "Thuiszorg West", "missing")
    blocks = house.full_report()
    [picture] = [one for one in blocks if isinstance(one, Picture)]
    [table] = [one for one in blocks if isinstance(one, Table)]
    assert "<script" not in picture.svg and picture.alt.count(".") == 2
    assert ["Gemeente Ede", "Steunpunt", "Gemeente Ede noemt het", "samen een spreekuur"] in table.rows
    assert ["Gemeente Ede", "Thuiszorg West", "ontbreekt nog", ""] in table.rows


def test_a_hostile_name_is_text_in_the_picture(house):
    say(house, GEMEENTE, '<script>alert("x")</script> & co')
    [picture] = [one for one in house.full_report() if isinstance(one, Picture)]
    assert "<script" not in picture.svg and "&lt;script&gt;" in picture.svg


def test_every_meeting_leaves_a_snapshot_and_two_are_compared(house):
    say(house, GEMEENTE, "Steunpunt")
    mark(house, "Gemeente Ede", "Thuiszorg West", "missing")
    house.do("meeting.close")
    made_first = [one["map"] for one in house.chain.of_type("snapshot")]
    assert len(made_first) == 1
    asked = {"title": "Een jaar later", "template": "proef", "date": "2027-01-20"}
    house.meeting = house.ask(Seat(FACILITATOR), "meeting.create", **asked)["ids"][0]
    house.steps, house.people = list(house.chain.entities[house.meeting]["steps"]), []
    house.do("meeting.open")
    for name in ("Gemeente Ede", "Steunpunt", "Kerk"):
        house.enter(name)
    house.step = house.go(1)
    say(house, STEUNPUNT, "Gemeente Ede")
    say(house, 2, "Gemeente Ede")
    mark(house, "Gemeente Ede", "Thuiszorg West", "there")
    house.do("network.look", step=house.step, stage=5)
    assert state(house, "screen")["since"]["title"] != "Een jaar later"
    assert "Een lijn die ontbrak is er nu: Gemeente Ede met Thuiszorg West." in words(house.full_report())
    house.do("meeting.close")
    before, after = [one["map"] for one in house.chain.of_type("snapshot")]
    found = changes(before, after)
    assert found["came"] == ["Kerk"] and found["away"] == ["Thuiszorg West"] and found["left"] == []
    assert found["closed"] == [["Gemeente Ede", "Thuiszorg West"]]
    assert [set(pair) for pair in found["firmer"]] == [{"Gemeente Ede", "Steunpunt"}] and found["gone"] == []
    assert [set(pair) for pair in found["new"]] == [{"Gemeente Ede", "Kerk"}]


def test_without_an_earlier_map_there_is_nothing_to_compare(house):
    assert "nog geen eerdere kaart" in refused(house, None, "network.look", stage=5)
    assert "since" not in state(house)


def test_a_meeting_without_a_map_leaves_nothing(house):
    house.do("meeting.close")
    assert list(house.chain.of_type("snapshot")) == []


def test_the_map_of_one_meeting_is_the_same_for_everybody(house):
    say(house, GEMEENTE, "Steunpunt")
    assert state(house, "control")["scene"] == state(house, "screen")["scene"] == state(house, "report")["scene"]
    assert network(house.chain, house.meeting).links.keys() == network(house.chain, house.meeting).links.keys()
