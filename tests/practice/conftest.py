"""A house in this process whose rooms are real houses, filled by a stand-in for the crowd."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from facilitator.practice.incidents import happening
from tests.web.indoors import Indoors

STAND_IN = ("-m", "tests.practice.stand_in")


def waited(for_what: Callable[[], Any], seconds: float = 120) -> Any:
    """What a question answers as soon as it answers something."""
    until = time.monotonic() + seconds
    while not (found := for_what()):
        assert time.monotonic() < until, "it never happened"
        time.sleep(0.02)
    return found


@pytest.fixture(autouse=True)
def nobody_has_to_act(monkeypatch: pytest.MonkeyPatch) -> None:
    """So nothing has to last as long as somebody needs to see it."""
    monkeypatch.setattr(happening, "FLOOR", 0.0)


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Indoors]:
    one = Indoors(tmp_path_factory.mktemp("real"))
    one.built.house.halls.crowd = STAND_IN
    yield one
    one.built.house.halls.close()
    one.close()
