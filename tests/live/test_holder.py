"""The law of control: with exactly one, whatever windows, trainees, steps, doors, lines and the house itself do."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from facilitator.chain import baton
from facilitator.chain.baton import Loan
from facilitator.live.leading import Leading, Place

PLACE: Place = ("k1", "m2")
HOST = "begeleider"
TRAINEES = ("t1", "t2")
WINDOWS = ("een", "twee")
trainees, windows = st.sampled_from(TRAINEES), st.sampled_from(WINDOWS)


class Control(RuleBasedStateMachine):
    """A meeting with two windows of the facilitator and two trainees; `holder` is who must hold it now."""

    make = Leading

    def __init__(self) -> None:
        super().__init__()
        self.now = 0.0
        self.meeting: dict[str, Any] = {"state": "open", "step": "s1"}
        self.count = 0
        self.lines: dict[str, set[str]] = {one: set() for one in (*WINDOWS, *TRAINEES)}
        self.since = dict.fromkeys(TRAINEES, 0.0)  # when the last line of each was seen
        self.holder, self.stays = HOST, False
        self.restart()

    # the house

    @rule()
    def restart(self) -> None:
        """Everybody's line goes, and the house knows nothing any more."""
        self.leading = self.make(lambda place: self.meeting, lambda: self.now)
        self.lines = {one: set() for one in self.lines}
        self.came_back()

    @rule(step=st.sampled_from(("s1", "s2", "s3")))
    def go(self, step: str) -> None:
        if self.meeting["state"] == "open" and step != self.meeting["step"]:
            self.meeting["step"] = step
            if not self.stays:
                self.came_back()

    @rule(state=st.sampled_from(("open", "closed")))
    def door(self, state: str) -> None:
        self.meeting["state"] = state
        if state == "closed":
            self.leading.end(PLACE, "closed")
            self.came_back()

    @rule(seconds=st.sampled_from((1.0, 8.0, 19.0, 21.0)))
    def wait(self, seconds: float) -> None:
        self.now += seconds
        for one in TRAINEES:
            if self.lines[one]:
                self.since[one] = self.now
        if self.holder != HOST and self.now - self.since[self.holder] >= baton.AWAY:
            self.came_back()

    # lines

    @rule(who=st.sampled_from((*WINDOWS, *TRAINEES)))
    def come(self, who: str) -> None:
        self.count += 1
        sid = f"{who}-{self.count}"
        self.lines[who].add(sid)
        if who in TRAINEES:
            self.leading.joined(sid, PLACE, who)
            self.since[who] = self.now
        else:
            self.leading.came(sid, PLACE, who, True)

    @rule(who=st.sampled_from((*WINDOWS, *TRAINEES)), noticed=st.sampled_from((0.0, 5.0)))
    def sleep(self, who: str, noticed: float) -> None:
        """A line is gone, or is found to be gone for some seconds."""
        if self.lines[who]:
            self.leading.went(self.lines[who].pop(), noticed)
            if who in TRAINEES and not self.lines[who]:
                self.since[who] = self.now - noticed

    # the baton

    @precondition(lambda self: self.meeting["state"] == "open")
    @rule(who=trainees, stays=st.booleans())
    def give(self, who: str, stays: bool) -> None:
        if self.leading.here(PLACE, who):
            self.leading.give(PLACE, Loan(who, self.meeting["step"], stays))
            self.holder, self.stays = who, stays

    @rule(why=st.sampled_from(("taken", "back", "withdrawn")))
    def end(self, why: str) -> None:
        self.leading.end(PLACE, why)
        self.came_back()

    @rule(who=windows)
    def lead(self, who: str) -> None:
        """A window takes the lead back; a trainee who holds it goes on."""
        for sid in self.lines[who]:
            self.leading.take(sid, PLACE)

    def came_back(self) -> None:
        self.holder, self.stays = HOST, False

    # the law

    def holders(self) -> list[str]:
        """Who may act now. The facilitator's line without a window is always there; a trainee may be without one."""
        loan = self.leading.loan(PLACE)
        may = [HOST] if self.leading.allows("no window", PLACE) else []
        for one in TRAINEES:
            allowed = {self.leading.allows(sid, PLACE) for sid in self.lines[one]} or {
                bool(loan and loan.trainee == one)
            }
            assert len(allowed) == 1, "one trainee on two lines is one"
            may += [one] if allowed == {True} else []
        return may

    @invariant()
    def exactly_one_holds_it_and_it_is_the_right_one(self) -> None:
        assert self.holders() == [self.holder]

    @invariant()
    def of_the_windows_at_most_one_may_and_none_while_it_is_lent(self) -> None:
        may = {one for one in WINDOWS for sid in self.lines[one] if self.leading.allows(sid, PLACE)}
        assert len(may) <= (1 if self.holder == HOST else 0)


def test_control_is_always_with_exactly_one() -> None:
    pace = settings(max_examples=40, stateful_step_count=25, deadline=None)
    run_state_machine_as_test(Control, settings=pace)


class Never(Leading):
    """Nothing comes back by itself."""

    def loan(self, place: Place) -> Loan | None:
        return self.loans.get(place)


class Both(Leading):
    """The facilitator goes on as well."""

    def allows(self, sid: str, place: Place) -> bool:
        loans, self.loans = self.loans, self.loans if sid in self.trainees else {}
        try:
            return super().allows(sid, place)
        finally:
            self.loans = loans


class Asleep(Leading):
    """Whoever comes back too late holds it again."""

    def joined(self, sid: str, place: Place, trainee: str) -> None:
        self.trainees[sid] = (place, trainee)
        self.silent.pop((place, trainee), None)


class Forgetful(Leading):
    """A line that was only found out to be gone counts from then on."""

    def went(self, sid: str, noticed: float = 0.0) -> None:
        super().went(sid)


GIVEN = (("come", "t1"), ("give", "t1", False))
GONE = (*GIVEN, ("sleep", "t1", 0.0))
BROKEN = [
    (Never, (*GONE, ("wait", 21.0))),
    (Never, (*GIVEN, ("go", "s2"))),
    (Both, GIVEN),
    (Asleep, (*GONE, ("wait", 21.0), ("come", "t1"))),
    (Forgetful, (*GIVEN, ("sleep", "t1", 5.0), ("wait", 19.0))),
]


def hold(made: type[Leading], acts: tuple[tuple[Any, ...], ...], looked_at: bool) -> None:
    """These acts, and the law after each of them or only at the end."""
    machine = type("Machine", (Control,), {"make": made})()
    for at, (name, *more) in enumerate(acts, 1):
        getattr(machine, name)(*more)
        if looked_at or at == len(acts):
            machine.exactly_one_holds_it_and_it_is_the_right_one()
            machine.of_the_windows_at_most_one_may_and_none_while_it_is_lent()


@pytest.mark.parametrize(("broken", "acts"), BROKEN, ids=lambda one: getattr(one, "__name__", "acts"))
def test_control_a_house_that_breaks_it_is_found(broken: type[Leading], acts: tuple[tuple[Any, ...], ...]) -> None:
    for looked_at in (True, False):
        hold(Leading, acts, looked_at)
    with pytest.raises(AssertionError):
        hold(broken, acts, False)
