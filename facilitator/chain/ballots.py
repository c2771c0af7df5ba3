"""Weighing: what a vote or a matrix is about; whole ballots and ratings per person, kept under a key, not a name."""

from __future__ import annotations

from typing import Annotated, Any

from msgspec import Meta

from facilitator.chain.command import ONLY_FACILITATOR, ONLY_PARTICIPANT, Body, Desk, Id, Refused, Rule
from facilitator.chain.model import Chain, Entity, Event
from facilitator.chain.sealing import still_salted

Dots = Annotated[int, Meta(ge=0, le=20)]
Mark = Annotated[int, Meta(ge=1, le=5)]


class Cast(Body):
    step: Id
    choices: Annotated[dict[Id, Dots], Meta(max_length=300)]


class Rate(Body):
    step: Id
    ratings: Annotated[dict[Id, tuple[Mark, Mark]], Meta(max_length=300)]


class Place(Body):
    step: Id
    candidate: Id
    impact: Annotated[float, Meta(ge=1, le=5)] | None = None
    effort: Annotated[float, Meta(ge=1, le=5)] | None = None


class Close(Body):
    step: Id
    on: bool = True


class Include(Body):
    step: Id
    candidates: Annotated[list[Id], Meta(min_length=1, max_length=100)]


def counts(note: Entity) -> bool:
    """True when a note stands for itself: not hidden, withdrawn, emptied or behind another note."""
    return not any(note.get(key) for key in ("hidden", "withdrawn", "redacted", "into"))


def available(chain: Chain, source: str | None) -> list[str]:
    """What can be weighed from a step: its groups with notes, then its loose notes; of a vote its own candidates."""
    step = chain.get(source or "", "step")
    if step is None:
        return []
    if "candidates" in step["state"]:
        return list(step["state"]["candidates"])
    if step.get("from"):  # a vote that was skipped: what it would have been about
        return available(chain, step["from"])
    notes = [note for note in chain.in_step(step["id"], "note") if counts(note)]
    filled = {note.get("cluster") for note in notes}
    groups = [
        group["id"] for group in chain.in_step(step["id"], "cluster") if not group["gone"] and group["id"] in filled
    ]
    return groups + [note["id"] for note in notes if not note.get("cluster")]


def candidates(chain: Chain, step: Entity) -> list[str]:
    """What this step weighs, without what has gone since."""
    found = []
    for identity in step["state"].get("candidates", []):
        entity = chain.entities[identity]
        if not entity.get("gone") and (entity["type"] == "cluster" or counts(entity)):
            found.append(identity)
    return found


def waiting(chain: Chain, step: Entity) -> list[str]:
    """What came in after the freeze and is not yet weighed."""
    frozen = set(step["state"].get("candidates", []))
    return [identity for identity in available(chain, step.get("from")) if identity not in frozen]


def renewed(chain: Chain, step: Entity) -> dict[str, Any]:
    """A list on which nobody gave anything yet is taken anew from its source; once somebody did, it stands (D10)."""
    given = chain.census.voters[step["id"]] or any(True for _ in chain.in_step(step["id"], "cards"))
    if "candidates" not in step["state"] or given or step["state"].get("placed") or step["revealed"]:
        return {}
    fresh = available(chain, step.get("from"))
    return {"candidates": fresh} if fresh != step["state"]["candidates"] else {}


def still_open(step: Entity) -> None:
    """Refuse a ballot or rating that comes too late."""
    if step["revealed"]:
        raise Refused("De uitslag is al getoond. Uw keuze van daarvoor telt.")
    if step["state"].get("closed"):
        raise Refused("De begeleider heeft dit gesloten. Uw keuze van daarvoor telt.")


def known(desk: Desk, step: Entity, asked: list[str]) -> None:
    frozen = set(step["state"].get("candidates", []))
    if any(identity not in frozen for identity in asked):
        raise Refused("Dit staat niet op de lijst waar u nu uit kiest.")


def budget(step: Entity) -> tuple[int, int]:
    """How many dots everybody has, and how many of them may go to the same."""
    dots = int(step["settings"].get("dots", 3))
    return dots, min(int(step["settings"].get("most", 2)), dots)


def within_budget(desk: Desk, step: Entity, choices: dict[str, int]) -> None:
    """What is good for a vote: dots on what stands on the list, not more than one has."""
    known(desk, step, list(choices))
    dots, most = budget(step)
    if sum(choices.values()) > dots:
        raise Refused(f"U hebt {dots} stippen. Haal er ergens een weg.")
    if any(given > most for given in choices.values()):
        raise Refused(f"Geef hoogstens {most} stippen aan hetzelfde.")


def cast(desk: Desk) -> None:
    """A whole ballot, replacing the person's earlier one; what is good for one, its kind says."""
    step = desk.step(desk.body.step)
    still_open(step)
    choices = {identity: dots for identity, dots in desk.body.choices.items() if dots}
    desk.kinds[step["kind"]].judge(desk, step, choices)
    key = desk.command.given["key"]
    desk.emit("ballot.cast", {"id": "b" + key, "key": key, "choices": choices}, step=step["id"])


