"""What an entity must look like after an event that did not come from our own rules: a book from another laptop.

The fold says whether events hang together; this says whether what they make could have been made by the rules. Fields
and types that are not described here may hold anything that JSON can: kinds add their own.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from facilitator.chain import forewords, groundwork, handout, intake, outlines, plan, wickets
from facilitator.chain.actions import LONG, STATUSES
from facilitator.chain.ballots import Dots, Mark
from facilitator.chain.command import Line
from facilitator.chain.kind import Kind
from facilitator.chain.meetings import SCALES, Date
from facilitator.chain.model import KETEN, Chain, Entity
from facilitator.chain.network import shapes as network
from facilitator.chain.notes import ANONYMOUS, Block, Key
from facilitator.chain.owners import Owners
from facilitator.chain.people import SORTS
from facilitator.chain.text import clean

LONGEST_NOTE = 500
DEEPEST, LONGEST = 24, 20_000
IDENTITY = re.compile(r"[a-z][a-z0-9]{0,60}\Z")
Name = Annotated[str, Meta(min_length=1, max_length=120)]
Title = Annotated[str, Meta(min_length=1, max_length=300)]
Moment = Annotated[float, Meta(ge=0, le=4_102_444_800)]  # until the year 2100
Hash = Annotated[str, Meta(pattern=r"^([0-9a-f]{20,64})?\Z")]
Candidate = Annotated[str, Meta(pattern=r"^[A-Za-z0-9.-]{1,40}\Z")]  # what is weighed, in any kind
Long = Annotated[str, Meta(max_length=2000)]


class Unsound(ValueError):
    """Something that our own rules never make; the text is for the log."""


class KetenShape(msgspec.Struct):
    name: Name
    scale: Literal[SCALES]
    place: Line
    groundwork: groundwork.Shape = msgspec.field(default_factory=groundwork.Shape)
    plan: plan.Shape = msgspec.field(default_factory=plan.Shape)


class MeetingShape(msgspec.Struct):
    title: Name
    template: Line
    place: Line
    date: Date
    state: Literal["planned", "open", "closed"]
    step: str
    steps: list[str]
    blank: bool
    entered_at: Moment | None
    opened_at: Moment | None = None
    closed_at: Moment | None = None
    retention: Annotated[int, Meta(ge=1, le=365)] = 30
    erased_at: Moment | None = None
    erased_due: bool = False


class Prompt(msgspec.Struct):
    id: Key
    text: Title


class Timer(msgspec.Struct):
    left: float
    until: float | None


class StepShape(msgspec.Struct, rename={"source": "from"}):
    meeting: str
    kind: str
    title: Title
    group: Line
    minutes: Annotated[int, Meta(ge=0, le=600)]
    prompts: Annotated[list[Prompt], Meta(max_length=60)]
    settings: dict[str, Any]
    state: dict[str, Any]
    revealed: bool
    started_at: Moment | None
    entered_at: Moment | None
    spent: Annotated[float, Meta(ge=0)]
    timer: Timer | None
    source: str | None = None
    examples: list[str] = []
    coaching: dict[str, Any] = {}
    came: Annotated[int, Meta(ge=0)] = 0


class NoteShape(msgspec.Struct):
    meeting: str
    step: str
    seq: int
    op: Hash
    late: bool
    lane: Key
    text: Annotated[str, Meta(max_length=LONGEST_NOTE)]
    author: str = ""
    proof: Hash = ""
    section: Key = ""
    block: Block = 0
    cluster: str = ""
    into: str = ""
    merged: list[str] = []
    hidden: bool = False
    waiting: bool = False
    withdrawn: bool = False
    redacted: bool = False


class ClusterShape(msgspec.Struct):
    meeting: str
    step: str
    lane: Key
    name: Name
    block: Block
    gone: bool


class BallotShape(msgspec.Struct):
    meeting: str
    step: str
    key: Hash
    choices: Annotated[dict[Candidate, Dots], Meta(max_length=300)]


class RatingShape(msgspec.Struct):
    meeting: str
    step: str
    key: Hash
    ratings: Annotated[dict[Candidate, tuple[Mark, Mark]], Meta(max_length=300)]


class ActionShape(msgspec.Struct):
    meeting: str
    step: str
    what: Annotated[str, Meta(min_length=1, max_length=LONG)]
    who: Line
    when: Date
    status: Literal[STATUSES]
    remarks: Long
    block: Block
    sources: Annotated[list[str], Meta(max_length=100)]
    trace: list[str]
    gone: bool
    offered: bool = False
    rank: Annotated[int, Meta(ge=1)] | None = None
    owners: Owners = []
    under: str = ""
    subs: list[str] = []
    parts: Annotated[list[Line], Meta(max_length=20)] = []  # the lines of a split, in books from before subactions
    obstacle: Annotated[str, Meta(max_length=LONG)] = ""
    help: Annotated[str, Meta(max_length=LONG)] = ""


class ParticipantShape(msgspec.Struct):
    meeting: str
    organisation: str
    profession: Key
    gone: bool


class OrganisationShape(msgspec.Struct):
    name: Name
    sort: Literal[SORTS]
    spot: network.Spot | None = None
    left: str = ""  # the meeting in which it left the keten
    gone: bool = False


SHAPES: dict[str, type[msgspec.Struct]] = {
    "chain": KetenShape,
    "meeting": MeetingShape,
    "step": StepShape,
    "note": NoteShape,
    "cluster": ClusterShape,
    "ballot": BallotShape,
    "rating": RatingShape,
    "action": ActionShape,
    "participant": ParticipantShape,
    "organisation": OrganisationShape,
    "handout": handout.Shape,
    "wicket": wickets.Shape,
    "intake": intake.Shape,
    "foreword": forewords.Shape,
    **outlines.SHAPES,
    **network.SHAPES,
}
# Fields that name other entities ("" and None name nothing), and of which types these may be.
REFERENCES: dict[str, tuple[str, ...]] = {
    "meeting": ("meeting",),
    "step": ("step",),
    "from": ("step",),
    "author": ("participant",),
    "organisation": ("organisation",),
    "cluster": ("cluster",),
    "into": ("note",),
    "merged": ("note",),
    "sources": ("note", "cluster"),
    "trace": ("note",),
    "owners": ("participant", "organisation", "role"),
    "under": ("action",),
    "subs": ("action",),
    "brought": ("organisation",),
    "steps": ("step",),
}


def check(chain: Chain, kinds: dict[str, Kind], seen: dict[str, str], identity: str) -> None:
    """Raise Unsound when this entity could not have been made by the rules. `seen` holds the type of each before."""
    entity = chain.entities.get(identity)
    if entity is None:
        return
    kind = entity.get("type")
    if entity.get("id") != identity or not IDENTITY.match(identity) or (kind == "chain") != (identity == KETEN):
        raise Unsound(f"{identity!r} is not the id of a {kind}")
    if seen.setdefault(identity, kind) != kind or identity not in chain.by_type.get(kind, ()):
        raise Unsound(f"{identity} has become something else")
    if kind in SHAPES:
        try:
            msgspec.convert(entity, SHAPES[kind])
        except msgspec.ValidationError as fault:
            raise Unsound(f"{kind} {identity}: {fault}") from None
    check_references(chain, entity)
    if kind == "step":
        check_step(kinds, entity)
    if entity.get("under") and chain.entities[entity["under"]].get("under"):
        raise Unsound(f"{identity} is a part of a part")
    step = chain.entities.get(entity.get("step") or "")
    if step is not None and kind != "meeting":
        if step["meeting"] != entity.get("meeting"):
            raise Unsound(f"{identity} hangs in a step of another meeting")
        named = any(entity.get(field) for field in ("author", "organisation"))
        if named and step["settings"].get("names") == ANONYMOUS and kind in ("note", "commitment"):
            raise Unsound(f"{identity} names its writer in an anonymous step")
    if entity.get("redacted") and entity.get("text"):
        raise Unsound(f"{identity} was emptied and has a text")


def check_references(chain: Chain, entity: Entity) -> None:
    """Every entity that this one names must be there, and be of the right type."""
    entities = chain.entities
    for field, value in entity.items():
        if value and field in REFERENCES:
            for identity in (value,) if isinstance(value, str) else value:
                if identity not in entities or entities[identity]["type"] not in REFERENCES[field]:
                    raise Unsound(f"{entity['id']}: {field} names {identity!r}")


def check_step(kinds: dict[str, Kind], step: Entity) -> None:
    """The step's kind is one of ours, and takes its settings (those that it still knows)."""
    kind = kinds.get(step["kind"])
    if kind is None:
        raise Unsound(f"step {step['id']} is of the kind {step['kind']!r}")
    known = {field.name for field in msgspec.structs.fields(kind.Settings)}
    try:
        msgspec.convert({key: value for key, value in step["settings"].items() if key in known}, kind.Settings)
    except msgspec.ValidationError as fault:
        raise Unsound(f"step {step['id']}: {fault}") from None


def check_body(value: Any, depth: int = 0) -> None:
    """Raise Unsound for texts that never come through the door, or things that are too large or too deep."""
    if depth > DEEPEST:
        raise Unsound("nested too deep")
    if isinstance(value, str):
        if len(value) > LONGEST or not plain(value):
            raise Unsound("a text that would not have come through the door")
    elif isinstance(value, dict):
        for key, part in value.items():
            if not plain(key):
                raise Unsound("a name that would not have come through the door")
            check_body(part, depth + 1)
    elif isinstance(value, list):
        for part in value:
            check_body(part, depth + 1)


def plain(text: str) -> bool:
    """True when cleaning leaves the text as it is."""
    if text.isascii() and text.isprintable():
        return True
    return unicodedata.is_normalized("NFC", text) and clean(text) == text
