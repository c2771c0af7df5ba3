"""The facilitator's shelf: what is good stands beside ours, what is broken says so in Dutch and harms nothing."""

import os

import pytest

from facilitator.chain.command import Refused
from facilitator.content.document import parse
from facilitator.content.faults import Faults
from facilitator.content.library import OWN
from facilitator.content.second import AGENDA, EXERCISE, PERSONA, sort_of
from facilitator.own import starts
from facilitator.own.bookcase import Bookcase, mark
from facilitator.own.desk import judge_form

WALL = """---
id: {id}
soort: briefjes
titel: {title}
minuten: 10
{more}bron: eigen oefening
---

## Vragen

- Wat ziet u?

## Doel

Een volle muur.
"""
STEPS = """---
id: {id}
titel: Onze avond
fase: C
minuten: {minutes}
bron: eigen agenda
stappen:
{steps}
---

Voor de avond.
"""


def put(bookcase: Bookcase, sort: str, name: str, text: str | bytes) -> None:
    """A file as somebody with an editor leaves it there."""
    folder = {EXERCISE: "oefeningen", AGENDA: "agendas", PERSONA: "personas"}[sort]
    path = bookcase.folder / folder / f"{name}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    bookcase.read()


def wall(name: str, title: str = "Onze muur", more: str = "") -> str:
    return WALL.format(id=name, title=title, more=more)


def agenda(name: str, *exercises: str, minutes: int = 10) -> str:
    steps = "\n".join(f"  - {{oefening: {one}, onderdeel: Begin, minuten: {minutes}}}" for one in exercises)
    return STEPS.format(id=name, minutes=minutes * len(exercises), steps=steps)


def said(bookcase: Bookcase) -> list[str]:
    return [str(fault) for fault in bookcase.faults]


def whole(bookcase: Bookcase) -> None:
    """Ours are there, all of them."""
    assert set(bookcase.ours.exercises) <= set(bookcase.exercises)
    assert set(bookcase.ours.agendas) <= set(bookcase.agendas)
    assert set(bookcase.ours.personas) <= set(bookcase.personas)


def test_without_a_folder_the_library_is_ours(bookcase):
    assert bookcase.library is bookcase.ours
    assert bookcase.own == {} and bookcase.faults == []


def test_an_own_exercise_agenda_and_persona_stand_beside_ours(bookcase):
    put(bookcase, EXERCISE, "eigen-muur", wall("eigen-muur"))
    put(bookcase, AGENDA, "eigen-avond", agenda("eigen-avond", "eigen-muur", "kansen"))
    skeleton = judge_form(bookcase, PERSONA, "eigen-noor", {**starts.skeleton(), "niet_herleidbaar": "ja"})
    put(bookcase, PERSONA, "eigen-noor", skeleton.text)
    assert said(bookcase) == []
    whole(bookcase)
    assert bookcase.exercises["eigen-muur"]["own"] is True
    assert "own" not in bookcase.exercises["kansen"]
    steps = bookcase.agendas["eigen-avond"].step_templates()
    assert [step["exercise"] for step in steps] == ["eigen-muur", "kansen"]
    cards = bookcase.exercises["persona"]["personas"]
    assert [card["id"] for card in cards][-1] == "eigen-noor"
    assert "eigen-noor" not in [card["id"] for card in bookcase.ours.exercises["persona"]["personas"]]


def test_ours_may_never_carry_a_name_of_theirs(tmp_path):
    from tests.content.shelves import faults_of, with_file

    text = wall("eigen-muur")
    [fault] = faults_of(with_file(tmp_path, "exercise", "eigen-muur.md", text))
    assert "exercises/library/eigen-muur.md:1: " in fault and OWN in fault


