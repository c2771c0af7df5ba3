"""Looking back in the three windows, and the keten's page: said on a phone, taken over, thanked for, kept."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.hall import Hall
from tests.browser.looking import Eyes
from tests.browser.room import Room
from tests.browser.stage import LAPTOP, SMALL_PHONE, Stage

PICTURES = os.environ.get("KETENTAFEL_PICTURES", "")  # a folder, for who wants to look for themself


@pytest.fixture(scope="module")
def room(stage: Stage) -> Iterator[Room]:
    """A keten whose first meeting left a list of actions; its second is at the terugblik."""
    first = stage.hall(4, keten="Terugblikland")
    first.go("acties")
    first.play()
    first.do("meeting.close")
    hall = stage.hall(4, template="kort-overleg", title="Kort overleg", after=first)
    hall.go("terugblik")
    yield Room(stage, hall)
    hall.close()
    first.close()


def look(room: Room, eyes: Eyes, state: str) -> None:
    room.look(eyes, state)
    if PICTURES:
        for name, one in room.windows.items():
            one.screenshot(path=Path(PICTURES) / f"{state.replace(' ', '-')}-{name}.png")


def what(hall: Hall, at: int) -> dict[str, str]:
    """An action of the list, as the control room has it."""
    view = hall.wire.look("facilitator")
    return view[view[hall.step("terugblik")["id"]]["state"]["order"][at]["id"]]


def test_what_somebody_says_on_a_phone_is_taken_over_and_thanked_for(room: Room, eyes: Eyes):
    phone, control, screen = room.phone.page, room.control.page, room.screen.page
    action = what(room.hall, 0)
    look(room, eyes, "looking back")
    card = phone.locator(".terugblik-card").filter(has_text=action["what"]).first
    card.get_by_role("button", name="Zeg hoe het staat").first.click()  # of the whole; its subactions have their own
    card.get_by_role("radio", name="voltooid").check()
    card.get_by_label("Wat helpt?").fill("Dat we samen belden")
    look(room, eyes, "looking back, saying")
    card.get_by_role("button", name="Zeg het").click()
    expect(card).to_contain_text("De begeleider heeft het gekregen")
    told = control.locator(".terugblik-told")
    expect(told).to_contain_text("Dat we samen belden")
    look(room, eyes, "looking back, told")
    told.get_by_role("button", name="Neem over").click()
    expect(told).to_have_count(0)
    expect(card).to_contain_text("De begeleider nam het over")
    expect(screen.locator(".terugblik-count--2")).to_have_text("1 klaar")
    room.hall.do("look.at", step=room.hall.step("terugblik")["id"], action=action["id"])
    expect(screen.get_by_text("Klaar. Dank u wel")).to_be_visible()
    look(room, eyes, "looking back, thanked for")
    eyes.check()


def test_the_facilitator_goes_through_the_list_and_writes_down_what_is_in_the_way(room: Room, eyes: Eyes):
    control, screen = room.control.page, room.screen.page
    room.control.press("Toon alle acties")
    room.control.press("Volgende actie groot")
    editor = control.locator(".terugblik-editor")
    editor.get_by_label("Wat houdt ons tegen?").fill("Het formulier is van de leverancier")
    editor.get_by_role("radio", name="bezig").click()
    expect(screen.locator(".terugblik-status")).to_contain_text("bezig")
    expect(editor.get_by_label("Wat houdt ons tegen?")).to_have_value("Het formulier is van de leverancier")
    day = editor.get_by_label("Nieuwe datum")
    was = day.input_value()
    day.fill("2020-01-02")
    expect(editor.get_by_role("status")).to_have_text("Deze dag is al voorbij. Klopt dat?")
    day.fill(was)
    expect(editor.get_by_role("status")).to_have_count(0)
    editor.get_by_role("button", name="Bewaar").click()
    expect(screen.get_by_text("Het formulier is van de leverancier")).to_be_visible()
    look(room, eyes, "looking back, stuck")
    expect(control.locator(".terugblik-card--now .terugblik-history").first).to_be_visible()
    eyes.check()


def test_the_page_of_the_keten_is_calm_on_a_laptop_and_on_a_phone(stage: Stage, room: Room, eyes: Eyes):
    page = stage.page(LAPTOP)
    stage.lend(room.hall.facilitator, page.context)
    page.goto(f"/regie/ketens/{room.hall.ref.partition('-')[0]}")
    card = page.locator(".action").first
    card.get_by_text("Bijwerken").click()
    card.get_by_role("radio", name="bezig").check()
    card.get_by_role("button", name="Bewaar").click()
    expect(page.locator(".action:target")).to_contain_text("bezig")
    call = page.locator(".caller").first
    call.get_by_text("Ik heb gebeld").first.click()
    call.get_by_label("Afgesproken").first.fill("Belt maandag terug")
    eyes.scan("keten, laptop", page=page)
    call.get_by_role("button", name="Bewaar").first.click()
    expect(page.locator(".call")).to_contain_text("Belt maandag terug")
    for way in ("Per bouwsteen", "Per persoon"):
        page.get_by_role("link", name=way).click()
        expect(page.locator(".way[aria-current]")).to_have_text(way)
    page.set_viewport_size(SMALL_PHONE)
    room.hall.do("plan.make", start="2031-01-14", rhythm="tekst")
    page.reload()
    page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")  # all forms at once
    eyes.scan("keten, phone", page=page)
    eyes.targets("keten, phone", page, 24, 44)
    eyes.sideways("keten, phone", page)
    if PICTURES:
        page.screenshot(path=Path(PICTURES) / "keten-phone.png", full_page=True)
    eyes.check()
