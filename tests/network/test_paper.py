"""The map in the Word report: a page of its own on its side, two sentences that tell its gist, the list at the end."""

from __future__ import annotations

import pytest

from facilitator.rehearsal.paper import read
from facilitator.settings import ROOT
from tests.network.played import Played, played
from tests.report.opened import Opened, W

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
EMU_PER_CM = 360_000


@pytest.fixture(scope="module")
def stage(tmp_path_factory) -> Played:
    return played(ROOT / "exercises" / "scripts" / "pilot-midden-drenthe.yaml", tmp_path_factory.mktemp("kaart"))


@pytest.fixture(scope="module")
def report(stage) -> bytes:
    return stage.house.regie.get(f"/regie/{stage.house.ref}/verslag.docx?soort=volledig&namen=ja").data


def test_the_map_lies_large_on_a_page_on_its_side_with_its_headings(report):
    opened = Opened(report)
    turned = [size.get(f"{W}orient", "portrait") for size in opened.find("//w:sectPr/w:pgSz")]
    assert turned == ["portrait", "landscape", "portrait"]
    [picture] = opened.find("//wp:inline")
    assert int(picture.find(f"{WP}extent").get("cx")) > 22 * EMU_PER_CM
    section, words = 0, {0: "", 1: "", 2: ""}
    for paragraph in opened.find("/w:document/w:body/w:p"):
        words[section] += "".join(paragraph.itertext()) + "\n"
        section += len(paragraph.findall(f"{W}pPr/{W}sectPr"))
    assert "De kaart\nWie werken er samen rond de mantelzorger?\nOp de kaart staan 18 organisaties." in words[1]
    assert "Wat de kaart vertelt" in words[2] and "Bijlage bij: Wie werken er samen" in words[2]


def test_who_cannot_see_it_is_told_the_gist_in_two_sentences(report):
    [picture] = Opened(report).find("//wp:docPr")
    assert picture.get("descr") == (
        "Een tafel met 18 organisaties en 15 lijnen van samenwerking, en één lijn die nog ontbreekt."
        " Gemeente Midden-Drenthe heeft de meeste lijnen (10), en alle lijnen staan in de bijlage."
    )


def test_every_line_stands_in_the_list_at_the_end(report):
    rows = [row for row in read(report).rows if len(row) == 4 and row[2] in ("gaat goed", "samen getekend")]
    assert len(rows) == 12, rows
    assert read(report).lines.count("Alle lijnen") == 1, "as the name of the table, and nowhere else"
