"""Looking at one sort of line: screen and control room draw only that, beside a guest or a sort; the report has all."""

import pytest

from tests.network.test_map import GEMEENTE, STEUNPUNT, THUISZORG, guests, house, mark, refused, say, state

__all__ = ["house"]


@pytest.fixture
def drawn(house):
    """Six lines: one of each sort, one that only one side names, and a wish."""
    say(house, GEMEENTE, "Steunpunt")
    say(house, STEUNPUNT, "Thuiszorg West")
    say(house, THUISZORG, "Antes")
    say(house, GEMEENTE, "Thuiszorg West")
    mark(house, "Gemeente Ede", "Steunpunt", "good")
    mark(house, "Steunpunt", "Thuiszorg West", "improve")
    mark(house, "Gemeente Ede", "Antes", "missing")
    return house


def looks(house, lines, audience="screen", **more):
    house.do("network.look", step=house.step, stage=3, lines=lines, **more)
    return sorted(line["look"] for line in state(house, audience)["scene"]["curves"])


@pytest.mark.parametrize(
    ("lines", "shown"),
    [
        ("", ["good", "improve", "missing", "said", "said"]),
        ("works", ["good", "improve", "said", "said"]),
        ("good", ["good"]),
        ("improve", ["improve"]),
        ("missing", ["missing"]),
        ("wanted", []),
    ],
)
def test_one_sort_of_line_is_drawn_alone(drawn, lines, shown):
    assert looks(drawn, lines) == looks(drawn, lines, "control") == shown
    whole = ["good", "improve", "missing", "said", "said"]
    assert sorted(line["look"] for line in state(drawn, "report")["scene"]["curves"]) == whole
    assert len(state(drawn)["links"]) == 5, "the list has everything all the same"


def test_a_wish_is_drawn_only_when_wishes_are_looked_at(drawn):
    seat = drawn.chain.get(drawn.people[GEMEENTE], "participant")
    body = {"type": "introduction", "id": "i0", "meeting": drawn.meeting, "step": drawn.step, "author": seat["id"]}
    drawn.chain.put({**body, "organisation": seat["organisation"], "has": [], "wants": ["De huisartsen"]})
    drawn.do("network.look", step=drawn.step, stage=4, lines="wanted")
    [line] = state(drawn, "screen")["scene"]["curves"]
    assert line["look"] == "wanted" and guests(drawn)["De huisartsen"][0] in (line["a"], line["b"])


def test_the_zoom_goes_with_a_guest_and_stops_when_asked(drawn):
    guest = guests(drawn)["Steunpunt"][0]
    assert looks(drawn, "good", focus=guest) == ["good"] and state(drawn, "screen")["focus"] == guest
    assert len(looks(drawn, "")) == 5 and state(drawn, "screen")["focus"] == ""
    assert "niet te lezen" in refused(drawn, None, "network.look", stage=3, lines="rood")
