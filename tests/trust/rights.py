"""Who may do what: one row per command (the pages are in routes.py). What has no row fails test_rights.py."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import count, cycle
from typing import Any

from facilitator.rehearsal.client import Page
from tests.trust import kept, lasting, lent, mapped, places, planned, typed, walls, weighed
from tests.trust.hall import FACILITATOR, GUEST, Meeting

Body = dict[str, Any]
F, G = frozenset({FACILITATOR}), frozenset({GUEST})
BOTH = F | G
NO_ONE: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Row:
    """`body(meeting, page)` makes what that page would send about that meeting.

    `names` is False when the body names nothing of a meeting: then another meeting cannot be meant. `fresh`: the actor
    is somebody who has just come in (it will be gone). `code` is the answer to who may, when a rule still says no.
    """

    who: frozenset[str]
    body: Callable[[Meeting, Page], Body]
    names: bool = True
    fresh: bool = False
    code: str = ""


def none(meeting: Meeting, page: Page) -> Body:
    return {}


def step_of(kind: str, **more: Any) -> Callable[[Meeting, Page], Body]:
    return lambda meeting, page: {"step": meeting.steps[kind], **more}


def closed(meeting: Meeting, page: Page) -> Body:
    meeting.regie.do("meeting.close")
    return {}


def elsewhere(meeting: Meeting, page: Page) -> Body:
    """A step where the meeting is not now."""
    meeting.regie.go_to(meeting.steps["uitleg"])
    return {"step": meeting.steps["briefjes"]}


def moved(meeting: Meeting, page: Page) -> Body:
    return {"step": meeting.step(), "after": ""}


def turned(meeting: Meeting, page: Page) -> Body:
    """The round has begun: somebody speaks."""
    body = {"step": meeting.steps["kennismaking"]}
    meeting.regie.send("turn.choose", {**body, "organisation": meeting.organisation()})
    return body


def round_of(meeting: Meeting, page: Page) -> Body:
    return {"step": meeting.steps["kennismaking"], "organisation": meeting.organisation()}


def spoken(meeting: Meeting, page: Page) -> Body:
    """Somebody has had the floor."""
    body = turned(meeting, page)
    meeting.regie.do("turn.next", body)
    return body


def row_changed(meeting: Meeting, page: Page) -> Body:
    """The organisation that stands last in the round, to the front."""
    body = away(meeting, page)
    meeting.regie.do("turn.add", body)
    return body


def away(meeting: Meeting, page: Page) -> Body:
    """An organisation without anybody here, to be put in the round."""
    name = f"Stichting {len(meeting.regie.list('organisation')) + 1} {meeting.ref}"
    made = meeting.regie.do("organisation.add", {"name": name})["ids"][0]
    return {"step": meeting.steps["kennismaking"], "organisation": made}


def chosen(meeting: Meeting, page: Page) -> Body:
    """The persona step with somebody on the screen."""
    body = {"step": meeting.steps["persona"]}
    meeting.regie.send("persona.choose", {**body, "persona": "ank"})
    return body


def shown(meeting: Meeting, page: Page) -> Body:
    body = chosen(meeting, page)
    meeting.regie.go_to(body["step"])
    persona = meeting.regie.wait(lambda: meeting.regie.look()[body["step"]]["state"].get("persona"))
    return {**body, "section": persona["sections"][1]["id"]}


def revealed(meeting: Meeting, page: Page) -> Body:
    meeting.regie.go_to(meeting.steps["briefjes"])
    on = not meeting.regie.wait(lambda: meeting.regie.look()[meeting.steps["briefjes"]]).get("revealed")
    return {"step": meeting.steps["briefjes"], "on": on}


def commitment(meeting: Meeting, page: Page) -> Body:
    body = {"step": meeting.steps["afsluiten"], "text": "Ik bel morgen"}
    meeting.neighbour.do("commitment.make", body)
    made = meeting.regie.wait(lambda: meeting.regie.list("commitment"))[0]
    return {"commitment": made["id"], "on": not made.get("hidden", False)}


def undone(meeting: Meeting, page: Page) -> Body:
    return {"seq": meeting.regie.do("note.hide", {"notes": [meeting.note()], "on": True})["seq"]}


def own_note(meeting: Meeting, page: Page, **more: Any) -> Body:
    """A note that the sender may change: of the meeting's own guest, or of the facilitator."""
    return {"note": meeting.note(meeting.guest if page is not meeting.regie else None), **more}


