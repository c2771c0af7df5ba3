"""A house behind a name that is no secure context, and the browser windows that look at it."""

from __future__ import annotations

import socket
from contextlib import suppress
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

from facilitator.rehearsal.browser import Browser as Wired
from facilitator.rehearsal.client import Facilitator
from facilitator.rehearsal.house import House
from facilitator.rehearsal.sent import Person
from tests.browser.control import Control
from tests.browser.hall import Hall
from tests.browser.phone import Phone
from tests.browser.screen import Screen
from tests.browser.watch import Watch

NAME = "tafel.test"  # the browser is told where it is (facilitator/install/browser.py)
LAPTOP = {"width": 1366, "height": 768}
PROJECTOR = {"width": 1920, "height": 1080}
SMALL_PHONE = {"width": 360, "height": 740}
PHONE = {"width": 390, "height": 844}


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class Stage:
    """One house and its windows. Every window is watched; `close` shuts everything.

    `told` is another address that phones are told; the windows then use 127.0.0.1.
    """

    def __init__(self, browser: Browser, told: str = "", **words: Any) -> None:
        self.browser = browser
        port = free_port()
        self.name = "127.0.0.1" if told else NAME
        self.address = f"http://{self.name}:{port}"
        options = ("--public-url", told or self.address, *words.pop("options", ()))
        self.house = House(port=port, limits=False, options=options, **words).start()
        self.watch = Watch(f"{self.name}:{port}")
        self.contexts: list[BrowserContext] = []
        self.key: Wired | None = None

    @property
    def link(self) -> str:
        """The facilitator's link under the name."""
        return f"{self.address}/regie#{self.house.link.partition('#')[2]}"

    def context(self, size: dict[str, int], *, phone: bool = False, **words: Any) -> BrowserContext:
        """A browser of its own: cookies and storage apart from all others."""
        context = self.browser.new_context(
            base_url=self.address, viewport=size, has_touch=phone, is_mobile=phone, locale="nl-NL", **words
        )
        context.set_default_timeout(20_000)
        self.watch.over(context)
        self.contexts.append(context)
        return context

    def page(self, size: dict[str, int] = LAPTOP, **words: Any) -> Page:
        return self.context(size, **words).new_page()

    def control(self, facilitator: Facilitator | None = None, **words: Any) -> Control:
        """A laptop; with a facilitator on the wire it is signed in with the same key, at the same meeting."""
        control = Control(self.page(LAPTOP, **words))
        if facilitator:
            self.lend(facilitator, control.page.context)
            control.enter(facilitator.ref)
        return control

    def screen(self, facilitator: Facilitator, **words: Any) -> Screen:
        """The projector of a meeting that is led over the wire."""
        context = self.context(PROJECTOR, **words)
        facilitator.browser.post(f"/regie/{facilitator.ref}/scherm")
        self.lend(facilitator, context)
        screen = Screen(context.new_page())
        screen.enter(facilitator.ref)
        return screen

    def phone(self, size: dict[str, int] = SMALL_PHONE, **words: Any) -> Phone:
        return Phone(self.page(size, phone=True, **words))

    def hall(self, who: int | list[Person] = 6, **words: Any) -> Hall:
        """A new meeting with people in it; the link of the start is used once for all of them."""
        self.key = self.key or Facilitator.sign_in(self.house.link).browser
        return Hall(self.house, self.key, who, **words)

    def lend(self, facilitator: Facilitator, context: BrowserContext) -> None:
        """The cookies that a client of the wire got, for a browser under the name."""
        for handler in facilitator.browser.opener.handlers:
            for cookie in getattr(handler, "cookiejar", ()):
                context.add_cookies(
                    [
                        {
                            "name": cookie.name,
                            "value": cookie.value,
                            "domain": self.name,
                            "path": cookie.path,
                            "httpOnly": True,
                        }
                    ]
                )

    def leave(self, page: Page) -> None:
        """Shut one window for good."""
        self.contexts.remove(page.context)
        page.context.close()

    def close(self) -> None:
        for context in self.contexts:
            with suppress(Exception):
                context.close()
        self.house.close()
