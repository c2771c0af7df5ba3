"""The house with an ear at its own door: `python listened.py FILE [abroad] serve ...`, otherwise as run.py.

Every attempt to reach somebody goes into FILE, one line each, whatever library makes it: Python's audit events cannot
be taken away again. With the word `abroad` it reaches out once itself (to an address that is nobody's), as a control.
"""

import os
import socket
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
REACHING = {
    "socket.connect", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo", "socket.gethostbyname",
    "socket.gethostbyaddr", "socket.getnameinfo", "urllib.Request", "http.client.connect", "ftplib.connect",
    "smtplib.connect", "subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "webbrowser.open",
}  # fmt: skip


def listen(path: str) -> None:
    """Write down every event of reaching out, with whom."""
    file = os.open(path, os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600)

    def hear(event: str, args: tuple) -> None:
        if event in REACHING:
            who = args[1:] if event.startswith("socket.") and not isinstance(args[0], str | bytes) else args
            os.write(file, f"{event} {who!r}\n".encode())

    sys.addaudithook(hear)


if __name__ == "__main__":
    listen(sys.argv[1])
    words = sys.argv[2:]
    from gevent import monkey

    monkey.patch_all()
    if words[0] == "abroad":
        words = words[1:]
        line = socket.socket()
        line.settimeout(0.1)
        line.connect_ex(("192.0.2.1", 80))
    from facilitator.app import main

    sys.exit(main(words))
