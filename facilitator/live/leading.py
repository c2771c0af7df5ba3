"""Who holds control of a meeting: one window of the facilitator, or one trainee to whom the step was lent.

Of the windows the one that was opened last leads, or the one that took it back (D20). How long a trainee holds it,
facilitator/chain/baton.py says.

A window makes up a name for itself when it is loaded, so a refresh is a new window and leads again; a window that
lost its line comes back under the same name, and leads only if it did. Who gives no name (a rehearsal, a load
generator) is no window: it neither leads nor waits for another window, but it waits for a trainee as windows do.

Kept in memory only: after a restart the facilitator holds every meeting. What is not lent is the facilitator's, so
there is always somebody who holds it, and one loan per meeting is all there can be.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from facilitator.chain.baton import Loan, over
from facilitator.chain.model import Entity

Place = tuple[str, str]  # chain, meeting
LONGEST = 40


@dataclass(frozen=True)
class Ended:
    """How the last loan of a meeting came to its end: "taken", "back", "moved", "withdrawn", or by itself."""

    number: int
    why: str
    trainee: str


class Leading:
    """`leads` has the name of the window that leads, by meeting; `loans` what is lent.

    `meeting(place)` is the meeting as it is now, `clock()` counts seconds of real time.
    """

    def __init__(
        self,
        meeting: Callable[[Place], Entity | None] = lambda place: None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.meeting, self.clock = meeting, clock
        self.leads: dict[Place, str] = {}
        self.windows: dict[str, str] = {}  # sid -> name
        self.seen: dict[Place, set[str]] = {}
        self.trainees: dict[str, tuple[Place, str]] = {}  # sid -> where, who
        self.silent: dict[tuple[Place, str], float] = {}  # since when a trainee has no line
        self.loans: dict[Place, Loan] = {}
        self.ended: dict[Place, Ended] = {}

    # windows of the facilitator

    def came(self, sid: str, place: Place, window: Any, led: bool) -> None:
        """A window that is new leads, unless it says that another one did (after a restart of the house)."""
        if not isinstance(window, str) or not 0 < len(window) <= LONGEST:
            return
        self.windows[sid] = window
        seen = self.seen.setdefault(place, set())
        if led and window not in seen:
            self.leads[place] = window
        seen.add(window)

    def take(self, sid: str, place: Place) -> None:
        """From now on this window leads."""
        if sid in self.windows:
            self.leads[place] = self.windows[sid]

    # trainees

    def joined(self, sid: str, place: Place, trainee: str) -> None:
        """A line of a trainee."""
        self.trainees[sid] = (place, trainee)
        self.loan(place)  # who was away for too long comes back as somebody who looks on
        self.silent.pop((place, trainee), None)

    def went(self, sid: str, noticed: float = 0.0) -> None:
        """A line is gone; for `noticed` seconds already when it was only found out now."""
        self.windows.pop(sid, None)
        was = self.trainees.pop(sid, None)
        if was is not None and was not in self.trainees.values():
            self.silent[was] = self.clock() - noticed

    def here(self, place: Place, trainee: str) -> bool:
        return (place, trainee) in self.trainees.values()

    # the loan

    def loan(self, place: Place) -> Loan | None:
        """What is lent now; what has come to its end by itself is ended here."""
        found = self.loans.get(place)
        if found is None:
            return None
        since = self.silent.get((place, found.trainee))
        why = over(found, self.meeting(place), 0.0 if since is None else self.clock() - since)
        if why:
            self.end(place, why)
        return self.loans.get(place)

    def give(self, place: Place, loan: Loan) -> None:
        """From now on this trainee holds control, and nobody else."""
        before = self.loan(place)
        if before is not None and before.trainee != loan.trainee:
            self.end(place, "moved")
        self.loans[place] = loan

    def end(self, place: Place, why: str) -> None:
        """From now on the facilitator holds control."""
        found = self.loans.pop(place, None)
        if found is not None:
            number = self.ended[place].number + 1 if place in self.ended else 1
            self.ended[place] = Ended(number, why, found.trainee)

    # who may

    def allows(self, sid: str, place: Place) -> bool:
        """True when nobody else holds control."""
        loan = self.loan(place)
        if sid in self.trainees:
            return loan is not None and self.trainees[sid] == (place, loan.trainee)
        window = self.windows.get(sid)
        return loan is None and (window is None or self.leads.get(place, window) == window)

    def forget(self, chain: str) -> None:
        """Nothing of this chain is kept here any more."""
        for kept in (self.leads, self.seen, self.loans, self.ended):
            for place in [place for place in kept if place[0] == chain]:
                del kept[place]
        self.silent = {key: since for key, since in self.silent.items() if key[0][0] != chain}
