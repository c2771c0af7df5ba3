"""Papers besides the report: the forms, empty and filled, held to the rules of the report."""

import pytest

from facilitator.chain.checklist import FORM
from facilitator.chain.kind import Page
from facilitator.chain.paper import Table
from facilitator.report import blanks, forms
from tests.report.opened import Opened, W
from tests.report.test_checks import CHECKS, title

RULES = [check for check in CHECKS if check is not title]
AT = 1_795_000_000.0
ENTITIES = [
    {"id": "keten", "type": "chain", "name": "Keten Veluwerand"},
    {"id": "o1", "type": "organisation", "name": "Gemeente Ede", "sort": "gemeente"},
    {"id": "o2", "type": "organisation", "name": "Steunpunt", "sort": "steunpunt"},
    {"id": "o3", "type": "organisation", "name": "Nooit geweest", "sort": "zorg"},
    {"id": "p1", "type": "participant", "name": "Sanne", "org": "o1", "profession": "beleidsadviseur"},
    {"id": "p2", "type": "participant", "name": "Els", "org": "o2", "profession": "consulent"},
    {"id": "g1", "type": "goal", "text": "Eén telefoonnummer", "adopted": True},
    {"id": "g2", "type": "goal", "text": "Niet aangenomen", "adopted": False},
    {"id": "g3", "type": "goal", "text": "Elke huisarts vraagt ernaar", "adopted": True, "block": 2},
    {"id": "q1", "type": "partner", "sort": "organisation", "key": "municipality", "stand": "table"},
    {"id": "q2", "type": "partner", "sort": "organisation", "key": "health", "stand": "none"},
    {"id": "q3", "type": "partner", "sort": "person", "name": "De apotheker", "stand": "invite"},
    {"id": "q4", "type": "partner", "sort": "person", "name": "Een voorstel", "proposal": True},
    {"id": "x2", "type": "instrument", "name": "Een voorstel", "block": 2, "proposal": True},
    {"id": "x1", "type": "instrument", "name": "Startgesprek", "block": 2, "group": "partners"},
    {"id": "h1", "type": "role", "slot": "chain_director", "organisation": "o1", "contact": "sanne"},
    {"id": "h2", "type": "role", "slot": "quality_guardian.2", "organisation": "o2", "contact": "Youssef"},
    {"id": "h3", "type": "role", "slot": "executor.x1", "organisation": "o2", "contact": "Els"},
    {"id": "h4", "type": "role", "slot": "developer.x1", "organisation": "o1"},
    {"id": "a1", "type": "action", "what": "Klaar", "status": "voltooid", "when": "2026-01-01", "block": 2},
    {"id": "a2", "type": "action", "what": "Zonder dag", "status": "bezig", "block": 2},
    {
        "id": "a3",
        "type": "action",
        "what": "Eerst",
        "who": "Els",
        "status": "bezig",
        "when": "2027-03-01",
        "block": 2,
        "subs": ["a6"],
    },
    {"id": "a4", "type": "action", "what": "Los", "status": "nog niet begonnen"},
    {"id": "a6", "type": "action", "what": "Een deel", "status": "bezig", "under": "a3"},
    {"id": "a7", "type": "action", "what": "Een los deel", "status": "bezig", "under": "a5", "whole": "Weg"},
    {"id": "a5", "type": "action", "what": "Weg", "status": "bezig", "gone": True},
]


def keten(names: bool = True, *left_out: str) -> Page:
    return Page({one["id"]: one for one in ENTITIES if one["type"] not in left_out}, names=names, today="2026-11-22")


@pytest.fixture(scope="module")
def papers() -> dict[str, Opened]:
    """Every paper, opened again."""
    found = {f"leeg {number}": blanks.empty(number) for number in blanks.NAMES}
    found |= {f"vol {number}": forms.document(number, keten(), "Keten Veluwerand", AT) for number in blanks.NAMES}
    bare = Page({"keten": ENTITIES[0]}, today="2026-11-22")
    found |= {f"niets {number}": forms.document(number, bare, "Keten Veluwerand", AT) for number in blanks.NAMES}
    return {name: Opened(data) for name, data in found.items()}


@pytest.mark.parametrize("check", RULES, ids=lambda check: check.__name__)
def test_every_paper_keeps_the_rule(papers, check):
    for paper in papers.values():
        if check.__name__ != "headings_in_order" or paper.outline():
            check(paper)


