"""Notes on a wall: examples of each rule, refusals with their sentence, and what each audience may see."""

from __future__ import annotations

import pytest

from tests.kinds.tables import Hall, follow, held, step

TWO = [{"id": "1", "text": "Kansen"}, {"id": "2", "text": "Zorgen"}]


@pytest.fixture
def wall(tmp_path):
    """A hall at a wall with two prompts (step 1) and one where the facilitator looks first (step 2)."""
    first = {**step("briefjes", None), "prompts": TWO}
    second = {**step("briefjes", None, approve=True, names="naam"), "prompts": TWO}
    hall = Hall(tmp_path, first, second)
    hall.go(1)
    return hall


def post(wall, text, person=0, lane="1", at=1):
    return wall.by(person, "note.post", step=wall.steps[at], text=text, lane=lane)["ids"][0]


def notes(wall, audience, person=0):
    return {view["id"]: view for view in wall.see(audience, person).values() if view["type"] == "note"}


def test_a_note_hangs_under_the_prompt_that_was_asked_for(wall):
    note = post(wall, "Eén loket", lane="2")
    assert notes(wall, "control")[note]["lane"] == "2"
    other = wall.by(0, "note.post", step=wall.steps[1], text="Zonder vraag")["ids"][0]
    assert notes(wall, "control")[other]["lane"] == "1"
    assert "staat niet meer" in wall.refused(0, "note.post", step=wall.steps[1], text="Weg", lane="9")


@pytest.mark.parametrize(
    ("text", "sentence"), [("", "Er staat nog niets"), (" \u200b\n", "Er staat nog niets"), ("x" * 281, "281")]
)
def test_a_text_has_to_be_there_and_to_fit(wall, text, sentence):
    assert sentence in wall.refused(0, "note.post", step=wall.steps[1], text=text)
    assert not notes(wall, "control")


def test_nobody_reads_anothers_note_before_the_reveal(wall):
    note = post(wall, "Stil geschreven")
    assert notes(wall, "screen") == notes(wall, "phone") == notes(wall, "own", 1) == {}
    assert notes(wall, "own", 0)[note]["text"] == "Stil geschreven"
    wall.reveal(1)
    assert notes(wall, "screen")[note]["org"] == "Steunpunt" and "by" not in notes(wall, "screen")[note]
    wall.do("step.reveal", step=wall.steps[1], on=False)
    assert notes(wall, "phone") == {}


def test_the_name_of_a_group_is_not_told_before_the_reveal(wall):
    note = post(wall, "Stil geschreven")
    wall.do("cluster.make", step=wall.steps[1], name="Wachten", notes=[note])
    assert "cluster" not in notes(wall, "own")[note]
    wall.reveal(1)
    assert notes(wall, "own")[note]["cluster"] == "Wachten"


def test_a_late_note_is_taken_and_is_visible_at_once_when_the_wall_is_open(wall):
    wall.reveal(1)
    wall.go(0)
    note = post(wall, "Nagekomen")
    assert notes(wall, "control")[note]["late"] is True
    wall.go(1)
    assert note in notes(wall, "screen")


def test_only_the_writer_and_the_facilitator_change_a_text(wall):
    note = post(wall, "Eerste woorden")
    assert "iemand anders" in wall.refused(1, "note.edit", note=note, text="Gekaapt")
    assert "iemand anders" in wall.refused(1, "note.withdraw", note=note)
    wall.by(0, "note.edit", note=note, text="Betere woorden")
    wall.do("note.edit", note=note, text="Zonder namen")
    assert notes(wall, "own")[note]["text"] == "Zonder namen"


def test_a_text_that_somebody_else_changed_says_so_until_its_writer_changes_it_again(wall):
    note = post(wall, "Eerste woorden")
    wall.reveal(1)
    wall.by(0, "note.edit", note=note, text="Betere woorden")
    assert "amended" not in notes(wall, "own")[note]
    wall.do("note.edit", note=note, text="Zonder namen")
    assert notes(wall, "own")[note]["amended"] and notes(wall, "control")[note]["amended"]
    assert "amended" not in notes(wall, "screen")[note], "the room reads the text only"
    wall.by(0, "note.edit", note=note, text="Toch zo")
    assert "amended" not in notes(wall, "own")[note] and "amended" not in notes(wall, "control")[note]
    own = wall.do("note.post", step=wall.steps[1], text="Van de begeleider")["ids"][0]
    wall.do("note.edit", note=own, text="Ook van de begeleider")
    assert "amended" not in notes(wall, "control")[own]


