"""A drill: things happen by themselves, one after another, until the trainer says stop."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator

MINUTES = 5  # of the room's own clock, from one to the next
LEAST = 60.0  # seconds of the real clock between two, since a trainer has only that one
FIRST, AGAIN = 1 / 5, 1 / 10  # of that: until the first, and until it is asked once more when it could not be


class Drill:
    """`happen` says whether it could be. `pace` is how many minutes go by in that room in one of ours."""

    def __init__(self, happen: Callable[[], bool], pace: float) -> None:
        self.happen, self.seconds = happen, max(LEAST, MINUTES * 60 / pace)
        self.off = threading.Event()
        self.off.set()
        self.at = 0.0  # when it is asked for the next

    @property
    def is_on(self) -> bool:
        return not self.off.is_set()

    @property
    def every(self) -> str:
        """How long from one to the next, in words."""
        minutes = max(1, round(self.seconds / 60))
        return "minuut" if minutes == 1 else f"{minutes} minuten"

    @property
    def due(self) -> int:
        """Seconds of the real clock until the next; 0 while it is off."""
        return max(0, round(self.at - time.monotonic())) if self.is_on else 0

    def on(self, on: bool) -> None:
        """The first comes soon after it is put on; who puts it on twice has one."""
        if on == self.is_on:
            return
        self.off.set()
        if on:
            self.off = threading.Event()
            threading.Thread(target=self.run, args=(self.off,), daemon=True).start()

    def run(self, off: threading.Event) -> None:
        for wait in self.waits():
            self.at = time.monotonic() + wait
            if off.wait(wait):
                return

    def waits(self) -> Iterator[float]:
        """Seconds until it is asked, each time anew."""
        yield self.seconds * FIRST
        while True:
            yield self.seconds * (1 if self.happen() else AGAIN)
