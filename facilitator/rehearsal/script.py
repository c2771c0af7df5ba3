"""A written script: YAML in Dutch words -> who joins and what happens step by step; or every fault at once, by line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from facilitator.chain.kind import Kind
from facilitator.chain.people import plain
from facilitator.content import ContentFaults, Library
from facilitator.content.document import Value, read_fields
from facilitator.content.faults import Faults, suggestion
from facilitator.content.fields import Form
from facilitator.rehearsal.sent import FACILITATOR, Person

HOST = "begeleider"
LOCAL = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")
MOST_PEOPLE = 300


@dataclass(frozen=True)
class Ref:
    """A name in the script, in the place of an id that the house will give."""

    name: str


@dataclass
class Act:
    """One command: who sends it, what is in it (with Refs), and under which name the script keeps what it makes."""

    line: int
    who: str | int
    name: str
    body: dict[str, Any]
    keep: str = ""


@dataclass
class Scene:
    """What happens at one step of the agenda (its number, from 0), in order."""

    number: int
    line: int
    acts: list[Act] = field(default_factory=list)


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


@dataclass
class Known:
    """What the lines of a script may refer to, as far as it is read."""

    library: Library
    kinds: dict[str, Kind]
    people: dict[str, int] = field(default_factory=dict)
    organisations: set[str] = field(default_factory=set)
    kept: dict[str, tuple[int, str]] = field(default_factory=dict)  # name -> line, what it is (note, cluster, action)
    grouped: set[str] = field(default_factory=set)  # names of notes that hang in a group


def read(path: Path, library: Library, kinds: Iterable[Kind]) -> Script:
    """The script in this file; raises ContentFaults with all of its faults."""
    faults, file = Faults(), str(path)
    fields = read_fields(path, file, faults)
    if fields is None:
        raise ContentFaults(faults.found)
    known = Known(library, {kind.name: kind for kind in kinds})
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
    from facilitator.rehearsal.scenes import scene

    when, scenes = day(form, "datum"), []
    steps = known.library.agendas[agenda].steps if agenda else ()
    for one in form.forms("stappen"):
        number = step_number(one, steps, [scene.number for scene in scenes]) if agenda else None
        if number is None:
            known.kept |= promised(one)
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


def promised(form: Form) -> dict[str, tuple[int, str]]:
    """Names that a step which cannot be read would have kept, so that one fault does not bring ten others."""
    found = {}
    for value in form.values.values():
        rows = value.raw if isinstance(value.raw, list) else []
        for row in rows:
            name = row.raw.get("id") if isinstance(row.raw, dict) else None
            if name is not None and isinstance(name.raw, str):
                found[name.raw] = (name.line, "")
    return found


# what every line may need


def local(form: Form, key: str, required: bool = False) -> str:
    """A name of the script's own: small letters, figures, - and _."""
    name = form.text(key, required)
    if name and not LOCAL.fullmatch(name):
        form.fault(form.line_of(key), f"'{name}' kan geen naam zijn. Gebruik kleine letters, cijfers, - en _.")
        return ""
    return name


def keep(form: Form, known: Known, what: str) -> str:
    """The name under which this line's note, group or action is known from here on."""
    name = local(form, "id")
    if name and name in known.kept:
        line = known.kept[name][0]
        form.fault(form.line_of("id"), f"De naam '{name}' is al gebruikt (op regel {line}). Kies een andere.")
    elif name:
        known.kept[name] = (form.line_of("id"), what)
    return name


def who(form: Form, known: Known, host: bool, required: bool = True) -> str | int:
    """Who does it: a participant's number, or the facilitator where `host` allows."""
    options = [*known.people, *([HOST] if host else [])]
    name = form.choice("van", options, required)
    return FACILITATOR if name in ("", HOST) else known.people[name]


def refs(form: Form, values: list[Value], known: Known, *kinds: str) -> list[str]:
    """Names that must have been kept before, as one of these kinds."""
    found = []
    for value in values:
        name = value.raw if isinstance(value.raw, str) else ""
        if ref(form, value.line, name, known, *kinds):
            found.append(name)
    return found


def ref(form: Form, line: int, name: str, known: Known, *kinds: str) -> bool:
    if name not in known.kept:
        form.fault(line, f"'{name}' is hier nog niet bekend.{suggestion(name, known.kept) if known.kept else ''}")
        return False
    what = known.kept[name][1]
    if what and what not in kinds:
        form.fault(line, f"'{name}' is hier niet bruikbaar: het is {WHAT[what]}.")
        return False
    return True


WHAT = {"note": "een briefje", "cluster": "een groepje", "action": "een actie"}


def rows(form: Form, key: str) -> list[Form]:
    """The forms under a key that need not be there."""
    if key not in form.values:
        form.asked.append(key)
        return []
    return form.forms(key)


def names(form: Form, key: str) -> list[Value]:
    """A list of names that need not be there."""
    form.asked.append(key)
    value = form.values.get(key)
    if value is None:
        return []
    if not isinstance(value.raw, list):
        form.fault(value.line, f"'{key}' moet een lijst zijn, zoals [een, twee].")
        return []
    return value.raw


def day(form: Form, key: str) -> str:
    """A date as 2026-11-24, or ""."""
    text = form.text(key, required=False)
    if text:
        try:
            if date.fromisoformat(text).isoformat() == text:
                return text
        except ValueError:
            pass
        form.fault(form.line_of(key), f"'{text}' is geen datum. Schrijf jaar-maand-dag, zoals 2026-11-24.")
    return ""
