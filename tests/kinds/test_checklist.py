"""Checklist: form 1 as two lists, what becomes of each line, invitations that are actions, and who knows whom."""

from typing import Any

import pytest

from exercises.registry import KINDS
from facilitator.chain.checklist import ALWAYS, FORM, PERSON
from facilitator.chain.command import FACILITATOR, Seat
from facilitator.chain.mirror import rows
from facilitator.chain.sealing import keyed
from tests.kinds.foyer import words
from tests.kinds.house import House, made, texts
from tests.kinds.tables import follow, held, step

KIND = next(kind for kind in KINDS if kind.name == "checklist")


@pytest.fixture
def house(tmp_path):
    return House(tmp_path, made(KIND), step("acties", 0))


def row(house: House, identity: str, audience: str = "screen") -> dict[str, Any]:
    return next(one for one in house.see(audience)[house.steps[1]]["state"]["rows"] if one["id"] == identity)


def mark(house: House, identity: str, stand: str) -> None:
    house.do("partner.mark", step=house.steps[1], row=identity, stand=stand)


def own(house: House, name: str = "Bibliotheek", sort: str = "organisation") -> str:
    return house.do("partner.add", step=house.steps[1], sort=sort, name=name)["ids"][0]


def propose(house: House, name: str = "Ergotherapeut", sort: str = "person", person: int = 0) -> str:
    return house.by(person, "partner.propose", step=house.steps[1], sort=sort, name=name)["ids"][0]


def undo(house: House) -> None:
    house.do("undo", seq=house.see("control")[house.meeting]["undo"]["seq"])


def next_meeting(house: House) -> None:
    house.do("meeting.close")
    asked = {"title": "De volgende keer", "template": "proef", "date": "2027-01-20"}
    house.meeting = house.ask(Seat(FACILITATOR), "meeting.create", **asked)["ids"][0]
    house.steps = list(house.chain.entities[house.meeting]["steps"])
    house.do("meeting.open")
    house.step = house.go(1)


# the lists


def test_the_form_has_fourteen_organisations_and_fourteen_key_persons():
    assert [len(lines) for lines in FORM.values()] == [14, 14]
    assert len({key for lines in FORM.values() for key in lines}) == 28


def test_the_two_lists_stand_on_their_own_and_nothing_is_filled_in(house):
    rows = house.entity("screen")["state"]["rows"]
    assert [one["sort"] for one in rows] == ["organisation"] * 14 + ["person"] * 14
    assert {one["stand"] for one in rows} == {""} and not list(house.chain.of_type("partner"))
    assert rows[0]["name"] == "Gemeente" and rows[-1]["name"] == "Onafhankelijk cliëntondersteuner"


def test_a_line_gets_one_of_three_stands_and_can_be_emptied(house):
    for stand in ("table", "invite", "none", ""):
        mark(house, "doctor", stand)
        assert row(house, "doctor")["stand"] == stand
    assert len(list(house.chain.of_type("partner"))) == 1
    undo(house)
    assert row(house, "doctor")["stand"] == "none"
    assert "niet te lezen" in house.no("partner.mark", step=house.step, row="doctor", stand="misschien")
    assert "niet (meer) in de lijst" in house.no("partner.mark", step=house.step, row="bakker", stand="table")


def test_it_warns_until_municipality_and_support_centre_are_at_the_table(house):
    state = lambda: house.entity("screen")["state"]["absent"]  # noqa: E731
    assert state() == ["Gemeente", "Mantelzorgsteunpunt"]
    mark(house, "municipality", "invite")
    assert len(state()) == len(ALWAYS)
    mark(house, "municipality", "table")
    assert state() == ["Mantelzorgsteunpunt"]
    assert "het mantelzorgsteunpunt hoort er altijd bij" in words(house.paper(1))
    mark(house, "support", "table")
    assert state() == [] and "altijd bij" not in words(house.paper(1))


