"""Who somebody says to be: as long as it may be it is kept whole, longer is refused in words and never cut."""

import pytest

from facilitator.chain.command import FACILITATOR, PARTICIPANT, Seat
from facilitator.chain.network.guests import Register
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


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Wijkteam Oost 06-12345678", "Wijkteam Oost"),
        ("Apotheek Oost, tel. +31 6 12345678 / jan@oost.nl", "Apotheek Oost"),
        ("Kerk (mail: kerk@oost.nl)", "Kerk"),
        ("De  Brug -", "De Brug -"),
        ("Wijk 1000 - 2000", "Wijk 1000 - 2000"),
    ],
)
def test_a_number_in_the_name_of_an_organisation_holds_nobody_at_the_door_and_is_not_kept(sim, typed, kept):
    door, before = Seat(PARTICIPANT, sim.meeting), list(sim.chain.of_type("organisation"))
    for name in (typed, kept):  # who says it without the number is of the same organisation
        assert asked(sim, door, "participant.join", organisation=name)["ok"]
    assert [one["name"] for one in sim.chain.of_type("organisation")][len(before) :] == [kept]
    alone = asked(sim, door, "participant.join", organisation="0612345678")
    assert alone["ok"] and not sim.chain.entities[alone["ids"][-1]].get("organisation")


def test_the_facilitator_is_asked_to_take_the_number_out_and_the_map_leaves_an_old_one_out(sim):
    regie = Seat(FACILITATOR, sim.meeting)
    added = asked(sim, regie, "organisation.add", name="Kerk 0612345678")
    assert (added["ok"], added["field"]) == (False, "name") and "kaart die iedereen ziet" in added["say"]
    one = asked(sim, regie, "organisation.add", name="Kerk")["ids"][0]
    edited = asked(sim, regie, "organisation.edit", organisation=one, name="Kerk kerk@oost.nl")
    assert (edited["ok"], edited["field"]) == (False, "name")
    sim.chain.change(one, name="Kerk 0612345678")  # as an older book has it
    assert asked(sim, regie, "organisation.edit", organisation=one, name="Kerk 0612345678", sort="zorg")["ok"]
    assert [guest.name for guest in Register(sim.chain).guests(sim.meeting, ())] == ["Gemeente Ede", "Kerk"]
