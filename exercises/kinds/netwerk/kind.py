"""Netwerk: the chain analysis in four steps: who is there, who works together, how well, and who is missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Iterator
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from exercises.kinds.netwerk import guest as room
from exercises.kinds.netwerk.rehearsal import play
from exercises.kinds.netwerk.told import counted, differences, every_line, facts, section, still_asked
from exercises.kinds.netwerk.words import STAGES, WORDS
from facilitator.chain.carers import unreached
from facilitator.chain.carrying import live
from facilitator.chain.command import ONLY_FACILITATOR, Body, Desk, Id, Refused, Rule
from facilitator.chain.guest import Guest, Intent
from facilitator.chain.kind import Act, Audience, Kind, Page, Table
from facilitator.chain.model import Chain, Entity
from facilitator.chain.network import rules
from facilitator.chain.network.compare import between, earlier, snapshot
from facilitator.chain.network.gist import gist
from facilitator.chain.network.links import ZOOMS, Network, network
from facilitator.chain.network.parted import questions
from facilitator.chain.network.scene import rows, scene
from facilitator.chain.paper import Block
from facilitator.chain.setting import Setting

Stage = Annotated[int, Meta(ge=1, le=5)]  # the four of the document, and what changed since the last time


PROGRESS = 5


class Look(Body):
    """What the room sees: one of the four steps, or the progress; perhaps one guest alone, or one sort.

    `lines`: one sort of line alone (ZOOMS).

    `since` is the moment (id of a snapshot) with which the progress compares; without it the last one.
    """

    step: Id
    stage: Stage
    focus: Annotated[str, Meta(max_length=40)] = ""
    since: Annotated[str, Meta(max_length=40)] = ""
    lines: Literal[tuple(ZOOMS)] = ""


def look(desk: Desk) -> None:
    step = desk.step(desk.body.step)
    state = {"stage": desk.body.stage, "focus": desk.body.focus, "moment": desk.body.since}
    state["lines"] = desk.body.lines
    if desk.body.stage == PROGRESS and not earlier(desk.chain, step["meeting"]):
        raise Refused("Er is nog geen eerdere kaart om mee te vergelijken. Na deze bijeenkomst wel.")
    if desk.body.since and desk.body.since not in {one["id"] for one in earlier(desk.chain, step["meeting"])}:
        raise Refused("Deze kaart is er niet (meer). Kies een ander moment.")
    if desk.body.focus:
        guests = network(desk.chain, step["meeting"]).guests
        if all(desk.body.focus not in (guest.id, guest.sort) for guest in guests):
            raise Refused("Deze organisatie staat niet (meer) op de kaart.")
    if {key: step["state"].get(key, "") for key in state} != state:
        desk.emit("step.set", {"id": step["id"], "fields": state}, step=step["id"])


class Netwerk(Kind):
    """The map belongs to the keten: the step only remembers at which of its four steps the room is."""

    name = "netwerk"
    sums_up = True
    purpose = WORDS["purpose"]
    watch = WORDS["watch"]
    materials = WORDS["materials"]
    prepare = WORDS["prepare"]
    commands = rules.COMMANDS
    rules = [Rule("network.look", Look, ONLY_FACILITATOR, look, of_step=True, late=True)]
    maps = True

    class Settings(msgspec.Struct, forbid_unknown_fields=True):
        """`stage`: with which of the four steps the map begins."""

        stage: Literal[1, 2, 3, 4] = 1

    editable = (Setting("stage", WORDS["stage"], options=STAGES, until="begun"),)

    def start(self, chain: Chain, step: Entity) -> dict[str, Any]:
        return {"stage": step["settings"].get("stage", 1), "focus": "", "moment": ""}

    def begins_revealed(self, step: Entity) -> bool:
        return True

    def show(self, chain: Chain, step: Entity, audience: Audience) -> dict[str, Any]:
        """The map with its drawing; phones get the list without the drawing, and nobody gets who proposed what."""
        if step["started_at"] is None:
            return {}
        drawn = network(chain, step["meeting"])
        found = {**step["state"], **listed(drawn, all_of_it=audience.name != "phone")}
        if audience.name != "phone":
            found |= {"scene": scene(drawn, zoom(step, audience)), "gist": gist(drawn)}
            found["gist"]["unreached"] = unreached(chain)
            found |= progress(chain, step, drawn)
        if audience.name == "control":
            names = {guest.id: guest.name for guest in drawn.guests}
            found["left"] = left(chain, drawn)
            found["facts"] = [*counted(found["gist"]), *facts(found["gist"], names), *still_asked(found["left"])]
            if "changes" in found:
                found |= {"told": differences(found), "moments": passed(chain, step)}
            found |= questions(drawn.register, drawn.guests)
        return found

    def tally(self, chain: Chain, step: Entity) -> dict[str, Any]:
        """How many organisations at the table said something of the map."""
        tellers = {one["organisation"] for one in chain.in_step(step["id"], "claim") if one["says"]}
        return {"organisations": len(tellers)}

    def report(self, step: Entity, page: Page) -> list[Block]:
        return section(step, page)

    def annex(self, step: Entity, page: Page) -> list[Block]:
        return every_line(step)

    def intents(self, step: Entity, guest: Guest) -> Iterator[Intent]:
        return room.intents(step, guest)

    def demo(self, step: Entity, table: Table) -> Generator[Act, dict[str, Any], None]:
        yield from play(step, table)


def left(chain: Chain, drawn: Network) -> list[list[Any]]:
    """Who left the keten: id, name, and how many actions are still theirs."""
    here = {guest.id for guest in drawn.guests}
    asked = Counter(one for action in chain.of_type("action") if live(action) for one in action.get("owners") or ())
    listed = drawn.register.listed
    return [[one, listed[one]["name"], asked[one]] for one in drawn.register.left if one not in here]


def progress(chain: Chain, step: Entity, drawn: Network) -> dict[str, Any]:
    """What changed since an earlier meeting, with its title and date; nothing when no other meeting left a map."""
    before = earlier(chain, step["meeting"])
    if not before:
        return {}
    since = next((one for one in before if one["id"] == step["state"].get("moment")), before[-1])
    title, date = titled(chain, since)
    changed = between(chain, since["map"], snapshot(drawn))
    return {"since": {"id": since["id"], "title": title, "date": date}, "changes": changed}


def passed(chain: Chain, step: Entity) -> list[list[str]]:
    """The moments that the map can be compared with, the first one first: id, title and date."""
    return [[one["id"], *titled(chain, one)] for one in earlier(chain, step["meeting"])]


def titled(chain: Chain, moment: Entity) -> tuple[str, str]:
    meeting = chain.entities[moment["meeting"]]
    return meeting["title"], meeting["date"]


def zoom(step: Entity, audience: Audience) -> str:
    """The one sort of line that the room looks at now; the report has them all."""
    return "" if audience.name == "report" else step["state"].get("lines", "")


def listed(drawn: Network, all_of_it: bool) -> dict[str, Any]:
    """Guests and links as the pages read them; without `all_of_it` only links that are drawn or spoken of."""
    links = [one.told() for one in drawn.links.values() if all_of_it or one.drawn or one.ideas]
    return {"guests": rows(drawn), "links": links}
