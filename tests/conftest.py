"""What every test may ask for: a house of its own, the browser, the axe script, and one option for long runs."""

import pytest
from hypothesis import HealthCheck, settings

from facilitator.install import browser as browsers
from facilitator.install import node as nodes
from facilitator.install import office, vendor
from facilitator.rehearsal.house import House
from tests.forkserver import Forks

# The same examples every time; `--long` draws new ones and more of them (decision D35).
settings.register_profile("pinned", derandomize=True, deadline=None, print_blob=True)
settings.register_profile(
    "long", max_examples=1000, deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)


def pytest_addoption(parser):
    parser.addoption("--long", action="store_true", help="random seeds, more examples, more rounds")


def pytest_configure(config):
    House.popen = staticmethod(Forks().popen)
    settings.load_profile("long" if config.getoption("--long") else "pinned")


# Files that take longest come first of their sort, so that nobody waits for one of them at the end.
LONGEST = (
    "test_chaos test_kill test_law_sync test_law_controls test_rights"
    " test_states test_pages test_journey test_comfort test_kept test_practice test_windows test_lookback"
).split()


def turn(path):
    """Where a file of tests stands: browsers after all others, the longest first."""
    return "browser" in path.parts, LONGEST.index(path.stem) if path.stem in LONGEST else len(LONGEST)


def pytest_collection_modifyitems(items):
    """Browsers come last: Playwright keeps a loop running, and other tests have loops of their own.

    What this machine cannot show is skipped, with the reason; `.ci/run` accepts no skip.
    """
    items.sort(key=lambda item: turn(item.path))
    wanted = {mark.name for item in items for mark in item.iter_markers()}
    lacking = {}
    if "browser" in wanted and not browsers.found():
        lacking["browser"] = pytest.mark.skip(reason="no browser: python3 run.py test says how to get one")
    if "docx" in wanted and not office.found():
        lacking["docx"] = pytest.mark.skip(reason="no LibreOffice and pdftoppm")
    for item in items:
        for name, mark in lacking.items():
            if item.get_closest_marker(name):
                item.add_marker(mark)


@pytest.fixture(scope="session")
def long_run(request) -> bool:
    """True with `--long`: a test may then take its time and its own seeds."""
    return request.config.getoption("--long")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args) -> dict:
    """pytest-playwright starts the Chromium that the set-up found, without traffic of its own."""
    found = browsers.found()
    path = {"executable_path": found.path} if found and found.path else {}
    return {**browser_type_launch_args, **path, "args": list(browsers.FLAGS)}


@pytest.fixture(scope="session")
def axe_script() -> str:
    """The source of axe-core, to be given to `page.evaluate`; it is never served."""
    return vendor.AXE.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def node_program() -> str:
    """The path of Node.js: the machine's own, or that of the wheel in .venv."""
    found = nodes.present()
    assert found, "no Node.js: run python3 run.py"
    return found.node[0]


@pytest.fixture
def new_house():
    """Builds houses: real servers, each a process with a data folder of its own, gone after the test.

    `new_house()` is started; words of facilitator.rehearsal.house.House may be given (limits=False, speed=60, ...).
    """
    from facilitator.rehearsal.house import House

    houses = []

    def build(**words):
        houses.append(House(**words))
        return houses[-1].start()

    yield build
    for one in houses:
        one.close()


@pytest.fixture
def house(new_house):
    """A running house without rate limits: `.address`, `.link`, `.stop()`, `.kill()`, `.start()`."""
    return new_house(limits=False)
