"""Priority: one order of actions, with the reason of each place in words.

Quadrant first (quick and strong on top), then votes, then impact, then the least effort, then the order of writing.
What the facilitator put somewhere by hand stands exactly there, and says so. Only results that the room has seen count.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from facilitator.chain import ballots
from facilitator.chain.model import Chain, Entity

MIDDLE = 3.25  # between 3 and 3.5, so that no median of whole marks lies on the border
QUADRANTS = {  # in the order of doing: name on the plane, reason in words
    "eerst": ("Doen we eerst", "Makkelijk en veel effect"),
    "plannen": ("Plannen we in", "Veel effect, kost moeite"),
    "tussendoor": ("Doen we tussendoor", "Makkelijk, minder effect"),
    "later": ("Laten we nu", "Minder effect, kost moeite"),
}
TURN = {"eerst": 0, "plannen": 1, "tussendoor": 2, "": 3, "later": 4}
AGREED, NEARLY = 1.0, 2.0
NO_TRACE = "zonder spoor: niet uit een briefje gemaakt"
NOT_PLACED, NOT_VOTED = "nog niet op het schema", "niet in de stemming"
UNWEIGHED = "nog niet gewogen, dus in de volgorde van opschrijven"


@dataclass(frozen=True)
class Weight:
    """What the room said about an action, through the notes and groups that it came from. None is: not asked."""

    votes: int | None = None
    point: dict[str, Any] | None = None

    @property
    def quadrant(self) -> str:
        return quadrant(self.point["impact"], self.point["effort"]) if self.point else ""


@dataclass(frozen=True)
class Place:
    """Where an action stands, and why. `alone` is the place it would have without anybody's hand."""

    action: str
    place: int
    reason: str
    weight: Weight
    hand: bool
    alone: int


@dataclass(frozen=True)
class Results:
    """What the weighing steps of one meeting brought, the latest of the agenda first."""

    votes: list[dict[str, int]]
    points: list[dict[str, dict[str, Any]]]


def quadrant(impact: float, effort: float) -> str:
    """The quadrant's key: eerst, plannen, tussendoor or later."""
    if impact > MIDDLE:
        return "eerst" if effort < MIDDLE else "plannen"
    return "tussendoor" if effort < MIDDLE else "later"


def results(chain: Chain, meeting: str) -> Results:
    """Votes and points of the steps that the room has seen the outcome of."""
    found = Results([], [])
    for step in reversed(chain.steps(meeting)):
        seen = step["revealed"]
        votes = ballots.totals(chain, step) if seen and step["id"] in chain.census.dots else {}
        if votes:
            found.votes.append(votes)
        if seen or step["settings"].get("by") == "begeleider":
            points = ballots.points(chain, step)
            if points:
                found.points.append(points)
    return found


def ways(chain: Chain, source: str) -> list[str]:
    """The ids under which a source may have been weighed: itself, the note it went behind, the group it is in."""
    found, seen = [], chain.get(source)
    while seen is not None and seen["id"] not in found:
        found.append(seen["id"])
        seen = chain.get(seen.get("into") or "") or chain.get(seen.get("cluster") or "")
    return found


def weigh(chain: Chain, action: Entity, known: Results) -> Weight:
    """Votes of all the action's sources together, each candidate once; of their points the one that comes first."""
    asked = [ways(chain, source) for source in action.get("sources", ())]
    votes = {pair: n for pair, n in (latest(way, known.votes) for way in asked) if pair is not None}
    points = {pair: point for pair, point in (latest(way, known.points) for way in asked) if pair is not None}
    best = min(points.values(), key=point_key, default=None)
    return Weight(sum(votes.values()) if votes else None, best)


def latest(way: list[str], found: list[dict[str, Any]]) -> tuple[tuple[int, str] | None, Any]:
    """((which step, candidate), its result) in the latest step that weighed any of these ids."""
    for number, rows in enumerate(found):
        for identity in way:
            if identity in rows:
                return (number, identity), rows[identity]
    return None, None


