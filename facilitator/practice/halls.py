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
from facilitator.practice import wish
from facilitator.practice.hall import CROWD, HOLDER, PREFIX, Hall
from facilitator.settings import Settings

MOST = 8
FULL = (
    f"Er zijn al {MOST} oefenzalen open. Meer kan deze laptop niet tegelijk. "
    "Stop er eerst een die u niet meer nodig hebt."
)
SAME = 2.0  # seconds that two ways of asking when a process began may differ


class Halls:
    """Opens and closes rooms. `crowd` is the program of the people in them."""

    def __init__(self, settings: Settings, library: Any, crowd: tuple[str, ...] = CROWD) -> None:
        self.settings, self.library, self.crowd = settings, library, crowd
        self.rooms: dict[str, Hall] = {}
        self.opened = 0
        self.swept = False

    def form(self) -> dict[str, Any]:
        """What the page offers to choose from."""
        towns = [(identity, title) for identity, (title, _) in wish.pilots(self.library).items()]
        bounds = {"fewest": wish.FEWEST, "most": wish.MOST, "usual": wish.USUAL, "rooms": MOST}
        return {"towns": towns, "lively": wish.LIVELY, "paces": wish.PACES, "seed": wish.seed_of(""), **bounds}

    def open(self, form: Mapping[str, str]) -> Hall:
        """A new room for what was filled in; Refused with a sentence when that cannot be."""
        wanted = wish.read(form, self.library)
        if len(self.rooms) >= MOST:
            raise Refused(FULL)
        self.sweep()
        self.opened += 1
        identity = f"z{self.opened}"
        try:
            hall = Hall(identity, wanted, shelf=self.settings.data / FOLDER, host=self.settings.host, crowd=self.crowd)
        except OSError:
            raise Refused(
                "Er is geen ruimte voor een oefenzaal op deze schijf. Maak ruimte en probeer het nog eens."
            ) from None
        self.rooms[identity] = hall
        hall.begin()
        return hall

    def get(self, identity: str) -> Hall | None:
        return self.rooms.get(identity)

    def stop(self, hall: Hall) -> None:
        """Throw a room away; its processes end in a thread, the room is gone at once."""
        self.rooms.pop(hall.id, None)
        threading.Thread(target=hall.close, daemon=True).start()

    def close(self) -> None:
        """Everything away: this house stops."""
        for identity in list(self.rooms):
            self.rooms.pop(identity).close()

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
