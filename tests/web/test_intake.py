"""Telling beforehand: one link for all, an answer per browser, no name in the book, nothing doubled by spelling."""

import re
from pathlib import Path

import pytest

from facilitator.chain import shapes
from facilitator.chain.kind import Audience
from facilitator.chain.network.links import network
from facilitator.chain.text import one_line
from facilitator.live.limits import Limits
from tests.web.indoors import NOON, Indoors, Visitor

LAURENS = {
    "organisation": "Laurens",
    "name": "Wilhelmina",
    "contact": "Bij huisbezoek",
    "number": "15 per maand",
    "frequency": "elke week",
    "offers": ["signaleren", "anders"],
    "funding": ["zorgverzekeraar"],
    "has": ["Antes", "", "Wmo Radar"],
    "about": ["doorverwijzen", "", ""],
    "wants": ["De huisartsen", ""],
}


@pytest.fixture(scope="module")
def indoors(tmp_path_factory):
    indoors = Indoors(tmp_path_factory.mktemp("intake"))
    yield indoors
    indoors.close()


@pytest.fixture
def house(indoors):
    """A keten of its own for each test, in one house."""
    indoors.begin()
    indoors.now, indoors.built.house.limits = NOON, Limits(False)
    return indoors


def link(house, until="2026-12-31"):
    """The path of a new link."""
    reply = house.regie.post(f"/regie/{house.ref}/vooraf", {"until": until})
    assert reply.status_code == 200, reply.text
    return re.search(r"http://[^/]+(/vooraf/[\w-]{43})<", reply.text)[1]


def told(house):
    return [one for one in house.room.chain.of_type("foreword") if not one["gone"]]


def overview(house):
    return house.regie.get(f"/regie/{house.ref}/vooraf").text


def own(house, phone):
    gate = house.built.house.rooms.gate
    views = gate.whole(house.room.chain, house.room.people, Audience("own", house.meeting, phone.seat.id))
    return [view for view in views.values() if view["type"] == "foreword"]


def test_what_is_told_beforehand_is_there_at_the_introductions_on_the_map_and_on_ones_own_phone(house):
    path, visitor = link(house), Visitor(house)
    assert visitor.get(path).status_code == 200
    reply = visitor.post(path, LAURENS)
    assert reply.status_code == 303 and "Path=/vooraf/" in reply.headers["Set-Cookie"]
    assert "HttpOnly" in reply.headers["Set-Cookie"]
    assert "Bewaard. Dank u wel." in visitor.get(reply.headers["Location"]).text
    drawn = network(house.room.chain, house.meeting)
    [(a, b)] = [link.what and (link.a, link.b) for link in drawn.links.values() if link.what]
    names = {guest.id: guest.name for guest in drawn.guests}
    assert {names[a], names[b]} == {"Laurens", "Antes"}
    assert sorted(names.values()) == ["Antes", "De huisartsen", "Laurens", "Wmo Radar"]
    phone, other = house.join("Ibrahim", "Laurens"), house.join("Jan", "Antes")
    [view] = own(house, phone)
    assert (view["contact"], view["has"], view["number"]) == ("Bij huisbezoek", ["Antes", "Wmo Radar"], "15 per maand")
    assert "by" not in view and own(house, other) == []
    assert house.seen("control", "foreword")[0]["by"] == "Wilhelmina"
    assert [house.seen(audience, "foreword") for audience in ("screen", "phone")] == [[], []]
    assert "by" not in house.seen("report", "foreword")[0]
    step = house.step("kennismaking")
    assert house.seen("control", "tally")[0]["answered"] == 1 and step


def test_the_facilitator_sees_who_told_and_who_did_not_yet(house):
    house.regie.post(f"/regie/{house.ref}/vooraf/verwacht", {"names": "Laurens\n Antes \n\nlaurens"})
    page = overview(house)
    assert "Ingevuld: 0 van 2" in page and page.count('<li dir="auto">') == 2
    Visitor(house).post(link(house), LAURENS)
    page = overview(house)
    assert "Ingevuld: 1 van 2" in page and "Antes</li>" in page and "Laurens</li>" not in page
    assert "Wilhelmina" in page and "15 per maand" in page and "eigen schatting" in page
    assert Visitor(house).get(f"/regie/{house.ref}/vooraf").status_code == 401
    assert f'href="/regie/{house.ref}/vooraf"' in house.regie.get(f"/regie/ketens/{house.keten}").text


