"""Casus: one fictional carer; what each of the four roles of a carer asks, who becomes casusregisseur, the first step.

The four roles are those of the SOFA model (inspiratiesheets); the casusregisseur is chosen for each carer and hands
over warmly, together with the carer (handreiking §3.2).
"""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Generator, Iterator
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from exercises.kinds.casus import guest as room
from exercises.kinds.casus import told
from exercises.kinds.casus.parts import PARTS, WRITTEN, begun, chosen, state_of
from exercises.kinds.casus.rehearsal import play
from exercises.kinds.casus.words import WORDS
from facilitator.chain import roles
from facilitator.chain.ballots import counts
from facilitator.chain.command import ONLY_FACILITATOR, Body, Desk, Id, Line, Paragraph, Refused, Rule
from facilitator.chain.guest import Guest, Intent
from facilitator.chain.kind import Act, Audience, Kind, Page, Table
from facilitator.chain.model import Chain, Entity
from facilitator.chain.notes import Many, Post
from facilitator.chain.paper import Block
from facilitator.chain.people import organisation_named
from facilitator.chain.setting import LENGTH, NAMES, Setting

CARD = ("id", "name", "age", "label", "number", "line", "cares_for", "portrait")
TITLE, STORY, NAME = 120, 2000, 120  # characters of a case's title and text, and of an organisation


class Choose(Body):
    step: Id
    persona: Id


class Tell(Body):
    step: Id
    title: Line
    text: Paragraph


class Look(Body):
    step: Id
    at: Literal[PARTS]


class Open(Body):
    step: Id
    part: Literal[WRITTEN]
    on: bool = True


class Settle(Body):
    """An organisation by its name; "" lets go of the choice."""

    step: Id
    organisation: Line = ""


class Hand(Body):
    """The first step is a note of the last part; "" lets go of it."""

    step: Id
    note: Annotated[str, Meta(max_length=40)] = ""
    organisation: Line = ""


def put(desk: Desk, step: Entity, **fields: Any) -> None:
    """What the step's state becomes, where it changes."""
    state = state_of(step)
    fresh = {key: value for key, value in fields.items() if state[key] != value}
    if fresh:
        desk.emit("step.set", {"id": step["id"], "fields": fresh}, step=step["id"])


def choose(desk: Desk) -> None:
    """A persona of the shelf, as the step's own copy."""
    step = desk.step(desk.body.step)
    now = state_of(step)["persona"]
    if now and now["id"] == desk.body.persona:
        return
    if chosen(step) and begun(desk.chain, step):
        raise Refused(WORDS["begun"])
    put(desk, step, persona=copy.deepcopy(desk.command.given["persona"]), title="", text="", at="story")


def tell(desk: Desk) -> None:
    """A case in the facilitator's own words; those may be adjusted at any moment."""
    step = desk.step(desk.body.step)
    title = desk.told(" ".join(desk.body.title.split()), TITLE, "title")
    text = desk.told(desk.body.text, STORY, "text")
    if state_of(step)["persona"] and begun(desk.chain, step):
        raise Refused(WORDS["begun"])
    put(desk, step, persona=None, title=title, text=text)


def look(desk: Desk) -> None:
    """The room goes to a part."""
    step = desk.step(desk.body.step)
    if not chosen(step):
        raise Refused("Kies eerst een casus.")
    put(desk, step, at=desk.body.at)


def show(desk: Desk) -> None:
    """The room may read what was written at a part, or no longer."""
    step = desk.step(desk.body.step)
    others = [part for part in state_of(step)["open"] if part != desk.body.part]
    if desk.body.on != (desk.body.part in state_of(step)["open"]):
        put(desk, step, open=[*others, desk.body.part] if desk.body.on else others)


def named(desk: Desk) -> str:
    """The id of the organisation that the command names, new when it is new; "" for none."""
    name = " ".join(desk.body.organisation.split())
    if len(name) > NAME:
        raise Refused(WORDS["long"].format(limit=NAME), field="organisation")
    return organisation_named(desk, name)


def settle(desk: Desk) -> None:
    """Who becomes casusregisseur."""
    step = desk.step(desk.body.step)
    put(desk, step, director=named(desk))


def hand(desk: Desk) -> None:
    """The first step of the warm handover, and who takes it."""
    step = desk.step(desk.body.step)
    if desk.body.note:
        note = desk.find(desk.body.note, "note")
        if note["step"] != step["id"] or note.get("section") != "handover" or not counts(note):
            raise Refused(WORDS["no_first"])
    put(desk, step, first={"note": desk.body.note, "organisation": named(desk) if desk.body.note else ""})


