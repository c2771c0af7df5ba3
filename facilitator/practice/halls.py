"""All practice rooms of this house: at most eight, each a house of its own."""

from __future__ import annotations

import shutil
import tempfile
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import psutil

from facilitator.chain.command import Refused
from facilitator.own.bookcase import FOLDER
from facilitator.practice import agendas, day, wish
from facilitator.practice.day import Day
from facilitator.practice.hall import CROWD, HOLDER, PREFIX, Hall
from facilitator.practice.wish import Wish
from facilitator.settings import Settings

MOST = 8
FULL = (
    f"Er zijn al {MOST} oefenzalen open. Meer kan deze laptop niet tegelijk. "
    "Stop er eerst een die u niet meer nodig hebt."
)
SHORT = "Zo veel zalen passen er niet bij: er is nog plaats voor {}. Neem er minder, of stop eerst een andere zaal."
ONE_DAY = "Er is al een oefendag bezig. Stop die eerst, dan zet u een nieuwe klaar."
NO_PLACE = "Er is geen ruimte voor een oefenzaal op deze schijf. Maak ruimte en probeer het nog eens."
SAME = 2.0  # seconds that two ways of asking when a process began may differ


class Halls:
    """Opens and closes rooms. `crowd` is the program of the people in them."""

    def __init__(self, settings: Settings, library: Any, crowd: tuple[str, ...] = CROWD) -> None:
        self.settings, self.library, self.crowd = settings, library, crowd
        self.rooms: dict[str, Hall] = {}
        self.opened = 0
        self.swept = False
        self.turn = threading.Lock()
        self.alone: tuple[Any, list[tuple[str, str]]] = (None, [])
        self.day: Day | None = None

    def form(self) -> dict[str, Any]:
        """What the page offers to choose from."""
        towns = [(identity, title) for identity, (title, _) in wish.pilots(self.library).items()]
        bounds = {"fewest": wish.FEWEST, "most": wish.MOST, "usual": wish.USUAL, "rooms": MOST}
        days = {"day": day.USUAL, "exercises": self.exercises()}
        return {"towns": towns, "lively": wish.LIVELY, "paces": wish.PACES, "seed": wish.seed_of(""), **bounds, **days}

    def exercises(self) -> list[tuple[str, str]]:
        """Those that can be practised alone, looked up once for each state of the shelf."""
        library = self.library.library
        if self.alone[0] is not library:
            every = library.exercises.items()
            fit = [(key, one["title"]) for key, one in every if agendas.stands_alone(key, self.library)]
            self.alone = library, [(f"{agendas.EXERCISE}{key}", title) for key, title in fit]
        return self.alone[1]

    def open(self, form: Mapping[str, str], meeting: tuple[str, list[dict[str, Any]]] | None = None) -> Hall:
        """A new room for what was filled in; Refused with a sentence when that cannot be.

        `meeting` has title and steps of the real meeting whose agenda was asked for.
        """
        return self.begin([wish.read(form, self.library, agendas.Meeting(*meeting) if meeting else None)])[0]

    def open_day(self, form: Mapping[str, str]) -> Day:
        """The rooms of a training day, one at a time; there is one day at once."""
        wanted = day.read(form, self.library)
        if self.day is not None:
            raise Refused(ONE_DAY)
        self.day = Day(self.begin(wanted))
        return self.day

    def begin(self, wanted: list[Wish]) -> list[Hall]:
        """All of them or none."""
        if len(self.rooms) + len(wanted) > MOST:
            raise Refused(FULL if len(self.rooms) >= MOST else SHORT.format(MOST - len(self.rooms)))
        self.sweep()
        made: list[Hall] = []
        try:
            for one in wanted:
                made.append(self.hall(one))
        except OSError:
            for hall in made:
                hall.close()
            raise Refused(NO_PLACE) from None
        for hall in made:
            self.rooms[hall.id] = hall
            hall.begin()
        return made

    def hall(self, wanted: Wish) -> Hall:
        self.opened += 1
        shelf = self.settings.data / FOLDER
        return Hall(f"z{self.opened}", wanted, shelf=shelf, host=self.settings.host, crowd=self.crowd, turn=self.turn)

    def get(self, identity: str) -> Hall | None:
        return self.rooms.get(identity)

    def stop(self, hall: Hall) -> None:
        """Throw a room away; its processes end in a thread, the room is gone at once."""
        self.rooms.pop(hall.id, None)
        if self.day is not None:
            self.day.rooms = [one for one in self.day.rooms if one is not hall]
            self.day = self.day if self.day.rooms else None
        threading.Thread(target=hall.close, daemon=True).start()

    def end_day(self) -> None:
        """Every room of the day goes, and what was remarked with it."""
        for hall in list(self.day.rooms) if self.day else ():
            self.stop(hall)

    def close(self) -> None:
        """Everything away, all at the same time: this house stops."""
        closing = [threading.Thread(target=hall.close, daemon=True) for hall in self.rooms.values()]
        self.rooms.clear()
        for one in closing:
            one.start()
        for one in closing:
            one.join()

    def sweep(self) -> None:
        """Once: take away what rooms of a house that crashed have left on the disk."""
        if self.swept:
            return
        self.swept = True
        for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
            if not held(folder):
                shutil.rmtree(folder, ignore_errors=True)


def held(folder: Path) -> bool:
    """True while the process that made this folder lives."""
    try:
        pid, began = (folder / HOLDER).read_text("ascii").split()
        return abs(psutil.Process(int(pid)).create_time() - float(began)) < SAME
    except psutil.NoSuchProcess:
        return False
    except (OSError, ValueError, psutil.Error):
        return True  # not ours to judge: made this very moment, or of somebody else
