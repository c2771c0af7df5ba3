"""Frames on their way out: encoded once, and written straight to each socket when nothing waits there.

The other half of the engine's private parts (D19): engine.py guards what comes in. When a part is missing or busy, a
frame takes the engine's own way, through the socket's queue; tests/live/test_frames.py holds both ways to one order.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Callable, Iterable, Sized
from typing import Any

import gevent
import gevent.lock
import socketio
from engineio.packet import MESSAGE
from engineio.packet import Packet as EngineFrame

WAITING = 500  # frames that may wait for one socket before it is dropped
AHEAD = 8  # messages of one socket that may be read before they are handled
COMPACT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))  # made once: dumps makes one per call
SILENT = 15.0  # seconds without a byte, in or out, after which a socket is let go


class WholeFrames:
    """A socket on which a frame is sent whole or not at all.

    gevent's `send` may take only the first part of a large frame, and simple-websocket does not look; two greenlets may
    write to one socket.

    Reading lets the others go first, and goes only a few messages ahead of what is `unhandled`: with data always at
    hand gevent's `recv` never gives way, and whoever sends faster than we handle would fill memory.
    """

    def __init__(self, socket: Any, unhandled: Sized = ()) -> None:
        socket.settimeout(SILENT)
        self.unhandled, self.read = unhandled, socket.recv
        self.close, self.sendall = socket.close, socket.sendall
        self.at_once = socket._sock.send  # never waits: takes what fits now
        self.turn = gevent.lock.Semaphore(1)

    def recv(self, size: int) -> bytes:
        gevent.sleep(0)
        while len(self.unhandled) > AHEAD:
            gevent.sleep(0.005)
        return self.read(size)

    def send(self, data: bytes) -> None:
        with self.turn:
            self.sendall(data)

    def offer(self, data: bytes) -> bool:
        """Send now if nobody else is sending and there is room; False when nothing was sent."""
        if not self.turn.acquire(blocking=False):
            return False
        taken = 0
        try:
            taken = self.at_once(data)
        except BlockingIOError:
            pass
        except OSError:
            self.turn.release()
            return False
        if 0 < taken < len(data):
            gevent.spawn(self.finish, data[taken:])  # keeps the turn
            return True
        self.turn.release()
        return taken > 0

    def finish(self, rest: bytes) -> None:
        """The last part of a frame that did not fit at once; on a fault the reading side lets the socket go."""
        try:
            self.sendall(rest)
        except OSError:
            self.close()
        finally:
            self.turn.release()


def frame(event: str, payload: Any) -> EngineFrame:
    """A message encoded once, for as many sockets as there are: as the engine's packet, with its bytes on the wire."""
    packet = EngineFrame(MESSAGE, data="2" + COMPACT.encode([event, payload]))
    packet.wire = on_wire(packet.encode().encode("utf-8", "replace"))
    return packet


def on_wire(body: bytes) -> bytes:
    """A text frame of RFC 6455, final and unmasked, as a server sends it."""
    size = len(body)
    if size < 126:
        head = struct.pack("!BB", 0x81, size)
    elif size < 65536:
        head = struct.pack("!BBH", 0x81, 126, size)
    else:
        head = struct.pack("!BBQ", 0x81, 127, size)
    return head + body


def push(
    server: socketio.Server, sids: Iterable[str], packet: EngineFrame, end: Callable[[socketio.Server, str], None]
) -> None:
    """Send a frame to each of these; who is gone is skipped, who does not read is ended."""
    find, sockets = server.manager.eio_sid_from_sid, server.eio.sockets
    for sid in sids:
        line = find(sid, "/")
        socket = sockets.get(line)
        if socket is None or socket.closed:
            continue
        waiting = socket.queue.qsize()
        if waiting > WAITING:
            end(server, line)
        elif waiting or not straight(socket, packet):
            socket.queue.put(packet)


def straight(socket: Any, packet: EngineFrame) -> bool:
    """Write past the queue, on a WebSocket that is open and on which nothing waits; False when it has to wait."""
    web = getattr(socket, "web", None)
    if web is None or not socket.upgraded or socket.upgrading or not web.connected:
        return False
    return web.sock.offer(getattr(packet, "wire", None) or on_wire(packet.encode().encode("utf-8", "replace")))
