"""Not everybody has a phone (product.md 7): votes, marks, introductions, commitments and offers typed in from paper."""

import pytest

from facilitator.chain.paper import Bullets, Table, Text
from tests.kinds.tables import Hall, follow, held, step


def hall(tmp_path, kind, notes=3, people=3, **settings):
    """A wall with notes, and the step that builds on it."""
    room = Hall(tmp_path, step(kind, **settings), people=people)
    room.notes = [room.note(f"Kans {number}", number % people) for number in range(notes)]
    room.reveal(0)
    room.here = room.go(1)
    return room


def tally(room, name="screen"):
    return room.see(name)[f"{room.here}.tally"]


def on_paper(room, people, **choices):
    """Dots by the number of the note: n0=2."""
    named = {room.notes[int(key[1:])]: dots for key, dots in choices.items()}
    return room.do("ballot.paper", step=room.here, people=people, choices=named)


def test_votes_on_paper_count_with_the_others_and_say_how_many_they_are(tmp_path):
    room = hall(tmp_path, "stemmen")
    views = held(room)
    room.by(0, "ballot.cast", step=room.here, choices={room.notes[0]: 2})
    on_paper(room, 3, n0=4, n1=5)
    follow(room, views)
    assert {key: tally(room)[key] for key in ("voters", "people", "paper")} == {"voters": 4, "people": 6, "paper": 3}
    room.reveal(1)
    follow(room, views)
    assert room.state(1, "screen")["totals"] == dict(zip(room.notes, [6, 5, 0], strict=True))
    text = room.paper(1)[0].text
    assert "4 mensen gaven samen 11 stippen" in text and "3 mensen stemden op papier" in text


def test_n_people_have_n_times_the_budget_and_n_times_the_most(tmp_path):
    room = hall(tmp_path, "stemmen", dots=3, most=2)
    one, two, _ = room.notes
    no = {"step": room.here, "people": 2}
    assert "hoogstens 6 stippen" in room.no("ballot.paper", **no, choices={one: 4, two: 3})
    assert "hoogstens 4 stippen van 2 mensen" in room.no("ballot.paper", **no, choices={one: 5})
    assert "hoogstens 0 stippen" in room.no("ballot.paper", step=room.here, people=0, choices={one: 1})
    assert "niet op de lijst" in room.no("ballot.paper", **no, choices={"nergens": 1})
    on_paper(room, 2, n0=4, n1=2)


def test_typing_again_replaces_and_nothing_doubles(tmp_path):
    room = hall(tmp_path, "stemmen")
    on_paper(room, 3, n0=4)
    on_paper(room, 3, n0=4)
    seq = room.chain.seq
    on_paper(room, 3, n0=4)
    assert room.chain.seq == seq
    on_paper(room, 2, n1=1)
    assert tally(room)["voters"] == 2
    room.reveal(1)
    assert list(room.state(1)["totals"].values()) == [0, 1, 0]


def test_paper_can_be_put_right_until_the_vote_is_closed(tmp_path):
    room = hall(tmp_path, "stemmen")
    on_paper(room, 2, n0=1)
    room.do("weighing.close", step=room.here, on=True)
    assert "Zet het eerst weer open" in room.no("ballot.paper", step=room.here, people=0, choices={})
    room.do("weighing.close", step=room.here, on=False)
    on_paper(room, 0)
    assert tally(room)["voters"] == 0 and "paper" not in tally(room)
    room.reveal(1)
    assert "Zet het eerst weer open" in room.no("ballot.paper", step=room.here, people=1, choices={})


def test_only_the_control_room_sees_what_was_typed_and_nobody_a_total(tmp_path):
    room = hall(tmp_path, "stemmen")
    room.by(0, "ballot.cast", step=room.here, choices={room.notes[1]: 2})
    on_paper(room, 2, n0=3)
    [typed] = [one for one in room.see("control").values() if one["type"] == "cards"]
    assert typed["choices"] == {room.notes[0]: 3} and typed["people"] == 2
    for name in ("screen", "phone", "report"):
        assert not [one for one in room.see(name).values() if one["type"] == "cards"], name
    assert not [one for one in room.see("own", 0).values() if one["type"] == "cards"]
    for name in ("control", "screen", "phone", "report"):
        assert "totals" not in room.state(1, name), name


def test_marks_on_paper_go_into_the_median_and_into_the_spread(tmp_path):
    room = hall(tmp_path, "matrix")
    one, two, _ = room.notes
    room.by(0, "rating.give", step=room.here, ratings={one: [1, 1]})
    room.do("rating.paper", step=room.here, people=2, ratings={one: [[5, 5], [2, 3]], two: [[4], [4]]})
    assert tally(room)["voters"] == 3 and tally(room)["paper"] == 2
    assert "points" not in room.state(1)
    room.reveal(1)
    points = room.state(1)["points"]
    assert (points[one]["impact"], points[one]["effort"], points[one]["count"]) == (5, 2, 3)
    assert points[one]["impacts"] == [1, 0, 0, 0, 2] and points[two]["count"] == 1
    assert "2 mensen deden dat op papier" in room.paper(1)[0].text


