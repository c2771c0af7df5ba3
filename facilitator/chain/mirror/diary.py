"""What the book tells about time: when the room was at which step, who was there, and when each note came in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from facilitator.chain.model import Event

PAUSE = 3 * 3600  # seconds: a meeting that stands open so long without anything happening was not running


@dataclass
class Stay:
    """A stretch of time at a step (`step` is "" before the first), in seconds since 1970."""

    step: str
    since: float
    until: float


@dataclass
class Diary:
    """One meeting on the clock, folded from its events.

    `arrivals` has for each note the seconds that its step had lasted when it came in, all stays added up; notes that
    came when the room was elsewhere are not in it. `people` has who was at the table while the room was at a step.
    `planned` has the minutes that the agenda gave a step when it began, `visits` how often the room went there.
    """

    stays: list[Stay] = field(default_factory=list)
    arrivals: dict[str, float] = field(default_factory=dict)
    people: dict[str, set[str]] = field(default_factory=dict)
    planned: dict[str, int] = field(default_factory=dict)
    visits: dict[str, int] = field(default_factory=dict)
    idle: float = 0.0

    def spent(self, step: str) -> float:
        """Seconds that the room was at a step while the meeting ran."""
        return sum(stay.until - stay.since for stay in self.stays if stay.step == step)

    def step_at(self, moment: float) -> str:
        """The step where the room was when the clock said this, or ""."""
        return next((stay.step for stay in self.stays if stay.since <= moment <= stay.until), "")

    @property
    def ran(self) -> float:
        """Seconds that the meeting ran: open, with something happening at least once in PAUSE."""
        return sum(stay.until - stay.since for stay in self.stays)


class Reader:
    """Reads the events of one meeting in their order. Times of anonymous events are to the minute, so may lie back."""

    def __init__(self, meeting: str) -> None:
        self.meeting, self.diary = meeting, Diary()
        self.step, self.stay, self.now = "", None, 0.0  # type: str, Stay | None, float
        self.minutes: dict[str, int] = {}
        self.here: set[str] = set()

    def read(self, event: Event) -> None:
        """Take one event of the meeting."""
        self.at(event.at)
        body, diary = event.body, self.diary
        match event.name:
            case "step.added":
                self.minutes[body["id"]] = body["step"].get("minutes", 0)
            case "step.edited":
                self.minutes[body["id"]] = body["fields"].get("minutes", self.minutes.get(body["id"], 0))
            case "step.started":
                diary.planned[body["id"]] = self.minutes.get(body["id"], 0)
            case "meeting.opened":
                self.enter()
            case "meeting.closed":
                self.stay = None
            case "meeting.went":
                self.step = body["step"]
                diary.visits[self.step] = diary.visits.get(self.step, 0) + 1
                self.enter()
            case "participant.joined":
                self.here.add(body["id"])
                if self.stay is not None:
                    diary.people.setdefault(self.step, set()).add(body["id"])
            case "participant.removed":
                self.here.discard(body["id"])
            case "note.posted" if self.stay is not None and event.step == self.step:
                before = diary.spent(self.step) - (self.stay.until - self.stay.since)
                diary.arrivals[body["id"]] = before + max(0.0, event.at - self.stay.since)

    def at(self, moment: float) -> None:
        """Time goes on; a stretch without anything, too long to have been a meeting, does not count."""
        if self.stay is not None and moment > self.now:
            if moment - self.now > PAUSE:
                self.diary.idle += moment - self.now
                self.stay = Stay(self.step, moment, moment)
                self.diary.stays.append(self.stay)
            self.stay.until = moment
        self.now = max(self.now, moment)

    def enter(self) -> None:
        self.stay = Stay(self.step, self.now, self.now)
        self.diary.stays.append(self.stay)
        self.diary.people.setdefault(self.step, set()).update(self.here)

    def close(self, now: float) -> Diary:
        """The diary until now; what was not begun has the minutes of the agenda as it stands."""
        if self.stay is not None and 0 < now - self.now <= PAUSE:
            self.at(now)
        self.diary.planned = {**self.minutes, **self.diary.planned}
        return self.diary


def fold(events: Iterable[Event], meeting: str, now: float) -> Diary:
    """Of one meeting, from all events of its book; `now` ends a meeting that still runs."""
    reader = Reader(meeting)
    for event in events:
        if event.meeting == meeting:
            reader.read(event)
    return reader.close(now)
