"""One practice room: a real house beside the real one, which can reach nothing of it and leaves nothing behind."""

from __future__ import annotations

import io
import json
import os
import re
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from docx import Document

from facilitator.live.clock import Clock
from facilitator.live.leash import FIRST, Held
from facilitator.luggage import keten
from facilitator.own.bookcase import FOLDER, write
from facilitator.practice import halls
from facilitator.practice.hall import HOLDER, LOWER, PREFIX, Hall
from facilitator.practice.wish import Wish
from facilitator.rehearsal.browser import Browser
from tests.luggage import packing
from tests.practice.conftest import STAND_IN, waited
from tests.web.indoors import ADDRESS, Indoors

GOOD = {"agenda": "eigen-kort", "people": "5", "seed": "42", "lively": "rustig", "pace": "1", "town": "midden-drenthe"}
OWN = """\
---
id: eigen-kort
titel: Kort overleg
fase: C
minuten: 10
bron: eigen
stappen:
  - {oefening: kansen-en-verbeterpunten, onderdeel: Oefenen, minuten: 10}
---

Een agenda van de begeleider zelf.
"""


@pytest.fixture(scope="module")
def hall(house: Indoors) -> Iterator[Hall]:
    """A room of an agenda of the facilitator's own shelf, opened by the form."""
    shelf = house.built.house.library
    shelf.put("agenda", "eigen-kort", OWN)
    assert shelf.own["eigen-kort"].faults == []
    reply = house.regie.post("/regie/oefenen", GOOD)
    assert reply.status_code == 303, reply.text
    one = house.built.house.halls.get(reply.location.rpartition("/")[2])
    waited(lambda: one.phase != "begint" and one.heard.state)
    assert (one.phase, one.heard.fault) == ("open", "")
    yield one


@pytest.fixture(scope="module")
def trainer(house: Indoors, hall: Hall) -> Browser:
    """A browser with the trainer's cookies, in the practice house by its link."""
    browser = Browser(hall.house.address)
    link = house.regie.get(f"/regie/oefenen/{hall.id}/regie").location
    assert link.startswith(f"http://127.0.0.1:{hall.house.port}/regie/binnen#")
    secret = link.partition("#")[2]
    reply = browser.post("/regie/inloggen", {"secret": secret})
    assert (reply.status, reply.location) == (303, f"/regie/{hall.ref}")
    assert browser.post("/regie/inloggen", {"secret": secret}).status == 403, "a link works once"
    return browser


def test_the_people_hear_who_they_are(hall: Hall):
    asked = hall.heard.state["asked"]
    assert (asked["people"], asked["seed"], asked["lively"], asked["pace"]) == (5, 42, "rustig", 1.0)
    assert ["Gemeente Midden-Drenthe", []] in asked["organisations"]
    assert (asked["address"], asked["code"]) == (hall.house.address, hall.code)
    address, _, secret = asked["watch"].partition("/regie#")
    assert Browser(address).post("/regie/inloggen", {"secret": secret}).status == 303


def test_the_meeting_follows_the_facilitators_own_agenda(trainer: Browser, hall: Hall):
    page = trainer.get(f"/regie/{hall.ref}").text
    start = json.loads(re.search(r'id="start">(.*?)</script>', page, re.DOTALL)[1])
    titles = [one["title"] for patch in start["patches"] for one in patch["put"].values() if one["type"] == "meeting"]
    assert titles == ["Kort overleg"]
    assert "data-practice" in page


def test_a_trainer_stays_in_the_real_house(house: Indoors, hall: Hall, trainer: Browser):
    """One cookie jar for all ports of a host, as browsers have: neither house takes the other's cookies."""
    jar = {
        cookie.name: cookie.value for handler in trainer.opener.handlers for cookie in getattr(handler, "cookiejar", ())
    }
    assert jar
    real = {cookie.key for cookie in house.regie.client._cookies.values()}
    assert not real & jar.keys(), "a name that both houses use throws the trainer out of the other"
    for name, value in jar.items():
        house.regie.client.set_cookie(name, value, path="/")
    assert house.regie.get("/regie").status_code == 200
    assert trainer.get("/regie").status == 200


def test_the_screen_opens_by_a_link(house: Indoors, hall: Hall):
    browser = Browser(hall.house.address)
    secret = house.regie.get(f"/regie/oefenen/{hall.id}/scherm").location.partition("#")[2]
    assert browser.post("/regie/inloggen", {"secret": secret}).location == f"/scherm/{hall.ref}"
    assert "data-practice" in browser.get(f"/scherm/{hall.ref}").text


def test_the_page_tells_how_it_stands(house: Indoors, hall: Hall):
    page = house.regie.get(f"/regie/oefenen/{hall.id}")
    assert "Kort overleg" in page.text and f"{hall.code[:4]} {hall.code[4:]}" in page.text
    state = house.regie.get(f"/regie/oefenen/{hall.id}/stand").get_json()
    assert (state["phase"], state["here"], state["people"], state["code"]) == ("open", 5, 5, hall.code)
    assert house.regie.get("/regie/oefenen/bestaat-niet").status_code == 404


