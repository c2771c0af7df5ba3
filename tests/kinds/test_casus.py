"""Casus: a case, notes per part that open per part, who becomes casusregisseur, and the first step of handing over."""

import pytest

from exercises.kinds.casus.parts import PARTS, WRITTEN
from exercises.registry import KINDS
from facilitator.chain.paper import Table
from tests.kinds.foyer import library, words
from tests.kinds.house import House, made, texts
from tests.kinds.tables import follow, held

KIND = next(kind for kind in KINDS if kind.name == "casus")
CASE = {"title": "Joke en haar broer", "text": "Joke werkt vier dagen.\nZij zegt dat het gaat."}


@pytest.fixture
def house(tmp_path):
    """A meeting that talks about Ank."""
    house = House(tmp_path, made(KIND))
    house.do("case.choose", step=house.step, persona="ank")
    return house


def write(house, part, text, person=0):
    return house.by(person, "note.post", step=house.step, section=part, text=text)["ids"][0]


def offer(house, person=0, **more):
    return house.by(person, "role.offer", **{"step": house.step, "slot": "case_director", "how": "fits", **more})


# the case


def test_before_a_case_is_chosen_nobody_writes_and_the_cards_are_there(tmp_path):
    house = House(tmp_path, made(KIND))
    assert [one["id"] for one in house.entity("control")["personas"]] == list(library().personas)
    assert "kiest zo een casus" in house.refused(0, "note.post", step=house.step, section="story", text="Hallo")
    offer = {"step": house.step, "slot": "case_director", "how": "fits"}
    assert "kiest zo een casus" in house.refused(0, "role.offer", **offer)
    assert "Kies eerst een casus" in house.no("case.look", step=house.step, at="expert")
    assert "geen casus gekozen" in words(house.paper(1))


def test_a_persona_comes_with_her_story_and_the_speaker_notes_stay_with_the_facilitator(house):
    persona = library().personas["ank"]
    assert house.entity("control")["state"]["persona"]["notes"] == persona["notes"]
    for audience in ("screen", "phone", "report"):
        state = house.entity(audience)["state"]
        assert (state["persona"]["label"], len(state["persona"]["sections"])) == ("Ank (60)", 9)
        assert "notes" not in state["persona"]
    assert "Ank (60), fictief" in words(house.paper(1))


def test_a_case_in_own_words_may_be_adjusted_and_stands_in_the_report(tmp_path):
    house = House(tmp_path, made(KIND))
    house.do("case.tell", step=house.step, **CASE)
    write(house, "story", "Er is een zus")
    house.do("case.tell", step=house.step, title="Joke", text="Joke werkt drie dagen.")
    assert house.entity("screen")["state"]["text"] == "Joke werkt drie dagen."
    assert "Joke werkt drie dagen." in words(house.paper(1)) and not house.entity("screen")["state"]["persona"]
    for field, body in (("title", {**CASE, "title": " "}), ("text", {**CASE, "text": "x" * 2001})):
        assert house.no("case.tell", step=house.step, **body), field


def test_another_case_only_as_long_as_nobody_wrote(house):
    house.do("case.choose", step=house.step, persona="leon")
    assert house.entity("screen")["state"]["persona"]["id"] == "leon"
    write(house, "story", "Hij zorgt voor zijn vrouw")
    assert "al geschreven" in house.no("case.choose", step=house.step, persona="kim")
    assert "al geschreven" in house.no("case.tell", step=house.step, **CASE)
    assert house.entity("screen")["state"]["persona"]["id"] == "leon"


# parts


def test_notes_stay_closed_until_their_own_part_is_shown(house):
    views = held(house)
    write(house, "expert", "Zij weet wat er 's nachts gebeurt")
    write(house, "seeker", "Vraag hoe het met haar gaat", person=1)
    assert house.see("screen")[house.step + ".tally"]["parts"] == {"expert": 1, "seeker": 1}
    house.do("case.open", step=house.step, part="expert")
    for audience in ("screen", "phone"):
        seen = set(texts(house.see(audience)))
        assert "Zij weet wat er 's nachts gebeurt" in seen and "Vraag hoe het met haar gaat" not in seen
    assert "Vraag hoe het met haar gaat" in set(texts(house.see("own", 1)))
    house.do("case.open", step=house.step, part="expert", on=False)
    assert "Zij weet wat er 's nachts gebeurt" not in set(texts(house.see("screen")))
    follow(house, views)


def test_a_note_without_a_part_goes_where_the_room_is_and_never_to_the_director(house):
    house.do("case.look", step=house.step, at="relation")
    note = house.by(0, "note.post", step=house.step, text="Een middag samen")["ids"][0]
    assert house.see("control")[note]["section"] == "relation"
    house.do("case.look", step=house.step, at="director")
    assert "Kies eerst waar dit bij hoort" in house.refused(0, "note.post", step=house.step, text="Ik?")
    house.do("note.many", step=house.step, section="partner", lines=["een", "twee"])
    assert house.see("control")[house.step + ".tally"]["parts"] == {"relation": 1, "partner": 2}


