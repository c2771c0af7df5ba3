"""Papieren: one page where every paper is found, and each of them comes as a file that opens."""

import re

import pytest

from facilitator.rehearsal.client import Facilitator, Phone
from facilitator.rehearsal.house import House
from tests.report.opened import Opened
from tests.web.test_keten import text

pytestmark = pytest.mark.crowd


@pytest.fixture(scope="module")
def regie():
    """A keten with one meeting, somebody at the table, and an action with a day."""
    house = House(limits=False).start()
    page = Facilitator.sign_in(house.link).make("startbijeenkomst", keten="Veluwerand", title="De start")
    phone = Phone.join(house.address, page.open_door(), "Els", "Steunpunt", "consulent")
    step = next(one["id"] for one in page.list("step") if one["kind"] == "acties")
    page.go(step)
    page.do("action.make", {"step": step, "what": "De huisartsen bellen", "who": "Els", "when": "2027-01-15"})
    page.home = f"/regie/ketens/{page.ref.partition('-')[0]}"
    yield page
    phone.close()
    page.close()
    house.close()


def links(regie: Facilitator, address: str) -> list[str]:
    """Where the page's links and buttons lead to, as far as they are files."""
    page = regie.browser.get(address)
    assert page.status == 200
    return re.findall(r'(?:href|formaction)="(/regie/[^"]+\.(?:docx|txt))"', page.text)


def test_the_empty_forms_are_one_click_from_the_first_page(regie):
    assert 'href="/regie/papieren"' in regie.browser.get("/regie").text
    found = links(regie, "/regie/papieren")
    assert found == [f"/regie/papieren/formulier-{number}.docx" for number in (1, 2, 3, 4)]
    paper = Opened(regie.browser.get(found[3]).body)
    assert paper.lines("Title") == ["Formulier 4: Actielijst"] and len(paper.document.tables) == 8


def test_every_paper_that_a_page_names_is_there(regie):
    assert f'href="{regie.home}/papieren"' in regie.browser.get(regie.home).text
    assert f'href="/regie/{regie.ref}/papieren"' in regie.browser.get(f"/regie/{regie.ref}/verslag").text
    for address in (f"{regie.home}/papieren", f"/regie/{regie.ref}/papieren"):
        found = links(regie, address)
        assert f"{regie.home}/papieren/formulier-2.docx" in found and "/regie/papieren/formulier-2.docx" in found
    for file in set(links(regie, f"/regie/{regie.ref}/papieren")):
        reply = regie.browser.get(file)
        assert reply.status == 200 and "attachment" in reply.headers["Content-Disposition"], file


def test_a_filled_form_holds_what_the_table_made_with_names_or_without(regie):
    told = Opened(regie.browser.get(f"{regie.home}/papieren/formulier-4.docx").body)
    assert told.cells()[1][1:4] == ["De huisartsen bellen", "Els", "15 januari 2027"]
    told = Opened(regie.browser.get(f"{regie.home}/papieren/formulier-2.docx").body)
    assert told.cells(1)[1][:2] == ["Steunpunt", "Els"]
    told = Opened(regie.browser.get(f"{regie.home}/papieren/formulier-2.docx?namen=nee").body)
    assert told.cells(1)[1][:2] == ["Steunpunt", ""]


def test_invitation_script_and_mail_are_made_from_the_meeting(regie):
    base = f"/regie/{regie.ref}/papieren"
    paper = Opened(regie.browser.get(f"{base}/draaiboek.docx?begin=13:30").body)
    assert paper.cells()[1][0] == "13:30" and len(paper.cells()) == len(regie.meeting["steps"]) + 2
    told = regie.browser.get(f"{base}/uitnodiging.txt?begin=half+een").body.decode()
    assert told.startswith("Onderwerp: Uitnodiging De start\r\n") and "Kennismaking (30 minuten)" in told
    mail = regie.browser.get(f"{base}/verslagmail.txt").body.decode()
    assert "1. De huisartsen bellen (Els, 15 januari 2027)\r\n" in mail
    assert "De huisartsen bellen (Els, 15 januari 2027)" in text(regie.browser.get(base).text)
    paper = Opened(regie.browser.get(f"{regie.home}/papieren/convenant.docx").body)
    assert paper.lines("Title") == ["Convenant: een begin"]


def test_the_report_is_made_of_the_parts_that_were_chosen(regie):
    base = f"/regie/{regie.ref}/verslag"
    assert 'name="deel" value="formulieren"' in regie.browser.get(base).text
    chosen = Opened(regie.browser.get(f"{base}.docx?soort=eigen&deel=acties&deel=bestaat-niet&namen=nee").body)
    chapters = [name for level, name in chosen.outline() if level == 1]
    assert chapters == ["In het kort", "Acties, op volgorde", "Niet in dit verslag, omdat daarvoor gekozen is"]
    assert any("eigen keuze, zonder namen" in line for line in chosen.lines("CoverLast"))


def test_a_paper_that_is_not_there_says_so(regie):
    for address in ("/regie/papieren/formulier-5.docx", f"{regie.home}/papieren/x.docx", "/regie/ketens/k99/papieren"):
        assert regie.browser.get(address).status == 404, address
    assert "Papieren" in text(regie.browser.get(f"/regie/{regie.ref}/papieren").text)
