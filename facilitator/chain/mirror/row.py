"""What the book tells of each step of a meeting, in figures; nothing that points at one person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import Any

from facilitator.chain.kind import Kind
from facilitator.chain.mirror.diary import Diary, fold
from facilitator.chain.model import Chain, Entity, Event
from facilitator.chain.notes import ANONYMOUS
from facilitator.chain.paper import Block
from facilitator.chain.sealing import secret

FEW = 4  # people; about fewer nothing is told but time, and fewer writers than this are not counted exactly
LENGTHS = (5, 10, 20)  # words of a note: up to 5, 6 to 10, 11 to 20, more
MINUTE = 60.0


@dataclass(frozen=True)
class Quiet:
    """The longest stretch of a step without a new note, in seconds of the step; `where` is start, between or end."""

    since: float
    until: float
    where: str


@dataclass(frozen=True)
class Row:
    """One step. What may not be told, or what the book does not know, is None.

    `planned` is in minutes, as the agenda had it when the step began; `spent` in seconds, all visits added up. The room
    is at a step that is `running` now, and may still come to one that is `ahead`.
    `people` were at the table meanwhile; `wrote` of them wrote something; `fewer` says that those were fewer than FEW,
    and then `wrote` is None. `pulse` counts new notes per minute of the step, `lengths` notes by number of words (see
    LENGTHS), `words` is the middle of those. `chose` gave a vote or a mark, paper included, of `choosers`. `blocks` is
    what the kind itself tells. `played` of the seconds went by at once: a practice room was made to be late.
    """

    step: str
    title: str
    group: str
    planned: int
    spent: float = 0.0
    played: float = 0.0
    visits: int = 0
    started: bool = False
    running: bool = False
    ahead: bool = False
    gone: bool = False
    small: bool = False
    people: int = 0
    anonymous: bool = False
    writes: bool = False
    wrote: int | None = None
    fewer: bool = False
    notes: int | None = None
    paper: int = 0
    later: int = 0
    pulse: list[int] | None = None
    quiet: Quiet | None = None
    lengths: list[int] | None = None
    words: float | None = None
    chose: int | None = None
    choosers: int = 0
    hidden: int = 0
    merged: int = 0
    blocks: list[Block] = field(default_factory=list)


def rows(events: Iterable[Event], chain: Chain, meeting: str, kinds: Mapping[str, Kind], now: float) -> list[Row]:
    """Every step of a meeting in the order of its agenda, then removed ones that the room was at.

    `events` is the book of the keten, `chain` what those events fold to, `now` the moment (seconds) at which a meeting
    that still runs is looked at. Pure: the same book gives the same rows, also after a restart. The seconds of all rows
    together are the time that the meeting ran, but for what passed before its first step (see `whole`).
    """
    kept = fold(events, meeting, now)
    steps = chain.steps(meeting)
    gone = [one for one in chain.of_type("step", meeting) if one.get("gone") and kept.spent(one["id"])]
    return [row(chain, step, kinds[step["kind"]], kept) for step in (*steps, *gone)]


def row(chain: Chain, step: Entity, kind: Kind, kept: Diary) -> Row:
    """One step; with few people at the table only its time."""
    identity = step["id"]
    present = kept.people.get(identity, set())
    people = len(present | authors(chain, step))
    fields: dict[str, Any] = {"planned": kept.planned.get(identity, step["minutes"]), "spent": kept.spent(identity)}
    fields |= {"visits": kept.visits.get(identity, 0), "started": step["started_at"] is not None, "people": people}
    fields |= {"gone": bool(step.get("gone")), "anonymous": step["settings"].get("names") == ANONYMOUS}
    meeting = chain.entities[step["meeting"]]
    fields["running"] = meeting["state"] == "open" and meeting["step"] == identity
    fields["ahead"] = meeting["state"] != "closed" and not fields["started"] and not fields["gone"]
    fields["writes"] = "note.post" in kind.commands
    if people < FEW:
        fields["small"] = True
    elif fields["started"]:
        fields |= {**wall(chain, step, kept), **chosen(chain, step, kind, people), "blocks": kind.mirror(chain, step)}
    return Row(identity, step["title"], step["group"], **fields)


def authors(chain: Chain, step: Entity) -> set[str]:
    """Whose phones something in this step came from, as far as the book knows."""
    return {one["author"] for one in brought(chain, step) if one.get("author")}


def brought(chain: Chain, step: Entity) -> list[Entity]:
    """What people brought in here, and did not take back."""
    away = ("withdrawn", "redacted", "gone")
    return [one for one in chain.in_step(step["id"]) if not any(one.get(key) for key in away)]


def wall(chain: Chain, step: Entity, kept: Diary) -> dict[str, Any]:
    """Notes and who wrote: how many, when, how long; what the facilitator put away or together."""
    things = brought(chain, step)
    notes = [one for one in things if one["type"] == "note"]
    phones = [note for note in notes if not note.get("on_behalf")]
    found: dict[str, Any] = {"notes": len(notes), "paper": len(notes) - len(phones)}
    found["hidden"] = sum(1 for note in notes if note.get("hidden") and not note.get("waiting"))
    found["merged"] = sum(1 for note in notes if note.get("into"))
    keys = {one["key"] for one in things if secret(one) and one["type"] not in ("ballot", "rating")}
    wrote = len(authors(chain, step)) + len(keys)
    unknown = any(note.get("proof") for note in phones)  # notes without an author: nobody knows of how many people
    found["wrote"] = None if unknown or 0 < wrote < FEW else wrote
    found["fewer"] = not unknown and 0 < wrote < FEW
    if len(phones) < FEW or found["fewer"]:
        return found
    on_time = sorted(kept.arrivals[note["id"]] for note in phones if note["id"] in kept.arrivals)
    found["later"] = len(phones) - len(on_time)
    if len(on_time) >= FEW:
        spent = max(kept.spent(step["id"]), on_time[-1])
        found |= {"pulse": pulse(on_time, spent), "quiet": quiet(on_time, spent)}
    sizes = [len(note["text"].split()) for note in phones]
    return {**found, "lengths": lengths(sizes), "words": median(sizes)}


def pulse(moments: list[float], spent: float) -> list[int]:
    """New notes in each minute of a step."""
    counts = [0] * (int(spent // MINUTE) + 1)
    for moment in moments:
        counts[int(moment // MINUTE)] += 1
    return counts


def quiet(moments: list[float], spent: float) -> Quiet:
    """The longest stretch without anything new; of two that are as long the first."""
    edges = [0.0, *moments, spent]
    gaps = [(later - before, -number, before, later) for number, (before, later) in enumerate(pairwise(edges))]
    _, number, since, until = max(gaps)
    where = "start" if number == 0 else "end" if -number == len(moments) else "between"
    return Quiet(since, until, where)


def lengths(sizes: list[int]) -> list[int]:
    """How many notes have up to 5 words, 6 to 10, 11 to 20, and more."""
    counts = [0] * (len(LENGTHS) + 1)
    for size in sizes:
        counts[sum(size > limit for limit in LENGTHS)] += 1
    return counts


def chosen(chain: Chain, step: Entity, kind: Kind, people: int) -> dict[str, Any]:
    """How many gave a vote or mark, as the kind counts them; of how many, who did it on paper included."""
    tally = kind.tally(chain, step)
    if "voters" not in tally:
        return {}
    chose = tally["voters"]
    choosers = max(chose, people + tally.get("paper", 0))
    return {"chose": None if 0 < chose < FEW else chose, "choosers": choosers}
