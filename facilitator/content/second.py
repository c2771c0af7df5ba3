"""The second shelf: exercises, agendas and personas that a facilitator made, read beside ours with the same rules.

A fault in one of them keeps that one off the shelf and nothing else: ours are whole, and so is the rest of theirs.
"""

from __future__ import annotations

import copy
import dataclasses
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from facilitator.content.agendas import PHASES, Agenda, read_agenda
from facilitator.content.document import Document, parse, read
from facilitator.content.exercises import Exercise, KindCheck, Known, check_sources, read_exercise
from facilitator.content.faults import Fault, Faults
from facilitator.content.library import OWN, Library, stock
from facilitator.content.people import read_persona

EXERCISE, AGENDA, PERSONA = "oefening", "agenda", "persona"
FOLDERS = {PERSONA: "personas", EXERCISE: "oefeningen", AGENDA: "agendas"}  # in the order in which they are read
CONFIRMED = "niet_herleidbaar"  # the facilitator says so of a persona, and of a case in an exercise
STEM = re.compile(rf"{OWN}[a-z0-9-]{{1,34}}")  # 40 characters at most: the id of a command's body


@dataclass
class Own:
    """One file of the second shelf. `thing` is a template, an agenda or a persona; None while there are faults."""

    sort: str
    id: str
    file: str
    faults: list[Fault] = field(default_factory=list)
    document: Document | None = None
    thing: Any = None

    @property
    def confirmed(self) -> bool:
        """True when the facilitator said that this points at no real person."""
        return self.document is not None and _raw(self.document, CONFIRMED) == "ja"

    @property
    def plain(self) -> Document:
        """The document without what only this shelf knows."""
        fields = {name: value for name, value in self.document.fields.items() if name != CONFIRMED}
        return dataclasses.replace(self.document, fields=fields)

    @property
    def title(self) -> str:
        """What it is called, as far as it can be read."""
        names = ("label", "naam") if self.sort == PERSONA else ("titel",)
        found = (_raw(self.document, name) for name in names if self.document)
        return next((" ".join(text.split()) for text in found if text.strip()), self.id)


@dataclass
class Second:
    """The whole second shelf by id, and the library of both shelves together."""

    own: dict[str, Own]
    library: Library


def beside(ours: Library, kinds: dict[str, KindCheck], root: Path) -> Second:
    """Every file under `root`, whatever is in it: what is good stands beside ours, the rest with its faults."""
    own: dict[str, Own] = {}
    for sort, folder in FOLDERS.items():
        for path in sorted((root / folder).glob("*.md")):
            if path.name.startswith("."):
                continue
            found = Faults()
            one = Own(sort, path.stem, path.relative_to(root).as_posix())
            one.document = read(path, root, found)
            one.faults = found.found
            if one.id in own:
                sentence = f"Deze naam heeft ook een ander bestand: {one.file}. Geef een van de twee een andere naam."
                own[one.id].faults.append(Fault(own[one.id].file, 1, sentence))
            own.setdefault(one.id, one)
    return judged(ours, kinds, own.values())


def with_text(
    ours: Library, kinds: dict[str, KindCheck], shelf: Second, sort: str, identity: str, text: str
) -> tuple[Second, Own]:
    """The same shelf as if this text stood on it already, and the one that it is about."""
    found = Faults()
    one = Own(sort, identity, f"{FOLDERS[sort]}/{identity}.md")
    one.document = parse(text, one.file, identity, found)
    one.faults = found.found
    fresh = [Own(it.sort, it.id, it.file, [], it.document) for it in shelf.own.values() if it.id != identity]
    for it in fresh:
        it.faults = [] if it.document else shelf.own[it.id].faults
    return judged(ours, kinds, [*fresh, one]), one


def judged(ours: Library, kinds: dict[str, KindCheck], files: Iterable[Own]) -> Second:
    """Each file read by the rules of its sort: personas first, then exercises, then the agendas that name them."""
    own = {one.id: one for one in sorted(files, key=lambda one: list(FOLDERS).index(one.sort))}
    for one in own.values():
        _named(one)
    personas = _personas(ours, own)
    broken = [one.id for one in own.values() if one.sort == EXERCISE and one.document is None]
    known = Known(kinds, list(personas), broken)
    exercises = _exercises(ours, own, known)
    templates = {identity: one.template for identity, one in exercises.items()}
    agendas = dict(ours.agendas)
    for one in _of(own, AGENDA):
        found = Faults()
        agenda = dataclasses.replace(read_agenda(one.plain, exercises, known, found), own=True)
        _gone(one, own, found)
        one.faults += found.found
        if not one.faults:
            one.thing = agendas[one.id] = agenda
    if not own:
        return Second(own, ours)
    fresh = list(own)  # what was read now takes along what its kind wants of the personas
    if len(personas) > len(ours.personas):  # and so does everything, when there are more to choose from
        fresh = [*templates, *agendas]
        templates = {identity: copy.deepcopy(template) for identity, template in templates.items()}
        agendas = {key: dataclasses.replace(one, steps=tuple(one.step_templates())) for key, one in agendas.items()}
    steps = [step for key in fresh if key in agendas for step in agendas[key].steps]
    stock([*(templates[key] for key in fresh if key in templates), *steps], kinds, personas)
    for one in own.values():
        if one.thing is not None and one.sort != PERSONA:
            one.thing = (templates if one.sort == EXERCISE else agendas)[one.id]
    joined = dataclasses.replace(
        ours,
        personas=personas,
        exercises=templates,
        agendas=dict(sorted(agendas.items(), key=lambda pair: (PHASES.index(pair[1].phase), pair[0] in own))),
        written=exercises,
    )
    return Second(own, joined)


