"""Tables: header repeated, rows whole, no merged cells, widths as asked, described for who cannot see them."""

import pytest

from facilitator.chain.paper import Table
from facilitator.report.styles import TEXT_WIDTH
from facilitator.report.tables import column_widths
from facilitator.report.word import write
from tests.report.opened import Opened, W
from tests.report.sample import ACTIONS, NOTES


def opened(table: Table) -> Opened:
    return Opened(write([table], title="Verslag"))


def test_cells_hold_what_was_given():
    assert opened(ACTIONS).cells() == [ACTIONS.header, *ACTIONS.rows]


def test_the_header_row_repeats_and_no_row_is_split():
    report = opened(NOTES)
    rows = report.find("//w:tr")
    assert [bool(row.findall(f"{W}trPr/{W}tblHeader")) for row in rows] == [True] + [False] * len(NOTES.rows)
    assert all(row.findall(f"{W}trPr/{W}cantSplit") for row in rows)
    assert report.find("//w:tblLook/@w:firstRow") == ["1"]


def test_no_cell_is_merged_and_each_has_one_paragraph():
    report = opened(ACTIONS)
    assert report.find("//w:gridSpan | //w:vMerge | //w:hMerge") == []
    assert {len(cell.findall(f"{W}p")) for cell in report.find("//w:tc")} == {1}


def test_the_header_is_bold_ink_on_green_tint():
    report = opened(NOTES)
    assert report.find("//w:tr[1]/w:tc/w:tcPr/w:shd/@w:fill") == ["E3EFEC"] * 3
    assert report.find("//w:tr[position()>1]//w:shd") == []
    assert set(report.find("//w:tr[1]//w:pStyle/@w:val")) == {"CellHead"}
    assert report.find("//w:style[@w:styleId='CellHead']/w:rPr/w:b", "word/styles.xml")


def test_the_caption_stands_above_and_tells_the_screen_reader():
    report = opened(ACTIONS)
    assert report.lines("Caption") == ["Alle acties op volgorde"]
    assert report.find("//w:tbl/preceding-sibling::w:p[1]/w:pPr/w:pStyle/@w:val") == ["Caption"]
    assert report.find("//w:tblCaption/@w:val") == ["Alle acties op volgorde"]
    columns = "Nr, Wat, Wie, Voor wanneer, Status, Bijzonderheden, Waarom hier"
    assert report.find("//w:tblDescription/@w:val") == [f"Tabel met 2 rijen. Kolommen: {columns}."]


def test_widths_are_relative_and_fill_the_text():
    even = Table(["a", "b", "c"], [["x", "y", "z"]], widths=[1, 2, 1])
    assert column_widths(even) == [TEXT_WIDTH // 4, TEXT_WIDTH - 2 * (TEXT_WIDTH // 4), TEXT_WIDTH // 4]
    report = opened(ACTIONS)
    grid = [int(width) for width in report.find("//w:gridCol/@w:w")]
    assert sum(grid) == TEXT_WIDTH
    for row in report.find("//w:tr"):
        assert [int(cell.find(f"{W}tcPr/{W}tcW").get(f"{W}w")) for cell in row.findall(f"{W}tc")] == grid


def test_a_narrow_column_still_keeps_its_words_whole():
    tight = column_widths(Table(["Nr", "Tekst"], [["120", "lang " * 40]], widths=[1, 1000]))
    assert 500 < tight[0] < 800
    assert sum(tight) == TEXT_WIDTH


def test_one_endless_word_does_not_take_the_table_over():
    widths = column_widths(Table(["Nr", "Briefje", "Van"], [["1", "A" * 280, "Steunpunt"]], widths=[1, 6, 3]))
    assert widths[1] < TEXT_WIDTH * 0.7
    assert min(widths) > 300


def test_without_widths_the_text_decides():
    widths = column_widths(NOTES)
    assert sum(widths) == TEXT_WIDTH
    assert widths[0] < widths[2] < widths[1]


def test_figures_stand_to_the_right():
    report = opened(Table(["Thema", "Stemmen", "Leeg"], [["Taal", "12", ""], ["3 loketten", "–", ""]]))
    right = [cell.find(f"{W}p/{W}pPr/{W}jc") is not None for cell in report.find("//w:tc")]
    assert right == [False, True, False] * 3


def test_a_table_that_does_not_fit_its_header_is_refused():
    for table, words in (
        (Table(["a", "b"], [["1", "2"], ["3"]], caption="T"), "row 2: 1 cells under 2 headings"),
        (Table([], []), "no header"),
        (Table(["a"], [["b"]], widths=[1, 2]), "widths"),
        (Table(["a"], [["b"]], widths=[0]), "widths"),
    ):
        with pytest.raises(ValueError, match=words):
            write([table], title="Verslag")


def test_a_table_without_rows_is_only_its_header():
    report = opened(Table(["Wat", "Wie"], [], caption="Leeg formulier"))
    assert report.cells() == [["Wat", "Wie"]]
    assert report.find("//w:tblDescription/@w:val") == ["Tabel met 0 rijen. Kolommen: Wat, Wie."]
