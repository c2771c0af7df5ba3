"""Who may use which library, and what the pure rules may not do: read from the source, so that nothing slips by."""

import ast

import pytest

from tests.house import tracked

# library -> folders or files that may import it
ONLY = {
    "flask_socketio": ("facilitator/live/", "facilitator/app.py"),
    "socketio": ("facilitator/live/", "facilitator/rehearsal/"),
    "engineio": ("facilitator/live/",),
    "docx": ("facilitator/report/",),
    "sqlite3": ("facilitator/store/",),
    "sqlite_utils": ("facilitator/store/",),
    "flask": ("facilitator/web/", "facilitator/live/", "facilitator/app.py"),
    # The set-up patches; rooms and store get `offload` from the porter and know no gevent (decision D13).
    "gevent": (
        "facilitator/app.py",
        "facilitator/live/",
        "facilitator/install/cooperation.py",
        "facilitator/practice/crowd/__main__.py",
    ),
}
# Only settings reads the environment; the set-up passes it on to npm and apt, and reads nothing from it.
ENVIRONMENT = ("facilitator/settings.py", "facilitator/install/")

PURE = ("facilitator/chain/", "exercises/kinds/")
PURE_IMPORTS = {
    "__future__", "abc", "base64", "bisect", "collections", "copy", "dataclasses", "datetime", "decimal", "difflib",
    "enum", "exercises", "facilitator", "fractions", "functools", "hashlib", "heapq", "hmac", "html", "inspect",
    "itertools", "json", "math", "msgspec", "numbers", "operator",
    "random",  # only to say that a `random.Random` arrives with the command: see `impure`
    "re", "statistics", "string", "textwrap", "types",
    "typing", "unicodedata", "xml",
}  # fmt: skip
PURE_NEVER_CALLS = {"open", "print", "input", "eval", "exec", "compile", "__import__", "hash", "id", "breakpoint"}
CLOCK = {"now", "today", "utcnow"}


def modules() -> list[str]:
    """Our own Python that runs: no tests."""
    return [
        name for name in tracked.paths()
        if name.endswith(".py") and (name.startswith(("facilitator/", "exercises/")) or name == "run.py")
    ]  # fmt: skip


def imports(source: str) -> set[str]:
    """Top names of everything `source` imports, also inside functions."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            found.add(node.module.partition(".")[0])
    return found


def smuggled(name: str, source: str) -> set[str]:
    """Libraries that the file `name` imports and may not."""
    return {library for library in imports(source) & ONLY.keys() if not name.startswith(ONLY[library])}


def impure(source: str) -> set[str]:
    """What in `source` reaches outside, reads a clock or draws chance."""
    found = imports(source) - PURE_IMPORTS
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and node.module == "random":
            found.add("from random")
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "random":
            found |= {f"random.{node.attr}"} - {"random.Random"}
        elif isinstance(node, ast.Call):
            called = node.func
            if isinstance(called, ast.Name) and called.id in PURE_NEVER_CALLS:
                found.add(f"{called.id}()")
            elif isinstance(called, ast.Attribute) and called.attr in {*CLOCK, "Random"}:
                found.add(f".{called.attr}()")
    return found


def reads_environment(source: str) -> bool:
    """True when `source` asks the environment for something."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute) and node.attr in {"environ", "environb", "getenv"}:
            # `self.environ` is a request's own, as WSGI calls it.
            if not (isinstance(node.value, ast.Name) and node.value.id == "self"):
                return True
        if isinstance(node, ast.ImportFrom) and node.module == "os":
            if {"environ", "environb", "getenv"} & {alias.name for alias in node.names}:
                return True
    return False


def test_each_library_has_one_home():
    assert {name: found for name in modules() if (found := smuggled(name, tracked.text(name)))} == {}


def test_rules_and_kinds_are_pure():
    pure = [name for name in modules() if name.startswith(PURE)]
    assert pure
    assert {name: found for name in pure if (found := impure(tracked.text(name)))} == {}


def test_only_settings_reads_the_environment():
    others = [name for name in modules() if not name.startswith(ENVIRONMENT)]
    assert [name for name in others if reads_environment(tracked.text(name))] == []


@pytest.mark.parametrize(
    ("name", "line", "library"),
    [
        ("facilitator/web/pages.py", "import flask_socketio", "flask_socketio"),
        ("facilitator/rooms/room.py", "def f():\n    from flask import g", "flask"),
        ("facilitator/rooms/room.py", "import gevent.lock", "gevent"),
        ("exercises/kinds/briefjes/kind.py", "from docx.shared import Cm", "docx"),
        ("facilitator/app.py", "import sqlite3", "sqlite3"),
        ("facilitator/report/build.py", "from sqlite_utils import Database", "sqlite_utils"),
    ],
)
def test_a_library_outside_its_home_is_found(name, line, library):
    assert smuggled(name, line) == {library}


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("import time", "time"),
        ("from random import choice", "from random"),
        ("import random\nx = random.choice('ab')", "random.choice"),
        ("import random\nx = random.Random()", ".Random()"),
        ("import os.path", "os"),
        ("def f():\n    import secrets", "secrets"),
        ("from datetime import datetime\nx = datetime.now()", ".now()"),
        ("import datetime\nx = datetime.date.today()", ".today()"),
        ("x = open('a')", "open()"),
        ("x = hash('a')", "hash()"),
    ],
)
def test_an_impure_line_is_found(line, found):
    assert impure(line) == {found}


def test_chance_that_arrives_with_the_command_is_pure():
    assert impure("import random\ndef demo(chance: random.Random): return chance.choice('ab')") == set()


@pytest.mark.parametrize("line", ["import os\nos.environ['A']", "import os\nos.getenv('A')", "from os import environ"])
def test_a_look_at_the_environment_is_found(line):
    assert reads_environment(line)
