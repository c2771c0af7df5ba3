"""The colours of the sorts of organisations: the same everywhere, apart for every eye, and never alone."""

from __future__ import annotations

import re
from itertools import combinations

import pytest

from facilitator.chain.network.scene import SHAPES, SORTS, TOP
from facilitator.chain.people import SORTS as ALL
from facilitator.settings import ROOT

EYES = {  # linear RGB as these eyes see it (Machado, Oliveira and Fernandes 2009, severity 1.0)
    "everybody": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
}
APART = 10.0  # CIE76: two patches side by side are clearly not the same colour


def linear(colour: str) -> list[float]:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def lab(colour: str, eye: str) -> tuple[float, float, float]:
    """The colour as this eye sees it, in CIELAB (D65)."""
    light = linear(colour)
    seen = [
        min(1.0, max(0.0, sum(weight * part for weight, part in zip(row, light, strict=True)))) for row in EYES[eye]
    ]
    rows = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.072175), (0.0193339, 0.119192, 0.9503041))
    white = (0.95047, 1.0, 1.08883)
    x, y, z = (sum(a * b for a, b in zip(row, seen, strict=True)) / full for row, full in zip(rows, white, strict=True))
    f = [part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in (x, y, z)]
    return 116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])


@pytest.mark.parametrize("eye", EYES)
def test_two_sorts_are_told_apart(eye):
    """By colour where colour can; and always by shape, which no eye mistakes."""
    near = []
    for one, other in combinations(SORTS, 2):
        far = sum((a - b) ** 2 for a, b in zip(lab(SORTS[one][0], eye), lab(SORTS[other][0], eye), strict=True)) ** 0.5
        if far < APART:
            near.append((one, other, round(far, 1)))
    assert near == []


def test_a_mark_is_seen_on_the_table():
    """3:1 for what is no letter (WCAG 1.4.11), on the table's wood as well."""
    assert {sort: ratio for sort, (colour, _) in SORTS.items() if (ratio := contrast(colour, TOP)) < 3} == {}


def contrast(one: str, other: str) -> float:
    low, high = sorted(
        sum(w * part for w, part in zip((0.2126, 0.7152, 0.0722), linear(it), strict=True)) for it in (one, other)
    )
    return (high + 0.05) / (low + 0.05)


def test_no_colour_says_it_alone():
    shapes = [shape for _, shape in SORTS.values()]
    assert len(set(shapes)) == len(shapes) and set(shapes) == set(SHAPES)


def test_the_map_has_the_colours_and_shapes_of_the_other_pages():
    sheet = (ROOT / "static" / "css" / "table.css").read_text("utf-8")
    script = (ROOT / "static" / "js" / "parts" / "table.js").read_text("utf-8")
    colours = dict(re.findall(r"\.sort-(\w+) \{\s*fill: (#[0-9a-f]{6});", sheet))
    shapes = dict(re.findall(r'^  (\w+): \{ name: "[^"]+", shape: "(\w+)"', script, re.MULTILINE))
    assert {sort: (colours[sort], shapes[sort]) for sort in ALL} == SORTS
