"""Instrumenten: form 3 per building block, proposals from phones, the gap in words, and what comes back later."""

import re
from typing import Any

import pytest

from exercises.registry import KINDS
from facilitator.chain.blocks import BLOCKS
from facilitator.chain.categories import CATEGORIES, FITTING
from facilitator.chain.command import FACILITATOR, Seat
from facilitator.settings import ROOT
from tests.kinds.foyer import words
from tests.kinds.house import House, made, texts
from tests.kinds.tables import follow, held, step

KIND = next(kind for kind in KINDS if kind.name == "instrumenten")


@pytest.fixture
def house(tmp_path):
    return House(tmp_path, made(KIND), step("rollen", None))


def add(house: House, name: str = "Cursus", block: int = 4, **more: Any) -> str:
    return house.do("instrument.add", step=house.steps[1], name=name, block=block, **more)["ids"][0]


def propose(house: House, name: str = "Praatgroep", block: int = 2, person: int = 0, **more: Any) -> str:
    return house.by(person, "instrument.propose", step=house.steps[1], name=name, block=block, **more)["ids"][0]


def row(house: House, block: int, audience: str = "screen") -> dict[str, Any]:
    return next(one for one in house.see(audience)[house.steps[1]]["state"]["blocks"] if one["block"] == block)


def undo(house: House) -> None:
    house.do("undo", seq=house.see("control")[house.meeting]["undo"]["seq"])


def next_meeting(house: House) -> None:
    house.do("meeting.close")
    asked = {"title": "De volgende keer", "template": "proef", "date": "2027-01-20"}
    house.meeting = house.ask(Seat(FACILITATOR), "meeting.create", **asked)["ids"][0]
    house.steps = list(house.chain.entities[house.meeting]["steps"])
    house.do("meeting.open")
    house.step = house.go(1)


# the blocks


def test_every_building_block_has_the_categories_that_the_handbook_lists():
    """The handbook's page of a block and the pick list name the same, in the same order."""
    names = {"movement": "Fysieke inspanning, lichamelijke activiteit", "guideline": "Richtlijnen"}
    names |= {"handbook": "Handreikingen", "persona": "Persona's", "carers": "Vragenlijsten voor mantelzorgers"}
    names |= {"partners": "Vragenlijsten voor ketenpartijen"}
    for block in range(1, len(BLOCKS)):
        page = (ROOT / "facilitator" / "handbook" / "bouwstenen" / f"{block}.md").read_text("utf-8")
        listed = re.findall(r"^- (.+)$", page.partition("## Instrumenten")[2].partition("\n## ")[0], re.MULTILINE)
        assert [names.get(one, CATEGORIES[one]) for one in FITTING[block]] == listed


def test_the_phone_and_the_rulebook_name_the_same_categories():
    text = (ROOT / "exercises" / "kinds" / "instrumenten" / "words.js").read_text("utf-8")
    told = re.findall(r'^  (\w+): "(.+)",$', text.partition("CATEGORIES = {")[2].partition("};")[0], re.MULTILINE)
    assert told == list(CATEGORIES.items())


@pytest.mark.parametrize(
    "wish, blocks", [({}, [1, 2, 3, 4, 5, 6, 7, 0]), ({"blocks": "6+7"}, [6, 7]), ({"blocks": "5"}, [5])]
)
def test_a_step_looks_at_the_blocks_that_were_chosen(tmp_path, wish, blocks):
    house = House(tmp_path, made(KIND, **wish))
    state = house.entity("phone")["state"]
    assert [one["block"] for one in state["blocks"]] == blocks
    assert state["at"] == ("5" if blocks == [5] else "")
    body = {"step": house.step, "name": "Folder", "block": 1}
    if 1 not in blocks:
        assert "bij welke bouwsteen" in house.refused(0, "instrument.propose", **body)
        assert "bij welke bouwsteen" in house.no("instrument.many", step=house.step, lines=["Folder"], block=1)
        assert "hoort niet bij deze stap" in house.no("instrument.look", step=house.step, at="1")


def test_the_gap_is_what_has_no_executor_and_which_category_is_missing(house):
    one = add(house, "Cursus", 4, category="psychoeducation", group="werkenden")
    assert row(house, 4)["missing"] == ["information", "ehealth", "emotional", "guidance", "selfhelp"]
    assert row(house, 4)["instruments"] == [{"id": one, "developer": [], "executor": [], "offers": 0}]
    holder = house.do("role.assign", step=house.steps[1], slot=f"executor.{one}", organisation="Welzijn")["ids"][-1]
    assert row(house, 4)["instruments"][0]["executor"] == [holder]
    house.by(1, "role.offer", step=house.steps[1], slot=f"executor.{one}", how="already")
    assert row(house, 4)["instruments"][0]["offers"] == 1
    assert house.see("phone")[one] == house.see("screen")[one]
    assert house.see("phone")[one]["group"] == "werkenden"


# proposals


