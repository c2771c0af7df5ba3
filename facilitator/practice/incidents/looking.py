"""What a facilitator did meanwhile, as the control room shows it: before and now, compared. Nobody is judged."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

View = dict[str, Any]


@dataclass(frozen=True)
class Desk:
    """All that the control room showed at one moment."""

    entities: dict[str, View] = field(default_factory=dict)
    now: View = field(default_factory=dict)

    def list(self, kind: str) -> list[View]:
        return [one for one in self.entities.values() if one["type"] == kind]

    @property
    def meeting(self) -> View:
        return next(iter(self.list("meeting")), {})

    @property
    def step(self) -> View:
        return self.entities.get(self.meeting.get("step") or "", {})

    @property
    def screens(self) -> int:
        return self.now.get("screens", 0)

    def ahead(self) -> list[str]:
        steps, here = self.meeting.get("steps", []), self.meeting.get("step")
        return steps[steps.index(here) + 1 :] if here in steps else steps


@dataclass(frozen=True)
class Marked:
    """What the incident itself brought: ids of notes, seats of who wrote them, and whether everybody is back."""

    notes: frozenset[str] = frozenset()
    seats: frozenset[str] = frozenset()
    back: bool = False


Rule = Callable[[Desk, Desk, Marked], bool]


def note_flag(*flags: str) -> Rule:
    def looks(was: Desk, now: Desk, marked: Marked) -> bool:
        return any(now.entities.get(note, {}).get(flag) for note in marked.notes for flag in flags)

    return looks


def gone(was: Desk, now: Desk, marked: Marked) -> bool:
    """Somebody whom the incident is about was taken from the table."""
    return any(seat in was.entities and seat not in now.entities for seat in marked.seats)


def dark(was: Desk, now: Desk, marked: Marked) -> bool:
    return bool(now.meeting.get("blank")) and not was.meeting.get("blank")


def moved_on(was: Desk, now: Desk, marked: Marked) -> bool:
    return now.meeting.get("step") != was.meeting.get("step")


def stayed(was: Desk, now: Desk, marked: Marked) -> bool:
    return marked.back and not moved_on(was, now, marked)


def more_time(was: Desk, now: Desk, marked: Marked) -> bool:
    """The clock was started or lengthened, or the step got more minutes; the next turn of a round is no more time."""
    same = now.entities.get(was.meeting.get("step") or "", {})
    if same.get("minutes", 0) > was.step.get("minutes", 0):
        return True
    turns = [one.get("state", {}).get("current") for one in (was.step, same)]
    before, after = was.step.get("timer") or {}, same.get("timer") or {}
    if not after or turns[0] != turns[1]:
        return False
    if not before:
        return after["until"] is not None
    if before["until"] is None:
        return after["left"] > before["left"] + 1
    return after["until"] is not None and after["until"] > before["until"] + 1


def paused(was: Desk, now: Desk, marked: Marked) -> bool:
    timer = now.step.get("timer") or {}
    return bool(timer) and timer.get("until") is None and timer != was.step.get("timer")


def on_behalf(was: Desk, now: Desk, marked: Marked) -> bool:
    return any(one.get("on_behalf") and one["id"] not in was.entities for one in now.entities.values())


def other_question(was: Desk, now: Desk, marked: Marked) -> bool:
    same = now.entities.get(was.meeting.get("step") or "", {})
    return bool(same) and (same.get("prompts"), same.get("title")) != (was.step.get("prompts"), was.step.get("title"))


def large(was: Desk, now: Desk, marked: Marked) -> bool:
    """A page of the handbook, or a part of the wall, large on the screen."""
    group = now.step.get("state", {}).get("group") or ""
    page = bool(now.meeting.get("sheet")) and not was.meeting.get("sheet")
    return page or (bool(group) and group != (was.step.get("state", {}).get("group") or ""))


def grouped(was: Desk, now: Desk, marked: Marked) -> bool:
    return note_flag("cluster", "into")(was, now, marked)


def voting(was: Desk, now: Desk, marked: Marked) -> bool:
    """The room went to a step where all of it chooses, or one was put on the agenda."""
    return (chooses(now.step) and moved_on(was, now, marked)) or any(
        chooses(one) and one["id"] not in was.entities for one in now.list("step")
    )


def chooses(step: View) -> bool:
    return "dots" in step.get("settings", {}) or "candidates" in step.get("state", {})


def faster(was: Desk, now: Desk, marked: Marked) -> bool:
    same = now.entities.get(was.meeting.get("step") or "", {})
    return bool(same) and same.get("state", {}).get("seconds", 0) < was.step.get("state", {}).get("seconds", 0)


def shorter(was: Desk, now: Desk, marked: Marked) -> bool:
    later = [step for step in was.ahead() if step in now.entities]
    return any(now.entities[step].get("minutes", 0) < was.entities[step].get("minutes", 0) for step in later)


def skipped(was: Desk, now: Desk, marked: Marked) -> bool:
    """A later step is gone from the agenda, or was jumped over."""
    ahead = was.ahead()
    here = now.meeting.get("step")
    return any(step not in now.meeting.get("steps", []) for step in ahead) or here in ahead[1:]


def reopened(was: Desk, now: Desk, marked: Marked) -> bool:
    """There are more screens than there were."""
    return now.screens > was.screens


def without_screen(was: Desk, now: Desk, marked: Marked) -> bool:
    """The room went on while nothing was shown."""
    return moved_on(was, now, marked) and not now.screens


RULES: dict[str, Rule] = {
    "verborgen": note_flag("hidden"),
    "verwijderd": note_flag("redacted"),
    "van_tafel": gone,
    "scherm_uit": dark,
    "verder": moved_on,
    "gebleven": stayed,
    "klok": more_time,
    "pauze": paused,
    "namens": on_behalf,
    "vraag": other_question,
    "groot": large,
    "gegroepeerd": grouped,
    "stemming": voting,
    "tempo": faster,
    "korter": shorter,
    "overgeslagen": skipped,
    "scherm_open": reopened,
    "zonder_scherm": without_screen,
}
