"""A Chromium for the browser tests: the machine's own, else Playwright's, else one that is installed now."""

import functools
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from facilitator.install import debian, place, say

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

# No traffic of the browser's own: the tests count every request. tafel.test is a name that is no secure context.
FLAGS = (
    "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP tafel.test 127.0.0.1",
)  # fmt: skip

_ASK_PLAYWRIGHT = (
    "from playwright.sync_api import sync_playwright\n"
    "with sync_playwright() as p: print(p.chromium.executable_path)"
)


@dataclass(frozen=True)
class Browser:
    """`path` is None for Playwright's own, which Playwright finds by itself."""

    path: str | None


@functools.cache
def found() -> Browser | None:
    """The browser that is there now, without installing anything."""
    for name in NAMES:
        path = shutil.which(name)
        if path:
            return Browser(path)
    try:
        answer = subprocess.run([place.python(), "-c", _ASK_PLAYWRIGHT], capture_output=True, text=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return None
    path = answer.stdout.strip()
    return Browser(None) if path and Path(path).is_file() else None


def bring() -> Browser | None:
    """The browser for the tests, installed when that is possible; None with one loud line when it is not."""
    if found():
        return found()
    if debian.possible():
        debian.install(["chromium"], "Browser voor de tests installeren met apt (chromium)")
        found.cache_clear()
    if not found():
        say.line("Browser voor de tests ophalen met playwright")
        quiet = dict(os.environ, PLAYWRIGHT_SKIP_BROWSER_GC="1")
        subprocess.run(
            [place.python(), "-m", "playwright", "install", "chromium"], env=quiet, capture_output=True, check=False
        )
        found.cache_clear()
    if not found():
        say.loud("Geen browser gevonden: de browsertests worden OVERGESLAGEN. Installeer Chromium of Google Chrome.")
    return found()
