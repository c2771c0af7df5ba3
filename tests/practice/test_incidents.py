"""What can go wrong in a practice room: the files, the rules that look at the desk, each incident on a real house."""

from __future__ import annotations

from itertools import islice

import pytest

from facilitator.content.faults import ContentFaults
from facilitator.practice.crowd.asked import Asked
from facilitator.practice.crowd.crowd import Crowd
from facilitator.practice.drill import Drill
from facilitator.practice.incidents import shelf
from facilitator.practice.incidents.happening import Happening
from facilitator.practice.incidents.looking import RULES, Desk, Marked
from tests.practice.room import FAST

# the files


def test_ten_incidents_each_with_what_a_facilitator_can_do_and_its_source():
    found = shelf.incidents()
    assert set(found) == {
        "beamer", "geraakt", "herstart", "kwetsend", "oneens", "overvloed", "stil", "telefoonnummer", "uitloop", "wifi",
    }  # fmt: skip
    for one in found.values():
        assert len(one.can) >= 3 and one.seen and "eigen voorstel" in one.source, one.id
        assert any(seen.could for seen in one.seen) and one.ends <= {seen.rule for seen in one.seen}, one.id
    assert "geen raad" in found["geraakt"].source and any("geen raad" in line for line in found["geraakt"].can)


def test_the_numbers_in_texts_are_the_made_up_one():
    digits = {"".join(filter(str.isdigit, text)) for one in shelf.incidents().values() for text in one.texts} - {""}
    assert digits == {"0612345678"}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("id: stil", "id: anders", "gelijk zijn aan de naam van het bestand"),
        ("zaal: stilte", "zaal: onweer", "'zaal' kent 'onweer' niet"),
        ("klaar: [namens", "klaar: [gezang", "'klaar' kent 'gezang' niet"),
        ("regel: namens", "regel: gezang", "'regel' kent 'gezang' niet"),
        ("minuten: 4", "minuten: 99", "tussen 1 en 20"),
        ("zaal: stilte", "zaal: een briefje", "'teksten' ontbreekt"),
        ("## Wat u kunt doen", "## Wat dan", "De kop 'Wat dan' is niet bekend"),
        ("titel: ", "titeltje: ", "'titel' ontbreekt"),
    ],
)
def test_a_fault_in_a_file_is_said_with_its_line(tmp_path, old, new, said):
    text = (shelf.HERE / "stil.md").read_text("utf-8")
    assert old in text
    (tmp_path / "stil.md").write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(ContentFaults) as faults:
        shelf.load(tmp_path)
    assert any(said in str(fault) and fault.line >= 1 for fault in faults.value.faults), faults.value


@pytest.mark.parametrize("name", ["kwetsend", "geraakt", "oneens", "overvloed"])
def test_an_incident_for_which_nobody_can_write_any_more_ends_by_itself(name):
    """The facilitator went on between the press and the deed; no house is needed for it."""
    told = []
    crowd = Crowd(Asked(address="http://127.0.0.1:9", code="12345678", people=2, pace=FAST), told.append)
    Happening(crowd, shelf.incidents()[name], 1).run()
    assert [one["incident"]["phase"] for one in told] == ["began", "over"]


# a row of them


def test_a_row_waits_for_what_is_not_over_and_never_comes_faster_than_a_trainer_can_act():
    answers = iter([True, False, False, True])
    one = Drill(lambda: next(answers), pace=1)
    assert list(islice(one.waits(), 5)) == [60, 300, 30, 30, 300]
    assert (one.every, one.due, one.is_on) == ("5 minuten", 0, False)
    fast = Drill(lambda: True, pace=30)
    assert (next(fast.waits()), fast.seconds, fast.every) == (12, 60, "minuut")
    for on in (True, True, False):
        fast.on(on)
        assert fast.is_on is on and (not on or 10 <= fast.due <= 12)


# the rules

MEETING = {"id": "m1", "type": "meeting", "step": "s1", "steps": ["s1", "s2", "s3"]}
STEPS = {name: {"id": name, "type": "step", "kind": "briefjes", "minutes": 20, "prompts": [{"id": "1", "text": "Wat?"}],
                "title": "Muur", "state": {"seconds": 120}} for name in ("s1", "s2", "s3")}  # fmt: skip
