"""The handbook in three places: the control room puts a page on the screen, a phone looks it up, a page prints."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.hall import Hall
from tests.browser.looking import Eyes, unfold
from tests.browser.stage import LAPTOP, SMALL_PHONE, Stage
from tests.browser.watch import AWAY


@pytest.fixture(scope="module")
def hall(stage: Stage) -> Iterator[Hall]:
    one = stage.hall(2)
    one.go(one.steps[1]["title"])
    yield one
    one.close()


def find(page: Page, question: str, title: str) -> None:
    """By keyboard only: type, Enter, and open the page with this title."""
    page.get_by_label("Waar zoekt u naar?").focus()
    page.keyboard.type(question)
    page.keyboard.press("Enter")
    hit = page.get_by_role("button", name=re.compile(f"^{title}"))
    hit.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=2, name=title)).to_be_focused()


def test_a_page_on_the_screen_and_away_again(stage: Stage, hall: Hall, eyes: Eyes):
    control, screen = stage.control(hall.facilitator), stage.screen(hall.facilitator)
    step = screen.title.text_content()
    control.pane("Naslag")
    find(control.page, "kwaliteits bewaker", "Kwaliteitsbewaker")
    assert control.page.evaluate("() => document.scrollingElement.scrollTop") == 0, "only the pane scrolls"
    control.page.set_viewport_size({"width": 1366, "height": 2000})  # nothing is half under the bar
    eyes.scan("handbook", control=control.page)
    control.page.set_viewport_size(LAPTOP)
    eyes.targets("handbook, control", control.page, 24, 24)
    control.page.get_by_role("button", name=re.compile("^Zet op het scherm.*Kwaliteitsbewaker: Taken")).press("Enter")
    expect(screen.title).to_have_text("Taken")
    expect(screen.page.locator("main")).to_contain_text("Toetst of al het aanbod")
    expect(control.page.locator(".on-screen")).to_contain_text("Op het scherm staat “Kwaliteitsbewaker”, deel 2 van 3")
    eyes.scan("handbook", screen=screen.page)
    eyes.projected("handbook", screen.page)
    control.page.locator("body").press("PageDown")  # the remote walks through the page first
    expect(screen.title).to_have_text("Wie past hierbij")
    screen.refresh()
    expect(screen.title).to_have_text("Wie past hierbij")
    control.page.locator("body").press("PageDown")
    expect(screen.title).to_have_text(step)
    control.page.get_by_role("button", name=re.compile("^Maak er een stap van.*Kwaliteitsbewaker: Taken")).press(
        "Enter"
    )
    expect(control.page.locator(".agenda-title", has_text="Kwaliteitsbewaker: Taken")).to_have_count(1)
    expect(control.page.locator(".on-screen")).to_have_count(0)
    expect(control.now).to_have_text(hall.steps[1]["title"])
    hall.do("groundwork.keep", tables="De wijktafel", focus="Werkende mantelzorgers")  # what the keten settled before
    control.page.get_by_role("button", name="Toon wat al vaststaat van onze keten").press("Enter")
    expect(screen.page.locator("main")).to_contain_text("Wat is er al? De wijktafel")
    expect(control.page.get_by_role("button", name="Staat op het scherm").first).to_be_disabled()
    eyes.scan("groundwork", screen=screen.page)
    eyes.projected("groundwork", screen.page)
    control.page.get_by_role("button", name="Haal van het scherm").press("Enter")
    expect(screen.title).to_have_text(step)
    stage.leave(screen.page)
    stage.leave(control.page)


def test_a_phone_looks_something_up_and_nothing_comes_before_that(stage: Stage, hall: Hall, eyes: Eyes):
    phone = stage.phone()
    stage.lend(hall.phones[0], phone.page.context)
    asked: list[str] = []
    phone.page.on("request", lambda request: asked.append(request.url))
    phone.enter(hall.ref)
    phone.page.get_by_role("button", name="Naslag").click()
    opened = phone.page.get_by_role("button", name="Iets opzoeken")
    opened.wait_for()
    assert [url for url in asked if "handbook" in url or "naslag.json" in url] == []
    opened.press("Enter")
    find(phone.page, "belastings ladder", "De belastingsladder")
    unfold(phone.page)
    eyes.scan("handbook", phone=phone.page)
    eyes.targets("handbook, phone", phone.page, 24, 44)
    eyes.sideways("handbook, phone", phone.page)
    phone.page.set_viewport_size(SMALL_PHONE)
    phone.page.get_by_role("button", name="Terug naar de lijst").press("Enter")
    expect(phone.page.get_by_role("button", name=re.compile("^De belastingsladder"))).to_be_focused()
    phone.page.get_by_label("Waar zoekt u naar?").fill("respijt zorg")
    phone.page.keyboard.press("Enter")
    phone.page.get_by_role("button", name=re.compile("^Woordenlijst.*Respijtzorg")).press("Enter")
    found = phone.page.get_by_role("heading", level=3, name="Respijtzorg")
    expect(found).to_be_focused()
    expect(found).to_be_in_viewport()
    phone.page.get_by_role("button", name="Terug naar de lijst").press("Enter")
    phone.page.get_by_role("button", name="Toon alle pagina's").click()
    expect(phone.page.locator(".book-group summary").first).to_contain_text("De ketenaanpak")
    shelves = " ".join(phone.page.locator(".book-group summary").all_inner_texts())
    assert "Zes rollen" in shelves and "Persona" not in shelves and "Oefeningen" not in shelves
    stage.leave(phone.page)


def test_without_a_line_the_handbook_says_so_and_tries_again(stage: Stage, hall: Hall):
    phone = stage.phone()
    stage.lend(hall.phones[1], phone.page.context)
    phone.enter(hall.ref)
    phone.page.get_by_role("button", name="Naslag").click()
    phone.page.route("**/naslag.json*", lambda route: route.abort())
    stage.watch.allow(AWAY)
    phone.page.get_by_role("button", name="Iets opzoeken").click()
    expect(phone.page.get_by_role("alert")).to_contain_text("Dit kwam niet binnen.")
    phone.page.unroute("**/naslag.json*")
    phone.page.get_by_role("button", name="Probeer het nog eens").click()
    expect(phone.page.locator(".book-group").first).to_be_visible()
    stage.leave(phone.page)


def test_the_plain_pages_search_read_and_print(stage: Stage, hall: Hall, eyes: Eyes):
    page = stage.page()
    stage.lend(hall.facilitator, page.context)
    page.goto("/regie")
    page.get_by_role("link", name="Naslag").click()
    page.get_by_label("Waar zoekt u naar?").fill("ketenregiseur")
    page.keyboard.press("Enter")
    page.wait_for_url("**/naslag?zoek=*")
    eyes.scan("handbook", page=page)
    eyes.targets("handbook, page", page, 24, 24)
    page.get_by_role("link", name="Ketenregisseur", exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ketenregisseur")
    page.goto("/regie/naslag/rollen")
    assert page.locator("article").count() == 7
    page.emulate_media(media="print")
    expect(page.locator(".page-head")).to_be_hidden()
    expect(page.get_by_role("heading", level=2, name="Uitvoerder")).to_be_visible()
    stage.leave(page)


def test_what_the_pilots_did_stands_at_the_building_block(stage: Stage, eyes: Eyes):
    hall = stage.hall(1, template="basisbijeenkomst-1")
    step = next(step for step in hall.steps if "Bouwsteen 1" in step["title"])
    hall.go(step["title"])
    control = stage.control(hall.facilitator)
    card = control.page.locator(".pilots details", has_text="Midden-Drenthe")
    card.locator("summary").press("Enter")
    expect(card).to_contain_text("ontbijt met ondernemers")
    assert control.page.locator(".pilots details").count() == 3
    control.page.set_viewport_size({"width": 1366, "height": 2600})  # nothing is half under the bar
    eyes.scan("pilots", control=control.page)
    stage.leave(control.page)
    hall.close()
