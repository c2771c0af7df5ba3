"""A written script: YAML in Dutch words -> who joins and what happens step by step; or every fault at once, by line."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from facilitator.chain.people import plain
from facilitator.content import ContentFaults, Library
from facilitator.content.document import read_fields
from facilitator.content.faults import Faults
from facilitator.content.fields import Form
from facilitator.rehearsal.lines import HOST, Known, Scene, day, local, promised
from facilitator.rehearsal.scenes import scene
from facilitator.rehearsal.sent import Person

MOST_PEOPLE = 300


@dataclass
class Sitting:
    """One meeting of a script."""

    title: str
    place: str
    date: str
    agenda: str
    scenes: list[Scene]


@dataclass
class Script:
    """A script without faults: one keten, and its meetings in a row; everybody comes to all of them."""

    file: str
    title: str
    chain: str
    people: list[Person]
    sittings: list[Sitting]

    @property
    def scenes(self) -> list[Scene]:
        return [scene for sitting in self.sittings for scene in sitting.scenes]


def read(path: Path, library: Library) -> Script:
    """The script in this file; raises ContentFaults with all of its faults."""
    faults, file = Faults(), str(path)
    fields = read_fields(path, file, faults)
    if fields is None:
        raise ContentFaults(faults.found)
    known = Known(library)
    form = Form(file, 1, fields, faults)
    title, chain = form.text("titel"), form.text("keten")
    place = form.text("plaats", required=False)
    form.text("bron")
    several = "bijeenkomsten" in form.values
    agenda = "" if several else form.choice("agenda", library.agendas)
    people = [person(one, known) for one in form.forms("deelnemers")]
    if len(people) > MOST_PEOPLE:
        form.fault(form.line_of("deelnemers"), f"Er doen {len(people)} mensen mee. Het mogen er {MOST_PEOPLE} zijn.")
    if several:
        sittings = [sitting_of_several(one, place, known) for one in form.forms("bijeenkomsten")]
    else:
        sittings = [sitting(form, title, place, agenda, known)]
    form.close()
    if faults.found:
        raise ContentFaults(faults.found)
    return Script(file, title, chain, people, sittings)


def sitting_of_several(form: Form, place: str, known: Known) -> Sitting:
    """One item of `bijeenkomsten`: a meeting with a title, a date and an agenda of its own."""
    title = form.text("titel")
    place = form.text("plaats", required=False) or place
    found = sitting(form, title, place, form.choice("agenda", known.library.agendas), known)
    form.close()
    return found


def sitting(form: Form, title: str, place: str, agenda: str, known: Known) -> Sitting:
    """The date and the steps of a meeting."""
    when, scenes = day(form, "datum"), []
    steps = known.library.agendas[agenda].steps if agenda else ()
    for one in form.forms("stappen"):
        number = step_number(one, steps, [scene.number for scene in scenes]) if agenda else None
        if number is None:
            known.kept |= promised(one.values)
            continue
        scenes.append(scene(one, number, steps[number], known))
    return Sitting(title, place, when, agenda, scenes)


def person(form: Form, known: Known) -> Person:
    """One line of `deelnemers`."""
    identity = local(form, "id", required=True)
    if identity in known.people:
        form.fault(form.line_of("id"), f"Er is al een deelnemer '{identity}'. Kies een andere naam.")
    if identity == HOST:
        form.fault(form.line_of("id"), f"'{HOST}' is de begeleider. Kies een andere naam.")
    known.people[identity] = len(known.people)
    texts = [form.text(key, required=False) for key in ("naam", "organisatie", "beroep")]
    form.close()
    known.organisations |= {plain(texts[1])} - {""}
    return Person(*texts)


def step_number(form: Form, steps: tuple[dict[str, Any], ...], taken: list[int]) -> int | None:
    """Which step of the agenda is meant: the first with this exercise that the script has not been at."""
    exercises = [step["exercise"] for step in steps]
    wanted = form.choice("oefening", dict.fromkeys(exercises))
    free = [number for number, exercise in enumerate(exercises) if exercise == wanted and number not in taken]
    if wanted and not free:
        form.fault(form.line_of("oefening"), f"De oefening '{wanted}' staat niet zo vaak op de agenda.")
    return free[0] if free else None
