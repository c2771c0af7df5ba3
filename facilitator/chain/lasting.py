"""What lasts in a keten, as the gate shows it: actions, goals and roles, also in the meetings after their own."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any

from facilitator.chain import carrying, checklist, goals, groundwork, owners, taking, wickets
from facilitator.chain.handout import ends
from facilitator.chain.kind import Audience, Kind
from facilitator.chain.model import KETEN, Chain, Entity

View = dict[str, Any]
People = dict[str, dict[str, str]]


class Lasting(ABC):
    """The part of the gate for what lasts; `by` and `mine` say who wrote something, as the gate allows."""

    kinds: dict[str, Kind]

    @abstractmethod
    def by(self, chain: Chain, names: People, entity: Entity) -> tuple[str, str]:
        """(name, organisation) of the writer, as far as the step allows."""

    @abstractmethod
    def mine(self, entity: Entity, audience: Audience) -> bool:
        """True when the seat of the audience made this."""

    def show_elsewhere(self, chain: Chain, names: People, entity: Entity, audience: Audience) -> View | None:
        """What another meeting made, as far as this meeting carries it: nothing of where it came from but a title.

        Of an action also who said there to take it up (`wishes`).
        """
        if audience.name == "own" or entity["type"] not in CARRIED:  # thousands of notes of other meetings end here
            return None
        if entity["id"] not in carrying.carried(chain, audience.meeting):
            return None
        if audience.name in ("screen", "phone") and not self.back(chain, entity, audience):
            return None
        view = CARRIED[entity["type"]](chain, entity)
        if view is None:
            return None
        if audience.name in ("control", "report"):
            view |= {"history": entity.get("history"), "contact": contact(names, entity)}
        if entity["type"] == "action":
            view |= owners.shown(chain, names, entity, audience.name)
            view |= taking.told(chain, names, entity["id"], audience.name)
        view["origin"] = carrying.origin(chain, entity)
        return {key: value for key, value in view.items() if value not in (None, "")}

    @staticmethod
    def back(chain: Chain, entity: Entity, audience: Audience) -> bool:
        """True when it came back in the step that the room is at."""
        current = chain.current(audience.meeting)
        return current is not None and carrying.among(entity, current["state"].get("carried", ()))

    def show_chain(self, chain: Chain, names: People, keten: Entity, audience: Audience) -> View | None:
        """The keten itself; its groundwork and its plan are for who runs it."""
        if audience.name == "own":
            return None
        view = {key: keten[key] for key in ("name", "scale", "place")}
        if audience.name in ("control", "report"):
            view |= {"groundwork": groundwork.told(chain), "plan": keten.get("plan")}
        return view

    def show_goal(self, chain: Chain, names: People, goal: Entity, audience: Audience) -> View | None:
        """A proposal is its writer's and the facilitator's until the room is shown the proposals, or it is adopted."""
        view = {**of_goal(goal), "step": goal["step"], "on_behalf": goal.get("on_behalf")}
        gone = {"gone": True} if goal["gone"] else {}
        if audience.name == "own":
            return {**view, **gone} if self.mine(goal, audience) else None
        if audience.name in ("control", "report"):
            if gone and audience.name == "control":
                return None
            name, organisation = self.by(chain, names, goal)
            return {**view, **gone, "by": name, "org": organisation, "history": goal["history"]}
        here = chain.entities[audience.meeting]["step"] == goal["step"]
        seen = goal["adopted"] or chain.entities[goal["step"]]["revealed"]
        if gone or not ((here and seen) or (goals.standing(goal) and self.back(chain, goal, audience))):
            return None
        return view

    def show_handout(self, chain: Chain, names: People, handout: Entity, audience: Audience) -> View | None:
        """The report that lies ready: until when, and whether names are in it; the page that gives it says the rest."""
        if handout["gone"] or audience.name not in ("control", "phone"):
            return None
        return {"until": handout["until"], "names": handout["names"], "ends": ends(handout)}

    def show_wicket(self, chain: Chain, names: People, wicket: Entity, audience: Audience) -> View | None:
        """A link is nobody's to see: not even its hash leaves the house."""
        return None

    def doers(self, chain: Chain, names: People, action: str) -> list[tuple[str, str]]:
        """For the facilitator: (id, name) of everybody who does this action; "" for the id of what was typed."""
        return owners.each(chain, names, chain.entities[action], True)

    def contacts(self, chain: Chain, names: People, at: float) -> list[View]:
        """For the facilitator: who has something to do, how much, and the link that was given, if there is one."""
        found = []
        for owner, who in wickets.people(chain):
            asked = {"owner": owner, "who": who, "made": at}
            link = next(wickets.of(chain, owner, who), {})
            view = {"owner": owner, "typed": who, "who": wickets.called(chain, names, asked)}
            view["actions"] = len(wickets.theirs(chain, asked))
            view |= {"link": link.get("id", ""), "until": link.get("until", "")}
            view["works"] = bool(link) and wickets.standing(chain, link, at)
            found.append(view)
        return found

    def behind(self, chain: Chain, names: People, wicket: Entity) -> View:
        """For who has the link: their own name and their own actions, with nothing of anybody else."""
        fields = ("id", "what", "when", "status", "block", "obstacle", "help")
        listed = [{key: action.get(key) for key in fields} for action in wickets.theirs(chain, wicket)]
        named = wickets.called(chain, names, wicket)
        return {"name": named, "keten": chain.entities[KETEN]["name"], "until": wicket["until"], "actions": listed}

    def show_role(self, chain: Chain, names: People, role: Entity, audience: Audience) -> View | None:
        """Who holds a role: the organisation for everybody, its contact person for the control room and the report."""
        if audience.name == "own" or role["gone"] or not self.in_overview(chain, role, audience):
            return None
        view = {"step": role["step"], "slot": role["slot"], "organisation": role["organisation"]}
        if audience.name in ("control", "report"):
            view |= {"contact": contact(names, role), "history": role["history"]}
        return view

    def show_instrument(self, chain: Chain, names: People, one: Entity, audience: Audience) -> View | None:
        """What the keten has: for all who see the overview; a proposal is its writer's and the facilitator's."""
        return self.listed(chain, names, one, audience, of_instrument(one))

    def show_partner(self, chain: Chain, names: People, one: Entity, audience: Audience) -> View | None:
        """A line of the checklist, likewise."""
        return self.listed(chain, names, one, audience, of_partner(one))

    def listed(self, chain: Chain, names: People, one: Entity, audience: Audience, view: View) -> View | None:
        view = {**view, "step": one["step"]}
        if audience.name == "own":
            return {**view, **({"gone": True} if one["gone"] else {})} if self.mine(one, audience) else None
        if one["gone"] or not self.in_overview(chain, one, audience):
            return None
        if audience.name in ("control", "report"):
            name, organisation = self.by(chain, names, one)
            return {**view, "by": name, "org": organisation, "on_behalf": one.get("on_behalf")}
        return view if one["adopted"] else None

    def show_tie(self, chain: Chain, names: People, tie: Entity, audience: Audience) -> View | None:
        """What somebody said of a line of the checklist: theirs, the facilitator's and the report's."""
        view = {key: tie[key] for key in ("step", "row", "how", "text")}
        if audience.name == "own":
            return view if self.mine(tie, audience) else None
        if audience.name not in ("control", "report") or not tie["how"]:
            return None
        name, organisation = self.by(chain, names, tie)
        return {**view, "by": name, "org": organisation}

    def show_offer(self, chain: Chain, names: People, offer: Entity, audience: Audience) -> View | None:
        """What somebody said of a role: theirs, the facilitator's and the report's; others see how many there are."""
        view = {key: offer[key] for key in ("step", "slot", "how", "other")}
        if audience.name == "own":
            return view if self.mine(offer, audience) else None
        if audience.name not in ("control", "report") or not offer["how"]:
            return None
        name, organisation = self.by(chain, names, offer)
        return {**view, "by": name, "org": organisation}

    def in_overview(self, chain: Chain, entity: Entity, audience: Audience) -> bool:
        """True when the room is at the step where it was made, one that shows all such, or one where it is back."""
        if audience.name in ("control", "report"):
            return True
        current = chain.current(audience.meeting)
        if current is None:
            return False
        here = current["id"] == entity["step"] or entity["type"] in self.kinds[current["kind"]].keeps
        return here or self.back(chain, entity, audience)


