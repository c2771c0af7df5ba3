"""A phone that says when something changed, and that can be without a network for a while."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from facilitator.rehearsal.client import Facilitator, Phone
from facilitator.rehearsal.line import Line
from facilitator.rehearsal.page import Page


class Listening(Page):
    """A page that calls `stirred` after each change, and when its line is gone. Nothing here asks again and again."""

    stirred: Callable[[], None] = staticmethod(lambda: None)

    def take(self, patch: dict[str, Any]) -> None:
        super().take(patch)
        self.stirred()

    def connect(self) -> Line:
        known = self.line
        line = super().connect()
        if line is not known:
            threading.Thread(target=self.mourn, args=(line,), daemon=True).start()
        return line

    def mourn(self, line: Line) -> None:
        line.closed.wait()
        self.stirred()

    @property
    def alive(self) -> bool:
        return self.line is not None and self.line.alive

    @property
    def at(self) -> str:
        """The id of the current step, or ""."""
        with self.changed:
            for name in ("phone", "control"):
                for one in self.held.channels[name].entities.values() if name in self.held.channels else ():
                    if one["type"] == "meeting":
                        return one.get("step") or "" if one["state"] == "open" else ""
        return ""


class Handset(Listening, Phone):
    """A participant's."""


class Lookout(Listening, Facilitator):
    """The control room, only to look at: it sends nothing."""
