"""The keten's page: what stands there, what can be changed there, and what was typed wrong comes back."""

import html
import re

import pytest

from facilitator.rehearsal.client import Facilitator, Phone
from facilitator.rehearsal.house import House

pytestmark = pytest.mark.crowd


@pytest.fixture(scope="module")
def keten():
    """A keten that met once, with three actions; the control room's page, and the address of the keten's."""
    house = House(limits=False).start()
    regie = Facilitator.sign_in(house.link).make("startbijeenkomst", keten="Veluwerand", title="De start")
    phone = Phone.join(house.address, regie.open_door(), "Els", "Steunpunt", "consulent")
    step = next(one["id"] for one in regie.list("step") if one["kind"] == "acties")
    regie.go(step)
    regie.actions = [
        regie.do("action.make", {"step": step, **one})["ids"][0]
        for one in (
            {"what": "De huisartsen bellen", "who": "Els", "when": "2020-01-02", "block": 2},
            {"what": "<b>Een kaart</b> maken", "who": "Jan", "when": "2099-01-02"},
            {"what": "Iets anders"},
        )
    ]
    regie.do("meeting.close")
    regie.home = f"/regie/ketens/{regie.ref.partition('-')[0]}"
    yield regie
    phone.close()
    regie.close()
    house.close()


