"""The scribe's one public face: `write` turns the blocks of a report into the bytes of a Word document."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import pairwise

from docx.oxml.parser import parse_xml

from facilitator.chain.paper import Block, Bullets, Contents, Heading, Numbers, PageBreak, Picture, Quote, Table, Text
from facilitator.report import logo, styles
from facilitator.report.look import OURS, Look
from facilitator.report.package import blank_document, packed, section, set_edges, set_properties
from facilitator.report.pictures import drawing, png, size_cm
from facilitator.report.runs import clean, line, marked, paragraph, runs, starts_rtl
from facilitator.report.tables import table_xml

TEXT_STYLES = {"body": "BodyText", "lead": "Lead", "small": "Small"}
OWN_ROOM = {"Caption", "Quote"}
AFTER_TABLE, AFTER_LIST = 180, 140  # twentieths of a point
TURNS = "Verder op de volgende bladzijde."  # under a table, before a page that is turned; also within a chapter
DEEPEST = 5
CONTENTS, TURN = "\0contents", "\0turn"  # places kept between the parts until all of them are known
IN_CONTENTS = 2  # levels
FEWEST_IN_CONTENTS = 4  # a shorter report needs no list of what is in it


class Scribe:
    """Writes block after block and remembers what the next one needs: a page break, the last heading, the counts."""

    def __init__(self, title: str, wide: bool = False, look: Look = OURS) -> None:
        self.look = look
        self.document = blank_document(look)
        self.parts: list[str] = []
        self.contents: list[tuple[int, str, str]] = []  # level, bookmark, text
        self.heading, self.level = title, 0
        self.breaks: PageBreak | None = None
        self.wide = self.began_wide = wide
        self.headings = self.lists = self.pictures = 0

    def put(self, block: Block) -> None:
        """Write one block. Raises TypeError for what is no block, ValueError for a table or drawing that is none."""
        match block:
            case Heading(level, text):
                self._heading(level, text)
            case Text(text, style):
                self._line(TEXT_STYLES[style], text, block.keep)
            case Quote(text):
                self._line("Quote", text)
            case Bullets(items):
                self._list("ListBullet", items, styles.BULLETS)
            case Numbers(items):
                self._list("ListNumber", items, self._new_count())
            case Table():
                caption = block.caption if _visible(block.caption) else self.heading
                self._line("Caption", caption)
                across = styles.WIDE_WIDTH if self.wide else styles.TEXT_WIDTH
                self.parts.append(table_xml(block, caption, across, self.look.tint))
            case Picture():
                self._picture(block)
            case PageBreak():
                self.breaks = block
            case Contents():
                self.parts.append(CONTENTS)
                self.contents.clear()  # what stands before it has been read
            case _:
                raise TypeError(f"not a block of a report: {block!r}")

    def _line(self, style: str, text: str, keep: bool = False) -> None:
        if _visible(text):
            announces = keep or text.rstrip().endswith(":")  # such a line stays with what it announces
            self.parts.append(line(style, text, keep_next=announces, new_page=self._breaks(), before=self._room(style)))

    def _room(self, style: str) -> int:
        """Air between a table and the text under it; headings and captions have their own."""
        return AFTER_TABLE if style not in OWN_ROOM and self.parts and self.parts[-1].endswith("</w:tbl>") else 0

    def _breaks(self) -> bool:
        """Whether the paragraph to be written now starts a page; asked once per break. Turned pages are a section."""
        asked, self.breaks = self.breaks, None
        if asked is None:
            return False
        if asked.wide == self.wide:
            return bool(self.parts)
        if self.parts and self.parts[-1].endswith("</w:tbl>"):  # a section ends in a paragraph, and none may be empty
            self.parts.append(line("Small", TURNS, before=AFTER_TABLE))
        self.parts.append(TURN)
        self.wide = asked.wide
        return False

    def _heading(self, level: int, text: str) -> None:
        if not _visible(text):
            return
        breaks = self._breaks()
        self.level = max(1, min(level, self.level + 1, DEEPEST))  # none is ever skipped: a screen reader counts on it
        self.heading = text
        self.headings += 1
        mark = f"_Kop{self.headings}"
        if self.level <= IN_CONTENTS:
            self.contents.append((self.level, mark, text))
        start, end = (
            f'<w:bookmarkStart w:id="{self.headings}" w:name="{mark}"/>',
            f'<w:bookmarkEnd w:id="{self.headings}"/>',
        )
        marked = f"{start}{runs(text)}{end}"
        self.parts.append(paragraph(f"Heading{self.level}", marked, new_page=breaks, rtl=starts_rtl(text)))

    def _list(self, style: str, items: Iterable[str], list_id: int) -> None:
        shown = [text for text in items if _visible(text)]
        for number, text in enumerate(shown, 1):
            self.parts.append(
                line(
                    style,
                    text,
                    list_id=list_id,
                    keep_next=number == 1 < len(shown),  # a page never ends on the first of a list
                    new_page=self._breaks(),
                    before=self._room(style),
                    after=AFTER_LIST if number == len(shown) else 0,
                )
            )

    def _new_count(self) -> int:
        self.lists += 1
        list_id = styles.NUMBERS + self.lists
        self.document.part.numbering_part.element.append(parse_xml(styles.new_count(list_id)))
        return list_id

    def _picture(self, picture: Picture) -> None:
        breaks = self._breaks()
        image = png(self.look.painted(picture.svg), picture.width_cm)
        size = size_cm(image, picture.width_cm, self.wide)
        relation, _ = self.document.part.get_or_add_image(io.BytesIO(image))
        self.pictures += 1
        inside = drawing(relation, self.pictures, picture.alt, self.heading, size)
        self.parts.append(paragraph("Figure", inside, new_page=breaks))

    def logo(self) -> list[str]:
        """The logo above the title, when this look has one."""
        if not self.look.logo:
            return []
        relation, _ = self.document.part.get_or_add_image(io.BytesIO(self.look.logo))
        self.pictures += 1
        said = logo.named(self.look.whose)
        inside = drawing(relation, self.pictures, said, "Logo", size_cm(self.look.logo, logo.on_paper(self.look.logo)))
        return [paragraph("Figure", inside)]

    def list_of_contents(self) -> list[str]:
        """Links to the chapters, and under each, on one line, to its parts.

        Our own links, not a field: Word asks a question before it fills a field.
        """
        if len(self.contents) < FEWEST_IN_CONTENTS:
            return []
        found = [line("TOCHeading", "Inhoud")]
        below: list[str] = []
        for level, mark, text in [*self.contents, (1, "", "")]:
            link = f'<w:hyperlink w:anchor="{mark}" w:history="1">{runs(text, _LINK)}</w:hyperlink>'
            if level > 1:
                below.append(link)
                continue
            if below:
                found.append(paragraph("TOC2", runs("  ·  ").join(below)))
                below = []
            if mark:
                found.append(paragraph("TOC1", link, rtl=starts_rtl(text)))
        return found


_LINK = '<w:rStyle w:val="Hyperlink"/>'


def _visible(text: str) -> bool:
    """Whether anything of the text stays on paper: no paragraph is ever empty."""
    return bool(clean(text).strip())


def _front(title: str, cover: Sequence[str]) -> list[str]:
    """Title, then the lines of the cover: the first large, a thin rule under the last."""
    lines = [text for text in cover if _visible(text)]
    found = [line("Title", title)]
    if lines:
        found.append(line("Subtitle", lines[0]))
    found += [line("CoverLine", text) for text in lines[1:-1]]
    found += [line("CoverLast", text) for text in lines[1:][-1:]]
    return found


def announced(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, with each line before a picture on one page with it."""
    for block, after in pairwise([*blocks, None]):
        yield replace(block, keep=True) if isinstance(block, Text) and isinstance(after, Picture) else block


