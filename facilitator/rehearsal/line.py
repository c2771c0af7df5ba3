"""One Socket.IO connection that gives its messages one by one, in the order in which they came."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Callable
from typing import Any

import socketio
from socketio.exceptions import SocketIOError


class Refused(Exception):
    """The house does not take this ticket: `ticket` (fetch a new one) or `weg` (this seat is gone)."""


class Line:
    """A connection that is never mended: who loses it makes a new one. Raises OSError when nobody answers."""

    def __init__(self, address: str, ticket: str, patch: Callable[[dict[str, Any]], None], seconds: float = 6) -> None:
        self.closed = threading.Event()
        self.unanswered: set[threading.Event] = set()
        self.said = ""
        self.client = socketio.Client(reconnection=False, request_timeout=seconds, handle_sigint=False)
        in_order(self.client)
        self.client.on("patch", patch)
        self.client.on("connect_error", self.refused)
        self.client.on("disconnect", self.lost)
        try:
            self.client.connect(address, auth={"ticket": ticket}, transports=["websocket"], wait_timeout=seconds)
        except (SocketIOError, ValueError) as fault:
            self.close()
            if self.said in ("ticket", "weg"):
                raise Refused(self.said) from None
            raise ConnectionError(str(fault)) from None
        if self.client.eio.state != "connected":
            self.lost()

    def refused(self, said: Any = None) -> None:
        self.said = said.get("message", "") if isinstance(said, dict) else str(said)

    def lost(self, *_: Any) -> None:
        self.closed.set()
        for waiting in list(self.unanswered):
            waiting.set()

    @property
    def alive(self) -> bool:
        return not self.closed.is_set() and self.client.eio.state == "connected"

    def ask(self, event: str, message: Any, seconds: float) -> dict[str, Any] | None:
        """The answer, or None when none came (then nobody knows whether it arrived)."""
        answers: list[Any] = []
        waiting = threading.Event()

        def answered(*answer: Any) -> None:
            answers.extend(answer)
            waiting.set()

        self.unanswered.add(waiting)
        try:
            if not self.tell(event, message, answered):
                return None
            waiting.wait(seconds)
        finally:
            self.unanswered.discard(waiting)
        return answers[0] if answers else None

    def tell(self, event: str, message: Any, answered: Callable[..., None] | None = None) -> bool:
        """Send without waiting; False when the line is down."""
        if not self.alive:
            return False
        try:
            self.client.emit(event, message, callback=answered)
        except (SocketIOError, OSError):
            self.lost()
        return self.alive

    def close(self) -> None:
        """Hang up at once, whatever state it is in (the library's own way waits three seconds for a goodbye).

        A shutdown first: while the reader waits for the next word, closing alone tells the other side nothing.
        """
        self.lost()
        wire = getattr(self.client.eio, "ws", None)
        if wire is None:
            return
        with contextlib.suppress(OSError):
            if wire.sock is not None:
                wire.sock.shutdown(socket.SHUT_RDWR)
        with contextlib.suppress(OSError):
            wire.shutdown()


def in_order(client: socketio.Client) -> None:
    """python-socketio starts a thread for every message, which may overtake another; here the reader handles each."""
    trigger = client.eio._trigger_event

    def one_by_one(event: str, *args: Any, run_async: bool = False, **more: Any) -> Any:
        return trigger(event, *args, **more)

    client.eio._trigger_event = one_by_one
