"""Undo (D6): back step by step and forward again; refused with a sentence when something else changed meanwhile."""

from __future__ import annotations

import pytest

from tests.kinds.tables import Hall, follow, held, step

TWO = [{"id": "1", "text": "Kansen"}, {"id": "2", "text": "Zorgen"}]


@pytest.fixture
def wall(tmp_path):
    hall = Hall(tmp_path, {**step("briefjes", None), "prompts": TWO})
    hall.go(1)
    hall.notes = [hall.by(0, "note.post", step=hall.steps[1], text=text)["ids"][0] for text in ("Een", "Twee", "Drie")]
    return hall


def group(wall, *notes, name=""):
    return wall.do("cluster.make", step=wall.steps[1], notes=list(notes), name=name)["ids"][0]


def place(wall, note):
    view = wall.see("control")[note]
    return view["lane"], view.get("cluster"), view.get("into")


def undo(wall):
    """The undo button; the label that it carried."""
    offered = wall.see("control")[wall.meeting]["undo"]
    wall.do("undo", seq=offered["seq"])
    return offered["label"]


def test_several_acts_on_one_note_go_back_one_by_one(wall):
    one = wall.notes[0]
    group(wall, one)
    wall.do("note.move", notes=[one], lane="2")
    wall.do("note.hide", notes=[one])
    views = held(wall)
    assert [undo(wall) for _ in range(3)] == ["verbergen", "verplaatsen", "groepje maken"]
    follow(wall, views)
    assert place(wall, one) == ("1", None, None) and "undo" not in wall.see("control")[wall.meeting]


def test_an_undo_can_be_undone_and_then_the_act_can_be_undone_again(wall):
    one = wall.notes[0]
    wall.do("note.move", notes=[one], lane="2")
    offered = wall.see("control")[wall.meeting]["undo"]
    back = wall.do("undo", seq=offered["seq"])["seq"]
    assert place(wall, one)[0] == "1"
    wall.do("undo", seq=back)
    assert place(wall, one)[0] == "2" and wall.see("control")[wall.meeting]["undo"] == offered
    assert "al ongedaan" in wall.no("undo", seq=back)
    undo(wall)
    assert place(wall, one)[0] == "1"


def test_what_was_changed_since_is_said(wall):
    one = wall.notes[0]
    wall.do("note.move", notes=[one], lane="2")
    first = wall.see("control")[wall.meeting]["undo"]["seq"]
    wall.do("note.move", notes=[one], lane="1")
    assert "daarna" in wall.no("undo", seq=first)
    undo(wall)
    wall.do("undo", seq=first)
    assert place(wall, one)[0] == "1"


def test_a_group_in_which_others_came_is_not_unmade(wall):
    one, two, _ = wall.notes
    made = group(wall, one)
    deed = wall.see("control")[wall.meeting]["undo"]["seq"]
    wall.do("note.move", notes=[two], cluster=made)
    assert "andere briefjes" in wall.no("undo", seq=deed)
    undo(wall)
    wall.do("undo", seq=deed)
    assert made not in wall.see("control")


def test_nothing_goes_back_to_a_group_that_went(wall):
    one = wall.notes[0]
    made = group(wall, one)
    wall.do("note.move", notes=[one], cluster="")
    deed = wall.see("control")[wall.meeting]["undo"]["seq"]
    wall.do("cluster.dissolve", cluster=made)
    assert "is er niet meer" in wall.no("undo", seq=deed)
    assert undo(wall) == "groepje opheffen"
    wall.do("undo", seq=deed)
    assert place(wall, one)[1] == made


def test_nothing_goes_back_to_a_prompt_that_went(wall):
    one = wall.notes[0]
    wall.do("note.move", notes=[one], lane="2")
    wall.do("note.move", notes=[one], lane="1")
    made = wall.do("cluster.make", step=wall.steps[1], lane="2")["ids"][0]
    wall.do("cluster.dissolve", cluster=made)
    deeds = list(wall.chain.deeds)
    wall.do("step.edit", step=wall.steps[1], prompts=TWO[:1])
    assert "vraag" in wall.no("undo", seq=deeds[-1])
    assert "vraag" in wall.no("undo", seq=deeds[1])


