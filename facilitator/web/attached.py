"""A file that the browser keeps: its bytes, its type, and a name that every system takes."""

from __future__ import annotations

import re
import unicodedata

from flask import Response


def file_name(about: str, file: str) -> str:
    """`acties.xlsx` about "Keten Veluwe" is acties-keten-veluwe.xlsx: plain letters, figures and dashes."""
    plain = unicodedata.normalize("NFKD", about).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:60].strip("-")
    stem, _, ending = file.rpartition(".")
    words = words.removeprefix(stem).strip("-")  # else keten-keten-veluwe
    return f"{stem}-{words}.{ending}" if words else file


def attached(body: bytes, kind: str, about: str, file: str) -> Response:
    """The answer that is saved and not opened."""
    headers = {"Content-Disposition": f'attachment; filename="{file_name(about, file)}"'}
    return Response(body, content_type=kind, headers=headers)
