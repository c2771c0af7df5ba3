"""Plain language (B1): on the shelves a sentence has twelve words on average, and never more than twenty.

And nowhere, in the interface neither, a word of the office that has a plain one (plain.txt).
"""

from __future__ import annotations

import functools
import re
import statistics
from pathlib import Path

import pytest

from facilitator.settings import ROOT
from tests.content import dutch

SHELVES = (
    "exercises/agendas",
    "exercises/library",
    "personas/carers",
    "facilitator/handbook",
    "facilitator/own/skeletons",
)
FILES = sorted(path for shelf in SHELVES for path in (ROOT / shelf).rglob("*.md"))
MEAN, LONGEST = 12, 20  # words


def sentences(text: str) -> list[str]:
    """The sentences of a file, without its front matter, headings and tables."""
    prose = text.split("---", 2)[2] if text.startswith("---") else text
    found = []
    for block in re.split(r"\n\s*\n|\n(?=[-#|]|\d+\.)", prose):
        line = " ".join(block.split())
        if line and line[0] not in "#|":
            found += re.split(r"(?<=[.!?:;])[\"”]?\s+", re.sub(r"^(?:[-*]|\d+\.) ", "", line))
    return [sentence for sentence in found if words(sentence)]


def words(sentence: str) -> int:
    return len(re.findall(r"[\w'’-]+", sentence))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_sentence_is_too_long(path: Path):
    long = [sentence for sentence in sentences(path.read_text(encoding="utf-8")) if words(sentence) > LONGEST]
    assert long == []


def test_sentences_are_short_on_average():
    lengths = [words(one) for path in FILES for one in sentences(path.read_text(encoding="utf-8"))]
    assert len(lengths) > 1500
    assert statistics.mean(lengths) <= MEAN


def test_the_count_sees_a_long_sentence():
    """The guard itself: a sentence of twenty-one words is found, in a list as well."""
    assert words(sentences("---\na: b\n---\n\n- " + "woord " * 21 + "einde.")[0]) == 22


PLAIN = Path(__file__).parent / "plain.txt"
NOT_OURS = ("bron:", "trefwoorden:")  # titles of the documents, and what people may search for


def avoided() -> dict[str, str]:
    """Word of the office -> what to say instead."""
    rows = [line for line in PLAIN.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return dict(row.split(" = ", 1) for row in rows)


@functools.cache
def pattern() -> re.Pattern[str]:
    stems = (re.escape(word).replace(r"\*", r"\w*") for word in avoided())
    return re.compile(rf"(?i)(?<!\w)(?:{'|'.join(stems)})(?!\w)")


def of_the_office(text: str) -> list[str]:
    """The words to avoid that stand in a text."""
    return pattern().findall(text)


def test_nobody_reads_a_word_of_the_office():
    found = [
        f"{piece.place}: {word}"
        for piece in dutch.pieces()
        if not piece.text.lstrip().startswith(NOT_OURS)
        for word in of_the_office(piece.text)
    ]
    assert found == []


def test_a_word_of_the_office_is_seen_and_has_a_plain_one():
    assert of_the_office("Indien u dit middels een adequate brief doet, t.b.v. ons.") == [
        "Indien", "middels", "adequate", "t.b.v."
    ]  # fmt: skip
    assert len(avoided()) > 60 and all(avoided().values())
