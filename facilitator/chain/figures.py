"""Small pictures of results as SVG text, in the look of the house: bars for votes, the plane of impact and effort.

Pure: numbers and words in, a string out. Every picture stands beside a table that says the same, so a picture may
shorten a long label; it never has the only copy.
"""

from __future__ import annotations

import math
import re
import unicodedata
from xml.sax.saxutils import escape

INK, SOFT, LINE, GREEN, TINT, PAPER = "#1D2733", "#4A5663", "#D9CFC0", "#0B5351", "#E3EFEC", "#FBF7F0"
FACE = "Atkinson Hyperlegible, Arial, sans-serif"
WIDTH = 640  # of every picture; printed 16 cm wide, 13 px is 9 points
TEXT = 13
NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_WIDTHS = {  # of our font, in hundredths of the letter size, rounded up to fives
    25: "'.,:;l|‘’·", 30: " !()`ij", 35: '"[]frt{}', 40: "-/\\_“”", 45: "*1Ivy•", 50: "cksxz–", 55: "27?FJLaehnu×",
    60: "$3569<>ESTVY^bdgopq~",
    65: "+048=ABKPRXZ", 70: "#CDHNUw€…", 75: "&GO", 80: "@Q—", 85: "MWm½", 95: "%",
}  # fmt: skip
_WIDTH_OF = {char: width / 100 for width, chars in _WIDTHS.items() for char in chars}


def _char_width(char: str) -> float:
    if unicodedata.combining(char):
        return 0.0
    plain = unicodedata.normalize("NFD", char)[0]
    if plain in _WIDTH_OF:
        return _WIDTH_OF[plain]
    return 1.15 if unicodedata.east_asian_width(char) in "WF" or ord(char) > 0xFFFF else 0.7


def text_width(text: str, size: float = TEXT, bold: bool = False) -> float:
    """About how wide the text is, in the unit of `size`; a little too wide rather than too narrow."""
    total = sum(_WIDTH_OF.get(char) or _char_width(char) for char in text)
    return total * size * (1.1 if bold else 1.0)


def _fitting(word: str, width: float, size: float) -> int:
    """How many characters of a word fit in the width; at least one."""
    for count in range(len(word), 1, -1):
        if text_width(word[:count], size) <= width:
            return count
    return 1


def wrapped(text: str, width: float, *, size: float = TEXT, most: int = 3) -> list[str]:
    """The text in lines of at most `width` px and `most` lines; what does not fit ends in an ellipsis."""
    lines = [""]
    for word in NOT_XML.sub("", text).split():
        while word:
            trial = f"{lines[-1]} {word}" if lines[-1] else word
            if text_width(trial, size) <= width:
                lines[-1], word = trial, ""
            elif lines[-1]:
                lines.append("")
            else:
                cut = _fitting(word, width, size)
                lines[-1], word = word[:cut], word[cut:]
                if word:
                    lines.append("")
        if len(lines) > most:
            break
    if len(lines) > most:
        last = lines[most - 1]
        while last and text_width(f"{last}…", size) > width:
            last = last[:-1]
        lines = [*lines[: most - 1], f"{last.rstrip()}…"]
    return lines


def words(
    x: float,
    y: float,
    text: str,
    *,
    size: float = TEXT,
    color: str = INK,
    bold: bool = False,
    anchor: str = "start",
    turn: str = "",
) -> str:
    """One line of text; `anchor` says what stands at x: its start, middle or end."""
    weight = ' font-weight="700"' if bold else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:g}" fill="{color}" text-anchor="{anchor}"{weight}{turn}>'
        f"{escape(NOT_XML.sub('', text))}</text>"
    )


def svg(height: float, parts: list[str], width: int = WIDTH) -> str:
    """The parts as one picture."""
    size = f'width="{width}" height="{math.ceil(height)}" viewBox="0 0 {width} {math.ceil(height)}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="{FACE}">{"".join(parts)}</svg>'


