"""The matrix: ratings in secret, medians that keep their spread, points by hand, quadrants, report, rehearsal."""

from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.chain import ballots, priority
from facilitator.chain.paper import Bullets, Picture, Table, Text
from tests.kinds.tables import Hall, follow, held, step


def hall(tmp_path, notes=3, people=3, **settings):
    room = Hall(tmp_path, step("matrix", **settings), people=people)
    room.notes = [room.note(f"Kans {number}", number % people) for number in range(notes)]
    room.reveal(0)
    room.plane = room.go(1)
    return room


def rate(room, person, *pairs):
    ratings = dict(zip(room.notes, [list(pair) for pair in pairs], strict=False))
    return room.by(person, "rating.give", step=room.plane, ratings=ratings)


def test_a_rating_is_a_whole_set_from_1_to_5(tmp_path):
    room = hall(tmp_path)
    rate(room, 0, (5, 1), (2, 2))
    rate(room, 0, (4, 2))
    [own] = [view for view in room.see("own", 0).values() if view["type"] == "rating"]
    assert own["ratings"] == {room.notes[0]: [4, 2]}
    assert "niet te lezen" in room.refused(0, "rating.give", step=room.plane, ratings={room.notes[0]: [6, 1]})
    assert "niet op de lijst" in room.refused(0, "rating.give", step=room.plane, ratings={"nergens": [1, 1]})
    room.do("weighing.close", step=room.plane, on=True)
    assert "gesloten" in room.refused(0, "rating.give", step=room.plane, ratings={})


def test_nobody_sees_a_mark_before_the_reveal(tmp_path):
    room = hall(tmp_path)
    rate(room, 0, (5, 1))
    for name in ("control", "screen", "phone", "report"):
        assert not room.state(1, name).keys() & {"points", "order"}, name
        assert not [view for view in room.see(name).values() if view["type"] == "rating"], name
    assert not [view for view in room.see("own", 1).values() if view["type"] == "rating"]
    assert room.see("screen")[f"{room.plane}.tally"]["voters"] == 1
    assert "Toon eerst" in room.no("matrix.place", step=room.plane, candidate=room.notes[0], impact=1, effort=1)
    room.reveal(1)
    assert room.state(1, "phone")["points"][room.notes[0]]["impact"] == 5
    assert "getoond" in room.refused(0, "rating.give", step=room.plane, ratings={})


def test_disagreement_stays_visible(tmp_path):
    room = hall(tmp_path, people=6)
    for person, impact in enumerate([1, 1, 1, 5, 5, 5]):
        rate(room, person, (impact, 2), (4, 3))
    room.reveal(1)
    points = room.state(1, "screen")["points"]
    apart, together = points[room.notes[0]], points[room.notes[1]]
    assert (apart["impact"], apart["impact_range"], apart["spread"]) == (3, [1, 5], 4)
    assert apart["impacts"] == [3, 0, 0, 0, 3] and apart["count"] == 6
    assert (together["impact"], together["spread"], together["efforts"]) == (4, 0, [0, 0, 6, 0, 0])
    assert room.notes[2] not in points


@pytest.mark.parametrize(
    ("impact", "effort", "quadrant"),
    [
        (5, 1, "eerst"),
        (3.5, 3, "eerst"),
        (5, 3.5, "plannen"),
        (3, 3, "tussendoor"),
        (1, 1, "tussendoor"),
        (3, 4, "later"),
    ],
)
def test_quadrants(impact, effort, quadrant):
    assert priority.quadrant(impact, effort) == quadrant


@given(st.lists(st.integers(1, 5), min_size=1, max_size=60))
def test_medians_and_quarters_are_those_of_the_marks(given_marks):
    marks = [given_marks.count(mark) for mark in range(1, 6)]
    ordered, half = sorted(given_marks), len(given_marks) // 2 or 1
    assert ballots.between(marks, 0, len(ordered)) == median(ordered)
    assert ballots.quarters(marks) == (median(ordered[:half]), median(ordered[-half:]))
    assert ballots.between(marks, 0, len(ordered)) != priority.MIDDLE  # no median lies on the border of a quadrant


def test_the_order_has_easy_and_strong_on_top(tmp_path):
    room = hall(tmp_path, notes=4, people=1)
    rate(room, 0, (1, 5), (5, 5), (1, 1), (5, 1))
    room.reveal(1)
    assert room.state(1)["order"] == [room.notes[number] for number in (3, 1, 2, 0)]
    assert [room.state(1)["points"][one]["quadrant"] for one in room.notes] == [
        "later",
        "plannen",
        "tussendoor",
        "eerst",
    ]


