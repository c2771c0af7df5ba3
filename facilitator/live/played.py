"""What only a practice house can let happen, because the house that holds it says so: it is later, the screen is dark.

There is no command and no address for it: it comes over the leash (leash.py), and a house that nobody holds has no
leash. What was played is written down beside the book, so that nobody takes it afterwards for what people did.
"""

from __future__ import annotations

import json
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from facilitator.chain import lateness
from facilitator.live.clock import Clock
from facilitator.live.sockets import Wire

NOTED = "gespeeld.jsonl"
LATE, DARK = "late", "dark"
LONGEST = 2 * 3600  # seconds that the clock is put forward at once
DARKEST = 1200  # seconds that a screen may be dark, whatever is said


Note = tuple[float, str, float]


def read(data: Path) -> list[Note]:
    """What was played in the house with this data folder, oldest first: when by its clock, what, and seconds.

    LATE: so far the clock was put forward. DARK: so long the screen may be dark at most; 0 when it came back.
    """
    found = []
    with suppress(OSError, UnicodeDecodeError):
        for line in (data / NOTED).read_text("ascii").split("\n"):
            with suppress(ValueError):
                at, what, seconds = json.loads(line)
                found.append((at, what, seconds))
    return found


def leaps(notes: list[Note]) -> list[tuple[float, float]]:
    """When the clock was put forward, and how many seconds."""
    return [(at, seconds) for at, what, seconds in notes if what == LATE]


class Played:
    """`number` goes up each time that the screen goes dark or comes back."""

    def __init__(self, data: Path, clock: Clock) -> None:
        self.data, self.clock = data, clock
        self.wire: Wire | None = None
        self.until, self.number = 0.0, 0
        clock.ahead = sum(seconds for _, seconds in leaps(self.notes))

    @property
    def notes(self) -> list[Note]:
        return read(self.data)

    def note(self, what: str, seconds: float) -> None:
        with (self.data / NOTED).open("a", encoding="ascii") as file:
            file.write(json.dumps([self.clock(), what, seconds]) + "\n")

    @property
    def dark(self) -> bool:
        return time.monotonic() < self.until

    def told(self, said: dict[str, Any]) -> None:
        """One line of the leash."""
        if isinstance(said.get(LATE), dict):
            self.be_late(str(said[LATE].get("ref", "")), float(said[LATE].get("seconds", 0)))
        if isinstance(said.get(DARK), int | float):
            self.darken(float(said[DARK]))

    def be_late(self, ref: str, seconds: float) -> None:
        """Put the clock forward until this meeting is so far behind, and have every page ask what time it is."""
        keten, _, identity = ref.partition("-")
        room = self.wire.rooms.get(keten)
        meeting = room.chain.get(identity, "meeting") if room else None
        if meeting is None:
            return
        leap = round(min(LONGEST, lateness.until(room.chain, meeting, self.clock(), seconds)), 1)
        if leap > 0:
            self.note(LATE, leap)
            self.clock.ahead += leap
            self.wire.ask_again()

    def darken(self, seconds: float) -> None:
        """The windows that show the screen now go black for so long (web/held.py); 0 brings them back."""
        if seconds > 0 or self.dark:
            self.note(DARK, min(seconds, DARKEST))
            self.until = time.monotonic() + min(seconds, DARKEST)
            self.number += 1
