"""A Chromium for the browser tests: the machine's own, else Playwright's, else one that is installed now."""

import functools
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from facilitator.install import debian, place, say

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

# What a test has no use for. The first two draw the address bar's list for every new window, in two processes of their
# own, which costs more than our pages do. The rest is what Playwright leaves out as well: only the last list counts.
WITHOUT = (
    "WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "AimEnabled", "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose", "HttpsFirstBalancedModeAutoEnable", "HttpsUpgrades", "LensOverlay", "MediaRouter",
    "NetworkTimeServiceQuerying", "OptimizationHints", "PaintHolding", "PreconnectToSearch",
    "ThirdPartyStoragePartitioning", "AvoidCorsURLLoaderRestartOnRedirect",
)  # fmt: skip

# No traffic of the browser's own: the tests count every request. tafel.test is a name that is no secure context.
FLAGS = (
    "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP tafel.test 127.0.0.1",
    f"--disable-features={','.join(WITHOUT)}",
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
        # Ubuntu has a chromium-browser that only says where to get one.
        if path and "Chrom" in _answer([path, "--version"]):
            return Browser(path)
    path = _answer([place.python(), "-c", _ASK_PLAYWRIGHT])
    return Browser(None) if path and Path(path).is_file() else None


def _answer(command: list[str]) -> str:
    try:
        return subprocess.run(command, capture_output=True, text=True, timeout=60).stdout.strip()
    except (OSError, subprocess.TimeoutExpired):
        return ""


def bring() -> Browser | None:
    """The browser for the tests, installed when that is possible; None with one loud line when it is not."""
    if found():
        return found()
    if debian.possible():
        debian.install(["chromium"], "Browser voor de tests installeren met apt (chromium)")
        found.cache_clear()
    if not found():
        say.line("Browser voor de tests ophalen met playwright")
        # What the browser itself needs of the system comes with it where we may install.
        extra = ["--with-deps"] if debian.possible() else []
        subprocess.run([place.python(), "-m", "playwright", "install", *extra, "chromium"], capture_output=True)
        found.cache_clear()
    if not found():
        say.loud("Geen browser gevonden: de browsertests worden OVERGESLAGEN. Installeer Chromium of Google Chrome.")
    return found()
