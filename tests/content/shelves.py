"""Shelves to test with: the small good one beside this file, a bad file put on it, and kinds with typed settings."""

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from facilitator.content import ContentFaults, Library, load

HERE = Path(__file__).parent
BAD = HERE / "bad"
SHELF_OF = {
    "exercise": "exercises/library",
    "agenda": "exercises/agendas",
    "persona": "personas/carers",
    "block": "facilitator/handbook/bouwstenen",
}


class Wall(msgspec.Struct, forbid_unknown_fields=True):
    names: Literal["naam", "organisatie", "anoniem"] = "organisatie"
    silent: bool = True
    max_length: Annotated[int, msgspec.Meta(ge=20, le=280)] = 280


class Vote(msgspec.Struct):
    dots: int = 3
    most: int = 2

    def __post_init__(self) -> None:
        if not 1 <= self.most <= self.dots:
            raise ValueError("most <= dots")


class Person(msgspec.Struct):
    persona: str


class Slide(msgspec.Struct):
    pass


@dataclass(frozen=True)
class SmallKind:
    """All that the library needs of a kind."""

    name: str
    Settings: type[msgspec.Struct]
    sources: frozenset[str] = frozenset()


KINDS = {
    kind.name: kind
    for kind in (
        SmallKind("briefjes", Wall),
        SmallKind("stemmen", Vote, frozenset({"briefjes"})),
        SmallKind("persona", Person),
        SmallKind("uitleg", Slide),
    )
}


def good(root: Path) -> Path:
    """A root with the good shelves, to change at will."""
    return Path(shutil.copytree(HERE / "good", root / "shelves"))


def with_file(root: Path, shelf: str, name: str, text: str | bytes) -> Path:
    """The good shelves with one file more."""
    path = good(root) / SHELF_OF[shelf] / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path.parents[len(Path(SHELF_OF[shelf]).parts)]


def faults_of(root: Path, kinds=KINDS) -> list[str]:
    """Every fault as text; [] when the shelves load."""
    try:
        loaded = load(root, kinds)
    except ContentFaults as faults:
        assert str(faults) == "\n".join(str(fault) for fault in faults.faults)
        return str(faults).split("\n")
    assert isinstance(loaded, Library)
    return []
