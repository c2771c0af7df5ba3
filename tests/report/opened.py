"""A written document, opened again three ways: python-docx, the zip file, and the XML of each part."""

from __future__ import annotations

import io
import posixpath
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

# The schema's order of what may stand in each kind of properties: Word offers to repair a file with another order.
ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid "
    "vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em "
    "lang eastAsianLayout specVanish oMath",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
    "tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign",
}


class Opened:
    """What is in the bytes of a .docx file."""

    def __init__(self, data: bytes) -> None:
        self.document = docx.Document(io.BytesIO(data))
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            assert archive.testzip() is None
            self.entries = archive.infolist()
            self.files = {name: archive.read(name) for name in archive.namelist()}
        self.trees: dict[str, etree._Element] = {}

    @cached_property
    def written(self) -> list[tuple[str, str]]:
        """The paragraphs outside tables, in order: (style id, text)."""
        return [(line._p.style, line.text) for line in self.document.paragraphs]

    def xml(self, name: str = "word/document.xml") -> etree._Element:
        """One part, read once: nobody changes what is read."""
        if name not in self.trees:
            self.trees[name] = etree.fromstring(self.files[name])
        return self.trees[name]

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

    def out_of_order(self) -> list[tuple[str, str, list[str]]]:
        """(part, sort of properties, what is in them) wherever they do not stand as the schema orders them."""
        wrong = []
        for name, root in self.parts().items():
            for key, words in ORDERS.items():
                order = words.split()
                for element in root.iter(f"{W}{key}"):
                    places = [order.index(child.tag.removeprefix(W)) for child in element]
                    if places != sorted(places):
                        wrong.append((name, key, [child.tag for child in element]))
        return wrong

    def links(self, name: str) -> dict[str, str]:
        """What a part refers to, by the id of the reference: the name of the other part."""
        folder, _, file = name.rpartition("/")
        rels = f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels"
        if rels not in self.files:
            return {}
        return {one.get("Id"): posixpath.normpath(posixpath.join(folder, one.get("Target"))) for one in self.xml(rels)}
