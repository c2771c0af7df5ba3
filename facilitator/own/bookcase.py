"""Both shelves in one bookcase: ours, read once, and the facilitator's, read again after every change.

Rooms and pages ask it what they ask of a library. Files are written whole or not at all; what is thrown away is kept
beside the shelf until somebody clears it. A fault on the facilitator's shelf never stops anything.
"""

from __future__ import annotations

import hashlib
import os
import re
import secrets
import unicodedata
from contextlib import suppress
from pathlib import Path
from typing import Any

from facilitator.chain.command import Refused
from facilitator.content import Library
from facilitator.content.exercises import KindCheck
from facilitator.content.faults import Fault
from facilitator.content.library import OWN
from facilitator.content.second import FOLDERS, STEM, Own, Second, beside, with_text
from facilitator.content.shelf import Shelf

FOLDER = "eigen"  # within the data folder
AWAY = "weggegooid"
LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"
LONGEST = 24  # characters of a title in a file's name
FULL = "Het bestand is niet bewaard. Misschien is de schijf vol: maak ruimte en bewaar dan opnieuw."
GONE = "Dit staat niet meer op uw eigen plank. Wat u typte, staat er nog: bewaar het als kopie."
CHANGED = "Dit is intussen in een ander venster veranderd. Bewaar het als kopie, of laad de pagina opnieuw."


class Bookcase:
    """`folder` is the facilitator's shelf on disk; it need not be there yet."""

    def __init__(self, ours: Library, kinds: dict[str, KindCheck], folder: Path) -> None:
        self.ours, self.kinds, self.folder = ours, kinds, folder
        self.read()

    def read(self) -> None:
        """Read the facilitator's shelf from disk."""
        self.second = beside(self.ours, self.kinds, self.folder)
        self.pages_of: tuple[Library, Shelf] = (self.ours, self.ours.shelf)

    # what a library has

    @property
    def library(self) -> Library:
        return self.second.library

    @property
    def personas(self) -> dict[str, dict[str, Any]]:
        return self.library.personas

    @property
    def exercises(self) -> dict[str, dict[str, Any]]:
        return self.library.exercises

    @property
    def agendas(self) -> dict[str, Any]:
        return self.library.agendas

    @property
    def blocks(self) -> list[dict[str, Any]]:
        return self.library.blocks

    @property
    def portraits(self) -> dict[str, str]:
        return self.library.portraits

    @property
    def shelf(self) -> Shelf:
        """The reference shelf with their work on it; its index is made when somebody first looks."""
        library, shelf = self.library, self.pages_of[1]
        if self.pages_of[0] is not library:
            shelf = self.ours.shelf.with_more(library.blocks, library.personas.values(), library.exercises.values())
            self.pages_of = library, shelf
        return shelf

    @property
    def pages(self) -> dict[str, dict[str, Any]]:
        return self.shelf.pages

    def step_template(self, exercise: str) -> dict[str, Any]:
        return self.library.step_template(exercise)

    def portrait(self, file: str) -> str:
        return self.library.portrait(file)

    # the facilitator's shelf

    @property
    def own(self) -> dict[str, Own]:
        return self.second.own

    @property
    def faults(self) -> list[Fault]:
        """Everything that is wrong on the facilitator's shelf, in the order of file and line."""
        return sorted({fault for one in self.own.values() for fault in one.faults})

    def path(self, one: Own) -> Path:
        return self.folder / one.file

    def text(self, one: Own) -> str:
        """The file as it is, also when it is no text: what cannot be read becomes a question mark in a diamond."""
        try:
            return self.path(one).read_text(encoding="utf-8", errors="replace").removeprefix("\ufeff")
        except OSError:
            return ""

    def judge(self, sort: str, identity: str, text: str) -> tuple[Second, Own]:
        """What this text would be on the shelf, without putting it there."""
        return with_text(self.ours, self.kinds, self.second, sort, identity, text)

    def fresh_id(self, title: str) -> str:
        """A name that no other file has, ours or theirs, now or thrown away: words of the title and four letters."""
        plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
        words = re.sub(r"[^a-z0-9]+", "-", plain)[:LONGEST].strip("-") or "zonder-naam"
        while True:
            identity = f"{OWN}{words}-{''.join(secrets.choice(LETTERS) for _ in range(4))}"
            if not any((folder / f"{identity}.md").exists() for folder in self.folders()):
                return identity

    def folders(self) -> list[Path]:
        return [self.folder / name for folder in FOLDERS.values() for name in (folder, f"{AWAY}/{folder}")]

    def put(self, sort: str, identity: str, text: str, seen: str | None = None) -> Own:
        """Write a file; Refused when the disk will not, or when it is not as it was `seen`.

        Who asks has judged the text; whatever it is, the shelf is read again.
        """
        if not STEM.fullmatch(identity):
            raise Refused(GONE)
        path = self.folder / FOLDERS[sort] / f"{identity}.md"
        if seen is not None and not path.exists():
            raise Refused(GONE, "weg")
        if seen is not None and mark(path) != seen:
            raise Refused(CHANGED, "changed")
        try:
            write(path, text)
        except OSError as fault:
            raise Refused(FULL, "retry") from fault
        self.read()
        return self.own[identity]

    def throw(self, one: Own) -> None:
        """Off the shelf, but not off the disk."""
        self.move(self.path(one), self.folder / AWAY / one.file)

    def thrown(self) -> list[tuple[str, str, str]]:
        """What was thrown away: sort, id and title, by name."""
        away = beside(self.ours, self.kinds, self.folder / AWAY)
        return [(one.sort, one.id, one.title) for one in away.own.values()]

    def take_back(self, sort: str, identity: str) -> None:
        name = f"{FOLDERS[sort]}/{identity}.md"
        self.move(self.folder / AWAY / name, self.folder / name)

    def clear(self, sort: str, identity: str) -> None:
        """Off the disk, for good."""
        try:
            (self.folder / AWAY / FOLDERS[sort] / f"{identity}.md").unlink(missing_ok=True)
        except OSError as fault:
            raise Refused("Het bestand is niet gewist. Kijk of de map met gegevens nog te schrijven is.") from fault

    def move(self, start: Path, end: Path) -> None:
        if not start.exists() or end.exists():
            raise Refused("Dit is al gebeurd. Laad de pagina opnieuw.")
        try:
            end.parent.mkdir(parents=True, exist_ok=True)
            start.rename(end)
        except OSError as fault:
            raise Refused("Dat lukte niet. Kijk of de map met gegevens nog te schrijven is.") from fault
        self.read()


def mark(path: Path) -> str:
    """A short mark of what a file is now; "" when it cannot be read."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()[:16]
    except OSError:
        return ""


def write(path: Path, text: str) -> None:
    """The whole file or nothing of it: a new one is written beside it, kept by the disk, and takes its place."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside_it = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        with beside_it.open("w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        beside_it.replace(path)
    except OSError:
        with suppress(OSError):
            beside_it.unlink(missing_ok=True)
        raise
    with suppress(OSError):  # not every system can keep a folder
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
