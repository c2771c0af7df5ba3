"""Voting: the budget, the freeze, the secret, the outcome, the section of the report, the rehearsal."""

from facilitator.chain.paper import Bullets, Picture, Table, Text
from tests.kinds.tables import Hall, follow, held, step


def hall(tmp_path, notes=3, people=3, **settings):
    """A wall with notes, and the vote open."""
    room = Hall(tmp_path, step("stemmen", **settings), people=people)
    room.notes = [room.note(f"Kans {number}", number % people) for number in range(notes)]
    room.reveal(0)
    room.vote = room.go(1)
    return room


def cast(room, person, **choices):
    """Votes by the number of the note: n0=2."""
    named = {room.notes[int(key[1:])]: dots for key, dots in choices.items()}
    return room.by(person, "ballot.cast", step=room.vote, choices=named)


def test_the_budget_and_the_most_on_one_are_kept(tmp_path):
    room = hall(tmp_path, dots=3, most=2)
    one, two, three = room.notes
    assert "3 stippen" in room.refused(0, "ballot.cast", step=room.vote, choices={one: 2, two: 2})
    assert "hoogstens 2" in room.refused(0, "ballot.cast", step=room.vote, choices={one: 3})
    cast(room, 0, n0=2, n1=1)
    assert [v["choices"] for v in room.see("own", 0).values() if v["type"] == "ballot"] == [{one: 2, two: 1}]
    assert "niet op de lijst" in room.refused(0, "ballot.cast", step=room.vote, choices={"nergens": 1})
    assert three in room.state(1)["candidates"]


def test_a_ballot_is_a_whole_set_and_can_change_until_the_close(tmp_path):
    room = hall(tmp_path)
    cast(room, 0, n0=2, n1=1)
    cast(room, 0, n2=1)
    room.do("weighing.close", step=room.vote, on=True)
    assert "gesloten" in room.refused(0, "ballot.cast", step=room.vote, choices={room.notes[0]: 1})
    room.do("weighing.close", step=room.vote, on=False)
    cast(room, 1, n2=2)
    room.reveal(1)
    assert room.state(1)["totals"] == dict(zip(room.notes, [0, 0, 3], strict=True))
    assert "getoond" in room.refused(0, "ballot.cast", step=room.vote, choices={room.notes[0]: 1})


def test_nobody_sees_a_total_before_the_reveal(tmp_path):
    room = hall(tmp_path)
    cast(room, 0, n0=2)
    for name in ("control", "screen", "phone", "report"):
        assert not room.state(1, name).keys() & {"totals", "order", "places", "given", "past"}, name
        assert not [view for view in room.see(name).values() if view["type"] == "ballot"], name
    assert not [view for view in room.see("own", 1).values() if view["type"] == "ballot"]
    assert room.see("control")[f"{room.vote}.tally"]["voters"] == 1
    assert room.see("screen")[f"{room.vote}.tally"]["voters"] == 1
    room.reveal(1)
    for name in ("control", "screen", "phone", "report"):
        assert room.state(1, name)["totals"][room.notes[0]] == 2, name
    room.do("step.reveal", step=room.vote, on=False)
    assert "totals" not in room.state(1)


def test_equal_votes_share_a_place(tmp_path):
    room = hall(tmp_path, notes=4)
    cast(room, 0, n1=2, n2=1)
    cast(room, 1, n2=1, n3=1)
    room.reveal(1)
    state = room.state(1, "screen")
    one, two, three, four = room.notes
    assert state["order"] == [two, three, four, one]
    assert state["places"] == {two: 1, three: 1, four: 3, one: 4}
    assert state["given"] == 5


def test_what_comes_later_waits_until_the_facilitator_lets_it_in(tmp_path):
    room = hall(tmp_path)
    late = room.note("Toch nog een kans", 1)
    assert late not in room.state(1, "phone")["candidates"]
    assert room.state(1)["waiting"] == [late]
    assert "waiting" not in room.state(1, "phone")
    assert "niet op de lijst" in room.refused(0, "ballot.cast", step=room.vote, choices={late: 1})
    room.do("weighing.include", step=room.vote, candidates=[late])
    assert room.state(1, "phone")["candidates"][-1] == late
    assert room.see("phone")[late]["text"] == "Toch nog een kans"
    room.by(0, "ballot.cast", step=room.vote, choices={late: 2})
    assert "al op de lijst" in room.no("weighing.include", step=room.vote, candidates=[late])


def test_groups_are_voted_on_as_one(tmp_path):
    room = Hall(tmp_path, step("stemmen"))
    notes = [room.note(text) for text in ("Folder", "Poster", "Los")]
    group = room.do("cluster.make", step=room.steps[0], name="Papier", notes=notes[:2])["ids"][0]
    vote = room.go(1)
    assert room.state(1)["candidates"] == [group, notes[2]]
    assert {room.see("phone")[identity]["type"] for identity in (group, *notes)} == {"cluster", "note"}
    room.by(0, "ballot.cast", step=vote, choices={group: 1})
    room.do("note.hide", notes=[notes[2]], on=True)
    assert room.state(1, "phone")["candidates"] == [group]


