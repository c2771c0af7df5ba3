"""P5: names go when their days are over, by themselves, out of every byte; what people made stays. Our clock."""

from __future__ import annotations

import html
import io
import re
from typing import Any

import pytest

from facilitator.app import create_app
from facilitator.chain import retention
from facilitator.chain.command import CONTACT, Seat
from facilitator.rooms.keeping import SPARED, Keeper
from facilitator.settings import Settings
from facilitator.store.ledger import Entry
from tests.web.indoors import ADDRESS, NOON, Indoors, Visitor

DAY = 24 * 3600.0
TERMS = {7: "Wilhelmientje", 30: "Bartholomeus", 90: "Philomena", 365: "Cornelisje"}


def text(page: str) -> str:
    body = re.sub(r"<[^>]+>", " ", page.partition("<main")[2])
    return " ".join(html.unescape(body).split())


def meet(house: Indoors, days: int | str, *names: str, close: bool = True, **more: Any) -> str:
    """A meeting of the keten with these people, for whom so many days were chosen."""
    fields = {"title": f"Na {days}", "template": "workshop", "retention": str(days), **more}
    reply = house.regie.post(f"/regie/ketens/{house.keten}/bijeenkomsten", fields)
    assert reply.status_code == 303, reply.text
    house.ref = reply.location.rpartition("/")[2]
    house.meeting = house.ref.partition("-")[2]
    house.do("meeting.open")
    for name in names:
        house.join(name)
    if close:
        house.do("meeting.close")
    return house.meeting


def at(house: Indoors, day: int) -> None:
    """It is so many days later, and the house looks around, as it does all the time."""
    house.now = NOON + day * DAY
    house.built.house.keeper.look()
    for _ in range(2):  # what follows from an erasure is written after it
        assert house.built.house.written(Entry(""))


def kept(house: Indoors) -> set[str]:
    """Whose names are somewhere on the disk."""
    folder = house.built.ledger.path
    everything = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    return {name for name in (*TERMS.values(), "Hendrikus", "Rozemarijn", "Ambrosius") if name.encode() in everything}


def shown(house: Indoors, path: str) -> str:
    reply = house.regie.get(path)
    assert reply.status_code == 200
    return text(reply.text)


@pytest.fixture(scope="module")
def indoors(tmp_path_factory):
    house = Indoors(tmp_path_factory.mktemp("bewaren"))
    yield house
    house.close()


@pytest.fixture
def house(indoors):
    """A keten of its own on the first day; all of it goes afterwards."""
    indoors.now, indoors.built.house.keeper.looked = NOON, None
    indoors.built.house.rooms.set(SPARED, "")
    indoors.begin()
    yield indoors
    gone = indoors.regie.post(f"/regie/ketens/{indoors.keten}/wissen", {"name": "Veluwerand"})
    assert gone.status_code == 303 and kept(indoors) == set()


def test_p5_names_are_gone_on_time_and_nothing_else_is(house):
    for days, name in TERMS.items():
        meet(house, days, name)
    everything = len(house.room.chain.entities)
    at(house, 0)
    assert kept(house) == set(TERMS.values()), "this is where they would be"
    for day in (6, 7, 8, 29, 30, 31, 89, 90, 91, 365, 366):
        at(house, day)
        assert kept(house) == {name for days, name in TERMS.items() if day <= days}, day
        seq = house.room.chain.seq
        house.built.house.keeper.looked = None
        at(house, day)
        assert house.room.chain.seq == seq, "the second time nothing happens"
    assert len(house.room.chain.entities) == everything and len(house.room.people) == 0
    assert [one["erased_due"] for one in house.room.chain.of_type("meeting") if one["state"] == "closed"] == [True] * 4


def test_p5_it_happens_at_the_start(tmp_path):
    house = Indoors(tmp_path)
    meet(house, 7, TERMS[7])
    house.close()

    def later() -> float:
        return NOON + 8 * DAY

    house.built = create_app(Settings(data=tmp_path), 8000, later)
    assert house.built.house.written(None)
    assert kept(house) == set()
    house.close()


def test_contact_people_and_actions_stay_and_who_told_beforehand_goes(house):
    meet(house, 30, TERMS[30], close=False)
    link = "ab" * 32
    house.do("intake.give", hash=link, until="2026-12-01")
    wicket = next(house.room.chain.of_type("intake"))["id"]
    body = {"organisation": "Icare", "name": "Hendrikus", "proof": "cd" * 32, "number": "50"}
    seat = Seat(CONTACT, house.meeting, wicket)
    assert house.built.house.ask(house.room, "intake.tell", body, seat)["ok"]
    house.built.house.trainees.call((house.keten, house.meeting), "Ambrosius")  # how trainees know the facilitator
    step = house.do("step.add", exercise="rollen-verdelen", after="")["ids"][0]
    house.do("meeting.go", step=step)
    role = {"slot": "chain_director", "organisation": "Gemeente Ede", "contact": "Rozemarijn"}
    held = house.do("role.assign", step=step, **role)["ids"][-1]
    person = next(house.room.chain.of_type("participant", house.meeting))["id"]
    actions = house.step("acties")
    made = house.do("action.make", step=actions, what="Bellen", owners=[held, person])["ids"][0]
    house.do("meeting.close")
    assert kept(house) == {TERMS[30], "Hendrikus", "Rozemarijn", "Ambrosius"}
    at(house, 31)
    assert kept(house) == {"Rozemarijn"}
    action = next(one for one in house.seen("report", "action") if one["id"] == made)
    assert action["who"] == "Rozemarijn (Gemeente Ede) en iemand van Gemeente Ede"


