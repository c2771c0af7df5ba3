"""The pictures of README and manual, made from the real house with a room of 23 people in it.

python -m tests.browser.pictures [FOLDER]      (by hand; LibreOffice and pdftoppm draw the page of the report)
"""

from __future__ import annotations

import os
import re
import struct
import subprocess
import sys
import tempfile
import zlib
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

from facilitator.install import browser as browsers
from facilitator.install import vendor
from facilitator.rehearsal import cast
from facilitator.rehearsal.client import Facilitator
from facilitator.rehearsal.pace import Pace
from facilitator.rehearsal.sent import Person
from facilitator.settings import ROOT
from tests.browser.hall import Hall
from tests.browser.stage import LAPTOP, PHONE, Stage

PEOPLE = 23
WRITERS = 17
SPEED = 120.0  # the steps before the wall take about their own minutes, so that the clock in the picture is right
LEFT = 420  # seconds on the step's clock
TABLE = "http://192.168.1.20:8000"  # what a hall's phones would be told
WALL = "Wat kunnen we nu al doen?"
GUEST = "Mantelzorgsteunpunt De Linde"
HALF = "Samen bellen met de school van"
ACTIONS = (
    ("De weg wijzen", "Eén overzicht van wie wat doet, op een half A4", "Gemeente Veluwerand", "2026-12-15"),
    ("Elkaar kennen", "Een lijst met ieders nummer rondsturen", "Mantelzorgsteunpunt De Linde", "2026-12-01"),
    ("Eerder zien", "De startvraag op elk intakeformulier zetten", "Huisartsenpraktijk Molenzicht", "2027-01-15"),
    ("Volhouden", "De kaart voor respijtzorg herschrijven met een mantelzorger", "Welzijn Veluwerand", "2027-02-01"),
)

# Group, building block, and its notes with how often each is said.
GROUPS = (
    ("Elkaar kennen", 6, (("Contactgegevens van vandaag met elkaar delen.", 4), ("Bij elkaar meelopen, een ochtend.", 2),
                          ("In elke organisatie één gezicht voor mantelzorg.", 1))),
    ("Eerder zien", 2, (("Op het intakeformulier vragen: hoe gaat het nu met jou?", 5),
                        ("De leerplichtambtenaar bellen over jonge mantelzorgers.", 2),
                        ("De apotheek vragen of er een kaartje in het zakje mag.", 1))),
    ("De weg wijzen", 3, (("Eén overzicht maken van wie wat doet. Beginnen met een half A4.", 3),
                          ("De website nalopen: staat het goede nummer erop?", 2),
                          ("Op het scherm in de wachtkamer een oproep plaatsen.", 1))),
    ("Volhouden", 5, (("De kaart voor respijtzorg in gewone taal herschrijven.", 3),
                      ("Na een overlijden zes weken later een telefoontje.", 2))),
)  # fmt: skip


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    chromium = browsers.found()
    if chromium is None:
        sys.exit("There is no Chromium here; `python3 run.py test` brings one.")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium.path, args=[*browsers.FLAGS, "--no-sandbox"])
        stage = Stage(browser, told=TABLE, speed=SPEED)
        try:
            take(stage, folder)
        finally:
            stage.close()
    for picture in folder.glob("*.png"):
        picture.write_bytes(tighter(picture.read_bytes()))
        print(f"{picture.name}: {picture.stat().st_size / 1000:.0f} kB")


def take(stage: Stage, folder: Path) -> None:
    """One meeting, and a picture of each window at the moment that says most."""
    hall = stage.hall(people(), keten="Keten Veluwerand")
    try:
        screen, control = (
            stage.screen(hall.facilitator, device_scale_factor=2 / 3).page,
            stage.control(hall.facilitator).page,
        )
        shoot(screen, folder / "scherm-welkom.png")
        at = next(number for number, step in enumerate(hall.steps) if step["title"] == WALL)
        for step in hall.steps[:at]:
            pace = Pace(step["minutes"], SPEED, 1)
            hall.go(step["title"])
            hall.play()
            pace.end()
        step = hall.go(WALL)["id"]
        write(hall, step)
        phone = stage.phone(PHONE, device_scale_factor=2)
        stage.lend(hall.phones[14], phone.page.context)
        phone.enter(hall.ref)
        phone.field.fill(HALF)
        phone.field.blur()
        shoot(phone.page, folder / "telefoon.png")
        busy(hall, step)
        shoot(control, folder / "regie.png")
        hall.do("step.reveal", step=step, on=True)
        busy(hall, step)
        shoot(screen, folder / "scherm.png")
        rest = hall.steps[at + 1 :]
        map_of(hall, step)
        busy(hall, hall.step("netwerk")["id"])
        shoot(screen, folder / "netwerk.png")
        for later in rest:
            hall.go(later["title"])
            if later["kind"] == "acties":
                agree(hall, later["id"])
            else:
                hall.play()
        paper(hall.facilitator.report(), folder / "verslag.png")
        hall.do("meeting.close")
        looked_back(stage, hall, folder / "terugkijken.png")
    finally:
        hall.close()
    practised(stage, folder / "oefenzaal.png")