def test_every_paper_has_a_title_of_its_own(papers):
    titles = {name: paper.lines("Title") for name, paper in papers.items()}
    assert titles["leeg 4"] == ["Formulier 4: Actielijst"]
    assert all([paper.document.core_properties.title] == titles[name] for name, paper in papers.items())


def test_an_empty_form_has_the_columns_of_the_handreiking_and_room_to_write(papers):
    assert [len(papers[f"leeg {number}"].document.tables) for number in blanks.NAMES] == [3, 4, 1 + 7 * 3, 1 + 7]
    assert papers["leeg 2"].cells(3)[0] == blanks.PARTIES and papers["leeg 3"].cells(3)[0] == blanks.TOOLS
    assert papers["leeg 4"].cells(1)[0][1:] == blanks.ACTIONS[1:]
    names = [row[0] for row in (*papers["leeg 1"].cells(1)[1:15], *papers["leeg 1"].cells(2)[1:15])]
    assert names == [name for lines in FORM.values() for name in lines.values()]
    for number in blanks.NAMES:
        for row in papers[f"leeg {number}"].find("//w:tbl/w:tr[position() > 1]"):
            assert int(row.find(f"{W}trPr/{W}trHeight").get(f"{W}val")) >= 0.8 * 560


def test_form_4_lies_on_its_side_from_the_first_page(papers):
    for name in ("leeg 4", "vol 4"):
        assert set(papers[name].find("//w:pgSz/@w:orient")) == {"landscape"}


def test_form_1_tells_what_the_keten_said_of_every_line_and_of_its_own(papers):
    paper = papers["vol 1"]
    organisations, persons = paper.cells(0)[1:], paper.cells(1)[1:]
    assert [row for row in organisations if any(row[1:])] == [
        ["Gemeente", "x", "", "aan tafel"],
        ["GGD", "", "x", "niet nodig"],
    ]
    assert len(organisations) == 14 and persons[14:] == [["De apotheker", "", "x", "nog uitnodigen"]]


def test_form_2_tells_goals_roles_and_partners_and_leaves_room_for_the_rest(papers):
    paper = papers["vol 2"]
    assert paper.lines("ListNumber") == ["Eén telefoonnummer"]
    assert paper.cells(0)[1:] == [
        ["Ketenregisseur", "Gemeente Ede", "sanne", "beleidsadviseur", ""],
        ["Centraal informatiepunt", "nog te beleggen", "", "", ""],
    ]
    assert [row[:2] for row in paper.cells(1)[1:]] == [["Gemeente Ede", "sanne"], ["Steunpunt", "Youssef\nEls"]]


def test_form_3_tells_per_building_block_what_there_is(papers):
    paper = papers["vol 3"]
    assert [text for _, text in paper.outline()] == ["Bouwsteen 2: Preventie en vroegsignalering"]
    assert paper.lines("ListNumber") == ["Elke huisarts vraagt ernaar"]
    assert paper.cells(0)[1] == ["Steunpunt", "Youssef", "", ""]
    assert paper.cells(1)[1] == ["Startgesprek\npartners", "Steunpunt (Els)", "Gemeente Ede"]


def test_form_4_puts_what_is_open_first_with_its_subactions_and_never_what_was_removed(papers):
    paper = papers["vol 4"]
    assert [row[:2] for row in paper.cells(0)[1:]] == [
        ["1", "Eerst"],
        ["1a", "Een deel"],
        ["2", "Zonder dag"],
        ["3", "Klaar"],
    ]
    assert [row[1].splitlines()[0] for row in paper.cells(1)[1:]] == ["Los", "Een los deel"]


def test_without_names_no_person_is_in_a_form():
    for number in (2, 3):
        told = "".join(Opened(forms.document(number, keten(False, "participant"), "Keten", AT)).xml().itertext())
        assert "Gemeente Ede" in told and "Youssef" not in told and "sanne" not in told


def test_a_form_with_nothing_to_tell_says_so(papers):
    assert papers["niets 4"].lines("BodyText") == ["Er zijn nog geen acties afgesproken."]


def test_in_the_report_a_column_without_anything_is_left_out():
    tables = [block for block in forms.chapter(keten()) if isinstance(block, Table)]
    assert [block.header for block in tables[2:4]] == [
        ["Rol", "Organisatie", "Naam", "Functie"],
        ["Naam organisatie of sleutelpersoon", "Naam aanspreekpunt"],
    ]
    assert forms.chapter(Page({"keten": ENTITIES[0]})) == []
