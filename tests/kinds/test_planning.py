"""Planning: proposing dates, marking them, counts without names, the choice, days that have been."""

from datetime import date

import pytest

from exercises.kinds.planning.days import beside, near, proposals
from facilitator.chain.days import later
from facilitator.chain.paper import Table, Text
from tests.kinds.tables import Hall, follow, held, step


def hall(tmp_path, people=4):
    """The clock stands at October 2025; the meeting is on Sunday 22 November 2026."""
    room = Hall(tmp_path, step("planning", None), people=people)
    room.here = room.go(1)
    return room


def propose(room, day="2027-01-21", start="14:00", end="16:00"):
    room.do("date.propose", step=room.here, day=day, start=start, end=end)
    return room.chain.entities[room.here]["state"]["dates"]


def mark(room, person, **choices):
    return room.by(person, "ballot.cast", step=room.here, choices=choices)


def counts(room, name="screen"):
    return room.see(name)[f"{room.here}.tally"]["counts"]


def test_dates_stand_in_the_order_of_the_calendar_with_words(tmp_path):
    room = hall(tmp_path)
    propose(room, "2027-03-18")
    propose(room, "2027-01-21", "09:30", "")
    propose(room, "2027-01-21", "", "12:00")
    assert [(one["id"], one["label"]) for one in room.state(1, "phone")["dates"]] == [
        ("d3", "donderdag 21 januari 2027"),
        ("d2", "donderdag 21 januari 2027, vanaf 09:30 uur"),
        ("d1", "donderdag 18 maart 2027, 14:00 tot 16:00 uur"),
    ]


@pytest.mark.parametrize(
    "day, start, end, field, said",
    [
        ("2025-10-08", "", "", "day", "al geweest"),
        ("2027-02-30", "", "", "day", "bestaat niet"),
        ("2027-01-21", "14:00", "13:00", "end", "eindtijd"),
        ("2027-01-21", "14:00", "14:00", "end", "eindtijd"),
    ],
)
def test_a_date_that_cannot_be_is_refused_with_a_sentence(tmp_path, day, start, end, field, said):
    from facilitator.chain.command import FACILITATOR, Seat

    room = hall(tmp_path)
    seat = Seat(FACILITATOR, room.meeting)
    answer = room.ask(seat, "date.propose", step=room.here, day=day, start=start, end=end)
    assert (answer["code"], answer["field"]) == ("refused", field) and said in answer["say"]
    assert room.state(1)["dates"] == []


def test_today_is_good_and_what_is_no_date_at_all_is_not_read(tmp_path):
    room = hall(tmp_path)
    propose(room, "2025-10-09")
    for day, start in (("morgen", ""), ("2027-1-1", ""), ("2027-01-21", "25:00"), ("2027-01-21", "half drie")):
        assert "niet te lezen" in room.no("date.propose", step=room.here, day=day, start=start)


def test_the_same_date_twice_and_too_many_are_refused(tmp_path):
    room = hall(tmp_path)
    propose(room, "2027-01-01")
    assert "staan al in de lijst" in room.no(
        "date.propose", step=room.here, day="2027-01-01", start="14:00", end="16:00"
    )
    for number in range(2, 13):
        propose(room, f"2027-01-{number:02}")
    assert "al 12 data" in room.no("date.propose", step=room.here, day="2027-02-01")


def test_everybody_marks_and_everybody_sees_counts_only(tmp_path):
    room = hall(tmp_path)
    propose(room), propose(room, "2027-01-28")
    mark(room, 0, d1=3, d2=1)
    mark(room, 1, d1=3, d2=2)
    mark(room, 2, d1=1, d2=3)
    for name in ("control", "screen", "report"):
        assert counts(room, name) == {"d1": [2, 0, 1], "d2": [1, 1, 1]}, name
        assert not [one for one in room.see(name).values() if one["type"] == "ballot"], name
    assert room.see("screen")[f"{room.here}.tally"]["best"] == ["d1"]
    assert [one["choices"] for one in room.see("own", 2).values() if one["type"] == "ballot"] == [{"d1": 1, "d2": 3}]
    [*events] = [one for one in room.rooms.ledger.read(room.room.id) if one.name == "ballot.cast"]
    assert not any(person in str(event.body) for event in events for person in room.people)
    mark(room, 2, d1=3)
    assert counts(room) == {"d1": [3, 0, 0], "d2": [0, 1, 1]}