def write(
    blocks: Iterable[Block],
    *,
    title: str,
    subject: str = "",
    cover: Sequence[str] = (),
    created: datetime | None = None,
    contents: bool = True,
    wide: bool = False,
    gaps: bool = False,
    look: Look = OURS,
) -> bytes:
    """A .docx of the blocks under a modest cover, with a list of links to its chapters when there are enough of them.

    `title` heads the first page and stands above the others; `cover` holds the lines under it (keten, meeting, date,
    place), the first a little larger. `created` is the only time in the file (without a zone it counts as UTC); without
    it the file has none. `look` is the house style. With `wide` the first page already lies on its side, with
    `gaps` what is [invullen] stands out. The same arguments give the same bytes. Strings may hold anything: what XML
    cannot is left out, the rest is untouched. Raises ValueError for a table whose rows do not fit its header.
    """
    if not _visible(title):
        raise ValueError("a report needs a title")
    scribe = Scribe(title, wide, look)
    for block in announced(blocks):
        scribe.put(block)
    set_properties(scribe.document, title, subject, created)
    set_edges(scribe.document, title)
    parts = scribe.logo() + _front(title, cover) + ([] if CONTENTS in scribe.parts else [CONTENTS]) + scribe.parts
    text = _bound(scribe, parts, scribe.list_of_contents() if contents else [])
    return packed(scribe.document, marked(text) if gaps else text)


def _bound(scribe: Scribe, parts: list[str], contents: list[str]) -> str:
    """All parts in one string: the list of contents in its place, and each section closed in its last paragraph."""
    found: list[str] = []
    first, wide = True, scribe.began_wide
    for part in parts:
        if part == CONTENTS:
            found += contents
        elif part == TURN:
            head, mark, tail = found[-1].partition("</w:pPr>")
            found[-1] = f"{head}{section(scribe.document, first, wide)}{mark}{tail}"
            first, wide = False, not wide
        else:
            found.append(part)
    return "".join(found) + section(scribe.document, first, wide)
