"""Controls of R1: each house here is broken on purpose, and the law must say so. A law that lets one pass is no law."""

from __future__ import annotations

import dataclasses
import logging
import secrets
from typing import Any

import pytest
from hypothesis import Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from exercises.kinds.briefjes.kind import Briefjes
from facilitator.chain import cards, notes
from facilitator.chain.command import Command, Desk, Refused
from facilitator.chain.setting import free
from facilitator.rooms import Room
from facilitator.rooms.authors import key_of
from tests.chain.acts import Acts
from tests.chain.following import Following
from tests.chain.keeping import Keeping
from tests.chain.pages import Held, Page
from tests.chain.paperwork import Paperwork
from tests.chain.sim import Sim
from tests.chain.test_law_sync import HEALTH, Roads


class ForgetsToTouch(Room):
    """S4: only what a command changed itself is shown again, not what reads it."""

    def change(self, entry: Any) -> Any:
        self.rooms.gate.reach = lambda chain, touched: dict.fromkeys(sorted(touched))
        return super().change(entry)


class KnowsNoCids(Room):
    """S2: a repeated command is decided again."""

    def take(self, command: Command) -> Any:
        self.chain.answered.pop(command.op, None)
        return super().take(command)


class AnswersAtOnce(Room):
    """S1: the answer does not wait for the commit."""

    early: Any = staticmethod(lambda answer: None)

    def take(self, command: Command) -> Any:
        taken = super().take(command)
        self.early(taken[0])
        return taken

    def accept(self, command: Command, done: Any) -> None:
        said: list[Any] = []
        self.early = lambda answer: said.append(done(answer))
        super().accept(command, lambda answer: said or done(answer))


class ShowsAtOnce(Room):
    """S1: patches go out before the commit."""

    def take(self, command: Command) -> Any:
        answer, entry, patches = super().take(command)
        self.tell(patches)
        return answer, entry, []


class TrustsTheEpoch(Room):
    """S5: whoever is of this epoch gets nothing, whatever it holds."""

    def hello(self, seat: Any, have: Any, proofs: Any, done: Any) -> None:
        for channel in self.channels(seat):
            self.listen(channel)
        newest = {channel[0]: self.version[channel] for channel in self.channels(seat)}
        super().hello(seat, {**newest, **have, **newest} if have.get("epoch") == self.epoch else have, proofs, done)


class TakesEverything(Page):
    """S3: a patch is applied wherever the page stands."""

    def take(self, patch: Any) -> str:
        held = self.channels.setdefault(patch["c"], Held())
        held.epoch, held.to = patch["e"], patch["from"]
        return super().take(patch)


class SaltsInMemory(Room):
    """D9: a salt counts before the command that brings it is accepted."""

    def supply_key(self, command: Command) -> Any:
        step = command.body.get("step")
        if self.chain.get(step, "step") is None:
            raise Refused("Deze stap staat niet meer op de agenda.")
        fresh = step not in self.salts
        salt = self.salts.setdefault(step, secrets.token_bytes(32))
        command.given["key"] = key_of(salt, command.seat.id)
        return [("salt", (self.id, step, salt))] if fresh else []


class KeepsSalts(Room):
    """D9: a salt is gone from the disk and stays in memory."""

    def take(self, command: Command) -> Any:
        before = dict(self.salts)
        taken = super().take(command)
        self.salts = {**before, **self.salts}
        return taken


class RemembersVoters(Room):
    """D9: whose ballot it was is remembered after the salt went."""

    def __init__(self, *words: Any, **more: Any) -> None:
        super().__init__(*words, **more)
        self.authors.forget_keys = lambda chain, steps: None


class KeepsNames(Room):
    """D8: names are gone from sight and stay on the disk."""

    def take(self, command: Command) -> Any:
        answer, entry, patches = super().take(command)
        if entry and command.name == "people.erase":
            entry.people.clear()
        return answer, entry, patches


class RemembersMore(Room):
    """Fold: something is in memory that is not in the book."""

    def change(self, entry: Any) -> Any:
        patches = super().change(entry)
        for note in self.chain.of_type("note"):
            note["seen"] = True
        return patches


class CountsTwice(Room):
    """Census: a note that is changed is counted once more."""

    def change(self, entry: Any) -> Any:
        for event in entry.events:
            if event.name == "note.withdrawn":
                self.chain.census.shift(self.chain.entities[event.body["id"]], 1)
        return super().change(entry)


def broken_rule(name: str, decide: Any) -> type[Sim]:
    class Broken(Sim):
        def open(self) -> None:
            rule = self.book.rules[name]
            self.book.rules[name] = dataclasses.replace(rule, decide=decide)
            super().open()

    return Broken


def post_with_author(desk: Desk) -> None:
    """P: an anonymous note carries who wrote it."""
    notes.post(desk)
    desk.drafts[-1].body["author"] = desk.seat.id


