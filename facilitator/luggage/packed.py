"""What is packed: the meetings of a keten as the report may see them, at one moment."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from facilitator.chain.kind import Kind, Page
from facilitator.chain.model import Entity
from facilitator.chain.priority import Place

SOMEBODY = "een deelnemer"


@dataclass(frozen=True)
class Part:
    """One meeting: what the audience `report` is shown of it, and its actions in their order."""

    entities: dict[str, Entity]
    meeting: str
    places: list[Place] = field(default_factory=list)

    @property
    def about(self) -> Entity:
        return self.entities[self.meeting]

    @property
    def label(self) -> str:
        """Startbijeenkomst (2026-11-22)."""
        day = self.about.get("date")
        return f"{self.about['title']} ({day})" if day else self.about["title"]

    def actions(self) -> list[tuple[Place, Entity]]:
        """Each action on the list with its place, the first to do on top."""
        return [(place, self.entities[place.action]) for place in self.places if place.action in self.entities]

    def every(self) -> list[tuple[Place, Entity]]:
        """The same, each followed by its subactions, which have the place of their action."""
        found = []
        for place, action in self.actions():
            found += [(place, one) for one in (action, *self.subactions(action))]
        return found

    def subactions(self, action: Entity) -> list[Entity]:
        return [self.entities[one] for one in action.get("subs", ()) if one in self.entities]

    def takers(self, action: Entity) -> list[str]:
        """Who said "ik pak dit op", as far as names go along."""
        some = [one for one in self.list("taker") if one["action"] == action["id"]]
        return [", ".join(part for part in (one.get("by"), one.get("org")) if part) or SOMEBODY for one in some]

    def notes(self) -> list[Entity]:
        """The notes, without those that somebody took back or that were emptied."""
        return [one for one in self.list("note") if not one.get("withdrawn") and not one.get("redacted")]

    def list(self, kind: str) -> list[Entity]:
        return [one for one in self.entities.values() if one["type"] == kind]

    def page(self) -> Page:
        return Page(self.entities)


@dataclass(frozen=True)
class Planned:
    """A meeting in the plan of the keten: its id there, its day (2026-11-22) and title; `meeting` once it is made."""

    id: str
    day: str
    title: str
    meeting: str = ""


@dataclass(frozen=True)
class Packed:
    """A keten's name and its meetings; `mark` tells this keten from every other, `seq` which state of it this is.

    `plan` is what the keten planned, `proposes` whether its open days go along. `names` says whether the views hold the
    names of people; when not, they were made without any.
    """

    name: str
    parts: list[Part]
    kinds: dict[str, Kind]
    mark: str
    seq: int
    at: float
    names: bool = False
    plan: list[Planned] = field(default_factory=list)
    proposes: bool = False

    @property
    def moment(self) -> datetime:
        return datetime.fromtimestamp(self.at, UTC)


def day(text: str) -> date | None:
    """2026-11-22 as a date; None for anything else."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
