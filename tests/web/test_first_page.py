"""The first page of a report: when the table meets again, and no reason where nothing was weighed."""

import pytest

from facilitator.rehearsal.paper import read
from tests.web.indoors import Indoors

AGAIN = "De volgende keer: dinsdag 12 januari 2027, 14:00 tot 16:00 uur."


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    house = Indoors(tmp_path_factory.mktemp("front"))
    yield house
    house.close()


def lines(house, version: str) -> list[str]:
    return read(house.regie.get(f"/regie/{house.ref}/verslag.docx?soort={version}").data).lines


def test_the_day_that_was_chosen_is_on_the_first_page_of_every_version_and_not_before(house):
    step = house.step("planning")
    day = house.do("date.propose", step=step, day="2027-01-12", start="14:00", end="16:00")["ids"]
    assert not any("De volgende keer:" in line for line in lines(house, "kort"))
    house.do(
        "date.choose", step=step, date=day[0] if day else house.room.chain.entities[step]["state"]["dates"][0]["id"]
    )
    for version in ("kort", "deelnemers", "volledig"):
        told = lines(house, version)
        assert AGAIN in told and told.index(AGAIN) < 30


def test_where_nothing_was_weighed_no_order_of_weighing_is_told(house):
    step = house.step("acties")
    house.do("action.make", step=step, what="Een belronde", when="2027-02-01")
    told = lines(house, "volledig")
    assert any("in de volgorde van opschrijven. De zaal heeft nog niet gewogen" in line for line in told)
    assert not any("Bovenaan staat wat makkelijk is" in line for line in told)
    brief = lines(house, "kort")
    assert "Een belronde" in brief and not any("volgorde van opschrijven" in line for line in brief)
