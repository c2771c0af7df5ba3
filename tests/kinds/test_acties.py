"""Actions: offers, trace, order with reasons, hands, parts, undo; the form of the report; the rehearsal."""

import pytest

from facilitator.chain.paper import Heading, Table, Text
from tests.kinds.tables import Hall, follow, held, step


def hall(tmp_path, people=3, notes=3):
    """A wall, a vote, a matrix by hand, and the list."""
    room = Hall(
        tmp_path, step("stemmen"), step("matrix", by="begeleider"), step("acties"), step("acties"), people=people
    )
    room.notes = [room.note(f"Kans {number}", number % people) for number in range(notes)]
    room.reveal(0)
    return room


def weigh(room):
    """Kans 0 gets 1 vote and is hard, kans 1 gets 3 votes, kans 2 is easy and strong."""
    one, two, three = room.notes
    vote = room.go(1)
    room.by(0, "ballot.cast", step=vote, choices={one: 1, two: 2})
    room.by(1, "ballot.cast", step=vote, choices={two: 1})
    room.reveal(1)
    plane = room.go(2)
    room.do("matrix.place", step=plane, candidate=one, impact=5, effort=5)
    room.do("matrix.place", step=plane, candidate=three, impact=5, effort=1)
    return room.go(3)


def make(room, what, **fields):
    return room.do("action.make", step=room.steps[3], what=what, **fields)["ids"][0]


def order(room, name="control"):
    return [(row["id"], row["reason"]) for row in room.state(3, name)["order"]]


def test_an_action_keeps_the_notes_it_came_from(tmp_path):
    room = hall(tmp_path)
    one, two, three = room.notes
    room.do("note.merge", into=one, notes=[two])
    group = room.do("cluster.make", step=room.steps[0], name="Samen", notes=[three])["ids"][0]
    room.go(3)
    action = make(room, "Doen", sources=[one, group], who="Jo", when="2026-12-01", block=2, remarks="jongeren")
    seen = room.see("control")[action]
    assert seen["sources"] == [one, group] and seen["trace"] == [one, two, three]
    assert room.see("screen")[action]["what"] == "Doen" and "trace" not in room.see("screen")[action]
    room.do("cluster.dissolve", cluster=group)
    assert room.see("control")[action]["trace"] == [one, two, three]
    assert "er niet meer" in room.no("action.make", step=room.steps[3], what="X", sources=["n999"])


def test_an_offer_is_seen_by_its_maker_and_the_facilitator_until_it_is_accepted(tmp_path):
    room = hall(tmp_path)
    listing = room.go(3)
    offer = room.by(1, "action.make", step=listing, what="Ik bel", sources=[room.notes[0]])["ids"][0]
    assert room.see("control")[offer]["by"] == "Truus" and room.see("control")[offer]["offered"]
    assert room.see("own", 1)[offer]["offered"]
    for view in (room.see("screen"), room.see("phone"), room.see("own", 0)):
        assert offer not in view
    assert order(room) == []
    assert "aanbod" in room.no("action.rank", action=offer, place=1)
    room.by(1, "action.edit", action=offer, what="Ik bel maandag")
    assert "iemand anders" in room.refused(0, "action.edit", action=offer, what="Nee")
    room.do("action.accept", action=offer)
    assert room.see("phone")[offer]["what"] == "Ik bel maandag" and "by" not in room.see("phone")[offer]
    assert "al op de lijst" in room.refused(1, "action.edit", action=offer, what="Toch niet")
    assert "begeleider" in room.refused(1, "action.accept", action=offer)


def test_an_offer_that_is_not_taken_says_so_on_its_own_phone(tmp_path):
    room = hall(tmp_path)
    offer = room.by(1, "action.make", step=room.go(3), what="Ik bel")["ids"][0]
    room.do("action.remove", action=offer)
    assert room.see("own", 1)[offer]["gone"]
    assert offer not in room.see("control")


def test_fields_are_checked_with_a_sentence(tmp_path):
    room = hall(tmp_path)
    listing = room.go(3)
    assert "Typ eerst" in room.no("action.make", step=listing, what="  ")
    assert "korter dan 500" in room.no("action.make", step=listing, what="x" * 501)
    assert "status uit de lijst" in room.no("action.make", step=listing, what="x", status="ooit")
    assert "niet te lezen" in room.no("action.make", step=listing, what="x", when="morgen")
    action = make(room, "Bellen")
    assert "status uit de lijst" in room.no("action.edit", action=action, status="ooit")


