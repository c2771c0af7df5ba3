"""Emptying: what leaves the book for good when a text is taken away (D7). Number, name and ids of an event stay.

The ledger asks it of every event that may hold the text; the fold has the same result, since `apply` empties as well.
"""

from __future__ import annotations

from typing import Any

from facilitator.chain.forewords import NOTHING
from facilitator.chain.network.compare import without

NAMELESS = "[verwijderd]"
FIELDS: dict[str, dict[str, Any]] = {
    "note.posted": {"text": ""},
    "note.edited": {"text": ""},
    "intake.told": NOTHING,
    "organisation.added": {"name": NAMELESS},
}
MAP = "network.kept"  # holds many, each with a name
EDITED = "organisation.edited"  # holds what changed, perhaps the name


def emptied(name: str, body: dict[str, Any], identity: str) -> dict[str, Any] | None:
    """The body of an event without what it tells of `identity`; None when it tells nothing of it."""
    if name == MAP:
        left = without(body["map"], {identity})
        return None if left == body["map"] else {**body, "map": left}
    if name == EDITED and body.get("id") == identity and "name" in body["fields"]:
        return {**body, "fields": {**body["fields"], "name": NAMELESS}}
    return {**body, **FIELDS[name]} if name in FIELDS and body.get("id") == identity else None
