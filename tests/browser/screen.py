"""The room's screen: it shows, and is never asked."""

from __future__ import annotations

from playwright.sync_api import Locator, Page


class Screen:
    def __init__(self, page: Page) -> None:
        self.page = page

    def enter(self, ref: str) -> None:
        self.page.goto(f"/scherm/{ref}")
        self.wait()

    def wait(self) -> None:
        self.page.locator("#page[data-ready]").wait_for(state="attached")

    def refresh(self) -> None:
        self.page.reload()
        self.wait()

    @property
    def title(self) -> Locator:
        return self.page.locator("h1")

    @property
    def stage(self) -> Locator:
        return self.page.locator("#main")

    @property
    def notes(self) -> Locator:
        return self.page.locator("#main .note-text")

    @property
    def code(self) -> str:
        """The eight digits, as they stand on the welcome or under a step."""
        shown = self.page.locator(".door-code, .foot-code").first
        return shown.inner_text().replace(" ", "").strip()
