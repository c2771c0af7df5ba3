"""Spreadsheets: the columns of form 4, texts that stay texts, and hostile texts that come out as they came in."""

from __future__ import annotations

import csv
import datetime
import io
import re
import zipfile
from pathlib import Path

import openpyxl
import pytest

from exercises.registry import KINDS
from facilitator.chain.text import blank, clean
from facilitator.luggage import commas, sheets, workbook
from facilitator.luggage.sheets import ACTIONS, Sheet
from tests.kinds.house import House, made
from tests.luggage import packing

NAUGHTY = (Path(__file__).parents[1] / "data" / "naughty-strings.txt").read_text("utf-8")
FORMULAS = [
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1+1",
    " =1+1",
    "\u200b=1+1",
    "＝1+1",
    "'=1+1",
    "'",
    '=HYPERLINK("x")',
]
LOOKALIKES = ["007", "1e3", "1-2", "_x0041_", "TRUE", "#N/A", "https://example.nl", "{=1}", "1,5", "a;b", 'een "twee"']
FORM_4 = ["Wat", "Wie", "Voor wanneer", "Status", "Bijzonderheden"]


def hostile() -> list[str]:
    """Every line of the list as the door lets it through, and what spreadsheets like to calculate with."""
    lines = [line for line in NAUGHTY.split("\n") if not line.startswith("#")]
    cleaned = dict.fromkeys(clean(line).strip()[:280] for line in [*lines, *FORMULAS, *LOOKALIKES])
    return [text for text in cleaned if not blank(text)]


@pytest.fixture(scope="module")
def house(tmp_path_factory) -> House:
    """A list of actions made of hostile notes; one action has a deadline and smaller steps."""
    kind = next(kind for kind in KINDS if kind.name == "acties")
    one = House(tmp_path_factory.mktemp("bladen"), made(kind))
    one.go(0)
    one.by(0, "note.post", step=one.steps[0], text="=1+1")
    note = one.by(1, "note.post", step=one.steps[0], text="@Els weet wie er mist")["ids"][0]
    one.do("cluster.make", step=one.steps[0], name="-Bereik", notes=[note])
    hidden = one.by(1, "note.post", step=one.steps[0], text="Niet voor de zaal")["ids"][0]
    one.do("note.hide", notes=[hidden], on=True)
    back = one.by(2, "note.post", step=one.steps[0], text="Toch maar niet")["ids"][0]
    one.by(2, "note.withdraw", note=back)
    one.go(1)
    for text in hostile():
        one.do("action.make", step=one.step, what=text, remarks=text, who=text[:200])
    first = one.do("action.make", step=one.step, what="Een belronde", who="Els", when="2027-01-15", sources=[note])
    one.do("action.edit", action=first["ids"][0], block=2, status="bezig")
    pieces = [{"what": "Lijst maken", "who": "Bo", "when": "2026-12-24"}, "Bellen"]
    made_of = one.do("action.split", action=first["ids"][0], parts=pieces)["ids"]
    one.by(0, "action.take", action=first["ids"][0])
    one.by(1, "action.take", action=made_of[1])
    one.by(0, "action.make", step=one.step, what="Alleen aangeboden")
    return one


def opened(body: bytes) -> list[list[object]]:
    page = openpyxl.load_workbook(io.BytesIO(body)).active
    return [[cell.value for cell in row] for row in page.iter_rows()]


def read_commas(body: bytes) -> list[list[str]]:
    """As somebody reads it who knows the rule: one leading apostrophe is not part of the text."""
    rows = csv.reader(io.StringIO(body.decode("utf-8-sig"), newline=""), delimiter=";")
    return [[cell.removeprefix("'") for cell in row] for row in rows]


def test_the_columns_are_those_of_form_4_and_what_the_list_knows_besides(house):
    header = opened(workbook.write(packing.packed(house.room), [sheets.actions(packing.packed(house.room))]))[0]
    assert header[:5] == FORM_4
    assert header == ["Wat", "Wie", "Voor wanneer", "Status", "Bijzonderheden", "Bouwsteen", "Prioriteit", "Waarom",
                      "Bijeenkomst", "Herkomst", "Pakt dit op", "Subactie van"]  # fmt: skip


def test_an_action_stands_in_its_row_with_everything(house):
    sheet = sheets.actions(packing.packed(house.room))
    row = next(row for row in sheet.rows if str(row[0]).startswith("Een belronde"))
    assert row[:6] == ["Een belronde", "Els", "2027-01-15", "bezig", "",
                       "2. Preventie en vroegsignalering"]  # fmt: skip
    mine = [one for one in sheet.rows if one[8] == row[8] and not one[11]]
    assert row[6] == len(mine), "without votes the order of writing"
    assert row[8] == "Start (2026-11-22)"
    assert row[9] == "“@Els weet wie er mist”"
    assert row[10:] == ["Jan, Gemeente Ede", ""]
    assert "Alleen aangeboden" not in {row[0] for row in sheet.rows}


