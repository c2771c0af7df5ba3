"""Which window of the control room leads a meeting: the last one that was opened, or that took it back (D20).

A window makes up a name for itself when it is loaded, so a refresh is a new window and leads again; a window that
lost its line comes back under the same name, and leads only if it did. Who gives no name (a rehearsal, a load
generator) is no window, and neither leads nor is stopped. Kept in memory only.
"""

from __future__ import annotations

from typing import Any

Place = tuple[str, str]  # chain, meeting
LONGEST = 40


class Leading:
    """`leads` has the name of the window that leads, by meeting."""

    def __init__(self) -> None:
        self.leads: dict[Place, str] = {}
        self.windows: dict[str, str] = {}  # sid -> name
        self.seen: dict[Place, set[str]] = {}

    def came(self, sid: str, place: Place, window: Any, led: bool) -> None:
        """A window that is new leads, unless it says that another one did (after a restart of the house)."""
        if not isinstance(window, str) or not 0 < len(window) <= LONGEST:
            return
        self.windows[sid] = window
        seen = self.seen.setdefault(place, set())
        if led and window not in seen:
            self.leads[place] = window
        seen.add(window)

    def went(self, sid: str) -> None:
        self.windows.pop(sid, None)

    def take(self, sid: str, place: Place) -> None:
        """From now on this window leads."""
        if sid in self.windows:
            self.leads[place] = self.windows[sid]

    def allows(self, sid: str, place: Place) -> bool:
        """True unless another window leads."""
        window = self.windows.get(sid)
        return window is None or self.leads.get(place, window) == window

    def forget(self, chain: str) -> None:
        """Nothing of this chain is kept here any more."""
        self.leads = {place: window for place, window in self.leads.items() if place[0] != chain}
        self.seen = {place: seen for place, seen in self.seen.items() if place[0] != chain}
