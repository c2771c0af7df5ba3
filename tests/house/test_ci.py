"""`.ci/run` believes nothing but a last line of pytest in which everything passed."""

import os
import shutil
import subprocess

import pytest

from tests.house import tracked


def guard(folder, last_line, code=0, copycheck=None):
    """Run `.ci/run` in a folder whose `python3 run.py test` prints `last_line` and leaves with `code`."""
    (folder / "here" / ".ci").mkdir(parents=True)
    shutil.copy(tracked.ROOT / ".ci" / "run", folder / "here" / ".ci")
    python = folder / "bin" / "python3"
    python.parent.mkdir()
    python.write_text(f"#!/bin/sh\necho '{last_line}'\nexit {code}\n")
    python.chmod(0o755)
    if copycheck is not None:
        tool = folder / "shared" / "tools" / "copycheck"
        tool.parent.mkdir(parents=True)
        tool.write_text(f"#!/bin/sh\nexit {copycheck}\n")
        tool.chmod(0o755)
    return subprocess.run(
        [str(folder / "here" / ".ci" / "run")], capture_output=True, text=True, encoding="utf-8",
        env={**os.environ, "PATH": f"{python.parent}{os.pathsep}{os.environ['PATH']}"},
    )  # fmt: skip


@pytest.mark.parametrize("last_line", ["= 812 passed in 401.20s (0:06:41) =", "3 passed, 1 warning in 0.50s"])
@pytest.mark.parametrize("copycheck", [None, 0])
def test_all_passed_is_good(tmp_path, last_line, copycheck):
    result = guard(tmp_path, last_line, copycheck=copycheck)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize(
    "last_line",
    [
        "= 812 passed, 2 skipped in 401.20s (0:06:41) =",
        "= 810 passed, 1 xfailed in 9.00s =",
        "= 5 passed, 3 deselected in 9.00s =",
        "= no tests ran in 0.01s =",
        "",
    ],
)
def test_anything_less_is_refused(tmp_path, last_line):
    assert guard(tmp_path, last_line).returncode == 1


def test_a_failing_run_is_refused(tmp_path):
    assert guard(tmp_path, "= 812 passed in 401.20s =", code=3).returncode == 1


def test_a_copied_sentence_is_refused(tmp_path):
    assert guard(tmp_path, "= 812 passed in 401.20s =", copycheck=1).returncode == 1


def test_it_really_calls_the_test_command():
    assert "\npython3 run.py test " in tracked.text(".ci/run")