def test_a_subaction_has_a_row_of_its_own_under_its_action(house):
    rows = sheets.actions(packing.packed(house.room)).rows
    at = next(number for number, row in enumerate(rows) if row[0] == "Een belronde")
    first, second = rows[at + 1 : at + 3]
    assert first[:5] == ["Lijst maken", "Bo", "2026-12-24", "nog niet begonnen", ""]
    assert (second[0], second[10]) == ("Bellen", "Els, Steunpunt")
    assert [(row[6], row[11]) for row in (first, second)] == [(rows[at][6], "Een belronde")] * 2
    nameless = sheets.actions(packing.packed(house.room, names=False)).rows
    assert nameless[at][10] == "Gemeente Ede"


def test_hostile_texts_come_out_of_a_spreadsheet_as_they_came_in(house):
    packed = packing.packed(house.room)
    sheet = sheets.actions(packed)
    found = opened(workbook.write(packed, [sheet]))
    asked = {action["what"] for action in house.chain.of_type("action") if not action.get("offered")}
    assert set(hostile()) <= asked, "the fixture holds them all"
    assert [[cell or "" for cell in row[:2] + row[3:]] for row in found[1:]] == [
        row[:2] + row[3:] for row in sheet.rows
    ]


def test_no_cell_of_a_spreadsheet_is_a_formula_or_a_link(house):
    packed = packing.packed(house.room)
    body = workbook.write(packed, [sheets.actions(packed), sheets.notes(packed)])
    book = openpyxl.load_workbook(io.BytesIO(body))
    kinds = {cell.data_type for page in book for row in page.iter_rows() for cell in row if cell.value is not None}
    assert kinds <= {"s", "n", "d"}
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        pages = [archive.read(name).decode() for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
        assert len(pages) == 2
        for page in pages:
            assert "<f>" not in page
            assert "<hyperlink" not in page
        assert not [name for name in archive.namelist() if "externalLink" in name or "vba" in name.lower()]


def test_a_deadline_is_a_real_day_and_a_priority_a_number(house):
    packed = packing.packed(house.room)
    rows = opened(workbook.write(packed, [sheets.actions(packed)]))
    row = next(row for row in rows if str(row[0]).startswith("Een belronde"))
    assert row[2] == datetime.datetime(2027, 1, 15)
    assert isinstance(row[6], int)


def test_hostile_texts_come_out_of_a_csv_as_they_came_in(house):
    sheet = sheets.actions(packing.packed(house.room))
    found = read_commas(commas.write(sheet))
    assert found[0] == sheet.header
    assert found[1:] == [[str(cell) for cell in row] for row in sheet.rows]


CALCULATED = re.compile(r"^[\s\u200b\ufeff\u00ad]*[=+\-@＝＋－＠]")


def test_no_cell_of_a_csv_begins_with_something_to_calculate(house):
    for sheet in (sheets.actions(packing.packed(house.room)), sheets.notes(packing.packed(house.room))):
        rows = list(csv.reader(io.StringIO(commas.write(sheet).decode("utf-8-sig"), newline=""), delimiter=";"))
        assert [cell for row in rows for cell in row if CALCULATED.match(cell) or cell[:1] in ("\t", "\r", "\n")] == []
        assert any(cell.startswith("'") for row in rows for cell in row), "there was something to guard against"


@pytest.mark.parametrize("text", [*FORMULAS, *LOOKALIKES, "", "gewoon", "'dubbel", "''", "é", "😀=1"])
def test_one_apostrophe_more_or_none_and_back(text):
    written = commas.safe(text)
    assert written in (text, f"'{text}")
    assert written.removeprefix("'") == text
    assert (written != text) == bool(CALCULATED.match(text) or text[:1] in ("\t", "'"))


def test_a_csv_opens_in_a_dutch_spreadsheet(house):
    body = commas.write(sheets.actions(packing.packed(house.room)))
    assert body.startswith(b'\xef\xbb\xbf"Wat";"Wie";"Voor wanneer"')
    assert body.endswith(b"\r\n")


def test_notes_say_where_they_hung_and_what_is_to_be_known(house):
    packed = packing.packed(house.room, names=True)
    rows = {str(row[0]): row for row in sheets.notes(packed).rows}
    assert "Toch maar niet" not in rows, "somebody took it back"
    assert rows["@Els weet wie er mist"][1:4] == ["Kansen", "Welke kans ziet u?", "-Bereik"]
    assert "verborgen voor de zaal" in str(rows["Niet voor de zaal"][6])
    assert sheets.UNSEEN in str(rows["=1+1"][6])


def test_names_of_writers_go_along_only_when_asked(tmp_path):
    kind = next(kind for kind in KINDS if kind.name == "briefjes")
    one = House(tmp_path, made(kind, names="naam"))
    one.by(0, "note.post", step=one.step, text="Van mij")
    name = one.room.people[one.people[0]]["name"]
    found = [str(sheets.notes(packing.packed(one.room, names)).rows[-1][5]) for names in (True, False)]
    assert name
    assert name in found[0]
    assert name not in found[1]
    assert "Gemeente Ede" in found[1]


def test_a_list_without_actions_still_opens(tmp_path):
    kind = next(kind for kind in KINDS if kind.name == "uitleg")
    packed = packing.packed(House(tmp_path, made(kind)).room)
    empty = Sheet("Acties", ACTIONS, [])
    assert opened(workbook.write(packed, [empty]))[0] == empty.header
    assert read_commas(commas.write(empty)) == [empty.header]
