"""Who said "ik pak dit op" is not forgotten: the next meeting, its report and the keten's page still say so."""

from facilitator.chain.command import FACILITATOR, Seat
from facilitator.chain.paper import Table
from facilitator.report.source import Choice, told
from tests.kinds.house import House
from tests.kinds.tables import follow, held
from tests.kinds.test_terugblik import ALL, house  # noqa: F401  (house is a fixture)


def wishes(house: House, audience: str) -> list[str]:  # noqa: F811
    return house.see(audience)[house.agreed[1]].get("wishes", [])


def rows(house: House) -> list[list[str]]:  # noqa: F811
    return next(block.rows for block in house.paper(1) if isinstance(block, Table))


def test_a_next_meeting_says_who_wants_to_take_an_action_up(house):  # noqa: F811
    name = "Truus, Steunpunt"
    for audience in ALL:
        assert wishes(house, audience) == [name]
        assert "wishes" not in house.see(audience)[house.agreed[0]]
    house.do("action.follow", action=house.agreed[1], who="")
    assert ["Een kaart met nummers maken", f"wil dit oppakken: {name}"] in [row[:2] for row in rows(house)]
    house.do("action.follow", action=house.agreed[1], who="Steunpunt")
    assert ["Een kaart met nummers maken", "Steunpunt"] in [row[:2] for row in rows(house)]


def test_a_report_without_names_says_only_of_which_organisation_that_is(house):  # noqa: F811
    view = house.see("report")[house.agreed[1]]
    assert view["wishes"] == ["Truus, Steunpunt"]
    assert told(view, Choice(names=False))["wishes"] == ["Steunpunt"]
    assert told(view, Choice())["wishes"] == view["wishes"]


def test_it_follows_who_lets_go_and_whose_name_is_erased(house):  # noqa: F811
    views = held(house)
    assert house.ask(Seat(FACILITATOR, house.earlier), "people.erase")["ok"]
    follow(house, views)
    assert wishes(house, "screen") == ["Steunpunt"]
    house.ask(Seat(FACILITATOR, house.earlier), "taker.release", taker=takers(house)[0])
    follow(house, views)
    assert wishes(house, "screen") == []


def test_an_organisation_that_gets_another_name_has_it_there_too(house):  # noqa: F811
    views = held(house)
    [steunpunt] = [one["id"] for one in house.chain.of_type("organisation") if one["name"] == "Steunpunt"]
    house.do("organisation.edit", organisation=steunpunt, name="Wijkteam Zuid")
    follow(house, views)
    assert wishes(house, "phone")[0].endswith(", Wijkteam Zuid")


def takers(house: House) -> list[str]:  # noqa: F811
    return [one["id"] for one in house.chain.of_type("taker") if not one["gone"]]
