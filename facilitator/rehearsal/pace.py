"""The pace of a step: its minutes divided by the speed, spread over acts of which nobody knows how many come."""

from __future__ import annotations

import math
import time


class Pace:
    """`beat` waits before each act, `end` until the step's time is over. Who is late does not wait."""

    def __init__(self, minutes: float, speed: float, expected: int) -> None:
        self.span = minutes * 60 / speed
        self.start = time.monotonic()
        self.expected = max(1, expected)
        self.acts = 0

    def beat(self) -> None:
        """Each act a little later, never beyond the end: after the expected number about two thirds is over."""
        self.acts += 1
        self.wait(self.span * (1 - math.exp(-self.acts / self.expected)))

    def end(self) -> None:
        self.wait(self.span)

    def wait(self, moment: float) -> None:
        left = self.start + moment - time.monotonic()
        if left > 0:
            time.sleep(left)
