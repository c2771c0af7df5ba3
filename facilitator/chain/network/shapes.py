"""What the parts of the map must look like in a book from another laptop (chain/shapes.py)."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from facilitator.chain.network.links import IDEAS, MARKS, NO, YES
from facilitator.chain.network.table import COLUMNS, ROWS
from facilitator.chain.people import SORTS

Guest = Annotated[str, Meta(pattern=r"^[ow][a-z0-9]{1,60}\Z")]
Name = Annotated[str, Meta(min_length=1, max_length=120)]
Spot = Annotated[int, Meta(ge=0, lt=COLUMNS * ROWS)]


class ClaimShape(msgspec.Struct):
    meeting: str
    step: str
    organisation: Guest
    name: Name
    says: Literal[YES, NO, ""]
    what: Annotated[str, Meta(max_length=120)]


class IdeaShape(msgspec.Struct):
    meeting: str
    step: str
    a: Guest
    b: Guest
    mark: Literal[(*IDEAS, "")]


class LinkShape(msgspec.Struct):
    meeting: str
    a: Guest
    b: Guest
    mark: Literal[(*MARKS, "")]


class AliasShape(msgspec.Struct):
    meeting: str
    one: Guest
    means: Guest
    gone: bool | None  # one, two, or nothing said any more


class MapShape(msgspec.Struct):
    guests: list[tuple[Guest, Name, Literal[SORTS], bool]]
    links: list[tuple[Guest, Guest, Literal[0, 1, 2], Literal[(*MARKS, "")]]]


class SnapshotShape(msgspec.Struct):
    meeting: str
    at: Annotated[float, Meta(ge=0)]
    map: MapShape


SHAPES: dict[str, Any] = {
    "claim": ClaimShape,
    "idea": IdeaShape,
    "link": LinkShape,
    "alias": AliasShape,
    "snapshot": SnapshotShape,
}
