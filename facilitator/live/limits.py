"""How much is too much: operations per seat, and wrong join codes. Right codes are never counted."""

from __future__ import annotations

import threading
import time

from limits import RateLimitItemPerMinute, RateLimitItemPerSecond
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

OPERATIONS = RateLimitItemPerSecond(30, 10, "operations")  # 30 in 10 seconds per seat
HELLOS = RateLimitItemPerSecond(20, 10, "hellos")
TYPING = RateLimitItemPerSecond(30, 10, "typing")
VISITS = RateLimitItemPerMinute(30, 1, "visits")  # what is told by one private link
LOOKS = RateLimitItemPerMinute(120, 1, "looks")  # at what a private link asks, per address: an office has one
STRAYS = RateLimitItemPerMinute(20, 1, "strays")  # links that are none, per address
WRONG_HERE = RateLimitItemPerMinute(10)  # wrong codes per address, then it slows down
WRONG_ALL = RateLimitItemPerMinute(120)  # wrong codes in all
SLOW = 1.5  # seconds that each next try waits where there were too many wrong ones
PACE = 0.25  # seconds between two tries from such an address: 30 phones behind it are in within 10 seconds
LONGEST = 60.0  # seconds that anybody waits in such a row


class Limits:
    """`on` False lets everything through (tests, benches, rehearsals).

    Who looks at a code holds `turn`: counting may give way to others, and they must not look before it is done.
    """

    def __init__(self, on: bool = True) -> None:
        self.on = on
        self.turn = threading.RLock()
        self.window = MovingWindowRateLimiter(MemoryStorage())
        self.rows: dict[str, float] = {}  # address -> the moment of the last try that waits in its row

    def allows(self, what: RateLimitItemPerSecond, who: str) -> bool:
        """Count one, and say whether it may."""
        return not self.on or self.window.hit(what, who)

    def visits(self, wicket: str) -> bool:
        """Count what somebody tells by a private link, and say whether it may."""
        return self.allows(VISITS, wicket)

    def looks(self, who: str) -> bool:
        """Count a look at what a private link asks, and say whether it may."""
        return self.allows(LOOKS, who)

    def strays(self, address: str) -> bool:
        """Count a link that is none, and say whether such may still come from here. Good links are never counted."""
        return self.allows(STRAYS, address)

    def wrong_code(self, address: str) -> None:
        """Count a wrong code."""
        self.window.hit(WRONG_HERE, address)
        self.window.hit(WRONG_ALL, "all")

    def guessing(self, address: str) -> bool:
        """True when so many wrong codes came from here that a next try has to wait."""
        return self.on and not self.window.test(WRONG_HERE, address)

    def row(self, address: str) -> float | None:
        """Join the row of this address: seconds to wait for one's turn, or None when the row is too long."""
        now = time.monotonic()
        turn = max(now, self.rows.get(address, 0.0) + PACE)
        if turn - now > LONGEST:
            return None
        self.rows = {one: until for one, until in self.rows.items() if until > now - PACE}
        self.rows[address] = turn
        return max(turn - now, SLOW if self.guessing(address) else 0.0)

    def flooded(self, address: str) -> bool:
        """True when wrong codes pour in from everywhere and this address is one of those that send them."""
        here = self.window.get_window_stats(WRONG_HERE, address).remaining < WRONG_HERE.amount
        return self.on and here and not self.window.test(WRONG_ALL, "all")
