"""A replay is exact: what the screens show at a moment is what they showed then, in every way in which one gets there.

Twenty seeded meetings with undo, merging, other steps, and a house that dies and is started again.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest

from exercises.registry import rulebook
from facilitator.chain.command import Seat
from facilitator.chain.model import Chain, Event
from facilitator.chain.rules import Rulebook
from facilitator.chain.views import EMPTIED
from facilitator.rooms.replay import CHANNELS, OWN, Look, Tape, Veil, emptied, pseudonyms
from tests.chain.keeping import Keeping

TEXTS = ("Wachttijd", "Geen loket", "Buurtteam belt", "Onbekend", "Ook op zondag")
ACTS = 20


@dataclass
class Then:
    """What was shown after an event, and who was called what at that time."""

    seq: int
    people: dict[str, dict[str, str]]
    held: dict[str, dict[str, Any]] = field(default_factory=dict)


class Meeting(Keeping):
    """A meeting by chance, remembered at every tenth; `events` is its book as it is on disk at the end."""

    def __init__(self, seed: int) -> None:
        super().__init__()
        self.chance = random.Random(seed)
        self.then: list[Then] = []
        notes = [(n, n % 2, "1", TEXTS[n % 5]) for n in range(self.chance.randint(4, 9))]
        self.begin(notes, self.chance.choice([2, 3, 5, 7]), self.chance.random() < 0.5)
        for number in range(1, ACTS + 1):
            self.turn()
            if number % (ACTS // 10) == 0:
                self.remember()
            if number == ACTS // 2:
                self.sim.restart()
        self.events = self.sim.written()
        self.emptied = emptied(self.sim.chain)

    def ask(self, seat: Seat, name: str, soon: bool, /, cid: str = "", **body: Any) -> None:
        """That a refusal changes nothing is another test's; here it would only cost time."""
        self.sim.ask(seat, name, body, cid)
        self.sim.drain()

    def turn(self) -> None:
        """One act of somebody."""
        pick, chance = self.chance.randrange, self.chance
        act = chance.choice(
            ["post", "post", "edit", "withdraw", "vote", "rate", "commit", "shift", "run", "undo", "undo"]
        )
        match act:
            case "post":
                self.post(pick(12), chance.choice([0, 0, 1]), chance.choice(["1", "2"]), chance.choice(TEXTS), True)
            case "edit":
                self.edit(pick(12), pick(12), chance.choice(TEXTS), True)
            case "withdraw":
                self.withdraw(pick(12), pick(12), chance.random() < 0.7, True)
            case "vote":
                self.vote(pick(12), pick(12), 1, 2, True)
            case "rate":
                self.rate(pick(12), pick(12), 1 + pick(5), 1 + pick(5), True)
            case "commit":
                self.commit(pick(12), chance.choice(TEXTS), True)
            case "shift":
                self.shift(pick)
            case "run":
                self.run(pick)
            case "undo":
                self.undo(0, pick(3), True)

    def shift(self, pick: Any) -> None:
        """The facilitator arranges what hangs there."""
        match pick(8):
            case 0:
                self.hide(pick(12), pick(2) > 0, True)
            case 1:
                self.merge(pick(12), [pick(12), pick(12)], True)
            case 2:
                self.split(pick(12), True)
            case 3:
                self.move([pick(12), pick(12)], "2", True)
            case 4:
                self.group([pick(12), pick(12)], 0, True)
            case 5:
                self.dissolve(pick(12), True)
            case 6:
                self.colour(pick(12), pick(8), True)
            case 7:
                self.redact(pick(12)) if pick(3) else self.act(pick(12), pick(12), "Bellen", True)

    def run(self, pick: Any) -> None:
        """The facilitator leads the meeting."""
        match pick(8):
            case 0 | 1:
                self.go(pick(10), True)
            case 2:
                self.reveal(pick(6), pick(3) > 0, True)
            case 3:
                self.remove_step(pick(7), True)
            case 4:
                self.close_weighing(pick(2) > 0, 2 + pick(2), True)
            case 5:
                self.rank(pick(12), pick(2) + 1, True)
            case 6:
                self.close(True, True, pick(4) == 0)
            case 7:
                self.join("Bram" + str(pick(9)), "Thuiszorg") if len(self.seats) < 4 else self.sheet(1, False, True)

    def remember(self) -> None:
        self.sim.drain()
        room = self.sim.room
        held = {name: plain(room.held[name, self.sim.meeting, ""]) for name in CHANNELS}
        self.then.append(Then(room.chain.seq, plain(room.people), held))

    def tape(self, rules: Rulebook | None = None) -> Tape:
        tape = Tape(rules or self.sim.book, self.sim.id, every=25)
        tape.add(self.events)
        return tape

    def look(self, tape: Tape, people: Any) -> Look:
        return Look(tape, Veil(self.sim.rooms.gate, self.emptied, True), self.sim.meeting, people)

    def expected(self, then: Then) -> dict[str, dict[str, Any]]:
        """What was shown, without the texts that were emptied since and the names of who left."""
        found = {name: {key: dict(view) for key, view in held.items()} for name, held in then.held.items()}
        for held in found.values():
            for identity in self.emptied & held.keys():
                if held[identity]["type"] == "note":
                    held[identity]["text"] = EMPTIED
                elif held[identity]["type"] == "participant":
                    held[identity].pop("name", None)
        return found


