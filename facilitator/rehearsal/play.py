"""Play a written script on a real server, and look for everything that it says in the report."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from exercises.registry import KINDS
from facilitator import content
from facilitator.rehearsal.house import House
from facilitator.rehearsal.pace import Pace
from facilitator.rehearsal.programme import Programme
from facilitator.rehearsal.script import Act, Ref, Scene, Script, read
from facilitator.rehearsal.sent import FACILITATOR
from facilitator.rehearsal.stage import Stage
from facilitator.settings import ROOT

WITHOUT_STEP = ("action.accept", "action.split", "action.rank")


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
    script = read(asked.script, library, KINDS)
    minutes = library.agendas[script.agenda].minutes
    programme.script(script.title, len(script.people), asked.speed, minutes)
    with House(speed=asked.speed, limits=False, practice=True) as house:
        stage = Stage(house)
        try:
            stage.raise_curtain(
                script.agenda, keten=script.chain, title=script.title, place=script.place, date=script.date
            )
            for person in script.people:
                stage.join(person)
            programme.joined(len(script.people), len({person.organisation for person in script.people} - {""}))
            player = Player(stage, script)
            for number, scene in enumerate(script.scenes, 1):
                step = player.scene(scene, asked.speed)
                programme.step(number, len(script.scenes), step["title"], stage.sent)
            missing = stage.finish(asked.report)
        finally:
            stage.close()
    return programme.closing(stage.sent, player.refused + missing, asked.report)


class Player:
    """Sends the acts of a script, and knows which id the house gave to which name."""

    def __init__(self, stage: Stage, script: Script) -> None:
        self.stage, self.script = stage, script
        self.steps = stage.steps()
        self.ids: dict[str, str] = {}
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
        body = self.resolved(act.body)
        if act.name not in WITHOUT_STEP:
            body["step"] = step
        answer = self.stage.act(act.who, act.name, body)
        if not answer["ok"]:
            self.refused.append(f"{self.script.file}:{act.line}: De tafel weigert dit. {answer['say']}")
        elif act.keep:
            self.ids[act.keep] = answer["ids"][0]

    def resolved(self, value: Any) -> Any:
        """The same body with ids in the place of names (a name whose line was refused stays unknown to the house)."""
        if isinstance(value, Ref):
            return self.ids.get(value.name, "?")
        if isinstance(value, dict):
            return {self.resolved(key): self.resolved(one) for key, one in value.items()}
        if isinstance(value, list):
            return [self.resolved(one) for one in value]
        return value
