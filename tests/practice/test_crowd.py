"""The simulated room on a real house: through the door of people, and the same for the same seed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from exercises.registry import KINDS
from facilitator.practice.crowd import company, words
from facilitator.practice.crowd.asked import Asked
from facilitator.practice.crowd.crowd import Crowd
from facilitator.practice.crowd.process import run
from facilitator.rehearsal.client import Facilitator
from facilitator.rehearsal.house import House
from tests.practice.room import FAST, Practice

SHUT = str(Path(__file__).with_name("shut.py"))


@pytest.fixture(scope="module")
def house():
    with House(practice=True, limits=False) as one:
        yield one, Facilitator.sign_in(one.link)


def a_round(practice):
    """Introductions, a wall, a vote; what everybody said and chose."""
    practice.go("kennismaking")
    wall = practice.go("briefjes")
    practice.desk.do("step.reveal", {"step": wall["id"], "on": True})
    practice.go("stemmen")
    return practice.content()


def test_the_same_seed_gives_the_same_people_words_and_votes_and_another_seed_does_not(house):
    rounds = []
    for seed in (7, 7):
        practice = Practice(*house, "startbijeenkomst", seed=seed)
        rounds.append((practice.crowd.cards, a_round(practice)))
        assert [one.refused for one in practice.crowd.people if one.refused] == []
        practice.close()
    first, again = rounds
    assert first[0] == again[0]
    for one, same in zip(first[1], again[1], strict=True):
        assert one == same
    assert company.people(8, 8) != first[0]
    commands = {name for person in first[1] for name, _ in person}
    assert commands >= {"introduction.give", "note.post", "ballot.cast"}


def test_without_a_right_of_participants_the_room_stops_and_says_so():
    with House(practice=True, limits=False, program=(SHUT, "note.post")) as shut:
        desk = Facilitator.sign_in(shut.link)
        practice = Practice(shut, desk, "workshop", people=3)
        with pytest.raises(AssertionError):
            practice.go("briefjes")
        practice.crowd.over.wait(10)
        assert practice.crowd.over.is_set()
        [fault] = practice.crowd.faults
        assert "'note.post' mag niet van de tafel" in fault and practice.told[-1] == {"fault": fault}
        practice.close()


def test_a_closed_door_is_said():
    told = []
    crowd = Crowd(Asked(address="http://127.0.0.1:9", code="12345678", people=2, pace=FAST), told.append)
    crowd.start()
    assert crowd.over.wait(20)
    assert [one["fault"] for one in told if "fault" in one] == [words.NO_HOUSE]


# What a facilitator does before people can answer; the step's id is added.
LED = {
    "persona": lambda step: [("persona.choose", {"persona": step["personas"][0]["id"]})],
    "casus": lambda step: [
        ("case.choose", {"persona": step["personas"][0]["id"]}),
        ("case.look", {"at": "director"}),
        ("case.look", {"at": "handover"}),
    ],
    "netwerk": lambda step: [("network.look", {"stage": 2}), ("network.look", {"stage": 3})],
    "planning": lambda step: [("date.propose", {"day": "2029-12-04"}), ("date.propose", {"day": "2029-12-11"})],
}
DOES = {
    "uitleg": set(),
    "acties": {"action.make", "action.take"},
    "afsluiten": {"commitment.make"},
    "briefjes": {"note.post", "note.edit", "note.withdraw"},
    "casus": {"note.post", "role.offer"},
    "checklist": {"tie.tell", "partner.propose"},
    "doelen": {"goal.make", "goal.edit"},
    "instrumenten": {"instrument.propose", "note.post", "role.offer"},
    "kennismaking": {"introduction.give"},
    "matrix": {"rating.give"},
    "netwerk": {"network.say", "network.propose"},
    "persona": {"note.post"},
    "planning": {"ballot.cast"},
    "reflectie": {"note.post", "action.make", "reflection.ready"},
    "rollen": {"role.offer", "note.post"},
    "schaal": {"ballot.cast"},
    "stemmen": {"ballot.cast"},
    "vindplaatsen": {"place.tell", "place.add"},
}


def led(practice, kind):
    """Through a step of this kind; what people did there, by command."""
    step = practice.go(kind)
    for name, body in LED.get(kind, lambda step: [])(step):
        practice.desk.do(name, {"step": step["id"], **body})
        practice.settle()
    return {name for one in practice.crowd.people for at, name, _ in one.wrote if at == step["id"]}


def test_people_take_part_in_every_kind_in_its_own_way_and_nothing_is_refused(house):
    practice = Practice(*house, "startbijeenkomst", people=12, lively="druk")
    steps = practice.desk.meeting["steps"]
    there = {practice.desk.look()[step]["kind"] for step in steps}
    for exercise in ("casus-bespreken", "checklist", "instrumenten", "netwerkkaart", "reflectie", "evaluatie-schaal",
                     "vindplaatsen", "planning", "rollen"):  # fmt: skip
        last = practice.desk.meeting["steps"][-1]
        practice.desk.do("step.add", {"exercise": exercise, "after": last})
    kinds = [practice.desk.look()[step]["kind"] for step in practice.wait(lambda: more(practice, len(steps) + 9))]
    assert set(kinds) == {kind.name for kind in KINDS} - {"terugblik"} and there < set(kinds)
    did: dict[str, set[str]] = {}
    for kind in kinds:
        did[kind] = did.get(kind, set()) | led(practice, kind)
    assert [one.refused for one in practice.crowd.people if one.refused] == [] and practice.crowd.faults == []
    assert {kind: done - DOES[kind] for kind, done in did.items() if done - DOES[kind]} == {}
    assert {kind for kind, done in did.items() if not done} == {"uitleg"}
    for action in practice.desk.list("action")[:3]:
        if action.get("offered"):
            practice.desk.do("action.accept", {"action": action["id"]})
    practice.close()
    following = Practice(house[0], practice.desk, "kort-overleg", again=True, people=12, lively="druk")
    assert led(following, "terugblik") == {"progress.tell"}
    following.close()


def more(practice, number):
    """The steps of the agenda, once there are so many."""
    steps = practice.desk.meeting["steps"]
    return steps if len(steps) == number and all(one in practice.desk.look() for one in steps) else None


def test_a_question_that_was_changed_gets_no_answer_to_the_old_one(house):
    practice = Practice(*house, "startbijeenkomst", people=4, lively="druk")
    wall = next(one for one in practice.desk.list("step") if one["kind"] == "briefjes")
    practice.desk.do("step.edit", {"step": wall["id"], "prompts": [{"id": "1", "text": "Wat hoort u onderweg?"}]})
    practice.go("briefjes")
    examples = {text.rstrip(".") for text in practice.crowd.library.exercises[wall["exercise"]]["examples"]}
    said = [one["text"] for one in practice.desk.list("note", step=wall["id"])]
    assert said and not any(text.startswith(example) for text in said for example in examples)
    practice.close()


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"people": 500}, "het aantal mensen (1 tot 60)"),
        ({"people": 0}, "het aantal mensen"),
        ({"seed": "zeven"}, "het startgetal"),
        ({"lively": "wild"}, "hoe levendig het is"),
        ({"pace": 0}, "het tempo"),
        ({"code": "12"}, "de code van de deur"),
        ({"address": "elders"}, "het adres"),
        ({"meer": 1}, "De regel is niet te lezen"),
    ],
)
def test_what_is_asked_wrongly_is_said_in_a_sentence_and_nobody_comes(changed, said):
    asked = {"address": "http://127.0.0.1:9", "code": "12345678", "people": 2, **changed}
    told = []
    assert run(iter([json.dumps(asked).encode() + b"\n"]), told.append) == 1
    [line] = told
    assert said in json.loads(line)["fault"]


def test_a_parent_that_says_nothing_ends_it_with_a_sentence():
    told = []
    assert run(iter([]), told.append) == 1 and "De regel is niet te lezen" in told[0].decode()
