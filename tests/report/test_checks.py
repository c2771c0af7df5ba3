"""Twelve reports, each held to the same fourteen rules: for Word, LibreOffice, and who reads with a screen reader."""

import itertools
import re
import struct
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from exercises.registry import KINDS
from facilitator.papers import observation
from facilitator.papers.programme import Programme, asking
from facilitator.report import blanks
from facilitator.report.styles import R
from tests.kinds.foyer import library
from tests.report.opened import Opened, W
from tests.report.reports import TYPED, all_of_them, with_notes, written

SHEETS = {1: 2, 2: 2, 3: 7, 4: 7}  # of each empty form: a page for each list, or for each building block
NAMED = [
    "empty", "one note", "everything", "no names", "participants", "short", "endless words", "many notes", "emoji",
    "right to left", "house style", "own template",
]  # fmt: skip
WHITE = "FFFFFF"


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("reports")


@pytest.fixture(scope="module")
def files(folder) -> dict[str, bytes]:
    return all_of_them(folder)


@pytest.fixture(scope="module")
def reports(files) -> dict[str, Opened]:
    return {name: Opened(data) for name, data in files.items()}


def title(report: Opened) -> None:
    assert report.lines("Title") == ["Verslag Start"] == [report.document.core_properties.title]


def language(report: Opened) -> None:
    assert report.find("//w:docDefaults//w:lang/@w:val", "word/styles.xml") == ["nl-NL"]
    assert report.document.core_properties.language == "nl-NL"
    assert report.find("//w:lang/@w:val") == []  # nothing in the text says otherwise


def headings_in_order(report: Opened) -> None:
    levels = [level for level, _ in report.outline()]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def real_lists(report: Opened) -> None:
    """A list is a list to Word too, and no paragraph plays at being one."""
    for line in report.find("//w:p[w:pPr/w:pStyle[starts-with(@w:val, 'List')]]"):
        assert line.findall(f"{W}pPr/{W}numPr")
    assert [
        text for text in report.lines("BodyText", "Lead", "Small") if re.match(r"\s*([•*–-]|\d+[.)])\s", text)
    ] == []


def headers_repeat(report: Opened) -> None:
    for table in report.find("//w:tbl"):
        rows = table.findall(f"{W}tr")
        assert [bool(row.findall(f"{W}trPr/{W}tblHeader")) for row in rows] == [True] + [False] * (len(rows) - 1)
        assert all(row.findall(f"{W}trPr/{W}cantSplit") for row in rows)


def no_merged_cells(report: Opened) -> None:
    """Nor a table that is wider than its page."""
    tables_fit_their_page(report)
    assert report.find("//w:gridSpan | //w:vMerge | //w:hMerge") == []
    for table in report.find("//w:tbl"):
        assert {len(row.findall(f"{W}tc")) for row in table.findall(f"{W}tr")} == {len(table.findall(f"{W}tblGrid/*"))}


def tables_fit_their_page(report: Opened) -> None:
    """No table is wider than what its own page leaves between the margins."""
    room = 0
    for block in reversed(report.find("/w:document/w:body/*")):
        for page in [block] if block.tag == f"{W}sectPr" else block.findall(f"{W}pPr/{W}sectPr"):
            size, edges = page.find(f"{W}pgSz"), page.find(f"{W}pgMar")
            room = int(size.get(f"{W}w")) - int(edges.get(f"{W}left")) - int(edges.get(f"{W}right"))
        if block.tag == f"{W}tbl":
            assert sum(int(one.get(f"{W}w")) for one in block.findall(f"{W}tblGrid/{W}gridCol")) == room


def tables_and_pictures_say_what_they_are(report: Opened) -> None:
    assert all(len(text) > 3 for text in report.find("//w:tblCaption/@w:val | //w:tblDescription/@w:val"))
    assert len(report.find("//w:tblDescription")) == len(report.find("//w:tbl"))
    assert len(report.find("//wp:docPr[string-length(@descr) > 20]")) == len(report.find("//w:drawing"))


