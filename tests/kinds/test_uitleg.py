"""Uitleg: a slide for everybody, nothing to fill in, the coaching for the facilitator only."""

import pytest

from facilitator.chain.paper import Bullets, Text
from tests.kinds.foyer import Foyer
from tests.kinds.tables import step

SLIDE = [["h3", "Hoe gaat het nu met jou?"], ["p", ["strong", "Wat"], " Herkennen en erkennen."]]


@pytest.fixture
def foyer(tmp_path):
    explaining = {**step("uitleg"), "slide": SLIDE, "coaching": {"goal": [["p", "Een doel."]]}}
    asking = {**explaining, "prompts": [{"id": "1", "text": "Waar ziet u dat?"}]}
    return Foyer(tmp_path, explaining, asking)


def test_everybody_reads_the_same_slide(foyer):
    assert [foyer.entity(name)["slide"] for name in ("control", "screen", "phone")] == [SLIDE, SLIDE, SLIDE]


def test_only_the_facilitator_reads_the_coaching(foyer):
    assert foyer.entity("control")["coaching"] == {"goal": [["p", "Een doel."]]}
    assert "coaching" not in foyer.entity("screen")
    assert "coaching" not in foyer.entity("phone")


def test_there_is_nothing_to_write(foyer):
    assert foyer.refused(0, "note.post", step=foyer.step, text="Hallo") == "Dat kan niet bij deze stap."


def test_the_report_has_only_the_question_to_the_room(foyer):
    foyer.go(2)
    assert foyer.paper(1) == []
    assert foyer.paper(2) == [Text("Bij de uitleg is aan de zaal gevraagd:"), Bullets(["Waar ziet u dat?"])]


def test_the_rehearsal_starts_and_stops_the_clock(foyer):
    assert foyer.play(1) == 2
    assert "timer" not in foyer.entity("screen")
