"""Carrying over: the actions with which a next meeting begins, how they are followed, and what is agreed by telephone.

A step of a kind that carries takes, when it begins, the actions of the other meetings that are open, and those that
were finished or cancelled while no meeting looked. It keeps that list. Nothing else of another meeting is ever shown.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import UTC, datetime
from typing import Annotated, Any

from msgspec import Meta

from facilitator.chain import history, owners
from facilitator.chain.actions import EMPTY, STATUSES, shut, subactions
from facilitator.chain.command import ONLY_FACILITATOR, ONLY_PARTICIPANT, Body, Desk, Id, Line, Refused, Rule
from facilitator.chain.meetings import Date
from facilitator.chain.model import Chain, Entity, Event
from facilitator.chain.notes import ANONYMOUS

LIVE = STATUSES[:2]  # what still has to be done
FINISHED = STATUSES[2]
FIELDS = ("status", "when", "obstacle", "help")
LONG = 500
Words = Annotated[str, Meta(max_length=2000)]


class Follow(Body):
    action: Id
    status: str | None = None
    when: Date | None = None
    who: Line | None = None
    owners: owners.Owners | None = None
    obstacle: Words | None = None
    help: Words | None = None
    told: str = ""


class Call(Body):
    action: Id
    text: Words
    day: Date = ""
    owner: str | None = None


class Tell(Body):
    step: Id
    action: Id
    status: str
    obstacle: Words = ""
    help: Words = ""


class Leave(Body):
    progress: Id
    on: bool = True


# what is carried


def counts(action: Entity) -> bool:
    """True for what stands on a list: not removed, not merely offered."""
    return not action.get("gone") and not action.get("offered")


def live(action: Entity) -> bool:
    """True for what still has to be done."""
    return counts(action) and action["status"] in LIVE


def opening(chain: Chain, meeting: str) -> list[str]:
    """The actions with which this meeting begins: open ones, and what was closed out of everybody's sight."""
    told = last_told(chain)
    found = []
    for action in chain.of_type("action"):
        closed = action.get("closed")
        unseen = closed and closed["quiet"] and told.get(action["id"], 0.0) < closed["at"]
        if action["meeting"] != meeting and counts(action) and (action["status"] in LIVE or unseen):
            found.append(action["id"])
    return found


def last_told(chain: Chain) -> dict[str, float]:
    """Action -> when a meeting last began with it (seconds)."""
    found: dict[str, float] = {}
    for step in chain.of_type("step"):
        for identity in step["state"].get("carried", ()):
            found[identity] = max(found.get(identity, 0.0), step["started_at"])
    return found


def since(chain: Chain, meeting: str) -> float:
    """When the last of the other meetings was opened (seconds), or 0."""
    return max((other.get("opened_at") or 0.0 for other in others(chain, meeting)), default=0.0)


def others(chain: Chain, meeting: str) -> list[Entity]:
    return [one for one in chain.of_type("meeting") if one["id"] != meeting]


def carried(chain: Chain, meeting: str) -> dict[str, None]:
    """The actions of other meetings that this meeting may see, in order, each with its subactions."""
    found: dict[str, None] = {}
    for step in chain.steps(meeting):
        found.update(together(chain, step["state"].get("carried", ())))
    return found


def together(chain: Chain, carried: Iterable[str]) -> dict[str, None]:
    """These, and what the actions among them were split into, also after they were carried."""
    found: dict[str, None] = {}
    for identity in carried:
        found[identity] = None
        found.update(dict.fromkeys(chain.entities[identity].get("subs", ())))
    return found


def among(entity: Entity, carried: Collection[str]) -> bool:
    """True for what is carried itself, or as a subaction of what is carried."""
    return entity["id"] in carried or entity.get("under", "") in carried


def family(chain: Chain, action: Entity) -> dict[str, Any]:
    """Of a whole its subactions (ids), of a subaction its whole, with what that says."""
    subs = [one["id"] for one in subactions(chain, action)]
    found: dict[str, Any] = {"subs": subs} if subs else {}
    if action.get("under"):
        found |= {"under": action["under"], "whole": chain.entities[action["under"]]["what"]}
    return found


def day_of(chain: Chain, step: Entity) -> str:
    """The day that counts in a step, as 2026-12-01: the one that the meeting says it is on, else when it began."""
    told = chain.entities[step["meeting"]]["date"]
    return told or datetime.fromtimestamp(step["started_at"], UTC).date().isoformat()


def carriers(chain: Chain, action: Entity) -> list[Entity]:
    """The steps of other meetings that show this action."""
    return [step for step in chain.of_type("step") if among(action, step["state"].get("carried", ()))]


def origin(chain: Chain, action: Entity) -> dict[str, Any]:
    """All that another meeting is told of the meeting that an action comes from."""
    meeting = chain.entities[action["meeting"]]
    return {"title": meeting["title"], "date": meeting["date"]}


# following


def followed(desk: Desk) -> Entity:
    """The action, when it is of the seat's own meeting or carried by it; the keten's page has no meeting."""
    action = desk.chain.get(desk.body.action, "action")
    if action is not None and action["id"] not in carried(desk.chain, desk.seat.meeting):
        desk.find(action["id"], "action")
    if action is None or action["gone"]:
        raise Refused("Deze actie is er niet meer.")
    if action.get("offered"):
        raise Refused("Deze actie is nog een aanbod. Zet hem eerst op de lijst.")
    return action


