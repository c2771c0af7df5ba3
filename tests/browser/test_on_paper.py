"""The facilitator types in what people without a phone did, and changes a kind's own settings, in the control room."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.looking import Eyes
from tests.browser.room import Room
from tests.browser.stage import Stage

PICTURES = os.environ.get("KETENTAFEL_PICTURES", "")  # a folder, for who wants to look for themself


@pytest.fixture(scope="module")
def room(stage: Stage) -> Iterator[Room]:
    hall = stage.hall(5)
    one = Room(stage, hall)
    wall = hall.go("Wat kunnen we nu al doen?")
    for number, phone in enumerate(hall.phones):
        phone.do("note.post", {"step": wall["id"], "text": f"Kans {number}: samen bellen met de school"})
    yield one
    for page in one.windows.values():
        stage.leave(page)
    hall.close()


def look(room: Room, eyes: Eyes, state: str) -> None:
    room.settle()
    page = room.control.page
    eyes.scan(state, control=page)
    eyes.targets(f"{state}, control", page, 24, 24)
    eyes.sideways(f"{state}, control", page)
    if PICTURES:
        for name, one in room.windows.items():
            one.screenshot(path=Path(PICTURES) / f"{state.replace(' ', '-')}-{name}.png")


def open_dialog(room: Room, eyes: Eyes, state: str):
    room.control.press("Namens iemand")
    expect(room.control.dialog).to_be_visible()
    look(room, eyes, state)
    return room.control.dialog


def test_votes_on_paper_are_counted_with_the_others(room: Room, eyes: Eyes):
    step = room.go("stemmen")
    room.settle()
    dialog = open_dialog(room, eyes, "votes on paper")
    dialog.get_by_label("Hoeveel mensen zijn het?").fill("3")
    fields = dialog.locator(".paper-cell input")
    fields.first.fill("20")
    expect(dialog.locator(".paper-line")).to_contain_text("te veel")
    dialog.get_by_role("button", name="Bewaar").click()
    expect(dialog.get_by_role("alert")).to_contain_text("stippen")
    look(room, eyes, "votes on paper refused")
    fields.first.fill("4")
    fields.nth(1).fill("2")
    dialog.get_by_role("button", name="Bewaar").click()
    expect(room.control.dialog).to_have_count(0)
    expect(room.control.page.locator("#main")).to_contain_text("3 van 8 hebben gestemd, waarvan 3 op papier")
    expect(room.screen.page.locator("body")).to_contain_text("3 van 8 hebben gestemd, waarvan 3 op papier")
    look(room, eyes, "votes counted")
    dialog = open_dialog(room, eyes, "votes on paper again")
    expect(dialog.get_by_label("Hoeveel mensen zijn het?")).to_have_value("3")
    expect(dialog.locator(".paper-cell input").first).to_have_value("4")
    room.control.page.keyboard.press("Escape")
    room.hall.facilitator.do("weighing.close", {"step": step["id"], "on": True})
    expect(room.control.page.get_by_role("button", name="Namens iemand")).to_have_count(0)


def test_marks_on_paper(room: Room, eyes: Eyes):
    room.go("matrix")
    room.settle()
    dialog = open_dialog(room, eyes, "marks on paper")
    dialog.get_by_label("Hoeveel mensen zijn het?").fill("2")
    cells = dialog.locator(".paper-cell input")
    cells.nth(0).fill("4 6")
    cells.nth(1).fill("2 1")
    dialog.get_by_role("button", name="Bewaar").click()
    expect(dialog.get_by_role("alert")).to_contain_text("1, 2, 3, 4 of 5")
    cells.nth(0).fill("45")
    dialog.get_by_role("button", name="Bewaar").click()
    expect(room.control.dialog).to_have_count(0)
    expect(room.screen.page.locator("body")).to_contain_text("2 van 7 hebben cijfers gegeven, waarvan 2 op papier")


def test_an_organisation_without_a_phone_and_cards_at_the_end(room: Room, eyes: Eyes):
    room.go("kennismaking")
    room.settle()
    dialog = open_dialog(room, eyes, "introduction on paper")
    dialog.get_by_label("Op welke manier?").fill("Na de dienst, bij de koffie")
    dialog.get_by_label("Signaleren").check()
    dialog.get_by_role("button", name="Bewaar").click()
    expect(room.control.dialog).to_have_count(0)
    room.control.page.get_by_text("Wat er is ingevuld (1)").click()
    expect(room.control.page.locator("#main")).to_contain_text("Na de dienst, bij de koffie")
    look(room, eyes, "introduction kept")
    room.go("acties")
    room.settle()
    dialog = open_dialog(room, eyes, "offers on paper")
    dialog.get_by_label("Aangeboden acties").fill("Folder maken\nKoffie schenken")
    dialog.get_by_role("button", name="Bewaar 2 keer").click()
    expect(room.control.page.locator("#main")).to_contain_text("Aangeboden (2)")
    look(room, eyes, "offers kept")
    room.go("afsluiten")
    room.settle()
    dialog = open_dialog(room, eyes, "commitments on paper")
    dialog.get_by_label("Kaartjes").fill("Ik ga langs bij de buurvrouw\nIk bel de huisarts")
    dialog.get_by_role("button", name="Bewaar 2 kaartjes").click()
    expect(room.screen.page.locator("body")).to_contain_text("2 van 7 hebben al iets opgeschreven, waarvan 2 op papier")
    look(room, eyes, "commitments kept")
    room.control.page.get_by_role("button", name="Wijzig wat de zaal ziet").first.click()
    room.control.page.get_by_role("menuitem", name="Verbeter de tekst").click()
    room.control.dialog.get_by_label("Voornemen").fill("Ik ga morgen langs bij de buurvrouw")
    room.control.dialog.get_by_role("button", name="Bewaar").click()
    expect(room.control.page.locator("#main")).to_contain_text("Ik ga morgen langs")


def edit(room: Room, title: str):
    room.control.page.locator(".agenda-look", has_text=title).first.click()
    room.control.menu("Wijzig deze stap", "Titel, vragen en instellingen")
    expect(room.control.dialog).to_be_visible()
    return room.control.dialog


@pytest.mark.parametrize("kind", ["stemmen", "matrix", "briefjes", "kennismaking", "persona", "afsluiten"])
def test_the_settings_of_a_kind_in_one_dialog(room: Room, eyes: Eyes, kind: str):
    step = room.hall.step(kind)
    dialog = edit(room, step["title"])
    dialog.get_by_text("Instellingen van deze oefening").scroll_into_view_if_needed()
    look(room, eyes, f"settings {kind}")
    room.control.page.keyboard.press("Escape")


def test_a_number_can_go_up_and_a_refusal_stands_at_its_field(room: Room, eyes: Eyes):
    step = room.hall.step("stemmen")
    room.hall.facilitator.do("weighing.close", {"step": step["id"], "on": False})
    dialog = edit(room, step["title"])
    dialog.get_by_label("Hoeveel stippen heeft ieder?").fill("1")
    dialog.get_by_role("button", name="Bewaar").click()
    expect(dialog.get_by_role("alert")).to_contain_text("alleen nog omhoog")
    look(room, eyes, "a setting refused")
    dialog.get_by_label("Hoeveel stippen heeft ieder?").fill("4")
    dialog.get_by_role("button", name="Bewaar").click()
    expect(room.control.dialog).to_have_count(0)
    room.go("stemmen")
    expect(room.phone.page.locator("body")).to_contain_text("U hebt 4 stippen")