def test_the_page_of_the_keten_makes_the_link_in_one_press_and_tells_who_answered(house):
    def page():
        return house.regie.get(f"/regie/ketens/{house.keten}").text

    house.regie.post(f"/regie/{house.ref}/vooraf/verwacht", {"names": "Laurens\nAntes"})
    [(where, until)] = re.findall(r'action="(/[^"]+/vooraf)"><input type="hidden" name="until" value="(.+?)">', page())
    assert "Vooraf ingevuld" not in page()
    made = house.regie.post(where, {"until": until})
    path = re.search(r"http://[^/]+(/vooraf/[\w-]{43})<", made.text)[1]
    assert "Vooraf ingevuld: 0 van 2." in page() and "Maak de link" not in page()
    Visitor(house).post(path, LAURENS)
    who = re.findall(r"(Ingevuld|Nog niet):</span> <bdi>(\w+)</bdi></p>", page())
    assert "Vooraf ingevuld: 1 van 2." in page() and who == [("Ingevuld", "Laurens"), ("Nog niet", "Antes")]
    assert "Wilhelmina" not in page()


def test_the_same_browser_changes_its_answer_and_another_adds_one(house):
    path, visitor = link(house), Visitor(house)
    visitor.post(path, LAURENS)
    assert 'value="15 per maand"' in visitor.get(path).text and "Dit vulde u eerder in" in visitor.get(path).text
    assert 'value="15 per maand"' not in Visitor(house).get(path).text
    visitor.post(path, {**LAURENS, "number": "40", "name": ""})
    assert [one["number"] for one in told(house)] == ["40"]
    assert "Wilhelmina" not in str(house.room.people)
    phone = house.join("Ibrahim", "Laurens")
    Visitor(house).post(path, {**LAURENS, "number": "rond de 100", "has": [], "wants": ["wmo radar"]})
    [view] = own(house, phone)
    assert (view["number"], view["contact"]) == ("40 / rond de 100", "Bij huisbezoek")
    assert view["wants"] == ["De huisartsen", "wmo radar"]
    assert [one["number"] for one in told(house)] == ["40", "rond de 100"]
    page = overview(house)
    assert "zeggen iets verschillends over het aantal mantelzorgers: “40” en “rond de 100”. Vraag het na." in page
    assert "De één werkt al samen met Wmo Radar, de ander zou dat willen." in page
    assert [len(one.get("torn", ())) for one in house.seen("control", "foreword")] == [2, 0]


def test_a_name_that_looks_like_a_known_one_is_asked_about_and_never_doubled_silently(house):
    house.do("organisation.add", name="Wijkteam Overschie")
    path, visitor = link(house), Visitor(house)
    typed = {**LAURENS, "organisation": "wijkteam", "contact": "<b>Dit typte ik</b>"}
    reply = visitor.post(path, typed)
    assert reply.status_code == 409 and "Ja, wij zijn <bdi>Wijkteam Overschie</bdi>" in reply.text
    assert "&lt;b&gt;Dit typte ik&lt;/b&gt;" in reply.text and told(house) == []
    assert visitor.post(path, {**typed, "same": "Iets anders"}).status_code == 409
    assert visitor.post(path, {**typed, "same": "Wijkteam Overschie"}).status_code == 303
    names = [one["name"] for one in house.room.chain.of_type("organisation")]
    assert names == ["Wijkteam Overschie"]
    assert visitor.post(path, {**typed, "organisation": "Wijkteam", "same": "-"}).status_code == 303
    names = [one["name"] for one in house.room.chain.of_type("organisation")]
    assert names == ["Wijkteam Overschie", "Wijkteam"]
    assert len(told(house)) == 1


def test_a_partner_that_looks_like_a_known_one_is_asked_about_after_it_was_kept(house):
    house.do("organisation.add", name="Wmo Radar")
    path, visitor = link(house), Visitor(house)
    visitor.post(path, {**LAURENS, "has": ["WmoRadar"], "about": ["alles"]})
    assert told(house)[0]["has"] == ["WmoRadar"]
    assert "Ja, ik bedoel <bdi>Wmo Radar</bdi>" in visitor.get(path).text
    assert visitor.post(f"{path}/dezelfde", {"named": "WmoRadar", "means": "Iets anders"}).status_code == 303
    assert told(house)[0]["has"] == ["WmoRadar"]
    visitor.post(f"{path}/dezelfde", {"named": "WmoRadar", "means": "Wmo Radar"})
    assert (told(house)[0]["has"], told(house)[0]["about"]) == (["Wmo Radar"], ["alles"])
    assert "Is dit dezelfde organisatie?" not in visitor.get(path).text


