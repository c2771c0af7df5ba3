"""Watches pages.

Every request must stay in the house (P1), nothing may break the policy, nothing may end in the console.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, WebSocket

INLINE = ("data", "blob", "about")

# The browser itself says this about every page over plain http; the house sends the header for the ones over https.
PLAIN_HTTP = re.compile(r"Cross-Origin-Opener-Policy header has been ignored")

# The page behind the facilitator's link says 401 until the secret has been exchanged.
UNKNOWN_YET = re.compile(r"status of 401 \(UNAUTHORIZED\) \(\S+/regie[\w-]*(#\S*)?\)")

# What a page in a hall meets: the network away, the house away.
AWAY = re.compile(
    r"net::ERR_(INTERNET_DISCONNECTED|FAILED|CONNECTION_(REFUSED|RESET|CLOSED)|EMPTY_RESPONSE|NETWORK_CHANGED|SOCKET_NOT_CONNECTED)"
    r"|WebSocket connection to .* failed|Failed to fetch dynamically imported module"
)

POLICY = """
addEventListener("securitypolicyviolation", (event) =>
  console.error("policy broken: " + event.effectiveDirective + " " + event.blockedURI + " " + event.sourceFile));
"""


@dataclass
class Watch:
    """What went on in every page of one stage.

    `allow(pattern)` names console errors that a test brings about itself.
    """

    host: str
    foreign: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    requests: int = 0
    allowed: list[re.Pattern[str]] = field(default_factory=lambda: [PLAIN_HTTP, UNKNOWN_YET])

    def over(self, context: BrowserContext) -> None:
        """Watch every page of this context, also those that open later."""
        context.add_init_script(POLICY)
        context.on("request", self.asked)
        context.on("console", self.said)
        context.on("weberror", lambda fault: self.errors.append(f"{fault.page.url}: {fault.error}"))
        context.on("page", self.opened)

    def opened(self, page: Page) -> None:
        page.on("websocket", self.connected)

    def connected(self, socket: WebSocket) -> None:
        self.address(socket.url)

    def asked(self, request: Request) -> None:
        self.requests += 1
        self.address(request.url)

    def address(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in INLINE and parts.netloc != self.host:
            self.foreign.append(url)

    def said(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            where = message.location.get("url", "")
            self.errors.append(f"{message.page.url if message.page else ''}: {message.text} ({where})")

    def allow(self, *patterns: re.Pattern[str] | str) -> None:
        self.allowed += [re.compile(pattern) for pattern in patterns]

    def check(self) -> None:
        """Fails with everything that should not have been there, and begins anew."""
        foreign, errors = self.foreign[:], self.unexpected()
        self.foreign.clear()
        self.errors.clear()
        assert foreign == [], f"asked of another host: {foreign}"
        assert errors == [], "in the console:\n" + "\n".join(errors)

    def unexpected(self) -> list[str]:
        return [said for said in self.errors if not any(pattern.search(said) for pattern in self.allowed)]
