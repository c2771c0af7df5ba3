"""A sheet as .csv for Dutch spreadsheets: semicolons, UTF-8 with its mark, and no cell that becomes a formula.

A text that a spreadsheet might calculate with gets one apostrophe in front; so does one that has an apostrophe there
already. Whoever takes one leading apostrophe off has every text back as it was.
"""

from __future__ import annotations

import csv
import io
import unicodedata

from facilitator.luggage.sheets import Sheet

BEGINNINGS = frozenset("=+-@＝＋－＠−\t\r\n'")  # full-width signs count as the plain ones in some spreadsheets


def write(sheet: Sheet) -> bytes:
    """The whole sheet, with its heading."""
    out = io.StringIO(newline="")
    rows = csv.writer(out, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    rows.writerow(sheet.header)
    rows.writerows([[safe(cell) for cell in row] for row in sheet.rows])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def safe(cell: str | int) -> str:
    """The text, with an apostrophe in front when it could be read as something to calculate."""
    text = str(cell)
    return f"'{text}" if text[:1] in BEGINNINGS or first_seen(text) in BEGINNINGS else text


def first_seen(text: str) -> str:
    """The first character that is not a space and not invisible: a spreadsheet may skip those; "" when none is."""
    for one in text:
        if not one.isspace() and unicodedata.category(one) not in ("Cf", "Mn", "Cn"):
            return one
    return ""
