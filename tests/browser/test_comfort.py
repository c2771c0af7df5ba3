"""Reflow, wider letters, forced colours, no motion, a focus that can be seen (A3, A6, A10)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.hall import Hall
from tests.browser.looking import FOCUS, SPACING, Eyes, unfold
from tests.browser.room import Room
from tests.browser.stage import SMALL_PHONE, Stage

KINDS = ["kennismaking", "uitleg", "persona", "Wat kunnen we nu al doen?", "stemmen", "matrix", "acties", "afsluiten"]
MOVING = "() => document.getAnimations().filter((one) => one.playState === 'running').map((one) => one.animationName || one.transitionProperty)"
CLIPPED = """
() => [...document.querySelectorAll("#page *")].filter((node) => {
  const style = getComputedStyle(node);
  return !node.closest(".visually-hidden, svg, textarea, select") && node.checkVisibility() && /hidden|clip/.test(style.overflowY) && style.webkitLineClamp === "none"
    && style.textOverflow !== "ellipsis" && node.scrollHeight > node.clientHeight + 3;
}).map((node) => node.outerHTML.slice(0, 120))
"""


@pytest.fixture(scope="module")
def hall(stage: Stage) -> Iterator[Hall]:
    """A meeting that has been gone through once, so that every step has something in it."""
    hall = stage.hall(5)
    for title in KINDS:
        hall.go(title)
        hall.play()
    yield hall
    hall.close()


def again(hall: Hall, name: str) -> None:
    """Back to a step that is over."""
    hall.wire.go(hall.step(name)["id"])


def test_the_phone_and_the_control_room_fold_up(stage: Stage, hall: Hall, eyes: Eyes):
    """320 px wide, 256 high, 200% and 400% of a laptop.

    Nothing to scroll in two directions; wider letters cut nothing off.
    """
    room = Room(stage, hall)
    phone, control = room.phone.page, room.control.page
    for name in KINDS[:-1]:
        again(hall, name)
        room.settle()
        phone.set_viewport_size({"width": 320, "height": 256})
        eyes.sideways(f"{name}: phone, 320 x 256", phone)
        phone.set_viewport_size({"width": 740, "height": 360})
        eyes.sideways(f"{name}: phone, on its side", phone)
        phone.set_viewport_size(SMALL_PHONE)
        for width, height in ((683, 384), (342, 192)):
            control.set_viewport_size({"width": width, "height": height})
            eyes.sideways(f"{name}: control, {width} x {height}", control)
        control.set_viewport_size({"width": 1366, "height": 768})
    for page in (phone, control):
        page.evaluate(SPACING)
    for name in KINDS[2:7]:  # where most words are
        again(hall, name)
        room.settle()
        for which, page in (("phone", phone), ("control", control)):
            eyes.sideways(f"{name}: {which}, wider letters", page)
            eyes.note(f"{name}: {which}, wider letters cut off", page.evaluate(CLIPPED))
    for page in (phone, control, room.screen.page):
        stage.leave(page)


def test_forced_colours_tell_the_same(stage: Stage, hall: Hall, eyes: Eyes):
    room = Room(stage, hall, forced_colors="active")
    for name in ("kennismaking", "Wat kunnen we nu al doen?", "matrix"):
        again(hall, name)
        room.settle()
        unfold(room.phone.page)
        eyes.scan(f"{name}, forced colours", **room.windows)
        room.phone.page.set_viewport_size(SMALL_PHONE)
    current = room.control.page.locator(".agenda-row.is-now")
    expect(current).to_contain_text("▶")
    tab = room.phone.page.locator(".tab[aria-current=page]")
    other = room.phone.page.locator(".tab:not([aria-current])").first
    border = "(node) => getComputedStyle(node).borderTopWidth"
    assert tab.evaluate(border) != other.evaluate(border), "the tab one is in has an edge of its own"
    for page in room.windows.values():
        stage.leave(page)


def test_nothing_moves_for_who_does_not_want_that(stage: Stage, hall: Hall):
    room = Room(stage, hall, reduced_motion="reduce")
    again(hall, "Wat kunnen we nu al doen?")
    step = hall.step("Wat kunnen we nu al doen?")
    hall.do("step.reveal", step=step["id"], on=True)
    hall.wire.act(1, "note.post", {"step": step["id"], "lane": "1", "text": "Dit briefje beweegt niet."})
    expect(room.screen.page.get_by_text("Dit briefje beweegt niet.")).to_be_visible()
    for page in room.windows.values():
        assert page.evaluate(MOVING) == []
    for page in room.windows.values():
        stage.leave(page)


def walk(page: Page, state: str, eyes: Eyes, most: int) -> int:
    """Tab through a page until it begins again; every stop can be seen, is not covered, and has a ring."""
    page.evaluate("() => { scrollTo(0, 0); document.activeElement.blur(); }")
    seen: list[str] = []
    for _ in range(most):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        if stop is None or stop["name"] in seen:
            break
        seen.append(stop["name"])
        eyes.note(f"{state}, focus", [f"{fault}: {stop['name']}" for fault in stop["faults"]])
    return len(seen)


@pytest.mark.parametrize("name", ["Wat kunnen we nu al doen?", "matrix", "acties"])
def test_the_focus_can_be_seen_at_every_stop(stage: Stage, hall: Hall, eyes: Eyes, name: str):
    again(hall, name)
    control, phone = stage.control(hall.facilitator), stage.phone()
    stage.lend(hall.phones[0], phone.page.context)
    phone.enter(hall.ref)
    expect(phone.question).to_be_visible()
    assert walk(control.page, f"{name}, control", eyes, 120) > 15
    assert walk(phone.page, f"{name}, phone", eyes, 60) > 3
    stage.leave(control.page)
    stage.leave(phone.page)
