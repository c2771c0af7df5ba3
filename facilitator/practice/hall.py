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
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil

from facilitator.chain.command import Refused
from facilitator.live.leash import remarks
from facilitator.live.played import leaps, read
from facilitator.own.bookcase import AWAY, FOLDER, write
from facilitator.practice import asks
from facilitator.practice.drill import Drill
from facilitator.practice.heard import Heard
from facilitator.practice.incidents.shelf import incidents
from facilitator.practice.wish import LIVELY, Wish
from facilitator.rehearsal.browser import Browser
from facilitator.rehearsal.client import Facilitator, Unanswered, Unexpected
from facilitator.rehearsal.house import House, NotStarted
from facilitator.settings import ROOT

PREFIX = "ketentafel-oefenen-"
HOLDER = "houder"  # the file that says whose folder it is
LOWER = 10  # steps down in priority: a real meeting goes first
CROWD = ("-m", "facilitator.practice.crowd")
PARTING = 1  # seconds in which the people of a room may say goodbye

BEGINS, OPEN, AGAIN, BROKEN, GONE = "begint", "open", "herstart", "kapot", "weg"
NOT_STARTED = (
    "De oefenzaal start niet. Kijk of er ruimte is op de schijf, sluit zware programma's en probeer het nog eens."
)
HOUSE_LOST = "De oefenzaal is onverwacht gestopt. Druk op 'Start de zaal weer': wat er stond, is er nog."
CROWD_LOST = "De gespeelde mensen zijn weggevallen. Druk op 'Haal de mensen terug', of ga alleen verder."

SURPRISE = "verrassing"  # an incident that the crowd chooses
NOBODY = "Er zijn nu geen gespeelde mensen in de zaal. Wacht even, of haal ze terug."
UNKNOWN = "Dat kan deze zaal niet. Laad de pagina opnieuw."


