"""Reach: everything whose view may have changed when some entities were touched."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from facilitator.chain.becoming import behind
from facilitator.chain.carrying import carriers, together
from facilitator.chain.forewords import belongs
from facilitator.chain.model import Chain, Entity

if TYPE_CHECKING:
    from facilitator.chain.kind import Kind

TALLY = ".tally"
# what the network is made of
MAPPED = ("introduction", "foreword", "organisation", "claim", "link", "idea", "alias", "snapshot")
# what a weighing or listing step may build on
WEIGHED = ("note", "cluster", "ballot", "rating", "cards", "action", "step")
# what is somebody's
AUTHORED = (
    *("note", "introduction", "commitment", "action", "progress", "goal", "offer", "taker"),
    *("instrument", "tie", "partner"),
)
Found = dict[str, None]


def reached(kinds: dict[str, Kind], chain: Chain, touched: Iterable[str]) -> Found:
    """The touched entities, those whose view reads them, and the counts that read them; each once, in a fixed order."""
    found: Found = {}
    for identity in sorted(touched):
        entity = chain.entities.get(identity)
        if entity is None:
            continue
        found[identity] = None
        match entity["type"]:
            case "step":
                reach_step(kinds, chain, entity, found)
            case "note":
                if entity.get("cluster") in chain.entities:
                    found[entity["cluster"]] = None
            case "cluster":
                add(found, inside(chain, entity))
            case "action" | "goal" | "role" | "instrument" | "partner":
                for step in carriers(chain, entity):
                    found[step["id"]] = found[step["id"] + TALLY] = None
                reach_keepers(kinds, chain, entity, found)
                add(found, (one for one in chain.in_step(entity["step"], "taker") if one["action"] == identity))
                found.update(dict.fromkeys(entity.get("subs", ())))  # they say what they are a part of
                found.update(dict.fromkeys([entity["under"]] if entity.get("under") else ()))
                if entity["type"] == "action":
                    add(found, behind(chain, entity))
                    add(found, (one for one in chain.of_type("meeting") if one["state"] == "planned"))  # making.awaited
                if entity["type"] == "role":
                    reach_owned(chain, identity, found)
            case "taker":
                found[entity["action"]] = None  # a next meeting sees it there
            case "meeting":
                reach_carried(chain, entity, found)
            case "foreword":
                reach_keepers(kinds, chain, entity, found)
                add(found, chain.of_type("foreword", entity["meeting"]))
                add(found, (one for one in chain.of_type("participant") if belongs(one, entity)))
            case "introduction":  # what somebody said of two names holds for all of that organisation
                add(found, (one for one in chain.of_type("participant") if belongs(one, entity)))
            case "participant":
                reach_person(chain, entity, found)
                reach_owned(chain, identity, found)
            case "organisation":
                reach_organisation(chain, entity, found)
                reach_owned(chain, identity, found)
        reach_steps(kinds, chain, entity, found)
    return found


def add(found: Found, entities: Iterable[Entity]) -> None:
    found.update((entity["id"], None) for entity in entities)


def inside(chain: Chain, cluster: Entity) -> list[Entity]:
    """The notes of a cluster."""
    return [note for note in chain.in_step(cluster["step"], "note") if note.get("cluster") == cluster["id"]]


def reach_step(kinds: dict[str, Kind], chain: Chain, step: Entity, found: Found) -> None:
    """All that hangs in a step, all that it weighs (with what stands in a weighed group), and the actions it lists.

    And the meeting: its undo names steps by their title.
    """
    found[step["meeting"]] = None
    found.update(dict.fromkeys(chain.by_step.get(step["id"], ())))
    for identity in step["state"].get("candidates", ()):
        found[identity] = None
        if chain.entities[identity]["type"] == "cluster":
            add(found, inside(chain, chain.entities[identity]))
    if kinds[step["kind"]].lists_actions:
        for kind in ("action", "taker"):
            add(found, chain.of_type(kind, step["meeting"]))
        for action in chain.of_type("action", step["meeting"]):
            add(found, behind(chain, action))
    for kept in sorted(kinds[step["kind"]].keeps):
        add(found, chain.of_type(kept, step["meeting"]))
    found.update(together(chain, step["state"].get("carried", ())))
    found[step["id"] + TALLY] = None


def reach_keepers(kinds: dict[str, Kind], chain: Chain, entity: Entity, found: Found) -> None:
    """The steps of its own meeting that show everything of this type, or (before they begin) count it."""
    for step in chain.steps(entity["meeting"]):
        if entity["type"] in kinds[step["kind"]].keeps:
            found[step["id"]] = found[step["id"] + TALLY] = None


def reach_carried(chain: Chain, meeting: Entity, found: Found) -> None:
    """The actions that other meetings took from this one: they say which meeting they come from."""
    for step in chain.of_type("step"):
        taken = (chain.entities[identity] for identity in together(chain, step["state"].get("carried", ())))
        add(found, (action for action in taken if action["meeting"] == meeting["id"]))


def reach_person(chain: Chain, person: Entity, found: Found) -> None:
    """What somebody made, and all steps of the meeting: counts and a round of introductions follow who sits there."""
    for kind in AUTHORED:
        add(found, (one for one in chain.of_type(kind, person["meeting"]) if one.get("author") == person["id"]))
    mine = (one for one in chain.of_type("taker", person["meeting"]) if one["author"] == person["id"])
    found.update((one["action"], None) for one in mine)
    add(found, chain.of_type("foreword", person["meeting"]))
    for step in chain.steps(person["meeting"]):
        found[step["id"]] = None
        found[step["id"] + TALLY] = None


def reach_owned(chain: Chain, identity: str, found: Found) -> None:
    """The actions that somebody does: they say who that is, and whether they left."""
    for action in [one for one in chain.of_type("action") if identity in one.get("owners", ())]:
        found[action["id"]] = None
        add(found, behind(chain, action))


def reach_organisation(chain: Chain, organisation: Entity, found: Found) -> None:
    for person in chain.of_type("participant"):
        if person.get("organisation") == organisation["id"]:
            found[person["id"]] = None
            reach_person(chain, person, found)
            reach_owned(chain, person["id"], found)
    for kind in ("note", "introduction", "foreword", "commitment", "goal", "instrument", "partner"):
        add(found, (one for one in chain.of_type(kind) if one.get("organisation") == organisation["id"]))


def reach_steps(kinds: dict[str, Kind], chain: Chain, entity: Entity, found: Found) -> None:
    """State and counts of the entity's own step, and of every step of the meeting that weighs or lists such things."""
    if entity["type"] in ("meeting", "chain"):
        return
    steps = dict.fromkeys([entity.get("step", "")])
    if entity["type"] in WEIGHED and entity.get("meeting") in chain.entities:
        for step in chain.steps(entity["meeting"]):
            if step["started_at"] is not None and kinds[step["kind"]].sources:
                steps[step["id"]] = None
    if entity["type"] in MAPPED or entity.get("places"):  # who meets which carers: carers.py
        there = [(step, kinds[step["kind"]]) for step in chain.of_type("step") if not step.get("gone")]
        drawn = (step for step, kind in there if (kind.maps and step["started_at"] is not None) or kind.finds)
        steps.update((step["id"], None) for step in drawn)
    for step in steps:
        if step in chain.entities:
            found[step] = None
            found[step + TALLY] = None
