"""Exercises: `exercises/library/*.md` -> step templates, with their settings checked by the kind they use."""

from __future__ import annotations

import functools
import types
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Literal, Protocol, Union, get_args, get_origin

import msgspec

from facilitator.content.blocks import MOST
from facilitator.content.body import Body
from facilitator.content.document import Document, Value
from facilitator.content.faults import Faults, suggestion
from facilitator.content.fields import Form

TITLES = ("Vragen", "Uitleg", "Doel", "Vraag", "Let op", "Als u achterloopt", "Toelichting", "Voorbeelden")
LONGEST_TITLE, LONGEST_PROMPT, MOST_PROMPTS = 160, 300, 12


class KindCheck(Protocol):
    """What the library needs of a kind of exercise: its name and the struct of its settings.

    A kind may also have `sources`: names of the kinds whose steps it can work on (checked against `van:`), and
    `stock(template, personas)`: fields that its templates take along from the shelf of personas.
    """

    name: str
    Settings: type[msgspec.Struct]


@dataclass(frozen=True)
class Known:
    """What is checked against; with no kinds, or no personas, that part is not checked.

    `broken` are exercises whose file could not be read: that has been said, so what names them is let be.
    """

    kinds: dict[str, KindCheck]
    personas: Collection[str] = ()
    broken: Collection[str] = ()


@dataclass(frozen=True)
class Exercise:
    """A template and what an agenda has to know about it: the exercise it builds on and where that was said."""

    template: dict[str, Any]
    source: str
    file: str
    line: int


def read_exercise(document: Document, known: Known, faults: Faults) -> Exercise:
    """One exercise; whatever is wrong with it is added to `faults` and left blank."""
    form = Form(document.file, 1, document.fields, faults)
    identity = form.text("id")
    if identity and identity != document.stem:
        form.fault(form.line_of("id"), f"'id' moet gelijk zijn aan de naam van het bestand: '{document.stem}'.")
    kind = form.choice("soort", known.kinds) if known.kinds else form.text("soort")
    template: dict[str, Any] = {
        "exercise": document.stem,
        "kind": kind,
        "title": title_of(form, "titel"),
        "group": "",
        "minutes": form.whole("minuten", 1, 240),
        "block": form.whole("bouwsteen", 1, MOST, required=False),
    }
    template["settings"] = settings_of(form, kind, known, {})
    source, line = form.text("van", required=False), form.line_of("van")
    template["source"] = form.text("bron")
    form.close()
    template.update(_body_of(document, faults))
    template["from"] = None
    return Exercise(template, source, document.file, line)


def _body_of(document: Document, faults: Faults) -> dict[str, Any]:
    body = Body.of(document, TITLES, faults)
    texts = body.bullets("Vragen")
    _check_prompts(body, texts)
    return {
        "prompts": prompts_of(texts),
        "slide": body.prose("Uitleg"),
        "coaching": {
            "goal": body.prose("Doel", required=True),
            "ask": body.prose("Vraag"),
            "pitfall": body.prose("Let op"),
            "late": body.prose("Als u achterloopt"),
            "notes": body.prose("Toelichting"),
        },
        "examples": _examples_of(body, len(texts)),
    }


def _check_prompts(body: Body, texts: list[str]) -> None:
    section = body.sections.get("vragen")
    if section and len(texts) > MOST_PROMPTS:
        body.fault(section.line, f"Er staan {len(texts)} vragen. Het mogen er hoogstens {MOST_PROMPTS} zijn.")
    for text in texts:
        if len(text) > LONGEST_PROMPT:
            body.fault(
                section.line, f"De vraag '{text[:40]}...' is te lang: {len(text)} tekens, hoogstens {LONGEST_PROMPT}."
            )


def prompts_of(texts: list[str]) -> list[dict[str, str]]:
    """Prompts with the ids "1", "2", ... that notes will carry as their lane."""
    return [{"id": str(number), "text": text} for number, text in enumerate(texts, 1)]


def _examples_of(body: Body, prompts: int) -> list[str]:
    """Example answers; under `### 1`, `### 2`, ... they belong to a prompt: example i belongs to prompt i mod n."""
    lanes = dict(body.lanes("Voorbeelden"))
    if not lanes or list(lanes) == [""]:
        return lanes.get("", [])
    line = body.sections["voorbeelden"].line
    if list(lanes) != [str(number) for number in range(1, prompts + 1)]:
        body.fault(
            line,
            f"Zet de voorbeelden onder '### 1' tot en met '### {prompts}', in die volgorde.",
        )
        return []
    if len({len(items) for items in lanes.values()}) > 1:
        body.fault(line, "Geef bij elke vraag evenveel voorbeelden.")
        return []
    return [text for row in zip(*lanes.values(), strict=True) for text in row]


