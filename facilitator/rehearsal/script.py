"""A written script: YAML in Dutch words -> who joins and what happens step by step; or every fault at once, by line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from facilitator.chain.people import plain
from facilitator.content import ContentFaults, Library
from facilitator.content.document import Value, read_fields
from facilitator.content.faults import Faults, suggestion
from facilitator.content.fields import Form
from facilitator.rehearsal.lines import HOST, Known, Scene, day, local, names, promised
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
    extra: list[str] = field(default_factory=list)  # exercises that come before the last step of the agenda
    away: set[int] = field(default_factory=set)  # numbers of the people who do not come
    exercises: list[str] = field(default_factory=list)  # of its steps, in order


@dataclass
class Script:
    """A script without faults: one keten, and its meetings in a row, with everybody who comes to any of them."""

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
    agenda, everybody, away = form.choice("agenda", known.library.agendas), known.people, absent(form, known)
    known.people = {name: number for name, number in everybody.items() if number not in away}
    found = sitting(form, title, place, agenda, known)
    known.people, found.away = everybody, away
    form.close()
    return found


def absent(form: Form, known: Known) -> set[int]:
    """`afwezig: [sam, kim]`: who does not come to this meeting."""
    found = set()
    for value in names(form, "afwezig"):
        if value.raw in known.people:
            found.add(known.people[str(value.raw)])
        else:
            form.fault(
                value.line, f"'{value.raw}' staat niet bij de deelnemers.{suggestion(str(value.raw), known.people)}"
            )
    return found


def sitting(form: Form, title: str, place: str, agenda: str, known: Known) -> Sitting:
    """The date and the steps of a meeting."""
    when, scenes = day(form, "datum"), []
    extra = [value.raw for value in names(form, "erbij") if named(form, value, known)]
    steps = added(known.library.agendas[agenda].steps, extra, known) if agenda else ()
    for one in form.forms("stappen"):
        number = step_number(one, steps, [scene.number for scene in scenes]) if agenda else None
        if number is None:
            known.kept |= promised(one.values)
            continue
        scenes.append(scene(one, number, steps[number], known))
    return Sitting(title, place, when, agenda, scenes, extra, exercises=[step["exercise"] for step in steps])


def named(form: Form, value: Value, known: Known) -> bool:
    """True for an exercise of the library."""
    if value.raw in known.library.exercises:
        return True
    form.fault(
        value.line, f"De oefening '{value.raw}' bestaat niet.{suggestion(str(value.raw), known.library.exercises)}"
    )
    return False


def added(steps: Sequence[dict[str, Any]], extra: list[str], known: Known) -> tuple[dict[str, Any], ...]:
    """`erbij: [exercise]`: these come before the last step of the agenda."""
    more = [known.library.step_template(name) for name in extra]
    return (*steps[:-1], *more, *steps[-1:])


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
    known.of[identity] = texts[1]
    known.named |= {plain(texts[1]): texts[1]} if texts[1] else {}
    return Person(*texts)


def step_number(form: Form, steps: tuple[dict[str, Any], ...], taken: list[int]) -> int | None:
    """Which step of the agenda is meant: the first with this exercise that the script has not been at."""
    exercises = [step["exercise"] for step in steps]
    wanted = form.choice("oefening", dict.fromkeys(exercises))
    free = [number for number, exercise in enumerate(exercises) if exercise == wanted and number not in taken]
    if wanted and not free:
        form.fault(form.line_of("oefening"), f"De oefening '{wanted}' staat niet zo vaak op de agenda.")
    return free[0] if free else None
