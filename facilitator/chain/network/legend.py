"""Under the drawing of the map: what its shapes and lines mean, for whoever finds it on a wall."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape

from facilitator.chain.figures import INK, NOT_XML, text_width
from facilitator.chain.network.scene import SHAPES, SORTS, line, sign
from facilitator.chain.network.table import EDGE, WIDE

LETTER, ROW, GAP = 22, 44, 44  # size of the words, height of a row, and what is between two of them
MARK, SAMPLE, AFTER = 12, 60, 12  # half a mark, the length of a line, and what is before the words
HOLLOW = "outside"


def legend(state: dict[str, Any], words: dict[str, str], top: float) -> tuple[str, float]:
    """The rows as SVG, from this height down, and how high they are; only what is on this map (`words` by its name)."""
    sorts = [sort for sort in SORTS if any(guest[2] == sort for guest in state["guests"])]
    looks = {one["look"] for one in state["scene"]["curves"]}
    outside = [HOLLOW] if any(guest[3] for guest in state["guests"]) else []
    keys = [*sorts, *outside, *(look for look in ("firm", "said", "good", "improve", "missing") if look in looks)]
    rows: list[list[str]] = [[]]
    for key in keys:
        if rows[-1] and across([*rows[-1], key], words) > WIDE - 2 * EDGE:
            rows.append([])
        rows[-1].append(key)
    drawn = [part for number, row in enumerate(rows) for part in placed(row, words, top + (number + 0.5) * ROW)]
    return "".join(drawn), ROW * len(rows)


def wide(key: str, words: dict[str, str]) -> float:
    """Of one key with its words."""
    return (2 * MARK if key in SORTS or key == HOLLOW else SAMPLE) + AFTER + text_width(words[key], LETTER)


def across(row: list[str], words: dict[str, str]) -> float:
    return sum(wide(key, words) for key in row) + GAP * (len(row) - 1)


def placed(row: list[str], words: dict[str, str], y: float) -> list[str]:
    """One row in the middle."""
    found, left = [], (WIDE - across(row, words)) / 2
    for key in row:
        text = escape(NOT_XML.sub("", words[key]))
        right = left + wide(key, words)
        start = right - text_width(words[key], LETTER)
        said = f'<text x="{start:.1f}" y="{y + LETTER * 0.35:.1f}" font-size="{LETTER}" fill="{INK}">{text}</text>'
        found.append(sample(key, left, y) + said)
        left = right + GAP
    return found


def sample(key: str, left: float, y: float) -> str:
    if key == HOLLOW or key in SORTS:
        colour, shape = SORTS.get(key, (INK, "circle"))
        look = f'fill="{colour}"' if key in SORTS else f'fill="#ffffff" stroke="{colour}" stroke-width="2.5"'
        points = " ".join(f"{left + MARK + x * MARK:.1f},{y + down * MARK:.1f}" for x, down in SHAPES[shape])
        return f'<polygon points="{points}" {look}/>'
    one = {"look": key, "path": f"M{left:.1f} {y:.1f}H{left + SAMPLE:.1f}", "sign": [left + SAMPLE / 2, y]}
    return line(one, 0.8) + sign(one, 11)
