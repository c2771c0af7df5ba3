"""The line by which one house holds another: a practice house ends with the house that started it, on every system.

The holder writes lines of JSON to the standard input of the house it holds. When that ends, because the holder let go
or died in whatever way, the held house shuts. Read in a thread of the system's own: a pipe is no socket, and on Windows
nothing else can wait for one.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import gevent
from gevent import monkey

LONGEST = 64 * 1024  # bytes of one line
FIRST = "eerste-start"
REMARKS = "opmerkingen.jsonl"
MOST = 200 * 1024  # bytes of remarks: the house that holds this one reads them all
PATIENCE = 5  # seconds to shut in order, before the process simply ends


class Held:
    """What a held house keeps for its holder: the message to everybody who leads here, and their remarks.

    `since` is when it was started for the first time: from there its clock counts (live/clock.py).
    """

    def __init__(self, data: Path) -> None:
        self.data = data
        self.notice, self.number = "", 0
        self.visitor = ""  # the holder's own place among who look on, in the one meeting of a practice house
        self.since = self.first_start()

    def first_start(self) -> float:
        try:
            return float((self.data / FIRST).read_text("ascii"))
        except (OSError, ValueError):
            now = time.time()
            (self.data / FIRST).write_text(str(now), "ascii")
            return now

    def told(self, said: dict[str, Any]) -> None:
        if isinstance(said.get("notice"), str) and said["notice"] != self.notice:
            self.notice, self.number = said["notice"], self.number + 1

    def remark(self, text: str) -> bool:
        """False when there is no room for more."""
        with (self.data / REMARKS).open("a", encoding="utf-8") as file:
            if file.tell() > MOST:
                return False
            file.write(json.dumps(text) + "\n")
        return True


def remarks(data: Path) -> list[str]:
    """What was remarked in the house with this data folder; a line that was cut off in writing is left out."""
    found = []
    with suppress(OSError, UnicodeDecodeError):
        for line in (data / REMARKS).read_text("utf-8").split("\n"):
            with suppress(ValueError):
                found.append(json.loads(line))
    return found


def hold(stop: Callable[[], None], *takers: Callable[[dict[str, Any]], None]) -> None:
    """Call the takers in the loop for every line that comes in, and `stop` when no more can come."""
    loop = gevent.get_hub().loop
    begin, sleep = monkey.get_original("_thread", "start_new_thread"), monkey.get_original("time", "sleep")

    def listen() -> None:
        for line in lines():
            for take in takers:
                loop.run_callback_threadsafe(take, line)
        loop.run_callback_threadsafe(stop)
        sleep(PATIENCE)
        os._exit(1)

    begin(listen, ())


def lines() -> Any:
    """Every whole line that is a JSON object; over when the other side is."""
    held = b""
    while True:
        try:
            more = os.read(0, LONGEST)
        except OSError:
            more = b""
        if not more:
            return
        *whole, held = (held + more).split(b"\n")
        for line in whole:
            try:
                said = json.loads(line)
            except ValueError:
                continue
            if isinstance(said, dict):
                yield said
