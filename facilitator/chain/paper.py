"""The building material of a report: plain blocks that a kind returns and the scribe turns into Word."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Heading:
    """A heading; `level` 1 is a chapter, 5 the smallest."""

    level: int
    text: str


@dataclass(frozen=True)
class Text:
    """One paragraph; `style` is body, lead (larger, opening) or small (remarks and sources).

    With `keep` it stands on one page with what follows it.
    """

    text: str
    style: str = "body"
    keep: bool = False


@dataclass(frozen=True)
class Bullets:
    """A list with bullets, in the order given."""

    items: list[str]


@dataclass(frozen=True)
class Numbers:
    """A numbered list that starts at 1."""

    items: list[str]


@dataclass(frozen=True)
class Table:
    """A table with one header row; `widths` are relative, one per column; `caption` says what it holds.

    With `room` it is one to write in: every row at least so many centimetres high, with lines around each cell.
    """

    header: list[str]
    rows: list[list[str]]
    widths: list[float] = field(default_factory=list)
    caption: str = ""
    room: float = 0.0


@dataclass(frozen=True)
class Picture:
    """A drawing as SVG text, with the alternative text that tells its gist, `width_cm` wide on paper."""

    svg: str
    alt: str
    width_cm: float = 16.0


@dataclass(frozen=True)
class Quote:
    """Somebody's own words, set apart."""

    text: str


@dataclass(frozen=True)
class PageBreak:
    """What follows starts on a new page; pages that are `wide` lie on their side, for tables with many columns."""

    wide: bool = False


@dataclass(frozen=True)
class Contents:
    """The list of what is in the report stands here, and not under the cover."""


Block = Heading | Text | Bullets | Numbers | Table | Picture | Quote | PageBreak | Contents
