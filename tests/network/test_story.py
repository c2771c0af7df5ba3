"""Two years of one keten, played: the comparison tells each change of the story, and claims nothing else."""

from __future__ import annotations

from html import unescape
from itertools import pairwise
from typing import Any

import pytest

from facilitator.chain.network.compare import between
from facilitator.chain.network.moments import moments
from facilitator.rehearsal.paper import read
from facilitator.settings import ROOT
from tests.network.played import Played, played

TOWN, POINT, DOCTOR, CARE = (
    "Gemeente Lindervaart",
    "Steunpunt De Linde",
    "Huisartsenpost Noord",
    "Thuiszorg Lindervaart",
)
WELFARE, CHURCH, MIND, TEAM = "Welzijn Lindervaart", "Kerk De Brug", "GGZ Lindervaart", "Wijkteam Lindervaart"
STORY = [  # what each meeting after the first brought
    {"firmer": [{DOCTOR, CARE}], "new": [{CARE, WELFARE}]},
    {"came": [MIND], "closed": [{POINT, MIND}]},
    {"away": [MIND], "closed": [{POINT, DOCTOR}], "better": [{TOWN, WELFARE}]},
    {"came": [MIND], "left": [CHURCH], "gone": [{WELFARE, CHURCH}]},
    {"gone": [{POINT, CARE}], "weaker": [{CARE, WELFARE}]},
]
WHOLE = {  # and all of it, from the first to the last
    "came": [MIND],
    "left": [CHURCH],
    "closed": [{POINT, DOCTOR}, {POINT, MIND}],
    "new": [{CARE, WELFARE}],
    "firmer": [{DOCTOR, CARE}],
    "better": [{TOWN, WELFARE}],
    "gone": [{POINT, CARE}, {WELFARE, CHURCH}],
}


@pytest.fixture(scope="module")
def stage(tmp_path_factory) -> Played:
    return played(ROOT / "exercises" / "scripts" / "twee-jaar.yaml", tmp_path_factory.mktemp("jaren"))


def found(changes: dict[str, list[Any]]) -> dict[str, list[Any]]:
    """What is told, with links as sets, in an order of its own."""
    rows = {key: [one if isinstance(one, str) else set(one) for one in told] for key, told in changes.items() if told}
    return {key: sorted(told, key=sorted) for key, told in rows.items()}


def test_each_meeting_tells_what_it_brought_and_nothing_else(stage):
    chain = stage.house.room.chain
    states = moments(chain)
    assert len(states) == 6
    told = [found(between(chain, one.map, other.map)) for one, other in pairwise(states)]
    assert told == [found(one) for one in STORY]


def test_the_two_years_together_tell_what_is_different_now(stage):
    chain = stage.house.room.chain
    first, *_, last = moments(chain)
    assert found(between(chain, first.map, last.map)) == found(WHOLE)


def test_the_page_of_the_map_says_it_in_words(stage):
    states = moments(stage.house.room.chain)
    page = stage.house.regie.get(f"/regie/ketens/{stage.house.keten}/kaart?op={states[-1].id}&sinds={states[0].id}")
    text = unescape(page.text)
    for sentence in (
        f"Nu aan tafel, en toen niet: {MIND}.",
        f"Doet niet meer mee: {CHURCH}.",
        f"Dit kon beter en gaat nu goed: {TOWN} met {WELFARE}.",
        f"Een nieuwe lijn: {CARE} met {WELFARE}.",
    ):
        assert sentence in text, sentence
    assert "Lijnen die ontbraken en er nu zijn: " in text and "Vooruitgang sinds Startbijeenkomst" in text


def test_the_report_of_the_evaluation_says_what_changed_since_the_meeting_before(stage):
    reply = stage.house.regie.get(f"/regie/{stage.house.ref}/verslag.docx?soort=volledig&namen=ja")
    paper = read(reply.data)
    assert paper.count("Wat er veranderde sinds Basisbijeenkomst 4")
    assert paper.count(f"Een lijn is er niet meer: {POINT} met {CARE}.")
    assert not paper.count("Een nieuwe lijn: ")
