"""What a facilitator may change of a kind in the agenda: declared by the kind, held by the rulebook."""

import msgspec
import pytest

from exercises.registry import KINDS
from facilitator.chain.setting import OPENNESS, bounds, drawn
from tests.kinds.tables import Hall, follow, held, step

EVERY = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)


def at(tmp_path, kind, *, go=True, people=2, **settings):
    """A wall with two notes and a step of this kind after it."""
    room = Hall(tmp_path, step(kind, 0 if kind in ("stemmen", "matrix") else None, **settings), people=people)
    room.notes = [room.note(f"Kans {number}") for number in range(2)]
    room.reveal(0)
    room.here = room.go(1) if go else room.steps[1]
    return room


def change(room, **settings):
    return room.do("step.edit", step=room.here, settings=settings)


def refuse(room, **settings):
    return room.no("step.edit", step=room.here, settings=settings)


def settings_of(room):
    return room.chain.entities[room.here]["settings"]


def row(room, field):
    return next(one for one in room.see("control")[room.here]["editable"] if one["field"] == field)


@EVERY
def test_what_can_be_changed_is_a_setting_with_words_to_it(tmp_path, kind):
    names = {one.name for one in msgspec.structs.fields(kind.Settings)}
    for setting in kind.editable:
        assert setting.field in names and setting.label[-1] in "?)" + "abcdefghijklmnopqrstuvwxyz"
        sort, least, most = bounds(kind, setting.field)
        assert sort != "number" or least < most, setting.field
        assert not setting.hint or setting.hint.endswith("."), setting.field


@EVERY
def test_everything_that_is_drawn_can_be_sent_back_as_it_is(tmp_path, kind):
    room = Hall(tmp_path, step(kind.name, 0 if kind.sources else None))
    room.here = room.steps[1]
    rows = drawn(room.chain, room.chain.entities[room.here], kind)
    assert [one["field"] for one in rows] == [setting.field for setting in kind.editable]
    if rows:
        assert refuse(room, **{one["field"]: one["value"] for one in rows}) == "Er is niets veranderd."


def test_more_dots_may_come_but_none_may_go_once_somebody_voted(tmp_path):
    room = at(tmp_path, "stemmen", dots=3, most=2)
    change(room, dots=2, most=1)
    change(room, dots=3, most=2)
    views = held(room)
    room.by(0, "ballot.cast", step=room.here, choices={room.notes[0]: 2, room.notes[1]: 1})
    assert "alleen nog omhoog" in refuse(room, dots=2)
    assert "alleen nog omhoog" in refuse(room, most=1)
    change(room, dots=5, most=3)
    follow(room, views)
    room.by(0, "ballot.cast", step=room.here, choices={room.notes[0]: 3, room.notes[1]: 2})
    room.do("weighing.close", step=room.here, on=True)
    assert "stemming is dicht" in refuse(room, dots=6)
    assert settings_of(room)["dots"] == 5


def test_paper_holds_the_rules_as_well_as_a_phone(tmp_path):
    room = at(tmp_path, "stemmen")
    room.do("ballot.paper", step=room.here, people=1, choices={room.notes[0]: 2})
    assert "alleen nog omhoog" in refuse(room, most=1)


def test_names_are_never_shown_more_openly_than_was_promised(tmp_path):
    room = at(tmp_path, "briefjes", go=False, names="anoniem")
    change(room, names="naam")
    change(room, names="organisatie")
    room.go(1)
    assert "zichtbaarder" in refuse(room, names="naam")
    change(room, names="anoniem")
    assert "zichtbaarder" in refuse(room, names="organisatie"), "somebody may be writing under that promise"
    assert settings_of(room)["names"] == "anoniem"


def test_what_was_written_with_a_writer_does_not_become_anonymous(tmp_path):
    room = at(tmp_path, "briefjes", names="naam")
    note = room.by(0, "note.post", step=room.here, text="Een kans")["ids"][0]
    room.reveal(1)
    assert room.see("screen")[note]["by"] == "Truus"
    views = held(room)
    assert "vóór het eerste antwoord" in refuse(room, names="anoniem")
    change(room, names="organisatie")
    follow(room, views)
    assert "by" not in room.see("screen")[note] and room.see("screen")[note]["org"] == "Steunpunt"
    assert "zichtbaarder" in refuse(room, names="naam")
    assert OPENNESS[settings_of(room)["names"]] == 1


