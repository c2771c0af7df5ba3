"""The real shelves: they load, say where they come from, and keep to what the house promises."""

from pathlib import Path

import pytest

from exercises.registry import KINDS
from facilitator.content import load, plain

ROOT = Path(__file__).parents[2]
KIND_OF = {kind.name: kind for kind in KINDS}
LIBRARY = load(ROOT, KIND_OF)
STARTBIJEENKOMST = LIBRARY.agendas["startbijeenkomst"]
WORKSHOP = LIBRARY.agendas["workshop"]
NOTES = [exercise for exercise in LIBRARY.exercises.values() if exercise["kind"] == "briefjes"]
SLIDES = [exercise for exercise in LIBRARY.exercises.values() if exercise["kind"] == "uitleg"]
WEIGHED = ("stemmen", "matrix", "acties")


def test_every_kind_has_an_exercise():
    assert {exercise["kind"] for exercise in LIBRARY.exercises.values()} == {kind.name for kind in KINDS}


def test_six_personas_seven_blocks_and_the_agendas_by_phase():
    assert list(LIBRARY.personas) == ["ank", "kim", "maria_75", "nicole", "maria_45", "leon"]
    assert [block["number"] for block in LIBRARY.blocks] == [1, 2, 3, 4, 5, 6, 7]
    assert {"verkennend-gesprek", "startbijeenkomst", "workshop", "train-de-trainer"} <= set(LIBRARY.agendas)
    phases = [agenda.phase for agenda in LIBRARY.agendas.values()]
    assert phases == sorted(phases, key=["A", "B", "C", "D", "trainer"].index)


def test_startbijeenkomst_has_its_six_items_in_three_hours():
    steps = STARTBIJEENKOMST.step_templates()
    assert STARTBIJEENKOMST.minutes == sum(step["minutes"] for step in steps) == 180
    assert 9 <= len(steps) <= 11
    assert list(dict.fromkeys(step["group"] for step in steps)) == [
        "Kennismaking", "Toepassing van de ketenaanpak", "Algemene doelen", "Ketenpartijen en rollen", "Planning",
        "Acties",
    ]  # fmt: skip
    assert [step["kind"] for step in steps if step["group"] == "Acties"] == [
        "briefjes", "stemmen", "matrix", "acties", "afsluiten"
    ]  # fmt: skip
    assert {step["kind"] for step in steps} == {
        "kennismaking", "uitleg", "persona", "doelen", "rollen", "planning", "briefjes", "stemmen", "matrix", "acties",
        "afsluiten",
    }  # fmt: skip


def test_startbijeenkomst_lets_the_room_choose_one_persona():
    personas = [step for step in STARTBIJEENKOMST.step_templates() if step["kind"] == "persona"]
    assert [str(step["settings"]["choice"]).casefold() for step in personas] == ["true"]


def test_workshop_says_that_it_is_ours():
    steps = WORKSHOP.step_templates()
    assert WORKSHOP.minutes == sum(step["minutes"] for step in steps) == 150
    assert WORKSHOP.own_proposal
    assert plain(WORKSHOP.about).startswith("Dit is een eigen voorstel.")
    assert not STARTBIJEENKOMST.own_proposal


@pytest.mark.parametrize("agenda", LIBRARY.agendas.values(), ids=lambda agenda: agenda.id)
def test_weighing_goes_back_to_a_wall(agenda):
    steps = agenda.step_templates()
    weighed = [step for step in steps if step["kind"] in WEIGHED]
    assert {steps[step["from"]]["kind"] for step in weighed} <= {"briefjes", "casus"}
    assert [step["from"] for step in steps if step["kind"] not in WEIGHED] == [None] * (len(steps) - len(weighed))


@pytest.mark.parametrize("exercise", LIBRARY.exercises.values(), ids=lambda exercise: exercise["exercise"])
def test_every_exercise_coaches_and_names_its_source(exercise):
    coaching = exercise["coaching"]
    assert [name for name in ("goal", "ask", "pitfall", "late", "notes") if not coaching[name]] == []
    assert "handreiking" in exercise["source"] or exercise["source"].startswith("eigen voorstel")


@pytest.mark.parametrize("exercise", NOTES, ids=lambda exercise: exercise["exercise"])
def test_every_wall_asks_and_has_answers_to_rehearse_with(exercise):
    examples, prompts = exercise["examples"], exercise["prompts"]
    assert prompts
    assert len(examples) >= 12
    assert len(examples) % len(prompts) == 0
    assert len(set(examples)) == len(examples)
    assert max(len(example) for example in examples) <= int(exercise["settings"]["max_length"])


def test_every_building_block_has_a_wall():
    walls = {exercise["block"]: exercise for exercise in NOTES if exercise["block"]}
    assert sorted(walls) == [block["number"] for block in LIBRARY.blocks]
    for block in LIBRARY.blocks:
        assert walls[block["number"]]["title"] == f"Bouwsteen {block['number']}: {block['name']}"
        assert len(walls[block["number"]]["prompts"]) == len(block["questions"])


@pytest.mark.parametrize("exercise", SLIDES, ids=lambda exercise: exercise["exercise"])
def test_slides_have_few_words(exercise):
    words = plain(exercise["slide"]).split()
    assert 10 <= len(words) <= 50