def own_action(meeting: Meeting, page: Page) -> Body:
    return {"action": meeting.action(meeting.guest if page is not meeting.regie else None), "what": "Iets anders doen"}


def shown_sheet(meeting: Meeting, page: Page) -> Body:
    """A page of the handbook is on the screen."""
    meeting.regie.send("sheet.show", {"page": "rollen/ketenregisseur", "part": next(PARTS)})
    return {}


def offered(meeting: Meeting, page: Page) -> Body:
    return {"action": meeting.action(meeting.guest)}


def pile(meeting: Meeting, page: Page) -> Body:
    head, double = meeting.note(), meeting.note()
    meeting.regie.do("note.merge", {"into": head, "notes": [double]})
    return {"note": head}


def looked_back(meeting: Meeting) -> Body:
    """The step that looks back, and an action that it carries."""
    step = meeting.steps["terugblik"]
    order = meeting.regie.wait(lambda: meeting.regie.look()[step]["state"].get("order"))
    return {"step": step, "action": order[0]["id"]}


def looked_at(meeting: Meeting, page: Page) -> Body:
    """That action large on the screen, after it was not."""
    body = looked_back(meeting)
    meeting.regie.do("look.at", {**body, "action": ""})
    return body


def told(meeting: Meeting, page: Page) -> Body:
    """What somebody just said of an action."""
    body = {**looked_back(meeting), "status": "bezig", "help": f"Nog {next(PAGES)} weken"}
    meeting.neighbour.do("progress.tell", body)
    found = meeting.regie.wait(
        lambda: [one for one in meeting.regie.list("progress") if one.get("help") == body["help"]]
    )
    return {"progress": found[0]["id"]}


def taken(meeting: Meeting, page: Page) -> Body:
    """Somebody who just took an action up."""
    action = meeting.action()
    meeting.neighbour.do("action.take", {"action": action})
    taker = meeting.regie.wait(lambda: [one for one in meeting.regie.list("taker") if one["action"] == action])[0]
    return {"taker": taker["id"]}


