"""Names of organisations that may mean the same one: found while somebody types, and asked about, never decided.

The pages look while typing with static/js/parts/near.js; both are held to tests/data/near.json.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from facilitator.chain.people import plain

FILLING = frozenset("de het een van voor en in te bij der den stichting st vereniging ver bv nv".split())
SHORT = {"gem": "gemeente", "mz": "mantelzorg", "zkh": "ziekenhuis", "wt": "wijkteam"}  # as people write them
MANY = "en"  # huisarts, huisartsen
FIRSTS = 3  # letters from which a word may be the first letters of others
MOST = 5  # names offered at once
LEAST = 2  # letters before anything is offered
LONG, LONGER = 5, 9  # letters of a word in which one slip, or two, are forgiven


@lru_cache(maxsize=2048)
def words_of(name: str) -> tuple[str, ...]:
    """The words by which a name is known: without articles and the like, unless there is nothing else."""
    spoken: list[str] = []
    one_by_one = False
    for word in plain(name).split():  # C.J.G. is CJG
        if one_by_one and len(word) == 1:
            spoken[-1] += word
        else:
            spoken.append(word)
        one_by_one = len(word) == 1
    return tuple(SHORT.get(word, word) for word in spoken if word not in FILLING) or tuple(spoken)


@lru_cache(maxsize=1 << 15)  # all pairs of one map
def same(one: str, other: str) -> bool:
    """True when two names may well be one organisation: the words of one in the other, spaces, or a slip."""
    few, many = sorted((words_of(one), words_of(other)), key=len)
    if not few:
        return False
    if "".join(few) == "".join(many) or within(few, many):
        return True
    return len(few) == len(many) and within(many, few)


def within(few: tuple[str, ...], many: tuple[str, ...]) -> bool:
    """True when every word of the one name is said in the other."""
    begins = {word[0] for word in many}
    return all(word[0] in begins for word in few) and all(said(word, many) for word in few)


def said(word: str, many: tuple[str, ...]) -> bool:
    """True when a name says this word: with a slip, as two words in any order, or by their first letters."""
    if any(slip(word, other) for other in many):
        return True
    if any(word != first and word.startswith(first) and word[len(first) :] in many for first in many):
        return True
    return len(word) >= FIRSTS and word in "".join(other[0] for other in many)


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
    """True when two words are equal but for what the fingers do, or that one is of many.

    One letter, two in a long word, never the first.
    """
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    most = 2 if len(short) >= LONGER else 1 if len(short) >= LONG else 0
    if not most or one[0] != other[0]:
        return False
    if long == short + MANY:
        return True
    alike = len(long) - len(short) <= most and near(one, other, most)
    return alike and figures(one) == figures(other)  # team1 and team2 are two


def figures(word: str) -> str:
    return "".join(letter for letter in word if letter in "0123456789")


def near(one: str, other: str, most: int) -> bool:
    """True when at most so many letters were added, left out, replaced, or changed places with the next.

    It is asked thousands of times of what anybody may type, so it only looks further where two words begin to differ.
    """
    if not most:
        return one == other
    for start, (left, right) in enumerate(zip(one, other, strict=False)):  # noqa: B007 - where they differ
        if left != right:
            break
    else:
        return abs(len(one) - len(other)) <= most
    one, other = one[start:], other[start:]
    if near(one[1:], other[1:], most - 1) or near(one[1:], other, most - 1) or near(one, other[1:], most - 1):
        return True
    return one[:2] == other[1::-1] and near(one[2:], other[2:], most - 1)
