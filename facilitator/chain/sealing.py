"""The seal: when a meeting closes, nobody can tell any more whose ballot is whose, and so nobody can vote again (D9).

Ballots, ratings and anonymous promises are kept under a key that is made of the seat with the step's salt. The salt
goes with the close, also when the door opens again later: then a second ballot of the same seat would look like
somebody else's, and the step takes no more of them.
"""

from __future__ import annotations

from facilitator.chain.command import Desk, Refused
from facilitator.chain.model import Chain, Entity, Event

SEALED = (
    "Dit is voorgoed gesloten toen de bijeenkomst werd afgesloten. Wat gekozen is, telt mee, "
    "maar niemand weet meer van wie het is. Daarom kan er niets meer bij."
)


def keyed(chain: Chain, step: str) -> list[Entity]:
    """What hangs in a step under a key and not under a name."""
    return [one for one in chain.in_step(step) if one.get("key")]


def seal(desk: Desk) -> None:
    """With the close of the meeting: every step that has such things, and every salt."""
    for step in desk.chain.of_type("step", desk.meeting["id"]):
        desk.unsalted.append(step["id"])
        if keyed(desk.chain, step["id"]) and not step.get("sealed"):
            desk.emit("step.sealed", {"id": step["id"]}, step=step["id"])


def still_salted(step: Entity) -> None:
    """Refuse what needs the salt that went."""
    if step.get("sealed"):
        raise Refused(SEALED)


def step_sealed(chain: Chain, event: Event) -> None:
    """Closed for good; what hangs there under a key is nobody's own any more."""
    step = chain.entities[event.body["id"]]
    closed = {"closed": True} if "candidates" in step["state"] else {}
    chain.change(step["id"], sealed=True, state={**step["state"], **closed})
    chain.change(step["meeting"], sealed=True)
    chain.touched.update(one["id"] for one in keyed(chain, step["id"]))


RULES = []
EVENTS = {"step.sealed": step_sealed}
