"""A practice house is marked on every page that anybody may see, and on the cover of its report."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import pytest
from docx import Document
from playwright.sync_api import Page, expect

from facilitator.rehearsal.browser import Browser
from tests.browser.hall import Hall
from tests.browser.looking import Eyes, unfold
from tests.browser.room import Room
from tests.browser.stage import LAPTOP, PHONE, Stage


@pytest.fixture(scope="module")
def practice(browser) -> Iterator[Stage]:
    one = Stage(browser, practice=True)
    yield one
    one.close()


@pytest.fixture(scope="module")
def hall(practice: Stage) -> Iterator[Hall]:
    made = practice.hall(2)
    made.go("Wat kunnen we nu al doen?")
    yield made
    made.close()


def marked(page: Page) -> None:
    """Said in words, at the top, where nothing covers it, without taking anything off the page."""
    band = page.get_by_role("complementary", name="Oefenen")
    expect(band).to_be_visible()
    box, size = band.bounding_box(), page.viewport_size
    assert box and size and (box["x"], box["y"], box["width"]) == (0, 0, size["width"])
    on_top = "at => document.elementFromPoint(at.x, at.y).closest('.practice') !== null"
    assert page.evaluate(on_top, {"x": box["width"] / 2, "y": box["height"] / 2})
    assert not page.evaluate("document.scrollingElement.scrollWidth > innerWidth")


def test_the_three_windows_of_a_meeting(practice: Stage, hall: Hall, eyes: Eyes):
    room = Room(practice, hall)
    for page in room.windows.values():
        marked(page)
    eyes.scan("practice", screen=room.screen.page)  # the mark is one and the same on all pages but here
    eyes.projected("practice", room.screen.page)
    for page, last in ((room.control.page, ".bar-foot"), (room.screen.page, "#page")):
        box = page.locator(last).bounding_box()
        assert box and page.viewport_size
        assert box["y"] + box["height"] <= page.viewport_size["height"], f"{last} falls off the window"
    hall.do("meeting.blank", on=True)
    expect(room.screen.page.locator(".screen-blank")).to_be_visible()
    marked(room.screen.page)
    hall.do("meeting.blank", on=False)
    room.control.press("Namens iemand")
    expect(room.control.dialog).to_be_visible()
    marked(room.control.page)


def test_every_other_page(practice: Stage, hall: Hall, eyes: Eyes):
    page = practice.page(LAPTOP)
    practice.lend(hall.facilitator, page.context)
    for path in ("/regie", "/regie/{ref}/verslag", "/{code}", "/"):
        page.goto(path.format(ref=hall.ref, code=hall.code))
        marked(page)
    eyes.scan("practice, /", page=page)
    practice.leave(page)


def test_the_cover_of_the_report(hall: Hall):
    reply = hall.facilitator.browser.get(f"/regie/{hall.ref}/verslag.docx")
    lines = [paragraph.text for paragraph in Document(io.BytesIO(reply.body)).paragraphs[:6]]
    assert [line for line in lines if line.startswith("OEFENING")], lines


def test_the_trainers_pages_of_the_real_house(stage: Stage, eyes: Eyes):
    """The forms, a room while it opens and what it says then, on a laptop and on a phone; and the way out."""
    stage.watch.allow(r"status of 409 \(CONFLICT\)")
    one = stage.hall(1)
    page, phone = stage.page(LAPTOP), stage.page(PHONE, phone=True)
    for window in (page, phone):
        stage.lend(one.facilitator, window.context)
    for path in ("/regie/oefenen", "/regie/oefenen/dag"):
        page.goto(path)
        eyes.scan(f"trainer, {path}", page=page)
    page.goto(f"/regie/oefenen?van={one.ref}")
    page.get_by_label("Hoeveel mensen?").fill("500")
    page.get_by_role("button", name="Open de oefenzaal").click()
    expect(page.get_by_role("alert")).to_contain_text("hoogstens 60")
    page.get_by_label("Hoeveel mensen?").fill("2")
    page.get_by_role("button", name="Open de oefenzaal").click()
    expect(page.get_by_role("link", name="Open de regie")).to_be_visible(timeout=60_000)
    phone.goto(page.url)
    expect(phone.locator("#code")).to_have_text(page.locator("#code").inner_text())
    for name, window in (("laptop", page), ("phone", phone)):
        unfold(window)
        eyes.targets(f"trainer, a room on a {name}", window, 24, 44 if window is phone else 24)
        eyes.sideways(f"trainer, a room on a {name}", window)
    eyes.scan("trainer, a room", page=phone)
    page.get_by_role("button", name="Druk", exact=True).click()
    expect(page.get_by_role("button", name="Druk", exact=True)).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("button", name="Druk", exact=True)).to_be_focused()
    a_screen_that_fails(page, one.facilitator.browser, eyes)
    stand = page.evaluate("fetch(location.pathname + '/stand').then((reply) => reply.json())")
    told = [{"id": nr, "name": "stil", "title": f"Stilte {nr}", "phase": "over"} for nr in range(1, 42)]
    for kept, button in ((told[:-1], "Rustig"), (told[1:], "Druk")):  # the house keeps the last forty
        page.unroute_all()
        page.route("**/stand", lambda route, _, kept=kept: route.fulfill(json={**stand, "told": kept}))
        page.get_by_role("button", name=button, exact=True).click()
        expect(page.locator("#told h3").first).to_have_text(kept[-1]["title"])
    page.unroute_all()
    page.locator("summary", has_text="Stop en gooi weg").click()
    page.get_by_role("button", name="Stop en gooi deze oefening weg").click()
    expect(page.get_by_role("heading", name="Oefenzaal")).to_be_visible()
    expect(phone.get_by_role("heading", name="Oefenzaal")).to_be_visible(timeout=10_000)
    for window in (page, phone):
        stage.leave(window)
    one.close()


def a_screen_that_fails(page: Page, desk: Browser, eyes: Eyes) -> None:
    """Its window goes black by itself; one that is opened again is bright, and the trainer reads what to do."""
    expect(page.locator("#here")).not_to_have_text("0", timeout=20_000)
    way = desk.get(page.get_by_role("link", name="Open het scherm").get_attribute("href") or "")
    elsewhere = page.context.browser.new_context(viewport=LAPTOP)  # another house, so not for the watch
    screen = elsewhere.new_page()
    with screen.expect_request(re.compile(r"/lamp\?is=.")):  # it knows that the lamp burns, and asks when that changes
        screen.goto(way.location)
    expect(screen.locator("#page[data-ready]")).to_be_visible()
    control = elsewhere.new_page()
    control.goto(desk.get(page.get_by_role("link", name="Open de regie").get_attribute("href") or "").location)
    expect(control.get_by_role("button", name="Scherm open")).to_be_visible()  # its line is there as well
    page.get_by_role("button", name="Het scherm in de zaal gaat uit").click()
    expect(screen.get_by_role("heading", name="Oefenen: het scherm is uitgevallen")).to_be_visible(timeout=10_000)
    eyes.scan("trainer, a screen that failed", page=screen)
    expect(page.locator("#incident")).to_contain_text("Nu: Het scherm in de zaal gaat uit")
    expect(page.locator("#incident")).to_be_in_viewport()  # its button stands lower
    control.goto(screen.url.partition("/scherm")[0] + "/healthz")
    hear = "ref => void (window.said = new Promise((done) => (new BroadcastChannel(`tafel:${ref}`).onmessage = done)))"
    control.evaluate(hear, screen.url.split("/")[-2])
    screen.bring_to_front()
    screen.keyboard.press("PageDown")
    assert control.evaluate("window.said.then((it) => it.data)") == "next", "who leads with a remote goes on"
    screen.goto(screen.url.removesuffix("/donker"))
    marked(screen)
    elsewhere.close()


def test_control_a_real_house_says_nothing_of_it(stage: Stage):
    page = stage.page(LAPTOP)
    page.goto("/")
    expect(page.get_by_role("complementary", name="Oefenen")).to_have_count(0)
    stage.leave(page)
