"""Undo: every act that can hurt has an inverse, made from ids and places in its event, never from text."""

from __future__ import annotations

from typing import Any

from facilitator.chain.carrying import carriers
from facilitator.chain.clusters import inside
from facilitator.chain.command import ONLY_FACILITATOR, Body, Desk, Refused, Rule
from facilitator.chain.model import Chain, Deed, Entity, Event
from facilitator.chain.network.rules import TIED, away, retied
from facilitator.chain.placing import check_places

LASTING = ("action", "goal", "role", "instrument", "partner")  # what can come back in a later meeting
SWAPPED = {"places": "was", "was": "places"}
TURNED = {
    "notes.hidden": "notes.shown",
    "notes.shown": "notes.hidden",
    "cluster.made": "cluster.dissolved",
    "cluster.dissolved": "cluster.restored",
    "cluster.restored": "cluster.dissolved",
    "action.removed": "action.restored",
    "action.restored": "action.removed",
    "goal.removed": "goal.restored",
    "goal.restored": "goal.removed",
    "role.removed": "role.restored",
    "role.restored": "role.removed",
    "instrument.removed": "instrument.restored",
    "instrument.restored": "instrument.removed",
    "partner.removed": "partner.restored",
    "partner.restored": "partner.removed",
    "step.removed": "step.restored",
    "step.restored": "step.removed",
}
LABELS = {
    "notes.hidden": "verbergen",
    "notes.shown": "weer tonen",
    "notes.placed": "verplaatsen",
    "notes.blocked": "bouwsteen kiezen",
    "cluster.made": "groepje maken",
    "cluster.dissolved": "groepje opheffen",
    "action.removed": "actie weghalen",
    "action.ranked": "actie op een plek zetten",
    "action.parted": "actie opknippen",
    "action.followed": "stand van een actie",
    "goal.adopted": "doel van de keten",
    "goal.removed": "doel weghalen",
    "goal.followed": "stand van een doel",
    "role.removed": "rol weghalen",
    "instrument.removed": "instrument weghalen",
    "instrument.adopted": "instrument overnemen",
    "partner.removed": "regel weghalen",
    "partner.adopted": "regel overnemen",
    "partner.marked": "wie we uitnodigen",
    "network.left": "wie niet meer meedoet",
    "network.joined": "twee namen samenvoegen",
    "network.parted": "twee namen uit elkaar houden",
    "network.retied": "twee namen samenvoegen",
    "step.added": "stap erbij",
    "step.removed": "stap weghalen",
    "step.moved": "stap verplaatsen",
}


KEPT = ("network.left", "network.joined", "network.parted")


class Undo(Body):
    seq: int