def test_the_order_says_why_to_everybody(tmp_path):
    room = hall(tmp_path)
    weigh(room)
    one, two, three = room.notes
    loose = make(room, "Zomaar bedacht")
    hard, loved, easy = (make(room, f"Uit {note}", sources=[note]) for note in (one, two, three))
    for name in ("control", "screen", "phone", "report"):
        assert order(room, name) == [
            (easy, "Makkelijk en veel effect; geen stippen; samen op het schema gezet"),
            (hard, "Veel effect, kost moeite; 1 stip; samen op het schema gezet"),
            (loved, "Nog niet op het schema; 3 stippen"),
            (loose, "Nog niet op het schema; niet in de stemming; zonder spoor: niet uit een briefje gemaakt"),
        ]


def test_a_hidden_outcome_says_nothing_about_the_order(tmp_path):
    room = hall(tmp_path)
    one, two, _ = room.notes
    vote = room.go(1)
    room.by(0, "ballot.cast", step=vote, choices={two: 2})
    room.go(3)
    first, second = make(room, "Een", sources=[one]), make(room, "Twee", sources=[two])
    assert [one for one, _ in order(room)] == [first, second]
    assert not any("stip" in reason for _, reason in order(room))
    room.reveal(1)
    assert [one for one, _ in order(room)] == [second, first]


def test_a_move_by_hand_stands_and_says_so_and_can_be_undone(tmp_path):
    room = hall(tmp_path)
    room.go(3)
    a, b, c, d = (make(room, text) for text in "abcd")
    room.do("action.rank", action=d, place=2)
    assert [one for one, _ in order(room)] == [a, d, b, c]
    assert order(room)[1][1].startswith("Door de begeleider op plaats 2 gezet; vanzelf plaats 4: ")
    assert room.state(3, "screen")["order"][1]["hand"] is True
    room.do("action.rank", action=c, place=1)
    assert [one for one, _ in order(room)] == [c, a, d, b]
    assert room.see("control")[d]["rank"] == 3
    undo = room.see("control")[room.meeting]["undo"]
    assert undo["label"] == "actie op een plek zetten"
    room.do("undo", seq=undo["seq"])
    assert [one for one, _ in order(room)] == [a, d, b, c]
    room.do("action.rank", action=d, place=None)
    assert [one for one, _ in order(room)] == [a, b, c, d]


def test_remove_comes_back_by_undo(tmp_path):
    room = hall(tmp_path)
    room.go(3)
    a, b = make(room, "a"), make(room, "b")
    room.do("action.remove", action=a)
    assert [one for one, _ in order(room)] == [b] and a not in room.see("screen")
    room.do("undo", seq=room.see("control")[room.meeting]["undo"]["seq"])
    assert [one for one, _ in order(room)] == [a, b]


def test_two_lists_in_one_meeting_show_the_same_actions(tmp_path):
    room = hall(tmp_path)
    room.go(3)
    first = make(room, "Eerst")
    room.go(4)
    room.do("action.make", step=room.steps[4], what="Daarna")
    assert [view["what"] for view in room.see("screen").values() if view["type"] == "action"] == ["Eerst", "Daarna"]
    room.go(0)
    assert first not in room.see("screen")


def test_ideas_have_the_most_promising_on_top_and_phones_see_what_they_may(tmp_path):
    room = hall(tmp_path)
    weigh(room)
    one, two, three = room.notes
    assert [row["id"] for row in room.state(3)["ideas"]] == [three, one, two]
    late = room.note("Te laat")
    assert late in {row["id"] for row in room.state(3)["ideas"]}
    assert {row["id"] for row in room.state(3, "phone")["ideas"]} == {one, two, three}
    assert room.see("phone")[one]["text"] == "Kans 0"


def test_a_wall_that_was_not_shown_does_not_come_out_here(tmp_path):
    room = Hall(tmp_path, step("acties"))
    note = room.note("Nog geheim")
    room.go(1)
    assert room.state(1, "phone")["ideas"] == [] and note not in room.see("phone")
    assert [row["id"] for row in room.state(1)["ideas"]] == [note]


def test_patches_add_up_to_the_whole_view_all_along(tmp_path):
    room = hall(tmp_path)
    views = held(room)
    weigh(room)
    follow(room, views)
    one, two, three = room.notes
    action, other = make(room, "Een", sources=[one]), make(room, "Twee", sources=[three])
    follow(room, views)
    offer = room.by(2, "action.make", step=room.steps[3], what="Aanbod")["ids"][0]
    follow(room, views)
    room.do("step.reveal", step=room.steps[1], on=False)
    follow(room, views)
    room.do("matrix.place", step=room.steps[2], candidate=one, impact=5, effort=1)
    follow(room, views)
    room.do("action.accept", action=offer)
    room.do("action.rank", action=offer, place=1)
    follow(room, views)
    room.do("cluster.make", step=room.steps[0], name="Samen", notes=[one, two])
    follow(room, views)
    room.go(4)
    follow(room, views)
    room.do("action.edit", action=action, what="Anders")
    room.do("action.remove", action=other)
    follow(room, views)
    room.go(1)
    follow(room, views)
    room.do("step.remove", step=room.steps[2])
    follow(room, views)
    room.by(2, "participant.edit", name="Nieuw", organisation="Gemeente")
    follow(room, views)


