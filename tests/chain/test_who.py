"""Who somebody says to be: as long as it may be it is kept whole, longer is refused in words and never cut."""

import pytest

from facilitator.chain.command import PARTICIPANT, Seat
from facilitator.chain.people import LONGEST
from tests.chain.sim import Sim


@pytest.fixture
def sim():
    sim = Sim()
    yield sim
    sim.remove()


def asked(sim, seat, command, /, **body):
    _, answers = sim.ask(seat, command, body)
    sim.drain()
    return answers[0]


@pytest.mark.parametrize(("field", "most"), LONGEST.items())
def test_too_long_is_said_and_nothing_is_cut(sim, field, most):
    door = Seat(PARTICIPANT, sim.meeting)
    refused = asked(sim, door, "participant.join", **{field: "a" * (most + 1)})
    assert (refused["ok"], refused["field"]) == (False, field)
    assert f"niet meer dan {most} tekens" in refused["say"] and f"zijn het er {most + 1}" in refused["say"]
    assert not list(sim.chain.of_type("participant"))
    joined = asked(sim, door, "participant.join", **{field: "a" * most})
    assert joined["ok"]
    seat = Seat(PARTICIPANT, sim.meeting, joined["ids"][-1])
    assert asked(sim, seat, "participant.edit", **{field: "b" * (most + 1)})["field"] == field
    kept = {"name": sim.room.people[seat.id]["name"], "profession": sim.chain.entities[seat.id]["profession"]}
    mine = sim.chain.get(sim.chain.entities[seat.id].get("organisation", ""), "organisation") or {}
    kept["organisation"] = mine.get("name", "")
    assert kept[field] == "a" * most
