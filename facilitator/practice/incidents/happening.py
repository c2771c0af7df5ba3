"""One incident in a room: it begins, the facilitator is watched meanwhile, and it ends with what was done."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, Any

from facilitator.chain.guest import Intent
from facilitator.practice import asks
from facilitator.practice.incidents import shelf
from facilitator.practice.incidents.looking import RULES, Desk, Marked
from facilitator.practice.incidents.shelf import Incident

if TYPE_CHECKING:
    from facilitator.practice.crowd.crowd import Crowd
    from facilitator.practice.crowd.person import Person

SURPRISE = "verrassing"
NO_PLACE = "Dit past niet bij deze stap: hier schrijft nu niemand. Probeer het bij een stap met briefjes."
NOT_HERE = "Dit hoort bij een andere stap. Ga eerst daarheen."
NOBODY = "Er is nog niemand in de zaal. Wacht tot er mensen zijn."
SHUT = "De muur is nog dicht: niemand leest wat een ander schrijft. Toon hem eerst aan de zaal."
NO_SCREEN = "Er staat geen scherm open. Open eerst het scherm: dan kan het uitgaan."
BLIND = "De regie was niet te zien. Wat u deed, staat hier daarom niet bij."
FLOOR = 30.0  # seconds of the real clock that somebody gets to see it and act, however fast the room's clock goes
AFTER = 12.0  # seconds that it goes on after what was done, so that more can be done
LATE = 20 * 60  # seconds behind the agenda
GOING = 10.0  # seconds, of the real clock, in which the windows of a screen go dark
OFFLINE = 0.55  # of the time that it lasts there is no network; in the rest of it people come back
RETURNING = 90.0  # seconds, of the real clock, that a house may take to come back
FLOOD = 14  # notes of one person
HALF = 0.5
ANSWERING = 120.0  # seconds that somebody may take to answer another


class Happening(threading.Thread):
    """It runs by itself; `crowd.tell_incident` gets how it begins and ends. `looks` is called when the desk changed."""

    def __init__(self, crowd: Crowd, incident: Incident, number: int) -> None:
        super().__init__(daemon=True)
        self.crowd, self.incident, self.number = crowd, incident, number
        self.chance = crowd.chance("incident", incident.id, number)
        self.looks = threading.Event()
        self.was = Desk()
        self.writers: list[Person] = []
        self.dropped, self.back = False, False  # lines are gone; and all of them are there again
        self.done: set[str] = set()

    # what it needs

    def obstacle(self) -> str:
        """Why it cannot happen now, in a sentence, or ""."""
        step = self.crowd.step()
        if not self.here():
            return NOBODY
        if self.incident.kinds and (step is None or step["kind"] not in self.incident.kinds):
            return NOT_HERE
        if self.incident.deed in (*shelf.WRITTEN, shelf.FLOOD, shelf.SILENCE) and not self.able():
            return NO_PLACE
        if self.incident.deed == shelf.DISAGREE and not self.desk().step.get("revealed"):
            return SHUT
        if self.incident.deed == shelf.DARK and not self.desk().screens:
            return NO_SCREEN
        return ""

    def here(self) -> list[Person]:
        return [one for one in self.crowd.people if not one.gone and one.phone is not None]

    def able(self) -> list[Person]:
        """Who can write a note at this step."""
        return [one for one in self.here() if one.a_note("") is not None]

    # its life

    def run(self) -> None:
        self.was = self.desk()
        told = {"happens": self.incident.happens, "can": list(self.incident.can), **self.asked()}
        self.crowd.tell_incident(self, "began", **told)
        try:
            getattr(self, DEEDS[self.incident.deed])()
            self.watch(self.was)
        finally:
            self.restore()
            self.crowd.tell_incident(self, "over", **self.outcome(), **self.asked())

    def real(self, seconds: float) -> float:
        """So many of the room's seconds on the real clock, but never too few for who has to do something."""
        return max(seconds / self.crowd.asked.pace, min(seconds, FLOOR))

    def lasts(self) -> float:
        """Seconds of the real clock, when nobody does anything about it."""
        return RETURNING if self.incident.deed == shelf.RESTART else self.real(self.incident.minutes * 60)

    def asked(self) -> dict[str, Any]:
        """What who holds the room does, for what people with phones cannot do (practice/asks.py)."""
        asked = {
            shelf.LATE: {asks.LATE: LATE},
            shelf.DARK: {asks.DARK: self.lasts() + GOING},
            shelf.RESTART: {asks.RESTART: True},
        }.get(self.incident.deed)
        return {"asks": asked} if asked else {}

    def watch(self, was: Desk) -> None:
        """Look at the desk whenever it changes, until it is over."""
        until = time.monotonic() + self.lasts()
        while not self.crowd.over.is_set():
            now, marked = self.desk(), self.marked()
            before = len(self.done)
            self.done |= {name for name, rule in RULES.items() if rule(was, now, marked)}
            self.done -= {"gebleven"} if "verder" in self.done else set()  # who went and came back did not stay
            if len(self.done) > before and self.done & self.incident.ends:
                until = min(until, time.monotonic() + self.real(AFTER))
            left = until - time.monotonic()
            if left <= 0 or self.back:
                return
            self.looks.wait(min(left, 1.0) if self.dropped else left)
            self.looks.clear()
            self.back = self.dropped and all(one.phone.alive and one.connected.is_set() for one in self.here())

    def desk(self) -> Desk:
        lookout = self.crowd.lookout
        if lookout is None:
            return Desk()
        return Desk(lookout.look(), lookout.channel("now").get("now", {}))

    def marked(self) -> Marked:
        ids = frozenset(one for person in self.writers for one in person.made.get(self.incident.id, ()))
        return Marked(ids, frozenset(one.phone.seat for one in self.writers), self.back)

    def restore(self) -> None:
        """The room is as it was."""
        self.crowd.silent = False
        for person in self.crowd.people:
            person.hasty = False
            if not person.connected.is_set():
                person.come_back()
        self.crowd.wake()

    def outcome(self) -> dict[str, Any]:
        """What was done and what could have been, each in a sentence."""
        if self.crowd.lookout is None:
            return {"did": [], "could": [one.could for one in self.incident.seen if one.could], "say": BLIND}
        did = [one.did for one in self.incident.seen if one.rule in self.done]
        could = [one.could for one in self.incident.seen if one.rule not in self.done and one.could]
        return {"did": did, "could": could, "say": ""}

    # what the room does

    def chosen(self, number: int, among: list[Person]) -> list[Person]:
        """So many, of different organisations when there are, never the first who came: somebody stays calm."""
        pool = sorted(among, key=lambda one: one.number)
        calm = [one for one in pool if one.number] or pool
        self.chance.shuffle(calm)
        found: list[Person] = []
        for person in calm:
            if person.card.organisation not in {one.card.organisation for one in found}:
                found.append(person)
        return (found + [one for one in calm if one not in found])[:number]

    def writes(self, person: Person, text: str, number: int = 0) -> None:
        """An errand for this person: a note with this text, where it would write one anyway."""
        body = person.a_note(text)
        if body is not None:
            person.errands.append(Intent(f"{self.incident.id}/{number}", "note.post", body, text))
            person.alarm.set()

    def a_note(self) -> None:
        self.writers = self.chosen(1, self.able())
        if not self.writers:  # the facilitator went on in between
            return
        self.writes(self.writers[0], self.chance.choice(self.incident.texts))

    def touched(self) -> None:
        """Writes it, and puts the phone away for the rest of the step."""
        self.a_note()
        if self.writers:
            self.writers[0].away = self.writers[0].seen

    def disagree(self) -> None:
        """Two in turn, each after the other could have read it."""
        self.writers = self.chosen(2, self.able())
        if not self.writers:
            return
        for number, text in enumerate(self.incident.texts):
            person = self.writers[number % len(self.writers)]
            before = len(person.made.get(self.incident.id, ()))
            self.writes(person, text, number)
            self.await_note(person, before)

    def await_note(self, person: Person, before: int) -> None:
        """Until it hangs there; not for ever, since a wall can be shut meanwhile."""
        until = time.monotonic() + ANSWERING / self.crowd.asked.pace + 2
        while len(person.made.get(self.incident.id, ())) <= before and time.monotonic() < until:
            if self.crowd.over.wait(0.05):
                return

    def flood(self) -> None:
        """One voice, as fast as the house takes it."""
        self.writers = self.chosen(1, self.able())
        if not self.writers:
            return
        [person] = self.writers
        person.hasty = True
        for number, text in enumerate(self.crowd.voices.flow(person.number, FLOOD)):
            self.writes(person, text, number)

    def silence(self) -> None:
        self.crowd.silent = True
        self.crowd.wake()

    def no_network(self) -> None:
        """Half of the room is cut off, and comes back after a while."""
        people = sorted(self.here(), key=lambda one: one.number)
        cut = self.chance.sample(people, max(1, round(len(people) * HALF)))
        for person in cut:
            person.drop()
        self.dropped = True

        def return_them() -> None:
            self.crowd.over.wait(self.lasts() * OFFLINE)
            for person in cut:
                person.come_back()

        threading.Thread(target=return_them, daemon=True).start()

    def restart(self) -> None:
        """The parent takes the house away; wait until lines are really gone."""
        until = time.monotonic() + RETURNING
        while not self.crowd.over.is_set() and time.monotonic() < until and not self.dropped:
            self.dropped = any(not one.phone.alive for one in self.here())
            self.crowd.over.wait(0.2)

    def late(self) -> None:
        """The clock is put forward by who holds the house; nobody here does anything."""

    def dark(self) -> None:
        """Wait until the desk knows that its screen is gone: what opens from then on was opened again."""
        until = time.monotonic() + GOING
        while self.desk().screens and time.monotonic() < until and not self.crowd.over.wait(0.1):
            pass
        self.was = self.desk()


DEEDS = {
    shelf.NOTE: "a_note",
    shelf.TOUCHED: "touched",
    shelf.DISAGREE: "disagree",
    shelf.FLOOD: "flood",
    shelf.SILENCE: "silence",
    shelf.WIFI: "no_network",
    shelf.RESTART: "restart",
    shelf.LATE: "late",
    shelf.DARK: "dark",
}
