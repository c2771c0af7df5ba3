"""What is practised: an agenda of the shelf, one exercise alone, or a meeting with the agenda that it has by now.

For the last two an agenda is written that only the practice house gets; the library judges it as it judges any other.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from facilitator.chain.command import Refused

EXERCISE, MEETING = "oefening:", "bijeenkomst:"  # in front of what is asked for
MADE = "eigen-oefening"  # the agenda that is made
TEXT = """\
---
id: {id}
titel: {title}
fase: trainer
minuten: {minutes}
bron: eigen voorstel
stappen:
{steps}
---

Deze agenda is gemaakt voor de oefenzaal.
"""
GROUP = "Oefenen"

NO_AGENDA = "Deze agenda staat niet (meer) op de plank. Kies een andere."
NO_STEPS = "In deze agenda staat geen enkele stap. Zet er eerst een oefening in, of kies een andere agenda."
NO_EXERCISE = "Deze oefening staat niet (meer) op de plank. Kies een andere."
LEANS = "De oefening '{}' gaat verder met een eerdere stap. Kies een agenda waar zij in staat."
NOT_SO = (
    "De agenda van deze bijeenkomst kan de oefenzaal niet overnemen: er staat een oefening in die niet op de plank "
    "staat, of een stap die verdergaat met een stap die er niet is. Kies een agenda uit de lijst."
)


@dataclass(frozen=True)
class Chosen:
    """An agenda's id and title; `text` is that of an agenda that is made for the room."""

    id: str
    title: str
    text: str = ""


@dataclass(frozen=True)
class Meeting:
    """A real meeting of which only the agenda is taken along, never what was said there."""

    title: str
    steps: list[dict[str, Any]]


def chosen(asked: str, library: Any, meeting: Meeting | None = None) -> Chosen:
    """What was asked for; Refused with a sentence when it is not there or cannot be run."""
    if asked.startswith(MEETING) and meeting is not None:
        return of_meeting(meeting, library)
    if asked.startswith(EXERCISE):
        return alone(asked.removeprefix(EXERCISE), library)
    agenda = library.agendas.get(asked)
    if agenda is None:
        raise Refused(NO_AGENDA, field="agenda")
    if not agenda.steps:
        raise Refused(NO_STEPS, field="agenda")
    return Chosen(agenda.id, agenda.title)


def alone(exercise: str, library: Any) -> Chosen:
    one = library.exercises.get(exercise)
    if one is None:
        raise Refused(NO_EXERCISE, field="agenda")
    step = {"oefening": one["exercise"], "onderdeel": GROUP, "minuten": one["minutes"]}
    text = written("Eén oefening", [step])
    if library.judge("agenda", MADE, text)[1].faults:
        raise Refused(LEANS.format(one["title"]), field="agenda")
    return Chosen(MADE, one["title"], text)


def stands_alone(exercise: str, library: Any) -> bool:
    """True for an exercise that needs no earlier step."""
    try:
        return bool(alone(exercise, library))
    except Refused:
        return False


def of_meeting(meeting: Meeting, library: Any) -> Chosen:
    if not meeting.steps:
        raise Refused(NO_STEPS, field="agenda")
    names = {step["id"]: step["exercise"] for step in meeting.steps}
    steps = []
    for one in meeting.steps:
        step = {
            "oefening": one["exercise"],
            "onderdeel": one["group"] or GROUP,
            "minuten": one["minutes"],
            "titel": one["title"],
            "vragen": [prompt["text"] for prompt in one["prompts"]],
            "van": names.get(one.get("from"), ""),
        }
        steps.append({name: value for name, value in step.items() if value})
    text = written(meeting.title, steps)
    if library.judge("agenda", MADE, text)[1].faults:
        raise Refused(NOT_SO, field="agenda")
    return Chosen(MADE, meeting.title, text)


def written(title: str, steps: list[dict[str, Any]]) -> str:
    """The agenda as a file: JSON is YAML too."""
    rows = "\n".join(f"  - {json.dumps(step, ensure_ascii=False)}" for step in steps)
    minutes = sum(step.get("minuten", 0) for step in steps)
    return TEXT.format(id=MADE, title=json.dumps(title, ensure_ascii=False), minutes=minutes, steps=rows)
