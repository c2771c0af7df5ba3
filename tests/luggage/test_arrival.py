"""What comes in is folded by our own rules and judged event by event: nothing that they never make gets through."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from typing import Any

import pytest

from exercises.registry import KINDS
from facilitator.chain.command import Refused
from facilitator.luggage import arrival, keten
from tests.kinds.house import House, made
from tests.luggage import packing
from tests.luggage.packing import Lines

Line = dict[str, Any]
FILLED = {"exercise": "erbij", "group": "Acties", "minutes": 10, "coaching": {}, "slide": []}


@pytest.fixture(scope="module")
def book(tmp_path_factory) -> bytes:
    """A keten with notes, groups, votes, actions, an anonymous step, and people who told of themselves."""
    kinds = {kind.name: kind for kind in KINDS}
    one = House(tmp_path_factory.mktemp("boek"), made(kinds["stemmen"]))
    one.fill()
    one.go(1)
    one.rehearse()
    one.do("organisation.add", name="Stichting Erbij")
    for kind, settings in (("acties", {}), ("briefjes", {"names": "anoniem"}), ("kennismaking", {})):
        one.rooms.library.exercises["erbij"] = {**FILLED, **made(kinds[kind], **settings)}
        step = one.do("step.add", exercise="erbij", after=one.chain.entities[one.meeting]["steps"][-1])["ids"][0]
        one.do("meeting.go", step=step)
        if kind == "acties":
            note = one.listed("note", "control")[0]["id"]
            whole = one.do("action.make", step=step, what="Een belronde", sources=[note])["ids"][0]
            one.do(
                "action.split", action=whole, parts=["De lijst zoeken", {"what": "Bellen", "owners": [one.people[0]]}]
            )
        if kind == "briefjes":
            one.by(0, "note.post", step=step, text="Dit weet niemand")
        if kind == "kennismaking":
            one.by(1, "introduction.give", step=step, contact="Elke dag", number="10", has=["Gemeente"])
    return packing.file_of(one.room)


def test_the_book_itself_is_welcome(book):
    there = packing.received(book)
    assert there.name == "Veluwerand"
    assert "Start" in {meeting["title"] for meeting in there.chain.of_type("meeting")}
    assert arrival.birth(there.chain) == packing.lines_of(book)[0]["op"]


def last(lines: Lines, name: str, /, **body: Any) -> int:
    """Where the last event of this name stands (with these fields in its body)."""
    found = [at for at, line in enumerate(lines) if line["name"] == name and body.items() <= line["body"].items()]
    assert found, f"the book has no {name}"
    return found[-1]


def changed(name: str, /, **body: Any) -> Callable[[Lines], int]:
    """The last event of this name gets these fields; returns where."""

    def change(lines: Lines) -> int:
        at = last(lines, name)
        lines[at]["body"].update(body)
        return at

    return change


def added(name: str, body: Line, **more: Any) -> Callable[[Lines], int]:
    """One event more, in the place of the last one."""

    def change(lines: Lines) -> int:
        like = lines[last(lines, "note.posted")]
        lines.append({"seq": len(lines) + 1, "at": like["at"], "name": name, "meeting": like["meeting"], **more})
        lines[-1]["body"] = body
        return len(lines) - 1

    return change


def line(name: str, /, **fields: Any) -> Callable[[Lines], int]:
    """The last event of this name gets other fields around its body."""

    def change(lines: Lines) -> int:
        at = last(lines, name)
        lines[at].update(fields)
        return at

    return change


def edited(**fields: Any) -> Callable[[Lines], int]:
    """The last action gets other fields by an event more."""

    def change(lines: Lines) -> int:
        made = lines[last(lines, "action.made")]["body"]["id"]
        return added("action.edited", {"id": made, "fields": fields})(lines)

    return change


def without_text(lines: Lines) -> int:
    at = last(lines, "note.posted")
    del lines[at]["body"]["text"]
    return at


def anonymous_note_with_author(lines: Lines) -> int:
    at = last(lines, "note.posted", text="Dit weet niemand")
    lines[at]["body"]["author"] = lines[last(lines, "participant.joined")]["body"]["id"]
    return at


def step_of_another_meeting(lines: Lines) -> int:
    at = last(lines, "note.posted")
    lines[at]["meeting"] = ""
    return at


def a_second_birth(lines: Lines) -> int:
    lines.append({**lines[0], "seq": len(lines) + 1, "op": "0" * 32})
    return len(lines) - 1


def the_same_mark(lines: Lines) -> int:
    marked = [at for at, one in enumerate(lines) if one.get("op")]
    lines[marked[-1]]["op"] = lines[marked[-2]]["op"]
    return marked[-1]


def a_hole(lines: Lines) -> int:
    del lines[20]
    return 20


def a_part_of_a_part(lines: Lines) -> int:
    at = last(lines, "action.made")
    lines[at]["body"]["under"] = lines[at - 1]["body"]["id"]
    return at


def deep(levels: int) -> list[Any]:
    found: list[Any] = []
    for _ in range(levels):
        found = [found]
    return found


BROKEN: dict[str, Callable[[Lines], int]] = {
    "a note that is too long": changed("note.posted", text="x" * 501),
    "a note that is a number": changed("note.posted", text=7),
    "a control character": changed("note.posted", text="een\u0000twee"),
    "a text that is not normalised": changed("note.posted", text="e\u0301e\u0301n"),
    "a note in a group that is not there": changed("note.posted", cluster="c999"),
    "a note behind a step": changed("note.posted", into="s3"),
    "a note by nobody we know": changed("note.posted", author="p999"),
    "a note with the id of a step": changed("note.posted", id="s3"),
    "a note with an id like a path": changed("note.posted", id="../n1"),
    "a note with a block of its own": changed("note.posted", block=9),
    "a note without text": without_text,
    "a name in an anonymous step": anonymous_note_with_author,
    "nothing but depth": changed("note.posted", extra=deep(40)),
    "a very long text somewhere": changed("note.posted", extra="x" * 20_001),
    "a step that is not there": line("note.posted", step="s999"),
    "a step without its meeting": step_of_another_meeting,
    "a time before all times": line("note.posted", at=-1.0),
    "a time that never comes": line("note.posted", at=9e9),
    "another number": line("note.posted", seq=3),
    "a hole in the numbers": a_hole,
    "the same mark twice": the_same_mark,
    "a keten that is made twice": a_second_birth,
    "too many dots": changed("ballot.cast", choices={"n9": 21}),
    "dots on a text": changed("ballot.cast", choices={"<script>": 1}),
    "a status of their own": changed("action.made", status="klaar"),
    "an action from a note that is not there": changed("action.made", sources=["n999"]),
    "an action on a day that is none": changed("action.made", when="morgen"),
    "an action of somebody we do not know": changed("action.made", owners=["p999"]),
    "an action of a note": changed("action.made", owners=["keten"]),
    "a subaction of a subaction": a_part_of_a_part,
    "a subaction of nothing": changed("action.made", under="a999"),
    "an organisation of another sort": changed("organisation.added", sort="bank"),
    "an organisation without a name": changed("organisation.added", name=""),
    "a list where a text belongs": changed("introduction.given", contact=["x"]),
    "a field that is no field": edited(identity="a"),
    "another type": edited(type="note"),
    "another id": edited(id="a1"),
    "a step of no kind": added("step.edited", {"id": "s3", "fields": {"kind": "spel"}}),
    "settings that the kind refuses": added("step.edited", {"id": "s3", "fields": {"settings": {"max_length": 0}}}),
    "an undo of nothing": added("notes.shown", {"ids": [], "undoes": 1}),
    "a body that is empty": added("note.edited", {}),
    "a meeting in no state": added("meeting.edited", {"id": "m2", "fields": {"state": "weg"}}),
    "a clock that is a word": added("step.timed", {"id": "s3", "timer": {"left": "even", "until": None}}),
    "a step that is nowhere on its own agenda": added("meeting.went", {"id": "m2", "step": "s999"}),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_an_event_that_our_rules_never_make_is_refused(name, book):
    lines = packing.lines_of(book)
    at = BROKEN[name](lines)
    start = time.perf_counter()
    with pytest.raises(Refused) as refused:
        packing.received(packing.rebuilt(lines))
    assert time.perf_counter() - start < 2.0
    assert refused.value.say == keten.WRONG.format(at + 1) + keten.NOTHING


def test_what_only_goes_wrong_when_it_is_shown_is_refused(book):
    """A step's own state belongs to its kind: it is judged by showing and reporting it."""
    lines = packing.lines_of(book)
    added("step.set", {"id": lines[last(lines, "ballot.cast")]["step"], "fields": {"candidates": ["n999"]}})(lines)
    with pytest.raises(Refused) as refused:
        packing.received(packing.rebuilt(lines))
    assert refused.value.say == keten.WRONG.format(len(lines)) + keten.NOTHING


