"""LibreOffice opens the report and makes pages of it, as a reader would."""

import re
import subprocess

import pytest

from facilitator.chain.paper import Bullets, Text
from facilitator.report.word import write
from tests.report.sample import BLOCKS, COVER, CREATED, NOTES, TITLE
from tests.report.test_strings import naughty

pytestmark = pytest.mark.docx


def pages(data: bytes, folder) -> list[str]:
    """The text of each page of the PDF that LibreOffice makes, with a profile of its own."""
    (folder / "verslag.docx").write_bytes(data)
    subprocess.run(
        [
            *("soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"),
            *("--convert-to", "pdf", "--outdir", str(folder), str(folder / "verslag.docx")),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    text = subprocess.run(
        ["pdftotext", "-layout", str(folder / "verslag.pdf"), "-"], check=True, capture_output=True, timeout=60
    )
    return text.stdout.decode("utf-8").split("\f")[:-1]


@pytest.fixture(scope="module")
def printed(tmp_path_factory) -> list[str]:
    data = write(BLOCKS, title=TITLE, cover=COVER, created=CREATED)
    return pages(data, tmp_path_factory.mktemp("verslag"))


def test_every_page_is_numbered(printed):
    assert len(printed) >= 4
    for number, page in enumerate(printed, 1):
        assert f"Pagina {number} van {len(printed)}" in page


def test_the_title_stands_once_on_the_first_page_and_above_the_others(printed):
    assert [page.count(TITLE) for page in printed] == [1] * len(printed)


def test_the_header_of_a_long_table_repeats(printed):
    with_notes = [page for page in printed if "Briefje nummer" in page]
    assert len(with_notes) >= 2
    assert all(re.search(r"Nr\s+Briefje\s+Van", page) for page in with_notes)
    assert sum(page.count("Briefje nummer") for page in with_notes) == len(NOTES.rows)


def test_numbered_lists_start_again(printed):
    text = "\n".join(printed)
    assert re.findall(r"(\d)\.\s+(?:Eén telefoonnummer|Kaart met|Training|Eerst|Dan)\b", text) == list("12312")


def test_the_naughty_list_becomes_pages_too(tmp_path):
    strings = naughty()
    made = pages(write([*(Text(text) for text in strings), Bullets(strings)], title="Verslag"), tmp_path)
    assert len(made) > 10
    assert "Pagina 1 van" in made[0]
