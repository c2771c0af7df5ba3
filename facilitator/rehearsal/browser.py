"""HTTP as the pages do it: forms with an Origin, cookies kept, redirects answered and not followed."""

from __future__ import annotations

import http.client
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass
from http.cookiejar import CookieJar
from typing import Any

PATIENCE = 30  # seconds that a page may take


@dataclass(frozen=True)
class Reply:
    """What the house answered; `location` is where a redirect points to, without the host."""

    status: int
    body: bytes
    headers: dict[str, str]

    @property
    def text(self) -> str:
        return self.body.decode("utf-8", "replace")

    @property
    def location(self) -> str:
        return self.headers.get("Location", "")


class Stay(urllib.request.HTTPRedirectHandler):
    """Leaves a redirect to whoever asked."""

    def redirect_request(self, *_: Any) -> None:
        return None


class Browser:
    """One person's browser at one address (`http://host:port`). Raises OSError when nobody answers."""

    def __init__(self, address: str) -> None:
        self.address = address.rstrip("/")
        jar = urllib.request.HTTPCookieProcessor(CookieJar())
        self.opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), jar, Stay)

    def get(self, path: str) -> Reply:
        return self.ask(urllib.request.Request(self.address + path))  # noqa: S310 - our own address

    def post(self, path: str, fields: dict[str, str] | None = None) -> Reply:
        """A form; lone surrogates and the like go out as they are, for the door to clean."""
        form = urllib.parse.urlencode(fields or {}, errors="surrogatepass").encode()
        headers = {"Origin": self.address}
        return self.ask(urllib.request.Request(self.address + path, form, headers))  # noqa: S310

    def ask(self, request: urllib.request.Request) -> Reply:
        try:
            with self.answer(request) as reply:
                return Reply(reply.status, reply.read(), dict(reply.headers))
        except http.client.HTTPException as broken:
            raise ConnectionError(f"the answer broke off: {broken!r}") from None

    def answer(self, request: urllib.request.Request) -> Any:
        try:
            return self.opener.open(request, timeout=PATIENCE)
        except urllib.error.HTTPError as refusal:
            return refusal