def test_an_event_that_this_version_does_not_know_comes_from_a_newer_one(book):
    lines = packing.lines_of(book)
    added("note.sung", {"id": "n1"})(lines)
    with pytest.raises(Refused) as refused:
        packing.received(packing.rebuilt(lines))
    assert refused.value.say == keten.NEWER.format("0.1.0") + keten.NOTHING


@pytest.mark.parametrize(
    "line",
    [b"", b"{}", b"[]", b"{", b'{"seq": 1}', b'{"seq": "1", "at": 1, "name": "x", "body": {}}', b"[" * 90_000, b"\xff"],
)
def test_a_line_that_is_no_event_is_refused_with_its_number(line, book):
    first = json.dumps(packing.lines_of(book)[0]).encode()
    with pytest.raises(Refused) as refused:
        packing.received(packing.zipped(packing.labelled(first + b"\n" + line + b"\n")))
    assert refused.value.say == keten.WRONG.format(2) + keten.NOTHING


def test_a_line_without_end_is_refused_soon(book):
    """A list of half a million numbers is more than our rules ever put in one event."""
    lines = packing.lines_of(book)
    at = changed("note.posted", extra=[0] * 600_000)(lines)
    start = time.perf_counter()
    with pytest.raises(Refused) as refused:
        packing.received(packing.rebuilt(lines))
    assert time.perf_counter() - start < 2.0
    assert refused.value.say == keten.WRONG.format(at + 1) + keten.NOTHING


