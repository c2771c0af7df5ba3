"""Taking along and opening, in a real browser: looked at in every state, and done with the keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from facilitator.luggage import keten
from tests.browser.hall import Hall
from tests.browser.looking import Eyes
from tests.browser.stage import LAPTOP, Stage
from tests.browser.test_pages import look


@pytest.fixture(scope="module")
def hall(stage: Stage) -> Iterator[Hall]:
    hall = stage.hall(2)
    yield hall
    hall.close()


@pytest.fixture(scope="module")
def laptop(stage: Stage, hall: Hall) -> Page:
    page = stage.page(LAPTOP)
    stage.lend(hall.facilitator, page.context)
    return page


def taken(laptop: Page, hall: Hall, folder: Path) -> Path:
    """The whole keten, as a download with names."""
    laptop.goto(f"/regie/ketens/{hall.ref.partition('-')[0]}/meenemen")
    laptop.get_by_label("Met namen").check()
    with laptop.expect_download() as download:
        laptop.get_by_role("button", name="Hele keten in één bestand").press("Enter")
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def test_what_can_be_taken_along(laptop: Page, hall: Hall, eyes: Eyes):
    for path, state in (
        (f"/regie/{hall.ref}/meenemen", "meeting"),
        (f"/regie/ketens/{hall.ref.partition('-')[0]}/meenemen", "keten"),
    ):
        laptop.goto(path)
        expect(laptop.get_by_role("heading", level=1)).to_have_text("Meenemen")
        look(eyes, f"taking along: {state}", laptop)
    eyes.check()


def test_a_keten_is_taken_along_and_opened_beside_the_one_that_is_here(
    laptop: Page, hall: Hall, eyes: Eyes, stage: Stage, tmp_path: Path
):
    stage.watch.allow(r"status of 409 \(CONFLICT\)")
    file = taken(laptop, hall, tmp_path)
    assert file.suffix == ".keten"
    laptop.goto("/regie")
    before = laptop.get_by_role("heading", level=2).all_inner_texts()
    laptop.get_by_role("link", name="Open een keten van een andere laptop").press("Enter")
    look(eyes, "opening: choose", laptop)
    laptop.get_by_role("button", name="Kijk wat erin zit").press("Enter")
    expect(laptop.get_by_role("alert")).to_contain_text("Kies eerst een bestand")
    look(eyes, "opening: a fault", laptop)
    laptop.get_by_label("Het bestand").set_input_files(file)
    laptop.get_by_role("button", name="Kijk wat erin zit").press("Enter")
    expect(laptop.get_by_role("heading", level=1)).to_have_text("Dit zit erin")
    expect(laptop.get_by_role("status").filter(has_text="staat al op deze laptop")).to_be_visible()
    look(eyes, "opening: what is in it", laptop)
    laptop.get_by_role("button", name="Voeg toe als kopie").press("Enter")
    laptop.wait_for_url("**/regie#k*")
    after = laptop.get_by_role("heading", level=2).all_inner_texts()
    assert len(after) == len(before) + 1
    assert after[0].endswith("(kopie)")
    eyes.check()


def test_a_file_that_is_far_too_large_gets_its_sentence(laptop: Page, hall: Hall, stage: Stage, tmp_path: Path):
    stage.watch.allow(r"status of 409 \(CONFLICT\)")
    large = tmp_path / "groot.keten"
    large.write_bytes(b"PK\3\4" + bytes(100_000_000))
    laptop.goto("/regie/ketens/openen")
    laptop.get_by_label("Het bestand").set_input_files(large)
    laptop.get_by_role("button", name="Kijk wat erin zit").click()
    expect(laptop.get_by_role("alert")).to_have_text(keten.TOO_LARGE + keten.NOTHING)
