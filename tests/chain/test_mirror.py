"""Reading the room: each sentence agrees with its figures, the time adds up, and a restart changes nothing."""

import random
import re

import pytest

from exercises.registry import rulebook
from facilitator.chain import lateness
from facilitator.chain.command import FACILITATOR, Seat
from facilitator.chain.figures import GREEN, PAPER
from facilitator.chain.mirror import read
from facilitator.chain.mirror.diary import PAUSE
from facilitator.rooms.rooms import Rooms
from facilitator.store.ledger import Ledger
from tests.chain.mirrored import PLAIN, PLANE, STEPS, WALL, kept, minutes, reading, said, seen, wander
from tests.kinds.tables import Hall


@pytest.mark.parametrize("seed", range(6))
def test_the_minutes_of_all_steps_are_the_time_that_the_meeting_ran(hall, seed):
    wander(hall, random.Random(seed))
    if hall.chain.entities[hall.meeting]["state"] == "open":
        hall.do("meeting.close")
    found, whole = seen(hall), kept(hall)
    waited = sum(stay.until - stay.since for stay in whole.stays if not stay.step)
    assert sum(row.spent for row in found) + waited == pytest.approx(whole.ran)
    assert [row.spent for row in found] == pytest.approx([one["spent"] for one in hall.chain.steps(hall.meeting)])
    for row in found:
        if row.pulse is not None:
            assert 0 <= row.quiet.since <= row.quiet.until <= max(row.spent, 60.0 * len(row.pulse))
            assert sum(row.pulse) + row.later + row.paper == row.notes


def test_a_restart_in_between_changes_nothing(folder, hall):
    wander(hall, random.Random(3))
    before, now = seen(hall), hall.time
    hall.rooms.ledger.close()
    hall.rooms = Rooms(Ledger(folder), rulebook(), hall.rooms.library, clock=hall.clock)
    hall.room = hall.rooms.get(hall.room.id)
    assert seen(hall, now) == before


def test_a_step_that_is_gone_back_to_has_all_its_visits(hall):
    hall.time += 300
    hall.go(PLAIN)
    hall.time += 120
    hall.go(WALL)
    hall.time += 60
    hall.do("meeting.close")
    hall.time += 1000
    hall.do("meeting.open")
    hall.time += 240
    hall.do("meeting.close")
    wall, plain = seen(hall)[:2]
    assert (wall.visits, plain.visits) == (2, 1)
    assert (round(wall.spent / 60), round(plain.spent / 60)) == (10, 2)
    assert said(hall, WALL)["time"].endswith("U was er 2 keer; de tijd is opgeteld.")


def test_a_clock_that_was_put_forward_in_a_practice_room_is_not_taken_for_talk(hall):
    """It goes so far that the meeting is as late as was asked, whatever went before, and it is told with its step."""
    hall.time += 120
    hall.go(PLAIN)
    hall.time += 240
    meeting = hall.chain.entities[hall.meeting]
    leap = lateness.until(hall.chain, meeting, hall.time, 1200)
    before = hall.time
    hall.time += leap
    assert lateness.behind(hall.chain, meeting, hall.time) == pytest.approx(1200)
    assert lateness.until(hall.chain, meeting, hall.time, 1200) == 1200, "who is late already gets as much again"
    found = reading(hall, [(before, leap)])
    long = round(leap / 60)
    assert [row.played for row, _ in found.steps][:2] == [0, leap]
    told = next(one.text for one in found.steps[PLAIN][1] if one.key == "time")
    assert long in minutes(told) and "de klok werd vooruitgezet" in told
    assert "vooruitgezet" in found.whole[0].text and "vooruitgezet" not in reading(hall).whole[0].text


def test_the_sentence_of_a_steps_time_agrees_with_its_figures(hall):
    for real, expected in ((600, "precies zoals gepland"), (900, "5 minuten langer"), (240, "6 minuten korter")):
        hall.do("meeting.close")
        hall.do("meeting.open")
        at = hall.chain.entities[hall.meeting]["step"]
        hall.go(hall.steps.index(at) + 1)
        hall.time += real
        hall.do("meeting.close")
        number = hall.steps.index(at) + 1
        assert expected in said(hall, number)["time"] and minutes(said(hall, number)["time"])[0] == round(real / 60)
        hall.do("meeting.open")
    assert said(hall, PLANE)["time"] == "Deze stap komt nog. Er staat 10 minuten voor."
    hall.do("meeting.close")
    assert said(hall, PLANE)["time"] == "Hier bent u niet aan toegekomen. Er stond 10 minuten voor."


def test_a_step_that_still_runs_is_not_called_short(hall):
    assert said(hall, WALL)["time"].startswith("Deze stap loopt nog: tot nu toe nog geen minuut,")
    hall.time += 240
    assert said(hall, WALL)["time"] == "Deze stap loopt nog: tot nu toe 4 minuten, op de agenda 10 minuten."
    assert reading(hall).whole[0].text.startswith("De bijeenkomst is nog open: tot nu toe 4 minuten.")


def test_a_wall_that_was_never_shown_is_counted_like_any_other(hall):
    for number in range(4):
        hall.note(f"Briefje {number}", number)
    before = seen(hall, hall.time)[WALL]
    hall.reveal(WALL)
    after = seen(hall, hall.time)[WALL]
    assert before.notes == after.notes == 4 and before.wrote == after.wrote == 4


def test_minutes_that_change_while_the_step_runs_do_not_change_what_was_planned(hall):
    hall.do("step.edit", step=hall.steps[PLAIN], minutes=25)
    hall.go(PLAIN)
    hall.do("step.edit", step=hall.steps[PLAIN], minutes=40)
    assert seen(hall)[PLAIN].planned == 25


