"""The scale: marks within it, the secret, too few to tell, agreement in words, the years beside each other."""

import pytest

from exercises.kinds.schaal.outcome import level
from facilitator.chain.paper import Heading, Picture, Table, Text
from tests.kinds.tables import Hall, follow, held, step

PROMPTS = [{"id": "1", "text": "We haalden onze doelen."}, {"id": "2", "text": "Ieders rol is helder."}]


def template(**settings):
    keys = {prompt["text"]: key for prompt, key in zip(PROMPTS, ("doelen", "rollen"), strict=True)}
    return {**step("schaal", None, **settings), "prompts": PROMPTS, "keys": keys}


def hall(tmp_path, people=4, **settings):
    """Statements are open."""
    room = Hall(tmp_path, template(**settings), people=people)
    room.here = room.go(1)
    return room


def give(room, person, *marks):
    """Marks in the order of the statements; 0 skips one."""
    choices = {str(number): mark for number, mark in enumerate(marks, 1)}
    return room.by(person, "ballot.cast", step=room.here, choices=choices)


def rows(room, audience="screen"):
    return room.state(1, audience)["rows"]


def test_marks_stay_within_the_scale_and_belong_to_a_statement(tmp_path):
    room = hall(tmp_path)
    assert room.refused(0, "ballot.cast", step=room.here, choices={"1": 6}) == "Kies een cijfer van 1 tot en met 5."
    assert "niet meer op de lijst" in room.refused(0, "ballot.cast", step=room.here, choices={"9": 3})
    give(room, 0, 5, 1)
    ten = hall(tmp_path / "tien", scale=10)
    give(ten, 0, 10)
    assert "tot en met 10" in ten.refused(1, "ballot.cast", step=ten.here, choices={"1": 11})


def test_nobody_sees_a_mark_before_the_reveal_not_even_the_control_room(tmp_path):
    room = hall(tmp_path)
    for person in range(3):
        give(room, person, 4, 2)
    for name in ("control", "screen", "phone", "report"):
        assert "rows" not in room.state(1, name), name
        assert not [view for view in room.see(name).values() if view["type"] == "ballot"], name
    assert [view["choices"] for view in room.see("own", 1).values() if view["type"] == "ballot"] == [{"1": 4, "2": 2}]
    assert not [view for view in room.see("own", 3).values() if view["type"] == "ballot"]
    assert room.see("control")[f"{room.here}.tally"]["voters"] == 3
    room.reveal(1)
    for name in ("control", "screen", "phone", "report"):
        assert rows(room, name)["1"]["marks"] == [0, 0, 0, 3, 0], name
    room.do("step.reveal", step=room.here, on=False)
    assert "rows" not in room.state(1)


def test_marks_can_change_until_it_closes(tmp_path):
    room = hall(tmp_path)
    for person in range(3):
        give(room, person, 1, 1)
    give(room, 2, 5, 0)
    room.do("weighing.close", step=room.here, on=True)
    assert "gesloten" in room.refused(0, "ballot.cast", step=room.here, choices={"1": 1})
    room.do("weighing.close", step=room.here, on=False)
    give(room, 3, 5, 5)
    room.reveal(1)
    assert "al getoond" in room.refused(0, "ballot.cast", step=room.here, choices={"1": 1})
    assert rows(room)["1"]["marks"] == [2, 0, 0, 0, 2]
    assert rows(room)["2"]["marks"] == [2, 0, 0, 0, 1]


def test_the_book_keeps_marks_under_a_key_that_is_no_name(tmp_path):
    room = hall(tmp_path)
    give(room, 0, 4, 4)
    [event] = [one for one in room.rooms.ledger.read(room.room.id) if one.name == "ballot.cast"]
    assert room.people[0] not in str(event.body)
    assert event.at % 60 == 0


def test_with_fewer_than_three_answers_nothing_of_a_statement_is_told(tmp_path):
    room = hall(tmp_path)
    give(room, 0, 1, 1)
    give(room, 1, 5, 1)
    give(room, 2, 0, 1)
    room.reveal(1)
    for name in ("control", "screen", "phone", "report"):
        assert rows(room, name)["1"] == {"key": "doelen", "few": True}, name
        assert rows(room, name)["2"]["count"] == 3
    [table] = [block for block in room.paper(1) if isinstance(block, Table)]
    assert table.rows[0][1:] == ["–", "–", "minder dan 3 antwoorden: te weinig om iets te tonen", "–"]
    assert not any(mark in " ".join(table.rows[0][1:]) for mark in ("1", "5"))


@pytest.mark.parametrize(
    "often, said",
    [
        ([0, 0, 1, 8, 3], "eens"),
        ([9, 0, 0, 0, 0], "eens"),
        ([0, 2, 3, 3, 0], "ongeveer"),
        ([2, 5, 3, 2, 0], "ongeveer"),
        ([2, 2, 2, 2, 2], "verdeeld"),
        ([3, 2, 3, 2, 3], "verdeeld"),
        ([5, 1, 0, 0, 5], "twee"),
        ([1, 0, 0, 0, 2], "verdeeld"),
        ([0, 0, 0, 0, 1, 4, 4, 1, 0, 0], "eens"),
        ([4, 1, 0, 0, 0, 0, 0, 0, 1, 4], "twee"),
        ([0, 1, 1, 1, 1, 1, 1, 1, 1, 0], "ongeveer"),
    ],
)
def test_agreement_has_words_and_two_groups_are_seen(often, said):
    assert level(often) == said


