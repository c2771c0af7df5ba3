"""Own work in the browser: made, checked, kept, used in a meeting, thrown away and brought back; nothing is harmed."""

import html
import json
import re
from io import BytesIO

import pytest

from facilitator.content.second import AGENDA, EXERCISE, PERSONA
from facilitator.own import starts
from tests.web.indoors import ADDRESS, Indoors

CIRCLE = (
    "---\nid: eigen-{}\nsoort: briefjes\ntitel: Kring\nminuten: 5\nvan: eigen-{}\nbron: x\n---\n\n## Doel\n\nEen.\n"
)
BROKEN = {
    "oefeningen/eigen-leeg.md": b"",
    "oefeningen/eigen-teken.md": b"---\ntitel: caf\xe9\n---\n",
    "oefeningen/eigen-a.md": CIRCLE.format("a", "b").encode(),
    "oefeningen/eigen-b.md": CIRCLE.format("b", "a").encode(),
    "oefeningen/kansen.md": CIRCLE.format("c", "c").encode(),
    "agendas/eigen-avond.md": b"---\nid: eigen-avond\nstappen: [&a {oefening: eigen-leeg}, *a]\n---\n",
    "personas/eigen-wie.md": "---\nnaam: \u202eNoor\n---\n".encode(),
}


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    """One house for all, which opened over a shelf where much was wrong; every test makes its own things."""
    data = tmp_path_factory.mktemp("own")
    for name, text in BROKEN.items():
        path = data / "eigen" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text)
    house = Indoors(data)
    yield house
    house.built.ledger.close()


@pytest.fixture
def shelf(house):
    return house.built.house.library


def asked(house, what, sort, values=None, visitor=None, **more):
    """The answer to a question of the form."""
    body = {"sort": sort, "id": "", "seen": "", "text": None, "values": values or {}, **more}
    client = (visitor or house.regie).client
    path = f"/regie/eigen/{what}"
    return client.post(path, base_url=ADDRESS, json=body, headers={"Origin": ADDRESS})


def kept(house, sort, values, **more):
    answer = asked(house, "bewaren", sort, values, **more).get_json()
    assert answer["ok"], answer
    return answer["id"]


def start(page):
    """The data block of the form."""
    return json.loads(re.search(r'id="start">(.*?)</script>', page.text, re.DOTALL)[1])


def told(page):
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page.text)).split())


def wall(shelf, title):
    return {**starts.copied(EXERCISE, "kansen", shelf), "titel": title}


def person(name):
    return {**starts.skeleton(), "naam": name, "label": "", "niet_herleidbaar": "ja"}


def test_everything_of_ours_and_every_template_opens_in_the_form(house, shelf):
    for sort, names in ((EXERCISE, ["kansen", "stemmen"]), (AGENDA, ["startbijeenkomst"]), (PERSONA, ["kim"])):
        for name in names:
            page = house.regie.get(f"/regie/eigen/nieuw/{sort}?van={name}")
            assert page.status_code == 200 and start(page)["values"]["bron"].startswith("eigen")
    assert start(house.regie.get("/regie/eigen/nieuw/oefening?soort=matrix"))["values"]["soort"] == "matrix"
    assert start(house.regie.get("/regie/eigen/nieuw/persona?van=jonge-mantelzorger"))["values"]["leeftijd"] == "15"
    assert start(house.regie.get("/regie/eigen/nieuw/agenda"))["values"]["stappen"] == []
    assert house.regie.get("/regie/eigen/nieuw/oefening?van=weg").status_code == 404


def test_a_house_opens_whatever_stands_on_the_shelf_and_says_what_is_wrong(house, shelf):
    assert {one.file for one in shelf.own.values() if one.faults} == set(BROKEN)
    page = told(house.regie.get("/regie/eigen"))
    assert page.count("Dit staat nog niet op de plank.") == len(BROKEN)
    assert "geen UTF-8" in page and "loopt in een kring" in page
    assert shelf.exercises["kansen"] == shelf.ours.exercises["kansen"]
    for one in list(shelf.own.values()):
        assert house.regie.get(f"/regie/eigen/{one.id}").status_code == 200


