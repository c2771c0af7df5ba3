"""Stamps: a small file per step that says from which lock it was made, so that a second start skips the step."""

from facilitator.install import place

VENDOR = place.ROOT / ".stamps" / "vendor"


def of_lock(name: str):
    """The stamp of one requirements lock; it lives in .venv, and goes when .venv goes."""
    return place.VENV / "stamps" / name


def read(path) -> str:
    """The text of a stamp, or an empty text."""
    try:
        return path.read_text(encoding="utf-8")
    except OSError:
        return ""


def write(path, text: str) -> None:
    """Leave a stamp."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def forget(path) -> None:
    """Take a stamp away, before a step that may stop halfway."""
    path.unlink(missing_ok=True)
