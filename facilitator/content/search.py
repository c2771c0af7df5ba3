"""Search without a network, forgiving of spelling: words, beginnings, parts of words, and words that look alike."""

from __future__ import annotations

import functools
import math
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator

WORD = re.compile(r"[^\W_]+")
LONGEST = 80  # letters of a question that count
MOST_WORDS = 8
# Words that ask and do not tell; a question of nothing else is asked as it is.
EMPTY = frozenset(
    "de het een en of van voor in op is zijn ik u wij wie wat waar hoe welke met bij naar aan te dat die".split()
)
ALIKE = 0.55  # how much of their trigrams two words share before one may be meant for the other
# How sure a word of the text is what was asked.
EXACT, BEGINS, INSIDE = 1.0, 0.8, 0.6

Match = dict[str, float]


def words(text: str) -> list[str]:
    """The words of a text without capitals and accents; an apostrophe does not part a word."""
    found = WORD.findall(text.casefold().replace("'", "").replace("’", ""))
    return [word if word.isascii() else bare(word) for word in found]


@functools.lru_cache(maxsize=4096)
def bare(word: str) -> str:
    """A word without accents."""
    flat = unicodedata.normalize("NFKD", word)
    return "".join(letter for letter in flat if not unicodedata.combining(letter))


def trigrams(word: str) -> set[str]:
    """The threes of letters in a word, its ends included."""
    padded = f"^{word}$"
    return {padded[at : at + 3] for at in range(len(padded) - 2)}


class Index:
    """Texts by number, found again by their words. Made once; asking changes nothing."""

    def __init__(self, texts: Iterable[Iterable[tuple[float, str]]]) -> None:
        """Each text is a row of (weight, piece): a title weighs more than what stands below it."""
        self.where: dict[str, dict[int, float]] = defaultdict(dict)
        self.count = 0
        for number, pieces in enumerate(texts):
            self.count = number + 1
            for weight, piece in pieces:
                for word in words(piece):
                    self.where[word][number] = max(weight, self.where[word].get(number, 0.0))
        self.grams: dict[str, list[str]] = defaultdict(list)
        for word in self.where:
            for gram in trigrams(word):
                self.grams[gram].append(word)

    def find(self, question: str) -> list[tuple[int, float]]:
        """(number, score) of the texts that answer, the best first."""
        every = words(question[:LONGEST])
        asked = ([word for word in every if word not in EMPTY] or every)[:MOST_WORDS]
        best: list[dict[int, float]] = [{} for _ in asked]
        for first, last, joined in spans(asked):
            for word, sure in self.meant(joined, strict=last > first + 1).items():
                rare = math.log(1 + self.count / len(self.where[word]))
                for number, weight in self.where[word].items():
                    for at in range(first, last):
                        best[at][number] = max(best[at].get(number, 0.0), sure * weight * rare)
        scores: dict[int, float] = defaultdict(float)
        for found in best:
            for number, score in found.items():
                scores[number] += score
        answered = {number: sum(number in found for found in best) / len(asked) for number in scores}
        ranked = {number: score * answered[number] ** 2 for number, score in scores.items()}
        return sorted(ranked.items(), key=lambda row: (-row[1], row[0]))

    def meant(self, asked: str, strict: bool) -> Match:
        """The words of the texts that may be meant, with how sure that is; `strict` for what was written apart."""
        found: Match = {}
        if asked in self.where:
            found[asked] = EXACT
        if len(asked) >= 3:
            for word in self.where:
                if word.startswith(asked):
                    found.setdefault(word, BEGINS)
                elif len(asked) >= 4 and not strict and asked in word:
                    found.setdefault(word, INSIDE)
        if len(asked) >= 4:
            for word, alike in self.alike(asked):
                found[word] = max(found.get(word, 0.0), alike * (0.9 if strict else 0.8))
        return found

    def alike(self, asked: str) -> Iterator[tuple[str, float]]:
        """Words that share most of their trigrams with what was asked (Dice's measure)."""
        mine = trigrams(asked)
        shared: dict[str, int] = defaultdict(int)
        for gram in mine:
            for word in self.grams.get(gram, ()):
                shared[word] += 1
        for word, both in shared.items():
            alike = 2 * both / (len(mine) + len(word))
            if alike >= ALIKE:
                yield word, alike


def spans(asked: list[str]) -> Iterator[tuple[int, int, str]]:
    """Each word, and each two or three neighbours as one word: Dutch writes together what people type apart."""
    for first in range(len(asked)):
        for last in range(first + 1, min(first + 3, len(asked)) + 1):
            yield first, last, "".join(asked[first:last])
