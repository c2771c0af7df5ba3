"""S3: twelve ways to come from somewhere else, at four doors: the right answer 48 times (D17)."""

from __future__ import annotations

import base64
import os
from dataclasses import dataclass

import pytest

from facilitator.web.address import Addresses, public
from facilitator.web.gate import Gate
from tests.trust.floods import Table
from tests.trust.hall import Hall
from tests.trust.raw import POLLING, UPGRADE, Answer, ask

DOORS = ("page", "post", "polling", "websocket")
MISDIRECTED, FORBIDDEN = 421, 403
GOOD = {"page": 200, "post": 404, "polling": 200, "websocket": 101}  # 404: the code that is posted is unknown


@dataclass(frozen=True)
class Visitor:
    """What a visitor sends; {host} and {port} are the house's own. `gets` is one status, or one per door."""

    host: str
    origin: str | None
    gets: int | dict[str, int]
    more: tuple[tuple[str, str], ...] = ()


OUTER = "https://tafel.example.nl"
OWN = "http://{host}:{port}"
VISITORS = {
    "own": Visitor("{host}:{port}", OWN, GOOD),
    "evil": Visitor("{host}:{port}", "http://kwaad.example", FORBIDDEN),
    "null": Visitor("{host}:{port}", "null", FORBIDDEN),
    "none": Visitor("{host}:{port}", None, {**GOOD, "post": FORBIDDEN, "websocket": FORBIDDEN}),
    "rebinding": Visitor("kwaad.example:{port}", "http://kwaad.example:{port}", MISDIRECTED),
    "forwarded": Visitor("{host}:{port}", "http://kwaad.example", FORBIDDEN, (("X-Forwarded-Host", "kwaad.example"),)),
    "wrong port": Visitor("{host}:{port}", "http://{host}:1", FORBIDDEN),
    "https": Visitor("{host}:{port}", "https://{host}:{port}", FORBIDDEN),
    "case": Visitor("LocalHost:{port}", "HTTP://LOCALHOST:{port}", GOOD),
    "trailing dot": Visitor("localhost.:{port}", "http://localhost.:{port}", MISDIRECTED),
    "ipv6": Visitor("[::1]:{port}", "http://[::1]:{port}", GOOD),
    "subdomain": Visitor("a.localhost:{port}", "http://a.localhost:{port}", MISDIRECTED),
}


def visit(address: str, door: str, visitor: Visitor) -> Answer:
    """Knock at one of the four doors."""
    host, _, port = address.removeprefix("http://").rpartition(":")
    headers = dict(visitor.more)
    if visitor.origin is not None:
        headers["Origin"] = visitor.origin.format(host=host, port=port)
    asked = visitor.host.format(host=host, port=port)
    if door == "post":
        headers["Content-Type"] = "application/x-www-form-urlencoded"
        return ask(address, "/meedoen", "POST", headers, b"code=10000000", host=asked)
    if door == "websocket":
        key = base64.b64encode(os.urandom(16)).decode()
        headers |= {"Upgrade": "websocket", "Connection": "Upgrade"}
        headers |= {"Sec-WebSocket-Version": "13", "Sec-WebSocket-Key": key}
        return ask(address, UPGRADE, headers=headers, host=asked)
    return ask(address, {"page": "/", "polling": POLLING}[door], headers=headers, host=asked)


def test_s3_there_are_48_cases() -> None:
    assert len(VISITORS) * len(DOORS) == 48


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("name", VISITORS)
def test_s3(name: str, door: str, hall: Hall) -> None:
    visitor = VISITORS[name]
    wanted = visitor.gets if isinstance(visitor.gets, int) else visitor.gets[door]
    answer = visit(hall.address, door, visitor)
    assert answer.status == wanted
    assert "access-control-allow-origin" not in answer.headers


@pytest.mark.parametrize("host", ["", "127.0.0.1", "127.0.0.1:1", "127.0.0.1:{port}, kwaad.example", "0.0.0.0:{port}"])
def test_s3_other_hosts_are_not_known(host: str, hall: Hall) -> None:
    """No Host, another port, two in one line, the address that means everywhere: all misdirected, in Dutch."""
    answer = ask(hall.address, "/", host=host.format(port=hall.house.port))
    assert (answer.status, answer.text) == (MISDIRECTED, "Dit adres hoort niet bij deze tafel.")


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "CONNECT"])
def test_s3_other_methods_are_not_taken(method: str, hall: Hall) -> None:
    assert ask(hall.address, "/", method, {"Origin": hall.address}).status == 405


def test_s3_an_https_address_in_front_has_its_own_origin() -> None:
    """Behind a proxy the outer address counts, with its own scheme and without the usual port."""
    inner = Gate(lambda environ, start: start("200 OK", []) or [b""], Addresses("127.0.0.1", 8000, OUTER + ":443/"))

    def asked(host: str, origin: str) -> tuple[str, dict[str, str]]:
        said = []
        environ = {"REQUEST_METHOD": "POST", "HTTP_HOST": host, "HTTP_ORIGIN": origin}
        inner(environ, lambda status, headers, *rest: said.append((status, dict(headers))))
        return said[0]

    status, headers = asked("Tafel.Example.nl", OUTER)
    assert status == "200 OK"
    assert "max-age" in headers["Strict-Transport-Security"]
    assert "wss://Tafel.Example.nl" in headers["Content-Security-Policy"]
    assert asked("tafel.example.nl", "http://tafel.example.nl")[0].startswith("403")
    assert asked("tafel.example.nl:443", OUTER)[0].startswith("421")
    status, headers = asked("127.0.0.1:8000", "http://127.0.0.1:8000")
    assert status == "200 OK"
    assert "Strict-Transport-Security" not in headers


@pytest.mark.parametrize("url", ["tafel.nl", "ftp://tafel.nl", "http://", "http://tafel.nl/pad", "http://ik@tafel.nl"])
def test_s3_what_is_no_address_is_refused_at_the_start(url: str) -> None:
    with pytest.raises(ValueError, match="no address"):
        public(url)


def test_s3_control_without_the_gate_evil_comes_in(laid_open: Table) -> None:
    address = laid_open.house.address
    found = [visit(address, door, VISITORS[name]).status for name in ("evil", "rebinding") for door in DOORS]
    assert MISDIRECTED not in found
    assert FORBIDDEN not in found
