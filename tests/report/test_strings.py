"""Whatever people type comes out of the report unharmed: equal after the door's cleaning (decision D37)."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.chain.paper import Bullets, Heading, Numbers, Picture, Quote, Table, Text
from facilitator.chain.text import clean
from facilitator.report.word import write
from tests.report.opened import Opened, W

NAUGHTY = Path(__file__).resolve().parents[1] / "data" / "naughty-strings.txt"


def naughty() -> list[str]:
    lines = NAUGHTY.read_bytes().decode("utf-8").split("\n")
    return [line for line in lines if line and not line.startswith("#")]


def cleaned(strings: list[str]) -> list[str]:
    """As the door lets them in; what is nothing but spaces or control characters stays outside."""
    return [text for text in map(clean, strings) if text.strip()]


def test_the_list_is_the_whole_list():
    assert len(naughty()) > 500


@pytest.fixture(scope="module")
def full() -> Opened:
    """Every naughty string in every block, raw, as if no door had cleaned it."""
    raw = naughty()
    blocks = [block for text in raw for block in (Heading(1, text), Text(text), Quote(text))]
    blocks += [Bullets(raw), Numbers(raw), Table(["Nr", "Briefje"], [[str(n), text] for n, text in enumerate(raw)])]
    return Opened(write(blocks, title=raw[0], subject=raw[1], cover=raw))


@pytest.mark.parametrize("style", ["BodyText", "Quote", "ListBullet", "ListNumber", "Heading1"])
def test_naughty_strings_come_out_equal(full, style):
    assert cleaned(full.lines(style)) == cleaned(naughty())


def test_naughty_strings_come_out_of_a_table_equal(full):
    found = [row[1] for row in full.cells()[1:]]
    assert [clean(text) for text in found] == [clean(text) for text in naughty()]


def test_what_the_door_has_cleaned_is_not_touched_again():
    strings = [clean(text) for text in naughty()]
    report = Opened(write([Table(["Briefje"], [[text] for text in strings])], title="Verslag"))
    assert [row[0] for row in report.cells()[1:]] == strings


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("a\x00b\x0bc\x1bd", "abcd"),
        ("los \ud800 half", "los  half"),
        ("\ufffe\uffff rand", " rand"),
        ("e\u0301 blijft zoals het is", "e\u0301 blijft zoals het is"),
        ("  twee spaties  ", "  twee spaties  "),
        ("kolom\tkolom", "kolom\tkolom"),
        ("regel\nregel\r\nregel\rregel", "regel\nregel\nregel\nregel"),
        ("👩\u200d👩\u200d👧 familie", "👩\u200d👩\u200d👧 familie"),
        ("<b>&amp;</b> {PAGE} ]]>", "<b>&amp;</b> {PAGE} ]]>"),
        ("=1+1", "=1+1"),
    ],
)
def test_one_string_at_a_time(typed, shown):
    report = Opened(write([Heading(1, typed), Text(typed), Table([typed], [[typed]])], title=typed, cover=[typed]))
    assert report.lines("Title", "Subtitle", "Heading1", "BodyText") == [shown] * 4
    assert report.cells() == [[shown], [shown]]
    assert report.document.sections[0].header.paragraphs[0].text == shown


def test_tabs_and_line_ends_are_real_ones():
    report = Opened(write([Text("a\tb\nc\rd")], title="Verslag"))
    line = report.find("//w:p[w:pPr/w:pStyle/@w:val='BodyText']")[0]
    assert [child.tag.removeprefix(W) for child in line.iter() if child.tag != f"{W}pStyle"] == [
        "p", "pPr", "r", "t", "tab", "t", "br", "t", "br", "t",
    ]  # fmt: skip


def test_spaces_at_the_edges_are_kept_by_word_too(full):
    space = "{http://www.w3.org/XML/1998/namespace}space"
    assert {text.get(space) for text in full.find("//w:t")} == {"preserve"}


def test_alternative_texts_may_hold_anything():
    alt = 'Een "plaatje" <b>\x00 met\nwit\ud800'
    picture = Picture('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', alt, 5)
    report = Opened(write([picture, Table(["a"], [["b"]], caption='"<&>\x00')], title="Verslag"))
    assert report.find("//wp:docPr/@descr") == ['Een "plaatje" <b> met wit']
    assert report.find("//w:tblCaption/@w:val") == ['"<&>']


@given(st.lists(st.text(st.characters(), max_size=40), min_size=1, max_size=8))
def test_any_text_survives(strings):
    report = Opened(write([Table(["Briefje"], [[text] for text in strings])], title="Verslag"))
    assert [clean(row[0]) for row in report.cells()[1:]] == [clean(text) for text in strings]


@pytest.mark.parametrize(
    ("text", "turned", "runs"),
    [
        ("Gewone tekst", False, [("Gewone tekst", False)]),
        ("مرحبا بكم", True, [("مرحبا بكم", True)]),
        ("1. שלום", True, [("1. שלום", True)]),
        ("Zij zei שלום tegen ons", False, [("Zij zei ", False), ("שלום ", True), ("tegen ons", False)]),
        ("مرحبا Anna", True, [("مرحبا ", True), ("Anna", False)]),
    ],
)
def test_text_from_right_to_left_is_set_so(text, turned, runs):
    report = Opened(write([Text(text)], title="Verslag"))
    line = report.find("//w:p[w:pPr/w:pStyle/@w:val='BodyText']")[0]
    assert bool(line.findall(f"{W}pPr/{W}bidi")) == turned
    found = [("".join(run.itertext()), bool(run.findall(f"{W}rPr/{W}rtl"))) for run in line.findall(f"{W}r")]
    assert found == runs
