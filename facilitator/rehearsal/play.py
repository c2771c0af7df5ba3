"""Play a written script on a real server, and look for everything that it says in the report."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from exercises.registry import KINDS
from facilitator import content
from facilitator.chain.people import plain
from facilitator.rehearsal.charting import Guest
from facilitator.rehearsal.house import House
from facilitator.rehearsal.lines import Act, Org, Ref, Scene
from facilitator.rehearsal.pace import Pace
from facilitator.rehearsal.programme import Programme
from facilitator.rehearsal.script import Script, Sitting, read
from facilitator.rehearsal.sent import FACILITATOR
from facilitator.rehearsal.stage import Stage
from facilitator.settings import ROOT

WITHOUT_STEP = (
    "action.accept", "action.split", "action.rank", "action.follow", "goal.adopt", "goal.follow", "organisation.add",
    "organisation.edit"
)  # fmt: skip


@dataclass(frozen=True)
class Playing:
    """What was asked on the command line."""

    script: Path
    speed: float
    report: Path


def play(asked: Playing, programme: Programme) -> int:
    """0 when all of it was taken and stands in the report, else 1; raises ContentFaults for a script with faults."""
    kinds = {kind.name: kind for kind in KINDS}
    library = content.load(ROOT, kinds)
    script = read(asked.script, library)
    minutes = sum(library.agendas[sitting.agenda].minutes for sitting in script.sittings)
    programme.script(script.title, len(script.people), asked.speed, minutes)
    lost: list[str] = []
    with House(speed=asked.speed, limits=False, practice=True) as house:
        ids: dict[str, str] = {}
        stages: list[Stage] = []
        try:
            for number, sitting in enumerate(script.sittings, 1):
                stage = Stage(house, stages[-1] if stages else None)
                stages.append(stage)
                report = report_of(asked.report, number, len(script.sittings))
                missing = sit(stage, script, sitting, ids, asked.speed, programme)
                missing += stage.finish(report)
                lost += [f"{sitting.title}: {line}" for line in missing] if len(script.sittings) > 1 else missing
                if number < len(script.sittings):
                    programme.report(report)
                    stage.end()
        finally:
            for stage in stages:
                stage.close()
    return programme.closing(stages[-1].sent, lost, asked.report)


def report_of(path: Path, number: int, of: int) -> Path:
    """The last meeting's report has the name that was asked for; those before it have their number behind it."""
    return path if number == of else path.with_name(f"{path.stem}-{number}{path.suffix}")


def sit(
    stage: Stage, script: Script, sitting: Sitting, ids: dict[str, str], speed: float, programme: Programme
) -> list[str]:
    """One meeting, from its door to its last scene; the sentences of what the table refused."""
    stage.raise_curtain(sitting.agenda, keten=script.chain, title=sitting.title, place=sitting.place, date=sitting.date)
    add(stage, sitting.extra)
    coming = [number for number in range(len(script.people)) if number not in sitting.away]
    seats = {number: stage.join(script.people[number]) for number in coming}
    if len(script.sittings) > 1:
        programme.say(f"\n{sitting.title}")
    programme.joined(len(seats), len({script.people[number].organisation for number in seats} - {""}))
    player = Player(stage, script, ids, seats)
    player.steps = known(player.steps, sitting.exercises)
    for number, scene in enumerate(sitting.scenes, 1):
        step = player.scene(scene, speed)
        programme.step(number, len(sitting.scenes), step["title"], stage.sent)
    return player.refused


def add(stage: Stage, exercises: list[str]) -> None:
    """Exercises that the script wants beside the agenda come before its last step."""
    for exercise in exercises:
        before = stage.steps()[-2]["id"]
        stage.act(FACILITATOR, "step.add", {"exercise": exercise, "after": before})


def known(steps: list[dict[str, Any]], exercises: list[str]) -> list[dict[str, Any]]:
    """The steps that the script knows; the house may have put a look back among them (chain/making.py)."""
    left = list(exercises)
    return [step for step in steps if left and step["exercise"] == left[0] and left.pop(0)]


class Player:
    """Sends the acts of one meeting, and knows which id the house gave to which name (`ids`, kept over meetings).

    `seats` says which phone is whose, by the person's number in the script.
    """

    def __init__(self, stage: Stage, script: Script, ids: dict[str, str], seats: dict[int, int]) -> None:
        self.stage, self.script, self.ids, self.seats = stage, script, ids, seats
        self.steps = stage.steps()
        self.refused: list[str] = []

    def scene(self, scene: Scene, speed: float) -> dict[str, Any]:
        step = self.stage.go(self.steps[scene.number]["id"])
        pace = Pace(step["minutes"], speed, len(scene.acts))
        for act in scene.acts:
            pace.beat()
            self.act(act, step["id"])
        pace.end()
        return step

    def act(self, act: Act, step: str) -> None:
        if act.name == "step.reveal" and self.stage.look(FACILITATOR)[step]["revealed"]:
            return
        body = self.resolved(act.body, step)
        if act.name not in WITHOUT_STEP:
            body["step"] = step
        who = act.who if act.who == FACILITATOR else self.seats[int(act.who)]
        answer = self.stage.act(who, act.name, body)
        if not answer["ok"]:
            self.refused.append(f"{self.script.file}:{act.line}: De tafel weigert dit. {answer['say']}")
        elif act.keeps:
            self.ids |= {name: identity for name, identity in zip(act.keeps, answer["ids"], strict=True) if name}
        elif act.keep:
            self.ids[act.keep] = answer["ids"][0] if answer.get("ids") else self.date(step, body)

    def resolved(self, value: Any, step: str) -> Any:
        """The same body with ids in the place of names (a name whose line was refused stays unknown to the house)."""
        if isinstance(value, Ref):
            return value.within.format(self.ids.get(value.name, "?"))
        if isinstance(value, Org):
            return self.organisation(value.name)
        if isinstance(value, Guest):
            return self.guest(value.name, step)
        if isinstance(value, dict):
            return {self.resolved(key, step): self.resolved(one, step) for key, one in value.items()}
        if isinstance(value, list):
            return [self.resolved(one, step) for one in value]
        return value

    def guest(self, name: str, step: str) -> str:
        """The id of an organisation on the map of this step by its name."""
        guests = self.stage.look(FACILITATOR)[step]["state"].get("guests", ())
        return next((one[0] for one in guests if plain(one[1]) == plain(name)), "?")

    def date(self, step: str, body: dict[str, Any]) -> str:
        """The id of a date that was just proposed: it is no entity of its own."""
        dates = self.stage.look(FACILITATOR)[step]["state"].get("dates", ())
        wanted = {key: body.get(key, "") for key in ("day", "start", "end")}
        return next((one["id"] for one in dates if {key: one.get(key, "") for key in wanted} == wanted), "?")

    def organisation(self, name: str) -> str:
        """The id of an organisation by its name; it comes to the table when it is not there."""
        for one in self.stage.look(FACILITATOR).values():
            if one["type"] == "organisation" and plain(one["name"]) == plain(name):
                return one["id"]
        return self.stage.act(FACILITATOR, "organisation.add", {"name": name, "sort": "overig"})["ids"][0]