def test_the_facilitator_is_told_before_and_after_and_can_make_it_longer(house):
    meeting, home, page = meet(house, 30, TERMS[30]), f"/regie/ketens/{house.keten}", f"/regie/{house.ref}/bewaren"
    phone = next(one for one in house.seen("phone", "meeting") if one["id"] == meeting)
    assert phone["until"] == "2026-12-22"
    at(house, 23)
    assert "gewist" not in shown(house, "/regie").replace("Daarna wist", "")
    at(house, 28)
    for where in ("/regie", home):
        assert "Over 3 dagen worden de namen van Na 30 gewist. Bekijk of verleng" in shown(house, where)
    assert "tot en met 22 december 2026 (30 dagen)" in shown(house, page)
    for days, say in (("7", "Korter bewaren kan hier niet."), ("400", "Kies een termijn."), ("", "Kies een termijn.")):
        reply = house.regie.post(page, {"days": days})
        assert (reply.status_code, say in text(reply.text)) == (409, True)
    assert house.regie.post(page, {"days": "90"}).status_code == 303
    assert "tot en met 20 februari 2027 (90 dagen)" in shown(house, page)
    at(house, 31)
    assert kept(house) == {TERMS[30]} and "worden de namen" not in shown(house, "/regie")
    at(house, 90)
    assert "Morgen worden de namen van Na 30 gewist." in shown(house, "/regie")
    at(house, 91)
    for where in ("/regie", home):
        assert "De namen van Na 30 zijn op 21 februari gewist" in shown(house, where)
    assert "De namen zijn gewist op 21 februari 2027." in shown(house, page)
    assert house.regie.post(page, {"days": "90"}).status_code == 409
    at(house, 106)
    assert "zijn op 21 februari gewist" not in shown(house, "/regie")


def test_an_open_door_keeps_names_and_says_so(house):
    meet(house, 7, TERMS[7], close=False)
    code = house.built.house.rooms.code(house.keten, house.meeting)
    door = Visitor(house).get(f"/tafel/{house.ref}?code={code}").text
    assert "alleen op de computer van de begeleider, tot en met 29 november 2026." in door
    at(house, 9)
    assert kept(house) == {TERMS[7]}
    assert "is voorbij, maar de bijeenkomst staat nog open. Sluit haar af" in shown(house, "/regie")
    house.do("meeting.close")
    at(house, 10)
    assert kept(house) == set()


def test_the_form_asks_how_long_and_30_days_is_usual(house):
    page = house.regie.get("/regie").text
    assert re.findall(r'name="retention" value="(\d+)"( checked)?', page)[:4] == [
        ("7", ""),
        ("30", " checked"),
        ("90", ""),
        ("365", ""),
    ]
    for said, days in (("90", 90), ("1000", retention.USUAL), ("", retention.USUAL)):
        assert house.room.chain.entities[meet(house, said)]["retention"] == days
    refused = house.regie.post(f"/regie/ketens/{house.keten}/bijeenkomsten", {"template": "workshop", "retention": "7"})
    assert refused.status_code == 409 and 'value="7" checked' in refused.text


def test_a_folder_of_an_older_house_is_spared_for_a_week(house):
    """Nobody was told yet: first it is said, then it happens."""
    meet(house, 7, TERMS[7])
    rooms = house.built.house.rooms
    del rooms.settings[SPARED]
    house.built.house.keeper = Keeper(rooms, house.built.wire.erased)
    at(house, 40)
    assert kept(house) == {TERMS[7]}
    assert "Over 7 dagen worden de namen van Na 7 gewist." in shown(house, "/regie")
    at(house, 46)
    assert kept(house) == {TERMS[7]}
    at(house, 47)
    assert kept(house) == set()


def test_a_keten_that_comes_back_brings_no_names_that_are_over_their_day(house):
    meet(house, 7, TERMS[7])
    meet(house, 90, TERMS[90])
    file = house.regie.get(f"/regie/ketens/{house.keten}/meenemen/keten.keten?namen=ja").data
    house.do("people.erase")
    at(house, 8)
    assert kept(house) == set()
    form = {"file": (io.BytesIO(file), "keten.keten")}
    client = house.regie.client
    reply = client.post("/regie/ketens/openen", base_url=ADDRESS, data=form, headers={"Origin": ADDRESS})
    assert "De bewaartermijn van 1 naam is voorbij: die komt niet mee." in text(reply.text)
    word = re.search(r'action="(/regie/ketens/openen/[^"]+)"', reply.text)[1]
    assert house.regie.post(word).status_code == 303
    at(house, 9)
    assert kept(house) == {TERMS[90]}
    house.keten = list(house.built.house.rooms.rooms)[-1]
    assert house.regie.post(f"/regie/ketens/{house.keten}/wissen", {"name": "Veluwerand (kopie)"}).status_code == 303
    house.keten = list(house.built.house.rooms.rooms)[-1]
