"""axe, targets and letters on what stands around the steps.

Welcome, dialogs, menus, panes, tabs, closed doors (A1, A5).
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.looking import Eyes, unfold
from tests.browser.room import Room
from tests.browser.stage import SMALL_PHONE, Stage
from tests.browser.watch import AWAY

WALL = "Wat kunnen we nu al doen?"


@pytest.fixture(scope="module")
def room(stage: Stage) -> Iterator[Room]:
    hall = stage.hall(4)
    fields = {"wifi_name": "Zaal De Brink", "wifi_password": "koffie-met-thee"}
    hall.facilitator.browser.post(f"/regie/{hall.ref}/deur", fields)
    yield Room(stage, hall)
    hall.close()


def laptop(eyes: Eyes, room: Room, state: str) -> None:
    eyes.scan(state, control=room.control.page)
    eyes.targets(f"{state}, control", room.control.page, 24, 24)
    eyes.sideways(f"{state}, control", room.control.page)


def pocket(eyes: Eyes, room: Room, state: str) -> None:
    page = room.phone.page
    eyes.sideways(f"{state}, phone", page)
    unfold(page)
    eyes.scan(state, phone=page)
    eyes.targets(f"{state}, phone", page, 24, 44)
    page.set_viewport_size(SMALL_PHONE)


def test_before_the_first_step(room: Room, eyes: Eyes):
    expect(room.screen.page.locator(".door-wifi")).to_contain_text("Zaal De Brink")
    room.look(eyes, "welcome, with wifi")


def test_before_the_door_is_open(stage: Stage, room: Room, eyes: Eyes):
    planned = room.hall.facilitator.browser.post(
        f"/regie/ketens/{room.hall.ref.partition('-')[0]}/bijeenkomsten", {"title": "Straks", "template": "workshop"}
    )
    ref = planned.location.rpartition("/")[2]
    control, beamer = stage.page(), stage.page({"width": 1920, "height": 1080})
    for page in (control, beamer):
        stage.lend(room.hall.facilitator, page.context)
    control.goto(f"/regie/{ref}")
    with control.expect_popup() as opened:
        control.get_by_role("button", name="Open het scherm").click()
    expect(opened.value.get_by_role("heading", level=1)).to_contain_text("Zo gaat de deur open")
    opened.value.set_viewport_size({"width": 1920, "height": 1080})
    eyes.scan("planned", control=control, screen=opened.value)
    eyes.projected("planned", opened.value)
    for page in (control, beamer):
        stage.leave(page)


def test_the_panes_of_the_control_room(room: Room, eyes: Eyes):
    room.hall.go(WALL)
    for name in ("Mensen", "Meedoen", "Spiekbrief"):
        room.control.pane(name)
        room.settle()
        laptop(eyes, room, f"pane {name}")


@pytest.mark.parametrize(
    ("label", "item"),
    [
        ("Bijeenkomst", "Titel, plaats en datum"),
        ("Bijeenkomst", "Sluit de bijeenkomst af"),
        ("Wijzig deze stap", "Titel, vragen en instellingen"),
        ("Wijzig deze stap", "Voeg hierna een stap toe"),
    ],
)
def test_a_menu_and_the_dialog_behind_it(room: Room, eyes: Eyes, label: str, item: str):
    page = room.control.page
    button = page.locator("#main, .top").get_by_role("button", name=label).first
    button.click()
    laptop(eyes, room, f"menu {label}")
    page.get_by_role("menuitem", name=item).click()
    expect(room.control.dialog).to_be_visible()
    laptop(eyes, room, f"dialog {item}")
    page.keyboard.press("Escape")
    expect(room.control.dialog).to_have_count(0)
    expect(button).to_be_focused()


def test_on_behalf_of_somebody(room: Room, eyes: Eyes):
    room.control.press("Namens iemand")
    laptop(eyes, room, "dialog on behalf")
    room.control.dialog.get_by_label("Briefjes").fill("Bel vaker\nDeel nummers\n")
    room.control.dialog.get_by_role("button", name="Plak 2 briefjes").click()
    expect(room.control.notes).to_have_count(2)
    room.control.page.locator("#main input[type=checkbox]").first.check()
    laptop(eyes, room, "a note is chosen")
    room.control.page.get_by_role("button", name="Verplaats").last.click()
    laptop(eyes, room, "menu of a note")
    room.control.page.keyboard.press("Escape")


def test_looking_at_another_step(room: Room, eyes: Eyes):
    room.control.page.locator(".agenda-look", has_text="Wanneer zien we elkaar weer?").click()
    expect(room.control.page.locator(".looking")).to_be_visible()
    laptop(eyes, room, "looking at another step")
    room.control.menu("Wijzig deze stap", "Haal van de agenda")
    laptop(eyes, room, "dialog to take a step away")
    room.control.page.keyboard.press("Escape")
    room.control.press("Terug naar de zaal")


def test_the_other_tabs_of_the_phone(room: Room, eyes: Eyes):
    room.phone.post("Even opschrijven")
    room.phone.stored()
    for name, heading in (("Naslag", "Naslag"), ("Over u", "Over u")):
        room.phone.tab(name)
        expect(room.phone.page.get_by_role("heading", level=1, name=heading)).to_be_visible()
        room.settle()
        pocket(eyes, room, f"tab {name}")
    room.phone.page.get_by_role("button", name="Ik ga weg en wis mijn gegevens").tap()
    pocket(eyes, room, "asked to leave")
    room.phone.page.keyboard.press("Escape")
    room.phone.tab("Meedoen")


def test_a_phone_without_a_line(room: Room, eyes: Eyes, stage: Stage):
    stage.watch.allow(AWAY)
    context = room.phone.page.context
    context.set_offline(True)
    room.phone.post("Nog niet verstuurd")
    expect(room.phone.state).to_contain_text("Nog niet opgeslagen")
    pocket(eyes, room, "without a line")
    context.set_offline(False)
    room.phone.stored()


def test_a_note_that_may_point_at_somebody_gets_a_hint_and_goes_through(room: Room, eyes: Eyes):
    room.phone.type("Bel mevrouw De Vries op 06-12345678")
    hint = room.phone.page.locator(".writer-hint")
    expect(hint).to_contain_text("een telefoonnummer en de naam van een mens")
    pocket(eyes, room, "a hint under a note")
    room.phone.post("Bel haar een keer")
    room.phone.stored()
    expect(hint).to_have_count(0)


def test_a_laptop_and_a_screen_without_a_line(room: Room, eyes: Eyes, stage: Stage):
    stage.watch.allow(AWAY)
    pages = {"control": room.control.page, "screen": room.screen.page}
    for page in pages.values():
        page.context.set_offline(True)
        expect(page.get_by_text("geen verbinding", exact=False).first).to_be_visible()
    eyes.scan("without a line", **pages)
    eyes.projected("without a line", room.screen.page)
    for page in pages.values():
        page.context.set_offline(False)
    room.control.wait()


def test_half_a_note_for_a_step_that_is_over(room: Room, eyes: Eyes):
    room.phone.type("Half")
    room.hall.wire.go(room.hall.step("persona")["id"])
    expect(room.phone.page.locator(".held")).to_be_visible()
    pocket(eyes, room, "held on to the step before")
    room.phone.page.get_by_role("button", name="Ga mee").tap()
    expect(room.phone.page.locator(".left")).to_be_visible()
    pocket(eyes, room, "half a note is offered")


def test_dark_and_closed(room: Room, eyes: Eyes):
    room.hall.do("meeting.blank", on=True)
    expect(room.screen.page.locator(".screen-blank")).to_be_visible()
    room.look(eyes, "dark")
    room.hall.do("meeting.blank", on=False)
    room.hall.do("meeting.close")
    expect(room.screen.title).to_contain_text("Bedankt")
    room.look(eyes, "closed")


def test_a_seat_that_was_taken_away(room: Room, eyes: Eyes):
    room.hall.do("meeting.open")
    room.hall.do("participant.remove", participant=room.hall.phones[0].seat)
    expect(room.phone.question).to_contain_text("er niet meer")
    pocket(eyes, room, "a seat that was taken away")
