"""Files for browsers, from memory: without comments, zipped once, typed explicitly (D23), each with a tag."""

from __future__ import annotations

import gzip
import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

TYPES = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
    ".png": "image/png",
    ".ico": "image/x-icon",
    ".txt": "text/plain; charset=utf-8",
}
COMMENTED = (".js", ".css")
COMMENT = re.compile(rb"^[ \t]*/\*.*?\*/[ \t]*\r?\n", re.MULTILINE | re.DOTALL)  # on lines of their own
PACKABLE = (".js", ".css", ".svg", ".txt")


@dataclass(frozen=True)
class File:
    """A file's bytes, plain and zipped (None when zipping does not help)."""

    body: bytes
    packed: bytes | None
    type: str
    tag: str


class Files:
    """Every file under the given folders: {url prefix: folder}."""

    def __init__(self, folders: dict[str, Path]) -> None:
        self.folders = folders
        self.kept: dict[str, tuple[int, File]] = {}

    def get(self, url: str) -> File | None:
        """The file behind a url path, read again when it changed on disk; None for anything else."""
        for prefix, folder in self.folders.items():
            if url.startswith(prefix):
                try:
                    path = (folder / url[len(prefix) :]).resolve()
                    if path.suffix in TYPES and path.is_relative_to(folder.resolve()) and path.is_file():
                        return self.read(url, path)
                except (OSError, ValueError):  # a name that no system takes
                    return None
        return None

    def read(self, url: str, path: Path) -> File:
        changed = path.stat().st_mtime_ns
        known = self.kept.get(url)
        if known and known[0] == changed:
            return known[1]
        body = path.read_bytes()
        if path.suffix in COMMENTED and "/vendor/" not in url:
            body = COMMENT.sub(b"", body)
        packed = gzip.compress(body, 9) if path.suffix in PACKABLE else None
        file = File(body, packed, TYPES[path.suffix], hashlib.sha256(body).hexdigest()[:16])
        self.kept[url] = (changed, file)
        return file
