"""A light Socket.IO client over a bare WebSocket, for load: an asyncio protocol, text frames, acks and events only."""

from __future__ import annotations

import asyncio
import base64
import json
import os
import struct
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit


class Raw(asyncio.Protocol):
    """One connection. `on_event(text)` gets the payload after "42", unparsed; `bytes` counts what came in."""

    def __init__(self, url: str, auth: dict[str, Any] | None, on_event: Callable[[str], None]) -> None:
        self.url, self.auth, self.on_event = url, auth, on_event
        self.acks: dict[int, asyncio.Future] = {}
        self.next = 0
        self.bytes = 0
        self.line: asyncio.Transport
        self.upgraded = False
        self.rest, self.parts = bytearray(), []

    async def open(self) -> None:
        where = urlsplit(self.url)
        loop = asyncio.get_running_loop()
        self.greeted: asyncio.Future[str] = loop.create_future()
        self.line, _ = await loop.create_connection(lambda: self, where.hostname, where.port)
        key = base64.b64encode(os.urandom(16)).decode()
        self.line.write(
            (
                "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\n"
                f"Host: {where.netloc}\r\nOrigin: {self.url}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n"
            ).encode()
        )
        answer = await self.greeted
        if not answer.startswith("40"):
            raise ConnectionError(answer[:200])

    def send(self, text: str) -> None:
        body = text.encode()
        mask = os.urandom(4)
        size = len(body)
        if size < 126:
            head = struct.pack("!BB", 0x81, 0x80 | size)
        elif size < 65536:
            head = struct.pack("!BBH", 0x81, 0x80 | 126, size)
        else:
            head = struct.pack("!BBQ", 0x81, 0x80 | 127, size)
        key = (mask * (size // 4 + 1))[:size]
        masked = (int.from_bytes(body, "big") ^ int.from_bytes(key, "big")).to_bytes(size, "big") if size else b""
        self.line.write(head + mask + masked)

    # what comes in: no task and no await per message, so that the measure is of the server and not of this client

    def data_received(self, data: bytes) -> None:
        self.rest += data
        if not self.upgraded and not self.upgrade():
            return
        rest, at = self.rest, 0
        while len(rest) - at >= 2:
            head, size = at + 2, rest[at + 1] & 0x7F
            if size >= 126:
                wide = 2 if size == 126 else 8
                head += wide
                if len(rest) < head:
                    break
                size = int.from_bytes(rest[at + 2 : head], "big")
            if len(rest) < head + size:
                break
            self.take(rest[at], bytes(rest[head : head + size]))
            at = head + size
        del rest[:at]

    def upgrade(self) -> bool:
        """Read the HTTP answer off; True once frames follow."""
        head, found, rest = bytes(self.rest).partition(b"\r\n\r\n")
        if not found:
            return False
        self.upgraded, self.rest = True, bytearray(rest)
        if b" 101 " not in head.split(b"\r\n", 1)[0]:
            self.fail(ConnectionError(head[:200]))
        return True

    def take(self, first: int, body: bytes) -> None:
        """One frame; a message may come in several."""
        self.bytes += len(body)
        if first & 0x0F == 8:
            self.line.close()
            return
        self.parts.append(body)
        if not first & 0x80:
            return
        text = b"".join(self.parts).decode()
        self.parts.clear()
        if text == "2":
            self.send("3")
        elif text.startswith("42"):
            self.on_event(text[2:])
        elif text.startswith("43"):
            at = text.index("[")
            waiting = self.acks.pop(int(text[2:at]), None)
            if waiting is not None and not waiting.done():
                waiting.set_result(text[at:])
        elif text.startswith("0"):  # the engine's own opening
            self.send("40" + (json.dumps(self.auth) if self.auth else ""))
        elif not self.greeted.done():
            self.greeted.set_result(text)

    def connection_lost(self, fault: Exception | None) -> None:
        self.fail(ConnectionError("closed"))

    def fail(self, fault: Exception) -> None:
        for waiting in (self.greeted, *self.acks.values()):
            if not waiting.done():
                waiting.set_exception(fault)

    def emit(self, event: str, body: Any) -> asyncio.Future:
        """Send an event; the future gets the answer's JSON list as text."""
        self.next += 1
        waiting = asyncio.get_running_loop().create_future()
        self.acks[self.next] = waiting
        self.send(f"42{self.next}" + json.dumps([event, body], separators=(",", ":")))
        return waiting

    async def close(self) -> None:
        self.line.close()
