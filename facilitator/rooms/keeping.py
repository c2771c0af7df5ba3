"""Names past their last day: erased when the house starts and once a day while it runs, as by the facilitator's button.

The first time that a data folder of an older Ketentafel is opened, nothing goes for a week: until then nobody was told.
So it is, once, when the day leaps months ahead: nobody was there to be told, or the clock of the laptop is wrong.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from facilitator.chain import retention
from facilitator.chain.command import FACILITATOR, Command, Seat
from facilitator.chain.days import day_of, read
from facilitator.rooms.room import Answer, Room
from facilitator.rooms.rooms import Rooms

SPARED = "namen gespaard tot"  # the setting with the day before which nothing is erased, "" for none
SEEN = "namen bekeken op"  # the setting with the day of the last look
GRACE = 7  # days
FAR = 100  # days without a look: longer than a keten is usually away


class Keeper:
    """Looks after the days of all meetings of a house. `on_erased(room, meeting)` is told after each erasure.

    In `practice` nobody is real, and all of it goes when the practising stops: there is nothing to do.
    """

    def __init__(
        self,
        rooms: Rooms,
        on_erased: Callable[[Room, str], None] = lambda room, meeting: None,
        practice: bool = False,
    ) -> None:
        self.rooms, self.on_erased, self.practice = rooms, on_erased, practice
        self.looked: date | None = None

    @property
    def spared(self) -> str:
        """The day before which nothing is erased; decided once per data folder."""
        if SPARED not in self.rooms.settings:
            self.spare(day_of(self.rooms.clock()))
        return self.rooms.settings[SPARED]

    def spare(self, today: date) -> None:
        """Nothing goes for a week from today, when something would."""
        late = today + timedelta(days=GRACE)
        self.rooms.set(SPARED, late.isoformat() if any(found for _, found in self.due()) else "")

    def leapt(self, today: date) -> bool:
        """True when the day is far from that of the last look: ahead, and nothing is spared yet, or back to before it.

        What was spared once goes at the next look after its week, so that who seldom starts the house loses no day.
        """
        seen, spared = read(self.rooms.settings.get(SEEN, "")), read(self.spared)
        if seen is None:
            return False
        if today < seen:
            return spared is not None and spared - today > timedelta(days=GRACE)
        return spared is None and (today - seen).days > FAR

    def due(self) -> list[tuple[Room, list[str]]]:
        at = self.rooms.clock()
        rooms = [room for room in self.rooms.rooms.values() if not room.over]
        return [(room, retention.due(room.chain, room.people, at)) for room in rooms]

    def look(self) -> None:
        """Never yields. To be called often: it does something once a day, and again while that does not go well."""
        today = day_of(self.rooms.clock())
        if self.practice or today == self.looked:
            return
        self.looked = today
        if self.leapt(today):
            self.spare(today)
        if today.isoformat() >= self.spared:
            for room, meetings in self.due():
                for meeting in meetings:
                    self.erase(room, meeting)
            if self.spared:
                self.rooms.set(SPARED, "")
        if self.rooms.settings.get(SEEN) != today.isoformat():
            self.rooms.set(SEEN, today.isoformat())

    def erase(self, room: Room, meeting: str) -> None:
        def done(answer: Answer) -> None:
            if answer["ok"]:
                self.on_erased(room, meeting)
            else:
                self.looked = None  # a full disk, for instance: it is tried again

        room.accept(Command("people.erase", {"due": True}, Seat(FACILITATOR, meeting), secrets.token_hex(16)), done)

    def notices(self, room: Room) -> list[dict[str, Any]]:
        """What there is to tell the facilitator about the names of one keten."""
        if self.practice:
            return []
        return retention.notices(room.chain, room.people, self.rooms.clock(), self.spared)
