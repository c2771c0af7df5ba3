"""Rollen: who takes which role, what is open, offers and expectations."""

from typing import Any

import pytest

from exercises.registry import KINDS
from facilitator.chain.command import FACILITATOR, Seat
from facilitator.chain.paper import Table
from tests.kinds.foyer import words
from tests.kinds.house import House, made, texts
from tests.kinds.tables import follow, held

ALL = ("control", "screen", "phone", "report")


@pytest.fixture
def house(tmp_path):
    return House(tmp_path, made(next(kind for kind in KINDS if kind.name == "rollen")))


def assign(house: House, slot: str, organisation: str, **more: Any) -> str:
    return house.do("role.assign", step=house.step, slot=slot, organisation=organisation, **more)["ids"][-1]


def tool(house: House, name: str = "Cursus", block: int = 4) -> str:
    return house.do("instrument.add", step=house.step, name=name, block=block)["ids"][0]


def row(house: House, slot: str, audience: str = "screen") -> dict[str, Any]:
    return next(one for one in house.entity(audience)["state"]["slots"] if one["id"] == slot)


def next_meeting(house: House) -> None:
    house.do("meeting.close")
    asked = {"title": "De volgende keer", "template": "proef", "date": "2027-01-20"}
    house.meeting = house.ask(Seat(FACILITATOR), "meeting.create", **asked)["ids"][0]
    house.steps = list(house.chain.entities[house.meeting]["steps"])
    house.do("meeting.open")
    house.step = house.go(1)


# the overview


def test_the_overview_has_six_roles_on_four_levels_and_says_what_is_open(house):
    state = house.entity("screen")["state"]
    found = [(one["level"], one["id"]) for one in state["slots"]]
    assert found[:3] == [("keten", "chain_director"), ("keten", "information_point"), ("casus", "case_director")]
    assert found[3:] == [("bouwsteen", f"quality_guardian.{block}") for block in range(1, 8)]
    assert state["gaps"] == 9  # the casusregisseur is chosen for each carer: no gap
    one = tool(house)
    state = house.entity("screen")["state"]
    assert [slot["id"] for slot in state["slots"][10:]] == [f"developer.{one}", f"executor.{one}"]
    assert state["gaps"] == 11
    assign(house, f"executor.{one}", "Steunpunt")
    assert house.entity("screen")["state"]["gaps"] == 10


def test_a_step_about_one_building_block_has_one_guardian(tmp_path):
    kind = next(kind for kind in KINDS if kind.name == "rollen")
    house = House(tmp_path, {**made(kind), "block": 5})
    found = [one["id"] for one in house.entity("phone")["state"]["slots"]]
    assert found == ["chain_director", "information_point", "case_director", "quality_guardian.5"]


def test_a_role_may_be_shared_and_an_organisation_may_have_several(house):
    one = assign(house, "chain_director", "Gemeente Ede")
    two = assign(house, "chain_director", "steunpunt")
    assert row(house, "chain_director")["holders"] == [one, two]
    assert house.see("screen")[two]["organisation"] == house.organisation("Steunpunt")
    assign(house, "information_point", "Steunpunt")
    assert "heeft deze rol al" in house.no(
        "role.assign", step=house.step, slot="chain_director", organisation="Gemeente  EDE"
    )


def test_an_organisation_that_is_not_at_the_table_can_take_a_role(house):
    one = assign(house, "information_point", "Bibliotheek West")
    assert house.see("screen")[house.see("screen")[one]["organisation"]]["name"] == "Bibliotheek West"


@pytest.mark.parametrize(
    "body, say",
    [
        ({"slot": "chain_director", "organisation": " "}, "Er staat nog niets"),
        ({"slot": "executor.x9", "organisation": "Steunpunt"}, "niet (meer) in het overzicht"),
        ({"slot": "burgemeester", "organisation": "Steunpunt"}, "niet (meer) in het overzicht"),
        ({"slot": "chain_director", "organisation": "x" * 121}, "120 tekens"),
        ({"slot": "chain_director", "organisation": "Steunpunt", "contact": "x" * 121}, "120 tekens"),
    ],
)
def test_what_is_no_role_is_refused(house, body, say):
    assert say in house.no("role.assign", step=house.step, **body)


# a contact person's name


