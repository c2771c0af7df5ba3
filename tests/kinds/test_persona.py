"""Persona: one section at a time, notes keep to their persona and section, the room reads what was opened."""

import pytest

from exercises.kinds.persona.kind import Persona
from tests.kinds.foyer import Foyer, library, words
from tests.kinds.tables import follow, held, step


def carer(**settings):
    made = step("persona", **{"persona": "ank", "choice": True, **settings})
    return {**made, "personas": [{"id": name} for name in library().personas]}


@pytest.fixture
def foyer(tmp_path):
    return Foyer(tmp_path, carer(), carer(names="anoniem"), carer(choice=False))


@pytest.fixture
def ank(foyer):
    foyer.do("persona.choose", step=foyer.step, persona="ank")
    return foyer


def go_to(foyer, section):
    foyer.do("persona.show", step=foyer.step, section=section)


def write(foyer, text, section, person=0, **more):
    return foyer.by(person, "note.post", step=foyer.step, text=text, section=section, **more)["ids"][0]


def texts(foyer, audience):
    return [note["text"] for note in foyer.listed("note", audience)]


def place(foyer, audience="screen"):
    return foyer.entity(audience)["state"]["place"]


def test_before_the_choice_everybody_knows_who_there_is(foyer):
    assert [one["id"] for one in foyer.entity("screen")["personas"]] == list(library().personas)
    assert place(foyer) == ""
    assert "persona" not in {key for key, value in foyer.entity("screen")["state"].items() if value}


def test_the_cards_tell_the_two_marias_apart():
    cards = library().exercises["persona"]["personas"]
    assert [card["label"] for card in cards if card["name"] == "Maria"] == ["Maria (75)", "Maria (45)"]
    assert len(cards) == 6
    assert all({"age", "line", "cares_for", "portrait", "number"} <= set(card) for card in cards)


def test_a_fixed_persona_is_the_only_card():
    fixed = {"settings": {"persona": "leon", "choice": False}}
    assert [card["id"] for card in Persona().stock(fixed, library().personas)["personas"]] == ["leon"]


def test_the_choice_brings_the_person_and_the_first_section(ank):
    state = ank.entity("screen")["state"]
    assert (state["persona"]["label"], state["section"], state["place"]) == ("Ank (60)", "leeftijd", "ank.leeftijd")
    assert len(state["persona"]["sections"]) == 9
    assert state["persona"]["fictional"] is True


def test_speaker_notes_are_for_the_control_room_only(ank):
    assert ank.entity("control")["state"]["persona"]["notes"] == library().personas["ank"]["notes"]
    for audience in ("screen", "phone", "report"):
        assert "Valkuil" not in str(ank.entity(audience))
        assert "notes" not in str(ank.entity(audience).get("state"))


def test_a_phone_can_read_everybody_again_without_the_speaker_notes(ank):
    ank.do("persona.choose", step=ank.step, persona="kim")
    again = ank.kind(1).lookback(ank.chain.entities[ank.step])
    assert [one["label"] for one in again] == ["Ank (60)", "Kim (48)"]
    assert all(len(one["sections"]) == 9 and "notes" not in one for one in again)


def test_the_step_keeps_its_own_copy(ank):
    changed = {**library().personas["ank"], "line": "iets anders"}
    ank.rooms.library.personas = {**library().personas, "ank": changed}
    ank.do("persona.choose", step=ank.step, persona="kim")
    ank.do("persona.choose", step=ank.step, persona="ank")
    assert ank.entity("screen")["state"]["persona"]["line"] == library().personas["ank"]["line"]


def test_somebody_who_is_not_on_the_shelf_is_refused(foyer):
    assert foyer.no("persona.choose", step=foyer.step, persona="truus").startswith("Dit staat niet (meer) op de plank")


def test_a_fixed_step_refuses_another_persona(foyer):
    foyer.step = foyer.go(3)
    assert foyer.no("persona.choose", step=foyer.step, persona="kim").startswith("In deze stap staat één persona vast.")
    foyer.do("persona.choose", step=foyer.step, persona="ank")
    assert place(foyer) == "ank.leeftijd"


def test_a_choice_made_beforehand_is_there_when_the_room_comes(foyer):
    foyer.do("persona.choose", step=foyer.steps[2], persona="kim")
    foyer.step = foyer.go(2)
    assert place(foyer) == "kim.leeftijd"


