"""What stays in a keten, as rules of the machine: goals, roles and instruments of now and of the earlier meeting."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.stateful import rule

from facilitator.chain.command import FACILITATOR, Seat
from facilitator.chain.goals import LETTERS, STANDS
from tests.chain.acts import NAMES, PICK, SOON, TEXTS
from tests.chain.following import Following

A_MONTH = 31 * 24 * 3600  # seconds: one day longer than names are usually kept
SLOTS = st.sampled_from(["chain_director", "case_director", "quality_guardian.2", "executor"])


class Keeping(Following):
    """Proposing, sharpening, adopting, offering, assigning; and undoing that, with Acts.undo."""

    @rule(at=st.sampled_from([7, 8, 8]), soon=SOON)
    def go_and_keep(self, at: int, soon: bool) -> None:
        self.do("meeting.go", soon, step=self.sim.steps[at])

    @rule(who=PICK, pick=PICK, text=TEXTS, block=st.integers(0, 7), way=st.integers(0, 3), soon=SOON)
    def sharpen(self, who: int, pick: int, text: str, block: int, way: int, soon: bool) -> None:
        goal, seat = self.some("goal", pick), self.person(who)
        match way:
            case 0:
                self.ask(seat, "goal.make", soon, step=self.sim.steps[7], text=text, block=block)
            case 1:
                self.ask(seat, "goal.edit", soon, goal=goal, letters={LETTERS[who % 5]: text[:200]})
            case 2:
                self.do("goal.edit", soon, goal=goal, text=text, letters={LETTERS[pick % 5]: ""})
            case 3:
                self.do("goal.many", soon, step=self.sim.steps[7], lines=[text, text], block=block)

    @rule(pick=PICK, on=st.booleans(), stand=st.sampled_from(STANDS), way=st.integers(0, 3), soon=SOON)
    def choose(self, pick: int, on: bool, stand: str, way: int, soon: bool) -> None:
        goal = self.some("goal", pick)
        match way:
            case 0:
                self.do("goal.adopt", soon, goal=goal, on=on)
            case 1:
                self.do("goal.follow", soon, goal=goal, stand=stand)
            case 2:
                self.do("goal.remove", soon, goal=goal)
            case 3:
                wall = "voorstellen" if on else "doelen"
                self.do("goal.look", soon, step=self.sim.steps[7], wall=wall, goal=goal if pick % 2 else "")

    @rule(who=PICK, slot=SLOTS, pick=PICK, how=st.sampled_from(["already", "other", ""]), soon=SOON)
    def offer_role(self, who: int, slot: str, pick: int, how: str, soon: bool) -> None:
        body = {"step": self.sim.steps[8], "slot": self.slot(slot, pick), "how": how, "other": "De bibliotheek"}
        self.ask(self.person(who), "role.offer", soon, **body)

    def slot(self, slot: str, pick: int) -> str:
        return f"{slot}.{self.some('instrument', pick)}" if slot == "executor" else slot

    @rule(slot=SLOTS, pick=PICK, name=NAMES, way=st.integers(0, 4), soon=SOON)
    def divide(self, slot: str, pick: int, name: str, way: int, soon: bool) -> None:
        step, role = self.sim.steps[8], self.some("role", pick)
        match way:
            case 0:
                body = {
                    "slot": self.slot(slot, pick),
                    "organisation": name,
                    "contact": "Wilhelmina" if pick % 2 else "",
                }
                self.do("role.assign", soon, step=step, **body)
            case 1:
                self.do("role.edit", soon, role=role, organisation=name, contact="Wilhelmina" if pick % 2 else "")
            case 2:
                self.do("role.remove", soon, role=role)
            case 3:
                self.do("instrument.add", soon, step=step, name=f"{name} {pick}", block=pick % 8)
            case 4:
                self.do("instrument.edit", soon, instrument=self.some("instrument", pick), name=f"Kaart {pick}")

    @rule(pick=PICK, title=NAMES, soon=SOON)
    def let_go(self, pick: int, title: str, soon: bool) -> None:
        """An instrument goes; the earlier meeting is called something else; sometimes its names go, or its days end."""
        self.do("instrument.remove", soon, instrument=self.some("instrument", pick))
        self.ask(Seat(FACILITATOR, self.sim.earlier), "meeting.edit", soon, title=title or "Toen")
        if pick < 2:
            self.sim.time += pick * A_MONTH
            self.ask(Seat(FACILITATOR, self.sim.earlier), "people.erase", soon, due=pick == 1)
