"""The floor: the plainest honest server. Flask-SocketIO on gevent, TCP_NODELAY, one durable row per note, emit to all.

Run as a process of its own: python floor_server.py FOLDER; it prints its port.
"""

from gevent import monkey

monkey.patch_all()

import json  # noqa: E402
import sqlite3  # noqa: E402
import sys  # noqa: E402
from pathlib import Path  # noqa: E402

import gevent  # noqa: E402
from flask import Flask  # noqa: E402
from flask_socketio import SocketIO  # noqa: E402
from gevent import socket  # noqa: E402
from gevent.event import Event  # noqa: E402
from gevent.pywsgi import WSGIServer  # noqa: E402


class Store:
    """One row per note, committed in groups, in a thread."""

    def __init__(self, folder: Path) -> None:
        self.db = sqlite3.connect(folder / "floor.db", isolation_level=None, check_same_thread=False)
        self.db.execute("pragma journal_mode=wal")
        self.db.execute("pragma synchronous=full")
        self.db.execute("create table notes (id integer primary key, body text not null)")
        self.waiting: list[tuple[str, Event]] = []
        self.busy = False

    def keep(self, body: str) -> None:
        done = Event()
        self.waiting.append((body, done))
        if not self.busy:
            self.busy = True
            gevent.spawn(self.drain)
        done.wait()

    def drain(self) -> None:
        while self.waiting:
            group, self.waiting = self.waiting, []
            gevent.get_hub().threadpool.apply(self.write, ([body for body, _ in group],))
            for _, done in group:
                done.set()
        self.busy = False

    def write(self, bodies: list[str]) -> None:
        self.db.execute("begin immediate")
        self.db.executemany("insert into notes (body) values (?)", [(body,) for body in bodies])
        self.db.execute("commit")


def main(folder: Path) -> None:
    app = Flask("floor")
    sockets = SocketIO(app, async_mode="gevent", async_handlers=False, cors_allowed_origins="*")
    store = Store(folder)
    notes: list[dict[str, str]] = []

    @sockets.on("note")
    def note(body: dict[str, str]) -> dict[str, bool]:
        store.keep(json.dumps(body))
        notes.append(body)
        sockets.emit("note", body)
        return {"ok": True}

    @sockets.on("hello")
    def hello(_: object = None) -> list[dict[str, str]]:
        return notes

    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    listener.bind(("127.0.0.1", 0))
    listener.listen(1024)
    print(f"PORT {listener.getsockname()[1]}", flush=True)
    WSGIServer(listener, app, log=None, error_log=None).serve_forever()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
