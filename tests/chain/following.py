"""What becomes of actions and of the report after they were made, as rules of the machine: told, split, shared."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.stateful import rule

from facilitator.chain.carrying import STATUSES
from facilitator.chain.command import CONTACT, FACILITATOR, Seat
from tests.chain.acts import PICK, SOON
from tests.chain.paperwork import Paperwork

UNTIL = "2026-03-01"  # some months after the clock of a Sim


class Following(Paperwork):
    """At the table, between the meetings, and by who is not there."""

    @rule(who=PICK, pick=PICK, status=st.sampled_from(STATUSES), way=st.integers(0, 7), soon=SOON)
    def look_back(self, who: int, pick: int, status: str, way: int, soon: bool) -> None:
        """An action of now or of the earlier meeting: somebody tells, the facilitator follows, calls, looks closer.

        Or it falls apart into pieces, is given to somebody, or comes off the list.
        """
        action, step = self.some("action", pick), self.sim.steps[6]
        owners = [self.person(who).id, self.some("organisation", who)]
        said = [one["id"] for one in self.sim.chain.of_type("progress") if one["action"] == action]
        match way:
            case 0:
                body = {"step": step, "action": action, "status": status}
                self.ask(self.person(who), "progress.tell", soon, **body)
            case 1:
                self.do("action.follow", soon, action=action, status=status, told=(said or [""])[0])
            case 2:
                self.do("look.at", soon, step=step, action=action)
                self.do("progress.leave", soon, progress=(said or ["g0"])[0], on=who % 2 == 0)
            case 3:
                self.ask(Seat(FACILITATOR), "action.call", soon, action=action, text=status)
                self.ask(Seat(FACILITATOR, self.sim.earlier), "meeting.edit", soon, title=status)
            case 4:
                self.do("action.split", soon, action=action, parts=["Een", {"what": "Twee", "owners": owners}])
            case 5:
                self.do("action.edit", soon, action=action, owners=owners, who="Bo")
            case 6:
                self.do("action.follow", soon, action=action, owners=owners[who % 2 :])
            case 7:
                self.do("action.remove", soon, action=action)

    @rule(who=PICK, pick=PICK, status=st.sampled_from(STATUSES), way=st.integers(0, 3), soon=SOON)
    def share(self, who: int, pick: int, status: str, way: int, soon: bool) -> None:
        """Outside the meeting: the report for phones, a private link to somebody's actions, and what is told by it."""
        match way:
            case 0:
                self.do("handout.give", soon, version="kort", until=UNTIL, names=pick > 5)
            case 1:
                self.do("handout.take", soon)
            case 2:
                self.do("wicket.give", soon, hash=f"{pick:064x}", until=UNTIL, owner=self.person(who).id)
            case 3:
                seat, action = Seat(CONTACT, "", self.some("wicket", pick)), self.some("action", who)
                self.ask(seat, "wicket.tell", soon, action=action, status=status)

    @rule(who=PICK, pick=PICK, way=st.integers(0, 4), soon=SOON)
    def tell_beforehand(self, who: int, pick: int, way: int, soon: bool) -> None:
        """Before the meeting, by a link: two browsers of one organisation, and the facilitator who takes one away."""
        seat = Seat(CONTACT, self.sim.meeting, self.some("intake", pick))
        match way:
            case 0:
                self.do("intake.give", soon, hash=f"{pick:064x}", until=UNTIL)
            case 1 | 2:
                organisation = self.sim.chain.entities[self.some("organisation", who)]["name"]
                body = {"organisation": organisation, "number": str(pick), "has": ["Antes"], "about": ["bellen"]}
                self.ask(seat, "intake.tell", soon, proof=f"{way:064x}", name="Wilhelmina", **body)
            case 3:
                self.do("intake.drop", soon, foreword=self.some("foreword", pick))
            case 4:
                self.do("intake.close", soon)

    @rule(way=st.sampled_from([0, 0, 0, 1, 2, 3, 4]), soon=SOON)
    def lead_another(self, way: int, soon: bool) -> None:
        """The meeting that was planned long ago: its door opens, and the look back that comes with it stays or goes."""
        seat = Seat(FACILITATOR, self.sim.later)
        steps = self.sim.chain.steps(self.sim.later)
        came = next((step["id"] for step in steps if step.get("came")), "s0")
        deeds = [deed.seq for deed in self.sim.chain.deeds.values() if deed.meeting == self.sim.later]
        match way:
            case 0:
                self.ask(seat, "meeting.open", soon)
            case 1:
                self.ask(seat, "meeting.close", soon)
            case 2:
                self.ask(seat, "step.remove", soon, step=came)
            case 3:
                self.ask(seat, "undo", soon, seq=(deeds or [0])[-1])
            case 4:
                self.ask(seat, "meeting.go", soon, step=came)
