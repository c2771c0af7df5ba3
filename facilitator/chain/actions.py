"""Actions: what, who, when; made from notes with the trace kept."""

from __future__ import annotations

from typing import Annotated, Any

from msgspec import Meta

from facilitator.chain import history, owners, priority
from facilitator.chain.ballots import counts
from facilitator.chain.command import EVERYBODY, ONLY_FACILITATOR, Body, Desk, Id, Line, Refused, Rule
from facilitator.chain.meetings import Date
from facilitator.chain.model import Chain, Entity, Event
from facilitator.chain.notes import Block

STATUSES = ("nog niet begonnen", "bezig", "voltooid", "vervallen")
FIELDS = ("what", "who", "when", "status", "remarks", "block")
LONG = 500
EMPTY = {"what": "", "who": "", "owners": [], "when": "", "status": STATUSES[0], "remarks": "", "block": 0}


class Make(Body):
    step: Id
    what: Annotated[str, Meta(max_length=2000)]
    who: Line = ""
    owners: owners.Owners = []
    when: Date = ""
    status: str = STATUSES[0]
    remarks: Annotated[str, Meta(max_length=2000)] = ""
    block: Block = 0
    sources: Annotated[list[Id], Meta(max_length=100)] = []


class Edit(Body):
    action: Id
    what: Annotated[str, Meta(max_length=2000)] | None = None
    who: Line | None = None
    owners: owners.Owners | None = None
    when: Date | None = None
    status: str | None = None
    remarks: Annotated[str, Meta(max_length=2000)] | None = None
    block: Block | None = None


class One(Body):
    action: Id


class Rank(Body):
    action: Id
    place: Annotated[int, Meta(ge=1, le=500)] | None = None


def make(desk: Desk) -> None:
    """From the facilitator an action, from a participant an offer that the facilitator sees as such."""
    step = desk.step(desk.body.step)
    body = {key: getattr(desk.body, key) for key in FIELDS}
    body["what"] = desk.told(desk.body.what, LONG, "what")
    body |= owners.asked(desk)
    if not body["owners"]:
        del body["owners"]
    if body["status"] not in STATUSES:
        raise Refused("Kies een status uit de lijst.", field="status")
    sources = []
    for identity in dict.fromkeys(desk.body.sources):
        source = desk.chain.get(identity)
        if source is None or source["type"] not in ("note", "cluster") or source["meeting"] != desk.seat.meeting:
            raise Refused("Het briefje of groepje waar dit uit komt, is er niet meer.")
        sources.append(identity)
    if not desk.facilitator:
        body["offered"] = True
        body["author"] = desk.seat.id
    body |= {"sources": sources, "trace": trace(desk.chain, sources)}
    desk.emit("action.made", {"id": desk.new_id("a"), **body}, step=step["id"])


def trace(chain: Chain, sources: list[str]) -> list[str]:
    """The notes behind an action as they hang now: of a group all that count, of a note also the doubles behind it."""
    found: dict[str, None] = {}
    for identity in sources:
        source = chain.entities[identity]
        if source["type"] == "cluster":
            inside = chain.in_step(source["step"], "note")
            found.update((note["id"], None) for note in inside if note.get("cluster") == identity and counts(note))
        else:
            found.update(dict.fromkeys([identity, *source.get("merged", ())]))
    return list(found)


def edit(desk: Desk) -> None:
    action = desk.find(desk.body.action, "action")
    if not desk.facilitator and action.get("author") != desk.seat.id:
        raise Refused("Deze actie is van iemand anders.", "forbidden")
    if not desk.facilitator and not action.get("offered"):
        raise Refused("Deze actie staat al op de lijst. Vraag de begeleider om hem te veranderen.")
    fields = {key: getattr(desk.body, key) for key in FIELDS if getattr(desk.body, key) is not None}
    if "what" in fields:
        fields["what"] = desk.told(fields["what"], LONG, "what")
    if "status" in fields and fields["status"] not in STATUSES:
        raise Refused("Kies een status uit de lijst.", field="status")
    fields |= owners.asked(desk, action)
    fields = {key: value for key, value in fields.items() if (action.get(key) or EMPTY.get(key)) != value}
    if fields:
        desk.emit("action.edited", {"id": action["id"], "fields": fields}, step=action["step"])