def test_sections_are_walked_in_any_order_and_remembered(ank):
    go_to(ank, "profiel")
    go_to(ank, "werk")
    go_to(ank, "profiel")
    assert ank.entity("screen")["state"]["visited"] == ["ank.leeftijd", "ank.profiel", "ank.werk"]
    assert place(ank) == "ank.profiel"


def test_a_section_that_does_not_exist_is_refused(foyer):
    assert foyer.no("persona.show", step=foyer.step, section="werk").startswith("Kies eerst een persona.")
    foyer.do("persona.choose", step=foyer.step, persona="ank")
    assert foyer.no("persona.show", step=foyer.step, section="hobby").startswith("Dit onderdeel hoort niet bij")


def test_only_the_facilitator_leads(ank):
    assert ank.refused(0, "persona.show", step=ank.step, section="werk") == "Dit mag alleen de begeleider."
    assert ank.refused(0, "persona.choose", step=ank.step, persona="kim") == "Dit mag alleen de begeleider."


def test_a_note_without_a_place_goes_where_the_room_is(ank):
    go_to(ank, "werk")
    ank.by(0, "note.post", step=ank.step, text="Wij bellen")
    ank.do("note.many", step=ank.step, lines=["Namens de buurvrouw"])
    assert [note["section"] for note in ank.listed("note", "control")] == ["ank.werk", "ank.werk"]


def test_a_note_goes_to_the_place_it_names_also_when_the_room_is_elsewhere(ank):
    go_to(ank, "werk")
    write(ank, "Nog even over eerder", "ank.leeftijd", block=2)
    note = ank.listed("note", "own")[0]
    assert (note["section"], note["block"]) == ("ank.leeftijd", 2)


@pytest.mark.parametrize("section", ["maria_75.werk", "ank.hobby", "ank", "werk", "."])
def test_a_note_to_an_unknown_place_is_refused(ank, section):
    said = ank.refused(0, "note.post", step=ank.step, text="Hallo", section=section)
    assert said.startswith("Dit onderdeel hoort niet bij deze persona.")


def test_a_note_before_the_choice_is_refused_and_kept_on_the_phone(foyer):
    said = foyer.refused(0, "note.post", step=foyer.step, text="Hallo")
    assert said.startswith("De begeleider kiest zo een persona.")


def test_two_marias_in_one_step_do_not_mix(foyer):
    for name in ("maria_75", "maria_45"):
        foyer.do("persona.choose", step=foyer.step, persona=name)
        write(foyer, f"Over {name}", f"{name}.werk")
    assert foyer.count()["places"] == {
        "maria_75.werk": {"notes": 1, "writers": 1},
        "maria_45.werk": {"notes": 1, "writers": 1},
    }
    told = words(foyer.paper(1))
    assert told.index("Maria (75), fictief") < told.index("Over maria_75") < told.index("Maria (45), fictief")
    assert told.index("Maria (45), fictief") < told.index("Over maria_45")
    others = foyer.entity("phone")["state"]["others"]
    assert [(one["label"], len(one["sections"])) for one in others] == [("Maria (75)", 9)]


def test_the_room_reads_nothing_before_the_reveal_and_only_this_place_after(ank):
    write(ank, "Open straks", "ank.leeftijd")
    write(ank, "Elders", "ank.werk")
    assert texts(ank, "screen") == texts(ank, "phone") == []
    assert texts(ank, "control") == ["Open straks", "Elders"]
    ank.reveal(1)
    assert texts(ank, "screen") == texts(ank, "phone") == ["Open straks"]


def test_every_place_starts_closed_and_is_left_as_it_was(ank):
    write(ank, "Eerst", "ank.leeftijd")
    write(ank, "Dan", "ank.werk")
    views = held(ank)
    ank.reveal(1)
    follow(ank, views)
    go_to(ank, "werk")
    follow(ank, views)
    assert ank.entity("screen")["revealed"] is False
    assert texts(ank, "screen") == ["Eerst"]
    go_to(ank, "leeftijd")
    follow(ank, views)
    assert ank.entity("screen")["revealed"] is True
    ank.do("step.reveal", step=ank.step, on=False)
    go_to(ank, "werk")
    follow(ank, views)
    assert texts(ank, "screen") == []


