"""The baton: what a trainee may do who runs one step, and when control comes back by itself.

A trainee acts as the facilitator does, with less: what works inside a step, and what this table adds. What such a
command brings about stays in the step where the room is, and never touches names, contact data or what was erased. The
baton itself is in no book (facilitator/live/leading.py keeps it); the form of it is our own proposal.
"""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.chain.command import (
    FACILITATOR,
    ONLY_FACILITATOR,
    TRAINEE,
    Body,
    Desk,
    Draft,
    Id,
    Paragraph,
    Refused,
    Rule,
)
from facilitator.chain.model import Entity
from facilitator.chain.undo import LASTING

# Beside everything that works inside a step (`of_step`).
ALSO = frozenset(
    "action.accept action.edit action.follow action.rank action.remove action.split cluster.dissolve cluster.rename"
    " commitment.edit commitment.hide goal.adopt goal.edit goal.follow goal.remove instrument.adopt instrument.edit"
    " instrument.remove meeting.blank meeting.go note.block note.edit note.hide note.merge note.move note.split"
    " partner.adopt partner.edit partner.remove progress.leave role.edit role.remove sheet.away"
    " sheet.show step.reveal step.timer undo".split()
)
LISTS = (*LASTING, "progress")
VISITOR = "De trainer"  # how who holds a practice house is called there, looking on in a room of a training day
AWAY = 20.0  # seconds without a line after which control comes back
LONG = 200  # characters of what is whispered
NO = "Dit doet de begeleider zelf. U leidt alleen deze stap."
ELSEWHERE = "Dit hoort bij een andere stap. U leidt alleen de stap waar de zaal nu is."
NAMES = "Namen en contactgegevens vult alleen de begeleider in. Laat dat veld leeg."
ERASES = "Wissen doet alleen de begeleider. Verbergen kunt u wel."


class Give(Body):
    trainee: Id
    stays: bool = False


class Whisper(Body):
    trainee: Id
    text: Paragraph


class Nothing(Body):
    pass


@dataclass(frozen=True)
class Loan:
    """Control of one meeting in the hands of a trainee: for this step, or (`stays`) until it is taken back."""

    trainee: str
    step: str
    stays: bool = False


def over(loan: Loan, meeting: Entity | None, silent: float) -> str:
    """Why control comes back by itself: "closed", "step" or "away"; "" while the loan stands.

    `silent`: for how many seconds this trainee has had no line.
    """
    if meeting is None or meeting["state"] != "open":
        return "closed"
    if meeting.get("step") != loan.step and not loan.stays:
        return "step"
    return "away" if silent >= AWAY else ""


def lent(rule: Rule) -> bool:
    """True for what running a step needs."""
    return rule.kept and FACILITATOR in rule.roles and (rule.of_step or rule.name in ALSO)


def may(role: str, rule: Rule) -> bool:
    return role in rule.roles or role == TRAINEE and lent(rule)


def within(desk: Desk) -> None:
    """Refuse what a trainee's command would bring about outside the step, or of what is only the facilitator's."""
    if desk.seat.role != TRAINEE:
        return
    if desk.people:
        raise Refused(NAMES, "forbidden", "contact")
    if desk.redact or desk.unsalted:
        raise Refused(ERASES, "forbidden")
    at = desk.meeting.get("step")
    if desk.command.name != "meeting.go" and any(apart(draft, at) for draft in desk.drafts):
        raise Refused(ELSEWHERE, "forbidden")


def apart(draft: Draft, at: str) -> bool:
    """True for what belongs to another step than this one; a list that lasts is the same in all its steps."""
    return draft.step not in ("", at) and draft.name.partition(".")[0] not in LISTS


# commands; what they do is not kept, so a rule here only says what may be asked


def give(desk: Desk) -> None:
    meeting = desk.meeting
    if meeting["state"] != "open" or not meeting.get("step"):
        raise Refused("Een stap doorgeven kan zodra de deur open is en de zaal bij een stap is.")


def whisper(desk: Desk) -> None:
    desk.told(desk.body.text, LONG)


def nothing(desk: Desk) -> None:
    """Always allowed to who may."""


RULES = [
    Rule("baton.give", Give, ONLY_FACILITATOR, give, kept=False),
    Rule("baton.take", Nothing, ONLY_FACILITATOR, nothing, kept=False),
    Rule("baton.back", Nothing, frozenset({TRAINEE}), nothing, kept=False),
    Rule("baton.whisper", Whisper, ONLY_FACILITATOR, whisper, kept=False),
]
