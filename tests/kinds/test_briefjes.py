"""Briefjes: what the screen shows large, the counts, the section of the report, the rehearsal. (Notes: tests/chain.)"""

import pytest

from facilitator.chain.kind import Page
from facilitator.chain.paper import Bullets, Heading, Text
from tests.kinds.foyer import words
from tests.kinds.tables import Hall, follow, held, step

TWO = [{"id": "1", "text": "Wat gaat goed?"}, {"id": "2", "text": "Wat kan beter?"}]


def hall(tmp_path, prompts=TWO, **settings):
    """A hall at a wall; step 1 is the wall under test."""
    room = Hall(tmp_path, {**step("briefjes", None, **settings), "prompts": prompts})
    room.go(1)
    return room


def post(room, text, person=0, lane="1"):
    return room.by(person, "note.post", step=room.steps[1], text=text, lane=lane)["ids"][0]


def group(room, name, *notes):
    return room.do("cluster.make", step=room.steps[1], name=name, notes=list(notes))["ids"][0]


# one part large on the screen


def test_one_group_stands_large_on_the_screen_until_the_whole_wall_is_asked_for(tmp_path):
    room = hall(tmp_path)
    made = group(room, "Wachten", post(room, "Een"))
    views = held(room)
    room.do("wall.show", step=room.steps[1], group=made, page=2)
    assert room.state(1, "screen") == room.state(1) == {"group": made, "page": 2}
    assert room.state(1, "phone") == room.state(1, "report") == {}
    room.do("wall.show", step=room.steps[1])
    assert room.state(1, "screen") == {}
    follow(room, views)


def test_the_loose_notes_of_a_prompt_can_stand_large_too(tmp_path):
    room = hall(tmp_path)
    room.do("wall.show", step=room.steps[1], group="los.2")
    assert room.state(1, "screen")["group"] == "los.2"
    assert "hangt hier niet" in room.no("wall.show", step=room.steps[1], group="los.9")


def test_what_is_not_on_this_wall_cannot_stand_large(tmp_path):
    room = hall(tmp_path)
    made = group(room, "Wachten", post(room, "Een"))
    elsewhere = room.do("cluster.make", step=room.steps[0], notes=[])["ids"][0]
    assert "hangt hier niet" in room.no("wall.show", step=room.steps[1], group=elsewhere)
    assert "alleen de begeleider" in room.refused(0, "wall.show", step=room.steps[1], group=made)
    room.do("wall.show", step=room.steps[1], group=made)
    room.do("cluster.dissolve", cluster=made)
    assert room.state(1, "screen") == {}, "a group that went leaves the whole wall"


# counts


def test_the_room_hears_how_many_notes_hang_under_each_prompt_and_no_more(tmp_path):
    room = hall(tmp_path)
    post(room, "Een"), post(room, "Twee", 1, "2"), post(room, "Drie", 1, "2")
    gone = post(room, "Vier", 2)
    room.by(2, "note.withdraw", note=gone)
    tally = room.see("screen")[room.steps[1] + ".tally"]
    assert tally["lanes"] == {"1": 1, "2": 2} and tally["notes"] == 3 and tally["writers"] == 2
    assert room.steps[1] + ".tally" not in room.see("phone")


def test_an_anonymous_wall_does_not_count_people(tmp_path):
    room = hall(tmp_path, names="anoniem")
    post(room, "Een")
    assert "writers" not in room.see("control")[room.steps[1] + ".tally"]


# the report


