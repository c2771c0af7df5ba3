"""Pages of the handbook: `facilitator/handbook/<shelf>/*.md` -> title, source, and parts in prose."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from facilitator.content.blocks import MOST
from facilitator.content.body import tree_of
from facilitator.content.document import Document, Section, read
from facilitator.content.faults import Faults, suggestion
from facilitator.content.fields import Form

FOLDER = "facilitator/handbook"
# The folders with pages, in the order in which they stand on the shelf; `bouwstenen` has a form of its own.
SHELVES = (
    "ketenaanpak",
    "rollen",
    "fasen",
    "beroepen",
    "pilots",
    "vindplaatsen",
    "voorbeelden",
    "regioplan",
    "landelijk",
    "woorden",
)
OTHER = ("bouwstenen",)
STEM = re.compile(r"[a-z0-9-]{1,60}")


def read_handbook(root: Path, faults: Faults) -> list[dict[str, Any]]:
    """Every page in the order of shelves and numbers; whatever is wrong is added to `faults`."""
    known = [*SHELVES, *OTHER]
    folders = sorted(path for path in (root / FOLDER).glob("*") if path.is_dir() and path.name[0] not in "._")
    for folder in folders:
        if folder.name not in known:
            file = folder.relative_to(root).as_posix()
            faults.add(file, 1, f"De plank '{folder.name}' is niet bekend.{suggestion(folder.name, known)}")
    return [page for shelf in SHELVES for page in _shelf(root, shelf, faults)]


def _shelf(root: Path, shelf: str, faults: Faults) -> Iterable[dict[str, Any]]:
    paths = sorted(path for path in (root / FOLDER / shelf).glob("*.md") if path.name[0] != ".")
    documents = [document for document in (read(path, root, faults) for path in paths) if document]
    return sorted((read_page(document, shelf, faults) for document in documents), key=lambda page: page["number"])


def read_page(document: Document, shelf: str, faults: Faults) -> dict[str, Any]:
    """One page. A part is {id, title, prose}; what stands before the first heading is a part without id and title."""
    form = Form(document.file, 1, document.fields, faults)
    page = {
        "id": f"{shelf}/{document.stem}",
        "shelf": shelf,
        "title": form.text("titel"),
        "line": form.text("regel", required=False),
        "number": form.whole("nummer", 1, 999, required=False) or 999,
        "keywords": form.texts("trefwoorden", required=False),
        "blocks": form.wholes("bouwstenen", 1, MOST, required=False),
        "note": form.text("aantekening", required=False),
        "source": form.text("bron"),
    }
    form.close()
    if not STEM.fullmatch(document.stem):
        faults.add(document.file, 1, "De naam van het bestand mag alleen kleine letters, cijfers en streepjes hebben.")
    parts = [
        _part(section, document, faults)
        for section in (document.opening, *document.sections)
        if section.title or section.body.strip()
    ]
    if not parts:
        faults.add(document.file, 1, "Onder de kenmerken staat niets. Schrijf de pagina.")
    _each_once(document, faults)
    return {**page, "parts": parts}


def _part(section: Section, document: Document, faults: Faults) -> dict[str, Any]:
    if section.title and not section.body.strip():
        faults.add(document.file, section.line, f"Onder de kop '{section.title}' staat niets.")
    return {"id": section.id, "title": section.title, "prose": tree_of(section, document.file, faults)}


def _each_once(document: Document, faults: Faults) -> None:
    """A heading's mark is used once in a file: people and tests find a part by it."""
    seen: dict[str, int] = {}
    for section in document.sections:
        if section.id in seen:
            sentence = f"Het kenmerk '{section.id}' staat er twee keer (eerder op regel {seen[section.id]})."
            faults.add(document.file, section.line, sentence)
        elif section.id:
            seen[section.id] = section.line
