"""Deadlines and meetings as .ics, whole days (RFC 5545). The same thing keeps its UID: a second import updates it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from facilitator.chain.model import Entity
from facilitator.luggage.packed import Packed, Part, day

PRODUCT = "-//Ketentafel//Meenemen//NL"
WIDTH = 75  # bytes of one line
SAID = {"voltooid": "Voltooid: ", "vervallen": "Vervallen: "}


def write(packed: Packed) -> bytes:
    """A calendar with every meeting that has a day, and every action with a deadline."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    lines.append(f"X-WR-CALNAME:{escaped(packed.name)}")
    for part in packed.parts:
        lines += meeting(packed, part)
        for _, action in part.actions():
            lines += deadline(packed, part, action)
    lines.append("END:VCALENDAR")
    return "".join(f"{fold}\r\n" for line in lines for fold in folds(line)).encode()


def meeting(packed: Packed, part: Part) -> Iterator[str]:
    """The day of a meeting itself."""
    when = day(part.about.get("date", ""))
    if when is not None:
        yield from event(packed, part.meeting, when, f"{part.about['title']} ({packed.name})", "")
        if part.about.get("place"):
            yield f"LOCATION:{escaped(part.about['place'])}"
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


def event(packed: Packed, identity: str, when: date, title: str, told: str) -> Iterator[str]:
    """What every entry begins with: who it is, which state of it, and the whole day."""
    yield "BEGIN:VEVENT"
    yield f"UID:{identity}.{packed.mark[:16] or 'keten'}@ketentafel"
    yield f"DTSTAMP:{packed.moment:%Y%m%dT%H%M%SZ}"
    yield f"SEQUENCE:{packed.seq}"
    yield f"DTSTART;VALUE=DATE:{when:%Y%m%d}"
    if when < date.max:
        yield f"DTEND;VALUE=DATE:{when + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{escaped(title)}"
    if told:
        yield f"DESCRIPTION:{escaped(told)}"
    yield "TRANSP:TRANSPARENT"


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