def test_the_report_goes_by_prompt_and_group_with_the_loose_notes_last(tmp_path):
    room = hall(tmp_path)
    one, two, three = post(room, "Samen eten"), post(room, "Korte lijnen", 1), post(room, "Los zand", 2)
    group(room, "Elkaar kennen", one, two)
    post(room, "Eén nummer", lane="2")
    room.do("note.block", notes=[three], block=2)
    room.reveal(1)
    title = [Text("Op de muur: 4 briefjes, van 3 mensen, in 1 groepje."), Heading(4, "Wat gaat goed?")]
    assert room.paper(1)[:2] == title
    assert room.paper(1)[2:] == [
        Heading(5, "Elkaar kennen (2 briefjes)"),
        Bullets(["Samen eten – Steunpunt", "Korte lijnen – Steunpunt"]),
        Heading(5, "Losse briefjes (1)"),
        Bullets(["Los zand – Steunpunt, bouwsteen 2: Preventie en vroegsignalering"]),
        Heading(4, "Wat kan beter?"),
        Bullets(["Eén nummer – Steunpunt"]),
    ]


def test_with_one_anonymous_prompt_only_a_list_is_left(tmp_path):
    room = hall(tmp_path, TWO[:1], names="anoniem")
    post(room, "Samen eten"), post(room, "Korte lijnen", 1)
    room.reveal(1)
    assert room.paper(1) == [Text("Op de muur: 2 briefjes."), Bullets(["Samen eten", "Korte lijnen"])]


def test_doubles_stand_behind_the_note_that_speaks_for_them(tmp_path):
    room = hall(tmp_path, TWO[:1], names="anoniem")
    texts = ("Wachttijd", "Iets anders", "Lang wachten", "lang wachten.")
    one, two, *alike = (post(room, text) for text in texts)
    room.do("note.merge", into=one, notes=alike)
    room.reveal(1)
    full = ["Wachttijd (3 keer genoemd)", "Lang wachten (lijkt op het vorige)", "Iets anders"]
    assert room.paper(1)[1] == Bullets(full)
    assert room.paper(1, full=False)[1] == Bullets(["Wachttijd (3 keer genoemd)", "Iets anders"])
    assert two


def test_what_was_said_in_the_same_words_stands_once_with_all_whom_it_comes_from(tmp_path):
    room = hall(tmp_path, TWO[:1])
    [ede] = room.do("organisation.add", name="Gemeente Ede", sort="gemeente")["ids"]
    one, three = post(room, "Wachttijd"), post(room, "\U0001f642")
    body = {"step": room.steps[1], "lane": "1", "lines": ["wachttijd."], "organisation": ede}
    [two] = room.do("note.many", **body)["ids"][-1:]
    room.do("note.merge", into=one, notes=[two, three])
    room.reveal(1)
    lines = ["Wachttijd (3 keer genoemd) – Steunpunt; Gemeente Ede", "\U0001f642 (lijkt op het vorige) – Steunpunt"]
    assert room.paper(1)[1] == Bullets(lines)
    assert room.paper(1, full=False)[1] == Bullets(["Wachttijd (3 keer genoemd) – Steunpunt; Gemeente Ede"])


def test_a_group_has_as_many_notes_in_every_version_as_the_room_saw(tmp_path):
    room = hall(tmp_path, TWO[:1])
    one, two, gone, away = (post(room, text) for text in ("Wachttijd", "wachttijd.", "Terug", "Weg"))
    room.do("note.merge", into=one, notes=[two])
    made = group(room, "Elkaar kennen", one, gone, away)
    room.reveal(1)
    room.by(0, "note.withdraw", note=gone), room.do("note.hide", notes=[away])
    for full in (True, False):
        assert room.paper(1, full=full)[0].text.startswith("Op de muur: 1 briefje,")
        assert room.paper(1, full=full)[1] == Heading(5, "Elkaar kennen (1 briefje)")
    views = room.room.report_view(room.meeting)
    assert Page(views).label(made) == "Elkaar kennen (1 briefje)"


