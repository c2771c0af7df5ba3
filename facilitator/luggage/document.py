"""A keten as one JSON document for other programs. Its schema (docs/keten.schema.json) is made from these classes.

Fields and lists may come in with the same version; one that goes or changes its meaning makes another version.
"""

from __future__ import annotations

import json
from typing import Any

import msgspec

from facilitator.chain.model import Entity
from facilitator.luggage.described import TYPES
from facilitator.luggage.packed import Packed, Part

FORMAT, VERSION = "ketentafel.document", 1


class Note(msgspec.Struct, omit_defaults=True):
    """A sticky note. `cluster` and `into` (the note it went behind) are ids; `block` is a building block, 1 to 7."""

    id: str
    text: str
    lane: str = ""
    section: str = ""
    block: int = 0
    cluster: str = ""
    into: str = ""
    by: str = ""
    org: str = ""
    hidden: bool = False
    late: bool = False
    on_behalf: bool = False


class Cluster(msgspec.Struct, omit_defaults=True):
    """A named group of notes (ids)."""

    id: str
    name: str
    lane: str = ""
    block: int = 0
    notes: list[str] = []


class Prompt(msgspec.Struct):
    """A question of a step; a note's `lane` is its id."""

    id: str
    text: str


class Step(msgspec.Struct, omit_defaults=True):
    """A step of a meeting's agenda, with what was made in it. `state` and `other` hold what its kind knows."""

    id: str
    title: str
    kind: str
    group: str = ""
    minutes: int = 0
    spent: float = 0.0
    started_at: float | None = None
    revealed: bool = False
    prompts: list[Prompt] = []
    settings: dict[str, Any] = {}
    state: dict[str, Any] = {}
    counts: dict[str, Any] = {}
    notes: list[Note] = []
    clusters: list[Cluster] = []
    other: list[dict[str, Any]] = []


class Action(msgspec.Struct, omit_defaults=True):
    """An action. `place` and `reason` are its priority; `sources` and `trace` where it came from (ids).

    One that is `offered` or `gone` (taken off) has no place. A subaction has the place of its whole, whose id is under
    `under`. `who` is in words: whom `owners` name (ids), and what was typed. `takers` said "ik pak dit op". `history`
    tells what changed, from what to what. `parts` are the lines of a split in an old book.
    """

    id: str
    what: str
    status: str
    step: str = ""
    who: str = ""
    owners: list[str] = []
    typed: str = ""
    takers: list[str] = []
    when: str = ""
    under: str = ""
    subs: list[str] = []
    obstacle: str = ""
    help: str = ""
    remarks: str = ""
    block: int = 0
    parts: list[Any] = []
    place: int = 0
    reason: str = ""
    sources: list[str] = []
    trace: list[str] = []
    offered: bool = False
    gone: bool = False
    by: str = ""
    history: list[dict[str, Any]] = []


class Participant(msgspec.Struct, omit_defaults=True):
    """Somebody at the table; `org` is an organisation's id."""

    id: str
    name: str = ""
    org: str = ""
    profession: str = ""


class Meeting(msgspec.Struct, omit_defaults=True):
    """One meeting. `state` is planned, open or closed; `date` is a day like 2026-11-22, or empty."""

    id: str
    title: str
    state: str
    date: str = ""
    place: str = ""
    participants: list[Participant] = []
    steps: list[Step] = []
    actions: list[Action] = []
    other: list[dict[str, Any]] = []


class Organisation(msgspec.Struct):
    """A partner in the keten, with its sort."""

    id: str
    name: str
    sort: str


class Answer(msgspec.Struct):
    """A question of phase A with the keten's answer; "" while it is open."""

    question: str
    answer: str


class Plan(msgspec.Struct, omit_defaults=True):
    """What was chosen about the keten's plan: when it starts, its rhythm, how phase D meets, days that were moved."""

    start: str = ""
    rhythm: str = ""
    short: bool = False
    form: str = ""
    moved: dict[str, str] = {}
    skipped: list[str] = []


class Document(msgspec.Struct):
    """The whole of it. `names` says whether the names of people went along; `made_at` is a time in UTC."""

    format: str
    version: int
    made_with: str
    made_at: str
    names: bool
    name: str
    scale: str
    place: str
    organisations: list[Organisation]
    meetings: list[Meeting]
    groundwork: list[Answer] = []
    plan: Plan | None = None


