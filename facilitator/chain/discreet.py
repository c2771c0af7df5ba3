"""Discreet: what colleagues may read of what was told beforehand, and what may stand on a map that everybody sees.

Who says at the door to be of an organisation is believed, there being no account: so nothing with which a person could
be found goes to a phone or into a report with it. Our own choice; who runs the meeting reads all (network/shown.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from facilitator.chain.command import Refused

# A mail address is looked for from the start of a word: else thousands of letters without one hold up the house.
MAIL = re.compile(r"(?<![^\s@<>(),;:])[^\s@<>(),;:]+@[^\s@<>(),;:]+\.\w+")
NUMBER = re.compile(r"(?:\+\d|\b0)[\d ()./-]{6,}\d")
NEXT = re.compile(r"/| (?=[0+])")  # where a second number may begin
FEWEST, MOST = 9, 14  # figures of a telephone number
PART = 3  # letters of a part of a name that is looked for alone
SIGNS = {"mail": "[mailadres]", "number": "[nummer]", "name": "[naam]"}
TEXTS = ("contact", "how", "number", "frequency")
CALL = r"\b(?:tel(?:efoon)?|mob(?:iel)?|e-?mail|mail)\b\.?"
LABEL = re.compile(rf"(?:[\s,;:/|–-]|{CALL})+$", re.IGNORECASE)  # what led up to a number, at the end
BRACKETS = re.compile(rf"\((?:[\s,;:/|–-]|{CALL})*\)", re.IGNORECASE)
PUBLIC = "Dit komt op de kaart die iedereen ziet. Haal het telefoonnummer of mailadres weg."


def figures(text: str) -> int:
    return sum(one.isdigit() for one in text)


def numbered(found: re.Match[str]) -> str:
    """The sign, for as many figures as a telephone number has; also for two of them behind each other."""
    parts = [found[0], *NEXT.split(found[0])]
    return SIGNS["number"] if any(FEWEST <= figures(part) <= MOST for part in parts) else found[0]


def reachable(text: str) -> bool:
    """True when a mail address or a telephone number stands in it."""
    return bool(MAIL.search(text)) or NUMBER.sub(numbered, text) != text


def without(text: str, people: Iterable[str]) -> str:
    """The text with signs in place of mail addresses, telephone numbers, and these people by any part of their name."""
    text = NUMBER.sub(numbered, MAIL.sub(SIGNS["mail"], text))
    for name in filter(None, people):
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", SIGNS["name"], text, flags=re.IGNORECASE)
        parts = [one for one in name.split() if len(one) >= PART and one[0].isupper()]
        for part in parts:
            text = re.sub(rf"(?<!\w){re.escape(part)}(?!\w)", SIGNS["name"], text)
    return text


def told(answer: dict[str, Any], people: Iterable[str]) -> dict[str, Any]:
    """One answer as a colleague's phone has it."""
    names = list(people)
    clean = {key: without(answer[key], names) for key in TEXTS}
    return {
        **answer,
        **clean,
        **({"about": [without(one, names) for one in answer["about"]]} if "about" in answer else {}),
    }


@lru_cache(maxsize=2048)
def named(name: str) -> str:
    """The name of an organisation as everybody may see it: without a number or address, and what led up to it."""
    line = " ".join(name.split())
    bare = NUMBER.sub(lambda found: found[0] if numbered(found) == found[0] else " ", MAIL.sub(" ", line))
    return line if bare == line else LABEL.sub("", " ".join(BRACKETS.sub(" ", bare).split()))


def drawn(name: str) -> str:
    """The same on the map, also of a book that was written before such a number was left out."""
    return named(name) or "Zonder naam"


def refuse(texts: Iterable[str], field: str) -> None:
    """What comes on the map holds nobody's number or address."""
    if any(map(reachable, texts)):
        raise Refused(PUBLIC, field=field)
