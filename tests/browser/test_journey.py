"""The big journey.

A startbijeenkomst from the facilitator's link to the Word report, with everybody at the table at once.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from facilitator.web.pictures import qr_svg
from tests.browser.ending import an_action_with_its_trace, closing, report
from tests.browser.journey import BEGUN, MATRIX, NOTES, REST, VOTE, WALL, Table, tab_to
from tests.browser.screen import Screen
from tests.browser.stage import PHONE, PROJECTOR, SMALL_PHONE, Stage
from tests.browser.watch import AWAY

FETCHED = "(source) => fetch(source).then((reply) => reply.text())"


@pytest.fixture
def table(own_stage: Stage) -> Iterator[Table]:
    own_stage.watch.allow(AWAY)
    table = Table(own_stage)
    table.control = own_stage.control()
    yield table
    for phone in table.here:
        own_stage.leave(phone.page)


def test_a_whole_startbijeenkomst(table: Table):
    arriving(table)
    keys_and_remote(table)
    note_while_next_is_pressed(table)
    silence_then_the_wall(table)
    order_by_keyboard(table)
    voting(table)
    a_house_that_falls_and_gets_up(table)
    matrix(table)
    an_action_with_its_trace(table)
    closing(table)
    report(table)


def arriving(table: Table) -> None:
    """By the link, a keten, a meeting, the screen; in by the code and by the QR code's address."""
    control, stage = table.control, table.stage
    control.sign_in(stage.link)
    assert stage.house.link.partition("#")[2] not in control.page.url
    control.make_chain("Keten Veluwerand", "Ermelo")
    control.make_meeting("Startbijeenkomst Veluwerand")
    assert control.page.evaluate("() => window.isSecureContext") is False
    beamer = control.open_screen()
    beamer.set_viewport_size(PROJECTOR)
    table.screen = Screen(beamer)
    table.screen.wait()
    expect(table.screen.title).to_contain_text("Zo gaat de deur open")
    control.press("Zet de deur open")
    expect(table.screen.title).to_contain_text("Schuif aan")
    code = table.screen.code
    picture = beamer.locator(".door-qr img").get_attribute("src")
    assert beamer.evaluate(FETCHED, picture) == qr_svg(f"{stage.address}/{code}"), (
        "the QR code says the phones' address"
    )

    fatma = stage.phone(SMALL_PHONE)
    fatma.join(code, "Fatma", "Gemeente Ermelo", "Wmo-consulent")
    expect(fatma.question).to_contain_text("Welkom, Fatma")
    joop = stage.phone(PHONE)
    joop.page.goto(f"/{code}")
    joop.introduce("Joop", "Huisartsenpraktijk De Brink")
    expect(beamer.get_by_role("img", name="2 mensen aan tafel, uit 2 organisaties")).to_be_visible()
    joop.page.goto(f"/{code}")
    joop.wait()
    expect(joop.question).to_contain_text("Welkom, Joop")
    expect(beamer.get_by_role("img", name="2 mensen aan tafel")).to_be_visible()
    table.phones |= {"Fatma": fatma, "Joop": joop}


def keys_and_remote(table: Table) -> None:
    """PageUp and PageDown, arrows, `.` and `b`, on the laptop and on the screen's window; F5 and Esc do no harm."""
    control, beamer = table.control, table.screen.page
    first, second = "Wie zit er aan tafel?", "De ketenaanpak in het kort"
    for page, title, keys in (
        (control.page, first, ["PageDown"]),
        (control.page, second, ["ArrowRight"]),
        (control.page, first, ["PageUp"]),
        (control.page, second, ["PageDown"]),
        (control.page, first, ["ArrowLeft"]),
        (beamer, second, ["PageDown"]),
        (beamer, first, ["PageUp"]),
        (beamer, first, ["Escape", "F5"]),
        (control.page, first, ["Escape", "F5"]),
    ):
        for key in keys:
            page.keyboard.press(key)
        expect(control.now).to_have_text(title)
    for page, key in ((control.page, "."), (control.page, "b"), (beamer, "b"), (beamer, ".")):
        dark = beamer.locator(".screen-blank").count()
        page.keyboard.press(key)
        expect(beamer.locator(".screen-blank")).to_have_count(1 - dark)
    beamer.evaluate("() => { window.same = true; }")
    refused = beamer.evaluate(
        "() => ['F5', 'Escape'].map((key) => !dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true })))"
    )
    assert refused == [True, True] and beamer.evaluate("() => window.same"), "F5 does not load the screen again"
    control.refresh()
    expect(control.now).to_have_text(first)
    for phone in table.here:
        expect(phone.question).to_contain_text(first)


