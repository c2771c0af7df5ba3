"""Ketens to pack: real rooms on a real ledger, and what the pages would take along of them."""

from __future__ import annotations

import hashlib
import io
import json
import struct
import zipfile
from typing import Any

from exercises.registry import rulebook
from facilitator.chain import priority
from facilitator.chain.actions import listed
from facilitator.chain.kind import Audience
from facilitator.chain.model import KETEN, Chain
from facilitator.luggage import arrival, keten
from facilitator.luggage.arrival import Arrival
from facilitator.luggage.packed import Packed, Part
from facilitator.rooms import Room

AT = 1_763_800_000.0
Lines = list[dict[str, Any]]


def packed(room: Room, names: bool = True) -> Packed:
    """Every meeting of a room, as the page takes it along."""
    parts = []
    for meeting in room.chain.of_type("meeting"):
        places = priority.order(room.chain, listed(room.chain, meeting["id"]))
        views = room.rooms.gate.whole(room.chain, room.people if names else {}, Audience("report", meeting["id"]))
        parts.append(Part(views, meeting["id"], places))
    mark = next(iter(room.chain.answered))
    name = room.chain.entities[KETEN]["name"]
    return Packed(name, parts, room.rooms.rulebook.kinds, mark, room.chain.seq, AT, names)


def file_of(room: Room, names: bool = True) -> bytes:
    """The room's .keten."""
    ledger = room.rooms.ledger
    people = ledger.people(room.id) if names else {}
    return keten.pack(room.chain.entities[KETEN]["name"], ledger.read(room.id), people, AT, "0.1.0")


def received(body: bytes) -> Arrival:
    return arrival.receive(keten.unpack(body), rulebook())


def content(chain: Chain) -> dict[str, Any]:
    """All that a chain is, but for the id it has in this house and the digests that stay at home."""
    return {
        "seq": chain.seq,
        "entities": chain.entities,
        "order": {name: list(ids) for name, ids in chain.by_type.items()},
        "deeds": chain.deeds,
        "aspects": chain.aspects,
        "census": vars(chain.census),
        "answered": {op: (seq, ids) for op, (seq, _, ids) in chain.answered.items()},
    }


def parts_of(body: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def lines_of(body: bytes) -> Lines:
    """The book of a file, line by line."""
    return [json.loads(line) for line in parts_of(body)[keten.BOOK].splitlines()]


def zipped(parts: list[tuple[str, bytes]], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip with these parts, also with names that are there twice."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", how) as archive:
        for name, part in parts:
            archive.writestr(zipfile.ZipInfo(name, keten.DATE), part, compress_type=how)
    return out.getvalue()


def labelled(book: bytes, people: bytes = b"", **label: Any) -> list[tuple[str, bytes]]:
    """The parts of a file around this book, with a label that tells the truth unless said otherwise."""

    sums = {
        name: hashlib.sha256(part).hexdigest() for name, part in ((keten.BOOK, book), (keten.PEOPLE, people)) if part
    }
    told = {"format": keten.FORMAT, "version": keten.VERSION, "made_with": "0.1.0", "made_at": "", "name": "Veluwe"}
    told |= {"events": 0, "people": 0, "sha256": sums, **label}
    parts = [(keten.LABEL, json.dumps(told).encode()), (keten.BOOK, book)]
    return [*parts, (keten.PEOPLE, people)] if people else parts


def rebuilt(lines: Lines, people: bytes = b"") -> bytes:
    """A file with this book, as somebody would make it who knows how."""
    book = b"".join(json.dumps(line).encode() + b"\n" for line in lines)
    return zipped(labelled(book, people))


def lying(body: bytes, name: str, size: int) -> bytes:
    """The same file, but a part says that it is as large as this when unpacked."""
    at = body.index(b"PK\1\2")
    while body[at + 46 : at + 46 + len(name)] != name.encode():
        at = body.index(b"PK\1\2", at + 4)
    return body[: at + 24] + struct.pack("<L", size) + body[at + 28 :]
