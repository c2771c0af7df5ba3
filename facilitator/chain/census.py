"""The census: how many notes, people, dots and marks there are, kept while the chain changes: nothing counts again."""

from __future__ import annotations

from collections import Counter
from typing import Any


class Census:
    """Counts by step (notes that are not withdrawn or emptied, dots, marks) and by meeting (people still there)."""

    def __init__(self) -> None:
        self.lanes: dict[str, Counter[str]] = {}
        self.authors: dict[str, Counter[str]] = {}
        self.present: Counter[str] = Counter()
        self.voters: Counter[str] = Counter()  # people with a ballot or rating that is not empty
        self.paper: Counter[str] = Counter()  # people without a phone whose votes or marks were typed in
        self.dots: dict[str, Counter[str]] = {}
        self.marks: dict[str, dict[str, tuple[list[int], list[int]]]] = {}  # how often each impact, effort

    def shift(self, entity: dict[str, Any], by: int) -> None:
        """Count an entity in (`by` is 1) or out (-1), before and after each change of it."""
        if entity["type"] == "participant" and not entity.get("gone"):
            self.present[entity["meeting"]] += by
        elif entity["type"] == "note" and not entity.get("withdrawn") and not entity.get("redacted"):
            add(self.lanes.setdefault(entity["step"], Counter()), entity["lane"], by)
            if entity.get("author"):
                add(self.authors.setdefault(entity["step"], Counter()), entity["author"], by)
        elif entity["type"] == "ballot" and entity["choices"]:
            self.voters[entity["step"]] += by
            for candidate, dots in entity["choices"].items():
                add(self.dots.setdefault(entity["step"], Counter()), candidate, by * dots)
        elif entity["type"] == "rating" and entity["ratings"]:
            self.voters[entity["step"]] += by
            marks = self.marks.setdefault(entity["step"], {})
            for candidate, (impact, effort) in entity["ratings"].items():
                impacts, efforts = marks.setdefault(candidate, ([0] * 5, [0] * 5))
                impacts[impact - 1] += by
                efforts[effort - 1] += by
        elif entity["type"] == "cards":
            self.paper[entity["step"]] += by * entity["people"]
            for candidate, dots in entity.get("choices", {}).items():
                add(self.dots.setdefault(entity["step"], Counter()), candidate, by * dots)
            for candidate, pair in entity.get("ratings", {}).items():
                known = self.marks.setdefault(entity["step"], {}).setdefault(candidate, ([0] * 5, [0] * 5))
                for counts, given in zip(known, pair, strict=True):
                    for mark in given:
                        counts[mark - 1] += by

    def notes(self, step: str) -> int:
        """Notes that hang in a step, hidden ones included."""
        return self.lanes[step].total() if step in self.lanes else 0

    def writers(self, step: str) -> int:
        """People who have at least one note in a step (nobody, in an anonymous one)."""
        return len(self.authors.get(step, ()))


def add(counter: Counter[str], key: str, by: int) -> None:
    """Add, and forget what comes to nothing, so that the length is the number of different keys."""
    counter[key] += by
    if not counter[key]:
        del counter[key]