def test_the_report_has_form_4_with_priority_reason_and_trace(tmp_path):
    room = hall(tmp_path)
    weigh(room)
    one, two, three = room.notes
    group = room.do("cluster.make", step=room.steps[0], name="Samen", notes=[one, two])["ids"][0]
    big = make(room, "Groot", sources=[group], who="Jo", when="2026-12-01", block=3, remarks="jongeren", status="bezig")
    room.do("action.split", action=big, parts=["Bellen", "Langsgaan"])
    make(room, "Klein", sources=[three])
    tables = [block for block in room.paper(3) if isinstance(block, Table)]
    assert tables[0].header == [
        "Prioriteit",
        "Wat",
        "Wie",
        "Voor wanneer",
        "Status",
        "Bijzonderheden/specifieke aandacht voor",
    ]
    assert tables[0].rows == [
        ["1", "Klein", "", "", "nog niet begonnen", ""],
        ["2", "Groot", "Jo", "1 december 2026", "bezig", "jongeren"],
        ["2a", "Bellen", "", "", "nog niet begonnen", ""],
        ["2b", "Langsgaan", "", "", "nog niet begonnen", ""],
    ]
    assert tables[1].rows[0][2:] == ["Makkelijk en veel effect; geen stippen; samen op het schema gezet", "“Kans 2”"]
    assert tables[1].rows[1][3] == "Groepje Samen: “Kans 0”; “Kans 1”"
    assert [table.caption for table in tables[2:]] == [
        "Bouwsteen 3: Toeleiden en uitvoeren interventies",
        "Zonder bouwsteen",
    ]
    room.do("cluster.dissolve", cluster=group)
    tables = [block for block in room.paper(3) if isinstance(block, Table)]
    assert "“Kans 0”\n“Kans 1”" in {row[3] for row in tables[1].rows}


def test_a_list_that_nobody_weighed_says_so_once_and_not_in_every_row(tmp_path):
    room = hall(tmp_path)
    room.go(3)
    make(room, "Eén", sources=[room.notes[0]])
    last = make(room, "Twee")
    paper = room.paper(3)
    told = [block.text for block in paper if isinstance(block, Text | Heading)]
    assert sum("nog niet gewogen" in text for text in told) == 1 and "Waarom deze volgorde" not in told
    whence = [block for block in paper if isinstance(block, Table)][1]
    assert (whence.header, whence.rows[0]) == (["Prioriteit", "Actie", "Komt uit"], ["1", "Eén", "“Kans 0”"])
    room.do("action.rank", action=last, place=1)
    moved = [block for block in room.paper(3) if isinstance(block, Table)][1]
    why = ["Door de begeleider op plaats 1 gezet; vanzelf plaats 2", "Zoals opgeschreven"]
    assert moved.header[2] == "Waarom hier" and [row[2] for row in moved.rows] == why


def test_the_full_report_has_what_is_not_on_the_list(tmp_path):
    room = hall(tmp_path)
    listing = room.go(3)
    room.by(0, "action.make", step=listing, what="Blijft aanbod", who="Ik")
    gone = make(room, "Toch niet")
    room.do("action.remove", action=gone)
    blocks = room.paper(3)
    assert blocks[0] == Text("Er is nog geen actie op de lijst gezet.")
    titles = [block.text for block in blocks if isinstance(block, Heading)]
    assert titles == ["Aangeboden, niet op de lijst gezet", "Weggehaald"]
    rows = [block.rows[0][0] for block in blocks if isinstance(block, Table)]
    assert rows == ["Blijft aanbod", "Toch niet"]
    assert len(room.paper(3, full=False)) == 1


@pytest.mark.parametrize("notes", [0, 1, 8, 40])
def test_the_rehearsal_makes_a_list_with_any_number_of_ideas(tmp_path, notes):
    room = hall(tmp_path, notes=notes, people=4)
    for number in (1, 2, 3):
        room.play(number, examples=("Rondsturen", "Bellen", "Schrijven", "Uitnodigen"))
    rows = room.state(3)["order"]
    assert len(rows) >= 4
    assert {row["place"] for row in rows} == set(range(1, len(rows) + 1))
    assert any(row.get("hand") for row in rows)
    assert [view for view in room.see("control").values() if view["type"] == "action" and view.get("offered")]
    assert room.paper(3)
