"""Telling beforehand: looking is counted as well, and a name is compared with so many others at most."""

from facilitator.chain import forewords
from facilitator.live.limits import LOOKS
from tests.web.indoors import Indoors, Visitor
from tests.web.test_intake import link


def test_who_looks_at_the_questions_again_and_again_has_to_wait(tmp_path):
    house = Indoors(tmp_path)
    path = link(house)
    seen = [Visitor(house).get(path).status_code for _ in range(LOOKS.amount + 1)]
    assert seen == [200] * LOOKS.amount + [429]
    house.built.ledger.close()


def test_a_name_is_compared_with_a_thousand_others_at_most(tmp_path):
    house = Indoors(tmp_path)
    for number in range(forewords.MOST + 5):
        house.do("organisation.add", name=f"Organisatie {number} {number * 7919}")
    assert len(forewords.known(house.room.chain)) == forewords.MOST
    house.built.ledger.close()
