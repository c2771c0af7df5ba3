"""Where everybody sits: the network map is our table, with a seat and a name for each organisation around it.

Pure and without chance: the same organisations give the same drawing, one more moves the others by about one seat, and
no name can meet another, since each has a strip of its own. Whoever is put on the table by hand stays in that place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import sqrt

from facilitator.chain.figures import text_width, wrapped

WIDE, HIGH = 1920, 820  # of the drawing, about the pixels that a projector has for it
MIDDLE_X, MIDDLE_Y = WIDE / 2, HIGH / 2
EDGE = 24  # nothing is drawn nearer to the edge
TALL = HIGH / 2 - EDGE / 2  # half the height of the table with its seats
TABLES = (600, 520, 440, 360, 300)  # half its width: as wide as the names leave
LETTERS = (34, 31, 28, 26, 24, 22, 20, 18, 16, 14, 12, 11, 10, 9, 8, 7, 6, 5, 4)  # the largest at which all names fit
LINE, AIR = 1.18, 0.24  # height of a line, and what is between two names, in letters
MARK = 0.62  # half of a seat, in letters
STEP_BACK = 1.7  # how far who is not at the table stands behind it, in letters
COLUMNS, ROWS = 3, 3  # places on the table for who is put there by hand
ACROSS, DOWN = 0.44, 0.4  # from one such place to the next, in half tables
UPON = 32  # the largest letter of who is put on the table
NAME_LINES = 40  # a name is never cut off
WHOLE = 14  # letters of this size or more break no word


@dataclass(frozen=True)
class Guest:
    """An organisation on the map. `spot` is its place on the table (0 to 8), None for a seat around it."""

    id: str
    name: str
    sort: str
    outside: bool = False
    spot: int | None = None


@dataclass(frozen=True)
class Seat:
    """Where a guest is drawn: the middle of its mark, and its name: lines, anchor and the first line's base."""

    guest: Guest
    x: float
    y: float
    lines: tuple[str, ...]
    anchor: str  # start, end or middle
    text_x: float
    text_y: float
    size: float

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of the name."""
        wide = max(text_width(line, self.size) for line in self.lines)
        left = self.text_x - {"start": 0.0, "middle": wide / 2, "end": wide}[self.anchor]
        top = self.text_y - self.size * 0.95
        return left, top, left + wide, top + self.size * LINE * len(self.lines)


@dataclass(frozen=True)
class Plan:
    """The whole table: half its width and height, the size of its letters and marks, and all seats by id."""

    across: float
    down: float
    letter: float
    seats: dict[str, Seat] = field(default_factory=dict)

    @property
    def mark(self) -> float:
        """Half the width of a seat's mark."""
        return self.letter * MARK


def plan(guests: Sequence[Guest]) -> Plan:
    """The table for these guests, in the order in which they are handed: who belongs together comes together."""
    around = [guest for guest in guests if guest.spot is None]
    upon = [guest for guest in guests if guest.spot is not None]
    for letter in LETTERS:
        for across in TABLES if not upon else TABLES[:3]:  # names upon the table need some of it
            sides = fitting(around, letter, across)
            if sides:
                seats = {
                    seat.guest.id: seat for seat in (*seated(sides, letter, across), *placed(upon, letter, across))
                }
                return Plan(across, TALL, letter, {guest.id: seats[guest.id] for guest in guests})
    raise ValueError(f"{len(guests)} organisations do not fit on one map")


Row = tuple[Guest, list[str]]


def fitting(around: list[Guest], letter: float, across: float) -> tuple[list[Row], list[Row]] | None:
    """Who sits right and who left, each with the lines of its name; None when that is too much for these letters."""
    back = STEP_BACK if any(guest.outside for guest in around) else 0.0
    room = WIDE / 2 - across - (2 * MARK + back) * letter - EDGE
    if room < 6 * letter or (letter >= WHOLE and any(broken(guest.name, room, letter) for guest in around)):
        return None
    rows = [(guest, wrapped(guest.name, room, size=letter, most=NAME_LINES) or [""]) for guest in around]
    right, left, free = [], [], sum(height(row, letter) for row in rows) / 2
    for row in rows:
        if free > 0:
            right.append(row)
            free -= height(row, letter)
        else:
            left.append(row)
    fits = all(sum(height(row, letter) for row in side) <= HIGH - 2 * EDGE for side in (right, left))
    return (right, left) if fits else None


def broken(name: str, room: float, letter: float) -> bool:
    """True when a word of this name does not fit on one line."""
    return any(text_width(word, letter) > room for word in name.split())


