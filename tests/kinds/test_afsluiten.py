"""Afsluiten: promises stay with the facilitator until the reveal; opinions never reach the room and carry no name."""

import pytest

from facilitator.chain.paper import Table
from tests.kinds.foyer import Foyer, words
from tests.kinds.tables import follow, held, step

QUESTION = [{"id": "1", "text": "Wat doet u zelf?"}]


def closing(**settings):
    return {**step("afsluiten", **settings), "prompts": QUESTION}


@pytest.fixture
def foyer(tmp_path):
    return Foyer(tmp_path, closing(names="naam"), closing(names="anoniem"))


def promise(foyer, person=0, text="Ik bel het steunpunt.", worth="Veel gehoord.", better="Meer koffie."):
    answer = foyer.by(person, "commitment.make", step=foyer.step, text=text, worth=worth, better=better)
    assert answer["ok"]
    return foyer.listed("commitment", "control")[-1]["id"]


def test_the_screen_has_no_commitment_before_the_reveal(foyer):
    promise(foyer)
    assert foyer.listed("commitment", "screen") == []
    assert foyer.listed("commitment", "phone") == []
    assert foyer.listed("commitment", "control")[0]["text"] == "Ik bel het steunpunt."


def test_after_the_reveal_the_screen_has_the_promise_and_never_the_opinion(foyer):
    one = promise(foyer)
    foyer.reveal(1)
    shown = {"step": foyer.step, "text": "Ik bel het steunpunt.", "by": "Jan", "org": "Gemeente Ede"}
    assert foyer.listed("commitment", "screen") == [{"id": one, "type": "commitment", **shown}]
    assert foyer.listed("commitment", "phone") == []


def test_an_opinion_alone_is_no_card_on_the_screen(foyer):
    promise(foyer, text="")
    foyer.reveal(1)
    assert foyer.listed("commitment", "screen") == []
    assert (foyer.count()["answered"], foyer.count()["promised"]) == (1, 0)


def test_an_answer_takes_the_place_of_the_one_before(foyer):
    first = promise(foyer)
    assert promise(foyer, text="Ik bel de huisarts.") == first
    assert [one["text"] for one in foyer.listed("commitment", "own")] == ["Ik bel de huisarts."]
    assert foyer.count()["answered"] == 1


def test_nothing_at_all_is_refused(foyer):
    said = foyer.refused(0, "commitment.make", step=foyer.step, text=" ", worth="", better="")
    assert said == "Er staat nog niets. Typ eerst uw tekst."


def test_a_hidden_commitment_leaves_the_screen_and_stays_away_when_it_is_changed(foyer):
    one = promise(foyer)
    foyer.reveal(1)
    views = held(foyer)
    foyer.do("commitment.hide", commitment=one)
    follow(foyer, views)
    assert foyer.listed("commitment", "screen") == []
    promise(foyer, text="Ik bel toch.")
    assert foyer.listed("commitment", "screen") == []
    foyer.do("commitment.hide", commitment=one, on=False)
    assert [card["text"] for card in foyer.listed("commitment", "screen")] == ["Ik bel toch."]
    follow(foyer, views)


def test_the_facilitator_turns_the_pages_of_the_screen(foyer):
    foyer.do("commitment.turn", step=foyer.step, page=1)
    assert foyer.entity("screen")["state"] == {"page": 1}
    assert foyer.refused(0, "commitment.turn", step=foyer.step, page=0) == "Dit mag alleen de begeleider."


def test_a_participant_hides_nothing(foyer):
    one = promise(foyer)
    assert foyer.refused(1, "commitment.hide", commitment=one) == "Dit mag alleen de begeleider."


def test_an_anonymous_commitment_has_no_writer_anywhere(foyer):
    foyer.step = foyer.go(2)
    promise(foyer)
    foyer.reveal(2)
    assert all("by" not in one and "org" not in one for one in foyer.listed("commitment", "control"))
    assert foyer.listed("commitment", "own")[0]["text"] == "Ik bel het steunpunt."
    assert foyer.listed("commitment", "own", 1) == []
    assert not any(foyer.people[0] in str(one) for one in foyer.chain.of_type("commitment"))


def test_the_full_report_has_everything_and_marks_what_was_not_shown(foyer):
    hidden = promise(foyer)
    promise(foyer, 1, "Ik vraag drie mensen.", "", "")
    foyer.do("commitment.hide", commitment=hidden)
    promise(foyer, 2, worth="Veel gehoord")
    told = words(foyer.paper(1))
    assert "Veel gehoord. (2 keer)" in told and told.count("Veel gehoord") == 1, (
        "an opinion is counted, and carries no name"
    )
    assert "Jan, Gemeente Ede\nIk bel het steunpunt. (verborgen voor de zaal)" in told
    assert "Els, Steunpunt Mantelzorg\nIk vraag drie mensen. (niet getoond aan de zaal)" in told
    assert "Veel gehoord." in told and "Meer koffie." in told


def test_the_report_for_participants_has_what_the_room_saw(foyer):
    hidden = promise(foyer)
    promise(foyer, 1, "Ik vraag drie mensen.", "", "")
    foyer.do("commitment.hide", commitment=hidden)
    foyer.reveal(1)
    blocks = foyer.paper(1, full=False)
    assert blocks[0] == Table(
        ["Wie", "Wat"],
        [["Els, Steunpunt Mantelzorg", "Ik vraag drie mensen."]],
        [1.0, 2.0],
        "Wat mensen zelf gaan doen",
    )
    told = words(blocks)
    assert "1 voornemen staat niet in dit verslag" in told
    assert "Ik bel" not in told and "Veel gehoord." not in told


def test_an_empty_step_says_so(foyer):
    assert words(foyer.paper(1)) == "Niemand heeft hier iets ingevuld."


@pytest.mark.parametrize("number", [1, 2])
def test_the_rehearsal_lets_everybody_answer_and_all_of_it_is_in_the_report(foyer, number):
    foyer.step = foyer.go(number)
    views = held(foyer)
    foyer.play(number, examples=("Ik bel morgen.", "Ik schrijf een stukje."))
    follow(foyer, views)
    assert foyer.count()["answered"] == len(foyer.people)
    assert foyer.entity("screen")["revealed"] is True
    told = words(foyer.paper(number))
    for one in foyer.listed("commitment", "control"):
        assert all(one.get(field, "") in told for field in ("text", "worth", "better"))
