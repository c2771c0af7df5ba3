"""Where a report comes from: a room's view, and what this version of the report may tell of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from facilitator.chain.kind import Kind, Page
from facilitator.chain.owners import without

VERSIONS = {
    "kort": "Kort: de kern op een of twee bladzijden, voor wie besluit en er niet bij was",
    "deelnemers": "Voor deelnemers: alles wat de zaal zag",
    "volledig": "Volledig: ook wat verborgen of nog niet getoond is, met alle briefjes",
}
PARTS = {  # in the order of the report; what is in short always stands in front
    "acties": "Acties, op volgorde",
    "aanwezig": "Wie er aan tafel zat",
    "stappen": "Wat er uit kwam, stap voor stap",
    "formulieren": "De formulieren van de keten",
    "briefjes": "Bijlage met alle briefjes",
    "verborgen": "Ook wat verborgen of nog niet getoond is",
}
OWN = "eigen"  # the version of somebody who chose the parts
OF_VERSION = {"deelnemers": frozenset(PARTS) - {"briefjes", "verborgen"}, "volledig": frozenset(PARTS)}
FORMED = ("organisation", "goal", "role", "instrument", "partner")  # what forms 1 to 3 are made of, beside who came
WEEKDAYS = "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag".split()
MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()


@dataclass(frozen=True)
class Choice:
    """What somebody asked for: one of VERSIONS or OWN, with or without names. `practice` is said on the cover.

    Without `contacts` no contact person of a role is named: so it is for what goes to phones. `parts` counts for OWN.
    """

    version: str = "volledig"
    names: bool = True
    practice: bool = False
    contacts: bool = True
    parts: frozenset[str] = frozenset()

    def has(self, part: str) -> bool:
        """Whether one of PARTS is in it."""
        return part in OF_VERSION.get(self.version, self.parts)

    @property
    def full(self) -> bool:
        """Whether what the room did not see is in it."""
        return self.has("verborgen")


@dataclass(frozen=True)
class Source:
    """A room's view for the scribe, of which meeting, and the moment (seconds) at which it was taken.

    `keten` is what lasts in the keten, also of its other meetings: for the forms, and for nothing else. With `training`
    it was a day for trainers: who was there is not the keten, and fills in no forms of it.
    """

    entities: dict[str, dict[str, Any]]
    meeting: str
    at: float
    keten: dict[str, dict[str, Any]] = field(default_factory=dict)
    training: bool = False


def visible(source: Source, kinds: dict[str, Kind], choice: Choice) -> dict[str, dict[str, Any]]:
    """The entities that this version may tell of; without names, nobody's name is in what the kinds get."""
    return {
        identity: told(entity, choice)
        for identity, entity in source.entities.items()
        if choice.full or not unseen(source, kinds, entity)
    }


def told(entity: dict[str, Any], choice: Choice) -> dict[str, Any]:
    """The entity with the names that this version has."""
    named = entity if choice.names else nameless(entity)
    return named if choice.contacts else unreachable(named)


def of_keten(source: Source, choice: Choice) -> dict[str, dict[str, Any]]:
    """What the forms of the keten are made from, whichever meeting made it; of who came to another, the organisation.

    It stands before what this meeting says of the same things: a meeting knows little of what it only carries.
    """
    found = {}
    for identity, entity in source.keten.items():
        if entity["type"] == "participant" and identity not in source.entities:
            found[identity] = {key: entity[key] for key in ("id", "type", "org") if key in entity}
        elif entity["type"] in FORMED:
            found[identity] = told(entity, choice)
    return found


def unreachable(entity: dict[str, Any]) -> dict[str, Any]:
    """The entity without the one whom others call: the contact person of a role."""
    entity = without(entity, "uncalled") if entity["type"] == "action" else entity
    return {key: value for key, value in entity.items() if entity["type"] != "role" or key != "contact"}


def nameless(entity: dict[str, Any]) -> dict[str, Any]:
    """The entity without the name of a person."""
    if entity["type"] == "action":
        entity = without(entity, "unnamed")
        entity |= {"wishes": entity["unnamed_wishes"]} if "unnamed_wishes" in entity else {}
    hidden = {"by", "name"} if entity["type"] == "participant" else {"by"}
    return {key: value for key, value in entity.items() if key not in hidden}


def unseen(source: Source, kinds: dict[str, Kind], entity: dict[str, Any]) -> bool:
    """True for a note that the room did not get to see: hidden, withdrawn, or not shown by its step."""
    if entity["type"] != "note":
        return False
    step = source.entities.get(entity["step"])
    if step is None or entity.get("hidden") or entity.get("withdrawn"):
        return True
    return not kinds[step["kind"]].shown(step, entity)


def begun(page: Page, meeting: dict[str, Any]) -> list[dict[str, Any]]:
    """The steps that were begun, in the order of the agenda."""
    steps = [page.entities[step] for step in meeting["steps"]]
    return [step for step in steps if step.get("started_at")]


def day(text: str) -> str:
    """2026-11-22 -> 22 november 2026; anything else stays."""
    try:
        when = date.fromisoformat(text)
    except ValueError:
        return text
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def weekday(text: str) -> str:
    """2026-11-22 -> zondag 22 november 2026; anything else stays."""
    try:
        return f"{WEEKDAYS[date.fromisoformat(text).weekday()]} {day(text)}"
    except ValueError:
        return text


def plural(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
