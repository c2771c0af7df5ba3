"""Kennismaking: organisations speak in turn, the clock only advises, who is late comes last, answers stay secret."""

import pytest

from facilitator.chain.answers import partners
from facilitator.chain.command import PARTICIPANT, Seat
from facilitator.chain.paper import Table
from tests.kinds.foyer import Foyer, words
from tests.kinds.tables import follow, held, step

ANSWER = {
    "contact": "Via het spreekuur",
    "number": "ongeveer 40",
    "frequency": "elke week",
    "offers": ["informeren"],
    "how": "Een cursus",
    "funding": ["gemeente"],
    "has": [" ", "Thuiszorg West", "Antes"],
    "about": ["niets", " samen op  huisbezoek "],
    "wants": ["De huisartsen", "  de huisartsen "],
}


@pytest.fixture
def foyer(tmp_path):
    return Foyer(tmp_path, step("kennismaking", seconds=60), step("kennismaking", questions=False))


def row(foyer, audience="screen"):
    """The round with names in place of ids."""
    names = {one["id"]: one["name"] for one in foyer.listed("organisation", audience)}
    state = foyer.entity(audience)["state"]
    return {
        "now": names.get(state["current"], ""),
        "waiting": [names[one] for one in state["waiting"]],
        "done": [names[one] for one, _ in state["done"]],
        "skipped": [names[one] for one in state["skipped"]],
    }


def test_the_row_is_the_order_in_which_organisations_came_in(foyer):
    foyer.enter("Gemeente Ede")
    assert row(foyer) == {
        "now": "",
        "waiting": ["Gemeente Ede", "Steunpunt Mantelzorg", "Thuiszorg West"],
        "done": [],
        "skipped": [],
    }
    assert foyer.entity("phone")["state"] == foyer.entity("screen")["state"] == foyer.entity("control")["state"]


def test_next_gives_the_turn_and_a_fresh_clock(foyer):
    foyer.do("turn.next", step=foyer.step)
    clock = foyer.entity()["timer"]
    assert row(foyer)["now"] == "Gemeente Ede"
    assert (clock["left"], clock["until"] - foyer.time) == (60, 60)
    foyer.time += 200
    foyer.do("turn.next", step=foyer.step)
    assert row(foyer)["now"] == "Steunpunt Mantelzorg"
    assert foyer.entity()["timer"]["until"] - foyer.time == 60
    assert foyer.entity()["state"]["done"] == [[foyer.organisation("Gemeente Ede"), 201]]


def test_after_the_last_there_is_nobody_and_no_clock(foyer):
    for _ in range(4):
        foyer.do("turn.next", step=foyer.step)
    assert row(foyer)["now"] == ""
    assert row(foyer)["waiting"] == []
    assert "timer" not in foyer.entity()
    assert foyer.no("turn.next", step=foyer.step).startswith("Iedereen in de rij is geweest.")


def test_back_gives_the_turn_to_who_spoke_before(foyer):
    assert foyer.no("turn.back", step=foyer.step) == "Er is nog niemand geweest."
    foyer.do("turn.next", step=foyer.step)
    foyer.do("turn.next", step=foyer.step)
    foyer.do("turn.back", step=foyer.step)
    assert row(foyer) == {
        "now": "Gemeente Ede",
        "waiting": ["Steunpunt Mantelzorg", "Thuiszorg West"],
        "done": [],
        "skipped": [],
    }


def test_back_works_after_the_last(foyer):
    for _ in range(4):
        foyer.do("turn.next", step=foyer.step)
    foyer.do("turn.back", step=foyer.step)
    assert row(foyer)["now"] == "Thuiszorg West"


def test_who_is_skipped_can_be_chosen_later(foyer):
    assert foyer.no("turn.skip", step=foyer.step) == "Er is nu niemand aan het woord. Begin eerst de ronde."
    foyer.do("turn.next", step=foyer.step)
    foyer.do("turn.skip", step=foyer.step)
    assert (row(foyer)["now"], row(foyer)["skipped"]) == ("Steunpunt Mantelzorg", ["Gemeente Ede"])
    foyer.do("turn.next", step=foyer.step)
    foyer.do("turn.choose", step=foyer.step, organisation=foyer.organisation("Gemeente Ede"))
    assert row(foyer) == {
        "now": "Gemeente Ede",
        "waiting": [],
        "done": ["Steunpunt Mantelzorg", "Thuiszorg West"],
        "skipped": [],
    }


def test_who_comes_late_joins_at_the_end_also_on_the_screen(foyer):
    views = held(foyer)
    foyer.do("turn.next", step=foyer.step)
    foyer.enter("Welzijn Ede")
    follow(foyer, {key: view for key, view in views.items() if key[0] != "own"})
    assert row(foyer)["waiting"] == ["Steunpunt Mantelzorg", "Thuiszorg West", "Welzijn Ede"]


