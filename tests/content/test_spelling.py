"""Spelling: every Dutch word that somebody can read is in Debian's list, or in our own list of words."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from facilitator.install import spelling
from tests.content import dutch

OWN = Path(__file__).parent / "words.txt"
LONGEST = 3.0  # seconds of the processor, for all of it


def known() -> list[str]:
    return [line for line in OWN.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


@pytest.fixture(scope="module")
def checked() -> tuple[dict[str, dutch.Piece], set[str], float]:
    """Each word with the first place where it stands, those that the list does not know, and how long it took."""
    if not spelling.found():
        pytest.skip("no hunspell with Dutch: python3 run.py test brings it on Debian and Ubuntu")
    began = time.process_time()
    first: dict[str, dutch.Piece] = {}
    for piece in dutch.pieces():
        for word in dutch.words(piece.text):
            first.setdefault(word, piece)
    return first, set(spelling.unknown(sorted(first))), time.process_time() - began


def test_every_word_is_spelled_right(checked):
    first, unknown, _ = checked
    assert len(first) > 4000
    wrong = sorted(unknown - set(known()), key=lambda word: first[word].place)
    assert [f"{first[word].place}: {word} (in: {first[word].text.strip()[:80]})" for word in wrong] == []


def test_it_takes_less_than_three_seconds(checked):
    assert checked[2] < LONGEST


def test_our_own_list_has_no_word_that_is_not_needed(checked):
    words = known()
    assert sorted(set(words)) == sorted(words)
    assert sorted(set(words) - set(spelling.unknown(words))) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", "---\ntitel: Een fouutje\n---\n"),
        ("a.md", "## Kop\n\n- Een **fouutje** in een lijst.\n"),
        ("a.js", 'const words = {\n  save: "Bewaar het fouutje",\n};\n'),
        ("a.js", "const words = {\n  of: (n) => `Er zijn ${n} fouutje`,\n};\n"),
        ("a.html", '<p class="x">Een {{ name }} fouutje</p>'),
        ("a.html", '<img alt="Een fouutje">'),
        ("a.html", "{% if one %}{{ 'Dit is het fouutje' }}{% endif %}"),
        ("a.py", 'def f():\n    """A docstring."""\n    raise Refused(f"Zet het {what} fouutje recht.")\n'),
        ("words.py", 'WORDS = {\n    "a": "Prima fouutje",\n}\n'),
    ],
)
def test_control_a_fault_is_seen_in_every_kind_of_file(tmp_path, name, text):
    readers = {".md": dutch.markdown, ".js": dutch.script, ".html": dutch.page, ".py": dutch.python}
    path = tmp_path / name
    path.write_text(text)
    assert "fouutje" in [word for piece in readers[path.suffix](path) for word in dutch.words(piece.text)]


def test_control_a_word_that_is_wrong_is_unknown(checked):
    assert spelling.unknown(["mantelzorger", "mantelzoger", "fiets"]) == ["mantelzoger"]
