"""House style: kept per keten or for all, shown, used by the report, taken away; what is wrong is said at its field."""

import io

import pytest

from facilitator.report import template
from tests.report.municipal import docx, municipal, png
from tests.report.opened import Opened
from tests.web.indoors import Indoors, Visitor

PAGE = "/regie/ketens/k1/huisstijl"
COLOURS = {"main": "#1f4788", "tint": "#d9e4f8"}
OURS = {"main": "#0b5351", "tint": "#e3efec"}


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    house = Indoors(tmp_path_factory.mktemp("looks"))
    yield house
    house.close()


def save(house, chain="k1", **fields):
    files = {key: (io.BytesIO(body), f"{key}.bin") for key, body in fields.items() if isinstance(body, bytes)}
    return house.regie.post(f"/regie/ketens/{chain}/huisstijl", {**OURS, **fields, **files})


def report(house, ref=""):
    return Opened(house.regie.get(f"/regie/{ref or house.ref}/verslag.docx").data)


def looks(opened):
    """The colour of headings, whether there is a logo, and the letters of the title."""
    path = "//w:style[@w:styleId='{}']/w:rPr/w:{}/@w:val"
    colour = opened.find(path.format("Heading1", "color"), "word/styles.xml")[0]
    size = opened.find(path.format("Title", "sz"), "word/styles.xml")[0]
    return colour, any("media" in name for name in opened.files), size


def test_colours_logo_and_template_are_in_the_report_and_can_be_taken_away(house):
    assert looks(report(house)) == ("0B5351", False, "54")
    assert save(house, **COLOURS, logo=png()).status_code == 303
    assert looks(report(house)) == ("1F4788", True, "54")
    page = house.regie.get(PAGE).text
    assert 'value="#1f4788"' in page and "en het logo erboven" in page
    assert save(house, **COLOURS, template=docx()).status_code == 303
    assert looks(report(house)) == ("8A1F3D", True, "60")
    for what, left in (("sjabloon", ("1F4788", True, "54")), ("logo", ("1F4788", False, "54"))):
        house.regie.post(PAGE, {"weg": what})
        assert looks(report(house)) == left
    house.regie.post(PAGE, {"weg": "kleuren"})
    assert looks(report(house)) == ("0B5351", False, "54")


def test_the_preview_and_the_example_show_it(house):
    before = house.regie.get(f"{PAGE}/voorbeeld.png")
    assert before.content_type == "image/png"
    save(house, **COLOURS, logo=png())
    assert house.regie.get(f"{PAGE}/voorbeeld.png").data != before.data
    example = house.regie.get(f"{PAGE}/voorbeeld.docx").data
    assert looks(Opened(example))[:2] == ("1F4788", True)
    assert template.read(example)  # one can begin an own template with it
    for what in ("kleuren", "logo"):
        house.regie.post(PAGE, {"weg": what})


def test_for_all_ketens_and_one_with_its_own(house):
    house.regie.post("/regie/ketens", {"name": "Ede"})
    house.regie.post("/regie/ketens/k2/bijeenkomsten", {"title": "Start", "template": "startbijeenkomst"})
    other = f"k2-{next(house.built.house.rooms.get('k2').chain.of_type('meeting'))['id']}"
    assert save(house, **COLOURS, voor="huis").status_code == 303
    assert [looks(report(house, ref))[0] for ref in (house.ref, other)] == ["1F4788", "1F4788"]
    save(house, chain="k2", main="#7a5200", tint="#fff0c2")
    assert [looks(report(house, ref))[0] for ref in (house.ref, other)] == ["1F4788", "7A5200"]
    house.regie.post("/regie/ketens/k2/wissen", {"name": "Ede"})
    assert [key for key in house.built.house.rooms.settings if "k2-" in key] == []
    house.regie.post(PAGE, {"weg": "kleuren"})
    assert looks(report(house))[0] == "0B5351"


@pytest.mark.parametrize(
    ("fields", "say"),
    [
        ({"main": "#ffd966"}, "te licht voor letters"),
        ({"tint": "#777777"}, "zijn letters niet goed te lezen"),
        ({"logo": b"geen plaatje"}, "Dit is geen plaatje."),
        ({"template": b"geen Word"}, "Dit is geen Word-bestand."),
        ({"template": docx(sheet=municipal(away=("heading 3",)))}, "ontbreekt de stijl: Kop 3."),
        ({"template": b"x" * (template.LARGEST + 5)}, "Dit bestand is te groot."),
    ],
)
def test_what_is_wrong_is_said_and_nothing_changes(house, fields, say):
    before = dict(house.built.house.rooms.settings)
    reply = save(house, **fields)
    assert reply.status_code == 409 and say in reply.text and 'role="alert"' in reply.text
    assert dict(house.built.house.rooms.settings) == before


def test_only_the_facilitator(house):
    for path in (PAGE, f"{PAGE}/voorbeeld.png", f"{PAGE}/voorbeeld.docx"):
        assert Visitor(house).get(path).status_code == 401
    assert Visitor(house).post(PAGE, COLOURS).status_code == 401
