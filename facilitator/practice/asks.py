"""What an incident asks of who holds the room, since people with phones cannot do it: house, clock and projector.

The people only say so; it goes to the house over its leash (live/played.py), and the restart is the holder's own.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from facilitator.rehearsal.house import House

LATE, DARK, RESTART = "late", "dark", "restart"


def grant(said: dict[str, Any], house: House, ref: str, restart: Callable[[], None]) -> None:
    """One line of the crowd; most ask for nothing. What lasts ends with the incident."""
    incident = said.get("incident")
    asked = incident.get("asks") if isinstance(incident, dict) else None
    if not isinstance(asked, dict):
        return
    over = incident.get("phase") == "over"
    if DARK in asked:
        house.tell(dark=0 if over else asked[DARK])
    if LATE in asked and not over:
        house.tell(late={"ref": ref, "seconds": asked[LATE]})
    if RESTART in asked and not over:
        restart()
