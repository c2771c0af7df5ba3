"""A meeting with people in it, led and answered over the wire, so that a window can look at any state of any kind."""

from __future__ import annotations

import random
from collections.abc import Generator
from typing import Any

from exercises.registry import KINDS
from facilitator import content
from facilitator.chain.kind import Act, Table
from facilitator.rehearsal.browser import Browser
from facilitator.rehearsal.cast import people
from facilitator.rehearsal.client import Facilitator, Phone
from facilitator.rehearsal.held import View
from facilitator.rehearsal.house import House
from facilitator.rehearsal.sent import Person
from facilitator.rehearsal.stage import Stage as Wire
from facilitator.settings import ROOT


class Hall:
    """One meeting of a house, led with the key of a facilitator who has signed in.

    `go` takes the room to a step, `play` lets the step's own kind act (up to a command, or to the end).
    """

    def __init__(
        self,
        house: House,
        key: Browser,
        who: int | list[Person] = 6,
        *,
        template: str = "startbijeenkomst",
        keten: str = "Veluwerand",
        title: str = "Startbijeenkomst Veluwerand",
        seed: int = 7,
        after: Hall | None = None,
    ) -> None:
        """`after` is an earlier meeting of the same keten."""
        self.wire = Wire(house, after.wire if after else None)
        if after:
            self.wire.facilitator = after.facilitator.again(template, title=title, place="Ermelo", date="2027-01-12")
        else:
            self.wire.facilitator = Facilitator(key, "")
            self.wire.facilitator.make(template, keten=keten, title=title, place="Ermelo", date="2026-11-24")
        self.wire.code = self.wire.facilitator.open_door()
        self.cast = people(who, seed) if isinstance(who, int) else who
        for person in self.cast:
            self.wire.join(person)
        self.seed = seed
        self.library = content.load(ROOT, {kind.name: kind for kind in KINDS})
        self.steps = self.wire.steps()
        self.acts: Generator[Act, dict[str, Any], None] | None = None
        self.waiting: Act | None = None

    @property
    def facilitator(self) -> Facilitator:
        return self.wire.facilitator

    @property
    def phones(self) -> list[Phone]:
        return self.wire.phones

    @property
    def code(self) -> str:
        return self.wire.code

    @property
    def ref(self) -> str:
        return self.facilitator.ref

    def step(self, name: str) -> View:
        """The first step with this kind, or this title."""
        return next(step for step in self.steps if name in (step["kind"], step["title"]))

    def go(self, name: str) -> View:
        """Take the room there; what the kind will do begins anew."""
        step = self.wire.go(self.step(name)["id"])
        kind = next(kind for kind in KINDS if kind.name == step["kind"])
        examples = self.library.exercises[step["exercise"]]["examples"] if "exercise" in step else []
        chance = random.Random(f"{self.seed}/{step['id']}")
        self.acts = kind.demo(step, Table(len(self.phones), chance, self.wire.look, examples))
        self.waiting = next(self.acts, None)
        return step

    def play(self, until: str = "", most: int = 10_000) -> bool:
        """Act until the next act would be `until`, or `most` acts are done; False when the round is over."""
        for _ in range(most):
            if self.waiting is None:
                return False
            who, name, body = self.waiting
            if name == until:
                return True
            answer = self.wire.act(who, name, body)
            try:
                self.waiting = self.acts.send(answer) if self.acts else None
            except StopIteration:
                self.waiting = None
        return self.waiting is not None

    def pass_over(self) -> None:
        """Leave out what would come now (only for acts whose answer the kind does not look at)."""
        self.waiting = next(self.acts, None) if self.acts else None

    def do(self, name: str, /, **body: Any) -> dict[str, Any]:
        """Something of the facilitator's."""
        return self.wire.act("facilitator", name, body)

    def close(self) -> None:
        self.wire.close()
