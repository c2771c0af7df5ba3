"""The simulated room on a real house: through the door of people, the same for a seed; and what happens in it."""

from __future__ import annotations

import json
import secrets
from pathlib import Path

import pytest

from exercises.registry import KINDS
from facilitator.practice.crowd import company, words
from facilitator.practice.heard import Heard
from facilitator.practice.incidents import happening, shelf
from facilitator.rehearsal.client import Facilitator, Trainee
from facilitator.rehearsal.house import House
from tests.practice.deeds import DOES, LED
from tests.practice.room import Practice, Window, both, incidents_of, later
from tests.practice.shelved import EVERYTHING, LOOKING_BACK, MINE, QUESTIONS, stand

PACE = 400.0  # minutes of an incident become tenths of seconds
SHUT = str(Path(__file__).with_name("shut.py"))


@pytest.fixture(scope="module")
def house():
    """A practice house with a facilitator's own shelf, and that facilitator."""
    one = House(practice=True, limits=False, leash=True, program=(SHUT,))
    one.shelf = str(stand(one.data))
    with one:
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


def test_a_changed_question_gets_no_old_answer_and_without_a_right_the_room_stops_and_says_so(house):
    practice = Practice(*house, "workshop", people=3, lively="druk")
    wall = next(one for one in practice.desk.list("step") if one["kind"] == "briefjes")
    practice.desk.do("step.edit", {"step": wall["id"], "prompts": [{"id": "1", "text": "Wat hoort u onderweg?"}]})
    practice.go("briefjes")
    examples = {text.rstrip(".") for text in practice.crowd.library.exercises[wall["exercise"]]["examples"]}
    said = [one["text"] for one in practice.desk.list("note", step=wall["id"])]
    assert said and not any(text.startswith(example) for text in said for example in examples)
    house[0].tell(shut="note.post")
    try:
        with pytest.raises(AssertionError):
            practice.go("briefjes")
        assert practice.crowd.over.wait(10)
        [fault] = practice.crowd.faults
        assert "Een echte deelnemer kan het nu ook niet (note.post)" in fault and practice.told[-1] == {"fault": fault}
    finally:
        house[0].tell(opened="note.post")
        practice.close()


def led(practice, kind):
    """Through a step of this kind; what people did there, by command."""
    step = practice.go(kind)
    for name, body in LED.get(kind, lambda step: [])(step):
        practice.desk.do(name, {"step": step["id"], **body})
        practice.settle()
    return {name for one in practice.crowd.people for at, name, _ in one.wrote if at == step["id"]}


def test_people_take_part_in_every_kind_in_its_own_way_and_nothing_is_refused(house):
    practice = Practice(*house, EVERYTHING, people=8, lively="druk", shelf=house[0].shelf)
    kinds = [practice.desk.look()[step]["kind"] for step in practice.desk.meeting["steps"]]
    assert sorted(kinds) == sorted({kind.name for kind in KINDS} - {"terugblik"})
    did = {kind: led(practice, kind) for kind in kinds}
    assert [one.refused for one in practice.crowd.people if one.refused] == [] and practice.crowd.faults == []
    assert {kind: done - DOES[kind] for kind, done in did.items() if done - DOES[kind]} == {}
    assert {kind for kind, done in did.items() if not done} == {"uitleg"}
    assert_own_examples(practice)
    for action in practice.desk.list("action")[:3]:
        if action.get("offered"):
            practice.desk.do("action.accept", {"action": action["id"]})
    practice.close()
    following = Practice(house[0], practice.desk, LOOKING_BACK, again=True, people=4, lively="druk")
    assert led(following, "terugblik") == {"progress.tell"}
    following.close()


def assert_own_examples(practice):
    """The facilitator's own exercise gets its own examples, and only those of the question that the agenda chose."""
    [wall] = [one for one in practice.desk.list("step") if one["exercise"] == "eigen-straat"]
    assert [prompt["text"] for prompt in wall["prompts"]] == [QUESTIONS[1]]
    said = [one["text"] for one in practice.desk.list("note", step=wall["id"])]
    assert [any(text.startswith(mine) for text in said) for mine in MINE[1]] == [True, True]
    assert not any(text.startswith(mine) for text in said for mine in MINE[0])


# what happens there


