"""All that the page of one keten shows, gathered from what the gate lets the report see."""

from __future__ import annotations

from datetime import date
from typing import Any

from facilitator.chain import groundwork, intake, milestones, overview, plan, taking, years
from facilitator.chain.appointment import agreed
from facilitator.chain.carrying import STATUSES
from facilitator.chain.kind import Audience
from facilitator.chain.model import KETEN, Entity
from facilitator.chain.network import verified
from facilitator.rooms import Room
from facilitator.web import keeping
from facilitator.web.house import House

SHORT = "kort-overleg"  # the meeting that is planned beside the plan with one button
LAST_DONE = 8  # finished actions that the page shows
MOST_WRITTEN = 12  # of what the room wrote about a question of phase A
View = dict[str, Any]


class Shown:
    """One look at a keten. Everything but dates and titles comes by way of the gate."""

    def __init__(self, house: House, room: Room) -> None:
        self.house, self.room, self.chain = house, room, room.chain
        self.today = date.fromtimestamp(house.rooms.clock()).isoformat()
        self.meetings = list(self.chain.of_type("meeting"))
        self.agreed = agreed(self.chain, house.rooms.rulebook.kinds, self.today)

    def views(self, kind: str, meeting: str = "") -> list[View]:
        """Entities of one type as the report of their own meeting has them."""
        gate, people = self.house.rooms.gate, self.room.people
        found = []
        for entity in self.chain.of_type(kind, meeting):
            view = gate.show(self.chain, people, entity["id"], Audience("report", entity.get("meeting", "")))
            if view is not None:
                found.append(view)
        return found

    def actions(self) -> list[View]:
        """All actions on the lists of this keten, each with the title of its meeting, and who does it one by one."""
        titles = {meeting["id"]: meeting["title"] for meeting in self.meetings}
        meeting = {action["id"]: action["meeting"] for action in self.chain.of_type("action")}
        doers, names = self.house.rooms.gate.doers, self.room.people
        return [
            {
                **view,
                "meeting": titles[meeting[view["id"]]],
                "each": doers(self.chain, names, view["id"]),
                "wishes": taking.wishes(self.chain, names, view["id"]),
            }
            for view in self.views("action")
        ]

    def title(self, template: str) -> str:
        agenda = self.house.library.agendas.get(template)
        return agenda.title if agenda else template

    def plan(self) -> View:
        """The plan with its rows, each with the title of its meeting or template, and where the keten is now."""
        rows = plan.rows(self.chain, self.today, self.agreed)
        titled = [(row, self.titled(row)) for row in rows]
        kept = milestones.chosen(self.chain)
        return {
            "rows": titled,
            "phase": plan.phase(rows),
            "phases": plan.PHASES,
            "next": next(((row, title) for row, title in titled if row.next), None),
            "known": any(row.day for row in rows),
            "chosen": "plan" in self.chain.entities[KETEN],
            "settings": {**kept, "start": next(row.day for row in rows if row.id == milestones.START)},
            "forms": [(form, self.title(form)) for form in milestones.FORMS],
            "months": plan.span(rows),
            "blocks": milestones.BLOCKS,
        }

    def titled(self, row: plan.Row) -> str:
        return self.chain.entities[row.meeting]["title"] if row.meeting else self.title(row.template)

    def groundwork(self) -> View:
        """The four answers; for what is open also what the room wrote about it."""
        asking = [one for one in self.chain.of_type("step") if one.get("exercise") in groundwork.ASKED]
        steps = {one["id"]: one["meeting"] for one in asking}
        notes = [view for meeting in dict.fromkeys(steps.values()) for view in self.views("note", meeting)]
        written = groundwork.written(asking, notes)
        return {
            "answers": groundwork.answers(self.chain),
            "questions": {key: question for key, (question, _) in groundwork.QUESTIONS.items()},
            "written": {key: lines[:MOST_WRITTEN] for key, lines in written.items()},
            "offered": {key: groundwork.offered(lines) for key, lines in written.items()},
            "open": groundwork.still_open(self.chain),
        }

    def measured(self) -> list[tuple[Entity, Entity, list[View]]]:
        """What people marked in each meeting, as far as its kind may tell."""
        kinds, found = self.house.rooms.rulebook.kinds, []
        for step in self.chain.of_type("step"):
            if not step.get("gone"):
                rows = kinds[step["kind"]].measured(self.chain, step)
                found.append((self.chain.entities[step["meeting"]], step, rows))
        return found

    def beforehand(self, meeting: Entity) -> View:
        """Whether somebody can tell something before this meeting, until when, and who did and who did not."""
        now, kinds, gate = self.house.rooms.clock(), self.house.rooms.rulebook.kinds, self.house.rooms.gate
        rows = gate.awaited(self.chain, self.room.people, meeting["id"])
        return {
            "works": intake.given(self.chain, meeting["id"], now, kinds),
            "over": intake.introduced(self.chain, meeting["id"], kinds),
            "until": intake.usual(meeting, now),
            "told": [row["name"] for row in rows if row["told"]],
            "silent": [row["name"] for row in rows if not row["told"]],
        }

    def everything(self, way: str) -> View:
        """What the template is drawn from."""
        listed = self.actions()
        waiting = overview.still_open(listed, self.today)
        people = {meeting["id"]: self.views("participant", meeting["id"]) for meeting in self.meetings}
        organisations = {one["id"]: one for one in self.views("organisation")}
        posts = overview.posts(self.views("role"), self.views("instrument"), organisations)
        guests = overview.guests(self.meetings, people, organisations)
        callers = overview.to_call(waiting)
        course, basis = self.plan(), self.groundwork()
        return {
            "chain": {**self.chain.entities[KETEN], "ref": self.room.id},
            "home": f"/regie/ketens/{self.room.id}",
            "way": way,
            "today": self.today,
            "plan": course,
            "basis": basis,
            "first": overview.first_things(waiting, callers, posts, course, basis["open"]),
            "open": waiting,
            "groups": overview.grouped(waiting, way),
            "over": overview.over(listed, self.today)[:LAST_DONE],
            "sum": overview.done(listed),
            "callers": callers,
            "aims": overview.aims(self.views("goal"), listed, self.today),
            "stops": years.progress(listed, self.meetings),
            "scores": years.scores(self.measured()),
            "posts": posts,
            "guests": overview.partners(guests, posts, self.views("introduction"), organisations),
            "coming": sorted(
                (one for one in self.meetings if one["state"] != "closed"), key=lambda one: one["date"] or "9"
            ),
            "beforehand": {one["id"]: self.beforehand(one) for one in self.meetings if one["state"] != "closed"},
            "past": [one for one in reversed(self.meetings) if one["state"] == "closed"],
            "titles": {meeting["id"]: meeting["title"] for meeting in self.meetings},
            "names": {block["number"]: block["name"] for block in self.house.library.blocks},
            "agreed": self.agreed,
            "unverified": verified.unverified(self.chain),
            "candidates": overview.candidates(people, self.views("role"), organisations),
            "keep": keeping.USUAL,
            "short": self.house.library.agendas.get(SHORT),
            "statuses": STATUSES,
            "notices": keeping.notices(self.house, self.room),
        }