def test_the_buttons_reach_the_people(house: Indoors, hall: Hall):
    for do, value, heard in (
        ("lively", "druk", {"do": "lively", "value": "druk"}),
        ("pause", "on", {"do": "pause", "on": True}),
    ):
        assert house.regie.post(f"/regie/oefenen/{hall.id}/zaal", {"do": do, "value": value}).status_code == 303
        waited(lambda heard=heard: hall.heard.state["last"] and json.loads(hall.heard.state["last"]) == heard)
    assert (hall.lively, hall.paused) == ("druk", True)
    assert house.regie.post(f"/regie/oefenen/{hall.id}/zaal", {"do": "lively", "value": "wild"}).status_code == 409


def test_a_practice_house_has_no_practice_hall(trainer: Browser):
    assert trainer.get("/regie/oefenen").status == 404
    assert "/regie/oefenen" not in trainer.get("/regie").text


def test_nothing_goes_from_one_house_into_the_other(house: Indoors, hall: Hall, trainer: Browser):
    """A keten as a file, both ways; and the report says what it is."""
    practised = trainer.get("/regie/ketens/k1/meenemen/keten.keten?namen=ja")
    assert "oefening" in practised.headers["Content-Disposition"]
    field = {"file": (io.BytesIO(practised.body), "oefening.keten")}
    reply = house.regie.client.post("/regie/ketens/openen", base_url=ADDRESS, data=field, headers={"Origin": ADDRESS})
    assert (reply.status_code, keten.PRACTICE in reply.text) == (409, True)
    assert list(house.built.house.rooms.chains) == ["k1"]

    reply = upload(trainer, packing.file_of(house.room))
    assert (reply.status, keten.REAL in reply.text) == (409, True)
    assert upload(trainer, practised.body).status == 200, "what was practised may be practised with again"

    report = trainer.get(f"/regie/{hall.ref}/verslag.docx")
    lines = [paragraph.text for paragraph in Document(io.BytesIO(report.body)).paragraphs[:6]]
    assert [line for line in lines if line.startswith("OEFENING")]


def upload(browser: Browser, body: bytes):
    edge = "----grens"
    head = f'--{edge}\r\nContent-Disposition: form-data; name="file"; filename="een.keten"\r\n\r\n'.encode()
    form = head + body + f"\r\n--{edge}--\r\n".encode()
    headers = {"Origin": browser.address, "Content-Type": f"multipart/form-data; boundary={edge}"}
    return browser.ask(urllib.request.Request(browser.address + "/regie/ketens/openen", form, headers))


def test_both_processes_let_a_real_meeting_go_first(hall: Hall):
    for process in (hall.house.process, hall.crowd):
        assert psutil.Process(process.pid).nice() >= LOWER


def test_an_incident_goes_to_the_people(house: Indoors, hall: Hall):
    for name in ("stil", "verrassing"):
        assert house.regie.post(f"/regie/oefenen/{hall.id}/zaal", {"do": "incident", "value": name}).status_code == 303
        heard = waited(lambda name=name: name in hall.heard.state["last"] and json.loads(hall.heard.state["last"]))
        assert heard == {"do": "incident", "name": name, "id": hall.happened}
    assert house.regie.post(f"/regie/oefenen/{hall.id}/zaal", {"do": "incident", "value": "brand"}).status_code == 409
    assert "Niemand schrijft" in house.regie.get(f"/regie/oefenen/{hall.id}").text


def test_a_drill_goes_on_until_it_is_stopped(house: Indoors, hall: Hall):
    before, hall.paused = hall.happened, False
    hall.drill.seconds = 0.05
    house.regie.post(f"/regie/oefenen/{hall.id}/zaal", {"do": "drill", "value": "on"})
    assert hall.view()["drill"]
    waited(lambda: hall.happened >= before + 3)
    house.regie.post(f"/regie/oefenen/{hall.id}/zaal", {"do": "drill", "value": "off"})
    assert not hall.view()["drill"]
    hall.paused = True
    was = hall.happened
    assert not hall.surprise() and hall.happened == was, "a room that is put still stays so"
    hall.paused, hall.heard.state["incident"] = False, {"name": "stil", "id": 1, "since": 0}
    assert not hall.surprise() and hall.happened == was, "one thing at a time"
    hall.paused = True


def test_a_restart_is_a_real_one(house: Indoors, hall: Hall, trainer: Browser):
    """Another process, at the same place, with the same meeting and the same cookies; the people stay."""
    before, port, crowd = hall.house.process.pid, hall.house.port, hall.crowd
    first = (hall.house.data / FIRST).read_text()
    house.regie.post(f"/regie/oefenen/{hall.id}/zaal", {"do": "incident", "value": "herstart"})
    waited(lambda: hall.phase == "herstart")
    waited(lambda: hall.phase == "open" and hall.house.process.pid != before)
    assert hall.house.port == port and hall.crowd is crowd
    assert (hall.house.data / FIRST).read_text() == first, "a clock that runs fast goes on from where it was"
    assert json.loads(hall.heard.state["last"])["name"] == "herstart", "the people know why"
    assert trainer.get(f"/regie/{hall.ref}").status == 200