def test_the_full_report_marks_what_was_not_shown_and_the_short_one_counts_it(tmp_path):
    room = hall(tmp_path, TWO[:1], names="naam", approve=True)
    seen, waiting, hidden, gone = (post(room, text) for text in ("Gezien", "Wacht nog", "Verstopt", "Toch niet"))
    room.do("note.hide", notes=[seen, hidden, gone], on=False)
    room.do("note.hide", notes=[hidden], on=True)
    room.by(0, "note.withdraw", note=gone)
    room.reveal(1)
    told = words(room.paper(1))
    assert "Gezien –" in told and "Verstopt (verborgen)" in told
    assert "Wacht nog (nog niet bekeken)" in told and "Toch niet (teruggenomen)" in told
    short = words(room.paper(1, full=False))
    assert "Gezien" in short and not any(text in short for text in ("Verstopt", "Wacht nog", "Toch niet"))
    assert "3 briefjes staan niet in dit verslag" in short
    assert waiting


def test_without_names_nobody_is_named_and_the_organisation_stays(tmp_path):
    room = hall(tmp_path, TWO[:1], names="naam")
    post(room, "Samen eten")
    room.reveal(1)
    assert "Truus, Steunpunt" in words(room.paper(1))
    assert "Truus" not in words(room.paper(1, names=False)) and "Steunpunt" in words(room.paper(1, names=False))


@pytest.mark.parametrize("full", [True, False])
def test_a_wall_that_was_never_shown_says_so(tmp_path, full):
    room = hall(tmp_path)
    assert room.paper(1, full=full) == [Text("Op deze muur hangt niets.")]
    post(room, "Stil")
    told = words(room.paper(1, full=full))
    assert ("Stil (niet getoond)" in told) is full and "niet aan de zaal getoond" in told


def test_an_emptied_note_is_a_gap_with_a_name(tmp_path):
    room = hall(tmp_path, TWO[:1], names="anoniem")
    note = post(room, "Met een naam erin")
    room.reveal(1)
    room.do("note.redact", note=note)
    assert Bullets(["[verwijderd]"]) in room.paper(1)
    assert "1 briefje staat niet" in words(room.paper(1, full=False))


# the rehearsal


@pytest.mark.parametrize("settings", [{}, {"approve": True}, {"names": "anoniem"}, {"silent": False}])
def test_the_rehearsal_plays_a_whole_round(tmp_path, settings):
    room = hall(tmp_path, **settings)
    views = held(room)
    texts = tuple(f"Voorbeeld {number} van de zaal" for number in range(14))
    assert room.play(1, examples=texts) > 8
    follow(room, views)
    step_view = room.see("control")[room.steps[1]]
    notes = [view for view in room.see("control").values() if view["type"] == "note"]
    assert step_view["revealed"] and not any(note.get("waiting") for note in notes)
    assert {note["lane"] for note in notes} == {"1", "2"} and any(note.get("on_behalf") for note in notes)
    told = words(room.paper(1))
    assert all(note["text"] in told for note in notes)


def test_the_rehearsal_works_without_examples_and_without_prompts(tmp_path):
    room = hall(tmp_path, [])
    room.play(1)
    assert {view["lane"] for view in room.see("control").values() if view["type"] == "note"} == {"1"}


# a name from the room


def asked(tmp_path, **settings):
    """A hall whose wall is shown, with a group that the room is asked to name."""
    room = hall(tmp_path, **settings)
    room.made = group(room, "Groepje 1", post(room, "Wachten op een plek"), post(room, "Te lang in de rij", 1))
    room.do("step.reveal", step=room.steps[1], on=True)
    room.do("wall.ask", step=room.steps[1], group=room.made)
    return room


def named(room, person, name, **more):
    return room.by(person, "wall.name", step=room.steps[1], group=room.made, name=name, **more)


