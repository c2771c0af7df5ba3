"""Reading the room: each sentence agrees with its figures, the time adds up, and nothing points at one person."""

import random
import re
import shutil
import tempfile
from pathlib import Path

import pytest

from exercises.registry import rulebook
from facilitator.chain.command import FACILITATOR, Seat
from facilitator.chain.mirror import FEW, read, rows
from facilitator.chain.mirror.diary import PAUSE, diary
from facilitator.rooms.rooms import Rooms
from facilitator.store.ledger import Ledger
from tests.chain.sim import MEMORY
from tests.kinds.tables import Hall, step

ASIDE = {"kind": "briefjes", "title": "Geheim", "prompts": [], "settings": {"names": "anoniem"}, "from": None}
STEPS = (step("uitleg", None), ASIDE, step("stemmen", 0), step("matrix", 0))
WALL, PLAIN, SECRET, VOTE, PLANE = range(5)
SECONDS = re.compile(r"(\d+) uur(?: en (\d+) minu)?|(\d+) minu")


@pytest.fixture
def folder():
    path = Path(tempfile.mkdtemp(prefix="ketentafel-mirror-", dir=MEMORY if MEMORY.is_dir() else None))
    yield path
    shutil.rmtree(path)


@pytest.fixture
def hall(folder):
    """Six people at a wall that has just begun, with four more steps of ten minutes."""
    return Hall(folder, *STEPS, people=6)


def seen(hall: Hall, now: float | None = None):
    """The rows, from the book as it is on disk."""
    book = list(hall.rooms.ledger.read(hall.room.id))
    moment = hall.time if now is None else now
    return rows(book, rulebook().fold(hall.room.id, book), hall.meeting, hall.rooms.rulebook.kinds, moment)


def reading(hall: Hall):
    book = list(hall.rooms.ledger.read(hall.room.id))
    return read(book, hall.chain, hall.meeting, hall.rooms.rulebook.kinds, hall.time)


def kept(hall: Hall):
    return diary(hall.rooms.ledger.read(hall.room.id), hall.meeting, hall.time)


def said(hall: Hall, number: int) -> dict[str, str]:
    return {one.key: one.text for one in reading(hall).steps[number][1]}


def minutes(text: str) -> list[int]:
    """Every length of time that a sentence names, in minutes."""
    found = [[int(part or 0) for part in match] for match in SECONDS.findall(text)]
    return [60 * hours + rest + alone for hours, rest, alone in found]


def wander(hall: Hall, chance: random.Random) -> None:
    """Half a day in any order: steps gone back to, the door shut and opened, notes now and then."""
    for _ in range(25):
        hall.time += chance.uniform(20, 900)
        state, at = hall.chain.entities[hall.meeting]["state"], hall.chain.entities[hall.meeting]["step"]
        act = chance.random()
        if state == "closed":
            hall.do("meeting.open")
        elif act < 0.1:
            hall.do("meeting.close")
        elif act < 0.5:
            hall.do("meeting.go", step=chance.choice([one for one in hall.steps if one != at]))
        else:
            hall.note("ja", chance.randrange(6))


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
    assert said(hall, PLANE)["time"] == "Hier bent u niet aan toegekomen. Er stond 10 minuten voor."


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


def test_no_name_and_no_note_is_in_what_is_told(hall):
    for number in range(6):
        hall.note(f"Wilhelmina belt {number}", number)
    hall.go(PLAIN)
    everything = " ".join(one.text + one.svg for _, told in reading(hall).steps for one in told)
    assert "Truus" not in everything and "Steunpunt" not in everything and "Wilhelmina" not in everything
