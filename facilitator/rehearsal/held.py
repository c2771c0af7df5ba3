"""What a page holds of each channel, and the rule (S3) by which a patch is applied, ignored or a gap."""

from __future__ import annotations

import base64
import gzip
import json
from dataclasses import dataclass, field
from typing import Any

View = dict[str, Any]
APPLIED, OLD, GAP = "applied", "old", "gap"


@dataclass
class Channel:
    """The entities of one channel, and the last `to` of which epoch they are."""

    epoch: str = ""
    to: int | None = None
    entities: dict[str, View] = field(default_factory=dict)


class Held:
    """All channels of one page."""

    def __init__(self) -> None:
        self.channels: dict[str, Channel] = {}
        self.epoch = ""

    def take(self, patch: dict[str, Any]) -> str:
        """APPLIED, OLD (nothing to do) or GAP (send hello). A packed whole view is unpacked first."""
        mine = self.channels.setdefault(patch["c"], Channel())
        if patch["from"] is None:
            mine.entities = dict(unpacked(patch))
        else:
            if patch["e"] != mine.epoch or mine.to is None:
                return GAP
            if patch["to"] <= mine.to:
                return OLD
            if patch["from"] != mine.to:
                return GAP
            mine.entities.update(patch["put"])
            for identity in patch["drop"]:
                mine.entities.pop(identity, None)
        mine.epoch, mine.to = patch["e"], patch["to"]
        if patch["c"] != "now":
            self.epoch = patch["e"]
        return APPLIED

    def have(self) -> dict[str, Any]:
        """What `hello` says: the last `to` of each channel that is of the newest epoch."""
        if not self.epoch:
            return {}
        kept = {name: one.to for name, one in self.channels.items() if name != "now" and one.epoch == self.epoch}
        return {"epoch": self.epoch, **kept}

    def entities(self, channel: str) -> dict[str, View]:
        """A copy of one channel, by id."""
        return dict(self.channels[channel].entities) if channel in self.channels else {}


def unpacked(patch: dict[str, Any]) -> dict[str, View]:
    """The entities of a whole view, whether it came zipped or not."""
    if "z" not in patch:
        return patch["put"]
    return json.loads(gzip.decompress(base64.b64decode(patch["z"])))["put"]
