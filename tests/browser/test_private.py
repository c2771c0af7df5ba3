"""What somebody thinks in a reflection stays on the phone: nothing of it leaves before they share it."""

import sqlite3
from contextlib import closing

from playwright.sync_api import expect

from tests.browser.stage import Stage

SECRET = "Ik durf het thuis niet te vragen"
TABLES = "select name from sqlite_master where type = 'table'"


def on_disk(stage: Stage) -> str:
    """Everything that the house has stored, as text."""
    with closing(sqlite3.connect(f"file:{stage.house.data / 'ketentafel.db'}?mode=ro", uri=True)) as look:
        names = [name for (name,) in look.execute(TABLES).fetchall()]
        return str([look.execute(f'select * from "{name}"').fetchall() for name in names])


def test_a_thought_stays_on_the_phone_until_it_is_shared(stage: Stage):
    hall = stage.hall(1)
    hall.do("step.add", exercise="reflectie", after=hall.steps[-1]["id"])
    hall.steps = hall.wire.steps()
    hall.wire.go(hall.step("reflectie")["id"])
    phone = stage.phone().join(hall.code, "Noor", "Thuiszorg West", "Huisarts")
    field = phone.page.locator(".reflectie-card textarea").first
    field.fill(SECRET)
    phone.page.get_by_role("button", name="Ik ben klaar").tap()
    expect(phone.page.locator(".reflectie-told").last).to_contain_text("U bent klaar")
    phone.refresh()
    expect(field).to_have_value(SECRET)
    assert "reflection.readied" in on_disk(stage) and SECRET not in on_disk(stage)

    hall.wire.go(hall.steps[0]["id"])
    phone.refresh()
    phone.tab("Naslag")
    expect(phone.page.get_by_text(SECRET)).to_be_visible()
    phone.tab("Meedoen")
    hall.wire.go(hall.step("reflectie")["id"])
    phone.page.get_by_text("Ideeën voor uw beroep").tap()
    expect(phone.page.locator(".reflectie-sheet h3").first).to_have_text("Aandacht voor mantelzorgers")

    phone.page.get_by_role("button", name="Deel met de zaal").first.tap()
    expect(phone.page.locator(".reflectie-told").first).to_contain_text("Gedeeld met de zaal")
    assert SECRET in on_disk(stage)
    stage.leave(phone.page)
    hall.close()
