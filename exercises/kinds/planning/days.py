"""What a date is called, and which days come about two months later."""

from __future__ import annotations

from datetime import date, timedelta

from exercises.kinds.planning.words import DAYS, MONTHS, WORDS
from facilitator.chain.days import later
from facilitator.chain.model import Entity

EVERY = 2  # months between basisbijeenkomsten (handreiking §4.1, fase C)
SERIES = (4, 6, 8, 10, 12)


def named(day: date) -> str:
    """donderdag 21 januari 2027"""
    return f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def hours(one: Entity) -> str:
    """14:00 tot 16:00 uur; "" when no time is known."""
    if one["start"] and one["end"]:
        return WORDS["between"].format(start=one["start"], end=one["end"])
    return WORDS["from"].format(start=one["start"]) if one["start"] else ""


def told(one: Entity) -> Entity:
    """A date with its words: `on` donderdag 21 januari 2027, `hours` 14:00 tot 16:00 uur, `label` both."""
    on = named(date.fromisoformat(one["day"]))
    return {**one, "on": on, "hours": hours(one), "label": ", ".join(part for part in (on, hours(one)) if part)}


def near(day: date) -> list[date]:
    """About two months later: the same weekday, the working day before and after it, and a week on."""
    there = later(day, EVERY)
    return sorted({there, beside(there, -1), beside(there, 1), there + timedelta(days=7)})


def beside(day: date, step: int) -> date:
    """The working day before (-1) or after (1)."""
    day += timedelta(days=step)
    while day.weekday() > 4:
        day += timedelta(days=step)
    return day


def proposals(day: date, taken: set[str]) -> list[Entity]:
    """What one press of a button proposes, in two groups; days that are on the list already are left out."""
    groups = (("near", near(day)), ("series", [later(day, months) for months in SERIES]))
    rows = []
    for name, days in groups:
        options = [{"day": one.isoformat(), "label": named(one)} for one in days if one.isoformat() not in taken]
        if options:
            rows.append({"label": WORDS[name], "days": options})
    return rows