def test_a_withdrawn_note_is_gone_for_the_room_and_can_come_back(wall):
    note = post(wall, "Toch niet")
    wall.reveal(1)
    wall.by(0, "note.withdraw", note=note)
    assert note not in notes(wall, "screen") and notes(wall, "control")[note]["withdrawn"]
    wall.by(0, "note.withdraw", note=note, on=False)
    assert note in notes(wall, "screen")


def test_a_withdrawn_note_is_emptied_when_the_meeting_closes(wall):
    note = post(wall, "Toch niet")
    wall.by(0, "note.withdraw", note=note)
    wall.do("meeting.close")
    assert notes(wall, "control")[note]["text"] == "[verwijderd]"


def test_many_notes_at_once_on_behalf_of_an_organisation(wall):
    organisation = next(wall.chain.of_type("organisation"))["id"]
    lines = ["Een", "", "  ", "Twee"]
    made = wall.do("note.many", step=wall.steps[1], lane="2", lines=lines, organisation=organisation)["ids"]
    seen = [notes(wall, "control")[one] for one in made]
    assert [(one["text"], one["org"], one["lane"]) for one in seen] == [
        ("Een", "Steunpunt", "2"),
        ("Twee", "Steunpunt", "2"),
    ]
    assert all(one["on_behalf"] for one in seen)
    assert "Regel 2" in wall.no("note.many", step=wall.steps[1], lines=["Goed", "x" * 281])
    assert "eigen regel" in wall.no("note.many", step=wall.steps[1], lines=["  "])
    assert len(notes(wall, "control")) == 2


def test_hidden_notes_are_not_on_the_wall_nor_in_the_list_of_their_group(wall):
    one, two = post(wall, "Een"), post(wall, "Twee")
    group = wall.do("cluster.make", step=wall.steps[1], notes=[one, two])["ids"][0]
    wall.reveal(1)
    views = held(wall)
    wall.do("note.hide", notes=[one], on=True)
    follow(wall, views)
    assert wall.see("screen")[group]["notes"] == [two] and one not in wall.see("screen")
    assert "hidden" not in notes(wall, "own")[one], "the writer is not told"


def test_where_the_facilitator_looks_first_nothing_reaches_the_wall_unseen(wall):
    wall.go(2)
    note = post(wall, "Eerst kijken", at=2)
    wall.reveal(2)
    assert notes(wall, "control")[note]["waiting"] and note not in notes(wall, "screen")
    wall.do("note.hide", notes=[note], on=False)
    assert "waiting" not in notes(wall, "control")[note] and note in notes(wall, "screen")
    wall.by(0, "note.edit", note=note, text="Stiekem anders")
    assert note not in notes(wall, "phone") and notes(wall, "control")[note]["waiting"]
    wall.do("note.edit", note=note, text="Netjes")
    wall.do("note.hide", notes=[note], on=False)
    assert notes(wall, "screen")[note]["text"] == "Netjes"
    own = wall.do("note.many", step=wall.steps[2], lines=["Van de begeleider zelf"])["ids"][0]
    assert own in notes(wall, "screen")


def test_a_pile_moves_as_one(wall):
    one, two, three = (post(wall, text) for text in ("Een", "Twee", "Drie"))
    wall.do("note.merge", into=one, notes=[two, three])
    wall.reveal(1)
    assert list(notes(wall, "screen")) == [one] and notes(wall, "screen")[one]["merged"] == 2
    group = wall.do("cluster.make", step=wall.steps[1], lane="2", notes=[two])["ids"][0]
    assert {(n["lane"], n["cluster"]) for n in notes(wall, "control").values()} == {("2", group)}
    wall.do("note.split", note=three)
    wall.do("note.move", notes=[one], lane="1")
    seen = notes(wall, "control")
    assert [(seen[n]["lane"], seen[n].get("into")) for n in (one, two, three)] == [
        ("1", None),
        ("1", one),
        ("2", None),
    ]


def test_when_the_front_of_a_pile_goes_the_next_comes_forward(wall):
    one, two, three = (post(wall, text, person) for person, text in enumerate(("Een", "Twee", "Drie")))
    wall.do("note.merge", into=one, notes=[two, three])
    wall.reveal(1)
    wall.by(0, "note.withdraw", note=one)
    assert list(notes(wall, "screen")) == [two] and notes(wall, "screen")[two]["merged"] == 1
    wall.do("note.redact", note=two)
    assert list(notes(wall, "screen")) == [three]
    wall.by(0, "note.withdraw", note=one, on=False)
    assert set(notes(wall, "screen")) == {one, three}


