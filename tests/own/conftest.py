"""Our shelves, read once, and an empty shelf of the facilitator's beside them."""

import pytest

from exercises.registry import rulebook
from facilitator import content
from facilitator.own.bookcase import Bookcase
from facilitator.settings import ROOT


@pytest.fixture(scope="session")
def kinds():
    return rulebook().kinds


@pytest.fixture(scope="session")
def ours(kinds):
    return content.load(ROOT, kinds)


@pytest.fixture
def bookcase(ours, kinds, tmp_path) -> Bookcase:
    return Bookcase(ours, kinds, tmp_path / "eigen")
