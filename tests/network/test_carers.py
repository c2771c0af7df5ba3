"""Which groups of carers nobody said to meet: told with what it is based on, and only where it was asked."""

import pytest

from exercises.kinds.netwerk import told
from exercises.registry import KINDS
from facilitator.chain.carers import unreached
from facilitator.chain.reach import reached
from tests.kinds.house import House, made
from tests.network.test_map import GEMEENTE, STEUNPUNT, say, state


@pytest.fixture
def house(tmp_path):
    """Somebody asks where organisations come, and then draws the map."""
    kinds = [next(kind for kind in KINDS if kind.name == name) for name in ("vindplaatsen", "netwerk")]
    return House(tmp_path, *map(made, kinds))


def tick(house, who, *groups):
    step = house.chain.entities[house.steps[1]]
    for group in groups:
        slot = next(one["id"] for one in step["places"] if one["group"] == group)
        house.by(who, "place.tell", step=step["id"], slot=slot)


def facts(house):
    return [fact for fact in state(house)["facts"] if "waar zij kom" in fact]


def test_groups_that_nobody_meets_are_named_with_what_that_is_based_on(house):
    tick(house, GEMEENTE, "young", "older")
    tick(house, STEUNPUNT, "young")
    house.step = house.go(2)
    say(house, GEMEENTE, "Steunpunt")
    title = house.chain.entities[house.steps[1]]["title"]
    sentence = (
        f"Bij “{title}” vertelden 2 organisaties waar zij komen. Er is geen plek bij voor: "
        "mantelzorgers met een migratieachtergrond en werkende mantelzorgers."
    )
    assert facts(house) == [sentence]
    names = {guest[0]: guest[1] for guest in state(house, "report")["guests"]}
    assert sentence in told.facts(state(house, "report")["gist"], names)


def test_nothing_is_said_where_nothing_was_asked_or_told_and_where_all_are_met(house):
    assert unreached(house.chain) == {}
    house.step = house.go(2)
    say(house, GEMEENTE, "Steunpunt")
    assert facts(house) == []
    tick(house, GEMEENTE, "young", "older", "migration")
    assert unreached(house.chain)["groups"] == ["working"]
    tick(house, STEUNPUNT, "working")
    assert unreached(house.chain) == {} and facts(house) == []


def test_the_map_hears_of_it_at_once(house):
    house.step = house.go(2)
    assert house.steps[2] in reached({kind.name: kind for kind in KINDS}, house.chain, {house.steps[1]})
