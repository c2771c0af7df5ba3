"""When the house was started: the books do not tell, so it stands beside them, for who looks back."""

from __future__ import annotations

import json

from facilitator.rooms.rooms import Rooms

NAME = "gestart"  # the setting
KEPT = 200  # the last so many


def read(rooms: Rooms) -> list[float]:
    """By the clock of the house, oldest first."""
    return json.loads(rooms.settings.get(NAME, "[]"))


def note(rooms: Rooms) -> None:
    """The house is starting now."""
    rooms.set(NAME, json.dumps([*read(rooms), round(rooms.clock(), 1)][-KEPT:]))
