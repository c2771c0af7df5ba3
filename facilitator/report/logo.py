"""A logo: a PNG or JPEG that is really a picture, drawn anew, so that nothing but the picture is left of the file."""

from __future__ import annotations

import base64
import struct

import resvg_py

from facilitator.chain.command import Refused

LARGEST = 500 * 1024  # bytes of the file
WIDEST = 4000  # dots
DRAWN = 900  # dots across, at most, of what is kept
HIGH_CM, WIDE_CM = 1.8, 6.5  # on paper, at most
NONE = "Dit is geen plaatje. Kies een bestand dat eindigt op .png, .jpg of .jpeg."
HEAVY = "Dit plaatje is te groot. Maak het kleiner dan 500 kB, en hooguit 4000 beeldpunten breed en hoog."
BROKEN = "Dit plaatje is niet te tekenen: misschien is het bestand kapot. Sla het opnieuw op als .png."
JPEG_SIZES = frozenset({0xC0, 0xC1, 0xC2})  # the kinds of JPEG that are drawn


def size_of(data: bytes) -> tuple[int, int] | None:
    """Width and height in dots as the file itself says; None for what is neither PNG nor JPEG."""
    if data.startswith(b"\x89PNG\r\n\x1a\n") and data[12:16] == b"IHDR" and len(data) > 24:
        return struct.unpack(">II", data[16:24])
    if not data.startswith(b"\xff\xd8\xff"):
        return None
    at = 2
    while at + 9 < len(data) and data[at] == 0xFF:
        if data[at + 1] in JPEG_SIZES:
            high, wide = struct.unpack(">HH", data[at + 5 : at + 9])
            return wide, high
        at += 2 + struct.unpack(">H", data[at + 2 : at + 4])[0]
    return None


def drawn(data: bytes) -> bytes:
    """The picture as a fresh PNG on white; raises Refused with a sentence for anything else."""
    if len(data) > LARGEST:
        raise Refused(HEAVY, field="logo")
    size = size_of(data)
    if size is None:
        raise Refused(NONE, field="logo")
    wide, high = size
    if not (0 < wide <= WIDEST and 0 < high <= WIDEST):
        raise Refused(HEAVY, field="logo")
    if wide > 25 * high or high > 25 * wide:
        raise Refused("Dit plaatje is te smal voor een logo. Kies een ander plaatje.", field="logo")
    scale = min(1.0, DRAWN / wide, DRAWN / high)
    across, down = max(1, round(wide * scale)), max(1, round(high * scale))
    kind = "png" if data.startswith(b"\x89PNG") else "jpeg"
    source = f"data:image/{kind};base64,{base64.b64encode(data).decode()}"
    found = _png(f'<image width="{across}" height="{down}" href="{source}"/>', across, down)
    if found == _png("", across, down):
        raise Refused(BROKEN, field="logo")
    return found


def _png(inside: str, wide: int, high: int) -> bytes:
    head = f'xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}" viewBox="0 0 {wide} {high}"'
    try:
        return bytes(resvg_py.svg_to_bytes(svg_string=f"<svg {head}>{inside}</svg>", background="#ffffff"))
    except ValueError:
        raise Refused(BROKEN, field="logo") from None


def on_paper(image: bytes) -> float:
    """How wide the logo is printed, in centimetres."""
    wide, high = struct.unpack(">II", image[16:24])
    return min(WIDE_CM, HIGH_CM * wide / high)


def named(text: str) -> str:
    """What a screen reader says of it."""
    return f"Beeldmerk: het logo van {' '.join(text.split())}"