def no_empty_paragraph(report: Opened) -> None:
    for line in report.find("//w:p[not(ancestor::w:tc)]"):
        assert "".join(line.itertext()).strip() or line.findall(f".//{W}drawing")


def links_have_words_and_a_place(report: Opened) -> None:
    places = set(report.find("//w:bookmarkStart/@w:name"))
    for link in report.find("//w:hyperlink"):
        assert link.get(f"{W}anchor") in places and "".join(link.itertext()).strip()


def clean_properties(report: Opened) -> None:
    properties = report.document.core_properties
    assert (properties.author, properties.last_modified_by, properties.comments, properties.keywords) == ("",) * 4
    assert "docProps/app.xml" not in report.files


def nothing_of_a_stock_file(report: Opened) -> None:
    """No thumbnail, no data of another program, no picture that is not ours."""
    assert [name for name in report.files if "thumbnail" in name.lower() or name.startswith("customXml")] == []
    assert [name for name in report.files if name.endswith((".bin", ".jpeg", ".emf"))] == []


def nothing_to_repair(report: Opened) -> None:
    """What makes Word offer a repair: another order, a number twice, a link to nothing, a cell or page cut off."""
    assert report.out_of_order() == []
    for numbers in ("//w:bookmarkStart/@w:id", "//w:bookmarkStart/@w:name", "//wp:docPr/@id"):
        found = report.find(numbers)
        assert len(found) == len(set(found)), numbers
    sheets, lists = report.xml("word/styles.xml"), report.find("//w:num/@w:numId", "word/numbering.xml")
    known = {style.get(f"{W}styleId") for style in sheets.iter(f"{W}style")}
    asked = report.find("//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val")
    assert set(asked) <= known and set(report.find("//w:numId/@w:val")) <= set(lists)
    for name, root in report.parts().items():
        asked = {value for one in root.iter() for key, value in one.attrib.items() if key.startswith(f"{{{R}}}")}
        links = report.links(name)
        assert asked <= set(links) and all(target in report.files for target in links.values()), name
    assert all(cell[-1].tag == f"{W}p" for cell in report.find("//w:tc"))
    assert report.find("/w:document/w:body/*")[-1].tag == f"{W}sectPr"
    types = report.xml("[Content_Types].xml")
    endings = {one.get("Extension") for one in types if one.get("Extension")}
    parts = {one.get("PartName", "")[1:] for one in types}
    assert [name for name in report.files if name not in parts and name.rpartition(".")[2] not in endings] == []


def every_colour_can_be_read(report: Opened) -> None:
    """Each colour of letters, on paper and on the ground of a table's header."""
    grounds = {WHITE, *report.find("//w:shd/@w:fill")}
    letters = {
        one for name in ("word/styles.xml", "word/document.xml") for one in report.find("//w:rPr/w:color/@w:val", name)
    }
    assert letters and all(contrast(ink, ground) >= 4.5 for ink in letters for ground in grounds)


CHECKS: list[Callable[[Opened], None]] = [
    title,
    language,
    headings_in_order,
    real_lists,
    headers_repeat,
    no_merged_cells,
    tables_and_pictures_say_what_they_are,
    no_empty_paragraph,
    links_have_words_and_a_place,
    clean_properties,
    nothing_of_a_stock_file,
    nothing_to_repair,
    every_colour_can_be_read,
]


def contrast(one: str, other: str) -> float:
    """As WCAG counts it."""

    def light(colour: str) -> float:
        parts = [value / 255 for value in struct.unpack("3B", bytes.fromhex(colour))]
        straight = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), straight, strict=True))

    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
@pytest.mark.parametrize("name", NAMED)
def test_a_report_keeps_the_rule(reports, name, check):
    check(reports[name])


def test_the_whole_report_holds_every_kind_of_thing(reports):
    """The rules above were tried on something."""
    report = reports["everything"]
    for path in ("//w:tbl", "//w:drawing", "//w:numPr", "//w:hyperlink", "//w:pgSz[@w:orient]", "//w:rtl"):
        assert report.find(path), path
    told = "\n".join(report.find("//w:t/text()"))
    assert all(part in told for text in TYPED if "אני" not in text for part in text.split("\n"))
    assert {level for level, _ in report.outline()} == {1, 2, 3, 4, 5}


