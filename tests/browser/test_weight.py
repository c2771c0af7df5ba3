"""A phone's first load: 60 kB compressed in all without the fonts, 110 kB with them.

What counts is what was sent for each file or page, zipped; HTTP's own lines (about half a kB per answer) are printed.
"""

import gzip
import urllib.request
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Page

from tests.browser.stage import Stage

WITHOUT_FONTS = 60_000
WITH_FONTS = 110_000
REST = 12_000  # ms after which a phone has also fetched what the first minute does not need


@dataclass
class Scale:
    """What came over the line, by address, and the bytes of headers around all of it."""

    bytes: dict[str, int] = field(default_factory=dict)
    answers: dict[str, tuple[str, int]] = field(default_factory=dict)  # request -> address, length of its body
    headers: int = 0

    def under(self, page: Page) -> None:
        session = page.context.new_cdp_session(page)
        session.on("Network.responseReceived", self.received)
        session.on("Network.loadingFinished", self.finished)
        session.send("Network.enable")

    def received(self, event: dict) -> None:
        lines = {name.lower(): value for name, value in event["response"]["headers"].items()}
        self.answers[event["requestId"]] = (event["response"]["url"], int(lines.get("content-length") or 0))

    def finished(self, event: dict) -> None:
        url, length = self.answers.get(event["requestId"], (event["requestId"], 0))
        length = length or int(event["encodedDataLength"])  # without a length, headers and all
        self.bytes[url] = self.bytes.get(url, 0) + length
        self.headers += int(event["encodedDataLength"]) - length

    @property
    def fonts(self) -> int:
        return sum(size for url, size in self.bytes.items() if url.endswith(".woff2"))

    @property
    def without_fonts(self) -> int:
        return sum(self.bytes.values()) - self.fonts


@pytest.mark.parametrize("name", ["welcome", "kansen-en-acties"])
def test_a_phones_first_load_is_light(stage: Stage, name: str, capsys: pytest.CaptureFixture[str]):
    hall = stage.hall(3)
    try:
        if name != "welcome":
            hall.go(next(step["title"] for step in hall.steps if step.get("exercise") == name))
        phone = stage.phone()
        stage.lend(hall.phones[0], phone.page.context)
        scale = Scale()
        scale.under(phone.page)
        phone.enter(hall.ref)
        phone.page.wait_for_load_state("networkidle")
        first, fonts, lines = scale.without_fonts, scale.fonts, scale.headers
        heaviest = sorted(scale.bytes.items(), key=lambda row: -row[1])[:6]
        phone.page.wait_for_timeout(REST)
        with capsys.disabled():
            print(f"\n  phone, {name}: {first / 1000:.1f} kB without fonts, {(first + fonts) / 1000:.1f} kB with;"
                  f" {lines / 1000:.1f} kB of headers; {scale.without_fonts / 1000:.1f} kB after {REST // 1000} s,"
                f" in {len(scale.bytes)} requests")  # fmt: skip
        assert first <= WITHOUT_FONTS, heaviest
        assert first + fonts <= WITH_FONTS, heaviest
        stage.leave(phone.page)
    finally:
        hall.close()


def test_what_can_be_zipped_is_zipped(stage: Stage):
    """The control: without gzip the same load would be over the limit."""
    plain = packed = 0
    for path in ("vendor/socket.io.js", "vendor/preact.js", "css/base.css", "js/net.js"):
        asked = urllib.request.Request(f"{stage.house.address}/static/{path}", headers={"Accept-Encoding": "gzip"})
        with urllib.request.urlopen(asked) as reply:
            assert reply.headers["Content-Encoding"] == "gzip", path
            body = reply.read()
        packed += len(body)
        plain += len(gzip.decompress(body))
    assert packed < 0.5 * plain
