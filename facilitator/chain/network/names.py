"""Names of organisations that may mean the same one: found while somebody types, and asked about, never decided.

The pages look while typing with static/js/parts/near.js; both are held to tests/data/near.json.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from facilitator.chain.people import plain

FILLING = frozenset("de het een van voor en in te bij der den stichting vereniging".split())
MOST = 5  # names offered at once
LEAST = 2  # letters before anything is offered
LONG, LONGER = 5, 9  # letters of a word in which one slip, or two, are forgiven


def words_of(name: str) -> list[str]:
    """The words by which a name is known: without articles and the like, unless there is nothing else."""
    spoken = plain(name).split()
    return [word for word in spoken if word not in FILLING] or spoken


@lru_cache(maxsize=1 << 15)  # all pairs of one map
def same(one: str, other: str) -> bool:
    """True when two names may well be one organisation: the words of one in the other, spaces, or a slip."""
    few, many = sorted((words_of(one), words_of(other)), key=len)
    if not few:
        return False
    if set(few) <= set(many) or "".join(few) == "".join(many):
        return True
    return len(few) == len(many) and all(slip(word, written) for word, written in zip(few, many, strict=True))


def found(typed: str, names: Iterable[str]) -> list[str]:
    """The names that somebody may be typing, the likeliest first; in the order given where that is equal."""
    bare = plain(typed)
    if len(bare) < LEAST:
        return []
    ranked = [(rank(typed, name), name) for name in dict.fromkeys(names)]
    return [name for place, name in sorted((one for one in ranked if one[0]), key=lambda one: one[0])][:MOST]


def rank(typed: str, name: str) -> int:
    """How likely (1 is most) somebody who typed this means that name; 0 for not at all."""
    bare, written = plain(typed), plain(name)
    if written.startswith(bare):
        return 1
    begun, spoken = words_of(typed), written.split()
    if begun and all(any(word.startswith(part) for word in spoken) for part in begun):
        return 2
    if same(typed, name):
        return 3
    if begun and all(any(slip(part, word[: len(part)]) or slip(part, word) for word in spoken) for part in begun):
        return 4
    return 0


def asked(typed: str, names: Iterable[str]) -> list[str]:
    """The known names of which it must be asked whether they are the same; none when the name itself is known."""
    names = list(dict.fromkeys(names))
    if any(plain(name) == plain(typed) for name in names):
        return []
    return [name for name in names if same(typed, name)][:MOST]


def slip(one: str, other: str) -> bool:
    """True when two words are equal but for what the fingers do: one letter, two in a long word, never the first."""
    if one == other:
        return True
    short, long = sorted((len(one), len(other)))
    most = 2 if short >= LONGER else 1 if short >= LONG else 0
    return bool(most) and one[0] == other[0] and long - short <= most and distance(one, other, most) <= most


def distance(one: str, other: str, most: int) -> int:
    """Letters added, left out, replaced, or two that changed places; counted up to `most`, then it is far."""
    far = most + 1
    older, before, row = dict[int, int](), dict[int, int](), {across: across for across in range(far)}
    for down, letter in enumerate(one, 1):
        older, before, row = before, row, {}
        for across in range(max(0, down - most), min(len(other), down + most) + 1):
            best = min(before.get(across, far), row.get(across - 1, far)) + 1
            if across:
                best = min(best, before.get(across - 1, far) + (letter != other[across - 1]))
            if down > 1 and across > 1 and letter == other[across - 2] and one[down - 2] == other[across - 1]:
                best = min(best, older.get(across - 2, far) + 1)
            row[across] = best
        if min(row.values(), default=far) > most:
            return far
    return row.get(len(other), far)
