"""S8: every answer carries the safe headers: pages, files, pictures, errors, refusals, polling; types are explicit.

Scripts, sheets and letters are never a document and carry only what guards them; everything else carries all.
"""

from __future__ import annotations

import re
import socket
from pathlib import Path

import pytest

from facilitator.settings import ROOT
from facilitator.web.files import SHEETS
from tests.trust.hall import FACILITATOR, SCREEN, Hall, cookies_of
from tests.trust.raw import POLLING, Answer, ask, form, jar
from tests.trust.routes import ROUTES
from tests.trust.test_rights import path_of

TYPES = {
    ".js": "text/javascript",
    ".css": "text/css; charset=utf-8",
    ".woff2": "font/woff2",
    ".svg": "image/svg+xml",
}
FIXED = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
PART = {"x-content-type-options": "nosniff", "cross-origin-resource-policy": "same-origin"}
PART_TYPES = (TYPES[".js"], TYPES[".css"], TYPES[".woff2"])
PICTURES = "/regie/<ref>/terugkijken/beeld/"  # the only ones in a window, and of our own page alone
NEEDED = ("content-type", "permissions-policy", "content-security-policy", "cache-control")


def faults(answer: Answer, framed: bool = False) -> list[str]:
    """What is missing or loose in the headers of an answer; `framed`: our own page may hold it in a window."""
    if answer.status == 200 and answer.headers.get("content-type") in PART_TYPES:
        found = [
            f"{name}: {answer.headers.get(name)}" for name, value in PART.items() if answer.headers.get(name) != value
        ]
        return found + [f"no {name}" for name in ("cache-control", "etag") if not answer.headers.get(name)]
    fixed = {**FIXED, "x-frame-options": "SAMEORIGIN"} if framed else FIXED
    found = [
        f"{name}: {answer.headers.get(name)}" for name, value in fixed.items() if answer.headers.get(name) != value
    ]
    needed = NEEDED if answer.status not in (204, 304) else NEEDED[1:]
    found += [f"no {name}" for name in needed if not answer.headers.get(name)]
    rules = dict(
        rule.strip().partition(" ")[::2] for rule in answer.headers.get("content-security-policy", "").split(";")
    )
    if rules.get("default-src") != "'none'":
        found.append("default-src is not none")
    if rules.get("frame-ancestors") != ("'self'" if framed else "'none'"):
        found.append("others may hold it in a window")
    if framed and (rules.get("connect-src"), rules.get("form-action")) != ("'none'", "'none'"):
        found.append("it can reach something")
    loose = re.findall(r"unsafe-\w+|\*|https?:|blob:", " ".join(rules.values()))
    if "data:" in rules.get("script-src", "") + rules.get("style-src", ""):
        loose.append("data:")
    return found + [f"loose policy: {word}" for word in loose]


def everything(hall: Hall) -> dict[str, Answer]:
    """One answer of every sort that the house gives, by name."""
    cookies = jar({**cookies_of(hall.a.guest), **hall.cookies(FACILITATOR), **hall.cookies(SCREEN)})
    found = {}
    for method, rule in ROUTES:
        path = path_of(rule, hall, hall.a.ref)
        if method == "GET":
            found[rule] = ask(hall.address, path, headers={"Cookie": cookies})
            found[rule + " by nobody"] = ask(hall.address, path)
        else:
            found[method + rule] = form(hall.address, path, {})
    found["no such page"] = ask(hall.address, "/nergens")
    found["no such file"] = ask(hall.address, "/static/../run.py")
    found["no such code"] = ask(hall.address, "/10000000")
    found["wrong method"] = ask(hall.address, "/meedoen")
    found["other host"] = ask(hall.address, "/", host="kwaad.example")
    found["no origin"] = ask(hall.address, "/meedoen", "POST")
    found["too much"] = ask(hall.address, "/meedoen", "POST", {"Origin": hall.address, "Content-Length": "99999999"})
    found["too much in a form"] = form(hall.address, "/meedoen", {"code": "1" * 600_000})
    found["no request"] = rude(hall.house.port, b"hallo daar\r\n\r\n")
    found["too long a line"] = rude(hall.house.port, b"GET /" + b"a" * 9000 + b" HTTP/1.1\r\n\r\n")
    polled = ask(hall.address, POLLING)
    sid = re.search(r'"sid":"([^"]+)"', polled.text)[1]
    found["polling"] = polled
    found["polled"] = ask(hall.address, f"{POLLING}&sid={sid}", "POST", {"Origin": hall.address}, b"40")
    found["badly polled"] = ask(hall.address, f"{POLLING}&sid=onbekend")
    return found


