"""The date that a meeting agreed on, in calendars: its hours, one UID, for the facilitator and for every phone."""

from __future__ import annotations

import datetime
import re

import pytest
from icalendar import Calendar

from facilitator.luggage import dates
from facilitator.rehearsal.browser import Reply
from facilitator.rehearsal.client import Facilitator, Phone
from facilitator.rehearsal.house import House
from tests.kinds.tables import Hall, step
from tests.luggage import packing


def hall(tmp_path, start="14:00", end="16:00") -> Hall:
    """Two dates, of which the first is chosen."""
    room = Hall(tmp_path, step("planning", None))
    room.here = room.go(1)
    for day in ("2027-01-21", "2027-01-28"):
        room.do("date.propose", step=room.here, day=day, start=start, end=end)
    room.do("date.choose", step=room.here, date="d1")
    return room


def agreed(body: bytes | None) -> list:
    assert body is not None
    return [one for one in Calendar.from_ical(body).walk("VEVENT") if "Volgende" in str(one["SUMMARY"])]


def test_the_chosen_date_has_its_hours_wherever_the_calendar_is(tmp_path):
    room = hall(tmp_path)
    [event] = agreed(dates.write(packing.packed(room.room)))
    assert event.decoded("DTSTART") == datetime.datetime(2027, 1, 21, 14)
    assert event.decoded("DTEND") == datetime.datetime(2027, 1, 21, 16)
    assert event["TRANSP"] == "OPAQUE"
    assert str(event["SUMMARY"]) == "Volgende bijeenkomst (Veluwerand)"


def test_without_hours_it_is_the_day_and_without_an_end_only_a_start(tmp_path):
    [day] = agreed(dates.write(packing.packed(hall(tmp_path / "dag", "", "").room)))
    assert day.decoded("DTSTART") == datetime.date(2027, 1, 21)
    [start] = agreed(dates.write(packing.packed(hall(tmp_path / "begin", "09:30", "").room)))
    assert start.decoded("DTSTART") == datetime.datetime(2027, 1, 21, 9, 30) and "DTEND" not in start


def test_another_choice_moves_the_same_appointment(tmp_path):
    room = hall(tmp_path)
    [before] = agreed(dates.write(packing.packed(room.room)))
    room.do("date.choose", step=room.here, date="d2")
    [after] = agreed(dates.write(packing.packed(room.room)))
    assert after["UID"] == before["UID"] and int(after["SEQUENCE"]) > int(before["SEQUENCE"])
    assert after.decoded("DTSTART").day == 28
    room.do("date.choose", step=room.here, date="")
    assert agreed(dates.write(packing.packed(room.room))) == []


def test_a_meeting_on_that_day_takes_its_place_in_the_whole_calendar(tmp_path):
    room = hall(tmp_path)
    room.do("meeting.edit", date="2027-01-21")
    packed = packing.packed(room.room)
    assert agreed(dates.write(packed)) == []
    assert len(agreed(dates.one(packed, packed.parts[0], room.here))) == 1


def test_one_step_alone_has_nothing_else(tmp_path):
    room = hall(tmp_path)
    packed = packing.packed(room.room)
    body = dates.one(packed, packed.parts[0], room.here)
    assert len(Calendar.from_ical(body or b"").walk("VEVENT")) == 1
    assert dates.one(packed, packed.parts[0], room.steps[0]) is None


@pytest.fixture(scope="module")
def house():
    with House(limits=False) as one:
        yield one


@pytest.fixture(scope="module")
def key(house):
    """The browser of somebody who has signed in: the link of the start works once."""
    return Facilitator.sign_in(house.link).browser


def test_a_phone_and_the_facilitator_take_it_along_and_a_stranger_does_not(house, key):
    regie = Facilitator(key, "")
    regie.make("workshop", keten="Veluwerand", title="Start", place="Ede", date="2026-12-01")
    regie.open_door()
    code = regie.wait(lambda: regie.channel("now").get("now", {}).get("door", {}).get("code"))
    phone = Phone.join(house.address, code, "Anna", "Gemeente Ede")
    here = regie.do("step.add", {"exercise": "datum-kiezen", "after": ""})["ids"][0]
    regie.go(here)
    regie.do("date.propose", {"step": here, "day": "2090-01-19", "start": "10:00", "end": "12:00"})
    path = f"/afspraak/{here}.ics"

    def asked(page: Phone | Facilitator, start: str) -> Reply:
        return page.browser.get(f"{start}/{regie.ref}{path}")

    assert asked(phone, "/tafel").status == 404, "nothing is chosen yet"
    regie.do("date.choose", {"step": here, "date": "d1"})
    for page, start in ((phone, "/tafel"), (regie, "/regie")):
        reply = asked(page, start)
        assert reply.status == 200 and reply.headers["Content-Type"].startswith("text/calendar")
        [event] = agreed(reply.body)
        assert event.decoded("DTSTART") == datetime.datetime(2090, 1, 19, 10)
        assert b"Anna" not in reply.body
    assert asked(phone, "/regie").status == 401
    phone.close()


def test_the_next_meeting_begins_with_the_day_that_was_agreed(key):
    regie = Facilitator(key, "")
    regie.make("workshop", keten="Afgesproken", title="Eerst", date="2026-12-01")
    regie.open_door()
    here = regie.do("step.add", {"exercise": "datum-kiezen", "after": ""})["ids"][0]
    regie.go(here)
    chain = regie.ref.partition("-")[0]
    pages = ("/regie", f"/regie/ketens/{chain}")

    def proposed() -> list[bool]:
        texts = [regie.browser.get(page).text for page in pages]
        return [re.search(r'name="date"[^>]*value="2091-05-16"', text) is not None for text in texts]

    regie.do("date.propose", {"step": here, "day": "2091-05-16"})
    assert proposed() == [False, False]
    regie.do("date.choose", {"step": here, "date": "d1"})
    assert proposed() == [True, True]
    form = {"title": "Daarna", "template": "workshop", "place": "", "date": "2091-05-16"}
    assert regie.browser.post(f"/regie/ketens/{chain}/bijeenkomsten", form).status == 303
    assert proposed() == [False, False], "there is a meeting on that day now"