def of_goal(goal: Entity) -> View:
    """The goal itself, with the letters that are still open."""
    fields = ("text", "block", "letters", "adopted", "stand")
    return {key: goal[key] for key in fields} | {"missing": goals.missing(goal)}


def carried_goal(chain: Chain, goal: Entity) -> View | None:
    return of_goal(goal) if goals.standing(goal) else None


def carried_action(chain: Chain, action: Entity) -> View | None:
    if not carrying.counts(action):
        return None
    fields = ("what", "when", "status", "remarks", "block", "parts", "obstacle", "help")
    return {key: action.get(key) for key in fields} | carrying.family(chain, action)


def carried_role(chain: Chain, role: Entity) -> View | None:
    return None if role["gone"] else {"slot": role["slot"], "organisation": role["organisation"]}


def carried_instrument(chain: Chain, one: Entity) -> View | None:
    return of_instrument(one) if one["adopted"] and not one["gone"] else None


def carried_partner(chain: Chain, one: Entity) -> View | None:
    return of_partner(one) if one["adopted"] and not one["gone"] else None


def of_instrument(one: Entity) -> View:
    """The instrument itself; what a proposal says of who makes it and who carries it out, as long as it is one."""
    view = {key: one[key] for key in ("name", "block", "category", "group")}
    return (
        view
        if one["adopted"]
        else view | {"proposal": True, "developer": one["developer"], "executor": one["executor"]}
    )


def of_partner(one: Entity) -> View:
    """The line itself, by its name also when it is one of the form."""
    view = {key: one[key] for key in ("sort", "key", "stand")} | {"name": checklist.name_of(one)}
    return view if one["adopted"] else view | {"proposal": True}


def contact(names: People, entity: Entity) -> str:
    """The name of a role's contact person; nothing for anything else."""
    return names.get(entity["id"], {}).get("name", "") if entity["type"] == "role" else ""


CARRIED = {
    "action": carried_action,
    "goal": carried_goal,
    "role": carried_role,
    "instrument": carried_instrument,
    "partner": carried_partner,
}
