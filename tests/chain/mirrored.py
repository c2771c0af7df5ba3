"""A hall at which the room is read afterwards, and what is then told of it."""

import random
import re

from exercises.registry import rulebook
from facilitator.chain.mirror import read, rows
from facilitator.chain.mirror.diary import fold
from tests.kinds.tables import Hall, step

ASIDE = {"kind": "briefjes", "title": "Geheim", "prompts": [], "settings": {"names": "anoniem"}, "from": None}
STEPS = (step("uitleg", None), ASIDE, step("stemmen", 0), step("matrix", 0))
WALL, PLAIN, SECRET, VOTE, PLANE = range(5)
SECONDS = re.compile(r"(\d+) uur(?: en (\d+) minu)?|(\d+) minu")


def seen(hall: Hall, now: float | None = None):
    """The rows, from the book as it is on disk."""
    book = list(hall.rooms.ledger.read(hall.room.id))
    moment = hall.time if now is None else now
    return rows(book, rulebook().fold(hall.room.id, book), hall.meeting, hall.rooms.rulebook.kinds, moment)


def reading(hall: Hall, leaps: list[tuple[float, float]] | None = None):
    book = list(hall.rooms.ledger.read(hall.room.id))
    return read(book, hall.chain, hall.meeting, hall.rooms.rulebook.kinds, hall.time, leaps or [])


def kept(hall: Hall):
    return fold(hall.rooms.ledger.read(hall.room.id), hall.meeting, hall.time)


def said(hall: Hall, number: int) -> dict[str, str]:
    return {one.key: one.text for one in reading(hall).steps[number][1]}


def minutes(text: str) -> list[int]:
    """Every length of time that a sentence names, in minutes."""
    found = [[int(part or 0) for part in match] for match in SECONDS.findall(text)]
    return [60 * hours + rest + alone for hours, rest, alone in found]


def wander(hall: Hall, chance: random.Random) -> None:
    """Half a day in any order: steps gone back to, the door shut and opened, notes now and then."""
    for _ in range(25):
        hall.time += chance.uniform(20, 900)
        state, at = hall.chain.entities[hall.meeting]["state"], hall.chain.entities[hall.meeting]["step"]
        act = chance.random()
        if state == "closed":
            hall.do("meeting.open")
        elif act < 0.1:
            hall.do("meeting.close")
        elif act < 0.5:
            hall.do("meeting.go", step=chance.choice([one for one in hall.steps if one != at]))
        else:
            hall.note("ja", chance.randrange(6))