NOTE = {"id": "n1", "type": "note", "step": "s1", "text": "Au"}
SEAT = {"id": "p1", "type": "participant", "name": "Sam"}
MARKED = Marked(frozenset({"n1"}), frozenset({"p1"}))


def a_desk(now=None, **changed):
    entities = {"m1": MEETING, "n1": NOTE, "p1": SEAT, **STEPS}
    entities = {
        key: {**one, **changed.get(key, {})} for key, one in entities.items() if changed.get(key, {}) is not None
    }
    return Desk(entities | {key: one for key, one in changed.items() if key not in entities and one}, now or {})


@pytest.mark.parametrize(
    ("rule", "changed"),
    [
        ("verborgen", {"n1": {"hidden": True}}),
        ("verwijderd", {"n1": {"redacted": True}}),
        ("gegroepeerd", {"n1": {"cluster": "c1"}}),
        ("van_tafel", {"p1": None}),
        ("scherm_uit", {"m1": {"blank": True}}),
        ("verder", {"m1": {"step": "s2"}}),
        ("overgeslagen", {"m1": {"step": "s3"}}),
        ("overgeslagen", {"m1": {"steps": ["s1", "s3"]}}),
        ("klok", {"s1": {"minutes": 30}}),
        ("zonder_scherm", {"m1": {"step": "s2"}}),
        ("pauze", {"s1": {"timer": {"left": 60, "until": None}}}),
        ("klok", {"s1": {"timer": {"left": 60, "until": 90}}}),
        ("namens", {"n9": {"id": "n9", "type": "note", "on_behalf": True}}),
        ("vraag", {"s1": {"prompts": [{"id": "1", "text": "Anders?"}]}}),
        ("groot", {"m1": {"sheet": {"page": "x"}}}),
        ("groot", {"s1": {"state": {"seconds": 120, "group": "c1"}}}),
        ("stemming", {"s9": {"id": "s9", "type": "step", "settings": {"dots": 3}}}),
        ("tempo", {"s1": {"state": {"seconds": 60}}}),
        ("korter", {"s3": {"minutes": 10}}),
    ],
)
def test_a_rule_sees_what_was_done_and_nothing_else(rule, changed):
    was, now = a_desk(), a_desk(**changed)
    assert RULES[rule](was, now, MARKED)
    assert not RULES[rule](was, a_desk(), MARKED)
    others = {name for name, looks in RULES.items() if looks(was, now, MARKED)} - {rule}
    assert others <= {"verder", "zonder_scherm"}


def test_only_what_gives_time_is_said_to_have_done_so():
    """Not the next turn of a round, nor a clock that stands still."""
    running, later, paused = {"left": 60, "until": 100}, {"left": 90, "until": 160}, {"left": 60, "until": None}

    def given(before, after, who="o1"):
        was, now = a_desk(s1={"timer": before}), a_desk(s1={"timer": after, "state": {"seconds": 120, "current": who}})
        was.entities["s1"]["state"] = {"seconds": 120, "current": "o1"}
        return RULES["klok"](was, now, MARKED)

    assert given(running, later) and given(None, running) and given(paused, {"left": 90, "until": None})
    assert not given(running, later, "o2") and not given(running, paused) and not given(None, paused)
    assert not given(running, None) and not given(running, running) and not given(later, running)
    assert not RULES["tempo"](a_desk(), a_desk(s1=None), MARKED), "a step that is gone is not led faster"
    assert not RULES["groot"](a_desk(s1={"state": {"group": "c1"}}), a_desk(s1={"state": {}}), MARKED)


def test_a_screen_that_was_opened_and_people_who_came_back_are_seen():
    assert RULES["scherm_open"](a_desk({"screens": 1}), a_desk({"screens": 2}), MARKED)
    assert not RULES["scherm_open"](a_desk({"screens": 1}), a_desk({"screens": 1}), MARKED)
    back = Marked(back=True)
    assert RULES["gebleven"](a_desk(), a_desk(), back) and not RULES["gebleven"](a_desk(), a_desk(), MARKED)
    assert not RULES["gebleven"](a_desk(), a_desk(m1={"step": "s2"}), back)
