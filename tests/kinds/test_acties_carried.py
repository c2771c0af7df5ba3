"""What a room takes on: the line under the list, what an action still needs, who takes it up."""

from facilitator.chain.paper import Table, Text
from tests.kinds.tables import follow, held
from tests.kinds.test_acties import hall, make


def test_a_line_parks_what_stands_under_it_and_moves_with_the_order(tmp_path):
    room = hall(tmp_path)
    room.go(3)
    made = [make(room, text) for text in ("Eén", "Twee", "Drie")]
    views = held(room)
    room.do("list.line", step=room.steps[3], most=2)
    for name in ("control", "screen", "phone"):
        rows = room.state(3, name)["order"]
        assert [(row["id"], row.get("parked", False)) for row in rows] == list(
            zip(made, (False, False, True), strict=True)
        )
    room.do("action.rank", action=made[2], place=1)
    assert [row["id"] for row in room.state(3)["order"] if row.get("parked")] == [made[1]]
    texts = [block.text for block in room.paper(3) if isinstance(block, Text)]
    assert "De zaal kan er 2 dragen tot de volgende keer." in texts[0]
    tables = {block.caption: [row[1] for row in block.rows] for block in room.paper(3) if isinstance(block, Table)}
    assert tables["Alle acties op volgorde"] == ["Drie", "Eén"]
    assert tables["Acties die nu te veel zijn en die blijven staan"] == ["Twee"]
    room.do("list.line", step=room.steps[3], most=0)
    assert not any(row.get("parked") for row in room.state(3)["order"])
    assert "alleen de begeleider" in room.refused(0, "list.line", step=room.steps[3], most=1)
    follow(room, views)


def test_what_an_action_still_needs_is_named_and_blocks_nothing(tmp_path):
    room = hall(tmp_path)
    room.go(3)
    bare = make(room, "Eén")
    make(room, "Twee", who="Jo", when="2026-12-01", block=2)
    done = make(room, "Drie", status="voltooid")
    missing = {row["id"]: row.get("missing", []) for row in room.state(3)["order"]}
    assert missing[bare] == ["wie", "voor wanneer", "bouwsteen"]
    assert missing[done] == []
    assert sum(bool(names) for names in missing.values()) == 1
    assert any("Bij 1 actie ontbreekt nog wie" in block.text for block in room.paper(3) if isinstance(block, Text))
    room.do("action.edit", action=bare, who="Truus", when="2026-11-01", block=1)
    assert not any(row.get("missing") for row in room.state(3)["order"])


def test_somebody_takes_an_action_up_and_lets_go_again(tmp_path):
    room = hall(tmp_path)
    room.go(3)
    action, other = make(room, "Eén"), make(room, "Twee", status="voltooid")
    views = held(room)
    room.by(1, "action.take", action=action)
    room.by(1, "action.take", action=action)
    for name in ("control", "screen", "phone"):
        [taker] = [one for one in room.see(name).values() if one["type"] == "taker"]
        assert (taker["action"], taker["by"]) == (action, "Truus")
    assert [one["action"] for one in room.see("own", 1).values() if one["type"] == "taker"] == [action]
    assert not [one for one in room.see("own", 0).values() if one["type"] == "taker"]
    tables = {block.caption: block.rows for block in room.paper(3) if isinstance(block, Table)}
    assert "Wil dit oppakken: Truus" in tables["Alle acties op volgorde"][0][2]
    assert "al klaar" in room.refused(1, "action.take", action=other)
    room.by(1, "action.take", action=action, on=False)
    assert not [one for one in room.see("screen").values() if one["type"] == "taker"]
    room.by(1, "action.take", action=action)
    taker = next(one["id"] for one in room.see("control").values() if one["type"] == "taker")
    room.do("taker.release", taker=taker)
    assert not [one for one in room.see("own", 1).values() if one["type"] == "taker"]
    room.do("action.remove", action=action)
    assert "er niet meer" in room.refused(1, "action.take", action=action)
    follow(room, views)
