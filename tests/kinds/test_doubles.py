"""Doubles on a wall: suggested to the facilitator alone, with the words that show why; nothing happens by itself."""

from tests.kinds.tables import follow, held
from tests.kinds.test_briefjes import hall, post


def compare(room):
    room.do("notes.compare", step=room.steps[1])
    return room.state(1)["alike"]


def test_the_facilitator_gets_a_pair_with_its_words_and_nobody_else_does(tmp_path):
    room = hall(tmp_path)
    one, other = (
        post(room, "Eén telefoonnummer voor mantelzorgers"),
        post(room, "Telefoonnummer voor mantelzorgers!", 1),
    )
    post(room, "Koffie op woensdag")
    views = held(room)
    assert compare(room) == [{"notes": [one, other], "words": ["telefoonnummer", "mantelzorgers"]}]
    assert room.state(1, "screen") == room.state(1, "phone") == room.state(1, "report") == {}
    assert "alleen de begeleider" in room.refused(0, "notes.compare", step=room.steps[1])
    follow(room, views)


def test_a_pair_that_was_merged_or_hidden_is_no_pair_any_more_and_undo_brings_it_back(tmp_path):
    room = hall(tmp_path)
    one, other = post(room, "Bel na drie maanden nog eens"), post(room, "Na drie maanden bellen", 1)
    assert len(compare(room)) == 1
    seq = room.do("note.merge", into=one, notes=[other])["seq"]
    assert room.state(1)["alike"] == []
    room.do("undo", seq=seq)
    assert len(room.state(1)["alike"]) == 1
    room.do("note.hide", notes=[one])
    assert room.state(1)["alike"] == []
    assert compare(room) == []


def test_what_was_kept_apart_is_not_suggested_again(tmp_path):
    room = hall(tmp_path)
    one, other = post(room, "De huisarts verwijst door"), post(room, "Huisartsen verwijzen niet door", 1)
    assert len(compare(room)) == 1
    room.do("notes.apart", step=room.steps[1], notes=[other, one])
    assert room.state(1)["alike"] == []
    assert compare(room) == []
    assert "hangen niet samen" in room.no("notes.apart", step=room.steps[1], notes=[one, loose(room)])


def loose(room):
    """A note of another step."""
    return room.by(0, "note.post", step=room.steps[0], text="Elders")["ids"][0]


def test_only_ids_enter_the_book(tmp_path):
    """A text that is emptied for good must not live on in a suggestion (D7)."""
    room = hall(tmp_path)
    one = post(room, "Mijn zus Geertruida belt het steunpunt")
    post(room, "Geertruida belt het steunpunt", 1)
    assert len(compare(room)) == 1
    room.do("note.redact", note=one)
    assert room.state(1)["alike"] == []
    events = [event for event in room.rooms.ledger.read(room.room.id) if event.name == "step.set"]
    assert events
    assert not any("Geertruida" in str(event.body) for event in events)
