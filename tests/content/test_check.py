"""`run.py check`: reads the shelves and nothing else."""

import subprocess
import sys

from facilitator.settings import ROOT


def test_check_counts_what_stands_on_the_shelves():
    result = subprocess.run(
        [sys.executable, "run.py", "check"], cwd=ROOT, capture_output=True, text=True, encoding="utf-8"
    )
    assert result.returncode == 0, result.stderr
    assert result.stdout.startswith("In orde: ")
    assert "6 persona's en 7 bouwstenen" in result.stdout


def test_check_names_every_fault_with_file_and_line(tmp_path):
    """The same project with two bad files: both are named, and the exit code says so."""
    for name in ("facilitator", "exercises", "personas"):
        (tmp_path / name).symlink_to(ROOT / name)
    (tmp_path / "exercises").unlink()
    (tmp_path / "exercises").mkdir()
    for part in (ROOT / "exercises").iterdir():
        if part.name != "library":
            (tmp_path / "exercises" / part.name).symlink_to(part)
    shelf = tmp_path / "exercises" / "library"
    shelf.mkdir()
    for file in (ROOT / "exercises" / "library").glob("*.md"):
        (shelf / file.name).symlink_to(file)
    (shelf / "stuk.md").write_text("geen kenmerken\n", encoding="utf-8")
    (shelf / "leeg.md").write_text("", encoding="utf-8")
    root = f"__import__('pathlib').Path({str(tmp_path)!r})"
    code = f"import facilitator.app as app; app.ROOT = {root}; raise SystemExit(app.check())"
    result = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, encoding="utf-8")
    assert result.returncode == 1
    assert "exercises/library/stuk.md:1: " in result.stderr
    assert "exercises/library/leeg.md:1: " in result.stderr


def test_check_reads_the_shelf_of_the_facilitator_too(tmp_path):
    """What is wrong there is named by its whole path; ours stay in order."""
    shelf = tmp_path / "eigen" / "oefeningen"
    shelf.mkdir(parents=True)
    (shelf / "eigen-stuk.md").write_text("geen kenmerken\n", encoding="utf-8")
    command = [sys.executable, "run.py", "--data", str(tmp_path), "check"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8")
    assert result.returncode == 1
    assert result.stdout.startswith("In orde: ")
    assert f"{shelf / 'eigen-stuk.md'}:1: Het bestand begint niet met een regel '---'." in result.stderr
