"""The network map as rules of the machine: saying, proposing, judging, joining names, and taking a place."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.stateful import rule

from facilitator.chain.network.guests import wider
from facilitator.chain.network.links import IDEAS, MARKS
from tests.chain.acts import NAMES, PICK, SOON
from tests.chain.keeping import Keeping

NAMED = ["Thuiszorg West", "Steunpunt Mantelzorg", "Gemeente"]  # each looks like one of NAMES


class Mapping(Keeping):
    """The map of the keten, seen from this meeting."""

    @property
    def mapped(self) -> str:
        return next(one for one in self.sim.steps if self.sim.chain.entities[one]["kind"] == "netwerk")

    @rule(soon=SOON)
    def go_and_map(self, soon: bool) -> None:
        self.do("meeting.go", soon, step=self.mapped)

    @rule(who=PICK, name=NAMES, says=st.sampled_from(["yes", "no", ""]), soon=SOON)
    def say_with_whom(self, who: int, name: str, says: str, soon: bool) -> None:
        self.ask(self.person(who), "network.say", soon, step=self.mapped, name=name, says=says, what="samen bellen")

    @rule(who=PICK, names=st.lists(NAMES, max_size=3), go=st.booleans(), soon=SOON)
    def introduce(self, who: int, names: list[str], go: bool, soon: bool) -> None:
        """With whom the own organisation works and on what, and that a name is no other's."""
        round_of = next(one for one in self.sim.steps if self.sim.chain.entities[one]["kind"] == "kennismaking")
        if go:
            self.do("meeting.go", soon, step=round_of)
        body = {"has": names, "about": ["samen bellen" for _ in names], "wants": NAMED[who % 4 :], "apart": names[:1]}
        self.ask(self.person(who), "introduction.give", soon, step=round_of, **body)

    def guest(self, pick: int) -> str:
        """An organisation, or a name of the wider ring."""
        named = [wider(one["name"]) for one in self.sim.chain.of_type("claim")]
        found = [*self.sim.chain.by_type.get("organisation", ()), *named]
        return found[pick % len(found)] if found else "o0"

    @rule(who=PICK, a=PICK, b=PICK, way=st.integers(0, 6), soon=SOON)
    def judge(self, who: int, a: int, b: int, way: int, soon: bool) -> None:
        pair = {"step": self.mapped, "a": self.guest(a), "b": self.guest(b)}
        one = {"step": self.mapped, "one": pair["a"], "into": pair["b"]}
        match way:
            case 0:
                self.ask(self.person(who), "network.propose", soon, **pair, mark=(*IDEAS, "")[who % 4])
            case 1:
                self.do("network.mark", soon, **pair, mark=(*MARKS, "")[who % 6])
            case 2:
                self.do("network.same" if who % 2 else "network.apart", soon, **one)
            case 3:
                self.do("network.seat", soon, step=self.mapped, organisation=pair["a"], spot=who % 10 - 1)
            case 4:
                self.do("network.invite", soon, step=self.mapped, guest=pair["a"])
            case 5:
                self.do("network.look", soon, step=self.mapped, stage=1 + who % 4, focus=pair["a"] if who % 2 else "")
            case 6:
                self.do("network.leave", soon, step=self.mapped, organisation=pair["a"], on=bool(who % 3))
