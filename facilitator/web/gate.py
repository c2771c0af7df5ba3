"""The gate before everything, Socket.IO included: known Host, own Origin, safe headers (rules 13 and 16, D17, D18)."""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Callable, Iterable
from typing import Any

from facilitator.web.address import Addresses

log = logging.getLogger("ketentafel.web")
CSP = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'{sockets}",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "object-src 'none'",
    )
)
# Looking back draws the three screens in windows of its own. Those may stand in our own page only, and reach nothing:
# no socket, no request, no form. The page around them may hold such windows, and has no socket either.
REPLAY = re.compile(r"/regie/[^/]+/terugkijken(/beeld/\w+)?")
CSP_AROUND = CSP.replace("{sockets}", "") + "; frame-src 'self'"
CSP_WITHIN = (
    CSP.replace("connect-src 'self'{sockets}", "connect-src 'none'")
    .replace("form-action 'self'", "form-action 'none'")
    .replace("frame-ancestors 'none'", "frame-ancestors 'self'")
)
NOTHING = "default-src 'none'; frame-ancestors 'none'"  # for what is no page: it never needs to fetch anything
FOR_PARTS = (
    ("X-Content-Type-Options", "nosniff"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
)
HEADERS = (
    *FOR_PARTS,
    ("Referrer-Policy", "same-origin"),  # no-referrer would make the Origin of a form null
    ("X-Frame-Options", "DENY"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), microphone=(), geolocation=(), browsing-topics=()"),
)
# Scripts, sheets and letters are never a document: what guards documents would only be weight on a phone, thirty times.
PARTS = (".js", ".css", ".woff2")
PART_TYPES = ("text/javascript", "text/css", "font/woff2")
SAFE = frozenset({"GET", "HEAD"})
KNOWN = SAFE | {"POST"}
LARGEST_POST = 1024 * 1024
OWN_BOUND = "/regie/ketens/openen"  # takes a whole keten, bounds it itself, and reads nothing for a stranger

Start = Callable[..., Any]
App = Callable[[dict[str, Any], Start], Iterable[bytes]]


class Gate:
    """A WSGI wrapper. 421 for a Host that is not ours, 403 for a foreign or missing Origin where one is needed."""

    def __init__(self, app: App, addresses: Addresses) -> None:
        self.app, self.addresses = app, addresses

    def __call__(self, environ: dict[str, Any], start: Start) -> Iterable[bytes]:
        host = environ.get("HTTP_HOST", "")
        if not self.addresses.knows(host):
            return refuse(start, "421 Misdirected Request", "Dit adres hoort niet bij deze tafel.")
        method, origin = environ["REQUEST_METHOD"], environ.get("HTTP_ORIGIN")
        upgrade = environ.get("HTTP_UPGRADE", "").lower() == "websocket"
        if method not in KNOWN:
            return refuse(start, "405 Method Not Allowed", "Dat kan hier niet.")
        needed = method not in SAFE or upgrade
        if origin is not None and not self.addresses.own_origin(origin, host) or origin is None and needed:
            return refuse(
                start, "403 Forbidden", "Deze vraag komt van een andere pagina. Open de tafel opnieuw met de code."
            )
        if too_large(environ):
            return refuse(start, "413 Content Too Large", "Dit is te veel in een keer.")
        for forged in ("HTTP_X_FORWARDED_HOST", "HTTP_X_FORWARDED_PROTO", "HTTP_X_FORWARDED_FOR", "HTTP_FORWARDED"):
            environ.pop(forged, None)
        environ.pop("HTTP_SEC_WEBSOCKET_EXTENSIONS", None)  # no per-message deflate: dearer than it saves (D18)
        safe = self.addresses.safe(host)
        policy, guards = guarded(environ.get("PATH_INFO", ""), f" {'wss' if safe else 'ws'}://{host}")

        def with_headers(status: str, headers: list[tuple[str, str]], *rest: Any) -> Any:
            names = {name.lower(): value for name, value in headers}
            if part(environ, status, names.get("content-type")):
                extra = list(FOR_PARTS)
            else:
                page = names.get("content-type", "text/html").startswith("text/html")
                extra = [*guards, ("Content-Security-Policy", policy if page else NOTHING)]
            if safe:
                extra.append(("Strict-Transport-Security", "max-age=31536000"))
            if "cache-control" not in names:
                extra.append(("Cache-Control", "no-store"))
            return start(status, [*headers, *extra], *rest)

        try:
            return self.app(environ, with_headers)
        except Exception:
            log.exception("a request failed")
            say = "Er ging iets mis bij ons. Laad de pagina opnieuw."
            return refuse(start, "500 Internal Server Error", say, sys.exc_info())


def guarded(path: str, sockets: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The policy and the headers of a page at this address."""
    found = REPLAY.fullmatch(path)
    if found is None:
        return CSP.format(sockets=sockets), HEADERS
    if found[1] is None:
        return CSP_AROUND, HEADERS
    return CSP_WITHIN, tuple((name, "SAMEORIGIN" if name == "X-Frame-Options" else value) for name, value in HEADERS)


def part(environ: dict[str, Any], status: str, kind: str | None) -> bool:
    """True for a script, a sheet or letters, and for the answer that the browser's own copy of one is still good."""
    if not environ.get("PATH_INFO", "").endswith(PARTS):
        return False
    return status.startswith("304") or status.startswith("200") and (kind or "").startswith(PART_TYPES)


def too_large(environ: dict[str, Any]) -> bool:
    length = environ.get("CONTENT_LENGTH") or "0"
    if not length.isdigit():
        return True
    return int(length) > LARGEST_POST and environ.get("PATH_INFO") != OWN_BOUND


def refused(say: str) -> tuple[list[tuple[str, str]], bytes]:
    """Headers and body of a short answer in Dutch."""
    body = say.encode()
    headers = [
        ("Content-Type", "text/plain; charset=utf-8"),
        ("Content-Length", str(len(body))),
        ("Connection", "close"),
        *HEADERS,
        ("Content-Security-Policy", NOTHING),
        ("Cache-Control", "no-store"),
    ]
    return headers, body


def refuse(start: Start, status: str, say: str, *fault: Any) -> Iterable[bytes]:
    headers, body = refused(say)
    start(status, headers, *fault)
    return [body]


def unreadable(status: str) -> bytes:
    """The whole answer to something that is no request."""
    headers, body = refused("Dit is niet te lezen. Typ het adres opnieuw.")
    words = {"414": "URI Too Long"}.get(status, "Bad Request")
    lines = [f"HTTP/1.1 {status} {words}", *(f"{name}: {value}" for name, value in headers)]
    return "\r\n".join([*lines, "", ""]).encode() + body
