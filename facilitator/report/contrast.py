"""How well letters can be read on a ground, as WCAG counts it, and what to do when they cannot."""

from __future__ import annotations

import re

LEAST = 4.5
HEX = re.compile(r"#?([0-9A-Fa-f]{6})\Z")


def colour(text: str) -> str:
    """The six figures of a colour, in capitals; "" for what is none."""
    found = HEX.match(text.strip())
    return found[1].upper() if found else ""


def light(shade: str) -> float:
    """The relative luminance of six hex figures."""
    parts = [int(shade[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    straight = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), straight, strict=True))


def contrast(one: str, other: str) -> float:
    """From 1 to 21."""
    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


def moved(shade: str, part: float, to: int) -> str:
    """The colour a part of the way to black (0) or white (255)."""
    values = (int(shade[at : at + 2], 16) for at in (0, 2, 4))
    return "".join(f"{round(value + (to - value) * part):02X}" for value in values)


def readable(shade: str, *grounds: str) -> str:
    """The same colour, darkened as little as is needed to be read on all these grounds."""
    steps = (moved(shade, step / 40, 0) for step in range(41))
    return next(one for one in steps if all(contrast(one, ground) >= LEAST for ground in grounds))


def paler(shade: str, *letters: str) -> str:
    """The same ground, made paler as little as is needed to carry these letters."""
    steps = (moved(shade, step / 40, 255) for step in range(41))
    return next(one for one in steps if all(contrast(one, ink) >= LEAST for ink in letters))
