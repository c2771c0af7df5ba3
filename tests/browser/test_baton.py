"""Stokje doorgeven in the browser: the facilitator's laptop and a trainee's phone, there and back again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.hall import Hall
from tests.browser.looking import Eyes
from tests.browser.stage import SMALL_PHONE, Stage

BEFORE, WALL, NEXT = "Wanneer zien we elkaar weer?", "Wat kunnen we nu al doen?", "Wat doen we het eerst?"


@pytest.fixture(scope="module")
def hall(stage: Stage) -> Iterator[Hall]:
    made = stage.hall(2)
    made.go(WALL)
    yield made
    made.close()


def test_a_colleague_on_a_phone_looks_on_leads_a_step_and_gives_it_back(stage: Stage, hall: Hall, eyes: Eyes) -> None:
    control = stage.control(hall.facilitator)
    control.menu("Bijeenkomst", "Stokje doorgeven")
    control.dialog.get_by_label("Uw eigen voornaam").fill("Anja")
    control.press("Maak een link")
    link = control.dialog.get_by_label("Link voor uw collega").input_value()
    eyes.scan("a link for a colleague", control=control.page)

    sam = stage.page(SMALL_PHONE, phone=True)
    sam.goto(link)
    eyes.scan("the way in of a trainee", trainee=sam)
    eyes.targets("the way in of a trainee", sam, 44, 44)
    sam.get_by_label("Uw voornaam").fill("Sam")
    sam.get_by_role("button", name="Kijk mee").click()
    expect(sam.locator(".baton")).to_have_text("U kijkt mee. Anja leidt.")
    expect(sam.locator(".bar-step").last).to_be_disabled()
    eyes.scan("a trainee looks on", trainee=sam)

    expect(control.dialog).to_contain_text("Sam kijkt mee")
    control.page.keyboard.press("Escape")
    control.press("Geef deze stap aan Sam")
    expect(control.page.locator(".baton")).to_contain_text("Sam leidt deze stap. U kijkt mee.")
    expect(sam.locator(".baton")).to_contain_text(f"U leidt nu: {WALL}")
    eyes.scan("a trainee leads", control=control.page, trainee=sam)
    eyes.targets("a trainee leads", sam, 44, 44)
    eyes.sideways("a trainee leads", sam)
    cut = "e => e.scrollWidth > e.clientWidth || e.scrollHeight > e.clientHeight"
    names = sam.locator(".bar-name")
    assert names.all_inner_texts() == [BEFORE, NEXT] and not any(name.evaluate(cut) for name in names.all())

    control.page.locator(".top-title").click()
    control.page.keyboard.press("PageDown")
    expect(control.page.locator(".bar-side--end .bar-step")).to_be_disabled()
    control.press("Fluister")
    control.dialog.get_by_label("Wat wilt u zeggen?").fill("Neem de tijd")
    control.press("Fluister dit")
    expect(sam.locator(".baton-whisper")).to_have_text("Neem de tijd")
    sam.get_by_role("button", name="Gelezen").click()
    sam.get_by_role("button", name="Start de klok").click()
    expect(control.page.locator(".timer .clock-time")).to_be_visible()
    expect(control.now).to_have_text(WALL)

    sam.locator(".bar-side--end .bar-step").click()
    expect(control.now).to_have_text(NEXT)
    expect(control.page.locator(".baton")).to_contain_text("De zaal ging verder. Het stokje van Sam is weer bij u.")
    expect(sam.locator(".baton")).to_have_text(
        "De zaal ging verder. Het stokje is weer terug. U kijkt mee. Anja leidt."
    )
    control.press("Geef deze stap aan Sam")
    expect(sam.locator(".baton")).to_contain_text("U leidt nu")
    control.press("Neem het stokje terug")
    expect(sam.locator(".baton")).to_have_text("Anja nam het stokje terug. U kijkt mee. Anja leidt.")
    expect(control.page.locator(".bar-side--end .bar-step")).to_be_enabled()
    control.press("Stokje")
    control.press("Trek de link in")
    expect(sam.get_by_role("heading", level=1)).to_have_text("U kijkt niet meer mee")
    for page in (sam, control.page):
        stage.leave(page)
