"""Styles, page, language and properties: our own look, Dutch, and nothing that tells on who made it."""

import getpass
import re
import socket
from datetime import UTC, datetime, timedelta, timezone

import pytest

from facilitator.report import styles
from facilitator.report.word import write
from tests.report.opened import NAMES, Opened, W
from tests.report.sample import BLOCKS, COVER, CREATED, TITLE


@pytest.fixture(scope="module")
def report() -> Opened:
    return Opened(write(BLOCKS, title=TITLE, subject="Keten Harderdam", cover=COVER, created=CREATED))


def test_every_style_that_is_used_is_there_and_every_list_too(report):
    known = set(report.find("//w:style/@w:styleId", "word/styles.xml"))
    used = set()
    for name in ("word/document.xml", "word/header1.xml", "word/footer1.xml", "word/footer2.xml"):
        used |= set(report.find("//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val", name))
    links = "//w:basedOn/@w:val | //w:next/@w:val"
    used |= set(report.find(links, "word/styles.xml")) | set(report.find("//w:pStyle/@w:val", "word/numbering.xml"))
    assert used - known == set()
    lists = set(report.find("//w:num/@w:numId", "word/numbering.xml"))
    asked = set(report.find("//w:numId/@w:val")) | set(report.find("//w:numId/@w:val", "word/styles.xml"))
    assert asked - lists == set()


def test_word_knows_its_own_styles_by_their_names(report):
    names = {style.style_id: style.name for style in report.document.styles}
    assert {key: names[key] for key in ("Title", "Subtitle", "Quote", "Caption", "ListBullet", "ListNumber")} == {
        "Title": "Title",
        "Subtitle": "Subtitle",
        "Quote": "Quote",
        "Caption": "Caption",
        "ListBullet": "List Bullet",
        "ListNumber": "List Number",
    }
    assert [names[f"Heading{level}"] for level in range(1, 5)] == [f"Heading {level}" for level in range(1, 5)]
    assert [names[key] for key in ("Lead", "Small", "Cell", "Table")] == [
        "Ketentafel inleiding",
        "Ketentafel klein",
        "Ketentafel cel",
        "Ketentafel tabel",
    ]


def test_properties_stand_in_the_order_that_word_wants(report):
    assert report.out_of_order() == []


def test_headings_stay_with_what_follows_and_lines_are_not_left_alone(report):
    for key in ("Heading1", "Heading2", "Heading3", "Heading4", "Caption", "CellHead", "Title"):
        assert report.find(f"//w:style[@w:styleId='{key}']/w:pPr/w:keepNext", "word/styles.xml"), key
    assert report.find("//w:pPrDefault/w:pPr/w:widowControl", "word/styles.xml")


def test_the_page_is_a4_upright(report):
    section = report.document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert 15 <= section.left_margin.mm == section.right_margin.mm <= 25


def test_title_above_and_page_number_below(report):
    section = report.document.sections[0]
    assert [line.text for line in section.header.paragraphs] == [TITLE]
    assert section.different_first_page_header_footer
    assert section.first_page_header.is_linked_to_previous  # no title above the title
    for name in ("word/footer1.xml", "word/footer2.xml"):
        assert "".join(report.find("//w:t/text()", name)) == "Pagina 1 van 1"
        assert [code.strip() for code in report.find("//w:fldSimple/@w:instr", name)] == ["PAGE", "NUMPAGES"]


def test_nothing_makes_word_ask_a_question(report):
    assert report.find("//w:fldSimple | //w:instrText | //w:sdt") == []
    assert report.find("//w:updateFields | //w:attachedTemplate | //w:mailMerge", "word/settings.xml") == []
    modes = {one.get(f"{W}name"): one.get(f"{W}val") for one in report.find("//w:compatSetting", "word/settings.xml")}
    assert modes["compatibilityMode"] == "15"
    assert [rel.get("TargetMode") for part in report.parts().values() for rel in part if rel.get("TargetMode")] == []


def test_the_language_is_dutch_everywhere(report):
    found = {
        value
        for root in report.parts().values()
        for mark in root.xpath("//w:lang | //w:themeFontLang", namespaces=NAMES)
        for key, value in mark.attrib.items()
        if key != f"{W}bidi"
    }
    assert found == {"nl-NL"}
    assert report.document.core_properties.language == "nl-NL"
    assert not any(re.search(b"en-(US|GB)", data) for data in report.files.values())


def test_the_properties_say_title_subject_and_time_and_no_more(report):
    fields = {child.tag.rpartition("}")[2]: child.text or "" for child in report.xml("docProps/core.xml")}
    assert fields == {
        "title": TITLE,
        "subject": "Keten Harderdam",
        "language": "nl-NL",
        "creator": "",
        "created": "2026-11-24T15:30:00Z",
        "modified": "2026-11-24T15:30:00Z",
    }


def test_no_tool_user_or_machine_is_named(report):
    texts = {name: data.decode("utf-8") for name, data in report.files.items() if name.endswith((".xml", ".rels"))}
    for word in ("python", "docx", "resvg", "LibreOffice", "Macintosh", getpass.getuser(), socket.gethostname()):
        told = re.compile(rf"(?<![:\w]){re.escape(word)}\b", re.IGNORECASE)
        assert [name for name, text in texts.items() if told.search(text)] == [], word
    assert sorted(report.files) == sorted(
        {
            "[Content_Types].xml",
            "_rels/.rels",
            "docProps/core.xml",
            "word/_rels/document.xml.rels",
            "word/document.xml",
            "word/styles.xml",
            "word/numbering.xml",
            "word/settings.xml",
            "word/fontTable.xml",
            "word/theme/theme1.xml",
            "word/header1.xml",
            "word/footer1.xml",
            "word/footer2.xml",
            "word/media/image1.png",
        }
    )


def test_the_file_itself_carries_no_clock(report):
    assert {entry.date_time for entry in report.entries} == {(1980, 1, 1, 0, 0, 0)}
    assert Opened(write([], title="Verslag")).find("//*[local-name()='created']", "docProps/core.xml") == []


@pytest.mark.parametrize(
    ("moment", "kept"),
    [
        (datetime(2026, 7, 1, 14, 5, 9, 123456, tzinfo=timezone(timedelta(hours=2))), datetime(2026, 7, 1, 12, 5, 9)),
        (datetime(2026, 7, 1, 14, 5), datetime(2026, 7, 1, 14, 5)),
    ],
)
def test_a_time_is_kept_in_utc(moment, kept):
    properties = Opened(write([], title="Verslag", created=moment)).document.core_properties
    assert properties.created == properties.modified == kept.replace(tzinfo=UTC)


def test_a_very_long_title_does_not_stop_the_report():
    report = Opened(write([], title="lang " * 100, subject="x\x00" * 300))
    assert report.document.core_properties.title == ("lang " * 100)[:255]
    assert report.document.core_properties.subject == "x" * 255
    assert report.lines("Title") == ["lang " * 100]


def test_the_font_is_one_that_word_has_with_its_twin_for_machines_without_it(report):
    """Another font is as wide as it likes: then no column is as it was looked at."""
    assert report.find("//w:docDefaults//w:rFonts/@w:ascii", "word/styles.xml") == ["Arial"]
    assert set(report.find("//a:latin/@typeface", "word/theme/theme1.xml")) == {"Arial"}
    path = f"//w:font[@w:name='{styles.FONT}']/w:altName/@w:val"
    assert report.find(path, "word/fontTable.xml") == ["Liberation Sans"]
    assert report.find("//w:embedRegular", "word/fontTable.xml") == []