def test_who_wrote_how_much_and_when_it_was_silent(hall):
    for person, wait, text in ((0, 60, "een"), (1, 60, "een twee"), (2, 30, "een twee drie"), (3, 400, "vier " * 4)):
        hall.time += wait
        hall.note(text, person)
    hall.time += 100
    hall.do("note.many", step=hall.steps[WALL], lines=["van papier"])
    hall.go(PLAIN)
    hall.note("nog een", 0)
    row, told = seen(hall)[WALL], said(hall, WALL)
    assert (row.people, row.wrote, row.notes, row.paper, row.later) == (6, 4, 6, 1, 1)
    assert told["wrote"] == "Van de 6 mensen met een telefoon brachten er 4 iets in."
    assert told["notes"] == "Er hangen 6 briefjes. Daarvan kwam er 1 van papier. 1 kwam pas toen de zaal al verder was."
    assert told["quiet"] == "Het langst stil was het van minuut 3 tot 9: ongeveer 6 minuten zonder iets nieuws."
    assert round((row.quiet.until - row.quiet.since) / 60) in (6, 7) and row.quiet.where == "between"
    assert sum(row.lengths) == 5 and told["words"] == "Een briefje had meestal ongeveer 2 woorden."


@pytest.mark.parametrize(
    ("waits", "after", "expected"),
    [
        ((400, 5, 5, 5), 10, "Het eerste briefje kwam na ongeveer 7 minuten. Daarna was het nooit langer stil."),
        ((5, 5, 5, 5), 600, "Na minuut 0 kwam er niets nieuws meer. De stap duurde daarna nog ongeveer 10 minuten."),
        ((30, 30, 30, 30), 30, "Er kwam steeds iets binnen: het was nooit langer dan een minuut of twee stil."),
    ],
)
def test_silence_at_either_end_is_told_as_such(hall, waits, after, expected):
    for person, wait in enumerate(waits):
        hall.time += wait
        hall.note("iets", person)
    hall.time += after
    hall.go(PLAIN)
    assert said(hall, WALL)["quiet"] == expected


def test_what_was_put_away_and_together_is_counted(hall):
    ids = [hall.note(f"Briefje {number}", number) for number in range(6)]
    hall.do("note.hide", notes=ids[:2])
    hall.do("note.merge", notes=ids[3:5], into=ids[2])
    row = seen(hall)[WALL]
    assert (row.hidden, row.merged) == (2, 2)
    assert said(hall, WALL)["notes"] == (
        "Er hangen 6 briefjes. U hield 2 briefjes van het scherm. U legde 2 briefjes bij een ander dat erop leek."
    )


def test_a_meeting_that_never_began_says_so(folder):
    hall = Hall(folder, *STEPS, people=0)
    never = hall.ask(Seat(FACILITATOR), "meeting.create", title="Later", template="proef")["ids"][0]
    book = list(hall.rooms.ledger.read(hall.room.id))
    found = read(book, hall.chain, never, hall.rooms.rulebook.kinds, hall.time)
    assert not found.begun and [one.key for one in found.whole] == ["whole"]
    assert [row.planned for row, _ in found.steps] == [10] * 5


def test_a_door_that_stood_open_all_night_does_not_count(hall):
    hall.time += 600
    hall.go(PLAIN)
    hall.time += 300
    hall.do("meeting.blank", on=True)
    hall.time += 20 * 3600
    hall.do("meeting.blank", on=False)
    hall.time += 120
    hall.do("meeting.close")
    found = seen(hall)
    assert round(found[PLAIN].spent / 60) == 7 and round(kept(hall).idle / 3600) == 20
    assert minutes(reading(hall).whole[0].text)[-1] == 20 * 60


def test_a_meeting_that_nobody_closed_ends_with_its_last_act(hall):
    hall.time += 600
    hall.note("het laatste")
    assert seen(hall, hall.time + PAUSE - 10)[WALL].spent > PAUSE
    assert round(seen(hall, hall.time + 2 * PAUSE)[WALL].spent / 60) == 10


def test_a_step_that_was_removed_keeps_its_time(hall):
    hall.go(PLAIN)
    hall.time += 300
    hall.go(WALL)
    hall.do("step.remove", step=hall.steps[PLAIN])
    last = seen(hall)[-1]
    assert last.gone and round(last.spent / 60) == 5
    assert reading(hall).steps[-1][1][0].text.endswith("Deze stap haalde u later van de agenda.")


@pytest.mark.parametrize("seed", range(6, 10))
def test_picture_sentence_and_figure_say_the_same(hall, seed):
    for number in range(5):
        hall.note("ja", number)
    wander(hall, random.Random(seed))
    drawn = 0
    for row, told in reading(hall).steps:
        by_key = {one.key: one for one in told}
        if row.started and not row.running:
            real, more = (*minutes(by_key["time"].text), 0)[:2]
            assert real == round(row.spent / 60) and more == abs(real - row.planned)
        if row.wrote:
            dots = re.findall(rf'<circle [^>]*fill="({GREEN}|{PAPER})"', by_key["wrote"].svg)
            assert (len(dots), dots.count(GREEN)) == (row.people, row.wrote)
            assert {int(one) for one in re.findall(r"\d+", by_key["wrote"].text)} == {row.people, row.wrote}
        if row.notes:
            assert int(re.search(r"\d+", by_key["notes"].text)[0]) == row.notes
        if row.lengths is not None:
            assert [int(one) for one in re.findall(r">(\d+)</text>", by_key["words"].svg)] == row.lengths
            assert sum(row.lengths) == row.notes - row.paper
        if row.pulse is not None:
            bars = len(re.findall(rf'<rect [^>]*fill="{GREEN}"', by_key["quiet"].svg))
            assert bars == sum(1 for often in row.pulse if often)
            drawn += 1
    assert drawn