def test_a_round_that_the_room_has_left_still_follows_the_table_in_the_control_room(foyer):
    foyer.go(2)
    views = held(foyer)
    foyer.enter("Welzijn Ede")
    follow(foyer, {key: view for key, view in views.items() if key[0] != "own"})
    assert foyer.organisation("Welzijn Ede") in foyer.see("control")[foyer.steps[1]]["state"]["order"]


def test_who_leaves_before_a_turn_leaves_the_row_and_who_spoke_stays(foyer):
    foyer.do("turn.next", step=foyer.step)
    foyer.do("turn.next", step=foyer.step)
    for person in (0, 2):
        foyer.do("participant.remove", participant=foyer.people[person])
    assert row(foyer)["done"] == ["Gemeente Ede"]
    assert row(foyer)["waiting"] == []


def test_an_organisation_without_a_phone_gets_a_place(foyer):
    foyer.do("organisation.add", name="Wmo-raad")
    raad = foyer.organisation("Wmo-raad")
    assert foyer.no("turn.choose", step=foyer.step, organisation=raad).startswith("Deze organisatie staat niet")
    foyer.do("turn.add", step=foyer.step, organisation=raad)
    assert row(foyer)["waiting"][-1] == "Wmo-raad"
    assert foyer.no("turn.add", step=foyer.step, organisation=raad) == "Deze organisatie staat al in de rij."
    assert foyer.count()["organisations"] == 4


def test_the_order_can_be_changed(foyer):
    last = foyer.organisation("Thuiszorg West")
    foyer.do("turn.move", step=foyer.step, organisation=last, after="")
    assert row(foyer)["waiting"][0] == "Thuiszorg West"
    foyer.do("turn.move", step=foyer.step, organisation=last, after=foyer.organisation("Gemeente Ede"))
    assert row(foyer)["waiting"] == ["Gemeente Ede", "Thuiszorg West", "Steunpunt Mantelzorg"]
    assert foyer.no("turn.move", step=foyer.step, organisation=last, after=foyer.organisation("Gemeente Ede"))


def test_another_pace_gives_who_speaks_the_difference(foyer):
    foyer.do("turn.next", step=foyer.step)
    until = foyer.entity()["timer"]["until"]
    foyer.do("turn.pace", step=foyer.step, seconds=90)
    assert foyer.entity()["timer"]["until"] == until + 30
    assert foyer.entity()["state"]["seconds"] == 90
    foyer.do("turn.next", step=foyer.step)
    assert foyer.entity()["timer"]["left"] == 90


@pytest.mark.parametrize("seconds", [0, 14, 1801, -60])
def test_an_impossible_pace_is_refused(foyer, seconds):
    foyer.no("turn.pace", step=foyer.step, seconds=seconds)
    assert foyer.entity()["state"]["seconds"] == 60


def test_nobody_at_the_table_is_a_sentence(tmp_path):
    foyer = Foyer(tmp_path, step("kennismaking"), organisations=())
    assert foyer.no("turn.next", step=foyer.step).startswith("Er zit nog geen organisatie aan tafel.")


def test_only_the_facilitator_gives_turns(foyer):
    assert foyer.refused(0, "turn.next", step=foyer.step) == "Dit mag alleen de begeleider."


def test_the_screen_knows_who_answered_and_not_what(foyer):
    foyer.by(0, "introduction.give", step=foyer.step, **ANSWER)
    gemeente = foyer.organisation("Gemeente Ede")
    assert [set(one) for one in foyer.listed("introduction", "screen")] == [{"id", "type", "step", "organisation"}]
    assert foyer.listed("introduction", "phone") == []
    assert foyer.listed("introduction", "control")[0]["organisation"] == gemeente
    assert (foyer.count("screen")["answered"], foyer.count("screen")["organisations"]) == (1, 3)


def test_two_people_of_one_organisation_count_once(foyer):
    foyer.enter("Gemeente Ede")
    for person in (0, 3):
        foyer.by(person, "introduction.give", step=foyer.step, **ANSWER)
    assert (foyer.count()["answered"], foyer.count()["introductions"]) == (1, 2)


def test_the_report_tells_the_round_and_the_answers_by_theme(foyer):
    foyer.by(0, "introduction.give", step=foyer.step, **ANSWER)
    foyer.by(1, "introduction.give", step=foyer.step, contact="Aan de deur", wants=["de huisartsen"])
    foyer.do("turn.next", step=foyer.step)
    spoke, not_yet, contact, offer, together, wanted = foyer.paper(1)
    assert spoke.text == "Aan het woord waren, op volgorde: Gemeente Ede."
    assert not_yet.text == "Nog niet aan het woord geweest: Steunpunt Mantelzorg, Thuiszorg West."
    assert contact.rows == [
        ["Gemeente Ede", "Via het spreekuur", "ongeveer 40", "elke week"],
        ["Steunpunt Mantelzorg", "Aan de deur", "", ""],
    ]
    assert offer.rows == [["Gemeente Ede", "informeren", "Een cursus", "gemeente"]]
    with_what = "Thuiszorg West (samen op huisbezoek), Antes"
    assert together.rows[0] == ["Gemeente Ede", with_what, "De huisartsen, de huisartsen"]
    assert wanted.rows == [["De huisartsen", "Gemeente Ede, Steunpunt Mantelzorg"]]


