"""One practice room: a house of its own in a child process, and in another the people who fill it (docs/MAP.md).

What is practised there cannot reach a real keten: it stands in a folder of its own, behind a port of its own, and goes
with that folder. Both processes end when this one does, in whatever way, because they read their standard input.
"""

from __future__ import annotations

import contextlib
import json
import secrets
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import psutil

from facilitator.chain.command import Refused
from facilitator.own.bookcase import AWAY, FOLDER
from facilitator.practice.wish import LIVELY, Wish
from facilitator.rehearsal.client import Facilitator, Unanswered, Unexpected
from facilitator.rehearsal.house import House, NotStarted
from facilitator.settings import ROOT

PREFIX = "ketentafel-oefenen-"
HOLDER = "houder"  # the file that says whose folder it is
LOWER = 10  # steps down in priority: a real meeting goes first
CROWD = ("-m", "facilitator.practice.crowd")
MOST_TOLD = 40  # incidents that are remembered
PARTING = 3  # seconds in which the people of a room may say goodbye

BEGINS, OPEN, AGAIN, BROKEN, GONE = "begint", "open", "herstart", "kapot", "weg"
NOT_STARTED = (
    "De oefenzaal start niet. Kijk of er ruimte is op de schijf, sluit zware programma's en probeer het nog eens."
)
HOUSE_LOST = "De oefenzaal is onverwacht gestopt. Druk op 'Start de zaal weer': wat er stond, is er nog."
CROWD_LOST = "De gespeelde mensen zijn weggevallen. Druk op 'Haal de mensen terug', of ga alleen verder."

NOBODY = "Er zijn nu geen gespeelde mensen in de zaal. Wacht even, of haal ze terug."
UNKNOWN = "Dat kan deze zaal niet. Laad de pagina opnieuw."