def person(identity: str, **fields: Any) -> bytes:
    return json.dumps({"id": identity, "fields": fields}).encode() + b"\n"


def test_names_come_in_for_who_is_at_the_table_only(book):
    lines = packing.lines_of(book)
    seat = lines[last(lines, "participant.joined")]["body"]["id"]
    assert packing.received(packing.rebuilt(lines, person(seat, name="Els"))).people == {seat: {"name": "Els"}}
    for stranger in (person("p999", name="Els"), person("../x", name="Els"), person(seat, name="a\u0000b")):
        with pytest.raises(Refused) as refused:
            packing.received(packing.rebuilt(lines, stranger))
        assert refused.value.say == arrival.STRANGER + keten.NOTHING


def test_a_person_who_is_there_twice_or_is_no_person_is_refused(book):
    lines = packing.lines_of(book)
    seat = lines[last(lines, "participant.joined")]["body"]["id"]
    for people, say in ((person(seat, name="Els") * 2, keten.STRANGE), (b"{}\n", keten.WRONG.format(1))):
        with pytest.raises(Refused) as refused:
            packing.received(packing.rebuilt(lines, people))
        assert refused.value.say == say + keten.NOTHING


def test_the_name_of_somebody_who_left_does_not_come_back(book):
    lines = packing.lines_of(book)
    seat = lines[last(lines, "participant.joined")]["body"]["id"]
    added("participant.removed", {"id": seat})(lines)
    assert packing.received(packing.rebuilt(lines, person(seat, name="Els"))).people == {}
