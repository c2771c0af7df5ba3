"""A Word report read back as text: lines outside tables, and the cells of every row of every table."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LARGEST = 64 * 1024 * 1024  # bytes of one part
CHANGING = (
    (re.compile(r"Stand van \d{1,2} \w+ \d{4}"), "Stand van <dag>"),
    (re.compile(r"\b\d{1,2}[:.]\d{2} uur\b"), "<tijd>"),
    (re.compile(r"\b\d{4} ?\d{4}\b"), "<code>"),
)


@dataclass(frozen=True)
class Paper:
    """`lines` are paragraphs outside tables, `rows` the cells of each table row, `parts` all of it in order."""

    lines: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    parts: list[str | list[str]] = field(default_factory=list)

    def count(self, text: str) -> int:
        """In how many lines and cells this text stands."""
        return sum(text in line for line in self.lines) + sum(text in cell for row in self.rows for cell in row)

    def content(self) -> list[str | list[str]]:
        """Everything in order, without what differs between two runs of the same rehearsal: times and codes."""
        return [
            unchanging(part) if isinstance(part, str) else [unchanging(cell) for cell in part] for part in self.parts
        ]

    def until(self, heading: str) -> Paper:
        """What stands above the last line that reads `heading`; everything when there is none."""
        at = max((place for place, part in enumerate(self.parts) if part == heading), default=len(self.parts))
        return gathered(self.parts[:at])


def gathered(parts: list[str | list[str]]) -> Paper:
    lines = [part for part in parts if isinstance(part, str)]
    return Paper(lines, [part for part in parts if not isinstance(part, str)], parts)


def unchanging(text: str) -> str:
    for pattern, instead in CHANGING:
        text = pattern.sub(instead, text)
    return text


def read(report: bytes) -> Paper:
    """The text of a .docx. Raises ValueError when it is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(report)) as archive:
            part = archive.getinfo("word/document.xml")
            if part.file_size > LARGEST:
                raise ValueError("the document is too large")
            body = ElementTree.fromstring(archive.read(part))[0]  # noqa: S314 - our own house wrote it
    except (zipfile.BadZipFile, KeyError, ElementTree.ParseError, IndexError) as fault:
        raise ValueError(f"not a Word document: {fault}") from None
    return gathered(list(blocks(body)))


def blocks(body: ElementTree.Element) -> Iterator[str | list[str]]:
    for block in body:
        if block.tag == WORD + "p":
            text = told(block)
            if text.strip():
                yield text
        elif block.tag == WORD + "tbl":
            for row in block.iter(WORD + "tr"):
                cells = row.findall(WORD + "tc")
                yield ["\n".join(told(line) for line in cell.findall(WORD + "p")) for cell in cells]


def told(paragraph: ElementTree.Element) -> str:
    """The text of one paragraph, with its line ends and tabs."""
    signs = {WORD + "tab": "\t", WORD + "br": "\n"}
    pieces = []
    for run in paragraph.iter(WORD + "r"):
        for piece in run:
            pieces.append(piece.text or "" if piece.tag == WORD + "t" else signs.get(piece.tag, ""))
    return "".join(pieces)
