"""How long names are kept: from which day it is counted, what is due, and what the facilitator is told beforehand."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from facilitator.chain import retention
from facilitator.chain.model import Chain

DAY = 24 * 3600.0


def noon(text: str) -> float:
    return datetime.fromisoformat(f"{text}T12:00").replace(tzinfo=ZoneInfo("Europe/Amsterdam")).timestamp()


def meeting(said: str = "", opened: str = "", closed: str = "", **more: Any) -> dict[str, Any]:
    times = {"opened_at": noon(opened) if opened else None, "closed_at": noon(closed) if closed else None}
    state = "closed" if closed else "open" if opened else "planned"
    return {"id": "m1", "type": "meeting", "title": "De start", "date": said, "state": state, **times, **more}


@pytest.mark.parametrize(
    ("said", "opened", "closed", "held"),
    [
        ("2026-12-01", "", "", "2026-12-01"),
        ("2026-12-01", "2026-12-01", "2026-12-01", "2026-12-01"),
        ("2026-12-01", "2026-11-20", "2026-12-01", "2026-12-01"),  # the door was tried beforehand
        ("2025-12-01", "2026-12-01", "2026-12-01", "2026-12-01"),  # a slip of the pen: nothing goes at once
        ("2062-12-01", "2026-12-01", "2026-12-02", "2026-12-02"),  # another: nothing is kept for years
        ("", "2026-12-01", "2026-12-09", "2026-12-01"),
        ("2026-02-31", "2026-12-01", "", "2026-12-01"),
        ("", "", "", None),
    ],
)
def test_it_is_counted_from_the_day_on_which_people_met(said, opened, closed, held):
    found = meeting(said, opened, closed)
    assert retention.held_on(found) == (date.fromisoformat(held) if held else None)
    assert retention.until(found) == (
        "" if not held else str(date.fromordinal(retention.held_on(found).toordinal() + 30))
    )


def test_a_day_beyond_the_calendar_is_no_day():
    assert retention.until(meeting("9999-12-30")) == ""


def chain(**fields: Any) -> tuple[Chain, dict[str, dict[str, str]]]:
    """One meeting with somebody at the table, somebody who told beforehand, and a contact person."""
    made = Chain("k1")
    made.put(meeting("2026-12-01", **{"opened": "2026-12-01", "closed": "2026-12-01", **fields}))
    for identity, kind in (("p1", "participant"), ("f1", "foreword"), ("h1", "role")):
        made.put({"id": identity, "type": kind, "meeting": "m1", "gone": False, "named": True})
    return made, {"p1": {"name": "Anna"}, "f1": {"name": "Bram"}, "h1": {"name": "Carla"}}


def test_only_a_closed_meeting_is_due_and_only_after_its_last_day():
    made, names = chain(retention=7)
    assert retention.due(made, names, noon("2026-12-08")) == []
    assert retention.due(made, names, noon("2026-12-09")) == ["m1"]
    assert retention.due(made, {"h1": names["h1"]}, noon("2026-12-09")) == []
    made, names = chain(retention=7, closed="")
    assert retention.due(made, names, noon("2027-12-09")) == []
    assert [one["sort"] for one in retention.notices(made, names, noon("2026-12-09"))] == ["open"]
    made, names = chain(retention=7, opened="", closed="")
    assert retention.due(made, names, noon("2027-12-09")) == []
    assert [one["sort"] for one in retention.notices(made, names, noon("2026-12-09"))] == ["never"]


@pytest.mark.parametrize(("term", "told"), [(7, [3, 2, 1]), (30, [7, 6, 5, 4, 3, 2, 1])])
def test_it_is_said_some_days_before(term, told):
    made, names = chain(retention=term)
    first = noon("2026-12-01")
    said = [retention.notices(made, names, first + day * DAY) for day in range(term + 1)]
    assert [one["days"] for found in said for one in found] == told
    spared = retention.notices(made, names, first + 40 * DAY, "2027-01-15")
    assert [one["days"] for one in spared] == [5]


def test_from_another_laptop_only_the_names_come_along_whose_days_are_not_over():
    made, names = chain(retention=7)
    assert retention.allowed(made, names, noon("2026-12-08")) == names
    assert retention.allowed(made, names, noon("2026-12-09")) == {"h1": {"name": "Carla"}}
