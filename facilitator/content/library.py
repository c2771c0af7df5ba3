"""The library as a whole: reads every shelf and gives it frozen, or raises all faults at once."""

from __future__ import annotations

import copy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from facilitator.content.agendas import PHASES, Agenda, read_agenda
from facilitator.content.blocks import read_block
from facilitator.content.document import Document, read
from facilitator.content.exercises import Exercise, KindCheck, Known, check_sources, read_exercise
from facilitator.content.faults import ContentFaults, Faults
from facilitator.content.handbook import read_handbook
from facilitator.content.people import check_portrait, check_together, read_persona, read_portrait
from facilitator.content.shelf import Shelf

PERSONAS = "personas/carers"
PORTRAITS = "personas/portraits"
FREE = "gezicht-*.svg"  # drawings that belong to nobody
BLOCKS = "facilitator/handbook/bouwstenen"
EXERCISES = "exercises/library"
AGENDAS = "exercises/agendas"
OWN = "eigen-"  # so begins every name on the facilitator's own shelf, and none of ours (second.py)

__all__ = ["Agenda", "KindCheck", "Library", "load"]


@dataclass(frozen=True)
class Library:
    """Everything people wrote, by id, in the order of file names (personas and blocks by number, agendas by phase)."""

    personas: dict[str, dict[str, Any]]
    exercises: dict[str, dict[str, Any]]
    agendas: dict[str, Agenda]
    blocks: list[dict[str, Any]]
    portraits: dict[str, str]
    shelf: Shelf
    written: dict[str, Exercise] = field(default_factory=dict)  # the exercises with what an agenda has to know of them

    @property
    def pages(self) -> dict[str, dict[str, Any]]:
        """The pages of the reference shelf, by id."""
        return self.shelf.pages

    def step_template(self, exercise: str) -> dict[str, Any]:
        """A copy of one exercise, for a step added to a meeting; KeyError when there is no such exercise."""
        return copy.deepcopy(self.exercises[exercise])

    def portrait(self, file: str) -> str:
        """The SVG text of a persona's portrait; KeyError for any other name."""
        return self.portraits[file]


def load(root: Path, kinds: dict[str, KindCheck]) -> Library:
    """Every shelf under `root`. Raises ContentFaults with all faults of all files.

    `kinds` maps the name of a kind to the kind; with {} the kinds and their settings are not checked.
    """
    faults = Faults()
    people, unread_people = _shelf(root, PERSONAS, faults)
    personas = _in_order([(document, read_persona(document, faults)) for document in people])
    check_together(personas, {"label": "label", "number": "nummer"}, faults)
    portraits = _portraits(root, personas, faults)

    blocks = _in_order([(document, read_block(document, faults)) for document in _shelf(root, BLOCKS, faults)[0]])
    check_together(blocks, {"number": "nummer"}, faults)

    handbook = read_handbook(root, faults)

    documents, unread = _shelf(root, EXERCISES, faults)
    names = [persona["id"] for _, persona in personas]
    known = Known(kinds, [*names, *unread_people] if names else [], unread)
    exercises = {document.stem: read_exercise(document, known, faults) for document in documents}
    check_sources(exercises, known, faults)

    documents, _ = _shelf(root, AGENDAS, faults)
    agendas = [read_agenda(document, exercises, known, faults) for document in documents]

    if faults.found:
        raise ContentFaults(faults.found)
    carers = {persona["id"]: persona for _, persona in personas}
    templates = {identity: exercise.template for identity, exercise in exercises.items()}
    stock([*templates.values(), *(step for agenda in agendas for step in agenda.steps)], kinds, carers)
    in_row = [block for _, block in blocks]
    return Library(
        personas=carers,
        exercises=templates,
        agendas={agenda.id: agenda for agenda in sorted(agendas, key=lambda one: PHASES.index(one.phase))},
        blocks=in_row,
        portraits=portraits,
        shelf=Shelf.of(handbook, in_row, carers.values(), templates.values()),
        written=exercises,
    )


def stock(templates: list[dict[str, Any]], kinds: dict[str, KindCheck], personas: dict[str, Any]) -> None:
    """Give each template what its kind takes along from the shelf of personas (`stock`, when the kind has it)."""
    for template in templates:
        taken = getattr(kinds.get(template["kind"]), "stock", None)
        if taken is not None:
            template.update(taken(template, personas))


def _shelf(root: Path, folder: str, faults: Faults) -> tuple[list[Document], list[str]]:
    """The Markdown files of a shelf, and the names of those that could not be read.

    A shelf that is not there is empty; hidden files do not count.
    """
    documents, unread = [], []
    for path in sorted((root / folder).glob("*.md")):
        if path.name.startswith("."):
            continue
        if path.name.startswith(OWN):
            file = path.relative_to(root).as_posix()
            faults.add(file, 1, f"Een naam die met '{OWN}' begint, is van de plank van de begeleider. Noem hem anders.")
        document = read(path, root, faults)
        if document:
            documents.append(document)
        else:
            unread.append(path.stem)
    return documents, unread


def _in_order(found: list[tuple[Document, dict[str, Any]]]) -> list[tuple[Document, dict[str, Any]]]:
    return sorted(found, key=lambda pair: (pair[1]["number"], pair[0].file))


def _portraits(root: Path, personas: list[tuple[Document, dict[str, Any]]], faults: Faults) -> dict[str, str]:
    """What our personas name, and the faces that are free for a facilitator's own."""
    found = {
        persona["portrait"]: read_portrait(document, persona["portrait"], root / PORTRAITS, faults)
        for document, persona in personas
        if persona["portrait"]
    }
    for path in sorted((root / PORTRAITS).glob(FREE)):
        found.setdefault(path.name, check_portrait(path, path.relative_to(root).as_posix(), 1, faults))
    return found
