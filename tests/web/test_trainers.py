"""Voor trainers and De zaal lezen: private pages, papers that open, and a list that follows the books."""

import re

import pytest

from facilitator.web.trainers import LONGEST
from tests.web.indoors import Indoors, Visitor
from tests.web.shelf import page, paper


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    """Five people wrote on a wall, and the meeting is over."""
    house = Indoors(tmp_path_factory.mktemp("trainers"), "workshop")
    people = [house.join(f"Wilhelmina {number}", "Steunpunt") for number in range(5)]
    house.wall = house.step("briefjes")
    for number, phone in enumerate(people):
        house.now += 60
        body = {"step": house.wall, "text": f"Geheim nummer {number}"}
        assert house.built.house.ask(house.room, "note.post", body, phone.seat)["ok"]
    house.now += 300
    house.do("meeting.close")
    yield house
    house.close()


def test_the_room_is_read_on_a_page_that_names_nobody(house):
    told = page(house, f"/regie/{house.ref}/zaal")
    assert "Alle 5 mensen met een telefoon brachten iets in." in told and "Er hangen 5 briefjes." in told
    assert "Wilhelmina" not in told and "Geheim" not in told and "Steunpunt" not in told
    assert "Wilhelmina" not in "".join(paper(house, f"/regie/{house.ref}/zaal.docx").xml().itertext())
    assert f'href="/regie/{house.ref}/zaal"' in page(house, f"/regie/{house.ref}/papieren")


def test_nothing_of_it_is_in_a_report(house):
    for version in ("kort", "deelnemers", "volledig"):
        report = paper(house, f"/regie/{house.ref}/verslag.docx?soort={version}")
        told = "".join(report.xml().itertext())
        assert "brachten iets in" not in told and "langer dan gepland" not in told and "De zaal lezen" not in told


def test_every_paper_on_the_shelf_is_there(house):
    assert 'href="/regie/trainers"' in page(house, "/regie")
    links = re.findall(r'(?:href|action)="(/regie/[^"]+)"', page(house, "/regie/trainers"))
    files = [link for link in links if link.endswith(".docx")]
    assert files == ["/regie/trainers/gids.docx", "/regie/trainers/kijkformulier.docx"]
    assert [house.regie.get(link).status_code for link in links] == [200] * len(links)
    guide = paper(house, "/regie/trainers/gids.docx?begin=10:00")
    assert guide.lines("Subtitle") == ["Een dag, 10:00 tot 16:00 uur"]
    assert "Zoals de stap van 12:00." in "".join(guide.xml().itertext()), "the same exercise is told once"
    unclear = paper(house, "/regie/trainers/gids.docx?begin=straks")
    assert unclear.lines("Subtitle") == ["Een dag, 360 minuten"] and unclear.cells()[1][0] == "+0:00"
    watch = paper(house, f"/regie/{house.ref}/papieren/kijkformulier.docx?begin=13:30")
    assert watch.cells(1)[1][0] == "13:30" and watch.lines("Title") == ["Kijkformulier"]


def test_no_page_is_turned_between_a_step_and_what_to_say(house):
    """In the script: the time, the goal and the heading above what to say stand on one page."""
    script = paper(house, f"/regie/{house.ref}/papieren/draaiboek.docx").xml()
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    lines = [("".join(one.itertext()), one) for one in script.iter(f"{w}p")]
    at = [number for number, (text, _) in enumerate(lines) if text == "Zeg of vraag"]
    held = [[one.find(f".//{w}keepNext") is not None for _, one in lines[number - 1 : number]] for number in at]
    assert len(at) > 3 and held == [[True]] * len(at)


def test_what_was_led_follows_the_book(house):
    told = page(house, "/regie/begeleid")
    assert "1 bijeenkomst op deze laptop" in told and "5 telefoons aan tafel" in told and "Briefjes: 1" in told
    house.regie.post("/regie/ketens/k1/bijeenkomsten", {"title": "Nooit begonnen", "template": "workshop"})
    assert "Nooit begonnen" not in page(house, "/regie/begeleid")


def test_a_remark_is_kept_and_refused_when_it_is_too_long(house):
    address = f"/regie/begeleid/{house.ref}"
    assert house.regie.post(address, {"remark": "Meer stilte <b>geven</b>"}).status_code == 303
    assert "Meer stilte &lt;b&gt;geven" in house.regie.get("/regie/begeleid").text
    long = "x" * (LONGEST + 1)
    refused = house.regie.post(address, {"remark": long})
    assert refused.status_code == 409 and long in refused.text and 'role="alert"' in refused.text
    assert "Meer stilte" in page(house, "/regie/begeleid")
    assert house.regie.post(address, {"remark": " "}).status_code == 303
    assert "Meer stilte" not in page(house, "/regie/begeleid")


def test_it_is_for_the_facilitator_only(house):
    stranger = Visitor(house)
    for address in (f"/regie/{house.ref}/zaal", f"/regie/{house.ref}/zaal.docx", "/regie/trainers", "/regie/begeleid"):
        assert stranger.get(address).status_code == 401, address
    assert house.regie.get("/regie/k9-m1/zaal").status_code == 404


def test_a_remark_goes_with_its_keten(house):
    """The last test: after it there is no keten any more."""
    house.regie.post(f"/regie/begeleid/{house.ref}", {"remark": "Weg ermee"})
    assert house.regie.post("/regie/ketens/k1/wissen", {"name": "Veluwerand"}).status_code == 303
    assert "Weg ermee" not in page(house, "/regie/begeleid")
    assert [key for key in house.built.ledger.settings() if "k1" in key] == []


def test_the_report_of_a_training_day_is_not_that_of_a_keten(tmp_path):
    house = Indoors(tmp_path, "train-de-trainer")
    house.join("Wilhelmina", "Bakkerij de Halm")
    house.step("briefjes")
    short = paper(house, f"/regie/{house.ref}/verslag.docx?soort=kort").lines("Lead")
    assert len(short) == 1 and "oefenden mensen" in short[0] and "werken organisaties samen" not in short[0]
    told = "".join(paper(house, f"/regie/{house.ref}/verslag.docx?soort=deelnemers").xml().itertext())
    assert "Aan tafel" in told and "De formulieren van de keten" not in told
    assert "Bakkerij de Halm" in told and "Nog niet aan tafel" not in told + "".join(short)
    house.close()