def point_key(point: dict[str, Any]) -> tuple[float, ...]:
    return TURN[quadrant(point["impact"], point["effort"])], -point["impact"], point["effort"]


def weight_key(weight: Weight) -> tuple[float, ...]:
    point = weight.point or {"impact": 0.0, "effort": 6.0}
    return TURN[weight.quadrant], -(weight.votes or 0), -point["impact"], point["effort"]


def order(chain: Chain, actions: Iterable[Entity]) -> list[Place]:
    """All these actions (of one meeting, in the order of writing), each once, the first to do on top."""
    written = list(actions)
    if not written:
        return []
    known = results(chain, written[0]["meeting"])
    weights = {action["id"]: weigh(chain, action, known) for action in written}
    alone = sorted(written, key=lambda action: weight_key(weights[action["id"]]))
    places = {action["id"]: number for number, action in enumerate(alone, 1)}
    found = []
    for number, action in enumerate(by_hand(alone), 1):
        hand = action.get("rank") is not None
        reason = why(action, weights[action["id"]], known)
        if hand:
            reason = f"door de begeleider op plaats {number} gezet; vanzelf plaats {places[action['id']]}: {reason}"
        sentence = reason[0].upper() + reason[1:]
        found.append(Place(action["id"], number, sentence, weights[action["id"]], hand, places[action["id"]]))
    return found


def by_hand(alone: list[Entity]) -> list[Entity]:
    """The same actions with each hand-placed one on its place (or, with fewer actions than that, as low as it goes)."""
    pinned = sorted((one for one in alone if one.get("rank") is not None), key=lambda one: one["rank"])
    at: dict[int, Entity] = {}
    lowest = 0
    for left, action in zip(range(len(pinned) - 1, -1, -1), pinned, strict=True):
        lowest = min(max(action["rank"], lowest + 1), len(alone) - left)
        at[lowest] = action
    rest = (action for action in alone if action.get("rank") is None)
    return [at[number] if number in at else next(rest) for number in range(1, len(alone) + 1)]


def moved(places: list[Place], action: str, place: int | None) -> dict[str, int | None]:
    """The hands that follow when one action is put on a place (or let go): id -> place, only what changes.

    The other hand-placed ones move along as in a list of cards, so that nothing else changes its turn.
    """
    pinned = {one.action for one in places if one.hand}
    if place is None:
        return {action: None} if action in pinned else {}
    before = [one.action for one in places]
    after = [identity for identity in before if identity != action]
    after.insert(place - 1, action)
    was = {one.action: one.place for one in places if one.hand}
    ranks = {identity: number for number, identity in enumerate(after, 1) if identity in pinned or identity == action}
    return {identity: number for identity, number in ranks.items() if was.get(identity) != number}


def why(action: Entity, weight: Weight, known: Results) -> str:
    """The reason in words, without a capital: what the room said, and where the action came from."""
    parts = []
    if weight.point:
        words = QUADRANTS[weight.quadrant][1]
        parts.append(words[0].lower() + words[1:])
    elif known.points:
        parts.append(NOT_PLACED)
    if weight.votes is not None:
        parts.append("1 stip" if weight.votes == 1 else f"{weight.votes or 'geen'} stippen")
    elif known.votes:
        parts.append(NOT_VOTED)
    if weight.point:
        parts += agreement(weight.point)
    if weight.point is None and weight.votes is None:
        parts = parts or [UNWEIGHED]
    if not action.get("sources"):
        parts.append(NO_TRACE)
    return "; ".join(parts)


def agreement(point: dict[str, Any]) -> list[str]:
    """How far the room is together, as far as it was asked."""
    if point["placed"]:
        return ["door de begeleider op het schema gezet"] if point["count"] else ["samen op het schema gezet"]
    if point["count"] < 2:
        return ["1 mens gaf een cijfer"]
    if point["spread"] <= AGREED:
        return ["de zaal is het eens"]
    return ["de zaal is het ongeveer eens" if point["spread"] <= NEARLY else "de zaal is verdeeld"]
