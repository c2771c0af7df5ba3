"""The network as the gate shows it: on a phone what somebody said; the map itself is in the step that draws it.

What an organisation told before the meeting goes to who runs it, and to its own people, to go on from there.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any

from facilitator.chain import discreet, forewords
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

    show_alias = show_snapshot = show_intake = show_link

    def show_foreword(self, chain: Chain, names: People, told: Entity, audience: Audience) -> View | None:
        """What was told before the meeting, on a phone as one answer; who told it is for the control room only."""
        if told["gone"] or audience.name in ("screen", "phone"):
            return None
        person = chain.get(audience.seat, "participant") or {} if audience.name == "own" else told
        mine = [one for one in forewords.before(chain, told["meeting"]) if forewords.belongs(person, one)]
        if audience.name == "own":
            people = [names.get(one["id"], {}).get("name", "") for one in mine]
            return discreet.told(forewords.together(mine), people) if told in mine[:1] else None
        view = {key: told[key] for key in ("organisation", *forewords.TOLD)} | {"wrong": told.get("wrong") or None}
        if audience.name == "report":  # which others read
            return discreet.told(view, [names.get(told["id"], {}).get("name", "")])
        if audience.name == "control":
            view |= {"by": names.get(told["id"], {}).get("name")}
            view |= {"torn": forewords.torn(mine) or None} if told is mine[0] else {}
        return view

    def awaited(self, chain: Chain, names: People, meeting: str) -> list[View]:
        """For the facilitator: each organisation that is expected, who told what, and where they contradict."""
        found = []
        for identity, name, told in forewords.expected(chain, meeting):
            people = [
                {"id": one["id"], "by": names.get(one["id"], {}).get("name", ""), "at": one["at"]} for one in told
            ]
            rows = [
                {**person, **{key: one[key] for key in forewords.TOLD}, "wrong": one.get("wrong", [])}
                for person, one in zip(people, told, strict=True)
            ]
            found.append({"id": identity, "name": name, "told": rows, "torn": forewords.torn(told)})
        return found