def test_an_own_exercise_and_agenda_are_used_at_once_and_marked(house, shelf):
    name = kept(house, EXERCISE, wall(shelf, "Onze eigen muur"))
    agenda = starts.copied(AGENDA, "kort-overleg", shelf)
    agenda["titel"] = "Onze eigen avond"
    agenda["stappen"][-1] |= {"oefening": name, "onderdeel": "Slot"}
    avond = kept(house, AGENDA, agenda)
    page = house.regie.get("/regie")
    assert re.search(r"Onze eigen avond</strong>.*?class=\"tag\">eigen<", page.text)
    made = house.regie.post("/regie/ketens/k1/bijeenkomsten", {"title": "Avond", "template": avond})
    assert made.status_code == 303
    steps = house.room.chain.steps(made.location.rpartition("-")[2])
    assert steps[-1]["exercise"] == name and steps[-1]["title"] == "Onze eigen muur"
    [row] = [one for one in start(house.regie.get(f"/regie/{house.ref}"))["shelf"] if one["exercise"] == name]
    assert row["own"] is True
    [hit] = house.regie.get("/regie/naslag.json?zoek=onze+eigen+muur").get_json()["hits"][:1]
    assert hit["title"] == "Onze eigen muur (eigen)"
    house.do("step.add", exercise=name, after="")
    assert house.room.chain.steps(house.meeting)[0]["title"] == "Onze eigen muur"
    marked = {step["title"] for step in house.seen("control", "step") if step.get("own")}
    assert marked == {"Onze eigen muur"}, "the agenda in the control room says which is one's own"


def test_a_page_without_script_does_not_ask_for_it(house):
    """The shelf works with plain forms; the form to write in does not."""
    assert "<noscript>" not in house.regie.get("/regie/eigen").text
    form = house.regie.get("/regie/eigen/nieuw/oefening").text
    assert "<noscript>" in form and "namens u te schrijven" not in form


def test_changing_or_throwing_away_never_changes_a_meeting_that_is_there(house, shelf):
    name = kept(house, EXERCISE, wall(shelf, "Zoals het was"))
    house.do("step.add", exercise=name, after="")
    step = house.room.chain.steps(house.meeting)[0]["id"]
    seen = start(house.regie.get(f"/regie/eigen/{name}"))["seen"]
    assert kept(house, EXERCISE, wall(shelf, "Anders"), id=name, seen=seen) == name
    assert shelf.exercises[name]["title"] == "Anders"
    assert house.room.chain.entities[step]["title"] == "Zoals het was"
    assert house.regie.post(f"/regie/eigen/{name}/weg").status_code == 303
    assert name not in shelf.exercises and house.regie.get(f"/regie/eigen/{name}").status_code == 404
    assert house.room.chain.entities[step]["title"] == "Zoals het was"
    assert "Weggegooid (1)" in told(house.regie.get("/regie/eigen"))
    assert house.regie.post(f"/regie/eigen/{name}/terug", {"sort": EXERCISE}).status_code == 303
    assert shelf.exercises[name]["title"] == "Anders"


def test_an_own_persona_is_chosen_in_a_meeting_and_stays_in_it(house, shelf):
    name = kept(house, PERSONA, person("Yara"))
    house.do("step.add", exercise="persona", after="")
    step = house.room.chain.steps(house.meeting)[0]
    assert next(card for card in step["personas"] if card["id"] == name)["own"] is True
    house.do("meeting.go", step=step["id"])
    house.do("persona.choose", step=step["id"], persona=name)
    house.regie.post(f"/regie/eigen/{name}/weg")
    held = house.room.chain.entities[step["id"]]["state"]["personas"][name]
    assert held["label"] == "Yara (15)" and len(held["sections"]) == 9
    assert house.regie.get(f"/portretten/{held['portrait']}").status_code == 200


def test_what_is_not_good_is_not_kept_and_says_so_beside_its_field(house, shelf):
    before = set(shelf.own)
    answer = asked(house, "bewaren", EXERCISE, {**wall(shelf, ""), "minuten": "x"}).get_json()
    assert answer["ok"] is False and answer["code"] == "faults"
    assert {row["field"] for row in answer["faults"]} == {"titel", "minuten"}
    assert set(shelf.own) == before


