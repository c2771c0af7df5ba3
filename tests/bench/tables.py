"""The two servers of the bench under one face: the product and the floor, each a process of its own."""

from __future__ import annotations

import asyncio
import json
import os
import re
import secrets
import subprocess
import sys
import tempfile
import urllib.parse
import urllib.request
from collections.abc import Callable
from pathlib import Path

import psutil

from tests.bench.raw import Raw

ROOT = Path(__file__).resolve().parents[2]
TAG = re.compile(r"#(\d+)#")


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args: object) -> None:
        return None


class Server:
    """A process, its address, and its cost."""

    name = ""

    def launch(self, command: list[str], pattern: str) -> re.Match:
        self.folder = tempfile.TemporaryDirectory()
        self.process = subprocess.Popen(
            [sys.executable, *command, self.folder.name], cwd=ROOT, stdout=subprocess.PIPE, text=True
        )
        for line in self.process.stdout:
            found = re.search(pattern, line)
            if found:
                self.measured = psutil.Process(self.process.pid)
                return found
        raise RuntimeError(f"{self.name} did not start")

    def cpu(self) -> float:
        """Seconds of processor time so far."""
        times = self.measured.cpu_times()
        return times.user + times.system

    def memory(self) -> int:
        """Bytes resident."""
        return self.measured.memory_info().rss

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(10)
        self.folder.cleanup()


class Floor(Server):
    """Plain Flask-SocketIO."""

    name = "floor"

    def start(self) -> None:
        found = self.launch(["tests/bench/floor_server.py"], r"PORT (\d+)")
        self.url = f"http://127.0.0.1:{found[1]}"

    async def phones(self, number: int, on_event: Callable[[int, str], None]) -> list[Raw]:
        return [Raw(self.url, None, lambda text, me=me: on_event(me, text)) for me in range(number)]

    async def screen(self, on_event: Callable[[str], None]) -> Raw:
        screen = Raw(self.url, None, on_event)
        await screen.open()
        return screen

    async def share(self, on: bool) -> None:
        """The floor shares always."""

    def post(self, phone: Raw, text: str) -> asyncio.Future:
        return phone.emit("note", {"id": secrets.token_hex(16), "text": text})

    def hello(self, phone: Raw) -> asyncio.Future:
        return phone.emit("hello", {})

    def kept(self) -> int:
        import sqlite3

        with sqlite3.connect(Path(self.folder.name) / "floor.db") as db:
            return db.execute("select count(*) from notes").fetchone()[0]


class Product(Server):
    """Ketentafel, with its rate limits lifted by the setting."""

    name = "product"

    def start(self) -> None:
        command = ["run.py", "--host", "127.0.0.1", "--port", "0", "--no-browser", "--no-limits", "--data"]
        found = self.launch(command, r"Begeleider:\s+(http\S+)/regie#(\S+)")
        self.url = found[1]
        self.opener = urllib.request.build_opener(NoRedirect)
        signed = self.ask("/regie/inloggen", {"secret": found[2]})
        self.cookie = signed.headers["Set-Cookie"].split(";")[0]
        self.ask("/regie/ketens", {"name": "Bench", "scale": "gemeente"}, self.cookie)
        form = {"title": "Bench", "template": "startbijeenkomst"}
        made = self.ask("/regie/ketens/k1/bijeenkomsten", form, self.cookie)
        self.ref = made.headers["Location"].rsplit("/", 1)[1]
        self.seats: list[dict[str, str]] = []

    def ask(self, path: str, form: dict[str, str], cookie: str = ""):
        headers = {"Origin": self.url, "Cookie": cookie}
        asked = urllib.request.Request(self.url + path, urllib.parse.urlencode(form).encode(), headers)
        try:
            return self.opener.open(asked)
        except urllib.error.HTTPError as answer:
            if answer.code >= 400:
                raise
            return answer

    def ticket(self, path: str, cookie: str) -> dict[str, str]:
        return json.loads(self.ask(path, {}, cookie).read())

    async def ready(self) -> None:
        """Open the meeting, and stand at a step with notes."""
        heard: list[str] = []
        self.control = Raw(self.url, self.ticket(f"/regie/{self.ref}/ticket", self.cookie), heard.append)
        await self.control.open()
        await self.control.emit("hello", {"have": {}})
        await self.do("meeting.open", {})
        patches = [json.loads(text)[1] for text in heard]
        entities = next(patch["put"] for patch in patches if patch["c"] == "control" and patch["from"] is None)
        steps = (entity for entity in entities.values() if entity["type"] == "step")
        self.step = next(step["id"] for step in steps if step["kind"] == "briefjes")
        await self.do("meeting.go", {"step": self.step})
        for _ in range(50):
            codes = [found[1] for text in heard if (found := re.search(r'"code":"(\d{8})"', text))]
            if codes:
                self.code = codes[-1]
                return
            await asyncio.sleep(0.1)
        raise RuntimeError("no join code")

    async def do(self, name: str, body: dict[str, object]) -> dict[str, object]:
        text = await self.control.emit("command", {"cid": secrets.token_hex(16), "name": name, "body": body})
        answer = json.loads(text)[0]
        if not answer["ok"]:
            raise RuntimeError(answer)
        return answer

    async def phones(self, number: int, on_event: Callable[[int, str], None]) -> list[Raw]:
        while len(self.seats) < number:
            joined = await asyncio.to_thread(self.ask, "/meedoen", {"code": self.code, "organisation": "Bench"})
            cookie = joined.headers["Set-Cookie"].split(";")[0]
            self.seats.append(await asyncio.to_thread(self.ticket, f"/tafel/{self.ref}/ticket", cookie))
        return [Raw(self.url, self.seats[me], lambda text, me=me: on_event(me, text)) for me in range(number)]

    async def screen(self, on_event: Callable[[str], None]) -> Raw:
        shown = self.ask(f"/regie/{self.ref}/scherm", {}, self.cookie)
        cookie = shown.headers["Set-Cookie"].split(";")[0]
        screen = Raw(self.url, self.ticket(f"/scherm/{self.ref}/ticket", cookie), on_event)
        await screen.open()
        await screen.emit("hello", {"have": {}})
        return screen

    async def share(self, on: bool) -> None:
        """Turn the wall face up or down."""
        await self.do("step.reveal", {"step": self.step, "on": on})

    def post(self, phone: Raw, text: str) -> asyncio.Future:
        body = {"step": self.step, "text": text}
        return phone.emit("command", {"cid": secrets.token_hex(16), "name": "note.post", "body": body})

    def hello(self, phone: Raw) -> asyncio.Future:
        return phone.emit("hello", {"have": {}, "gz": True})

    def kept(self) -> int:
        import sqlite3

        path = os.path.join(self.folder.name, "ketentafel.db")
        with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as db:
            return db.execute("select count(*) from events where name = 'note.posted'").fetchone()[0]
