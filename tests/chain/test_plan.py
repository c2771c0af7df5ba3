"""The plan of a keten: two readings of the interval, days that follow from each other, what is made, held or left."""

from __future__ import annotations

from typing import Any

import pytest

from exercises.registry import rulebook
from facilitator.chain import groundwork, plan, shapes
from facilitator.chain.command import FACILITATOR, Command, Refused, Seat
from facilitator.chain.milestones import BASIC
from facilitator.chain.model import KETEN, Chain, Event

TODAY = "2026-11-01"


class Book:
    """A chain that decides and applies here and now."""

    def __init__(self) -> None:
        self.rules, self.chain = rulebook(), Chain("k1")
        self.do("chain.create", name="Veluwerand", scale="wijk")

    def do(self, name: str, meeting: str = "", /, **body: Any) -> list[str]:
        command = Command(name, body, Seat(FACILITATOR, meeting), given={"template": []})
        desk = self.rules.decide(self.chain, command)
        for draft in desk.drafts:
            event = Event(self.chain.seq + 1, 1.0, draft.name, draft.body, draft.meeting, draft.step)
            self.rules.apply(self.chain, event)
        return desk.made

    def plan(self, rhythm: str = "figuur", start: str = "2027-01-12", **more: Any) -> None:
        self.do("plan.make", start=start, rhythm=rhythm, **more)

    def meet(self, template: str, date: str = "", held: bool = False) -> str:
        meeting = self.do("meeting.create", title=template, template=template, date=date)[0]
        if held:
            self.do("meeting.open", meeting)
            self.do("meeting.close", meeting)
        return meeting

    def refused(self, name: str, /, **body: Any) -> str:
        before = self.chain.seq
        with pytest.raises(Refused) as no:
            self.do(name, **body)
        assert self.chain.seq == before
        return no.value.say

    def rows(self, today: str = TODAY, agreed: str = "") -> dict[str, plan.Row]:
        return {row.id: row for row in plan.rows(self.chain, today, agreed)}

    def days(self, *milestones: str, today: str = TODAY) -> list[str]:
        rows = self.rows(today)
        return [rows[milestone].day for milestone in milestones]

    def next(self) -> str:
        return next((row.id for row in self.rows().values() if row.next), "")


@pytest.fixture
def book() -> Book:
    return Book()


def test_without_a_start_nothing_is_proposed(book):
    assert {row.day for row in book.rows().values()} == {""}


@pytest.mark.parametrize(
    ("rhythm", "days"),
    [
        ("figuur", ["2027-02-09", "2027-05-11", "2027-09-07", "2028-01-11"]),
        ("tekst", ["2027-02-09", "2027-04-06", "2027-06-08", "2027-08-10"]),
    ],
)
def test_both_readings_of_the_interval_on_the_weekday_of_the_start(book, rhythm, days):
    book.plan(rhythm)
    assert book.days(*BASIC) == days
    assert book.days("verkennend-gesprek", "workshop", "startbijeenkomst") == ["2026-11-10", "2026-12-15", "2027-01-12"]


def test_every_meeting_of_the_handreiking_is_in_it_by_phase(book):
    book.plan()
    phases = [(row.phase, row.template) for row in book.rows().values()]
    assert phases == [
        ("A", "verkennend-gesprek"), ("B", "workshop"), ("B", "startbijeenkomst"), *(("C", name) for name in BASIC),
        ("D", "jaarlijkse-evaluatie"), ("D", "optimaliseren-bouwstenen"),
    ]  # fmt: skip


def test_the_short_form_of_phase_c_has_building_blocks_1_and_2_only(book):
    book.plan(short=True, form="optimaliseren-thema")
    assert [row.id for row in book.rows().values() if row.phase == "C"] == ["basisbijeenkomst-1"]
    assert book.rows()["optimaliseren.1"].template == "optimaliseren-thema"
    book.plan()
    assert len([row for row in book.rows().values() if row.phase == "C"]) == 4


def test_what_was_met_beyond_the_short_form_stays_in_the_plan(book):
    book.plan()
    book.meet("basisbijeenkomst-2", "2027-05-04", held=True)
    book.plan(short=True)
    assert [row.id for row in book.rows().values() if row.phase == "C"] == ["basisbijeenkomst-1", "basisbijeenkomst-2"]


def test_in_the_text_a_moved_meeting_takes_the_next_along_in_the_figure_the_first_counts(book):
    book.plan("tekst")
    book.do("plan.move", milestone="basisbijeenkomst-2", day="2027-04-20")
    assert book.days("basisbijeenkomst-2", "basisbijeenkomst-3") == ["2027-04-20", "2027-06-22"]
    book.plan("figuur")
    assert book.days("basisbijeenkomst-2", "basisbijeenkomst-3") == ["2027-04-20", "2027-09-07"]
    book.do("plan.move", milestone="basisbijeenkomst-2")
    assert book.days("basisbijeenkomst-2") == ["2027-05-11"]


