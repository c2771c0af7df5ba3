"""Behind a private link: whose link it is, whether it still opens, and pages that no search engine keeps."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import abort, make_response, request

from facilitator.chain.model import Chain, Entity
from facilitator.rooms import Room
from facilitator.web.frames import message
from facilitator.web.house import House, caller

STRANGE = "Deze link klopt niet"
UNKNOWN = "Misschien is hij niet helemaal overgenomen. Open hem opnieuw vanuit uw bericht, of vraag om een nieuwe link."
HERE = "De pagina opent alleen op het netwerk van onze bijeenkomst, als de laptop aanstaat."


@dataclass(frozen=True)
class Private:
    """One sort of private link: how it is found in a chain, whether it still stands, and what its end is called."""

    house: House
    find: Callable[[Chain, str], Entity | None]
    stands: Callable[[Chain, Entity], bool]
    title: str
    ended: str

    def behind(self, token: str) -> tuple[Room, Entity] | None:
        """The room and what the link is for, also of one that has ended."""
        wanted = hashed(token)
        for room in list(self.house.rooms.rooms.values()):
            found = self.find(room.chain, wanted)
            if found is not None:
                return room, found
        return None

    def closed(self, token: str) -> Any:
        """The answer to a link that does not work, or None for one that does."""
        place = self.behind(token)
        if place is None:
            if not self.house.limits.strays(caller(request)):
                abort(429)
            return kept_out(message(STRANGE, UNKNOWN), 404)
        return None if self.stands(place[0].chain, place[1]) else kept_out(message(self.title, self.ended), 410)


def kept_out(body: Any, status: int) -> Any:
    """No search engine keeps what was found behind a link, nor that it was there."""
    response = make_response(body, status)
    response.headers["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    return response


def hashed(token: str) -> str:
    """What the book holds of a link."""
    return hashlib.sha256(token.encode()).hexdigest()
