"""What every line of a script may need: names that it keeps and refers to, who does it, texts, lists and dates."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from facilitator.chain.network.links import YES
from facilitator.chain.people import plain
from facilitator.content import Library
from facilitator.content.document import Value
from facilitator.content.faults import suggestion
from facilitator.content.fields import Form
from facilitator.rehearsal.sent import FACILITATOR

HOST = "begeleider"
LOCAL = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")


@dataclass(frozen=True)
class Ref:
    """A name in the script, in the place of an id that the house will give (`within` a longer text)."""

    name: str
    within: str = "{}"


@dataclass(frozen=True)
class Org:
    """The name of an organisation, in the place of its id; it comes to the table when it is not there."""

    name: str


@dataclass
class Act:
    """One command: who sends it, what is in it (with Refs), and under which name the script keeps what it makes."""

    line: int
    who: str | int
    name: str
    body: dict[str, Any]
    keep: str = ""
    keeps: list[str] = field(default_factory=list)  # the same for a command that makes more than one


@dataclass
class Scene:
    """What happens at one step of the agenda (its number, from 0), in order."""

    number: int
    line: int
    acts: list[Act] = field(default_factory=list)


@dataclass
class Known:
    """What the lines of a script may refer to, as far as it is read."""

    library: Library
    people: dict[str, int] = field(default_factory=dict)
    organisations: set[str] = field(default_factory=set)
    kept: dict[str, tuple[int, str]] = field(default_factory=dict)  # name -> line, what it is (note, cluster, action)
    grouped: set[str] = field(default_factory=set)  # names of notes that hang in a group
    of: dict[str, str] = field(default_factory=dict)  # participant -> organisation
    named: dict[str, str] = field(default_factory=dict)  # every organisation that is on the map: plain name -> name
    ring: set[str] = field(default_factory=set)  # plain names that the facilitator put in the list
    tied: dict[frozenset[str], set[str]] = field(default_factory=dict)  # two plain names -> who of them denied the line

    def tie(self, own: str, other: str, says: str) -> None:
        """Two organisations work together (yes), or one says that they do not; the other is on the map from here on."""
        self.named.setdefault(plain(other), other)
        pair = frozenset((plain(own), plain(other)))
        if says == YES:
            self.tied.setdefault(pair, set()).discard(plain(own))
        elif pair in self.tied:
            self.tied[pair].add(plain(own))

    def ties(self, own: str) -> list[str]:
        """The names of those that an organisation works with, as far as it did not deny it."""
        mine = plain(own)
        found = [pair - {mine} for pair, denied in self.tied.items() if mine in pair and mine not in denied]
        return [self.named[other] for [other] in found if other in self.named]

    def merge(self, name: str, means: str) -> None:
        """Two names are one organisation from here on."""
        for pair in [pair for pair in self.tied if plain(name) in pair]:
            [other] = pair - {plain(name)}
            if other != plain(means):
                self.tied.setdefault(frozenset((other, plain(means))), set()).update(self.tied[pair])
            del self.tied[pair]
        self.named.pop(plain(name), None)


def local(form: Form, key: str, required: bool = False) -> str:
    """A name of the script's own: small letters, figures, - and _."""
    name = form.text(key, required)
    if name and not LOCAL.fullmatch(name):
        form.fault(form.line_of(key), f"'{name}' kan geen naam zijn. Gebruik kleine letters, cijfers, - en _.")
        return ""
    return name


def keep(form: Form, known: Known, what: str) -> str:
    """The name under which this line's note, group or action is known from here on."""
    name = local(form, "id")
    if name and name in known.kept:
        line = known.kept[name][0]
        form.fault(form.line_of("id"), f"De naam '{name}' is al gebruikt (op regel {line}). Kies een andere.")
    elif name:
        known.kept[name] = (form.line_of("id"), what)
    return name


def who(form: Form, known: Known, host: bool, required: bool = True) -> str | int:
    """Who does it: a participant's number, or the facilitator where `host` allows."""
    options = [*known.people, *([HOST] if host else [])]
    name = form.choice("van", options, required)
    return FACILITATOR if name in ("", HOST) else known.people[name]


def refs(form: Form, values: list[Value], known: Known, *kinds: str) -> list[str]:
    """Names that must have been kept before, as one of these kinds."""
    found = []
    for value in values:
        name = value.raw if isinstance(value.raw, str) else ""
        if ref(form, value.line, name, known, *kinds):
            found.append(name)
    return found


def ref(form: Form, line: int, name: str, known: Known, *kinds: str) -> bool:
    if name not in known.kept:
        form.fault(line, f"'{name}' is hier nog niet bekend.{suggestion(name, known.kept) if known.kept else ''}")
        return False
    what = known.kept[name][1]
    if what and what not in kinds:
        form.fault(line, f"'{name}' is hier niet bruikbaar: het is {WHAT[what]}.")
        return False
    return True


WHAT = {
    "note": "een briefje",
    "cluster": "een groepje",
    "action": "een actie",
    "subaction": "een subactie",
    "goal": "een doel",
    "instrument": "een instrument",
    "date": "een datum",
    "place": "een plek",
}


def candidate(form: Form, line: int, name: str, known: Known) -> bool:
    """What can be weighed: a note, or a group in the place of its notes."""
    if name in known.grouped:
        form.fault(line, f"Briefje '{name}' hangt in een groepje. Noem het groepje.")
        return False
    return ref(form, line, name, known, "note", "cluster")


def prose(form: Form, key: str, longest: int, required: bool = True) -> str:
    text = form.text(key, required)
    if len(text) > longest:
        form.fault(form.line_of(key), f"'{key}' is te lang: {len(text)} tekens, hoogstens {longest}.")
    return text


def texts(form: Form, key: str) -> list[str]:
    found = form.texts(key, required=False)
    return [text[:300] for text in found]


def filled(**fields: Any) -> dict[str, Any]:
    """Only what was said."""
    return {key: value for key, value in fields.items() if value not in ("", 0, [], {}, None)}


def rows(form: Form, key: str) -> list[Form]:
    """The forms under a key that need not be there."""
    if key not in form.values:
        form.asked.append(key)
        return []
    return form.forms(key)


def names(form: Form, key: str) -> list[Value]:
    """A list of names that need not be there."""
    form.asked.append(key)
    value = form.values.get(key)
    if value is None:
        return []
    if not isinstance(value.raw, list):
        form.fault(value.line, f"'{key}' moet een lijst zijn, zoals [een, twee].")
        return []
    return value.raw


def day(form: Form, key: str) -> str:
    """A date as 2026-11-24, or ""."""
    text = form.text(key, required=False)
    if text:
        try:
            if date.fromisoformat(text).isoformat() == text:
                return text
        except ValueError:
            pass
        form.fault(form.line_of(key), f"'{text}' is geen datum. Schrijf jaar-maand-dag, zoals 2026-11-24.")
    return ""


def promised(values: dict[str, Value]) -> dict[str, tuple[int, str]]:
    """Names that lines which cannot be read would have kept, so that one fault does not bring ten others."""
    found = {}
    for value in values.values():
        rows = value.raw if isinstance(value.raw, list) else []
        for row in rows:
            name = row.raw.get("id") if isinstance(row.raw, dict) else None
            if name is not None and isinstance(name.raw, str):
                found[name.raw] = (name.line, "")
    return found