def test_a_persona_is_kept_only_after_the_confirmation_and_names_of_this_keten_are_seen(house, shelf):
    house.join("Hendrikje", "Buurtzorg")
    values = {**person("Sanne"), "werk.tekst": "- Zij werkt met Hendrikje.", "niet_herleidbaar": ""}
    answer = asked(house, "bewaren", PERSONA, values).get_json()
    assert [row["field"] for row in answer["faults"]] == ["niet_herleidbaar"]
    [trace] = answer["traces"]
    assert (trace["field"], trace["found"]) == ("werk.tekst", "Hendrikje") and trace["instead"] != "Hendrikje"
    name = kept(house, PERSONA, {**values, "niet_herleidbaar": "ja"})
    assert shelf.own[name].confirmed
    assert start(house.regie.get(f"/regie/eigen/{name}"))["values"]["niet_herleidbaar"] == "ja"


def test_two_windows_do_not_overwrite_each_other_and_a_copy_is_the_way_out(house, shelf):
    name = kept(house, EXERCISE, wall(shelf, "Van twee"))
    seen = start(house.regie.get(f"/regie/eigen/{name}"))["seen"]
    kept(house, EXERCISE, wall(shelf, "Van de een"), id=name, seen=seen)
    answer = asked(house, "bewaren", EXERCISE, wall(shelf, "Van de ander"), id=name, seen=seen).get_json()
    assert (answer["ok"], answer["code"]) == (False, "changed") and "kopie" in answer["say"]
    assert kept(house, EXERCISE, wall(shelf, "Van de ander")) != name


def test_what_goes_out_as_markdown_comes_in_the_same(house, shelf):
    for sort, values in (
        (EXERCISE, wall(shelf, "Uit en in")),
        (PERSONA, person("Bo")),
        (AGENDA, starts.copied(AGENDA, "workshop", shelf)),
    ):
        name = kept(house, sort, values)
        out = house.regie.get(f"/regie/eigen/{name}.md")
        assert (
            out.headers["Content-Type"].startswith("text/markdown")
            and "attachment" in out.headers["Content-Disposition"]
        )
        if sort == PERSONA:
            house.regie.post(f"/regie/eigen/{name}/weg")
        page = house.regie.post("/regie/eigen/inlezen", {"file": (BytesIO(out.data), "iets.md"), "text": ""})
        came = start(page)
        assert came["sort"] == sort and came["text"] is None and came["id"] == ""
        was = {key: value for key, value in values.items() if value and key != "niet_herleidbaar"}
        assert {key: came["values"].get(key) for key in was} == was


STEPS = "  - {oefening: kansen, onderdeel: a, minuten: 1}\n" * 200
FRONT = "---\nid: x\nsoort: briefjes\ntitel: Muur\nminuten: 5\nbron: x\n"
EXTRA = f"{FRONT}kleur: rood\n---\n\n## Doel\n\nEen.\n\n## Bijlage\n\nMeer.\n"
WHO = "---\nnaam: Noor\n---\n\n## Wie is Noor? {#leeftijd}\n\nVraag: Wie?\n\nx\n"


@pytest.mark.parametrize(
    "text", ["geen kenmerken", EXTRA, "---\nnaam: Noor\n---\n\n## Wie is Noor? {#leeftijdd}\n\nx\n"]
)
def test_a_text_that_does_not_fit_the_form_stays_whole_with_what_is_wrong(house, shelf, text):
    before = set(shelf.own)
    came = start(house.regie.post("/regie/eigen/inlezen", {"text": text}))
    assert came["text"] == text
    answer = asked(house, "bewaren", came["sort"], text=text).get_json()
    assert answer["ok"] is False and answer["faults"] and all(row["say"] for row in answer["faults"])
    assert set(shelf.own) == before


