"""`python3 run.py test`: what the tests need besides Python, then pytest inside .venv."""

import subprocess
import sys

from facilitator.install import browser, office, place, spelling

# Three files of tests at a time, since some mostly wait (two cores are busy then); each file whole and in the order of
# collection (browsers last: tests/conftest.py).
# Whoever wants one after the other says `-n 0`.
SIDE_BY_SIDE = ["-n", "3", "--dist", "loadfile", "--no-loadscope-reorder"]


def run(arguments: list[str]) -> int:
    """Run pytest with these arguments from the project's folder; the number is pytest's exit code."""
    browser.bring()
    office.bring()
    spelling.bring()
    command = [sys.executable, "-m", "pytest", *SIDE_BY_SIDE, *arguments]
    return subprocess.call(command, cwd=place.ROOT)
