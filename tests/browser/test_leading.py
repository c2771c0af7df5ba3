"""D20 in the browser: two windows of one control room."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.control import Control
from tests.browser.hall import Hall
from tests.browser.looking import Eyes
from tests.browser.stage import Stage

TITLE = "Deze bijeenkomst wordt nu in een ander venster geleid"
WALL = "Wat kunnen we nu al doen?"


@pytest.fixture(scope="module")
def hall(stage: Stage) -> Iterator[Hall]:
    made = stage.hall(2)
    made.go(WALL)
    yield made
    made.close()


def stands_aside(control: Control) -> None:
    expect(control.page.get_by_role("heading", level=1)).to_have_text(TITLE)
    expect(control.page.locator("#page")).to_be_hidden()


def test_the_older_window_waits_and_takes_it_back_with_all_it_had(stage: Stage, hall: Hall, eyes: Eyes):
    older = stage.control(hall.facilitator)
    older.press("Namens iemand")
    older.dialog.get_by_label("Briefjes").fill("Half getypt")
    newer = Control(older.page.context.new_page())
    newer.enter(hall.ref)
    stands_aside(older)
    eyes.scan("another window leads", control=older.page)
    eyes.targets("another window leads", older.page, 24, 24)
    older.page.keyboard.press("PageDown")
    newer.refresh()
    expect(newer.now).to_have_text(WALL)
    newer.press("Scherm zwart")
    expect(newer.page.get_by_role("button", name="Scherm weer aan")).to_be_visible()
    older.press("Hier verder")
    expect(older.page.get_by_role("heading", name=TITLE)).to_have_count(0)
    expect(older.dialog.get_by_label("Briefjes")).to_have_value("Half getypt")
    older.page.keyboard.press("Escape")
    stands_aside(newer)
    older.press("Scherm weer aan")
    expect(older.page.get_by_role("button", name="Scherm zwart")).to_be_visible()
    newer.refresh()
    expect(newer.page.get_by_role("heading", name=TITLE)).to_have_count(0)
    stands_aside(older)
    stage.leave(older.page)
