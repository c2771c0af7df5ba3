"""The census: how many notes and people there are, kept while the chain changes, so that nothing counts again."""

from __future__ import annotations

from collections import Counter
from typing import Any


class Census:
    """Counts by step (notes that are not withdrawn or emptied) and by meeting (participants who did not leave)."""

    def __init__(self) -> None:
        self.lanes: dict[str, Counter[str]] = {}
        self.authors: dict[str, Counter[str]] = {}
        self.present: Counter[str] = Counter()

    def shift(self, entity: dict[str, Any], by: int) -> None:
        """Count an entity in (`by` is 1) or out (-1), before and after each change of it."""
        if entity["type"] == "participant" and not entity.get("gone"):
            self.present[entity["meeting"]] += by
        elif entity["type"] == "note" and not entity.get("withdrawn") and not entity.get("redacted"):
            add(self.lanes.setdefault(entity["step"], Counter()), entity["lane"], by)
            if entity.get("author"):
                add(self.authors.setdefault(entity["step"], Counter()), entity["author"], by)

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
