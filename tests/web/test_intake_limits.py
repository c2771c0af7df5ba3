"""Telling beforehand: looking is counted as well, and a name is compared with so many others at most."""

import pytest

from facilitator.chain import forewords
from facilitator.live.limits import LOOKS, STRAYS, VISITS, Limits
from tests.web.indoors import Indoors, Visitor
from tests.web.test_intake import LAURENS, link, told


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    house = Indoors(tmp_path_factory.mktemp("grenzen"))
    yield house
    house.close()


def test_who_looks_at_the_questions_again_and_again_has_to_wait(house):
    path, house.built.house.limits = link(house), Limits()
    seen = [Visitor(house).get(path).status_code for _ in range(LOOKS.amount + 1)]
    assert seen == [200] * LOOKS.amount + [429]


def test_who_asks_again_and_again_whether_two_are_the_same_has_to_wait(house):
    house.do("organisation.add", name="Wmo Radar")
    path, visitor, house.built.house.limits = link(house), Visitor(house), Limits(False)
    assert visitor.post(path, {**LAURENS, "has": ["WmoRadar"], "wants": []}).status_code == 303
    house.built.house.limits = Limits()
    answer = {"named": "WmoRadar", "means": "Iets anders"}
    seen = [visitor.post(f"{path}/dezelfde", answer).status_code for _ in range(LOOKS.amount + 2)]
    assert seen == [303] * LOOKS.amount + [429] * 2
    assert visitor.get(path).status_code == 429, "looking and asking are counted together"
    assert visitor.post(path, {**LAURENS, "has": ["Antes"], "wants": []}).status_code == 303, "telling is not"
    assert [one["has"] for one in told(house)] == [["Antes"]]


def test_only_from_the_page_itself_and_not_without_end(house):
    path, visitor, house.built.house.limits = link(house), Visitor(house), Limits(False)
    assert visitor.post(path, LAURENS, "http://kwaad.example").status_code == 403
    visitor.post(path, LAURENS)
    house.built.house.limits = Limits()
    replies = [visitor.post(path, LAURENS).status_code for _ in range(VISITS.amount + 1)]
    assert replies == [303] * VISITS.amount + [429]
    wrong = [visitor.get("/vooraf/geraden").status_code for _ in range(STRAYS.amount + 1)]
    assert wrong == [404] * STRAYS.amount + [429]
    assert visitor.get(path).status_code == 200


def test_a_name_is_compared_with_a_thousand_others_at_most(house):
    for number in range(forewords.MOST + 5):
        house.do("organisation.add", name=f"Organisatie {number} {number * 7919}")
    assert len(forewords.known(house.room.chain)) == forewords.MOST
