"""The three windows on one meeting: a phone of somebody who sits there, the control room, the screen."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import expect

from tests.browser.hall import Hall
from tests.browser.looking import Eyes, unfold
from tests.browser.stage import SMALL_PHONE, Stage

SETTLE = 250  # ms in which a patch reaches every window and is drawn


class Room:
    """`look` scans all three in the state that the meeting is in now."""

    def __init__(self, stage: Stage, hall: Hall, **words: Any) -> None:
        self.hall = hall
        self.control = stage.control(hall.facilitator, **words)
        self.screen = stage.screen(hall.facilitator, **words)
        self.phone = stage.phone(**words)
        stage.lend(hall.phones[0], self.phone.page.context)
        self.phone.enter(hall.ref)

    @property
    def windows(self) -> dict[str, Any]:
        return {"phone": self.phone.page, "control": self.control.page, "screen": self.screen.page}

    def go(self, name: str) -> dict[str, Any]:
        """Take the room there; the control room shows it, so that what is pressed next is pressed there."""
        step = self.hall.go(name)
        here = self.control.page.locator("[aria-current=step]")
        expect(here).to_contain_text(step["title"])
        return step

    def settle(self) -> None:
        self.phone.page.wait_for_timeout(SETTLE)

    def look(self, eyes: Eyes, state: str) -> None:
        """axe on all three; targets, overflow, letters and contrast where they count."""
        self.settle()
        for width in (320, 360):
            self.phone.page.set_viewport_size({**SMALL_PHONE, "width": width})
            eyes.sideways(f"{state}, phone", self.phone.page)
        unfold(self.phone.page)
        eyes.scan(state, **self.windows)
        eyes.targets(f"{state}, phone", self.phone.page, 24, 44)
        self.phone.page.set_viewport_size(SMALL_PHONE)
        eyes.targets(f"{state}, control", self.control.page, 24, 24)
        eyes.sideways(f"{state}, control", self.control.page)
        eyes.projected(state, self.screen.page)
