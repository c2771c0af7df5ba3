"""A training day: rooms side by side, each with its trainees; one message, one talk afterwards."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest

from facilitator.practice import agendas, day, halls, wish
from facilitator.practice.day import Day
from facilitator.practice.heard import Heard
from facilitator.rehearsal.browser import Browser
from facilitator.rehearsal.client import Facilitator
from facilitator.web import training as day_door
from tests.practice.conftest import waited
from tests.web.indoors import Indoors, Visitor

GOOD = {"agenda": "oefening:kansen-en-verbeterpunten", "rooms": "2", "trainees": "2", "people": "4", "seed": "3",
        "pace": "30"}  # fmt: skip
BAD = [
    ({"rooms": "9"}, "rooms", day.NO_ROOMS.format(1, 8)),
    ({"rooms": "0"}, "rooms", day.NO_ROOMS.format(1, 8)),
    ({"rooms": "drie"}, "rooms", day.NO_ROOMS.format(1, 8)),
    ({"trainees": "5"}, "trainees", day.NO_TRAINEES.format(2, 4)),
    ({"people": "500"}, "people", wish.MANY.format(60)),
    ({"seed": "geen"}, "seed", wish.NO_SEED),
    ({"agenda": "oefening:stemmen"}, "agenda", "gaat verder met een eerdere stap"),
    ({"agenda": "oefening:bestaat-niet"}, "agenda", agendas.NO_EXERCISE),
]


@pytest.mark.parametrize(("typed", "field", "say"), BAD, ids=lambda part: str(part)[:30])
def test_what_cannot_be_is_said_beside_its_field(house, typed, field, say):
    reply = house.regie.post("/regie/oefenen/dag", {**GOOD, **typed})
    assert (reply.status_code, say in reply.text) == (409, True)
    assert f'id="{field}-fault"' in reply.text
    assert house.built.house.halls.rooms == {}


def test_only_exercises_that_stand_alone_are_offered(house):
    page = house.regie.get("/regie/oefenen/dag").text
    assert 'value="oefening:kansen-en-verbeterpunten"' in page
    assert 'value="oefening:stemmen"' not in page


def test_more_rooms_than_there_is_place_for_are_refused(house):
    rooms = house.built.house.halls.rooms
    rooms.update({f"vol{number}": None for number in range(halls.MOST - 1)})
    reply = house.regie.post("/regie/oefenen/dag", GOOD)
    rooms.clear()
    assert (reply.status_code, halls.SHORT.format(1) in reply.text) == (409, True)


def test_a_room_whose_clock_runs_fast_counts_its_own_minutes():
    put_forward = [300.0]
    heard = Heard(30, clock=iter([10.0, 12.0, 12.0, 20.0]).__next__, ahead=lambda: put_forward[0])
    for _ in range(2):
        heard.hear({"state": {"step": {"id": "s1"}}})
    assert heard.spent() == 60
    put_forward[0] += 1200
    assert heard.spent() == 1260, "and the minutes that its clock was put forward since"
    heard.hear({"state": {"step": {"id": "s2"}}})
    assert heard.since == 20.0


@pytest.fixture(scope="module")
def today(house: Indoors) -> Iterator[Day]:
    reply = house.regie.post("/regie/oefenen/dag", GOOD)
    assert (reply.status_code, reply.location) == (303, "/regie/oefenen/dag"), reply.text
    one = house.built.house.halls.day
    waited(lambda: all(room.phase != "begint" for room in one.rooms))
    assert [(room.phase, room.heard.fault) for room in one.rooms] == [("open", "")] * 2
    yield one
    house.built.house.halls.end_day()


def test_every_room_has_its_own_house_and_links(house: Indoors, today: Day):
    ports = {room.house.port for room in today.rooms}
    links = [link for room in today.rooms for link in room.invited]
    assert len(ports) == 2 and len(set(links)) == 4
    page = house.regie.get("/regie/oefenen/dag").text
    assert "Zaal 1" in page and "Zaal 2" in page
    assert len(re.findall(r'class="day-link"', page)) == 4
    assert house.regie.post("/regie/oefenen/dag", GOOD).status_code == 409, "one day at a time"
    codes, trainee = re.findall(r'day-code num">(\d{3} \d{3})<', page), Visitor(house)
    assert len(set(codes)) == 4
    for code, link, room in zip(codes, links, ("Zaal 1", "Zaal 1", "Zaal 2", "Zaal 2"), strict=True):
        told = trainee.post("/oefendag", {"code": code}).text
        assert f"Ga naar {room}" in told and link.rpartition("/")[2].partition("#")[0] in told
        assert (trainee.post("/oefendag", {"code": code}).text == told) is ("/stokje/" in link), "who leads comes back"
    reply = trainee.post("/oefendag", {"code": "geen code"})
    assert (reply.status_code, "Deze code hoort niet bij een zaal" in reply.text) == (409, True)
    assert trainee.get("/oefendag").status_code == 200


def test_who_guesses_many_codes_is_let_in_by_none(house: Indoors, today: Day):
    """Six digits can be guessed: after ten wrong ones a minute of waiting, and then the right one says nothing."""
    limits, guesser = house.built.house.limits, Visitor(house)
    limits.window.storage.reset()
    replies = [guesser.post("/oefendag", {"code": f"x{number:05}"}).status_code for number in range(12)]
    assert replies == [409] * 10 + [429] * 2
    late = guesser.post("/oefendag", {"code": next(iter(today.codes))})
    assert late.status_code == 429 and day_door.SLOW in late.text and "Ga naar" not in late.text
    limits.window.storage.reset()
    assert "Ga naar Zaal 1" in guesser.post("/oefendag", {"code": next(iter(today.codes))}).text


def test_a_message_reaches_everybody_and_a_remark_comes_back(house: Indoors, today: Day):
    """Who leads a room comes in by the first link, who looks on by the second; both hear and both may remark."""
    room = today.rooms[0]
    lead, look = Browser(room.house.address), Browser(room.house.address)
    assert lead.post("/regie/inloggen", {"secret": room.invited[0].partition("#")[2]}).location == f"/regie/{room.ref}"
    way = look.post("/stokje/" + room.invited[1].rpartition("/")[2], {"name": "Noor"})
    assert way.location == f"/meekijken/{room.ref}"
    assert house.regie.post("/regie/oefenen/dag/bericht", {"message": "Over vijf minuten pauze"}).status_code == 303
    for browser, base in ((lead, "/regie"), (look, "/meekijken")):
        heard = waited(lambda browser=browser, base=base: text_of(browser, f"{base}/{room.ref}/trainer"))
        assert "Over vijf minuten pauze" in heard
        assert browser.post(f"{base}/{room.ref}/trainer", {"remark": f"Gezien vanaf {base}"}).status == 200
        assert browser.post(f"{base}/{room.ref}/trainer", {"remark": " "}).status == 409
    assert "band.js" in lead.get(f"/regie/{room.ref}").text
    assert room.remarks() == ["Gezien vanaf /regie", "Gezien vanaf /meekijken"]
    assert today.rooms[1].remarks() == []
    assert 'name="away"' in house.regie.get("/regie/oefenen/dag").text
    assert house.regie.post("/regie/oefenen/dag/bericht", {"message": "Pauze", "away": "ja"}).status_code == 303
    assert waited(lambda: not json.loads(lead.get(f"/regie/{room.ref}/trainer").text)["text"])


def test_the_trainer_looks_on_and_throws_nobody_out(house: Indoors, today: Day):
    """A control room that opens takes the lead; the trainer comes in beside the trainees, always in the same place."""
    room, trainer = today.rooms[1], Browser(today.rooms[1].house.address)
    for _ in range(2):
        secret = house.regie.get(f"/regie/oefenen/{room.id}/binnen").location.partition("#")[2]
        assert trainer.post("/regie/inloggen", {"secret": secret}).location == f"/regie/{room.ref}/kijk"
        assert trainer.get(f"/regie/{room.ref}/kijk").location == f"/meekijken/{room.ref}"
        assert '"trainee": "De trainer"' in trainer.get(f"/meekijken/{room.ref}").text
    desk = Facilitator(room.desk, room.ref)
    desk.open()
    assert [one["name"] for one in desk.channel("now")["now"]["baton"]["trainees"] if one["used"]] == [""]
    desk.close()


def text_of(browser: Browser, path: str) -> str:
    said = browser.get(path).text
    return said if "pauze" in said else ""


def test_a_message_that_is_too_long_stays_in_its_field(house: Indoors, today: Day):
    reply = house.regie.post("/regie/oefenen/dag/bericht", {"message": "x" * 201})
    assert (reply.status_code, "x" * 201 in reply.text) == (409, True)


def test_the_talk_afterwards_has_it_all_together(house: Indoors, today: Day):
    one, other = today.rooms
    one.heard.hear(
        {"incident": {"id": 1, "name": "wifi", "title": "De wifi valt weg", "phase": "over", "did": ["Wachtte."]}}
    )
    other.heard.hear({"state": {"leads": "Noor", "led": True, "beside": ["Sam"]}})
    stand = house.regie.get("/regie/oefenen/dag/stand").get_json()["rooms"]
    assert [(room["leads"], room["beside"]) for room in stand][1] == ("Noor", ["Sam"])
    other.heard.hear({"incident": {"id": 2, "name": "stil", "title": "Niemand schrijft", "phase": "over", "did": []}})
    other.heard.hear({"incident": {"id": 3, "name": "wifi", "title": "Kon nu niet", "phase": "over", "skipped": True}})
    for room, remark in ((one.id, "Rustige opening"), ("", "Iedereen had te weinig tijd")):
        assert house.regie.post("/regie/oefenen/dag/nabespreken", {"room": room, "remark": remark}).status_code == 303
    page = house.regie.get("/regie/oefenen/dag/nabespreken").text
    for said in ("De wifi valt weg", "Wachtte.", "In de regie was niets te zien", "Rustige opening", "te weinig tijd"):
        assert said in page
    assert "Kon nu niet" not in page, "what did not happen is nothing to talk about"
    assert house.regie.post("/regie/oefenen/dag/nabespreken", {"room": one.id, "remark": ""}).status_code == 409


def test_planned_and_real_minutes_are_those_of_reading_the_room(house: Indoors, today: Day):
    """One way of counting, and a way to all of the figures of that room; what cannot be asked is said."""
    one = today.rooms[0]
    desk = Facilitator(one.desk, one.ref)
    desk.open()
    desk.go(desk.meeting["steps"][0])
    desk.close()
    figures = Browser(one.house.address)
    secret = house.regie.get(f"/regie/oefenen/{one.id}/lezen").location.partition("#")[2]
    assert figures.post("/regie/inloggen", {"secret": secret}).location == f"/regie/{one.ref}/zaal"

    def read() -> list[int]:
        page = figures.get(f"/regie/{one.ref}/zaal").text
        return [int(number) for number in re.findall(r"nu <strong>(\d+)</strong> min", page)]

    before = waited(lambda: (found := read()) and found[0] and found)
    page = house.regie.get("/regie/oefenen/dag/nabespreken").text
    [told] = re.findall(r"Kansen en verbeterpunten.*?<td class=\"num\">25 min</td><td.*?<strong>(\d+) min", page)
    assert before[0] <= int(told) <= read()[0]
    assert "Deze zaal is nog niet begonnen" in page and page.count("De zaal lezen") == 1
    one.desk.address = "http://127.0.0.1:9"
    assert "zijn nu niet te lezen" in house.regie.get("/regie/oefenen/dag/nabespreken").text


def test_the_end_takes_all_rooms_away(house: Indoors, today: Day):
    folders = [room.house.folder for room in today.rooms]
    assert house.regie.post("/regie/oefenen/dag/weg").status_code == 303
    waited(lambda: not any(folder.exists() for folder in folders))
    assert house.built.house.halls.day is None
    assert house.regie.get("/regie/oefenen/dag/stand").get_json() == {"rooms": []}
    for visitor, path, said in (
        (house.regie, "/regie/oefenen/dag/nabespreken", "De oefendag is gestopt"),
        (Visitor(house), "/oefendag", "Er is nu geen oefendag"),
    ):
        reply = visitor.get(path)
        assert (reply.status_code, said in reply.text) == (404, True)
