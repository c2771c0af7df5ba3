"""Own work on a laptop: faults beside their fields, nothing typed is lost, a persona is confirmed, three screens to see."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looking import Eyes
from tests.browser.stage import LAPTOP, Stage
from tests.browser.test_pages import look


@pytest.fixture(scope="module")
def laptop(stage: Stage) -> Iterator[Page]:
    hall = stage.hall(1, title="Eigen werk")
    page = stage.page(LAPTOP)
    stage.lend(hall.facilitator, page.context)
    yield page
    stage.leave(page)
    hall.close()


def opened(page: Page, path: str) -> None:
    page.goto(f"/regie/eigen/{path}")
    expect(page.locator("#page[data-ready]")).to_be_visible()


def test_a_persona_from_skeleton_to_shelf(laptop: Page, eyes: Eyes):
    opened(laptop, "nieuw/persona?van=jonge-mantelzorger")
    name, work = laptop.get_by_label("Voornaam"), laptop.locator("#veld-werk-tekst textarea")
    work.fill("- Bel haar op 06-12345678.")
    expect(laptop.get_by_text("Hier staat misschien een telefoonnummer")).to_be_visible()
    laptop.reload()
    expect(work).to_have_value("- Bel haar op 06-12345678.")
    expect(laptop.get_by_text("Dit typte u eerder.")).to_be_visible()
    name.fill("")
    laptop.get_by_role("button", name="Bewaar", exact=True).click()
    expect(name).to_be_focused()
    expect(name).to_have_attribute("aria-invalid", "true")
    expect(laptop.locator("#veld-naam [role=alert]")).to_have_text("Vul dit nog in.")
    look(eyes, "own persona: refused", laptop)
    name.fill("Yuna")
    sure = laptop.get_by_label("Nee, niemand is hierin te herkennen.")
    sure.check()
    expect(laptop.get_by_text("In orde. U kunt dit bewaren.")).to_be_visible()
    laptop.locator("#veld-regel input").fill("Mevrouw Bakker van hiernaast")  # seen after the tick: it goes
    expect(sure).not_to_be_checked()
    laptop.get_by_role("button", name="Maak er “een telefoonnummer” van").click()
    expect(work).to_have_value("- Bel haar op een telefoonnummer.")
    laptop.locator("#veld-regel input").fill("15 jaar · zit op school")
    sure.check()
    with laptop.expect_popup() as popup:
        laptop.get_by_role("button", name="Op het scherm").click()
    expect(popup.value.get_by_role("heading", name="Wie is Yuna?")).to_be_visible()
    popup.value.close()
    laptop.get_by_role("button", name="Bewaar", exact=True).click()
    expect(laptop.locator(".banner--leaf")).to_contain_text("Bewaard: Yuna (15)")
    look(eyes, "own work: the shelf", laptop)
    laptop.get_by_role("link", name="Yuna (15)", exact=True).click()
    expect(work).to_have_value("- Bel haar op een telefoonnummer.")
    expect(laptop.get_by_text("Dit typte u eerder.")).to_have_count(0)


def test_an_agenda_is_put_together_with_the_keyboard(laptop: Page, eyes: Eyes):
    opened(laptop, "nieuw/agenda")
    laptop.get_by_label("Titel", exact=True).fill("Avond van de wijk")
    laptop.get_by_label("Waar is deze agenda voor?").fill("Voor een korte avond.")
    for number, exercise in ((1, "kansen"), (2, "stemmen")):
        laptop.get_by_role("button", name="Stap erbij").press("Enter")
        expect(laptop.locator(f"#veld-stappen-{number - 1} select").first).to_be_focused()
        laptop.keyboard.press("Tab")
        laptop.locator(f"#veld-stappen-{number - 1}").get_by_label("Oefening", exact=True).select_option(exercise)
        laptop.locator(f"#veld-stappen-{number - 1}").get_by_label("Onderdeel").fill("Samen")
    expect(laptop.get_by_text("maar die staat niet eerder in deze agenda. Kies uit: “Kansen”.")).to_be_visible()
    laptop.get_by_label("Gaat verder met").select_option("kansen")
    expect(laptop.get_by_text("In orde. U kunt dit bewaren.")).to_be_visible()
    laptop.get_by_role("button", name="Hoger: Wat doen we het eerst?").press("Enter")
    expect(laptop.get_by_text("komt pas later in de agenda")).to_be_visible()
    look(eyes, "own agenda: a step in the wrong place", laptop)
    laptop.get_by_role("button", name="Haal weg: Wat doen we het eerst?").press("Enter")
    laptop.get_by_role("button", name="Zet “Wat doen we het eerst?” terug").press("Enter")
    laptop.get_by_role("button", name="Lager: Wat doen we het eerst?").press("Enter")
    expect(laptop.get_by_text("In orde. U kunt dit bewaren.")).to_be_visible()
    laptop.get_by_role("button", name="Bewaar", exact=True).press("Enter")
    expect(laptop.locator(".banner--leaf")).to_contain_text("Bewaard: Avond van de wijk")


def test_an_exercise_and_a_text_that_is_read_in(laptop: Page, eyes: Eyes, stage: Stage):
    stage.watch.allow(r"status of 409 \(CONFLICT\) \(\S+/inlezen\)")
    opened(laptop, "nieuw/oefening?soort=matrix")
    laptop.goto("/regie/eigen/inlezen")
    laptop.get_by_role("button", name="Lees in").click()
    expect(laptop.get_by_role("alert")).to_contain_text("Kies een bestand")
    laptop.get_by_label("Of plak hier de tekst").fill("<script>alert(1)</script>")
    laptop.get_by_role("button", name="Lees in").click()
    expect(laptop.get_by_label("De tekst van het bestand")).to_have_value("<script>alert(1)</script>")
    expect(laptop.get_by_role("alert")).to_contain_text("Regel 1: Het bestand begint niet")
    look(eyes, "own work: as text", laptop)
