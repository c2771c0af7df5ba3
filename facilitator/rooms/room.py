"""One room: a live chain with its lock (nothing in `accept` yields), its views, and the patches that follow."""

from __future__ import annotations

import hmac
import itertools
import json
import logging
import secrets
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from facilitator.chain.baton import may
from facilitator.chain.command import FACILITATOR, PARTICIPANT, TRAINEE, Command, Desk, Refused, Seat
from facilitator.chain.difference import diff
from facilitator.chain.kind import Audience
from facilitator.chain.model import Chain, Event
from facilitator.chain.notes import ANONYMOUS
from facilitator.rooms.authors import Authors, key_of
from facilitator.rooms.writer import Work
from facilitator.store.ledger import Entry

if TYPE_CHECKING:
    from facilitator.rooms.rooms import Rooms

log = logging.getLogger("ketentafel.rooms")
Answer = dict[str, Any]
Patch = dict[str, Any]
LASTING = ("chain", "organisation", "participant", "goal", "role", "instrument", "partner", "action", "taker")
SORTED = json.JSONEncoder(sort_keys=True, ensure_ascii=False, default=str)  # made once: dumps makes one per call
Channel = tuple[str, str, str]  # audience name, meeting, seat ("" when shared; TRAINEE for all trainees)
OUR_FAULT: Answer = {
    "ok": False,
    "code": "refused",  # the same message would fail again: give the text back rather than let it be sent for ever
    "say": "Dit lukt nu niet, door een fout bij ons. Uw tekst is er nog. Vraag de begeleider om hulp.",
}


class Broken(Exception):
    """A rule of ours broke down after it had begun to change the chain."""


