"""A keten that goes to another laptop by its .keten: the house style goes along, open votes come in closed."""

import html
import io
import re

import pytest

from facilitator.chain.command import PARTICIPANT, Seat
from facilitator.chain.sealing import MOVED
from facilitator.luggage import keten
from tests.report.municipal import docx, png
from tests.web.indoors import Indoors
from tests.web.test_looks import COLOURS, looks, report, save

OPEN = "/regie/ketens/openen"


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    """A keten with a house style, and an open vote in which somebody chose."""
    house = Indoors(tmp_path_factory.mktemp("carried"))
    save(house, **COLOURS, logo=png(), template=docx())
    wall = next(one["from"] for one in house.room.chain.steps(house.meeting) if one["kind"] == "stemmen")
    house.do("meeting.go", step=wall)
    house.do("note.post", step=wall, lane="1", text="Eén nummer")
    house.do("step.reveal", step=wall, on=True)
    house.vote = house.step("stemmen")
    yield house
    house.close()


def cast(house, room, seat):
    [first, *_] = room.chain.entities[house.vote]["state"]["candidates"]
    return house.built.house.ask(room, "ballot.cast", {"step": house.vote, "choices": {first: 1}}, seat)


def brought(house, body: bytes) -> str:
    """The page that says what is in a file; its word is behind the address of its form."""
    reply = house.regie.post(OPEN, {"file": (io.BytesIO(body), "veluwe.keten")})
    assert reply.status_code == 200, reply.text
    return reply.text


def add(house, page: str):
    """Say yes; the room that came of it."""
    where = re.search(rf'action="({OPEN}/[^"]+)"', page)[1]
    reply = house.regie.post(where)
    assert reply.status_code == 303, reply.text
    return house.built.house.rooms.get(reply.location.rpartition("#")[2])


def text(page: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


def test_the_house_style_and_the_votes_that_were_open_go_along(house):
    assert cast(house, house.room, house.join("Els").seat)["ok"]
    file = house.regie.get("/regie/ketens/k1/meenemen/keten.keten").data
    page = brought(house, file)
    assert "Met de huisstijl van de verslagen: kleuren, logo en eigen sjabloon." in text(page)
    title = house.room.chain.entities[house.vote]["title"]
    assert f"Hier liep nog een keuze: “ {title} ”. Die komt gesloten binnen. Wat gekozen is, telt mee." in text(page)
    room = add(house, page)
    assert looks(report(house, f"{room.id}-{house.meeting}")) == looks(report(house)) == ("8A1F3D", True, "60")
    answer = cast(house, room, Seat(PARTICIPANT, house.meeting, next(room.chain.of_type("participant"))["id"]))
    assert (answer["ok"], answer["say"]) == (False, MOVED)
    assert len(list(room.chain.of_type("ballot"))) == 1
    assert room.chain.entities[house.vote]["state"]["closed"]
    room.load()
    assert room.chain.entities[house.vote]["moved"], "it is in the book"
    assert cast(house, house.room, house.join("Jan").seat)["ok"], "here it goes on"
    again = brought(house, house.regie.get(f"/regie/ketens/{room.id}/meenemen/keten.keten").data)
    assert "liep nog" not in again, "it was closed already, and such a book travels on"


@pytest.mark.parametrize(
    ("look", "say"),
    [
        ({"main": "#ffd966", "tint": "#d9e4f8"}, "Deze kleur is te licht voor letters"),
        ({"logo": "Z2VlbiBwbGFhdGpl"}, "Dit is geen plaatje."),
        ({"logo": "@@@"}, "Dit is geen plaatje."),
        ({"template": "Z2VlbiBXb3Jk"}, "Dit is geen Word-bestand."),
    ],
)
def test_a_house_style_that_we_would_refuse_stays_out_and_the_keten_comes_in(house, look, say):
    room = house.room
    file = keten.pack("Veluwe", room.rooms.ledger.read(room.id), {}, house.now, "0.1.0", look)
    page = brought(house, file)
    assert f"De huisstijl uit dit bestand nemen wij niet over. {say}" in text(page)
    there = add(house, page)
    assert [
        key for key in house.built.house.rooms.settings if f"{there.id}-main" in key or f"{there.id}-logo" in key
    ] == []


def test_a_house_style_of_another_shape_is_no_file_of_ours(house):
    file = keten.pack("Veluwe", house.room.rooms.ledger.read("k1"), {}, house.now, "0.1.0", {"main": "1f4788"})
    assert keten.unpack(file).look == {"main": "1f4788"}
    with pytest.raises(keten.Refused) as refused:
        keten.read_look(b'{"main": "1f4788", "script": "x"}')
    assert refused.value.say.startswith(keten.STRANGE)
