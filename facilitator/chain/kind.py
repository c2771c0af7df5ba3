"""What a kind of exercise must be: a name, settings, the commands it takes, what it shows, writes and rehearses."""

from __future__ import annotations

import random
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, field
from typing import Any

import msgspec

from facilitator.chain import ballots
from facilitator.chain.command import Desk, Rule
from facilitator.chain.guest import Guest, Intent
from facilitator.chain.model import Chain, Entity
from facilitator.chain.paper import Block, Text
from facilitator.chain.setting import Setting

Act = tuple[str | int, str, dict[str, Any]]  # who ("facilitator" or the number of a participant), command, body


@dataclass(frozen=True)
class Audience:
    """Who looks. `name` is control, screen, phone, own or report.

    For `own`: the seat, its proofs of anonymous notes (op -> cid) and its keys of ballots and ratings.
    """

    name: str
    meeting: str
    seat: str = ""
    proofs: dict[str, str] = field(default_factory=dict, compare=False)
    keys: frozenset[str] = frozenset()


@dataclass
class Page:
    """What a kind's report section may read: shown entities by id, and the choices of who asked for the report."""

    entities: dict[str, Entity]
    names: bool = True
    full: bool = True
    today: str = ""
    contacts: bool = True  # whether it may name contact persons

    def list(self, kind: str, step: str = "") -> list[Entity]:
        """Entities of one type, of one step when given, in the order made; without `names` nobody is named."""
        chosen = [
            one for one in self.entities.values() if one["type"] == kind and (not step or one.get("step") == step)
        ]
        if self.names:
            return chosen
        return [{field: value for field, value in one.items() if field != "by"} for one in chosen]

    def label(self, identity: str) -> str:
        """What can be weighed, as the report names it: a group with its number of notes, or a note's text."""
        entity = self.entities.get(identity, {})
        if entity.get("type") != "cluster":
            return entity.get("text", "")
        inside = (self.entities.get(note) for note in entity.get("notes", ()))
        count = sum(1 for note in inside if note and ballots.counts(note))  # as the room saw it
        counted = f" ({'1 briefje' if count == 1 else f'{count} briefjes'})" if count else ""
        return f"{entity['name']}{counted}"


@dataclass
class Table:
    """What a rehearsal hands to a kind's demo: how many people sit there, seeded chance, and each one's own view."""

    people: int
    chance: random.Random
    look: Callable[[str | int], dict[str, Entity]]
    examples: list[str] = field(default_factory=list)


class Kind:
    """The base of every kind. A kind holds no state: what it needs stands in the step."""

    name = ""
    commands: frozenset[str] = frozenset()  # the rulebook's commands that work in a step of this kind
    sources: frozenset[str] = frozenset()  # kinds of earlier steps whose notes it can take
    rules: list[Rule] = []  # commands of its own
    events: dict[str, Callable[[Chain, Any], None]] = {}  # events of its own
    shares_tally = False  # True when phones need the step's counts as well
    lists_actions = False  # True when its steps show all actions of the meeting
    keeps: frozenset[str] = frozenset()  # types of the meeting that its steps show, wherever in it they were made
    carries = False  # True when its steps begin with the open actions of other meetings (chain/carrying.py)
    materials = ""  # what to lay ready for a step of this kind, in one sentence
    prepare = ""  # what the invitation asks people to think of beforehand
    purpose = ""  # what it is good for, in one or two sentences to who learns to lead it
    watch = ""  # what somebody who watches a trainee looks at here, as a question
    maps = False  # True when its steps show the network of the keten (chain/network)
    finds = False  # True when its phones find all names that were said, in whatever step or meeting
    looks_back = False  # True when its steps tell what became of the actions of earlier meetings
    sums_up = False  # True when the first line of its section in the report tells what came out
    welcomes = False  # True when people say in its steps who they are: what a meeting begins with

    class Settings(msgspec.Struct, forbid_unknown_fields=True):
        """What an author can set in the exercise's file."""

    editable: tuple[Setting, ...] = ()  # of these, what a facilitator may change in the agenda

    def settle(self, desk: Desk, step: Entity, settings: dict[str, Any]) -> None:
        """What else must happen when the settings become these (they are allowed): events for the step's state."""

    def stock(self, template: dict[str, Any], personas: dict[str, dict[str, Any]]) -> dict[str, Any]:
        """Fields that a template takes along from the shelf of personas, for every audience to see."""
        return {}

    def start(self, chain: Chain, step: Entity) -> dict[str, Any]:
        """The step's own state when the meeting first comes to it."""
        return {}

    def begins_revealed(self, step: Entity) -> bool:
        """True when the room sees everything from the moment that the step begins."""
        return False

    def check(self, desk: Desk, step: Entity) -> None:
        """Refuse what the rulebook would allow but this kind does not."""

    def judge(self, desk: Desk, step: Entity, choices: dict[str, int]) -> None:
        """Refuse a ballot that is not good here: a vote looks at its list and its dots."""
        ballots.within_budget(desk, step, choices)

    def show(self, chain: Chain, step: Entity, audience: Audience) -> dict[str, Any]:
        """The step's state as this audience may see it."""
        return step["state"]

    def shown(self, step: Entity, note: Entity) -> bool:
        """True when the room has been shown this note (and may go on seeing it while it is at the step)."""
        return bool(step.get("revealed"))

    def lookback(self, step: Entity) -> list[dict[str, Any]]:
        """Personas of a step that has begun, for phones to read again: each with id, label, line and sections."""
        return []

    def agreed(self, step: Entity) -> list[Entity]:
        """Dates that this step agreed on: each with id, day (2027-01-21), start and end (14:00, or "")."""
        return []

    def measured(self, chain: Chain, step: Entity) -> list[dict[str, Any]]:
        """Statements that people marked here and that may be told: key, text, scale, count, median, range, level."""
        return []

    def mirror(self, chain: Chain, step: Entity) -> list[Block]:
        """What who led the meeting may learn from here (chain/mirror): pictures, each followed by one sentence.

        Only what the room was shown, or may be told now that the meeting is over; asked with four people or more.
        """
        return []

    def warning(self, chain: Chain, step: Entity) -> dict[str, Any]:
        """What the facilitator should know before it goes wrong: {say: a sentence, ...}, or {}."""
        return {}

    def tally(self, chain: Chain, step: Entity) -> dict[str, Any]:
        """Counts of this step that may be known before anything is revealed."""
        return {}

    def report(self, step: Entity, page: Page) -> list[Block]:
        """The section of this step, without its heading."""
        return []

    def gist(self, step: Entity, page: Page) -> list[Block]:
        """What came out, for who was not there: a Text of some lines or a small Table; [] when there is nothing."""
        lines = [block for block in self.report(step, page) if isinstance(block, Text)] if self.sums_up else []
        return [Text(lines[0].text)] if lines else []

    def annex(self, step: Entity, page: Page) -> list[Block]:
        """What belongs to this step at the end of the report, without its heading."""
        return []

    def demo(self, step: Entity, table: Table) -> Generator[Act, dict[str, Any], None]:
        """A plausible round: yields acts, and gets each answer back."""
        yield from ()

    def intents(self, step: Entity, guest: Guest) -> Iterator[Intent]:
        """What a simulated participant would do here, most wanted first, on what its own phone shows now.

        It is asked again after every act and every change; what was done is left out by its key.
        """
        yield from ()
