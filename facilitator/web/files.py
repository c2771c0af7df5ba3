"""Files for browsers, from memory: without comments, zipped once, typed explicitly (D23), each with a tag."""

from __future__ import annotations

import gzip
import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

TYPES = {
    ".js": "text/javascript",  # a module is UTF-8 by its nature
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
    ".png": "image/png",
    ".ico": "image/x-icon",
    ".txt": "text/plain; charset=utf-8",
    ".json": "application/json",
}
COMMENTED = (".js", ".css")
COMMENT = re.compile(rb"^[ \t]*/\*.*?\*/[ \t]*\r?\n", re.MULTILINE | re.DOTALL)  # on lines of their own
PACKABLE = (".js", ".css", ".svg", ".txt", ".json")
# Sheets are joined from these in static/css, in this order; every page asks for `first` and for the one of its role.
SHEETS = {
    "first": ("tokens", "letters", "base", "forms", "parts"),
    "page": ("table", "pages"),
    "keten": ("table", "pages", "keten", "plan", "years"),
    "intake": ("table", "pages", "intake"),
    "papers": ("table", "pages", "papers"),
    "chart": ("table", "pages", "chart"),
    "decks": ("table", "pages", "decks"),
    "training": ("table", "pages", "training"),
    "replay": ("table", "pages", "panes", "replay", "timeline"),
    "phone": ("notes", "phone"),
    "screen": ("notes", "table", "screen", "sheet"),
    "control": ("notes", "room", "table", "panes", "control", "sections", "agenda", "dialogs", "groundwork", "baton"),
}
JOINED = "/static/sheets/"
# For the screen and the control room: a kind's view.css with its screen.css.
KIND = re.compile(r"/kinds/(\w+)/room\.css")


@dataclass(frozen=True)
class File:
    """A file's bytes, plain and zipped (None when zipping does not help)."""

    body: bytes
    packed: bytes | None
    type: str
    tag: str


class Files:
    """Every file of static and of the kinds; and the sheets that are joined from them."""

    def __init__(self, static: Path, kinds: Path) -> None:
        self.folders = {"/static/": static, "/kinds/": kinds}
        self.kept: dict[str, tuple[int, File]] = {}

    def get(self, url: str) -> File | None:
        """The file behind a url path, read again when it changed on disk; None for anything else."""
        joined = self.joined(url)
        if joined:
            return self.read(url, joined)
        for prefix, folder in self.folders.items():
            if url.startswith(prefix):
                try:
                    path = (folder / url[len(prefix) :]).resolve()
                    if path.suffix in TYPES and path.is_relative_to(folder.resolve()) and path.is_file():
                        return self.read(url, [path])
                except (OSError, ValueError):  # a name that no system takes
                    return None
        return None

    def joined(self, url: str) -> list[Path]:
        """What a sheet is joined from, or nothing."""
        found = KIND.fullmatch(url)
        if found:
            folder = self.folders["/kinds/"] / found[1]
            return [sheet for sheet in (folder / "view.css", folder / "screen.css") if sheet.is_file()]
        names = SHEETS.get(url.removeprefix(JOINED).removesuffix(".css"), ())
        whole = names and url.startswith(JOINED) and url.endswith(".css")
        return [self.folders["/static/"] / "css" / f"{name}.css" for name in names] if whole else []

    def read(self, url: str, paths: list[Path]) -> File:
        """One file made of these, kept until one of them changes."""
        changed = max(path.stat().st_mtime_ns for path in paths)
        known = self.kept.get(url)
        if known and known[0] == changed:
            return known[1]
        suffix = paths[0].suffix
        body = b"\n".join(path.read_bytes() for path in paths)
        if suffix in COMMENTED and "/vendor/" not in url:
            body = COMMENT.sub(b"", body)
        packed = gzip.compress(body, 9) if suffix in PACKABLE else None
        file = File(body, packed, TYPES[suffix], hashlib.sha256(body).hexdigest()[:8])
        self.kept[url] = (changed, file)
        return file
