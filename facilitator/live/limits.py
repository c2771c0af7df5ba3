"""How much is too much: operations per seat, and wrong join codes. Right codes are never counted."""

from __future__ import annotations

import threading

from limits import RateLimitItemPerMinute, RateLimitItemPerSecond
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

OPERATIONS = RateLimitItemPerSecond(30, 10, "operations")  # 30 in 10 seconds per seat
HELLOS = RateLimitItemPerSecond(20, 10, "hellos")
TYPING = RateLimitItemPerSecond(30, 10, "typing")
WRONG_HERE = RateLimitItemPerMinute(10)  # wrong codes per address, then it slows down
WRONG_ALL = RateLimitItemPerMinute(120)  # wrong codes in all


class Limits:
    """`on` False lets everything through (tests, benches, rehearsals).

    Who looks at a code holds `turn`: counting may give way to others, and they must not look before it is done.
    """

    def __init__(self, on: bool = True) -> None:
        self.on = on
        self.turn = threading.RLock()
        self.window = MovingWindowRateLimiter(MemoryStorage())

    def allows(self, what: RateLimitItemPerSecond, who: str) -> bool:
        """Count one, and say whether it may."""
        return not self.on or self.window.hit(what, who)

    def wrong_code(self, address: str) -> None:
        """Count a wrong code."""
        self.window.hit(WRONG_HERE, address)
        self.window.hit(WRONG_ALL, "all")

    def guessing(self, address: str) -> bool:
        """True when so many wrong codes came from here that a next try has to wait."""
        return self.on and not self.window.test(WRONG_HERE, address)

    def flooded(self, address: str) -> bool:
        """True when wrong codes pour in from everywhere and this address is one of those that send them."""
        here = self.window.get_window_stats(WRONG_HERE, address).remaining < WRONG_HERE.amount
        return self.on and here and not self.window.test(WRONG_ALL, "all")
