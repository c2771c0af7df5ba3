"""Looking back: a book as it was read, folded up to any of its events and shown to an audience as it was live.

Nothing here writes, listens or tells: a tape is a copy in memory, and who looks at it changes only their own place.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterable
from typing import Any

from facilitator.chain.difference import diff
from facilitator.chain.kind import Audience
from facilitator.chain.lasting import People, View
from facilitator.chain.model import Chain, Entity, Event
from facilitator.chain.rules import Rulebook
from facilitator.chain.views import EMPTIED, Gate
from facilitator.rooms.moments import Course, Follower, commands

CHANNELS = ("screen", "phone", "control")
OWN = "own"  # what one person's phone holds besides, as far as everybody may know that it is theirs
OPINIONS = ("worth", "better")  # of a meeting: they stand beside a promise by name, and carry none themselves
EVERY = 4000  # events after which a copy of the chain is kept to go on from
FAR = 400  # events over which whole views are cheaper than patches
GUEST = "Deelnemer {}"
Patch = dict[str, Any]


class Tape:
    """The book of one chain up to the event with which it was last read, and the chain after any of its events."""

    def __init__(self, rulebook: Rulebook, identity: str, every: int = EVERY) -> None:
        self.rulebook, self.id, self.every = rulebook, identity, every
        self.events: list[Event] = []
        self.kept: list[tuple[int, bytes]] = []  # number of events, the chain after them
        self.chain = Chain(identity)  # after all of them
        self.followers: dict[str, Follower] = {}  # by meeting

    def add(self, events: list[Event]) -> None:
        """What the book got since, in whole commands; along the way the course of each meeting is noted."""
        for command in commands(events):
            for event in command:
                self.rulebook.apply(self.chain, event)
                if event.name == "meeting.created":
                    self.followers[event.body["id"]] = Follower(event.body["id"])
            before = len(self.events)
            self.events += command
            for follower in self.followers.values():
                follower.read(self.chain, command)
            if before // self.every != len(self.events) // self.every:
                self.chain.touched.clear()
                self.kept.append((len(self.events), pickle.dumps(self.chain, pickle.HIGHEST_PROTOCOL)))
        self.chain.touched.clear()

    def course(self, meeting: str) -> Course:
        return self.followers[meeting].course if meeting in self.followers else Course()

    @property
    def seq(self) -> int:
        return self.chain.seq

    def at(self, seq: int) -> tuple[Chain, int]:
        """A chain of one's own after event `seq`, and how many events are in it."""
        chain, done = Chain(self.id), 0
        for number, copy in self.kept:
            if self.events[number - 1].seq <= seq:
                done, kept = number, copy
        if done:
            chain = pickle.loads(kept)  # noqa: S301 - made above, never read from anywhere
        return chain, self.roll(chain, done, seq)

    def roll(self, chain: Chain, done: int, seq: int) -> int:
        """Apply what follows, up to `seq`; how many events are in the chain then."""
        while done < len(self.events) and self.events[done].seq <= seq:
            self.rulebook.apply(chain, self.events[done])
            done += 1
        return done


class Veil(Gate):
    """The gate of somebody who looks back: what went since stays away, and contact persons are for names only.

    `emptied` are the notes that were emptied and the people who left: of those nothing is told but their organisation.
    Of what is somebody's own their phone holds only what the control room names them at (`credited`): who asked without
    names, or for the organisation only, never asked who it was; and whoever voted did so for nobody's eyes.
    """

    def __init__(self, gate: Gate, emptied: frozenset[str], named: bool) -> None:
        super().__init__(gate.kinds)
        self.emptied, self.named = emptied, named

    def show(self, chain: Chain, names: People, identity: str, audience: Audience) -> View | None:
        view = super().show(chain, names, identity, audience)
        if audience.name == OWN and view is not None:
            view = self.own(view) if self.credited(chain, names, identity, audience) else None
        if view is None or view["type"] == "foreword" and identity in self.emptied:
            return None
        if view["type"] == "note" and identity in self.emptied and view.get("text") != EMPTIED:
            return {**view, "text": EMPTIED}
        if not self.named and "contact" in view:
            return {key: value for key, value in view.items() if key != "contact"}
        if view["type"] == "participant" and identity in self.emptied:
            return {key: value for key, value in view.items() if key not in ("name", "profession")}
        return view

    @staticmethod
    def own(view: View) -> View | None:
        """What somebody promised by name, without what they thought of the meeting: an opinion carries no name."""
        if view["type"] != "commitment":
            return view
        return {key: value for key, value in view.items() if key not in OPINIONS} if view.get("text") else None

    def credited(self, chain: Chain, names: People, identity: str, audience: Audience) -> bool:
        """True for the person, and for what they made with their name beside it where the facilitator reads it."""
        if identity == audience.seat:
            return True
        name = names.get(audience.seat, {}).get("name")
        if not name or chain.entities[identity].get("author") != audience.seat:
            return False
        told = super().show(chain, names, identity, Audience("control", audience.meeting))
        return told is not None and told.get("by") == name