def inverse(name: str, body: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """The event that takes `name` with `body` back."""
    match name:
        case "notes.placed":
            return name, {**body, "places": body["was"], "was": body["places"]}
        case "notes.blocked":
            return name, {"blocks": body["was"], "was": body["blocks"]}
        case "action.ranked":
            return name, {"ranks": body["was"], "was": body["ranks"]}
        case "goal.adopted" | "instrument.adopted" | "partner.adopted" | "action.parted":
            return name, {**body, "on": not body["on"]}
        case "action.followed" | "goal.followed":
            return name, {**body, "fields": body["was"], "was": body["fields"]}
        case "partner.marked":
            return name, {**body, "stand": body["was"], "was": body["stand"]}
        case "network.left":
            return name, {**body, "left": body["was"], "was": body["left"]}
        case "network.joined" | "network.parted" | "network.retied":
            now = {"one": body["one"], "means": body["means"], "gone": TIED.get(name, body.get("gone"))}
            return "network.retied", {**body, **body["was"], "was": now}
        case "step.added":
            return "step.removed", {"id": body["id"], "after": body["after"]}
        case "step.moved":
            return name, {"id": body["id"], "after": body["was"], "was": body["after"]}
    kept = {SWAPPED.get(key, key): value for key, value in body.items() if key != "name"}
    return TURNED[name], kept


def undo(desk: Desk) -> None:
    deed = desk.chain.deeds.get(desk.body.seq)
    if deed is None or deed.meeting != desk.seat.meeting:
        raise Refused("Dit kan niet ongedaan worden gemaakt.")
    if deed.undone:
        raise Refused("Dit is al ongedaan gemaakt.")
    if any(desk.chain.aspects.get(aspect) != seq for aspect, seq in deed.left.items()):
        raise Refused("Hier is daarna al iets aan veranderd. Maak eerst dat ongedaan.")
    name, body = inverse(deed.name, deed.body)
    step = step_of(desk.chain, deed)
    check(desk, name, body, step)
    desk.emit(name, {**body, "undoes": deed.seq}, step=step["id"])


def step_of(chain: Chain, deed: Deed) -> Entity:
    """The step in which the act was done; for what another meeting made the step that carries it here."""
    entity = chain.entities[next(iter(deed.left))[0]]
    if entity["type"] in LASTING and entity["meeting"] != deed.meeting:
        here = (step for step in carriers(chain, entity) if step["meeting"] == deed.meeting)
        return next(here, chain.entities[entity["step"]])
    if entity["type"] in ("organisation", "alias"):  # it is of the keten; the act says where it was done
        return chain.entities[deed.body["step"]]
    return entity if entity["type"] == "step" else chain.entities[entity["step"]]


def check(desk: Desk, name: str, body: dict[str, Any], step: Entity) -> None:
    """Refuse what has become impossible by acts on other things."""
    if name == "cluster.dissolved" and set(inside(desk.chain, desk.chain.entities[body["id"]])) != set(body["places"]):
        raise Refused("In dit groepje zitten nu andere briefjes. Hef het op als u het weg wilt.")
    if name == "cluster.restored" and step["prompts"]:
        if desk.chain.entities[body["id"]]["lane"] not in {prompt["id"] for prompt in step["prompts"]}:
            raise Refused("De vraag waar dit groepje bij hoorde, staat niet meer bij de stap.")
    if name == "action.restored":
        whole = desk.chain.get(desk.chain.entities[body["id"]].get("under", ""))
        if whole and whole["gone"]:
            raise Refused("De actie waar dit een deel van is, staat niet meer op de lijst. Zet die eerst terug.")
    if name == "network.left" and body["left"]:
        away(desk, body["left"], body["id"])
    if name == "network.retied":
        retied(desk, body)
    if name == "step.removed" and desk.meeting["step"] == body["id"]:
        raise Refused("De zaal is nu bij deze stap. Ga eerst naar een andere stap.")
    if "places" in body:
        check_places(desk, step, body["places"], body.get("id", ""))


def remember(chain: Chain, event: Event) -> None:
    """Keep the act when it can be undone. What undoes an act puts back who decided before it."""
    name = event.name
    if name not in TURNED and name not in LABELS:
        return
    if name in KEPT and "was" not in event.body:  # of a book from before it could be undone
        return
    if name == "step.added" and not event.body["step"].get("came"):  # what the facilitator asked for is no surprise
        return
    body = {key: value for key, value in event.body.items() if key not in ("undoes", "label")}
    label = event.body.get("label") or LABELS.get(name, "ongedaan maken")
    found, left = dict(chain.marked), dict.fromkeys(chain.marked, event.seq)
    undoes = event.body.get("undoes", 0)
    if undoes:
        before = chain.deeds[undoes]
        before.undone, label = True, before.label
        left = {aspect: before.found[aspect] for aspect in found}
        chain.aspects.update(left)
        if before.undoes:  # an undo that is undone: the first act stands again
            chain.deeds[before.undoes].undone = False
    chain.deeds[event.seq] = Deed(event.seq, name, body, event.meeting, label, found, left, False, undoes)
    if event.meeting in chain.entities:
        chain.touched.add(event.meeting)


def last_deed(chain: Chain, meeting: str) -> dict[str, Any] | None:
    """What the undo button of the control room would take back."""
    for deed in reversed(chain.deeds.values()):
        if deed.meeting == meeting and not deed.undone and not deed.undoes:
            return offer(chain, deed)
    return None


def last_undone(chain: Chain, meeting: str) -> dict[str, Any] | None:
    """What the redo button would do again: the last undo, as long as nothing else was done after it."""
    for deed in reversed(chain.deeds.values()):
        if deed.meeting != meeting or deed.undone:
            continue
        if not deed.undoes:
            return None
        if not chain.deeds[deed.undoes].undoes:  # else it put an act back: that one is done again already
            return offer(chain, deed)
    return None


def offer(chain: Chain, deed: Deed) -> dict[str, Any]:
    """The number and the words of a button; they name the step when the room is somewhere else now."""
    step, current = step_of(chain, deed), chain.entities[deed.meeting]["step"]
    title = f"“{step['title']}”"
    if deed.name.startswith("step."):
        return {"seq": deed.seq, "label": f"{deed.label} ({title})"}
    return {"seq": deed.seq, "label": deed.label if step["id"] == current else f"{deed.label} in {title}"}


RULES = [Rule("undo", Undo, ONLY_FACILITATOR, undo, late=True)]
