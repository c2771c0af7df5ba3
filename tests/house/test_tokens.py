"""The colours of static/css/tokens.css: 4.5:1 for letters, 3:1 for the edge of a control, 7:1 on the room's screen.

Each pair is one that the sheets really put on each other; what a browser draws is looked at in tests/browser.
"""

from __future__ import annotations

import re

import pytest

from facilitator.settings import ROOT

SHEET = (ROOT / "static" / "css" / "tokens.css").read_text("utf-8")
TOKENS = dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{3,6})\b", SHEET))
BLOCKS = range(1, 8)
PAPERS = ("paper", "white")

LETTERS = [  # ink, ground
    *((ink, ground) for ink in ("ink", "ink-soft", "green", "green-dark") for ground in PAPERS),
    *((ink, ground) for ink in ("clay", "clay-dark", "leaf") for ground in PAPERS),
    *(("ink", f"b{number}") for number in BLOCKS),
    *((f"b{number}-dark", f"b{number}") for number in BLOCKS),
    ("ink", "sun"), ("ink", "sun-tint"), ("ink", "green-tint"), ("ink", "clay-tint"), ("ink", "leaf-tint"),
    ("ink-soft", "green-tint"), ("ink-soft", "sun-tint"), ("green", "green-tint"), ("clay", "clay-tint"),
    ("clay-dark", "clay-tint"), ("leaf", "leaf-tint"), ("white", "green"), ("white", "green-dark"), ("white", "clay"),
]  # fmt: skip
EDGES = [("edge", ground) for ground in PAPERS] + [
    *((f"b{number}-dark", ground) for number in BLOCKS for ground in (*PAPERS, f"b{number}")),
    *(("green", ground) for ground in (*PAPERS, "green-tint")),
    ("clay", "paper"),
    ("clay", "white"),
]
SCREEN = [  # what the room reads from its chairs
    *(("ink", ground) for ground in (*PAPERS, "sun", "green-tint", "clay-tint", *(f"b{number}" for number in BLOCKS))),
    *(("green", ground) for ground in PAPERS),
    ("ink-soft", "paper"), ("ink-soft", "white"), ("white", "green"), ("clay-dark", "clay-tint"),
]  # fmt: skip


def light(token: str) -> float:
    """Relative luminance, as WCAG has it."""
    digits = TOKENS[token][1:]
    digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    straight = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), straight, strict=True))


def contrast(one: str, other: str) -> float:
    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(
    ("least", "pairs"), [(4.5, LETTERS), (3.0, EDGES), (7.0, SCREEN)], ids=["letters", "edges", "screen"]
)
def test_a_pair_can_be_told_apart(least, pairs):
    found = {f"{ink} on {ground}": round(contrast(ink, ground), 2) for ink, ground in pairs}
    assert {pair: ratio for pair, ratio in found.items() if ratio < least} == {}


def test_every_colour_is_tried_except_what_only_decorates():
    """A new colour stands in a pair above, or is said to carry nothing that has to be read."""
    tried = {token for pair in (*LETTERS, *EDGES, *SCREEN) for token in pair}
    assert set(TOKENS) - tried == {"line"}


def test_the_count_is_the_one_of_wcag():
    """Black on white is 21; a grey known to be just over, and one just under the line."""
    TOKENS.update({"one": "#000", "two": "#767676", "three": "#777777"})
    try:
        assert contrast("one", "white") == pytest.approx(21)
        assert contrast("two", "white") > 4.5 > contrast("three", "white")
    finally:
        for name in ("one", "two", "three"):
            del TOKENS[name]
