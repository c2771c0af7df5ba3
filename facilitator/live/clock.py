"""The house's clock (D33)."""

from __future__ import annotations

import time


class Clock:
    """Seconds since 1970, running `speed` times as fast as real time, counted from `since`: this start when it is None.

    A house that is started again while it runs fast counts from its first start, or its clock would go back. `ahead` is
    how many seconds a practice house was put forward (played.py): 0 in any other.
    """

    def __init__(self, speed: float, since: float | None = None) -> None:
        self.speed, self.since = speed, time.time() if since is None else since
        self.ahead = 0.0

    def __call__(self) -> float:
        now = time.time()
        return self.ahead + (self.since + (now - self.since) * self.speed if self.speed != 1 else now)
