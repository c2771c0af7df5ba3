"""What README and the documents tell people to type really exists."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house import tracked

FENCE = re.compile(r"^```(?:sh|bash|console|text)?\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"!?\[[^\]]*\]\(([^)#\s]+)")


def commands(text: str) -> list[list[str]]:
    """Every `python3 run.py ...` in the fenced blocks and code spans of a document, as words."""
    places = FENCE.findall(text) + re.findall(r"`([^`\n]+)`", text)
    rows = [row.strip().removeprefix("$ ") for place in places for row in place.replace("\\\n", " ").splitlines()]
    return [row.partition("#")[0].split()[2:] for row in rows if re.match(r"python3 run\.py(\s|$)", row)]


def told() -> list[tuple[str, list[str]]]:
    """(document, command) of everything that people are told to type."""
    names = [name for name in tracked.paths() if name == "README.md" or re.fullmatch(r"docs/[^/]+\.md", name)]
    return [(name, command) for name in names for command in commands(tracked.text(name))]


def help_of(word: list[str]) -> str:
    """What `python3 run.py [command] --help` prints."""
    result = subprocess.run(
        [sys.executable, "run.py", *word, "--help"], cwd=tracked.ROOT, capture_output=True, text=True, encoding="utf-8"
    )
    assert result.returncode == 0, result.stderr
    return result.stdout


def test_readme_names_both_commands():
    assert [] in commands(tracked.text("README.md"))
    assert ["test"] in commands(tracked.text("README.md"))


def test_every_command_in_the_documents_exists():
    helps = {}
    for name, command in told():
        word = command[:1] if command and not command[0].startswith("-") else []
        if word == ["test"]:
            continue  # its arguments are pytest's own
        options = [one.partition("=")[0] for one in command if one.startswith("-")]
        text = helps.setdefault(tuple(word), help_of(word))
        unknown = [option for option in options if not re.search(rf"(?<![\w-]){re.escape(option)}(?![\w-])", text)]
        assert unknown == [], f"{name}: {' '.join(command)}"


def test_every_link_in_the_documents_leads_somewhere():
    broken = [
        (name, link)
        for name, text in tracked.texts()
        if name.endswith(".md") and (name == "README.md" or name.startswith("docs/"))
        for link in LINK.findall(text)
        if "://" not in link and not (tracked.ROOT / Path(name).parent / link).exists()
    ]
    assert broken == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("```sh\npython3 run.py\n```", [[]]),
        ("```console\n$ python3 run.py play x \\\n    --report y  # why\n```", [["play", "x", "--report", "y"]]),
        ("type `python3 run.py test` now", [["test"]]),
        ("```sh\npip install -e .\n```", []),
    ],
)
def test_the_search_for_commands_finds_them(text, found):
    assert commands(text) == found
