"""Doelen: proposals, five letters, adopting, coming back in a later meeting; secrecy, undo, the report."""

from typing import Any

import pytest

from exercises.registry import KINDS
from facilitator.chain.command import FACILITATOR, Seat
from facilitator.chain.goals import LETTERS
from tests.kinds.foyer import words
from tests.kinds.house import House, made, texts
from tests.kinds.tables import follow, held

FULL = {
    "specific": "Alle huisartsen",
    "measurable": "Wij tellen",
    "agreed": "Ja",
    "realistic": "Met twee uur per week",
    "timed": "Voor de zomer",
}


@pytest.fixture
def house(tmp_path):
    return House(tmp_path, made(next(kind for kind in KINDS if kind.name == "doelen")))


def propose(house: House, text: str, person: int = 0, **more: Any) -> str:
    return house.by(person, "goal.make", step=house.step, text=text, **more)["ids"][0]


def adopted(house: House, text: str, **more: Any) -> str:
    identity = propose(house, text, **more)
    house.do("goal.adopt", goal=identity)
    return identity


def next_meeting(house: House) -> None:
    house.do("meeting.close")
    asked = {"title": "De volgende keer", "template": "proef", "date": "2027-01-20"}
    house.meeting = house.ask(Seat(FACILITATOR), "meeting.create", **asked)["ids"][0]
    house.steps = list(house.chain.entities[house.meeting]["steps"])
    house.do("meeting.open")
    house.step = house.go(1)


# proposals


def test_a_proposal_is_the_writers_and_the_facilitators_until_the_room_is_shown_the_proposals(house):
    one = propose(house, "Iedereen weet de weg", block=2)
    assert house.see("own", 0)[one]["block"] == 2 and house.see("control")[one]["org"] == "Gemeente Ede"
    for view in (house.see("screen"), house.see("phone"), house.see("own", 1)):
        assert "Iedereen weet de weg" not in set(texts(view))
    assert house.entity("phone")["state"]["proposals"] == []
    house.do("goal.look", step=house.step, wall="voorstellen")
    for audience in ("screen", "phone"):
        seen = house.see(audience)[one]
        assert seen["text"] == "Iedereen weet de weg" and "org" not in seen and "by" not in seen
        assert house.entity(audience)["state"]["proposals"] == [one]
    assert house.count() == {
        "id": f"{house.step}.tally", "type": "tally", "step": house.step, "notes": 0, "people": 4, "goals": 1,
        "writers": 1, "adopted": 0,
    }  # fmt: skip


def test_the_writer_and_the_facilitator_sharpen_a_goal_letter_by_letter(house):
    one = propose(house, "Iedereen weet de weg", letters={"timed": "Voor de zomer"})
    assert house.see("own", 0)[one]["missing"] == ["specific", "measurable", "agreed", "realistic"]
    house.by(0, "goal.edit", goal=one, letters={"measurable": "  Wij \n tellen "})
    house.do("goal.edit", goal=one, letters={"specific": "Alle huisartsen", "timed": ""})
    seen = house.see("control")[one]
    assert seen["letters"] == {"measurable": "Wij tellen", "specific": "Alle huisartsen"}
    assert seen["missing"] == ["agreed", "realistic", "timed"]
    assert "iemand anders" in house.refused(1, "goal.edit", goal=one, text="Nee")
    assert "200 tekens" in house.refused(0, "goal.edit", goal=one, letters={"agreed": "x" * 201})
    assert "niet te lezen" in house.refused(0, "goal.edit", goal=one, letters={"smart": "x"})


def test_an_empty_letter_stops_nothing(house):
    one = adopted(house, "Iedereen weet de weg")
    assert house.see("screen")[one]["missing"] == list(LETTERS)


def test_what_the_keten_adopted_is_no_longer_the_writers_to_change(house):
    one = adopted(house, "Iedereen weet de weg")
    assert "van de keten" in house.refused(0, "goal.edit", goal=one, text="Toch anders")
    house.do("goal.edit", goal=one, text="Iedereen kent de weg", block=3)
    assert house.see("phone")[one]["text"] == "Iedereen kent de weg" and house.see("phone")[one]["adopted"]
    house.do("goal.adopt", goal=one, on=False)
    house.by(0, "goal.edit", goal=one, text="Toch anders")
    assert one not in house.see("phone")


def test_goals_from_paper_come_one_per_line_all_or_none(house):
    office = house.organisation("Steunpunt")
    ids = house.do("goal.many", step=house.step, lines=["Een", "  ", "Twee"], block=1, organisation=office)["ids"]
    assert [house.see("control")[one]["text"] for one in ids] == ["Een", "Twee"]
    assert all(house.see("control")[one]["org"] == "Steunpunt" for one in ids)
    assert "Regel 2" in house.no("goal.many", step=house.step, lines=["Een", "x" * 301])
    assert "eigen regel" in house.no("goal.many", step=house.step, lines=[" "])


@pytest.mark.parametrize(
    "name, body, say",
    [
        ("goal.make", {"text": " "}, "Er staat nog niets"),
        ("goal.make", {"text": "x" * 301}, "300 tekens"),
        ("goal.make", {"text": "Goed", "block": 8}, "niet te lezen"),
    ],
)
def test_what_is_no_goal_is_refused(house, name, body, say):
    assert say in house.refused(0, name, step=house.step, **body)


def test_only_the_facilitator_chooses_removes_and_says_how_it_stands(house):
    one = propose(house, "Iedereen weet de weg")
    for name, more in (("goal.adopt", {}), ("goal.remove", {}), ("goal.follow", {"stand": "gehaald"})):
        assert "begeleider" in house.refused(0, name, goal=one, **more)
    assert "nog een voorstel" in house.no("goal.follow", goal=one, stand="gehaald")


