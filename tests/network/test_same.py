"""Two names that are one organisation: said, taken back, said again, and kept at the door and when a name is listed."""

import pytest

from exercises.registry import KINDS
from facilitator.chain.network.guests import wider
from tests.kinds.house import House, made
from tests.kinds.tables import follow, held
from tests.kinds.tables import step as plain_step
from tests.network.test_map import GEMEENTE, guests, line, mark, say, state


@pytest.fixture
def house(tmp_path):
    return House(tmp_path, made(next(kind for kind in KINDS if kind.name == "netwerk")))


def test_what_was_said_of_two_names_is_taken_back_and_said_again_like_every_other_act(house):
    say(house, GEMEENTE, "Thuiszorg")
    pair = {"step": house.step, "one": wider("Thuiszorg"), "into": guests(house)["Thuiszorg West"][0]}
    views = held(house)

    def offered(what: str) -> int:
        return house.see("control")[house.meeting][what]["seq"]

    house.do("network.same", **pair)
    assert house.see("control")[house.meeting]["undo"]["label"] == "twee namen samenvoegen"
    house.do("undo", seq=offered("undo"))
    assert "Thuiszorg" in guests(house) and len(state(house)["alike"]) == 1, "it is asked again"
    house.do("undo", seq=offered("redo"))
    assert "Thuiszorg" not in guests(house) and state(house)["alike"] == []
    house.do("network.apart", **pair)
    assert "Thuiszorg" in guests(house) and state(house)["alike"] == []
    house.do("undo", seq=offered("undo"))
    assert "Thuiszorg" not in guests(house), "what stood before it stands again"
    house.do("undo", seq=offered("undo"))
    assert "Thuiszorg" in guests(house) and "undo" not in house.see("control")[house.meeting]
    follow(house, views)


def test_two_that_are_not_on_the_map_or_are_the_same_cannot_be_two(house):
    one = guests(house)["Steunpunt"][0]
    for other, why in (("o0", "niet (meer)"), (one, "verschillende")):
        assert why in house.no("network.apart", step=house.step, one=one, into=other)


def test_what_would_make_one_of_what_is_one_already_is_not_said_again(house):
    for name in ("Kerk", "De kerken", "Kerkenraad"):
        say(house, GEMEENTE, name)
    kerk, kerken, raad = (guests(house)[name][0] for name in ("Kerk", "De kerken", "Kerkenraad"))
    house.do("network.same", step=house.step, one=kerk, into=kerken)
    back = house.do("undo", seq=house.see("control")[house.meeting]["undo"]["seq"])["seq"]
    for one, into in ((kerken, raad), (raad, kerk)):
        house.do("network.same", step=house.step, one=one, into=into)
    assert house.no("undo", seq=back) == "Dit is al één organisatie."


def test_a_name_that_was_said_to_be_another_stays_that_at_the_door(house):
    say(house, GEMEENTE, "Thuiszorg")
    care = guests(house)["Thuiszorg West"][0]
    house.do("network.same", step=house.step, one=wider("Thuiszorg"), into=care)
    house.enter("thuiszorg!")
    assert [one["name"] for one in house.listed("organisation", "control")].count("Thuiszorg West") == 1
    assert len(house.listed("organisation", "control")) == 3, "nothing is doubled"
    assert "met deze naam" in house.no(
        "organisation.edit", organisation=guests(house)["Steunpunt"][0], name="Thuiszorg"
    )


def test_what_is_one_with_another_keeps_its_own_name_when_its_sort_is_changed(house):
    """The form of the control room sends the name along."""
    here = guests(house)
    one, care = here["Steunpunt"][0], here["Thuiszorg West"][0]
    house.do("network.same", step=house.step, one=one, into=care)
    house.do("organisation.edit", organisation=one, name="steunpunt", sort="zorg")
    assert "met deze naam" in house.no("organisation.edit", organisation=one, name="Gemeente Ede", sort="zorg")


def test_a_line_stays_when_the_name_that_another_means_is_listed(house):
    for name in ("Kerk", "De kerken"):
        say(house, GEMEENTE, name)
    house.do("network.same", step=house.step, one=guests(house)["Kerk"][0], into=guests(house)["De kerken"][0])
    mark(house, "Gemeente Ede", "De kerken", "good")
    house.enter("De kerken")
    assert guests(house)["De kerken"][3] == 0 and "Kerk" not in guests(house)
    assert line(house, "Gemeente Ede", "De kerken")["mark"] == "good"


def pairs(house, key):
    """The names that the control room puts side by side."""
    names = {guest[0]: guest[1] for guest in state(house)["guests"]}
    return [[*map(names.get, row[:2]), *row[2:]] for row in state(house).get(key, [])]


def test_of_many_spellings_each_is_asked_about_once_and_the_next_when_that_is_answered(house):
    for name in ("Thuiszorg", "Thuis zorg west.", "Thuiszorg West Ede", "WEST, thuiszorg"):
        say(house, GEMEENTE, name)
    asked = pairs(house, "alike")
    assert sorted(one for one, _ in asked) == ["Thuis zorg west.", "Thuiszorg", "Thuiszorg West Ede", "WEST, thuiszorg"]
    assert {stays for _, stays in asked} == {"Thuiszorg West"}
    both = {"one": wider("Thuiszorg"), "into": guests(house)["Thuiszorg West"][0]}
    house.do("network.apart", step=house.step, **both)
    assert ["Thuiszorg", "Thuiszorg West Ede"] not in pairs(house, "alike"), "that one has a question of its own first"


def test_what_somebody_said_is_two_is_asked_softly_with_who_said_it(tmp_path):
    house = House(tmp_path, plain_step("kennismaking", None), made(next(one for one in KINDS if one.name == "netwerk")))
    told = {"step": house.steps[1], "has": ["Thuiszorg", "Steun punt"], "apart": ["Thuiszorg"]}
    house.by(GEMEENTE, "introduction.give", **told)
    house.step = house.go(2)
    views = held(house)
    assert pairs(house, "alike") == [["Steun punt", "Steunpunt"]]
    assert pairs(house, "two") == [["Thuiszorg", "Thuiszorg West", ["Gemeente Ede"]]]
    assert not {"alike", "two"} & {*state(house, "screen"), *state(house, "phone")}
    house.do("network.same", step=house.step, one=wider("Thuiszorg"), into=guests(house)["Thuiszorg West"][0])
    follow(house, views)
    assert pairs(house, "two") == []
