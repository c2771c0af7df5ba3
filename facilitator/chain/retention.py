"""How long the names of a meeting are kept: the days that were chosen when it was made, counted from when it was held.

After its last day they are erased (erasing.py). Notes, choices, actions and who is a contact person of the keten stay.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Literal

from facilitator.chain.command import ONLY_FACILITATOR, Body, Desk, Refused, Rule
from facilitator.chain.days import day_of, read
from facilitator.chain.lasting import People
from facilitator.chain.model import Chain, Entity

DAYS = (7, 30, 90, 365)
USUAL = 30  # days, also for meetings of books that do not say
AHEAD = 7  # days before the end on which the facilitator is told; of a short term half of it
AFTERWARDS = 14  # days in which it is said that they went
THEIRS = ("participant", "foreword")  # whose names go


class Keep(Body):
    days: Literal[DAYS]


def held_on(meeting: Entity) -> date | None:
    """The day from which is counted: the one that it says, but none before its door opened or after it closed.

    So a slip of the pen in a date keeps no name for years, and takes none away at once.
    """
    said = read(meeting.get("date") or "")
    if meeting.get("opened_at") is None:
        return said
    opened = day_of(meeting["opened_at"])
    closed = meeting.get("closed_at") if meeting["state"] == "closed" else None
    said = min(said or opened, day_of(closed)) if closed is not None else said or opened
    return max(opened, said)


def last_day(meeting: Entity) -> date:
    """The last day on which its names may be shown and kept; for one without a day there is no end yet."""
    held = held_on(meeting)
    try:
        return held + timedelta(days=meeting.get("retention") or USUAL) if held else date.max
    except OverflowError:
        return date.max


def until(meeting: Entity) -> str:
    """The last day, for who wants to know; "" when it is not known yet."""
    last = last_day(meeting)
    return "" if last == date.max else last.isoformat()


def over(meeting: Entity, at: float) -> bool:
    return day_of(at) > last_day(meeting)


def named(chain: Chain, names: People, meeting: str) -> bool:
    """True when a name of somebody at that table is still kept."""
    people = chain.of_type("participant", meeting)
    return any(names.get(person["id"], {}).get("name") for person in people)


def kept(chain: Chain, names: People, meeting: str) -> list[str]:
    """Whose names go when the days are over: of who was at the table, and of who told something beforehand."""
    return [one["id"] for kind in THEIRS for one in chain.of_type(kind, meeting) if one["id"] in names]


def due(chain: Chain, names: People, at: float) -> list[str]:
    """The meetings whose names are to be erased now: closed, past their last day, and somebody's name is kept."""
    closed = (one for one in chain.of_type("meeting") if one["state"] == "closed" and over(one, at))
    return [meeting["id"] for meeting in closed if kept(chain, names, meeting["id"])]


def allowed(chain: Chain, names: People, at: float) -> People:
    """The names without those whose days are over: what may come in with a keten from another laptop."""
    past = [one["id"] for one in chain.of_type("meeting") if over(one, at)]
    gone = {identity for meeting in past for identity in kept(chain, names, meeting)}
    return {identity: person for identity, person in names.items() if identity not in gone}


def notices(chain: Chain, names: People, at: float, spared: str = "") -> list[dict[str, Any]]:
    """What the facilitator is told: which names go soon (`days`), which went (`day`), and what is left to them.

    Left to them is a meeting past its last day whose door is open, or never was. Until the day `spared` nothing is
    erased (rooms/keeping.py).
    """
    today, found = day_of(at), []
    for meeting in chain.of_type("meeting"):
        told = {"id": meeting["id"], "title": meeting["title"]}
        if kept(chain, names, meeting["id"]) and last_day(meeting) != date.max:
            first = max((last_day(meeting) + timedelta(days=1)).isoformat(), spared)
            days = (date.fromisoformat(first) - today).days
            if days <= 0 and meeting["state"] != "closed":  # what is not over, only the facilitator ends
                found.append({**told, "sort": "open" if meeting["state"] == "open" else "never"})
            elif meeting["state"] != "planned" and (over(meeting, at) or days <= ahead(meeting)):
                found.append({**told, "sort": "soon", "days": max(1, days)})
        elif meeting.get("erased_due") and (today - day_of(meeting["erased_at"])).days <= AFTERWARDS:
            found.append({**told, "sort": "gone", "day": day_of(meeting["erased_at"]).isoformat()})
    return found


def ahead(meeting: Entity) -> int:
    """How many days before they go it is said: of a short term half of it."""
    return min(AHEAD, (meeting.get("retention") or USUAL) // 2)


def longer(meeting: Entity, at: float) -> list[dict[str, Any]]:
    """What it can be lengthened to, each with its last day."""
    now = meeting.get("retention") or USUAL
    choices = [{**meeting, "retention": days} for days in DAYS if days > now]
    return [{"days": one["retention"], "until": until(one)} for one in choices if not over(one, at)]


def keep(desk: Desk) -> None:
    """Longer than was chosen; what is to go sooner is erased by hand (erasing.py)."""
    meeting = desk.meeting
    if desk.body.days <= (meeting.get("retention") or USUAL):
        raise Refused("Korter bewaren kan hier niet. Wis de namen zelf: in de regie, bij Mensen, met Wis alle namen.")
    if desk.body.days not in [one["days"] for one in longer(meeting, desk.command.at)]:
        raise Refused("Ook deze termijn is al voorbij. De namen zijn gewist, of worden vandaag gewist.")
    desk.emit("meeting.edited", {"id": meeting["id"], "fields": {"retention": desk.body.days}})


RULES = [Rule("meeting.keep", Keep, ONLY_FACILITATOR, keep, late=True)]