def withdraw_the_pile(desk: Desk) -> None:
    """A note that is withdrawn takes those behind it along."""
    note = notes.own_note(desk)
    if bool(note.get("withdrawn")) != desk.body.on:
        name = "note.withdrawn" if desk.body.on else "note.restored"
        desk.emit(name, {"id": note["id"]}, step=note["step"])


class OpenFromTheStart(Sim):
    """S8: what is written in silence is shown."""

    def open(self) -> None:
        class Open(Briefjes):
            def shown(self, step: Any, note: Any) -> bool:
                return True

        self.book.kinds["briefjes"] = Open()
        super().open()


class VotesOn(Sim):
    """D9: who comes back after the close votes once more, under another key."""

    def open(self) -> None:
        sealed = self.book.events["step.sealed"]

        def half(chain: Any, event: Any) -> None:
            sealed(chain, event)
            chain.entities[event.body["id"]]["sealed"] = False
            chain.entities[event.body["id"]]["state"]["closed"] = False

        self.book.events["step.sealed"] = half
        super().open()


class CarriesAll(Sim):
    """S8: a meeting sees every action of the keten, whether it looks back at it or not."""

    def open(self) -> None:
        super().open()
        show = self.rooms.gate.show

        def everything(chain: Any, names: Any, identity: str, audience: Any) -> Any:
            entity = chain.entities.get(identity, {})
            if entity.get("type") == "action":
                audience = dataclasses.replace(audience, meeting=entity["meeting"])
            return show(chain, names, identity, audience)

        self.rooms.gate.show = everything  # type: ignore[method-assign]


class WritesNoHistory(Room):
    """History: an act on an action leaves no line."""

    def change(self, entry: Any) -> Any:
        patches = super().change(entry)
        for action in self.chain.of_type("action"):
            action["history"] = action["history"][:1]
        return patches


def add_up(desk: Desk) -> None:
    """Votes on paper that are typed again come on top of those from before."""
    before = desk.chain.get(f"w{desk.body.step}", "cards") or {}
    cards.votes(desk)
    for draft in desk.drafts:
        for identity, dots in before.get("choices", {}).items():
            draft.body["choices"][identity] = draft.body["choices"].get(identity, 0) + dots


class BreaksPromises(Sim):
    """Names are shown as the facilitator likes, whatever people were told when they wrote."""

    def open(self) -> None:
        class Loose(Briefjes):
            editable = (dataclasses.replace(Briefjes.editable[0], check=free), *Briefjes.editable[1:])

        self.book.kinds["briefjes"] = Loose()
        super().open()


def with_room(room: type[Room]) -> type[Sim]:
    return type(room.__name__, (Sim,), {"room_of": room})


BROKEN = {
    "S4 forgets to touch": with_room(ForgetsToTouch),
    "S2 knows no cids": with_room(KnowsNoCids),
    "S1 answers at once": with_room(AnswersAtOnce),
    "S1 shows at once": with_room(ShowsAtOnce),
    "S5 trusts the epoch": with_room(TrustsTheEpoch),
    "S3 takes everything": type("Careless", (Sim,), {"page_of": TakesEverything}),
    "D9 salts in memory": with_room(SaltsInMemory),
    "D9 keeps salts": with_room(KeepsSalts),
    "D9 remembers voters": with_room(RemembersVoters),
    "D9 lets people vote again": VotesOn,
    "D8 keeps names": with_room(KeepsNames),
    "fold remembers more": with_room(RemembersMore),
    "counts twice": with_room(CountsTwice),
    "P writes down an author": broken_rule("note.post", post_with_author),
    "withdraws a whole pile": broken_rule("note.withdraw", withdraw_the_pile),
    "S8 shows from the start": OpenFromTheStart,
    "adds paper up": broken_rule("ballot.paper", add_up),
    "breaks a promise": BreaksPromises,
    "S8 carries everything": CarriesAll,
    "writes no history": with_room(WritesNoHistory),
}
# What people do while a house is looked at: no more than what it takes to find it, which goes by few acts in a row.
DONE = {"D8 keeps names": Keeping, "S8 carries everything": Following, "writes no history": Following}
DONE |= {"adds paper up": Paperwork, "breaks a promise": Paperwork}


@pytest.mark.parametrize("name", BROKEN)
def test_r1_control_a_broken_house_is_found(name: str) -> None:
    class Broken(Roads, DONE.get(name, Acts)):
        sim_of = BROKEN[name]

    logging.disable(logging.CRITICAL)
    tries = settings(
        max_examples=200,
        stateful_step_count=40,
        deadline=None,
        suppress_health_check=HEALTH,
        phases=[Phase.generate],
        report_multiple_bugs=False,
        database=None,
    )
    try:
        with pytest.raises((AssertionError, KeyError, BaseExceptionGroup)):
            run_state_machine_as_test(Broken, settings=tries)
    finally:
        logging.disable(logging.NOTSET)
