"""Names that may be one organisation: by the same examples as the pages (tests/js/near.test.mjs), and lawful."""

import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.chain.network import names

TOLD = json.loads((Path(__file__).parents[1] / "data" / "near.json").read_text("utf-8"))


@pytest.mark.parametrize(("typed", "wanted"), TOLD["found"].items())
def test_a_name_is_found_while_it_is_typed(typed, wanted):
    assert names.found(typed, TOLD["names"]) == wanted


@pytest.mark.parametrize(("typed", "wanted"), TOLD["asked"].items())
def test_it_is_asked_whether_a_name_is_the_same(typed, wanted):
    assert names.asked(typed, TOLD["names"]) == wanted


@given(st.text(max_size=20), st.text(max_size=20))
def test_whether_two_are_the_same_does_not_depend_on_which_comes_first(one, other):
    assert names.same(one, other) == names.same(other, one)


def far(one: str, other: str) -> int:
    """How many letters were added, left out, replaced, or changed places: the whole table, cell by cell."""
    cells = {(down, 0): down for down in range(len(one) + 1)} | {
        (0, across): across for across in range(len(other) + 1)
    }
    for down in range(1, len(one) + 1):
        for across in range(1, len(other) + 1):
            changed = cells[down - 1, across - 1] + (one[down - 1] != other[across - 1])
            best = min(cells[down - 1, across] + 1, cells[down, across - 1] + 1, changed)
            if one[down - 2 : down] == other[across - 2 : across][::-1] and min(down, across) > 1:
                best = min(best, cells[down - 2, across - 2] + 1)
            cells[down, across] = best
    return cells[len(one), len(other)]


@given(st.text("abc", max_size=9), st.text("abc", max_size=9), st.integers(0, 2))
def test_slips_of_the_fingers_are_counted_as_the_whole_table_counts_them(one, other, most):
    assert names.near(one, other, most) == (far(one, other) <= most)


def test_names_that_are_made_to_look_alike_hold_nobody_up():
    """Twenty answers of an evil mind: each word of each name looks like some word of all others, but for the last."""
    words = ["a" * 9 + one + other + "b" for one in "cdefghij" for other in "klmnopqr"]
    made = [" ".join([*words[at : at + 7], f"zz{at}"]) for at in range(56)]
    began = time.process_time()
    assert [name for name in made if names.asked(name + "y", made)] == []
    assert time.process_time() - began < 2.5