def bars(rows: list[tuple[str, int]], *, unit: str) -> str:
    """Horizontal bars in the order given: label (at most three lines), bar, number; `unit` ("stemmen") above.

    Numbers below zero count as zero.
    """
    label_width, left, right = 262.0, 278.0, WIDTH - 48.0
    line_height, gap, top = TEXT * 1.3, 14.0, 26.0
    most = max([1, *(count for _, count in rows)])
    parts = [words(left, 14, unit, color=SOFT)]
    y = top
    for label, count in rows:
        lines = wrapped(label, label_width)
        height = max(len(lines) * line_height, 20.0)
        middle = y + height / 2
        first = middle - (len(lines) - 1) * line_height / 2 + TEXT * 0.36
        parts += [
            words(label_width, first + number * line_height, text, anchor="end") for number, text in enumerate(lines)
        ]
        length = (right - left) * max(count, 0) / most
        if length:
            parts.append(
                f'<rect x="{left:g}" y="{middle - 10:.1f}" width="{length:.1f}" height="20" rx="3" fill="{GREEN}"/>'
            )
        parts.append(words(left + length + (8 if length else 4), middle + TEXT * 0.36, str(count), bold=True))
        y += height + gap
    parts.insert(
        0,
        f'<line x1="{left:g}" y1="{top - 6:g}" x2="{left:g}" y2="{y - gap + 6:.1f}" stroke="{LINE}" stroke-width="2"/>',
    )
    return svg(y - gap + 10, parts)


def spreads(rows: list[tuple[str, list[int], float]]) -> str:
    """Per row a label and small bars, one for each mark from 1 on: (label, how often each mark, the middle).

    All bars are on one measure. The mark in the middle has a ring; a middle between two marks rings both.
    """
    label_width, left, tall = 262.0, 290.0, 28.0
    most = max([1, *(often for _, marks, _ in rows for often in marks)])
    parts, y = [], 2.0
    for label, marks, middle in rows:
        wide = (WIDTH - left) / max(1, len(marks))
        base = y + 16 + tall
        lines = wrapped(label, label_width)
        first = base - tall / 2 - (len(lines) - 1) * TEXT * 0.65 + TEXT * 0.36
        parts += [
            words(label_width, first + number * TEXT * 1.3, text, anchor="end") for number, text in enumerate(lines)
        ]
        parts.append(f'<line x1="{left:g}" y1="{base:g}" x2="{WIDTH}" y2="{base:g}" stroke="{LINE}" stroke-width="2"/>')
        for number, often in enumerate(marks, 1):
            x, height = left + wide * (number - 0.5), tall * often / most
            if often:
                bar = f'width="{wide * 0.6:.1f}" height="{height:.1f}" rx="2" fill="{GREEN}"'
                parts.append(f'<rect x="{x - wide * 0.3:.1f}" y="{base - height:.1f}" {bar}/>')
                parts.append(words(x, base - height - 4, str(often), size=11, color=SOFT, anchor="middle"))
            ring = abs(number - middle) < 0.75
            if ring:
                parts.append(f'<circle cx="{x:.1f}" cy="{base + 13:.1f}" r="9.5" fill="{TINT}" stroke="{GREEN}"/>')
            parts.append(words(x, base + 13 + TEXT * 0.36, str(number), bold=ring, anchor="middle"))
        y = base + 26
    return svg(y, parts)


RADIUS = 12.0
LOW, HIGH = 0.6, 5.4  # the plane's edges on a scale of 1 to 5, so that no point lies on an edge
_LEFT, _TOP, _SIDE, _TALL, _BAND = 74.0, 4.0, 550.0, 380.0, 30.0


def _x(effort: float) -> float:
    return _LEFT + _SIDE * (min(max(effort, 1.0), 5.0) - LOW) / (HIGH - LOW)


def _y(impact: float) -> float:
    return _TOP + _BAND + _TALL * (HIGH - min(max(impact, 1.0), 5.0)) / (HIGH - LOW)