def test_silence_is_chosen_before_the_step_begins(tmp_path):
    room = at(tmp_path, "briefjes", go=False)
    assert "locked" not in row(room, "silent")
    change(room, silent=False)
    room.go(1)
    assert room.chain.entities[room.here]["revealed"]
    assert "al begonnen" in row(room, "silent")["locked"]
    assert "al begonnen" in refuse(room, silent=True)


def test_what_the_phone_shows_of_the_wall_follows_at_once(tmp_path):
    room = at(tmp_path, "briefjes")
    note = room.by(0, "note.post", step=room.here, text="Een kans")["ids"][0]
    room.reveal(1)
    views = held(room)
    assert note in room.see("phone")
    change(room, wall_on_phone=False, approve=True, max_length=40)
    follow(room, views)
    assert note not in room.see("phone")
    assert "40 tekens" in room.refused(0, "note.post", step=room.here, text="x" * 41)


def test_who_places_the_points_is_settled_by_the_first_mark_or_point(tmp_path):
    room = at(tmp_path, "matrix")
    change(room, by="begeleider")
    change(room, by="telefoons")
    room.by(0, "rating.give", step=room.here, ratings={room.notes[0]: [4, 2]})
    assert "al iets gegeven" in refuse(room, by="begeleider")
    assert "al iets gegeven" in row(room, "by")["locked"]
    by_hand = at(tmp_path / "hand", "matrix", by="begeleider")
    by_hand.do("matrix.place", step=by_hand.here, candidate=by_hand.notes[0], impact=4, effort=2)
    assert "al iets gegeven" in refuse(by_hand, by="telefoons")


def test_another_time_for_each_reaches_who_speaks_now(tmp_path):
    room = at(tmp_path, "kennismaking", seconds=120)
    room.do("turn.next", step=room.here)
    until = room.chain.entities[room.here]["timer"]["until"]
    change(room, seconds=60)
    assert room.state(1)["seconds"] == 60 and room.chain.entities[room.here]["timer"]["until"] == until - 60
    room.do("turn.pace", step=room.here, seconds=90)
    assert row(room, "seconds")["value"] == 90, "both ways of setting it agree"
    room.do("turn.pace", step=room.here, seconds=100)
    assert {"id": 100, "text": "100"} in row(room, "seconds")["options"]


def test_questions_stay_when_they_were_answered(tmp_path):
    room = at(tmp_path, "kennismaking")
    change(room, questions=False)
    change(room, questions=True)
    room.by(0, "introduction.give", step=room.here, contact="Bel ons")
    assert "al antwoorden" in refuse(room, questions=False)


def test_a_persona_is_proposed_before_the_step_begins(tmp_path):
    cards = [{"id": "ank", "label": "Ank, 54"}, {"id": "leon", "label": "Léon, 60"}]
    room = Hall(tmp_path, {**step("persona", None, persona="ank"), "personas": cards})
    room.here = room.steps[1]
    assert [one["id"] for one in row(room, "persona")["options"]] == ["", "ank", "leon"]
    change(room, persona="leon", choice=False)
    assert "iets uit de lijst" in refuse(room, persona="truus")
    room.go(1)
    assert "al begonnen" in refuse(room, persona="ank")


def test_a_value_that_does_not_fit_is_refused_in_words_and_changes_nothing(tmp_path):
    room = at(tmp_path, "stemmen")
    assert refuse(room, dots=21) == "Vul bij “Hoeveel stippen heeft ieder?” een getal in van 1 tot en met 20."
    assert "getal in van 1" in refuse(room, dots="drie") and "getal in van 1" in refuse(room, dots=True)
    assert "hoort niet bij deze stap" in refuse(room, kleur="rood")
    assert refuse(room, dots=5, most=0).startswith("Vul bij “Hoeveel daarvan")
    assert settings_of(room).get("dots", 3) == 3


def test_phones_and_screen_get_no_list_of_settings(tmp_path):
    room = at(tmp_path, "stemmen")
    assert room.see("control")[room.here]["editable"]
    for name in ("screen", "phone"):
        assert "editable" not in room.see(name)[room.here]
