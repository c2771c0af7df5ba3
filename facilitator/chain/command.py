"""What somebody asks of a chain, how a rule answers, and the desk at which a rule decides."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, Any

import msgspec
from msgspec import Meta

from facilitator.chain.model import Chain, Entity, base36

if TYPE_CHECKING:
    from facilitator.chain.kind import Kind

FACILITATOR, PARTICIPANT, SCREEN = "facilitator", "participant", "screen"
TRAINEE = "trainee"  # a colleague who runs one step, or looks on (baton.py)
CONTACT = "contact"  # somebody with a link to their own actions (wickets.py): never on the wire
EVERYBODY = frozenset({FACILITATOR, PARTICIPANT})
ONLY_FACILITATOR = frozenset({FACILITATOR})
ONLY_PARTICIPANT = frozenset({PARTICIPANT})

Id = Annotated[str, Meta(min_length=1, max_length=40)]
Line = Annotated[str, Meta(max_length=300)]
Paragraph = Annotated[str, Meta(max_length=8000)]


class Body(msgspec.Struct, forbid_unknown_fields=True):
    """The base of every command's body: strict, without unknown fields."""


class Refused(Exception):
    """A rule says no. `say` is a Dutch sentence for the person; `code` is one of the wire's codes."""

    def __init__(self, say: str, code: str = "refused", field: str = "") -> None:
        super().__init__(say)
        self.say, self.code, self.field = say, code, field


@dataclass(frozen=True)
class Seat:
    """Who asks: a role in one meeting; participants and trainees have an id as well.

    `name` is the first name of a trainee: it is on nobody's disk but in their own papers.
    """

    role: str
    meeting: str = ""
    id: str = ""
    name: str = field(default="", compare=False)


@dataclass
class Command:
    """One request. `at` (seconds), `op` and `given` (content and keys that a rule needs) come from the room."""

    name: str
    body: dict[str, Any]
    seat: Seat
    cid: str = ""
    at: float = 0.0
    given: dict[str, Any] = field(default_factory=dict)

    @property
    def op(self) -> str:
        """What the book keeps of the cid."""
        return op_of(self.cid) if self.cid else ""


def op_of(cid: str) -> str:
    """The first 32 hex characters of sha256 of a cid: proof of authorship without the author."""
    return hashlib.sha256(cid.encode()).hexdigest()[:32]


@dataclass(frozen=True)
class Draft:
    """An event before it has a number and a time."""

    name: str
    body: dict[str, Any]
    meeting: str = ""
    step: str = ""


@dataclass(frozen=True)
class Rule:
    """One row of the registry: who may, what the body is, and who decides.

    `of_step` rules work inside a step and only where the step's kind accepts them. `given` names what the room must
    hand along. `late` rules also work in a meeting that is closed. `kept` is False for what never enters the book.
    """

    name: str
    Body: type[Body]
    roles: frozenset[str]
    decide: Callable[[Desk], None]
    of_step: bool = False
    given: str = ""
    late: bool = False
    kept: bool = True


@dataclass
class Desk:
    """Where one command is decided: the chain to read, the body to judge, the drafts that come out."""

    chain: Chain
    command: Command
    body: Any
    kinds: dict[str, Kind]
    drafts: list[Draft] = field(default_factory=list)
    people: list[tuple[str, dict[str, str] | None]] = field(default_factory=list)
    redact: list[str] = field(default_factory=list)
    unsalted: list[str] = field(default_factory=list)  # steps whose salt goes, when they have one
    made: list[str] = field(default_factory=list)

    @property
    def seat(self) -> Seat:
        return self.command.seat

    @property
    def facilitator(self) -> bool:
        """True for who runs the step: a trainee too, when it is lent."""
        return self.command.seat.role in (FACILITATOR, TRAINEE)

    @property
    def meeting(self) -> Entity:
        """The meeting of the seat."""
        return self.find(self.command.seat.meeting, "meeting")

    def find(self, identity: str, kind: str) -> Entity:
        """The entity, if it is of this type and of the seat's own meeting (or of no meeting)."""
        entity = self.chain.get(identity, kind)
        if entity is None or entity.get("gone"):
            raise Refused(MISSING.get(kind, "Dit bestaat niet (meer). Kijk of de pagina bijgewerkt is."))
        owner = entity["id"] if kind == "meeting" else entity.get("meeting", "")
        if owner and self.seat.meeting and owner != self.seat.meeting:
            raise Refused("Dit hoort bij een andere bijeenkomst.", "forbidden")
        return entity

    def step(self, identity: str) -> Entity:
        """A step of this meeting; participants only reach steps that have begun."""
        step = self.find(identity, "step")
        if not self.facilitator and step.get("started_at") is None:
            raise Refused("Deze stap is nog niet begonnen. Uw tekst blijft bewaard op uw telefoon.")
        return step

    def new_id(self, prefix: str) -> str:
        """The id of what the next draft makes."""
        identity = prefix + base36(self.chain.seq + len(self.drafts) + 1)
        self.made.append(identity)
        return identity

    def emit(self, name: str, body: dict[str, Any], *, meeting: str | None = None, step: str = "") -> None:
        """Add an event to what this command brings about."""
        self.drafts.append(Draft(name, body, self.seat.meeting if meeting is None else meeting, step))

    def told(self, text: str, limit: int, what: str = "text") -> str:
        """A text that a person typed: trimmed, not empty, not too long."""
        from facilitator.chain.text import blank

        text = text.strip()
        if blank(text):
            raise Refused("Er staat nog niets. Typ eerst uw tekst.", field=what)
        if len(text) > limit:
            raise Refused(f"Houd het korter dan {limit} tekens. Nu zijn het er {len(text)}.", field=what)
        return text


MISSING = {
    "note": "Dit briefje is er niet meer. Misschien is het net verwijderd.",
    "cluster": "Dit groepje is er niet meer. Misschien is het net opgeheven.",
    "step": "Deze stap staat niet meer op de agenda.",
    "action": "Deze actie is er niet meer.",
    "meeting": "Deze bijeenkomst is er niet meer.",
    "participant": "Deze deelnemer is er niet meer.",
    "organisation": "Deze organisatie staat niet meer in de lijst.",
}
