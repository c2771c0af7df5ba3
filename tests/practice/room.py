"""A facilitator in a practice house and a crowd in this process: what they do, waited for without guessing."""

from __future__ import annotations

import json
import re
import threading
import time
from typing import Any

from facilitator.practice import asks
from facilitator.practice.crowd.asked import Asked
from facilitator.practice.crowd.crowd import Crowd
from facilitator.rehearsal.client import Facilitator
from facilitator.rehearsal.house import House

FAST = 20_000.0
PATIENCE = 40
CALM = 0.25  # seconds: a phone gets its own note back one tick after the answer


class Practice:
    """One meeting with a crowd in a hurry."""

    def __init__(self, house: House, desk: Facilitator, agenda: str, again: bool = False, **asked: Any) -> None:
        """`again`: a next meeting of the keten of this desk."""
        self.told: list[dict[str, Any]] = []
        self.house = house
        if again:
            self.desk = desk.again(agenda, title="De volgende keer")
        else:
            self.desk = Facilitator(desk.browser, "")
            self.desk.make(agenda, keten="Oefenketen", title="Oefenen", date="2029-11-20")
        words = {"people": 8, "seed": 7, "pace": FAST, "address": house.address, "code": self.desk.open_door(), **asked}
        self.crowd = Crowd(Asked(**words), self.hear)
        self.crowd.start()

    def hear(self, said: dict[str, Any]) -> None:
        """What who holds the room hears (practice/hall.py), without the restart."""
        self.told.append(said)
        asks.grant(said, self.house, self.desk.ref, lambda: None)

    def settle(self) -> None:
        """Until everybody is in, and nobody wants anything any more at the step where the meeting is."""
        calm = [time.monotonic()]

        def over() -> bool:
            if not all(one.gone or (one.idle and not one.elsewhere) for one in self.crowd.people):
                calm[0] = time.monotonic()
            return time.monotonic() - calm[0] > CALM

        self.wait(over)

    def wait(self, true: Any) -> Any:
        until = time.monotonic() + PATIENCE
        while True:
            if found := true():
                return found
            assert time.monotonic() < until and not self.crowd.faults, (self.crowd.faults, self.crowd.state())
            time.sleep(0.01)

    def go(self, kind: str) -> dict[str, Any]:
        """To the next step of this kind, and until nobody wants anything there any more."""
        here = self.desk.meeting.get("step")
        steps = self.desk.meeting["steps"]
        later = steps[steps.index(here) + 1 :] if here in steps else steps
        step = next(self.desk.look()[one] for one in later if self.desk.look()[one]["kind"] == kind)
        self.desk.go(step["id"])
        self.wait(lambda: all(one.gone or (one.phone and one.phone.at == step["id"]) for one in self.crowd.people))
        self.settle()
        return self.desk.look()[step["id"]]

    def content(self) -> list[list[tuple[str, str]]]:
        """Per person what was said and chosen, in words: ids follow who was faster."""
        known = self.desk.look()

        def said(value: Any) -> Any:
            if isinstance(value, dict):
                return sorted((said(key), said(one)) for key, one in value.items())
            if isinstance(value, list):
                return [said(one) for one in value]
            entity = known.get(value) if isinstance(value, str) else None
            words = ("text", "name", "what") if entity else ()
            return next((entity[key] for key in words if entity.get(key)), value)

        def told(body: dict[str, Any]) -> str:
            return repr(sorted((field, said(value)) for field, value in body.items() if field not in ("proof", "step")))

        return [sorted((name, told(body)) for _, name, body in one.wrote) for one in self.crowd.people]

    def close(self) -> None:
        self.crowd.stop()
        self.desk.close()


class Window:
    """The screen as a browser shows it: it goes black and comes back by what the house says (practice/lamp.js)."""

    def __init__(self, desk: Facilitator) -> None:
        self.desk, self.black, self.shut = desk, False, False
        self.screen, self.known = desk.screen(), self.ask("")["is"]
        threading.Thread(target=self.watch, daemon=True).start()

    def ask(self, known: str) -> dict[str, Any]:
        return json.loads(self.desk.browser.get(f"/scherm/{self.desk.ref}/lamp?is={known}").body)

    def watch(self) -> None:
        while not self.shut:
            try:
                said = self.ask(self.known)
            except (OSError, ValueError):  # the house is gone
                return
            self.known = said["is"]
            if said["dark"] and not self.black:
                self.screen.close()
            elif self.black and not said["dark"]:
                self.screen = self.desk.screen()
            self.black = said["dark"]

    def close(self) -> None:
        self.shut = True
        self.screen.close()


def incidents_of(room, number):
    return [one["incident"] for one in room.told if one.get("incident", {}).get("id") == number]


def both(room, texts):
    found = [one for one in room.desk.list("note", step=room.step) if one["text"] in texts]
    return found if len(found) == len(texts) else None


def later(room):
    """How many seconds the clock of the house is ahead of ours."""
    page = room.desk.browser.get(f"/regie/{room.desk.ref}").text
    return json.loads(re.search(r'id="start">(.*?)</script>', page, re.DOTALL)[1])["now"] - time.time()
