"""Seven whole reports of meetings on a real ledger: from an empty one to one with all that people type."""

from __future__ import annotations

from pathlib import Path

from exercises.registry import KINDS
from facilitator.report.build import Choice, Source, build
from tests.kinds.house import House, made
from tests.kinds.tables import step

TYPED = (
    "Koffie ☕ en een luisterend oor 👂🏽 voor 👨‍👩‍👧",
    "مرحبا، أنا أعتني بأمي",
    "אני מטפל באבא שלי, en dan nog werken",
    "=1+1; <b>vet</b> & **sterk**",
    "Twee regels\nonder elkaar",
)
ENDLESS = "Mantelzorgondersteuningscoördinatievergadering" * 5
AGENDA = ("briefjes", "stemmen", "matrix", "acties", "afsluiten")


def whole(path: Path) -> House:
    """A meeting with a step of every kind, all of them rehearsed, and everything that people type on its wall."""
    names = [kind.name for kind in KINDS]
    house = House(path, *(made(kind) for kind in KINDS))
    house.fill()
    for number, text in enumerate(TYPED * 6):
        house.note(f"{text} {number}", number % 4)
    for number in range(1, len(names) + 1):
        house.play(number, examples=TYPED)
    house.go(names.index("acties") + 1)
    for text in TYPED:
        house.do("action.make", step=house.steps[names.index("acties") + 1], what=text, who=text, block=3)
    return house


def endless(path: Path) -> House:
    """Words without a place to break them, wherever people write."""
    house = House(path, step("acties", 0))
    house.note(ENDLESS)
    house.note(" ".join([ENDLESS[:46]] * 5), 1)
    house.reveal(0)
    house.go(1)
    house.do("action.make", step=house.steps[1], what=ENDLESS, who=ENDLESS[:60], remarks=ENDLESS, when="2026-12-01")
    return house


def with_notes(path: Path, *texts: str) -> House:
    house = House(path, *(step(name, 0 if name != "afsluiten" else None) for name in AGENDA[1:]))
    for text in texts:
        house.note(text)
    house.reveal(0)
    return house


def written(house: House, version: str = "volledig", names: bool = True) -> bytes:
    source = Source(house.room.report_view(house.meeting), house.meeting, house.time)
    return build(source, house.rooms.rulebook.kinds, Choice(version, names))


def all_of_them(path: Path) -> dict[str, bytes]:
    """Name -> the Word file."""
    everything = whole(path / "whole")
    return {
        "empty": written(with_notes(path / "empty")),
        "one note": written(with_notes(path / "one", "Eén nummer")),
        "everything": written(everything),
        "no names": written(everything, names=False),
        "participants": written(everything, "deelnemers"),
        "short": written(everything, "kort"),
        "endless words": written(endless(path / "endless")),
    }
