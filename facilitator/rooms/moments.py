"""The course of a meeting for somebody who looks back: when what came in, its steps, and the moments to go to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from facilitator.chain.model import Chain, Event

LONG = 30 * 60  # seconds without any act that are no meeting any more: the line of time folds them together
FOLDED = 60  # to this many
LEAST = 0.1  # seconds between two acts on that line, so that one can go to each (anonymous ones say the minute only)
SORTS = ("facilitator", "note", "vote", "answer", "person")  # by number in a course's stops
SORT_OF = {
    "note.posted": 1,
    "ballot.cast": 2,
    "rating.given": 2,
    "cards.counted": 2,
    "introduction.given": 3,
    "commitment.made": 3,
    "progress.told": 3,
    "place.told": 3,
    "tie.told": 3,
    "role.offered": 3,
    "network.said": 3,
    "network.proposed": 3,
    "reflection.readied": 3,
    "goal.made": 3,
    "taker.came": 3,
    "participant.joined": 4,
}
LEAPT = "Oefening: de klok gaat {} vooruit"
DARK, LIGHT = "Oefening: het scherm valt uit", "Oefening: het uitgevallen scherm is terug"
Moment = dict[str, Any]


@dataclass
class Course:
    """One meeting on a tape. `stops` are its commands as (last event, seconds on the line of time, sort).

    `began` is the clock at 0 on that line; a fold is (from, to, clock before, clock after) where nothing happened for
    long. `steps` are the stretches between two steps: {step, title, nr, from, to, counts}.
    """

    began: float = 0.0
    stops: list[tuple[int, float, int]] = field(default_factory=list)
    folds: list[tuple[float, float, float, float]] = field(default_factory=list)
    steps: list[Moment] = field(default_factory=list)
    moments: list[Moment] = field(default_factory=list)

    @property
    def end(self) -> float:
        return self.stops[-1][1] if self.stops else 0.0

    def at(self, clock: float) -> float | None:
        """Where on the line of time the clock said this; None before the first act and after the last."""
        t = clock - self.began
        for start, to, before, after in self.folds:
            if clock >= after:
                t -= (after - before) - (to - start)
            elif clock > before:
                t = start + (clock - before) / (after - before) * (to - start)
                break
        return t if self.stops and 0 <= t <= self.end else None

    def with_starts(self, clocks: Iterable[float], notes: Iterable[tuple[float, str, float]] = ()) -> list[Moment]:
        """The moments, with what no book tells: when the house was started while the meeting went on, and what was
        played in a practice house (live/played.py).
        """
        told = [(clock, "start", "Ketentafel is opnieuw gestart") for clock in clocks]
        told += [(clock, "played", played(what, seconds)) for clock, what, seconds in notes]
        found = list(self.moments)
        for clock, sort, say in told:
            t = self.at(clock)
            if t is not None:
                number = next((one["nr"] for one in reversed(self.steps) if one["from"] <= t), 0)
                found.append({"t": round(t, 1), "sort": sort, "say": say, "nr": number})
        return sorted(found, key=lambda one: one["t"])


class Follower:
    """Reads along with a tape and makes the course of one meeting. `chain` is the tape's after each command."""

    def __init__(self, meeting: str) -> None:
        self.meeting, self.course = meeting, Course()
        self.open = False  # people are at the table
        self.clock = 0.0  # the latest time that was written
        self.folded = 0.0  # seconds that are not on the line of time
        self.wrote: set[str] = set()  # steps with a first note
        self.at = ""

    def read(self, chain: Chain, events: list[Event]) -> None:
        """The events of one command, already applied."""
        mine = [event for event in events if event.meeting == self.meeting]
        if not self.course.stops and all(event.name != "meeting.opened" for event in mine):
            return
        if not mine and not self.open:
            return  # another meeting of this keten, before or after
        clock = max([self.clock, *(event.at for event in events)])  # anonymous events say the minute only
        course, last = self.course, self.course.end
        if not course.stops:
            course.began, t = clock, 0.0
        else:
            before = course.began + last + self.folded
            if clock - before > LONG:
                course.folds.append((last, last + FOLDED, before, clock))
                self.folded += clock - before - FOLDED
            t = round(max(last + LEAST, clock - course.began - self.folded), 1)
        self.clock = clock
        sort = max((SORT_OF.get(event.name, 0) for event in mine), default=0)
        course.stops.append((events[-1].seq, t, sort))
        for event in mine:
            for kind, text in self.told(chain, event):
                number = course.steps[-1]["nr"] if course.steps else 0
                course.moments.append({"t": t, "sort": kind, "say": text, "nr": number})
        if course.steps:
            counts = course.steps[-1]["counts"]
            counts[sort] += 1
            course.steps[-1]["to"] = t

    def told(self, chain: Chain, event: Event) -> Iterator[tuple[str, str]]:
        """What an event is to somebody who looks for a moment: (sort, words), without anybody's name."""
        body = event.body
        if body.get("undoes"):
            yield "undo", "Iets ongedaan gemaakt"
            return
        match event.name:
            case "meeting.opened":
                yield "door", "De deur gaat open" if not self.at else "De deur gaat weer open"
                self.open = True
            case "meeting.closed":
                yield "door", "De bijeenkomst is afgesloten"
                self.open = False
            case "meeting.went" if body["step"] != self.at:
                self.at = body["step"]
                yield "step", self.begun(chain, body["step"])
            case "meeting.blanked":
                yield "blank", "Het scherm gaat op zwart" if body["on"] else "Het scherm is weer aan"
            case "note.posted" if event.step not in self.wrote:
                self.wrote.add(event.step)
                yield "first", "Eerste briefje"
            case "step.revealed" if body["id"] == self.at:  # what a step begins with was never hidden
                yield "reveal", "Aan de zaal getoond" if body["on"] else "Weer verborgen"
            case "step.set" if "closed" in body["fields"]:
                yield "vote", "De stemming is gesloten" if body["fields"]["closed"] else "De stemming is weer open"
            case "notes.hidden":
                yield "hidden", few(len(body["ids"]), "briefje verborgen", "briefjes verborgen")

    def begun(self, chain: Chain, step: str) -> str:
        """The room comes to a step: a new stretch on the line of time."""
        course, found = self.course, chain.entities[self.meeting]["steps"]
        t = course.end
        if course.steps:
            course.steps[-1]["to"] = t
        number = found.index(step) + 1 if step in found else 0
        title = chain.entities[step]["title"]
        stretch = {"step": step, "title": title, "nr": number, "from": t, "to": t}
        course.steps.append({**stretch, "counts": [0] * len(SORTS)})
        return f"Stap {number}: {title}" if number else title


def played(what: str, seconds: float) -> str:
    if what == "dark":
        return DARK if seconds else LIGHT
    return LEAPT.format(few(round(seconds / 60), "minuut", "minuten"))


def few(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def commands(events: list[Event]) -> Iterator[list[Event]]:
    """The events of a book, command by command: the first of each carries what is left of its cid."""
    found: list[Event] = []
    for event in events:
        if event.op and found:
            yield found
            found = []
        found.append(event)
    if found:
        yield found
