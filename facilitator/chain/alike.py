"""Alike: which notes probably say the same, by the words that they share. A suggestion, never a decision.

Ours, and plain on purpose: a facilitator can see why two notes were put side by side, and nothing leaves the laptop.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

ENOUGH = 0.5  # of the weight of the words in the shorter note that the other has as well
MOST = 12  # suggestions at once: more than a facilitator can look at with a room waiting
COMMON = frozenset(
    "aan al alle als altijd andere bij daar dan dat de deze die dit doen doet door dus echt een eens elk elke en "
    "er geen goed graag haar had heb hebben heeft hem hen het hier hij hoe hun iedereen iemand iets ik in is ja "
    "je jij jullie kan kun kunnen maar maken maakt meer men met mij mijn moet moeten na naar nee niet niets nog "
    "nu of om omdat ons onze ook op over samen te ten ter toch toe tot u uit uw van vaak vaste veel vol voor "
    "vooral waar wat we wel werd wie wij wil willen word worden wordt zal ze zelf zich zij zijn zo zoals zou "
    "zonder ".split()
)
ENDINGS = ("eren", "ingen", "heden", "tjes", "jes", "tje", "en", "je", "es", "er", "e")


@dataclass(frozen=True)
class Pair:
    """Two notes that are alike: their ids in the order of the book, how much (0 to 1), and the words they share."""

    first: str
    second: str
    share: float
    words: tuple[str, ...]


def alike(texts: Mapping[str, str]) -> list[Pair]:
    """Pairs of notes (id -> text) that probably say the same, most alike first; each note in at most one pair.

    A rare word weighs more than one that half the wall uses. Linear in the pairs that share a word.
    """
    spoken = {identity: words_of(text) for identity, text in texts.items()}
    used = Counter(stem for words in spoken.values() for stem in words)
    weight = {stem: math.log(1 + len(spoken) / count) for stem, count in used.items()}
    holders: dict[str, list[str]] = {}
    for identity, words in spoken.items():
        for stem in words:
            holders.setdefault(stem, []).append(identity)
    place = {identity: number for number, identity in enumerate(texts)}
    shared: Counter[tuple[str, str]] = Counter()
    for stem, ids in holders.items():
        for number, first in enumerate(ids):
            for second in ids[number + 1 :]:
                shared[first, second] += weight[stem]
    total = {identity: sum(weight[stem] for stem in words) for identity, words in spoken.items()}
    pairs = []
    for (first, second), both in shared.items():
        less, more = sorted((total[first], total[second]))
        share = both / math.sqrt(less * more)
        common = [stem for stem in spoken[first] if stem in spoken[second]]
        if share >= ENOUGH and (len(common) > 1 or len(spoken[first]) == len(spoken[second]) == 1):
            pairs.append(Pair(first, second, round(share, 3), tuple(spoken[first][stem] for stem in common)))
    pairs.sort(key=lambda pair: (-pair.share, place[pair.first], place[pair.second]))
    return each_once(pairs)


def each_once(pairs: list[Pair]) -> list[Pair]:
    """The best pair of every note, and no more than can be looked at."""
    chosen: list[Pair] = []
    seen: set[str] = set()
    for pair in pairs:
        if len(chosen) < MOST and not seen & {pair.first, pair.second}:
            chosen.append(pair)
            seen |= {pair.first, pair.second}
    return chosen


def words_of(text: str) -> dict[str, str]:
    """The words that carry meaning: stem -> as it was written, in the order of the text."""
    found: dict[str, str] = {}
    for word in re.findall(r"[^\W_]+", text):
        plain = "".join(c for c in unicodedata.normalize("NFD", word.casefold()) if not unicodedata.combining(c))
        if plain not in COMMON and (len(plain) > 2 or plain.isdigit()):
            found.setdefault(stem_of(plain), word)
    return found


def stem_of(word: str) -> str:
    """A rough stem, so that huisarts and huisartsen, bel and bellen are one word."""
    for endings, least in ((ENDINGS, 3), (("s", "t"), 4)):
        ending = next((one for one in endings if word.endswith(one) and len(word) - len(one) >= least), "")
        word = word.removesuffix(ending) if ending else word
    if len(word) > 3 and word[-1] == word[-2]:
        word = word[:-1]
    word = re.sub(r"([aeou])\1(?=[^aeou]$)", r"\1", word)  # school, scholen: schol
    return word[:-1] + {"v": "f", "z": "s"}[word[-1]] if word[-1] in "vz" else word