def test_the_short_report_has_only_what_the_room_could_read(house):
    write(house, "partner", "Haar bij het overleg")
    write(house, "seeker", "Een avond vrij")
    write(house, "seeker", "een avond vrij.")
    house.do("case.open", step=house.step, part="partner")
    short, whole = words(house.paper(1, full=False, names=False)), words(house.paper(1))
    assert "Haar bij het overleg" in short and "Een avond vrij" not in short and "2 briefjes staan niet" in short
    assert "Een avond vrij (2 keer: Gemeente Ede, niet getoond" in whole and "een avond vrij." not in whole
    assert "niet getoond" in whole and "staat niet in" not in whole


# who becomes casusregisseur


def test_who_offers_is_seen_by_organisation_and_the_other_that_is_named_by_the_facilitator_only(house):
    offer(house, 0)
    offer(house, 1, how="other", other="Stichting Verweg")
    state = house.entity("screen")["state"]
    assert state["offering"] == [house.organisation("Gemeente Ede")] and state["offers"] == 2
    assert "Stichting Verweg" not in set(texts(house.see("screen"))) | set(texts(house.see("phone")))
    assert {one.get("other") for one in house.listed("offer", "control")} == {None, "Stichting Verweg"}
    assert "dit past beter bij Stichting Verweg" in words(house.paper(1))
    offer(house, 0, how="")
    assert house.entity("screen")["state"]["offering"] == []


def test_the_report_says_how_many_find_it_fitting_when_nobody_is_named(house):
    offer(house, 3), offer(house, house.enter("")), offer(house, house.enter(""), how="other", other="Stichting Verweg")
    [table] = [block for block in house.paper(1) if isinstance(block, Table)]
    assert [row[-1] for row in table.rows] == ["2 keer", "iemand aan tafel"]


def test_offers_are_for_the_casusregisseur_alone(house):
    body = {"step": house.step, "slot": "chain_director", "how": "fits"}
    assert "alleen om de casusregisseur" in house.refused(0, "role.offer", **body)


def test_the_facilitator_settles_it_and_may_let_go(house):
    assert "nog geen casusregisseur" in words(house.paper(1))
    house.do("case.settle", step=house.step, organisation="thuiszorg  west")
    state = house.entity("phone")["state"]
    assert state["director"] == house.organisation("Thuiszorg West")
    assert "Casusregisseur wordt Thuiszorg West." in words(house.paper(1))
    assert "120 tekens" in house.no("case.settle", step=house.step, organisation="x" * 121)
    house.do("case.settle", step=house.step)
    assert house.entity("phone")["state"]["director"] == ""


def test_somebody_who_is_not_at_the_table_can_become_it(house):
    house.do("case.settle", step=house.step, organisation="Bibliotheek West")
    assert house.see("screen")[house.entity("screen")["state"]["director"]]["name"] == "Bibliotheek West"


# the warm handover


def test_the_first_step_is_a_note_that_everybody_may_read_from_then_on(house):
    views = held(house)
    note = write(house, "handover", "Samen aan tafel, met z'n drieën")
    assert note not in house.see("screen")
    house.do("case.hand", step=house.step, note=note, organisation="Steunpunt")
    assert house.see("screen")[note]["text"] == "Samen aan tafel, met z'n drieën"
    assert "eerste stap: Samen aan tafel, met z'n drieën. Dit doet Steunpunt." in words(house.paper(1, full=False))
    house.do("case.hand", step=house.step)
    assert note not in house.see("screen")
    follow(house, views)


def test_only_a_note_of_the_handover_that_counts_can_be_the_first_step(house):
    other, gone = write(house, "expert", "Vraag het haar"), write(house, "handover", "Bellen")
    assert "geen briefje bij de warme overdracht" in house.no("case.hand", step=house.step, note=other)
    house.by(0, "note.withdraw", note=gone)
    assert "geen briefje bij de warme overdracht" in house.no("case.hand", step=house.step, note=gone)


def test_a_first_step_that_is_emptied_leaves_the_report_as_well(house):
    note = write(house, "handover", "Bel mevrouw op nummer 12")
    house.do("case.hand", step=house.step, note=note)
    house.do("note.redact", note=note)
    assert "nummer 12" not in words(house.paper(1)) and "nog niet gekozen" in words(house.paper(1))


# the shelf


def test_what_was_written_can_become_an_action_in_a_next_step(tmp_path):
    house = House(tmp_path, made(KIND), {**made(next(one for one in KINDS if one.name == "acties")), "from": 1})
    house.do("case.choose", step=house.step, persona="ank")
    note = write(house, "seeker", "Een avond per week vrij")
    house.do("case.open", step=house.step, part="seeker")
    house.go(2)
    assert note in {row["id"] for row in house.state(2)["ideas"]}


def test_the_exercise_asks_one_question_for_each_part_that_is_written_about():
    exercise = library().exercises["casus-bespreken"]
    assert exercise["kind"] == "casus" and len(exercise["prompts"]) == len(WRITTEN) == len(PARTS) - 1
    assert len(exercise["examples"]) % len(WRITTEN) == 0 and exercise["examples"]
