"""What people and the facilitator do in a Sim, as rules of a state machine; what must hold then is not said here."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    precondition,
    rule,
)

from facilitator.chain.command import Seat
from tests.chain.sim import Sim

PICK = st.integers(0, 11)
LANE = st.sampled_from(["1", "2", ""])
MARK = st.integers(1, 5)
TEXTS = st.sampled_from(["Wachttijd", "Geen loket", "Buurtteam belt", "Onbekend", "  Ook op zondag  ", "a" * 280])
NAMES = st.sampled_from(["Gemeente Ede", "gemeente  ede", "Steunpunt", "", "Thuiszorg"])
SOON = st.booleans()  # does the writer come to it at once, or do more commands pile up first
MOST_PEOPLE = 4


class Acts(RuleBasedStateMachine):
    """Everybody at once. `sent` are all commands, each with the list into which its answer comes."""

    sim_of: type[Sim] = Sim

    @initialize(
        notes=st.lists(st.tuples(PICK, st.sampled_from([0, 0, 0, 1]), LANE, TEXTS), min_size=4, max_size=9),
        begun=st.sampled_from([0, 2, 3, 5, 7]),
        shown=st.booleans(),
    )
    def begin(self, notes: list[tuple[int, int, str, str]], begun: int, shown: bool) -> None:
        """Two people, some notes, the first steps begun; a group and a pile, so that acts have something to act on."""
        self.sim = self.sim_of()
        self.seats: list[Seat] = []
        self.sent: list[tuple[Seat, str, dict[str, Any], str, list[Any]]] = []
        for _ in range(2):
            self.seats.append(self.sim.join())
        for step in (self.sim.steps[1], self.sim.steps[0]):
            self.do("meeting.go", True, step=step)
        for who, wall, lane, text in notes:
            self.post(who, wall, lane, text, True)
        wall = [note["id"] for note in self.sim.chain.in_step(self.sim.steps[0], "note")]
        self.do("cluster.make", True, step=self.sim.steps[0], notes=wall[:2])
        self.do("note.merge", True, into=wall[-1], notes=wall[-2:]) if len(wall) > 3 else None
        if shown:
            self.do("step.reveal", True, step=self.sim.steps[0], on=True)
        for step in self.sim.steps[2:begun]:
            self.do("meeting.go", True, step=step)

    # telling

    def ask(self, seat: Seat, name: str, soon: bool, /, cid: str = "", **body: Any) -> None:
        before, queue = self.sim.memory(), self.sim.rooms.writer.queue
        cid, answers = self.sim.ask(seat, name, body, cid)
        self.sent.append((seat, name, body, cid, answers))
        if queue and queue[-1].entry is None:
            assert self.sim.memory() == before, f"{name} changed something although it was refused or said twice"
        if soon:
            self.sim.drain()

    def do(self, name: str, soon: bool, /, **body: Any) -> None:
        self.ask(self.sim.facilitator, name, soon, **body)

    def person(self, pick: int) -> Seat:
        return self.seats[pick % len(self.seats)]

    def some(self, kind: str, pick: int, *, step: str = "") -> str:
        """One of the things there are, or an id of nothing."""
        found = [one["id"] for one in self.sim.chain.of_type(kind) if not step or one.get("step") == step]
        return found[pick % len(found)] if found else "n0"

    def step(self, pick: int) -> str:
        return self.sim.steps[pick % len(self.sim.steps)]

    # people

    @precondition(lambda self: len(self.seats) < MOST_PEOPLE)
    @rule(name=NAMES, organisation=NAMES)
    def join(self, name: str, organisation: str) -> None:
        self.sim.disk.full = False
        self.sim.drain()
        if self.sim.chain.entities[self.sim.meeting]["state"] == "open":
            self.seats.append(self.sim.join(name, organisation))

    @rule(who=PICK, wall=st.sampled_from([0, 0, 1]), lane=LANE, text=TEXTS, soon=SOON)
    def post(self, who: int, wall: int, lane: str, text: str, soon: bool) -> None:
        body = {"step": self.sim.steps[wall], "lane": lane, "text": text}
        self.ask(self.person(who), "note.post", soon, **body)

    @rule(who=PICK, pick=PICK, text=TEXTS, soon=SOON)
    def edit(self, who: int, pick: int, text: str, soon: bool) -> None:
        seat, note = self.person(who), self.mine(who, pick)
        self.ask(seat, "note.edit", soon, note=note, text=text, **self.proof(seat, note))

    @rule(who=PICK, pick=PICK, on=st.booleans(), soon=SOON)
    def withdraw(self, who: int, pick: int, on: bool, soon: bool) -> None:
        seat, note = self.person(who), self.mine(who, pick)
        self.ask(seat, "note.withdraw", soon, note=note, on=on, **self.proof(seat, note))

    @rule(pick=PICK, soon=SOON)
    def withdraw_a_top(self, pick: int, soon: bool) -> None:
        """The top of a pile goes, by who wrote it; everybody else is refused."""
        tops = [note["id"] for note in self.sim.chain.of_type("note") if note.get("merged")]
        for seat in self.seats if tops else ():
            note = tops[pick % len(tops)]
            self.ask(seat, "note.withdraw", soon, note=note, on=True, **self.proof(seat, note))

    def mine(self, who: int, pick: int) -> str:
        """Mostly a note of one's own, now and then somebody else's."""
        own = self.sim.whole(("own", self.sim.meeting, self.person(who).id)).values()
        notes = [one["id"] for one in own if one["type"] == "note"]
        return notes[pick % len(notes)] if notes and pick else self.some("note", pick)

    def proof(self, seat: Seat, note: str) -> dict[str, str]:
        """What the phone adds from what it keeps: the cid of its own anonymous note."""
        view = self.sim.whole(("own", self.sim.meeting, seat.id)).get(note, {})
        return {"proof": view["cid"]} if view.get("cid") else {}

    @rule(who=PICK, organisation=NAMES, soon=SOON)
    def move_house(self, who: int, organisation: str, soon: bool) -> None:
        self.ask(self.person(who), "participant.edit", soon, organisation=organisation)

    @rule(who=PICK, pick=PICK, dots=st.integers(1, 2), at=st.sampled_from([2, 2, 0]), soon=SOON)
    def vote(self, who: int, pick: int, dots: int, at: int, soon: bool) -> None:
        choices = {self.candidate(2, pick): dots}
        self.ask(self.person(who), "ballot.cast", soon, step=self.sim.steps[at], choices=choices)

    def candidate(self, at: int, pick: int) -> str:
        found = self.sim.chain.entities[self.sim.steps[at]]["state"].get("candidates", [])
        return found[pick % len(found)] if found else "n0"

    @rule(who=PICK, pick=PICK, impact=MARK, effort=MARK, soon=SOON)
    def rate(self, who: int, pick: int, impact: int, effort: int, soon: bool) -> None:
        ratings = {self.candidate(3, pick): [impact, effort]}
        self.ask(self.person(who), "rating.give", soon, step=self.sim.steps[3], ratings=ratings)

    @rule(who=PICK, text=TEXTS, soon=SOON)
    def commit(self, who: int, text: str, soon: bool) -> None:
        self.ask(self.person(who), "commitment.make", soon, step=self.sim.steps[5], text=text)

    @rule(pick=PICK, soon=SOON)
    def repeat(self, pick: int, soon: bool) -> None:
        """S2: an answer got lost on its way, and the phone says the same again."""
        if self.sent:
            seat, name, body, cid, _ = self.sent[-1 - pick % len(self.sent)]
            known = self.sim.acked.get(cid)
            self.ask(seat, name, soon, cid, **body)
            again = self.sent[-1][4]
            assert known is None or not again or again[0] == known, "the same cid got another answer"

    @rule(pick=PICK)
    def mix_up(self, pick: int) -> None:
        """S2: the same cid with other words is an error."""
        known = [one for one in self.sent if one[3] in self.sim.acked and one[1] == "note.post"]
        if known:
            seat, name, body, cid, _ = known[pick % len(known)]
            redacted = any(one["text"] == "" for one in self.sim.chain.of_type("note"))
            self.ask(seat, name, True, cid, **{**body, "text": body["text"] + "!"})
            answers = self.sent.pop()[4]
            assert redacted or not answers or answers[0]["code"] in ("bad", "retry"), answers

    # the facilitator

    @rule(pick=PICK, on=st.booleans(), soon=SOON)
    def hide(self, pick: int, on: bool, soon: bool) -> None:
        self.do("note.hide", soon, notes=[self.some("note", pick)], on=on)

    @rule(picks=st.lists(PICK, min_size=1, max_size=3), lane=st.sampled_from(["1", "2"]), soon=SOON)
    def move(self, picks: list[int], lane: str, soon: bool) -> None:
        self.do("note.move", soon, notes=[self.some("note", pick) for pick in picks], lane=lane)

    @rule(picks=st.lists(PICK, min_size=1, max_size=3), group=PICK, soon=SOON)
    def move_into(self, picks: list[int], group: int, soon: bool) -> None:
        cluster = self.some("cluster", group)
        self.do("note.move", soon, notes=[self.some("note", pick) for pick in picks], cluster=cluster)

    @rule(into=PICK, picks=st.lists(PICK, min_size=1, max_size=3), soon=SOON)
    def merge(self, into: int, picks: list[int], soon: bool) -> None:
        notes = [self.some("note", pick, step=self.sim.steps[0]) for pick in picks]
        self.do("note.merge", soon, into=self.some("note", into, step=self.sim.steps[0]), notes=notes)

    @rule(pick=PICK, soon=SOON)
    def split(self, pick: int, soon: bool) -> None:
        piled = [note["id"] for note in self.sim.chain.of_type("note") if note.get("merged") or note.get("into")]
        self.do("note.split", soon, note=piled[pick % len(piled)] if piled else self.some("note", pick))

    @rule(picks=st.lists(PICK, min_size=0, max_size=3), wall=st.sampled_from([0, 0, 1]), soon=SOON)
    def group(self, picks: list[int], wall: int, soon: bool) -> None:
        step = self.sim.steps[wall]
        notes = [self.some("note", pick, step=step) for pick in picks]
        self.do("cluster.make", soon, step=step, notes=notes)

    @rule(pick=PICK, name=NAMES, block=st.sampled_from([None, 0, 3]), soon=SOON)
    def name_group(self, pick: int, name: str, block: int | None, soon: bool) -> None:
        more = {} if block is None else {"block": block}
        self.do("cluster.rename", soon, cluster=self.some("cluster", pick), name=name, **more)

    @rule(pick=PICK, soon=SOON)
    def dissolve(self, pick: int, soon: bool) -> None:
        self.do("cluster.dissolve", soon, cluster=self.some("cluster", pick))

    @rule(pick=PICK, block=st.integers(0, 7), soon=SOON)
    def colour(self, pick: int, block: int, soon: bool) -> None:
        self.do("note.block", soon, notes=[self.some("note", pick)], block=block)

    @rule(pick=PICK)
    def redact(self, pick: int) -> None:
        self.do("note.redact", True, note=self.some("note", pick))

    @rule(lines=st.lists(TEXTS, min_size=1, max_size=3), wall=st.sampled_from([0, 1]), soon=SOON)
    def on_behalf(self, lines: list[str], wall: int, soon: bool) -> None:
        self.do("note.many", soon, step=self.sim.steps[wall], lines=lines)

    @rule(pick=PICK, back=st.integers(0, 3), soon=SOON)
    def undo(self, pick: int, back: int, soon: bool) -> None:
        """The last deed that can be undone, or an older one, or an undo itself."""
        deeds = list(self.sim.chain.deeds)
        if deeds:
            self.do("undo", soon, seq=deeds[-1 - back % len(deeds)])

    @rule(pick=st.sampled_from([0, 1, 2, 2, 3, 3, 4, 5, 6]), soon=SOON)
    def go(self, pick: int, soon: bool) -> None:
        self.do("meeting.go", soon, step=self.step(pick))

    @rule(pick=st.sampled_from([0, 0, 1, 2, 3, 5]), on=st.sampled_from([True, True, False]), soon=SOON)
    def reveal(self, pick: int, on: bool, soon: bool) -> None:
        self.do("step.reveal", soon, step=self.step(pick), on=on)

    @rule(pick=PICK, after=PICK, soon=SOON)
    def move_step(self, pick: int, after: int, soon: bool) -> None:
        self.do("step.move", soon, step=self.step(pick), after=self.step(after))

    @rule(pick=st.sampled_from([0, 1, 4, 6]), soon=SOON)
    def remove_step(self, pick: int, soon: bool) -> None:
        self.do("step.remove", soon, step=self.step(pick))

    @rule(keep=st.sampled_from([["1"], ["1", "2"], ["2", "1", ""], ["2"]]), soon=SOON)
    def ask_otherwise(self, keep: list[str], soon: bool) -> None:
        prompts = [{"id": identity, "text": "Wat ziet u?"} for identity in keep]
        self.do("step.edit", soon, step=self.sim.steps[0], prompts=prompts)

    @rule(on=st.booleans(), at=st.sampled_from([2, 3]), soon=SOON)
    def close_weighing(self, on: bool, at: int, soon: bool) -> None:
        self.do("weighing.close", soon, step=self.sim.steps[at], on=on)

    @rule(pick=PICK, at=st.sampled_from([2, 3]), soon=SOON)
    def include(self, pick: int, at: int, soon: bool) -> None:
        self.do("weighing.include", soon, step=self.sim.steps[at], candidates=[self.some("note", pick)])

    @rule(who=PICK, pick=PICK, text=TEXTS, soon=SOON)
    def act(self, who: int, pick: int, text: str, soon: bool) -> None:
        body = {"step": self.sim.steps[4], "what": text, "sources": [self.some("note", pick)]}
        self.ask(self.person(who) if who % 2 else self.sim.facilitator, "action.make", soon, **body)

    @rule(pick=PICK, place=st.sampled_from([1, 2, None]), soon=SOON)
    def rank(self, pick: int, place: int | None, soon: bool) -> None:
        action = self.some("action", pick)
        self.do("action.accept", soon, action=action)
        self.do("action.rank", soon, action=action, place=place)

    @rule(part=st.sampled_from([0, 1, 2, 9]), away=st.sampled_from([False, False, True]), soon=SOON)
    def sheet(self, part: int, away: bool, soon: bool) -> None:
        self.do("sheet.away", soon) if away else self.do("sheet.show", soon, page="rollen/uitvoerder", part=part)

    @rule(soon=SOON, reopen=st.sampled_from([True, True, False]), erase=st.booleans())
    def close(self, soon: bool, reopen: bool, erase: bool) -> None:
        self.vote(0, 0, 1, 2, soon)
        self.do("meeting.close", soon)
        if reopen:
            self.do("meeting.open", soon)
            self.vote(0, 0, 1, 2, soon)
        self.do("people.erase", soon) if erase else None

    @precondition(lambda self: self.sim.chain.entities[self.sim.meeting]["state"] == "closed")
    @rule(soon=SOON)
    def reopen(self, soon: bool) -> None:
        self.do("meeting.open", soon)

    @precondition(lambda self: len(self.seats) == MOST_PEOPLE)
    @rule(who=PICK)
    def send_away(self, who: int) -> None:
        self.do("participant.remove", True, participant=self.person(who).id)
