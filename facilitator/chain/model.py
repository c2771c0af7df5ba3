"""What a chain remembers: entities by id, their order, and what the last command touched."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from facilitator.chain.census import Census

Entity = dict[str, Any]
KETEN = "keten"  # the id of the chain's own entity

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def base36(number: int) -> str:
    """`number` (0 or more) in base 36, for short ids."""
    text = ""
    while True:
        number, rest = divmod(number, 36)
        text = DIGITS[rest] + text
        if not number:
            return text


@dataclass(frozen=True)
class Event:
    """One fact of the book. `at` is seconds since 1970 (UTC); `op` is sha256 of the cid on a command's first event."""

    seq: int
    at: float
    name: str
    body: dict[str, Any]
    meeting: str = ""
    step: str = ""
    op: str = ""
    digest: str = ""


@dataclass
class Deed:
    """One act that can be undone.

    An aspect is (entity id, "place", "hidden", ...). Who decided an aspect last is known by the number of that act.
    `found` says who had decided each aspect before this act, `left` who after it: the act can be undone while it is so.
    """

    seq: int
    name: str
    body: dict[str, Any]
    meeting: str
    label: str
    found: dict[tuple[str, str], int]
    left: dict[tuple[str, str], int]
    undone: bool = False
    undoes: int = 0


@dataclass
class Chain:
    """The folded state of one chain. Only `apply` functions call put, change and drop."""

    id: str
    seq: int = 0
    entities: dict[str, Entity] = field(default_factory=dict)
    by_type: dict[str, dict[str, None]] = field(default_factory=dict)
    by_step: dict[str, dict[str, None]] = field(default_factory=dict)
    touched: set[str] = field(default_factory=set)
    deeds: dict[int, Deed] = field(default_factory=dict)
    aspects: dict[tuple[str, str], int] = field(default_factory=dict)
    marked: dict[tuple[str, str], int] = field(default_factory=dict)  # by the event that is being applied: who before
    answered: dict[str, tuple[int, str, list[str]]] = field(default_factory=dict)  # op -> seq, digest, ids made
    census: Census = field(default_factory=Census)
    tallies: dict[str, tuple[int, Entity]] = field(default_factory=dict)  # counts of a step, good for one seq
    charts: dict[str, tuple[int, Any]] = field(default_factory=dict)  # the network of a meeting, names; likewise

    def put(self, entity: Entity) -> Entity:
        """Add or replace an entity with `id` and `type`."""
        identity = entity["id"]
        if identity in self.entities:
            self.census.shift(self.entities[identity], -1)
        self.entities[identity] = entity
        self.census.shift(entity, 1)
        self.by_type.setdefault(entity["type"], {})[identity] = None
        if entity.get("step") and entity["type"] != "meeting":
            self.by_step.setdefault(entity["step"], {})[identity] = None
        self.touched.add(identity)
        return entity

    def change(self, identity: str, **fields: Any) -> Entity:
        """Set fields of an entity that exists."""
        entity = self.entities[identity]
        self.census.shift(entity, -1)
        entity.update(fields)
        self.census.shift(entity, 1)
        self.touched.add(identity)
        return entity

    def mark(self, identity: str, aspect: str, seq: int) -> None:
        """Remember that `aspect` of an entity was last decided by event `seq` (for undo)."""
        self.marked.setdefault((identity, aspect), self.aspects.get((identity, aspect), 0))
        self.aspects[identity, aspect] = seq

    def get(self, identity: str, kind: str = "") -> Entity | None:
        """The entity with this id, or None; with `kind` only when it is of that type."""
        entity = self.entities.get(identity)
        return entity if entity is not None and (not kind or entity["type"] == kind) else None

    def of_type(self, name: str, meeting: str = "") -> Iterator[Entity]:
        """Entities of one type in the order they were made, of one meeting when given."""
        for identity in self.by_type.get(name, ()):
            entity = self.entities[identity]
            if not meeting or entity.get("meeting") == meeting:
                yield entity

    def in_step(self, step: str, name: str = "") -> Iterator[Entity]:
        """Entities that belong to a step, of one type when given, in the order they were made."""
        for identity in self.by_step.get(step, ()):
            entity = self.entities[identity]
            if not name or entity["type"] == name:
                yield entity

    def steps(self, meeting: str) -> list[Entity]:
        """The steps of a meeting in the order of its agenda, without removed ones."""
        entity = self.entities.get(meeting)
        return [self.entities[step] for step in entity["steps"]] if entity else []

    def current(self, meeting: str) -> Entity | None:
        """The step that the meeting is at, or None before the first."""
        entity = self.entities.get(meeting)
        return self.entities.get(entity.get("step") or "") if entity else None
