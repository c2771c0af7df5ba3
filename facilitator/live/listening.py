"""The socket that everybody knocks at: how it is opened, why it cannot be, and what is said about a bad request."""

from __future__ import annotations

import contextlib
import errno
import socket
import sys
from typing import Any

from gevent import socket as gevent_socket
from gevent.pywsgi import WSGIHandler

IDLE = 60  # seconds that a connection may be silent between two requests, or in the middle of one


class Handler(WSGIHandler):
    """Requests without access log: no addresses and nothing that was sent is ever written down.

    `unreadable(status)` is the whole answer to what is no request at all; the porter sets it.
    """

    unreadable = staticmethod(lambda status: b"")

    def handle(self) -> None:
        self.socket.settimeout(IDLE)
        super().handle()

    def handle_one_request(self) -> Any:
        found = super().handle_one_request()
        return (found[0], self.unreadable(found[0])) if isinstance(found, tuple) else found

    def handle_one_response(self) -> None:
        super().handle_one_response()
        if self.environ.get("HTTP_UPGRADE"):  # what comes after a WebSocket is no request
            self.close_connection = True

    def log_request(self) -> None:
        pass

    def log_error(self, msg: str, *args: Any) -> None:
        pass


def listener(host: str, port: int) -> socket.socket:
    """A listening socket of our own: small packets leave at once, and a whole hall may knock at the same time."""
    opened = gevent_socket.socket(gevent_socket.AF_INET, gevent_socket.SOCK_STREAM)
    if sys.platform != "win32":
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    opened.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    opened.bind((host, port))
    opened.listen(1024)
    return opened


def no_place(host: str, port: int, fault: OSError) -> str:
    """Why the listening socket could not be opened, and what to do."""
    if fault.errno in (errno.EADDRINUSE, errno.EACCES):
        other = 8080 if port < 1024 else min(port + 1, 65535)
        advice = f"Kies een andere met --port, bijvoorbeeld --port {other}."
        return f"Poort {port} is niet vrij ({fault.strerror}). {advice}"
    return f"Op het adres {host} kan niet geluisterd worden ({fault.strerror}). Laat --host weg, of kies een ander."


def more_sockets() -> None:
    """Ask the system for as many open files as a full hall needs (macOS gives 256)."""
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 8192 if hard == resource.RLIM_INFINITY else min(8192, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
