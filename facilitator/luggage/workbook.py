"""Sheets as .xlsx: every text is a text, whatever it begins with; days are real days; headings repeat on paper."""

from __future__ import annotations

import io
from typing import Any

import xlsxwriter

from facilitator.luggage.packed import Packed, day
from facilitator.luggage.sheets import Sheet

NEVER = {"strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
LONGEST = 32_767  # characters that fit in a cell
DAYS = {"Voor wanneer"}
LETTERS = {"font_name": "Calibri", "font_size": 11, "valign": "top", "text_wrap": True}
HEAD = {**LETTERS, "bold": True, "font_color": "#FFFFFF", "bg_color": "#0B5351", "valign": "vcenter"}


def write(packed: Packed, sheets: list[Sheet]) -> bytes:
    """One workbook with these sheets."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, **NEVER})
    about = "Met de namen van wie iets schreef." if packed.names else "Zonder de namen van wie iets schreef."
    book.set_properties(
        {
            "title": f"{' en '.join(sheet.title.lower() for sheet in sheets).capitalize()} van {packed.name}",
            "subject": packed.name,
            "comments": about,
            "created": packed.moment.replace(tzinfo=None),
        }
    )
    styles = {
        "head": book.add_format(HEAD),
        "text": book.add_format({**LETTERS, "num_format": "@"}),
        "number": book.add_format({**LETTERS, "align": "right"}),
        "day": book.add_format({**LETTERS, "num_format": "d-m-yyyy", "align": "left"}),
    }
    for sheet in sheets:
        fill(book.add_worksheet(sheet.title), sheet, styles)
    book.close()
    return out.getvalue()


def fill(page: Any, sheet: Sheet, styles: dict[str, Any]) -> None:
    """The rows as a real table with a heading, and how it stands on paper."""
    for at, (heading, width) in enumerate(sheet.columns):
        page.set_column(at, at, width, styles["day" if heading in DAYS else "text"])
    last = max(len(sheet.rows), 1)
    columns = [{"header": heading, "header_format": styles["head"]} for heading in sheet.header]
    page.add_table(
        0,
        0,
        last,
        len(columns) - 1,
        {"name": sheet.title, "columns": columns, "style": "Table Style Light 1", "autofilter": True},
    )
    page.set_row(0, 24)
    for down, row in enumerate(sheet.rows, 1):
        for across, cell in enumerate(row):
            put(page, down, across, cell, styles, sheet.header[across] in DAYS)
    page.freeze_panes(1, 1)
    page.repeat_rows(0)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.set_footer("&L&A&RBladzijde &P van &N")


def put(page: Any, down: int, across: int, cell: str | int, styles: dict[str, Any], is_day: bool) -> None:
    """A number, a day, or a text that stays a text."""
    when = day(cell) if is_day and isinstance(cell, str) else None
    if isinstance(cell, int):
        page.write_number(down, across, cell, styles["number"])
    elif when is not None and when.year >= 1900:
        page.write_datetime(down, across, when, styles["day"])
    elif cell:
        page.write_string(down, across, cell if len(cell) <= LONGEST else cell[: LONGEST - 1] + "…", styles["text"])
