"""Small pictures of how a step went, as SVG text: time, who wrote, when notes came in, how long they were.

Each has one sentence beside it that says the same (`said`), so a picture holds hardly a word.
"""

from __future__ import annotations

from facilitator.chain.figures import GREEN, INK, LINE, PAPER, SOFT, TEXT, TINT, WIDTH, svg, words, wrapped

SMALL = 320  # px wide: two beside each other on a page
MOST_DOTS, IN_ROW = 60, 20
LENGTHS = ("1 tot 5", "6 tot 10", "11 tot 20", "meer")
LABEL, BAR, MARK = 236.0, 250.0, 130.0  # where a label ends, where its bars begin, how much room their figures get


def beside(lines: list[tuple[str, int, int]]) -> str:
    """Per step what was planned (light) above what it took (dark), in minutes: (title, planned, real)."""
    most = max([1, *(max(planned, real) for _, planned, real in lines)])
    room, y, parts = WIDTH - BAR - MARK, 2.0, []
    for title, planned, real in lines:
        labels = wrapped(title, LABEL, most=2)
        tall = max(30.0, len(labels) * TEXT * 1.3)
        middle = y + tall / 2
        first = middle - (len(labels) - 1) * TEXT * 0.65 + TEXT * 0.36
        parts += [words(LABEL, first + at * TEXT * 1.3, text, anchor="end") for at, text in enumerate(labels)]
        for value, top, look in (
            (planned, middle - 12, f'fill="{TINT}" stroke="{GREEN}"'),
            (real, middle + 1, f'fill="{GREEN}"'),
        ):
            long = room * value / most
            if long:
                parts.append(f'<rect x="{BAR:g}" y="{top:.1f}" width="{long:.1f}" height="11" rx="2" {look}/>')
        end = BAR + room * max(planned, real) / most + 8
        parts.append(words(end, middle + TEXT * 0.36, f"{planned}, werd {real} min", bold=True))
        y += tall + 12
    return svg(y, parts)


def share(some: int, all_: int) -> str:
    """A dot for each of `all_`, as many filled as did it; with very many one bar."""
    if all_ > MOST_DOTS:
        long = (SMALL - 4) * some / all_
        edge = f'<rect x="2" y="2" width="{SMALL - 4}" height="20" rx="4" fill="{PAPER}" stroke="{GREEN}"/>'
        return svg(24, [edge, f'<rect x="2" y="2" width="{long:.1f}" height="20" rx="4" fill="{GREEN}"/>'], SMALL)
    parts = []
    for number in range(all_):
        x, y = 8 + 16 * (number % IN_ROW), 8 + 16 * (number // IN_ROW)
        parts.append(f'<circle cx="{x}" cy="{y}" r="6" fill="{GREEN if number < some else PAPER}" stroke="{GREEN}"/>')
    return svg(16 * ((all_ - 1) // IN_ROW + 1), parts, SMALL)


def pulse(counts: list[int], since: float, until: float, spent: float) -> str:
    """A bar for each minute of a step; the longest stretch without anything new has a light ground."""
    tall, base, most = 54.0, 62.0, max([1, *counts])
    minute = SMALL / max(1.0, spent / 60)
    ground = f'height="{tall + 4:g}" fill="{PAPER}" stroke="{LINE}"'
    parts = [f'<rect x="{minute * since / 60:.1f}" y="4" width="{minute * (until - since) / 60:.1f}" {ground}/>']
    for number, often in enumerate(counts):
        if often:
            wide, high = max(1.5, min(minute, SMALL - number * minute) * 0.8), tall * often / most
            bar = f'width="{wide:.1f}" height="{high:.1f}" fill="{GREEN}"'
            parts.append(f'<rect x="{number * minute:.1f}" y="{base - high:.1f}" {bar}/>')
    parts.append(f'<line x1="0" y1="{base:g}" x2="{SMALL}" y2="{base:g}" stroke="{SOFT}" stroke-width="1.5"/>')
    parts.append(words(2, base + 16, "0", size=12, color=SOFT))
    parts.append(words(SMALL, base + 16, f"{round(spent / 60)} min", size=12, color=SOFT, anchor="end"))
    return svg(base + 20, parts, SMALL)


def lengths(counts: list[int]) -> str:
    """How many notes have so many words: four bars with their number on top."""
    wide, tall, base, most = SMALL / len(counts), 44.0, 62.0, max([1, *counts])
    parts = []
    for number, (often, name) in enumerate(zip(counts, LENGTHS, strict=True)):
        x, high = wide * (number + 0.5), tall * often / most
        if often:
            bar = f'width="{wide * 0.6:.1f}" height="{high:.1f}" rx="2" fill="{GREEN}"'
            parts.append(f'<rect x="{x - wide * 0.3:.1f}" y="{base - high:.1f}" {bar}/>')
        parts.append(words(x, base - high - 4, str(often), size=12, color=INK, anchor="middle"))
        parts.append(words(x, base + 16, name, size=12, color=SOFT, anchor="middle"))
    parts.append(f'<line x1="0" y1="{base:g}" x2="{SMALL}" y2="{base:g}" stroke="{SOFT}" stroke-width="1.5"/>')
    return svg(base + 20, parts, SMALL)
