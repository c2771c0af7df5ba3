"""The engine's private parts, in one place (D19): bounded messages, text only, frames encoded once.

Versions are pinned in requirements.lock; tests/live/test_engine.py fails when a part is no longer there.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

import engineio.async_drivers.gevent as driver
import socketio
from engineio.packet import MESSAGE
from engineio.packet import Packet as EngineFrame
from flask import Flask
from flask_socketio import SocketIO

LARGEST = 64 * 1024  # bytes of one message
WAITING = 500  # frames that may wait for one socket before it is dropped


class BoundedWebSocket(driver.WebSocketWSGI):
    """Refuses a message over 64 KiB before it is in memory."""

    def __init__(self, handler: Any, server: Any) -> None:
        super().__init__(handler, server)
        self.server_args["max_message_size"] = LARGEST


class TextOnly(socketio.packet.Packet):
    """A packet without binary attachments."""

    uses_binary_events = False

    def decode(self, encoded_packet: str) -> int:
        attachments = super().decode(encoded_packet)
        if attachments or self.packet_type in (5, 6):
            raise ValueError("binary messages are not taken")
        return attachments


def make(app: Flask, origin: Callable[[str, dict[str, Any]], bool]) -> SocketIO:
    """The Socket.IO server of an app, on gevent, in order, bounded, without binary."""
    driver._async["websocket"] = BoundedWebSocket
    return SocketIO(
        app,
        async_mode="gevent",
        async_handlers=False,
        serializer=TextOnly,
        max_http_buffer_size=LARGEST,
        cors_allowed_origins=origin,
        ping_interval=5,
        ping_timeout=5,
        http_compression=False,
        manage_session=False,
    )


def frame(event: str, payload: Any) -> EngineFrame:
    """A message encoded once, for as many sockets as there are."""
    text = json.dumps([event, payload], ensure_ascii=False, separators=(",", ":"))
    packet = EngineFrame(MESSAGE, data="2" + text)
    packet.encode()
    return packet


def push(server: socketio.Server, sids: Iterable[str], packet: EngineFrame) -> None:
    """Put a frame in each socket's own queue; who is gone is skipped, who does not read is dropped."""
    find = server.manager.eio_sid_from_sid
    for sid in sids:
        eio_sid = find(sid, "/")
        socket = server.eio.sockets.get(eio_sid)
        if socket is None or socket.closed:
            continue
        if socket.queue.qsize() > WAITING:
            server.eio.start_background_task(server.eio.disconnect, eio_sid)
            continue
        socket.queue.put(packet)
