"""Cards to print: on as many sheets as they should be, nothing cut off, and the card to join says how."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.hall import Hall
from tests.browser.looking import Eyes
from tests.browser.stage import LAPTOP, Stage

# deck: the sheets it must have, and its size (points)
A4, A5 = (594.96, 841.92), (420.0, 594.96)
DECKS = {
    "/regie/kaarten/personas?maat=a4": (6, A4),
    "/regie/kaarten/personas?maat=a5": (12, A5),
    "/regie/kaarten/beroepen": (13, A4),
    "/regie/kaarten/vindplaatsen": (4, A4),
    "/regie/kaarten/vragen": (8, A4),
    "/regie/{ref}/kaarten/meedoen": (1, A4),
}
TOO_FULL = """
() => [...document.querySelectorAll(".sheet, .cut, .card-columns")]
  .filter((node) => node.scrollHeight > node.clientHeight + 2 || node.scrollWidth > node.clientWidth + 2)
  .map((node) => node.className + ": " + node.textContent.trim().slice(0, 60))
"""


@pytest.fixture(scope="module")
def hall(stage: Stage):
    made = stage.hall(1)
    made.facilitator.browser.post(f"/regie/{made.ref}/deur", {"wifi_name": "Zaal De Brink", "wifi_password": "koffie"})
    yield made
    made.close()


@pytest.fixture(scope="module")
def desk(stage: Stage, hall: Hall):
    page = stage.page(LAPTOP)
    stage.lend(hall.facilitator, page.context)
    yield page
    stage.leave(page)


def test_every_deck_is_found_on_the_page_of_papers(desk: Page, hall: Hall):
    desk.goto(f"/regie/{hall.ref}/papieren")
    found = desk.locator("a[href*='/kaarten/']").evaluate_all("(links) => links.map((one) => one.getAttribute('href'))")
    assert {deck.format(ref=hall.ref) for deck in DECKS} | {f"/regie/{hall.ref}/kaarten/vragen"} == set(found)


def test_decks_come_on_their_sheets_with_nothing_cut_off(desk: Page, hall: Hall, eyes: Eyes):
    for deck, (sheets, size) in DECKS.items():
        desk.goto(deck.format(ref=hall.ref))
        expect(desk.locator("h1")).to_be_visible()
        assert desk.evaluate(TOO_FULL) == [], deck
        eyes.scan(f"deck {deck}", page=desk)
        paper = desk.pdf(prefer_css_page_size=True, print_background=True)
        boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", paper)
        assert len(re.findall(rb"/Type /Page\b", paper)) == sheets, deck
        assert {(round(float(wide), 2), round(float(high), 2)) for wide, high in boxes} == {size}, deck


def test_all_people_places_and_questions_are_there(desk: Page, hall: Hall):
    desk.goto("/regie/kaarten/personas?maat=a4")
    assert desk.locator(".card-name").all_text_contents() == [
        "Ank (60)", "Kim (48)", "Maria (75)", "Nicole (40)", "Maria (45)", "Léon (24)"
    ]  # fmt: skip
    assert desk.locator(".card-part").count() == 6 * 9
    desk.goto("/regie/kaarten/vindplaatsen")
    assert [text != "" for text in desk.locator(".cut-text").all_text_contents()] == [True] * 31 + [False]
    desk.goto("/regie/kaarten/vragen")
    assert desk.locator(".cut-text").count() == 31


def test_the_card_to_join_has_code_and_both_pictures_and_says_when_there_is_no_code(desk: Page, hall: Hall):
    desk.goto(f"/regie/{hall.ref}/kaarten/meedoen")
    card = desk.locator(".cut--door").first
    expect(card).to_contain_text(f"{hall.code[:4]} {hall.code[4:]}")
    expect(card).to_contain_text("Zaal De Brink")
    for picture in card.locator("img").all():
        assert picture.evaluate("(img) => img.complete && img.naturalWidth > 0")
    planned = hall.facilitator.browser.post(
        f"/regie/ketens/{hall.ref.partition('-')[0]}/bijeenkomsten", {"title": "Straks", "template": "workshop"}
    )
    desk.goto(f"/regie/{planned.location.rpartition('/')[2]}/kaarten/meedoen")
    expect(desk.locator(".sheet")).to_have_count(0)
    expect(desk.locator(".banner")).to_contain_text("De deur is nog dicht")
