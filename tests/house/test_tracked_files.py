"""Rules for every file in git: short, no addresses of others, no traces of a machine."""

import re

import pytest

from tests.house import tracked

LONGEST = 300
LISTS = ("requirements.lock", "requirements-test.lock", "requirements-node.lock", "package-lock.json")

# Names that mean a kind of file, a test's own machine, or nobody at all; never a host that anything is fetched from.
NAMES_ONLY = re.compile(
    r"""^( localhost | 127\.\d+\.\d+\.\d+ | 0\.0\.0\.0 | \[?::1?\]? | 10\.\d+\.\d+\.\d+ | 192\.168\.\d+\.\d+
         | 172\.(1[6-9]|2\d|3[01])\.\d+\.\d+ | 169\.254\.\d+\.\d+ | 192\.168\.x\.x
         | tafel\.test | ([\w-]+\.)*(example|test|invalid|localhost) | ([\w-]+\.)*example\.(nl|com|org) | voorbeeld\.nl
         | host(:port)? | www\.w3\.org | graphml\.graphdrawing\.org
         | schemas\.openxmlformats\.org | schemas\.microsoft\.com | purl\.org | evil
         | [^a-z0-9]* )$""",
    re.VERBOSE,
)
URL = re.compile(r"\b(?:https?|wss?|ftp)://([^\s/\"'`<>)\]}{$%|\\?#,;]*)", re.IGNORECASE)
REGISTRY = re.compile(r"pypi\.org|pythonhosted|registry\.npmjs|npmmirror|index-url\s*=|/opt/pypi")
MACHINE = re.compile(r"(?<![\w.])/(?:work|root|home/\w+|Users/\w+)/|[A-Z]:\\\\?Users\\")


def foreign(text: str) -> list[str]:
    """Hosts in `text` that belong to somebody else."""
    hosts = (found[1].rpartition("@")[2].lower() for found in URL.finditer(text))
    return [host for host in (re.sub(r"(?<=[\w\]]):\d*$", "", host) for host in hosts) if not NAMES_ONLY.match(host)]


def test_no_file_is_longer_than_300_lines():
    # A contents list, a picture or recorded data is not read from top to bottom.
    long = {
        name: text.count("\n")
        for name, text in tracked.texts(skip=tracked.DATA)
        if name not in LISTS and not name.endswith(".svg") and text.count("\n") > LONGEST
    }
    assert long == {}


def test_no_file_names_a_foreign_address():
    # npm writes the sponsors' addresses into its lock; nothing is fetched from them.
    # Two tests are about other people's addresses: which names may stand in a file, and whose visits are refused.
    theirs = ("tests/house/test_tracked_files.py", "tests/trust/test_abroad.py", "tests/trust/test_origins.py")
    skip = (*tracked.DATA, "package-lock.json", *theirs)
    assert {name: hosts for name, text in tracked.texts(skip=skip) if (hosts := foreign(text))} == {}


def test_no_file_names_a_registry_or_a_folder_of_some_machine():
    skip = (*tracked.DATA, "tests/house/test_tracked_files.py")
    found = {
        name: hits
        for name, text in tracked.texts(skip=skip)
        if (hits := [hit[0] for rule in (REGISTRY, MACHINE) for hit in rule.finditer(text)])
    }
    assert found == {}


def test_npm_wrote_no_address_into_its_lock():
    assert '"resolved"' not in tracked.text("package-lock.json")
    assert "omit-lockfile-registry-resolved=true" in tracked.text(".npmrc").splitlines()


def test_nothing_of_others_is_in_git():
    kept = [name for name in tracked.paths() if name.startswith(("static/vendor", "node_modules", ".venv", "data/"))]
    assert kept == []


@pytest.mark.parametrize("url", ["https://cdn.jsdelivr.net/x.js", "http://8.8.8.8:80/", "//x https://a:b@fonts.nl"])
def test_the_search_for_addresses_finds_one(url):
    assert len(foreign(f'<a href="{url}">')) == 1


@pytest.mark.parametrize("url", ["http://127.0.0.1:8000/", "http://192.168.1.20", "http://{host}:{port}/", "http://"])
def test_the_search_for_addresses_lets_our_own_pass(url):
    assert foreign(f"<{url}>") == []


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (REGISTRY, "-i https://pypi.org/simple"),
        (REGISTRY, '"resolved": "registry.npmjs'),
        (REGISTRY, "index-url = x"),
        (MACHINE, "open('/root/x')"),
        (MACHINE, "/home/jan/tafel"),
        (MACHINE, r"C:\Users\jan"),
    ],
)
def test_the_search_for_registries_and_machines_finds_one(rule, text):
    assert rule.search(text)
