"""What became of a note, as its writer sees it on the phone, also afterwards: its actions, or that it was kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from facilitator.chain import owners
from facilitator.chain.actions import STATUSES, listed, subactions
from facilitator.chain.model import Chain, Entity

if TYPE_CHECKING:
    from facilitator.chain.kind import Kind

People = dict[str, dict[str, str]]


def became(chain: Chain, names: People, note: Entity) -> list[dict[str, Any]] | None:
    """The actions of the list that this note is behind; nothing of it before the room has come to that list."""
    if note.get("withdrawn") or note.get("redacted"):
        return None
    found = [action for action in listed(chain, note["meeting"]) if note["id"] in action["trace"]]
    return [told(chain, names, action) for action in found if chain.entities[action["step"]]["started_at"]] or None


def fate(chain: Chain, names: People, kinds: dict[str, Kind], note: Entity) -> dict[str, Any]:
    """`actions` that came out of a note; or `kept`, once its meeting is over and had a list that it is not on."""
    found = became(chain, names, note)
    silent = found or note.get("withdrawn") or note.get("redacted") or note.get("hidden")
    if silent or chain.entities[note["meeting"]]["state"] != "closed":
        return {"actions": found}
    steps = chain.of_type("step", note["meeting"])
    return {"kept": any(kinds[one["kind"]].lists_actions and one["started_at"] is not None for one in steps) or None}


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
