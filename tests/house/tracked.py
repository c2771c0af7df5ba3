"""Every file that git would keep: what the tests of the house look through."""

import functools
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Characters, not sentences: recorded strings that break software, and books of earlier releases.
DATA = ("tests/data/", "tests/books/")


@functools.cache
def paths() -> tuple[str, ...]:
    """Paths relative to the project, of files in git and of new ones that are not ignored."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, check=True,
    ).stdout.decode("utf-8")  # fmt: skip
    return tuple(sorted(name for name in set(listing.split("\0")) if name and (ROOT / name).is_file()))


@functools.cache
def text(name: str) -> str | None:
    """The text of one file, or None when it is not text."""
    try:
        content = (ROOT / name).read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        return None
    return None if "\0" in content else content


def texts(*, skip: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """(path, text) of every text file, without those whose path starts with one of `skip`."""
    return [(name, text(name)) for name in paths() if text(name) is not None and not name.startswith(skip or ("\0",))]