def test_what_nobody_answered_has_no_column_in_the_report(foyer):
    foyer.by(1, "introduction.give", step=foyer.step, contact="Aan de deur", frequency="elke week")
    [contact] = [block for block in foyer.paper(1) if isinstance(block, Table)]
    assert contact.header == ["Organisatie", "Hoe", "Hoe vaak"] and len(contact.widths) == 3
    assert contact.rows == [["Steunpunt Mantelzorg", "Aan de deur", "elke week"]]


def test_the_report_says_when_there_is_nothing(foyer):
    assert words(foyer.paper(1)) == "Er zijn geen antwoorden ingevuld en er is geen ronde gehouden."
    foyer.do("turn.next", step=foyer.step)
    assert words(foyer.paper(1)).endswith("Niemand heeft op de telefoon iets ingevuld.")


@pytest.mark.parametrize(("field", "label"), [("has", "Met wie nu al?"), ("wants", "Met wie zou u dat willen?")])
def test_the_thirty_first_name_is_said_and_thirty_are_kept(foyer, field, label):
    names = [f"Stichting {number}" for number in range(33)]
    seat = Seat(PARTICIPANT, foyer.meeting, foyer.people[0])
    fits = {"step": foyer.step, field: [*names[:30], " ", ""]}
    for count, body in ((31, names[:31]), (33, names)):
        say = f"Bij “{label}” passen 30 namen. Hier staan er {count}. Haal er {count - 30} weg."
        answer = foyer.ask(seat, "introduction.give", step=foyer.step, **{field: body})
        assert (answer["ok"], answer["say"], answer["field"]) == (False, say, field)
    foyer.by(0, "introduction.give", **fits)
    assert foyer.listed("introduction", "control")[0][field] == names[:30]


def test_the_rehearsal_gives_everybody_a_turn_and_all_answers_are_in_the_report(foyer):
    for name in ("Welzijn Ede", "Huisartsen Ede", "Gemeente Ede", "GGZ Ede", ""):
        foyer.enter(name)
    views = held(foyer)
    foyer.play(1, examples=("Via de deur", "Een café", "Met iedereen", "Aan tafel", "Een cursus", "Nog niemand"))
    follow(foyer, views)
    assert len(foyer.entity()["state"]["done"]) == 6
    assert (row(foyer)["now"], row(foyer)["waiting"], row(foyer)["skipped"]) == ("", [], [])
    given = foyer.listed("introduction", "control")
    assert len(given) == len(foyer.people)
    told = words(foyer.paper(1))
    for one in given:
        texts = [one.get(field, "") for field in ("contact", "number", "frequency", "how")]
        lists = [", ".join(one.get(field, [])) for field in ("offers", "funding", "wants")] + [", ".join(partners(one))]
        assert all(text in told for text in texts + lists)


def test_a_round_without_questions_is_rehearsed_without_answers(foyer):
    foyer.step = foyer.go(2)
    foyer.play(2)
    assert foyer.listed("introduction", "control") == []
    assert len(foyer.entity()["state"]["done"]) == 3


ELEVEN = tuple(f"Organisatie {number}" for number in range(1, 12))


def test_a_round_that_does_not_fit_is_told_to_the_facilitator_alone_before_it_begins(tmp_path):
    """Eleven times ten minutes are 110 of 180 (handreiking §4.1 and §4.2)."""
    room = Foyer(tmp_path, {**step("kennismaking", seconds=600), "minutes": 30}, organisations=ELEVEN[:3])
    assert "warning" not in room.entity("control") and room.entity("control")["state"]["places"] == 3
    for name in ELEVEN[3:]:
        room.enter(name)
    assert room.entity("control")["warning"] == {
        "say": "11 organisaties met elk 10 minuten: dat duurt 110 minuten. Voor deze stap is 30 minuten gepland. "
        "Geef ieder minder tijd, of geef de stap meer tijd.",
        "needs": 110,
        "fits": 120,
    }
    assert all("warning" not in room.entity(audience) for audience in ("screen", "phone"))
    room.do("turn.next", step=room.step)
    assert room.entity("control")["warning"]["needs"] == 110
    room.do("step.edit", step=room.step, minutes=110)
    assert "warning" not in room.entity("control")
    room.do("step.edit", step=room.step, minutes=5, settings={"seconds": 120})
    assert room.entity("control")["warning"]["fits"] == 0
    assert "Ook met een halve minuut past het niet" in room.entity("control")["warning"]["say"]
    room.do("turn.pace", step=room.step, seconds=30)
    room.do("step.edit", step=room.step, minutes=6)
    assert "warning" not in room.entity("control")
