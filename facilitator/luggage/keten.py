"""One file with a whole keten in it: a zip with a label, the book, its house style, and the names when asked for.

What each part holds is in docs/LUGGAGE.md. Join codes, tickets, keys of ballots and Wi-Fi passwords stand beside the
book, not in it; they stay at home. So do the fingerprints of commands: they are keyed with this laptop's own secret.
"""

from __future__ import annotations

import hashlib
import io
import struct
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from facilitator.chain.command import Refused
from facilitator.chain.model import Event

FORMAT, VERSION = "ketentafel.keten", 2  # 2: with a house style
LABEL, BOOK, PEOPLE, LOOK = "keten.json", "book.jsonl", "people.jsonl", "look.json"
LARGEST = 16 * 1024 * 1024  # bytes of the file itself
LARGEST_INSIDE = {LABEL: 64 * 1024, BOOK: 32 * 1024 * 1024, PEOPLE: 8 * 1024 * 1024, LOOK: 2 * 1024 * 1024}  # unpacked
LONGEST_LINE = 1024 * 1024  # bytes; a step with every persona in it is a quarter of that
MOST_EVENTS = 40_000  # some ten years of meetings; judging as many takes less than two seconds
END = struct.Struct("<4s4H2LH")  # the last 22 bytes of a zip without a comment
DATE = (1980, 1, 1, 0, 0, 0)  # the same keten makes the same bytes

FULL = "Deze keten is te groot voor één bestand. Stop Ketentafel en kopieer de hele map data naar de andere laptop."
NOTHING = " Er is niets toegevoegd."
EMPTY = "Dit bestand is leeg. Maak het op de andere laptop opnieuw, en kies het dan nog eens."
FOREIGN = "Dit is geen keten van Ketentafel. Kies een bestand waarvan de naam eindigt op .keten."
CUT = "Dit bestand is niet heel: er mist een stuk. Kopieer het nog eens van de andere laptop."
CHANGED = "Dit bestand is onderweg veranderd of beschadigd. Kopieer het nog eens van de andere laptop."
STRANGE = "In dit bestand zitten onderdelen die niet in een keten horen. Wij maken het niet open."
TOO_LARGE = "Dit bestand is te groot voor een keten. Kies een bestand dat op .keten eindigt, van hoogstens 16 MB."
SWOLLEN = "Dit bestand wordt bij het uitpakken veel groter dan een keten kan zijn. Wij maken het niet open."
NEWER = "Dit bestand komt van een nieuwere Ketentafel (versie {0}). Zet die ook op deze laptop, en probeer het opnieuw."
PRACTICE = (
    "Deze keten komt uit een oefening: de mensen en hun briefjes zijn bedacht. "
    "Bij uw echte ketens hoort hij niet. Bekijk hem in een oefenzaal."
)
REAL = "Dit is een echte keten. In een oefening maken wij hem niet open: wat hier staat, wordt straks weggegooid."
WRONG = "In dit bestand staat iets wat Ketentafel zelf nooit zo opschrijft (regel {0}). Wij nemen het niet over."


class Label(msgspec.Struct, omit_defaults=True):
    """The first thing in the file: what it is, who made it, and how to see that the rest is whole.

    `practice`: it comes from a practice house, and only goes into one.
    """

    format: str
    version: Annotated[int, Meta(ge=1, le=1_000_000)]
    made_with: Annotated[str, Meta(max_length=40)]
    made_at: Annotated[str, Meta(max_length=40)]
    name: Annotated[str, Meta(max_length=120)]
    events: Annotated[int, Meta(ge=0)]
    people: Annotated[int, Meta(ge=0)]
    sha256: dict[str, str]
    practice: bool = False


class Version(msgspec.Struct):
    """As much of a label as every version has."""

    format: str
    version: int = 0
    made_with: str = ""


class Row(msgspec.Struct, omit_defaults=True):
    """One line of the book."""

    seq: int
    at: float
    name: Annotated[str, Meta(min_length=1, max_length=60)]
    body: dict[str, Any]
    meeting: Annotated[str, Meta(max_length=60)] = ""
    step: Annotated[str, Meta(max_length=60)] = ""
    op: Annotated[str, Meta(pattern=r"^([0-9a-f]{32})?\Z")] = ""


class Person(msgspec.Struct):
    """One line of people."""

    id: Annotated[str, Meta(min_length=1, max_length=60)]
    fields: dict[str, Annotated[str, Meta(max_length=300)]]


class Style(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True):
    """The house style: two colours (six hex figures), and a logo and a Word template as base64. Not yet believed."""

    main: Annotated[str, Meta(max_length=20)] = ""
    tint: Annotated[str, Meta(max_length=20)] = ""
    logo: Annotated[str, Meta(max_length=700_000)] = ""
    template: Annotated[str, Meta(max_length=1_300_000)] = ""


@dataclass(frozen=True)
class Contents:
    """What a file holds, read but not yet believed."""

    label: Label
    events: list[Event]
    people: dict[str, dict[str, str]]
    look: dict[str, str]


def refuse(say: str) -> Refused:
    return Refused(say + NOTHING, field="file")


