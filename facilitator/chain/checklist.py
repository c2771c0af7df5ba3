"""The checklist of partners (form 1): two lists, organisations and key persons, that have nothing to do together.

They are there to get ideas, and no score: whom a keten needs depends on where it is and for whom (handreiking,
appendix 3, form 1). Municipality and carers' support centre always belong to it (§3.1). A line of the form becomes an
entity (partners.py) when something is said of it; lines of one's own stand below.
"""

from __future__ import annotations

from typing import Any

from facilitator.chain.command import Desk, Refused
from facilitator.chain.model import Chain, Entity

ORGANISATION, PERSON = SORTS = ("organisation", "person")
AT_TABLE, INVITE, NO_NEED = STANDS = ("table", "invite", "none")  # "" is: not talked about yet
ALWAYS = ("municipality", "support")  # lines that belong to every keten
FORM = {
    ORGANISATION: {
        "municipality": "Gemeente",
        "support": "Mantelzorgsteunpunt",
        "care": "Zorg- en welzijnsorganisaties",
        "homecare": "Thuiszorgorganisaties",
        "mental": "GGZ-organisatie",
        "youth": "Jeugdhulporganisatie",
        "education": "Onderwijs",
        "health": "GGD",
        "interest": "Belangenorganisaties",
        "insurer": "Zorgverzekeraar",
        "centres": "Buurthuizen",
        "clubs": "Hobby- en sportvereniging",
        "faith": "Kerk of moskee",
        "volunteers": "Vrijwilligers- en zelforganisaties",
    },
    PERSON: {
        "wmo": "Wmo-consulent",
        "consultant": "Mantelzorgconsulent",
        "specialist": "Zorgprofessional of -specialist",
        "nurse": "Wijkverpleegkundige",
        "household": "Huishoudelijke hulp",
        "homecarer": "Thuiszorgmedewerker",
        "doctor": "Huisarts",
        "practice": "Praktijkondersteuner",
        "psychologist": "Psycholoog",
        "school": "Schoolmaatschappelijk werker",
        "company": "Bedrijfsarts",
        "experience": "Ervaringsdeskundige of lotgenoot",
        "spiritual": "Vrijwilliger of geestelijk verzorger",
        "client": "Onafhankelijk cliëntondersteuner",
    },
}
LINES = {key: (sort, name) for sort, lines in FORM.items() for key, name in lines.items()}


def here(chain: Chain, step: Entity) -> list[Entity]:
    """What a step works with, proposals too: what came back from earlier meetings, then that of its own meeting."""
    back = (chain.get(identity, "partner") for identity in step["state"].get("carried", ()))
    found = {one["id"]: one for one in (*back, *chain.of_type("partner", step["meeting"])) if one}
    return [one for one in found.values() if not one["gone"]]


def name_of(partner: Entity) -> str:
    """The name of a line of the form, or of one's own (a book of a later form may hold lines that we do not know)."""
    return LINES[partner["key"]][1] if partner["key"] in LINES else partner["name"] or partner["key"]


def rows(chain: Chain, step: Entity) -> list[dict[str, Any]]:
    """Both lists, the lines of the form first: {id (a key or a partner's id), sort, name, stand, partner?, action?}."""
    known = here(chain, step)
    said = {one["key"]: one for one in known if one["key"]}
    own = [one for one in known if not one["key"] and one["adopted"]]
    found = []
    for sort in SORTS:
        lines = [(key, said.get(key)) for key in FORM[sort]]
        for identity, one in (*lines, *((one["id"], one) for one in own if one["sort"] == sort)):
            row = {"id": identity, "sort": sort, "name": name_of(one) if one else FORM[sort][identity]}
            row |= {"stand": one["stand"], "partner": one["id"]} if one else {"stand": ""}
            found.append(row | ({"action": True} if one and listed(chain, step, one) else {}))
    return found


def listed(chain: Chain, step: Entity, partner: Entity) -> bool:
    """True when inviting it is an action that this step made (others stand in their own step, or come back later)."""
    action = chain.get(partner["action"], "action") if partner["action"] else None
    return action is not None and not action["gone"] and action["step"] == step["id"]


def proposed(chain: Chain, step: Entity) -> list[Entity]:
    """What was proposed in this step and not adopted yet, in the order written."""
    return [one for one in chain.in_step(step["id"], "partner") if not one["gone"] and not one["adopted"]]


def lasting(chain: Chain) -> list[Entity]:
    """All partners of the keten."""
    return [one for one in chain.of_type("partner") if one["adopted"] and not one["gone"]]


def line_of(desk: Desk, step: Entity) -> dict[str, Any]:
    """The row that a command means with `row`."""
    found = next((row for row in rows(desk.chain, step) if row["id"] == desk.body.row), None)
    if found is None:
        raise Refused("Deze regel staat niet (meer) in de lijst.")
    return found


def absent(found: list[dict[str, Any]]) -> list[str]:
    """The names of the lines that belong to every keten and are not at the table."""
    return [row["name"] for row in found if row["id"] in ALWAYS and row["stand"] != AT_TABLE]
