"""What stands under `other` in the JSON document: one class for each type, as the report is shown it.

The writer gives each thing whole, so a field that is not described here is never lost; a test says when one is missing.
"""

from __future__ import annotations

from typing import Any

import msgspec


class Thing(msgspec.Struct, omit_defaults=True, tag_field="type"):
    """What all of these have: an id, and the step in which it was made ("" when it is of the meeting)."""

    id: str
    step: str = ""


class Said(Thing):
    """What somebody said: who, and of which organisation, as far as the step and this document name people."""

    by: str = ""
    org: str = ""


class Goal(Said, tag="goal"):
    """A goal; `letters` are the answers to SMART, `missing` those that are open; adopted, or still a proposal."""

    text: str = ""
    block: int = 0
    letters: dict[str, str] = {}
    missing: list[str] = []
    adopted: bool = False
    stand: str = ""
    on_behalf: bool = False
    gone: bool = False
    history: list[dict[str, Any]] = []


class Role(Thing, tag="role"):
    """Who holds a role: `slot` says which, `organisation` is an id, `contact` a name (when names go along)."""

    slot: str = ""
    organisation: str = ""
    contact: str = ""
    history: list[dict[str, Any]] = []


class Offer(Said, tag="offer"):
    """What somebody said of a role: `how` is already, fits or other (`other`: who then)."""

    slot: str = ""
    how: str = ""
    other: str = ""


class Instrument(Said, tag="instrument"):
    """An instrument of the keten, or a proposal for one with who makes it and who carries it out."""

    name: str = ""
    block: int = 0
    category: str = ""
    group: str = ""
    proposal: bool = False
    developer: str = ""
    executor: str = ""
    on_behalf: bool = False


class Partner(Said, tag="partner"):
    """A line of the checklist: `sort` is organisation or person, `stand` is table, invite or none."""

    sort: str = ""
    key: str = ""
    name: str = ""
    stand: str = ""
    proposal: bool = False
    on_behalf: bool = False


class Tie(Said, tag="tie"):
    """What somebody said of a line of the checklist: `how` is us or know."""

    row: str = ""
    how: str = ""
    text: str = ""


class Progress(Said, tag="progress"):
    """What somebody said of an action: how it stands, what is in the way, what helps; taken over, or left."""

    action: str = ""
    status: str = ""
    obstacle: str = ""
    help: str = ""
    taken: bool = False
    left: bool = False


class Taker(Said, tag="taker"):
    """Who said "ik pak dit op" at an action."""

    action: str = ""


class Introduction(Thing, tag="introduction"):
    """What an organisation told of itself; `has` and `wants` are the names of whom it works with, or would like to.

    `about` says of each of `has` on what, or nothing.
    """

    organisation: str = ""
    contact: str = ""
    number: str = ""
    frequency: str = ""
    how: str = ""
    offers: list[str] = []
    funding: list[str] = []
    has: list[str] = []
    about: list[str] = []
    wants: list[str] = []
    on_behalf: bool = False


class Commitment(Said, tag="commitment"):
    """What somebody promised, what the meeting was worth, what can be better."""

    text: str = ""
    worth: str = ""
    better: str = ""
    hidden: bool = False
    on_behalf: bool = False


TYPES = (Goal, Role, Offer, Instrument, Partner, Tie, Progress, Taker, Introduction, Commitment)
Other = Goal | Role | Offer | Instrument | Partner | Tie | Progress | Taker | Introduction | Commitment