def looked_back(stage: Stage, hall: Hall, picture: Path) -> None:
    """The same meeting again, at the moment that the wall is shown."""
    page = stage.control(hall.facilitator).page
    page.goto(f"/regie/{hall.ref}/terugkijken")
    step = next(number for number, step in enumerate(hall.steps, 1) if step["title"] == WALL)
    page.get_by_role("button", name="Telefoon", exact=True).click()
    page.locator(".moment").filter(has_text=f"stap {step}").filter(has_text="Aan de zaal getoond").first.click()
    shoot(page, picture)


def practised(stage: Stage, picture: Path) -> None:
    """The trainer's page of a practice room in which something happens."""
    page = stage.page(LAPTOP)
    stage.lend(Facilitator(stage.key, ""), page.context)
    page.goto("/regie/oefenen")
    page.get_by_label("Hoeveel mensen?").fill(str(PEOPLE))
    page.get_by_role("radio", name="30 keer").check()
    page.get_by_role("button", name="Open de oefenzaal").click()
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Open de regie").click()
    control = opened.value
    control.get_by_role("button", name="Begin").last.click()
    control.get_by_role("button", name=WALL).first.click()
    control.get_by_role("button", name="Ga hierheen met de zaal").click()
    expect(page.locator("#notes")).to_have_text(re.compile("[2-9][0-9]"), timeout=60_000)
    page.get_by_role("button", name="Een kwetsend briefje").click()
    expect(page.locator("#incident")).to_contain_text("Een kwetsend briefje", timeout=30_000)
    shoot(page, picture)


def people() -> list[Person]:
    """The cast of a rehearsal, at home on the edge of the Veluwe; all of them are made up."""
    found = cast.people(PEOPLE, 7)
    for person in found:
        person.organisation = person.organisation.replace(cast.TOWN, "Veluwerand")
    return found


def map_of(hall: Hall, after: str) -> None:
    """The network map, as the room made it, at its third step: one of the guests with all who work with it."""
    hall.do("step.add", exercise="netwerkkaart", after=after)
    hall.steps = hall.wire.steps()
    step = hall.go("netwerk")
    hall.play()
    [guest] = [one for one in hall.facilitator.list("organisation") if one["name"] == GUEST]
    hall.do("network.look", step=step["id"], stage=3, focus=guest["id"])


def write(hall: Hall, step: str) -> None:
    """Notes of seventeen people; what is the same goes together, and what belongs together gets a name."""
    said = 0
    for name, block, texts in GROUPS:
        heads = []
        for text, times in texts:
            ids = []
            for _ in range(times):
                answer = hall.wire.act(said % WRITERS, "note.post", {"step": step, "lane": "1", "text": text})
                ids += answer["ids"]
                said += 1
            heads.append(ids[0])
            if ids[1:]:
                hall.do("note.merge", into=ids[0], notes=ids[1:])
        hall.do("cluster.make", step=step, lane="1", name=name, notes=heads)
        hall.do("note.block", notes=heads, block=block)


def agree(hall: Hall, step: str) -> None:
    """An action out of every group."""
    groups = {group["name"]: group["id"] for group in hall.facilitator.list("cluster")}
    for name, what, who, when in ACTIONS:
        hall.do("action.make", step=step, what=what, who=who, when=when, sources=[groups[name]])


def busy(hall: Hall, step: str) -> None:
    """A few people type, and the clock runs."""
    hall.do("step.timer", step=step, do="start", seconds=LEFT + round(SPEED * 1.5))
    for phone in hall.phones[-2:]:
        phone.tell("typing", {"step": step, "on": True})


def shoot(page: Page, picture: Path) -> None:
    """When what moves has come to rest."""
    page.wait_for_timeout(1500)
    page.screenshot(path=picture)


def paper(report: bytes, picture: Path) -> None:
    """The first page of a Word report as a picture."""
    with tempfile.TemporaryDirectory() as folder:
        word = Path(folder) / "verslag.docx"
        word.write_bytes(report)
        run(["soffice", "--headless", "--convert-to", "pdf", "--outdir", folder, str(word)], folder)
        pdf = str(word.with_suffix(".pdf"))
        run(
            ["pdftoppm", "-r", "100", "-f", "1", "-l", "1", "-singlefile", "-png", pdf, str(picture.with_suffix(""))],
            folder,
        )


def run(command: list[str], home: str) -> None:
    """With our own letters among those that the program finds."""
    letters = Path(home) / "fonts"
    if not letters.exists():
        letters.symlink_to(vendor.place.VENDOR / "fonts")
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "XDG_DATA_HOME": home})


def tighter(png: bytes) -> bytes:
    """The same picture, its data packed as small as zlib can."""
    found, at, data = [], 8, b""
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        kind, body = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        if kind == b"IDAT":
            data += body
        else:
            found.append((kind, body))
        at += length + 12
    found.insert(-1, (b"IDAT", zlib.compress(zlib.decompress(data), 9)))
    chunks = [
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in found
    ]
    return png[:8] + b"".join(chunks)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else ROOT / "docs" / "pictures")
