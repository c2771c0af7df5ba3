"""What changed for an audience: the one way in which a patch is made, in a live room and when somebody looks back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from facilitator.chain.kind import Audience
from facilitator.chain.lasting import People, View
from facilitator.chain.model import Chain

if TYPE_CHECKING:
    from facilitator.chain.views import Gate


def diff(
    gate: Gate, chain: Chain, names: People, audience: Audience, reached: Iterable[str], held: dict[str, View]
) -> tuple[dict[str, View], list[str]]:
    """(put, drop) for whoever holds `held`, which is brought up to date; only what was reached is looked at."""
    put: dict[str, View] = {}
    drop: list[str] = []
    for identity in reached:
        view = gate.show(chain, names, identity, audience)
        if view is None:
            if identity in held:
                del held[identity]
                drop.append(identity)
        elif held.get(identity) != view:
            held[identity] = put[identity] = view
    return put, drop
