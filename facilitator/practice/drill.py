"""A drill: things happen by themselves, one after another, until the trainer says stop."""

from __future__ import annotations

import threading
from collections.abc import Callable

MINUTES = 5  # of the room's own clock, between two


class Drill:
    """Calls `happen` every so often while it is on; `pace` is how many minutes go by in that room in one of ours."""

    def __init__(self, happen: Callable[[], None], pace: float) -> None:
        self.happen, self.seconds = happen, MINUTES * 60 / pace
        self.off = threading.Event()
        self.off.set()

    @property
    def is_on(self) -> bool:
        return not self.off.is_set()

    def on(self, on: bool) -> None:
        """The first comes soon after it is put on."""
        self.off.set()
        if on:
            self.off = threading.Event()
            threading.Thread(target=self.run, args=(self.off,), daemon=True).start()

    def run(self, off: threading.Event) -> None:
        wait = self.seconds / 5
        while not off.wait(wait):
            self.happen()
            wait = self.seconds
