"""The engine's private parts, in one place (D19): what is taken from a socket, how much, and how it is let go.

Versions are pinned in requirements.lock; tests/live/test_engine.py fails when a part is no longer there.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterable
from math import isinf
from typing import Any

import engineio.async_drivers.gevent as driver
import engineio.socket
import gevent
import socketio
from engineio.exceptions import EngineIOError, QueueEmpty
from engineio.packet import Packet as EngineFrame
from flask import Flask
from flask_socketio import SocketIO
from gevent.event import AsyncResult
from socketio.packet import ACK, BINARY_ACK, BINARY_EVENT, CONNECT, EVENT

from facilitator.live import frames
from facilitator.live.frames import WholeFrames, frame

__all__ = ["frame", "hang_up", "make", "push"]

LARGEST = 64 * 1024  # bytes of one message
MOST = 2000  # sockets at the same time
KNOCKING = 5.0  # seconds in which a new socket shows its ticket
KINDS = frozenset("0123456")  # the first character of every text frame
UNREADABLE = "unreadable"  # the event that stands for a message that is malformed or binary


class StrictJson:
    """JSON as its standard has it: no NaN, no infinity; what nests too deep is a ValueError like every other fault."""

    dumps = staticmethod(json.dumps)

    @staticmethod
    def loads(text: str) -> Any:
        try:
            return json.loads(text, parse_constant=no_number, parse_float=finite)
        except RecursionError:
            raise ValueError("nested too deep") from None


def no_number(word: str) -> Any:
    raise ValueError(f"{word} is no number")


def finite(text: str) -> float:
    number = float(text)
    return no_number(text) if isinf(number) else number


def offload(work: Callable[[], Any]) -> Any:
    """What a function returns or raises that runs in a thread, while the loop goes on.

    A fault is carried across as a value: gevent would print it in the thread, and lose it when that cannot be printed.
    """

    def aside() -> tuple[Any, Exception | None]:
        try:
            return work(), None
        except Exception as fault:  # noqa: BLE001 - raised again below
            return None, fault

    found, fault = gevent.get_hub().threadpool.apply(aside)
    if fault is not None:
        raise fault
    return found


class Promise(AsyncResult):
    """An answer that comes later; `get(timeout)` raises TimeoutError (gevent's own is no Exception)."""

    def get(self, block: bool = True, timeout: float | None = None) -> Any:
        try:
            return super().get(block, timeout)
        except gevent.Timeout as late:
            raise TimeoutError from late


class BoundedWebSocket(driver.WebSocketWSGI):
    """Refuses a message over 64 KiB before it is in memory, and lets go of who sends something else than text."""

    def __init__(self, handler: Callable[[Any], Any], server: Any) -> None:
        def begin(line: Any) -> Any:
            line.ws.sock = WholeFrames(line.ws.sock, line.ws.input_buffer)
            handler.__self__.web = line.ws  # where frames.straight finds the WebSocket of an engine's socket
            return handler(line)

        super().__init__(begin, server)
        self.server_args["max_message_size"] = LARGEST

    def wait(self) -> str | None:
        """The next text frame, without what is binary; None (as when the other side hangs up) for what is no frame."""
        frame = super().wait()
        while isinstance(frame, bytes):
            frame = super().wait()
        return frame if frame and frame[0] in KINDS else None


class EngineLine(engineio.socket.Socket):
    """A malformed POST ends the line with 400, without a traceback; and nobody waits for who does not listen.

    Answers and pings take the straight way too, when nothing waits: it spares waking a writer for each of them.
    """

    def send(self, pkt: EngineFrame) -> None:
        if self.check_ping_timeout() and not (self.queue.empty() and frames.straight(self, pkt)):
            self.queue.put(pkt)

    def poll(self) -> list[EngineFrame]:
        """What waits here; an empty queue is no sign of a dead line where pings go past it (silence is)."""
        while True:
            try:
                return super().poll()
            except QueueEmpty:
                if not self.upgraded or self.closed:
                    raise

    def close(self, wait: bool = True, abort: bool = False, reason: str | None = None) -> None:
        super().close(wait=False, abort=abort, reason=reason)

    def handle_post_request(self, environ: dict[str, Any]) -> None:
        try:
            super().handle_post_request(environ)
        except (ValueError, LookupError) as fault:
            raise EngineIOError("malformed") from fault


class TextOnly(socketio.packet.Packet):
    """A packet without binary attachments. A message that cannot be read is still one that gets an answer."""

    uses_binary_events = False

    def decode(self, encoded_packet: str) -> int:
        try:
            super().decode(encoded_packet)
        except ValueError:
            if self.packet_type != EVENT:
                raise
            self.data = None
        if self.packet_type in (EVENT, BINARY_EVENT):
            named = isinstance(self.data, list) and self.data and isinstance(self.data[0], str)
            if self.packet_type == BINARY_EVENT or not named:
                self.packet_type, self.data = EVENT, [UNREADABLE]
        elif self.packet_type == BINARY_ACK or (self.packet_type == ACK and not isinstance(self.data, list)):
            raise ValueError("no such answer was asked for")
        elif self.packet_type == CONNECT and not isinstance(self.data, dict | None):
            raise ValueError("who connects shows papers or nothing")
        return 0


def make(app: Flask) -> SocketIO:
    """The Socket.IO server of an app, on gevent, in order, bounded, without binary. Who may come, the gate decides."""
    driver._async["websocket"] = BoundedWebSocket
    engineio.socket.Socket = EngineLine
    made = SocketIO(
        app,
        async_mode="gevent",
        async_handlers=False,
        serializer=TextOnly,
        json=StrictJson,
        max_http_buffer_size=LARGEST,
        cors_allowed_origins=[],
        ping_interval=5,
        ping_timeout=5,
        http_compression=False,
        manage_session=False,
    )
    guard(made.server)
    made.server.eio.logger.addFilter(ours)
    return made


def ours(record: logging.LogRecord) -> bool:
    """False for what a visitor did wrong: the engine writes that down with what was sent."""
    return "further occurrences of this error" not in record.getMessage()


def guard(server: socketio.Server) -> None:
    """Between engine and server: not too many sockets, each with a ticket soon, and quiet about what is malformed."""
    connected, message = server._handle_eio_connect, server._handle_eio_message

    def connect(line: str, environ: dict[str, Any]) -> bool | None:
        if len(server.eio.sockets) > MOST:
            return False
        gevent.spawn_later(KNOCKING, unseated, server, line)
        return connected(line, environ)

    def take(line: str, data: Any) -> None:
        socket = server.eio.sockets.get(line)
        if socket is None or socket.closed or not data or not isinstance(data, str):
            return
        try:
            message(line, data)
        except ValueError:
            end(server, line)

    server.eio.on("connect", connect)
    server.eio.on("message", take)


def unseated(server: socketio.Server, line: str) -> None:
    """End a line on which nobody shows a ticket."""
    if line in server.eio.sockets and server.manager.sid_from_eio_sid(line, "/") is None:
        end(server, line)


def end(server: socketio.Server, line: str) -> None:
    """Close an engine's line, without waiting for the other side."""
    socket = server.eio.sockets.get(line)
    if socket is not None:
        socket.close()


def hang_up(server: socketio.Server, sid: str) -> None:
    """Take somebody's connection away; a page that listens closes its line itself, any other is closed."""
    line = server.manager.eio_sid_from_sid(sid, "/")
    server.disconnect(sid)
    if line is not None:
        gevent.spawn_later(0.5, unseated, server, line)


def push(server: socketio.Server, sids: Iterable[str], packet: EngineFrame) -> None:
    """Send a frame to each of these sockets; one that does not read is ended."""
    frames.push(server, sids, packet, end)