def plain(value: Any) -> Any:
    return json.loads(json.dumps(value))


def takes(pages: dict[str, dict[str, Any]], patches: dict[str, dict[str, Any]], since: int | None) -> None:
    """What a page does with patches (S3)."""
    for name, patch in patches.items():
        assert patch["from"] in (None, since)
        if patch["from"] is None:
            pages[name] = {}
        pages[name].update(plain(patch["put"]))
        for identity in patch["drop"]:
            del pages[name][identity]


def differences(meeting: Meeting, tape: Tape) -> list[str]:
    """Where the replay shows something else: rolling on with patches from the start, and jumping back at once."""
    found = []
    for then in meeting.then:
        whole = meeting.look(tape, then.people).go(then.seq, None)
        found += [
            f"{name} at {then.seq}"
            for name, held in meeting.expected(then).items()
            if plain(whole[name]["put"]) != held
        ]
    pages: dict[str, dict[str, Any]] = {}
    last = meeting.then[-1]
    look, since = meeting.look(tape, last.people), None
    for event in meeting.events:
        takes(pages, look.go(event.seq, since), since)
        since = event.seq
        if since == last.seq:
            found += [f"{name} by patches" for name, held in meeting.expected(last).items() if pages[name] != held]
    back = look.go(meeting.then[0].seq, since)
    assert all(patch["from"] is None for patch in back.values())
    fresh = meeting.look(tape, last.people).go(meeting.then[0].seq, None)
    assert plain(back) == plain(fresh), "jumping back leads elsewhere"
    return found


@pytest.fixture(scope="module")
def meetings() -> Iterator[list[Meeting]]:
    found = [Meeting(seed) for seed in range(1, 21)]
    yield found
    for meeting in found:
        meeting.sim.remove()


def test_a_replay_shows_what_the_live_screens_showed(meetings: list[Meeting]) -> None:
    for seed, meeting in enumerate(meetings, 1):
        assert differences(meeting, meeting.tape()) == [], f"seed {seed}"


def test_one_can_go_to_every_act(meetings: list[Meeting]) -> None:
    """No two at the same place on the line of time, also anonymous ones, which say the minute only."""
    for meeting in meetings:
        tape = meeting.tape()
        stops = tape.course(meeting.sim.meeting).stops
        assert [seq for seq, _, _ in stops] == sorted({seq for seq, _, _ in stops})
        assert [t for _, t, _ in stops] == sorted({t for _, t, _ in stops})
        assert stops[-1][0] == meeting.events[-1].seq


