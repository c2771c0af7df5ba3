"""Floods: what somebody could pour into a house, what that costs it, and how honest people fare meanwhile."""

from __future__ import annotations

import base64
import contextlib
import os
import socket
import struct
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import quantiles

import psutil

from facilitator.rehearsal.client import Facilitator, Phone
from facilitator.rehearsal.house import House
from tests.trust.raw import UPGRADE

MB = 1024 * 1024
TEXT, BINARY = 1, 2


class Hose:
    """A WebSocket without a library: frames of any size, masked with zeros, so that nothing has to be computed."""

    def __init__(self, house: House, extensions: str = "") -> None:
        self.line = socket.create_connection((house.host, house.port), timeout=10)
        key = base64.b64encode(os.urandom(16)).decode()
        more = f"Sec-WebSocket-Extensions: {extensions}\r\n" if extensions else ""
        self.line.sendall(
            f"GET {UPGRADE} HTTP/1.1\r\nHost: {house.host}:{house.port}\r\nOrigin: {house.address}\r\n"
            "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            f"Sec-WebSocket-Key: {key}\r\n{more}\r\n".encode()
        )
        self.answer = b""
        while b"\r\n\r\n" not in self.answer:
            self.answer += self.line.recv(4096)

    def pour(self, kind: int, length: int, *parts: bytes) -> bool:
        """A frame of this length made of parts; False when the house did not take it all."""
        said = bytes([0x80 | length]) if length < 126 else b"\xfe" + struct.pack("!H", min(length, 65535))
        said = said if length < 65536 else b"\xff" + struct.pack("!Q", length)
        head = bytes([0x80 | kind]) + said + bytes(4)
        with contextlib.suppress(OSError):
            self.line.sendall(head)
            for part in parts:
                self.line.sendall(part)
            return True
        return False

    def say(self, text: str) -> None:
        self.pour(TEXT, len(text.encode()), text.encode())

    def heard(self, what: bytes) -> bool:
        """True when the house says this, within ten seconds."""
        said = b""
        with contextlib.suppress(OSError):
            while what not in said:
                more = self.line.recv(65536)
                if not more:
                    break
                said += more
        return what in said

    def hung_up(self, seconds: float) -> bool:
        """True when the house ends this line within so many seconds."""
        until = time.monotonic() + seconds
        with contextlib.suppress(ConnectionError):
            while time.monotonic() < until:
                self.line.settimeout(max(0.01, until - time.monotonic()))
                try:
                    said = self.line.recv(65536)
                    if not said or b"\x88" in said:  # the frame that says goodbye
                        return True
                except TimeoutError:
                    return False
            return False
        return True

    def close(self) -> None:
        self.line.close()


def stay(enough: Callable[[], bool]) -> None:
    """Keep the line open for a moment; a control waits until the house has read enough of it, ten seconds at most."""
    until = time.monotonic() + 10
    time.sleep(0.3)
    while not enough() and time.monotonic() < until:
        time.sleep(0.05)


def one_huge_frame(house: House, size: int = 200, enough: Callable[[], bool] = lambda: True) -> None:
    """One text message of so many MB."""
    hose = Hose(house)
    hose.say("40")
    part = bytes(MB)
    hose.pour(TEXT, size * MB, *([part] * size))
    stay(enough)
    hose.close()


def many_parts(
    house: House, ticket: str, parts: int = 300, size: int = 900_000, enough: Callable[[], bool] = lambda: True
) -> None:
    """An event that says it has one part more than it sends."""
    hose = Hose(house)
    hose.say(f'40{{"ticket":"{ticket}"}}')
    assert hose.heard(b"40{")
    hose.say(f'45{parts + 1}-["command",{{"_placeholder":true,"num":0}}]')
    part = bytes(size)
    for _ in range(parts):
        if not hose.pour(BINARY, size, part):
            break
    stay(enough)
    hose.close()


class Gauge:
    """Watches the memory of a house; `grown` is the most that it used above its start, in MB."""

    def __init__(self, house: House) -> None:
        self.process = psutil.Process(house.process.pid)
        self.start = self.most = self.process.memory_info().rss
        self.over = threading.Event()
        self.watch = threading.Thread(target=self.look, daemon=True)

    def look(self) -> None:
        while not self.over.wait(0.02):
            self.most = max(self.most, self.process.memory_info().rss)

    def __enter__(self) -> Gauge:
        self.watch.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.over.set()
        self.watch.join()

    @property
    def grown(self) -> float:
        return (self.most - self.start) / MB


class Honest:
    """People who go on writing, each a note every 0.15 s; their waiting times in seconds."""

    def __init__(self, phones: list[Phone], step: str) -> None:
        self.phones, self.step = phones, step
        self.waits: list[float] = []
        self.refused: list[dict] = []
        self.over = threading.Event()
        self.threads = [threading.Thread(target=self.write, args=(phone,), daemon=True) for phone in phones]

    def write(self, phone: Phone) -> None:
        number = 0
        while not self.over.wait(0.15):
            number += 1
            began = time.monotonic()
            answer = phone.send("note.post", {"step": self.step, "text": f"Eerlijk briefje {number} van {phone.seat}"})
            self.waits.append(time.monotonic() - began)
            self.refused += [] if answer["ok"] else [answer]

    def __enter__(self) -> Honest:
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.over.set()
        for thread in self.threads:
            thread.join()

    @property
    def p95(self) -> float:
        return quantiles(self.waits, n=20)[-1]


@dataclass
class Table:
    """A meeting at a wall, with three people who write, and how long they waited when all was quiet."""

    house: House
    regie: Facilitator
    phones: list[Phone]
    step: str
    quiet: float = 0.0

    def honest(self) -> Honest:
        return Honest(self.phones, self.step)


def sit_down(house: House) -> Table:
    regie = Facilitator.sign_in(house.link).make("startbijeenkomst", keten="Vloed", title="Vloed")
    code = regie.open_door()
    step = next(one for one in regie.meeting["steps"] if regie.look()[one]["kind"] == "briefjes")
    regie.go(step)
    phones = [Phone.join(house.address, code, name) for name in ("Anna", "Bram", "Carla")]
    return Table(house, regie, phones, step)
