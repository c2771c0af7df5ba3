"""What can go wrong in a practice room: the files, the rules that look at the desk, each incident on a real house."""

from __future__ import annotations

import secrets

import pytest

from facilitator.content.faults import ContentFaults
from facilitator.practice.crowd import words
from facilitator.practice.incidents import happening, shelf
from facilitator.practice.incidents.looking import RULES, Desk, Marked
from facilitator.rehearsal.client import Facilitator
from facilitator.rehearsal.house import House
from tests.practice.room import Practice

PACE = 400.0  # minutes of an incident become tenths of seconds

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
    assert [one.id for one in found.values() if one.who == "parent"] == ["herstart"]


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
        ("klok", {"s1": {"timer": {"left": 60, "until": 1}}}),
        ("klok", {"s1": {"minutes": 30}}),
        ("pauze", {"s1": {"timer": {"left": 60, "until": None}}}),
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
    assert others <= {"verder", "klok"}


def test_a_screen_that_was_opened_and_people_who_came_back_are_seen():
    assert RULES["scherm_open"](a_desk({"screens": 1}), a_desk({"screens": 2}), MARKED)
    assert not RULES["scherm_open"](a_desk({"screens": 1}), a_desk({"screens": 1}), MARKED)
    back = Marked(back=True)
    assert RULES["gebleven"](a_desk(), a_desk(), back) and not RULES["gebleven"](a_desk(), a_desk(), MARKED)
    assert not RULES["gebleven"](a_desk(), a_desk(m1={"step": "s2"}), back)


# on a real house


@pytest.fixture(scope="module")
def room():
    """A wall with people at it, and a lookout at the desk."""
    with House(practice=True, limits=False, leash=True) as house:
        secret = secrets.token_urlsafe(32)
        house.tell(link=secret)
        desk = Facilitator.sign_in(house.link)
        practice = Practice(house, desk, "workshop", pace=PACE, watch=f"{house.address}/regie#{secret}")
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


def incidents_of(room, number):
    return [one["incident"] for one in room.told if one.get("incident", {}).get("id") == number]


def test_a_hurtful_note_is_hidden_and_that_is_said(room):
    texts = shelf.incidents()["kwetsend"].texts

    def hide(step):
        [note] = room.wait(lambda: [one for one in room.desk.list("note", step=step) if one["text"] in texts])
        room.desk.do("note.hide", {"notes": [note["id"]], "on": True})

    over = happens(room, "kwetsend", 1, hide)
    seen = {one.rule: one for one in shelf.incidents()["kwetsend"].seen}
    assert over["did"] == [seen["verborgen"].did] and seen["verwijderd"].could in over["could"]
    [began, _] = incidents_of(room, 1)
    assert began["phase"] == "began" and began["happens"] and len(began["can"]) == 4
    assert room.crowd.state()["incident"] is None


def test_silence_lasts_until_the_facilitator_does_something(room):
    def help_along(step):
        assert room.crowd.silent and room.crowd.state()["incident"]["name"] == "stil"
        room.desk.do("note.many", {"step": step, "lane": "1", "lines": ["Iemand zegt: wij bellen te weinig."]})

    over = happens(room, "stil", 2, help_along)
    assert [one[:21] for one in over["did"]] == ["U typte zelf iets ove"] and not room.crowd.silent


def test_half_of_the_lines_really_drop_and_come_back(room):
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
    happens(room, "oneens", 5)
    texts = shelf.incidents()["oneens"].texts
    said = [one for one in room.wait(lambda: both(room, texts)) if one["text"] in texts]
    assert len({one["org"] for one in said}) == 2


def both(room, texts):
    found = [one for one in room.desk.list("note", step=room.step) if one["text"] in texts]
    return found if len(found) == len(texts) else None


def test_what_does_not_fit_or_does_not_exist_is_said_and_changes_nothing(room):
    skipped = happens(room, "uitloop", 6)
    assert (skipped["skipped"], skipped["say"]) == (True, happening.NOT_HERE)
    before = len(room.told)
    room.crowd.happen("onzin", 7)
    assert {"fault": words.UNKNOWN} in room.told[before:] and not room.crowd.over.is_set()
    room.crowd.happen("beamer", 8)
    room.crowd.happen("kwetsend", 9)
    assert {"fault": words.BUSY} in room.told
    room.wait(lambda: incidents_of(room, 8)[-1]["phase"] == "over")


def test_a_surprise_fits_the_step_and_is_another_one_each_time(room):
    known = {room.crowd.surprise(number) for number in range(3)}
    assert len(known) == 1  # nothing has happened in between
    assert known <= set(shelf.incidents()) - {"herstart", "uitloop", *room.crowd.happened}