PAGES, PARTS = count(1), cycle((0, 1, 2, 3))
WAYS = cycle(("wie", "bouwsteen"))
COMMANDS: dict[str, Row] = {
    **{name: Row(frozenset(who), body) for name, (who, body) in {**kept.ROWS, **mapped.ROWS}.items()},
    "chain.create": Row(F, lambda m, p: {"name": "Nog een"}, names=False, code="refused"),
    "meeting.create": Row(F, lambda m, p: {"title": "Derde", "template": "workshop"}, names=False),
    "meeting.edit": Row(F, lambda m, p: {"title": "Andere titel"}, names=False),
    "meeting.open": Row(F, closed, names=False),
    "meeting.keep": Row(F, lambda m, p: {"days": 7}, names=False, code="refused"),  # shorter is done by hand
    "meeting.close": Row(F, none, names=False),
    "meeting.go": Row(F, elsewhere),
    "meeting.lead": Row(F, none, names=False),
    "meeting.blank": Row(F, lambda m, p: {"on": True}, names=False),
    "step.add": Row(F, lambda m, p: {"exercise": "kansen", "after": m.steps["uitleg"]}),
    "step.remove": Row(F, lambda m, p: {"step": m.step()}),
    "step.move": Row(F, moved),
    "step.edit": Row(F, step_of("briefjes", title="Een andere vraag")),
    "step.reveal": Row(F, revealed),
    "step.timer": Row(F, step_of("briefjes", do="start", seconds=60)),
    "note.post": Row(BOTH, step_of("briefjes", text="Een briefje")),
    "note.many": Row(F, step_of("briefjes", lines=["een", "twee"])),
    "note.edit": Row(BOTH, lambda m, p: own_note(m, p, text="Anders gezegd")),
    "note.withdraw": Row(BOTH, own_note),
    "note.hide": Row(F, lambda m, p: {"notes": [m.note()]}),
    "note.block": Row(F, lambda m, p: {"notes": [m.note()], "block": 3}),
    "note.redact": Row(F, lambda m, p: {"note": m.note()}),
    "note.move": Row(F, lambda m, p: {"notes": [m.note()], "cluster": m.cluster()}),
    "note.merge": Row(F, lambda m, p: {"into": m.note(), "notes": [m.note()]}),
    "note.split": Row(F, pile),
    "notes.compare": Row(F, step_of("briefjes")),
    "notes.apart": Row(F, lambda m, p: {"step": m.steps["briefjes"], "notes": [m.note(), m.note()]}),
    "cluster.make": Row(F, lambda m, p: {"step": m.steps["briefjes"], "notes": [m.note()]}),
    "cluster.rename": Row(F, lambda m, p: {"cluster": m.cluster(), "name": "Anders"}),
    "cluster.dissolve": Row(F, lambda m, p: {"cluster": m.cluster()}),
    "ballot.cast": Row(G, weighed.ballot),
    "rating.give": Row(G, weighed.sealed),
    "matrix.place": Row(F, weighed.point),
    "weighing.close": Row(F, step_of("stemmen", on=True)),
    "weighing.include": Row(F, weighed.late),
    "ballot.paper": Row(F, typed.ballots_on_paper),
    "answers.paper": Row(F, typed.answers_on_paper),
    "rating.paper": Row(F, typed.ratings_on_paper),
    "introduction.paper": Row(F, lambda m, p: {**round_of(m, p), "contact": f"Bij de koffie, {next(PAGES)}"}),
    "commitment.many": Row(F, step_of("afsluiten", lines=["Ik ga langs"])),
    "commitment.edit": Row(F, typed.on_paper),
    "action.many": Row(F, step_of("acties", lines=["Een belronde houden"])),
    "action.make": Row(BOTH, step_of("acties", what="Een belronde houden")),
    "action.edit": Row(BOTH, own_action),
    "action.take": Row(G, lambda m, p: {"action": m.action()}),
    "taker.release": Row(F, taken),
    "list.line": Row(F, lambda m, p: {"step": m.steps["acties"], "most": next(PAGES)}),
    "action.accept": Row(F, offered),
    "action.remove": Row(F, lambda m, p: {"action": m.action()}),
    "action.rank": Row(F, lambda m, p: {"action": m.action(), "place": 1}),
    "action.split": Row(F, lambda m, p: {"action": m.action(), "parts": ["een", "twee"]}),
    "action.follow": Row(F, lambda m, p: {"action": m.action(), "status": "bezig"}),
    "goal.make": Row(BOTH, step_of("doelen", text="Iedereen weet de weg")),
    "goal.many": Row(F, step_of("doelen", lines=["een doel", "nog een doel"])),
    "goal.edit": Row(BOTH, lasting.own_goal),
    "goal.adopt": Row(F, lambda m, p: {"goal": m.goal()}),
    "goal.remove": Row(F, lambda m, p: {"goal": m.goal()}),
    "goal.follow": Row(F, lambda m, p: {"goal": m.adopted(), "stand": "gehaald"}),
    "goal.look": Row(F, lambda m, p: {"step": m.steps["doelen"], "wall": "doelen", "page": next(PAGES)}),
    "role.assign": Row(F, lasting.place),
    "role.edit": Row(F, lambda m, p: {"role": lasting.role(m), "contact": "Sanne"}),
    "role.remove": Row(F, lambda m, p: {"role": lasting.role(m)}),
    "role.offer": Row(G, step_of("rollen", slot="chain_director", how="fits")),
    "role.look": Row(F, lambda m, p: {"step": m.steps["rollen"], "role": next(lasting.ROLES)}),
    "action.call": Row(F, lambda m, p: {"action": m.action(), "text": "Gebeld: het komt goed"}),
    "date.propose": Row(F, step_of("planning", day="2001-01-01"), code="refused"),
    "date.drop": Row(F, weighed.dated),
    "date.choose": Row(F, weighed.dated),
    "scale.show": Row(F, step_of("schaal", statement="")),
    "progress.tell": Row(G, lambda m, p: {**looked_back(m), "status": "bezig", "obstacle": "Geen tijd"}),
    "progress.leave": Row(F, told),
    "look.at": Row(F, looked_at),
    "look.group": Row(F, lambda m, p: {"step": m.steps["terugblik"], "by": next(WAYS)}),
    "participant.join": Row(NO_ONE, lambda m, p: {"name": "Nog iemand"}, names=False),  # at the door only
    "participant.edit": Row(G, lambda m, p: {"profession": "wijkverpleegkundige"}, names=False),
    "participant.leave": Row(G, none, names=False, fresh=True),
    "participant.remove": Row(F, lambda m, p: {"participant": m.join("Dirk", "").seat}),
    "people.erase": Row(F, none, names=False),
    "organisation.add": Row(F, lambda m, p: {"name": f"Stichting {p and p.ref} {id(object())}"}, names=False),
    "organisation.edit": Row(F, lambda m, p: {"organisation": m.organisation(), "sort": "zorg"}, names=False),
    "introduction.give": Row(G, step_of("kennismaking", contact="Bel ons gerust")),
    "commitment.make": Row(G, step_of("afsluiten", text="Ik bel morgen")),
    "commitment.hide": Row(F, commitment),
    "commitment.turn": Row(F, lambda m, p: {"step": m.steps["afsluiten"], "page": next(PAGES)}),
    "handout.give": Row(F, lasting.handed, names=False),
    "handout.take": Row(F, lasting.handed_over, names=False),
    "wicket.give": Row(F, lasting.link, names=False),
    "wicket.close": Row(F, lasting.linked, names=False),
    "wicket.tell": Row(NO_ONE, lasting.reported, names=False),  # by a link only, never on the wire
    **{name: Row(frozenset(who), body, names=False, code=code) for name, (who, body, code) in lent.OTHERS.items()},
    "undo": Row(F, undone),
    "turn.next": Row(F, turned),
    "turn.back": Row(F, spoken),
    "turn.skip": Row(F, turned),
    "turn.choose": Row(F, round_of),
    "turn.move": Row(F, row_changed),
    "turn.add": Row(F, away),
    "turn.pace": Row(F, step_of("kennismaking", seconds=90)),
    **{name: Row(who, body) for name, (who, body) in places.ROWS.items()},
    "reflection.ready": Row(G, step_of("reflectie", on=True)),
    "persona.choose": Row(F, lambda m, p: {**chosen(m, p), "persona": "kim"}),
    "persona.show": Row(F, shown),
    "persona.turn": Row(F, lambda m, p: {**chosen(m, p), "page": next(PAGES)}),
    "sheet.show": Row(F, lambda m, p: {"page": "rollen/samen", "part": next(PARTS)}, names=False),
    "sheet.keep": Row(F, lambda m, p: {"page": "rollen/samen", "part": 2, "after": m.step()}),
    "sheet.away": Row(F, shown_sheet, names=False),
    **{name: Row(who, body) for name, (who, body) in walls.ROWS.items()},
    "typing": Row(G, step_of("briefjes", on=True), names=False),
    **{name: Row(F, body, names=False) for name, body in planned.ROWS.items()},
}

# What somebody of the same meeting wrote is not theirs to change.
SOMEONE_ELSES: dict[str, Callable[[Meeting], Body]] = {
    "note.edit": lambda meeting: {"note": meeting.note(meeting.neighbour), "text": "Van mij"},
    "note.withdraw": lambda meeting: {"note": meeting.note(meeting.neighbour)},
    "action.edit": lambda meeting: {"action": meeting.action(meeting.neighbour), "what": "Van mij"},
    "goal.edit": lambda meeting: {"goal": meeting.goal(meeting.neighbour), "text": "Van mij"},
    **kept.SOMEONE_ELSES,
}
