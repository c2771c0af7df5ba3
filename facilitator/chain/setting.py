"""A setting that a facilitator may change in the agenda: a kind declares it as data, one dialog draws it.

What a value may be (a number from 1 to 20, one of three words, yes or no) follows from the kind's `Settings`; here
stands what it is called and until when it may change, and here that is checked.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import msgspec

from facilitator.chain.command import Desk, Refused
from facilitator.chain.model import Chain, Entity

if TYPE_CHECKING:
    from facilitator.chain.kind import Kind

Value = str | int | bool
GIVEN = (
    *("note", "ballot", "rating", "cards", "introduction", "commitment", "progress", "goal", "offer"),
    *("instrument", "partner", "tie"),
)
LOCKED = {
    "always": "",
    "unbegun": "Deze stap is al begonnen. Dit ligt nu vast.",
    "ungiven": "Er is bij deze stap al iets gegeven. Dit ligt nu vast.",
}


def free(chain: Chain, step: Entity, value: Value) -> str:
    """Any value that the kind takes is good."""
    return ""


@dataclass(frozen=True)
class Setting:
    """`options` name the values of a choice (a field of the step, by its name, may hold more: each with id and label).

    `until`: it may change always, until the step has begun, or until people gave something in it. `check` says in a
    sentence why a value would break what exists, or "".
    """

    field: str
    label: str
    hint: str = ""
    options: tuple[tuple[Value, str], ...] = ()
    options_of: str = ""
    until: Literal["always", "unbegun", "ungiven"] = "always"
    check: Callable[[Chain, Entity, Value], str] = free

    def locked(self, chain: Chain, step: Entity) -> str:
        """Why it may not change any more, in a sentence; "" while it may."""
        fixed = self.until == "unbegun" and step["started_at"] is not None
        return LOCKED[self.until] if fixed or (self.until == "ungiven" and given(chain, step)) else ""

    def choices(self, step: Entity) -> list[dict[str, Any]]:
        """What one can choose from, each with id and text; none for a number or a yes or no."""
        rows = step.get(self.options_of, ()) if self.options_of else ()
        more = [(one["id"], one.get("label", one["id"])) for one in rows]
        return [{"id": value, "text": text} for value, text in (*self.options, *more)]


def given(chain: Chain, step: Entity) -> bool:
    """True when people put something in this step, or the facilitator placed a point."""
    if step["state"].get("placed"):
        return True
    return any(one["type"] in GIVEN for one in chain.in_step(step["id"]))


def values(kind: Kind, step: Entity) -> dict[str, Any]:
    """All settings of a step, with the kind's own value where the step says nothing."""
    said = {name: value for name, value in step["settings"].items() if name in names(kind)}
    return msgspec.to_builtins(msgspec.convert(said, kind.Settings))


def changed(desk: Desk, step: Entity, asked: dict[str, Value]) -> dict[str, Any]:
    """The step's settings with what is asked in them; refused with the name of the field."""
    kind = desk.kinds[step["kind"]]
    known = {one.field: one for one in kind.editable}
    now = values(kind, step)
    asked = {field: value.strip() if isinstance(value, str) else value for field, value in asked.items()}
    fresh = {field: value for field, value in asked.items() if field not in now or now[field] != value}
    for field, value in fresh.items():
        setting = known.get(field)
        if setting is None:
            raise Refused("Deze instelling hoort niet bij deze stap. Laad de pagina opnieuw.", "bad")
        options = [one["id"] for one in setting.choices(step)]
        if options and value not in options:
            raise Refused(f"Kies bij “{setting.label}” iets uit de lijst.", field=field)
        try:
            msgspec.convert({**now, field: value}, kind.Settings)
        except msgspec.ValidationError:
            raise Refused(wanted(kind, setting), field=field) from None
        say = setting.locked(desk.chain, step) or setting.check(desk.chain, step, value)
        if say:
            raise Refused(say, field=field)
    if not fresh:
        return {}
    kind.settle(desk, step, {**now, **fresh})
    return {**step["settings"], **fresh}


@functools.cache
def names(kind: Kind) -> frozenset[str]:
    """The fields of a kind's settings. (Asking a type about itself is slow, and every note draws its step anew.)"""
    return frozenset(one.name for one in msgspec.structs.fields(kind.Settings))


@functools.cache
def bounds(kind: Kind, field: str) -> tuple[str, int, int]:
    """How a field is drawn: number with its least and most, switch, or text. (Asking a type about itself is slow.)"""
    [found] = [one for one in msgspec.inspect.type_info(kind.Settings).fields if one.name == field]
    if isinstance(found.type, msgspec.inspect.IntType):
        return "number", found.type.ge or 0, found.type.le or 0
    return ("switch" if isinstance(found.type, msgspec.inspect.BoolType) else "text"), 0, 0


def wanted(kind: Kind, setting: Setting) -> str:
    sort, least, most = bounds(kind, setting.field)
    if sort == "number":
        return f"Vul bij “{setting.label}” een getal in van {least} tot en met {most}."
    return f"Bij “{setting.label}” past dit niet. Kies iets anders."


def drawn(chain: Chain, step: Entity, kind: Kind) -> list[dict[str, Any]]:
    """The settings as the control room's dialog draws them, with their value now and why one is locked."""
    now = values(kind, step) if kind.editable else {}
    found = []
    for one in kind.editable:
        options = one.choices(step)
        if options and all(option["id"] != now[one.field] for option in options):
            options.append({"id": now[one.field], "text": str(now[one.field])})
        sort, least, most = bounds(kind, one.field)
        row = {"field": one.field, "label": one.label, "value": now[one.field], "type": "choice" if options else sort}
        row |= {"hint": one.hint, "options": options, "locked": one.locked(chain, step)}
        row |= {"least": least, "most": most} if row["type"] == "number" else {}
        found.append({key: value for key, value in row.items() if value not in ("", []) or key == "value"})
    return found


# who sees names: the same in every kind that asks for notes or promises

OPENNESS = {"anoniem": 0, "organisatie": 1, "naam": 2}


def keeps_its_word(chain: Chain, step: Entity, value: Value) -> str:
    """Names are never shown more openly than what people were told when they wrote."""
    now = step["settings"].get("names", "organisatie")
    gave = given(chain, step)
    if (gave or step["started_at"] is not None) and OPENNESS[str(value)] > OPENNESS[now]:
        return (
            "Deze stap is al begonnen. Mensen schrijven op wat hun toen is beloofd, dus hun naam kan niet "
            "zichtbaarder worden. Zet de oefening nog een keer op de agenda als u het anders wilt."
        )
    if gave and value == "anoniem":
        return "Er is al geschreven, en daarbij is bewaard wie het was. Anoniem kan alleen vóór het eerste antwoord."
    return ""


NAMES = Setting(
    "names",
    "Wat staat er onder een briefje?",
    options=(("naam", "Naam en organisatie"), ("organisatie", "Alleen de organisatie"), ("anoniem", "Niets: anoniem")),
    check=keeps_its_word,
)
LENGTH = Setting("max_length", "Hoe lang mag een briefje zijn? (tekens)")