def test_a_fast_clock_does_not_go_back_when_the_house_starts_again(tmp_path: Path):
    """Ten hours of practice, a restart, and it is not this morning again."""
    first = Held(tmp_path)
    first.since -= 3600
    (tmp_path / FIRST).write_text(str(first.since))
    before = Clock(10, first.since)()
    after = Clock(10, Held(tmp_path).since)()
    assert 0 <= after - before < 600
    assert Clock(10)() < before, "without it, it would go back"


def test_people_that_fell_away_come_back(house: Indoors, hall: Hall):
    hall.paused = True
    hall.say(do="fall")
    waited(lambda: hall.heard.fault and not hall.peopled())
    house.regie.post(f"/regie/oefenen/{hall.id}/zaal", {"do": "refill"})
    still = json.dumps({"do": "pause", "on": True})
    waited(lambda: hall.peopled() and hall.heard.state["last"] == still, 20)  # a room that is put still stays so
    assert hall.view()["fault"] == ""


def test_a_room_that_starts_only_the_third_time_has_its_shelf_and_links_for_trainees(house: Indoors, tmp_path: Path):
    one = Hall("later", Wish("eigen-kort", "Start", people=2, trainees=2), shelf=tmp_path, crowd=STAND_IN)
    away, mine = tmp_path / "weg.md", Path("agendas", "eigen-kort.md")
    write(tmp_path / mine, OWN)
    away.symlink_to(tmp_path / "nergens")  # the shelf cannot be copied
    copy = one.house.data / FOLDER / mine
    try:
        one.begin()
        waited(lambda: one.phase == "kapot")
        away.unlink()
        copy.unlink(missing_ok=True)
        program, one.house.program = one.house.program, ("-c", "raise SystemExit(1)")
        one.restart()
        waited(lambda: one.phase == "kapot")
        assert one.invited == []
        one.house.program = program
        one.restart()
        waited(lambda: one.phase != "herstart")
        assert (one.phase, len(set(one.invited)), copy.read_text()) == ("open", 2, OWN)
        first, other = one.invited
        one.invite()
        assert one.invited[1:] == [other], "who looks on keeps the link"
        assert one.invited[0] != first, "the house forgot the first when it fell out"
        copy.write_text(OWN + "Hier verder aan gewerkt.")
        one.bring_shelf()
        assert copy.read_text().endswith("Hier verder aan gewerkt."), "what was made in the room is not written over"
    finally:
        one.close()


def test_both_processes_end_when_nobody_holds_them(house: Indoors, hall: Hall):
    """The system closes these pipes when the house that holds a room dies, in whatever way; and the page says so."""
    assert halls.held(hall.house.folder)
    crowd = hall.crowd
    hall.house.process.stdin.close()
    assert waited(lambda: hall.house.process.poll() is not None) and hall.house.process.poll() == 0
    state = house.regie.get(f"/regie/oefenen/{hall.id}/stand").get_json()
    assert state["phase"] == "kapot" and "Start de zaal weer" in state["fault"]
    assert house.regie.get(f"/regie/oefenen/{hall.id}/regie").status_code == 409
    crowd.stdin.close()
    waited(lambda: crowd.poll() is not None)


def test_stop_leaves_nothing_behind(house: Indoors, hall: Hall):
    pids, folder = [hall.house.process.pid, hall.crowd.pid], hall.house.folder
    assert folder.is_dir()
    assert house.regie.post(f"/regie/oefenen/{hall.id}/weg").status_code == 303
    waited(lambda: not folder.exists() and not any(psutil.pid_exists(pid) for pid in pids))
    assert house.regie.get(f"/regie/oefenen/{hall.id}/stand").get_json() == {"phase": "weg"}
    assert "Keten" in house.regie.get("/regie").text


def test_what_a_crash_left_is_swept_and_nothing_else(tmp_path, monkeypatch, house: Indoors):
    monkeypatch.setattr(halls.tempfile, "gettempdir", lambda: str(tmp_path))
    rooms = {"dood": "999999 1.0", "mijn": f"{os.getpid()} {psutil.Process().create_time()}", "nieuw": None}
    for name, holder in rooms.items():
        (tmp_path / f"{PREFIX}{name}").mkdir()
        if holder:
            (tmp_path / f"{PREFIX}{name}" / HOLDER).write_text(holder)
    (tmp_path / "iets-anders").mkdir()
    halls.Halls(house.built.house.halls.settings, house.built.house.library).sweep()
    assert sorted(one.name.removeprefix(PREFIX) for one in tmp_path.iterdir()) == ["iets-anders", "mijn", "nieuw"]