def spread_out(spots: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Where to draw the circles: on their spots when there is room, else as near as possible; no two touch.

    The first keeps its place before the second, so hand them over in order of importance.
    """
    apart = 2 * RADIUS + 4
    placed: list[tuple[float, float]] = []

    def free(x: float, y: float) -> bool:
        inside = (
            _LEFT + RADIUS < x < _LEFT + _SIDE - RADIUS and _TOP + _BAND + RADIUS < y < _TOP + _BAND + _TALL - RADIUS
        )
        return inside and all(math.hypot(x - a, y - b) >= apart for a, b in placed)

    for x, y in spots:
        rings = ((ring, 8 + 4 * ring) for ring in range(1, 140))
        around = (
            (x + 5 * ring * math.cos(2 * math.pi * k / n), y + 5 * ring * math.sin(2 * math.pi * k / n))
            for ring, n in rings
            for k in range(n)
        )
        placed.append((x, y) if free(x, y) else next((spot for spot in around if free(*spot)), (x, y)))
    return placed


def matrix(
    points: list[dict], *, quadrants: tuple[str, str, str, str], axes: tuple[str, str], middle: float = 3
) -> str:
    """The plane of effort (to the right) and impact (upwards), both 1 to 5, with a numbered circle for each point.

    A point: {"number": what stands in the circle, "effort": 1..5, "impact": 1..5} and, to show disagreement,
    optionally {"effort_range": (low, high), "impact_range": (low, high)}. `quadrants` names, in reading order: much
    impact with little effort, much with much, little with little, little with much. `axes`: effort, impact; both are
    halved at `middle`. A circle that had to make room is tied by a line to the dot where it belongs.
    """
    middle_x, middle_y = _x(middle), _y(middle)
    right, bottom = _LEFT + _SIDE, _TOP + 2 * _BAND + _TALL
    boxes = (
        (_LEFT, _TOP, TINT),
        (middle_x, _TOP, "#ffffff"),
        (_LEFT, middle_y, "#ffffff"),
        (middle_x, middle_y, PAPER),
    )
    parts = [
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{(middle_x if x < middle_x else right) - x:.1f}" '
        f'height="{(middle_y if y < middle_y else bottom) - y:.1f}" fill="{fill}" stroke="{LINE}"/>'
        for x, y, fill in boxes
    ]
    for name, x, y in zip(quadrants, (_LEFT, middle_x) * 2, (_TOP + 20,) * 2 + (bottom - 10,) * 2, strict=True):
        parts.append(words(x + 10, y, wrapped(name, _SIDE / 2 - 20, most=1)[0], bold=True, color=GREEN))
    for value in range(1, 6):
        parts.append(words(_x(value), bottom + 17, str(value), color=SOFT, anchor="middle"))
        parts.append(words(_LEFT - 10, _y(value) + TEXT * 0.36, str(value), color=SOFT, anchor="end"))
    centre_x, centre_y = _LEFT + _SIDE / 2, (_TOP + bottom) / 2
    parts.append(words(centre_x, bottom + 40, axes[0], anchor="middle"))
    parts.append(words(24, centre_y, axes[1], anchor="middle", turn=f' transform="rotate(-90 24 {centre_y:.1f})"'))
    spots = [(_x(point["effort"]), _y(point["impact"])) for point in points]
    for point, (x, y) in zip(points, spots, strict=True):
        parts += _spread(point, x, y)
    places = spread_out(spots)
    for (x, y), (at_x, at_y) in zip(spots, places, strict=True):
        if (x, y) != (at_x, at_y):
            parts.append(f'<line x1="{x:.1f}" y1="{y:.1f}" x2="{at_x:.1f}" y2="{at_y:.1f}" stroke="{SOFT}"/>')
            parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{SOFT}"/>')
    for point, (x, y) in zip(points, places, strict=True):
        parts.append(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{RADIUS:g}" fill="#ffffff" stroke="{GREEN}" stroke-width="2"/>'
        )
        parts.append(words(x, y + TEXT * 0.36, str(point["number"]), bold=True, anchor="middle"))
    return svg(bottom + 50, parts)


def _spread(point: dict, x: float, y: float) -> list[str]:
    """Thin lines over the range of the answers, where they differ."""
    found = []
    low, high = point.get("effort_range") or (point["effort"],) * 2
    if low != high:
        found.append((_x(low), y, _x(high), y))
    low, high = point.get("impact_range") or (point["impact"],) * 2
    if low != high:
        found.append((x, _y(low), x, _y(high)))
    return [
        f'<line x1="{a:.1f}" y1="{b:.1f}" x2="{c:.1f}" y2="{d:.1f}" stroke="{SOFT}" stroke-dasharray="2 3"/>'
        for a, b, c, d in found
    ]
