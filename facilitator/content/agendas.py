"""Agendas: `exercises/agendas/*.md` -> the steps that a new meeting copies."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import Any

from facilitator.chain.steps import MOST_STEPS
from facilitator.content.body import tree_of
from facilitator.content.document import Document, Section
from facilitator.content.exercises import (
    LONGEST_PROMPT,
    MOST_PROMPTS,
    Exercise,
    Known,
    prompts_of,
    settings_of,
    title_of,
)
from facilitator.content.faults import Faults, suggestion
from facilitator.content.fields import Form

PHASES = ("A", "B", "C", "D", "trainer")  # in the order in which they are offered


@dataclass(frozen=True)
class Agenda:
    """A template for a meeting. `about` is prose; `own_proposal` says that the sources hold no script for it."""

    id: str
    title: str
    phase: str
    minutes: int
    source: str
    own_proposal: bool
    about: list
    steps: tuple[dict[str, Any], ...]
    own: bool = False  # of the facilitator's shelf

    def step_templates(self) -> list[dict[str, Any]]:
        """The steps in order, each a dict of its own; `from` is the index of an earlier step or None."""
        return copy.deepcopy(list(self.steps))


def read_agenda(document: Document, exercises: dict[str, Exercise], known: Known, faults: Faults) -> Agenda:
    """One agenda; its minutes must add up and each `van` must point to an earlier step."""
    form = Form(document.file, 1, document.fields, faults)
    identity = form.text("id")
    if identity and identity != document.stem:
        form.fault(form.line_of("id"), f"'id' moet gelijk zijn aan de naam van het bestand: '{document.stem}'.")
    title, phase = title_of(form, "titel"), form.choice("fase", PHASES)
    minutes, source, own = form.whole("minuten", 1, 600), form.text("bron"), form.yes("eigen_voorstel")
    given = form.forms("stappen")
    if len(given) > MOST_STEPS:
        sentence = (
            f"Er staan {len(given)} stappen. Het mogen er hoogstens {MOST_STEPS} zijn. Verdeel ze over twee dagen."
        )
        form.fault(form.line_of("stappen"), sentence)
    steps = _Steps(given[:MOST_STEPS], exercises, known, faults)
    form.close()
    templates = steps.read()
    total = sum(step["minutes"] for step in templates)
    if minutes and steps.complete and len(given) <= MOST_STEPS and total != minutes:
        sentence = f"De stappen duren samen {total} minuten, maar 'minuten' is {minutes}. Maak die twee gelijk."
        form.fault(form.line_of("minuten"), sentence)
    about = _about(document, faults)
    return Agenda(document.stem, title, phase, minutes, source, own, about, tuple(templates))


def _about(document: Document, faults: Faults) -> list:
    for section in document.sections:
        faults.add(
            document.file, section.line, f"In een agenda staat alleen gewone tekst, zonder kop '{section.title}'."
        )
    if not document.opening.body.strip():
        faults.add(
            document.file, document.opening.line, "Zet onder de kenmerken in een paar zinnen waar deze agenda voor is."
        )
    return tree_of(Section("", "", document.opening.line, document.opening.body), document.file, faults)


@dataclass
class _Steps:
    """The list `stappen` being read, with what `van` may point to."""

    forms: list[Form]
    exercises: dict[str, Exercise]
    known: Known
    faults: Faults
    complete: bool = True

    def read(self) -> list[dict[str, Any]]:
        self.names = [form.text("oefening") for form in self.forms]
        self.complete = bool(self.forms)
        return [self._step(index, form) for index, form in enumerate(self.forms)]

    def _step(self, index: int, form: Form) -> dict[str, Any]:
        name = self.names[index]
        exercise = self.exercises.get(name)
        group, title = form.text("onderdeel"), title_of(form, "titel", required=False)
        minutes = form.whole("minuten", 1, 240, required=False)
        if exercise is None:
            self.complete = False
            if name and name not in self.known.broken:
                form.fault(
                    form.line_of("oefening"), f"De oefening '{name}' bestaat niet.{suggestion(name, self.exercises)}"
                )
            form.asked += ["vragen", "kies", "instellingen", "van"]
            form.close()
            return {"minutes": minutes}
        template = copy.deepcopy(exercise.template)
        template.update(group=group, title=title or template["title"], minutes=minutes or template["minutes"])
        self.complete = self.complete and bool(template["minutes"])
        self._prompts(form, template)
        template["settings"] = settings_of(form, template["kind"], self.known, template["settings"])
        template["from"] = self._source(index, form, exercise)
        form.close()
        return template

    def _prompts(self, form: Form, template: dict[str, Any]) -> None:
        chosen = form.wholes("kies", 1, len(template["prompts"]), required=False)
        if chosen:
            choose(template, chosen)
        texts = form.texts("vragen", required=False)
        if len(texts) > MOST_PROMPTS or any(len(text) > LONGEST_PROMPT for text in texts):
            sentence = f"Hoogstens {MOST_PROMPTS} vragen, elk van hoogstens {LONGEST_PROMPT} tekens."
            form.fault(form.line_of("vragen"), sentence)
        if texts:
            template["prompts"] = prompts_of(texts)

    def _source(self, index: int, form: Form, exercise: Exercise) -> int | None:
        """The latest earlier step that runs the wanted exercise."""
        wanted = form.text("van", required=False) or exercise.source
        if not wanted:
            return None
        line = form.line_of("van")
        own = f"'{self.names[index]}'"
        earlier = [at for at in range(index) if self.names[at] == wanted]
        if earlier:
            self._check_kind(wanted, line, form, exercise)
            return earlier[-1]
        if wanted == self.names[index]:
            sentence = f"De stap {own} kan niet op zichzelf verder bouwen. Noem bij 'van' een eerdere stap."
        elif wanted in self.names:
            sentence = (
                f"De stap {own} gaat verder met '{wanted}', maar die komt pas later in de agenda. Zet hem eerder."
            )
        else:
            hint = suggestion(wanted, self.names[:index])
            sentence = f"De stap {own} gaat verder met '{wanted}', maar die staat niet eerder in deze agenda.{hint}"
        form.fault(line, sentence)
        return None

    def _check_kind(self, wanted: str, line: int, form: Form, exercise: Exercise) -> None:
        kind = self.known.kinds.get(exercise.template["kind"])
        sources = getattr(kind, "sources", None)
        source = self.exercises[wanted].template["kind"] if wanted in self.exercises else ""
        if sources is not None and source and source not in sources:
            hint = suggestion(source, sorted(sources))
            form.fault(line, f"De soort '{kind.name}' kan niet verder met een stap van de soort '{source}'.{hint}")


def choose(template: dict[str, Any], numbers: list[int]) -> None:
    """Only these prompts of the exercise (from 1), in its order, with their ids and the examples that are theirs."""
    count = len(template["prompts"])
    template["prompts"] = [one for number, one in enumerate(template["prompts"], 1) if number in numbers]
    template["examples"] = [text for at, text in enumerate(template["examples"]) if at % count + 1 in numbers]