def test_a_mean_is_told_nowhere(tmp_path):
    """1, 1, 1, 5: the mean is 2, which nobody gave."""
    room = hall(tmp_path)
    for person, mark in enumerate((1, 1, 1, 5)):
        give(room, person, mark, mark)
    room.reveal(1)
    assert rows(room)["1"] == {
        "key": "doelen", "count": 4, "marks": [3, 0, 0, 0, 1], "median": 1.0, "range": [1.0, 3.0], "level": "verdeeld"
    }  # fmt: skip
    [table] = [block for block in room.paper(1) if isinstance(block, Table)]
    assert [row[1] for row in table.rows] == ["1", "1"]


def test_one_statement_can_stand_large(tmp_path):
    room = hall(tmp_path)
    room.do("scale.show", step=room.here, statement="2")
    assert room.state(1, "screen")["large"] == "2"
    assert "niet meer op de lijst" in room.no("scale.show", step=room.here, statement="9")
    assert "begeleider" in room.refused(0, "scale.show", step=room.here, statement="1")
    room.do("scale.show", step=room.here, statement="")
    assert room.state(1, "screen")["large"] == ""


def test_patches_add_up_to_the_whole_view_all_along(tmp_path):
    room = Hall(tmp_path, template(), people=4)
    views = held(room)
    room.here = room.go(1)
    follow(room, views)
    for person in range(4):
        give(room, person, person + 1, 3)
        follow(room, views)
    room.do("weighing.close", step=room.here, on=True)
    follow(room, views)
    room.reveal(1)
    follow(room, views)
    room.do("scale.show", step=room.here, statement="1")
    follow(room, views)
    room.go(0)
    follow(room, views)


def next_year(room, date="2027-11-20"):
    """The same statements in a new meeting of the same keten, a year later."""
    from facilitator.chain.command import FACILITATOR, Seat

    made = room.ask(Seat(FACILITATOR), "meeting.create", title="Weer een jaar", template="proef", date=date)
    room.meeting = made["ids"][0]
    room.steps = list(room.chain.entities[room.meeting]["steps"])
    room.do("meeting.open")
    room.people = [room.join() for _ in range(4)]
    room.here = room.go(1)
    return room


def test_the_year_before_stands_beside_it_after_the_reveal(tmp_path):
    room = hall(tmp_path)
    for person in range(4):
        give(room, person, 2, 0)
    room.reveal(1)
    next_year(room)
    for person in range(4):
        give(room, person, 4, 4)
    assert "rows" not in room.state(1, "control") and "earlier" not in room.state(1, "control")
    room.reveal(1)
    before = rows(room)["1"]["earlier"]
    assert before == {"median": 2.0, "level": "eens", "marks": [0, 4, 0, 0, 0], "count": 4, "date": "2026-11-22"}
    assert "earlier" not in rows(room)["2"]
    blocks = room.paper(1)
    assert Heading(4, "Vergeleken met de vorige keer") in blocks
    assert blocks[-1].rows == [
        [
            "We haalden onze doelen.",
            "midden 2, met elkaar eens (november 2026)",
            "midden 4, met elkaar eens",
        ]
    ]


def test_what_was_never_shown_or_reworded_is_not_compared(tmp_path):
    room = hall(tmp_path)
    for person in range(4):
        give(room, person, 2, 2)
    next_year(room)
    assert room.chain.entities[room.here]["state"]["earlier"] == {}
    reworded = [{"id": "1", "text": "Heel andere woorden."}, {"id": "2", "text": PROMPTS[1]["text"]}]
    room.do("step.edit", step=room.here, prompts=reworded)
    for person in range(3):
        give(room, person, 2, 2)
    room.reveal(1)
    assert {row["key"] for row in rows(room).values()} == {"heel andere woorden", "rollen"}


def test_the_report_says_what_the_room_said_and_keeps_the_secret_before(tmp_path):
    room = hall(tmp_path)
    for person in range(4):
        give(room, person, 4, (1, 1, 5, 5)[person])
    sealed = room.paper(1)
    assert "nog niet getoond" in sealed[0].text and not any(isinstance(block, Picture) for block in sealed)
    room.reveal(1)
    blocks = room.paper(1)
    [table] = [block for block in blocks if isinstance(block, Table)]
    assert "4 mensen gaven antwoord." in blocks[0].text
    assert table.rows == [
        ["We haalden onze doelen.", "4", "4", "met elkaar eens", "4 keer een 4"],
        [
            "Ieders rol is helder.",
            "3",
            "1 tot 5",
            "verdeeld: een groep geeft een laag cijfer, een groep een hoog",
            "2 keer een 1, 2 keer een 5",
        ],
    ]
    [short] = [block for block in room.paper(1, full=False) if isinstance(block, Table)]
    assert len(short.header) == 4


def test_a_scale_without_statements_says_so(tmp_path):
    room = Hall(tmp_path, step("schaal", None))
    room.go(1)
    room.play(1)
    assert room.paper(1) == [Text("Er stonden geen stellingen in deze stap.")]


def test_an_action_does_not_hear_of_a_vote_that_was_none(tmp_path):
    """Marks are no dots: priority stays silent about them."""
    room = Hall(tmp_path, template(), step("acties"), people=3)
    note = room.note("Bellen")
    room.here = room.go(1)
    for person in range(3):
        give(room, person, 4, 4)
    room.reveal(1)
    actions = room.go(2)
    room.do("action.make", step=actions, what="Bellen", sources=[note])
    [order] = room.state(2)["order"]
    assert "stemming" not in order["reason"] and "stip" not in order["reason"]
