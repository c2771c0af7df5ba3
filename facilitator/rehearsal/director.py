"""Rehearse: a simulated room goes through a whole agenda on a real server, each kind playing its own round."""

from __future__ import annotations

import random
import shutil
from dataclasses import dataclass
from pathlib import Path

from exercises.registry import KINDS
from facilitator import content
from facilitator.chain.kind import Table
from facilitator.content import Library
from facilitator.content.library import OWN
from facilitator.own.bookcase import FOLDER, Bookcase
from facilitator.rehearsal import cast
from facilitator.rehearsal.held import View
from facilitator.rehearsal.house import House
from facilitator.rehearsal.pace import Pace
from facilitator.rehearsal.programme import Programme
from facilitator.rehearsal.sent import Sent
from facilitator.rehearsal.stage import LOOKING_BACK, Stage
from facilitator.settings import ROOT, default_data

# One fixed day, so that the same seed gives the same dates; far ahead, since nobody proposes a day that has been.
DATE = "2029-11-20"
BEFORE, BEFORE_DATE = "startbijeenkomst", "2029-09-18"  # what a keten did when its next meeting looks back
IN_A_HURRY = 100_000.0


@dataclass(frozen=True)
class Rehearsal:
    """What was asked on the command line."""

    meeting: str
    participants: int
    seed: int
    speed: float
    report: Path
    data: Path | None = None  # where an agenda of one's own stands


class UnknownMeeting(Exception):
    """The text is a Dutch sentence."""


def rehearse(asked: Rehearsal, programme: Programme) -> int:
    """Play it; 0 when everything that was sent stands in the report, else 1."""
    sent, missing = perform(asked, programme)
    return programme.closing(sent, missing, asked.report)


def perform(asked: Rehearsal, programme: Programme) -> tuple[Sent, list[str]]:
    """Play it and write the report; what was sent, and the sentences of what is not in it."""
    library = shelves(asked)
    agenda = library.agendas[asked.meeting]
    programme.opening(agenda.title, asked.participants, asked.seed, asked.speed, agenda.minutes)
    looks_back = any(step["kind"] in LOOKING_BACK for step in agenda.steps)
    house = House(speed=asked.speed, limits=False, practice=True)
    if isinstance(library, Bookcase):  # a copy: what is practised never touches the facilitator's own folder
        shutil.copytree(library.folder, house.data / FOLDER)
    with house:
        stages = [Stage(house)]
        try:
            if looks_back:
                programme.looking_back(library.agendas[BEFORE].title)
                hold(stages[0], library, BEFORE, BEFORE_DATE, asked, IN_A_HURRY, Programme(quiet=True))
                stages[0].end()
                stages.append(Stage(house, stages[0]))
            hold(stages[-1], library, asked.meeting, DATE, asked, asked.speed, programme)
            missing = stages[-1].finish(asked.report)
        finally:
            for stage in stages:
                stage.close()
    return stages[-1].sent, missing


def shelves(asked: Rehearsal) -> Library | Bookcase:
    """Our shelf, and for an agenda of the facilitator's own that one beside it; raises UnknownMeeting."""
    kinds = {kind.name: kind for kind in KINDS}
    library: Library | Bookcase = content.load(ROOT, kinds)
    if asked.meeting.startswith(OWN):
        library = Bookcase(library, kinds, (asked.data or default_data()) / FOLDER)
        faults = library.own[asked.meeting].faults if asked.meeting in library.own else []
        if faults:
            lines = "\n".join(f"{library.folder}/{fault}" for fault in faults)
            raise UnknownMeeting(f"De agenda '{asked.meeting}' is nog niet in orde:\n{lines}")
    if asked.meeting not in library.agendas:
        where = f" in {library.folder}" if isinstance(library, Bookcase) else ""
        found = ", ".join(library.agendas)
        raise UnknownMeeting(f"De agenda '{asked.meeting}' bestaat niet{where}. Kies uit: {found}.")
    return library


def hold(
    stage: Stage,
    library: Library | Bookcase,
    name: str,
    date: str,
    asked: Rehearsal,
    speed: float,
    programme: Programme,
) -> None:
    """One meeting of the practice keten, from its door to its last step."""
    agenda, people = library.agendas[name], cast.people(asked.participants, asked.seed)
    stage.raise_curtain(name, keten=cast.KETEN, title=agenda.title, place=cast.TOWN, date=date)
    for person in people:
        stage.join(person)
    programme.joined(len(people), len({person.organisation for person in people} - {""}))
    steps = stage.steps()
    for number, step in enumerate(steps, 1):
        examples = agenda.steps[number - 1].get("examples", [])  # of the questions that this agenda chose
        chance = random.Random(f"{asked.seed}/{number}")
        play(stage, step, examples, chance, speed)
        programme.step(number, len(steps), step["title"], stage.sent)


def play(stage: Stage, step: View, examples: list[str], chance: random.Random, speed: float) -> None:
    """One step: the facilitator goes there, and the kind says who does what."""
    people = len(stage.phones)
    pace = Pace(step["minutes"], speed, 2 * people)
    step = stage.go(step["id"])
    kind = next(kind for kind in KINDS if kind.name == step["kind"])
    table = Table(people, chance, stage.look, examples)
    acts = kind.demo(step, table)
    answer = None
    while True:
        try:
            who, name, body = next(acts) if answer is None else acts.send(answer)
        except StopIteration:
            break
        pace.beat()
        answer = stage.act(who, name, body)
    pace.end()
