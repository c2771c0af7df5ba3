"""Pages on their side: a section of their own, without an empty paragraph, with tables as wide as they are."""

from facilitator.chain.paper import Contents, Heading, PageBreak, Table, Text
from facilitator.report.styles import TEXT_WIDTH, WIDE_WIDTH
from facilitator.report.word import write
from tests.report.opened import Opened, W

TABLE = Table(["Nr", "Wat", "Wie", "Wanneer", "Status", "Waarom"], [["1", "Bellen", "Els", "", "bezig", ""]])
TURNED = [
    Heading(1, "In het kort"),
    PageBreak(wide=True),
    Heading(1, "Acties"),
    TABLE,
    PageBreak(),
    Heading(1, "Daarna"),
]


def opened(*blocks) -> Opened:
    return Opened(write(blocks, title="Verslag", cover=["Keten"]))


def pages(report: Opened) -> list[str]:
    return [size.get(f"{W}orient", "portrait") for size in report.find("//w:sectPr/w:pgSz")]


def test_a_table_on_its_side_has_the_width_of_the_long_edge():
    report = opened(*TURNED, TABLE)
    assert pages(report) == ["portrait", "landscape", "portrait"]
    assert report.find("//w:tblW/@w:w") == [str(WIDE_WIDTH), str(TEXT_WIDTH)]
    assert set(report.find("//w:tbl[1]//w:pStyle/@w:val")) == {"CellHead", "Cell"}
    wide = report.document.sections[1]
    assert (round(wide.page_width.mm), round(wide.page_height.mm)) == (297, 210)


def test_only_the_first_section_names_header_and_footer_and_the_others_follow_it():
    sections = opened(*TURNED).find("//w:sectPr")
    assert [len(one.findall(f"{W}headerReference")) for one in sections] == [1, 0, 0]
    assert [len(one.findall(f"{W}footerReference")) for one in sections] == [2, 0, 0]
    assert [len(one.findall(f"{W}titlePg")) for one in sections] == [1, 0, 0]


def test_a_section_ends_in_a_paragraph_with_words():
    report = opened(*TURNED)
    holders = report.find("//w:p[w:pPr/w:sectPr]")
    assert ["".join(one.itertext()) for one in holders] == ["In het kort", "Verder op de volgende bladzijde."]
    assert [one.find(f"{W}pPr")[-1].tag for one in holders] == [f"{W}sectPr"] * 2
    assert opened(PageBreak(wide=True), Text("x")).find("//w:p[w:pPr/w:sectPr]//w:t/text()") == ["Keten"]


def test_a_turn_is_no_second_page_break_and_turning_twice_is_no_turn():
    assert opened(*TURNED).find("//w:pageBreakBefore") == []
    assert pages(opened(Text("a"), PageBreak(wide=True), PageBreak(), Text("b"))) == ["portrait"]
    assert pages(opened(Text("a"), PageBreak(wide=True), Text("b"), PageBreak(wide=True), Text("c"))) == [
        "portrait",
        "landscape",
    ]


def test_nothing_at_the_end_turns_no_page():
    assert pages(opened(*TURNED[:4], PageBreak())) == ["portrait", "landscape"]


def test_the_contents_stand_where_they_are_asked():
    chapters = [Heading(1, name) for name in "abcd"]
    report = opened(Heading(1, "eerst"), Text("kort"), Contents(), PageBreak(wide=True), *chapters)
    assert [style for style, _ in report.written[:5]] == ["Title", "Subtitle", "Heading1", "BodyText", "TOCHeading"]
    assert report.lines("TOC1") == ["a", "b", "c", "d"]
    assert report.find("//w:p[w:pPr/w:sectPr]/w:pPr/w:pStyle/@w:val") == ["TOC1"]