def emptied(chain: Chain) -> frozenset[str]:
    """The notes, people and answers from before the meeting of which what they held is gone by now."""
    notes = (note["id"] for note in chain.of_type("note") if note.get("redacted"))
    people = (person["id"] for person in chain.of_type("participant") if person.get("gone"))
    told = (one["id"] for one in chain.of_type("foreword") if one["gone"])
    return frozenset((*notes, *people, *told))


class Look:
    """One place on a tape: the three shared channels of a meeting as they were there, each as patches from the last.

    With `whose` (a participant) also what is their own.
    """

    def __init__(self, tape: Tape, gate: Gate, meeting: str, names: People, whose: str = "") -> None:
        self.tape, self.gate, self.names = tape, gate, names
        self.audiences = {name: Audience(name, meeting) for name in CHANNELS}
        self.audiences |= {OWN: Audience(OWN, meeting, whose)} if whose else {}
        self.held: dict[str, dict[str, View]] = {}
        self.chain, self.done = Chain(tape.id), 0

    @property
    def seq(self) -> int:
        return self.chain.seq

    def go(self, seq: int, since: int | None, channels: Iterable[str] = CHANNELS) -> dict[str, Patch]:
        """What these channels hold after event `seq`: patches for who stands where this look does, else whole."""
        wanted = tuple(channels)
        near = since == self.seq and 0 <= seq - self.seq <= FAR and all(name in self.held for name in wanted)
        if not near:
            if seq < self.seq or seq - self.seq > self.tape.every:
                self.chain, self.done = self.tape.at(seq)
            else:
                self.done = self.tape.roll(self.chain, self.done, seq)
            self.held = {name: self.whole(name) for name in wanted}
            return {name: self.patch(name, None, dict(self.held[name]), []) for name in wanted}
        self.held = {name: self.held[name] for name in wanted}
        reached = self.on(seq)
        found = {}
        for name in wanted:
            put, drop = diff(self.gate, self.chain, self.names, self.audiences[name], reached, self.held[name])
            found[name] = self.patch(name, since, put, drop)
        return found

    def on(self, seq: int) -> dict[str, None]:
        """Roll on, event by event; everything of which the view may have changed on the way."""
        reached: dict[str, None] = {}
        while self.done < len(self.tape.events) and self.tape.events[self.done].seq <= seq:
            self.chain.touched.clear()
            self.done = self.tape.roll(self.chain, self.done, self.tape.events[self.done].seq)
            reached |= self.gate.reach(self.chain, self.chain.touched)
        self.chain.touched.clear()
        return reached

    def whole(self, name: str) -> dict[str, View]:
        return self.gate.whole(self.chain, self.names, self.audiences[name])

    def patch(self, name: str, since: int | None, put: dict[str, View], drop: list[str]) -> Patch:
        return {"c": name, "e": "terug", "from": since, "to": self.seq, "put": put, "drop": drop}


def pseudonyms(chain: Chain) -> People:
    """A directory that names nobody: people by the number in which they came to their meeting."""
    count: dict[str, int] = {}
    names: People = {}
    for person in chain.of_type("participant"):
        meeting = person["meeting"]
        count[meeting] = count.get(meeting, 0) + 1
        names[person["id"]] = {"name": GUEST.format(count[meeting])}
    return names


def present(chain: Chain, meeting: str) -> Entity:
    """The volatile channel as far as the book can tell: who had joined and not left counts as here."""
    people = [one for one in chain.of_type("participant", meeting) if not one.get("gone")]
    tables: dict[str, int] = {}
    for person in people:
        organisation = person.get("organisation") or ""
        tables[organisation] = tables.get(organisation, 0) + 1
    seats = [{"org": organisation, "n": n} for organisation, n in sorted(tables.items())]
    door = {"url": "", "code": "", "wifi": None, "warning": "", "addresses": []}
    return {"id": "now", "type": "now", "here": len(people), "typing": 0, "seats": seats, "screens": 1, "door": door}
