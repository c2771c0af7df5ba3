"""How long it takes to look back in the longest book. Run: python tests/bench/bench_replay.py

40,000 events of 20 people and some 2,000 notes: read once, jumped through, and stepped on.
"""

from __future__ import annotations

import json
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from facilitator.chain.model import Event, base36
from facilitator.rooms.replay import Look, Tape, Veil, pseudonyms
from tests.chain.sim import Sim

EVENTS, PEOPLE = 40_000, 20
JUMPS = (40_000, 39_990, 20_000, 3_999, 38_000, 10)


def book(sim: Sim) -> list[Event]:
    """People at one wall: one in twenty events is a new note, the others change one."""
    seats = [sim.join(f"P{number}") for number in range(PEOPLE)]
    sim.ask(seats[0], "note.post", {"step": sim.steps[0], "lane": "1", "text": "Samen bellen met wie het weet"})
    sim.drain()
    first = sim.written()[-1]
    sim.ok("step.reveal", step=sim.steps[0], on=True)
    events, notes, chance = sim.written(), [first.body["id"]], random.Random(1)
    for seq in range(len(events) + 1, EVENTS + 1):
        name, body = "note.edited", {"id": chance.choice(notes), "text": f"Anders {seq}"}
        if chance.random() < 0.05:
            notes.append("n" + base36(seq))
            name, body = "note.posted", {**first.body, "id": notes[-1], "author": seats[seq % PEOPLE].id}
        events.append(Event(seq, first.at + seq, name, body, first.meeting, first.step, f"op{seq}"))
    return events


def measured(name: str, work: Callable[[], Any]) -> None:
    wall, own = time.perf_counter(), time.process_time()
    found = work()
    size = f"   {len(found) // 1024} kB" if isinstance(found, str) else ""
    print(f"{name:34} {time.perf_counter() - wall:6.2f} s, {time.process_time() - own:6.2f} s of our own{size}")


def main() -> None:
    sim = Sim()
    events, tape = book(sim), Tape(sim.book, sim.id)
    measured(f"{len(events)} events read", lambda: tape.add(events))
    look = Look(tape, Veil(sim.rooms.gate, frozenset(), False), sim.meeting, pseudonyms(tape.chain))
    for seq in JUMPS:
        measured(f"jump to {seq}, three screens", lambda seq=seq: json.dumps(look.go(seq, None)))
    look.go(39_000, None)
    measured("100 acts on, one at a time", lambda: [json.dumps(look.go(look.seq + 1, look.seq)) for _ in range(100)])
    sim.remove()


if __name__ == "__main__":
    main()
