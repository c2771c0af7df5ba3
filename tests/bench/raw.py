"""A light Socket.IO client over a bare WebSocket, for load: asyncio streams, text frames, acks and events only."""

from __future__ import annotations

import asyncio
import base64
import json
import os
import struct
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit


class Raw:
    """One connection. `on_event(text)` gets the payload after "42", unparsed; `bytes` counts what came in."""

    def __init__(self, url: str, auth: dict[str, Any] | None, on_event: Callable[[str], None]) -> None:
        self.url, self.auth, self.on_event = url, auth, on_event
        self.acks: dict[int, asyncio.Future] = {}
        self.next = 0
        self.bytes = 0
        self.reader: asyncio.StreamReader
        self.writer: asyncio.StreamWriter
        self.task: asyncio.Task | None = None

    async def open(self) -> None:
        where = urlsplit(self.url)
        self.reader, self.writer = await asyncio.open_connection(where.hostname, where.port, limit=4 * 1024 * 1024)
        key = base64.b64encode(os.urandom(16)).decode()
        self.writer.write(
            (
                "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\n"
                f"Host: {where.netloc}\r\nOrigin: {self.url}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n"
            ).encode()
        )
        head = await self.reader.readuntil(b"\r\n\r\n")
        if b" 101 " not in head.split(b"\r\n", 1)[0]:
            raise ConnectionError(head[:200])
        await self.read()  # the engine's own opening
        self.send("40" + (json.dumps(self.auth) if self.auth else ""))
        answer = await self.read()
        if not answer.startswith("40"):
            raise ConnectionError(answer[:200])
        self.task = asyncio.create_task(self.listen())

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
        self.writer.write(head + mask + masked)

    async def read(self) -> str:
        """The next text message; raises ConnectionError when the other side closes."""
        parts = []
        while True:
            first, second = await self.reader.readexactly(2)
            size = second & 0x7F
            if size == 126:
                (size,) = struct.unpack("!H", await self.reader.readexactly(2))
            elif size == 127:
                (size,) = struct.unpack("!Q", await self.reader.readexactly(8))
            body = await self.reader.readexactly(size)
            self.bytes += size
            if first & 0x0F == 8:
                raise ConnectionError("closed")
            parts.append(body)
            if first & 0x80:
                return b"".join(parts).decode()

    async def listen(self) -> None:
        try:
            while True:
                text = await self.read()
                if text == "2":
                    self.send("3")
                elif text.startswith("42"):
                    self.on_event(text[2:])
                elif text.startswith("43"):
                    at = text.index("[")
                    waiting = self.acks.pop(int(text[2:at]), None)
                    if waiting is not None and not waiting.done():
                        waiting.set_result(text[at:])
        except (ConnectionError, asyncio.IncompleteReadError, OSError):
            for waiting in self.acks.values():
                if not waiting.done():
                    waiting.set_exception(ConnectionError("closed"))

    def emit(self, event: str, body: Any) -> asyncio.Future:
        """Send an event; the future gets the answer's JSON list as text."""
        self.next += 1
        waiting = asyncio.get_running_loop().create_future()
        self.acks[self.next] = waiting
        self.send(f"42{self.next}" + json.dumps([event, body], separators=(",", ":")))
        return waiting

    async def close(self) -> None:
        if self.task:
            self.task.cancel()
        self.writer.close()
