"""Trainees of a meeting: the links with which they come in, each for one person, until it is withdrawn.

While the meeting is closed nobody looks on; who came in before does again when it is opened anew.

What the data folder keeps is a hash of each link and how the facilitator wants to be called; a trainee's own name is
in their papers only (`Seat.name`).
"""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Callable
from typing import Any

from facilitator.rooms import Rooms

Place = tuple[str, str]  # chain, meeting
MOST = 8  # links of one meeting at a time
LONGEST = 30  # characters of a first name


class Trainees:
    """The links of all meetings, kept as settings beside the books: `stokje <chain>-<meeting>`."""

    def __init__(self, rooms: Rooms, on_withdrawn: Callable[[Place, str], None] = lambda place, trainee: None) -> None:
        self.rooms, self.on_withdrawn = rooms, on_withdrawn

    def kept(self, place: Place) -> dict[str, Any]:
        """{by, n, links: {id: {hash, used}}}"""
        return {"by": "", "n": 0, "links": {}, **json.loads(self.rooms.settings.get(key(place), "{}"))}

    def keep(self, place: Place, kept: dict[str, Any]) -> None:
        self.rooms.set(key(place), json.dumps(kept, ensure_ascii=False))

    # the facilitator's side

    def by(self, place: Place) -> str:
        """How the facilitator is called."""
        return self.kept(place)["by"]

    def call(self, place: Place, by: str) -> None:
        self.keep(place, {**self.kept(place), "by": by})

    def forget_name(self, place: Place) -> None:
        """How the facilitator is called goes for good."""
        if self.by(place):
            kept = {**self.kept(place), "by": ""}
            self.rooms.lessen(key(place), json.dumps(kept, ensure_ascii=False))

    def invite(self, place: Place) -> tuple[str, str] | None:
        """(id, secret) of a new link; None when there are as many as there may be."""
        kept, secret = self.kept(place), secrets.token_urlsafe(32)
        if len(kept["links"]) >= MOST:
            return None
        kept["n"] += 1
        identity = f"t{kept['n']}"
        kept["links"][identity] = {"hash": hashed(secret), "used": False}
        self.keep(place, kept)
        return identity, secret

    def withdraw(self, place: Place, trainee: str) -> bool:
        """False when there was no such link."""
        kept = self.kept(place)
        if kept["links"].pop(trainee, None) is None:
            return False
        self.keep(place, kept)
        self.on_withdrawn(place, trainee)
        return True

    def ids(self, place: Place) -> dict[str, bool]:
        """All trainees of a meeting, in the order in which they were invited, and whether their link was used."""
        return {identity: link["used"] for identity, link in self.kept(place)["links"].items()}

    # the trainee's side

    def behind(self, secret: str) -> tuple[Place, str, bool] | None:
        """(place, id, used) of a link; None when there is no such link (any more)."""
        asked = hashed(secret)
        for name in [one for one in self.rooms.settings if one.startswith("stokje ")]:
            chain, _, meeting = name.removeprefix("stokje ").partition("-")
            for identity, link in self.kept((chain, meeting))["links"].items():
                if secrets.compare_digest(link["hash"], asked):
                    return (chain, meeting), identity, link["used"]
        return None

    def use(self, place: Place, trainee: str) -> None:
        """Somebody came in by this link; nobody else does."""
        kept = self.kept(place)
        kept["links"][trainee]["used"] = True
        self.keep(place, kept)

    def sits(self, place: Place, trainee: str) -> bool:
        """True for who came in by a link that still stands, while the meeting is not over."""
        return not self.over(place) and self.ids(place).get(trainee, False)

    def over(self, place: Place) -> bool:
        room = self.rooms.get(place[0])
        meeting = room.chain.get(place[1], "meeting") if room else None
        return meeting is None or meeting["state"] == "closed"


def key(place: Place) -> str:
    return f"stokje {place[0]}-{place[1]}"


def hashed(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
