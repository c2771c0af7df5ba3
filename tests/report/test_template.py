"""House style: colours that can be read, a logo that is a picture, a template that is sound; all else is refused."""

import io
import time
import zipfile

import pytest
from lxml import etree

from facilitator.chain.command import Refused
from facilitator.report import contrast, logo, look, styles, template
from facilitator.report.look import Look
from facilitator.report.word import write
from tests.report.municipal import docx, municipal, png
from tests.report.opened import Opened
from tests.report.sample import BLOCKS

RELS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
OUTWARD = RELS.format('<Relationship Id="rId1" Type="x" Target="http://kwaad.example/a.dotm" TargetMode="External"/>')


def damaged(part: str) -> bytes:
    """A document whose zip is whole, with one part of it no longer readable."""
    data = bytearray(docx())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        row = archive.getinfo(part)
    begin = row.header_offset + 30 + len(part)
    assert row.compress_type == zipfile.ZIP_DEFLATED
    data[begin : begin + 40] = b"\xff" * 40
    return bytes(data)


BAD = {
    "no word file": (b"Dit is gewone tekst.", "Dit is geen Word-bestand."),
    "empty": (b"", "Dit is geen Word-bestand."),
    "another zip": (docx()[:0] or None, "Dit is geen Word-bestand."),
    "cut": (docx()[:4000], "Dit bestand is kapot"),
    "damaged inside": (damaged("word/styles.xml"), "Dit bestand is kapot"),
    "too large": (b"PK" + b"x" * template.LARGEST, "Dit bestand is te groot."),
    "macros": (docx(more={"word/vbaProject.bin": b"x"}), "In dit bestand zitten macro's."),
    "macros by type": (
        docx({"[Content_Types].xml": "<Types><Override ContentType='application/ms-word.macroEnabled'/></Types>"}),
        "In dit bestand zitten macro's.",
    ),
    "link outside": (docx({"word/_rels/settings.xml.rels": OUTWARD}), "Dit bestand verwijst naar iets buiten zichzelf"),
    "object": (docx(more={"word/embeddings/blad.xlsx": b"x"}), "In dit bestand zit een ingesloten onderdeel."),
    "missing styles": (
        docx(sheet=municipal(away=("heading 2", "Title"))),
        "In dit sjabloon ontbreken de stijlen: Titel en Kop 2.",
    ),
    "missing style": (docx(sheet=municipal(away=("heading 3",))), "ontbreekt de stijl: Kop 3."),
    "pale letters": (docx(sheet=municipal("FFD966")), "De letters van Kop 1 zijn in dit sjabloon te licht"),
    "entities": (
        docx(sheet='<!DOCTYPE a [<!ENTITY b "c">]>' + municipal().replace("Georgia", "&b;")),
        "Dit bestand is kapot",
    ),
    "no xml": (docx(sheet="<w:styles"), "Dit bestand is kapot"),
    "bomb": (docx(more={"word/media/a.xml": b"0" * (template.MOST_BYTES + 1)}), "veel groter dan het lijkt"),
    "many bombs": (docx(more={f"word/{n}.xml": b"0" * 60_000 for n in range(400)}), "veel groter dan het lijkt"),
    "large styles": (docx(sheet=municipal() + " " * template.MOST_OF_PART), "veel groter dan het lijkt"),
}  # fmt: skip


def other_zip():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("lees.txt", "hallo")
    return stream.getvalue()


@pytest.mark.parametrize("name", BAD)
def test_a_template_that_is_not_sound_is_refused_at_once(name):
    data, say = BAD[name]
    start = time.perf_counter()
    with pytest.raises(Refused) as no:
        template.read(other_zip() if data is None else data)
    assert say in no.value.say and no.value.field == "template"
    assert time.perf_counter() - start < 2


@pytest.fixture(scope="module")
def report():
    parts = template.read(docx())
    return Opened(write(BLOCKS, title="Verslag", look=Look("1F4788", "D9E4F8", logo.drawn(png()), "Ede", parts)))


def style(report, key):
    (found,) = report.find(f"//w:style[@w:styleId='{key}']", "word/styles.xml")
    return etree.tostring(found, encoding="unicode")


