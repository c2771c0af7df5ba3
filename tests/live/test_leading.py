"""D20: of two windows of one control room the last one leads, and the other can take it back."""

from __future__ import annotations

import json
import secrets
import time
from collections.abc import Iterator
from typing import Any

import pytest

from facilitator.live.leading import Leading
from facilitator.rehearsal.client import Facilitator
from facilitator.rehearsal.house import House
from tests.trust.raw import Wire

PLACE = ("k1", "m2")


@pytest.fixture(scope="module")
def regie() -> Iterator[Facilitator]:
    with House(limits=False) as house:
        made = Facilitator.sign_in(house.link).make("startbijeenkomst", keten="Twee", title="Twee vensters")
        made.house = house
        made.open_door()
        yield made
        made.close()


def window(regie: Facilitator, name: str, **more: Any) -> Wire:
    line = Wire(regie.house.address, regie.ticket, auth={"tab": name, **more})
    assert line.opened
    return line


def may(line: Wire) -> str:
    """`ok`, or the code with which the house says no to an act."""
    answer = line.command("meeting.blank", {"on": bool(secrets.randbits(1))}, secrets.token_hex(16))
    return "ok" if answer["ok"] else answer["code"]


def told(line: Wire, seconds: float = 3) -> str:
    """Which window leads, as the next volatile message says."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        found = [json.loads(frame[2:])[1] for frame in line.heard if frame.startswith('42["patch"')]
        said = [patch["put"]["now"]["leads"] for patch in found if patch["c"] == "now"]
        line.heard.clear()
        if said:
            return said[-1]
        line.ask("hello", {})
    raise AssertionError("nothing was said")


def test_the_last_window_leads_and_the_older_one_can_take_it_back(regie: Facilitator) -> None:
    older = window(regie, "een")
    assert (may(older), told(older)) == ("ok", "een")
    newer = window(regie, "twee")
    assert (may(newer), may(older), told(older)) == ("ok", "elders", "twee")
    answer = older.command("note.hide", {"notes": ["n1"]}, secrets.token_hex(16))
    assert "in een ander venster geleid" in answer["say"]
    assert older.ask("command", {"name": "meeting.lead", "body": {}, "cid": "a" * 32})["ok"]
    assert (may(older), may(newer), told(newer)) == ("ok", "elders", "een")


def test_a_window_that_lost_its_line_comes_back_as_what_it_was(regie: Facilitator) -> None:
    window(regie, "drie")
    newer = window(regie, "vier")
    again = window(regie, "drie")
    assert (may(again), may(newer)) == ("elders", "ok")
    newer.socket.close()
    back = window(regie, "vier")
    assert (may(back), may(again)) == ("ok", "elders")


def test_a_refresh_is_a_new_window(regie: Facilitator) -> None:
    before = window(regie, "vijf")
    before.socket.close()
    assert may(window(regie, "zes")) == "ok"


def test_who_gives_no_name_is_no_window(regie: Facilitator) -> None:
    leads = window(regie, "zeven")
    assert regie.send("meeting.edit", {"title": "Twee vensters"})["ok"]
    for name in (None, "", 7, ["a"], "x" * 41):
        assert may(window(regie, name)) == "ok"
    assert may(leads) == "ok"


def test_a_phone_cannot_take_the_lead(regie: Facilitator) -> None:
    leads = window(regie, "acht")
    screen = Wire(regie.house.address, regie.screen().ticket, auth={"tab": "scherm"})
    assert screen.ask("command", {"name": "meeting.lead", "body": {}, "cid": "b" * 32})["code"] == "forbidden"
    assert may(leads) == "ok"


@pytest.mark.parametrize("first", [0, 1])
def test_after_a_restart_of_the_house_the_same_window_leads(first: int) -> None:
    """Windows come back in any order, and say whether they led."""
    house, windows = Leading(), [("wacht", False), ("leidt", True)]
    for sid, (name, led) in enumerate(windows if first else windows[::-1]):
        house.came(str(sid), PLACE, name, led)
    assert house.leads[PLACE] == "leidt"
    lonely = Leading()
    lonely.came("0", PLACE, "wacht", False)
    assert lonely.allows("0", PLACE), "the window that led was shut meanwhile"
