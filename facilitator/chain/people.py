"""Who is at the table: participants, organisations, and what they commit to.

Names are not in the book: they travel beside it to the people's own table (D8).
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache
from typing import Literal

from facilitator.chain import answers, discreet
from facilitator.chain.command import (
    EVERYBODY,
    ONLY_FACILITATOR,
    ONLY_PARTICIPANT,
    PARTICIPANT,
    Body,
    Desk,
    Id,
    Line,
    Paragraph,
    Refused,
    Rule,
)
from facilitator.chain.model import Chain, Entity, Event
from facilitator.chain.notes import ANONYMOUS

SORTS = ("gemeente", "steunpunt", "zorg", "welzijn", "huisarts", "ggz", "jeugd", "mantelzorgers", "overig")
OFFERS, FUNDING = answers.OFFERS, answers.FUNDING
# From the top: the first sort of which a word is in the name. "x" is a whole word, "x-" how a word begins, "-x" how
# it ends, "-x-" any part of a word (Dutch joins words: thuiszorg, wijkverpleging, huisartsenpraktijk).
GUESSES = (
    ("steunpunt", ("mantelzorg-", "-mantelzorg", "steunpunt-", "nabijheid", "vmz")),
    ("huisarts", ("huisarts-", "poh", "hagro", "huisartsen")),
    ("gemeente", ("gemeente", "gemeentehuis", "stadsdeel", "wmo-", "wijkteam-", "-wijkteam", "ggd", "sociaal domein")),
    ("ggz", ("ggz-", "psych-", "mentaal", "mentale", "verslaving-", "-psychiatrie")),
    ("jeugd", ("jeugd-", "jongeren-", "school", "-school", "scholen-", "onderwijs-", "college", "cjg", "kinder-")),
    ("welzijn", ("welzijn-", "-welzijn", "maatschappelijk", "vrijwillig-", "buurt", "buurthuis", "dorpshuis", "mee")),
    (
        "welzijn",
        ("kerk", "-kerk", "diaconie", "parochie", "moskee", "humanitas", "zonnebloem", "rode kruis", "ouderenbond"),
    ),
    (
        "zorg",
        (
            "-zorg-",
            "thuis-",
            "-verpleging",
            "verple-",
            "dementie-",
            "hospice",
            "ziekenhuis",
            "-ziekenhuis",
            "buurtzorg",
        ),
    ),
    ("zorg", ("apotheek", "fysio-", "ergotherap-", "revalidatie-", "zorg-", "praktijk", "-praktijk")),
)
LONG = 500  # characters of a commitment
LONGEST = {"name": 60, "organisation": 120, "profession": 80}  # characters of who somebody is
CALLED = {"name": "Uw voornaam", "organisation": "De naam van uw organisatie", "profession": "Uw beroep of rol"}


class Join(Body):
    name: Line = ""
    organisation: Line = ""
    profession: Line = ""


class EditPerson(Body):
    name: Line | None = None
    organisation: Line | None = None
    profession: Line | None = None


class Remove(Body):
    participant: Id


class AddOrganisation(Body):
    name: Line
    sort: Literal[SORTS] | None = None


class EditOrganisation(Body):
    organisation: Id
    name: Line | None = None
    sort: Literal[SORTS] | None = None


class Commit(Body):
    step: Id
    text: Paragraph = ""
    worth: Paragraph = ""
    better: Paragraph = ""


@lru_cache(maxsize=2048)
def plain(name: str) -> str:
    """A name as compared: lower case, without accents, punctuation and double spaces."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return " ".join(re.sub(r"[^\w]+", " ", bare).split())


def says(bare: str, word: str) -> bool:
    """True when a plain name holds this word of `GUESSES`."""
    whole = re.escape(word.strip("-"))
    begin, end = "" if word.startswith("-") else r"\b", "" if word.endswith("-") else r"\b"
    return re.search(f"{begin}{whole}{end}", bare) is not None


def guess_sort(name: str) -> str:
    """The likely sort of an organisation by its name; the facilitator can change it."""
    bare = plain(name)
    return next((sort for sort, words in GUESSES if any(says(bare, word) for word in words)), "overig")


def fitting(desk: Desk, field: str) -> str:
    """What somebody says of themself, on one line; too long is said and never cut."""
    told = " ".join(getattr(desk.body, field).split())
    most = LONGEST[field]
    if len(told) > most:
        say = f"{CALLED[field]} is te lang. Gebruik niet meer dan {most} tekens. Nu zijn het er {len(told)}."
        raise Refused(say, field=field)
    return told


def wider(name: str) -> str:
    """The id of a name that is in no list."""
    return "w" + hashlib.sha256(plain(name).encode()).hexdigest()[:12]


def tied(chain: Chain) -> dict[str, str]:
    """Which id means which other: of a name that is listed by now, and where two names were said to be one."""
    listed = {wider(one["name"]): one["id"] for one in chain.of_type("organisation") if not one.get("gone")}
    return listed | {one["one"]: one["means"] for one in chain.of_type("alias") if one["gone"] is False}


def meant(same: dict[str, str], identity: str) -> str:
    """Whom an id means, through all that is `tied`."""
    seen = set()
    while identity in same and identity not in seen:
        seen.add(identity)
        identity = same[identity]
    return identity


def listed_as(chain: Chain, name: str) -> str:
    """The id of the organisation of this name, or that this name was said to mean; "" for none."""
    found = meant(tied(chain), wider(name))
    organisation = chain.get(found, "organisation")
    return found if organisation and not organisation.get("gone") else ""


