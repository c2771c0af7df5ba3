"""S2: whatever is sent as a command gets an answer with a code and a sentence: no exception, and nothing changes."""

from __future__ import annotations

import json
import secrets
import sqlite3
from contextlib import closing
from typing import Any

import msgspec
import pytest

from exercises.registry import rulebook
from tests.trust.hall import FACILITATOR, GUEST, Hall, events
from tests.trust.raw import Wire, trouble
from tests.trust.rights import COMMANDS, NO_ONE

CODES = {"refused", "bad", "forbidden"}
DEEP = "[" * 20_000 + "]" * 20_000
NESTED = "[" * 400 + "]" * 400
# JSON texts that are no body of any command.
BODIES = {
    "nothing": "null",
    "a number": "7",
    "a word": '"alles"',
    "a list": "[{}]",
    "not a number": "NaN",
    "infinity": "-Infinity",
    "too large a number": "1e999",
    "yes": "true",
    "deep": DEEP,
    "nested": NESTED,
    "a prototype": '{"__proto__": {"ok": true}}',
    "a constructor": '{"constructor": {"prototype": {}}}',
    "a hundred keys": json.dumps({f"sleutel{number}": number for number in range(100)}),
    "a surrogate as key": '{"\\ud800": 1}',
    "a key of control characters": '{"\\u0000\\u001b": 1}',
    "a large text": json.dumps({"onbekend": "x" * 60_000}),
}
# JSON texts that are no value of any field.
VALUES = {
    "not a number": "NaN",
    "infinity": "Infinity",
    "too large a number": "1e999",
    "a huge number": "9" * 400,
    "an object": '{"__proto__": null}',
    "nested": NESTED,
    "a list of lists": "[[], [null]]",
    "a number with a dot": "0.5",
}
# What is around the body.
MESSAGES = {
    "nothing": "null",
    "a list": "[]",
    "a word": '"note.post"',
    "no name": '{"cid": "CID", "body": {}}',
    "a name that is no word": '{"cid": "CID", "name": 7, "body": {}}',
    "an unknown name": '{"cid": "CID", "name": "note.burn", "body": {}}',
    "a name of the language": '{"cid": "CID", "name": "__class__", "body": {}}',
    "no cid": '{"name": "note.post", "body": {}}',
    "a short cid": '{"cid": "kort", "name": "note.post", "body": {}}',
    "a long cid": json.dumps({"cid": "c" * 65, "name": "note.post", "body": {}}),
    "a cid that is no word": '{"cid": ["CID"], "name": "note.post", "body": {}}',
    "more than asked": '{"cid": "CID", "name": "note.post", "body": {}, "seat": "p1", "role": "facilitator"}',
    "broken": '{"cid": "CID", "name":',
    "deep": DEEP,
}


@pytest.fixture(scope="module")
def wires(hall: Hall):
    lines = [Wire(hall.address, hall.page(identity).ticket) for identity in (GUEST, FACILITATOR)]
    yield dict(zip((GUEST, FACILITATOR), lines, strict=True))
    for line in lines:
        line.close()


def snapshot(hall: Hall) -> tuple[int, Any]:
    """The books on disk and what the control room is shown."""
    return events(hall.house.data), hall.a.regie.channel("control")


def wrong(answer: dict[str, Any]) -> bool:
    return answer["ok"] is not False or answer["code"] not in CODES or not answer["say"]


@pytest.mark.parametrize("name", sorted(name for name, row in COMMANDS.items() if row.who != NO_ONE))
def test_s2_command(name: str, hall: Hall, wires: dict[str, Wire]) -> None:
    """Every command, from somebody who may give it, with bodies and fields that are none."""
    identity = GUEST if GUEST in COMMANDS[name].who else FACILITATOR
    line, found = wires[identity], []
    fields = [field.encode_name for field in msgspec.structs.fields(rulebook().rules[name].Body)]
    cases = dict(BODIES)
    for field in fields:
        cases |= {f"{field} is {what}": json.dumps({field: 0})[:-2] + value + "}" for what, value in VALUES.items()}
    before = snapshot(hall)
    for what, body in cases.items():
        message = f'{{"cid": "{secrets.token_hex(16)}", "name": "{name}", "body": {body}}}'
        answer = line.ask_raw("command", message)
        found += [(what, answer)] if wrong(answer) else []
    assert found == []
    assert snapshot(hall) == before


