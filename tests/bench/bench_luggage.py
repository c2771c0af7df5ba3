"""How long a full keten takes to go out and to come in. Run: python tests/bench/bench_luggage.py

60 participants, 1,500 notes, 150 actions, in one meeting on a real ledger; and the longest book that is let in at all.
"""

import json
import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from facilitator.chain.command import Refused
from facilitator.luggage import commas, dates, document, keten, sheets, workbook
from tests.kinds.tables import Hall, step
from tests.luggage import packing

PEOPLE, NOTES, ACTIONS = 60, 1500, 150
ROUNDS = 5
WORDS = "mantelzorger huisarts gemeente steunpunt buurt bellen samen vroeg zien rust praten wijk thuis".split()


def text(chance: random.Random, least: int, most: int) -> str:
    return " ".join(chance.choice(WORDS) for _ in range(chance.randint(least, most))).capitalize()


def filled(folder: Path) -> Hall:
    """The meeting: everybody writes, groups are made, and every tenth note becomes an action."""
    chance = random.Random(7)
    one = Hall(folder, step("stemmen", 0, dots=3, most=2), step("acties", 1), people=PEOPLE)
    notes = [
        one.by(number % PEOPLE, "note.post", step=one.steps[0], text=text(chance, 4, 30))["ids"][0]
        for number in range(NOTES)
    ]
    for at in range(0, NOTES, 50):
        one.do("cluster.make", step=one.steps[0], name=text(chance, 1, 3), notes=notes[at : at + 12])
    one.go(1)
    candidates = one.see("control")[one.steps[1]]["state"]["candidates"]
    for who in range(PEOPLE):
        choices = dict.fromkeys(chance.sample(candidates, 3), 1)
        one.by(who, "ballot.cast", step=one.steps[1], choices=choices)
    one.do("step.reveal", step=one.steps[1], on=True)
    one.go(2)
    for number in range(ACTIONS):
        day = f"2027-{1 + number % 12:02}-15"
        body = {"what": text(chance, 5, 20), "who": "Els", "when": day, "sources": [notes[number * 10]]}
        one.do("action.make", step=one.steps[2], **body)
    return one


def measured(name: str, work: Callable[[], Any]) -> Any:
    """One line: the fastest and the slowest of five rounds; returns what the last round gave."""
    times, found = [], None
    for _ in range(ROUNDS):
        start = time.perf_counter()
        found = work()
        times.append(time.perf_counter() - start)
    size = f"   {len(found) // 1024} kB" if isinstance(found, bytes) else ""
    print(f"{name:46} fastest {min(times):.3f} s   slowest {max(times):.3f} s{size}")
    return found


def refused(body: bytes) -> str:
    try:
        packing.received(body)
    except Refused as no:
        return no.say
    return "let in"


def longest(body: bytes) -> bytes:
    """As many events as a book may have, all good but the last one."""
    lines = packing.lines_of(body)
    note = next(line for line in reversed(lines) if line["name"] == "note.posted")
    edit = {"at": note["at"], "name": "note.edited", "meeting": note["meeting"], "step": note["step"]}
    for seq in range(len(lines) + 1, keten.MOST_EVENTS + 1):
        lines.append({**edit, "seq": seq, "body": {"id": note["body"]["id"], "text": f"Nog een keer anders {seq}"}})
    lines[-1]["body"]["text"] = 7
    return packing.rebuilt(json.loads(json.dumps(lines)))


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        one = filled(Path(folder))
        print(f"{PEOPLE} participants, {NOTES} notes, {ACTIONS} actions, {one.chain.seq} events")
        packed = measured("copied in the loop", lambda: packing.packed(one.room))
        measured("actions as .xlsx", lambda: workbook.write(packed, [sheets.actions(packed)]))
        measured("notes as .xlsx", lambda: workbook.write(packed, [sheets.notes(packed)]))
        measured(
            "actions and notes as .csv",
            lambda: commas.write(sheets.actions(packed)) + commas.write(sheets.notes(packed)),
        )
        measured("dates as .ics", lambda: dates.write(packed))
        measured("everything as JSON", lambda: document.write(packed, "0.1.0"))
        body = measured("everything as .keten (book read, zip written)", lambda: packing.file_of(one.room))
        measured("that .keten read, folded and judged", lambda: packing.received(body))
        long = longest(body)
        print(f"a book of {keten.MOST_EVENTS} events that is wrong in the last one ({len(long) // 1024} kB):")
        measured(f"  {refused(long)[:42]}", lambda: refused(long))


if __name__ == "__main__":
    main()