def _of(own: dict[str, Own], sort: str) -> list[Own]:
    """Of one sort, those that could be read and have a name of their own."""
    return [one for one in own.values() if one.sort == sort and one.document is not None and not one.faults]


def _named(one: Own) -> None:
    """The name of the file is the id, and tells the two shelves apart."""
    if not STEM.fullmatch(one.id):
        sentence = (
            f"De naam van het bestand moet beginnen met '{OWN}', met daarna kleine letters, cijfers en streepjes."
        )
        one.faults.append(Fault(one.file, 1, sentence))


def _personas(ours: Library, own: dict[str, Own]) -> dict[str, Any]:
    personas = dict(ours.personas)
    labels = {persona["label"].casefold(): persona["label"] for persona in personas.values()}
    for one in _of(own, PERSONA):
        found = Faults()
        persona = read_persona(one.plain, found)
        fields = one.document.fields
        label = persona["label"].casefold()
        if label in labels:
            line = fields["label"].line
            sentence = f"'{labels[label]}' is er al. Kies een 'label' waaraan u de twee uit elkaar houdt."
            found.add(one.file, line, sentence)
        if persona["portrait"] and persona["portrait"] not in ours.portraits:
            sentence = f"Het portret '{persona['portrait']}' is niet een van onze tekeningen. Kies er een uit de lijst."
            found.add(one.file, fields["portret"].line, sentence)
        if not one.confirmed:
            sentence = "Kijk na of deze persona op een echt mens lijkt, en bevestig dat niemand te herkennen is."
            found.add(one.file, fields[CONFIRMED].line if CONFIRMED in fields else 1, sentence)
        one.faults += found.found
        if not one.faults:
            labels[label] = persona["label"]
            one.thing = personas[one.id] = {**persona, "own": True}
    return personas


def _exercises(ours: Library, own: dict[str, Own], known: Known) -> dict[str, Exercise]:
    """Ours and theirs; of those that build on each other in a circle, none."""
    read_now: dict[str, tuple[Own, Exercise]] = {}
    for one in _of(own, EXERCISE):
        found = Faults()
        read_now[one.id] = one, read_exercise(one.plain, known, found)
        one.faults += found.found
    together = {**ours.written, **{key: exercise for key, (_, exercise) in read_now.items()}}
    found = Faults()
    check_sources(
        {key: exercise for key, exercise in together.items() if key in read_now or key in ours.written}, known, found
    )
    exercises = dict(ours.written)
    for key, (one, exercise) in read_now.items():
        one.faults += [fault for fault in found.found if fault.file == one.file]
        if not one.faults:
            exercise.template["own"] = True
            one.thing = exercise.template
            exercises[key] = exercise
    return exercises


def _raw(document: Document, name: str) -> str:
    """A property as text; "" when it is not there or no text."""
    raw = document.fields[name].raw if name in document.fields else ""
    return raw if isinstance(raw, str) else ""


def _gone(one: Own, own: dict[str, Own], found: Faults) -> None:
    """An agenda that names an exercise which is there but not good: said in other words than one that is not there."""
    stuck = {it.id: it for it in own.values() if it.sort == EXERCISE and it.faults}
    for fault in list(found.found):
        for identity, it in stuck.items():
            if f"De oefening '{identity}' bestaat niet" in fault.sentence:
                sentence = f"Met de oefening '{it.title}' is iets mis. Herstel eerst die oefening, of kies een andere."
                found.found[found.found.index(fault)] = Fault(fault.file, fault.line, sentence)
    raw = one.document.fields["stappen"].raw if "stappen" in one.document.fields else []
    for step in raw if isinstance(raw, list) else []:
        name = step.raw.get("oefening") if isinstance(step.raw, dict) else None
        if name is not None and name.raw in stuck and stuck[name.raw].document is None:
            sentence = f"De oefening '{name.raw}' is niet te lezen. Herstel eerst die oefening, of kies een andere."
            found.add(one.file, name.line, sentence)


def sort_of(document: Document) -> str:
    """What a text is, by the properties at its top."""
    if "stappen" in document.fields or "fase" in document.fields:
        return AGENDA
    return PERSONA if {"zorgt_voor", "naam", "portret"} & document.fields.keys() else EXERCISE


__all__ = ["AGENDA", "EXERCISE", "FOLDERS", "PERSONA", "Agenda", "Own", "Second", "beside", "sort_of", "with_text"]
