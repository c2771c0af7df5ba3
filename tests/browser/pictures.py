"""The pictures of README and manual, made from the real house with a room of 23 people in it.

    python -m tests.browser.pictures [FOLDER]      (by hand; LibreOffice and pdftoppm draw the page of the report)
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from facilitator.install import browser as browsers
from facilitator.settings import ROOT
from tests.browser.stage import PHONE, Stage

PEOPLE = 23
HALF = "Bij ons vraagt niemand hoe het met de zoon gaat die alles vertaalt voor zijn mo"


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    chromium = browsers.found()
    if chromium is None:
        sys.exit("There is no Chromium here; `python3 run.py test` brings one.")
    with sync_playwright() as play:
        args = [*browsers.FLAGS, "--no-sandbox"]
        stage = Stage(play.chromium.launch(executable_path=chromium.path, args=args))
        try:
            take(stage, folder)
        finally:
            stage.close()


def take(stage: Stage, folder: Path) -> None:
    """One meeting, and a picture of each window at the moment that says most."""
    hall = stage.hall(PEOPLE)
    try:
        screen, control = stage.screen(hall.facilitator), stage.control(hall.facilitator)
        settle(screen.page)
        screen.page.screenshot(path=folder / "scherm-welkom.png")
        for step in hall.steps[:6]:
            hall.go(step["title"])
            hall.play()
        hall.go("Wat kunnen we nu al doen?")
        hall.play("step.reveal")
        phone = stage.phone(PHONE, device_scale_factor=2)
        stage.lend(hall.phones[0], phone.page.context)
        phone.enter(hall.ref)
        phone.page.get_by_role("textbox").first.fill(HALF)
        settle(phone.page)
        phone.page.screenshot(path=folder / "telefoon.png")
        hall.play()
        settle(screen.page, control.page)
        screen.page.screenshot(path=folder / "scherm.png")
        control.page.screenshot(path=folder / "regie.png")
        for step in hall.steps[7:]:
            hall.go(step["title"])
            hall.play()
        paper(hall.facilitator.report(), folder / "verslag.png")
    finally:
        hall.close()


def settle(*pages) -> None:
    """Let what moves come to rest."""
    for page in pages:
        page.wait_for_timeout(2500)


def paper(report: bytes, picture: Path) -> None:
    """The first page of a Word report as a picture."""
    with tempfile.TemporaryDirectory() as folder:
        word = Path(folder) / "verslag.docx"
        word.write_bytes(report)
        run(["soffice", "--headless", "--convert-to", "pdf", "--outdir", folder, str(word)])
        pdf = str(word.with_suffix(".pdf"))
        run(["pdftoppm", "-r", "75", "-f", "1", "-l", "1", "-singlefile", "-png", pdf, str(picture.with_suffix(""))])


def run(command: list[str]) -> None:
    subprocess.run(command, check=True, capture_output=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else ROOT / "docs" / "pictures")
