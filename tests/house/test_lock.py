"""The locks: hashed, without addresses, above the known holes, and what this environment really holds."""

import importlib.metadata
import re
import sys

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tests.house import test_borders, tracked

LOCKS = ("requirements.lock", "requirements-test.lock", "requirements-node.lock")
LINE = re.compile(r"^(?P<pin>[a-z0-9-]+==[^ ;]+)(?: ; (?P<marker>[^\\]+?))? \\$")

# Known holes (trust.md appendix B).
FLOORS = {
    "python-engineio": "4.13.2", "python-socketio": "5.16.2", "flask-socketio": "5.6.1", "flask": "3.1.3",
    "werkzeug": "3.1.6", "markdown": "3.8.1", "python-docx": "0.8.6", "gevent": "23.9.0",
}  # fmt: skip
# Unmaintained; gevent-websocket would replace the bounded WebSocket by merely being there.
FORBIDDEN = {"eventlet", "gevent-websocket", "uv"}


def pins(lock: str) -> list[Requirement]:
    """Every pin of a lock, with its marker."""
    found = [LINE.match(line) for line in tracked.text(lock).splitlines() if not line.startswith(" ")]
    assert all(found), f"{lock}: a line that is no pin"
    return [Requirement(f"{line['pin']}; {line['marker']}" if line["marker"] else line["pin"]) for line in found]


def version(pin: Requirement) -> Version:
    """The one version of a pin."""
    return Version(str(pin.specifier).removeprefix("=="))


def asked(name: str) -> list[Requirement]:
    """What a requirements-*.in asks for by name."""
    rows = (row.partition("#")[0].strip() for row in tracked.text(name).splitlines())
    return [Requirement(row) for row in rows if row and not row.startswith("-r")]


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_a_hash(lock):
    blocks = re.split(r"\n(?=\S)", tracked.text(lock).strip())
    assert len(blocks) == len(pins(lock))
    assert [block.split()[0] for block in blocks if "--hash=sha256:" not in block] == []


def test_the_test_lock_holds_the_run_lock():
    run, test = ({(pin.name, version(pin)) for pin in pins(lock)} for lock in LOCKS[:2])
    assert run <= test


@pytest.mark.parametrize("lock", LOCKS)
def test_the_lock_answers_what_is_asked(lock):
    asked_in = lock.replace(".lock", ".in")
    locked = {canonicalize_name(pin.name): version(pin) for pin in pins(lock)}
    wrong = [str(one) for one in asked(asked_in) if locked.get(canonicalize_name(one.name)) not in one.specifier]
    assert wrong == []


def test_no_pin_is_below_a_known_hole():
    low = [str(pin) for pin in pins("requirements.lock") if version(pin) < Version(FLOORS.get(pin.name, "0"))]
    assert low == []
    assert FLOORS.keys() <= {pin.name for pin in pins("requirements.lock")}


def test_nothing_forbidden_is_locked():
    assert FORBIDDEN & {pin.name for lock in LOCKS for pin in pins(lock)} == set()


def test_this_environment_holds_what_the_lock_says():
    wanted = {pin.name: str(version(pin)) for pin in pins(LOCKS[1]) if not pin.marker or pin.marker.evaluate()}
    installed = {canonicalize_name(one.name): one.version for one in importlib.metadata.distributions()}
    # pip changes itself when somebody upgrades it by hand; nothing of ours imports it.
    assert {name: installed.get(name) for name in wanted if name != "pip"} == {
        name: number for name, number in wanted.items() if name != "pip"
    }


def test_what_the_code_imports_is_asked_for_by_name():
    homes = importlib.metadata.packages_distributions()
    ours = {"facilitator", "exercises", "tests"} | sys.stdlib_module_names
    direct = {canonicalize_name(one.name) for one in asked("requirements.in")}
    missing = {}
    for name in test_borders.modules():
        for module in test_borders.imports(tracked.text(name)) - ours:
            if not direct & {canonicalize_name(home) for home in homes.get(module, [])}:
                missing.setdefault(module, []).append(name)
    assert missing == {}
