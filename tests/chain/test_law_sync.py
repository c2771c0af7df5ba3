"""R1: whatever people do, in whatever order, on whatever network: the book, the memory and every page agree."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule, run_state_machine_as_test

from tests.chain import laws
from tests.chain.acts import MOST_PEOPLE, PICK, TEXTS, Acts
from tests.chain.mapping import Mapping


class Roads(Acts):
    """Everybody at once, on roads that lose, double and delay, with a process that dies and a disk that is full."""

    acts = 0
    looked: object = None

    def teardown(self) -> None:
        if hasattr(self, "sim"):
            try:
                self.sim.disk.full = False
                self.sim.settle()
                laws.s3_s5_every_page_holds_its_whole_view(self.sim)
                laws.s1_what_was_acked_is_in_the_ledger_once(self.sim)
                for law in laws.ALWAYS:
                    law(self.sim)
            finally:
                self.sim.remove()

    # the network and the disk

    def page(self, pick: int) -> Any:
        return self.sim.pages[pick % len(self.sim.pages)]

    @rule()
    def write(self) -> None:
        self.sim.drain()

    @rule(pick=PICK, count=st.integers(1, 5))
    def arrive(self, pick: int, count: int) -> None:
        for _ in range(count):
            self.sim.deliver(self.page(pick))

    @rule(pick=PICK)
    def lose(self, pick: int) -> None:
        """A line breaks: what was on its way is gone."""
        self.page(pick).road.clear()

    @rule(pick=PICK)
    def lose_one(self, pick: int) -> None:
        del self.page(pick).road[:1]

    @rule(pick=PICK)
    def double(self, pick: int) -> None:
        road = self.page(pick).road
        road[:0] = road[:1]

    @rule(pick=PICK)
    def delay(self, pick: int) -> None:
        road = self.page(pick).road
        road[:] = road[1:] + road[:1]

    @rule(pick=PICK)
    def go_away(self, pick: int) -> None:
        page = self.page(pick)
        page.here = False
        page.road.clear()

    @rule(pick=PICK)
    def come_back(self, pick: int) -> None:
        page = self.page(pick)
        page.here = True
        self.sim.hello(page)

    @rule(pick=PICK)
    def second_page(self, pick: int) -> None:
        if len(self.sim.pages) < 2 * MOST_PEOPLE:
            self.sim.arrive(self.page(pick).seat)

    @rule()
    def restart(self) -> None:
        self.sim.restart()
        laws.s1_what_was_acked_is_in_the_ledger_once(self.sim)

    @rule(pick=PICK, text=TEXTS)
    def full_disk(self, pick: int, text: str) -> None:
        """S1: nothing of a failed commit is acknowledged or shown."""
        self.sim.drain()
        seen = [len(page.road) for page in self.sim.pages]
        self.sim.disk.full = True
        self.ask(self.person(pick), "note.post", False, step=self.sim.steps[0], text=text)
        self.do("step.reveal", False, step=self.sim.steps[0], on=True)
        assert seen == [len(page.road) for page in self.sim.pages], "shown before it was on disk"
        self.sim.drain()
        self.sim.disk.full = False
        for _, name, _, _, answers in self.sent[-2:]:
            assert len(answers) == 1 and not answers[0]["ok"], name
            assert answers[0]["code"] == "retry" or not self.sim.rooms.writer.trouble, answers

    @rule()
    def quiet(self) -> None:
        self.sim.settle()
        laws.s3_s5_every_page_holds_its_whole_view(self.sim)

    # what always holds

    @invariant()
    def laws_hold(self) -> None:
        if not hasattr(self, "sim"):
            return
        room = self.sim.room
        now = (room.epoch, room.chain.seq, len(room.held), len(room.authors.writers))
        if now != self.looked:
            self.looked = now
            for law in laws.ALWAYS:
                law(self.sim)
        self.acts += 1
        if self.acts % 5 == 0 and not self.sim.starts:
            laws.s1_what_was_acked_is_in_the_ledger_once(self.sim)


class Machine(Mapping, Roads):
    """All acts together. The broken houses are looked for with fewer: each needs its own few in a row."""


HEALTH = list(HealthCheck)


@pytest.mark.crowd
def test_r1_s1_to_s5_s8_everybody_agrees(long_run: bool) -> None:
    """The law itself: at least 100 rounds of 40 acts."""
    count = 1000 if long_run else 100
    run_state_machine_as_test(
        Machine,
        settings=settings(max_examples=count, stateful_step_count=40, deadline=None, suppress_health_check=HEALTH),
    )
