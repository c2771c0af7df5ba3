"""The seal: when a meeting closes, nobody can tell any more whose ballot is whose, and so nobody can vote again (D9).

Ballots, ratings and anonymous promises are kept under a key that is made of the seat with the step's salt. The salt
goes with the close, also when the door opens again later: then a second ballot of the same seat would look like
somebody else's, and the step takes no more of them. Salts do not travel either: when a keten comes in from another
laptop, its open votes are sealed there.
"""

from __future__ import annotations

from facilitator.chain.command import Desk, Refused
from facilitator.chain.model import Chain, Entity, Event

SEALED = (
    "Dit is voorgoed gesloten toen de bijeenkomst werd afgesloten. Wat gekozen is, telt mee, "
    "maar niemand weet meer van wie het is. Daarom kan er niets meer bij."
)

MOVED = (
    "Dit is voorgoed gesloten toen deze keten van een andere laptop kwam. Wat gekozen is, telt mee, "
    "maar niemand weet meer van wie het is. Wilt u opnieuw stemmen? Zet dan een nieuwe stap op de agenda."
)


def secret(entity: Entity) -> bool:
    """True for what is kept under a key and not under a name; a partner's key is only a line of the checklist."""
    return bool(entity.get("key")) and entity["type"] != "partner"


def keyed(chain: Chain, step: str) -> list[Entity]:
    """What hangs in a step under a key and not under a name."""
    return [one for one in chain.in_step(step) if secret(one)]


def seal(desk: Desk) -> None:
    """With the close of the meeting: every step that has such things, and every salt."""
    for step in desk.chain.of_type("step", desk.meeting["id"]):
        desk.unsalted.append(step["id"])
        if keyed(desk.chain, step["id"]) and not step.get("sealed"):
            desk.emit("step.sealed", {"id": step["id"]}, step=step["id"])


def still_salted(step: Entity) -> None:
    """Refuse what needs the salt that went."""
    if step.get("sealed"):
        raise Refused(MOVED if step.get("moved") else SEALED)


def adrift(chain: Chain) -> list[Entity]:
    """The steps of open meetings that would take more of what can no longer be told apart: after a move."""
    meetings = {one["id"] for one in chain.of_type("meeting") if one["state"] == "open"}
    steps = [one for one in chain.of_type("step") if one["meeting"] in meetings and not one.get("sealed")]
    return [step for step in steps if keyed(chain, step["id"])]


def step_sealed(chain: Chain, event: Event) -> None:
    """Closed for good; what hangs there under a key is nobody's own any more."""
    step = chain.entities[event.body["id"]]
    closed = {"closed": True} if "candidates" in step["state"] else {}
    moved = {"moved": True} if event.body.get("moved") else {}
    chain.change(step["id"], sealed=True, state={**step["state"], **closed}, **moved)
    if not moved:  # in an open meeting that moved only the steps that had votes are sealed
        chain.change(step["meeting"], sealed=True)
    chain.touched.update(one["id"] for one in keyed(chain, step["id"]))


RULES = []
EVENTS = {"step.sealed": step_sealed}
