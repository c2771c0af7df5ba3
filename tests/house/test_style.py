"""Ruff finds nothing: style, likely mistakes and the safety rules."""

import subprocess
import sys
from pathlib import Path

from tests.house import tracked


def test_ruff_finds_nothing():
    program = Path(sys.executable).parent / "ruff"
    files = [name for name in tracked.paths() if name.endswith(".py")]
    result = subprocess.run(
        [str(program), "check", "--quiet", "--no-cache", "--output-format=concise", *files],
        cwd=tracked.ROOT, capture_output=True, text=True, encoding="utf-8",
    )  # fmt: skip
    assert result.returncode == 0, result.stdout
