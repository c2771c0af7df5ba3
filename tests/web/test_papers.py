"""Papieren: one page where every paper is found, and each of them comes as a file that opens."""

import re

import pytest

from facilitator.web.house import KEY_COOKIE
from tests.report.opened import Opened
from tests.web.indoors import Indoors
from tests.web.shelf import page, paper

FORM = "/regie/ketens/k1/papieren/formulier-{}.docx"


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    """Somebody at the table, a director with a contact person, a line of the checklist, and an action with a day."""
    house = Indoors(tmp_path_factory.mktemp("papers"))
    house.join("Els", "Steunpunt")
    last = house.room.chain.steps(house.meeting)[-1]["id"]
    for exercise in ("rollen-verdelen", "checklist"):
        house.do("step.add", exercise=exercise, after=last)
    step = house.step("rollen")
    house.do("role.assign", step=step, slot="chain_director", organisation="Gemeente Ede", contact="Marijke")
    house.do("partner.mark", step=house.step("checklist"), row="health", stand="invite")
    house.do("action.make", step=house.step("acties"), what="De huisartsen bellen", who="Els", when="2027-01-15")
    yield house
    house.close()


def links(house: Indoors, address: str) -> list[str]:
    """Where the page's links and buttons lead to, as far as they are files."""
    return re.findall(r'(?:href|formaction)="(/regie/[^"]+\.(?:docx|txt))"', page(house, address))


def test_the_empty_forms_are_one_click_from_the_first_page(house):
    assert 'href="/regie/papieren"' in page(house, "/regie")
    found = links(house, "/regie/papieren")
    assert found == [f"/regie/papieren/formulier-{number}.docx" for number in (1, 2, 3, 4)]
    form = paper(house, found[3])
    assert form.lines("Title") == ["Formulier 4: Actielijst"] and len(form.document.tables) == 8


def test_every_paper_that_a_page_names_is_there(house):
    assert 'href="/regie/ketens/k1/papieren"' in page(house, "/regie/ketens/k1")
    assert f'href="/regie/{house.ref}/papieren"' in page(house, f"/regie/{house.ref}/verslag")
    keten, meeting = links(house, "/regie/ketens/k1/papieren"), links(house, f"/regie/{house.ref}/papieren")
    assert len(set(keten)) == 9 and set(keten) < set(meeting) and len(set(meeting)) == 14
    for file in dict.fromkeys(meeting):
        reply = house.regie.get(file)
        assert reply.status_code == 200 and "attachment" in reply.headers["Content-Disposition"], file


def test_the_filled_forms_hold_what_the_table_made(house):
    lines = [row for table in (0, 1) for row in paper(house, FORM.format(1)).cells(table) if row[3] == "nog uitnodigen"]
    assert lines == [["GGD", "", "x", "nog uitnodigen"]]
    roles = paper(house, FORM.format(2))
    assert roles.cells()[1][:3] == ["Ketenregisseur", "Gemeente Ede", "Marijke"]
    assert sorted(row[:2] for row in roles.cells(1)[1:]) == [["Gemeente Ede", "Marijke"], ["Steunpunt", "Els"]]
    assert paper(house, FORM.format(4)).cells()[1][1:4] == ["De huisartsen bellen", "Els", "15 januari 2027"]


def test_without_names_nobody_is_in_form_2(house):
    roles = paper(house, FORM.format(2) + "?namen=nee")
    assert roles.cells()[1][:3] == ["Ketenregisseur", "Gemeente Ede", ""]
    assert {row[1] for row in roles.cells(1)[1:]} == {""}


def test_invitation_script_and_mail_are_made_from_the_meeting(house):
    base = f"/regie/{house.ref}/papieren"
    script = paper(house, f"{base}/draaiboek.docx?begin=13:30")
    assert script.cells()[1][0] == "13:30"
    assert len(script.cells()) == len(house.room.chain.steps(house.meeting)) + 2
    told = house.regie.get(f"{base}/uitnodiging.txt?begin=half+een").data.decode()
    assert told.startswith("Onderwerp: Uitnodiging De start\r\n") and "- Kennismaking (30 minuten)" in told
    assert told.endswith("Met vriendelijke groet,\r\nMarijke, Gemeente Ede\r\n")
    mail = house.regie.get(f"{base}/verslagmail.txt").data.decode()
    assert "1. De huisartsen bellen (Els, 15 januari 2027)\r\n" in mail
    assert mail.replace("\r\n", "\n").rstrip() in page(house, base)


def test_the_day_that_was_agreed_brings_its_time_along(house):
    step = house.step("planning")
    house.do("date.propose", step=step, day="2027-02-02", start="14:00")
    house.do("date.choose", step=step, date=house.room.chain.entities[step]["state"]["dates"][-1]["id"])
    assert "Wij zien elkaar weer op 2 februari 2027." in page(house, f"/regie/{house.ref}/papieren")
    house.regie.post(
        "/regie/ketens/k1/bijeenkomsten", {"title": "Vervolg", "template": "basisbijeenkomst-1", "date": "2027-02-02"}
    )
    later = [one["id"] for one in house.room.chain.of_type("meeting")][-1]
    assert f'href="/regie/k1-{later}/papieren"' in page(house, "/regie")
    assert 'value="14:00"' in page(house, f"/regie/k1-{later}/papieren")
    told = house.regie.get(f"/regie/k1-{later}/papieren/uitnodiging.txt").data.decode()
    assert "Tijd: 14:00 tot" in told and "- De huisartsen bellen (wie: Els, voor wanneer: 15 januari 2027)" in told
    assert "Wij zien elkaar weer op 2 februari 2027." in page(house, f"/regie/{house.ref}/papieren")