def test_their_styles_stand_in_the_place_of_ours(report):
    assert 'w:val="8A1F3D"' in style(report, "Heading1") and 'w:val="60"' in style(report, "Title")
    base = report.find("//w:style[@w:styleId='Heading1']/w:basedOn/@w:val", "word/styles.xml")[0]
    assert "Georgia" in style(report, base)
    known = set(report.find("//w:style/@w:styleId", "word/styles.xml"))
    links = set(report.find("//w:basedOn/@w:val | //w:next/@w:val", "word/styles.xml"))
    assert links <= known and len(known) == len(report.find("//w:style", "word/styles.xml"))


def test_what_we_need_of_a_style_stays(report):
    assert "keepNext" in style(report, "Heading2") and 'outlineLvl w:val="1"' in style(report, "Heading2")
    assert "numId" not in style(report, "Heading1") and f'numId w:val="{styles.BULLETS}"' in style(report, "ListBullet")
    assert set(report.find("//w:lang/@w:val", "word/styles.xml")) == {"nl-NL"}
    assert report.find("//w:style[@w:styleId='CellTight']", "word/styles.xml")


def test_our_own_styles_and_drawings_take_the_colours(report):
    whole = b"".join(body for name, body in report.files.items() if name.endswith(".xml")).decode()
    assert styles.GREEN not in whole and styles.TINT not in whole and "1F4788" in whole
    plain = Opened(write(BLOCKS, title="Verslag"))
    media = [next(body for name, body in one.files.items() if "image" in name) for one in (report, plain)]
    assert media[0] != media[1]


def test_the_logo_stands_above_the_title_with_words_for_who_does_not_see_it(report):
    first = report.find("/w:document/w:body/w:p")[0]
    assert first.xpath("string(.//@descr)") == "Beeldmerk: het logo van Ede"
    assert report.written[1][0] == "Title"
    drawn = logo.drawn(png())
    assert drawn.startswith(b"\x89PNG") and b"Wilhelmina" not in drawn
    assert drawn in report.files.values()


@pytest.mark.parametrize(
    ("data", "say"),
    [
        (b"GIF89a" + b"x" * 40, "Dit is geen plaatje."),
        (b"<svg onload='x'/>", "Dit is geen plaatje."),
        (b"", "Dit is geen plaatje."),
        (png()[:60], "is niet te tekenen"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF" + b"\0" * 60, "Dit is geen plaatje."),
        (b"\xff\xd8\xff\xc0\x00\x11\x08\x00\x40\x00\x40" + b"\0" * 60, "is niet te tekenen"),
        (png(20000, 20000), "Dit plaatje is te groot."),
        (png(0, 4), "Dit plaatje is te groot."),
        (png(3000, 10), "te smal voor een logo"),
        (b"\x89PNG\r\n\x1a\n" + b"x" * logo.LARGEST, "Dit plaatje is te groot."),
        (png(dot=b"\xff\xff\xff"), "is niet te tekenen"),  # white on white
    ],
)
def test_a_logo_that_is_none_is_refused_at_once(data, say):
    start = time.perf_counter()
    with pytest.raises(Refused) as no:
        logo.drawn(data)
    assert say in no.value.say and no.value.field == "logo"
    assert time.perf_counter() - start < 2


@pytest.mark.parametrize(
    ("main", "tint", "field", "say"),
    [
        ("#FFD966", "#FFFFFF", "main", "te licht voor letters: 1,3 op 1"),
        ("groen", "#FFFFFF", "main", "Dit is geen kleur."),
        ("#0B5351", "0B5351ff", "tint", "Dit is geen kleur."),
        ("#0B5351", "#777777", "tint", "zijn letters niet goed te lezen"),
    ],
)
def test_colours_that_cannot_be_read_are_refused_with_one_that_can(main, tint, field, say):
    with pytest.raises(Refused) as no:
        look.checked(main, tint)
    assert say in no.value.say and no.value.field == field
    better = no.value.say.rpartition("#")[2][:6]
    if "Dit is geen kleur" not in no.value.say:
        assert look.checked(better, tint) if field == "main" else look.checked(main, better)


def test_the_smallest_step_that_helps_is_proposed():
    found = contrast.readable("FF8800", "FFFFFF")
    assert 4.5 <= contrast.contrast(found, "FFFFFF") < 5
    assert contrast.readable("0B5351", "FFFFFF") == "0B5351"