def test_a_name_of_ours_on_their_shelf_is_a_fault_and_ours_stays(bookcase):
    put(bookcase, EXERCISE, "kansen", wall("kansen", "Iets anders"))
    [fault] = said(bookcase)
    assert fault.startswith("oefeningen/kansen.md:1: De naam van het bestand moet beginnen met 'eigen-'")
    assert bookcase.exercises["kansen"] == bookcase.ours.exercises["kansen"]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (b"---\ntitel: caf\xe9\n---\n", "Hier staat een teken dat geen UTF-8 is. Bewaar het bestand als UTF-8."),
        (b"", "Het bestand begint niet met een regel '---'."),
        (b"---\ntitel: [een\n---\n", "Dit is geen geldige YAML."),
        (b"x" * 300_000, "Het bestand is te groot (300 kB)."),
        (
            wall("eigen-stuk", "Onze <b>muur</b>").replace("Een volle", "<script>alert(1)</script>"),
            "HTML werkt hier niet",
        ),
        (wall("eigen-stuk", more="van: eigen-weg\n"), "De oefening 'eigen-weg' bij 'van' bestaat niet."),
        (wall("eigen-stuk").replace("briefjes", "kaartjes"), "'soort' kent 'kaartjes' niet."),
    ],
)
def test_a_broken_file_says_what_is_wrong_and_the_rest_works(bookcase, text, sentence):
    put(bookcase, EXERCISE, "eigen-goed", wall("eigen-goed"))
    put(bookcase, EXERCISE, "eigen-stuk", text)
    assert any(sentence in fault for fault in said(bookcase)), said(bookcase)
    assert "eigen-stuk" not in bookcase.exercises
    assert "eigen-goed" in bookcase.exercises
    whole(bookcase)


def test_one_name_for_two_files_is_told(bookcase):
    put(bookcase, EXERCISE, "eigen-muur", wall("eigen-muur"))
    put(bookcase, AGENDA, "eigen-muur", agenda("eigen-muur", "kansen"))
    assert said(bookcase) == [
        "oefeningen/eigen-muur.md:1: Deze naam heeft ook een ander bestand: agendas/eigen-muur.md. "
        "Geef een van de twee een andere naam."
    ]


def test_exercises_in_a_circle_are_both_off_the_shelf(bookcase):
    put(bookcase, EXERCISE, "eigen-a", wall("eigen-a", more="van: eigen-b\n"))
    put(bookcase, EXERCISE, "eigen-b", wall("eigen-b", more="van: eigen-a\n"))
    assert len(said(bookcase)) == 2 and all("loopt in een kring" in fault for fault in said(bookcase))
    assert not {"eigen-a", "eigen-b"} & set(bookcase.exercises)


def test_an_agenda_with_an_exercise_that_is_gone_comes_back_with_it(bookcase):
    put(bookcase, EXERCISE, "eigen-muur", wall("eigen-muur"))
    put(bookcase, AGENDA, "eigen-avond", agenda("eigen-avond", "eigen-muur"))
    bookcase.throw(bookcase.own["eigen-muur"])
    assert any("De oefening 'eigen-muur' bestaat niet." in fault for fault in said(bookcase))
    assert "eigen-avond" not in bookcase.agendas
    assert [(sort, name) for sort, name, _ in bookcase.thrown()] == [(EXERCISE, "eigen-muur")]
    bookcase.take_back(EXERCISE, "eigen-muur")
    assert said(bookcase) == [] and "eigen-avond" in bookcase.agendas


@pytest.mark.parametrize("text", [b"---\n", wall("eigen-muur").replace("minuten: 10", "minuten: 0")])
def test_an_agenda_says_so_when_its_exercise_is_broken(bookcase, text):
    put(bookcase, EXERCISE, "eigen-muur", text)
    put(bookcase, AGENDA, "eigen-avond", agenda("eigen-avond", "eigen-muur"))
    assert "eigen-avond" not in bookcase.agendas
    assert any(fault.startswith("agendas/") and "Herstel eerst die oefening" in fault for fault in said(bookcase))


