"""What became of a note: the actions that came out of it, as its writer sees them on the phone, also afterwards."""

from __future__ import annotations

from typing import Any

from facilitator.chain import owners
from facilitator.chain.actions import STATUSES, listed, subactions
from facilitator.chain.model import Chain, Entity

People = dict[str, dict[str, str]]


def became(chain: Chain, names: People, note: Entity) -> list[dict[str, Any]] | None:
    """The actions of the list that this note is behind; nothing of it before the room has come to that list."""
    if note.get("withdrawn") or note.get("redacted"):
        return None
    found = [action for action in listed(chain, note["meeting"]) if note["id"] in action["trace"]]
    return [told(chain, names, action) for action in found if chain.entities[action["step"]]["started_at"]] or None


def told(chain: Chain, names: People, action: Entity) -> dict[str, Any]:
    """An action in short: what, who, when, how it stands, and how many of its pieces are done."""
    view = {key: action[key] for key in ("what", "when", "status")} | {"who": owners.said(chain, names, action, False)}
    pieces = subactions(chain, action)
    done = sum(one["status"] == STATUSES[2] for one in pieces)
    return view | ({"pieces": [done, len(pieces)]} if pieces else {})


def behind(chain: Chain, action: Entity) -> list[Entity]:
    """The notes whose writers are told of this action, and so of each of its pieces."""
    whole = chain.entities[action["under"]] if action.get("under") else action
    return [chain.entities[note] for note in whole["trace"] if note in chain.entities]
