"""P1 and PG1: nothing goes to anybody else. What is served names no other host, and the house reaches out to nobody.

(What a browser asks for while it is used, the browser tests count.)
"""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import psutil
import pytest

from facilitator.rehearsal.client import Facilitator, Phone
from facilitator.rehearsal.house import House
from facilitator.settings import ROOT
from tests.trust.hall import FACILITATOR, SCREEN, Hall, cookies_of
from tests.trust.raw import ask, jar
from tests.trust.routes import ROUTES
from tests.trust.test_headers import served
from tests.trust.test_rights import path_of

LISTENED = str(Path(__file__).with_name("listened.py"))
URL = re.compile(rb"""(?:https?:|wss?:|["'(=]\s*)//[^\s"'<>`)\\]+""")
# Names of things, and words in comments and messages of the npm files: nothing of it is ever fetched.
NAMES = (
    b"http://www.w3.org/", b"https://www.w3.org/", b"http://schemas.", b"http://purl.org/", b"https://schema.org",
    b"http://www.apache.org/licenses", b"https://github.com/", b"https://developer.mozilla.org", b"https://socket.io/",
    b"http://localhost", b"http://127.0.0.1", b"https://stackoverflow.com/", b"https://bugzilla.mozilla.org/",
)  # fmt: skip
FETCHING = re.compile(
    rb"""(?:src|href|action|poster|data|srcset)\s*=\s*["']?\s*(?:https?:)?//|url\(\s*["']?(?:https?:)?//|@import\s*["']?(?:https?:)?//|"""
    rb"""\b(?:fetch|import|importScripts|EventSource|WebSocket|sendBeacon|open)\(\s*["'`](?:https?:|wss?:)?//"""
)


def foreign(body: bytes, own: str) -> list[bytes]:
    """Addresses in a served body that are not the house's own, nor the name of something."""
    found = [one.lstrip(b"\"'(= ") for one in URL.findall(body)]
    own_ones = (own.encode(), own.replace("http", "ws").encode(), own.removeprefix("http:").encode())
    found = [one for one in found if not one.startswith((*NAMES, *own_ones))]
    return found + FETCHING.findall(body)


def test_p1_no_file_names_another_host(hall: Hall) -> None:
    told = {address: foreign(ask(hall.address, address).body, hall.address) for address in served()}
    assert {address: found for address, found in told.items() if found} == {}


def test_p1_no_page_names_another_host(hall: Hall) -> None:
    cookies = jar({**cookies_of(hall.a.guest), **hall.cookies(FACILITATOR), **hall.cookies(SCREEN)})
    paths = [path_of(rule, hall, hall.a.ref) for method, rule in ROUTES if method == "GET" and "docx" not in rule]
    told = {path: foreign(ask(hall.address, path, headers={"Cookie": cookies}).body, hall.address) for path in paths}
    assert {path: found for path, found in told.items() if found} == {}


def test_p1_the_report_fetches_nothing(hall: Hall) -> None:
    """Links may stand in a Word file as words; nothing in it may be loaded from elsewhere."""
    with zipfile.ZipFile(io.BytesIO(hall.a.regie.report())) as package:
        for name in package.namelist():
            body = package.read(name)
            if name.endswith(".rels"):
                outside = re.findall(rb'<Relationship [^>]*TargetMode="External"[^>]*>', body)
                assert [one for one in outside if b"hyperlink" not in one] == [], name


@pytest.mark.parametrize(
    "body",
    [
        b'<script src="https://cdn.example/x.js">',
        b"@import url(//fonts.example/a.css);",
        b'@import "https://fonts.example/a.css";',
        b'fetch("https://telemetry.example/")',
        b"background: url('http://pictures.example/a.png')",
        b"<img src=//tracker.example/p.gif>",
        b"new WebSocket(`wss://elders.example/`)",
    ],
)
def test_p1_control_the_scan_sees_what_is_foreign(body: bytes) -> None:
    assert foreign(body, "http://127.0.0.1:8000")


def abroad(file: Path) -> list[str]:
    """What a house reached for that is not this machine itself."""
    lines = file.read_text().splitlines() if file.exists() else []
    return [line for line in lines if not re.search(r"127\.0\.0\.1|'localhost'|::1|AF_UNIX|\('/|'0\.0\.0\.0'", line)]


def test_p1_a_whole_meeting_reaches_out_to_nobody(tmp_path: Path) -> None:
    """From the start to the report, with people, notes, a screen and pictures: not one attempt, by any library.

    But the one that is made on purpose: so the ear works.
    """
    heard = tmp_path / "gehoord"
    everywhere = ("--host", "0.0.0.0")  # as a facilitator starts it: it also looks for its own addresses
    with House(limits=False, program=(LISTENED, str(heard), "abroad"), options=everywhere) as house:
        regie = Facilitator.sign_in(house.link).make("workshop", keten="Thuis", title="Thuis")
        code = regie.open_door()
        screen = regie.screen()
        phones = [Phone.join(house.address, code, name, "Gemeente Ede") for name in ("Anna", "Bram")]
        for step in regie.meeting["steps"]:
            regie.go(step)
            if regie.look()[step]["kind"] == "briefjes":
                phones[0].do("note.post", {"step": step, "text": "Zie https://elders.example voor meer"})
        for path in ("deur.svg", "verslag"):
            assert regie.browser.get(f"/regie/{regie.ref}/{path}").status == 200
        assert regie.browser.get("/portretten/ank.svg").status == 200
        assert regie.report()[:2] == b"PK"
        lines = psutil.Process(house.process.pid).net_connections(kind="inet")
        assert {line.raddr.ip for line in lines if line.raddr} == {"127.0.0.1"}
        for page in (*phones, screen, regie):
            page.close()
        assert house.stop() == 0
    assert abroad(heard) == ["socket.connect (('192.0.2.1', 80),)"]


def test_p1_nothing_in_the_code_reaches_out_while_it_serves() -> None:
    """Only the set-up fetches, once; the rooms of the house name no client library at all."""
    names = r"requests|httpx|aiohttp|urllib\.request|urllib3|http\.client|ftplib|smtplib"
    clients = re.compile(rf"^\s*(?:import|from)\s+(?:{names})", re.MULTILINE)
    rooms = [path for path in (ROOT / "facilitator").rglob("*.py") if path.parent.name not in ("install", "rehearsal")]
    rooms += list((ROOT / "exercises").rglob("*.py"))
    assert [str(path) for path in rooms if clients.search(path.read_text())] == []
