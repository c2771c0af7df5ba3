"""The history of an action: what changed, when and in which meeting. It follows from the book: nothing can skip it."""

from __future__ import annotations

from typing import Any

from facilitator.chain.model import Chain, Entity, Event

Row = dict[str, Any]


def begun(event: Event) -> list[Row]:
    """The history of an action that has just been made."""
    return [row(event)]


def row(event: Event, **more: Any) -> Row:
    """One line: the event's number, moment, meeting ("" is between meetings) and name, and what `more` tells."""
    return {"seq": event.seq, "at": event.at, "meeting": event.meeting, "name": event.name, **more}


def change(chain: Chain, event: Event, identity: str, fields: dict[str, Any], **more: Any) -> Entity:
    """Change an action; its history says from what to what. Rows and lists are made anew: views may hold the old."""
    action = chain.entities[identity]
    changes = {key: [action.get(key), value] for key, value in fields.items() if action.get(key) != value}
    if changes:
        more["changes"] = changes
    rows = taken_back(action.get("history", []), event.body.get("undoes", 0))
    if event.body.get("undoes"):
        more["undoes"] = event.body["undoes"]
    return chain.change(identity, **fields, history=[*rows, row(event, **more)])


def taken_back(rows: list[Row], seq: int) -> list[Row]:
    """The same rows after the act with this number was taken back: it says so, and what it had taken back stands."""
    if not seq:
        return rows
    before = next((one.get("undoes", 0) for one in rows if one["seq"] == seq), 0)
    marks = {seq: True, before: False}
    return [{**one, "undone": marks[one["seq"]]} if one["seq"] in marks else one for one in rows]


def standing(action: Entity) -> list[Row]:
    """What counts: without acts that were taken back, and without the taking back itself."""
    return [one for one in action.get("history", ()) if not one.get("undone") and not one.get("undoes")]


def calls(action: Entity) -> list[Row]:
    """The telephone calls about an action, the last one first."""
    return [one for one in reversed(action.get("history", ())) if one["name"] == "action.called"]
