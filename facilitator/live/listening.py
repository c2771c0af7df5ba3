"""The socket that everybody knocks at, and why it cannot be opened."""

from __future__ import annotations

import contextlib
import errno
import socket
import sys

from gevent import socket as gevent_socket


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
