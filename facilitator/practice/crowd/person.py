"""One person of the room: comes in, follows its own phone, thinks, types, sends, has second thoughts, goes home."""

from __future__ import annotations

import logging
import random
import threading
import time
from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from facilitator.chain.guest import Intent
from facilitator.practice.crowd import words
from facilitator.practice.crowd.company import Temper
from facilitator.practice.crowd.mind import eager, guest
from facilitator.practice.crowd.seat import Handset
from facilitator.rehearsal.client import Patience, Unanswered, Unexpected
from facilitator.rehearsal.sent import Person as Card

if TYPE_CHECKING:
    from facilitator.practice.crowd.crowd import Crowd

log = logging.getLogger("ketentafel.practice")
SIGN = 4.0  # seconds between two signs of typing, as a phone does
TAPS = 4.0  # seconds for something that is chosen, not typed
SECOND_THOUGHTS = 3.0  # times as long as a first thought
HESITATES = 2.0  # seconds before somebody says what an incident has it say
HASTE = 1.5  # seconds between two notes of who does not stop
RETURNING = 90.0  # seconds, of the real clock, that who comes late waits for a house that starts again
PATIENCE = Patience()  # of a phone, before it is tried again
QUIET = 1.0  # seconds in which changes on the phone are taken together


class Person:
    """Everything that it does waits in `rest`, which ends early when there is a reason."""

    def __init__(self, crowd: Crowd, number: int, card: Card, temper: Temper) -> None:
        self.crowd, self.number, self.card, self.temper = crowd, number, card, temper
        self.rank = sum(1 for one in crowd.cards[:number] if one.organisation == card.organisation)
        self.phone: Handset | None = None
        self.alarm = threading.Event()
        self.connected = threading.Event()  # there is a network
        self.connected.set()
        self.done: dict[str, set[str]] = {}
        self.errands: deque[Intent] = deque()  # what an incident has this person do, before anything else
        self.wrote: list[tuple[str, str, dict[str, Any]]] = []  # (step, command, body) of what was accepted
        self.refused: list[str] = []
        self.made: dict[str, list[str]] = {}  # by incident, the ids of what it made
        self.busy = False  # with an errand
        self.hasty = False  # sends without thinking and typing
        self.away = ""  # a step at which it puts the phone away
        self.writing = False
        self.idle = False
        self.gone = False
        self.seen = ""  # the step that it is thinking about
        self.news = 0  # changes on the phone until now

    # time

    def rest(self, seconds: float) -> bool:
        """Wait so long in the room's time; False when something came in between that asks for another thought."""
        until = time.monotonic() + seconds / self.crowd.asked.pace
        while not self.crowd.over.is_set():
            self.crowd.going.wait()
            left = until - time.monotonic()
            if left <= 0:
                return not self.elsewhere
            self.alarm.wait(min(left, 86_400))
            self.alarm.clear()
            if self.elsewhere:
                return False
        return False

    @property
    def elsewhere(self) -> bool:
        """True when the room is at another step than this person, its line is lost, or something has to be said now."""
        phone = self.phone
        if phone is None or (self.errands and not self.busy):
            return phone is not None
        return phone.at != self.seen or (not phone.alive and self.connected.is_set())

    def stir(self) -> None:
        """Something changed on the phone: only who waits for that, or is at another step, has to know at once."""
        self.news += 1
        if self.idle or self.elsewhere:
            self.alarm.set()

    # a life

    def live(self) -> None:
        """From the door to the way home."""
        try:
            self.rest(self.temper.arrives)
            if not self.crowd.over.is_set():
                self.come_in()
            home = time.monotonic() + self.temper.leaves / self.crowd.asked.pace
            while not self.crowd.over.is_set() and not self.gone and time.monotonic() < home:
                self.one_thing()
            if not self.crowd.over.is_set() and not self.gone:
                self.go_home()
        except Unexpected as no:
            self.crowd.give_up(words.SHUT.format(say=plain(str(no))))
        except (Unanswered, OSError):
            self.crowd.give_up(words.NO_HOUSE)
        except Exception:
            log.exception("a person fell over")
            self.crowd.give_up(words.BROKEN)

    def come_in(self) -> None:
        """Through the door once, and then a line; a house that starts again in between is waited for."""
        card, asked, until = self.card, self.crowd.asked, time.monotonic() + RETURNING
        who = (card.name, card.organisation, card.profession)
        phone = self.patiently(until, lambda: Handset.seated(asked.address, asked.code, *who, patience=PATIENCE))
        self.patiently(until, phone.open)
        self.phone = phone
        self.phone.stirred = self.stir
        self.crowd.came(self)

    def patiently(self, until: float, deed: Callable[[], Any]) -> Any:
        """What it gives, calmly tried again while nobody answers, when others were in the house already."""
        while True:
            try:
                return deed()
            except (OSError, Unanswered):
                inside = any(one.phone is not None for one in self.crowd.people)
                if not inside or time.monotonic() > until or self.crowd.over.wait(1):
                    raise

    def go_home(self) -> None:
        self.gone = True
        self.phone.close()
        self.crowd.tell(self, words.LEFT)

    def one_thing(self) -> None:
        """Do what is wanted most, or wait until the phone shows something else. Without a network one types on."""
        if self.connected.is_set() and not self.phone.alive:
            return self.find_network()
        news, self.seen = self.news, self.phone.at
        if self.errands:
            return self.run_errand()
        intent = self.wanted()
        if intent is None:
            return self.wait_for_news(news)
        meant = self.consider(intent)
        if meant is not None:
            self.send(meant)
        return None

    def run_errand(self) -> None:
        """What an incident has this person do goes before everything else."""
        self.busy = True
        intent = self.errands[0]
        chance = self.crowd.chance(self.number, intent.key)
        if self.rest(HASTE if self.hasty else HESITATES) and (
            self.hasty or self.types(intent, self.takes(intent, chance))
        ):
            answer = self.send(intent)
            if answer is not None:
                self.errands.popleft()
                self.made.setdefault(intent.key.partition("/")[0], []).extend(answer.get("ids", ()))
        self.busy = False

    def wait_for_news(self, news: int) -> None:
        """Until the phone shows something that was not there when it looked; changes are taken together."""
        self.idle = True
        if self.news == news and not self.elsewhere and not self.crowd.over.is_set():
            self.alarm.wait(self.patience())
        self.idle = False
        self.alarm.clear()
        time.sleep(QUIET / self.crowd.asked.pace)

    def patience(self) -> float | None:
        """Only who goes home early looks at the clock."""
        return 60 / self.crowd.asked.pace if self.temper.leaves != float("inf") else None

    def find_network(self) -> None:
        """The line again, as soon as the house is there."""
        try:
            self.phone.open()
            self.crowd.tell(self, words.BACK)
        except Unexpected:
            self.gone = True
            self.crowd.tell(self, words.REMOVED)
        except Unanswered:
            pass  # the house is still away: look again

    # wanting

    def wanted(self) -> Intent | None:
        """The first thing that the kind of this step would have this person do and that it has not done."""
        step = self.seen
        if not step or self.crowd.silent or self.away == step:
            return None
        view = self.phone.look().get(step)
        if view is None or view.get("brief"):
            return None
        done = self.done.setdefault(step, set())
        intents = self.crowd.kinds[view["kind"]].intents(view, guest(self, step, view))
        return next((one for one in intents if one.key not in done and not one.empty), None)

    # doing

    def consider(self, intent: Intent) -> Intent | None:
        """Think, and type; what is meant after all, or None when the room went on or one thought better of it."""
        chance = self.crowd.chance(self.number, self.seen, intent.key)
        thought = self.temper.thinks * intent.hard * chance.uniform(0.5, 1.6) * (SECOND_THOUGHTS if intent.late else 1)
        if not self.rest(thought):
            return None
        meant = self.wanted()
        if meant is None or meant.key != intent.key or not self.types(meant, self.takes(meant, chance)):
            return None
        return meant

    def takes(self, intent: Intent, chance: random.Random) -> float:
        """Seconds for typing a text, or for tapping on what one chooses."""
        return len(intent.text) / self.temper.letters if intent.text else TAPS * chance.uniform(0.4, 1.5)

    def types(self, intent: Intent, seconds: float) -> bool:
        """The phone says now and then that somebody is typing."""
        if not intent.text:
            return self.rest(seconds)
        self.writing = True
        self.crowd.stir()
        try:
            while seconds > 0:
                self.phone.tell("typing", {"step": self.seen, "on": True})
                if not self.rest(min(SIGN * self.crowd.asked.pace, seconds)):
                    return False
                seconds -= SIGN * self.crowd.asked.pace
            return True
        finally:
            self.phone.tell("typing", {"step": self.seen, "on": False})
            self.writing = False
            self.crowd.stir()

    def a_note(self, text: str) -> dict[str, Any] | None:
        """The body of a note with this text, where this person would write one at this step; None when it cannot."""
        step = self.phone.at
        view = self.phone.look().get(step)
        if not step or view is None or view.get("brief"):
            return None
        intents = self.crowd.kinds[view["kind"]].intents(view, eager(guest(self, step, view)))
        found = next((one.body for one in intents if one.name == "note.post"), None)
        return None if found is None else {**found, "text": text}

    def send(self, intent: Intent) -> dict[str, Any] | None:
        """Through the same door as everybody, until there is an answer: what was typed is never thrown away."""
        self.connected.wait()
        try:
            answer = self.phone.send(intent.name, intent.body)
        except Unanswered:
            return None
        self.done.setdefault(self.seen, set()).add(intent.key)
        if answer["ok"]:
            self.wrote.append((self.seen, intent.name, intent.body))
            self.crowd.tell(self, words.DID.get(intent.name, words.OTHER))
        elif answer["code"] == "weg":
            self.gone = True
            self.crowd.tell(self, words.REMOVED)
        elif answer["code"] in ("forbidden", "bad"):
            self.crowd.give_up(words.NOT_ALLOWED.format(name=intent.name, say=answer["say"]))
        else:
            self.refused.append(f"{intent.name}: {answer['say']}")
        return answer

    # a network that comes and goes

    def drop(self) -> None:
        """The network is gone: the line breaks, and nothing goes out."""
        self.connected.clear()
        if self.phone is not None:
            self.phone.close()

    def come_back(self) -> None:
        self.connected.set()
        self.alarm.set()


def plain(text: str) -> str:
    """The first sentence of what a page says, without its tags."""
    said = text.partition("<")[0].strip() or text
    return " ".join(said.split())[:160]