def test_the_facilitator_moves_a_rated_point_and_lets_it_go_again(tmp_path):
    room = hall(tmp_path)
    rate(room, 0, (5, 1))
    rate(room, 1, (3, 1))
    room.reveal(1)
    room.do("matrix.place", step=room.plane, candidate=room.notes[0], impact=2, effort=4.5)
    point = room.state(1, "screen")["points"][room.notes[0]]
    assert (point["impact"], point["effort"], point["placed"], point["impacts"]) == (2, 4.5, True, [0, 0, 1, 0, 1])
    room.do("matrix.place", step=room.plane, candidate=room.notes[0])
    assert room.state(1)["points"][room.notes[0]]["impact"] == 4


def test_placed_by_the_facilitator_the_room_sees_it_at_once(tmp_path):
    room = hall(tmp_path, by="begeleider")
    assert "begeleider plaatst" in room.refused(0, "rating.give", step=room.plane, ratings={room.notes[0]: [1, 1]})
    room.do("matrix.place", step=room.plane, candidate=room.notes[1], impact=4, effort=2)
    assert room.state(1, "screen")["order"] == [room.notes[1]]
    assert room.state(1, "phone")["points"][room.notes[1]]["placed"]
    assert "allebei" in room.no("matrix.place", step=room.plane, candidate=room.notes[1], impact=4)


def test_patches_add_up_to_the_whole_view_all_along(tmp_path):
    room = Hall(tmp_path, step("stemmen"), step("matrix", 1))
    views = held(room)
    notes = [room.note(text) for text in ("Folder", "Poster", "Los")]
    vote = room.go(1)
    plane = room.go(2)
    follow(room, views)
    late = room.note("Laat", 1)
    follow(room, views)
    room.do("weighing.include", step=vote, candidates=[late])
    follow(room, views)
    assert room.state(2)["waiting"] == [late]
    room.do("weighing.include", step=plane, candidates=[late])
    room.by(0, "rating.give", step=plane, ratings={late: [1, 1], notes[0]: [5, 5]})
    follow(room, views)
    room.reveal(2)
    room.do("matrix.place", step=plane, candidate=late, impact=3, effort=3)
    follow(room, views)
    room.do("note.hide", notes=[late], on=True)
    follow(room, views)
    room.go(0)
    follow(room, views)
    room.do("note.hide", notes=[late], on=False)
    follow(room, views)


def test_the_report_has_the_plane_the_table_and_where_people_differ(tmp_path):
    room = hall(tmp_path, people=4)
    for person, impact in enumerate([1, 1, 5, 5]):
        rate(room, person, (impact, 2), (4, 4))
    room.note("Te laat")
    room.reveal(1)
    blocks = room.paper(1)
    [table] = [block for block in blocks if isinstance(block, Table)]
    assert table.rows == [
        ["1", "Kans 1", "4", "4", "Plannen we in", "eens"],
        ["2", "Kans 0", "3 (1 tot 5)", "2", "Doen we tussendoor", "verdeeld"],
    ]
    assert any(isinstance(block, Picture) for block in blocks)
    lists = [block.items for block in blocks if isinstance(block, Bullets)]
    assert lists == [["Kans 0 (effect 2 keer een 1, 2 keer een 5; moeite 4 keer een 2)"], ["Kans 2"], ["Te laat"]]


def test_the_report_keeps_the_secret_until_the_reveal_or_the_end(tmp_path):
    room = hall(tmp_path)
    rate(room, 0, (5, 1))
    assert "nog niet getoond" in room.paper(1)[0].text
    assert not [block for block in room.paper(1) if isinstance(block, Table)]
    room.do("meeting.close")
    assert "in de bijeenkomst niet getoond" in room.paper(1)[0].text
    assert [block for block in room.paper(1) if isinstance(block, Table)]


def test_nothing_to_place(tmp_path):
    room = hall(tmp_path, notes=0)
    room.play(1)
    assert room.paper(1) == [Text("Er was niets om op het schema te zetten.")]


@pytest.mark.parametrize("by", ["telefoons", "begeleider"])
def test_the_rehearsal_puts_everything_on_the_plane(tmp_path, by):
    room = hall(tmp_path, notes=40, people=5, by=by)
    room.play(1)
    assert len(room.state(1, "screen")["order"]) == 40
    [table] = [block for block in room.paper(1, full=False) if isinstance(block, Table)]
    assert len(table.rows) == 10


def test_a_matrix_after_a_skipped_vote_takes_what_the_vote_was_about(tmp_path):
    room = Hall(tmp_path, step("stemmen"), step("matrix", 1))
    note = room.note("Folder")
    room.go(2)
    assert room.state(2)["candidates"] == [note]


def test_a_matrix_on_which_nobody_put_anything_takes_its_list_anew(tmp_path):
    room = Hall(tmp_path, step("matrix", by="begeleider"))
    plane = room.go(1)
    room.go(0)
    one = room.note("Toch een kans")
    room.go(1)
    assert room.state(1)["candidates"] == [one]
    room.do("matrix.place", step=plane, candidate=one, impact=4, effort=2)
    room.go(0)
    late = room.note("Te laat")
    room.go(1)
    assert (room.state(1)["candidates"], room.state(1)["waiting"]) == ([one], [late])
