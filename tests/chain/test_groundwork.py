"""What a keten prepared, on the room's screen when the facilitator puts it there, and nowhere else before that."""

import pytest

from facilitator.chain.command import FACILITATOR, SCREEN, Seat
from facilitator.chain.model import KETEN
from tests.chain.sim import Sim


@pytest.fixture
def sim():
    sim = Sim()
    yield sim
    sim.remove()


def said(sim, name, seat=None, **body):
    _, answers = sim.ask(seat or sim.facilitator, name, body)
    sim.drain()
    return answers[0]


def seen(sim, channel, identity):
    return sim.whole((channel, sim.meeting, ""))[identity]


def test_answers_and_plan_are_for_the_control_room_until_they_are_shown(sim):
    """From the keten's page, that sits in no meeting; the windows that are open hear of it at once."""
    page = Seat(FACILITATOR)
    assert said(sim, "groundwork.keep", page, tables="Netwerk dementie", director="de gemeente")["ok"]
    assert said(sim, "plan.make", page, start="2027-01-12", rhythm="tekst")["ok"]
    told = {"rows": [["Waar werken we?", "Gemeente"], ["Wat is er al?", "Netwerk dementie"]], "complete": False}
    told["rows"] += [["Wie krijgt extra aandacht?", ""], ["Wie is ketenregisseur?", "De gemeente"]]
    assert seen(sim, "control", KETEN)["groundwork"] == told
    for channel in ("screen", "phone"):
        assert not {"groundwork", "plan"} & seen(sim, channel, KETEN).keys()


def test_the_answers_stand_on_the_screen_and_go_again(sim):
    said(sim, "groundwork.keep", tables="Netwerk dementie")
    assert said(sim, "groundwork.show")["ok"]
    sheet = seen(sim, "screen", sim.meeting)["sheet"]
    assert (sheet["heading"], sheet["title"], sheet["parts"]) == ("Veluwerand", "Onze keten", 1)
    assert sheet["prose"][-1] == ["p", ["strong", "Wat is er al?"], " ", "Netwerk dementie"]
    assert "sheet" not in seen(sim, "phone", sim.meeting)
    assert said(sim, "groundwork.show")["say"] == "Dit staat al op het scherm."
    said(sim, "groundwork.keep", tables="De wijktafel")
    assert seen(sim, "screen", sim.meeting)["sheet"] == sheet
    assert said(sim, "sheet.away")["ok"] and "sheet" not in seen(sim, "screen", sim.meeting)


def test_only_the_facilitator_may(sim):
    bodies = {"groundwork.keep": {"tables": "x"}, "groundwork.show": {}, "plan.skip": {"milestone": "workshop"}}
    bodies |= {"plan.make": {"start": "2027-01-12", "rhythm": "tekst"}, "plan.move": {"milestone": "workshop"}}
    for seat in (sim.join(), Seat(SCREEN, sim.meeting)):
        for name, body in bodies.items():
            assert said(sim, name, seat, **body)["code"] == "forbidden"


def test_what_was_chosen_is_still_there_after_a_restart(sim):
    said(sim, "groundwork.keep", scale="regio", focus="Jonge mantelzorgers")
    said(sim, "plan.make", start="2027-01-12", rhythm="tekst", short=True)
    said(sim, "plan.move", milestone="basisbijeenkomst-1", day="2027-02-16")
    said(sim, "plan.skip", milestone="workshop", on=False)
    before = sim.chain.entities[KETEN]
    sim.rooms.reload()
    assert sim.chain.entities[KETEN] == before and before["plan"]["moved"] == {"basisbijeenkomst-1": "2027-02-16"}
