"""The library as a whole: reads every shelf and gives it frozen, or raises all faults at once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from facilitator.content.agendas import Agenda, read_agenda
from facilitator.content.body import Body
from facilitator.content.document import Document, read
from facilitator.content.exercises import Exercise, KindCheck, read_exercise
from facilitator.content.faults import ContentFaults, Faults, suggestion
from facilitator.content.fields import Form
from facilitator.content.people import check_together, read_persona, read_portrait

PERSONAS = "personas/carers"
PORTRAITS = "personas/portraits"
BLOCKS = "facilitator/handbook/bouwstenen"
EXERCISES = "exercises/library"
AGENDAS = "exercises/agendas"

__all__ = ["Agenda", "KindCheck", "Library", "load"]


@dataclass(frozen=True)
class Library:
    """Everything people wrote, by id, in the order of file names (personas and blocks in the order of their number)."""

    personas: dict[str, dict[str, Any]]
    exercises: dict[str, dict[str, Any]]
    agendas: dict[str, Agenda]
    blocks: list[dict[str, Any]]
    portraits: dict[str, str]

    def portrait(self, file: str) -> str:
        """The SVG text of a persona's portrait; KeyError for any other name."""
        return self.portraits[file]


def load(root: Path, kinds: dict[str, KindCheck]) -> Library:
    """Every shelf under `root`. Raises ContentFaults with all faults of all files.

    `kinds` maps the name of a kind to the kind; with {} the kinds and their settings are not checked.
    """
    faults = Faults()
    personas, portraits = _personas(root, faults)
    blocks = [_block(document, faults) for document in _documents(root, BLOCKS, faults)]
    exercises = {
        document.stem: read_exercise(document, kinds, faults) for document in _documents(root, EXERCISES, faults)
    }
    _check_sources(exercises, faults)
    for exercise in exercises.values():
        _check_persona(exercise.file, exercise.template, personas, faults)
    agendas = {
        document.stem: read_agenda(document, exercises, kinds, faults) for document in _documents(root, AGENDAS, faults)
    }
    for agenda in agendas.values():
        for step in agenda.steps:
            _check_persona(f"{AGENDAS}/{agenda.id}.md", step, personas, faults)
    if faults.found:
        raise ContentFaults(faults.found)
    templates = {identity: exercise.template for identity, exercise in exercises.items()}
    return Library(personas, templates, agendas, sorted(blocks, key=lambda block: block["number"]), portraits)


def _documents(root: Path, folder: str, faults: Faults) -> list[Document]:
    """The readable Markdown files of a shelf; a shelf that is not there is empty, hidden files do not count."""
    paths = sorted(path for path in (root / folder).glob("*.md") if not path.name.startswith("."))
    return [document for path in paths if (document := read(path, root, faults))]


def _personas(root: Path, faults: Faults) -> tuple[dict[str, dict[str, Any]], dict[str, str]]:
    found = [(document, read_persona(document, faults)) for document in _documents(root, PERSONAS, faults)]
    check_together(found, faults)
    portraits = {
        persona["portrait"]: read_portrait(document, persona["portrait"], root / PORTRAITS, faults)
        for document, persona in found
        if persona["portrait"]
    }
    ordered = sorted((persona for _, persona in found), key=lambda persona: persona["number"])
    return {persona["id"]: persona for persona in ordered}, portraits


def _block(document: Document, faults: Faults) -> dict[str, Any]:
    form = Form(document.file, 1, document.fields, faults)
    block = {
        "number": form.whole("nummer", 1, 7),
        "name": form.text("naam"),
        "kind": form.choice("soort", ("casus", "keten")),
        "source": form.text("bron"),
    }
    form.close()
    body = Body.of(document, ("Opgave", "Doel", "Instrumenten", "Vragen"), faults)
    return {
        **block,
        "task": body.prose("Opgave", required=True),
        "goal": body.prose("Doel", required=True),
        "instruments": body.bullets("Instrumenten", required=True),
        "questions": body.bullets("Vragen", required=True),
    }


def _check_sources(exercises: dict[str, Exercise], faults: Faults) -> None:
    """`van` in an exercise names another exercise, and following it comes to an end."""
    for identity, exercise in exercises.items():
        if not exercise.source:
            continue
        if exercise.source not in exercises:
            hint = suggestion(exercise.source, exercises)
            faults.add(exercise.file, exercise.line, f"De oefening '{exercise.source}' bij 'van' bestaat niet.{hint}")
            continue
        way = [identity]
        while (following := exercises[way[-1]].source) in exercises:
            if following == identity:
                circle = " -> ".join([*way, identity])
                faults.add(
                    exercise.file,
                    exercise.line,
                    f"'van' loopt in een kring: {circle}. Laat een van de oefeningen zonder 'van'.",
                )
            if following in way:
                break
            way.append(following)


def _check_persona(file: str, template: dict[str, Any], personas: dict[str, Any], faults: Faults) -> None:
    """A setting `persona` names a persona that exists."""
    wanted = template.get("settings", {}).get("persona")
    if personas and isinstance(wanted, str) and wanted and wanted not in personas:
        faults.add(file, 1, f"De persona '{wanted}' bestaat niet.{suggestion(wanted, personas)}")
