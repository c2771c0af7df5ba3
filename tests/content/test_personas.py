"""The six personas, their portraits and the seven building blocks: complete, told apart, readable from ten metres."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from xml.etree import ElementTree

import pytest

from facilitator.content import Library, load, plain
from facilitator.content.people import SECTIONS
from tests.content.persona_facts import BLOCKS, LOST, NOTED, words

ROOT = Path(__file__).resolve().parents[2]
PEOPLE = {
    "ank": ("Ank (60)", [1, 2, 4]),
    "kim": ("Kim (48)", [1, 4]),
    "maria_75": ("Maria (75)", [3]),
    "nicole": ("Nicole (40)", [2, 3]),
    "maria_45": ("Maria (45)", [2, 5]),
    "leon": ("Léon (24)", [1, 3]),
}
DRAWN = {"svg", "title", "defs", "clipPath", "g", "path", "circle", "ellipse", "rect"}
MOST_BULLETS, MOST_WORDS = 6, 14


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Only what this file is about, so that a fault in an exercise does not show up here."""
    root = tmp_path_factory.mktemp("shelf")
    for folder in ("personas", "facilitator/handbook"):
        shutil.copytree(ROOT / folder, root / folder)
    return load(root, {})


def section_words(persona: dict, section: str) -> str:
    return next(plain(found["prose"]) for found in persona["sections"] if found["id"] == section).lower()


def test_six_people_in_the_order_of_the_source(shelf: Library) -> None:
    found = {key: (persona["label"], persona["blocks"]) for key, persona in shelf.personas.items()}
    assert list(found.items()) == list(PEOPLE.items())


@pytest.mark.parametrize("key", PEOPLE)
def test_no_fact_is_lost(shelf: Library, key: str) -> None:
    assert tuple(LOST[key]) == SECTIONS
    missing = [
        f"{section}: {word}"
        for section, line in LOST[key].items()
        for word in words(line)
        if word not in section_words(shelf.personas[key], section)
    ]
    assert missing == []


@pytest.mark.parametrize("key", PEOPLE)
def test_the_facilitator_is_told(shelf: Library, key: str) -> None:
    told = plain(shelf.personas[key]["notes"]).lower()
    assert [word for word in [*words(NOTED[key]), "fictief", "valkuil"] if word not in told] == []


@pytest.mark.parametrize("key", PEOPLE)
def test_one_pattern_of_titles_with_the_name_as_it_is_told_apart(shelf: Library, key: str) -> None:
    persona = shelf.personas[key]
    name = persona["label"] if persona["name"] == "Maria" else persona["name"]
    assert [found["title"].replace(name, "…") for found in persona["sections"]] == [
        "Wie is …?",
        "Wie horen bij …?",
        "Wat doet …?",
        "Hoe gaat het nu met …?",
        "Wat voor mens is …?",
        "Waar zoekt … informatie?",
        "Wat zou … helpen?",
        "Waar loopt … tegenaan?",
        "Wie en wat is er al voor …?",
    ]


@pytest.mark.parametrize("key", PEOPLE)
def test_readable_from_ten_metres(shelf: Library, key: str) -> None:
    persona = shelf.personas[key]
    for section in persona["sections"]:
        bullets = plain(section["prose"]).split("\n")
        assert all(bullet.startswith("- ") for bullet in bullets), section["id"]
        assert len(bullets) <= MOST_BULLETS, section["id"]
        assert [bullet for bullet in bullets if len(bullet.split()) - 1 > MOST_WORDS] == []
    assert len(persona["cares_for"]) <= 70
    assert persona["line"].startswith(f"{persona['age']} jaar · ")


@pytest.mark.parametrize("key", PEOPLE)
def test_a_question_for_each_section(shelf: Library, key: str) -> None:
    questions = [section["question"] for section in shelf.personas[key]["sections"]]
    assert all(question.endswith("?") and len(question) <= 90 for question in questions)
    assert len(set(questions)) == len(questions) == 9


@pytest.mark.parametrize("key", PEOPLE)
def test_a_portrait_draws_and_does_nothing_else(shelf: Library, key: str) -> None:
    text = shelf.portrait(shelf.personas[key]["portrait"])
    drawing = ElementTree.fromstring(text)
    assert drawing.get("viewBox") == "0 0 320 320"
    assert {node.tag.rpartition("}")[2] for node in drawing.iter()} <= DRAWN
    assert drawing.findtext("{http://www.w3.org/2000/svg}title") == shelf.personas[key]["label"]
    ids = set(re.findall(r'\bid="([^"]+)"', text))
    assert set(re.findall(r"url\(#([^)]+)\)", text)) <= ids
    assert all(name.startswith(key) for name in ids), "names are unique when two portraits stand in one page"
    assert len(text) <= 10_000


def test_the_seven_building_blocks(shelf: Library) -> None:
    assert [block["number"] for block in shelf.blocks] == list(BLOCKS)
    for block in shelf.blocks:
        name, kind, instruments, questions, line = BLOCKS[block["number"]]
        assert (block["name"], block["kind"]) == (name, kind)
        assert (len(block["instruments"]), len(block["questions"])) == (instruments, questions)
        text = " ".join(
            [plain(block["task"]), plain(block["goal"]), *block["instruments"], *block["questions"]]
        ).lower()
        assert [word for word in words(line) if word not in text] == []
