"""Text as WordprocessingML: the one filter that every string passes, runs, paragraphs, right to left."""

from __future__ import annotations

import re
import unicodedata
from xml.sax.saxutils import escape, quoteattr

NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
LINE_OR_TAB = re.compile("(\r\n|\r|\n|\t)")
MAYBE_RTL = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
RTL = {"R", "AL"}
GAP = re.compile(r"\[invullen[^\]<>\"]*\]")
_TEXT, _ENDS = '<w:t xml:space="preserve">', "</w:t></w:r>"


def clean(text: str) -> str:
    """The text without what XML 1.0 cannot hold: control characters, lone surrogates, U+FFFE, U+FFFF."""
    return NOT_XML.sub("", text)


def attribute(text: str) -> str:
    """The text as a quoted XML attribute value, on one line."""
    return quoteattr(" ".join(clean(text).split()))


def starts_rtl(text: str) -> bool:
    """True when the first letter with a direction of its own reads from right to left."""
    if not MAYBE_RTL.search(text):
        return False
    for char in text:
        direction = unicodedata.bidirectional(char)
        if direction == "L":
            return False
        if direction in RTL:
            return True
    return False


def _pieces(text: str) -> list[tuple[str, bool]]:
    """The text cut where its direction changes: (piece, right to left?); spaces and digits go with what is before."""
    if not MAYBE_RTL.search(text):
        return [(text, False)]
    pieces: list[tuple[str, bool]] = []
    start, now = 0, starts_rtl(text)
    for index, char in enumerate(text):
        direction = unicodedata.bidirectional(char)
        if direction == "L" or direction in RTL:
            turned = direction in RTL
            if turned != now and index > start:
                pieces.append((text[start:index], now))
                start = index
            now = turned
    pieces.append((text[start:], now))
    return pieces


def _content(text: str) -> str:
    """What stands inside one run: text, and a real tab or line break where the string has one."""
    parts = []
    for part in LINE_OR_TAB.split(text):
        if part == "\t":
            parts.append("<w:tab/>")
        elif part in ("\n", "\r", "\r\n"):
            parts.append("<w:br/>")
        elif part:
            parts.append(f"{_TEXT}{escape(part)}</w:t>")
    return "".join(parts)


def runs(text: str, properties: str = "") -> str:
    """The string as runs; `properties` is the inside of each run's w:rPr."""
    text = clean(text)
    if not text:
        return ""
    found = []
    for piece, rtl in _pieces(text):
        inside = properties + ("<w:rtl/>" if rtl else "")
        found.append(f"<w:r>{f'<w:rPr>{inside}</w:rPr>' if inside else ''}{_content(piece)}</w:r>")
    return "".join(found)


def marked(content: str) -> str:
    """Ready paragraphs and tables, with every gap to fill in ([invullen: ...]) in the style for gaps."""
    return GAP.sub(f'{_ENDS}<w:r><w:rPr><w:rStyle w:val="Gap"/></w:rPr>{_TEXT}\\g<0>{_ENDS}<w:r>{_TEXT}', content)


def paragraph(
    style: str,
    content: str,
    *,
    keep_next: bool = False,
    new_page: bool = False,
    list_id: int = 0,
    rtl: bool = False,
    before: int = 0,
    after: int = 0,
    align: str = "",
) -> str:
    """One paragraph around ready runs. The order of the properties is the schema's: Word refuses another.

    `before` and `after`, in twentieths of a point, replace the room that the style gives.
    """
    marks = [f'<w:pStyle w:val="{style}"/>']
    if keep_next:
        marks.append("<w:keepNext/>")
    if new_page:
        marks.append("<w:pageBreakBefore/>")
    if list_id:
        marks.append(f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{list_id}"/></w:numPr>')
    if rtl:
        marks.append("<w:bidi/>")
    if before or after:
        room = (f' w:before="{before}"' if before else "") + (f' w:after="{after}"' if after else "")
        marks.append(f"<w:spacing{room}/>")
    if align:
        marks.append(f'<w:jc w:val="{align}"/>')
    return f"<w:p><w:pPr>{''.join(marks)}</w:pPr>{content}</w:p>"


def line(style: str, text: str, **marks: object) -> str:
    """One paragraph of plain text, turned to read from right to left when its first letter does."""
    return paragraph(style, runs(text), rtl=starts_rtl(text), **marks)  # type: ignore[arg-type]
