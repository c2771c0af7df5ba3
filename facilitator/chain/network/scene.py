"""The map as a drawing: one list of shapes for the screen, the control room and Word alike."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Any
from xml.sax.saxutils import escape

from facilitator.chain.figures import FACE, INK, NOT_XML, SOFT
from facilitator.chain.network.guests import MOST
from facilitator.chain.network.links import GOOD, IMPROVE, MISSING, ZOOMS, Link, Network
from facilitator.chain.network.table import (
    COLUMNS,
    HIGH,
    LINE,
    MARK,
    MIDDLE_X,
    MIDDLE_Y,
    ROWS,
    WIDE,
    Guest,
    Plan,
    Seat,
    place,
    plan,
)

TOP, WOOD, GREEN, CLAY = "#F1E7D6", "#C9B896", "#0B5351", "#9A3B26"
SORTS = {  # colour and shape, as on the welcome screen (static/css/table.css, static/js/parts/table.js)
    "gemeente": ("#258b79", "square"),
    "steunpunt": ("#660e00", "house"),
    "zorg": ("#18598a", "plus"),
    "welzijn": ("#4b31a3", "diamond"),
    "huisarts": ("#987626", "triangle"),
    "ggz": ("#742f2f", "hexagon"),
    "jeugd": ("#4d6c2d", "star"),
    "mantelzorgers": ("#20343c", "circle"),
    "overig": ("#644f6a", "drop"),
}
INWARD = 0.55  # how far a link bends towards the middle of the table
AWAY = (0, *(way * far for far in range(60, 541, 60) for way in (1, -1)))  # pixels that it bends aside, the least first
STEPS, AIR = 24, 0.35  # places on a line that are looked at; what stays free around a name upon the table, in letters


@lru_cache(maxsize=32)
def planned(guests: tuple[Guest, ...]) -> Plan:
    """The table for these guests; made once for all who look."""
    return plan(guests)


def scene(map: Network, zoom: str = "") -> dict[str, Any]:
    """Everything to draw, in pixels of the frame: seats by guest, curves by link; with `zoom` one sort of line."""
    drawn = planned(tuple(fitting(map)))
    upon = [seat for seat in drawn.seats.values() if seat.guest.spot is not None]
    return {
        "size": [WIDE, HIGH],
        "thin": min(1.0, max(0.5, round(drawn.mark / 16, 2))),  # lines are thinner with many guests
        "sign": max(9.0, round(drawn.mark * 0.8, 1)),  # half a tick or exclamation mark
        "across": drawn.across,
        "down": drawn.down,
        "mark": round(drawn.mark, 1),
        "places": [place(spot, drawn.across) for spot in range(COLUMNS * ROWS)],
        "seats": {identity: shown(seat) for identity, seat in drawn.seats.items()},
        "curves": [
            curve(link, drawn, upon) for link in map.links.values() if ZOOMS[zoom](link) and seated(link, drawn)
        ],
    }


def seated(link: Link, drawn: Plan) -> bool:
    return link.a in drawn.seats and link.b in drawn.seats


def fitting(map: Network) -> list[Guest]:
    """Who is drawn, in their order: of more than fit those at the table, then who has a line, then who was listed."""
    if len(map.guests) <= MOST:
        return map.guests
    ends = {end for link in map.links.values() if link.drawn for end in (link.a, link.b)}
    weight = {one.id: (one.outside, one.id not in ends, one.id[0] == "w") for one in map.guests}
    chosen = {one.id for one in sorted(map.guests, key=lambda one: weight[one.id])[:MOST]}
    return [one for one in map.guests if one.id in chosen]


def rows(map: Network) -> list[list[Any]]:
    """Every guest as the pages read it: id, name, sort, 1 when not at the table, its place upon the table or -1."""
    return [[one.id, one.name, one.sort, int(one.outside), -1 if one.spot is None else one.spot] for one in map.guests]


def shown(seat: Seat) -> dict[str, Any]:
    return {
        "x": round(seat.x, 1),
        "y": round(seat.y, 1),
        "lines": list(seat.lines),
        "anchor": seat.anchor,
        "at": [round(seat.text_x, 1), round(seat.text_y, 1)],
        "size": seat.size,
    }


def curve(link: Link, drawn: Plan, upon: list[Seat]) -> dict[str, Any]:
    """A line from seat to seat over the table, around who is put upon it, and the place of its sign."""
    a, b = drawn.seats[link.a], drawn.seats[link.b]
    bend = INWARD if a.guest.spot is None and b.guest.spot is None else 0.0
    via = tuple((one + other) / 2 * (1 - bend) + middle * bend for one, other, middle in
                ((a.x, b.x, MIDDLE_X), (a.y, b.y, MIDDLE_Y)))  # fmt: skip
    via = free(a, via, b, [around(seat) for seat in upon]) if bend and upon else via
    near, far = (
        (b, a) if a.guest.spot is not None and b.guest.spot is None else (a, b)
    )  # away from names upon the table
    sign = [round(0.49 * one + 0.42 * through + 0.09 * other, 1) for one, through, other in
            ((near.x, via[0], far.x), (near.y, via[1], far.y))]  # fmt: skip
    path = f"M{a.x:.1f} {a.y:.1f}Q{via[0]:.1f} {via[1]:.1f} {b.x:.1f} {b.y:.1f}"
    look = link.mark if link.mark in (GOOD, IMPROVE, MISSING) else "firm" if link.firm else "said"
    look = look if link.drawn else "wanted"
    return {"a": link.a, "b": link.b, "path": path, "look": look, "sign": sign}


def around(seat: Seat) -> tuple[float, float, float, float]:
    """What a guest upon the table takes, with its name and a little air."""
    left, top, right, bottom = seat.box
    half, air = seat.size * MARK, seat.size * AIR
    return min(left, seat.x - half) - air, min(top, seat.y - half) - air, max(right, seat.x + half) + air, bottom + air


def free(a: Seat, via: tuple[float, ...], b: Seat, boxes: list[tuple[float, float, float, float]]) -> tuple[float, ...]:
    """The middle of a bend that passes by all of these, as near to `via` as there is one; else `via` itself."""
    long = max(1.0, math.hypot(b.x - a.x, b.y - a.y))
    side = ((a.y - b.y) / long, (b.x - a.x) / long)
    for away in AWAY:
        tried = via[0] + side[0] * away, via[1] + side[1] * away
        if not any(hits(a, tried, b, box) for box in boxes):
            return tried
    return via


def hits(a: Seat, via: tuple[float, ...], b: Seat, box: tuple[float, float, float, float]) -> bool:
    """True when the line passes over this box."""
    for number in range(1, STEPS):
        t = number / STEPS
        x, y = ((1 - t) ** 2 * one + 2 * t * (1 - t) * through + t * t * other for one, through, other in
                ((a.x, via[0], b.x), (a.y, via[1], b.y)))  # fmt: skip
        if box[0] <= x <= box[2] and box[1] <= y <= box[3]:
            return True
    return False


# as SVG text, for Word and to take along

LINES = {  # colour, width, dashes
    "firm": (INK, 4, ""),
    "said": (SOFT, 2, ""),
    GOOD: (GREEN, 7, ""),
    IMPROVE: (CLAY, 5, "22 8"),
    MISSING: (CLAY, 4, "3 11"),
    "wanted": (INK, 4, "14 9 2 9"),
}


def from_view(state: dict[str, Any], title: str, under: tuple[str, float] = ("", 0.0)) -> str:
    """The drawing as an SVG document that needs nothing else, from what a page is shown: its guests and its scene.

    `under` is what stands below the map, and how high that is.
    """
    high = HIGH + under[1]
    found = state["scene"]
    table = f'<ellipse cx="{MIDDLE_X:g}" cy="{MIDDLE_Y:g}" rx="{found["across"]}" ry="{found["down"]:.0f}"'
    parts = [
        f"<title>{escape(NOT_XML.sub('', title))}</title>",
        f'<rect width="{WIDE}" height="{high:g}" fill="#ffffff"/>',
        f'{table} fill="{TOP}" stroke="{WOOD}" stroke-width="3"/>',
        *(line(one, found["thin"]) for one in found["curves"]),
        *(sign(one, found["sign"]) for one in found["curves"]),
        *(guest_of(guest, found["seats"][guest[0]]) for guest in state["guests"] if guest[0] in found["seats"]),
        under[0],
    ]
    size = f'width="{WIDE}" height="{high:g}" viewBox="0 0 {WIDE} {high:g}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="{FACE}">{"".join(parts)}</svg>'


def line(one: dict[str, Any], thin: float) -> str:
    colour, width, dashes = LINES[one["look"]]
    broken = f' stroke-dasharray="{dashes}" stroke-linecap="round"' if dashes else ""
    return f'<path d="{one["path"]}" fill="none" stroke="{colour}" stroke-width="{width * thin:.1f}"{broken}/>'


def sign(one: dict[str, Any], size: float) -> str:
    """A tick on what goes well, an exclamation mark on what can be better: never colour alone."""
    if one["look"] not in (GOOD, IMPROVE):
        return ""
    x, y = one["sign"]
    disc = (
        f'<circle cx="{x}" cy="{y}" r="{size:.1f}" fill="#ffffff" stroke="{LINES[one["look"]][0]}" stroke-width="3"/>'
    )
    if one["look"] == GOOD:
        corners = ((-0.5, 0.0), (-0.1, 0.4), (0.5, -0.4))
        points = " ".join(f"{x + across * size:.1f},{y + down * size:.1f}" for across, down in corners)
        return f'{disc}<polyline points="{points}" fill="none" stroke="{GREEN}" stroke-width="3.5"/>'
    stem = f"M{x} {y - size * 0.55:.1f}V{y + size * 0.1:.1f}M{x} {y + size * 0.4:.1f}V{y + size * 0.55:.1f}"
    return f'{disc}<path d="{stem}" stroke="{CLAY}" stroke-width="4"/>'


def guest_of(guest: list[Any], seat: dict[str, Any]) -> str:
    """A guest's mark, hollow for who is not at the table, and its name."""
    _, _, sort, outside, spot = guest
    colour, shape = SORTS[sort]
    half = seat["size"] * MARK
    fill = f'fill="#ffffff" stroke="{colour}" stroke-width="3"' if outside else f'fill="{colour}"'
    points = " ".join(f"{seat['x'] + x * half:.1f},{seat['y'] + y * half:.1f}" for x, y in SHAPES[shape])
    x, y = seat["at"]
    look = f'font-size="{seat["size"]:g}" text-anchor="{seat["anchor"]}" fill="{INK}"'
    if spot >= 0:  # on the table: lines may pass behind the name
        look += f' stroke="{TOP}" stroke-width="{seat["size"] / 3:.1f}" stroke-linejoin="round" paint-order="stroke"'
    words = "".join(
        f'<text x="{x}" y="{y + number * seat["size"] * LINE:.1f}" {look}>{escape(NOT_XML.sub("", text))}</text>'
        for number, text in enumerate(seat["lines"])
    )
    return f'<polygon points="{points}" {fill}/>{words}'


