"""What an entity of a noun must look like in a book from another laptop (shapes.py), for what lasts and what is said.

A new field of one of these nouns belongs here as well; what is not named here may hold anything that JSON can.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from facilitator.chain.actions import STATUSES
from facilitator.chain.command import Line, Paragraph
from facilitator.chain.goals import LETTERS, STANDS
from facilitator.chain.notes import Block, Key

Words = Annotated[str, Meta(max_length=500)]
Slot = Annotated[str, Meta(pattern=r"^[a-z_]+(\.[a-z0-9]{1,60})?\Z")]
History = list[dict[str, Any]]


class InStep(msgspec.Struct):
    """What everything that was made in a step says."""

    meeting: str
    step: str


class IntroductionShape(InStep):
    contact: Paragraph
    number: Key
    frequency: Key
    how: Paragraph
    offers: list[Key]
    funding: list[Key]
    has: list[Line]
    wants: list[Line]
    about: list[Line] = []
    apart: list[list[Line]] = []


class CommitmentShape(InStep):
    text: Words
    worth: Words
    better: Words


class GoalShape(InStep):
    text: Annotated[str, Meta(min_length=1, max_length=500)]
    block: Block
    letters: dict[Literal[tuple(LETTERS)], Words]
    adopted: bool
    stand: Literal[STANDS]
    gone: bool
    history: History
    author: str = ""
    organisation: str = ""


class RoleShape(InStep):
    slot: Slot
    organisation: str
    gone: bool
    named: bool
    history: History


class OfferShape(InStep):
    slot: Slot
    how: Literal["already", "fits", "other", ""]
    other: Line
    author: str = ""


class InstrumentShape(InStep):
    name: Annotated[str, Meta(min_length=1, max_length=300)]
    block: Block
    gone: bool
    adopted: bool = True
    category: Key = ""
    group: Line = ""
    developer: Line = ""
    executor: Line = ""
    author: str = ""


class PartnerShape(InStep):
    sort: Literal["organisation", "person"]
    key: Key
    name: Line
    stand: Literal["table", "invite", "none", ""]
    gone: bool
    adopted: bool
    action: str = ""
    author: str = ""


class TieShape(InStep):
    row: Key
    how: Literal["us", "know", ""]
    text: Line
    author: str


class ProgressShape(InStep):
    action: str
    status: Literal[STATUSES]
    obstacle: Words
    help: Words
    taken: bool
    left: bool
    author: str = ""
    key: str = ""


class TakerShape(InStep):
    action: str
    author: str
    gone: bool


class CardsShape(InStep):
    """Votes, marks or answers on paper: one of the three, with how many people they are of."""

    people: Annotated[int, Meta(ge=0, le=200)]
    choices: dict[str, Annotated[int, Meta(ge=0, le=4000)]] = {}
    ratings: dict[str, tuple[list[int], list[int]]] = {}
    answers: dict[str, list[int]] = {}


SHAPES: dict[str, type[msgspec.Struct]] = {
    "introduction": IntroductionShape,
    "commitment": CommitmentShape,
    "goal": GoalShape,
    "role": RoleShape,
    "offer": OfferShape,
    "instrument": InstrumentShape,
    "partner": PartnerShape,
    "tie": TieShape,
    "progress": ProgressShape,
    "taker": TakerShape,
    "cards": CardsShape,
}