def test_two_hundred_steps_are_too_many(bookcase):
    put(bookcase, AGENDA, "eigen-lang", agenda("eigen-lang", *["kansen"] * 200, minutes=3))
    [fault] = said(bookcase)
    assert "Er staan 200 stappen. Het mogen er hoogstens 60 zijn." in fault


def test_two_personas_are_told_apart_and_one_without_a_confirmation_waits(bookcase):
    values = {**starts.skeleton(), "niet_herleidbaar": "ja"}
    text = judge_form(bookcase, PERSONA, "eigen-een", values).text
    put(bookcase, PERSONA, "eigen-een", text)
    put(bookcase, PERSONA, "eigen-twee", text)
    assert ["'Noor (15)' is er al." in fault for fault in said(bookcase)] == [True]
    assert "eigen-een" in bookcase.personas and "eigen-twee" not in bookcase.personas
    put(bookcase, PERSONA, "eigen-een", text.replace("niet_herleidbaar: ja\n", ""))
    assert any("bevestig dat niemand te herkennen is" in fault for fault in said(bookcase))


def test_a_file_is_written_whole_and_found_again_by_a_new_bookcase(bookcase, ours, kinds):
    name = bookcase.fresh_id("Ünze  muur: (nr. 1) met een heel lange naam erachter")
    assert name.startswith("eigen-unze-muur-nr-1-met-een") and len(name) <= 40
    bookcase.put(EXERCISE, name, wall(name))
    path = bookcase.path(bookcase.own[name])
    assert [one.name for one in path.parent.iterdir()] == [path.name]
    again = Bookcase(ours, kinds, bookcase.folder)
    assert again.exercises[name]["title"] == "Onze muur" and again.text(again.own[name]) == wall(name)


def test_a_change_in_another_window_is_not_overwritten(bookcase):
    bookcase.put(EXERCISE, "eigen-muur", wall("eigen-muur"))
    seen = mark(bookcase.path(bookcase.own["eigen-muur"]))
    bookcase.put(EXERCISE, "eigen-muur", wall("eigen-muur", "Van een ander"), seen)
    with pytest.raises(Refused) as no:
        bookcase.put(EXERCISE, "eigen-muur", wall("eigen-muur", "Van mij"), seen)
    assert no.value.code == "changed" and bookcase.exercises["eigen-muur"]["title"] == "Van een ander"
    bookcase.throw(bookcase.own["eigen-muur"])
    with pytest.raises(Refused) as no:
        bookcase.put(EXERCISE, "eigen-muur", wall("eigen-muur", "Van mij"), seen)
    assert no.value.code == "weg"


@pytest.mark.skipif(os.name == "nt", reason="a folder that cannot be written is made another way there")
def test_a_disk_that_will_not_is_told_and_nothing_is_lost(bookcase):
    bookcase.put(EXERCISE, "eigen-muur", wall("eigen-muur"))
    (bookcase.folder / "agendas").write_text("geen map")
    with pytest.raises(Refused) as no:
        bookcase.put(AGENDA, "eigen-avond", agenda("eigen-avond", "kansen"))
    assert "niet bewaard" in no.value.say
    assert "eigen-muur" in bookcase.exercises
    whole(bookcase)


def test_thrown_away_for_good_is_gone_from_the_disk(bookcase):
    bookcase.put(EXERCISE, "eigen-muur", wall("eigen-muur"))
    bookcase.throw(bookcase.own["eigen-muur"])
    bookcase.clear(EXERCISE, "eigen-muur")
    assert bookcase.thrown() == [] and not list(bookcase.folder.rglob("*.md"))


@pytest.mark.parametrize(
    ("text", "sort"),
    [(wall("eigen-a"), EXERCISE), (agenda("eigen-b", "kansen"), AGENDA), ("---\nnaam: Noor\n---\n", PERSONA)],
)
def test_a_text_says_itself_what_it_is(text, sort):
    assert sort_of(parse(text, "x.md", "x", Faults())) == sort