def test_patches_add_up_to_the_whole_view_all_along(tmp_path):
    room = Hall(tmp_path, step("stemmen"), step("uitleg", None)) if has("uitleg") else Hall(tmp_path, step("stemmen"))
    views = held(room)
    notes = [room.note(text) for text in ("Folder", "Poster", "Los")]
    follow(room, views)
    group = room.do("cluster.make", step=room.steps[0], name="Papier", notes=notes[:2])["ids"][0]
    follow(room, views)
    if has("uitleg"):
        room.go(2)
        follow(room, views)
    vote = room.go(1)
    follow(room, views)
    room.by(0, "ballot.cast", step=vote, choices={group: 2, notes[2]: 1})
    follow(room, views)
    late = room.note("Laat", 2)
    follow(room, views)
    room.do("weighing.include", step=vote, candidates=[late])
    follow(room, views)
    room.do("note.merge", into=notes[2], notes=[late])
    follow(room, views)
    room.reveal(1)
    follow(room, views)
    room.go(0)
    follow(room, views)
    room.do("note.hide", notes=[notes[2]], on=True)
    follow(room, views)
    room.do("cluster.dissolve", cluster=group)
    follow(room, views)


def has(kind):
    from exercises.registry import rulebook

    return kind in rulebook().kinds


def test_the_report_counts_everything_that_was_given(tmp_path):
    room = hall(tmp_path, notes=4)
    cast(room, 0, n0=2, n1=1)
    cast(room, 1, n0=1, n3=2)
    room.note("Te laat")
    room.reveal(1)
    room.do("note.hide", notes=[room.notes[3]], on=True)
    blocks = room.paper(1)
    [table] = [block for block in blocks if isinstance(block, Table)]
    assert table.rows == [["1", "Kans 0", "3"], ["2", "Kans 1", "1"], ["3", "Kans 2", "0"]]
    assert "2 mensen gaven samen 6 stippen" in blocks[0].text
    assert [block.items for block in blocks if isinstance(block, Bullets)] == [["Te laat"], ["Kans 3 (2 stippen)"]]
    assert any(isinstance(block, Picture) and "Kans 0" in block.alt for block in blocks)


def test_the_report_keeps_the_secret_while_the_vote_is_open_and_tells_it_afterwards(tmp_path):
    room = hall(tmp_path)
    cast(room, 0, n0=2)
    [text] = room.paper(1)
    assert "nog niet getoond" in text.text and "1 mens" in text.text
    room.do("meeting.close")
    blocks = room.paper(1)
    assert "niet getoond" in blocks[0].text
    assert [block.rows[0] for block in blocks if isinstance(block, Table)] == [["1", "Kans 0", "2"]]


def test_an_empty_wall_gives_an_empty_vote(tmp_path):
    room = hall(tmp_path, notes=0)
    assert room.state(1, "phone")["candidates"] == []
    assert room.play(1) == 2
    assert room.paper(1) == [Text("Er was niets om over te stemmen.")]


def test_a_long_list_is_cut_in_the_short_report_only(tmp_path):
    room = hall(tmp_path, notes=40, people=2)
    room.play(1)
    [full] = [block for block in room.paper(1) if isinstance(block, Table)]
    assert len(full.rows) == 40
    short = room.paper(1, full=False)
    [table] = [block for block in short if isinstance(block, Table)]
    assert len(table.rows) == 10
    assert "overige 30" in short[-1].text


def test_one_more_than_fits_is_said_as_one(tmp_path):
    room = hall(tmp_path, notes=11, people=2)
    room.play(1)
    assert room.paper(1, full=False)[-1] == Text("Het laatste voorstel staat in het volledige verslag.", "small")


def test_the_rehearsal_lets_everybody_vote_and_is_the_same_for_the_same_seed(tmp_path):
    outcomes = []
    for number in range(2):
        room = hall(tmp_path / str(number), notes=8, people=9)
        room.note("Laat briefje")
        room.play(1, seed=3)
        tally = room.see("control")[f"{room.vote}.tally"]
        assert tally["voters"] == 9
        assert room.state(1)["waiting"] == [] and len(room.state(1)["candidates"]) == 9
        outcomes.append(list(room.state(1)["totals"].values()))
    assert outcomes[0] == outcomes[1]
    assert sum(outcomes[0]) > 18


def test_a_vote_that_was_opened_too_early_takes_its_list_anew(tmp_path):
    """As long as nobody chose: who comes back finds what hangs on the wall now. After that the list stands (D10)."""
    room = hall(tmp_path, notes=0)
    assert room.state(1)["candidates"] == []
    views = held(room)
    room.go(0)
    room.notes = [room.note("Toch een kans")]
    room.go(1)
    follow(room, views)
    assert room.state(1, "phone")["candidates"] == room.notes
    room.go(0)
    room.notes.append(room.note("En nog een"))
    room.go(1)
    assert room.state(1)["candidates"] == room.notes
    cast(room, 0, n0=1)
    room.go(0)
    late = room.note("Te laat")
    room.go(1)
    assert room.state(1)["candidates"] == room.notes
    assert room.state(1)["waiting"] == [late]
    cast(room, 0)
    room.go(0)
    room.go(1)
    assert room.state(1)["candidates"] == [*room.notes, late], "the only one who chose took it back"


def test_a_vote_whose_outcome_was_shown_keeps_its_list(tmp_path):
    room = hall(tmp_path)
    room.reveal(1)
    room.go(0)
    late = room.note("Te laat")
    room.go(1)
    assert late not in room.state(1)["candidates"]
