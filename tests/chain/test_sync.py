"""Examples of the rules of docs/SYNC.md, each named by its number, on a real room with a real ledger."""

from __future__ import annotations

import pytest

from facilitator.chain.command import PARTICIPANT, Seat
from tests.chain import laws
from tests.chain.sim import Sim


@pytest.fixture
def sim():
    sim = Sim()
    yield sim
    sim.remove()


def said(sim, seat, name, /, cid="", **body):
    """The answer, after the writer has run."""
    cid, answers = sim.ask(seat, name, body, cid)
    sim.drain()
    return cid, answers[0]


def test_s1_nothing_is_answered_or_shown_before_the_commit(sim):
    seat = sim.join()
    page = sim.pages[0]
    page.road.clear()
    _, answers = sim.ask(seat, "note.post", {"step": sim.steps[0], "text": "Wachttijd"})
    assert answers == [] and page.road == []
    sim.drain()
    assert answers[0]["ok"] and [list(patch["put"])[-1] for patch in page.road]


def test_s1_a_failed_commit_leaves_nothing_behind(sim):
    seat = sim.join()
    before = sim.room.epoch
    sim.disk.full = True
    _, answer = said(sim, seat, "note.post", step=sim.steps[0], text="Wachttijd")
    assert answer["code"] == "retry" and "schijf" in sim.rooms.writer.trouble
    assert not list(sim.chain.of_type("note")) and sim.room.epoch != before
    sim.disk.full = False
    assert said(sim, seat, "note.post", step=sim.steps[0], text="Wachttijd")[1]["ok"]
    assert sim.rooms.writer.trouble == ""
    laws.s1_what_was_acked_is_in_the_ledger_once(sim)


def test_s1_a_failed_commit_gives_back_codes_and_settings_as_they_were(sim):
    sim.disk.full = True
    assert sim.rooms.open_door(sim.id, sim.meeting)
    sim.rooms.set("taal", "nl")
    sim.drain()
    assert sim.rooms.code(sim.id, sim.meeting) == "" and "taal" not in sim.rooms.settings


def test_s1_a_new_chain_that_was_not_stored_is_not_there(sim):
    sim.disk.full = True
    answers = []
    sim.rooms.make_chain({"name": "Vallei"}, answers.append)
    sim.drain()
    assert answers[0]["code"] == "retry" and set(sim.rooms.rooms) == {sim.id} == set(sim.rooms.chains)
    sim.disk.full = False
    sim.rooms.make_chain({"name": "Vallei"}, answers.append)
    sim.drain()
    assert answers[1]["ok"] and sim.rooms.chains[answers[1]["chain"]] == "Vallei"


@pytest.mark.parametrize("moment", ["append", "mend"])
def test_s1_what_is_decided_while_the_house_recovers_fails_as_well(sim, moment):
    """The thread of the disk gives way: meanwhile a command comes in, on a memory that is about to be thrown away."""
    seat, late, works = sim.join(), [], []

    def offload(work):
        works.append(work)
        if len(works) == {"append": 1, "mend": 2}[moment]:
            late.append(sim.ask(seat, "note.post", {"step": sim.steps[0], "text": "Ertussen"})[1])
        try:
            work()
        finally:
            sim.disk.full = False

    sim.rooms.writer.offload = offload
    sim.disk.full = True
    _, first = sim.ask(seat, "note.post", {"step": sim.steps[0], "text": "Eerst"})
    sim.drain()
    assert [answers[0].get("code") for answers in (first, *late)] == ["retry", "retry"]
    assert said(sim, seat, "note.post", step=sim.steps[0], text="Daarna")[1]["ok"]
    laws.s1_what_was_acked_is_in_the_ledger_once(sim)


def test_s1_all_rooms_are_read_again_before_anybody_is_told(sim):
    """Telling a page may take its time: what comes in meanwhile must meet a memory that is right, in every room."""
    made = []
    sim.rooms.make_chain({"name": "Vallei"}, made.append)
    sim.drain()
    epochs = {room.id: room.epoch for room in sim.rooms.rooms.values()}
    seen = []
    sim.rooms.on_reload = lambda room: seen.append(
        {one.id for one in sim.rooms.rooms.values() if one.epoch == epochs[one.id]}
    )
    sim.disk.full = True
    said(sim, sim.facilitator, "meeting.blank", on=True)
    assert seen == [set(), set()]


def test_s1_who_cannot_be_told_does_not_keep_others_waiting(sim):
    seat = sim.join()
    sim.rooms.fanout = lambda *what: 1 / 0
    _, first = sim.ask(seat, "note.post", {"step": sim.steps[0], "text": "Een"})
    _, second = sim.ask(seat, "note.post", {"step": sim.steps[0], "text": "Twee"})
    sim.drain()
    assert first[0]["ok"] and second[0]["ok"] and not sim.rooms.writer.running


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("participant.edit", {"organisation": "Huisartsen Noord", "profession": "poh"}),
        ("note.post", {"step": 0, "text": "Wachttijd"}),
        ("commitment.make", {"step": 5, "text": "Ik bel"}),
        ("ballot.cast", {"step": 2, "choices": {}}),
    ],
)
def test_s2_the_same_cid_gives_the_same_answer_and_happens_once(sim, name, body):
    seat = sim.join()
    for number in (2, 5):
        sim.ok("meeting.go", step=sim.steps[number])
    body = {**body, "step": sim.steps[body["step"]]} if "step" in body else body
    cid, first = said(sim, seat, name, **body)
    assert first["ok"], first
    events = len(sim.written())
    assert said(sim, seat, name, cid, **body)[1] == first
    sim.restart()
    sim.drain()
    assert said(sim, seat, name, cid, **body)[1] == first
    assert len(sim.written()) == events


