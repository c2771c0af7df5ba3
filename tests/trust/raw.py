"""A client without manners: any header, any frame, any message. The polite one is facilitator/rehearsal."""

from __future__ import annotations

import http.client
import json
import time
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import websocket

PATIENCE = 10  # seconds
UPGRADE = "/socket.io/?EIO=4&transport=websocket"
POLLING = "/socket.io/?EIO=4&transport=polling"


@dataclass(frozen=True)
class Answer:
    """A status, headers (small letters) and a body; status 0 when the house hung up without one."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode("utf-8", "replace")


def ask(
    address: str,
    path: str,
    method: str = "GET",
    headers: dict[str, str] | None = None,
    body: bytes = b"",
    host: str | None = None,
) -> Answer:
    """One request with these headers and no others (Host as the address says, unless another is given; "" for none)."""
    netloc = urlsplit(address).netloc
    line = http.client.HTTPConnection(netloc, timeout=PATIENCE)
    try:
        line.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        sent = {"Host": netloc if host is None else host, **(headers or {})}
        if body or method == "POST":
            sent.setdefault("Content-Length", str(len(body)))
        for name, value in sent.items():
            if value or name != "Host":
                line.putheader(name, value)
        line.endheaders(body or None)
        reply = line.getresponse()
        found = {name.lower(): value for name, value in reply.getheaders()}
        return Answer(reply.status, found, b"" if reply.status == 101 else reply.read())
    except (http.client.HTTPException, ConnectionError):
        return Answer(0, {}, b"")
    finally:
        line.close()


def form(address: str, path: str, fields: dict[str, str], cookies: dict[str, str] | None = None) -> Answer:
    """A form as a page posts it, with any cookies."""
    from urllib.parse import urlencode

    headers = {"Origin": address, "Content-Type": "application/x-www-form-urlencoded", "Cookie": jar(cookies or {})}
    return ask(address, path, "POST", headers, urlencode(fields).encode())


def jar(cookies: dict[str, str]) -> str:
    return "; ".join(f"{name}={value}" for name, value in cookies.items())


class Wire:
    """One WebSocket on which anything can be said. `opened` is False when the house did not take the ticket."""

    def __init__(self, address: str, ticket: Any = None, knock: bool = True, auth: Any = None, **more: Any) -> None:
        self.address = address
        self.number = 0
        self.heard: list[str] = []
        self.socket = websocket.create_connection(
            address.replace("http", "ws", 1) + UPGRADE, origin=address, timeout=PATIENCE, **more
        )
        self.said = ""
        self.opened = False
        if knock:
            self.say("40" + json.dumps({"ticket": ticket, **(auth or {})}))
            answer = self.hear("40", "44")
            self.opened = answer.startswith("40")
            self.said = "" if self.opened else json.loads(answer[2:])["message"]

    def say(self, frame: str | bytes) -> None:
        binary = isinstance(frame, bytes)
        self.socket.send(frame, websocket.ABNF.OPCODE_BINARY if binary else websocket.ABNF.OPCODE_TEXT)

    def hear(self, *beginnings: str, seconds: float = PATIENCE) -> str:
        """The next frame that begins like one of these; pings are answered, the rest is kept in `heard`."""
        until = time.monotonic() + seconds
        while True:
            self.socket.settimeout(max(0.01, until - time.monotonic()))
            frame = self.socket.recv()
            if frame == "2":
                self.say("3")
            elif frame.startswith(beginnings):
                return frame
            elif frame == "":
                raise ConnectionError("the house hung up")
            self.heard.append(frame)

    def ask_raw(self, event: str, message: str, seconds: float = PATIENCE) -> dict[str, Any]:
        """The answer to an event whose message is this text, JSON or not."""
        self.number += 1
        self.say(f"42{self.number}[{json.dumps(event)},{message}]")
        return json.loads(self.hear(f"43{self.number}[", seconds=seconds)[2 + len(str(self.number)) :])[0]

    def ask(self, event: str, message: Any) -> dict[str, Any]:
        return self.ask_raw(event, json.dumps(message))

    def command(self, name: str, body: Any, cid: str) -> dict[str, Any]:
        return self.ask("command", {"cid": cid, "name": name, "body": body})

    @property
    def alive(self) -> bool:
        """True when the house still answers on this line."""
        try:
            return "code" in self.ask("nothing", {})
        except (OSError, websocket.WebSocketException, ConnectionError):
            return False

    def close(self) -> None:
        self.socket.close(timeout=0)


def tail(path: Any) -> str:
    """What a house printed, without its QR code."""
    lines = path.read_text("utf-8", "replace").splitlines()
    return "\n".join(line for line in lines if not set(line) & set("█▀▄"))


TROUBLE = ("Traceback", "ERROR", "Exception", "CRITICAL")


def trouble(path: Any) -> str:
    """A log from the first line on that tells of an exception; nothing when none does."""
    lines = tail(path).splitlines()
    first = next((number for number, line in enumerate(lines) if any(word in line for word in TROUBLE)), len(lines))
    return "\n".join(lines[first : first + 40])