def follow(desk: Desk) -> None:
    """How an action stands now; `told` is what somebody said about it and is now taken over."""
    action = followed(desk)
    fields = {key: getattr(desk.body, key) for key in FIELDS if getattr(desk.body, key) is not None}
    if fields.get("status", STATUSES[0]) not in STATUSES:
        raise Refused("Kies een status uit de lijst.", field="status")
    for key in ("obstacle", "help"):
        if key in fields:
            fields[key] = short(fields[key], key)
    fields |= owners.asked(desk, action)
    fields = {key: value for key, value in fields.items() if (action.get(key) or EMPTY.get(key, "")) != value}
    told = {"told": desk.find(desk.body.told, "progress")["id"]} if desk.body.told else {}
    if told and desk.chain.entities[desk.body.told]["action"] != action["id"]:
        raise Refused("Dit gaat over een andere actie. Laad de pagina opnieuw.")
    if fields or told:
        was = {key: action.get(key) or EMPTY.get(key, "") for key in fields}
        desk.emit("action.followed", {"id": action["id"], "fields": fields, "was": was, **told})


def short(text: str, field: str) -> str:
    """What somebody typed, which may be empty, but not too long."""
    text = text.strip()
    if len(text) > LONG:
        raise Refused(f"Houd het korter dan {LONG} tekens. Nu zijn het er {len(text)}.", field=field)
    return text


def call(desk: Desk) -> None:
    """Between meetings: that somebody was called about an action, which of its owners that was, and what was agreed."""
    action = followed(desk)
    owner = desk.body.owner
    if owner and owner not in (action.get("owners") or ()):
        raise Refused("Deze persoon hoort niet meer bij deze actie. Laad de pagina opnieuw.")
    body = {"id": action["id"], "day": desk.body.day, "text": desk.told(desk.body.text, LONG)}
    desk.emit("action.called", body | ({} if owner is None else {"owner": owner}))


def tell(desk: Desk) -> None:
    """Somebody at the table says how an action stands; the facilitator takes it over or leaves it."""
    step = desk.step(desk.body.step)
    action = desk.chain.get(desk.body.action, "action")
    if action is None or action["gone"] or not among(action, step["state"].get("carried", ())):
        raise Refused("Deze actie staat niet (meer) op de lijst van deze bijeenkomst.")
    if desk.body.status not in STATUSES:
        raise Refused("Kies een status uit de lijst.", field="status")
    body: dict[str, Any] = {"action": action["id"], "status": desk.body.status}
    body |= {key: short(getattr(desk.body, key), key) for key in ("obstacle", "help")}
    secret = step["settings"].get("names") == ANONYMOUS
    body |= {"key": desk.command.given["key"]} if secret else {"author": desk.seat.id}
    same = {key: body[key] for key in ("action", "key", "author") if key in body}
    before = (one for one in desk.chain.in_step(step["id"], "progress") if same.items() <= one.items())
    identity = next((one["id"] for one in before), "") or desk.new_id("g")
    desk.emit("progress.told", {"id": identity, **body}, step=step["id"])


def leave(desk: Desk) -> None:
    """Put aside what somebody said, or take it up again."""
    progress = desk.find(desk.body.progress, "progress")
    if bool(progress["left"]) != desk.body.on:
        desk.emit("progress.left", {"id": progress["id"], "on": desk.body.on}, step=progress["step"])


def action_followed(chain: Chain, event: Event) -> None:
    body = event.body
    told = {"told": body["told"]} if "told" in body else {}
    history.change(chain, event, body["id"], body["fields"], **told)
    shut(chain, event, body["id"], body["fields"])
    for key in body["fields"]:
        chain.mark(body["id"], key, event.seq)
    if told:
        undone = bool(body.get("undoes")) and not redone(chain, body["undoes"])
        chain.change(body["told"], taken=not undone)
        chain.mark(body["told"], "taken", event.seq)


def redone(chain: Chain, seq: int) -> bool:
    """True when the act with this number was itself an undo."""
    return bool(chain.deeds[seq].undoes)


def action_called(chain: Chain, event: Event) -> None:
    told = {key: event.body[key] for key in ("day", "text", "owner") if key in event.body}
    history.change(chain, event, event.body["id"], {}, **told)


def progress_told(chain: Chain, event: Event) -> None:
    fields = {"meeting": event.meeting, "step": event.step, "taken": False, "left": False}
    chain.put({"type": "progress", **fields, **event.body})
    chain.mark(event.body["id"], "taken", event.seq)


def progress_left(chain: Chain, event: Event) -> None:
    chain.change(event.body["id"], left=event.body["on"])


RULES = [
    Rule("action.follow", Follow, ONLY_FACILITATOR, follow, late=True),
    Rule("action.call", Call, ONLY_FACILITATOR, call, late=True),
    Rule("progress.tell", Tell, ONLY_PARTICIPANT, tell, of_step=True, given="key"),
    Rule("progress.leave", Leave, ONLY_FACILITATOR, leave, late=True),
]
EVENTS = {
    "action.followed": action_followed,
    "action.called": action_called,
    "progress.told": progress_told,
    "progress.left": progress_left,
}