def test_the_meetings_had_something_in_them(meetings: list[Meeting]) -> None:
    """What the test above is about did happen: undo, merging, another step, hiding, emptying, and a start anew."""
    names = {event.name for meeting in meetings for event in meeting.events}
    assert {"notes.placed", "notes.hidden", "note.redacted", "meeting.went", "step.removed", "people.erased"} <= names
    assert sum("undoes" in event.body for meeting in meetings for event in meeting.events) > 20
    assert sum(bool(meeting.emptied) for meeting in meetings) > 3


class Forgetful(Rulebook):
    """A broken fold: leaves out what was taken back."""

    def apply(self, chain: Chain, event: Event) -> None:
        if event.body.get("undoes"):
            chain.seq = event.seq
        else:
            super().apply(chain, event)


class Hasty(Rulebook):
    """Another one: a pile is never made."""

    def apply(self, chain: Chain, event: Event) -> None:
        if event.name == "notes.placed":
            chain.seq = event.seq
        else:
            super().apply(chain, event)


@pytest.mark.parametrize("broken", [Forgetful, Hasty])
def test_control_a_broken_fold_is_seen(meetings: list[Meeting], broken: type[Rulebook]) -> None:
    book = broken(rulebook().kinds.values())
    assert any(differences(meeting, meeting.tape(book)) for meeting in meetings[:5])


def test_what_was_emptied_since_is_not_told(meetings: list[Meeting]) -> None:
    """Not even an empty place: the sentence stands there, also at the time when the text was still to be read."""
    meeting, identity = next((one, note) for one in meetings for note in sorted(one.emptied) if note.startswith("n"))
    tape = meeting.tape()
    first = next(event.seq for event in meeting.events if event.body.get("id") == identity)
    shown = meeting.look(tape, {}).go(first, None)["control"]["put"][identity]
    assert shown["text"] == EMPTIED
    assert not any(event.body.get("text") for event in tape.events if event.body.get("id") == identity)


def test_nobody_is_named_by_a_directory_of_numbers(meetings: list[Meeting]) -> None:
    meeting = meetings[0]
    tape = meeting.tape()
    look = Look(tape, Veil(meeting.sim.rooms.gate, frozenset(), False), meeting.sim.meeting, pseudonyms(tape.chain))
    shown = json.dumps([patch["put"] for patch in look.go(tape.seq, None).values()])
    assert "Deelnemer 1" in shown
    assert "Truus" not in shown


def unnamed(meeting: Meeting, veil: type[Veil]) -> tuple[set[str], list[str]]:
    """(what sorts of things chosen phones hold, what of it the control room does not name that person at)."""
    tape, sorts, found = meeting.tape(), set(), []
    for then in meeting.then[4::5]:
        for seat in meeting.seats:
            gate = veil(meeting.sim.rooms.gate, meeting.emptied, True)
            shown = Look(tape, gate, meeting.sim.meeting, then.people, seat.id).go(then.seq, None, ("control", OWN))
            name = then.people.get(seat.id, {}).get("name")
            for identity, view in shown[OWN]["put"].items():
                sorts.add(view["type"])
                by = shown["control"]["put"].get(identity, {}).get("by")
                if identity != seat.id and (not by or by != name):
                    found.append(f"{identity} of {name}")
    return sorts, found


class Open(Veil):
    """A veil that forgets what was promised: it shows a phone as it was."""

    def credited(self, *_: Any) -> bool:
        return True


def test_a_chosen_phone_says_of_nobody_what_the_control_room_does_not(meetings: list[Meeting]) -> None:
    """What was asked without names, or for the organisation only, stays so; and so do ballots and marks."""
    for meeting in meetings[:6]:
        assert unnamed(meeting, Veil) == ({"participant"}, []), "no step here asks for names"


def test_control_without_the_veil_it_would(meetings: list[Meeting]) -> None:
    assert any(unnamed(meeting, Open)[1] for meeting in meetings[:6])
