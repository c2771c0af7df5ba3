"""What a keten lists, as rules of the machine: instruments and the lines of the checklist, of now and of earlier."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.stateful import rule

from facilitator.chain.checklist import SORTS, STANDS
from tests.chain.acts import NAMES, PICK, SOON
from tests.chain.mapping import Mapping

LINES = st.sampled_from(["municipality", "doctor", "own"])


class Listing(Mapping):
    """Proposing, taking over, marking, inviting, knowing; and undoing that, with Acts.undo."""

    def of_kind(self, name: str) -> str:
        return next(one for one in self.sim.steps if self.sim.chain.entities[one]["kind"] == name)

    @rule(kind=st.sampled_from(["instrumenten", "checklist"]), soon=SOON)
    def go_and_list(self, kind: str, soon: bool) -> None:
        self.do("meeting.go", soon, step=self.of_kind(kind))

    @rule(who=PICK, pick=PICK, name=NAMES, block=st.integers(0, 7), way=st.integers(0, 4), soon=SOON)
    def list_instrument(self, who: int, pick: int, name: str, block: int, way: int, soon: bool) -> None:
        step, one = self.of_kind("instrumenten"), self.some("instrument", pick)
        match way:
            case 0:
                body = {"step": step, "name": f"{name} {pick}", "block": block, "executor": name, "developer": name}
                self.ask(self.person(who), "instrument.propose", soon, **body)
            case 1:
                self.do("instrument.adopt", soon, instrument=one, on=block < 6)
            case 2:
                self.ask(self.person(who), "instrument.edit", soon, instrument=one, group=name)
            case 3:
                self.do("instrument.edit", soon, instrument=one, block=block, category="education")
            case 4:
                self.do("instrument.look", soon, step=step, at=str(block) if pick % 2 else "")

    @rule(who=PICK, pick=PICK, line=LINES, stand=st.sampled_from(["", *STANDS]), way=st.integers(0, 3), soon=SOON)
    def mark_line(self, who: int, pick: int, line: str, stand: str, way: int, soon: bool) -> None:
        step = self.of_kind("checklist")
        row = self.some("partner", pick) if line == "own" else line
        match way:
            case 0 | 1:
                self.do("partner.mark", soon, step=step, row=row, stand=stand)
            case 2:
                self.do("partner.invite", soon, step=step, row=row)
            case 3:
                how = "know" if stand else ""
                self.ask(self.person(who), "tie.tell", soon, step=step, row=row, how=how, text="de praktijk")

    @rule(who=PICK, pick=PICK, name=NAMES, way=st.integers(0, 3), soon=SOON)
    def write_line(self, who: int, pick: int, name: str, way: int, soon: bool) -> None:
        body = {"step": self.of_kind("checklist"), "sort": SORTS[pick % 2], "name": f"{name} {pick % 3}"}
        match way:
            case 0:
                self.ask(self.person(who), "partner.propose", soon, **body)
            case 1:
                self.do("partner.add", soon, **body)
            case 2:
                self.do("partner.adopt", soon, partner=self.some("partner", pick), on=who % 4 > 0)
            case 3:
                self.do("partner.remove", soon, partner=self.some("partner", pick))