def pack(
    name: str,
    events: Iterable[Event],
    people: dict[str, dict[str, str]],
    at: float,
    made_with: str,
    look: dict[str, str] | None = None,
    practice: bool = False,
) -> bytes:
    """The file. `people` is empty when nobody's name goes along; `at` is now, in seconds; `look` as in Style.

    Refused when the book is longer than what another laptop would take.
    """
    encode = msgspec.json.encode
    rows = [Row(one.seq, one.at, one.name, one.body, one.meeting, one.step, one.op) for one in events]
    parts = {BOOK: b"".join(encode(row) + b"\n" for row in rows)}
    if len(rows) > MOST_EVENTS or len(parts[BOOK]) > LARGEST_INSIDE[BOOK]:
        raise Refused(FULL)
    if people:
        parts[PEOPLE] = b"".join(encode(Person(key, fields)) + b"\n" for key, fields in people.items())
    if look:
        parts[LOOK] = encode(Style(**look))
    made_at = datetime.fromtimestamp(at, UTC).isoformat(timespec="seconds")
    sums = {part: hashlib.sha256(body).hexdigest() for part, body in parts.items()}
    label = Label(FORMAT, VERSION, made_with, made_at, name, len(rows), len(people), sums, practice)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for part, body in {LABEL: msgspec.json.format(encode(label)), **parts}.items():
            info = zipfile.ZipInfo(part, DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, body)
    return out.getvalue()


def unpack(body: bytes) -> Contents:
    """What is in a file, or Refused with a sentence. Nothing is ever unpacked to disk, or beyond a fixed size."""
    parts = open_parts(body)
    label = read_label(parts.pop(LABEL))
    if parts.keys() != label.sha256.keys():
        raise refuse(CHANGED)
    for name, part in parts.items():
        if hashlib.sha256(part).hexdigest() != label.sha256[name]:
            raise refuse(CHANGED)
    lines = parts[BOOK].splitlines() if BOOK in parts else []
    if not lines:
        raise refuse(CHANGED)
    if len(lines) > MOST_EVENTS:
        raise refuse(SWOLLEN)
    rows = read_lines(lines, Row)
    events = [Event(row.seq, row.at, row.name, row.body, row.meeting, row.step, row.op) for row in rows]
    people = read_lines(parts.get(PEOPLE, b"").splitlines(), Person)
    if len(people) > MOST_EVENTS or len({one.id for one in people}) != len(people):
        raise refuse(STRANGE)
    return Contents(label, events, {one.id: one.fields for one in people}, read_look(parts.get(LOOK, b"{}")))


def open_parts(body: bytes) -> dict[str, bytes]:
    """The parts by name. The end of the zip is judged before anything in it is read: it says how much there is."""
    if len(body) > LARGEST:
        raise refuse(TOO_LARGE)
    if not body.strip(b"\0 \r\n\t"):
        raise refuse(EMPTY)
    if body[:4] not in (b"PK\3\4", b"PK\5\6"):
        raise refuse(FOREIGN)
    if len(body) < END.size or body[-END.size : -END.size + 4] != b"PK\5\6":
        raise refuse(CUT)
    _, disk, first, here, total, size, start, comment = END.unpack(body[-END.size :])
    if disk or first or here != total or comment or size > 4096 or not 2 <= total <= len(LARGEST_INSIDE):
        raise refuse(STRANGE if b"keten.json" in body[:64] else FOREIGN)
    if start + size + END.size != len(body):
        raise refuse(CUT)
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            return read_parts(archive)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, EOFError, ValueError, OSError, NotImplementedError):
        raise refuse(CUT) from None


def read_parts(archive: zipfile.ZipFile) -> dict[str, bytes]:
    """Known names only, each once, plainly packed, and never more than a part may be."""
    infos = archive.infolist()
    names = [info.filename for info in infos]
    if LABEL not in names:
        raise refuse(FOREIGN)
    if len(set(names)) != len(names) or not set(names) <= LARGEST_INSIDE.keys():
        raise refuse(STRANGE)
    parts = {}
    for info in infos:
        if info.flag_bits & 1 or info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise refuse(STRANGE)
        most = LARGEST_INSIDE[info.filename]
        if info.file_size > most:
            raise refuse(SWOLLEN)
        with archive.open(info) as part:
            parts[info.filename] = part.read(most + 1)
        if len(parts[info.filename]) > most:
            raise refuse(SWOLLEN)
    return parts


def read_label(part: bytes) -> Label:
    """The label; one of a newer version says so, whatever else that version writes."""
    try:
        version = msgspec.json.decode(part, type=Version)
    except (msgspec.DecodeError, RecursionError):
        raise refuse(CHANGED) from None
    if version.format != FORMAT:
        raise refuse(FOREIGN)
    if version.version > VERSION:
        raise refuse(NEWER.format(version.made_with[:40] or version.version))
    try:
        return msgspec.json.decode(part, type=Label)
    except (msgspec.DecodeError, RecursionError):
        raise refuse(CHANGED) from None


def read_look(part: bytes) -> dict[str, str]:
    """What the house style has of its own."""
    try:
        style = msgspec.json.decode(part, type=Style)
    except (msgspec.DecodeError, RecursionError):
        raise refuse(STRANGE) from None
    return {key: value for key, value in msgspec.to_builtins(style).items() if value}


def read_lines(lines: list[bytes], shape: type[Any]) -> list[Any]:
    """Every line as one of these; Refused with the number of the first that is not."""
    decoder = msgspec.json.Decoder(shape)
    found = []
    for number, line in enumerate(lines, 1):
        if len(line) > LONGEST_LINE:
            raise refuse(WRONG.format(number))
        try:
            found.append(decoder.decode(line))
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            raise refuse(WRONG.format(number)) from None
    return found
