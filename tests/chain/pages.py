"""A page as the wire's rules describe it (docs/SYNC.md S3), on a road where messages get lost, doubled and late."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from facilitator.chain.command import Seat

Patch = dict[str, Any]


@dataclass
class Held:
    """One channel of a page."""

    epoch: str = ""
    to: int | None = None
    view: dict[str, Any] = field(default_factory=dict)


@dataclass
class Page:
    """What one open page holds, and what is on its way to it."""

    seat: Seat
    channels: dict[str, Held] = field(default_factory=dict)
    road: list[Patch] = field(default_factory=list)
    epoch: str = ""
    here: bool = True

    def have(self) -> dict[str, Any]:
        """What `hello` says."""
        newest = {name: held.to for name, held in self.channels.items() if held.epoch == self.epoch}
        return {"epoch": self.epoch, **newest} if self.epoch else {}

    def take(self, patch: Patch) -> str:
        """S3: applied, old, or gap (then the page says hello)."""
        held = self.channels.setdefault(patch["c"], Held())
        if patch["from"] is None:
            held.view = dict(patch["put"])
        else:
            if patch["e"] != held.epoch or held.to is None:
                return "gap"
            if patch["to"] <= held.to:
                return "old"
            if patch["from"] != held.to:
                return "gap"
            held.view.update(patch["put"])
            for identity in patch["drop"]:
                held.view.pop(identity, None)
        held.epoch = self.epoch = patch["e"]
        held.to = patch["to"]
        return "applied"
