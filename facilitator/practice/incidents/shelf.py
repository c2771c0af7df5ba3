"""The incidents: one file each (`*.md`), read and checked as all content is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from exercises.registry import KINDS
from facilitator.content.body import Body
from facilitator.content.document import read
from facilitator.content.faults import ContentFaults, Faults
from facilitator.content.fields import Form
from facilitator.content.prose import plain
from facilitator.practice.incidents.looking import RULES
from facilitator.settings import ROOT

HERE = Path(__file__).parent
NOTE, SILENCE, WIFI, RESTART, FLOOD, LATE, DARK, DISAGREE, TOUCHED = (
    "een briefje", "stilte", "wifi", "herstart", "overvloed", "uitloop", "donker", "oneens", "geraakt"
)  # fmt: skip
DEEDS = (NOTE, SILENCE, WIFI, RESTART, FLOOD, LATE, DARK, DISAGREE, TOUCHED)
WRITTEN = (NOTE, DISAGREE, TOUCHED)  # deeds that bring their own texts
CAN, HAPPENS = "Wat u kunt doen", "Wat er gebeurt"
LONGEST = 20  # minutes


@dataclass(frozen=True)
class Seen:
    """A rule that looks at the control room, and what is said when it was done and when it was not ("": nothing)."""

    rule: str
    did: str
    could: str


@dataclass(frozen=True)
class Incident:
    """`deed` is what the room does, `kinds` where it fits (empty: everywhere), `ends` the rules that make it over."""

    id: str
    title: str
    line: str
    minutes: int
    deed: str
    texts: tuple[str, ...]
    kinds: frozenset[str]
    ends: frozenset[str]
    seen: tuple[Seen, ...]
    happens: str
    can: tuple[str, ...]
    source: str


@cache
def incidents() -> dict[str, Incident]:
    """All, by id; ContentFaults with every fault."""
    return load(HERE)


def load(folder: Path) -> dict[str, Incident]:
    faults = Faults()
    found = [incident(path, faults) for path in sorted(folder.glob("*.md"))]
    if faults.found:
        raise ContentFaults(faults.found)
    return {one.id: one for one in found if one is not None}


def incident(path: Path, faults: Faults) -> Incident | None:
    """One file; None after its faults were added."""
    document = read(path, ROOT if path.is_relative_to(ROOT) else path.parent, faults)
    if document is None:
        return None
    form = Form(document.file, 1, document.fields, faults)
    body = Body.of(document, (HAPPENS, CAN), faults)
    identity = form.text("id")
    if identity != path.stem:
        form.fault(form.line_of("id"), f"'id' moet gelijk zijn aan de naam van het bestand: {path.stem}.")
    deed = form.choice("zaal", DEEDS)
    found = Incident(
        id=identity,
        title=form.text("titel"),
        line=form.text("regel"),
        minutes=form.whole("minuten", 1, LONGEST),
        deed=deed,
        texts=tuple(form.texts("teksten", required=deed in WRITTEN)),
        kinds=frozenset(among(form, "bij", [kind.name for kind in KINDS])),
        ends=frozenset(among(form, "klaar", RULES)),
        seen=tuple(seen(one) for one in form.forms("ziet")),
        happens=plain(body.prose(HAPPENS, required=True)),
        can=tuple(body.bullets(CAN, required=True)),
        source=form.text("bron"),
    )
    form.close()
    return found


def among(form: Form, key: str, known: Any) -> list[str]:
    """A list of which every word is known."""
    words = form.texts(key, required=False)
    for word in words:
        if word not in known:
            form.fault(form.line_of(key), f"'{key}' kent '{word}' niet.")
    return words


def seen(form: Form) -> Seen:
    found = Seen(form.choice("regel", RULES), form.text("deed"), form.text("kon", required=False))
    form.close()
    return found