def test_lines_of_ones_own_stand_below_and_can_be_changed_and_taken_away(house):
    one = own(house)
    rows = house.entity("phone")["state"]["rows"]
    assert [at for at, line in enumerate(rows) if line["id"] == one] == [14]
    mark(house, one, "invite")
    house.do("partner.edit", partner=one, name="Bibliotheek West")
    assert (row(house, one)["name"], row(house, one)["stand"]) == ("Bibliotheek West", "invite")
    house.do("partner.remove", partner=one)
    assert len(house.entity("phone")["state"]["rows"]) == 28
    undo(house)
    assert row(house, one)["stand"] == "invite"
    for name in ("gemeente", "BIBLIOTHEEK west"):
        assert "staat al in de lijst" in house.no("partner.add", step=house.step, sort="organisation", name=name)
    house.do("partner.add", step=house.step, sort="person", name="Gemeente")  # another list
    mark(house, "doctor", "table")
    doctor = row(house, "doctor")["partner"]
    assert "hoort bij het formulier" in house.no("partner.remove", partner=doctor)


# phones


def test_a_proposal_is_its_writers_and_the_facilitators_until_it_is_in_the_list(house):
    one = propose(house)
    assert [one in house.see(name) for name in ("control", "screen", "phone")] == [True, False, False]
    assert house.see("own", 0)[one]["proposal"] and one not in house.see("own", 1)
    assert house.see("control")[one]["org"] == "Gemeente Ede"
    house.by(0, "partner.edit", partner=one, name="Ergotherapeut of fysiotherapeut")
    assert "van iemand anders" in house.refused(1, "partner.edit", partner=one, name="Van mij")
    house.do("partner.adopt", partner=one)
    assert row(house, one, "phone")["name"] == "Ergotherapeut of fysiotherapeut" and one in house.see("screen")
    assert "Vraag de begeleider" in house.refused(0, "partner.remove", partner=one)
    undo(house)
    assert one not in house.see("screen")
    house.by(0, "partner.remove", partner=one)
    assert one not in house.see("control") and house.see("own", 0)[one]["gone"]
    assert "staat al in de lijst" in house.refused(0, "partner.propose", step=house.step, sort=PERSON, name="Huisarts")


def test_who_knows_somebody_says_so_to_the_facilitator_the_room_sees_how_many(house):
    house.by(0, "tie.tell", step=house.step, row="doctor", how="know", text="Praktijk aan de Markt")
    house.by(1, "tie.tell", step=house.step, row="doctor", how="us")
    assert row(house, "doctor")["ties"] == 2 and "ties" not in row(house, "doctor", "phone")
    assert {one["org"] for one in house.listed("tie", "control")} == {"Gemeente Ede", "Steunpunt"}
    for view in (house.see("screen"), house.see("phone"), house.see("own", 1)):
        assert "Praktijk aan de Markt" not in set(texts(view))
    house.by(0, "tie.tell", step=house.step, row="doctor", how="us")
    assert "text" not in house.listed("tie", "own", 0)[0] and row(house, "doctor")["ties"] == 2
    house.by(0, "tie.tell", step=house.step, row="doctor", how="")
    assert row(house, "doctor")["ties"] == 1 and len(house.listed("tie", "control")) == 1
    assert "120 tekens" in house.refused(0, "tie.tell", step=house.step, row="doctor", how="know", text="x" * 121)
    assert "niet (meer) in de lijst" in house.refused(0, "tie.tell", step=house.step, row="bakker", how="know")
    assert "alleen een deelnemer" in house.no("tie.tell", step=house.step, row="doctor", how="know")


def test_only_the_facilitator_decides(house):
    for name, body in (
        ("partner.mark", {"step": house.step, "row": "doctor", "stand": "table"}),
        ("partner.invite", {"step": house.step, "row": "doctor"}),
        ("partner.add", {"step": house.step, "sort": "person", "name": "Wijkagent"}),
        ("partner.many", {"step": house.step, "sort": "person", "lines": ["Wijkagent"]}),
        ("partner.look", {"step": house.step, "at": "person"}),
    ):
        assert "begeleider" in house.refused(0, name, **body)


def test_paper_gives_proposals_of_one_organisation(house):
    body = {"sort": "person", "lines": ["Wijkagent", "", "Taalcoach"], "organisation": house.organisation("Steunpunt")}
    house.do("partner.many", step=house.step, **body)
    found = [(one["name"], one["org"], one["proposal"]) for one in house.listed("partner", "control")]
    assert found == [("Wijkagent", "Steunpunt", True), ("Taalcoach", "Steunpunt", True)]
    assert house.count()["proposals"] == 2


