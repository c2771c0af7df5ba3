"""Rule 8: when a commit fails nothing was acknowledged or shown, memory is read anew, and the next write succeeds."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Any

from facilitator.chain.command import Command
from facilitator.rooms.writer import Work
from facilitator.store.ledger import Entry
from tests.rooms.house import House


def test_a_failed_commit_is_neither_acknowledged_nor_shown(house: House) -> None:
    before, epoch, cid = house.room.chain.seq, house.room.epoch, secrets.token_hex(16)
    house.ledger.writes = 1
    answer = house.ask(house.anna, "note.post", cid, step=house.step, text="Een briefje")
    assert (answer["ok"], answer["code"]) == (False, "retry")
    assert house.sent == []
    assert (house.room.chain.seq, house.texts(), house.on_disk()) == (before, [], [])
    assert house.room.epoch != epoch
    assert house.reloads == 1
    assert house.rooms.writer.trouble.startswith("Er kan nu niet opgeslagen worden")
    again = house.ask(house.anna, "note.post", cid, step=house.step, text="Een briefje")
    assert again["ok"]
    assert house.on_disk() == house.texts() == ["Een briefje"]
    assert house.rooms.writer.trouble == ""
    assert house.ask(house.anna, "note.post", cid, step=house.step, text="Een briefje") == again


def test_pages_get_whole_views_of_the_new_epoch(house: House) -> None:
    """Whoever holds the last number of the old epoch gets everything again: that number means nothing now."""
    have: dict[str, Any] = {"epoch": house.room.epoch}
    have |= {channel[0]: house.room.version[channel] for channel in house.room.channels(house.anna)}
    found: list[Any] = []
    house.room.hello(house.anna, have, [], found.extend)
    assert [patch for _, patch in found] == [None, None]
    house.ledger.writes = 1
    house.ask(house.anna, "note.post", step=house.step, text="Een briefje")
    found.clear()
    house.room.hello(house.anna, have, [], found.extend)
    assert {(patch["from"], patch["e"]) for _, patch in found} == {(None, house.room.epoch)}


def test_what_was_decided_on_top_of_it_fails_with_it(tmp_path: Path) -> None:
    """Three commands wait for one commit. All are sent again, and none is lost or doubled."""
    house = House(tmp_path)
    waiting: list[Any] = []
    house.rooms.writer.start = waiting.append
    house.ledger.writes = 1
    answers: list[dict[str, Any]] = []
    commands = [("note.post", {"step": house.step, "text": f"Briefje {n}"}, secrets.token_hex(16)) for n in range(3)]
    for name, body, cid in commands:
        house.room.accept(Command(name, body, house.anna, cid), answers.append)
    assert (answers, len(waiting), len(house.texts())) == ([], 1, 3), "decided in memory, told to nobody"
    waiting.pop()()
    assert [answer["code"] for answer in answers] == ["retry"] * 3
    assert (house.sent, house.texts(), house.reloads) == ([], [], 1)
    house.rooms.writer.start = lambda work: work()
    for name, body, cid in commands:
        assert house.ask(house.anna, name, cid, **body)["ok"]
    assert house.on_disk() == house.texts() == ["Briefje 0", "Briefje 1", "Briefje 2"]
    house.ledger.close()


def test_while_the_book_cannot_even_be_read_nothing_is_written_or_shown(house: House) -> None:
    """In doubt every answer is `retry` and no page gets a view; the first good moment the memory is true again."""
    house.ledger.writes, house.ledger.reads = 1, 2
    assert house.ask(house.anna, "note.post", step=house.step, text="Een")["code"] == "retry"
    assert house.rooms.writer.doubt
    found: list[Any] = ["not yet told"]
    house.room.hello(house.anna, {}, [], lambda views: found.__setitem__(slice(None), views))
    assert found == []
    assert house.ask(house.anna, "note.post", step=house.step, text="Twee")["code"] == "retry"
    assert house.rooms.writer.doubt is None
    assert house.ask(house.anna, "note.post", step=house.step, text="Drie")["ok"]
    assert house.on_disk() == house.texts() == ["Drie"]


def test_the_warning_goes_when_the_disk_is_well_again(house: House) -> None:
    """Without anybody writing anything; and a look that fails throws no memory away."""
    writer = house.rooms.writer
    house.ledger.writes = 3
    house.ask(house.anna, "note.post", step=house.step, text="Een briefje")
    epoch, before = house.room.epoch, house.reloads
    for _ in range(2):
        writer.look()
        assert (writer.trouble != "", house.room.epoch, house.reloads) == (True, epoch, before)
    writer.look()
    assert (writer.trouble, house.room.epoch, house.reloads) == ("", epoch, before)
    house.ledger.writes = 1
    writer.look()
    assert house.ledger.writes == 1, "nothing is tried while all is well"


def test_a_look_also_reads_the_book_again_when_that_had_failed(house: House) -> None:
    house.ledger.writes, house.ledger.reads = 1, 1
    house.ask(house.anna, "note.post", step=house.step, text="Een")
    assert house.rooms.writer.doubt
    house.rooms.writer.look()
    assert (house.rooms.writer.doubt, house.texts()) == (None, [])
    house.rooms.writer.look()
    assert house.rooms.writer.trouble == ""


def test_what_writes_nothing_says_nothing_about_the_disk(house: House) -> None:
    house.ledger.writes = 1
    house.ask(house.anna, "note.post", step=house.step, text="Een")
    done: list[bool] = []
    house.rooms.writer.submit(Work(Entry(""), lambda: done.append(True), lambda fault: done.append(False)))
    assert (done, house.rooms.writer.trouble != "") == ([True], True)
    house.rooms.write("setting", ("een", "twee"), lambda: None)
    assert house.rooms.writer.trouble == ""
