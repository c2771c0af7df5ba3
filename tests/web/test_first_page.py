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


def test_a_place_by_hand_is_said_shortly_where_nothing_was_weighed(house):
    house.begin()
    step = house.step("acties")
    house.do("action.make", step=step, what="Een belronde", who="Gemeente Ede", when="2027-02-01")
    [last] = house.do("action.make", step=step, what="Samen eten", who="Gemeente Ede", when="2027-02-01")["ids"][-1:]
    house.do("action.rank", action=last, place=1)
    brief = lines(house, "kort")
    assert "Samen eten (door de begeleider op deze plaats gezet)" in brief and "Een belronde" in brief
    assert not any("gewogen" in line or "spoor" in line for line in brief)


def test_who_wants_to_take_up_an_action_is_told_in_short_and_what_is_left_out_is_counted(house):
    house.begin()
    step = house.step("acties")
    one = house.do("action.make", step=step, what="Een belronde")["ids"][-1]
    phone = house.join("Nathan")
    taken = house.built.house.ask(house.room, "action.take", {"action": one}, phone.seat)
    assert taken["ok"], taken
    brief = lines(house, "kort")
    assert "Nog niemand: Een belronde (Nathan, Gemeente Ede wil dit oppakken). Spreek dat nog af." in brief
    whole = lines(house, "deelnemers")
    assert "Een belronde (Nathan, Gemeente Ede wil dit oppakken)" in whole
    assert "1 deelnemer van 1 organisatie. Afgesproken: 1 actie." in whole
    house.do("action.make", step=step, what="Samen eten")
    assert any(line.endswith("; Samen eten. Wie kan dit doen?") for line in lines(house, "kort"))
    for number in range(11):
        house.do("action.make", step=step, what=f"Stap {number}", who="Gemeente Ede")
    told = lines(house, "kort")
    assert "Er loopt nog 1 actie. Die staat in het verslag voor deelnemers." in told
    house.do("action.make", step=step, what="Nog een stap", who="Gemeente Ede")
    assert "Er lopen nog 2 acties. Die staan in het verslag voor deelnemers." in lines(house, "kort")


def test_the_short_version_tells_what_came_out_besides_actions(house):
    step = house.step("rollen")
    told = lines(house, "kort")
    assert "Wat er nog meer uit kwam" in told
    assert any(line.startswith(f"{house.room.chain.entities[step]['title']}") and "plekken" in line for line in told)
    assert "Wat er nog meer uit kwam" not in lines(house, "deelnemers")


def test_a_question_in_the_list_of_who_is_asked_ends_as_a_question(house):
    house.begin()
    step = house.step("acties")
    house.do("action.make", step=step, what="Wie belt de school?", who="De bibliotheek")
    assert "De bibliotheek: Wie belt de school?" in lines(house, "kort")