def test_a_partner_that_is_said_to_be_another_is_not_asked_about_again_until_another_name_looks_like_it(house):
    house.do("organisation.add", name="Wijkteam Noord")
    path, visitor = link(house), Visitor(house)
    visitor.post(path, {**LAURENS, "has": ["Wijkteam", "Antes"], "wants": []})
    assert "Ja, ik bedoel <bdi>Wijkteam Noord</bdi>" in visitor.get(path).text
    visitor.post(f"{path}/dezelfde", {"named": "Antes", "means": "-"})  # nobody asked
    visitor.post(f"{path}/dezelfde", {"named": "Wijkteam", "means": "-"})
    assert (told(house)[0]["has"], told(house)[0]["apart"]) == (["Wijkteam", "Antes"], [["Wijkteam", "Wijkteam Noord"]])
    assert "Is dit dezelfde organisatie?" not in visitor.get(path).text
    visitor.post(path, {**LAURENS, "has": ["Wijkteam"], "wants": []})  # changed later: still remembered
    assert "Is dit dezelfde organisatie?" not in visitor.get(path).text
    house.do("organisation.add", name="Wijkteam Overschie")
    assert re.findall("Ja, ik bedoel <bdi>(.+?)</bdi>", visitor.get(path).text) == ["Wijkteam Overschie"]
    visitor.post(path, {**LAURENS, "has": [], "wants": []})
    assert told(house)[0]["apart"] == []  # the name is not there any more, nor what was said of it
    visitor.post(path, {**LAURENS, "has": [], "wants": ["Wijkteam"], "apart": ["Wijkteam"]})  # said while typing
    assert len(told(house)[0]["apart"]) == 2 and "Is dit dezelfde organisatie?" not in visitor.get(path).text


@pytest.mark.parametrize(
    ("fields", "say"),
    [
        ({"organisation": " "}, "Er staat nog niets."),
        ({"organisation": "..."}, "Vul de naam van uw organisatie in."),
        ({"organisation": "a" * 200}, "Houd het korter dan 120 tekens."),
        ({"name": "a" * 200}, "Uw naam is te lang."),
        ({"has": ["b" * 150]}, "Houd elke regel korter dan 120 tekens. De langste heeft er 150."),
        ({"has": [f"Stichting {n}" for n in range(40)]}, "Noem hoogstens 30 organisaties. Nu zijn het er 40."),
        ({"has": ["LAURENS!"]}, "Dat is uw eigen organisatie."),
        ({"wants": ["Antes", "laurens"]}, "Dat is uw eigen organisatie."),
        ({"number": "9" * 90}, "Houd het korter dan 80 tekens. Nu zijn het er 90."),
    ],
)
def test_what_is_refused_comes_back_as_it_was_typed(house, fields, say):
    reply = Visitor(house).post(link(house), {**LAURENS, "contact": "Dit stond er al", **fields})
    assert reply.status_code == 409 and say in reply.text and ">Dit stond er al</textarea>" in reply.text
    assert told(house) == [] and list(house.room.chain.of_type("organisation")) == []


def test_nothing_at_all_is_no_answer(house):
    reply = Visitor(house).post(link(house), {"organisation": "Laurens"})
    assert reply.status_code == 409 and "U hebt nog niets ingevuld." in reply.text
    assert list(house.room.chain.of_type("organisation")) == []


def test_a_link_stops_when_it_is_withdrawn_after_its_day_and_when_the_introductions_are_done(house):
    first, second = link(house), link(house)
    assert [Visitor(house).get(path).status_code for path in (first, second)] == [200, 200]
    assert house.regie.post(f"/regie/{house.ref}/vooraf/weg").status_code == 303
    gone = Visitor(house).post(first, {**LAURENS, "contact": "Bij huisbezoek\n\nen <i>thuis</i>"})
    assert gone.status_code == 410 and "Dit is niet bewaard" in gone.text
    lines = "Laurens\nWilhelmina\nBij huisbezoek\n\nen &lt;i&gt;thuis&lt;/i&gt;\n15 per maand\nelke week\nsignaleren\n"
    assert re.search(r">\n" + re.escape(lines) + r"anders\nzorgverzekeraar\nAntes \(doorverwijzen\)\n", gone.text)
    assert "Wat u invulde, is bewaard" in Visitor(house).get(first).text
    assert house.regie.post(f"/regie/{house.ref}/vooraf/weg").status_code == 303
    day, house.now = link(house, "2026-11-22"), NOON + 12 * 3600
    assert Visitor(house).get(day).status_code == 410
    house.now = NOON
    path = link(house)
    house.step("kennismaking")
    assert Visitor(house).get(path).status_code == 200
    house.step("briefjes")
    assert Visitor(house).get(path).status_code == 410
    refused = house.regie.post(f"/regie/{house.ref}/vooraf", {"until": "2026-12-31"})
    assert refused.status_code == 409 and "is al geweest" in refused.text
    assert Visitor(house).get("/vooraf/" + "A" * 43).status_code == 404


