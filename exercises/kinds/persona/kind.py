"""Persona: a fictional carer in nine sections; per section the room writes what its organisation does or misses."""

from __future__ import annotations

import copy
from collections.abc import Generator, Iterator
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from exercises.kinds.persona import guest as room
from exercises.kinds.persona import told
from exercises.kinds.persona.place import START, is_shown, known, last_section, moved, place_of, sections_of
from exercises.kinds.persona.words import WORDS
from facilitator.chain.command import ONLY_FACILITATOR, Body, Desk, Id, Refused, Rule
from facilitator.chain.guest import Guest, Intent
from facilitator.chain.kind import Act, Audience, Kind, Page, Table
from facilitator.chain.model import Chain, Entity
from facilitator.chain.notes import ANONYMOUS
from facilitator.chain.paper import Block
from facilitator.chain.setting import LENGTH, NAMES, Setting

CARD = ("id", "name", "age", "label", "number", "line", "cares_for", "portrait", "own")


class Choose(Body):
    step: Id
    persona: Id


class Show(Body):
    step: Id
    section: Id


class Turn(Body):
    step: Id
    page: Annotated[int, Meta(ge=0, le=100)]


def choose(desk: Desk) -> None:
    """A persona comes on the screen, with the step's own copy of what was on the shelf when it was first chosen."""
    step = desk.step(desk.body.step)
    wanted, settings = desk.body.persona, step["settings"]
    if not settings.get("choice", True) and settings.get("persona") not in ("", None, wanted):
        raise Refused(WORDS["fixed"])
    copies = step["state"].get("personas", {})
    more = {}
    if wanted not in copies:
        copies = {**copies, wanted: copy.deepcopy(desk.command.given["persona"])}
        more = {"personas": copies}
    section = last_section(step["state"], wanted, copies[wanted]["sections"])
    go(desk, step, wanted, section, more)


def show(desk: Desk) -> None:
    """The room goes to a section of the persona that is on the screen."""
    step = desk.step(desk.body.step)
    persona = step["state"].get("persona", "")
    if not persona:
        raise Refused(WORDS["choose_first"])
    if not known(step["state"], f"{persona}.{desk.body.section}"):
        raise Refused(WORDS["no_section"], field="section")
    go(desk, step, persona, desk.body.section, {})


def turn(desk: Desk) -> None:
    """Another page of the notes that lie open: the screen shows a dozen at a time."""
    step = desk.step(desk.body.step)
    if desk.body.page != step["state"].get("page", 0):
        desk.emit("step.set", {"id": step["id"], "fields": {"page": desk.body.page}}, step=step["id"])


def go(desk: Desk, step: Entity, persona: str, section: str, more: dict[str, Any]) -> None:
    """Be at a place; what was written there opens only when the room has seen it before."""
    if not more and place_of(step["state"]) == f"{persona}.{section}":
        return
    fields, open_there = moved(step, persona, section)
    desk.emit("step.set", {"id": step["id"], "fields": {**more, **fields}}, step=step["id"])
    if open_there != step["revealed"]:
        desk.emit("step.revealed", {"id": step["id"], "on": open_there}, step=step["id"])


