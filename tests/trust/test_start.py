"""What a start that cannot be says, and what a stop leaves: an exit code, a sentence, and nothing is lost."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from facilitator.rehearsal.client import Facilitator, Phone
from facilitator.rehearsal.house import House
from facilitator.settings import ROOT
from facilitator.store import Ledger, LedgerFault
from tests.trust.raw import Wire

BOOK = "ketentafel.db"
NOTE = "Dit briefje moet er na alles nog zijn"


@pytest.fixture(autouse=True)
def from_scratch(monkeypatch: pytest.MonkeyPatch) -> None:
    """The start itself is looked at here: no house is forked."""
    monkeypatch.setattr(House, "popen", subprocess.Popen)


@dataclass(frozen=True)
class Ended:
    """How a start ended that did not become a house."""

    code: int
    said: str


STARTS = """
from gevent import monkey; monkey.patch_all()
import contextlib, io, json, sys
from facilitator.app import main
found = {}
for name, words in json.loads(sys.argv[1]).items():
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        try:
            code = main(["serve", "--no-browser", "--host", "127.0.0.1", *words])
        except SystemExit as end:
            code = end.code
    found[name] = [code, said.getvalue()]
print(json.dumps(found))
"""


def begin(starts: dict[str, list[str]], root: Path = ROOT) -> dict[str, Ended]:
    """Starts one after the other in one process (each must end by itself), from the command line on."""
    command = [sys.executable, "-c", STARTS, json.dumps(starts)]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=200)
    assert done.returncode == 0, done.stderr
    return {name: Ended(code, said) for name, (code, said) in json.loads(done.stdout).items()}


def contents(folder: Path) -> dict[str, bytes]:
    """Every file that holds something of people (not the lock, and not SQLite's shared memory)."""
    files = [path for path in folder.iterdir() if path.is_file() and path.name != "slot"]
    return {path.name: path.read_bytes() for path in files if not path.name.endswith("-shm")}


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    """A data folder with a meeting and a note in it, whose house was killed in full flight."""
    folder = tmp_path_factory.mktemp("boek") / "data"
    with House(folder, limits=False) as house:
        regie = Facilitator.sign_in(house.link).make("startbijeenkomst", keten="Boek", title="Boek")
        code = regie.open_door()
        step = next(one for one in regie.meeting["steps"] if regie.look()[one]["kind"] == "briefjes")
        regie.go(step)
        Phone.join(house.address, code, "Anna").do("note.post", {"step": step, "text": NOTE})
        house.kill()
    assert (folder / f"{BOOK}-wal").stat().st_size > 0
    return folder


def copied(book: Path, to: Path) -> Path:
    shutil.copytree(book, to)
    return to


def broken_content(folder: Path) -> Path:
    """A copy of the house with two faults on its shelves."""
    for name in ("facilitator", "exercises", "personas"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "static").symlink_to(ROOT / "static")
    exercise = folder / "exercises" / "library" / "kansen.md"
    exercise.write_text(exercise.read_text().replace("soort: briefjes", "soort: breifjes"))
    (folder / "exercises" / "agendas" / "workshop.md").write_text("geen kop\n")
    return folder


def garbled(folder: Path, at: int, size: int) -> Path:
    """A book with bytes that are not SQLite's."""
    path = folder / BOOK
    body = bytearray(path.read_bytes())
    body[at : at + size] = os.urandom(size)
    path.write_bytes(body)
    return folder


@pytest.fixture(scope="module")
def ended(book: Path, tmp_path_factory):
    """All starts that must fail, at once; with what was in their data folders before."""
    base = tmp_path_factory.mktemp("starts")
    (base / "bestand").write_text("ik ben geen map")
    with socket.socket() as taken, closing(Ledger(base / "bezet")):
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        closed = Ledger(copied(book, base / "vol"))
        closed.close()
        folders = {
            "header": garbled(copied(base / "vol", base / "header"), 0, 200),
            "pages": garbled(copied(base / "vol", base / "pages"), 4096, 3 * 4096),
            "short": copied(base / "vol", base / "short"),
            "lost": copied(book, base / "lost"),
            "newer": copied(base / "vol", base / "newer"),
        }
        os.truncate(folders["short"] / BOOK, 6000)
        (folders["lost"] / BOOK).unlink()
        with closing(sqlite3.connect(folders["newer"] / BOOK)) as newer:
            newer.execute("update events set name = 'meeting.teleported' where name = 'meeting.opened'")
            newer.commit()
        before = {name: contents(folder) for name, folder in folders.items()}
        starts = {name: ["--port", "0", "--data", str(folder)] for name, folder in folders.items()}
        starts |= {
            "a file": ["--port", "0", "--data", str(base / "bestand")],
            "below a file": ["--port", "0", "--data", str(base / "bestand" / "data")],
            "port": ["--port", port, "--data", str(base / "vrij")],
            "same data": ["--port", "0", "--data", str(base / "bezet")],
            "same data and port": ["--port", port, "--data", str(base / "bezet")],
            "strange host": ["--port", "0", "--host", "192.0.2.1", "--data", str(base / "vrij")],
            "no port": ["--port", "99999"],
            "no address": ["--public-url", "tafel.nl"],
        }
        found = begin(starts) | begin({"content": ["--port", "0"]}, broken_content(base / "kapot"))
        after = {name: contents(folder) for name, folder in folders.items()}
    return found, before, after


SENTENCES = {
    "a file": ("kan niet geschreven worden", "--data"),
    "below a file": ("kan niet geschreven worden", "--data"),
    "port": ("is niet vrij", "--port"),
    "same data": ("draait al met de map", "--data"),
    "same data and port": ("draait al met de map", "--data"),
    "strange host": ("192.0.2.1 kan niet geluisterd worden", "--host"),
    "header": ("is niet te lezen", "onaangeroerd"),
    "pages": ("is niet te lezen", "onaangeroerd"),
    "short": ("is niet te lezen", "onaangeroerd"),
    "lost": ("is niet te lezen", "ketentafel.db-wal"),
    "newer": ("nieuwste versie", "onaangeroerd"),
}


@pytest.mark.parametrize("what", SENTENCES)
def test_a_start_that_cannot_be_says_why_and_what_to_do(what: str, ended) -> None:
    start = ended[0][what]
    assert start.code == 1
    assert [words for words in SENTENCES[what] if words not in start.said] == []
    assert "Traceback" not in start.said


@pytest.mark.parametrize("what", ["header", "pages", "short", "lost", "newer"])
def test_rg9_a_damaged_book_is_never_overwritten(what: str, ended) -> None:
    """Not one byte is other than before, so that it can still be saved elsewhere."""
    _, before, after = ended
    assert after[what].keys() >= before[what].keys()
    assert [name for name, body in before[what].items() if after[what][name] != body] == []


def test_broken_content_names_every_file_and_line(ended) -> None:
    start = ended[0]["content"]
    assert start.code == 1
    assert "exercises/library/kansen.md:" in start.said
    assert "'breifjes'" in start.said
    assert "exercises/agendas/workshop.md:1" in start.said
    assert "Traceback" not in start.said


@pytest.mark.parametrize("what", ["no port", "no address"])
def test_a_word_on_the_command_line_that_is_none(what: str, ended) -> None:
    start = ended[0][what]
    assert start.code == 2
    assert "error: argument" in start.said


def test_a_good_book_opens_after_all_this(book: Path, tmp_path: Path) -> None:
    """The control of the damaged ones: killed in full flight, and everything is there."""
    ledger = Ledger(copied(book, tmp_path / "goed"))
    assert NOTE in [event.body.get("text") for event in ledger.read("k1")]
    with pytest.raises(LedgerFault, match="draait al"):
        Ledger(tmp_path / "goed")
    ledger.close()


def test_ctrl_c_stops_within_three_seconds_and_keeps_everything(book: Path, tmp_path: Path) -> None:
    """With sockets open and a request under way; the next start has it all, and the phone's seat is still good."""
    with House(copied(book, tmp_path / "stop"), limits=False) as house:
        regie = Facilitator.sign_in(house.link)
        regie.ref = "k1-m2"
        regie.open()
        lines = [Wire(house.address, regie.ticket) for _ in range(5)]
        slow = socket.create_connection((house.host, house.port))
        slow.sendall(b"POST /meedoen HTTP/1.1\r\nHost: ")
        regie.do("meeting.edit", {"title": "Net voor het einde"})
        began = time.monotonic()
        house.process.send_signal(signal.SIGINT)
        code = house.process.wait(10)
        took = time.monotonic() - began
        print(f"\n  stopped in {took:.2f} s")
        assert code == 0
        assert took < 3
        assert "Alles is bewaard" in house.log.read_text()
        assert "Traceback" not in house.log.read_text()
        for line in lines:
            line.close()
        slow.close()
        regie.close()
    ledger = Ledger(tmp_path / "stop")
    events = list(ledger.read("k1"))
    ledger.close()
    assert events[-1].body["fields"] == {"title": "Net voor het einde"}
    assert NOTE in [event.body.get("text") for event in events]


def test_ctrl_c_before_the_house_is_open_says_so(tmp_path: Path) -> None:
    program = "from gevent import monkey; monkey.patch_all(); import sys; from facilitator.app import main\n"
    program += "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # else a test in the
    program += "print('begun', flush=True); sys.exit(main(sys.argv[1:]))"  # background hands on that it is ignored
    words = ["serve", "--no-browser", "--port", "0", "--host", "127.0.0.1", "--data", str(tmp_path / "data")]
    start = subprocess.Popen([sys.executable, "-c", program, *words], cwd=ROOT, stdout=-1, stderr=-2, text=True)
    assert start.stdout.readline() == "begun\n"
    time.sleep(0.1)
    start.send_signal(signal.SIGINT)
    said, _ = start.communicate(timeout=60)
    assert (start.returncode, "Traceback" in said) == (130, False) or "Alles is bewaard" in said
