"""The small pictures of results: readable, complete, nothing over anything else."""

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from facilitator.chain.figures import RADIUS, TEXT, WIDTH, bars, matrix, spread_out, text_width, wrapped
from facilitator.report.pictures import png

SVG = "{http://www.w3.org/2000/svg}"
NAMES = ("Eerst", "Groot", "Erbij", "Niet")
AXES = ("Inspanning", "Impact")


def plane(points: list[dict]) -> etree._Element:
    return etree.fromstring(matrix(points, quadrants=NAMES, axes=AXES))


def texts(root: etree._Element) -> list[str]:
    return [element.text or "" for element in root.iter(f"{SVG}text")]


def circles(root: etree._Element) -> list[tuple[float, float]]:
    found = (one for one in root.iter(f"{SVG}circle") if float(one.get("r")) == RADIUS)
    return [(float(one.get("cx")), float(one.get("cy"))) for one in found]


@pytest.fixture
def votes() -> etree._Element:
    return etree.fromstring(bars([("Telefoonnummer", 12), ("Kaart", 6), ("Niets", 0)], unit="stemmen"))


def test_bars_show_label_number_and_unit(votes):
    assert texts(votes) == ["stemmen", "Telefoonnummer", "12", "Kaart", "6", "Niets", "0"]


def test_bars_are_as_long_as_their_numbers(votes):
    lengths = [float(bar.get("width")) for bar in votes.iter(f"{SVG}rect")]
    assert lengths == pytest.approx([lengths[0], lengths[0] / 2], abs=0.1)


def test_a_long_label_is_wrapped_and_shortened():
    root = etree.fromstring(bars([("heel lange woorden " * 20, 3)], unit="stemmen"))
    lines = texts(root)[1:-1]
    assert len(lines) == 3
    assert lines[-1].endswith("…")
    assert all(text_width(line) <= 262 for line in lines)


def test_no_votes_at_all_is_still_a_picture():
    assert texts(etree.fromstring(bars([("Kaart", 0)], unit="stemmen"))) == ["stemmen", "Kaart", "0"]
    assert texts(etree.fromstring(bars([], unit="stemmen"))) == ["stemmen"]


@pytest.mark.parametrize("label", ["<script>&", "a\x00b\ud800", "مرحبا 😀", "A" * 400])
def test_labels_may_hold_anything(label):
    drawn = bars([(label, 2)], unit=label)
    assert len(list(etree.fromstring(drawn).iter(f"{SVG}text"))) >= 3
    assert png(drawn, 8).startswith(b"\x89PNG")


def test_all_letters_are_large_enough_and_dark_enough():
    drawn = (
        bars([("Kaart", 2)], unit="stemmen"),
        matrix([{"number": 1, "effort": 2, "impact": 4}], quadrants=NAMES, axes=AXES),
    )
    for root in map(etree.fromstring, drawn):
        assert min(float(text.get("font-size")) for text in root.iter(f"{SVG}text")) >= 11
        assert {text.get("fill") for text in root.iter(f"{SVG}text")} <= {"#1D2733", "#4A5663", "#0B5351"}
        assert root.get("width") == str(WIDTH)
        assert root.get("font-family").startswith("Atkinson Hyperlegible")


def test_the_plane_names_its_quadrants_and_axes_in_words():
    assert set(NAMES) | set(AXES) <= set(texts(plane([])))


def test_a_point_stands_on_its_spot():
    (left, low), (right, high), (middle, half) = circles(
        plane([{"number": n, "effort": e, "impact": i} for n, e, i in ((1, 1, 1), (2, 5, 5), (3, 3, 3))])
    )
    assert left < right
    assert low > high
    assert (middle, half) == pytest.approx(((left + right) / 2, (low + high) / 2), abs=0.2)


def test_points_on_one_spot_are_set_apart_and_tied_to_it():
    root = plane([{"number": number, "effort": 2, "impact": 4} for number in range(1, 5)])
    places = circles(root)
    assert all(math.dist(a, b) >= 2 * RADIUS for a, b in itertools.combinations(places, 2))
    assert len(list(root.iter(f"{SVG}line"))) == 3
    assert [text for text in texts(root) if text in "1234"][-4:] == ["1", "2", "3", "4"]


def test_disagreement_is_drawn():
    agreed = {"number": 1, "effort": 2, "impact": 4}
    assert len(list(plane([agreed]).iter(f"{SVG}line"))) == 0
    assert len(list(plane([{**agreed, "effort_range": (1, 4), "impact_range": (3, 5)}]).iter(f"{SVG}line"))) == 2
    assert len(list(plane([{**agreed, "effort_range": (2, 2)}]).iter(f"{SVG}line"))) == 0


@given(st.lists(st.tuples(st.floats(1, 5), st.floats(1, 5)), max_size=40))
def test_no_two_circles_ever_touch(scores):
    places = circles(plane([{"number": n, "effort": e, "impact": i} for n, (e, i) in enumerate(scores, 1)]))
    assert all(math.dist(a, b) >= 2 * RADIUS for a, b in itertools.combinations(places, 2))


def test_the_first_keeps_its_place():
    assert spread_out([(300.0, 200.0), (301.0, 200.0)])[0] == (300.0, 200.0)


@given(st.text(max_size=120), st.floats(40, 300))
def test_wrapped_lines_fit(text, width):
    lines = wrapped(text, width)
    assert 1 <= len(lines) <= 3
    assert all(text_width(line) <= width or len(line) == 1 for line in lines)


def test_wrapping_loses_nothing_when_there_is_room():
    text = "Eén telefoonnummer voor alle huisartsen in de regio"
    assert " ".join(wrapped(text, 150, most=9)) == text
    assert text_width("mmm") > text_width("iii")
    assert text_width("x", size=2 * TEXT) == 2 * text_width("x")