def test_s2_joining_twice_with_one_cid_makes_one_person(sim):
    door = Seat(PARTICIPANT, sim.meeting)
    body = {"name": "Truus", "organisation": "Thuiszorg West", "profession": ""}
    cid, first = said(sim, door, "participant.join", **body)
    assert said(sim, door, "participant.join", cid, **body)[1] == first
    assert [one[0] for one in first["ids"]] == ["o", "p"]
    assert len(list(sim.chain.of_type("participant"))) == 1


def test_s2_the_same_cid_with_other_words_is_an_error(sim):
    seat = sim.join()
    cid, first = said(sim, seat, "note.post", step=sim.steps[0], text="Wachttijd")
    assert said(sim, seat, "note.post", cid, step=sim.steps[0], text="Iets anders")[1]["code"] == "bad"
    sim.ok("note.redact", note=first["ids"][0])
    sim.restart()
    sim.drain()
    assert said(sim, seat, "note.post", cid, step=sim.steps[0], text="Iets anders")[1] == first


def test_s5_who_holds_exactly_the_last_gets_nothing(sim):
    page = sim.pages[0]
    sim.settle()
    sim.hello(page)
    sim.drain()
    assert page.road == []
    page.channels["control"].to -= 1
    sim.hello(page)
    sim.drain()
    assert [patch["from"] for patch in page.road] == [None]


def test_s10_after_a_restart_every_page_gets_a_whole_view_of_another_epoch(sim):
    sim.settle()
    page, before = sim.pages[0], sim.room.epoch
    page.epoch = before
    sim.restart()
    sim.drain()
    assert sim.room.epoch != before
    assert [(patch["e"], patch["from"]) for patch in page.road] == [(sim.room.epoch, None)]


def test_s8_a_phone_proves_its_anonymous_notes_after_a_restart_and_its_other_page_hears_it(sim):
    seat = sim.join()
    sim.ok("meeting.go", step=sim.steps[1])
    cid, _ = said(sim, seat, "note.post", step=sim.steps[1], text="Alleen van mij")
    kept, sim.cids[seat.id] = sim.cids[seat.id], []
    sim.restart()
    sim.settle()
    [page] = [page for page in sim.pages if page.seat == seat]
    own = page.channels["own"]
    assert not [view for view in own.view.values() if view["type"] == "note"]
    sim.cids[seat.id] = kept
    second = sim.arrive(seat)
    sim.arrive_all()
    for one in (page, second):
        [note] = [view for view in one.channels["own"].view.values() if view["type"] == "note"]
        assert note["cid"] == cid, "the other page did not hear it"


def test_s8_nobody_takes_over_a_proof_that_somebody_gave(sim):
    seat, other = sim.join(), sim.join()
    sim.ok("meeting.go", step=sim.steps[1])
    cid, answer = said(sim, seat, "note.post", step=sim.steps[1], text="Alleen van mij")
    sim.cids[other.id] = [cid]
    sim.arrive(other)
    sim.arrive_all()
    assert answer["ids"][0] not in sim.whole(("own", sim.meeting, other.id))


def test_d9_a_refused_ballot_leaves_no_salt_in_memory(sim):
    seat = sim.join()
    sim.ok("meeting.go", step=sim.steps[2])
    _, answer = said(sim, seat, "ballot.cast", step=sim.steps[2], choices={"n0": 1})
    assert answer["code"] == "refused" and sim.room.salts == {}
    said(sim, seat, "ballot.cast", step=sim.steps[2], choices={})
    assert sim.disk.salts(sim.id) == sim.room.salts != {}
    sim.restart()
    sim.drain()
    said(sim, seat, "ballot.cast", step=sim.steps[2], choices={})
    assert len(list(sim.chain.of_type("ballot"))) == 1


def test_d9_an_anonymous_note_is_stored_to_the_minute_and_without_a_name(sim):
    seat = sim.join()
    sim.ok("meeting.go", step=sim.steps[1])
    said(sim, seat, "note.post", step=sim.steps[1], text="Alleen van mij")
    [event] = [event for event in sim.written() if event.name == "note.posted"]
    assert event.at % 60 == 0 and "author" not in event.body
    laws.an_anonymous_event_names_nobody(sim, sim.written())


def test_d7_an_emptied_text_is_nowhere_in_the_folder(sim):
    seat = sim.join()
    _, answer = said(sim, seat, "note.post", step=sim.steps[0], text="Zeer herkenbaar Kwibus")
    said(sim, seat, "note.edit", note=answer["ids"][0], text="Nog herkenbaarder Kwibus")
    assert any(b"Kwibus" in path.read_bytes() for path in sim.folder.iterdir())
    sim.ok("note.redact", note=answer["ids"][0])
    assert not any(b"Kwibus" in path.read_bytes() for path in sim.folder.iterdir())
    assert sim.whole(("control", sim.meeting, ""))[answer["ids"][0]]["text"] == "[verwijderd]"
    laws.s1_what_was_acked_is_in_the_ledger_once(sim)


def test_d8_a_name_is_not_in_the_book(sim):
    seat = sim.join(name="Geertruida Voorbeeld")
    assert sim.whole(("control", sim.meeting, ""))[seat.id]["name"] == "Geertruida Voorbeeld"
    assert not any("Geertruida" in str(event.body) for event in sim.written())
    said(sim, seat, "participant.leave")
    assert sim.disk.people(sim.id) == sim.room.people
    assert seat.id not in sim.room.people
