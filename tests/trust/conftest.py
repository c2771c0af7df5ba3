"""One house with two meetings for most of these tests; each test that disturbs a house takes a new one."""

from pathlib import Path

import pytest

from facilitator.rehearsal.house import House
from tests.trust.floods import sit_down
from tests.trust.hall import Hall

WITHOUT = str(Path(__file__).with_name("without.py"))


@pytest.fixture(scope="session")
def hall():
    """Two open meetings of one keten, with everybody who may come by."""
    made = Hall()
    yield made
    made.close()


@pytest.fixture(scope="session")
def laid_open():
    """A table in a house without roles, gate and bounds: what a test must notice."""
    with House(limits=False, program=(WITHOUT, "roles,gate,bound")) as house:
        yield sit_down(house)
