"""What the browser tests share.

One stage per module, one meeting that is led over the wire, and a watch over all of it.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.looking import Eyes
from tests.browser.stage import Stage

expect.set_options(timeout=15_000)  # ms; two busy cores must not decide what is true


@pytest.fixture(scope="module")
def stage(browser: Browser) -> Iterator[Stage]:
    """A house and its windows, for one module."""
    one = Stage(browser)
    yield one
    one.close()


@pytest.fixture(autouse=True)
def nothing_strange(request: pytest.FixtureRequest) -> Iterator[None]:
    """P1: no request leaves the house; nothing breaks the policy; nothing is said in the console."""
    stage = request.getfixturevalue("stage") if "stage" in request.fixturenames else None
    yield
    if stage:
        stage.watch.check()


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