# the goals of the keten


def test_more_than_three_is_possible_and_counted_per_building_block(house):
    for number in range(4):
        adopted(house, f"Voor de keten {number}")
    adopted(house, "Voor bouwsteen twee", block=2)
    state = house.entity("screen")["state"]
    assert state["advice"] == 3
    assert [(group["block"], len(group["goals"]), group["running"]) for group in state["groups"]] == [
        (0, 4, 4),
        (2, 1, 1),
    ]
    assert "bij de keten staan er meer" in words(house.paper(1))


def test_each_act_can_be_undone(house):
    one = adopted(house, "Iedereen weet de weg")
    back = {"goal.follow": {"stand": "gehaald"}, "goal.remove": {}, "goal.adopt": {"on": False}}
    for name, more in back.items():
        before = {key: value for key, value in house.see("control")[one].items() if key != "history"}
        house.do(name, goal=one, **more)
        deed = house.see("control")[house.meeting]["undo"]
        assert "doel" in deed["label"]
        house.do("undo", seq=deed["seq"])
        assert {key: value for key, value in house.see("control")[one].items() if key != "history"} == before


def test_one_goal_large_and_the_page_are_the_facilitators_choice(house):
    one = propose(house, "Iedereen weet de weg")
    house.do("goal.look", step=house.step, wall="voorstellen", goal=one)
    assert house.entity("screen")["state"]["at"] == one and house.see("screen")[one]
    assert "staat niet" in house.no("goal.look", step=house.step, wall="voorstellen", goal="d999")
    house.do("goal.remove", goal=one)
    assert house.entity("screen")["state"]["at"] == "" and one not in house.see("screen")
    house.do("goal.look", step=house.step, wall="doelen", page=2)
    assert house.entity("screen")["state"]["page"] == 2


# later meetings


def test_a_later_meeting_begins_with_the_goals_of_the_keten_and_nothing_else(house):
    one = adopted(house, "Iedereen weet de weg", letters=FULL)
    propose(house, "Een voorstel dat bleef liggen")
    next_meeting(house)
    for audience in ("control", "screen", "phone", "report"):
        view = house.see(audience)
        assert view[one]["text"] == "Iedereen weet de weg" and view[one]["origin"]["title"] == "Start"
        assert not {"by", "org", "step"} & set(view[one])
        assert "Een voorstel dat bleef liggen" not in set(texts(view))
    assert house.entity("screen")["state"]["wall"] == "doelen"
    house.do("goal.follow", goal=one, stand="gehaald")
    assert house.see("screen")[one]["stand"] == "gehaald"
    assert "uit Start" in words(house.paper(1)) and "gehaald" in words(house.paper(1))


def test_a_closed_goal_is_told_once_more_and_then_rests(house):
    one, two = adopted(house, "Gehaald doel"), adopted(house, "Lopend doel")
    next_meeting(house)
    house.do("goal.follow", goal=one, stand="losgelaten")
    next_meeting(house)
    assert house.chain.entities[house.step]["state"]["carried"] == [one, two]
    next_meeting(house)
    assert house.chain.entities[house.step]["state"]["carried"] == [two]


def test_another_meeting_cannot_touch_what_it_does_not_carry(house):
    loose = propose(house, "Een voorstel dat bleef liggen")
    one = adopted(house, "Iedereen weet de weg")
    next_meeting(house)
    assert "andere bijeenkomst" in house.no("goal.adopt", goal=loose)
    house.go(0)
    house.do("goal.edit", goal=one, text="Iedereen kent de weg")
    assert one not in house.see("screen")


def test_s4_patches_add_up_to_views_across_meetings(house):
    one = adopted(house, "Iedereen weet de weg")
    next_meeting(house)
    views = held(house)
    for name, body in (
        ("goal.edit", {"goal": one, "letters": FULL}),
        ("goal.follow", {"goal": one, "stand": "gehaald"}),
        ("goal.make", {"step": house.step, "text": "Nieuw doel"}),
        ("goal.look", {"step": house.step, "wall": "voorstellen"}),
        ("organisation.edit", {"organisation": house.organisation("Steunpunt"), "name": "Steunpunt Ede"}),
        ("goal.remove", {"goal": one}),
        ("meeting.go", {"step": house.steps[0]}),
    ):
        house.do(name, **body)
        follow(house, views)


# the report


def test_the_report_names_kindly_what_is_still_open(house):
    adopted(house, "Iedereen weet de weg", letters={**FULL, "agreed": ""})
    adopted(house, "Alle scholen doen mee", block=2, letters=FULL)
    propose(house, "Een gek idee", person=1)
    told = words(house.paper(1))
    assert "De keten heeft 2 doelen." in told
    assert "Doelen van de hele keten" in told and "Doelen bij bouwsteen 2: Preventie en vroegsignalering" in told
    assert "Dit mag nog scherper: acceptabel (staat iedereen erachter?)." in told
    assert "Alle vijf de vragen hebben een antwoord." in told
    assert "Een gek idee" in told and "Steunpunt" in told
    assert "Een gek idee" not in words(house.paper(1, full=False))


def test_the_full_report_also_says_what_was_taken_off(house):
    house.do("goal.remove", goal=propose(house, "Een gek idee"))
    told = words(house.paper(1))
    assert told.index("Weggehaald") < told.index("Een gek idee") and "Voorgesteld" not in told