@pytest.mark.parametrize("what", MESSAGES)
def test_s2_message(what: str, hall: Hall, wires: dict[str, Wire]) -> None:
    before = snapshot(hall)
    answer = wires[GUEST].ask_raw("command", MESSAGES[what].replace("CID", secrets.token_hex(16)))
    assert not wrong(answer)
    assert snapshot(hall) == before


@pytest.mark.parametrize(
    "message",
    [
        "null",
        "7",
        '{"have": 7}',
        '{"have": [], "proofs": []}',
        '{"proofs": "alles"}',
        '{"proofs": [7]}',
        '{"gz": "ja"}',
        f'{{"have": {NESTED}}}',
    ],
)
def test_s2_hello(message: str, wires: dict[str, Wire]) -> None:
    assert not wrong(wires[GUEST].ask_raw("hello", message))


def test_s2_a_hello_with_proofs_of_anything_is_answered(wires: dict[str, Wire]) -> None:
    proofs = ["\ud800" * 32, "", "x" * 5000, "\x00" * 32, *(secrets.token_hex(16) for _ in range(1200))]
    have = {"epoch": "\ud800", "phone": [], "own": {"a": 1}, "__proto__": 1}
    assert wires[GUEST].ask("hello", {"have": have, "proofs": proofs, "gz": True})["ok"]


def test_s2_frames_that_are_no_messages_end_a_line_or_are_ignored(hall: Hall) -> None:
    """Socket.IO and Engine.IO packets that no page sends; after each the house still serves everybody."""
    frames = (
        "", "9", "4", "4x", "42", "42[]", "42{}", "42[7]", "43", "431", "4399[1]", "4399{}", "45", "451-", "451-[]",
        "46", "4611-[]", "47", "40", "40[]", '40{"ticket": 1', "4" + DEEP, "b", "bAAAA", "1x", "5", "6",
        "42" + "9" * 200 + "[]", "42/andere,[1]", "40/andere,", "0{}", "3probe", "2probe",
    )  # fmt: skip
    for frame in frames:
        line = Wire(hall.address, hall.a.neighbour.ticket)
        assert line.opened
        line.say(frame)
        line.close()
    line = Wire(hall.address, hall.a.neighbour.ticket)
    line.say(b"\x00\x01\x02")
    assert line.alive
    line.close()


def test_s2_control_characters_are_cleaned_at_the_door(hall: Hall) -> None:
    """Not refused: what cannot be kept goes out, the rest of the text stays; equal in the book and on the screens."""
    sent = "\x00\x07Groepje\x1b[31m \ud800van\ufffe buren\u202e\r\nen\tvrienden e\u0301\x9f"
    kept = "Groepje[31m van buren\u202e\nen\tvrienden \u00e9"
    body = {"step": hall.a.steps["briefjes"], "text": sent}
    answer = hall.a.guest.do("note.post", body)
    assert hall.a.regie.wait(lambda: hall.a.regie.look().get(answer["ids"][0]))["text"] == kept
    with closing(sqlite3.connect(f"file:{hall.house.data / 'ketentafel.db'}?mode=ro", uri=True)) as look:
        rows = look.execute("select body from events where name = 'note.posted'").fetchall()
    assert kept in [json.loads(text)["text"] for (text,) in rows]


@pytest.mark.parametrize("day", ["1-1-2026", "2026-01-01\n", "\u0662\u0660\u0662\u0666-01-01", "2026-01-01 12:00"])
def test_s2_a_day_is_eight_figures(day: str, hall: Hall, wires: dict[str, Wire]) -> None:
    """It stands in the name of the report's file: anything else would make the download fail."""
    step = hall.a.steps["acties"]
    assert wrong(wires[FACILITATOR].command("meeting.edit", {"date": day}, secrets.token_hex(16))) is False
    assert wrong(wires[GUEST].command("action.make", {"step": step, "what": "Iets", "when": day}, "d" * 32)) is False


def test_s2_nothing_of_all_this_went_wrong_inside(hall: Hall) -> None:
    assert trouble(hall.house.log) == ""
    assert hall.a.guest.do("note.post", {"step": hall.a.steps["briefjes"], "text": "Wij zijn er nog"})["ok"]
