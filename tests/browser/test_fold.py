"""On a small phone the one thing that is asked is in view, button included, before anybody scrolls."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.stage import SMALL_PHONE, Stage

ABOVE = """
() => {
  const button = document.querySelector(".writer-post");
  return button && document.querySelector(".dock").getBoundingClientRect().top - button.getBoundingClientRect().bottom;
}
"""
KEYBOARD = 280  # px of the window that a phone's keyboard takes


def test_field_and_button_are_in_view_in_every_step_where_notes_are_written(stage: Stage):
    hall = stage.hall(3)
    phone = stage.phone(SMALL_PHONE)
    try:
        stage.lend(hall.phones[0], phone.page.context)
        written, below, hidden = 0, {}, {}
        for step in hall.steps:
            if step["kind"] not in ("briefjes", "persona"):
                continue
            hall.go(step["title"])
            hall.play(until="note.post")
            if not written:
                phone.enter(hall.ref)
            phone.page.get_by_role("button", name="Plak op de muur").wait_for()
            phone.page.wait_for_function(
                "(nr) => document.querySelector('.phone-where').textContent.includes(nr)",
                arg=f" {hall.steps.index(step) + 1} van",
            )
            expect(phone.page.locator(".writer-post").first).to_be_visible()
            room = phone.page.evaluate(ABOVE)
            if room is None or room < 0:
                below[step["title"]] = room
            phone.page.set_viewport_size({**SMALL_PHONE, "height": SMALL_PHONE["height"] - KEYBOARD})
            phone.page.locator(".writer textarea").focus()
            phone.page.locator(".writer textarea").evaluate("(field) => field.scrollIntoView({ block: 'nearest' })")
            room = phone.page.evaluate(ABOVE)
            if room is None or room < -4:
                hidden[step["title"]] = room
            phone.page.locator(".writer textarea").blur()
            phone.page.set_viewport_size(SMALL_PHONE)
            phone.page.evaluate("() => scrollTo(0, 0)")
            written += 1
        assert written > 1
        assert (below, hidden) == ({}, {})
    finally:
        stage.leave(phone.page)
        hall.close()