def test_a_mark_is_yes_maybe_or_no_for_a_date_on_the_list(tmp_path):
    room = hall(tmp_path)
    propose(room)
    assert "ja, misschien of nee" in room.refused(0, "ballot.cast", step=room.here, choices={"d1": 4})
    assert "niet meer op de lijst" in room.refused(0, "ballot.cast", step=room.here, choices={"d9": 3})
    for name, body in (
        ("date.propose", {"day": "2027-01-21"}),
        ("date.drop", {"date": "d1"}),
        ("date.choose", {"date": "d1"}),
    ):
        assert "alleen de begeleider" in room.refused(0, name, step=room.here, **body)


def test_a_date_can_go_and_come_back_with_its_marks(tmp_path):
    room = hall(tmp_path)
    propose(room), propose(room, "2027-01-28")
    mark(room, 0, d1=3, d2=3)
    room.do("date.drop", step=room.here, date="d1")
    assert [one["id"] for one in room.state(1, "phone")["dates"]] == ["d2"]
    assert counts(room) == {"d2": [1, 0, 0]}
    assert [one["id"] for one in room.state(1)["left"]] == ["d1"] and "left" not in room.state(1, "screen")
    mark(room, 0, d1=3, d2=2)
    room.do("date.drop", step=room.here, date="d1", on=False)
    assert counts(room) == {"d1": [1, 0, 0], "d2": [0, 1, 0]}
    propose(room, "2027-02-04")
    assert [one["id"] for one in room.state(1, "phone")["dates"]] == ["d1", "d2", "d3"]


def test_one_is_chosen_and_can_be_let_go(tmp_path):
    room = hall(tmp_path)
    propose(room), propose(room, "2027-01-28")
    mark(room, 0, d1=3)
    room.do("date.choose", step=room.here, date="d1")
    assert room.state(1, "phone")["chosen"] == "d1"
    assert "heeft een datum gekozen" in room.refused(0, "ballot.cast", step=room.here, choices={"d1": 1})
    assert "gekozen datum" in room.no("date.drop", step=room.here, date="d1")
    room.do("date.drop", step=room.here, date="d2")
    assert "niet meer op de lijst" in room.no("date.choose", step=room.here, date="d2")
    [kept] = room.kind(1).agreed(room.chain.entities[room.here])
    assert {key: kept[key] for key in ("id", "day", "start", "end")} == {
        "id": "d1", "day": "2027-01-21", "start": "14:00", "end": "16:00"
    }  # fmt: skip
    room.do("date.choose", step=room.here, date="")
    assert room.kind(1).agreed(room.chain.entities[room.here]) == []
    mark(room, 0, d1=1)


def test_a_date_that_has_been_by_now_is_not_chosen(tmp_path):
    room = hall(tmp_path)
    propose(room)
    room.time += 3 * 365 * 86400
    assert "al geweest" in room.no("date.choose", step=room.here, date="d1")


def test_two_that_suit_equally_many_are_both_best(tmp_path):
    room = hall(tmp_path)
    propose(room), propose(room, "2027-01-28"), propose(room, "2027-02-04")
    assert room.see("control")[f"{room.here}.tally"]["best"] == []
    mark(room, 0, d1=3, d2=3, d3=2)
    assert room.see("control")[f"{room.here}.tally"]["best"] == ["d1", "d2"]
    mark(room, 1, d1=2, d2=1)
    assert room.see("control")[f"{room.here}.tally"]["best"] == ["d1"]


