"""`python3 run.py test`: what the tests need besides Python, then pytest inside .venv."""

import subprocess
import sys

from facilitator.install import browser, office, place


def run(arguments: list[str]) -> int:
    """Run pytest with these arguments from the project's folder; the number is pytest's exit code."""
    browser.bring()
    office.bring()
    command = [sys.executable, "-m", "pytest", *arguments]
    return subprocess.call(command, cwd=place.ROOT)