class Persona(Kind):
    """Notes are the core's; this kind says where they belong and when the room may read them."""

    name = "persona"
    purpose = WORDS["purpose"]
    watch = WORDS["watch"]
    materials = WORDS["materials"]
    commands = frozenset({"note.post", "note.many"})
    rules = [
        Rule("persona.choose", Choose, ONLY_FACILITATOR, choose, of_step=True, given="persona", late=True),
        Rule("persona.show", Show, ONLY_FACILITATOR, show, of_step=True, late=True),
        Rule("persona.turn", Turn, ONLY_FACILITATOR, turn, of_step=True, late=True),
    ]

    class Settings(msgspec.Struct, forbid_unknown_fields=True):
        """`persona`: who is proposed, or who it is when `choice` is off."""

        persona: str = ""
        choice: bool = True
        names: Literal["naam", "organisatie", "anoniem"] = "organisatie"
        max_length: Annotated[int, Meta(ge=40, le=500)] = 280

    editable = (
        Setting(
            "persona",
            "Welke persona stelt u voor?",
            options=(("", "Geen voorstel"),),
            options_of="personas",
            until="unbegun",
        ),
        Setting(
            "choice",
            "Een andere persona kiezen mag ook",
            "Uit: alleen de persona hierboven komt op het scherm.",
            until="unbegun",
        ),
        NAMES,
        LENGTH,
    )

    def stock(self, template: dict[str, Any], personas: dict[str, dict[str, Any]]) -> dict[str, Any]:
        """Cards of who can be chosen, in the order of their number."""
        settings = template["settings"]
        fixed = not settings.get("choice", True) and settings.get("persona")
        chosen = [one for one in personas.values() if not fixed or one["id"] == settings["persona"]]
        return {"personas": [{key: one[key] for key in CARD if key in one} for one in chosen]}

    def start(self, chain: Chain, step: Entity) -> dict[str, Any]:
        """Nobody is chosen yet, unless the facilitator prepared it."""
        return {**START, **step["state"]}

    def check(self, desk: Desk, step: Entity) -> None:
        """A note belongs to a section of somebody who was chosen; without one it goes where the room is now."""
        if desk.command.name not in self.commands:
            return
        desk.body.section = desk.body.section or place_of(step["state"])
        if not desk.body.section:
            raise Refused(WORDS["nobody_yet"])
        if not known(step["state"], desk.body.section):
            raise Refused(WORDS["no_section"], field="section")

    def shown(self, step: Entity, note: Entity) -> bool:
        """Per place: a section is read by the room when it was opened there."""
        return is_shown(step, note.get("section", ""))

    def show(self, chain: Chain, step: Entity, audience: Audience) -> dict[str, Any]:
        """The persona of now, with speaker notes in the control room only; the report gets all that were chosen."""
        state = {**START, **step["state"]}
        view: dict[str, Any] = {"place": place_of(state)}
        view |= {key: state[key] for key in ("section", "visited", "shown", "page")}
        open_to_all = {key: _without_notes(one) for key, one in state["personas"].items()}
        if audience.name == "report":
            return {**view, "persona": state["persona"], "personas": open_to_all}
        here = state["personas"] if audience.name == "control" else open_to_all
        view["persona"] = here.get(state["persona"])
        view["others"] = [_titles(one) for key, one in open_to_all.items() if key != state["persona"]]
        return view

    def lookback(self, step: Entity) -> list[dict[str, Any]]:
        """Everybody who was chosen, without the speaker notes."""
        return [_without_notes(one) for one in step["state"].get("personas", {}).values()]

    def tally(self, chain: Chain, step: Entity) -> dict[str, Any]:
        """Per place the number of notes and (not in an anonymous step) of people who wrote."""
        places: dict[str, dict[str, int]] = {}
        people: dict[str, set[str]] = {}
        for note in chain.in_step(step["id"], "note"):
            if note.get("withdrawn") or note.get("redacted"):
                continue
            place = note.get("section", "")
            places.setdefault(place, {"notes": 0})["notes"] += 1
            people.setdefault(place, set()).update([note["author"]] if note.get("author") else [])
        if step["settings"].get("names") != ANONYMOUS:
            for place, count in places.items():
                count["writers"] = len(people[place])
        return {"places": places}

    def report(self, step: Entity, page: Page) -> list[Block]:
        return told.report(step, page, self)

    def intents(self, step: Entity, guest: Guest) -> Iterator[Intent]:
        return room.intents(step, guest)

    def demo(self, step: Entity, table: Table) -> Generator[Act, dict[str, Any], None]:
        """Through all nine sections of one persona; the room writes at four of them and reads what it wrote."""
        cards = step.get("personas", [])
        if not cards:
            return
        wanted = step["settings"].get("persona") or cards[0]["id"]
        yield "facilitator", "persona.choose", {"step": step["id"], "persona": wanted}
        state = table.look("facilitator")[step["id"]]["state"]
        sections = [section["id"] for section in state["persona"]["sections"]]
        writing = set(sections[3::2]) | {sections[-1]}
        texts = list(table.examples) or ["Wij vragen ook hoe het met de mantelzorger zelf gaat."]
        table.chance.shuffle(texts)
        at = 0
        for section in sections:
            yield "facilitator", "persona.show", {"step": step["id"], "section": section}
            if section not in writing:
                continue
            people = [who for who in range(table.people) if table.chance.random() < 0.6] or [0]
            if section == sections[-1]:
                people = list(range(table.people))
            for who in people:
                body = {"step": step["id"], "text": texts[at % len(texts)], "section": f"{wanted}.{section}"}
                yield who, "note.post", {**body, "block": table.chance.choice([0, 1, 2, 3, 4, 5])}
                at += 1
            yield "facilitator", "step.reveal", {"step": step["id"], "on": True}


def _without_notes(persona: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in persona.items() if key != "notes"}


def _titles(persona: dict[str, Any]) -> dict[str, Any]:
    """Just enough to say to whom and what a note of before belongs."""
    sections = [{key: section[key] for key in ("id", "title", "question")} for section in persona["sections"]]
    return {"id": persona["id"], "label": persona["label"], "sections": sections}


__all__ = ["Persona", "sections_of"]