@pytest.mark.parametrize(
    ("text", "field", "say"),
    [
        (f"{FRONT}---\n\n## Doel\n\n<script>alert(1)</script>\n", "doel", "HTML werkt hier niet"),
        (f"---\ntitel: Lang\nfase: C\nbron: x\nstappen:\n{STEPS}---\nTekst\n", "stappen", "Er staan 200 stappen."),
        (
            "---\nnaam: Noor\n---\n\n## Wie is Noor? {#leeftijd}\n\nVraag: Wie?\n\nx\n",
            "werk.vraag",
            "Schrijf hier een vraag",
        ),
    ],
)
def test_what_fits_opens_in_the_form_with_its_faults_beside_the_fields(house, shelf, text, field, say):
    before = set(shelf.own)
    came = start(house.regie.post("/regie/eigen/inlezen", {"text": text}))
    assert came["text"] is None
    answer = asked(house, "bewaren", came["sort"], came["values"]).get_json()
    assert any(row["field"] == field and row["say"].startswith(say) for row in answer["faults"]), answer["faults"]
    assert answer["ok"] is False and set(shelf.own) == before


@pytest.mark.parametrize("body", [b"\xff\xfe\x00", b"caf\xe9", b""])
def test_a_file_that_is_no_text_is_refused_in_words(house, body):
    page = house.regie.post("/regie/eigen/inlezen", {"file": (BytesIO(body), "iets.md"), "text": ""})
    assert page.status_code == 409 and "Kies een bestand" in told(page)


def test_a_broken_file_on_the_disk_is_shown_and_mended_as_text(house, shelf):
    path = shelf.folder / "oefeningen" / "eigen-stuk.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"---\ntitel: caf\xe9\n---\n")
    page = house.regie.get("/regie/eigen")
    assert told(page).count("geen UTF-8") == 2
    form = start(house.regie.get("/regie/eigen/eigen-stuk"))
    assert form["text"].startswith("---\ntitel: caf")
    good = shelf.judge(EXERCISE, "eigen-stuk", "")[1].file  # the name stays
    assert good == "oefeningen/eigen-stuk.md"
    text = "---\nid: x\nsoort: briefjes\ntitel: Weer heel\nminuten: 5\nbron: eigen\n---\n\n## Doel\n\nEen muur.\n"
    assert kept(house, EXERCISE, {}, id="eigen-stuk", seen=form["seen"], text=text) == "eigen-stuk"
    assert shelf.exercises["eigen-stuk"]["title"] == "Weer heel"


@pytest.mark.parametrize("role", ["scherm", "telefoon", "regie"])
@pytest.mark.parametrize(("sort", "name"), [(EXERCISE, "stemmen"), (AGENDA, "startbijeenkomst"), (PERSONA, "kim")])
def test_each_of_the_three_screens_can_be_seen_before_anything_is_kept(house, shelf, role, sort, name):
    before = len(house.room.chain.entities)
    body = {"sort": sort, "id": "", "text": None, "values": starts.copied(sort, name, shelf)}
    sent = house.regie.post("/regie/eigen/voorbeeld", {"role": role, "body": json.dumps(body)})
    page = house.regie.get(sent.location)
    block = start(page)
    assert page.status_code == 200 and block["still"]["ok"] is False
    entities = {key: one for patch in block["patches"] for key, one in patch["put"].items()}
    [meeting] = [one for one in entities.values() if one["type"] == "meeting"]
    assert meeting["step"] and meeting["state"] == "open"
    if sort == EXERCISE:
        assert any(one["type"] == "note" for one in entities.values()) or role == "telefoon"
    assert len(house.room.chain.entities) == before


def test_a_stranger_gets_nothing_and_nonsense_is_no_form(house):
    stranger = house.join("Ab")
    for what in ("nakijken", "bewaren"):
        assert asked(house, what, EXERCISE, visitor=stranger).status_code == 401
        assert asked(house, what, "iets").status_code == 400
        assert asked(house, what, EXERCISE, {"titel": 7}).status_code == 400
        assert asked(house, what, EXERCISE, {"stappen": ["x"]}).status_code == 400
        assert asked(house, what, EXERCISE, {"titel": "x" * 70_000}).status_code == 400
        assert asked(house, what, EXERCISE, {}, id="../../weg").status_code == 400
    assert house.regie.post("/regie/eigen/eigen-x/voorgoed", {"sort": "../.."}).status_code == 404
    assert house.regie.post("/regie/eigen/bewaren", {}, origin="http://elders.example").status_code == 403
