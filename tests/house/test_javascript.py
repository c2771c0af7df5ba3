"""The unit tests of the browser's code, run by node's own test runner."""

import subprocess

from tests.house import tracked


def test_the_javascript_tests_pass(node_program):
    files = [name for name in tracked.paths() if name.startswith("tests/js/") and name.endswith(".test.mjs")]
    assert files
    result = subprocess.run(
        [node_program, "--test", *files], cwd=tracked.ROOT, capture_output=True, text=True, encoding="utf-8"
    )
    assert result.returncode == 0, result.stdout[-6000:] + result.stderr[-2000:]
    assert "\n# skipped 0\n" in result.stdout.replace("ℹ", "#"), "a JavaScript test was skipped"
    assert "\n# todo 0\n" in result.stdout.replace("ℹ", "#"), "a JavaScript test waits to be written"
