"""The page of the network map, through two years of one keten: how it was, what changed, and the files."""

import html
import re
from contextlib import closing

import pytest
from lxml import etree

from facilitator.rehearsal.client import Facilitator, Phone
from facilitator.rehearsal.house import House

pytestmark = pytest.mark.crowd
PARTNERS = {"Gemeente Ede": ("Steunpunt",), "Steunpunt": ("Gemeente Ede", "=1+1 BV")}


def mapped(house: House, regie: Facilitator, partners: dict[str, tuple[str, ...]]) -> None:
    """A meeting at which each organisation names its partners; the door shuts after it."""
    code = regie.open_door()
    step = regie.do("step.add", {"exercise": "netwerkkaart", "after": regie.meeting["steps"][0]})["ids"][0]
    regie.go(step)
    for name, others in partners.items():
        with closing(Phone.join(house.address, code, "Els", name)) as phone:
            for other in others:
                phone.do("network.say", {"step": step, "name": other})
    regie.do("meeting.close")


@pytest.fixture(scope="module")
def keten():
    """Two meetings, a year apart; in the second the carers' support centre is new at the table of one more."""
    with House(limits=False) as house:
        regie = Facilitator.sign_in(house.link)
        regie.make("startbijeenkomst", keten="Veluwerand", title="De start", date="2026-01-12")
        mapped(house, regie, PARTNERS)
        later = regie.again("workshop", title="Een jaar later", date="2027-01-12")
        mapped(house, later, {**PARTNERS, "Thuiszorg West": ("Steunpunt",)})
        later.home = f"/regie/ketens/{later.ref.partition('-')[0]}/kaart"
        yield later


def text(page: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


def test_the_page_tells_how_it_is_and_what_changed(keten):
    told = text(keten.browser.get(keten.home).text)
    assert "Vooruitgang sinds De start" in told
    assert "Nu aan tafel, en toen niet: Thuiszorg West." in told
    assert "Een nieuwe lijn: Steunpunt met Thuiszorg West." in told
    assert "Genoemd, maar nog niet aan tafel: =1+1 BV." in told


def test_the_first_moment_is_as_it_was(keten):
    page = keten.browser.get(keten.home).text
    [first] = re.findall(r'href="[^"]*kaart\?op=([^"]+)">De start', page)
    told = text(keten.browser.get(f"{keten.home}?op={first}").text)
    assert "Thuiszorg West" not in told and "Vooruitgang" not in told and "12 januari 2026" in told
    drawing = keten.browser.get(f"{keten.home}.svg?op={first}")
    assert drawing.headers["Content-Type"] == "image/svg+xml" and "Thuiszorg" not in drawing.text
    etree.fromstring(drawing.text.encode())


def test_the_files_say_the_same(keten):
    lines = keten.browser.get(f"{keten.home}/lijnen.csv").text
    assert '"Gemeente Ede";"Steunpunt";"beide noemen het"' in lines
    assert '"\'=1+1 BV"' in keten.browser.get(f"{keten.home}/organisaties.csv").text, "no cell becomes a formula"
    graph = etree.fromstring(keten.browser.get(f"{keten.home}/kaart.graphml").text.encode())
    space = {"g": "http://graphml.graphdrawing.org/xmlns"}
    assert len(graph.findall(".//g:node", space)) == 4 and len(graph.findall(".//g:edge", space)) == 3
    nodes = {node.get("id") for node in graph.findall(".//g:node", space)}
    assert {edge.get(end) for edge in graph.findall(".//g:edge", space) for end in ("source", "target")} <= nodes
    picture = keten.browser.get(f"{keten.home}/kaart.png")
    assert picture.headers["Content-Type"] == "image/png" and picture.status == 200


def test_what_is_not_there_is_not_found(keten):
    assert keten.browser.get(f"{keten.home}/kaart.exe").status == 404
    assert keten.browser.get("/regie/ketens/k99/kaart").status == 404
    assert keten.browser.get(f"{keten.home}?op=onzin&sinds=onzin").status == 200, "an old link shows how it is now"
