"""A written document, opened again three ways: python-docx, the zip file, and the XML of each part."""

from __future__ import annotations

import io
import zipfile
from functools import cached_property

import docx
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NAMES = {
    "w": W[1:-1],
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
}


class Opened:
    """What is in the bytes of a .docx file."""

    def __init__(self, data: bytes) -> None:
        self.document = docx.Document(io.BytesIO(data))
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            assert archive.testzip() is None
            self.entries = archive.infolist()
            self.files = {name: archive.read(name) for name in archive.namelist()}

    @cached_property
    def written(self) -> list[tuple[str, str]]:
        """The paragraphs outside tables, in order: (style id, text)."""
        return [(line._p.style, line.text) for line in self.document.paragraphs]

    def xml(self, name: str = "word/document.xml") -> etree._Element:
        return etree.fromstring(self.files[name])

    def parts(self) -> dict[str, etree._Element]:
        """Every XML part by name."""
        return {name: self.xml(name) for name in self.files if name.endswith((".xml", ".rels"))}

    def find(self, path: str, name: str = "word/document.xml") -> list:
        """XPath in one part."""
        return self.xml(name).xpath(path, namespaces=NAMES)

    def lines(self, *styles: str) -> list[str]:
        """The text of the paragraphs outside tables that have one of these style ids, in order."""
        return [text for style, text in self.written if style in styles]

    def outline(self) -> list[tuple[int, str]]:
        """The headings: (level, text)."""
        return [(int(style[-1]), text) for style, text in self.written if style.startswith("Heading")]

    def cells(self, table: int = 0) -> list[list[str]]:
        """The text of one table, header row first."""
        return [[cell.text for cell in row.cells] for row in self.document.tables[table].rows]
