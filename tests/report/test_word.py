"""Blocks in, paragraphs out: in order, in the right style, and none of them empty."""

import pytest

from facilitator.chain.paper import Bullets, Heading, Numbers, PageBreak, Picture, Quote, Table, Text
from facilitator.report.word import write
from tests.report.opened import Opened, W
from tests.report.sample import BLOCKS, COVER, CREATED, TITLE


@pytest.fixture(scope="module")
def report() -> Opened:
    return Opened(write(BLOCKS, title=TITLE, subject="Keten Harderdam", cover=COVER, created=CREATED))


def opened(*blocks, **more) -> Opened:
    return Opened(write(blocks, title="Verslag", **more))


def test_the_cover_stands_under_the_title(report):
    assert report.lines("Title") == [TITLE]
    assert report.lines("Subtitle", "CoverLine", "CoverLast") == COVER
    assert report.lines("CoverLast") == COVER[-1:]


def test_headings_keep_their_order_and_level(report):
    assert report.outline() == [
        (1, "In het kort"),
        (1, "Acties"),
        (2, "Stemmen"),
        (2, "Gesprek"),
        (1, "Bijlage"),
        (2, "Briefjes"),
        (3, "Kansen"),
    ]


def test_no_heading_level_is_skipped():
    report = opened(Heading(3, "a"), Heading(1, "b"), Heading(4, "c"), Heading(9, "d"), Heading(0, "e"))
    assert report.outline() == [(1, "a"), (1, "b"), (2, "c"), (3, "d"), (1, "e")]


def test_each_kind_of_text_has_its_style(report):
    assert report.lines("Lead") == ["Wij waren met 23 mensen van 8 organisaties."]
    assert report.lines("Small") == ["Twee briefjes zijn verborgen."]
    assert report.lines("BodyText") == ["De volgorde volgt de stemmen."]
    assert report.lines("Quote") == ["Ik weet niet waar ik terechtkan."]
    assert report.lines("ListBullet") == ["Niemand belt terug", "Te veel loketten"]


def test_each_numbered_list_starts_at_1_again():
    report = opened(Numbers(["a", "b"]), Text("tussen"), Numbers(["c"]), Numbers(["d", "e"]))
    path = "//w:p[w:pPr/w:pStyle/@w:val='ListNumber']/w:pPr/w:numPr/w:numId/@w:val"
    ids = report.find(path)
    assert [ids.index(one) for one in ids] == [0, 0, 2, 3, 3]
    for one in set(ids):
        count = f"//w:num[@w:numId='{one}']/w:lvlOverride/w:startOverride/@w:val"
        assert report.find(count, "word/numbering.xml") == ["1"]


def test_lists_are_real_lists(report):
    for style, kind in (("ListBullet", "bullet"), ("ListNumber", "decimal")):
        ids = set(report.find(f"//w:p[w:pPr/w:pStyle/@w:val='{style}']/w:pPr/w:numPr/w:numId/@w:val"))
        assert ids
        for one in ids:
            form = report.find(f"//w:num[@w:numId='{one}']/w:abstractNumId/@w:val", "word/numbering.xml")[0]
            path = f"//w:abstractNum[@w:abstractNumId='{form}']/w:lvl/w:numFmt/@w:val"
            assert report.find(path, "word/numbering.xml") == [kind]


def test_the_list_of_contents_links_to_the_chapters(report):
    links = {link.get(f"{W}anchor"): "".join(link.itertext()) for link in report.find("//w:hyperlink")}
    marks = {mark.get(f"{W}name"): "".join(mark.getparent().itertext()) for mark in report.find("//w:bookmarkStart")}
    assert list(links.values()) == ["In het kort", "Acties", "Stemmen", "Gesprek", "Bijlage", "Briefjes"]
    assert links == {name: text for name, text in marks.items() if text != "Kansen"}
    assert report.lines("TOC1", "TOC2") == ["In het kort", "Acties", "Stemmen  ·  Gesprek", "Bijlage", "Briefjes"]


def test_a_short_report_has_no_list_of_contents():
    three = [Heading(1, "a"), Heading(1, "b"), Heading(1, "c")]
    assert opened(*three).lines("TOCHeading") == []
    assert opened(*three, Heading(2, "d")).lines("TOCHeading") == ["Inhoud"]
    assert opened(*three, Heading(2, "d"), contents=False).lines("TOCHeading", "TOC1", "TOC2") == []


def test_no_paragraph_is_empty():
    nothing = ["", "   ", "\n\t", "\x00"]
    report = opened(
        *(kind(text) for kind in (Text, Quote) for text in nothing),
        *(kind(nothing) for kind in (Bullets, Numbers)),
        Heading(1, " "),
        PageBreak(),
        Table(["a"], [["b"]], caption=" "),
        Table(["c"], [["d"]]),
        PageBreak(),
        cover=nothing,
    )
    assert report.written == [("Title", "Verslag"), ("Caption", "Verslag"), ("Caption", "Verslag")]


def test_a_full_report_has_no_empty_paragraph(report):
    for name in ("word/document.xml", "word/header1.xml", "word/footer1.xml", "word/footer2.xml"):
        outside_cells = report.find("//w:p[not(ancestor::w:tc)]", name)
        assert outside_cells
        assert [
            line for line in outside_cells if not line.findall(f".//{W}t") and not line.findall(f".//{W}drawing")
        ] == []


def test_a_page_break_moves_what_follows_to_a_new_page():
    picture = Picture('<svg xmlns="http://www.w3.org/2000/svg" width="10" height="5"/>', "niets", 5)
    for block, style in (
        (Heading(1, "x"), "Heading1"),
        (Text("x"), "BodyText"),
        (Bullets(["x", "y"]), "ListBullet"),
        (Table(["x"], [["y"]]), "Caption"),
        (picture, "Figure"),
    ):
        report = opened(Text("eerst"), PageBreak(), PageBreak(), block, Text("daarna"))
        assert report.find("//w:p[w:pPr/w:pageBreakBefore]/w:pPr/w:pStyle/@w:val") == [style]
    assert opened(PageBreak(), Text("eerst")).find("//w:pageBreakBefore") == []


def test_a_list_is_not_left_alone_at_the_foot_of_a_page():
    report = opened(
        Text("Dit spreken wij af:"), Bullets(["bellen", "mailen", "komen"]), Text("Tot dan."), Bullets(["x"])
    )
    kept = report.find("//w:p[w:pPr/w:keepNext]")
    assert ["".join(line.itertext()) for line in kept] == ["Dit spreken wij af:", "bellen"]


def test_text_under_a_table_gets_some_air():
    table = Table(["a"], [["b"]])
    under = (Text("x"), Bullets(["x"]), Text("x", "small"))
    found = [opened(table, block).find("//w:tbl/following-sibling::w:p[1]//w:spacing/@w:before") for block in under]
    assert found == [["180"]] * 3
    assert opened(table, table).find("//w:tbl/following-sibling::w:p[1]//w:spacing/@w:before") == []


def test_what_is_not_a_block_is_refused():
    with pytest.raises(TypeError, match="not a block"):
        write(["tekst"], title="Verslag")
    with pytest.raises(KeyError):
        write([Text("tekst", "groot")], title="Verslag")
    with pytest.raises(ValueError, match="title"):
        write([], title=" ")


def test_the_same_blocks_give_the_same_bytes():
    first, second = (write(BLOCKS, title=TITLE, cover=COVER, created=CREATED) for _ in range(2))
    assert first == second
