"""A hall with people at a wall, on a ledger in memory."""

import shutil
import tempfile
from pathlib import Path

import pytest

from tests.chain.mirrored import STEPS
from tests.chain.sim import MEMORY
from tests.kinds.tables import Hall


@pytest.fixture
def folder():
    path = Path(tempfile.mkdtemp(prefix="ketentafel-mirror-", dir=MEMORY if MEMORY.is_dir() else None))
    yield path
    shutil.rmtree(path)


@pytest.fixture
def hall(folder):
    """Six people at a wall that has just begun, with four more steps of ten minutes."""
    return Hall(folder, *STEPS, people=6)