def test_a_proposal_is_its_writers_and_the_facilitators_until_it_is_on_the_list(house):
    one = propose(house, "Praatgroep", executor="Steunpunt", developer="Steunpunt", group="partners")
    seen = {name: one in house.see(name) for name in ("control", "screen", "phone", "report")}
    assert seen == {"control": True, "screen": False, "phone": False, "report": True}
    assert house.see("own", 0)[one]["proposal"] and one not in house.see("own", 1)
    assert house.see("control")[one]["org"] == "Gemeente Ede"
    assert "Praatgroep" not in set(texts(house.see("screen")))
    house.do("instrument.adopt", instrument=one)
    assert house.see("screen")[one] == {
        "id": one, "type": "instrument", "step": house.steps[1], "name": "Praatgroep", "block": 2, "group": "partners"
    }  # fmt: skip
    [mine] = row(house, 2)["instruments"]
    names = {house.see("screen")[house.see("screen")[role]["organisation"]]["name"] for role in mine["executor"]}
    assert names == {"Steunpunt"} and len(mine["executor"]) == len(mine["developer"]) == 1
    undo(house)
    assert one not in house.see("screen") and house.see("control")[one]["proposal"]
    house.do("instrument.adopt", instrument=one)
    assert len(row(house, 2)["instruments"][0]["executor"]) == 1, "the role was given twice"


def test_an_organisation_that_is_new_is_new_once(house):
    one = propose(house, developer="Stichting Nieuw", executor="stichting  nieuw")
    house.do("instrument.adopt", instrument=one)
    assert [one["name"] for one in house.chain.of_type("organisation")].count("Stichting Nieuw") == 1
    [mine] = row(house, 2)["instruments"]
    assert len(mine["developer"]) == len(mine["executor"]) == 1


def test_its_writer_may_correct_and_take_back_until_it_is_adopted(house):
    one = propose(house)
    house.by(0, "instrument.edit", instrument=one, name="Praatgroep op dinsdag", executor="Wij")
    assert house.see("control")[one]["name"] == "Praatgroep op dinsdag"
    assert "van iemand anders" in house.refused(1, "instrument.edit", instrument=one, name="Van mij")
    assert "van iemand anders" in house.refused(1, "instrument.remove", instrument=one)
    house.do("instrument.adopt", instrument=one)
    for name, body in (("instrument.edit", {"name": "Anders"}), ("instrument.remove", {})):
        assert "Vraag de begeleider" in house.refused(0, name, instrument=one, **body)
    two = propose(house, "Nog een")
    house.by(0, "instrument.remove", instrument=two)
    assert two not in house.see("control") and house.see("own", 0)[two]["gone"]
    assert "begeleider" in house.refused(0, "instrument.add", step=house.steps[1], name="Folder")


def test_paper_gives_proposals_of_one_organisation(house):
    body = {"lines": ["Folder", " ", "Spreekuur"], "block": 1, "organisation": house.organisation("Steunpunt")}
    house.do("instrument.many", step=house.steps[1], **body)
    found = house.listed("instrument", "control")
    assert [(one["name"], one["org"], one["on_behalf"]) for one in found] == [
        ("Folder", "Steunpunt", True), ("Spreekuur", "Steunpunt", True)
    ]  # fmt: skip
    assert house.see("control")[house.steps[1] + ".tally"]["proposals"] == 2
    assert "Regel 2" in house.no("instrument.many", step=house.steps[1], lines=["Folder", "x" * 121], block=1)
    assert "nog niets" in house.no("instrument.many", step=house.steps[1], lines=[" "], block=1)


@pytest.mark.parametrize(
    "body, say",
    [
        ({"name": " "}, "Er staat nog niets"),
        ({"name": "x" * 121}, "120 tekens"),
        ({"name": "Kaart", "group": "x" * 121}, "120 tekens"),
        ({"name": "Kaart", "category": "toverij"}, "niet te lezen"),
        ({"name": "CURSUS!"}, "staat al in de lijst"),
    ],
)
def test_what_is_no_instrument_is_refused(house, body, say):
    add(house, "Cursus", 4)
    assert say in house.no("instrument.add", step=house.steps[1], **{"block": 4, **body})


def test_a_proposal_of_what_is_there_already_waits_for_the_facilitator(house):
    add(house, "Cursus", 4)
    two = propose(house, "cursus", 4)
    assert "staat al in de lijst" in house.no("instrument.adopt", instrument=two)
    house.do("instrument.edit", instrument=two, name="Cursus voor jongeren")
    house.do("instrument.adopt", instrument=two)
    assert len(row(house, 4)["instruments"]) == 2


# the same list as with the roles


def test_roles_and_instruments_are_one_list_whichever_step_comes_first(house):
    one = add(house)
    house.step = house.go(2)
    slots = {slot["id"] for slot in house.entity("screen")["state"]["slots"]}
    assert {f"developer.{one}", f"executor.{one}"} <= slots and not any(x.startswith("developer.n") for x in slots)
    holder = house.do("role.assign", step=house.step, slot=f"executor.{one}", organisation="Welzijn")["ids"][-1]
    two = house.do("instrument.add", step=house.step, name="Folder", block=1)["ids"][0]
    views = held(house)
    house.go(1)
    follow(house, views)
    assert row(house, 4)["instruments"][0]["executor"] == [holder] and holder in house.see("phone")
    assert [one["id"] for one in row(house, 1)["instruments"]] == [two] and two in house.see("screen")
    assert "Cursus" in words(house.paper(1)) and "Welzijn" in words(house.paper(1))