def test_a_merge_goes_back_with_every_note_where_it_was(wall):
    one, two, three = wall.notes
    made = group(wall, two)
    wall.do("note.merge", into=one, notes=[two, three])
    assert undo(wall) == "samenvoegen"
    assert [place(wall, note) for note in wall.notes] == [("1", None, None), ("1", made, None), ("1", None, None)]


def test_a_pile_does_not_come_apart_by_an_undo(wall):
    one, two, three = wall.notes
    made = group(wall, one)
    deed = wall.see("control")[wall.meeting]["undo"]["seq"]
    wall.do("note.move", notes=[two, three], cluster=made)
    wall.do("note.merge", into=one, notes=[two])
    wall.do("note.move", notes=[three], cluster="")
    assert "nu andere briefjes" in wall.no("undo", seq=deed)


def test_a_note_does_not_go_back_behind_one_that_was_withdrawn(wall):
    one, two, _ = wall.notes
    wall.do("note.merge", into=one, notes=[two])
    split = wall.do("note.split", note=one)["seq"]
    wall.by(0, "note.withdraw", note=one)
    assert "iets veranderd" in wall.no("undo", seq=split)


def test_a_step_that_was_taken_off_the_agenda_comes_back_with_its_notes(wall):
    wall.go(0)
    wall.do("step.remove", step=wall.steps[1])
    removed = wall.see("control")[wall.meeting]["undo"]["seq"]
    assert wall.steps[1] not in wall.see("control")[wall.meeting]["steps"]
    back = wall.do("undo", seq=removed)["seq"]
    assert wall.see("control")[wall.meeting]["steps"] == wall.steps
    wall.go(1)
    assert "nu bij deze stap" in wall.no("undo", seq=back)


def test_the_button_names_the_step_when_the_room_is_elsewhere_by_now(wall):
    wall.do("note.hide", notes=[wall.notes[0]])
    views = held(wall)
    wall.go(0)
    assert wall.see("control")[wall.meeting]["undo"]["label"] == "verbergen in “Briefjes”"
    wall.do("step.edit", step=wall.steps[1], title="Anders genoemd")
    follow(wall, views)
    assert wall.see("control")[wall.meeting]["undo"]["label"] == "verbergen in “Anders genoemd”"
    wall.do("step.remove", step=wall.steps[1])
    assert wall.see("control")[wall.meeting]["undo"]["label"] == "stap weghalen (“Anders genoemd”)"
    follow(wall, views)


def redo(wall):
    offered = wall.see("control")[wall.meeting]["redo"]
    wall.do("undo", seq=offered["seq"])
    return offered["label"]


def test_what_was_taken_back_can_be_done_again_step_by_step(wall):
    one = wall.notes[0]
    wall.do("note.move", notes=[one], lane="2")
    wall.do("note.hide", notes=[one])
    assert "redo" not in wall.see("control")[wall.meeting]
    views = held(wall)
    assert [undo(wall), undo(wall)] == ["verbergen", "verplaatsen"]
    follow(wall, views)
    assert [redo(wall), redo(wall)] == ["verplaatsen", "verbergen"]
    follow(wall, views)
    assert "redo" not in wall.see("control")[wall.meeting]
    assert place(wall, one)[0] == "2" and wall.see("control")[one]["hidden"]
    assert undo(wall) == "verbergen"
    assert redo(wall) == "verbergen"


def test_after_something_else_was_done_nothing_is_offered_again(wall):
    one, two, _ = wall.notes
    wall.do("note.hide", notes=[one])
    undo(wall)
    assert wall.see("control")[wall.meeting]["redo"]["label"] == "verbergen"
    wall.do("note.move", notes=[two], lane="2")
    assert "redo" not in wall.see("control")[wall.meeting]
