"""Houses of the tests are forked from one process that has read every module: that saves most of a start.

What runs is what `run.py serve` runs, with its words, folder and streams; only the reading of modules is done once for
all houses of one pytest process. A house with another program than run.py, with other surroundings than pytest began
with, or on a machine without fork, is started as users start it; so are the starts that tests look at themselves.
"""

from __future__ import annotations

import importlib
import os
import pickle
import select
import signal
import socket
import subprocess
import sys
import threading
from typing import IO, Any

from facilitator.settings import ROOT

PROGRAM = str(ROOT / "run.py")
MODULES = (  # what facilitator/app.py asks for when it builds a house
    "facilitator.app",
    "exercises.registry",
    "facilitator.live.leash",
    "facilitator.live.limits",
    "facilitator.live.listening",
    "facilitator.live.sockets",
    "facilitator.own.bookcase",
    "facilitator.practice.halls",
    "facilitator.web.pages",
)
SIZE = 1 << 16  # bytes of one message; the words of a start are a few hundred
CHANGING = "PYTEST_CURRENT_TEST"  # pytest writes here what it is at


def surroundings() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name != CHANGING}


class Forks:
    """The process that houses are forked from; started when the first one is asked for."""

    def __init__(self) -> None:
        self.line: socket.socket | None = None
        self.one = threading.Lock()
        self.began = surroundings()

    def popen(self, command: list[str], **words: Any) -> Any:
        """As subprocess.Popen for a house: `stdout` is an open file, `stdin` is DEVNULL or PIPE, `cwd` is the root."""
        if command[:2] != [sys.executable, PROGRAM] or not hasattr(os, "fork") or surroundings() != self.began:
            return subprocess.Popen(command, **words)
        with self.one:  # the next message is sent when this one was answered
            return Forked(self.ready(), command[2:], words["stdout"], words["stdin"] == subprocess.PIPE)

    def ready(self) -> socket.socket:
        if self.line is None:
            self.line, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
            with theirs:
                program = [sys.executable, "-m", "tests.forkserver", str(theirs.fileno())]
                subprocess.Popen(program, pass_fds=[theirs.fileno()], cwd=ROOT)
        return self.line


class Forked:
    """One house: what tests and rooms use of a subprocess.Popen."""

    def __init__(self, line: socket.socket, words: list[str], log: IO[bytes], held: bool) -> None:
        self.words, self.returncode, self.one = words, None, threading.Lock()
        hears, tells = os.pipe() if held else (os.open(os.devnull, os.O_RDONLY), -1)
        self.stdin = os.fdopen(tells, "wb") if held else None
        told, tell = os.pipe()
        socket.send_fds(line, [pickle.dumps(words)], [hears, log.fileno(), tell])
        os.close(hears)
        os.close(tell)
        self.told = os.fdopen(told, "rb", buffering=0)  # so that select sees all that is left to read
        self.pid = int(self.told.readline())

    def poll(self) -> int | None:
        """The exit code once it is over: -9 when it was killed."""
        return self.ended(0)

    def wait(self, timeout: float | None = None) -> int:
        code = self.ended(timeout)
        if code is None:
            raise subprocess.TimeoutExpired(self.words, timeout or 0)
        return code

    def ended(self, seconds: float | None) -> int | None:
        """The exit code as soon as the one that waits for it says so, or None after so many seconds."""
        if self.returncode is None and select.select([self.told], [], [], seconds)[0]:
            with self.one:  # rooms look from several threads, and it is said once
                if self.returncode is None:
                    self.returncode = int(self.told.readline())
        return self.returncode

    def send_signal(self, number: int) -> None:
        if self.poll() is None:
            os.kill(self.pid, number)

    def terminate(self) -> None:
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)


def serve(number: int) -> None:
    """Wait for words, and fork; ends when pytest does."""
    fork = os.fork
    line = socket.socket(fileno=number)
    read_modules()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # who waits for a house tells how it ended
    while True:
        message, handles, _, _ = socket.recv_fds(line, SIZE, 3)
        if not message:
            return
        if fork() == 0:
            line.close()
            wait_for(pickle.loads(message), *handles, fork=fork)
        for handle in handles:
            os.close(handle)


def read_modules() -> None:
    """All that a house imports, gevent first."""
    from facilitator.install.cooperation import cooperate

    cooperate()
    for name in MODULES:
        importlib.import_module(name)


def wait_for(words: list[str], hears: int, log: int, tell: int, *, fork: Any) -> None:
    """Fork the house, say its number, wait, and say how it ended."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    house = fork()
    if house == 0:
        os.close(tell)
        become(words, hears, log)
    os.close(hears)
    os.close(log)
    os.write(tell, b"%d\n" % house)
    _, status = os.waitpid(house, 0)
    os.write(tell, b"%d\n" % os.waitstatus_to_exitcode(status))
    os._exit(0)


def become(words: list[str], hears: int, log: int) -> None:
    """Be the house: its streams, its words, its end."""
    import atexit

    from facilitator.install import start

    for handle, stream in ((hears, 0), (log, 1), (log, 2)):
        os.dup2(handle, stream)
    sys.argv = [PROGRAM, *words]
    code: Any = 1
    try:
        code = start.main(words)
    except SystemExit as left:
        code = left.code
    except BaseException:
        sys.excepthook(*sys.exc_info())
    finally:
        atexit._run_exitfuncs()
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code if isinstance(code, int) else 1 if code else 0)


if __name__ == "__main__":
    serve(int(sys.argv[1]))