def organisation_named(desk: Desk, name: str) -> str:
    """The id of the organisation with this name, new when nobody spelt it like that before; "" for no name.

    Nobody is held back at the door: a telephone number or mail address is left out, since all see the name.
    """
    name = discreet.named(name)
    if not plain(name):
        return ""
    known = listed_as(desk.chain, name)
    if known:
        return known
    identity = desk.new_id("o")
    desk.emit("organisation.added", {"id": identity, "name": name, "sort": guess_sort(name)})
    return identity


def join(desk: Desk) -> None:
    """A new seat at the table; the name goes to the people's table only."""
    if desk.meeting["state"] != "open":
        raise Refused("De deur van deze bijeenkomst is dicht. Vraag de begeleider om hem te openen.", "weg")
    told = {field: fitting(desk, field) for field in LONGEST}
    organisation = organisation_named(desk, told["organisation"])
    identity = desk.new_id("p")
    desk.emit("participant.joined", {"id": identity, "organisation": organisation, "profession": told["profession"]})
    desk.people.append((identity, {"name": told["name"]}))


def edit_person(desk: Desk) -> None:
    person = desk.find(desk.seat.id, "participant")
    told = {field: fitting(desk, field) for field in LONGEST if getattr(desk.body, field) is not None}
    fields = {}
    if "organisation" in told:
        fields["organisation"] = organisation_named(desk, told["organisation"])
    if "profession" in told:
        fields["profession"] = told["profession"]
    if "name" in told:
        desk.people.append((person["id"], {"name": told["name"]}))
    desk.emit("participant.edited", {"id": person["id"], "fields": fields})


def remove_person(desk: Desk) -> None:
    """The seat goes, with the name; what was written stays."""
    person = desk.find(desk.body.participant, "participant")
    desk.emit("participant.removed", {"id": person["id"]})
    desk.people.append((person["id"], None))


def leave(desk: Desk) -> None:
    person = desk.find(desk.seat.id, "participant")
    desk.emit("participant.removed", {"id": person["id"]})
    desk.people.append((person["id"], None))


def add_organisation(desk: Desk) -> None:
    name = desk.told(desk.body.name, 120, "name")
    discreet.refuse([name], "name")
    before = {organisation["id"] for organisation in desk.chain.of_type("organisation")}
    identity = organisation_named(desk, name)
    if identity in before:
        raise Refused("Deze organisatie staat al in de lijst.", field="name")
    if desk.body.sort:
        desk.emit("organisation.edited", {"id": identity, "fields": {"sort": desk.body.sort}})


def edit_organisation(desk: Desk) -> None:
    organisation = desk.find(desk.body.organisation, "organisation")
    fields = {}
    if desk.body.name is not None:
        fields["name"] = desk.told(desk.body.name, 120, "name")
        discreet.refuse({fields["name"]} - {organisation["name"]}, "name")
        other = plain(fields["name"]) != plain(organisation["name"])
        if other and listed_as(desk.chain, fields["name"]) not in ("", organisation["id"]):
            raise Refused("Er staat al een organisatie met deze naam in de lijst.", field="name")
    if desk.body.sort is not None:
        fields["sort"] = desk.body.sort
    desk.emit("organisation.edited", {"id": organisation["id"], "fields": fields})


def commit(desk: Desk) -> None:
    """One commitment per person, changeable; in an anonymous step kept under a key that is no name."""
    step = desk.step(desk.body.step)
    body = {key: getattr(desk.body, key).strip()[:LONG] for key in ("text", "worth", "better")}
    desk.told(" ".join(body.values()), 1600)
    if step["settings"].get("names") == ANONYMOUS:
        key = desk.command.given["key"]
        body |= {"id": "t" + key, "key": key}
    else:
        body |= {"id": f"t{step['id']}{desk.seat.id}", "author": desk.seat.id}
    desk.emit("commitment.made", body, step=step["id"])


def organisation_added(chain: Chain, event: Event) -> None:
    chain.put({"type": "organisation", **event.body})


def organisation_edited(chain: Chain, event: Event) -> None:
    chain.change(event.body["id"], **event.body["fields"])


def participant_joined(chain: Chain, event: Event) -> None:
    chain.put({"type": "participant", "meeting": event.meeting, "gone": False, **event.body})


def participant_edited(chain: Chain, event: Event) -> None:
    chain.change(event.body["id"], **event.body["fields"])


def participant_removed(chain: Chain, event: Event) -> None:
    chain.change(event.body["id"], gone=True)


def committed(chain: Chain, event: Event) -> None:
    """The last answer takes the place of the one before; what was kept off the screen stays off."""
    kept = {"hidden": True} if chain.entities.get(event.body["id"], {}).get("hidden") else {}
    chain.put({"type": "commitment", "meeting": event.meeting, "step": event.step, **event.body, **kept})


def present(chain: Chain, meeting: str) -> list[Entity]:
    """The participants of a meeting who did not leave."""
    return [person for person in chain.of_type("participant", meeting) if not person.get("gone")]


DOOR = frozenset({PARTICIPANT})
RULES = [
    Rule("participant.join", Join, DOOR, join),
    Rule("participant.edit", EditPerson, ONLY_PARTICIPANT, edit_person),
    Rule("participant.leave", Body, ONLY_PARTICIPANT, leave, late=True),
    Rule("participant.remove", Remove, ONLY_FACILITATOR, remove_person, late=True),
    Rule("organisation.add", AddOrganisation, ONLY_FACILITATOR, add_organisation, late=True),
    Rule("organisation.edit", EditOrganisation, ONLY_FACILITATOR, edit_organisation, late=True),
    Rule("commitment.make", Commit, EVERYBODY - ONLY_FACILITATOR, commit, of_step=True, given="key"),
]
EVENTS = {
    "organisation.added": organisation_added,
    "organisation.edited": organisation_edited,
    "participant.joined": participant_joined,
    "participant.edited": participant_edited,
    "participant.removed": participant_removed,
    "commitment.made": committed,
}
