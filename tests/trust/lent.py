"""What a trainee may do who holds the baton: said again by hand, so that a new command is decided, not inherited."""

from __future__ import annotations

from typing import Any

from facilitator.rehearsal.client import Page
from tests.trust import lasting
from tests.trust.hall import FACILITATOR, TRAINEE, Meeting

COMMANDS = frozenset(
    "action.accept action.edit action.follow action.make action.many action.rank action.remove action.split"
    " answers.paper ballot.paper baton.back case.choose case.hand case.look case.open case.settle case.tell"
    " cluster.dissolve cluster.make cluster.rename commitment.edit commitment.hide commitment.many commitment.turn"
    " date.choose date.drop date.propose goal.adopt goal.edit goal.follow goal.look goal.make goal.many goal.remove"
    " instrument.add instrument.adopt instrument.edit instrument.look instrument.many instrument.remove"
    " introduction.paper list.line look.at look.group matrix.place meeting.blank meeting.go network.apart"
    " network.invite network.leave network.look network.mark network.same network.say network.seat note.block"
    " note.edit note.hide note.many note.merge note.move note.post note.split notes.apart"
    " notes.compare partner.add partner.adopt partner.edit partner.invite partner.look partner.many partner.mark"
    " partner.remove persona.choose persona.show persona.turn place.add place.drop place.look place.mark"
    " progress.leave rating.paper role.assign role.look role.remove scale.show sheet.away sheet.show step.reveal"
    " step.timer turn.add turn.back turn.choose turn.move turn.next turn.pace turn.skip undo wall.ask wall.show"
    " wall.take weighing.close weighing.include".split()
)

BATON: dict[str, tuple[tuple[str, ...], Any, str]] = {  # who may, what is asked, and the code of who may all the same
    "baton.give": ((FACILITATOR,), lambda meeting, page: {"trainee": "t9"}, "refused"),  # nobody is there
    "baton.take": ((FACILITATOR,), lambda meeting, page: {}, ""),
    "baton.back": ((TRAINEE,), lambda meeting, page: {}, ""),
    "baton.whisper": ((FACILITATOR,), lambda meeting, page: {"trainee": "t9", "text": "Rustig aan"}, "refused"),
}
OTHERS = {**lasting.INTAKE, **BATON}
ABROAD = frozenset({"meeting.go", "note.hide", "note.post", "step.reveal", "undo"})  # asked of another meeting as well
LESS = frozenset({"role.edit"})  # allowed, but not as the matrix asks it: the name of a contact person


def lead(meeting: Meeting, name: str, body: dict[str, object]) -> None:
    """Bring the room to where this command belongs."""
    if name != "meeting.go":
        for step in steps_of(meeting, body):
            meeting.regie.go_to(step)


def lend(meeting: Meeting) -> None:
    """Give the trainee the baton; its line must be awake."""
    meeting.regie.do("baton.give", {"trainee": meeting.trainee.seat})


def steps_of(meeting: Meeting, body: dict[str, object]) -> list[str]:
    """The step that a command names, or that what it names belongs to; where an act was that is taken back."""
    regie: Page = meeting.regie
    if "seq" in body:
        return [meeting.steps["briefjes"]]
    if "step" in body:
        return [str(body["step"])]
    named = [one for value in body.values() for one in (value if isinstance(value, list) else [value])]
    known = regie.look()
    found = [known[one] for one in named if isinstance(one, str) and one in known]
    return [one["step"] for one in found if one.get("step") in known][:1]
