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

LEAPS = "vooruit.jsonl"
LONGEST = 2 * 3600  # seconds that the clock is put forward at once
DARKEST = 1200  # seconds that a screen may be dark, whatever is said


def leaps(data: Path) -> list[tuple[float, float]]:
    """When the clock of the house with this data folder was put forward, and how many seconds, oldest first."""
    found = []
    with suppress(OSError, UnicodeDecodeError):
        for line in (data / LEAPS).read_text("ascii").split("\n"):
            with suppress(ValueError):
                at, seconds = json.loads(line)
                found.append((at, seconds))
    return found


class Played:
    """`number` goes up each time that the screen goes dark or comes back."""

    def __init__(self, data: Path, clock: Clock) -> None:
        self.data, self.clock = data, clock
        self.wire: Wire | None = None
        self.until, self.number = 0.0, 0
        clock.ahead = sum(seconds for _, seconds in self.leaps)

    @property
    def leaps(self) -> list[tuple[float, float]]:
        return leaps(self.data)

    @property
    def dark(self) -> bool:
        return time.monotonic() < self.until

    def told(self, said: dict[str, Any]) -> None:
        """One line of the leash."""
        if isinstance(said.get("late"), dict):
            self.be_late(str(said["late"].get("ref", "")), float(said["late"].get("seconds", 0)))
        if isinstance(said.get("dark"), int | float):
            self.darken(float(said["dark"]))

    def be_late(self, ref: str, seconds: float) -> None:
        """Put the clock forward until this meeting is so far behind, and have every page ask what time it is."""
        keten, _, identity = ref.partition("-")
        room = self.wire.rooms.get(keten)
        meeting = room.chain.get(identity, "meeting") if room else None
        if meeting is None:
            return
        now = self.clock()
        leap = min(LONGEST, lateness.until(room.chain, meeting, now, seconds))
        if leap > 0:
            with (self.data / LEAPS).open("a", encoding="ascii") as file:
                file.write(json.dumps([now, round(leap, 1)]) + "\n")
            self.clock.ahead += round(leap, 1)
            self.wire.ask_again()

    def darken(self, seconds: float) -> None:
        """The windows that show the screen now go black for so long (web/held.py); 0 brings them back."""
        if seconds > 0 or self.dark:
            self.until = time.monotonic() + min(seconds, DARKEST)
            self.number += 1
