"""The network as the gate shows it: on a phone what somebody said; the map itself is in the step that draws it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any

from facilitator.chain.kind import Audience
from facilitator.chain.model import Chain, Entity

View = dict[str, Any]
People = dict[str, dict[str, str]]


class Mapped(ABC):
    """The part of the gate for the map."""

    @abstractmethod
    def mine(self, entity: Entity, audience: Audience) -> bool:
        """True when the seat of the audience made this."""

    def show_claim(self, chain: Chain, names: People, claim: Entity, audience: Audience) -> View | None:
        """What somebody said of the own organisation, to that person only: the map says which organisation says it."""
        if audience.name != "own" or not self.mine(claim, audience):
            return None
        return {key: claim[key] for key in ("step", "name", "says", "what")}

    def show_idea(self, chain: Chain, names: People, idea: Entity, audience: Audience) -> View | None:
        """A proposal, to who made it; the map counts them."""
        if audience.name != "own" or not self.mine(idea, audience):
            return None
        return {key: idea[key] for key in ("step", "a", "b", "mark")}

    def show_link(self, chain: Chain, names: People, link: Entity, audience: Audience) -> View | None:
        """Nothing: the map shows it."""
        return None

    show_alias = show_snapshot = show_link
