"""What a facilitator types in for people without a phone, and changes of a kind's settings: as rules of the machine."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import rule

from tests.chain.acts import MARK, PICK, SOON, TEXTS, Acts

MARKS = st.lists(MARK, max_size=3)


class Paperwork(Acts):
    """Typing in, typing again, too much of it, and in steps where it does not belong."""

    @rule(
        pick=PICK,
        people=st.sampled_from([0, 1, 2, 3, 3]),
        more=st.sampled_from([0, 0, 0, -1, 1]),
        at=st.sampled_from([2, 2, 2, 3]),
    )
    def type_votes(self, pick: int, people: int, more: int, at: int) -> None:
        """About all that these people have; and then again, with one dot less: that takes its place."""
        if not more:
            self.do("meeting.go", True, step=self.sim.steps[at])
        for dots in (2 * people + more, 2 * people + more - 1):
            choices = {self.candidate(2, pick): max(0, dots), self.candidate(2, pick + 1): max(0, dots // 2)}
            self.do("ballot.paper", True, step=self.sim.steps[at], people=people, choices=choices)

    @rule(pick=PICK, people=st.integers(0, 3), impacts=MARKS, efforts=MARKS, soon=SOON)
    def type_marks(self, pick: int, people: int, impacts: list[int], efforts: list[int], soon: bool) -> None:
        shortest = min(len(impacts), len(efforts)) if people else len(efforts)
        ratings = {self.candidate(3, pick): [impacts[:shortest], efforts]}
        self.do("rating.paper", soon, step=self.sim.steps[3], people=people, ratings=ratings)

    @rule(lines=st.lists(TEXTS, min_size=1, max_size=3), name=st.sampled_from(["commitment", "action"]), soon=SOON)
    def type_cards(self, lines: list[str], name: str, soon: bool) -> None:
        step = self.sim.steps[5 if name == "commitment" else 4]
        self.do(f"{name}.many", soon, step=step, lines=lines, organisation=self.some("organisation", len(lines)))

    @rule(pick=PICK, text=TEXTS, soon=SOON)
    def put_right(self, pick: int, text: str, soon: bool) -> None:
        self.do("commitment.edit", soon, commitment=self.some("commitment", pick), text=text)

    @rule(at=st.sampled_from([0, 0, 1, 5]), names=st.sampled_from(["naam", "organisatie", "anoniem"]), soon=SOON)
    def promise(self, at: int, names: str, soon: bool) -> None:
        self.change(at, soon, names=names)

    @rule(field=st.sampled_from(["dots", "most"]), value=st.integers(0, 5), soon=SOON)
    def change_dots(self, field: str, value: int, soon: bool) -> None:
        self.change(2, soon, **{field: value})

    @rule(by=st.sampled_from(["telefoons", "telefoons", "begeleider"]), soon=SOON)
    def change_hands(self, by: str, soon: bool) -> None:
        self.change(3, soon, by=by)

    @rule(field=st.sampled_from(["silent", "approve", "wall_on_phone"]), on=st.booleans(), soon=SOON)
    def switch(self, field: str, on: bool, soon: bool) -> None:
        self.change(0, soon, **{field: on})

    def change(self, at: int, soon: bool, **settings: Any) -> None:
        self.do("step.edit", soon, step=self.sim.steps[at], settings=settings)

    @rule(who=PICK, pick=PICK, on=st.booleans(), most=st.sampled_from([0, 1, 2]), soon=SOON)
    def take_up(self, who: int, pick: int, on: bool, most: int, soon: bool) -> None:
        """Somebody takes an action of the list up, or lets go; the facilitator draws a line, or takes a name off."""
        action = self.some("action", pick)
        self.do("action.accept", True, action=action)
        self.ask(self.person(who), "action.take", soon, action=action, on=on)
        self.do("list.line", soon, step=self.sim.steps[4], most=most)
        if most == 1:
            self.do("taker.release", soon, taker=self.some("taker", pick))

    @rule(pick=PICK, apart=st.booleans(), soon=SOON)
    def look_for_doubles(self, pick: int, apart: bool, soon: bool) -> None:
        """The facilitator lets the house compare, and leaves two notes apart."""
        step = self.sim.steps[0]
        self.do("notes.compare", soon, step=step)
        if apart:
            self.do("notes.apart", soon, step=step, notes=[self.some("note", pick), self.some("note", pick + 1)])
