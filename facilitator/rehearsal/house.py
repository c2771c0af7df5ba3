"""A real server process with a data folder of its own: started, stopped, killed, and started again on the same port."""

from __future__ import annotations

import atexit
import contextlib
import json
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, ClassVar

from facilitator.settings import ROOT

STARTING = 60  # seconds
STOPPING = 10


class NotStarted(Exception):
    """The server said why it could not start, or said nothing in time."""


class House:
    """One house. `address` is http://host:port, `link` the facilitator's link of the last start.

    Without `data` the folder is a temporary one that goes away at `close`. `options` are more words for `run.py serve`;
    `program` is what is run instead of run.py, with its own first words (for controls of tests). With `leash` the house
    ends when we do, and hears what `tell` says (live/leash.py).
    """

    popen: ClassVar[Callable[..., Any]] = subprocess.Popen  # the tests fork houses (tests/forkserver.py)

    def __init__(
        self,
        data: Path | None = None,
        *,
        speed: float = 1.0,
        limits: bool = True,
        practice: bool = False,
        host: str = "127.0.0.1",
        port: int = 0,
        options: tuple[str, ...] = (),
        leash: bool = False,
        prefix: str = "ketentafel-",
        program: tuple[str, ...] = (str(ROOT / "run.py"),),
    ) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix=prefix))
        self.data = data or self.folder / "data"
        self.host, self.port = host, port
        self.program, self.leash, self.telling = program, leash, threading.Lock()
        self.words = ["--speed", str(speed), *options]
        self.words += [] if limits else ["--no-limits"]
        self.words += ["--practice"] if practice else []
        self.words += ["--leash"] if leash else []
        self.process: subprocess.Popen[bytes] | None = None
        self.link = ""
        self.starts = 0
        atexit.register(self.close)

    @property
    def address(self) -> str:
        everywhere = self.host in ("0.0.0.0", "::", "")  # noqa: S104 - compared, not bound
        return f"http://{'127.0.0.1' if everywhere else self.host}:{self.port}"

    @property
    def log(self) -> Path:
        """What the last start printed."""
        return self.folder / f"start-{self.starts}.log"

    def start(self) -> House:
        """Start, and wait until it answers; raises NotStarted with what it printed."""
        self.starts += 1
        command = [sys.executable, *self.program, "serve", "--host", self.host, "--port", str(self.port)]
        command += ["--data", str(self.data), "--no-browser", *self.words]
        held = subprocess.PIPE if self.leash else subprocess.DEVNULL
        with open(self.log, "wb") as log:
            self.process = type(self).popen(command, stdout=log, stderr=log, stdin=held, cwd=ROOT)
        until = time.monotonic() + STARTING
        while not self.printed():
            if self.process.poll() is not None or time.monotonic() > until:
                self.kill()
                raise NotStarted(self.log.read_text("utf-8", "replace"))
            time.sleep(0.02)
        while not self.answers():
            if self.process.poll() is not None or time.monotonic() > until:
                self.kill()
                raise NotStarted(self.log.read_text("utf-8", "replace"))
            time.sleep(0.02)
        return self

    def printed(self) -> bool:
        """True when the facilitator's link stands in what was printed; then the port is known as well."""
        for line in self.log.read_text("utf-8", "replace").splitlines():
            if line.strip().startswith("Begeleider:") and "/regie#" in line:
                link = line.split()[-1]
                self.port = int(link.partition("/regie#")[0].rpartition(":")[2])
                self.link = f"{self.address}/regie#{link.partition('#')[2]}"
                return True
        return False

    def answers(self) -> bool:
        with contextlib.suppress(OSError, urllib.error.URLError):
            request = urllib.request.Request(self.address + "/healthz")  # noqa: S310 - our own address
            opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
            with opener.open(request, timeout=5) as reply:
                return reply.status == 200
        return False

    def tell(self, **said: Any) -> None:
        """A line over the leash; nothing when the house is not there."""
        if self.process is not None and self.process.stdin is not None:
            with self.telling, contextlib.suppress(OSError, ValueError):
                self.process.stdin.write(json.dumps(said).encode() + b"\n")
                self.process.stdin.flush()

    def stop(self) -> int:
        """As Ctrl-C does; the exit code."""
        if self.process is None:
            return 0
        self.process.terminate()
        try:
            return self.process.wait(STOPPING)
        except subprocess.TimeoutExpired:
            self.kill()
            return -9

    def kill(self) -> None:
        """As a power cut does: nothing gets the time to tidy up."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()

    def close(self) -> None:
        """Stop, and take the temporary folder away."""
        atexit.unregister(self.close)
        self.kill()
        shutil.rmtree(self.folder, ignore_errors=True)

    def __enter__(self) -> House:
        return self.start()

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        self.close()
