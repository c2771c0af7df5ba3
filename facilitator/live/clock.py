"""The house's clock (D33)."""

from __future__ import annotations

import time


class Clock:
    """Seconds since 1970, running `speed` times as fast as real time, counted from `since`: this start when it is None.

    A house that is started again while it runs fast counts from its first start, or its clock would go back.
    """

    def __init__(self, speed: float, since: float | None = None) -> None:
        self.speed, self.since = speed, time.time() if since is None else since

    def __call__(self) -> float:
        return self.since + (time.time() - self.since) * self.speed if self.speed != 1 else time.time()
