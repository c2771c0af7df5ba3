"""One page at one meeting: it holds its channels by S3, and sends commands until they are answered (docs/SYNC.md)."""

from __future__ import annotations

import contextlib
import json
import random
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from facilitator.rehearsal.browser import Browser
from facilitator.rehearsal.held import GAP, Held, View
from facilitator.rehearsal.line import Line, Refused

Answer = dict[str, Any]
GONE: Answer = {"ok": False, "code": "weg", "say": "Deze plek aan tafel bestaat niet meer."}
MOST_PROOFS = 1000


class Unanswered(Exception):
    """No answer came in all the time that there was."""


class Unexpected(Exception):
    """The house answered something that a well-behaved page never gets."""


@dataclass(frozen=True)
class Patience:
    """Seconds: for connecting, for an answer, for a hello, between two tries (from, to), and for all tries together."""

    connect: float = 6
    answer: float = 8
    probe: float = 3
    pause: tuple[float, float] = (0.5, 2)
    total: float = 60


class Page:
    """One page at one meeting: it holds its channels by S3, and sends commands until they are answered (S9)."""

    door = ""

    def __init__(self, browser: Browser, ref: str, patience: Patience | None = None) -> None:
        self.browser, self.ref, self.patience = browser, ref, patience or Patience()
        self.held = Held()
        self.changed = threading.Condition()
        self.line: Line | None = None
        self.ticket = ""
        self.seat = ""
        self.cids: list[str] = []
        self.patches = {"applied": 0, "old": 0, "gap": 0}
        self.connections = 0
        self.retries = True

    # the line

    def open(self) -> Page:
        """Connect and hold everything; tries until the patience is over."""
        until = time.monotonic() + self.patience.total
        while True:
            try:
                if self.hello():
                    return self
            except Refused:
                raise Unexpected("this seat is gone") from None
            except OSError as fault:
                if time.monotonic() > until:
                    raise Unanswered(f"no line to {self.browser.address}: {fault}") from None
            if time.monotonic() > until:
                raise Unanswered(f"no hello from {self.browser.address}")
            time.sleep(random.uniform(*self.patience.pause))

    def connect(self) -> Line:
        """The line, a new one when there is none. Raises OSError, or Refused("weg")."""
        if self.line is not None and self.line.alive:
            return self.line
        for _ in range(2):
            if not self.ticket:
                self.ticket = self.new_ticket()
            try:
                self.line = Line(self.browser.address, self.ticket, self.take, self.patience.connect)
                self.connections += 1
                return self.line
            except Refused as no:
                if str(no) == "weg":
                    raise
                self.ticket = ""
        raise ConnectionError("a new ticket is not taken")

    def new_ticket(self) -> str:
        reply = self.browser.post(f"/{self.door}/{self.ref}/ticket")
        if reply.status in (401, 403, 404, 410):
            raise Refused("weg")
        if reply.status != 200:
            raise ConnectionError(f"no ticket: {reply.status}")
        return json.loads(reply.body)["ticket"]

    def greeting(self) -> dict[str, Any]:
        with self.changed:
            return {"have": self.held.have(), "proofs": self.cids[-MOST_PROOFS:], "gz": True}

    def hello(self) -> bool:
        """Ask for what is missing; True when this page now holds exactly what the house shows it."""
        line = self.connect()
        answer = line.ask("hello", self.greeting(), self.patience.probe)
        if answer is None:
            line.close()
            return False
        if answer.get("code") == "weg":
            raise Refused("weg")
        if answer["ok"]:
            self.seat = answer["seat"] or ""
        return answer["ok"]

    def take(self, patch: dict[str, Any]) -> None:
        """A patch from the reader's thread; a gap asks hello without waiting for it."""
        with self.changed:
            result = self.held.take(patch)
            self.patches[result] += 1
            self.changed.notify_all()
        if result == GAP and self.line is not None:
            self.line.tell("hello", self.greeting())

    def revive(self) -> None:
        """A page that was open and lost its line asks for it again, as a page in a browser does by itself."""
        if self.line is not None and not self.line.alive:
            with contextlib.suppress(OSError):
                self.hello()

    def close(self) -> None:
        if self.line is not None:
            self.line.close()

    # commands

    def send(self, name: str, body: dict[str, Any], cid: str = "") -> Answer:
        """The house's answer. Sends the same again, with the same cid, until there is one; raises Unanswered."""
        cid = cid or secrets.token_hex(16)
        self.cids.append(cid)
        message = {"cid": cid, "name": name, "body": body}
        until = time.monotonic() + self.patience.total
        while True:
            answer = self.attempt(message)
            if answer is not None and answer.get("code") != "retry":
                return answer
            if not self.retries or time.monotonic() > until:
                raise Unanswered(f"{name}: {answer or 'no answer'}")
            time.sleep(random.uniform(*self.patience.pause))

    def attempt(self, message: dict[str, Any]) -> Answer | None:
        """One try; None when no answer came. A silent line is probed, and closed when it stays silent."""
        try:
            fresh = self.line is None or not self.line.alive
            if fresh and not self.hello():
                return None
            line = self.connect()
            answer = line.ask("command", message, self.patience.answer)
            if answer is None and line.alive:
                self.hello()
            return answer
        except Refused:
            return GONE
        except OSError:
            return None

    def do(self, name: str, body: dict[str, Any] | None = None) -> Answer:
        """Send something that must be accepted; raises Unexpected with the house's sentence when it is not."""
        answer = self.send(name, body or {})
        if not answer["ok"]:
            raise Unexpected(f"{name}: {answer['code']}: {answer['say']}")
        return answer

    def tell(self, name: str, body: dict[str, Any]) -> None:
        """Something that is not kept (typing)."""
        if self.line is not None:
            self.line.tell("command", {"name": name, "body": body})

    # what it sees

    def look(self) -> dict[str, View]:
        """Every entity that this page holds now, by id (without the volatile one)."""
        with self.changed:
            found: dict[str, View] = {}
            for name in self.held.channels:
                if name != "now":
                    found.update(self.held.entities(name))
            return found

    def channel(self, name: str) -> dict[str, View]:
        """A copy of one channel, by id."""
        with self.changed:
            return self.held.entities(name)

    def list(self, kind: str, **fields: Any) -> list[View]:
        """Entities of one type whose fields equal these, in the order in which they were made."""
        found = [one for one in self.look().values() if one["type"] == kind]
        found = [one for one in found if all(one.get(key) == value for key, value in fields.items())]
        return sorted(found, key=lambda one: (len(one["id"]), one["id"]))

    def wait(self, true: Callable[[], Any], seconds: float = 10) -> Any:
        """Wait until `true()` is true, and return that; raises Unanswered when it never is."""
        until = time.monotonic() + seconds
        while True:
            self.revive()
            found = true()
            if found:
                return found
            with self.changed:
                if not self.changed.wait(min(0.2, max(0.0, until - time.monotonic()))) and time.monotonic() >= until:
                    raise Unanswered("what was waited for did not come")

    @property
    def meeting(self) -> View:
        return self.list("meeting")[0]

    def step(self) -> View | None:
        """The current step as this page sees it."""
        return self.look().get(self.meeting.get("step") or "")