def note_while_next_is_pressed(table: Table) -> None:
    """Half a note is kept, offered, and sent to the step it was meant for; the facilitator sees that somebody types."""
    control, fatma, joop = table.control, table.phones["Fatma"], table.phones["Joop"]
    control.go(WALL)
    expect(fatma.question).to_contain_text("Welke kans ziet u")
    fatma.type(BEGUN)
    expect(control.typing).to_have_text("1 mens typt nog")
    control.next()
    expect(joop.question).to_contain_text(VOTE)
    expect(fatma.field).to_have_value(BEGUN)
    expect(fatma.field).to_be_focused()
    fatma.page.get_by_role("button", name="Ga mee").tap()
    expect(fatma.question).to_contain_text(VOTE)
    expect(fatma.page.locator("#together")).to_contain_text(f"Uw tekst hoort bij “{WALL}”")
    control.back()
    expect(fatma.field).to_have_value(BEGUN)
    fatma.field.press("End")
    fatma.type(REST[:8])
    fatma.refresh()
    expect(fatma.field).to_have_value(BEGUN + REST[:8])
    fatma.field.press("End")
    fatma.type(REST[8:])
    control.next()
    fatma.page.locator(".dock").get_by_role("button", name="Plak hem daar alsnog").tap()
    fatma.stored()
    control.back()
    expect(control.note(BEGUN + REST)).to_be_visible()
    expect(control.typing).to_have_text("Niemand typt")


def silence_then_the_wall(table: Table) -> None:
    """Nobody reads along before the reveal; who comes late lands in the step; then everybody sees everything."""
    control, beamer = table.control, table.screen.page
    ria = table.stage.phone(PHONE)
    ria.page.goto(f"/{table.screen.code}")
    ria.introduce("Ria", "Mantelzorgsteunpunt Veluwe", "consulent")
    table.phones["Ria"] = ria
    expect(ria.question).to_contain_text("Welke kans ziet u")
    for name, texts in NOTES.items():
        for text in texts:
            table.phones[name].post(text)
        table.phones[name].stored()
    every = [BEGUN + REST, *(text for texts in NOTES.values() for text in texts)]
    expect(control.notes).to_have_count(len(every))
    expect(beamer.get_by_text("3 van 3 hebben iets geschreven")).to_be_visible()
    for page, own in ((beamer, []), (ria.page, NOTES["Ria"])):
        for text in every:
            expect(page.get_by_text(text, exact=True)).to_have_count(1 if text in own else 0)
    control.press("Toon de muur aan de zaal")
    for text in every:
        expect(beamer.get_by_text(text, exact=True)).to_be_visible()
        expect(ria.page.locator(".briefjes-wall").get_by_text(text, exact=True)).to_have_count(1)