def test_who_tells_at_the_table_has_the_last_word(house):
    Visitor(house).post(link(house), LAURENS)
    phone = house.join("Ibrahim", "Laurens")
    step = house.step("kennismaking")
    body = {"step": step, "has": ["Antes", "Pameijer"]}
    assert house.built.house.ask(house.room, "introduction.give", body, phone.seat)["ok"]
    drawn = network(house.room.chain, house.meeting)
    names = {guest.id: guest.name for guest in drawn.guests}
    there = {frozenset((names[one.a], names[one.b])): one.what for one in drawn.links.values() if one.there}
    assert there == {frozenset(("Laurens", "Antes")): ["doorverwijzen"], frozenset(("Laurens", "Pameijer")): []}


def test_names_go_with_the_names_of_the_meeting_and_an_answer_can_be_taken_away(house):
    Visitor(house).post(link(house), LAURENS)
    assert "Wilhelmina" in overview(house)
    house.do("people.erase")
    assert "Wilhelmina" not in overview(house) and "15 per maand" in overview(house)
    identity = told(house)[0]["id"]
    assert house.regie.post(f"/regie/{house.ref}/vooraf/{identity}/weg").status_code == 303
    assert told(house) == [] and network(house.room.chain, house.meeting).links == {}
    assert house.regie.post(f"/regie/{house.ref}/vooraf/{identity}/weg").status_code == 409


def test_the_link_and_the_key_are_nowhere_on_disk_and_the_name_not_in_the_book(house):
    path, visitor = link(house), Visitor(house)
    key = visitor.post(path, LAURENS).headers["Set-Cookie"].partition("=")[2].partition(";")[0]
    house.built.ledger.connection.execute("pragma wal_checkpoint(truncate)")
    kept = b"".join(file.read_bytes() for file in house.built.ledger.path.iterdir() if file.is_file())
    assert b"intake.told" in kept
    assert [secret for secret in (path.rpartition("/")[2], key) if secret.encode() in kept] == []
    events = house.built.ledger.connection.execute("select body from events").fetchall()
    assert "Wilhelmina" not in str(events)


def test_naughty_strings_come_through_unharmed(house):
    lines = (Path(__file__).parents[1] / "data" / "naughty-strings.txt").read_text("utf-8").splitlines()
    strings = [one for one in lines if one and not one.startswith("#") and len(one_line(one)) <= 120]
    path, pages = link(house), []
    for number in range(0, len(strings), 30):
        chunk, visitor = strings[number : number + 30], Visitor(house)
        body = {"organisation": f"Stichting {number}", "same": "-", "contact": "\n".join(chunk), "has": chunk}
        assert visitor.post(path, {**body, "about": chunk, "wants": chunk[:1], "name": chunk[0]}).status_code == 303
        pages.append(visitor.get(path).text)
    named = [name for one in told(house) for name in one["has"]]
    assert named == [one_line(one) for one in strings if one_line(one)]
    pages.append(overview(house))
    assert [page for page in pages if "<script>alert" in page or "<img src=x" in page] == []
    assert network(house.room.chain, house.meeting).guests


def test_a_book_with_what_was_told_opens_on_another_laptop(house):
    Visitor(house).post(link(house), LAURENS)
    kinds, seen = house.built.house.rooms.rulebook.kinds, {}
    for identity in house.room.chain.entities:
        shapes.check(house.room.chain, kinds, seen, identity)
    [told_one] = told(house)
    told_one["offers"] = "alles"
    with pytest.raises(shapes.Unsound):
        shapes.check(house.room.chain, kinds, seen, told_one["id"])