def height(row: Row, letter: float) -> float:
    return (max(len(row[1]) * LINE, 2 * MARK) + AIR) * letter


def seated(sides: tuple[list[Row], list[Row]], letter: float, across: float) -> list[Seat]:
    """With the clock: down the right side, and up the left."""
    return [
        seat(row, y, side, letter, across)
        for side, rows in zip((1, -1), (sides[0], sides[1][::-1]), strict=True)
        for row, y in zip(rows, spread([height(row, letter) for row in rows]), strict=True)
    ]


def spread(heights: list[float]) -> list[float]:
    """The middles of strips of these heights, evenly over the height of the map."""
    air = (HIGH - 2 * EDGE - sum(heights)) / max(1, len(heights))
    found, top = [], EDGE
    for one in heights:
        found.append(top + (air + one) / 2)
        top += air + one
    return found


def seat(row: Row, y: float, side: int, letter: float, across: float) -> Seat:
    guest, _ = row
    reach = across * sqrt(max(0.0, 1 - ((y - MIDDLE_Y) / TALL) ** 2)) + letter * (STEP_BACK if guest.outside else 0)
    x = MIDDLE_X + side * reach
    room = WIDE / 2 - EDGE - reach - 1.8 * MARK * letter  # more than in the middle, where the table is widest
    lines = wrapped(guest.name, room, size=letter, most=NAME_LINES) or [""]
    first = y - (len(lines) - 1) * LINE * letter / 2 + letter * 0.35
    return Seat(
        guest, x, y, tuple(lines), "start" if side > 0 else "end", x + side * 1.8 * MARK * letter, first, letter
    )


def placed(upon: list[Guest], letter: float, across: float) -> list[Seat]:
    """On the table itself, in their places, with the name under the mark; in the first row above it, clear of lines."""
    taken = [guest.spot for guest in upon]
    rooms = {guest.id: room_of(guest.spot, taken, across) for guest in upon}
    size = min(letter, UPON)
    while size > 3 and any(too_much(guest, size, rooms[guest.id]) for guest in upon):
        size -= 1
    found = []
    for guest in upon:
        lines = tuple(under(guest, size, rooms[guest.id]))
        x, middle = place(guest.spot, across)
        name, mark = LINE * len(lines), 2 * MARK
        top = middle / size - (name + mark + AIR) / 2 + AIR / 4  # from here on in letters
        above = guest.spot < COLUMNS
        y, first = (top + name + AIR / 2, top) if above else (top, top + mark + AIR / 2)
        found.append(Seat(guest, x, (y + MARK) * size, lines, "middle", x, (first + 0.95) * size, size))
    return found


def place(spot: int, across: float) -> tuple[float, float]:
    """The middle of a place on the table."""
    column, row = spot % COLUMNS, spot // COLUMNS
    x = MIDDLE_X + (column - (COLUMNS - 1) / 2) * ACROSS * across
    return x, MIDDLE_Y + (row - (ROWS - 1) / 2) * DOWN * TALL


def room_of(spot: int, taken: Sequence[int], across: float) -> float:
    """How wide a name in this place may be: to the next in its row, and to the edge of the table."""
    column, row = spot % COLUMNS, spot // COLUMNS
    nearest = min(
        (abs(other % COLUMNS - column) for other in taken if other // COLUMNS == row and other != spot), default=COLUMNS
    )
    x, y = place(spot, across)
    lowest = abs(y - MIDDLE_Y) + DOWN * TALL / 2
    edge = across * sqrt(max(0.0, 1 - (lowest / TALL) ** 2)) - abs(x - MIDDLE_X)
    return max(ACROSS * across, min(nearest * ACROSS * across, 2 * edge)) * 0.94


def too_much(guest: Guest, size: float, room: float) -> bool:
    """True when the mark with the name under it does not fit in its place, or only with a broken word."""
    high = (2 * MARK + AIR + LINE * len(under(guest, size, room))) * size
    return high > DOWN * TALL or (size >= WHOLE and broken(guest.name, room, size))


def under(guest: Guest, size: float, room: float) -> list[str]:
    return wrapped(guest.name, room, size=size, most=NAME_LINES) or [""]


def free_spot(taken: Sequence[int], wanted: int) -> int | None:
    """The place asked for, or the nearest that is free; None on a full table."""
    column, row = wanted % COLUMNS, wanted // COLUMNS

    def far(spot: int) -> tuple[int, int]:
        return abs(spot % COLUMNS - column) + abs(spot // COLUMNS - row), spot

    return min((spot for spot in range(COLUMNS * ROWS) if spot not in taken), key=far, default=None)
