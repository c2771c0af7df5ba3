"""Plain language (B1): on the shelves a sentence has twelve words on average, and never more than twenty."""

from __future__ import annotations

import re
import statistics
from pathlib import Path

import pytest

from facilitator.settings import ROOT

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
