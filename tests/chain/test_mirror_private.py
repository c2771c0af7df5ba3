"""Reading the room tells nothing that points at one person, and nothing that the room may not know yet."""

import re

import pytest

from facilitator.chain.mirror import FEW
from tests.chain.mirrored import PLAIN, PLANE, SECRET, STEPS, VOTE, WALL, reading, said, seen
from tests.kinds.tables import Hall


def test_an_anonymous_step_tells_only_what_the_book_knows(hall):
    hall.go(SECRET)
    for person in range(5):
        hall.time += 45
        hall.by(person, "note.post", step=hall.steps[SECRET], text="zonder naam")
    hall.time += 200
    hall.go(WALL)
    row, told = seen(hall)[SECRET], said(hall, SECRET)
    assert (row.anonymous, row.wrote, row.fewer, row.notes) == (True, None, False, 5)
    assert "anoniem" in told["wrote"] and not re.search(r"\d", told["wrote"])
    assert sum(row.pulse) == 5 and row.quiet.since >= 0


@pytest.mark.parametrize("people", range(FEW))
def test_with_few_people_only_the_time_is_told(folder, people):
    hall = Hall(folder, *STEPS, people=people)
    for number in range(people):
        for text in ("mijn geheim", "nog iets", "en dit"):
            hall.note(text, number)
    for number in range(people):
        hall.go(VOTE)
        hall.by(number, "ballot.cast", step=hall.steps[VOTE], choices={hall.state(VOTE)["candidates"][0]: 1})
    hall.reveal(VOTE) if people else hall.go(VOTE)
    for row, told in reading(hall).steps:
        assert {one.key for one in told} <= {"time", "small"}
        assert (row.notes, row.wrote, row.pulse, row.quiet, row.lengths, row.words, row.chose) == (None,) * 7
        assert (row.hidden, row.merged, row.later, row.paper, row.choosers, row.blocks) == (0, 0, 0, 0, 0, [])


def test_few_writers_among_many_are_not_counted_out(hall):
    for text in ("een", "twee", "drie", "vier", "vijf"):
        hall.note(text, 0)
    row, told = seen(hall)[WALL], said(hall, WALL)
    assert (row.wrote, row.fewer, row.pulse, row.quiet, row.lengths) == (None, True, None, None, None)
    assert told["wrote"] == "Van de 6 mensen met een telefoon brachten er minder dan 4 iets in."


def test_votes_and_marks_are_told_once_the_room_may_know(hall):
    for number in range(6):
        hall.note(f"Voorstel {number}", number)
    hall.go(VOTE)
    first, second = hall.state(VOTE)["candidates"][:2]
    for person in range(5):
        hall.by(person, "ballot.cast", step=hall.steps[VOTE], choices={first: 2, second: 1})
    assert "kind" not in said(hall, VOTE)
    assert said(hall, VOTE)["chose"] == "Van de 6 mensen deden er 5 mee."
    hall.reveal(VOTE)
    assert said(hall, VOTE)["kind"] == (
        "De 15 stippen gingen naar 2 van de 6 voorstellen. Bovenaan staat “Voorstel 0”, met 10."
    )
    hall.go(PLANE)
    for person in range(4):
        hall.by(person, "rating.give", step=hall.steps[PLANE], ratings={first: [4, 2], second: [1 + person, 3]})
    hall.reveal(PLANE)
    assert re.match(r"Over [12] van de 2 voorstellen|Over alle 2", said(hall, PLANE)["kind"])


def test_no_name_and_no_note_is_in_what_is_told(hall):
    for number in range(6):
        hall.note(f"Wilhelmina belt {number}", number)
    hall.go(PLAIN)
    everything = " ".join(one.text + one.svg for _, told in reading(hall).steps for one in told)
    assert "Truus" not in everything and "Steunpunt" not in everything and "Wilhelmina" not in everything