@pytest.fixture(scope="module")
def room(house):
    """A wall with people at it, and a lookout at the desk."""
    secret = secrets.token_urlsafe(32)
    house[0].tell(link=secret)
    practice = Practice(*house, "workshop", pace=PACE, watch=f"{house[0].address}/regie#{secret}")
    step = [one for one in practice.desk.meeting["steps"] if practice.desk.look()[one]["kind"] == "briefjes"][1]
    practice.desk.go(step)
    practice.step = step
    practice.wait(lambda: practice.crowd.lookout and len(practice.desk.list("note", step=step)) > 3)
    yield practice
    practice.close()


def happens(room, name, number, act=lambda step: None):
    """Let it happen, do something about it as soon as it is seen, and give its last message."""
    room.crowd.happen(name, number)
    act(room.step)
    return room.wait(lambda: next((one for one in incidents_of(room, number) if one["phase"] == "over"), None))


@pytest.mark.parametrize(("name", "number"), [("kwetsend", 1), ("telefoonnummer", 11), ("geraakt", 12)])
def test_a_note_that_should_not_hang_there_is_hidden_and_that_is_said(room, name, number):
    incident = shelf.incidents()[name]

    def hide(step):
        [note] = room.wait(lambda: [one for one in room.desk.list("note", step=step) if one["text"] in incident.texts])
        room.desk.do("note.hide", {"notes": [note["id"]], "on": True})

    over = happens(room, name, number, hide)
    seen = {one.rule: one for one in incident.seen}
    more = "scherm_uit" if name == "geraakt" else "verwijderd"
    assert over["did"] == [seen["verborgen"].did] and seen[more].could in over["could"]
    [began, _] = incidents_of(room, number)
    assert began["phase"] == "began" and began["happens"] and len(began["can"]) >= 3
    assert room.crowd.state()["incident"] is None


def test_silence_lasts_until_the_facilitator_does_something(room):
    def help_along(step):
        assert room.crowd.silent and room.crowd.state()["incident"]["name"] == "stil"
        room.desk.do("note.many", {"step": step, "lane": "1", "lines": ["Iemand zegt: wij bellen te weinig."]})

    over = happens(room, "stil", 2, help_along)
    assert [one[:21] for one in over["did"]] == ["U typte zelf iets ove"] and not room.crowd.silent


def test_half_of_the_lines_really_drop_and_come_back(room, monkeypatch):
    monkeypatch.setattr(room.crowd.asked, "pace", PACE / 4)  # away for a second: the control room hears it a bit later
    room.wait(lambda: all(one.phone and one.phone.alive for one in room.crowd.people))
    before = [one.phone.connections for one in room.crowd.people]
    seen = []

    def count(step):
        seen.append(room.wait(lambda: room.desk.channel("now")["now"]["here"] < len(before)))

    over = happens(room, "wifi", 3, count)
    after = [one.phone.connections for one in room.crowd.people]
    assert sum(1 for one, other in zip(before, after, strict=True) if other > one) == len(before) // 2
    assert over["did"][0].startswith("U bleef bij deze stap") and seen == [True]


def test_one_voice_floods_the_wall_and_two_disagree_by_name(room):
    over = happens(room, "overvloed", 4)
    assert over["did"] == [] and len(over["could"]) >= 2
    notes = [one["text"] for one in room.desk.list("note", step=room.step)]
    assert len(notes) >= happening.FLOOD
    assert happens(room, "oneens", 15)["say"] == happening.SHUT, "nobody can answer what nobody can read"
    room.desk.do("step.reveal", {"step": room.step, "on": True})
    room.wait(lambda: room.crowd.desk()[room.step]["revealed"])
    happens(room, "oneens", 5)
    texts = shelf.incidents()["oneens"].texts
    said = [one for one in room.wait(lambda: both(room, texts)) if one["text"] in texts]
    assert len({one["org"] for one in said}) == 2


def test_what_does_not_fit_or_does_not_exist_is_said_and_changes_nothing(room):
    skipped = happens(room, "uitloop", 6)
    assert (skipped["skipped"], skipped["say"]) == (True, happening.NOT_HERE)
    before = len(room.told)
    room.crowd.happen("onzin", 7)
    assert {"fault": words.UNKNOWN} in room.told[before:] and not room.crowd.over.is_set()
    room.crowd.happen("stil", 8)
    room.crowd.happen("kwetsend", 9)
    assert {"fault": words.BUSY} in room.told
    room.wait(lambda: room.crowd.state()["incident"] is None)


