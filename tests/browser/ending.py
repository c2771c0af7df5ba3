"""The end of the big journey: an action, a promise each, the door shut, and the report."""

from __future__ import annotations

import io

import docx
from playwright.sync_api import expect

from tests.browser.journey import ACTION, BEGUN, END, NOTES, PROMISE, REST, Table


def an_action_with_its_trace(table: Table) -> None:
    """From the group to an action; the notes behind it stay with it."""
    control = table.control
    control.next()
    control.page.get_by_role("button", name="Maak een actie: Elkaar kennen").click()
    control.dialog.get_by_label("Wat").first.fill(ACTION)
    control.dialog.get_by_label("Wie").first.fill("Gemeente Ermelo")
    control.dialog.get_by_role("button", name="Zet op de lijst").click()
    expect(table.screen.stage).to_contain_text(ACTION)
    expect(table.here[1].page.locator("#together")).to_contain_text(ACTION)
    trace = control.page.locator(".acties-trace")
    trace.locator("summary").click()
    for text in (NOTES["Fatma"][0], NOTES["Joop"][0]):
        expect(trace).to_contain_text(text)


def closing(table: Table) -> None:
    """A promise each, and the door shut."""
    control = table.control
    control.next()
    expect(control.now).to_have_text(END)
    ria = table.phones["Ria"]
    ria.page.get_by_label("Mijn voornemen").fill(PROMISE)
    ria.page.locator(".writer-post").tap()
    ria.stored()
    control.page.locator(".middle-tools .button--main").click()
    expect(table.screen.stage).to_contain_text(PROMISE)
    control.menu("Bijeenkomst", "Sluit de bijeenkomst af")
    control.dialog.get_by_role("button", name="Ja, sluit af").click()
    expect(table.screen.title).to_contain_text("Bedankt")
    for phone in table.here:
        expect(phone.question).to_contain_text("afgesloten")
    fatma = table.phones["Fatma"]
    fatma.tab("Naslag")
    expect(fatma.page.locator("#main")).to_contain_text("Hoort nu bij het groepje “Elkaar kennen”")


def report(table: Table) -> None:
    """Downloaded and opened: every note, the action, the promise and who was there."""
    page = table.control.page
    page.get_by_role("link", name="Maak het verslag").click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Maak het Word-verslag").click()
    assert waiting.value.suggested_filename.startswith("verslag-startbijeenkomst-veluwerand")
    paper = docx.Document(io.BytesIO(waiting.value.path().read_bytes()))
    cells = [cell.text for one in paper.tables for row in one.rows for cell in row.cells]
    text = "\n".join([*(paragraph.text for paragraph in paper.paragraphs), *cells])
    wanted = [BEGUN + REST, *(one for texts in NOTES.values() for one in texts), ACTION, PROMISE, "Elkaar kennen"]
    wanted += ["Gemeente Ermelo", "Huisartsenpraktijk De Brink", "Mantelzorgsteunpunt Veluwe"]
    assert [one for one in wanted if one not in text] == []