def test_the_contact_person_is_the_facilitators_and_the_reports_and_never_in_the_book(house):
    one = assign(house, "chain_director", "Gemeente Ede", contact="Sanne Zwanenburg")
    assert house.see("control")[one]["contact"] == "Sanne Zwanenburg"
    assert "Sanne Zwanenburg" in words(house.paper(1)) and "Sanne" not in words(house.paper(1, names=False))
    for audience in ("screen", "phone"):
        assert "Sanne Zwanenburg" not in set(texts(house.see(audience)))
    assert "Sanne" not in str(list(house.rooms.ledger.read(house.room.id)))
    house.do("role.edit", role=one, contact="Youssef Bakker")
    assert house.see("control")[one]["contact"] == "Youssef Bakker"
    house.do("role.edit", role=one, contact="")
    assert "contact" not in house.see("control")[one] and one not in house.rooms.ledger.people(house.room.id)


def test_who_takes_a_role_away_erases_the_name_and_undo_says_so_by_leaving_it_empty(house):
    one = assign(house, "chain_director", "Gemeente Ede", contact="Sanne Zwanenburg")
    house.do("role.remove", role=one)
    assert row(house, "chain_director")["holders"] == [] and one not in house.rooms.ledger.people(house.room.id)
    house.do("undo", seq=house.see("control")[house.meeting]["undo"]["seq"])
    assert row(house, "chain_director")["holders"] == [one] and "contact" not in house.see("control")[one]


def test_erasing_all_names_of_a_meeting_takes_these_along(house):
    one = assign(house, "chain_director", "Gemeente Ede", contact="Sanne Zwanenburg")
    house.do("people.erase")
    assert "contact" not in house.see("control")[one] and one not in house.rooms.ledger.people(house.room.id)


# what people say


def test_an_offer_is_its_makers_and_the_facilitators_the_room_sees_how_many(house):
    house.by(0, "role.offer", step=house.step, slot="information_point", how="already")
    house.by(1, "role.offer", step=house.step, slot="information_point", how="other", other="De bibliotheek")
    assert row(house, "information_point")["offers"] == 2
    [mine] = house.listed("offer", "own", 0)
    assert (mine["slot"], mine["how"]) == ("information_point", "already")
    assert {one["org"] for one in house.listed("offer", "control")} == {"Gemeente Ede", "Steunpunt"}
    for view in (house.see("screen"), house.see("phone"), house.see("own", 0)):
        assert "De bibliotheek" not in set(texts(view))
    house.by(0, "role.offer", step=house.step, slot="information_point", how="fits")
    assert row(house, "information_point")["offers"] == 2
    house.by(0, "role.offer", step=house.step, slot="information_point", how="")
    assert row(house, "information_point")["offers"] == 1
    assert "welke organisatie" in house.refused(
        2, "role.offer", step=house.step, slot="information_point", how="other", other=" "
    )
    assert "alleen een deelnemer" in house.no("role.offer", step=house.step, slot="information_point", how="fits")


def test_only_the_facilitator_divides_the_roles(house):
    one = assign(house, "chain_director", "Gemeente Ede")
    for name, body in (
        ("role.assign", {"step": house.step, "slot": "chain_director", "organisation": "Wij"}),
        ("role.edit", {"role": one, "organisation": "Wij"}),
        ("role.remove", {"role": one}),
        ("instrument.add", {"step": house.step, "name": "Cursus"}),
        ("role.look", {"step": house.step, "role": ""}),
    ):
        assert "begeleider" in house.refused(0, name, **body)


def test_an_expectation_is_a_note_about_one_role(house):
    note = house.by(0, "note.post", step=house.step, section="chain_director", text="Terugbellen")["ids"][0]
    assert house.see("screen")[note]["section"] == "chain_director"
    assert "bij welke rol" in house.refused(0, "note.post", step=house.step, text="Terugbellen")
    assert "bij welke rol" in house.no("note.many", step=house.step, section="burgemeester", lines=["Bellen"])
    house.do("note.hide", notes=[note])
    assert note not in house.see("screen")
    assert "Terugbellen (Gemeente Ede, verborgen)" in words(house.paper(1))


# instruments


