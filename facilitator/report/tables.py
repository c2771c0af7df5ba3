"""A table as WordprocessingML, written as text: a thousand rows the plain python-docx way take seconds."""

from __future__ import annotations

import re

from facilitator.chain.figures import text_width
from facilitator.chain.paper import Table
from facilitator.report.runs import attribute, line
from facilitator.report.styles import TEXT_WIDTH, TINT

FIGURE = re.compile(r"(?:[\d.,%×–-]{1,7}|\d{1,3}[a-z]{1,2})$")  # the parts of action 12 are 12a, 12b
MANY_COLUMNS = 6  # from here on the letters are a little smaller
WHOLE_WORDS = (
    26,
    22,
    20,
    18,
    16,
    14,
    12,
    10,
)  # characters: words up to this length stay whole; the first that leaves room is taken
AT_MOST_FIXED = 0.95  # of the text's width may go to whole words, the rest follows the widths that were asked
BREAKS = re.compile(r"[\s/–-]+")
KEPT_WHOLE = 4  # rows: a table this short stays on one page
POINTS, POINTS_TIGHT = 9.5, 9.0
ROOM = 200  # twentieths of a point: the empty sides of a cell
PER_CM = 567  # twentieths of a point


def _guessed_widths(table: Table) -> list[float]:
    """Widths from what stands in the columns: more for longer text, with a limit."""
    columns = zip(table.header, *table.rows, strict=True)
    return [max(min(sum(len(cell) for cell in column) / len(column), 60.0), 5.0) for column in columns]


def _word_width(word: str, points: float, bold: bool = False) -> float:
    """In points; short words get room for the wider font of a machine that has not ours."""
    return text_width(word, points, bold) * (1.12 if len(word) <= 10 else 1.0)


def _least_widths(table: Table, points: float, across: int) -> list[int]:
    """Per column the width at which its ordinary words are not broken; nothing when there is no room for that."""
    words = [{word for cell in column for word in BREAKS.split(cell)} for column in zip(*table.rows, strict=True)] or [
        set()
    ] * len(table.header)
    heads = [max(_word_width(word, points, bold=True) for word in BREAKS.split(head)) for head in table.header]
    for longest in WHOLE_WORDS:
        found = [
            round(20 * max([head, *(_word_width(word, points) for word in column if len(word) <= longest)])) + ROOM
            for head, column in zip(heads, words, strict=True)
        ]
        if sum(found) <= AT_MOST_FIXED * across:
            return found
    return [0] * len(table.header)


def column_widths(table: Table, across: int = TEXT_WIDTH) -> list[int]:
    """The width of each column in twentieths of a point; together exactly the width of the text, `across`.

    The relative widths are followed, but no column breaks its ordinary words while another has room.
    """
    wanted = list(table.widths) or _guessed_widths(table)
    if len(wanted) != len(table.header) or min(wanted) <= 0:
        raise ValueError(f"table {table.caption!r}: {len(table.header)} columns, widths {table.widths}")
    least = _least_widths(table, POINTS_TIGHT if _tight(table, across) else POINTS, across)
    fixed: set[int] = set()
    while True:
        left = across - sum(least[index] for index in fixed)
        shares = sum(width for index, width in enumerate(wanted) if index not in fixed)
        found = [least[index] if index in fixed else int(left * width / shares) for index, width in enumerate(wanted)]
        narrow = {index for index, width in enumerate(found) if width < least[index]}
        if not narrow:
            break
        fixed |= narrow
    widest = found.index(max(found))
    found[widest] += across - sum(found)
    return found


def _figure_columns(table: Table) -> list[bool]:
    """Which columns hold short figures only; those stand to the right."""
    return [
        any(row[index] for row in table.rows) and all(not row[index] or FIGURE.match(row[index]) for row in table.rows)
        for index in range(len(table.header))
    ]


def _tight(table: Table, across: int) -> bool:
    """Whether so many columns stand on a page upright that their letters have to be smaller."""
    return len(table.header) >= MANY_COLUMNS and across <= TEXT_WIDTH


def table_xml(table: Table, caption: str, across: int = TEXT_WIDTH, tint: str = TINT) -> str:
    """The w:tbl of a block, its head on a ground of `tint`.

    Raises ValueError when a row has not as many cells as the header, or there is no header.
    """
    columns = len(table.header)
    if not columns:
        raise ValueError(f"table {table.caption!r} has no header")
    for number, row in enumerate(table.rows, 1):
        if len(row) != columns:
            raise ValueError(f"table {table.caption!r}, row {number}: {len(row)} cells under {columns} headings")
    widths = column_widths(table, across)
    aligns = ["right" if figures else "" for figures in _figure_columns(table)]
    cell = "CellTight" if _tight(table, across) else "Cell"
    opens = [f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>' for width in widths]
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{tint}"/>'
    parts = [
        '<w:tbl><w:tblPr><w:tblStyle w:val="Table"/>'
        f'<w:tblW w:w="{across}" w:type="dxa"/>{_lines(table)}<w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" '
        'w:noHBand="1" w:noVBand="1"/>'
        f"<w:tblCaption w:val={attribute(caption)}/>"
        f"<w:tblDescription w:val={attribute(description(table))}/></w:tblPr><w:tblGrid>",
        *(f'<w:gridCol w:w="{width}"/>' for width in widths),
        "</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>",
    ]
    for text, width, align in zip(table.header, widths, aligns, strict=True):
        start = f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}<w:vAlign w:val="bottom"/></w:tcPr>'
        parts.append(f"{start}{line(f'{cell}Head', text, align=align)}</w:tc>")
    parts.append("</w:tr>")
    height = f'<w:trHeight w:val="{round(table.room * PER_CM)}" w:hRule="atLeast"/>' if table.room else ""
    for number, row in enumerate(table.rows, 1):
        together = number < len(table.rows) <= KEPT_WHOLE
        parts.append(f"<w:tr><w:trPr><w:cantSplit/>{height}</w:trPr>")
        parts += [
            f"{start}{line(cell, text, align=align, keep_next=together)}</w:tc>"
            for start, text, align in zip(opens, row, aligns, strict=True)
        ]
        parts.append("</w:tr>")
    parts.append("</w:tbl>")
    return "".join(parts)


def _lines(table: Table) -> str:
    """Around every cell of a table to write in, in the colour of Word's letters; the others have the style's."""
    if not table.room:
        return ""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    inside = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for side in sides)
    return f"<w:tblBorders>{inside}</w:tblBorders>"


def description(table: Table) -> str:
    """What a screen reader says of the table before it goes in."""
    rows = "1 rij" if len(table.rows) == 1 else f"{len(table.rows)} rijen"
    return f"Tabel met {rows}. Kolommen: {', '.join(table.header)}."
