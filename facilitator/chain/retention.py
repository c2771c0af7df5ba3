"""How long the names of a meeting may be shown: the days that were chosen when it was made."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from facilitator.chain.lasting import People
from facilitator.chain.model import Chain, Entity

USUAL = 30  # days, also for meetings of books that do not say


def last_day(meeting: Entity) -> date:
    """The last day on which its names may be shown, counted from its date, or from the day when it began."""
    try:
        begun = date.fromisoformat(meeting.get("date") or "")
    except ValueError:
        begun = datetime.fromtimestamp(meeting.get("opened_at") or 0, UTC).date()
    return begun + timedelta(days=meeting.get("retention") or USUAL)


def named(chain: Chain, names: People, meeting: str) -> bool:
    """True when a name of somebody at that table is still kept."""
    people = chain.of_type("participant", meeting)
    return any(names.get(person["id"], {}).get("name") for person in people)