def test_each_phone_has_one_name_and_the_same_name_counts_together(tmp_path):
    room = asked(tmp_path)
    views = held(room)
    for person, name in ((0, "Wachttijd"), (1, "  wachttijd "), (2, "Te lang"), (2, "Geduld")):
        named(room, person, name)
    names = [{"name": "Wachttijd", "count": 2}, {"name": "Geduld", "count": 1}]
    assert room.state(1)["naming"] == {"group": room.made, "turn": 1, "given": 3, "names": names}
    phone = room.state(1, "phone")["naming"]
    assert phone["names"] == names and phone["notes"] == ["Wachten op een plek", "Te lang in de rij"]
    seen = {"group": room.made, "turn": 1, "given": 3}
    assert room.state(1, "screen")["naming"] == seen, "no word of it before it is taken"
    assert room.state(1, "report") == {}
    named(room, 2, "")
    assert room.state(1)["naming"]["given"] == 2
    follow(room, views)
    room.do("wall.take", step=room.steps[1], group=room.made, name="Wachttijd")
    assert room.see("control")[room.made]["name"] == "Wachttijd"
    assert "naming" not in room.state(1) and room.state(1, "phone") == {}
    follow(room, views)
    assert "vraagt nu niet" in room.refused(0, "wall.name", step=room.steps[1], group=room.made, name="Laat")


def test_asking_again_about_the_same_group_is_another_turn_without_names(tmp_path):
    room = asked(tmp_path)
    named(room, 0, "Wachttijd")
    first = room.state(1, "phone")["naming"]
    room.do("wall.ask", step=room.steps[1])
    room.do("wall.ask", step=room.steps[1], group=room.made)
    again = room.state(1, "phone")["naming"]
    assert again["turn"] > first["turn"] == 1 and (first["given"], again["given"], again["names"]) == (1, 0, [])


def test_a_book_of_before_the_turns_still_asks(tmp_path):
    """D11: a step that was asked when that did not yet count."""
    room = asked(tmp_path)
    kept = {key: value for key, value in room.chain.entities[room.steps[1]]["state"].items() if key != "turn"}
    room.chain.change(room.steps[1], state=kept)
    assert room.state(1, "phone")["naming"]["turn"] == 0
    room.do("wall.ask", step=room.steps[1])
    room.do("wall.ask", step=room.steps[1], group=room.made)
    assert room.state(1, "phone")["naming"]["turn"] == 2


def test_a_name_is_asked_only_when_the_room_sees_the_wall_and_of_a_group_on_it(tmp_path):
    room = hall(tmp_path)
    room.made = group(room, "Groepje 1", post(room, "Een"))
    assert "Toon eerst de muur" in room.no("wall.ask", step=room.steps[1], group=room.made)
    room.do("step.reveal", step=room.steps[1], on=True)
    assert "hangt hier niet" in room.no("wall.ask", step=room.steps[1], group="c0")
    room.do("wall.ask", step=room.steps[1], group=room.made)
    assert "korter dan 60 tekens" in room.refused(0, "wall.name", step=room.steps[1], group=room.made, name="x" * 61)
    room.do("step.reveal", step=room.steps[1], on=False)
    assert room.state(1, "phone") == {}, "a wall that is turned away asks nothing"
    room.do("step.reveal", step=room.steps[1], on=True)
    room.do("cluster.dissolve", cluster=room.made)
    assert room.state(1, "phone") == {} and "naming" not in room.state(1)


def test_where_the_facilitator_reads_first_phones_do_not_read_each_other_s_names(tmp_path):
    room = asked(tmp_path, approve=True)
    named(room, 0, "Wachttijd")
    assert room.state(1, "phone")["naming"]["names"] == []
    assert room.state(1)["naming"]["names"] == [{"name": "Wachttijd", "count": 1}]


def test_the_book_says_of_a_name_not_whose_it_is(tmp_path):
    room = asked(tmp_path, names="anoniem")
    named(room, 0, "Wachttijd")
    [event] = [one for one in room.rooms.ledger.read(room.room.id) if one.name == "name.given"]
    assert event.body.keys() == {"id", "key", "name"} and event.at % 60 == 0
    assert not set(room.people) & set(str(event.body).split("'"))