def two_names() -> Setting:
    """Who offers to be casusregisseur is always known by organisation."""
    options = tuple(one for one in NAMES.options if one[0] != "anoniem")
    return Setting("names", WORDS["names"], options=options, check=NAMES.check)


class Casus(Kind):
    """Notes and offers are the core's; the kind says to which part they belong and when the room may read them."""

    name = "casus"
    purpose = WORDS["purpose"]
    watch = WORDS["watch"]
    materials = WORDS["materials"]
    prepare = WORDS["prepare"]
    commands = frozenset({"note.post", "note.many", "role.offer"})
    rules = [
        Rule("case.choose", Choose, ONLY_FACILITATOR, choose, of_step=True, given="persona", late=True),
        Rule("case.tell", Tell, ONLY_FACILITATOR, tell, of_step=True, late=True),
        Rule("case.look", Look, ONLY_FACILITATOR, look, of_step=True, late=True),
        Rule("case.open", Open, ONLY_FACILITATOR, show, of_step=True, late=True),
        Rule("case.settle", Settle, ONLY_FACILITATOR, settle, of_step=True, late=True),
        Rule("case.hand", Hand, ONLY_FACILITATOR, hand, of_step=True, late=True),
    ]

    class Settings(msgspec.Struct, forbid_unknown_fields=True):
        """`persona`: who is proposed; `names`: who is named beside notes; `max_length`: characters of a note."""

        persona: str = ""
        names: Literal["naam", "organisatie"] = "organisatie"
        max_length: Annotated[int, Meta(ge=40, le=500)] = 280

    editable = (
        Setting(
            "persona",
            WORDS["persona"],
            options=(("", WORDS["no_proposal"]),),
            options_of="personas",
            until="unbegun",
        ),
        two_names(),
        LENGTH,
    )

    def stock(self, template: dict[str, Any], personas: dict[str, dict[str, Any]]) -> dict[str, Any]:
        """Cards of who can be chosen, in the order of their number."""
        return {"personas": [{key: one[key] for key in CARD} for one in personas.values()]}

    def start(self, chain: Chain, step: Entity) -> dict[str, Any]:
        return state_of(step)

    def check(self, desk: Desk, step: Entity) -> None:
        """A note belongs to a part of the case; without one it goes where the room is now."""
        if isinstance(desk.body, roles.Offer) and desk.body.slot != roles.PER_CARER:
            raise Refused(WORDS["only_director"])
        if not isinstance(desk.body, Post | Many | roles.Offer):
            return
        if not chosen(step):
            raise Refused(WORDS["nobody_yet"])
        if isinstance(desk.body, Post | Many):
            desk.body.section = desk.body.section or state_of(step)["at"]
            if desk.body.section not in WRITTEN:
                raise Refused(WORDS["no_part"], field="section")

    def shown(self, step: Entity, note: Entity) -> bool:
        """Per part; what was chosen as first step is read by all."""
        state = state_of(step)
        return note.get("section") in state["open"] or note["id"] == state["first"]["note"]

    def show(self, chain: Chain, step: Entity, audience: Audience) -> dict[str, Any]:
        """The case, with speaker notes in the control room only, and which organisations offer to be casusregisseur."""
        view = state_of(step)
        if view["persona"] and audience.name != "control":
            view["persona"] = without_notes(view["persona"])
        people = [chain.entities[one["author"]] for one in offers(chain, step) if one["how"] != "other"]
        view["offering"] = list(dict.fromkeys(one["organisation"] for one in people if one.get("organisation")))
        view["offers"] = len(offers(chain, step))
        return view

    def lookback(self, step: Entity) -> list[dict[str, Any]]:
        """The persona of the case, to read again."""
        persona = state_of(step)["persona"]
        return [without_notes(persona)] if persona else []

    def tally(self, chain: Chain, step: Entity) -> dict[str, Any]:
        """Per part the number of notes."""
        notes = [one for one in chain.in_step(step["id"], "note") if not one.get("withdrawn")]
        return {"parts": dict(Counter(one.get("section", "") for one in notes if not one.get("redacted")))}

    def report(self, step: Entity, page: Page) -> list[Block]:
        return told.section(step, page, self)

    def gist(self, step: Entity, page: Page) -> list[Block]:
        return told.gist(step, page)

    def intents(self, step: Entity, guest: Guest) -> Iterator[Intent]:
        return room.intents(step, guest)

    def demo(self, step: Entity, table: Table) -> Generator[Act, dict[str, Any], None]:
        yield from play(step, table)


def offers(chain: Chain, step: Entity) -> list[Entity]:
    """What people said of who could be casusregisseur."""
    return [one for one in roles.offered(chain, step["id"]) if one["slot"] == roles.PER_CARER]


def without_notes(persona: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in persona.items() if key != "notes"}
