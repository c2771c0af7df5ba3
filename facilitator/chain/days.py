"""Days without a clock: whether a text is one, and which day it is at a moment."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

AHEAD = 3600  # seconds that the Netherlands are at least ahead of UTC


def read(text: str) -> date | None:
    """2027-01-21 as a day; None when there is no such day, or it is written in another way."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.isoformat() == text else None


def day_of(at: float) -> date:
    """The day in the Netherlands at a moment (seconds since 1970); in summer an hour behind."""
    return datetime.fromtimestamp(at + AHEAD, UTC).date()


def past(text: str, today: date) -> bool:
    """True for a day that is over; what is no day is not."""
    day = read(text)
    return day is not None and day < today


def later(day: date, months: int) -> date:
    """The same weekday some months on (or back), as near as it comes to the same day of the month."""
    years, month = divmod(day.month - 1 + months, 12)
    first = date(day.year + years, month + 1, 1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return nearest(first.replace(day=min(day.day, last.day)), day)


def nearest(day: date, like: date) -> date:
    """The day that lies nearest and falls on the same weekday as another."""
    return day + timedelta(days=(like.weekday() - day.weekday() + 3) % 7 - 3)