def test_another_persona_starts_closed_and_comes_back_at_the_same_section(ank):
    go_to(ank, "werk")
    ank.reveal(1)
    ank.do("persona.choose", step=ank.step, persona="kim")
    assert (place(ank), ank.entity("screen")["revealed"]) == ("kim.leeftijd", False)
    ank.do("persona.choose", step=ank.step, persona="ank")
    assert (place(ank), ank.entity("screen")["revealed"]) == ("ank.werk", True)


def test_who_writes_is_counted_per_place_without_names(ank):
    for person, text in ((0, "Een"), (0, "Twee"), (1, "Drie")):
        write(ank, text, "ank.leeftijd", person)
    assert ank.count("screen")["places"] == {"ank.leeftijd": {"notes": 3, "writers": 2}}


def test_an_anonymous_step_counts_notes_only(foyer):
    foyer.step = foyer.go(2)
    foyer.do("persona.choose", step=foyer.step, persona="nicole")
    write(foyer, "Stil", "nicole.werk")
    assert foyer.count()["places"] == {"nicole.werk": {"notes": 1}}
    assert "Van" not in words(foyer.paper(2)).split("\n")


def test_a_long_note_is_refused(tmp_path):
    foyer = Foyer(tmp_path, carer(max_length=40))
    foyer.do("persona.choose", step=foyer.step, persona="ank")
    said = foyer.refused(0, "note.post", step=foyer.step, text="x" * 41)
    assert said == "Houd het korter dan 40 tekens. Nu zijn het er 41."


def test_the_full_report_has_all_notes_by_section_with_their_marks(ank):
    write(ank, "Wij bellen terug", "ank.werk", block=2)
    ank.do("note.hide", notes=[write(ank, "Iets over een buur", "ank.werk", 1)])
    away = write(ank, "Toch niet", "ank.profiel", 2)
    ank.by(2, "note.withdraw", note=away)
    told = words(ank.paper(1))
    assert told.startswith("Ank (60), fictief\n60 jaar")
    assert "De tafel schreef 3 briefjes, bij 2 van de 9 onderdelen." in told
    assert "Wij bellen terug (niet getoond) – Gemeente Ede, bouwsteen 2\n" in told
    assert "Iets over een buur (verborgen, niet getoond)" in told
    assert "Toch niet (teruggenomen, niet getoond)" in told
    assert "Per bouwsteen: Ank (60), fictief\nBouwsteen 2, Preventie en vroegsignalering\nWij bellen terug" in told


def test_the_screen_turns_pages_and_starts_anew_at_another_place(ank):
    ank.do("persona.turn", step=ank.step, page=2)
    assert ank.entity("screen")["state"]["page"] == 2
    go_to(ank, "werk")
    assert ank.entity("screen")["state"]["page"] == 0
    assert ank.refused(0, "persona.turn", step=ank.step, page=1) == "Dit mag alleen de begeleider."


def test_the_report_for_participants_leaves_out_what_the_room_did_not_read(ank):
    write(ank, "Gezien", "ank.leeftijd")
    ank.reveal(1)
    go_to(ank, "werk")
    write(ank, "Nog dicht", "ank.werk")
    told = words(ank.paper(1, full=False))
    assert "Gezien" in told
    assert "Nog dicht" not in told
    assert told.endswith("1 briefje staat niet in dit verslag: verborgen, teruggenomen of niet aan de zaal getoond.")


def test_a_report_without_a_choice_says_so(foyer):
    assert words(foyer.paper(1)) == "Er is in deze stap geen persona gekozen."


@pytest.mark.parametrize("number", [1, 2])
def test_the_rehearsal_walks_all_sections_and_all_of_it_is_in_the_report(foyer, number):
    foyer.step = foyer.go(number)
    views = held(foyer)
    foyer.play(number, examples=("Wij bellen.", "Wij missen de school.", "Een maatje."))
    follow(foyer, views)
    assert len(foyer.entity("screen")["state"]["visited"]) == 9
    notes = foyer.listed("note", "control")
    assert all(foyer.listed("note", "own", person) for person in range(len(foyer.people)))
    told = words(foyer.paper(number))
    assert notes and all(note["text"] in told for note in notes)
    assert told.count("Wij bellen.") >= sum(note["text"] == "Wij bellen." for note in notes)
