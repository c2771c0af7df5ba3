"""Personas: `personas/carers/*.md` -> a person in nine sections, with speaker notes and a drawn portrait."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from facilitator.content.blocks import MOST
from facilitator.content.body import no_stray_text, tree_of
from facilitator.content.document import Document, Section
from facilitator.content.faults import Faults, suggestion
from facilitator.content.fields import Form

SECTIONS = (
    "leeftijd",
    "persoonlijke_situatie",
    "werk",
    "huidige_situatie",
    "profiel",
    "informatievoorziening_en_zoekgedrag",
    "behoeften_en_verlangens",
    "pijn_angst_frustraties_belemmeringen",
    "ondersteuning",
)
NOTES = "toelichting"
QUESTION = re.compile(r"Vraag:[ \t]*(.*)")
ACTIVE = re.compile(
    r"<script|<foreignObject|<!ENTITY|\bon[a-z]+\s*=|javascript:|(?:href|src)\s*=\s*[\"'](?!#)|url\((?!#)",
    re.IGNORECASE,
)


def read_persona(document: Document, faults: Faults) -> dict[str, Any]:
    """One persona; whatever is wrong with it is added to `faults` and left blank."""
    form = Form(document.file, 1, document.fields, faults)
    persona: dict[str, Any] = {
        "id": document.stem,
        "name": form.text("naam"),
        "age": form.whole("leeftijd", 1, 120),
        "label": form.text("label"),
        "number": form.whole("nummer", 1, 99),
        "cares_for": form.text("zorgt_voor"),
        "line": form.text("regel"),
        "segments": form.texts("segmenten"),
        "blocks": form.wholes("bouwstenen", 1, MOST),
        "portrait": form.text("portret"),
        "fictional": True,
        "source": form.text("bron"),
    }
    form.close()
    no_stray_text(document, faults)
    sections, notes = _sections(document, faults)
    return {**persona, "sections": sections, "notes": notes}


def _sections(document: Document, faults: Faults) -> tuple[list[dict[str, Any]], list]:
    found: dict[str, dict[str, Any]] = {}
    notes: list = []
    for section in document.sections:
        known = [*SECTIONS, NOTES]
        if not section.id:
            near = suggestion(section.title.replace(" ", "_"), known)
            faults.add(
                document.file, section.line, f"Achter de kop '{section.title}' ontbreekt het kenmerk {{#...}}.{near}"
            )
        elif section.id not in known:
            faults.add(
                document.file, section.line, f"'{section.id}' is geen bekend onderdeel.{suggestion(section.id, known)}"
            )
        elif section.id in found or (section.id == NOTES and notes):
            faults.add(document.file, section.line, f"Het onderdeel '{section.id}' staat er twee keer.")
        elif not section.body.strip():
            faults.add(document.file, section.line, f"Onder de kop '{section.title}' staat niets.")
        elif section.id == NOTES:
            notes = tree_of(section, document.file, faults)
        else:
            found[section.id] = _section(section, document.file, faults)
    ids = {section.id for section in document.sections}
    for missing in (name for name in (*SECTIONS, NOTES) if name not in ids):
        faults.add(document.file, 1, f"Het onderdeel '{missing}' ontbreekt. Maak een kop '## ... {{#{missing}}}'.")
    order = [name for name in SECTIONS if name in found]
    if list(found) != order:
        faults.add(
            document.file,
            document.sections[0].line,
            f"De onderdelen staan niet in de vaste volgorde: {', '.join(order)}.",
        )
    return list(found.values()), notes


def _section(section: Section, file: str, faults: Faults) -> dict[str, Any]:
    lines = section.body.split("\n")
    first = next(index for index, line in enumerate(lines) if line.strip())
    question = QUESTION.match(lines[first].strip())
    if not question or not question.group(1):
        faults.add(
            file, section.line + 1 + first, f"Onder '{section.title}' hoort eerst een regel 'Vraag: ...' te staan."
        )
        return {}
    body = Section(section.title, section.id, section.line + 1 + first, "\n".join(lines[first + 1 :]))
    if not body.body.strip():
        faults.add(file, section.line, f"Onder '{section.title}' staat alleen een vraag. Beschrijf ook de persoon.")
    return {
        "id": section.id,
        "title": section.title,
        "question": question.group(1).strip(),
        "prose": tree_of(body, file, faults),
    }


def check_together(found: list[tuple[Document, dict[str, Any]]], keys: dict[str, str], faults: Faults) -> None:
    """What tells personas (or building blocks) apart is used once; `keys` gives the author's word for each key."""
    for key, field in keys.items():
        seen: dict[Any, str] = {}
        for document, thing in found:
            value = thing[key]
            if value and value in seen:
                line = document.fields[field].line
                faults.add(document.file, line, f"'{field}' is ook die van {seen[value]} ({value}). Kies een andere.")
            seen.setdefault(value, document.file)


def read_portrait(document: Document, name: str, folder: Path, faults: Faults) -> str:
    """The SVG of a persona: a file in the folder of portraits, that draws and does nothing else."""
    line = document.fields["portret"].line
    if Path(name).name != name or not (folder / name).is_file():
        hint = suggestion(name, sorted(path.name for path in folder.glob("*.svg")))
        faults.add(document.file, line, f"Het portret '{name}' bestaat niet.{hint}")
        return ""
    return check_portrait(folder / name, document.file, line, faults)


def check_portrait(path: Path, file: str, line: int, faults: Faults) -> str:
    """The SVG itself, with a fault at that place when it does more than draw."""
    text = path.read_text(encoding="utf-8", errors="replace")
    if "<svg" not in text[:2000]:
        faults.add(file, line, f"Het portret '{path.name}' is geen SVG.")
    elif ACTIVE.search(text):
        sentence = (
            f"Het portret '{path.name}' bevat een script of een verwijzing naar buiten. Laat alleen de tekening staan."
        )
        faults.add(file, line, sentence)
    return text
