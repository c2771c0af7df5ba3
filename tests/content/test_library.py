"""What the library hands out: the shapes that rulebook, kinds and views build on."""

import dataclasses

import pytest

from facilitator.content import load
from tests.content.shelves import KINDS, SmallKind, good


@pytest.fixture
def library(tmp_path):
    return load(good(tmp_path), KINDS)


def test_exercise_as_a_step_template(library):
    assert library.exercises["muur"] == {
        "exercise": "muur",
        "kind": "briefjes",
        "title": "NO",
        "group": "",
        "minutes": 10,
        "block": 0,
        "settings": {"names": "anoniem", "silent": False, "max_length": 100},
        "source": "eigen voorstel",
        "prompts": [{"id": "1", "text": "Wat gaat goed?"}, {"id": "2", "text": "Wat kan beter, en hoe?"}],
        "slide": [],
        "coaching": {"goal": [["p", "Een doel."]], "ask": [], "pitfall": [], "late": [], "notes": []},
        "examples": ["Alles gaat goed", "De koffie", "Best veel", "De parkeerplaats"],
        "from": None,
    }


def test_text_that_yaml_would_change_stays_text(library):
    assert library.exercises["muur"]["title"] == "NO"
    assert library.exercises["stem"]["title"] == "Kies: 9:30 of 1.10"


def test_settings_are_complete(library):
    assert library.exercises["stem"]["settings"] == {"dots": 3, "most": 2}


def test_settings_stay_text_without_kinds(tmp_path):
    settings = load(good(tmp_path), {}).exercises["muur"]["settings"]
    assert settings == {"names": "anoniem", "silent": "nee", "max_length": "100"}


def test_agenda_gives_steps_with_its_own_words(library):
    agenda = library.agendas["kort"]
    first, second, third = agenda.step_templates()
    assert (agenda.id, agenda.title, agenda.phase, agenda.minutes) == ("kort", "Kort", "B", 30)
    assert (agenda.own_proposal, agenda.source, agenda.about) == (True, "eigen voorstel", [["p", "Een korte agenda."]])
    assert first == {**library.exercises["muur"], "group": "Eerst"}
    assert second == {
        **first,
        "title": "Nog een muur",
        "minutes": 15,
        "prompts": [{"id": "1", "text": "Nog iets?"}],
        "settings": {"names": "anoniem", "silent": True, "max_length": 100},
    }
    assert third == {**library.exercises["stem"], "group": "Daarna", "from": 1}


def test_an_agenda_chooses_prompts_of_an_exercise_with_their_ids_and_examples(tmp_path):
    root = good(tmp_path)
    agenda = root / "exercises" / "agendas" / "kort.md"
    agenda.write_text(
        agenda.read_text(encoding="utf-8").replace("onderdeel: Eerst}", "onderdeel: Eerst, kies: [2]}"), "utf-8"
    )
    first, second, _ = load(root, KINDS).agendas["kort"].step_templates()
    assert first["prompts"] == [{"id": "2", "text": "Wat kan beter, en hoe?"}]
    assert first["examples"] == ["De koffie", "De parkeerplaats"]
    assert second["examples"] == ["Alles gaat goed", "De koffie", "Best veel", "De parkeerplaats"]


def test_steps_are_a_meetings_own(library):
    mine = library.agendas["kort"].step_templates()
    mine[0]["prompts"].append({"id": "3", "text": "Erbij"})
    mine[0]["coaching"]["goal"].clear()
    assert library.agendas["kort"].step_templates()[0] == {**library.exercises["muur"], "group": "Eerst"}


def test_step_from_one_exercise_is_a_copy(library):
    library.step_template("muur")["prompts"].clear()
    assert len(library.step_template("muur")["prompts"]) == 2
    with pytest.raises(KeyError):
        library.step_template("weg")


def test_a_kind_takes_along_what_it_needs_of_the_personas(tmp_path):
    class Slides(SmallKind):
        def stock(self, template, personas):
            return {"people": [f"{template['title']}: {name}" for name in personas]}

    library = load(good(tmp_path), {**KINDS, "briefjes": Slides("briefjes", KINDS["briefjes"].Settings)})
    assert library.exercises["muur"]["people"] == ["NO: sam"]
    assert [step.get("people") for step in library.agendas["kort"].step_templates()] == [
        ["NO: sam"],
        ["Nog een muur: sam"],
        None,
    ]


def test_persona(library):
    persona = library.personas["sam"]
    sections = persona.pop("sections")
    assert persona == {
        "id": "sam",
        "name": "Sam",
        "age": 33,
        "label": "Sam (33)",
        "number": 1,
        "cares_for": "Zorgt voor een buurman",
        "line": "33 jaar · bakker",
        "segments": ["werkende mantelzorger"],
        "blocks": [1, 4],
        "portrait": "sam.svg",
        "fictional": True,
        "source": "eigen voorstel",
        "notes": [["p", "Sam is verzonnen."]],
    }
    assert len(sections) == 9
    assert sections[2] == {
        "id": "werk", "title": "Deel 3", "question": "Wat doet u bij 3?", "prose": [["ul", ["li", "Feit 3"]]]
    }  # fmt: skip
    assert library.portrait("sam.svg").startswith("<svg ")
    with pytest.raises(KeyError):
        library.portrait("../../etc/passwd")


def test_building_block(library):
    assert library.blocks == [
        {
            "number": 1,
            "name": "Bewustwording",
            "kind": "casus",
            "source": "eigen voorstel",
            "task": [["p", "Een opgave."]],
            "goal": [["p", "Een doel."]],
            "instruments": ["Informatie"],
            "questions": ["Wie maakt bewust?"],
        }
    ]


def test_library_and_agenda_are_frozen(library):
    with pytest.raises(dataclasses.FrozenInstanceError):
        library.personas = {}
    with pytest.raises(dataclasses.FrozenInstanceError):
        library.agendas["kort"].minutes = 1


def test_shelf_that_is_not_there_is_empty(tmp_path):
    assert load(tmp_path, KINDS).exercises == {}
