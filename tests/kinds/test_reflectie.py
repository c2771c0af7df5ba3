"""Reflectie: nothing leaves a phone but what is shared, an action that is offered, and that somebody is ready."""

import pytest

from exercises.registry import KINDS
from tests.kinds.foyer import library, words
from tests.kinds.house import House, made, texts
from tests.kinds.tables import follow, held

KIND = next(kind for kind in KINDS if kind.name == "reflectie")
SHARED = "Een half uur in ons teamoverleg"


@pytest.fixture
def house(tmp_path):
    return House(tmp_path, {**made(KIND), "prompts": library().exercises["reflectie"]["prompts"]})


def share(house, person=0, lane="1", text=SHARED):
    return house.by(person, "note.post", step=house.step, lane=lane, text=text)["ids"][0]


def ready(house, person, on=True):
    return house.by(person, "reflection.ready", step=house.step, on=on)


def test_the_exercise_asks_in_three_directions():
    exercise = library().exercises["reflectie"]
    assert exercise["kind"] == "reflectie" and len(exercise["prompts"]) == 3
    for word, prompt in zip(("organisatie", "partijen", "mantelzorger"), exercise["prompts"], strict=True):
        assert word in prompt["text"]


def test_the_house_has_no_way_to_take_an_answer_that_is_not_shared():
    """What is private is not sent at all: no command of this kind carries a text that others do not see."""
    assert [rule.name for rule in KIND.rules] == ["reflection.ready"]
    assert KIND.rules[0].Body.__struct_fields__ == ("step", "on")
    assert KIND.commands == {"note.post", "note.many", "action.make"}


def test_what_is_shared_the_room_reads_at_once_and_what_is_taken_back_it_does_not(house):
    views = held(house)
    note = share(house)
    for audience in ("screen", "phone", "control"):
        assert house.see(audience)[note]["text"] == SHARED
    assert house.see("screen")[note]["org"] == "Gemeente Ede" and "by" not in house.see("screen")[note]
    house.by(0, "note.withdraw", note=note)
    assert SHARED not in set(texts(house.see("screen"))) | set(texts(house.see("phone")))
    assert SHARED in words(house.paper(1)) and SHARED not in words(house.paper(1, full=False))
    assert "1 antwoord staat niet in dit verslag" in words(house.paper(1, full=False))
    follow(house, views)


def test_what_two_share_in_the_same_words_stands_in_the_report_once(house):
    share(house), share(house, 1)
    told = words(house.paper(1))
    assert told.count(SHARED) == 1 and f"{SHARED} (2 keer: Gemeente Ede; Steunpunt)" in told


def test_what_was_shared_without_a_name_stays_so(tmp_path):
    house = House(tmp_path, made(KIND, names="anoniem"))
    note = share(house)
    assert not {"by", "org"} & house.see("control")[note].keys()
    assert "zichtbaarder" in house.no("step.edit", step=house.step, settings={"names": "naam"})


def test_who_is_ready_is_counted_and_never_named(house):
    views = held(house)
    for person in (0, 1, 1):
        ready(house, person)
    assert {house.entity(audience)["state"]["ready"] for audience in ("control", "screen", "phone", "report")} == {2}
    for audience in ("control", "screen", "phone", "report"):
        assert set(house.entity(audience)["state"]) == {"ready"}
    ready(house, 0, on=False)
    assert house.entity("screen")["state"]["ready"] == 1
    assert "1 mens zei klaar te zijn" in words(house.paper(1))
    follow(house, views)


def test_who_left_the_table_is_not_counted_any_more(house):
    ready(house, 0)
    house.do("participant.remove", participant=house.people[0])
    assert house.entity("screen")["state"]["ready"] == 0


def test_one_press_makes_an_offer_that_only_the_facilitator_sees_until_it_is_on_the_list(house):
    action = house.by(0, "action.make", step=house.step, what=SHARED, who="Gemeente Ede")["ids"][0]
    assert house.see("control")[action]["offered"] and house.see("control")[action]["by"] == "Jan"
    assert action not in house.see("screen") and action not in house.see("phone")
    assert house.see("own", 0)[action]["offered"] and action not in house.see("own", 1)
    assert f"{SHARED}\nGemeente Ede\n\nnog niet begonnen; aangeboden" in words(house.paper(1))
    assert SHARED not in words(house.paper(1, full=False))
    house.do("action.accept", action=action)
    assert house.see("screen")[action]["what"] == SHARED
    house.do("action.edit", action=action, when="2026-12-01")
    told = words(house.paper(1, full=False))
    assert f"{SHARED}\nGemeente Ede\n1 december 2026\nnog niet begonnen; staat op de actielijst" in told


def test_a_report_without_anything_shared_says_why(house):
    assert "bleef op hun telefoon" in words(house.paper(1))
