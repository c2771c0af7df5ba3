"""A page of the handbook on the screen: over the step, for the screen and the control room only, and gone again."""

import pytest

from facilitator.chain.command import SCREEN, Seat
from tests.chain.sim import Sim

PAGE = "rollen/uitvoerder"


@pytest.fixture
def sim():
    sim = Sim()
    yield sim
    sim.remove()


def said(sim, name, seat=None, **body):
    _, answers = sim.ask(seat or sim.facilitator, name, body)
    sim.drain()
    return answers[0]


def seen(sim, channel):
    return sim.whole((channel, sim.meeting, ""))[sim.meeting].get("sheet")


def test_a_page_stands_on_the_screen_and_the_step_is_kept(sim):
    assert said(sim, "sheet.show", page=PAGE, part=1)["ok"]
    sheet = {"page": PAGE, "title": "Uitvoerder", "source": "handreiking §3.2"}
    sheet |= {"part": 1, "parts": 3, "heading": "Taken", "prose": [["p", "Taken"]]}
    assert [seen(sim, "control"), seen(sim, "screen"), seen(sim, "phone")] == [sheet, sheet, None]
    assert sim.chain.entities[sim.meeting]["step"] == sim.steps[0]
    assert said(sim, "sheet.away")["ok"]
    assert [seen(sim, "control"), seen(sim, "screen")] == [None, None]


def test_going_on_takes_the_page_away(sim):
    said(sim, "sheet.show", page=PAGE)
    assert said(sim, "meeting.go", step=sim.steps[1])["ok"]
    assert seen(sim, "screen") is None


@pytest.mark.parametrize(
    ("name", "body", "say"),
    [
        ("sheet.show", {"page": "rollen/niemand"}, "Dit staat niet (meer) op de plank. Kies iets anders uit de lijst."),
        ("sheet.show", {"page": PAGE, "part": 3}, "Deze pagina heeft dat deel niet (meer). Open de pagina opnieuw."),
        ("sheet.show", {"page": PAGE, "part": -1}, "Dit bericht is niet te lezen. Laad de pagina opnieuw."),
        ("sheet.away", {}, "Er staat geen pagina op het scherm."),
    ],
)
def test_what_cannot_be_shown_is_refused_in_a_sentence(sim, name, body, say):
    answer = said(sim, name, **body)
    assert (answer["ok"], answer["say"]) == (False, say)


def test_the_same_page_again_and_a_page_for_the_desk_are_refused(sim):
    said(sim, "sheet.show", page=PAGE)
    assert said(sim, "sheet.show", page=PAGE)["say"] == "Dit staat al op het scherm."
    sim.rooms.library.pages[PAGE]["screen"] = False
    say = "Deze pagina is alleen voor u. De zaal kan haar niet zien."
    assert said(sim, "sheet.show", page=PAGE, part=1)["say"] == say
    assert said(sim, "sheet.keep", page=PAGE, part=1)["say"] == say


def test_nobody_but_the_facilitator_shows_pages(sim):
    guest = sim.join()
    for seat in (guest, Seat(SCREEN, sim.meeting)):
        assert said(sim, "sheet.show", seat, page=PAGE)["code"] == "forbidden"
        assert said(sim, "sheet.keep", seat, page=PAGE)["code"] == "forbidden"
    said(sim, "sheet.show", page=PAGE)
    assert said(sim, "sheet.away", guest)["code"] == "forbidden"
    assert seen(sim, "screen")["page"] == PAGE


def test_a_page_becomes_a_step(sim):
    answer = said(sim, "sheet.keep", page=PAGE, part=1, after=sim.steps[0])
    steps = sim.chain.entities[sim.meeting]["steps"]
    assert steps[1] == answer["ids"][0]
    step = sim.chain.entities[steps[1]]
    expected = {"kind": "uitleg", "title": "Uitvoerder: Taken", "minutes": 5, "block": 2, "slide": [["p", "Taken"]]}
    assert {key: step[key] for key in expected} == expected
    assert said(sim, "meeting.go", step=step["id"])["ok"]
    assert said(sim, "step.remove", step=step["id"])["say"].startswith("De zaal is nu bij deze stap.")


def test_what_no_slide_can_hold_is_refused(sim):
    part = sim.rooms.library.pages[PAGE]["parts"][0]
    part["prose"] = [["ul", *(["li", "x" * 61] for _ in range(6))]]
    assert said(sim, "sheet.keep", page=PAGE)["ok"]
    part["prose"] = [["ul", *(["li", "x" * 61] for _ in range(6))], ["p", "En ", ["strong", "nog"], " iets."]]
    assert said(sim, "sheet.keep", page=PAGE)["say"].startswith("Dit deel is te lang voor een stap.")
    say = "De stap waar dit achter moet, staat niet meer op de agenda."
    assert said(sim, "sheet.keep", page=PAGE, part=1, after="s0")["say"] == say


def test_after_a_restart_the_page_is_still_there(sim):
    said(sim, "sheet.show", page=PAGE)
    before = seen(sim, "screen")
    sim.shut()
    sim.open()
    assert seen(sim, "screen") == before
