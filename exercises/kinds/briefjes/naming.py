"""A name from the room for one group: phones propose one or support another's, the facilitator takes it (R-names).

Only while the facilitator asks, about one group at a time, and only when the wall is shown. Nobody is named with a
proposal: it is kept under the step's own key of a phone, as a ballot is, so that each phone has one.
"""

from __future__ import annotations

from typing import Annotated, Any

from msgspec import Meta

from exercises.kinds.briefjes.words import WORDS
from facilitator.chain.command import ONLY_FACILITATOR, ONLY_PARTICIPANT, Body, Desk, Id, Line, Refused, Rule
from facilitator.chain.kind import Audience
from facilitator.chain.model import Chain, Entity, Event
from facilitator.chain.people import plain

LONGEST = 60  # characters of a name
MOST = 8  # names that phones choose from: those with the most support


class Ask(Body):
    """`group` "" is asking no more."""

    step: Id
    group: Annotated[str, Meta(max_length=60)] = ""


class Name(Body):
    """`name` "" takes it back."""

    step: Id
    group: Id
    name: Line = ""


def cluster_of(chain: Chain, step: Entity, group: str) -> Entity | None:
    """The group, when it hangs on this wall."""
    found = chain.get(group, "cluster") if group else None
    return found if found and found["step"] == step["id"] and not found["gone"] else None


def ask(desk: Desk) -> None:
    """The room is asked, with the group large on the screen; who is asked anew begins without names, in a new turn."""
    step, group = desk.step(desk.body.step), desk.body.group
    if group and cluster_of(desk.chain, step, group) is None:
        raise Refused(WORDS["no_group"])
    if group and not step["revealed"]:
        raise Refused(WORDS["ask_shown"])
    if step["state"].get("asked", "") != group:
        large = {"group": group, "page": 0} if group else {}
        fields = {"asked": group, "named": {}, "turn": step["state"].get("turn", 0) + 1, **large}
        desk.emit("step.set", {"id": step["id"], "fields": fields}, step=step["id"])


def name(desk: Desk) -> None:
    """One name per phone; a name that is there already is supported, in the spelling that it has."""
    step, text = desk.step(desk.body.step), " ".join(desk.body.name.split())
    if naming(desk.chain, step) is None or step["state"]["asked"] != desk.body.group:
        raise Refused(WORDS["not_asked"])
    if len(text) > LONGEST:
        raise Refused(WORDS["long_name"].format(most=LONGEST, n=len(text)), field="name")
    named, key = step["state"]["named"], desk.command.given["key"]
    text = next((one for one in named.values() if plain(one) == plain(text)), text)
    if named.get(key, "") != text:
        desk.emit("name.given", {"id": step["id"], "key": key, "name": text}, step=step["id"])


def take(desk: Desk) -> None:
    """The facilitator chooses: the group gets the name, and the asking is over."""
    step = desk.step(desk.body.step)
    cluster = cluster_of(desk.chain, step, desk.body.group)
    if cluster is None:
        raise Refused(WORDS["no_group"])
    body = {"id": cluster["id"], "name": desk.told(desk.body.name, 120, "name")}
    desk.emit("cluster.renamed", body, step=step["id"])
    desk.emit("step.set", {"id": step["id"], "fields": {"asked": "", "named": {}}}, step=step["id"])


def name_given(chain: Chain, event: Event) -> None:
    step, key = chain.entities[event.body["id"]], event.body["key"]
    named = {one: text for one, text in step["state"].get("named", {}).items() if one != key}
    named |= {key: event.body["name"]} if event.body["name"] else {}
    chain.change(step["id"], state={**step["state"], "named": named})


def naming(chain: Chain, step: Entity) -> Entity | None:
    """The group that the room is asked about now."""
    return cluster_of(chain, step, step["state"].get("asked", "")) if step["revealed"] else None


def shown(chain: Chain, step: Entity, audience: Audience) -> dict[str, Any]:
    """What is asked; the names for phones (not when the facilitator looks first) and the facilitator, never who."""
    group = naming(chain, step)
    if group is None or audience.name not in ("control", "screen", "phone"):
        return {}
    counts: dict[str, int] = {}
    for text in step["state"]["named"].values():
        counts[text] = counts.get(text, 0) + 1
    names = [{"name": text, "count": count} for text, count in sorted(counts.items(), key=lambda row: -row[1])]
    turn = step["state"].get("turn", 0)  # books of before the turns have none
    view: dict[str, Any] = {"group": group["id"], "turn": turn, "given": sum(counts.values())}
    if audience.name == "control":
        view["names"] = names
    elif audience.name == "phone":
        notes = [note for note in chain.in_step(step["id"], "note") if note.get("cluster") == group["id"]]
        away = ("hidden", "withdrawn", "redacted", "into")
        view["notes"] = [note["text"] for note in notes if not any(note.get(flag) for flag in away)][:MOST]
        view["names"] = [] if step["settings"].get("approve") else names[:MOST]
    return {"naming": view}


RULES = [
    Rule("wall.ask", Ask, ONLY_FACILITATOR, ask, of_step=True),
    Rule("wall.name", Name, ONLY_PARTICIPANT, name, of_step=True, given="key"),
    Rule("wall.take", Name, ONLY_FACILITATOR, take, of_step=True, late=True),
]
EVENTS = {"name.given": name_given}