class Hall:
    """One room. `view` says how it stands; everything that takes time is done in a thread of its own."""

    def __init__(
        self,
        identity: str,
        wish: Wish,
        *,
        shelf: Path,
        host: str = "127.0.0.1",
        crowd: tuple[str, ...] = CROWD,
        turn: threading.Lock | None = None,
    ) -> None:
        self.id, self.wish, self.shelf, self.crowd_program = identity, wish, shelf, crowd
        self.turn = turn or threading.Lock()  # rooms that begin together begin one after another
        self.lively = wish.lively
        self.phase, self.ref, self.code = BEGINS, "", ""
        self.paused, self.notice = False, ""
        self.heard = Heard(wish.pace, ahead=lambda: sum(leap for _, leap in leaps(read(self.house.data))))
        self.happened = 0  # incidents so far
        self.drill = Drill(self.surprise, wish.pace)
        self.desk: Browser | None = None  # signed in as its facilitator
        self.invited: list[str] = []  # links for trainees, each for one: the first leads, the others look on
        self.crowd: subprocess.Popen[bytes] | None = None
        self.busy = threading.RLock()
        self.house = House(practice=True, speed=wish.pace, host=host, leash=True, prefix=PREFIX)
        me = psutil.Process()
        (self.house.folder / HOLDER).write_text(f"{me.pid} {me.create_time()}", "ascii")

    # coming and going

    def begin(self) -> None:
        """Open the room; returns at once."""
        self.work(self.bring_shelf, self.start_house, self.make_meeting, self.fill, self.invite)

    def work(self, *deeds: Callable[[], None]) -> None:
        """One after another, in a thread; what goes wrong is said on the trainer's page."""

        def do() -> None:
            with self.turn, self.busy:
                try:
                    for deed in deeds:
                        if self.phase != GONE:
                            deed()
                except (NotStarted, OSError, Unanswered, Unexpected, ValueError, KeyError):
                    self.break_down(NOT_STARTED)
                if self.phase in (BEGINS, AGAIN):
                    self.phase = OPEN

        threading.Thread(target=do, daemon=True).start()

    def break_down(self, say: str) -> None:
        if self.phase != GONE:
            self.phase, self.heard.fault = BROKEN, say

    def bring_shelf(self) -> None:
        """Own exercises, agendas and personas come along, as a copy; what was made of them in a meeting here stays."""
        if self.shelf.is_dir() and not self.ref:
            away = shutil.ignore_patterns(AWAY)
            shutil.copytree(self.shelf, self.house.data / FOLDER, dirs_exist_ok=True, ignore=away)
        if self.wish.made and not self.ref:
            write(self.house.data / FOLDER / "agendas" / f"{self.wish.agenda}.md", self.wish.made)

    def start_house(self) -> None:
        self.house.start()
        step_aside(self.house.process)
        self.house.tell(notice=self.notice)

    def make_meeting(self) -> None:
        """A keten with one meeting, and an open door; nothing when it is there already."""
        if self.ref:
            return
        from facilitator.rehearsal.cast import KETEN  # brings a library of names along, which a start need not wait for

        facilitator = Facilitator.sign_in(self.house.link)
        try:
            title = " · ".join(part for part in (self.wish.title, self.wish.name) if part)
            facilitator.make(self.wish.agenda, keten=f"Oefenketen {KETEN}", title=title, place=KETEN)
            self.ref, self.code, self.desk = facilitator.ref, facilitator.open_door(), facilitator.browser
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
        asked = {name: getattr(self.wish, name) for name in ("people", "seed", "pace", "organisations")}
        asked |= {"lively": self.lively, "shelf": str(self.house.data / FOLDER)}
        self.say(address=self.house.address, code=self.code, watch=self.link(), **asked)
        if self.paused:
            self.say(do="pause", on=True)
        threading.Thread(target=self.listen, args=(self.crowd,), daemon=True).start()

    def invite(self) -> None:
        """Links for trainees: one to lead with, which a house that starts again forgot; the others look on."""
        others = self.invited[1:]
        for _ in range(len(others), self.wish.trainees - 1):
            others.append(json.loads(self.desk.post(f"/regie/{self.ref}/stokje").body)["link"])
        self.invited = [self.link(self.ref), *others] if self.wish.trainees else []

    def link(self, where: str = "") -> str:
        """A fresh link into the practice house, for one person; `where` is a meeting, or its screen."""
        secret = secrets.token_urlsafe(32)
        self.house.tell(link=secret)
        return f"{self.house.address}/regie{'/binnen' if where else ''}#{secret}{'~' if where else ''}{where}"

    def restart(self) -> None:
        """The server falls out and comes back, on the same port, with the same data: a real restart."""
        if self.phase in (OPEN, BROKEN):
            self.phase, self.heard.fault = AGAIN, ""
            self.work(self.house.kill, self.bring_shelf, self.start_house, self.make_meeting, self.fill, self.invite)

    def peopled(self) -> bool:
        return self.crowd is not None and self.crowd.poll() is None

    def close(self) -> None:
        """Everybody out, and nothing is left: no process, no folder."""
        self.phase = GONE
        self.drill.on(False)
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
                self.heard.hear(said)
                asks.grant(said, self.house, self.ref, self.restart)
        with contextlib.suppress(subprocess.TimeoutExpired):
            crowd.wait(PARTING)
        if crowd is self.crowd and self.phase == OPEN:
            self.heard.fault = self.heard.fault or CROWD_LOST

    def do(self, what: str, value: str = "") -> None:
        """A button of the trainer's page; Refused when it cannot be done now."""
        if what == "again":
            return self.restart()
        if what == "refill" and self.phase == OPEN:
            self.heard.fault = ""
            return self.work(self.fill)
        if self.phase != OPEN or not self.peopled():
            raise Refused(NOBODY)
        self.heard.fault = ""
        if what == "lively" and value in LIVELY:
            self.lively = value
            return self.say(do="lively", value=value)
        if what == "pause" and value in ("on", "off"):
            self.paused = value == "on"
            return self.say(do="pause", on=self.paused)
        if what == "incident" and value in (SURPRISE, *incidents()):
            return self.happen(value)
        if what == "drill" and value in ("on", "off"):
            self.drill.on(value == "on")
            return None
        raise Refused(UNKNOWN)

    def happen(self, name: str) -> None:
        """The people make it happen, and ask for what they cannot do; they say so when it cannot be."""
        self.happened += 1
        self.say(do="incident", name=name, id=self.happened)

    def surprise(self) -> bool:
        """What a drill asks for: False when something else is going on, or nobody is there to have it happen to."""
        state = self.heard.state
        if self.phase != OPEN or self.paused or state.get("incident") or not state.get("here") or not self.peopled():
            return False
        self.happen(SURPRISE)
        return True

    def incidents(self) -> list[dict[str, str]]:
        """What can be made to happen here."""
        return [{"name": one.id, "title": one.title, "say": one.line} for one in incidents().values()]

    # a training day

    def announce(self, text: str) -> None:
        """A message in every control room of this house, until another comes."""
        self.notice = text
        self.house.tell(notice=text)

    def remarks(self) -> list[str]:
        """What trainees wrote down there for talking about afterwards."""
        return remarks(self.house.data)

    # how it stands

    def look(self) -> None:
        """See whether the house is still there."""
        process = self.house.process
        if self.phase == OPEN and process is not None and process.poll() is not None:
            self.break_down(HOUSE_LOST)

    def view(self) -> dict[str, Any]:
        """For the trainer's page."""
        self.look()
        return {
            "id": self.id,
            "name": self.wish.name,
            "phase": self.phase,
            "fault": self.heard.fault,
            "title": self.wish.title,
            "pace": self.wish.pace,
            "lively": self.lively,
            "paused": self.paused,
            "peopled": self.peopled(),
            "drill": self.drill.is_on,
            "due": self.drill.due,
            "every": self.drill.every,
            "remarks": self.remarks(),
            **self.heard.view(self.wish.people),
        }


def step_aside(process: subprocess.Popen[bytes] | None) -> None:
    """A practice process waits for a real meeting, never the other way round."""
    with contextlib.suppress(psutil.Error, OSError, AttributeError):
        one = psutil.Process(process.pid)
        one.nice(psutil.BELOW_NORMAL_PRIORITY_CLASS if psutil.WINDOWS else LOWER)
