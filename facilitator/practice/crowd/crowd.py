"""All people of one simulated room together, what is told about them, and who looks at the control room meanwhile."""

from __future__ import annotations

import contextlib
import random
import threading
import time
from collections.abc import Callable
from typing import Any

from exercises.registry import KINDS
from facilitator.chain.baton import VISITOR
from facilitator.practice.crowd import company, words
from facilitator.practice.crowd.asked import Asked
from facilitator.practice.crowd.person import Person
from facilitator.practice.crowd.seat import Lookout
from facilitator.practice.crowd.shelves import library
from facilitator.practice.crowd.voices import Voices
from facilitator.practice.incidents.happening import SURPRISE, Happening
from facilitator.practice.incidents.shelf import incidents
from facilitator.rehearsal.client import Unanswered, Unexpected

TELLING = 1.0  # seconds between two reports
ARRIVING = 0.3  # seconds between two looks at the door, until the first is in


class Crowd:
    """`out` takes what is told to the parent. It runs until `stop`, or until the room cannot go on."""

    def __init__(self, asked: Asked, out: Callable[[dict[str, Any]], None]) -> None:
        self.asked, self.out = asked, out
        self.lively = asked.lively
        self.kinds = {kind.name: kind for kind in KINDS}
        self.library = library(asked.shelf)
        self.cards = company.people(asked.people, asked.seed, asked.organisations)
        self.town = sorted({card.organisation for card in self.cards} - {""})
        self.voices = Voices(self.cards, asked.seed)
        self.going, self.over, self.changed = threading.Event(), threading.Event(), threading.Event()
        self.going.set()
        self.silent = False  # nobody does anything by itself
        self.last = ""
        self.lookout: Lookout | None = None
        self.incident: dict[str, Any] | None = None
        self.happening: Happening | None = None
        self.happened: list[str] = []
        self.faults: list[str] = []
        self.people = [
            Person(self, number, card, company.temper(asked.seed, number)) for number, card in enumerate(self.cards)
        ]

    def chance(self, *topic: object) -> random.Random:
        return random.Random("/".join(map(str, (self.asked.seed, *topic))))  # noqa: S311 - seeded on purpose

    # coming and going

    def start(self) -> None:
        """Everybody is on the way; returns at once."""
        threading.Thread(target=self.report, daemon=True).start()
        for person in self.people:
            threading.Thread(target=person.live, daemon=True).start()
        if self.asked.watch:
            threading.Thread(target=self.look, daemon=True).start()

    def came(self, person: Person) -> None:
        self.tell(person, words.CAME)

    def look(self) -> None:
        """Open the control room when the first phone knows which meeting it is, and look at it from then on."""
        while not (ref := next((one.phone.ref for one in self.people if one.phone is not None), "")):
            if self.over.wait(ARRIVING):
                return
        try:
            lookout = Lookout.sign_in(self.asked.watch)
            lookout.ref = ref
            lookout.stirred = self.seen_from_the_desk
            lookout.open()
            self.lookout = lookout
            self.stir()
            self.keep_looking(lookout)
        except (Unexpected, OSError):
            self.fault(words.NO_WATCH, ends=False)

    def keep_looking(self, lookout: Lookout) -> None:
        """Again and again when the line is lost: a house may start anew."""
        while not self.over.is_set():
            lookout.line.closed.wait()
            with contextlib.suppress(Unanswered):
                if not self.over.is_set():
                    lookout.open()

    def seen_from_the_desk(self) -> None:
        self.stir()
        if self.happening is not None:
            self.happening.looks.set()

    def pause(self, on: bool) -> None:
        (self.going.clear if on else self.going.set)()
        self.stir()

    def wake(self) -> None:
        """Everybody thinks again about what to do."""
        for person in self.people:
            person.alarm.set()
        self.stir()

    def happen(self, name: str, identity: int) -> None:
        """Let something happen that a facilitator should learn to deal with, or say why it cannot be now."""
        known = incidents()
        if self.happening is not None and self.happening.is_alive():
            return self.fault(words.BUSY, ends=False)
        if name == SURPRISE:
            name = self.surprise(identity)
        if name not in known:
            return self.fault(words.UNKNOWN, ends=False)
        happening = Happening(self, known[name], identity)
        no = happening.obstacle()
        if no:
            return self.tell_incident(happening, "over", did=[], could=[], skipped=True, say=no)
        self.happened.append(name)
        self.happening = happening
        self.incident = {"name": name, "id": identity, "since": round(time.time(), 1)}
        happening.start()
        return None

    def surprise(self, identity: int) -> str:
        """One that fits the step at hand and has not been yet; drawn from the seed."""
        fitting = [one.id for one in incidents().values() if not Happening(self, one, identity).obstacle()]
        fresh = [one for one in fitting if one not in self.happened] or fitting
        return self.chance("surprise", len(self.happened)).choice(fresh) if fresh else next(iter(incidents()))

    def tell_incident(self, happening: Happening, phase: str, **more: Any) -> None:
        """How an incident begins or ends."""
        one = happening.incident
        if phase == "over" and self.incident is not None and self.incident["id"] == happening.number:
            self.incident = None
        self.out({"incident": {"id": happening.number, "name": one.id, "title": one.title, "phase": phase, **more}})
        self.stir()

    def stop(self) -> None:
        """Everybody hangs up."""
        self.over.set()
        self.going.set()
        for person in self.people:
            person.connected.set()
            person.alarm.set()
            if person.phone is not None:
                person.phone.close()
        if self.lookout is not None:
            self.lookout.close()
        self.changed.set()

    def give_up(self, say: str) -> None:
        """The room cannot go on, and says why, once."""
        if not self.over.is_set():
            self.fault(say)
            self.stop()

    # telling

    def tell(self, person: Person, did: str) -> None:
        """The last thing that somebody did, in a sentence."""
        name = person.card.name or words.SOMEBODY
        who = words.AT.format(who=name, organisation=person.card.organisation) if person.card.organisation else name
        self.last = f"{who} {did}."
        self.stir()

    def fault(self, say: str, ends: bool = True) -> None:
        if ends:
            self.faults.append(say)
        self.out({"fault": say})

    def stir(self) -> None:
        self.changed.set()

    def report(self) -> None:
        """At most once a second, and only when something is other than it was."""
        told: dict[str, Any] = {}
        while not self.over.is_set():
            self.changed.wait()
            self.changed.clear()
            state = self.state()
            if state != told:
                told = state
                self.out({"state": state})
            time.sleep(TELLING)

    def state(self) -> dict[str, Any]:
        here = sum(1 for person in self.people if not person.gone and person.phone is not None and person.phone.alive)
        step = self.step()
        tally = self.desk().get(f"{step['id']}.tally", {}) if step else {}
        wrote = sum(1 for person in self.people for _, name, _ in person.wrote if name == "note.post")
        return {
            "people": len(self.people),
            "here": here,
            "step": step,
            "writing": sum(1 for person in self.people if person.writing),
            "notes": tally.get("notes", wrote),
            "lively": self.lively,
            "incident": self.incident,
            "last": self.last,
            **self.leads(),
        }

    def leads(self) -> dict[str, Any]:
        """Who holds the step, by name ("": the facilitator), whether that one ever came, and who looks on."""
        now = self.lookout.channel("now").get("now", {}) if self.lookout is not None else {}
        baton = now.get("baton") or {}
        trainees, holds = baton.get("trainees", ()), baton.get("holds", "")
        here = [one["name"] for one in trainees if one["here"] and one["id"] != holds and one["name"] != VISITOR]
        leads = next((one["name"] for one in trainees if one["id"] == holds), "")
        return {"leads": leads, "led": bool(now.get("leads")), "beside": here}

    def desk(self) -> dict[str, dict[str, Any]]:
        """What the control room shows now; nothing when it cannot be seen."""
        lookout = self.lookout
        return lookout.look() if lookout is not None else {}

    def step(self) -> dict[str, Any] | None:
        """Where the meeting is, as the control room says it."""
        lookout = self.lookout or next((one.phone for one in self.people if one.phone is not None), None)
        view = lookout.look().get(lookout.at) if lookout is not None else None
        if view is None:
            return None
        return {key: view.get(key) for key in ("id", "title", "kind", "minutes", "started_at")}