def test_no_names_means_no_name(reports):
    assert "Ibrahim" in "".join(reports["everything"].xml().itertext())
    assert "Ibrahim" not in "".join(reports["no names"].xml().itertext())


@pytest.fixture(scope="module")
def printed(files, folder) -> Path:
    """The folder with a PDF of each, and of the empty forms, made by one LibreOffice with a profile of its own."""
    forms = {f"form {number}": blanks.empty(number) for number in SHEETS} | watching()
    for name, data in (files | forms).items():
        (folder / f"{name}.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    words = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run(
        [*words, *(str(folder / f"{name}.docx") for name in (*NAMED, *forms))],
        check=True,
        capture_output=True,
        timeout=300,
    )
    return folder


def watching() -> dict[str, bytes]:
    """The form to watch a trainee with: of the longest agenda with the longest words, and without a meeting."""
    kinds = {kind.name: kind for kind in KINDS}
    longest = max(library().agendas.values(), key=lambda one: len(one.steps))
    wordy = max((kind.watch for kind in KINDS), key=len)
    steps = [{**asking(step, kinds), "watch": wordy} for step in longest.step_templates()]
    meeting = {"title": longest.title, "date": "2026-12-01", "place": "Buurthuis De Brink"}
    programme = Programme("Keten Veluwerand en omstreken", meeting, steps, 570, practice="OEFENING")
    return {"watch": observation.write_observation(programme, 0.0), "watch any": observation.write_blank(0.0)}


@pytest.mark.docx
@pytest.mark.parametrize("name", ["watch", "watch any"])
def test_the_form_to_watch_with_fits_one_page(printed, name):
    assert pages_of(printed / f"{name}.pdf") == 1


def read(command: str, *words: str) -> str:
    return subprocess.run([command, *words], check=True, capture_output=True, timeout=60).stdout.decode("utf-8")


@pytest.mark.docx
@pytest.mark.parametrize("name", NAMED)
def test_a_pdf_has_the_headings_as_bookmarks_and_no_page_ends_on_one(reports, printed, name):
    pdf = str(printed / f"{name}.pdf")
    tree = etree.fromstring(read("pdftohtml", "-xml", "-stdout", "-i", pdf).encode(), etree.XMLParser(recover=True))
    bookmarks = [" ".join(one.itertext()).split() for one in tree.iter("item")]
    headings = [text.split() for _, text in reports[name].outline()]
    assert [words for words in headings if words not in bookmarks] == []
    for page in read("pdftotext", "-layout", pdf, "-").split("\f")[:-1]:
        lines = [line.split() for line in page.splitlines() if line.strip() and "Pagina" not in line]
        assert ["Inhoud"] in lines or lines[-1] not in headings  # the list of contents names them too


@pytest.mark.docx
def test_the_short_version_is_two_pages_at_most(printed):
    assert pages_of(printed / "short.pdf") <= 2


@pytest.mark.docx
@pytest.mark.parametrize(("number", "pages"), SHEETS.items())
def test_an_empty_form_has_a_sheet_for_each_list_or_building_block(printed, number, pages):
    assert pages_of(printed / f"form {number}.pdf") == pages


def pages_of(pdf: Path) -> int:
    return int(re.search(r"Pages:\s+(\d+)", read("pdfinfo", str(pdf)))[1])


def test_what_is_parked_is_not_what_the_keten_begins_with(tmp_path):
    house = with_notes(tmp_path)
    house.go(3)
    for number in range(1, 4):
        house.do("action.make", step=house.steps[3], what=f"Actie {number}")
    assert "Actie 3" in "".join(Opened(written(house)).lines("ListNumber"))
    house.do("list.line", step=house.steps[3], most=2)
    assert Opened(written(house)).lines("ListNumber") == ["Actie 1", "Actie 2"]
    short = Opened(written(house, "kort"))
    assert short.lines("ListNumber") == ["Actie 1", "Actie 2"]
    assert short.lines("Small") == ["Nog 1 actie staat in het verslag voor deelnemers."]