def order_by_keyboard(table: Table) -> None:
    """A group, a merge, a name and an undo without touching the mouse."""
    page, beamer = table.control.page, table.screen.page
    page.locator("body").press("Escape")
    doubles = [NOTES["Fatma"][0], NOTES["Joop"][0]]
    for text in doubles:
        tab_to(page, lambda name, text=text: name == f"Kies dit briefje: {text}")
        page.keyboard.press("Space")
    tab_to(page, lambda name: name == "Nieuw groepje", back=True)
    page.keyboard.press("Enter")
    page.keyboard.type("Elkaar kennen")
    page.keyboard.press("Enter")
    expect(beamer.get_by_text("Elkaar kennen")).to_be_visible()

    tab_to(page, lambda name: NOTES["Fatma"][0] in name and "Verplaats" in name)
    menu(page, "Voeg samen met …")
    tab_to(page, lambda name: name == doubles[1])
    page.keyboard.press("Space")
    tab_to(page, lambda name: name == "Voeg 2 briefjes samen")
    page.keyboard.press("Enter")
    expect(beamer.get_by_text("2 keer genoemd")).to_be_visible()
    expect(beamer.get_by_text(doubles[1], exact=True)).to_have_count(0)

    tab_to(page, lambda name: name.startswith("Maak ongedaan"))
    page.keyboard.press("Enter")
    expect(beamer.get_by_text(doubles[1], exact=True)).to_be_visible()
    expect(beamer.get_by_text("Elkaar kennen")).to_be_visible()


def menu(page: Page, item: str) -> None:
    """Open the menu that has the focus, and go down to an item."""
    page.keyboard.press("Enter")
    for _ in range(30):
        if page.evaluate("() => document.activeElement.textContent").strip() == item:
            break
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")


def voting(table: Table) -> None:
    """Dots that stay secret, also to the facilitator, until the outcome is shown."""
    control, beamer = table.control, table.screen.page
    control.next()
    expect(control.now).to_have_text(VOTE)
    for phone, wanted in zip(table.here, ["Elkaar kennen", "Elkaar kennen", NOTES["Ria"][0]], strict=True):
        for _ in range(2):
            phone.page.get_by_role("button", name=f"Stip erbij: {wanted}").tap()
        expect(phone.page.locator("#together")).to_contain_text("Nog 1 van 3 stippen")
        phone.stored()
    expect(control.page.locator("#main")).to_contain_text("3 van 3 hebben gestemd")
    for page in (control.page, beamer):
        expect(page.get_by_text("stippen", exact=True)).to_have_count(0)
    control.press("Sluit en toon de uitslag")
    first = beamer.locator("#main li").first
    expect(first).to_contain_text("Elkaar kennen")
    expect(first).to_contain_text("4 stippen")
    expect(table.phones["Ria"].page.locator("#together")).to_contain_text("Samen gaf de zaal 6 stippen")


def a_house_that_falls_and_gets_up(table: Table) -> None:
    """Killed and started on the same port: every window is current again, and everybody is who they were."""
    table.stage.house.kill()
    expect(table.here[0].state).to_contain_text("Geen verbinding")
    table.stage.house.start()
    for phone in table.here:
        phone.stored()
    expect(table.control.page.locator(".top .saved")).to_contain_text("Opgeslagen")
    table.control.next()
    expect(table.control.now).to_have_text(MATRIX)
    expect(table.screen.title).to_contain_text(MATRIX)
    for phone in table.here:
        expect(phone.question).to_contain_text(MATRIX)


def matrix(table: Table) -> None:
    """Marks from three phones; then the points."""
    control, beamer = table.control, table.screen.page
    for phone in table.here:
        for effort in (1, 2, 4):
            phone.page.get_by_role("group", name="Effect").get_by_role("button", name="5 van 5").tap()
            phone.page.get_by_role("group", name="Moeite").get_by_role("button", name=f"{effort} van 5").tap()
            phone.page.get_by_role("button", name="Volgende").tap()
        phone.stored()
    expect(control.page.locator("#main")).to_contain_text("3 van 3 hebben cijfers gegeven")
    control.press("Sluit en toon het schema")
    expect(beamer.locator("#main")).to_contain_text("Elkaar kennen")
    expect(table.here[0].page.locator("#together")).to_contain_text("U gaf: effect 5")