def rate(desk: Desk) -> None:
    """A whole set of ratings [impact, effort], replacing the person's earlier one."""
    step = desk.step(desk.body.step)
    still_open(step)
    if step["settings"].get("by") == "begeleider":
        raise Refused("De begeleider plaatst deze punten samen met de zaal.")
    known(desk, step, list(desk.body.ratings))
    key = desk.command.given["key"]
    ratings = {identity: list(marks) for identity, marks in desk.body.ratings.items()}
    desk.emit("rating.given", {"id": "r" + key, "key": key, "ratings": ratings}, step=step["id"])


def place(desk: Desk) -> None:
    """The facilitator puts a point in the matrix, or takes it out again (both None)."""
    step = desk.step(desk.body.step)
    known(desk, step, [desk.body.candidate])
    if (desk.body.impact is None) != (desk.body.effort is None):
        raise Refused("Geef effect en moeite allebei.")
    placed = dict(step["state"].get("placed", {}))
    placed.pop(desk.body.candidate, None)
    if desk.body.impact is not None:
        placed[desk.body.candidate] = [desk.body.impact, desk.body.effort]
    desk.emit("step.set", {"id": step["id"], "fields": {"placed": placed}}, step=step["id"])


def close(desk: Desk) -> None:
    step = desk.step(desk.body.step)
    if not desk.body.on:
        still_salted(step)
    desk.emit("step.set", {"id": step["id"], "fields": {"closed": desk.body.on}}, step=step["id"])


def include(desk: Desk) -> None:
    """What came later goes into the vote as well."""
    step = desk.step(desk.body.step)
    late = waiting(desk.chain, step)
    if any(identity not in late for identity in desk.body.candidates):
        raise Refused("Dit staat al op de lijst, of hoort niet bij de stap waaruit gekozen wordt.")
    chosen = step["state"].get("candidates", []) + list(dict.fromkeys(desk.body.candidates))
    desk.emit("step.set", {"id": step["id"], "fields": {"candidates": chosen}}, step=step["id"])


def totals(chain: Chain, step: Entity) -> dict[str, int]:
    """Votes per candidate, candidates without votes included."""
    dots = chain.census.dots.get(step["id"], {})
    return {identity: dots.get(identity, 0) for identity in candidates(chain, step)}


def between(marks: list[int], start: int, count: int) -> float:
    """The median of `count` marks from the `start`-th on, lowest first; `marks` says how often 1 to 5 were given."""
    middles = []
    for place in (start + (count - 1) // 2, start + count // 2):
        below = 0
        for mark, often in enumerate(marks, 1):
            below += often
            if place < below:
                middles.append(mark)
                break
    return sum(middles) / 2


def quarters(marks: list[int]) -> tuple[float, float]:
    """The middles of the lower and of the upper half: between them lies what most of the room says."""
    count = sum(marks)
    half = count // 2 or 1
    return between(marks, 0, half), between(marks, count - half, half)


def points(chain: Chain, step: Entity) -> dict[str, dict[str, Any]]:
    """Per candidate the median of impact and effort (1..5), how far the room is apart, and how many rated.

    `impacts` and `efforts` say how often each mark was given, the ranges where most marks lie, `spread` how wide the
    wider range is. What the facilitator placed by hand counts instead of the medians, and says so (`placed`).
    """
    marks = chain.census.marks.get(step["id"], {})
    placed = step["state"].get("placed", {})
    found: dict[str, dict[str, Any]] = {}
    for identity in candidates(chain, step):
        impacts, efforts = marks.get(identity, ([], []))
        count = sum(impacts)
        if identity not in placed and not count:
            continue
        point: dict[str, Any] = {"count": count, "placed": identity in placed, "spread": 0.0}
        if count:
            ranges = quarters(impacts), quarters(efforts)
            point |= {"impact": between(impacts, 0, count), "effort": between(efforts, 0, count)}
            point |= {"impacts": list(impacts), "efforts": list(efforts)}
            point |= {"impact_range": list(ranges[0]), "effort_range": list(ranges[1])}
            point["spread"] = max(high - low for low, high in ranges)
        if identity in placed:
            point["impact"], point["effort"] = placed[identity]
        found[identity] = point
    return found


def ballot_cast(chain: Chain, event: Event) -> None:
    chain.put({"type": "ballot", "meeting": event.meeting, "step": event.step, **event.body})


def rating_given(chain: Chain, event: Event) -> None:
    chain.put({"type": "rating", "meeting": event.meeting, "step": event.step, **event.body})


RULES = [
    Rule("ballot.cast", Cast, ONLY_PARTICIPANT, cast, of_step=True, given="key"),
    Rule("rating.give", Rate, ONLY_PARTICIPANT, rate, of_step=True, given="key"),
    Rule("matrix.place", Place, ONLY_FACILITATOR, place, of_step=True, late=True),
    Rule("weighing.close", Close, ONLY_FACILITATOR, close, of_step=True, late=True),
    Rule("weighing.include", Include, ONLY_FACILITATOR, include, of_step=True),
]
EVENTS = {"ballot.cast": ballot_cast, "rating.given": rating_given}