def accept(desk: Desk) -> None:
    """The facilitator takes an offered action onto the list."""
    action = desk.find(desk.body.action, "action")
    if action.get("offered"):
        desk.emit("action.edited", {"id": action["id"], "fields": {"offered": False}}, step=action["step"])


def remove(desk: Desk) -> None:
    """Off the list; the subactions that are still there go and come back with their action."""
    action = desk.find(desk.body.action, "action")
    inside = [one["id"] for one in subactions(desk.chain, action)]
    desk.emit("action.removed", {"id": action["id"], **({"made": inside} if inside else {})}, step=action["step"])


def rank(desk: Desk) -> None:
    """A place by hand (1 is the top), or None for the place that follows from votes and matrix."""
    action = desk.find(desk.body.action, "action")
    if action.get("offered"):
        raise Refused("Deze actie is nog een aanbod. Zet hem eerst op de lijst.")
    if action.get("under"):
        raise Refused("Een subactie staat altijd bij haar eigen actie. Verzet de hele actie.")
    places = priority.order(desk.chain, listed(desk.chain, action["meeting"]))
    ranks = priority.moved(places, action["id"], desk.body.place)
    if ranks:
        was = {identity: desk.chain.entities[identity].get("rank") for identity in ranks}
        desk.emit("action.ranked", {"ranks": ranks, "was": was}, step=action["step"])


def listed(chain: Chain, meeting: str) -> list[Entity]:
    """The actions of a meeting that stand on the list: not removed, not merely offered, not a part of another."""
    away = ("gone", "offered", "under")
    return [action for action in chain.of_type("action", meeting) if not any(action.get(flag) for flag in away)]


def subactions(chain: Chain, action: Entity) -> list[Entity]:
    """What an action was split into, as far as it is still there."""
    return [one for one in (chain.entities[identity] for identity in action.get("subs", ())) if not one["gone"]]


def action_made(chain: Chain, event: Event) -> None:
    """A subaction stands where its action stands, also when another meeting made it."""
    whole = chain.get(event.body.get("under", ""), "action")
    place = (
        {key: whole[key] for key in ("meeting", "step")} if whole else {"meeting": event.meeting, "step": event.step}
    )
    chain.put({"type": "action", **place, "gone": False, "closed": None, "history": history.begun(event), **event.body})
    if whole:
        chain.change(whole["id"], subs=[*whole.get("subs", ()), event.body["id"]])
    shut(chain, event, event.body["id"], event.body)
    chain.mark(event.body["id"], "gone", event.seq)


def action_edited(chain: Chain, event: Event) -> None:
    fields = event.body["fields"]
    history.change(chain, event, event.body["id"], fields)
    shut(chain, event, event.body["id"], fields)
    for key in fields:
        chain.mark(event.body["id"], key, event.seq)


def shut(chain: Chain, event: Event, identity: str, fields: dict[str, Any]) -> None:
    """Remember when an action was finished or cancelled, and whether that was quiet: while no meeting looked."""
    if "status" in fields:
        quiet = chain.entities.get(event.meeting, {}).get("state") != "open"
        over = fields["status"] in STATUSES[2:]
        chain.change(identity, closed={"at": event.at, "quiet": quiet} if over else None)


def action_gone(chain: Chain, event: Event) -> None:
    for identity in (event.body["id"], *event.body.get("made", ())):
        history.change(chain, event, identity, {"gone": event.name == "action.removed"})
        chain.mark(identity, "gone", event.seq)


def action_ranked(chain: Chain, event: Event) -> None:
    for identity, place in event.body["ranks"].items():
        chain.change(identity, rank=place)
        chain.mark(identity, "rank", event.seq)


RULES = [
    Rule("action.make", Make, EVERYBODY, make, of_step=True, late=True),
    Rule("action.edit", Edit, EVERYBODY, edit, late=True),
    Rule("action.accept", One, ONLY_FACILITATOR, accept, late=True),
    Rule("action.remove", One, ONLY_FACILITATOR, remove, late=True),
    Rule("action.rank", Rank, ONLY_FACILITATOR, rank, late=True),
]
EVENTS = {
    "action.made": action_made,
    "action.edited": action_edited,
    "action.removed": action_gone,
    "action.restored": action_gone,
    "action.ranked": action_ranked,
}
