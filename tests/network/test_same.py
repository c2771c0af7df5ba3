"""Two names that are one organisation: said, taken back, said again, and kept at the door and when a name is listed."""

import pytest

from exercises.registry import KINDS
from facilitator.chain.network.guests import wider
from tests.kinds.house import House, made
from tests.kinds.tables import follow, held
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


def test_a_line_stays_when_the_name_that_another_means_is_listed(house):
    for name in ("Kerk", "De kerken"):
        say(house, GEMEENTE, name)
    house.do("network.same", step=house.step, one=guests(house)["Kerk"][0], into=guests(house)["De kerken"][0])
    mark(house, "Gemeente Ede", "De kerken", "good")
    house.enter("De kerken")
    assert guests(house)["De kerken"][3] == 0 and "Kerk" not in guests(house)
    assert line(house, "Gemeente Ede", "De kerken")["mark"] == "good"
