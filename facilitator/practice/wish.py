"""What a trainer asks for: read from a form, bounded, and refused with a sentence that says what to do."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from facilitator.chain.command import Refused
from facilitator.chain.people import LONGEST
from facilitator.chain.text import clean, one_line
from facilitator.content.prose import plain
from facilitator.practice.agendas import Meeting, chosen

FEWEST, MOST = 2, 60  # people in a room
USUAL = 25
LIVELY = ("rustig", "gewoon", "druk")
PACES = ("1", "2", "5", "10", "30")  # how many minutes go by in one
TOWN, OWN = "stad", "eigen"  # where organisations come from; else the page of a pilot in the handbook
PILOTS, PARTIES = "pilots", "partijen"  # the shelf, and the part of its pages that lists who took part
LARGEST_SEED = 999_999_999
MOST_NAMES = 40
NO_NUMBER = "Typ hoeveel mensen er komen: een getal van {} tot en met {}."
FEW = "Met zo weinig mensen is er geen gesprek. Kies er {} of meer."
MANY = "Zo veel mensen passen niet in de oefenzaal. Kies er hoogstens {}."
NO_SEED = "Dit is geen getal. Typ alleen cijfers, bijvoorbeeld 7. Met hetzelfde getal komen dezelfde mensen terug."
BIG_SEED = "Dit getal is te groot. Typ er een van hoogstens negen cijfers."
NO_CHOICE = "Kies een van de mogelijkheden."
NO_NAMES = "Typ de namen van de organisaties, elk op een eigen regel. Of kies de bedachte stad."
MANY_NAMES = "Dit zijn {} organisaties. Neem er hoogstens {}."
LONG_NAME = "Deze naam is te lang: {}. Maak hem korter dan {} tekens."

Organisations = list[tuple[str, list[str]]]


@dataclass(frozen=True)
class Wish:
    """One practice room. `organisations` is empty for the made-up town; `pace` is how fast the clock goes.

    `made` is the text of an agenda that is made for this room. On a training day a room has a name, and
    so many trainees.
    """

    agenda: str
    title: str
    people: int = USUAL
    seed: int = 7
    lively: str = "gewoon"
    pace: float = 1.0
    town: str = TOWN
    organisations: Organisations = field(default_factory=list)
    made: str = ""
    name: str = ""
    trainees: int = 0


def pilots(library: Any) -> dict[str, tuple[str, Organisations]]:
    """The pilots of the handbook that say who took part: id -> (title, organisations)."""
    found = {}
    for page in library.shelf.pages.values():
        names = [plain(item[1:]) for part in parties(page) for node in part if node[0] == "ul" for item in node[1:]]
        if page["shelf"] == PILOTS and names:
            found[page["id"].rpartition("/")[2]] = (page["title"], [(name, []) for name in names])
    return found


def parties(page: dict[str, Any]) -> list[list[Any]]:
    """The prose of the part that lists who took part."""
    return [part["prose"] for part in page["parts"] if part["id"] == PARTIES]


def read(form: Mapping[str, str], library: Any, meeting: Meeting | None = None) -> Wish:
    """What was filled in; Refused with the field that is wrong."""
    agenda = chosen(one_line(form.get("agenda", ""))[:80], library, meeting)
    town = one_line(form.get("town", TOWN))[:80]
    return Wish(
        agenda=agenda.id,
        title=agenda.title,
        made=agenda.text,
        people=people_of(form.get("people", str(USUAL))),
        seed=seed_of(form.get("seed", "")),
        lively=one_of("lively", form.get("lively", LIVELY[1]), LIVELY),
        pace=float(one_of("pace", form.get("pace", PACES[0]), PACES)),
        town=town,
        organisations=organisations_of(town, form.get("names", ""), library),
    )


def people_of(text: str) -> int:
    text = one_line(text)[:20]
    if not (text.isascii() and text.lstrip("-").isdigit()):
        raise Refused(NO_NUMBER.format(FEWEST, MOST), field="people")
    if int(text) < FEWEST:
        raise Refused(FEW.format(FEWEST), field="people")
    if int(text) > MOST:
        raise Refused(MANY.format(MOST), field="people")
    return int(text)


def seed_of(text: str) -> int:
    """Nothing filled in is as good as any number."""
    text = one_line(text)[:40]
    if not text:
        return secrets.randbelow(1000) + 1
    if not (text.isascii() and text.isdigit()):
        raise Refused(NO_SEED, field="seed")
    if int(text) > LARGEST_SEED:
        raise Refused(BIG_SEED, field="seed")
    return int(text)


def one_of(name: str, text: str, choices: tuple[str, ...]) -> str:
    text = one_line(text)[:20]
    if text not in choices:
        raise Refused(NO_CHOICE, field=name)
    return text


def organisations_of(town: str, names: str, library: Any) -> Organisations:
    if town == TOWN:
        return []
    if town != OWN:
        known = pilots(library)
        if town not in known:
            raise Refused(NO_CHOICE, field="town")
        return known[town][1]
    typed = list(dict.fromkeys(line for line in map(one_line, clean(names).splitlines()) if line))
    if not typed:
        raise Refused(NO_NAMES, field="names")
    if len(typed) > MOST_NAMES:
        raise Refused(MANY_NAMES.format(len(typed), MOST_NAMES), field="names")
    for name in typed:
        if len(name) > LONGEST["organisation"]:
            raise Refused(LONG_NAME.format(name[:40] + " …", LONGEST["organisation"]), field="names")
    return [(name, []) for name in typed]
