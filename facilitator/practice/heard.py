"""What one room has told of itself: how it stands, how long it is at its step, what happened there."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

MOST = 40  # incidents that are remembered
LONGEST = 300  # characters of a fault


class Heard:
    """`pace` is how many seconds go by in that room in one of ours; `ahead` is how many its clock was put forward."""

    def __init__(
        self, pace: float, clock: Callable[[], float] = time.monotonic, ahead: Callable[[], float] = lambda: 0.0
    ) -> None:
        self.pace, self.clock, self.ahead = pace, clock, ahead
        self.state: dict[str, Any] = {}
        self.told: list[dict[str, Any]] = []
        self.fault = ""
        self.at = ""
        self.since, self.leapt = 0.0, 0.0

    def hear(self, said: dict[str, Any]) -> None:
        """One line of the crowd."""
        if isinstance(said.get("state"), dict):
            self.state = said["state"]
            self.move(self.state.get("step") or {})
        if isinstance(said.get("incident"), dict):
            incident = {name: value for name, value in said["incident"].items() if name != "asks"}
            self.told = [*self.told, incident][-MOST:]
        if isinstance(said.get("fault"), str):
            self.fault = said["fault"][:LONGEST]

    def move(self, step: dict[str, Any]) -> None:
        """Where the room is now."""
        identity = str(step.get("id", ""))
        if identity != self.at:
            self.at, self.since, self.leapt = identity, self.clock(), self.ahead()

    def spent(self) -> float:
        """Seconds at the step where the room is, this time."""
        return (self.clock() - self.since) * self.pace + self.ahead() - self.leapt if self.at else 0.0

    def over(self) -> list[dict[str, Any]]:
        """Incidents that are over, with what was done."""
        return [one for one in self.told if one.get("phase") == "over"]

    def view(self, people: int) -> dict[str, Any]:
        """How it stands, as data for a page; `people` is how many were asked for."""
        step = self.state.get("step") or None
        counts = {name: self.state.get(name, 0) for name in ("people", "here", "writing", "notes")}
        return {
            "step": step and {name: step.get(name) for name in ("id", "title", "kind", "minutes")},
            "seconds": round(self.spent()),
            "incident": self.state.get("incident") or None,
            "told": self.told,
            "last": self.state.get("last", ""),
            "leads": self.state.get("leads", ""),
            "led": self.state.get("led", False),
            "beside": self.state.get("beside", []),
            **counts,
            "people": counts["people"] or people,
        }
