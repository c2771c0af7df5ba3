"""Marks on paper for a scale: counted with the others, and never a way to see one phone's answer."""

from tests.kinds.test_schaal import PROMPTS, give, hall, rows


def on_paper(room, people, *given):
    """Marks of people without a phone, in the order of the statements."""
    answers = {str(number): list(marks) for number, marks in enumerate(given, 1)}
    return room.do("answers.paper", step=room.here, people=people, answers=answers)


def test_marks_on_paper_count_with_the_others(tmp_path):
    room = hall(tmp_path)
    for person in range(3):
        give(room, person, 4, 4)
    on_paper(room, 3, (1, 1), (5, 5, 5))
    assert "rows" not in room.state(1)
    assert {key: room.see("screen")[f"{room.here}.tally"][key] for key in ("voters", "people", "paper")} == {
        "voters": 6, "people": 7, "paper": 3
    }  # fmt: skip
    no = {"step": room.here, "people": 2}
    assert "hoogstens 2 antwoorden" in room.no("answers.paper", **no, answers={"1": [1, 1, 1]})
    assert "tot en met 5" in room.no("answers.paper", **no, answers={"1": [6]})
    assert "niet meer op de lijst" in room.no("answers.paper", **no, answers={"9": [1]})
    on_paper(room, 2, (1, 2), (5, 5))
    room.reveal(1)
    assert rows(room)["1"]["marks"] == [1, 1, 0, 3, 0]
    assert rows(room)["2"]["marks"] == [0, 0, 0, 3, 2]
    assert "2 mensen deden dat op papier" in room.paper(1)[0].text
    assert "al gesloten" in room.no("answers.paper", **no, answers={"1": [1]})


def test_paper_does_not_uncover_the_one_or_two_with_a_phone(tmp_path):
    """Who typed the paper knows its marks: what is left would be of somebody."""
    room = hall(tmp_path)
    give(room, 0, 1, 1)
    on_paper(room, 4, (5, 5, 5, 5), (4, 4))
    give(room, 1, 1, 0)
    room.reveal(1)
    assert rows(room, "control") == {"1": {"key": "doelen", "few": True}, "2": {"key": "rollen", "few": True}}


def test_only_paper_is_told(tmp_path):
    room = hall(tmp_path)
    on_paper(room, 3, (5, 5, 4), (4, 4))
    room.reveal(1)
    assert rows(room)["1"]["count"] == 3 and rows(room)["2"] == {"key": "rollen", "few": True}


def test_a_statement_with_answers_stays_and_one_without_can_go(tmp_path):
    room = hall(tmp_path)
    give(room, 0, 4, 0)
    one, two = PROMPTS
    assert "al antwoord gegeven" in room.no("step.edit", step=room.here, prompts=[two])
    room.do("step.edit", step=room.here, prompts=[one])
    paper = hall(tmp_path / "papier")
    on_paper(paper, 1, (), (3,))
    assert "al antwoord gegeven" in paper.no("step.edit", step=paper.here, prompts=[one])
