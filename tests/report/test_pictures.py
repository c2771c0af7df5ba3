"""Pictures in the document: sharp, as wide as asked, and told in words."""

import struct

import pytest
import resvg_py

from facilitator.chain.paper import Heading, Picture, Text
from facilitator.report.pictures import FONTS, png, size_cm
from facilitator.report.word import write
from tests.report.opened import Opened

EMU = 360_000


def svg(width: int, height: int, inside: str = "") -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">{inside}</svg>'


def words(text: str, family: str = "Atkinson Hyperlegible") -> str:
    return svg(300, 60, f'<text x="10" y="40" font-family="{family}" font-size="20">{text}</text>')


def pixels(image: bytes) -> tuple[int, int]:
    assert image.startswith(b"\x89PNG")
    return struct.unpack(">II", image[16:24])


def test_a_picture_tells_in_words_what_it_shows():
    blocks = [Heading(1, "Stemmen"), Picture(svg(200, 100), "Staven met 11 en 9 stemmen.", 12)] * 2
    report = Opened(write(blocks, title="Verslag"))
    assert report.find("//wp:docPr/@descr") == ["Staven met 11 en 9 stemmen."] * 2
    assert report.find("//wp:docPr/@title") == ["Stemmen"] * 2
    assert report.find("//wp:docPr/@id") == ["1", "2"]


def test_a_picture_is_as_wide_as_asked_and_sharp():
    report = Opened(write([Picture(svg(200, 100), "vlak", 12)], title="Verslag"))
    assert report.find("//wp:extent/@cx") == [str(12 * EMU)]
    assert report.find("//wp:extent/@cy") == [str(6 * EMU)]
    assert pixels(report.files["word/media/image1.png"]) == (960, 480)
    assert [shape.width for shape in report.document.inline_shapes] == [12 * EMU]


@pytest.mark.parametrize(("width", "height", "asked"), [(100, 1000, 4), (100, 50, 40), (100, 3000, 1)])
def test_a_picture_always_fits_on_the_page(width, height, asked):
    wide, high = size_cm(png(svg(width, height), asked), asked)
    assert wide <= min(asked, 16.8) + 0.001
    assert high <= 22.001
    assert wide / high == pytest.approx(width / height, rel=0.02)


def test_letters_are_drawn_in_our_own_font():
    files = [str(path) for path in sorted(FONTS.glob("**/*.ttf"))]
    assert files, "run python3 run.py once: static/vendor/fonts is empty"
    ours, sheet = png(words("Hallo"), 8), {"width": 640, "background": "#ffffff", "skip_system_fonts": True}
    assert ours == bytes(resvg_py.svg_to_bytes(svg_string=words("Hallo"), font_files=files, **sheet))
    assert ours != bytes(resvg_py.svg_to_bytes(svg_string=words("Hallo"), **sheet))
    assert ours == png(words("Hallo", "Onbekend, sans-serif"), 8)  # the font for all that is not named
    assert ours != png(words("Hello"), 8)


def test_a_machine_without_our_fonts_still_gets_a_picture(tmp_path):
    assert pixels(png(words("Hallo"), 8, fonts=tmp_path)) == (640, 128)


def test_what_xml_cannot_hold_does_not_stop_a_picture():
    assert png(words("Hal\x00lo\ud800"), 8) == png(words("Hallo"), 8)


def test_what_is_no_svg_is_refused():
    with pytest.raises(ValueError, match=r"."):
        write([Picture("<p>geen plaatje</p>", "niets")], title="Verslag")


def test_the_background_is_white_paper():
    sheet = '<rect width="10" height="10" fill="{}"/>'
    assert png(svg(10, 10), 1) == png(svg(10, 10, sheet.format("#ffffff")), 1)
    assert png(svg(10, 10), 1) != png(svg(10, 10, sheet.format("#fffffe")), 1)


def test_the_line_before_a_picture_stays_on_its_page():
    report = Opened(write([Text("los"), Text("hoort erbij"), Picture(svg(200, 100), "vlak", 12)], title="Verslag"))
    kept = "//w:p[w:pPr/w:pStyle/@w:val='BodyText'][w:pPr/w:keepNext]//w:t/text()"
    assert report.find(kept) == ["hoort erbij"]
