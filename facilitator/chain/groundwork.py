"""The groundwork of a keten: the four answers of phase A, kept for the years, and shown to a room that begins.

Handreiking §4.1, phase A: on which scale, which tables there are already, whether one group gets more attention, and
who becomes chain director. Scale stands with the keten; the other three here. The director is an organisation and a
function: a name stands at the role, beside the book (roles.py).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from facilitator.chain.command import ONLY_FACILITATOR, Body, Desk, Refused, Rule
from facilitator.chain.meetings import SCALES
from facilitator.chain.model import KETEN, Chain, Entity, Event

LONG = 600  # characters of an answer
QUESTIONS = {  # in their order; each with the exercise of the verkennend gesprek that asks it
    "scale": ("Waar werken we?", "schaal-kiezen"),
    "tables": ("Wat is er al?", "bestaande-tafels"),
    "focus": ("Wie krijgt extra aandacht?", "groep-kiezen"),
    "director": ("Wie is ketenregisseur?", "regisseur-kiezen"),
}
ASKED = {exercise: key for key, (_, exercise) in QUESTIONS.items()}
WRITTEN = tuple(QUESTIONS)[1:]  # scale is a choice
SHEET = "keten/opzet"  # what the screen calls this, beside the pages of the handbook
TITLE, SMALL = "Onze keten", "Dit staat al vast"
SOURCE = "afspraken uit de voorbereiding (fase A)"
Words = Annotated[str, Meta(max_length=3000)]
Kept = Annotated[str, Meta(max_length=LONG)]


class Keep(Body):
    scale: str | None = None
    tables: Words | None = None
    focus: Words | None = None
    director: Words | None = None


class Show(Body):
    pass


class Shape(msgspec.Struct):
    """What a book from another laptop may hold (shapes.py)."""

    tables: Kept = ""
    focus: Kept = ""
    director: Kept = ""


# what there is


def answers(chain: Chain) -> dict[str, str]:
    """The four answers, "" for what is still open."""
    keten = chain.entities[KETEN]
    kept = keten.get("groundwork", {})
    return {"scale": keten["scale"], **{key: kept.get(key, "") for key in WRITTEN}}


def told(chain: Chain) -> dict[str, Any] | None:
    """The answers as the control room needs them: rows of question and answer; nothing while none was kept."""
    found = answers(chain)
    if not any(found[key] for key in WRITTEN):
        return None
    rows = [[QUESTIONS[key][0], answer[:1].upper() + answer[1:]] for key, answer in found.items()]
    return {"rows": rows, "complete": complete(chain)}


def still_open(chain: Chain) -> list[str]:
    """The questions without an answer, in their order."""
    return [key for key, answer in answers(chain).items() if not answer]


def complete(chain: Chain) -> bool:
    """True when all four questions have an answer: then phase A is ready (handreiking §4.1)."""
    return not still_open(chain)


def written(steps: Iterable[Entity], notes: Iterable[Entity]) -> dict[str, list[str]]:
    """Per question what people wrote about it (shown steps and notes); not what was hidden, withdrawn or doubled."""
    about = {step["id"]: ASKED[step["exercise"]] for step in steps if step.get("exercise") in ASKED}
    found: dict[str, list[str]] = {key: [] for key in QUESTIONS}
    for note in notes:
        away = any(note.get(flag) for flag in ("hidden", "waiting", "withdrawn", "redacted", "into"))
        if note.get("step") in about and not away:
            found[about[note["step"]]].append(note["text"])
    return found


def offered(lines: Iterable[str]) -> str:
    """What people wrote as the beginning of an answer: whole lines, as many as an answer holds."""
    text = ""
    for line in lines:
        longer = f"{text}\n{' '.join(line.split())}".strip()
        if len(longer) > LONG:
            break
        text = longer
    return text


def prose(chain: Chain) -> list[Any]:
    """The answers as a tree for the screen; what is open is not shown."""
    tree: list[Any] = []
    for question, answer in (told(chain) or {"rows": []})["rows"]:
        lines = [line.strip() for line in answer.splitlines() if line.strip()]
        if lines:
            head = ["strong", question]
            tree += [["p", head, " ", lines[0]]] if len(lines) == 1 else [["p", head]]
            tree += [["ul", *(["li", line] for line in lines)]] if len(lines) > 1 else []
    return tree


# commands


def keep(desk: Desk) -> None:
    """One or more answers; an empty one is open again. Only what changes comes into the book."""
    kept, fields = answers(desk.chain), {}
    for key in WRITTEN:
        text = getattr(desk.body, key)
        if text is not None:
            fields[key] = fitting(text, key)
    if desk.body.scale is not None:
        if desk.body.scale not in SCALES:
            raise Refused("Kies regio, gemeente of wijk.", field="scale")
        fields["scale"] = desk.body.scale
    fields = {key: value for key, value in fields.items() if kept[key] != value}
    if fields:
        desk.emit("groundwork.kept", {"fields": fields})


def fitting(text: str, key: str) -> str:
    text = "\n".join(line.rstrip() for line in text.strip().splitlines())
    if len(text) > LONG:
        raise Refused(f"Houd het korter dan {LONG} tekens. Nu zijn het er {len(text)}.", field=key)
    return text


def show(desk: Desk) -> None:
    """The answers on the room's screen, over the step; the event keeps their words."""
    meeting = desk.meeting
    name = desk.chain.entities[KETEN]["name"]
    sheet = {"page": SHEET, "title": TITLE, "small": SMALL, "source": SOURCE, "part": 0, "parts": 1}
    sheet |= {"heading": name, "prose": prose(desk.chain)}
    if meeting.get("sheet") == sheet:
        raise Refused("Dit staat al op het scherm.")
    desk.emit("sheet.shown", {"id": meeting["id"], "sheet": sheet})


def groundwork_kept(chain: Chain, event: Event) -> None:
    fields = dict(event.body["fields"])
    keten = chain.entities[KETEN]
    scale = fields.pop("scale", keten["scale"])
    chain.change(KETEN, scale=scale, groundwork={**keten.get("groundwork", {}), **fields})


RULES = [
    Rule("groundwork.keep", Keep, ONLY_FACILITATOR, keep, late=True),
    Rule("groundwork.show", Show, ONLY_FACILITATOR, show),
]
EVENTS = {"groundwork.kept": groundwork_kept}