def test_a_meeting_that_exists_shows_as_made_and_its_own_day_counts(book):
    book.plan()
    made = book.meet("basisbijeenkomst-1", "2027-03-04")
    row = book.rows()["basisbijeenkomst-1"]
    assert (row.state, row.meeting, row.day) == ("made", made, "2027-03-04")
    assert book.days("basisbijeenkomst-2") == ["2027-06-03"]
    book.do("plan.move", milestone="basisbijeenkomst-1", day="2027-03-11")
    assert book.chain.entities[made]["date"] == "2027-03-11" == book.rows()["basisbijeenkomst-1"].day


def test_a_start_with_a_day_is_a_plan_already(book):
    book.meet("startbijeenkomst", "2027-01-12")
    assert book.days("basisbijeenkomst-1") == ["2027-02-09"] and book.next() == "verkennend-gesprek"


def test_what_comes_next_and_in_which_phase_that_is(book):
    def now() -> tuple[str, str]:
        return book.next(), plan.phase(list(book.rows().values()))

    assert now() == ("verkennend-gesprek", "A")
    book.plan()
    book.do("groundwork.keep", tables="Geen", focus="Breed", director="Gemeente")
    assert now() == ("startbijeenkomst", "B")
    book.do("plan.skip", milestone="workshop", on=False)
    assert now() == ("workshop", "B")
    book.meet("startbijeenkomst", "2027-01-12", held=True)
    assert now() == ("basisbijeenkomst-1", "C") and book.rows()["workshop"].state == "passed"
    book.do("plan.skip", milestone="basisbijeenkomst-1")
    assert now() == ("basisbijeenkomst-2", "C")
    book.meet("basisbijeenkomst-4", "2027-02-01", held=True)
    assert now()[1] == "D" and book.rows()["basisbijeenkomst-3"].state == "passed"


def test_phase_d_has_no_end(book):
    book.plan("tekst", short=True)
    for name in ("startbijeenkomst", "basisbijeenkomst-1"):
        book.meet(name, book.rows()[name].day, held=True)
    assert book.next() == "optimaliseren.1"
    book.meet("optimaliseren-casussen", "2027-04-06", held=True)
    book.meet("jaarlijkse-evaluatie", "2028-02-08", held=True)
    assert book.days("optimaliseren.2", "jaarlijkse-evaluatie.2") == ["2027-06-08", "2029-02-06"]
    assert book.rows()["optimaliseren.1"].template == "optimaliseren-casussen" and book.next() == "optimaliseren.2"


def test_the_day_that_the_table_chose_goes_before_a_proposal_and_not_before_a_choice(book):
    book.plan()
    book.meet("startbijeenkomst", "2027-01-12", held=True)
    assert book.rows(agreed="2027-02-16")["basisbijeenkomst-1"].day == "2027-02-16"
    book.do("plan.move", milestone="basisbijeenkomst-1", day="2027-02-23")
    assert book.rows(agreed="2027-02-16")["basisbijeenkomst-1"].day == "2027-02-23"


def test_a_day_that_went_by_is_late_until_there_is_a_meeting_that_was_held(book):
    book.plan()
    assert book.rows("2027-01-13")["startbijeenkomst"].late and not book.rows("2027-01-12")["startbijeenkomst"].late
    book.meet("startbijeenkomst", "2027-01-12", held=True)
    assert not book.rows("2027-01-13")["startbijeenkomst"].late


@pytest.mark.parametrize(("rhythm", "months"), [("figuur", 14), ("tekst", 9)])
def test_the_whole_road_in_months(book, rhythm, months):
    book.plan(rhythm)
    assert plan.span(list(book.rows().values())) == months


def test_a_proposal_never_lies_behind_us(book):
    """A keten that lay still goes on from today (a Sunday) in its rhythm; what somebody chose stays, and is late."""
    book.plan()
    for name in ("startbijeenkomst", "basisbijeenkomst-1"):
        book.meet(name, book.rows()[name].day, held=True)
    assert book.days(*BASIC[1:], today="2027-07-04") == ["2027-08-03", "2027-11-30", "2028-03-28"]
    book.plan("tekst")
    assert book.days(*BASIC[1:], today="2027-07-04") == ["2027-08-03", "2027-10-05", "2027-12-07"]
    assert not any(row.late for row in book.rows("2027-07-04").values())
    book.do("plan.move", milestone="basisbijeenkomst-2", day="2027-06-01")
    assert book.rows("2027-07-04")["basisbijeenkomst-2"].late