def rude(port: int, sent: bytes) -> Answer:
    """The answer to bytes that are no request."""
    with socket.create_connection(("127.0.0.1", port), timeout=5) as line:
        line.sendall(sent)
        head, _, body = b"".join(iter(lambda: line.recv(4096), b"")).partition(b"\r\n\r\n")
    first, *rows = head.decode().split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (row.partition(":") for row in rows)}
    return Answer(int(first.split()[1]), headers, body)


def test_s8_every_answer(hall: Hall) -> None:
    found = everything(hall)
    assert {name: answer.status for name, answer in found.items() if answer.status in (0, 500)} == {}
    wrong = {name: faults(answer, name.startswith(PICTURES)) for name, answer in found.items()}
    assert {name: said for name, said in wrong.items() if said} == {}
    spoken = ("no request", "too long a line", "other host", "no origin", "too much", "no such page")
    assert [name for name in spoken if not re.search(r"\b(Dit|Deze|deze|niet)\b", found[name].text)] == []


def served() -> list[str]:
    """The address of every file that browsers may fetch."""
    shelves = {"/static/": ROOT / "static", "/kinds/": ROOT / "exercises" / "kinds"}
    found = []
    for prefix, folder in shelves.items():
        files = [path for path in folder.rglob("*") if path.is_file() and path.suffix in TYPES]
        found += [prefix + path.relative_to(folder).as_posix() for path in files]
    return sorted(found + [f"/static/sheets/{name}.css" for name in SHEETS] + ["/kinds/persona/room.css"])


def test_s8_every_file_has_its_type_and_its_headers(hall: Hall) -> None:
    addresses = served()
    assert {Path(address).suffix for address in addresses} == set(TYPES)
    wrong = {}
    for address in addresses:
        answer = ask(hall.address, address)
        said = faults(answer)
        if answer.status != 200 or answer.headers.get("content-type") != TYPES[Path(address).suffix]:
            said.append(f"{answer.status} {answer.headers.get('content-type')}")
        if said:
            wrong[address] = said
    assert wrong == {}


def test_s8_a_browsers_own_copy_and_what_only_looks_like_a_part(hall: Hall) -> None:
    """A 304 carries as little as the file itself; a page under a name that ends as a part's is guarded as a page."""
    path = "/static/sheets/first.css"
    tag = ask(hall.address, path).headers["etag"]
    again = ask(hall.address, path, headers={"If-None-Match": tag})
    assert again.status == 304
    assert {name: again.headers.get(name) for name in PART} == PART
    assert again.headers["cache-control"] == "private, no-cache"
    assert "content-security-policy" not in again.headers
    for path in ("/static/nergens.js", "/static/sheets/nergens.css", "/tafel/nergens.js", "/nergens.woff2"):
        answer = ask(hall.address, path)
        assert (path, answer.status in (302, 401, 404), faults(answer)) == (path, True, [])


@pytest.mark.parametrize(
    "path",
    [
        "/static/sheets/first",
        "/static/sheets/tokens.css",
        "/kinds/nergens/room.css",
        "/kinds/../room.css",
        "/kinds/briefjes/kind.py",
        "/kinds/uitleg/new.md",
        "/kinds/../registry.py",
        "/static/../facilitator/app.py",
        "/static/%2e%2e/run.py",
        "/static/%2e%2e%2frun.py",
        "/static/%00.js",
        "/static/" + "a" * 3000 + ".js",
        "/static/js",
        "/portretten/..%2f..%2frun.py",
        "/templates/base.html",
        "/9" + "9" * 5000,
    ],
)
def test_s8_nothing_else_is_served(path: str, hall: Hall) -> None:
    assert ask(hall.address, path).status == 404


def test_s8_pages_hold_no_inline_script_or_style(hall: Hall) -> None:
    """With this policy an inline script would not run; a page must not hold one, nor a handler in an attribute."""
    cookies = jar({**cookies_of(hall.a.guest), **hall.cookies(FACILITATOR), **hall.cookies(SCREEN)})
    pages = ("/", "/regie", f"/regie/{hall.a.ref}", f"/scherm/{hall.a.ref}", f"/tafel/{hall.a.ref}", "/nergens")
    for path in pages:
        text = ask(hall.address, path, headers={"Cookie": cookies}).text
        scripts = re.findall(r"<script([^>]*)>", text)
        assert [one for one in scripts if "src=" not in one and "application/json" not in one] == [], path
        assert re.findall(r"<style|\sstyle=|\son\w+=|javascript:", text.split('id="start"')[0]) == [], path
