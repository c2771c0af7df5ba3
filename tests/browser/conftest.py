"""What the browser tests share.

One house for all of them (and one apart for who kills it), meetings that are led over the wire, and a watch over all.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.looking import Eyes
from tests.browser.stage import Stage

expect.set_options(timeout=15_000)  # ms; two busy cores must not decide what is true


@pytest.fixture(scope="session")
def stage(browser: Browser) -> Iterator[Stage]:
    """A house and its windows, for all modules together (each makes its own meetings in it)."""
    one = Stage(browser)
    yield one
    one.close()


@pytest.fixture(scope="module")
def own_stage(browser: Browser) -> Iterator[Stage]:
    """A house for one module that kills it, or needs the link of its start."""
    one = Stage(browser)
    yield one
    one.close()


@pytest.fixture(autouse=True)
def nothing_strange(request: pytest.FixtureRequest) -> Iterator[None]:
    """P1: no request leaves the house; nothing breaks the policy; nothing is said in the console."""
    names = [name for name in ("stage", "own_stage") if name in request.fixturenames]
    watches = [request.getfixturevalue(name).watch for name in names]
    allowed = [list(watch.allowed) for watch in watches]
    yield
    for watch, before in zip(watches, allowed, strict=True):
        try:
            watch.check()
        finally:
            watch.allowed = before


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything here needs a browser."""
    for item in items:
        if "tests/browser" in item.path.as_posix():
            item.add_marker(pytest.mark.browser)


@pytest.fixture
def eyes(axe_script: str) -> Iterator[Eyes]:
    """Looks at windows; what it saw wrong fails the test at its end, all of it at once."""
    one = Eyes(axe_script)
    yield one
    one.check()
