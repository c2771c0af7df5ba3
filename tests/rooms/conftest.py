"""One house per test."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rooms.house import House


@pytest.fixture
def house(tmp_path: Path):
    made = House(tmp_path)
    yield made
    made.ledger.close()
