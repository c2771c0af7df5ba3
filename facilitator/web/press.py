"""Reports that are made: one at a time, in a thread; the last few are kept, so that a full hall can fetch the same."""

from __future__ import annotations

import threading
from typing import Any

from facilitator.chain.days import day_of
from facilitator.report.build import Choice, Source, build
from facilitator.rooms import Room
from facilitator.web.house import House
from facilitator.web.looks import look_of

KEPT = 4  # in memory only


class Press:
    """`made` goes by all that a report follows from: keten, how far its book is, meeting, choice, look and day."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.turn = threading.RLock()
        self.made: dict[tuple[Any, ...], bytes] = {}

    def print(self, room: Room, meeting: str, choice: Choice) -> bytes:
        """The Word file of what is on disk: copied in the loop, written in a thread (D12)."""
        rooms, loop = self.house.rooms, self.house.loop
        with self.turn:
            now = rooms.clock()
            look = look_of(self.house, room)
            key = (room.id, room.epoch, room.chain.seq, meeting, choice, look, day_of(now))
            source = None if key in self.made else self.source(room, meeting, now)
            self.house.settle()  # for a kept one as well: somebody may have been promised what did not get to disk
            if source is not None:
                self.made[key] = loop.offload(lambda: build(source, rooms.rulebook.kinds, choice, look))
                for old in list(self.made)[:-KEPT]:
                    del self.made[old]
            return self.made[key]

    def source(self, room: Room, meeting: str, now: float) -> Source:
        """What the report is made from, as it is now."""
        training = self.house.rooms.apart(room.chain.entities[meeting]["template"])
        return Source(room.report_view(meeting), meeting, now, room.keten_view(), training)