def title_of(form: Form, key: str, required: bool = True) -> str:
    title = form.text(key, required)
    if len(title) > LONGEST_TITLE:
        form.fault(form.line_of(key), f"'{key}' is te lang: {len(title)} tekens, hoogstens {LONGEST_TITLE}.")
    return title


@functools.cache
def _fields(settings: type[msgspec.Struct]) -> dict[str, Any]:
    """The fields of a kind's settings by name; looking them up takes longer than reading an exercise."""
    return {field.name: field for field in msgspec.structs.fields(settings)}


def settings_of(form: Form, kind_name: str, known: Known, base: dict[str, Any]) -> dict[str, Any]:
    """`instellingen` laid over `base`, typed and completed by the kind; plain text while there are no kinds."""
    given = form.mapping("instellingen")
    _check_persona(form, given, known)
    kind = known.kinds.get(kind_name)
    if kind is None:
        return {**base, **{name: _plain_value(value) for name, value in given.items()}}
    fields = _fields(kind.Settings)
    settings = dict(base)
    sound = True
    for name, value in given.items():
        if name not in fields:
            form.fault(
                value.line, f"De soort '{kind.name}' kent de instelling '{name}' niet.{suggestion(name, fields)}"
            )
            continue
        try:
            settings[name] = msgspec.to_builtins(_typed(value, fields[name].type))
        except msgspec.ValidationError:
            sound = False
            form.fault(
                value.line,
                f"De instelling '{name}' moet {_wanted(fields[name].type)} zijn. Er staat '{_plain_value(value)}'.",
            )
    if not sound:
        return settings
    try:
        return msgspec.to_builtins(msgspec.convert(settings, kind.Settings))
    except msgspec.ValidationError as error:
        form.fault(form.line_of("instellingen"), f"De instellingen van '{kind.name}' kloppen niet ({error}).")
        return settings


def _check_persona(form: Form, given: dict[str, Value], known: Known) -> None:
    value = given.get("persona")
    if known.personas and value and isinstance(value.raw, str) and value.raw not in known.personas:
        form.fault(value.line, f"De persona '{value.raw}' bestaat niet.{suggestion(value.raw, known.personas)}")


def _typed(value: Value, wanted: Any) -> Any:
    raw = _plain_value(value)
    if _bare(wanted) is bool and isinstance(raw, str):
        raw = {"ja": "true", "nee": "false"}.get(raw.casefold(), raw)
    return msgspec.convert(raw, wanted, strict=False)


def _plain_value(value: Value) -> Any:
    if isinstance(value.raw, list):
        return [_plain_value(item) for item in value.raw]
    if isinstance(value.raw, dict):
        return {name: _plain_value(item) for name, item in value.raw.items()}
    return value.raw.strip()


def _bare(wanted: Any) -> Any:
    return get_args(wanted)[0] if hasattr(wanted, "__metadata__") else wanted


def _wanted(wanted: Any) -> str:
    """A type in words for an author."""
    bare = _bare(wanted)
    if get_origin(bare) is Literal:
        return f"een van {', '.join(str(option) for option in get_args(bare))}"
    if get_origin(bare) in (Union, types.UnionType):
        return " of ".join(_wanted(option) for option in get_args(bare) if option is not type(None))
    words = {bool: "ja of nee", int: "een geheel getal", float: "een getal", str: "tekst"}.get(
        bare, "anders geschreven"
    )
    limits = [
        f"{word} {limit}"
        for meta in getattr(wanted, "__metadata__", ())
        for word, limit in (
            ("minstens", meta.ge),
            ("hoogstens", meta.le),
            ("meer dan", meta.gt),
            ("minder dan", meta.lt),
        )
        if limit is not None
    ]
    return f"{words} ({', '.join(limits)})" if limits else words


def check_sources(exercises: dict[str, Exercise], known: Known, faults: Faults) -> None:
    """`van` in an exercise names another exercise, and following it comes to an end."""
    for identity, exercise in exercises.items():
        if not exercise.source or exercise.source in known.broken:
            continue
        if exercise.source not in exercises:
            hint = suggestion(exercise.source, exercises)
            faults.add(exercise.file, exercise.line, f"De oefening '{exercise.source}' bij 'van' bestaat niet.{hint}")
            continue
        way = [identity]
        while (following := exercises[way[-1]].source) in exercises and following not in way:
            way.append(following)
        if following == identity:
            circle = " -> ".join([*way, identity])
            sentence = f"'van' loopt in een kring: {circle}. Laat een van de oefeningen zonder 'van'."
            faults.add(exercise.file, exercise.line, sentence)
