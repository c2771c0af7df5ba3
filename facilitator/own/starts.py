"""What a new one begins with: nothing, a template for authors, a copy from a shelf, or a skeleton."""

from __future__ import annotations

from pathlib import Path

from facilitator.content.document import Document, read
from facilitator.content.faults import Faults
from facilitator.content.library import AGENDAS, EXERCISES, PERSONAS
from facilitator.content.second import AGENDA, CONFIRMED, EXERCISE, PERSONA
from facilitator.own import papers
from facilitator.own.bookcase import Bookcase
from facilitator.own.papers import Values
from facilitator.settings import ROOT

SKELETONS = ROOT / "facilitator" / "own" / "skeletons"
YOUNG = "jonge-mantelzorger"
FOLDERS = {EXERCISE: EXERCISES, AGENDA: AGENDAS, PERSONA: PERSONAS}
SOURCES = {
    EXERCISE: "eigen oefening, naar '{}' van Ketentafel ({})",
    AGENDA: "eigen agenda, naar '{}' van Ketentafel ({})",
    PERSONA: "eigen persona, naar '{}' van Ketentafel ({})",
}
TITLED = {EXERCISE: "titel", AGENDA: "titel", PERSONA: "label"}


def empty(sort: str, bookcase: Bookcase) -> Values:
    """A form with as little in it as can be."""
    face = next(iter(name for name in bookcase.portraits if name.startswith("gezicht")), "")
    return {
        EXERCISE: {"soort": "briefjes", "minuten": "15", "bron": "eigen oefening"},
        AGENDA: {"fase": "C", "bron": "eigen agenda", "stappen": []},
        PERSONA: {"portret": face, "bron": "eigen persona", "bouwstenen": "2"},
    }[sort]


def template(kind: str) -> Values:
    """The template that a kind has for authors."""
    values = values_of(EXERCISE, ROOT / "exercises" / "kinds" / kind / "new.md")
    return {**values, "van": "", "bron": "eigen oefening"} if values else {}


def skeleton() -> Values:
    """A carer under 18: none of the six is."""
    return values_of(PERSONA, SKELETONS / f"{YOUNG}.md")


def copied(sort: str, identity: str, bookcase: Bookcase, root: Path = ROOT) -> Values:
    """A copy of one of ours or of their own, called so and with its source named; {} when it is not there."""
    shelf = {EXERCISE: bookcase.ours.exercises, AGENDA: bookcase.ours.agendas, PERSONA: bookcase.ours.personas}[sort]
    if identity not in shelf:
        own = bookcase.own.get(identity)
        found = own is not None and own.sort == sort and own.document is not None
        return named(sort, papers.read(sort, own.document)) if found else {}
    values = values_of(sort, root / FOLDERS[sort] / f"{identity}.md")
    title = values.get("titel") or values.get("naam", "")
    values["bron"] = SOURCES[sort].format(title, values.get("bron", ""))
    if sort == PERSONA:
        values["portret"] = empty(PERSONA, bookcase)["portret"]
    return named(sort, values)


def named(sort: str, values: Values) -> Values:
    """The copy tells itself apart."""
    values.pop(CONFIRMED, None)
    if sort == PERSONA:
        values["label"] = f"{papers.label_of(values)} eigen"
    else:
        values["titel"] = f"{values.get('titel', '')} (eigen)"
    return values


def values_of(sort: str, path: Path) -> Values:
    document: Document | None = read(path, path.parent, Faults()) if path.is_file() else None
    return papers.read(sort, document) if document else {}