def ring(points: int, *reaches: float, turn: float = 0.0) -> list[tuple[float, float]]:
    """Corners around 0,0, clockwise from the top, at these distances in turn."""
    found = []
    for number in range(points):
        angle, reach = turn + 2 * math.pi * number / points, reaches[number % len(reaches)]
        found.append((reach * math.sin(angle), -reach * math.cos(angle)))
    return found


SHAPES = {  # corners in a box of 2 by 2 around 0,0
    "square": [(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)],
    "house": [(0, -1.1), (1, -0.2), (1, 0.95), (-1, 0.95), (-1, -0.2)],
    "plus": [(-0.4, -1), (0.4, -1), (0.4, -0.4), (1, -0.4), (1, 0.4), (0.4, 0.4), (0.4, 1), (-0.4, 1), (-0.4, 0.4),
             (-1, 0.4), (-1, -0.4), (-0.4, -0.4)],
    "diamond": [(0, -1.15), (1.15, 0), (0, 1.15), (-1.15, 0)],
    "triangle": [(0, -1), (1.04, 0.84), (-1.04, 0.84)],
    "hexagon": ring(6, 1.06),
    "star": ring(10, 1.16, 0.54),
    "circle": ring(24, 0.96),
    "drop": [(-0.8, -0.65), (0.8, -0.65), (1.05, -0.35), (1.05, 0.35), (0.8, 0.65), (-0.8, 0.65), (-1.05, 0.35),
             (-1.05, -0.35)],
}  # fmt: skip
