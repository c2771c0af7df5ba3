"""What stands under a map that leaves the house: the meaning of its shapes and lines, of what is on it and no more."""

from __future__ import annotations

from typing import Any

from lxml import etree

from exercises.kinds.netwerk.told import drawing
from exercises.kinds.netwerk.words import KEYS
from facilitator.chain.figures import text_width
from facilitator.chain.network.links import GOOD, IMPROVE, MISSING, Link, Network
from facilitator.chain.network.scene import rows, scene
from facilitator.chain.network.table import HIGH, WIDE, Guest
from facilitator.chain.people import SORTS

SVG = "{http://www.w3.org/2000/svg}"


def said(*sorts: str, marks: tuple[str, ...], outside: bool = False) -> tuple[list[Any], float]:
    """The words under a map of these, each with its place, and how high the drawing is."""
    guests = [Guest(f"o{number}", "Organisatie", sort, outside) for number, sort in enumerate(sorts)]
    links = {
        ("o0", f"o{number + 1}"): Link("o0", f"o{number + 1}", {"o0"}, mark=mark) for number, mark in enumerate(marks)
    }
    chart = Network(guests, links, None)
    page = etree.fromstring(drawing({"guests": rows(chart), "scene": scene(chart)}, "Proef").encode())
    texts = [one for one in page.iter(f"{SVG}text") if float(one.get("y")) > HIGH]
    return [(one.text, float(one.get("x")), float(one.get("y"))) for one in texts], float(page.get("height"))


def test_only_what_is_on_the_map_is_explained():
    words, high = said("gemeente", "zorg", marks=(GOOD,))
    assert [text for text, *_ in words] == ["gemeente", "zorg", "gaat goed"]
    assert HIGH < high < HIGH + 60, "on one line"
    words, _ = said("ggz", "overig", marks=("",), outside=True)
    assert [text for text, *_ in words] == ["ggz", "anders", "nog niet aan tafel", "één van de twee noemt het"]


def test_all_of_it_fits_under_the_map():
    words, high = said(*SORTS, marks=(GOOD, IMPROVE, MISSING, "there", ""), outside=True)
    assert {text for text, *_ in words} == set(KEYS.values())
    assert all(x > 0 and x + text_width(text, 22) < WIDE and y < high for text, x, y in words)
