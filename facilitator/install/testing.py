"""`python3 run.py test`: what the tests need besides Python, then pytest inside .venv."""

import os
import subprocess
import sys

from facilitator.install import browser, office, place, spelling

# Three files of tests at a time, since some mostly wait (two cores are busy then); each file whole and in the order of
# collection (browsers last: tests/conftest.py).
# Whoever wants one after the other says `-n 0`.
SIDE_BY_SIDE = ["-n", "3", "--dist", "loadfile", "--no-loadscope-reorder"]
# The tests start a house a hundred times: what Python made of our files is kept, also where the machine says not to.
COMPILED = place.VENV / "compiled"


def run(arguments: list[str]) -> int:
    """Run pytest with these arguments from the project's folder; the number is pytest's exit code."""
    browser.bring()
    office.bring()
    spelling.bring()
    command = [sys.executable, "-m", "pytest", *SIDE_BY_SIDE, *arguments]
    surroundings = {**os.environ, "PYTHONPYCACHEPREFIX": str(COMPILED)}
    surroundings.pop("PYTHONDONTWRITEBYTECODE", None)
    return subprocess.call(command, cwd=place.ROOT, env=surroundings)
