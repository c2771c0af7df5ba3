"""Rule 8 and RG8: a disk that takes nothing more. Nothing is acknowledged, nobody is shown what is not kept, the
facilitator is told, and when there is room again the same notes go in."""

from __future__ import annotations

import json
import resource
import secrets
import time

import psutil
import pytest

from facilitator.rehearsal.client import Facilitator, Phone
from facilitator.rehearsal.house import House
from tests.trust.hall import events
from tests.trust.raw import Wire, ask, tail

FOREVER = resource.RLIM_INFINITY


@pytest.fixture(scope="module")
def table():
    with House(limits=False) as house:
        regie = Facilitator.sign_in(house.link).make("startbijeenkomst", keten="Schijf", title="Schijf")
        code = regie.open_door()
        step = next(one for one in regie.meeting["steps"] if regie.look()[one]["kind"] == "briefjes")
        regie.go(step)
        phone = Phone.join(house.address, code, "Anna")
        phone.do("note.post", {"step": step, "text": "Voordat de schijf vol was"})
        yield house, regie, phone, step
        phone.close()
        regie.close()


def disk_of(house: House, size: int) -> None:
    """From now on no file of this house may grow beyond so many bytes."""
    psutil.Process(house.process.pid).rlimit(psutil.RLIMIT_FSIZE, (size, FOREVER))


def test_rg8_a_full_disk(table) -> None:
    house, regie, phone, step = table
    line = Wire(house.address, phone.ticket)
    greeting = line.ask("hello", {})
    held, before = regie.channel("control"), events(house.data)
    texts = [f"Zonder plaats {number} " + "x" * 200 for number in range(5)]
    bodies = {secrets.token_hex(16): {"step": step, "text": text} for text in texts}
    try:
        disk_of(house, 4096)
        began = time.monotonic()
        answers = [line.command("note.post", body, cid) for cid, body in bodies.items()]
        assert {(answer["ok"], answer["code"]) for answer in answers} == {(False, "retry")}
        assert regie.wait(lambda: regie.channel("now")["now"].get("warn"), 2)[0].startswith("Er kan nu niet")
        assert time.monotonic() - began < 2
        assert "Zonder plaats" not in json.dumps([*line.heard, regie.channel("control")]), "shown, but not kept"
        assert regie.channel("control").keys() == held.keys()
        assert ask(house.address, "/healthz").status in (200, 503)
        assert ask(house.address, "/").status == 200
    finally:
        disk_of(house, FOREVER)
    regie.wait(lambda: not regie.channel("now")["now"].get("warn"), 8)  # before anybody wrote anything
    began = time.monotonic()
    again = [phone.send("note.post", body, cid) for cid, body in bodies.items()]
    assert time.monotonic() - began < 10
    assert all(answer["ok"] for answer in again)
    assert len({answer["seq"] for answer in again}) == 5
    assert events(house.data) == before + 5
    assert line.ask("hello", {})["epoch"] != greeting["epoch"], "every page starts with whole views again"
    regie.wait(lambda: not regie.channel("now")["now"].get("warn"), 5)
    shown = regie.wait(lambda: len(regie.list("note")) >= 6 and regie.list("note"))
    assert sorted(one["text"] for one in shown if "plaats" in one["text"]) == texts
    line.close()


def test_rg8_all_of_it_is_there_after_a_restart(table) -> None:
    house, _, _, _ = table
    counted = events(house.data)
    house.kill()
    house.start()
    assert events(house.data) == counted
    assert ask(house.address, "/healthz").status == 200
    assert "Traceback" not in tail(house.log)