def test_what_cannot_be_merged_is_refused(wall):
    one, two, three = (post(wall, text) for text in ("Een", "Twee", "Drie"))
    assert "minstens twee" in wall.no("note.merge", into=one, notes=[one])
    wall.do("note.hide", notes=[three], on=True)
    assert "verborgen" in wall.no("note.merge", into=one, notes=[three])
    wall.do("note.merge", into=one, notes=[two])
    assert "achter een ander" in wall.no("note.merge", into=two, notes=[one])
    assert "niets samengevoegd" in wall.no("note.split", note=three)
    far = wall.note("Op de andere muur")
    assert "dezelfde stap" in wall.no("note.merge", into=one, notes=[far])


def test_groups_are_made_named_filled_and_dissolved(wall):
    one, two = post(wall, "Een"), post(wall, "Twee", lane="2")
    group = wall.do("cluster.make", step=wall.steps[1], notes=[one])["ids"][0]
    assert wall.see("control")[group]["name"] == "Groepje 1"
    wall.do("cluster.rename", cluster=group, name="Bereikbaar", block=3)
    wall.do("note.move", notes=[two], cluster=group)
    shown = {key: wall.see("control")[group][key] for key in ("name", "block", "lane", "notes")}
    assert shown == {"name": "Bereikbaar", "block": 3, "lane": "1", "notes": [one, two]}
    wall.do("note.move", notes=[two], cluster="")
    assert notes(wall, "control")[two]["lane"] == "1"
    wall.do("cluster.dissolve", cluster=group)
    assert group not in wall.see("control") and "cluster" not in notes(wall, "control")[one]
    assert "opgeheven" in wall.no("note.move", notes=[one], cluster=group)


def test_prompts_are_numbered_on_and_a_prompt_with_something_under_it_stays(wall):
    note = post(wall, "Een", lane="2")
    prompts = [{"id": "1", "text": "Kansen"}, {"text": "Nieuw"}]
    assert "hangen briefjes" in wall.no("step.edit", step=wall.steps[1], prompts=prompts)
    wall.do("note.move", notes=[note], lane="1")
    group = wall.do("cluster.make", step=wall.steps[1], lane="2")["ids"][0]
    assert "hangt een groepje" in wall.no("step.edit", step=wall.steps[1], prompts=prompts)
    wall.do("cluster.dissolve", cluster=group)
    wall.do("step.edit", step=wall.steps[1], prompts=prompts)
    assert [prompt["id"] for prompt in wall.see("control")[wall.steps[1]]["prompts"]] == ["1", "3"]


def test_after_the_close_the_facilitator_goes_on_and_participants_do_not(wall):
    note = post(wall, "Een")
    wall.do("meeting.close")
    assert "afgesloten" in wall.refused(0, "note.edit", note=note, text="Twee")
    wall.do("note.edit", note=note, text="Zonder naam erin")
    wall.do("note.block", notes=[note], block=4)
    assert notes(wall, "control")[note]["block"] == 4


def test_time_is_counted_for_the_step_where_the_room_is_while_the_door_is_open(wall):
    at = wall.see("control")[wall.steps[1]]["entered_at"]
    wall.do("meeting.close")
    closed = wall.see("control")[wall.steps[1]]
    assert closed["spent"] > 0 and "entered_at" not in closed
    assert "Zet eerst de deur weer open" in wall.no("meeting.go", step=wall.steps[2])
    wall.do("meeting.open")
    assert wall.see("control")[wall.steps[1]]["entered_at"] > at
    assert wall.see("control")[wall.steps[1]]["spent"] == closed["spent"]
    wall.go(2)
    assert wall.see("control")[wall.steps[1]]["spent"] > closed["spent"]


def test_without_silence_the_wall_is_open_from_the_start(tmp_path):
    hall = Hall(tmp_path, step("briefjes", None, silent=False))
    hall.go(1)
    note = post(hall, "Meteen te zien")
    assert note in notes(hall, "screen")
    hall.do("step.reveal", step=hall.steps[1], on=False)
    assert note not in notes(hall, "screen")


def test_a_wall_that_is_not_for_phones_stays_off_them(tmp_path):
    hall = Hall(tmp_path, step("briefjes", None, wall_on_phone=False))
    hall.go(1)
    note = post(hall, "Alleen op het scherm")
    hall.reveal(1)
    assert note in notes(hall, "screen") and note not in notes(hall, "phone")