def test_the_screen_really_goes_dark_and_comes_back(room, monkeypatch):
    """Its window goes black and loses its line; one that is opened again shows what is there; and in the end both."""
    assert happens(room, "beamer", 21)["say"] == happening.NO_SCREEN
    monkeypatch.setattr(room.crowd.asked, "pace", PACE / 10)
    window, opened = Window(room.desk), []
    room.wait(lambda: (room.crowd.lookout.channel("now")["now"]["screens"]) == 1)

    def open_again(step):
        room.wait(lambda: window.black and room.crowd.lookout.channel("now")["now"]["screens"] == 0)
        black = room.desk.browser.get(f"/scherm/{room.desk.ref}/donker").text
        assert "Oefenen: het scherm is uitgevallen" in black and "Briefje" not in black
        opened.append(room.desk.screen())

    over = happens(room, "beamer", 22, open_again)
    assert over["did"] == ["U opende het scherm opnieuw."] and "asks" in over
    room.wait(lambda: not window.black)
    assert room.desk.browser.get(f"/scherm/{room.desk.ref}/donker").location == f"/scherm/{room.desk.ref}"
    for one in (window, *opened):
        one.close()


def test_introductions_that_take_too_long_make_it_really_later_for_everybody(room, monkeypatch):
    """The clock of the house goes forward, every page asks for it, and what looks back says that it was played."""
    monkeypatch.setattr(room.crowd.asked, "pace", PACE / 10)
    first, *_, last = room.desk.meeting["steps"]
    room.desk.go(first)
    room.wait(lambda: (room.crowd.step() or {}).get("id") == first)
    gaps = [one.phone.patches["gap"] for one in room.crowd.people if one.phone.alive]

    def shorten(step):
        room.wait(lambda: later(room) > happening.LATE - 5)
        room.desk.do("step.edit", {"step": last, "minutes": 3})

    over = happens(room, "uitloop", 10, shorten)
    assert over["did"] == ["U maakte latere stappen korter."] and len(over["could"]) == 3
    assert [one.phone.patches["gap"] for one in room.crowd.people if one.phone.alive] == [gap + 1 for gap in gaps]
    room.desk.go(room.step)
    room.wait(lambda: room.crowd.step()["id"] == room.step)
    times = json.loads(room.desk.browser.get(f"/regie/{room.desk.ref}/zaal/tijden").body)["steps"]
    assert times[0]["played"] >= 20 and times[0]["real"] >= times[0]["played"]
    assert [one["played"] for one in times[1:]] == [0] * len(times[1:])
    assert "de klok werd vooruitgezet" in room.desk.browser.get(f"/regie/{room.desk.ref}/zaal").text
    again = room.desk.browser.get(f"/regie/{room.desk.ref}/terugkijken").text
    assert again.count("Oefening: de klok gaat") == 1 and "Oefening: het scherm valt uit" in again


def test_who_holds_the_baton_is_named(room):
    noor = Trainee.invited(room.desk, "Noor")
    room.wait(lambda: room.crowd.state()["beside"] == ["Noor"])
    assert room.crowd.state()["leads"] == ""
    room.desk.do("baton.give", {"trainee": noor.seat})
    room.wait(lambda: room.crowd.state()["leads"] == "Noor")
    assert room.crowd.state()["beside"] == []
    room.desk.do("baton.take")
    room.wait(lambda: room.crowd.state()["leads"] == "")
    noor.close()


def test_a_surprise_fits_the_step_and_is_another_one_each_time(room):
    room.crowd.happened = ["kwetsend", "stil", "wifi", "beamer"]
    known = {room.crowd.surprise(number) for number in range(3)}
    assert len(known) == 1  # nothing has happened in between
    assert known <= set(shelf.incidents()) - {"uitloop", *room.crowd.happened}


def test_a_row_of_surprises_brings_each_once_and_says_after_each_what_was_and_could_be_done(room, monkeypatch):
    """The order is that of the seed; a trainer's page gets all of them, oldest first, with what is said of each."""
    monkeypatch.setattr(room.crowd.asked, "pace", PACE * 10)
    room.crowd.happened = ["herstart"]  # who holds the room does that; here nobody does
    heard, brought = Heard(1), []
    for number in range(31, 38):
        over = happens(room, "verrassing", number)
        brought.append(over["name"])
        for one in incidents_of(room, number):
            heard.hear({"incident": one})
        assert over["could"] and not over["say"] and len(heard.view(8)["told"]) == 2 * len(brought)
    assert sorted(brought) == sorted(set(shelf.incidents()) - {"herstart", "uitloop", "beamer"})
    assert [one["name"] for one in heard.over()] == brought == in_order(room, len(brought))


def in_order(room, most):
    room.crowd.happened = ["herstart"]
    for number in range(most):
        room.crowd.happened.append(room.crowd.surprise(number))
    return room.crowd.happened[1:]