def test_nobody_gives_more_marks_than_there_are_people(tmp_path):
    room = hall(tmp_path, "matrix")
    one = room.notes[0]
    no = {"step": room.here, "people": 2}
    assert "hoogstens 2 cijfers" in room.no("rating.paper", **no, ratings={one: [[1, 2, 3], [1, 2, 3]]})
    assert "evenveel cijfers" in room.no("rating.paper", **no, ratings={one: [[1, 2], [1]]})
    assert "1, 2, 3, 4 of 5" in room.no("rating.paper", **no, ratings={one: [[6], [1]]})
    by_hand = hall(tmp_path / "hand", "matrix", by="begeleider")
    assert "zelf op het schema" in by_hand.no("rating.paper", step=by_hand.here, people=1, ratings={})


def test_an_organisation_without_a_phone_tells_of_itself_on_paper(tmp_path):
    room = Hall(tmp_path, step("kennismaking", None))
    here = room.go(1)
    church = room.do("organisation.add", name="De Kerk")["ids"][0]
    body = {"step": here, "organisation": church, "offers": ["signaleren"], "wants": [" de  scholen "]}
    assert "nog niets" in room.no("introduction.paper", step=here, organisation=church)
    room.do("introduction.paper", **body, contact="Na de dienst")
    room.do("introduction.paper", **body, contact="Bij de koffie")
    [given] = [one for one in room.see("control").values() if one["type"] == "introduction"]
    assert (given["contact"], given["wants"], given["organisation"]) == ("Bij de koffie", ["de scholen"], church)
    assert room.see("control")[f"{here}.tally"]["answered"] == 1
    assert "contact" not in next(one for one in room.see("screen").values() if one["type"] == "introduction")
    blocks = room.paper(1)
    assert next(block.rows[0][0] for block in blocks if isinstance(block, Table)) == "De Kerk"
    assert any(isinstance(block, Text) and block.text.endswith("overgetypt: De Kerk.") for block in blocks)
    assert "niet meer in de lijst" in room.no("introduction.paper", step=here, organisation="o0", contact="Ja")


def test_commitments_come_from_cards_many_at_once_and_can_be_put_right(tmp_path):
    room = Hall(tmp_path, step("afsluiten", None))
    room.here = room.go(1)
    church = room.do("organisation.add", name="De Kerk")["ids"][0]
    room.by(0, "commitment.make", step=room.here, text="Ik bel de huisarts")
    lines = ["Ik ga langs", "", "  Ik vraag het na "]
    made = room.do("commitment.many", step=room.here, lines=lines, organisation=church)["ids"]
    room.do("commitment.many", step=room.here, lines=["Fijn dat iedereen er was"], field="worth")
    assert {key: tally(room)[key] for key in ("answered", "people", "paper", "promised")} == {
        "answered": 3,
        "people": 5,
        "paper": 2,
        "promised": 3,
    }
    room.do("commitment.edit", commitment=made[1], text="Ik vraag het morgen na")
    view = room.see("control")[made[1]]
    assert (view["text"], view["org"], view["on_behalf"]) == ("Ik vraag het morgen na", "De Kerk", True)
    [own] = [one["id"] for one in room.see("own", 0).values() if one["type"] == "commitment"]
    assert "zelf op de telefoon" in room.no("commitment.edit", commitment=own, text="Iets anders")
    assert "Regel 2" in room.no("commitment.many", step=room.here, lines=["ja", "x" * 501])
    room.reveal(1)
    blocks = room.paper(1)
    assert any(isinstance(block, Text) and block.text.startswith("2 voornemens stonden op papier") for block in blocks)
    assert any(isinstance(block, Bullets) and "Fijn dat iedereen er was" in block.items for block in blocks)


def test_an_anonymous_card_keeps_no_organisation(tmp_path):
    room = Hall(tmp_path, step("afsluiten", None, names="anoniem"))
    room.here = room.go(1)
    church = room.do("organisation.add", name="De Kerk")["ids"][0]
    made = room.do("commitment.many", step=room.here, lines=["Ik ga langs"], organisation=church)["ids"][0]
    assert "organisation" not in room.chain.entities[made] and "org" not in room.see("control")[made]


def test_an_organisation_that_is_renamed_is_renamed_under_its_commitments(tmp_path):
    room = Hall(tmp_path, step("afsluiten", None))
    room.here = room.go(1)
    church = room.do("organisation.add", name="De Kerk")["ids"][0]
    room.do("commitment.many", step=room.here, lines=["Ik ga langs"], organisation=church)
    views = held(room)
    room.do("organisation.edit", organisation=church, name="De Kapel")
    follow(room, views)


def test_actions_on_cards_are_offers_until_the_facilitator_takes_them(tmp_path):
    room = hall(tmp_path, "acties")
    church = room.do("organisation.add", name="De Kerk")["ids"][0]
    made = room.do("action.many", step=room.here, lines=["Folder maken", "Koffie zetten"], organisation=church)["ids"]
    view = room.see("control")[made[0]]
    assert view["offered"] and view["who"] == "De Kerk" and view["on_behalf"]
    assert made[0] not in room.see("screen")
    room.do("action.accept", action=made[0])
    assert room.see("screen")[made[0]]["what"] == "Folder maken"


@pytest.mark.parametrize(
    "name", ["ballot.paper", "rating.paper", "introduction.paper", "commitment.many", "action.many"]
)
def test_a_participant_types_in_nobody_elses_paper(tmp_path, name):
    room = hall(tmp_path, "stemmen")
    assert "alleen de begeleider" in room.refused(0, name, step=room.here)