class Hall:
    """One room. `view` says how it stands; everything that takes time is done in a thread of its own."""

    def __init__(
        self, identity: str, wish: Wish, *, shelf: Path, host: str = "127.0.0.1", crowd: tuple[str, ...] = CROWD
    ) -> None:
        self.id, self.wish, self.shelf, self.crowd_program = identity, wish, shelf, crowd
        self.lively = wish.lively
        self.phase, self.fault, self.ref, self.code = BEGINS, "", "", ""
        self.paused = False
        self.state: dict[str, Any] = {}
        self.told: list[dict[str, Any]] = []
        self.step = ("", 0.0)  # which step the room is at, and since when by our own clock
        self.crowd: subprocess.Popen[bytes] | None = None
        self.busy = threading.RLock()
        self.house = House(practice=True, speed=wish.pace, host=host, leash=True, prefix=PREFIX)
        me = psutil.Process()
        (self.house.folder / HOLDER).write_text(f"{me.pid} {me.create_time()}", "ascii")

    # coming and going

    def begin(self) -> None:
        """Open the room; returns at once."""
        self.work(self.bring_shelf, self.start_house, self.make_meeting, self.fill)

    def work(self, *deeds: Callable[[], None]) -> None:
        """One after another, in a thread; what goes wrong is said on the trainer's page."""

        def do() -> None:
            with self.busy:
                try:
                    for deed in deeds:
                        if self.phase != GONE:
                            deed()
                except (NotStarted, OSError, Unanswered, Unexpected):
                    self.break_down(NOT_STARTED)
                if self.phase in (BEGINS, AGAIN):
                    self.phase = OPEN

        threading.Thread(target=do, daemon=True).start()

    def break_down(self, say: str) -> None:
        if self.phase != GONE:
            self.phase, self.fault = BROKEN, say

    def bring_shelf(self) -> None:
        """The facilitator's own exercises, agendas and personas come along, as a copy."""
        if self.shelf.is_dir():
            shutil.copytree(
                self.shelf, self.house.data / FOLDER, dirs_exist_ok=True, ignore=shutil.ignore_patterns(AWAY)
            )

    def start_house(self) -> None:
        self.house.start()
        step_aside(self.house.process)

    def make_meeting(self) -> None:
        """A keten with one meeting, and an open door; nothing when it is there already."""
        if self.ref:
            return
        from facilitator.rehearsal.cast import KETEN  # brings a library of names along, which a start need not wait for

        facilitator = Facilitator.sign_in(self.house.link)
        try:
            facilitator.make(self.wish.agenda, keten=f"Oefenketen {KETEN}", title=self.wish.title, place=KETEN)
            self.ref, self.code = facilitator.ref, facilitator.open_door()
        finally:
            facilitator.close()

    def fill(self) -> None:
        """The people come in: a process that does what phones do. Nothing when they are here."""
        if self.peopled():
            return
        command = [sys.executable, *self.crowd_program]
        with open(self.house.folder / "mensen.log", "ab") as log:
            self.crowd = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, cwd=ROOT, bufsize=0
            )
        step_aside(self.crowd)
        wish = asdict(self.wish)
        asked = {name: wish[name] for name in ("people", "seed", "pace", "organisations")}
        self.say(address=self.house.address, code=self.code, watch=self.link(), lively=self.lively, **asked)
        threading.Thread(target=self.listen, args=(self.crowd,), daemon=True).start()

    def link(self, where: str = "") -> str:
        """A fresh link into the practice house, for one person; `where` is a meeting, or its screen."""
        secret = secrets.token_urlsafe(32)
        self.house.tell(link=secret)
        return f"{self.house.address}/regie{'/binnen' if where else ''}#{secret}{'~' if where else ''}{where}"

    def restart(self) -> None:
        """The server falls out and comes back, on the same port, with the same data: a real restart."""
        if self.phase in (OPEN, BROKEN):
            self.phase, self.fault = AGAIN, ""
            self.work(self.house.kill, self.start_house, self.make_meeting, self.fill)

    def peopled(self) -> bool:
        return self.crowd is not None and self.crowd.poll() is None

    def close(self) -> None:
        """Everybody out, and nothing is left: no process, no folder."""
        self.phase = GONE
        self.say(do="stop")
        self.house.kill()
        with self.busy:
            if self.crowd is not None:
                with contextlib.suppress(OSError):
                    self.crowd.stdin.close()
                try:
                    self.crowd.wait(PARTING)
                except subprocess.TimeoutExpired:
                    self.crowd.kill()
                    self.crowd.wait()
            self.house.close()

    # with the people

    def say(self, **line: Any) -> None:
        """One line to the crowd; nothing when it is not there."""
        if self.crowd is not None and self.crowd.stdin is not None:
            with contextlib.suppress(OSError, ValueError):
                self.crowd.stdin.write(json.dumps(line).encode() + b"\n")
                self.crowd.stdin.flush()

    def listen(self, crowd: subprocess.Popen[bytes]) -> None:
        """What the crowd tells, until it ends."""
        for line in crowd.stdout:
            try:
                said = json.loads(line)
            except ValueError:
                continue
            if isinstance(said, dict):
                self.hear(said)
        with contextlib.suppress(subprocess.TimeoutExpired):
            crowd.wait(PARTING)
        if crowd is self.crowd and self.phase == OPEN:
            self.fault = self.fault or CROWD_LOST

    def hear(self, said: dict[str, Any]) -> None:
        if isinstance(said.get("state"), dict):
            self.state = said["state"]
            step = (self.state.get("step") or {}).get("id", "")
            if step != self.step[0]:
                self.step = (step, time.monotonic())
        if isinstance(said.get("incident"), dict):
            self.told = [*self.told, said["incident"]][-MOST_TOLD:]
        if isinstance(said.get("fault"), str):
            self.fault = said["fault"][:300]

    def do(self, what: str, value: str = "") -> None:
        """A button of the trainer's page; Refused when it cannot be done now."""
        if what == "again":
            return self.restart()
        if what == "refill" and self.phase == OPEN:
            self.fault = ""
            return self.work(self.fill)
        if self.phase != OPEN or not self.peopled():
            raise Refused(NOBODY)
        if what == "lively" and value in LIVELY:
            self.lively = value
            return self.say(do="lively", value=value)
        if what == "pause" and value in ("on", "off"):
            self.paused = value == "on"
            return self.say(do="pause", on=self.paused)
        raise Refused(UNKNOWN)

    def incidents(self) -> list[dict[str, str]]:
        """What can be made to happen here."""
        return []

    # how it stands

    def look(self) -> None:
        """See whether the house is still there."""
        process = self.house.process
        if self.phase == OPEN and process is not None and process.poll() is not None:
            self.break_down(HOUSE_LOST)

    def view(self) -> dict[str, Any]:
        """For the trainer's page."""
        self.look()
        step = self.state.get("step") or None
        seconds = (time.monotonic() - self.step[1]) * self.wish.pace if step else 0
        counts = {name: self.state.get(name, 0) for name in ("people", "here", "writing", "notes")}
        return {
            "id": self.id,
            "phase": self.phase,
            "fault": self.fault,
            "title": self.wish.title,
            "step": step and {name: step.get(name) for name in ("id", "title", "kind", "minutes")},
            "seconds": round(seconds),
            "pace": self.wish.pace,
            "lively": self.lively,
            "paused": self.paused,
            "peopled": self.peopled(),
            "incident": self.state.get("incident") or None,
            "told": self.told,
            "last": self.state.get("last", ""),
            **counts,
            "people": counts["people"] or self.wish.people,
        }


def step_aside(process: subprocess.Popen[bytes] | None) -> None:
    """A practice process waits for a real meeting, never the other way round."""
    with contextlib.suppress(psutil.Error, OSError, AttributeError):
        one = psutil.Process(process.pid)
        one.nice(psutil.BELOW_NORMAL_PRIORITY_CLASS if psutil.WINDOWS else LOWER)