# an invitation is an action


def test_a_line_becomes_an_action_in_one_press(house):
    house.by(1, "tie.tell", step=house.step, row="doctor", how="know")
    made_ = house.do("partner.invite", step=house.step, row="doctor")["ids"]
    action = next(one for one in made_ if one in house.see("control") and one.startswith("a"))
    assert house.see("control")[action]["what"] == "Uitnodigen voor de keten: Huisarts"
    assert house.see("control")[action]["who"] == "Steunpunt"
    assert row(house, "doctor")["stand"] == "invite" and row(house, "doctor")["action"]
    assert "staat al op de actielijst" in house.no("partner.invite", step=house.step, row="doctor")
    house.go(2)
    assert action in house.see("screen")
    house.do("action.remove", action=action)
    house.go(1)
    assert "action" not in row(house, "doctor")
    assert house.do("partner.invite", step=house.step, row="doctor")["ok"]
    assert "Uitnodigen voor de keten: Huisarts (Steunpunt)" in words(house.paper(1))


def test_when_more_than_one_knows_somebody_nobody_is_filled_in(house):
    for person in (0, 1):
        house.by(person, "tie.tell", step=house.step, row="doctor", how="know")
    house.do("partner.invite", step=house.step, row="doctor")
    assert "who" not in next(one for one in house.listed("action", "control"))


# later meetings


def test_what_was_chosen_comes_back_in_a_later_meeting(house):
    one, two = own(house), propose(house)
    mark(house, one, "table")
    mark(house, "doctor", "invite")
    house.do("partner.invite", step=house.step, row="nurse")
    house.by(0, "tie.tell", step=house.step, row="doctor", how="know")
    next_meeting(house)
    assert [row(house, line)["stand"] for line in (one, "doctor", "nurse")] == ["table", "invite", "invite"]
    assert "ties" not in row(house, "doctor") and two not in house.see("control")
    assert "staat al op de actielijst" in house.no("partner.invite", step=house.step, row="nurse")
    views = held(house)
    for name, body in (
        ("partner.mark", {"step": house.step, "row": "doctor", "stand": "table"}),
        ("partner.edit", {"partner": one, "name": "Bibliotheek West"}),
        ("partner.invite", {"step": house.step, "row": one}),
        ("partner.look", {"step": house.step, "at": "person"}),
        ("partner.remove", {"partner": one}),
        ("meeting.go", {"step": house.steps[0]}),
        ("meeting.go", {"step": house.steps[1]}),
    ):
        house.do(name, **body)
        follow(house, views)
    undo(house)
    assert row(house, one)["name"] == "Bibliotheek West" and len(list(house.chain.of_type("partner"))) == 4
    follow(house, views)


# the report


def test_the_report_has_two_tables_and_says_that_it_is_no_score(house):
    mark(house, "municipality", "table")
    mark(house, "doctor", "invite")
    propose(house)
    house.by(1, "tie.tell", step=house.step, row="nurse", how="know", text="team Oost")
    told = words(house.paper(1))
    assert "1 op ‘aan tafel’, 1 op ‘uitnodigen’ en 0 op ‘niet nodig’" in told and "geen score" in told
    assert "Gemeente\naan tafel" in told and "Huisarts\nuitnodigen" in told
    assert "Nog niet besproken: Mantelzorgsteunpunt, Zorg- en welzijnsorganisaties" in told
    assert "Ergotherapeut (Gemeente Ede)" in told
    assert "Wijkverpleegkundige: kent daar iemand, team Oost (Steunpunt)" in told
    assert "team Oost" not in words(house.paper(1, full=False))


def test_a_line_of_the_form_is_nobodys_secret_choice(house):
    """Its key is the line: nothing is sealed with the close, and nobody is counted as having written it."""
    for line in ("doctor", *list(FORM["organisation"])[:4]):
        mark(house, line, "table")
    assert keyed(house.chain, house.steps[1]) == []
    events = house.rooms.ledger.read(house.room.id)
    table = rows(events, house.chain, house.meeting, house.rooms.rulebook.kinds, house.rooms.clock())
    told = next(one for one in table if one.step == house.steps[1])
    assert not told.wrote and not told.fewer
    house.do("meeting.close")
    assert not house.chain.entities[house.steps[1]].get("sealed")