def text(page: str) -> str:
    """What a reader sees, on one line."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


def shown(keten: Facilitator, way: str = "") -> str:
    reply = keten.browser.get(keten.home + (f"?op={way}" if way else ""))
    assert reply.status == 200
    return reply.text


def test_it_tells_what_is_open_with_what_is_late_first(keten):
    told = text(shown(keten))
    assert "0 van 3 acties klaar" in told and "3 open, waarvan 1 over tijd ." in told
    order = [
        told.index(what) for what in ("Over tijd", "De huisartsen bellen", "<b>Een kaart</b> maken", "Zonder datum")
    ]
    assert order == sorted(order)
    assert "voor 2 januari 2020, over tijd" in told


@pytest.mark.parametrize(
    ("way", "heads"), [("bouwsteen", ("2. Preventie", "Zonder bouwsteen")), ("wie", ("Els (1)", "Nog van niemand"))]
)
def test_the_same_by_building_block_and_by_person(keten, way, heads):
    told = text(shown(keten, way))
    assert all(head in told for head in heads)


def test_it_tells_who_was_there_and_where_the_report_is(keten):
    page = shown(keten)
    assert "Steunpunt Els (consulent) 1 keer, laatst bij De start" in text(page)
    assert f'href="/regie/{keten.ref}/verslag"' in page


def test_status_and_date_are_changed_here_and_it_stands_in_the_history(keten):
    action = keten.actions[2]
    fields = {"status": "bezig", "when": "2099-03-01", "obstacle": "Geen tijd", "help": ""}
    reply = keten.browser.post(f"{keten.home}/acties/{action}/stand?op=wie", fields)
    assert reply.status == 303 and reply.location.endswith(f"?op=wie#actie-{action}")
    told = text(shown(keten))
    assert "bezig · nog van niemand · voor 1 maart 2099" in told or "bezig · nog van niemand voor 1 maart 2099" in told
    assert "tussen de bijeenkomsten status: nog niet begonnen → bezig; datum: leeg → 1 maart 2099" in told


def test_a_date_that_is_over_is_asked_about_once_and_taken_when_it_is_meant(keten):
    where = f"{keten.home}/acties/{keten.actions[0]}/stand"
    fields = {"status": "bezig", "when": "2021-03-01", "obstacle": "Blijft staan", "help": "Dit ook"}
    asked = keten.browser.post(where, fields)
    assert asked.status == 409 and "Deze dag is al voorbij. Klopt dat?" in text(asked.text)
    for typed in ('value="2021-03-01"', "Blijft staan", "Dit ook", 'name="sure" value="2021-03-01"'):
        assert typed in asked.text
    assert "voor 2 januari 2020, over tijd" in text(shown(keten)), "nothing is taken before the answer"
    another = keten.browser.post(where, {**fields, "sure": "2021-03-01", "when": "2022-03-01"})
    assert another.status == 409 and 'name="sure" value="2022-03-01"' in another.text
    assert keten.browser.post(where, {**fields, "sure": "2021-03-01"}).status == 303
    assert "voor 1 maart 2021, over tijd" in text(shown(keten))
    assert keten.browser.post(where, {**fields, "status": "nog niet begonnen", "help": ""}).status == 303, "no new date"
    back = {"status": "nog niet begonnen", "when": "2020-01-02", "obstacle": "", "help": "", "sure": "2020-01-02"}
    assert keten.browser.post(where, back).status == 303


def test_a_call_is_kept_and_does_not_reach_the_report(keten):
    fields = {"day": "2026-11-20", "text": "Belt vrijdag terug"}
    assert keten.browser.post(f"{keten.home}/acties/{keten.actions[0]}/gebeld", fields).status == 303
    told = text(shown(keten))
    assert "Els laatst gebeld op 20 november 2026" in told
    assert "Gebeld op 20 november 2026: Belt vrijdag terug" in told
    from facilitator.rehearsal.paper import read

    paper = read(keten.report())
    assert paper.count("De huisartsen bellen") and not paper.count("Belt vrijdag terug")


def test_how_an_organisation_reaches_carers_is_no_person_to_ask_for(keten):
    step = next(one["id"] for one in keten.list("step") if one["kind"] == "kennismaking")
    keten.do("meeting.open")
    keten.do("meeting.go", {"step": step})
    [organisation] = [one["id"] for one in keten.list("organisation")]
    told = {"step": step, "organisation": organisation, "contact": "Aan de balie, elke dag"}
    keten.do("introduction.paper", told)
    keten.do("meeting.close")
    page = shown(keten)
    people, organisations = page.split('id="aanspreekpunten"')[1].split('id="organisaties"')
    assert "Nog niemand." in people and "Aan de balie" not in people
    assert "Contact met mantelzorgers: Aan de balie, elke dag" in text(organisations)


@pytest.mark.parametrize(
    ("form", "fields", "say"),
    [
        ("stand", {"when": "2026-02-31", "obstacle": "Blijft staan"}, "Dit is geen datum."),
        ("stand", {"status": "af", "obstacle": "Blijft staan"}, "Kies een status uit de lijst."),
        ("stand", {"obstacle": "a" * 501}, "Houd het korter dan 500 tekens."),
        ("gebeld", {"text": " ", "day": "2026-11-20"}, "Er staat nog niets."),
        ("gebeld", {"text": "Blijft staan", "day": "gisteren"}, "Dit is geen datum."),
    ],
)
def test_what_is_refused_comes_back_as_it_was_typed(keten, form, fields, say):
    reply = keten.browser.post(f"{keten.home}/acties/{keten.actions[1]}/{form}", fields)
    assert reply.status == 409 and say in text(reply.text) and 'role="alert"' in reply.text
    for typed in fields.values():
        if typed not in ("af", "gisteren", " "):
            assert typed in reply.text


def test_an_action_is_handed_over_here_and_both_owners_see_it_under_their_own_name(keten):
    """The action with nobody: first to somebody from the list and a typed name, then to the typed name alone."""
    action, [els] = keten.actions[2], [one["id"] for one in keten.list("participant")]
    assert f'<option value="{els}">Els (Steunpunt)</option>' in shown(keten)
    where = f"{keten.home}/acties/{action}/overdragen?op=wie"
    reply = keten.browser.post(where, {"more": els, "who": "Jan"})
    assert reply.status == 303 and reply.location.endswith(f"#actie-{action}")
    page = shown(keten, "wie")
    assert "Els (Steunpunt) (1) Iets anders" in text(page) and "Jan (2) <b>Een kaart</b> maken" in text(page)
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids)) and f"actie-{action}" in ids
    called = {"day": "2026-11-21", "text": "Doet mee", "owner": els}
    assert keten.browser.post(f"{keten.home}/acties/{action}/gebeld", called).status == 303
    told = text(shown(keten))
    assert "Els (Steunpunt) laatst gebeld op 21 november 2026" in told and "Jan nog niet gebeld" in told
    assert keten.browser.post(where, {"owners": els, "more": "p99"}).status == 409
    assert keten.browser.post(where, {"who": "Jan"}).status == 303
    assert "wie: Els (Steunpunt) en Jan → Jan" in text(shown(keten))


def test_an_unknown_keten_or_action_is_said(keten):
    assert keten.browser.get("/regie/ketens/k99").status == 404
    reply = keten.browser.post(f"{keten.home}/acties/a0/stand", {"status": "bezig"})
    assert reply.status == 409 and "Deze actie is er niet meer." in text(reply.text)


def test_a_short_meeting_is_made_here_and_begins_with_what_is_open(keten):
    page = shown(keten)
    assert 'name="template" value="kort-overleg"' in page
    fields = {"template": "kort-overleg", "title": "Kort overleg", "place": "", "date": "2027-01-12"}
    assert keten.browser.post(f"{keten.home}/bijeenkomsten", fields).status == 303
    assert "Kort overleg 12 januari 2027" in text(shown(keten))


def test_every_next_meeting_begins_with_what_is_open_but_a_day_for_trainers(keten):
    """The form says so before; the steps that build on others still do; the step can be taken away."""
    assert "In deze keten staan nog acties open." in text(keten.browser.get("/regie").text)
    workshop = keten.again("workshop", title="Met de keten")
    kinds = [one["kind"] for one in steps_of(workshop)]
    assert kinds[:3] == ["kennismaking", "terugblik", "uitleg"] and kinds.count("terugblik") == 1
    by_id = {one["id"]: one for one in steps_of(workshop)}
    voted = next(one for one in by_id.values() if one["kind"] == "stemmen")
    assert by_id[voted["from"]]["kind"] == "briefjes"
    workshop.do("step.remove", {"step": steps_of(workshop)[1]["id"]})
    assert "terugblik" not in [one["kind"] for one in steps_of(workshop)]
    trainers = keten.again("train-de-trainer", title="Voor trainers")
    assert "terugblik" not in [one["kind"] for one in steps_of(trainers)]
    workshop.close()
    trainers.close()


def steps_of(regie: Facilitator) -> list[dict]:
    held = regie.look()
    return [held[identity] for identity in regie.meeting["steps"]]


def test_a_subaction_stands_here_with_its_own_who_and_its_whole(keten):
    """Last in this file: it adds to what is open."""
    whole = keten.actions[1]
    pieces = [{"what": "Een tekst schrijven", "who": "Els"}, "Laten drukken"]
    keten.do("action.split", {"action": whole, "parts": pieces})
    told = text(shown(keten, "wie"))
    assert "Een tekst schrijven nog niet begonnen · Els Deel van: <b>Een kaart</b> maken" in told
    assert "opgeknipt in 2 subacties" in told
