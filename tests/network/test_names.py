"""Names that may be one organisation: by the same examples as the pages (tests/js/near.test.mjs), and lawful."""

import json
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
