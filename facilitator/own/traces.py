"""What in a text may point at one real person, and what could stand there instead. It advises; it never decides.

The patterns are those of the phones (`static/hints.json`, D28): one file, read here and there.
"""

from __future__ import annotations

import functools
import json
import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from faker import Faker

from facilitator.settings import ROOT

FILE = ROOT / "static" / "hints.json"
PROPERTY = re.compile(r"\\p\{(\w+)\}")
WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
SHORTEST = 3  # letters of a name that is looked for
KNOWN = "known"  # the trace of a name that this house knows


@dataclass(frozen=True)
class Trace:
    """One place in a text: which sort, how people call it, the words themselves and where they stand."""

    name: str
    say: str
    found: str
    start: int
    end: int


@dataclass(frozen=True)
class Pattern:
    """One line of the file: an expression, and when figures need it a proof of them."""

    name: str
    say: str
    find: re.Pattern[str]
    proof: Callable[[str], bool]


def eleven(figures: str) -> bool:
    """The eleven test of a burgerservicenummer: weights 9 to 2, and -1 for the last figure."""
    if len(figures) != 9 or figures == "000000000":
        return False
    return sum(int(figure) * weight for figure, weight in zip(figures, WEIGHTS, strict=True)) % 11 == 0


def ten(figures: str) -> bool:
    """A Dutch telephone number has ten figures, once the code of the country is off."""
    figures = re.sub(r"^(?:00)?31(?=\d{9,10}$)", "0", figures)
    return len(re.sub(r"^00(?=[1-9]\d{8}$)", "0", figures)) == 10


def anything(figures: str) -> bool:
    return True


PROOFS = {"eleven": eleven, "ten": ten}


@functools.cache
def letters(category: str) -> str:
    """The inside of a class with every letter of a category: Python's own expressions do not know `\\p{L}`."""
    codes = [code for code in range(0x10000) if unicodedata.category(chr(code)).startswith(category)]
    runs = []
    for _, run in groupby(enumerate(codes), lambda pair: pair[1] - pair[0]):
        row = [code for _, code in run]
        runs.append(chr(row[0]) if len(row) == 1 else f"{chr(row[0])}-{chr(row[-1])}")
    return "".join(runs)


def compiled(find: str, cased: bool) -> re.Pattern[str]:
    """The expression as a browser reads it: figures, word characters and word ends are those of ASCII."""
    text = PROPERTY.sub(lambda found: f"[{letters(found[1])}]", find)
    return re.compile(text, re.ASCII | (re.NOFLAG if cased else re.IGNORECASE))


@functools.cache
def file() -> dict[str, Any]:
    return json.loads(FILE.read_text(encoding="utf-8"))


def pattern(row: dict[str, Any]) -> Pattern:
    proof = PROOFS.get(row.get("proof", ""), anything)
    return Pattern(row["name"], row["say"], compiled(row["find"], row.get("cased", False)), proof)


@functools.cache
def patterns() -> tuple[Pattern, ...]:
    """What phones look for as well."""
    return tuple(pattern(row) for row in file()["traces"])


@functools.cache
def together() -> tuple[Pattern, ...]:
    """What only points at somebody when all of it is there: a place, an age and an illness."""
    return tuple(pattern(row) for row in file()["together"])


def found_by(pattern: Pattern, text: str) -> list[Trace]:
    return [
        Trace(pattern.name, pattern.say, found[0], found.start(), found.end())
        for found in pattern.find.finditer(text)
        if pattern.proof is anything or pattern.proof(re.sub(r"[^0-9]", "", found[0]))
    ]


def traces(text: str) -> list[Trace]:
    """What a phone would hint at, in the order of the patterns."""
    return [trace for pattern in patterns() for trace in found_by(pattern, text)]


def names_in(text: str, names: Iterable[str]) -> list[Trace]:
    """Names that this keten knows (who took part, whom one can call), where they stand in a text."""
    wanted = {" ".join(name.split()) for name in names}
    wanted = {name for name in wanted if sum(c.isalpha() for c in name) >= SHORTEST}
    say = "de naam van iemand uit uw keten"
    return [
        Trace(KNOWN, say, found[0], found.start(), found.end())
        for name in sorted(wanted, key=lambda one: (-len(one), one))
        for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE)
    ]


def rare(text: str) -> list[Trace]:
    """A place, an age and an illness in one text: each says little, all three together often only fit one person."""
    parts = [found_by(pattern, text) for pattern in together()]
    return [part[0] for part in parts] if all(parts) else []


@functools.cache
def made_up() -> Faker:
    return Faker("nl_NL")


def replacement(trace: Trace, seed: int = 0) -> str:
    """Fictional words for this place, which the check itself lets pass; the same ones for the same words."""
    faker = made_up()
    faker.seed_instance(f"{trace.name} {trace.found.casefold()} {seed}")
    match trace.name:
        case "bsn":
            figures = "".join(str(faker.random_digit()) for _ in range(8))
            return next(figures + last for last in "0123456789" if not eleven(figures + last))
        case "phone":
            return "een telefoonnummer"
        case "email":
            return "een e-mailadres"
        case "address":
            return f"de {faker.last_name().split()[-1].lower().capitalize()}laan"
        case "birth":
            season = faker.random_element(("het voorjaar", "de zomer", "het najaar", "de winter"))
            year = re.search(r"(?:19|20)\d\d", trace.found)
            near = int(year[0]) + faker.random_element((-3, -2, -1, 1, 2, 3)) if year else faker.random_int(1940, 1990)
            return f"{season} van {near}"
        case "place":
            return faker.random_element(("in een dorp", "in een kleine stad", "in een wijk aan de rand van de stad"))
        case "age":
            return faker.random_element(("van middelbare leeftijd", "op leeftijd"))
        case "illness":
            return "een ernstige ziekte"
    return faker.first_name()


def looked_at(text: str, names: Iterable[str] = ()) -> list[dict[str, Any]]:
    """Everything for one text, each place once: {name, say, found, instead}."""
    seen: dict[tuple[str, str], dict[str, Any]] = {}
    for trace in (*traces(text), *names_in(text, names)):
        row = {"name": trace.name, "say": trace.say, "found": trace.found, "instead": replacement(trace)}
        seen.setdefault((trace.name, trace.found), row)
    return list(seen.values())
