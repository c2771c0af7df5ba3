"""Twelve whole reports of meetings on a real ledger: from an empty one to one with all that people type."""

from __future__ import annotations

from pathlib import Path

from exercises.registry import KINDS
from facilitator.report.build import Choice, Source, build
from facilitator.report.logo import drawn
from facilitator.report.look import OURS, Look
from facilitator.report.template import read
from tests.kinds.house import House, made
from tests.kinds.tables import step
from tests.report.municipal import docx, png

TYPED = (
    "Koffie ☕ en een luisterend oor 👂🏽 voor 👨‍👩‍👧",
    "مرحبا، أنا أعتني بأمي",
    "אני מטפל באבא שלי, en dan nog werken",
    "=1+1; <b>vet</b> & **sterk**",
    "Twee regels\nonder elkaar",
)
ENDLESS = "Mantelzorgondersteuningscoördinatievergadering" * 5
EMOJI = ("👍🏽👩‍👩‍👧‍👦", "☕ en 🚲 🏳️‍🌈", "🇳🇱")
MANY, BATCH = 1500, 100
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


def weighed(path: Path, *texts: str) -> House:
    """These notes, voted on and placed, with an action from each."""
    house = with_notes(path, *texts)
    for number in (1, 2):
        house.play(number)
    house.go(3)
    for text in texts:
        house.do("action.make", step=house.steps[3], what=text, who=text, remarks=text, when="2026-12-01", block=2)
    return house


def crowded(path: Path) -> House:
    """1,500 notes on one wall."""
    house = with_notes(path)
    house.go(0)
    for batch in range(MANY // BATCH):
        lines = [f"Briefje {batch * BATCH + number}: niemand belt na de opname terug" for number in range(BATCH)]
        house.do("note.many", step=house.steps[0], lines=lines)
    return house


def written(house: House, version: str = "volledig", names: bool = True, look: Look = OURS) -> bytes:
    source = Source(house.room.report_view(house.meeting), house.meeting, house.time, house.room.keten_view())
    return build(source, house.rooms.rulebook.kinds, Choice(version, names), look)


def all_of_them(path: Path) -> dict[str, bytes]:
    """Name -> the Word file."""
    everything = whole(path / "whole")
    few = weighed(path / "few", "Eén nummer", "Een kaart met het aanbod")
    return {
        "empty": written(with_notes(path / "empty")),
        "one note": written(with_notes(path / "one", "Eén nummer")),
        "everything": written(everything),
        "no names": written(everything, names=False),
        "participants": written(everything, "deelnemers"),
        "short": written(everything, "kort"),
        "endless words": written(endless(path / "endless")),
        "many notes": written(crowded(path / "many")),
        "emoji": written(weighed(path / "emoji", *EMOJI)),
        "right to left": written(weighed(path / "right", *TYPED[1:3])),
        "house style": written(few, look=Look("1F4788", "D9E4F8", drawn(png()), "Gemeente Ede")),
        "own template": written(few, look=Look("8A1F3D", "FBD9DF", parts=read(docx()))),
    }
