"""Calendars: read back by a parser of its own, the same UIDs every time, and lines that every calendar takes."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace

import pytest
from icalendar import Calendar

from exercises.registry import KINDS
from facilitator.luggage import dates
from facilitator.luggage.packed import Packed, Planned
from tests.kinds.house import House, made
from tests.luggage import packing

LONG = "Bel ieder gezin; vraag naar alles, ook dit: “één nummer”\nen denk aan 👩‍👩‍👧 \\n gewoon " + "heel lang " * 30


@pytest.fixture
def house(tmp_path) -> House:
    """A meeting on 22 November 2026 with three actions, one of them without a day."""
    kind = next(kind for kind in KINDS if kind.name == "acties")
    one = House(tmp_path, made(kind))
    for what, when in ((LONG, "2027-01-15"), ("Zonder dag", ""), ("Folder maken", "2027-03-01")):
        one.do("action.make", step=one.step, what=what[:500], who="Els; Jan, Piet", when=when, remarks="kort")
    one.do("meeting.edit", place="Buurthuis; zaal 2, achterin")
    return one


def written(house: House) -> bytes:
    return dates.write(packing.packed(house.room))


def mine(house: House, body: bytes) -> dict[str, object]:
    """The events of this test's own meeting by summary."""
    found = {str(event["SUMMARY"]): event for event in Calendar.from_ical(body).walk("VEVENT")}
    return {title: event for title, event in found.items() if "Huisartsen" not in title}


def event_of(house: House, start: str) -> object:
    return next(event for title, event in mine(house, written(house)).items() if title.startswith(start))


def test_every_deadline_and_every_meeting_with_a_day_is_there_once(house):
    titles = [str(event["SUMMARY"]) for event in Calendar.from_ical(written(house)).walk("VEVENT")]
    assert len(titles) == len(set(titles))
    assert {title[:12] for title in titles} >= {"Actie: Bel i", "Actie: Folde", "Start (Veluw"}
    assert not [title for title in titles if "Zonder dag" in title]


def test_a_deadline_takes_the_whole_day_and_keeps_nobody_busy(house):
    event = event_of(house, "Actie: Bel")
    assert event.decoded("DTSTART") == datetime.date(2027, 1, 15)
    assert event.decoded("DTEND") == datetime.date(2027, 1, 16)
    assert event["TRANSP"] == "TRANSPARENT"
    assert event.decoded("DTSTAMP").tzinfo is not None


def test_texts_come_back_as_they_were(house):
    event = event_of(house, "Actie: Bel")
    lines = str(event["DESCRIPTION"]).split("\n")
    asked = next(action for action in house.chain.of_type("action") if action["what"].startswith("Bel ieder"))
    assert "\n".join(lines[: asked["what"].count("\n") + 1]) == asked["what"]
    assert "Wie: Els; Jan, Piet" in lines
    assert "Status: nog niet begonnen" in lines
    assert str(event_of(house, "Start")["LOCATION"]) == "Buurthuis; zaal 2, achterin"


def test_a_second_export_has_the_same_uids_and_a_higher_sequence(house):
    first = {str(event["UID"]): int(event["SEQUENCE"]) for event in mine(house, written(house)).values()}
    one = next(action for action in house.chain.of_type("action") if action["what"] == "Folder maken")
    house.do("action.edit", action=one["id"], when="2027-04-01")
    second = mine(house, written(house))
    assert {str(event["UID"]) for event in second.values()} == first.keys()
    assert all(int(event["SEQUENCE"]) > first[str(event["UID"])] for event in second.values())
    assert second["Actie: Folder maken"].decoded("DTSTART") == datetime.date(2027, 4, 1)


def test_a_copy_on_another_laptop_has_the_same_uids(house):
    there = packing.received(packing.file_of(house.room)).chain
    mark = next(iter(there.answered))
    here = packing.packed(house.room)
    other = Packed(here.name, here.parts, here.kinds, mark, there.seq, 0)
    uids = [re.findall(rb"UID:(\S+)", dates.write(one)) for one in (here, other)]
    assert uids[0] == uids[1] != []


def test_another_keten_has_other_uids(house, tmp_path_factory):
    kind = next(kind for kind in KINDS if kind.name == "acties")
    other = House(tmp_path_factory.mktemp("ander"), made(kind))
    other.do("action.make", step=other.step, what="Folder maken", when="2027-03-01")
    uids = [set(re.findall(rb"UID:(\S+)", written(one))) for one in (house, other)]
    assert uids[0] & uids[1] == set()
    assert all(uids)


@pytest.mark.parametrize(
    ("status", "title", "state"),
    [("voltooid", "Voltooid: Folder maken", "CONFIRMED"), ("vervallen", "Vervallen: Folder maken", "CANCELLED")],
)
def test_what_is_done_says_so_and_what_was_dropped_is_cancelled(status, title, state, house):
    one = next(action for action in house.chain.of_type("action") if action["what"] == "Folder maken")
    house.do("action.edit", action=one["id"], status=status)
    assert event_of(house, title)["STATUS"] == state


def test_lines_are_short_end_in_crlf_and_cut_no_character(house):
    body = written(house)
    assert b"\n" not in body.replace(b"\r\n", b"")
    lines = body.split(b"\r\n")
    assert max(len(line) for line in lines) <= 75
    assert any(len(line) > 70 for line in lines)
    assert [line.decode("utf-8") for line in lines][:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert lines[-2:] == [b"END:VCALENDAR", b""]


def test_nothing_that_people_type_begins_a_line_of_its_own(house):
    house.do("action.make", step=house.step, what="Prik\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:vals", when="2027-05-01")
    events = Calendar.from_ical(written(house)).walk("VEVENT")
    assert len(re.findall(rb"(?m)^BEGIN:VEVENT", written(house))) == len(events)
    assert "vals" not in {str(event["SUMMARY"]) for event in events}


def test_the_plan_is_tentative_until_its_meeting_is_made_and_that_one_takes_its_place(house):
    plan = [
        Planned("start", "2026-11-22", "Start", house.meeting),
        Planned("basis-1", "2027-01-19", "Basisbijeenkomst 1"),
        Planned("basis-2", "2026-11-22", "Op een dag die bezet is"),
        Planned("basis-3", "", "Zonder dag"),
    ]
    whole = replace(packing.packed(house.room), plan=plan, proposes=True)
    events = {
        str(event["UID"]).partition(".")[0]: event for event in Calendar.from_ical(dates.write(whole)).walk("VEVENT")
    }
    tentative = [str(event["SUMMARY"]) for event in events.values() if event.get("STATUS") == "TENTATIVE"]
    assert tentative == [f"Voorstel: Basisbijeenkomst 1 ({whole.name})"]
    assert str(events["plan-start"]["SUMMARY"]) == f"Start ({whole.name})" and "STATUS" not in events["plan-start"]
    assert house.meeting not in events
    assert b"TENTATIVE" not in dates.write(replace(whole, proposes=False)), "not with one meeting"


def test_a_keten_without_days_is_an_empty_calendar_that_opens(tmp_path):
    body = dates.write(Packed("Leeg", [], {}, "", 0, packing.AT))
    assert Calendar.from_ical(body).walk("VEVENT") == []
    assert str(Calendar.from_ical(body)["X-WR-CALNAME"]) == "Leeg"
