"""Who is at the table as the gate shows it, with what they tell of their organisation."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any

from facilitator.chain.forewords import TOLD
from facilitator.chain.kind import Audience
from facilitator.chain.model import Chain, Entity
from facilitator.chain.network.parted import pairs_of

View = dict[str, Any]
People = dict[str, dict[str, str]]


class Seated(ABC):
    """The part of the gate for people and organisations."""

    @abstractmethod
    def mine(self, entity: Entity, audience: Audience) -> bool:
        """True when the seat of the audience made this."""

    @abstractmethod
    def at(self, chain: Chain, audience: Audience, step: str) -> bool:
        """True when this audience is looking at the step now."""

    def show_participant(self, chain: Chain, names: People, entity: Entity, audience: Audience) -> View | None:
        """Somebody at the table; on the own phone with the names that their organisation said are two."""
        if entity.get("gone"):
            return None
        if audience.name not in ("control", "report") and not (
            audience.name == "own" and audience.seat == entity["id"]
        ):
            return None
        name = names.get(entity["id"], {}).get("name", "")
        view = {"name": name, "org": entity.get("organisation"), "profession": entity.get("profession")}
        if audience.name == "own":
            view["apart"] = [*pairs_of(chain, entity.get("organisation", "")).values()] or None
        return view

    def show_organisation(self, chain: Chain, names: People, entity: Entity, audience: Audience) -> View | None:
        if audience.name == "own" or entity.get("gone"):
            return None
        gone = {"left": True} if audience.name == "report" and entity.get("left") else {}
        return {"name": entity["name"], "sort": entity["sort"], **gone}

    def show_introduction(self, chain: Chain, names: People, entity: Entity, audience: Audience) -> View | None:
        if audience.name in ("control", "report") or (audience.name == "own" and self.mine(entity, audience)):
            more = {"on_behalf": entity.get("on_behalf")} if audience.name in ("control", "report") else {}
            return {**{key: entity.get(key) for key in ("step", "organisation", *TOLD)}, **more}
        if audience.name == "screen" and self.at(chain, audience, entity["step"]):
            return {"step": entity["step"], "organisation": entity.get("organisation")}
        return None
