"""A phone's first load: 60 kB compressed in all without the fonts, 110 kB with them.

What counts is all that comes over the line: what was sent for each file or page, zipped, and HTTP's own lines around it.
"""

import gzip
import urllib.request
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Page

from tests.browser.stage import Stage

WITHOUT_FONTS = 60_000
WITH_FONTS = 110_000
QUIET = 3  # seconds after the first picture: what is asked later (the other steps, the other tabs) is no first load
REST = 12_000  # ms after which a phone has those as well
DRAWN = """
new MutationObserver((_, watch) => {
  if (!document.querySelector("#page[data-ready]")) return;
  window.drawn = performance.now();
  watch.disconnect();
}).observe(document, { subtree: true, childList: true, attributes: true });
"""


@dataclass
class Load:
    """One answer: when it was asked (s, of the browser's own clock), what was sent, and HTTP's lines around it."""

    url: str
    asked: float
    sent: int = 0
    lines: int = 0


@dataclass
class Scale:
    """What comes over the line to one page, by request."""

    loads: dict[str, Load] = field(default_factory=dict)
    lengths: dict[str, int] = field(default_factory=dict)

    def under(self, page: Page) -> None:
        page.add_init_script(DRAWN)
        session = page.context.new_cdp_session(page)
        session.on("Network.requestWillBeSent", self.asked)
        session.on("Network.responseReceived", self.received)
        session.on("Network.loadingFinished", self.finished)
        session.send("Network.enable")

    def asked(self, event: dict) -> None:
        self.loads[event["requestId"]] = Load(event["request"]["url"], event["timestamp"])

    def received(self, event: dict) -> None:
        lines = {name.lower(): value for name, value in event["response"]["headers"].items()}
        self.lengths[event["requestId"]] = int(lines.get("content-length") or 0)

    def finished(self, event: dict) -> None:
        all_of_it = int(event["encodedDataLength"])
        load = self.loads[event["requestId"]]
        load.sent = self.lengths.get(event["requestId"]) or all_of_it  # without a length, lines and all
        load.lines = all_of_it - load.sent

    def first(self, drawn: float) -> list[Load]:
        """What was asked until a little after the page was drawn (ms after the page itself was asked)."""
        begin = min(load.asked for load in self.loads.values())
        return [load for load in self.loads.values() if load.asked < begin + drawn / 1000 + QUIET]


@pytest.mark.parametrize("name", ["welcome", "kansen-en-acties", "kennismaking"])
def test_a_phones_first_load_is_light(stage: Stage, name: str, capsys: pytest.CaptureFixture[str]):
    hall = stage.hall(3)
    try:
        if name != "welcome":
            hall.go(next(step["title"] for step in hall.steps if name in (step.get("exercise"), step["kind"])))
        phone, scale = stage.phone(), Scale()
        stage.lend(hall.phones[0], phone.page.context)
        scale.under(phone.page)
        phone.enter(hall.ref)
        phone.page.wait_for_load_state("networkidle")
        found = scale.first(phone.page.evaluate("() => window.drawn"))
        all_of_it = sum(load.sent + load.lines for load in found)
        bare = all_of_it - sum(load.sent + load.lines for load in found if load.url.endswith(".woff2"))
        lines = sum(load.lines for load in found)
        said = (
            f"\n  phone, {name}: {kilo(bare)} kB without fonts, {kilo(all_of_it)} kB with them, in {len(found)} requests;"
            f" {kilo(lines)} kB of it are HTTP's own lines"
        )
        if name == "welcome":
            phone.page.wait_for_timeout(REST)
            said += f"; {len(scale.loads)} requests after {REST // 1000} s"
        with capsys.disabled():
            print(said)
        heaviest = sorted(found, key=lambda load: -load.sent)[:6]
        assert len(found) > 15, "the page, its sheets and its modules"
        assert bare <= WITHOUT_FONTS, heaviest
        assert all_of_it <= WITH_FONTS, heaviest
        assert lines > 200 * len(found), "the lines are weighed as well"
        stage.leave(phone.page)
    finally:
        hall.close()


def kilo(size: int) -> str:
    return f"{size / 1000:.1f}"


def test_what_can_be_zipped_is_zipped(stage: Stage):
    """The control: without gzip the same load would be over the limit."""
    plain = packed = 0
    for path in ("vendor/socket.io.js", "vendor/preact.js", "sheets/first.css", "js/net.js"):
        asked = urllib.request.Request(f"{stage.house.address}/static/{path}", headers={"Accept-Encoding": "gzip"})
        with urllib.request.urlopen(asked) as reply:
            assert reply.headers["Content-Encoding"] == "gzip", path
            body = reply.read()
        packed += len(body)
        plain += len(gzip.decompress(body))
    assert packed < 0.5 * plain
