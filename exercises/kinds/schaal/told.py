"""The section of the report: a picture, a table with the middle and how far people were together, the year before."""

from __future__ import annotations

from dataclasses import replace
from math import ceil, floor
from typing import Any

from exercises.kinds.schaal.outcome import LEAST, scale_of, statements
from exercises.kinds.schaal.words import WORDS, mark, marks, when
from facilitator.chain import figures
from facilitator.chain.cards import few as people
from facilitator.chain.kind import Page
from facilitator.chain.model import Entity
from facilitator.chain.paper import Block, Heading, Picture, Table, Text

IN_SHORT = (0, 1, 3)  # columns of the table that the short version has


def told(step: Entity, page: Page) -> list[Block]:
    """What the room said of each statement, as far as it may be told."""
    if not statements(step):
        return [Text(WORDS["empty"])]
    rows = step["state"].get("rows")
    settings = step["settings"]
    ends = {"low": settings.get("low", WORDS["low"]), "high": settings.get("high", WORDS["high"])}
    opening = f"{WORDS['scale'].format(scale=scale_of(step), **ends)} {turnout(step, page)}"
    if rows is None:
        return [Text(f"{opening} {WORDS['sealed']}"), *asked(step)]
    if not step["revealed"]:
        opening += f" {WORDS['never_shown']}"
    drawn = [(prompt["text"], rows[prompt["id"]]) for prompt in statements(step) if "marks" in rows[prompt["id"]]]
    found: list[Block] = [Text(opening)]
    if drawn:
        svg = figures.spreads([(text, row["marks"], row["median"]) for text, row in drawn])
        found += [Picture(svg, WORDS["picture"], 16.0), Text(WORDS["reading"], "small")]
    return [*found, table(step, rows, page), *compared(step, rows)]


def gist(step: Entity, page: Page) -> list[Block]:
    """The middles alone, and whether the room agreed, once it saw them."""
    rows = step["state"].get("rows")
    if not (rows and step["revealed"] and statements(step)):
        return []
    whole = table(step, rows, replace(page, full=False))
    short = [[cells[column] for column in IN_SHORT] for cells in [whole.header, *whole.rows]]
    return [Table(short[0], short[1:], [6.6, 1.3, 4.6], WORDS["gist"].format(scale=scale_of(step)))]


def spread(rows: list[dict[str, Any]]) -> list[Block]:
    """For who led the meeting: each statement with its marks, and about which the room differed most."""
    svg = figures.spreads([(row["text"], row["marks"], row["median"]) for row in rows])
    apart = [row["text"] for row in rows if row["level"] in ("verdeeld", "twee")]
    one = "_one" if len(rows) == 1 else ""
    text = WORDS[("apart" if apart else "together") + one].format(n=len(apart), all=len(rows))
    if apart and not one:
        text += " " + WORDS["apart_which"].format(names="; ".join(f"“{one}”" for one in apart))
    return [Picture(svg, WORDS["picture"], 16.0), Text(text)]


def turnout(step: Entity, page: Page) -> str:
    """How many answered, and how many of those on paper."""
    tally = page.entities.get(f"{step['id']}.tally", {})
    voters, paper = tally.get("voters", 0), tally.get("paper", 0)
    said = WORDS["given_one" if voters == 1 else "given"].format(people=people(voters)) if voters else WORDS["nobody"]
    return f"{said} {WORDS['paper_one' if paper == 1 else 'paper'].format(n=paper)}" if paper else said


def asked(step: Entity) -> list[Block]:
    """The statements alone, while what was said of them is secret."""
    return [Table([WORDS["header"][0]], [[prompt["text"]] for prompt in statements(step)])]


def table(step: Entity, rows: dict[str, dict[str, Any]], page: Page) -> Table:
    """One row per statement; the full report has every mark."""
    lines = []
    for prompt in statements(step):
        row = rows[prompt["id"]]
        if "marks" not in row:
            cells = [prompt["text"], "–", "–", WORDS["few"].format(least=LEAST)]
            lines.append([*cells, "–"] if page.full else cells)
            continue
        low, high = floor(row["range"][0]), ceil(row["range"][1])
        between = str(low) if low == high else f"{low} tot {high}"
        cells = [prompt["text"], mark(row["median"]), between, WORDS[row["level"]]]
        lines.append([*cells, marks(row["marks"])] if page.full else cells)
    if page.full:
        return Table(WORDS["header_full"], lines, [4.4, 1.3, 1.6, 2.4, 3.0], WORDS["table"])
    return Table(WORDS["header"], lines, [6.0, 1.3, 1.8, 3.0], WORDS["table"])


def compared(step: Entity, rows: dict[str, dict[str, Any]]) -> list[Block]:
    """The same statements in the meeting before, where there was one."""
    lines = []
    for prompt in statements(step):
        row = rows[prompt["id"]]
        if "earlier" not in row or "median" not in row:
            continue
        then = row["earlier"]
        said = {"median": mark(then["median"]), "level": WORDS[then["level"]], "when": when(then["date"])}
        now = WORDS["now"].format(median=mark(row["median"]), level=WORDS[row["level"]])
        lines.append([prompt["text"], WORDS["then"].format(**said), now])
    if not lines:
        return []
    return [Heading(4, WORDS["compared"]), Table(WORDS["header_compared"], lines, [4.0, 3.0, 3.0], WORDS["compared"])]
