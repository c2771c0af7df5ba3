"""The way out: control room and screen at once, phones on the tick, every frame encoded once (speed.md)."""

from __future__ import annotations

import base64
import gzip
import json
from collections.abc import Callable, Iterable
from typing import Any

from facilitator.live.engine import frame
from facilitator.rooms.room import Channel, Patch, Room

TICK, SLOW_TICK, MANY = 0.05, 0.1, 300  # seconds, seconds above MANY phones
PACKED_FROM = 2000  # characters of JSON from which a whole view is packed

Key = tuple[str, Channel]  # chain id, channel


class Fanout:
    """Who listens to what. `push(sids, packet)` and `later(seconds, fn)` come from the wire."""

    def __init__(
        self, push: Callable[[Iterable[str], Any], None], later: Callable[[float, Callable[[], None]], Any]
    ) -> None:
        self.push, self.later = push, later
        self.listeners: dict[Key, set[str]] = {}
        self.pending: dict[Key, Patch] = {}
        self.packed: dict[Key, tuple[str, int, Any]] = {}  # epoch, version, packet
        self.ticking = False

    def join(self, key: Key, sid: str) -> None:
        self.listeners.setdefault(key, set()).add(sid)

    def leave(self, key: Key, sid: str) -> None:
        heard = self.listeners.get(key)
        if heard is not None:
            heard.discard(sid)
            if not heard:
                del self.listeners[key]

    def forget(self, room: Room) -> None:
        """Nothing of this room is kept here any more."""
        self.pending = {key: patch for key, patch in self.pending.items() if key[0] != room.id}
        self.packed = {key: packed for key, packed in self.packed.items() if key[0] != room.id}

    def send(self, room: Room, channel: Channel, patch: Patch) -> None:
        """A patch after its commit: at once, or for phones together with others on the tick."""
        key = (room.id, channel)
        if channel[0] != "phone":
            heard = self.listeners.get(key)
            if heard:
                self.push(list(heard), frame("patch", patch))
            return
        before = self.pending.get(key)
        self.pending[key] = patch if before is None else merged(before, patch)
        if not self.ticking:
            self.ticking = True
            crowd = sum(len(sids) for (_, place), sids in self.listeners.items() if place[0] == "phone")
            self.later(SLOW_TICK if crowd > MANY else TICK, self.tick)

    def tick(self) -> None:
        """Send what waits for phones."""
        self.ticking = False
        for key in list(self.pending):
            self.flush(key)

    def flush(self, key: Key) -> None:
        patch = self.pending.pop(key, None)
        heard = self.listeners.get(key)
        if patch is not None and heard:
            self.push(list(heard), frame("patch", patch))

    def whole(self, room: Room, channel: Channel, patch: Patch, sid: str, gz: bool) -> None:
        """A whole view to one page; what waits for that channel goes out first, so that numbers stay in order."""
        key = (room.id, channel)
        self.flush(key)
        if not gz or channel[0] == "own":
            self.push([sid], frame("patch", patch))
            return
        known = self.packed.get(key)
        if known is None or known[:2] != (patch["e"], patch["to"]):
            known = (patch["e"], patch["to"], frame("patch", pack(patch)))
            self.packed[key] = known
        self.push([sid], known[2])


def merged(before: Patch, after: Patch) -> Patch:
    """One patch that does what two in a row did."""
    put = {**{key: value for key, value in before["put"].items() if key not in after["drop"]}, **after["put"]}
    drop = [
        key for key in dict.fromkeys([*before["drop"], *after["drop"]]) if key not in after["put"] and key not in put
    ]
    return {"c": after["c"], "e": after["e"], "from": before["from"], "to": after["to"], "put": put, "drop": drop}


def pack(patch: Patch) -> Patch:
    """A whole view, zipped when it is large enough to be worth it."""
    text = json.dumps({"put": patch["put"]}, ensure_ascii=False, separators=(",", ":"))
    if len(text) < PACKED_FROM:
        return patch
    zipped = base64.b64encode(gzip.compress(text.encode(), 6)).decode()
    return {"c": patch["c"], "e": patch["e"], "from": None, "to": patch["to"], "z": zipped}