def test_the_papers_say_beforehand_that_a_look_back_will_come(house):
    """Of a meeting that was planned before there was anything to look back at."""
    before = house.keten, house.meeting, house.ref
    house.begin()
    fields = {"title": "Vooruit gepland", "template": "workshop"}
    reply = house.regie.post(f"/regie/ketens/{house.keten}/bijeenkomsten", fields)
    papers = f"{reply.location}/papieren"
    assert "een terugblik" not in page(house, papers)
    house.do("action.make", step=house.step("acties"), what="De huisartsen bellen")
    assert "Er staat nog 1 actie open. Gaat de deur open, dan komt er een terugblik" in page(house, papers)
    house.keten, house.meeting, house.ref = before


def test_papers_are_in_the_house_style_of_the_keten(house):
    house.regie.post("/regie/ketens/k1/huisstijl", {"main": "#1f4788", "tint": "#d9e4f8"})
    for file in (
        FORM.format(2),
        "/regie/ketens/k1/papieren/convenant.docx",
        f"/regie/{house.ref}/papieren/draaiboek.docx",
    ):
        assert b"1F4788" in paper(house, file).files["word/styles.xml"].upper(), file


def test_practice_says_so_on_the_paper_and_in_its_name(house, monkeypatch):
    key = house.regie.client.get_cookie(KEY_COOKIE, "127.0.0.1", "/regie").value
    monkeypatch.setattr(house.built.house, "practice", True)
    house.regie.client.set_cookie(house.built.house.called(KEY_COOKIE), key, domain="127.0.0.1", path="/regie")
    for file in (
        FORM.format(4),
        "/regie/ketens/k1/papieren/convenant.docx",
        f"/regie/{house.ref}/papieren/draaiboek.docx",
        f"/regie/{house.ref}/papieren/kijkformulier.docx",
        f"/regie/{house.ref}/zaal.docx",
        "/regie/trainers/gids.docx",
        "/regie/trainers/kijkformulier.docx",
    ):
        assert paper(house, file).lines("Subtitle") == ["OEFENING: dit gaat niet over een echte keten"], file
        assert "-oefening" in house.regie.get(file).headers["Content-Disposition"], file


def test_the_report_is_made_of_the_parts_that_were_chosen(house):
    base = f"/regie/{house.ref}/verslag"
    assert 'name="deel" value="formulieren"' in page(house, base)
    chosen = paper(house, f"{base}.docx?soort=eigen&deel=acties&deel=bestaat-niet&namen=nee")
    chapters = [name for level, name in chosen.outline() if level == 1]
    assert chapters == ["In het kort", "Acties, op volgorde", "Niet in dit verslag, omdat daarvoor gekozen is"]
    assert any("eigen keuze, zonder namen" in line for line in chosen.lines("CoverLast"))


def test_the_report_of_a_meeting_without_goals_has_those_of_the_keten_in_form_2(house):
    """And its roles, and who came before: as an organisation, nobody by name; nothing of it stands elsewhere."""
    last = house.room.chain.steps(house.meeting)[-1]["id"]
    house.do("step.add", exercise="doelen", after=last)
    goal = house.do("goal.make", step=house.step("doelen"), text="Elke mantelzorger weet de weg")["ids"][0]
    house.do("goal.adopt", goal=goal)
    house.regie.post("/regie/ketens/k1/bijeenkomsten", {"title": "Kort", "template": "kort-overleg"})
    later = [one["id"] for one in house.room.chain.of_type("meeting")][-1]
    for version, names in (("volledig", "ja"), ("deelnemers", "ja"), ("volledig", "nee")):
        report = paper(house, f"/regie/k1-{later}/verslag.docx?soort={version}&namen={names}")
        before, _, form = told(report).partition("Zoals de handreiking ze in bijlage 3 heeft.")
        assert "Elke mantelzorger weet de weg" in form and "Elke mantelzorger weet de weg" not in before
        assert "Ketenregisseur" in form and "Steunpunt" in form
        assert ("Marijke" in form) == (names == "ja") and "Els" not in form
    short = paper(house, f"/regie/k1-{later}/verslag.docx?soort=kort&namen=ja")
    assert "Elke mantelzorger weet de weg" not in told(short)


def told(report: Opened) -> str:
    return "\n".join("".join(one.itertext()) for one in report.find("//w:p"))


def test_a_paper_that_is_not_there_says_so(house):
    for address in ("/regie/papieren/formulier-5.docx", FORM.format("x"), "/regie/ketens/k99/papieren"):
        assert house.regie.get(address).status_code == 404, address
    assert house.regie.get(f"/regie/{house.ref}/papieren/geheim.docx").status_code == 404
