"""A whole house without a network: real rooms, a real ledger on disk, model pages, and a writer that the test runs."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from exercises.registry import rulebook
from facilitator.chain.command import FACILITATOR, PARTICIPANT, SCREEN, Command, Seat
from facilitator.chain.model import Chain, Event
from facilitator.rooms import Room, Rooms
from facilitator.store import Ledger
from tests.chain.pages import Page
from tests.kinds.tables import Shelf, Template, step

Answer = dict[str, Any]
MEMORY = Path("/dev/shm")  # where a file system lives in memory: the same ledger, without waiting for a disk
PROMPTS = [{"id": "1", "text": "Wat gaat goed?"}, {"id": "2", "text": "Wat kan beter?"}]
AGENDA = [
    {**step("briefjes", None), "prompts": PROMPTS},
    {**step("briefjes", None, names="anoniem", approve=True), "prompts": PROMPTS},
    {**step("stemmen", 0), "prompts": PROMPTS[:1]},
    {**step("matrix", 0), "prompts": PROMPTS[:1]},
    {**step("acties", 0), "prompts": PROMPTS[:1]},
    {**step("afsluiten", None, names="anoniem"), "prompts": PROMPTS[:1]},
    {**step("terugblik", None, names="naam"), "prompts": []},
    step("doelen", None),
    step("rollen", None),
    step("netwerk", None),
    step("kennismaking", None),
]
EARLIER = [
    {**step("briefjes", None), "prompts": PROMPTS},
    {**step("acties", 0), "prompts": PROMPTS[:1]},
    step("doelen", None),
    step("rollen", None),
]


class Disk(Ledger):
    """The real ledger; while `full`, no transaction comes through."""

    full = False

    def append(self, entries: Any) -> None:
        if self.full:
            raise OSError("de schijf is vol")
        super().append(entries)


class Sim:
    """One house with one meeting of eleven steps, between an earlier one and a later one that was planned before both.

    Commands wait in the writer until `drain`.
    """

    room_of: type[Room] = Room
    page_of: type[Page] = Page

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="ketentafel-sim-", dir=MEMORY if MEMORY.is_dir() else None))
        self.book = rulebook()
        self.time = 1_763_800_000.0
        self.pages: list[Page] = []
        self.cids: dict[str, list[str]] = {}  # by seat: what the phone keeps to prove what it wrote
        self.acked: dict[str, Answer] = {}  # cid -> the first ok answer
        self.number = 0
        self.open()
        made: list[Answer] = []
        self.rooms.make_chain({"name": "Veluwerand"}, made.append)
        self.drain()
        self.id = made[0]["chain"]
        self.before()
        self.facilitator = Seat(FACILITATOR)
        self.meeting = self.ok("meeting.create", title="Start", template="proef")["ids"][0]
        self.facilitator = Seat(FACILITATOR, self.meeting)
        self.ok("meeting.open")
        self.steps = list(self.chain.entities[self.meeting]["steps"])
        self.ok("meeting.go", step=self.steps[0])
        for seat in (self.facilitator, Seat(SCREEN, self.meeting), Seat(FACILITATOR, self.later)):
            self.arrive(seat)

    def before(self) -> None:
        """A meeting that is over: actions (one was finished there), a goal, a role with a name, an instrument."""
        self.facilitator = Seat(FACILITATOR)
        self.later = self.ok("meeting.create", title="Lang vooruit", template="eerder")["ids"][0]
        self.earlier = self.ok("meeting.create", title="Vorige keer", template="eerder")["ids"][0]
        self.facilitator = Seat(FACILITATOR, self.earlier)
        steps = self.chain.entities[self.earlier]["steps"]
        self.ok("meeting.open")
        for step_id in steps:
            self.ok("meeting.go", step=step_id)
        _, actions, goals, roles = steps
        self.ok("goal.adopt", goal=self.ok("goal.make", step=goals, text="De weg weten")["ids"][0])
        self.ok("goal.make", step=goals, text="Een voorstel dat bleef liggen")
        self.ok("instrument.add", step=roles, name="Cursus", block=4)
        self.ok("role.assign", step=roles, slot="chain_director", organisation="Gemeente Ede", contact="Wilhelmina")
        for what, status in (("Bellen", "bezig"), ("Een kaart maken", "voltooid"), ("Uitnodigen", "nog niet begonnen")):
            self.ok("action.make", step=actions, what=what, status=status)
        self.ok("meeting.close")

    def open(self) -> None:
        self.disk = Disk(self.folder)
        self.starts: list[Callable[[], None]] = []
        house = type("House", (Rooms,), {"room_of": self.room_of})
        shelf = Shelf(AGENDA)
        shelf.agendas["eerder"] = Template(EARLIER)
        shelf.exercises["terugblik"] = Template([{**step("terugblik", None, names="naam")}]).step_templates()[0]
        self.rooms = house(
            self.disk,
            self.book,
            shelf,
            start=self.starts.append,
            clock=self.clock,
            fanout=self.carry,
            on_reload=self.start_over,
        )

    def shut(self) -> None:
        self.disk.connection.close()
        self.disk.lock.close()

    def remove(self) -> None:
        self.shut()
        shutil.rmtree(self.folder)

    def clock(self) -> float:
        self.time += 7.25
        return self.time

    @property
    def room(self) -> Room:
        return self.rooms.get(self.id)

    @property
    def chain(self) -> Chain:
        return self.room.chain

    # asking

    def ask(self, seat: Seat, name: str, body: dict[str, Any], cid: str = "") -> tuple[str, list[Answer]]:
        """Send a command; the answer comes into the list when the writer has run. Known cids are told from refusals."""
        if not cid:
            self.number += 1
            cid = f"{self.number:032x}"
        if seat.role == PARTICIPANT and seat.id:
            self.cids.setdefault(seat.id, []).append(cid)
        answers: list[Answer] = []
        writes: list[bool] = []

        def done(answer: Answer) -> None:
            answers.append(answer)
            if answer["ok"] and writes != [False]:
                self.acked.setdefault(cid, answer)

        self.room.accept(Command(name, json.loads(json.dumps(body)), seat, cid), done)
        writes.append(self.rooms.writer.queue[-1].entry is not None)
        return cid, answers

    def ok(self, name: str, /, **body: Any) -> Answer:
        _, answers = self.ask(self.facilitator, name, body)
        self.drain()
        assert answers[0]["ok"], answers[0]
        return answers[0]

    def join(self, name: str = "Truus", organisation: str = "Steunpunt") -> Seat:
        body = {"name": name, "organisation": organisation, "profession": ""}
        _, answers = self.ask(Seat(PARTICIPANT, self.meeting), "participant.join", body)
        self.drain()
        seat = Seat(PARTICIPANT, self.meeting, answers[0]["ids"][-1])
        self.arrive(seat)
        return seat

    def drain(self) -> None:
        """Let the writer commit and speak."""
        while self.starts:
            self.starts.pop(0)()

    def first_events(self) -> dict[str, list[int]]:
        """The numbers of each command's first events on disk, by what the book keeps of the cid."""
        found: dict[str, list[int]] = {}
        for seq, op in self.disk.connection.execute(
            "select seq, cid from events where cid <> '' and chain = ?", (self.id,)
        ):
            found.setdefault(op, []).append(seq)
        return found

    def written(self) -> list[Event]:
        return list(self.disk.read(self.id))

    # carrying

    def carry(self, room: Room, channel: tuple[str, str, str], patch: dict[str, Any]) -> None:
        for page in self.pages:
            if page.here and channel in room.channels(page.seat):
                page.road.append(json.loads(json.dumps(patch)))

    def start_over(self, room: Room) -> None:
        """As the wire does after a failed commit: whole views of the new epoch to everybody."""
        for page in self.pages:
            if page.here:
                page.road += [json.loads(json.dumps(room.whole(channel))) for channel in room.channels(page.seat)]

    def arrive(self, seat: Seat) -> Page:
        page = self.page_of(seat)
        self.pages.append(page)
        self.hello(page)
        return page

    def hello(self, page: Page) -> None:
        """What is on its way then is of an earlier connection, or comes before the answer: it stays on the road."""

        def done(found: list[Any]) -> None:
            page.road += [json.loads(json.dumps(patch)) for _, patch in found if patch is not None]

        self.room.hello(page.seat, page.have(), self.cids.get(page.seat.id, []), done)

    def deliver(self, page: Page) -> None:
        if page.road and page.take(page.road.pop(0)) == "gap":
            self.hello(page)

    def restart(self) -> None:
        """The process dies as it is: what was not committed is gone, connections break; then it is started again."""
        self.shut()
        for page in self.pages:
            page.road.clear()
        self.open()
        for page in self.pages:
            if page.here:
                self.hello(page)

    def settle(self) -> None:
        """Quiet: everything arrives; then every page says hello once more, as when its line comes back."""
        self.arrive_all()
        for page in self.pages:
            page.here = True
            self.hello(page)
        self.arrive_all()

    def arrive_all(self) -> None:
        self.drain()
        for page in self.pages:
            for _ in range(1000):
                if not page.road:
                    break
                self.deliver(page)
                self.drain()

    # looking

    def whole(self, channel: tuple[str, str, str]) -> dict[str, Any]:
        room = self.room
        return json.loads(json.dumps(self.rooms.gate.whole(room.chain, room.people, room.audience(channel))))

    def memory(self) -> str:
        """Everything that a refusal must leave alone."""
        room, chain = self.room, self.chain
        parts = [chain.seq, chain.entities, chain.by_step, chain.deeds, chain.aspects, chain.answered]
        return repr([*parts, room.people, room.salts, room.held, room.version])


def summary(chain: Chain) -> list[Any]:
    """What two chains must have in common. (The fingerprint of an emptied text goes from disk only.)"""
    answered = {op: (seq, made) for op, (seq, _, made) in chain.answered.items()}
    deeds = {seq: vars(deed) for seq, deed in chain.deeds.items()}
    return [chain.seq, chain.entities, chain.by_type, chain.by_step, deeds, chain.aspects, answered]