def test_instruments_come_back_in_a_later_meeting_and_proposals_do_not(house):
    one, two = add(house, group="jongeren", category="selfhelp"), propose(house)
    house.do("role.assign", step=house.steps[1], slot="quality_guardian.4", organisation="Steunpunt")
    next_meeting(house)
    assert two not in house.see("control") and house.see("control")[house.step + ".tally"]["proposals"] == 0
    assert house.see("phone")[one]["origin"]["title"] == "Start" and house.see("phone")[one]["group"] == "jongeren"
    assert row(house, 4)["instruments"][0]["id"] == one and len(row(house, 4)["guardians"]) == 1
    views = held(house)
    for name, body in (
        ("instrument.edit", {"instrument": one, "group": "studenten", "block": 3}),
        ("role.assign", {"step": house.step, "slot": f"developer.{one}", "organisation": "Bibliotheek"}),
        ("instrument.look", {"step": house.step, "at": "3"}),
        ("instrument.remove", {"instrument": one}),
        ("meeting.go", {"step": house.steps[2]}),
        ("meeting.go", {"step": house.steps[0]}),
    ):
        house.do(name, **body)
        follow(house, views)


def test_a_book_of_before_the_proposals_still_has_its_instruments(house):
    """D11: an event that says no more than a name and a block."""
    one = add(house)
    for event in house.rooms.ledger.read(house.room.id):
        if event.name == "instrument.added":
            event.body.pop("category"), event.body.pop("group")
            house.rooms.rulebook.apply(house.chain, event)
    assert house.see("screen")[one]["name"] == "Cursus" and row(house, 4)["instruments"][0]["id"] == one


# what is missed, and the report


def test_what_people_miss_is_a_note_about_one_block(house):
    note = house.by(0, "note.post", step=house.steps[1], block=3, text="Iets in het weekend")["ids"][0]
    assert house.see("phone")[note]["block"] == 3
    house.do("note.hide", notes=[note])
    assert note not in house.see("screen")
    assert "Iets in het weekend (Gemeente Ede, verborgen)" in words(house.paper(1))
    for person in (1, 2):
        house.by(person, "note.post", step=house.steps[1], block=3, text="Meer tijd")
    assert "Meer tijd (2 keer: Steunpunt; Thuiszorg West)" in words(house.paper(1))


def test_the_report_says_how_many_carry_it_out_when_nobody_is_named(house):
    one = add(house)
    for person in (3, house.enter("")):
        house.by(person, "role.offer", step=house.steps[1], slot=f"executor.{one}", how="already")
    assert "(2 keer)" in words(house.paper(1))


def test_the_report_has_form_three_and_says_the_gap(house):
    one = add(house, "Cursus", 4, group="werkenden", category="psychoeducation")
    house.do("role.assign", step=house.steps[1], slot=f"developer.{one}", organisation="Steunpunt", contact="Youssef")
    house.do("role.assign", step=house.steps[1], slot="quality_guardian.4", organisation="Thuiszorg West")
    propose(house, "Praatgroep", executor="Wij")
    told = words(house.paper(1))
    assert "De keten heeft 1 instrument. Bij 6 bouwstenen staat nog niets." in told
    assert "Cursus\nvoor werkenden\nPsycho-educatie en advisering\nnog te beleggen\nSteunpunt" in told
    assert "Kwaliteitsbewaker: Thuiszorg West." in told and "Nog geen uitvoerder: Cursus." in told
    assert "Hiervan staat er nog niets: informatie en advies, e-health" in told
    assert "Praatgroep" in told and "uitvoerder: Wij" in told
    assert "Praatgroep" not in words(house.paper(1, full=False)) and "Youssef" not in told


@pytest.mark.parametrize(
    ("blocks", "at", "said"),
    [
        ("5", (), "Bij bouwsteen 5 heeft de keten nog geen instrumenten."),
        ("5", (5,), "Bij bouwsteen 5 heeft de keten 1 instrument."),
        ("6+7", (6,), "Bij bouwsteen 6 en 7 heeft de keten 1 instrument. Bij één bouwsteen staat nog niets."),
        ("6+7", (6, 7), "Bij bouwsteen 6 en 7 heeft de keten 2 instrumenten. Bij allebei staat er minstens één."),
    ],
)
def test_the_report_says_which_blocks_a_step_looked_at(tmp_path, blocks, at, said):
    house = House(tmp_path, made(KIND, blocks=blocks), step("rollen", None))
    for block in at:
        add(house, f"Cursus {block}", block)
    assert words(house.paper(1)).splitlines()[0] == said


def test_s4_a_step_that_has_not_begun_counts_what_another_step_adds(tmp_path):
    house = House(tmp_path, step("rollen", None), made(KIND))
    views = held(house)
    house.do("instrument.add", step=house.step, name="Folder", block=1)
    follow(house, views)
    assert house.see("control")[house.steps[2] + ".tally"]["instruments"] == 1
