"""Steps of an agenda: adding, moving, editing and removing them; showing what was hidden; the clock."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from msgspec import Meta

from facilitator.chain import setting
from facilitator.chain.command import ONLY_FACILITATOR, Body, Desk, Id, Line, Refused, Rule
from facilitator.chain.model import Chain, Event

MOST_PROMPTS = 12
MOST_STEPS = 60  # more than anybody can lead in a day, and the control room stays quick


class Add(Body):
    exercise: Id
    after: str = ""


class One(Body):
    step: Id


class Move(Body):
    step: Id
    after: str = ""


class Prompt(Body):
    text: Line
    id: str = ""


class Edit(Body):
    step: Id
    title: Line | None = None
    minutes: Annotated[int, Meta(ge=0, le=600)] | None = None
    prompts: Annotated[list[Prompt], Meta(max_length=MOST_PROMPTS)] | None = None
    settings: Annotated[dict[Id, str | int | bool], Meta(max_length=30)] | None = None


class Reveal(Body):
    step: Id
    on: bool = True


class Timer(Body):
    step: Id
    do: Literal["start", "pause", "add", "stop"]
    seconds: Annotated[int, Meta(ge=-3600, le=36000)] = 0


def place_after(desk: Desk, after: str) -> str:
    """The step after which something comes, or "" for the front; refused when it is not on the agenda."""
    if after and after not in desk.meeting["steps"]:
        raise Refused("De stap waar dit achter moet, staat niet meer op de agenda.")
    return after


def room_after(desk: Desk, after: str) -> str:
    """The same for one step more; refused when the agenda is full."""
    if len(desk.meeting["steps"]) >= MOST_STEPS:
        raise Refused(
            f"Er staan al {MOST_STEPS} stappen op de agenda. Haal er eerst een weg, of maak een bijeenkomst erbij."
        )
    return place_after(desk, after)


def add(desk: Desk) -> None:
    after = room_after(desk, desk.body.after)
    step = dict(desk.command.given["exercise"])
    steps = desk.meeting["steps"]
    before = steps[: steps.index(after) + 1] if after else []
    step["from"] = None
    sources = desk.kinds[step["kind"]].sources
    for identity in reversed(before):
        if desk.chain.entities[identity]["kind"] in sources:
            step["from"] = identity
            break
    group = desk.chain.entities[after]["group"] if after else ""
    step["group"] = group or step.get("group", "")
    identity = desk.new_id("s")
    desk.emit("step.added", {"id": identity, "after": after, "step": step}, step=identity)


def remove(desk: Desk) -> None:
    step = desk.find(desk.body.step, "step")
    meeting = desk.meeting
    if meeting["step"] == step["id"]:
        raise Refused("De zaal is nu bij deze stap. Ga eerst naar een andere stap.")
    steps = meeting["steps"]
    at = steps.index(step["id"])
    desk.emit("step.removed", {"id": step["id"], "after": steps[at - 1] if at else ""}, step=step["id"])


def move(desk: Desk) -> None:
    step = desk.find(desk.body.step, "step")
    after = place_after(desk, desk.body.after)
    if after == step["id"]:
        raise Refused("Een stap kan niet achter zichzelf staan.")
    steps = desk.meeting["steps"]
    at = steps.index(step["id"])
    was = steps[at - 1] if at else ""
    if was == after:
        raise Refused("Deze stap staat daar al.")
    desk.emit("step.moved", {"id": step["id"], "after": after, "was": was}, step=step["id"])


def edit(desk: Desk) -> None:
    step = desk.find(desk.body.step, "step")
    fields = {}
    if desk.body.title is not None:
        fields["title"] = desk.told(desk.body.title, 160, "title")
    if desk.body.minutes is not None:
        fields["minutes"] = desk.body.minutes
    if desk.body.prompts is not None:
        fields["prompts"] = edited_prompts(desk, step)
    settings = setting.changed(desk, step, desk.body.settings or {})
    if settings:
        fields["settings"] = settings
    if not fields:
        raise Refused("Er is niets veranderd.")
    desk.emit("step.edited", {"id": step["id"], "fields": fields}, step=step["id"])


def edited_prompts(desk: Desk, step: dict) -> list[dict[str, str]]:
    """The prompts as edited: known ids stay, new ones get the next free number; a lane with notes stays."""
    used = {prompt["id"] for prompt in step["prompts"]}
    number = 0
    prompts = []
    for prompt in desk.body.prompts:
        text = desk.told(prompt.text, 300, "prompts")
        identity = prompt.id if prompt.id in used else ""
        while not identity:
            number += 1
            identity = str(number) if str(number) not in used else ""
        used.add(identity)
        prompts.append({"id": identity, "text": text})
    kept = {prompt["id"] for prompt in prompts}
    if len(kept) != len(prompts):
        raise Refused("Elke vraag kan maar een keer in de lijst staan.", field="prompts")
    lost = {prompt["id"] for prompt in step["prompts"]} - kept
    for given in (*desk.chain.in_step(step["id"], "ballot"), *desk.chain.in_step(step["id"], "cards")):
        if lost & {*given.get("choices", ()), *given.get("answers", ())}:
            raise Refused("Op een zin die u weghaalt, is al antwoord gegeven. Laat die staan.", field="prompts")
    for note in desk.chain.in_step(step["id"], "note"):
        if note["lane"] not in kept:
            raise Refused("Onder een vraag die u weghaalt, hangen briefjes. Verplaats die eerst.", field="prompts")
    for cluster in desk.chain.in_step(step["id"], "cluster"):
        if cluster["lane"] not in kept and not cluster["gone"]:
            raise Refused("Onder een vraag die u weghaalt, hangt een groepje. Hef dat eerst op.", field="prompts")
    return prompts


def reveal(desk: Desk) -> None:
    step = desk.find(desk.body.step, "step")
    if step["revealed"] == desk.body.on:
        raise Refused("Dat staat al zo.")
    desk.emit("step.revealed", {"id": step["id"], "on": desk.body.on}, step=step["id"])


def timer(desk: Desk) -> None:
    step = desk.find(desk.body.step, "step")
    now, clock = desk.command.at, step.get("timer") or {"left": 0, "until": None}
    left = clock["until"] - now if clock["until"] is not None else clock["left"]
    match desk.body.do:
        case "start":
            left = desk.body.seconds or left or step["minutes"] * 60
            clock = {"left": left, "until": now + left}
        case "pause":
            clock = {"left": left, "until": None}
        case "add":
            left += desk.body.seconds
            clock = {"left": left, "until": None if clock["until"] is None else now + left}
        case "stop":
            clock = None
    desk.emit("step.timed", {"id": step["id"], "timer": clock}, step=step["id"])


def put_after(steps: list[str], identity: str, after: str) -> list[str]:
    """The order with `identity` right after `after` ("" is the front; one that is gone counts as the end)."""
    rest = [step for step in steps if step != identity]
    at = 0 if not after else rest.index(after) + 1 if after in rest else len(rest)
    return [*rest[:at], identity, *rest[at:]]


def step_added(chain: Chain, event: Event) -> None:
    fields = {"revealed": False, "state": {}, "started_at": None, "entered_at": None, "spent": 0.0, "timer": None}
    chain.put({"id": event.body["id"], "type": "step", "meeting": event.meeting, **fields, **event.body["step"]})
    steps = chain.entities[event.meeting]["steps"]
    chain.change(event.meeting, steps=put_after(steps, event.body["id"], event.body["after"]))
    if event.body["step"].get("came"):  # what came by itself can be undone (undo.py)
        chain.mark(event.body["id"], "gone", event.seq)


def step_removed(chain: Chain, event: Event) -> None:
    identity = event.body["id"]
    chain.change(identity, gone=True)
    chain.mark(identity, "gone", event.seq)
    steps = chain.entities[event.meeting]["steps"]
    chain.change(event.meeting, steps=[step for step in steps if step != identity])


def step_restored(chain: Chain, event: Event) -> None:
    identity = event.body["id"]
    chain.change(identity, gone=False)
    chain.mark(identity, "gone", event.seq)
    steps = chain.entities[event.meeting]["steps"]
    chain.change(event.meeting, steps=put_after(steps, identity, event.body["after"]))


def step_moved(chain: Chain, event: Event) -> None:
    steps = chain.entities[event.meeting]["steps"]
    chain.change(event.meeting, steps=put_after(steps, event.body["id"], event.body["after"]))
    chain.mark(event.body["id"], "place", event.seq)


def step_edited(chain: Chain, event: Event) -> None:
    chain.change(event.body["id"], **event.body["fields"])


def step_started(chain: Chain, event: Event) -> None:
    chain.change(event.body["id"], started_at=event.at, state=event.body["state"])


def step_revealed(chain: Chain, event: Event) -> None:
    chain.change(event.body["id"], revealed=event.body["on"])


def step_set(chain: Chain, event: Event) -> None:
    """A kind's own fields: `fields` replace what the step's state holds under the same names."""
    step = chain.entities[event.body["id"]]
    chain.change(step["id"], state={**step["state"], **event.body["fields"]})


def step_timed(chain: Chain, event: Event) -> None:
    chain.change(event.body["id"], timer=event.body["timer"])


def inserted(template: list[dict[str, Any]], at: int, step: dict[str, Any]) -> list[dict[str, Any]]:
    """The steps with one more behind so many of them; a `from` still says which step it is."""
    moved = [
        {**one, "from": one["from"] + 1} if one.get("from") is not None and one["from"] >= at else one
        for one in template
    ]
    return [*moved[:at], step, *moved[at:]]


RULES = [
    Rule("step.add", Add, ONLY_FACILITATOR, add, given="exercise"),
    Rule("step.remove", One, ONLY_FACILITATOR, remove),
    Rule("step.move", Move, ONLY_FACILITATOR, move),
    Rule("step.edit", Edit, ONLY_FACILITATOR, edit, late=True),
    Rule("step.reveal", Reveal, ONLY_FACILITATOR, reveal, late=True),
    Rule("step.timer", Timer, ONLY_FACILITATOR, timer),
]
EVENTS = {
    "step.added": step_added,
    "step.removed": step_removed,
    "step.restored": step_restored,
    "step.moved": step_moved,
    "step.edited": step_edited,
    "step.started": step_started,
    "step.revealed": step_revealed,
    "step.set": step_set,
    "step.timed": step_timed,
}
