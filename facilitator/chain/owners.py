"""Who does an action: people and organisations of the keten by their id, and what was typed besides.

The book holds ids; the names are joined when it is shown (D8), so a name that is erased is erased here as well. Who
left stays readable as somebody of an organisation, and it is said that they left.
"""

from __future__ import annotations

from typing import Annotated, Any

from msgspec import Meta

from facilitator.chain.command import Desk, Id, Line, Refused
from facilitator.chain.model import Chain, Entity

Owners = Annotated[list[Id], Meta(max_length=12)]
KINDS = ("participant", "organisation", "role")
EMPTY: dict[str, Any] = {"who": "", "owners": []}
ROLES = {
    "chain_director": "ketenregisseur",
    "information_point": "centraal informatiepunt",
    "case_director": "casusregisseur",
    "quality_guardian": "kwaliteitsbewaker",
    "developer": "ontwikkelaar",
    "executor": "uitvoerder",
}
SOMEBODY, OF, LEFT = "een deelnemer", "iemand van {}", "{}, niet meer aan tafel"
GONE = "Deze persoon of organisatie staat niet meer in de lijst. Kies iemand anders, of typ de naam."


def asked(desk: Desk, before: Entity | None = None) -> dict[str, Any]:
    """The fields `who` and `owners` as somebody asks for them: both together, for one takes the place of the other."""
    who, owners = getattr(desk.body, "who", None), getattr(desk.body, "owners", None)
    if who is None and owners is None:
        return {}
    return fields(desk, who or "", owners or [], before)


def fields(desk: Desk, who: Line, owners: list[str], before: Entity | None = None) -> dict[str, Any]:
    """The same for what stands apart; who is an owner already may stay one, also after they left."""
    chosen = list(dict.fromkeys(owners))
    kept = (before or {}).get("owners", ())
    for identity in chosen:
        one = desk.chain.get(identity)
        known = one is not None and one["type"] in KINDS and (not one.get("gone") or identity in kept)
        if not known or (not desk.facilitator and one["type"] != "organisation" and identity != desk.seat.id):
            raise Refused(GONE, field="who")
    return {"who": who.strip(), "owners": chosen}


def named(chain: Chain, names: dict[str, dict[str, str]], identity: str, contacts: bool) -> str:
    """One owner, as it is said; the contact person of a role only to who may see contacts."""
    one = chain.get(identity)
    if one is None:
        return SOMEBODY
    if one["type"] == "organisation":
        return one["name"]
    organisation = (chain.get(one.get("organisation") or "") or {}).get("name", "")
    known = one["type"] == "participant" or contacts
    name = names.get(identity, {}).get("name", "") if known and not one.get("gone") else ""
    if name:
        said = f"{name} ({organisation})" if organisation else name
    elif one["type"] == "role":
        said = f"{organisation} ({ROLES[one['slot'].split('.')[0]]})"
    else:
        said = OF.format(organisation) if organisation else SOMEBODY
    return LEFT.format(said) if one.get("gone") else said


def each(chain: Chain, names: dict[str, dict[str, str]], one: dict[str, Any], contacts: bool) -> list[tuple[str, str]]:
    """(id, name) of everybody who does it; "" for the id of what was typed."""
    chosen = [(identity, named(chain, names, identity, contacts)) for identity in one.get("owners") or ()]
    return [*chosen, *([("", one["who"])] if one.get("who") else [])]


def said(chain: Chain, names: dict[str, dict[str, str]], one: dict[str, Any], contacts: bool) -> str:
    """Who does it, in words: first who was chosen, then what was typed."""
    told = list(dict.fromkeys(name for _, name in each(chain, names, one, contacts)))
    return " en ".join(told) if len(told) < 3 else f"{', '.join(told[:-1])} en {told[-1]}"


def shown(chain: Chain, names: dict[str, dict[str, str]], action: Entity, audience: str) -> dict[str, Any]:
    """`who` in words for everybody; control room and report also get what it is made of, and a history in words.

    In the report each such text comes along twice more, for a version that may not tell as much (see `without`).
    """
    open_to = audience in ("control", "report")
    view: dict[str, Any] = {"who": said(chain, names, action, open_to)}
    if not open_to:
        return view
    view["history"] = told(chain, names, action, audience)
    if action.get("owners"):
        view |= {"owners": action["owners"], "typed": action["who"]}
        if audience == "report":
            view |= {key: said(chain, known, action, False) for key, known in (("unnamed", {}), ("uncalled", names))}
    return view


def told(chain: Chain, names: dict[str, dict[str, str]], action: Entity, audience: str) -> list[dict[str, Any]]:
    """An action's history with "who" in words, from whom to whom."""
    rows = action.get("history") or []
    if not any("owners" in row.get("changes", {}) for row in rows):
        return rows
    first = {key: [row["changes"][key][0] for row in rows if key in row.get("changes", {})] for key in EMPTY}
    now = {key: (first[key][0] if first[key] else action.get(key)) or EMPTY[key] for key in EMPTY}
    found = []
    for row in rows:
        changes = row.get("changes", {})
        if not set(EMPTY) & set(changes):
            found.append(row)
            continue
        after = {**now, **{key: changes[key][1] or EMPTY[key] for key in EMPTY if key in changes}}
        pair, now = (now, after), after
        rest = {key: change for key, change in changes.items() if key not in EMPTY}
        row = {**row, "changes": {**rest, "who": [said(chain, names, one, True) for one in pair]}}
        if audience == "report":
            row["unnamed"] = [said(chain, {}, one, False) for one in pair]
            row["uncalled"] = [said(chain, names, one, False) for one in pair]
        found.append(row)
    return found


def without(view: dict[str, Any], what: str) -> dict[str, Any]:
    """An action as a report may show it that names nobody ("unnamed") or no contact persons of roles ("uncalled")."""
    kept = {key: value for key, value in view.items() if key not in ("unnamed", "uncalled")}
    if what in view:
        kept["who"] = view[what]
    if any(what in row for row in view.get("history", ())):
        kept["history"] = [lessened(row, what) for row in view["history"]]
    return kept


def lessened(row: dict[str, Any], what: str) -> dict[str, Any]:
    if what not in row:
        return row
    kept = {key: value for key, value in row.items() if key not in ("unnamed", "uncalled")}
    return {**kept, "changes": {**row["changes"], "who": row[what]}}
