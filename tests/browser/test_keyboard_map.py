"""Somebody who has a keyboard and nothing else makes a network map from nothing, in the control room."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.hall import Hall
from tests.browser.looking import Eyes
from tests.browser.stage import LAPTOP, Stage

TITLE = "Wie werken er samen rond de mantelzorger?"
MOST = 150  # times Tab before it is no way to work
CLEAR = """
() => document.querySelector("#main h1").getBoundingClientRect().bottom <= document.querySelector(".frame-foot").getBoundingClientRect().top
"""
NAMED = """
() => {
  const one = document.activeElement;
  const label = one.labels && one.labels.length ? one.labels[0].textContent : "";
  return (one.getAttribute("aria-label") || label || one.textContent || "").trim().replace(/\\s+/g, " ");
}
"""


class Keys:
    """Two hands on a keyboard."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def to(self, name: str) -> None:
        """With Tab to what is called so (or begins so)."""
        for _ in range(MOST):
            if self.page.evaluate(NAMED).startswith(name):
                return
            self.press("Tab")
        raise AssertionError(f"{MOST} times Tab, and never at {name!r}")

    def choose(self, label: str, item: str) -> None:
        """An item of a menu, with the arrows."""
        self.to(label)
        self.press("Enter")
        for _ in range(20):
            if self.page.evaluate(NAMED).startswith(item):
                self.press("Enter")
                return
            self.press("ArrowDown")
        raise AssertionError(f"no {item!r} in {label!r}")

    def write(self, label: str, text: str) -> None:
        """In a field, or the first letters of a choice."""
        self.to(label)
        self.page.keyboard.type(text)


@pytest.fixture(scope="module")
def hall(stage: Stage) -> Iterator[Hall]:
    made = stage.hall([], template="ketenanalyse", title="Zonder muis")
    made.go(TITLE)
    yield made
    made.close()


def test_a_map_from_nothing_with_a_keyboard_only(stage: Stage, hall: Hall):
    page = stage.control(hall.facilitator).page
    keys = Keys(page)
    keys.to("Mensen")
    keys.press("Enter")
    for name, sort in (
        ("Gemeente Ede", "Gemeente"),
        ("Steunpunt Ede", "Mantelzorgsteunpunt"),
        ("Kerk De Brug", "Anders"),
    ):
        keys.to("Organisatie toevoegen")
        keys.press("Enter")
        keys.write("Naam", name)
        keys.write("Soort", sort)
        keys.to("Bewaar")
        keys.press("Enter")
        expect(page.get_by_role("dialog")).to_have_count(0)
    keys.write("Van", "Gemeente")
    keys.write("Naar", "Steunpunt")
    keys.to("Zet op de kaart")
    keys.press("Enter")
    expect(page.locator(".net-rows")).to_contain_text("samen getekend")
    keys.to("Namens iemand")
    keys.press("Enter")
    keys.write("Welke organisatie?", "Steunpunt")
    keys.write("Werkt samen met", "Voedselbank")
    keys.write("Waarover?", "doorverwijzen")
    keys.press("Enter")
    expect(page.get_by_role("dialog")).to_contain_text("dat staat op de kaart")
    keys.press("Escape")
    keys.choose("Verander … Voedselbank", "Onmisbaar: nodig uit")
    keys.choose("Beoordeel Gemeente Ede met Steunpunt Ede", "Gaat goed")
    keys.choose("Verander … Gemeente Ede", "Zet op de tafel")
    keys.to("midden, in het midden")
    keys.press("Enter")
    keys.to("3. Wat gaat goed")
    keys.press("Enter")
    expect(page.get_by_role("button", name="3. Wat gaat goed")).to_have_attribute("aria-pressed", "true")

    hall.facilitator.open()
    state = hall.facilitator.look()[hall.step(TITLE)["id"]]["state"]
    assert {(one[1], one[2], one[3], one[4]) for one in state["guests"]} == {
        ("Gemeente Ede", "gemeente", 1, 4),
        ("Steunpunt Ede", "steunpunt", 1, -1),
        ("Kerk De Brug", "overig", 1, -1),
        ("Voedselbank", "overig", 1, -1),
    }
    assert sorted((one.get("mark", ""), tuple(one.get("what", ()))) for one in state["links"]) == [
        ("", ("doorverwijzen",)),
        ("good", ()),
    ]
    stage.leave(page)


def test_two_maps_are_compared_with_the_arrows_on_the_page_and_for_the_room(stage: Stage, hall: Hall, eyes: Eyes):
    """A slider whose stops have names; the moments beside it say the same, and what changed is said."""
    regie, step = hall.facilitator, hall.step(TITLE)["id"]
    names = {one["name"]: identity for identity, one in regie.look().items() if one["type"] == "organisation"}
    told = {"organisation": names["Kerk De Brug"]}
    for number, name in enumerate(("Steunpunt Ede", "School")):
        regie.do("network.say", {"step": step, "name": name, **told})
        regie.do("meeting.close")
        hall.wire.facilitator = regie = regie.again("ketenanalyse", title=f"Jaar {number + 2}")
        regie.open_door()
        step = next(one["id"] for one in hall.wire.steps() if one["title"] == TITLE)
        regie.go(step)
    control = stage.control(regie).page
    keys = Keys(control)
    keys.to("5. Wat is er veranderd?")
    keys.press("Enter")
    slider = control.get_by_role("slider", name="Vergelijk met een eerder moment")
    expect(slider).to_have_attribute("aria-valuetext", re.compile("^Jaar 2"))
    slider.focus()
    keys.press("Home")
    expect(control.get_by_role("status").filter(has_text="sinds")).to_contain_text(
        "Wat er veranderde sinds Zonder muis"
    )
    expect(control.get_by_role("button", name="Zonder muis")).to_have_attribute("aria-pressed", "true")
    eyes.scan("compared with an earlier moment", control=control)
    screen = stage.screen(regie).page
    for at in (3, 5):
        regie.do("network.look", {"step": step, "stage": at})
        expect(screen.locator(".net-told" if at == 5 else ".net-map")).to_be_visible()
        for width, height in ((342, 192), (320, 256)):  # 400% of a laptop, and the least that must do
            for name, page in (("control", control), ("screen", screen)):
                page.set_viewport_size({"width": width, "height": height})
                eyes.sideways(f"the map in step {at}: {name}, {width} x {height}", page)
            assert screen.evaluate(CLEAR), "what is said lies free of the code"
    stage.leave(screen)
    control.set_viewport_size(LAPTOP)

    control.goto(f"/regie/ketens/{regie.ref.partition('-')[0]}/kaart")
    slider = control.get_by_role("slider", name="Schuif door de tijd")
    slider.focus()
    keys.press("Home")
    expect(control.locator("#live")).to_contain_text("Dit is de eerste kaart.")
    expect(control.locator("#map-view")).not_to_contain_text("School")
    keys.press("ArrowRight")
    expect(control.locator("#live")).to_contain_text("Een nieuwe lijn: School met Kerk De Brug.")
    expect(control.locator(".moments [aria-current]")).to_contain_text("Jaar 2")
    expect(slider).to_have_attribute("aria-valuetext", re.compile("^Jaar 2"))
    eyes.scan("the map over time", control=control)
    eyes.sideways("the map over time", control)
    stage.leave(control)