def test_quick_proposals_are_about_two_months_later_on_the_same_weekday(tmp_path):
    assert later(date(2026, 11, 19), 2) == date(2027, 1, 21)
    assert later(date(2026, 12, 31), 2) == date(2027, 2, 25)
    assert all(later(date(2026, 11, 19), months).weekday() == 3 for months in range(1, 25))
    assert near(date(2026, 11, 20)) == [date(2027, 1, 21), date(2027, 1, 22), date(2027, 1, 25), date(2027, 1, 29)]
    assert beside(date(2027, 1, 25), -1) == date(2027, 1, 22)
    [first, series] = proposals(date(2026, 11, 19), {"2027-01-21"})
    assert first["label"] == "Over ongeveer twee maanden"
    assert [one["day"] for one in first["days"]] == ["2027-01-20", "2027-01-22", "2027-01-28"]
    assert series["days"][0] == {"day": "2027-03-18", "label": "donderdag 18 maart 2027"}
    assert len(series["days"]) == 5
    room = hall(tmp_path)
    assert "proposals" in room.state(1, "control")
    assert all("proposals" not in room.state(1, name) for name in ("screen", "phone", "report"))


def test_patches_add_up_to_the_whole_view_all_along(tmp_path):
    room = Hall(tmp_path, step("planning", None), people=3)
    views = held(room)
    room.here = room.go(1)
    follow(room, views)
    for day in ("2027-01-21", "2027-01-28"):
        propose(room, day)
        follow(room, views)
    mark(room, 0, d1=3, d2=1)
    follow(room, views)
    room.do("date.choose", step=room.here, date="d1")
    follow(room, views)
    room.do("date.drop", step=room.here, date="d2")
    follow(room, views)
    room.go(0)
    follow(room, views)


def test_the_report_says_what_was_agreed_and_counts(tmp_path):
    room = hall(tmp_path)
    assert room.paper(1) == [Text("Er zijn geen data voorgesteld.")]
    propose(room), propose(room, "2027-01-28"), propose(room, "2027-02-04", "", "")
    mark(room, 0, d1=3, d2=1, d3=1)
    mark(room, 1, d1=2, d2=3, d3=1)
    room.do("date.drop", step=room.here, date="d3")
    assert room.paper(1)[0].text == "Er is nog geen datum gekozen."
    assert "De meeste mensen kunnen op donderdag 21 januari 2027" in room.paper(1)[1].text
    room.do("date.choose", step=room.here, date="d2")
    lead, said, table = room.paper(1)
    assert lead.text == "De volgende keer is gekozen: donderdag 28 januari 2027, 14:00 tot 16:00 uur."
    assert "2 mensen" in said.text
    assert isinstance(table, Table) and table.rows == [
        ["donderdag 21 januari 2027, 14:00 tot 16:00 uur", "1", "1", "0", "past de meesten"],
        ["donderdag 28 januari 2027, 14:00 tot 16:00 uur", "1", "0", "1", "gekozen"],
        ["donderdag 4 februari 2027", "–", "–", "–", "weggehaald"],
    ]
    assert len(room.paper(1, full=False)[2].rows) == 2
    assert all(table.header)  # a reader that speaks names every column


def test_the_rehearsal_proposes_marks_and_chooses_the_best(tmp_path):
    room = hall(tmp_path, people=9)
    room.play(1, seed=3)
    state = room.state(1, "screen")
    assert len(state["dates"]) == 4
    tally = room.see("screen")[f"{room.here}.tally"]
    assert tally["voters"] == 9 and state["chosen"] == tally["best"][0]


def test_answers_on_paper_count_with_the_others(tmp_path):
    room = hall(tmp_path)
    propose(room), propose(room, "2027-01-28")
    mark(room, 0, d1=3, d2=1)
    room.do("answers.paper", step=room.here, people=3, answers={"d1": [3, 3, 1], "d2": [2]})
    assert counts(room) == {"d1": [3, 0, 1], "d2": [0, 1, 1]}
    tally = room.see("screen")[f"{room.here}.tally"]
    assert (tally["voters"], tally["people"], tally["paper"]) == (4, 7, 3)
    assert "ja, misschien of nee" in room.no("answers.paper", step=room.here, people=1, answers={"d1": [4]})
    assert "3 mensen deden dat op papier" in room.paper(1)[1].text
    room.do("date.choose", step=room.here, date="d1")
    assert "heeft een datum gekozen" in room.no("answers.paper", step=room.here, people=1, answers={"d1": [3]})