def test_an_instrument_that_goes_takes_its_places_along_and_undo_brings_them_back(house):
    one = tool(house)
    holder = assign(house, f"developer.{one}", "Steunpunt")
    house.do("instrument.remove", instrument=one)
    assert all("instrument" not in slot for slot in house.entity("screen")["state"]["slots"])
    house.do("undo", seq=house.see("control")[house.meeting]["undo"]["seq"])
    assert row(house, f"developer.{one}")["holders"] == [holder]
    assert "staat al in de lijst" in house.no("instrument.add", step=house.step, name="CURSUS")
    house.do("instrument.edit", instrument=one, name="Cursus voor naasten", block=3)
    assert house.see("phone")[one]["name"] == "Cursus voor naasten" and row(house, f"developer.{one}")["block"] == 3


# later meetings


def test_roles_and_instruments_come_back_in_a_later_meeting(house):
    one, two = tool(house), assign(house, "chain_director", "Gemeente Ede", contact="Sanne Zwanenburg")
    three = assign(house, f"executor.{one}", "Steunpunt")
    house.by(0, "role.offer", step=house.step, slot="information_point", how="already")
    next_meeting(house)
    assert row(house, "chain_director")["holders"] == [two] and row(house, f"executor.{one}")["holders"] == [three]
    assert row(house, "information_point")["offers"] == 0
    for audience in ALL:
        assert house.see(audience)[two]["origin"]["title"] == "Start"
    assert house.see("control")[two]["contact"] == "Sanne Zwanenburg" and "contact" not in house.see("phone")[two]
    house.do("role.edit", role=two, organisation="Steunpunt")
    house.do("role.remove", role=three)
    assert row(house, f"executor.{one}")["holders"] == [] and three not in house.see("phone")
    house.do("undo", seq=house.see("control")[house.meeting]["undo"]["seq"])
    assert row(house, f"executor.{one}")["holders"] == [three]


def test_s4_patches_add_up_to_views_across_meetings(house):
    one, two = tool(house), assign(house, "chain_director", "Gemeente Ede", contact="Sanne")
    next_meeting(house)
    views = held(house)
    for name, body in (
        ("role.edit", {"role": two, "contact": "Youssef", "organisation": "Steunpunt"}),
        ("instrument.edit", {"instrument": one, "name": "Cursus voor naasten"}),
        ("role.assign", {"step": house.step, "slot": f"developer.{one}", "organisation": "Bibliotheek"}),
        ("role.look", {"step": house.step, "role": "developer"}),
        ("instrument.remove", {"instrument": one}),
        ("organisation.edit", {"organisation": house.organisation("Steunpunt"), "name": "Steunpunt Ede"}),
        ("meeting.go", {"step": house.steps[0]}),
    ):
        house.do(name, **body)
        follow(house, views)


# the report


def test_what_several_offer_or_expect_alike_stands_in_the_report_once(house):
    for person in (0, 1):
        house.by(person, "role.offer", step=house.step, slot="information_point", how="fits")
        house.by(person, "note.post", step=house.step, section="information_point", text="Terugbellen")
    [table] = [block for block in house.paper(1) if isinstance(block, Table) and block.header[-1] == "Van"]
    assert table.rows == [["Centraal informatiepunt", "dit past bij ons", "Gemeente Ede; Steunpunt"]]
    assert "Terugbellen (2 keer: Gemeente Ede; Steunpunt)" in words(house.paper(1))


def test_the_report_says_how_many_offer_the_same_when_nobody_is_named(house):
    for person in (3, house.enter(""), house.enter("")):
        house.by(person, "role.offer", step=house.step, slot="information_point", how="fits")
    house.by(3, "role.offer", step=house.step, slot="chain_director", how="fits")
    [table] = [block for block in house.paper(1) if isinstance(block, Table) and block.header[-1] == "Van"]
    assert [cells[-1] for cells in table.rows] == ["", "3 keer"]


def test_the_report_has_form_two_the_instruments_and_the_gaps(house):
    one = tool(house)
    assign(house, "chain_director", "Gemeente Ede", contact="Sanne")
    assign(house, "case_director", "Thuiszorg West")
    assign(house, f"developer.{one}", "Steunpunt", contact="Youssef")
    told = words(house.paper(1))
    assert "Van de 11 plekken hebben er 2 een naam. 9 rollen zijn nog te beleggen." in told
    assert "wordt per mantelzorger gekozen; dit kunnen: Thuiszorg West" in told
    assert "Cursus\nbouwsteen 4: Ondersteuning zelfmanagement" in told and "Steunpunt (Youssef)" in told
    assert "Uitvoerder, Cursus" in told and "Kwaliteitsbewaker, bouwsteen 7: Onderzoek en monitoring" in told
