"""The import contracts of pyproject.toml hold, and each of them breaks when it is broken."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house import tracked

# Everything in facilitator/ has its floor in the contract "Arrows point down", or stands beside it for a reason.
BESIDE = {
    "__init__.py": "the package itself",
    "install": "the standard library only: see test_launcher.py",
    "settings.py": "imports nothing of the house, and everybody may read it",
    "handbook": "Markdown, no code",
}


def contracts(folder: Path) -> subprocess.CompletedProcess:
    """Check the contracts in `folder`."""
    program = Path(sys.executable).parent / "lint-imports"
    return subprocess.run([str(program), "--no-cache"], cwd=folder, capture_output=True, text=True, encoding="utf-8")


def test_the_import_contracts_hold():
    result = contracts(tracked.ROOT)
    assert result.returncode == 0, result.stdout


def test_every_room_has_its_place_in_the_contract():
    written = tracked.text("pyproject.toml")
    rooms = {name.split("/")[1] for name in tracked.paths() if name.startswith("facilitator/")} - BESIDE.keys()
    assert {room for room in rooms if f"(facilitator.{room.removesuffix('.py')})" not in written} == set()


@pytest.mark.parametrize(
    ("importer", "imported"),
    [
        ("facilitator/chain/x.py", "exercises.kinds.een.kind"),
        ("exercises/kinds/een/kind.py", "exercises.registry"),
        ("exercises/registry.py", "facilitator.content.x"),
        ("facilitator/content/x.py", "facilitator.store.x"),
        ("facilitator/report/x.py", "facilitator.rooms.x"),
        ("facilitator/rooms/x.py", "facilitator.live.x"),
        ("facilitator/live/x.py", "facilitator.web.x"),
        ("facilitator/rehearsal/x.py", "facilitator.live.x"),
        ("facilitator/web/x.py", "facilitator.app"),
        ("exercises/kinds/een/kind.py", "exercises.kinds.twee.kind"),
    ],
)
def test_a_wrong_import_breaks_a_contract(tmp_path, importer, imported):
    """A small house with the same rooms and the same contracts, and one wrong arrow in it."""
    rooms = ["chain", "content", "live", "rehearsal", "report", "rooms", "store", "web"]
    files = [f"facilitator/{room}/x.py" for room in rooms]
    files += ["facilitator/app.py", "exercises/registry.py"]
    files += ["exercises/kinds/een/kind.py", "exercises/kinds/twee/kind.py"]
    for name in files:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("")
        for parent in path.relative_to(tmp_path).parents:
            (tmp_path / parent / "__init__.py").touch()
    shutil.copy(tracked.ROOT / "pyproject.toml", tmp_path)
    (tmp_path / importer).write_text(f"import {imported}\n")
    result = contracts(tmp_path)
    assert result.returncode == 1
    assert "1 broken" in result.stdout
    assert imported in result.stdout