class Room:
    """A chain in memory. `rooms` hands it the rulebook, the gate, the writer, the clock and the way out."""

    def __init__(self, rooms: Rooms, chain_id: str, new: bool = False) -> None:
        self.rooms, self.id = rooms, chain_id
        self.held: dict[Channel, dict[str, Any]] = {}  # what listeners of a channel hold
        self.version: dict[Channel, int] = {}
        self.versions = itertools.count(1)  # every patch and every whole view gets a number of its own
        self.authors = Authors()
        self.over = False  # this keten is being removed
        self.epoch = secrets.token_hex(4)
        self.chain, self.people, self.salts = Chain(chain_id), {}, {}
        if not new:  # the book of a new chain is empty, and the writer may be using the ledger just now
            self.load()

    def load(self) -> None:
        """Fold the book from disk, under a new epoch: every page starts with whole views again."""
        ledger = self.rooms.ledger
        self.epoch = secrets.token_hex(4)
        self.chain = self.rooms.rulebook.fold(self.id, ledger.read(self.id))
        self.people = ledger.people(self.id)
        self.salts = ledger.salts(self.id)
        self.held.clear()
        self.version.clear()

    # commands

    def accept(self, command: Command, done: Callable[[Answer], None]) -> None:
        """Decide and apply at once; answer and show after the commit.

        A rule that breaks down is a fault of ours and says so; when it had begun to change the chain, memory is read
        again from the book.
        """
        try:
            answer, entry, patches = self.take(command)
        except Refused as no:
            answer, entry, patches = {"ok": False, "code": no.code, "say": no.say, "field": no.field}, None, []
        except Broken as fault:
            log.exception("the rule of %s broke down halfway", command.name)
            self.rooms.writer.distrust(fault, lambda _: done(dict(OUR_FAULT)))
            return
        except Exception:
            log.exception("the rule of %s broke down", command.name)
            answer, entry, patches = dict(OUR_FAULT), None, []

        def after() -> None:
            done(answer)
            self.tell(patches)

        def failed(fault: Exception) -> None:
            done({"ok": False, "code": "retry", "say": "Nog niet opgeslagen. Wij proberen het zo weer."})

        self.rooms.writer.submit(Work(entry, after, failed))

    def tell(self, patches: list[tuple[Channel, Patch]]) -> None:
        """Patches to whoever listens."""
        for channel, patch in patches:
            self.rooms.fanout(self, channel, patch)

    def take(self, command: Command) -> tuple[Answer, Entry | None, list[tuple[Channel, Patch]]]:
        """The answer, what to write and what to show; the chain is changed, the disk is not yet."""
        if self.over:
            raise Refused("Deze keten is gewist.", "weg")
        known = self.chain.answered.get(command.op) if command.cid else None
        digest = self.digest(command)
        if known is not None:
            seq, before, made = known
            # an empty digest is of a text that was emptied since (D7): then only the cid counts
            if before and before != digest:
                raise Refused("Dit bericht is al eens gebruikt voor iets anders. Laad de pagina opnieuw.", "bad")
            return {"ok": True, "seq": seq, "ids": made}, None, []
        command.at = self.rooms.clock()
        rows = self.supply(command)
        desk = self.rooms.rulebook.decide(self.chain, command)
        if not desk.drafts and not desk.people:
            return {"ok": True, "seq": self.chain.seq, "ids": []}, None, []
        spilt = [step for step in desk.unsalted if step in self.salts]
        gone = [("no salt", (self.id, step)) for step in spilt]
        entry = Entry(self.id, self.events(desk, digest), desk.people, desk.redact, [*rows, *gone])
        self.salts.update((step, salt) for _, (_, step, salt) in rows)
        for step in spilt:
            del self.salts[step]
        self.authors.recognise(command)
        seq = self.chain.seq + 1
        try:
            patches = self.change(entry)
        except Exception as fault:
            raise Broken(command.name) from fault
        self.authors.forget_keys(self.chain, spilt)
        return {"ok": True, "seq": seq, "ids": desk.made}, entry, patches

    def digest(self, command: Command) -> str:
        """A keyed fingerprint of name and body, so that a cid cannot be used twice for different things."""
        text = SORTED.encode([command.name, command.body])
        return hmac.digest(self.rooms.secret, text.encode("utf-8", "surrogatepass"), "sha256").hex()[:16]

    def supply(self, command: Command) -> list[tuple[str, tuple[Any, ...]]]:
        """Hand the command what its rule needs from outside; returns rows to write with it."""
        rule = self.rooms.rulebook.rules.get(command.name)
        if rule is None or not rule.given or not may(command.seat.role, rule):
            return []
        if rule.given == "key":
            return self.supply_key(command)
        if rule.given != "opening":
            command.given[rule.given] = self.rooms.content(rule.given, command.body)
        if rule.given in ("template", "opening"):
            made_from = command.body if rule.given == "template" else self.chain.entities.get(command.seat.meeting, {})
            command.given |= self.rooms.beginning(made_from.get("template", ""))
        return []

    def supply_key(self, command: Command) -> list[tuple[str, tuple[Any, ...]]]:
        """The key under which this seat's ballot is kept: HMAC of the seat with the step's salt (D9).

        A new salt counts only when the command is accepted, so that it never is in memory without being on disk.
        """
        step = command.body.get("step")
        if self.chain.get(step if isinstance(step, str) else "", "step") is None:
            raise Refused("Deze stap staat niet meer op de agenda.")
        salt = self.salts.get(step)
        rows = [] if salt else [("salt", (self.id, step, secrets.token_bytes(32)))]
        command.given["key"] = key_of(salt or rows[0][1][2], command.seat.id)
        return rows

    def events(self, desk: Desk, digest: str) -> list[Event]:
        """Drafts with numbers and times; in an anonymous step the time is to the minute."""
        command = desk.command
        events = []
        for number, draft in enumerate(desk.drafts, 1):
            step = self.chain.entities.get(draft.step) or {}
            secret = step.get("settings", {}).get("names") == ANONYMOUS or "key" in draft.body
            at = command.at // 60 * 60 if secret and command.seat.role == PARTICIPANT else round(command.at, 3)
            op, mark = (command.op, digest) if number == 1 else ("", "")
            events.append(
                Event(self.chain.seq + number, at, draft.name, draft.body, draft.meeting, draft.step, op, mark)
            )
        return events

    def change(self, entry: Entry) -> list[tuple[Channel, Patch]]:
        """Apply the events and compute what every listening channel must hear of them."""
        self.chain.touched.clear()
        for event in entry.events:
            self.rooms.rulebook.apply(self.chain, event)
        for identity, person in entry.people:
            if person is None:
                self.people.pop(identity, None)
            else:
                self.people[identity] = person
            self.chain.touched.add(identity)
        reached = self.rooms.gate.reach(self.chain, self.chain.touched)
        self.chain.touched.clear()
        owners = {self.authors.owner(self.chain, identity) for identity in reached} - {""}
        patches = []
        for channel in list(self.held):
            if channel[0] == "own" and channel[2] not in owners:
                continue
            patch = self.patch(channel, reached)
            if patch:
                patches.append((channel, patch))
        return patches

    def patch(self, channel: Channel, reached: dict[str, None]) -> Patch | None:
        """The difference that these entities make for a channel, or None."""
        audience, held = self.audience(channel), self.held[channel]
        put, drop = diff(self.rooms.gate, self.chain, self.directory(channel), audience, reached, held)
        if not put and not drop:
            return None
        before, self.version[channel] = self.version[channel], next(self.versions)
        return {"c": channel[0], "e": self.epoch, "from": before, "to": self.version[channel], "put": put, "drop": drop}

    # views

    def audience(self, channel: Channel) -> Audience:
        name, meeting, seat = channel
        if name != "own":
            return Audience(name, meeting)
        keys = frozenset(key_of(salt, seat) for salt in self.salts.values())
        return Audience(name, meeting, seat, self.authors.proofs.get(seat, {}), keys)

    def directory(self, channel: Channel) -> dict[str, dict[str, str]]:
        """The names that a channel is made with: a trainee's has no contact person in it (baton.py)."""
        if channel[2] != TRAINEE:
            return self.people
        return {one: person for one, person in self.people.items() if self.chain.get(one, "participant")}

    def listen(self, channel: Channel) -> None:
        """From now on patches are made for this channel."""
        if channel not in self.held:
            audience = self.audience(channel)
            self.held[channel] = self.rooms.gate.whole(self.chain, self.directory(channel), audience)
            self.version[channel] = next(self.versions)

    def forget(self, channel: Channel) -> None:
        """Nobody listens to this channel any more."""
        self.held.pop(channel, None)
        self.version.pop(channel, None)

    def whole(self, channel: Channel) -> Patch:
        """The channel's whole view as one ordinary patch."""
        self.listen(channel)
        patch = {"c": channel[0], "e": self.epoch, "from": None, "to": self.version[channel]}
        return {**patch, "put": dict(self.held[channel]), "drop": []}

    def hello(
        self,
        seat: Seat,
        have: dict[str, Any],
        proofs: list[str],
        done: Callable[[list[tuple[Channel, Patch | None]]], None],
    ) -> None:
        """What a page misses, in turn with everything that is being written: (channel, patch or None) per channel."""
        found: list[tuple[Channel, Patch | None]] = []
        proven = self.prove(seat, proofs)
        for channel in self.channels(seat):
            self.listen(channel)
            same = have.get("epoch") == self.epoch and have.get(channel[0]) == self.version[channel]
            found.append((channel, None if same else self.whole(channel)))

        def after() -> None:
            self.tell(proven)
            done(found)

        self.rooms.writer.submit(Work(None, after, lambda fault: done([])))

    def prove(self, seat: Seat, proofs: list[str]) -> list[tuple[Channel, Patch]]:
        """A phone shows the cids of its own notes: they are its own again, also on its other pages."""
        if seat.role != PARTICIPANT:
            return []
        fresh = self.authors.prove(seat, proofs, self.salts)
        channel = ("own", seat.meeting, seat.id)
        if not fresh or channel not in self.held:
            return []
        notes = self.chain.of_type("note", seat.meeting)
        patch = self.patch(channel, {note["id"]: None for note in notes if note["op"] in fresh})
        return [(channel, patch)] if patch else []

    @staticmethod
    def channels(seat: Seat) -> list[Channel]:
        """The kept channels that a seat listens to."""
        if seat.role in (FACILITATOR, TRAINEE):
            return [("control", seat.meeting, "" if seat.role == FACILITATOR else TRAINEE)]
        if seat.role == PARTICIPANT:
            return [("phone", seat.meeting, ""), ("own", seat.meeting, seat.id)]
        return [("screen", seat.meeting, "")]

    def report_view(self, meeting: str) -> dict[str, Any]:
        """Everything for the scribe: a copy that later commands do not change."""
        return self.rooms.gate.whole(self.chain, self.people, Audience("report", meeting))

    def keten_view(self, names: bool = True) -> dict[str, Any]:
        """What lasts in the keten, each as the gate shows it for the report of its own meeting; a copy."""
        people, views = self.people if names else {}, {}
        for entity in list(self.chain.entities.values()):
            if entity["type"] in LASTING:
                audience = Audience("report", entity.get("meeting", ""))
                view = self.rooms.gate.show(self.chain, people, entity["id"], audience)
                if view is not None:
                    views[entity["id"]] = view
        return views
