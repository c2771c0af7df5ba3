"""Deadlines, meetings, agreed and planned dates as .ics (RFC 5545). The same thing keeps its UID: it can be updated.

A planned day and the meeting that is made of it are the same thing.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from facilitator.chain.model import Entity
from facilitator.luggage.packed import Packed, Part, Planned, day

PRODUCT = "-//Ketentafel//Meenemen//NL"
WIDTH = 75  # bytes of one line
SAID = {"voltooid": "Voltooid: ", "vervallen": "Vervallen: "}


def write(packed: Packed) -> bytes:
    """Every meeting that has a day, every agreed date, every action with a deadline, and the open days of the plan."""
    lines: list[str] = []
    for part in packed.parts:
        lines += meeting(packed, part)
        lines += agreed(packed, part)
        for _, action in part.every():
            lines += deadline(packed, part, action)
    lines += planned(packed)
    return calendar(packed, lines)


def one(packed: Packed, part: Part, step: str) -> bytes | None:
    """A calendar with only what this step agreed on; None when it has not (yet)."""
    lines = list(agreed(packed, part, step))
    return calendar(packed, lines) if lines else None


def calendar(packed: Packed, entries: list[str]) -> bytes:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    lines += [f"X-WR-CALNAME:{escaped(packed.name)}", *entries, "END:VCALENDAR"]
    return "".join(f"{fold}\r\n" for line in lines for fold in folds(line)).encode()


def meeting(packed: Packed, part: Part) -> Iterator[str]:
    """The day of a meeting itself."""
    when = day(part.about.get("date", ""))
    identity = next((plan_id(one) for one in packed.plan if one.meeting == part.meeting), part.meeting)
    if when is not None:
        yield from event(packed, identity, when, f"{part.about['title']} ({packed.name})", "")
        if part.about.get("place"):
            yield f"LOCATION:{escaped(part.about['place'])}"
        yield "END:VEVENT"


def plan_id(one: Planned) -> str:
    return f"plan-{one.id}"


def planned(packed: Packed) -> Iterator[str]:
    """The days of the plan that nobody made a meeting of yet: tentative, and not where something was agreed already."""
    parts = [(part, step) for part in packed.parts for step in part.list("step") if not step.get("gone")]
    taken = {found["day"] for _, step in parts for found in packed.kinds[step["kind"]].agreed(step)}
    taken |= {part.about.get("date", "") for part in packed.parts}
    for one in packed.plan if packed.proposes else ():
        when = day(one.day)
        if one.meeting or when is None or one.day in taken:
            continue
        told = f"Een voorstel uit het plan van de keten. Deze dag staat nog niet vast.\nKeten: {packed.name}"
        yield from event(packed, plan_id(one), when, f"Voorstel: {one.title} ({packed.name})", told)
        yield "STATUS:TENTATIVE"
        yield "END:VEVENT"


def agreed(packed: Packed, part: Part, only: str = "") -> Iterator[str]:
    """The dates that steps agreed on, at the hours of the hall: a calendar elsewhere does not shift them.

    In a whole calendar not those on which there is a meeting already.
    """
    met = {other.about.get("date", "") for other in packed.parts} if not only else set()
    for step in part.list("step"):
        if step.get("gone") or (only and step["id"] != only):
            continue
        for found in packed.kinds[step["kind"]].agreed(step):
            when = day(found["day"])
            if when is None or found["day"] in met:
                continue
            told = f"Afgesproken op: {part.label}"
            title = f"Volgende bijeenkomst ({packed.name})"
            yield from event(packed, step["id"], when, title, told, found["start"], found["end"])
            yield "END:VEVENT"


def deadline(packed: Packed, part: Part, action: Entity) -> Iterator[str]:
    """The day by which an action is done; one that was dropped is cancelled in the calendar as well."""
    when = day(action.get("when", ""))
    if when is None:
        return
    status = action["status"]
    told = [
        action["what"],
        *(f"– {one}" for one in action.get("parts") or ()),
        f"Deel van: {action['whole']}" if action.get("whole") else "",
        f"Wie: {action['who']}" if action.get("who") else "",
        f"Status: {status}",
        action.get("remarks", ""),
        f"Afgesproken op: {part.label}",
        f"Keten: {packed.name}",
    ]
    title = SAID.get(status, "Actie: ") + " ".join(action["what"].split())
    yield from event(packed, action["id"], when, title, "\n".join(line for line in told if line))
    yield "STATUS:CANCELLED" if status == "vervallen" else "STATUS:CONFIRMED"
    yield "END:VEVENT"


def event(
    packed: Packed, identity: str, when: date, title: str, told: str, start: str = "", end: str = ""
) -> Iterator[str]:
    """What every entry begins with: who it is, which state of it, and the whole day, or its hours (14:00)."""
    yield "BEGIN:VEVENT"
    yield f"UID:{identity}.{packed.mark[:16] or 'keten'}@ketentafel"
    yield f"DTSTAMP:{packed.moment:%Y%m%dT%H%M%SZ}"
    yield f"SEQUENCE:{packed.seq}"
    if start:
        for name, hour in (("DTSTART", start), ("DTEND", end)):
            if hour:
                yield f"{name}:{datetime.fromisoformat(f'{when}T{hour}'):%Y%m%dT%H%M%S}"
    else:
        yield f"DTSTART;VALUE=DATE:{when:%Y%m%d}"
    if not start and when < date.max:
        yield f"DTEND;VALUE=DATE:{when + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{escaped(title)}"
    if told:
        yield f"DESCRIPTION:{escaped(told)}"
    yield "TRANSP:OPAQUE" if start else "TRANSP:TRANSPARENT"


def escaped(text: str) -> str:
    """Text as a calendar has it on one line."""
    for sign, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        text = text.replace(sign, written)
    return text


def folds(line: str) -> Iterator[str]:
    """A line in pieces of at most 75 bytes, no character cut through; all but the first begin with a space."""
    piece, size = "", 0
    for one in line:
        width = len(one.encode())
        if size + width > WIDTH:
            yield piece
            piece, size = " ", 1
        piece += one
        size += width
    yield piece