def schema() -> dict[str, Any]:
    """The JSON Schema of a document (draft 2020-12); what stands under `other` may hold more than is described."""
    _, described = msgspec.json.schema_components([Document, *TYPES], ref_template="#/$defs/{name}")
    kinds = [{"$ref": f"#/$defs/{one.__name__}"} for one in TYPES]
    for holder in ("Meeting", "Step"):
        described[holder]["properties"]["other"]["items"] = {"anyOf": [*kinds, {"type": "object"}]}
    return {"$ref": "#/$defs/Document", "$defs": described}


def schema_text() -> str:
    """The schema as it stands in docs/keten.schema.json: one line for each thing that is described."""
    made = schema()
    rows = [f'  "{name}": {json.dumps(told, ensure_ascii=False)}' for name, told in made["$defs"].items()]
    inside = ",\n".join(rows)
    return f'{{\n "$ref": "{made["$ref"]}",\n "$defs": {{\n{inside}\n }}\n}}\n'


def write(packed: Packed, made_with: str) -> bytes:
    """The document, to be read by people as well."""
    seen: dict[str, Entity] = {}
    for part in packed.parts:
        seen |= {one["id"]: one for one in part.entities.values() if one["type"] in ("chain", "organisation")}
    keten = next((one for one in seen.values() if one["type"] == "chain"), {})
    document = Document(
        format=FORMAT,
        version=VERSION,
        made_with=made_with,
        made_at=packed.moment.isoformat(timespec="seconds"),
        names=packed.names,
        name=packed.name,
        scale=keten.get("scale", ""),
        place=keten.get("place", ""),
        organisations=[convert(one, Organisation) for one in seen.values() if one["type"] == "organisation"],
        meetings=[meeting(part) for part in packed.parts],
        groundwork=[Answer(*row) for row in keten.get("groundwork", {}).get("rows", [])],
        plan=convert(keten["plan"], Plan) if keten.get("plan") else None,
    )
    return msgspec.json.format(msgspec.json.encode(document), indent=1)


def meeting(part: Part) -> Meeting:
    """One meeting, its steps in the order of the agenda and those that were taken off it last."""
    entities = list(part.entities.values())
    inside: dict[str, list[Entity]] = {}
    for one in entities:
        if "origin" not in one:  # else it stands with the meeting that made it
            inside.setdefault(one.get("step", "") if one["type"] != "meeting" else "", []).append(one)
    order = [*part.about["steps"], *(one["id"] for one in part.list("step"))]
    told = {"chain", "organisation", "meeting", "step", "participant", "tally", "action"}
    return Meeting(
        **{key: part.about.get(key, "") for key in ("id", "title", "state", "date", "place")},
        participants=[convert(one, Participant) for one in entities if one["type"] == "participant"],
        steps=[step(part.entities[one], inside.get(one, []), part) for one in dict.fromkeys(order)],
        actions=actions(part),
        other=[plain(one) for one in inside.get("", []) if one["type"] not in told],
    )


def actions(part: Part) -> list[Action]:
    """The list in its order, then what was offered or taken off; not what an earlier meeting had made already."""
    listed = [
        {**action, "place": place.place, "reason": place.reason, "takers": part.takers(action)}
        for place, action in part.every()
    ]
    known = {action["id"] for action in listed}
    rest = [one for one in part.list("action") if one["id"] not in known and "origin" not in one]
    return [convert(one, Action) for one in [*listed, *rest]]


def step(about: Entity, inside: list[Entity], part: Part) -> Step:
    kept = {one["id"] for one in part.notes()}
    tally = next((one for one in inside if one["type"] == "tally"), {})
    told = {"note", "cluster", "tally", "action"}
    made = convert(about, Step)
    made.counts = {key: value for key, value in plain(tally).items() if key not in ("id", "type", "step")}
    made.notes = [convert(one, Note) for one in inside if one["id"] in kept]
    made.clusters = [convert(one, Cluster) for one in inside if one["type"] == "cluster"]
    made.other = [plain(one) for one in inside if one["type"] not in told]
    return made


def convert(entity: Entity, shape: type[Any]) -> Any:
    """What this schema tells of an entity; empty fields are left out."""
    return msgspec.convert({key: value for key, value in plain(entity).items() if value is not None}, shape)


def plain(value: Any) -> Any:
    """As JSON has it."""
    return msgspec.to_builtins(value, str_keys=True)
