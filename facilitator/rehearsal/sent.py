"""What was sent and accepted, as it must come out of the full report; later words take the place of earlier ones."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from facilitator.chain.text import clean_all
from facilitator.rehearsal.agreed import Agreed
from facilitator.rehearsal.mapped import Mapped

Body = dict[str, Any]
FACILITATOR = "facilitator"
ACTION_FIELDS = ("what", "who", "when", "status", "remarks")
FOLLOWED = ("status", "when", "who", "obstacle", "help")
LIVE = ("nog niet begonnen", "bezig")


@dataclass
class Person:
    """Who joined, as typed at the door."""

    name: str = ""
    organisation: str = ""
    profession: str = ""


@dataclass
class Cards:
    """What was typed in from paper; typing again takes the place of what was there."""

    dots: dict[str, dict[str, int]] = field(default_factory=dict)
    marks: dict[str, dict[str, list[list[int]]]] = field(default_factory=dict)
    answers: dict[str, dict[str, list[int]]] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)  # offered actions and commitments

    def on_ballot_paper(self, who: str | int, body: Body, ids: list[str]) -> None:
        self.dots[body["step"]] = body["choices"]

    def on_rating_paper(self, who: str | int, body: Body, ids: list[str]) -> None:
        self.marks[body["step"]] = body["ratings"]

    def on_answers_paper(self, who: str | int, body: Body, ids: list[str]) -> None:
        self.answers[body["step"]] = body["answers"]

    def on_commitment_many(self, who: str | int, body: Body, ids: list[str]) -> None:
        self.lines += [" ".join(line.split()) for line in body["lines"] if line.strip()]

    on_action_many = on_commitment_many


@dataclass
class Sent:
    """Kept by id where the house gave one, else by step and person."""

    people: dict[str | int, Person] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    clusters: dict[str, str] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)  # of the steps where the meeting has been
    ballots: dict[str, dict[str | int, dict[str, int]]] = field(default_factory=dict)
    ratings: dict[str, dict[str | int, dict[str, list[int]]]] = field(default_factory=dict)
    placed: dict[str, dict[str, list[float]]] = field(default_factory=dict)
    actions: dict[str, Body] = field(default_factory=dict)
    offered: set[str] = field(default_factory=set)
    earlier: dict[str, Body] = field(default_factory=dict)  # what meetings before this one left to look back at
    looked_back: bool = False  # True when the meeting has been at a step that shows what was left
    told: list[Body] = field(default_factory=list)
    introductions: dict[str | int | tuple[str, str], Body] = field(default_factory=dict)
    commitments: dict[tuple[str, str | int], Body] = field(default_factory=dict)
    withdrawn: set[str] = field(default_factory=set)
    agreed: Agreed = field(default_factory=Agreed)
    cards: Cards = field(default_factory=Cards)
    mapped: Mapped = field(default_factory=Mapped)
    refused: list[str] = field(default_factory=list)
    count: int = 0

    def joined(self, who: int, person: Person) -> None:
        self.people[who] = person

    def record(self, who: str | int, name: str, body: Body, answer: Body) -> None:
        """One command and its answer."""
        self.count += 1
        if not answer["ok"]:
            self.refused.append(f"{name}: {answer['say']}")
            return
        for keeper in (self, self.agreed, self.cards, self.mapped):
            keep = getattr(keeper, "on_" + name.replace(".", "_"), None)
            if keep is not None:
                keep(who, clean_all(body), answer.get("ids", []))

    # notes and groups

    def on_note_post(self, who: str | int, body: Body, ids: list[str]) -> None:
        self.notes[ids[0]] = body["text"].strip()

    def on_note_many(self, who: str | int, body: Body, ids: list[str]) -> None:
        lines = [line.strip() for line in body["lines"] if line.strip()]
        self.notes.update(zip(ids, lines, strict=True))

    def on_note_edit(self, who: str | int, body: Body, ids: list[str]) -> None:
        self.notes[body["note"]] = body["text"].strip()

    def on_note_withdraw(self, who: str | int, body: Body, ids: list[str]) -> None:
        (self.withdrawn.add if body.get("on", True) else self.withdrawn.discard)(body["note"])

    def on_note_redact(self, who: str | int, body: Body, ids: list[str]) -> None:
        del self.notes[body["note"]]

    def on_meeting_close(self, who: str | int, body: Body, ids: list[str]) -> None:
        """What is withdrawn at the end is emptied for good (D7)."""
        for note in self.withdrawn:
            self.notes.pop(note, None)

    def on_cluster_make(self, who: str | int, body: Body, ids: list[str]) -> None:
        self.clusters[ids[0]] = " ".join(body.get("name", "").split())

    def on_cluster_rename(self, who: str | int, body: Body, ids: list[str]) -> None:
        self.clusters[body["cluster"]] = " ".join(body["name"].split())

    def on_wall_take(self, who: str | int, body: Body, ids: list[str]) -> None:
        self.clusters[body["group"]] = " ".join(body["name"].split())

    def on_cluster_dissolve(self, who: str | int, body: Body, ids: list[str]) -> None:
        self.clusters.pop(body["cluster"], None)

    # weighing

    def on_ballot_cast(self, who: str | int, body: Body, ids: list[str]) -> None:
        self.ballots.setdefault(body["step"], {})[who] = body["choices"]

    def on_rating_give(self, who: str | int, body: Body, ids: list[str]) -> None:
        self.ratings.setdefault(body["step"], {})[who] = body["ratings"]

    def on_matrix_place(self, who: str | int, body: Body, ids: list[str]) -> None:
        placed = self.placed.setdefault(body["step"], {})
        placed.pop(body["candidate"], None)
        if body.get("impact") is not None:
            placed[body["candidate"]] = [body["impact"], body["effort"]]

    def ballots_of(self, *kinds: str) -> list[str]:
        """Steps of these kinds in which ballots were cast: a ballot holds dots, marks, or answers to dates."""
        steps = dict.fromkeys((*self.ballots, *self.cards.dots, *self.cards.answers))
        return [step for step in steps if self.kinds.get(step) in kinds]

    def given(self, step: str) -> dict[str, Counter[int]]:
        """Per statement or date how often each mark was given, without skipped ones."""
        found: dict[str, Counter[int]] = {}
        for choices in self.ballots.get(step, {}).values():
            for identity, mark in choices.items():
                if mark:
                    found.setdefault(identity, Counter())[mark] += 1
        for identity, marks in self.cards.answers.get(step, {}).items():
            found.setdefault(identity, Counter()).update(marks)
        return found

    def votes(self, step: str) -> dict[str, int]:
        """Dots per candidate, as the ballots that count add up."""
        found: dict[str, int] = {}
        for choices in self.ballots.get(step, {}).values():
            for identity, dots in choices.items():
                found[identity] = found.get(identity, 0) + dots
        for identity, dots in self.cards.dots.get(step, {}).items():
            found[identity] = found.get(identity, 0) + dots
        return {identity: dots for identity, dots in found.items() if dots}

    # actions and words about oneself

    def on_action_make(self, who: str | int, body: Body, ids: list[str]) -> None:
        action = {key: body.get(key, "") for key in ACTION_FIELDS}
        action["what"] = action["what"].strip()
        action["status"] = action["status"] or "nog niet begonnen"
        self.actions[ids[0]] = action
        if who != FACILITATOR:
            self.offered.add(ids[0])

    def on_action_accept(self, who: str | int, body: Body, ids: list[str]) -> None:
        self.offered.discard(body["action"])

    def on_action_edit(self, who: str | int, body: Body, ids: list[str]) -> None:
        changed = {key: body[key] for key in ACTION_FIELDS if body.get(key) is not None}
        self.actions[body["action"]] |= changed

    def on_action_split(self, who: str | int, body: Body, ids: list[str]) -> None:
        """Each piece is an action of its own, in the meeting that its action is of."""
        kept = self.actions if body["action"] in self.actions else self.earlier
        pieces = [{"what": one} if isinstance(one, str) else one for one in body["parts"]]
        pieces = [one for one in pieces if one["what"].strip()]
        for identity, one in zip(ids, pieces, strict=True):
            action = {key: one.get(key, "").strip() for key in ACTION_FIELDS}
            kept[identity] = {**action, "status": LIVE[0], "under": body["action"]}

    def on_action_follow(self, who: str | int, body: Body, ids: list[str]) -> None:
        """How an action of this meeting or of an earlier one stands now."""
        action = (self.actions if body["action"] in self.actions else self.earlier)[body["action"]]
        action |= {key: body[key].strip() for key in FOLLOWED if body.get(key) is not None}
        if body.get("status") == "voltooid":  # what was in the way is so no more, unless it was said with it
            action |= {key: "" for key in ("obstacle", "help") if body.get(key) is None}

    def on_progress_tell(self, who: str | int, body: Body, ids: list[str]) -> None:
        """The last word of a person on an action counts."""
        self.told = [one for one in self.told if (one["who"], one["action"]) != (who, body["action"])]
        self.told.append({**body, "who": who})

    def left(self) -> dict[str, Body]:
        """What a next meeting begins with: what stands on a list and is not finished."""
        known = {**self.earlier, **self.actions}
        listed = {key: one for key, one in known.items() if key not in self.offered and one["status"] in LIVE}
        return {key: dict(one) for key, one in listed.items()}

    def on_introduction_give(self, who: str | int, body: Body, ids: list[str]) -> None:
        self.introductions[who] = body

    def on_introduction_paper(self, who: str | int, body: Body, ids: list[str]) -> None:
        self.introductions["paper", body["organisation"]] = body

    def on_commitment_make(self, who: str | int, body: Body, ids: list[str]) -> None:
        self.commitments[body["step"], who] = body