def test_before_the_start_it_is_as_soon_as_can_be(book):
    book.plan(start="2026-11-17")
    assert book.days("verkennend-gesprek", "startbijeenkomst") == ["", "2026-11-17"]


def test_in_the_figure_a_meeting_that_came_late_gives_the_next_its_time(book):
    book.plan()
    book.do("plan.move", milestone="basisbijeenkomst-2", day="2027-08-10")
    assert book.days(*BASIC[2:]) == ["2027-12-07", "2028-04-04"]


def test_what_is_refused(book):
    book.plan()
    assert "geen datum" in book.refused("plan.make", start="2027-02-30", rhythm="tekst")
    for text in ("", "gisteren", "20270112", "2027-W02-2"):
        assert "geen datum" in book.refused("plan.make", start=text, rhythm="tekst")
    assert "geen datum" in book.refused("plan.move", milestone="startbijeenkomst", day="2027-02-30")
    assert "niet (meer) in het plan" in book.refused("plan.move", milestone="train-de-trainer", day="2027-02-03")
    assert "Fase D gaat door" in book.refused("plan.skip", milestone="optimaliseren.1")
    book.meet("startbijeenkomst", "2027-01-12", held=True)
    assert "al begonnen" in book.refused("plan.move", milestone="startbijeenkomst", day="2027-02-03")
    assert "al gemaakt" in book.refused("plan.skip", milestone="startbijeenkomst")


def test_the_same_again_is_no_event(book):
    book.plan()
    book.do("groundwork.keep", scale="wijk", tables="Geen")
    seq = book.chain.seq
    book.plan()
    book.do("plan.move", milestone="workshop")
    book.do("plan.skip", milestone="workshop")
    book.do("groundwork.keep", scale="wijk", tables=" Geen ")
    assert book.chain.seq == seq


def test_the_four_answers_are_kept_and_open_ones_are_not_shown(book):
    book.do("groundwork.keep", scale="regio", tables="Netwerk dementie\nDe wijktafel", director="de gemeente")
    assert book.chain.entities[KETEN]["scale"] == "regio" and not groundwork.complete(book.chain)
    assert groundwork.prose(book.chain) == [
        ["p", ["strong", "Waar werken we?"], " ", "Regio"],
        ["p", ["strong", "Wat is er al?"]],
        ["ul", ["li", "Netwerk dementie"], ["li", "De wijktafel"]],
        ["p", ["strong", "Wie is ketenregisseur?"], " ", "De gemeente"],
    ]
    assert "600 tekens" in book.refused("groundwork.keep", focus="a" * 601)
    assert "regio, gemeente of wijk" in book.refused("groundwork.keep", scale="land")


def test_an_answer_begins_with_what_the_room_wrote_without_what_was_put_aside():
    steps = [{"id": "s1", "exercise": "bestaande-tafels"}, {"id": "s2", "exercise": "kansen"}]
    notes = [
        {"step": "s1", "text": "De  wijktafel"},
        {"step": "s1", "text": "Verborgen", "hidden": True},
        {"step": "s2", "text": "Elders"},
        {"step": "s1", "text": "Dubbel", "into": "n1"},
    ]
    found = groundwork.written(steps, notes)
    assert found == {"scale": [], "tables": ["De  wijktafel"], "focus": [], "director": []}
    assert groundwork.offered(found["tables"]) == "De wijktafel"
    assert groundwork.offered(["a" * 400, "b" * 400]) == "a" * 400


@pytest.mark.parametrize(
    "fields",
    [
        {"plan": {"rhythm": "soms"}},
        {"plan": {"moved": {"workshop": "morgen"}}},
        {"plan": {"skipped": "workshop"}},
        {"groundwork": {"tables": "a" * 601}},
        {"groundwork": {"focus": 3}},
    ],
)
def test_a_book_from_elsewhere_with_what_our_rules_never_make_is_not_taken(book, fields):
    book.plan()
    shapes.check(book.chain, book.rules.kinds, {}, KETEN)
    book.chain.change(KETEN, **fields)
    with pytest.raises(shapes.Unsound):
        shapes.check(book.chain, book.rules.kinds, {}, KETEN)


def test_a_day_that_never_was_in_such_a_book_breaks_nothing(book):
    """It looks like a day, so it may come in; what follows from it is unknown."""
    book.chain.change(KETEN, plan={"start": "2027-02-31", "moved": {BASIC[1]: "2027-13-01"}, "rhythm": "tekst"})
    assert book.days("startbijeenkomst", *BASIC) == ["2027-02-31", "", "2027-13-01", "", ""]
    assert plan.span(list(book.rows().values())) == 0
