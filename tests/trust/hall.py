"""A real house with two open meetings of one keten, and the papers of everybody who may come by."""

from __future__ import annotations

import contextlib
import sqlite3
import time
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.request import HTTPCookieProcessor

from facilitator.rehearsal.client import Facilitator, Page, Phone, Screen, Trainee
from facilitator.rehearsal.house import House
from facilitator.rehearsal.page import Unexpected

NOBODY, GUEST, ELSEWHERE, REMOVED, SCREEN, TRAINEE, FACILITATOR = (
    "nobody",
    "guest",
    "guest of another meeting",
    "removed guest",
    "screen",
    "trainee",
    "facilitator",
)
IDENTITIES = (NOBODY, GUEST, ELSEWHERE, REMOVED, SCREEN, TRAINEE, FACILITATOR)


def cookies_of(page: Page) -> dict[str, str]:
    """Every cookie of a page's browser, whatever their paths."""
    jars = [one.cookiejar for one in page.browser.opener.handlers if isinstance(one, HTTPCookieProcessor)]
    return {cookie.name: cookie.value or "" for jar in jars for cookie in jar}


def events(data: Path) -> int:
    """How many events the books of a data folder hold, on disk."""
    with closing(sqlite3.connect(f"file:{data / 'ketentafel.db'}?mode=ro", uri=True)) as look:
        return look.execute("select count(*) from events").fetchone()[0]


class Meeting:
    """One meeting that has been at every step, with guests, somebody who was removed, and a screen."""

    def __init__(self, regie: Facilitator, address: str) -> None:
        self.regie, self.address, self.ref = regie, address, regie.ref
        self.id = self.ref.partition("-")[2]
        regie.open_door()
        self.guest = self.join("Anna", "Gemeente Ede")
        self.neighbour = self.join("Bram", "Thuiszorg West")
        self.removed = self.join("Carla", "Steunpunt Zuid")
        self.screen: Screen = regie.screen()
        self.trainee = Trainee.invited(regie, "Sam")
        self.steps: dict[str, str] = {}
        regie.do("step.add", {"exercise": "terugblik", "after": regie.meeting["steps"][-1]})
        regie.do("step.add", {"exercise": "doelen", "after": regie.meeting["steps"][-1]})
        regie.do("step.add", {"exercise": "rollen-verdelen", "after": regie.meeting["steps"][-1]})
        regie.do("step.add", {"exercise": "instrumenten", "after": regie.meeting["steps"][-1]})
        regie.do("step.add", {"exercise": "checklist", "after": regie.meeting["steps"][-1]})
        regie.do("step.add", {"exercise": "evaluatie-schaal", "after": regie.meeting["steps"][-1]})
        regie.do("step.add", {"exercise": "datum-kiezen", "after": regie.meeting["steps"][-1]})
        regie.do("step.add", {"exercise": "casus-bespreken", "after": regie.meeting["steps"][-1]})
        regie.do("step.add", {"exercise": "netwerkkaart", "after": regie.meeting["steps"][-1]})
        regie.do("step.add", {"exercise": "reflectie", "after": regie.meeting["steps"][-1]})
        regie.do("step.add", {"exercise": "vindplaatsen", "after": regie.meeting["steps"][-1]})
        for step in regie.meeting["steps"]:
            kind = regie.look()[step]["kind"]
            self.steps.setdefault(kind, step)
            regie.go(step)
            if kind == "briefjes":  # something to vote on later
                regie.do("note.post", {"step": step, "text": "Een gezamenlijk adres voor vragen"})
        regie.do("participant.remove", {"participant": self.removed.seat})

    @property
    def code(self) -> str:
        """The code of now: a door that was shut and opened again has another."""
        return self.regie.wait(lambda: self.regie.channel("now").get("now", {}).get("door", {}).get("code"))

    def join(self, name: str, organisation: str) -> Phone:
        for _ in range(9):
            with contextlib.suppress(Unexpected):  # a code that has just been replaced
                return Phone.join(self.address, self.code, name, organisation)
            time.sleep(0.1)
        return Phone.join(self.address, self.code, name, organisation)

    def open(self) -> None:
        """The door is open again, whatever a test did to it (the book knows; a page may be a moment behind)."""
        answer = self.regie.send("meeting.open", {})
        assert answer["ok"] or answer["code"] == "refused", answer

    # things to do something with, fresh every time

    def note(self, by: Page | None = None) -> str:
        body = {"step": self.steps["briefjes"], "text": "Een briefje om iets mee te doen"}
        return (by or self.regie).do("note.post", body)["ids"][0]

    def cluster(self) -> str:
        body = {"step": self.steps["briefjes"], "name": "Groepje", "notes": [self.note()]}
        return self.regie.do("cluster.make", body)["ids"][0]

    def action(self, by: Page | None = None) -> str:
        return (by or self.regie).do("action.make", {"step": self.steps["acties"], "what": "Iets doen"})["ids"][0]

    def goal(self, by: Page | None = None) -> str:
        return (by or self.regie).do("goal.make", {"step": self.steps["doelen"], "text": "De weg weten"})["ids"][0]

    def adopted(self) -> str:
        goal = self.goal()
        self.regie.do("goal.adopt", {"goal": goal})
        return goal

    def step(self) -> str:
        last = self.regie.meeting["steps"][-1]
        return self.regie.do("step.add", {"exercise": "kansen", "after": last})["ids"][0]

    def candidate(self, kind: str) -> str:
        """Something on the list of a vote or a matrix."""
        step = self.steps[kind]
        self.regie.go_to(step)
        return self.regie.wait(lambda: self.regie.look()[step]["state"].get("candidates"))[0]

    def organisation(self) -> str:
        return self.regie.list("organisation", name="Gemeente Ede")[0]["id"]


def agreed(regie: Facilitator) -> str:
    """A meeting that leaves an action to look back at; its id."""
    regie.open_door()
    step = next(one["id"] for one in regie.list("step") if one["kind"] == "acties")
    regie.do("meeting.go", {"step": step})
    made = regie.do("action.make", {"step": step, "what": "De huisartsen bellen", "who": "Els"})
    regie.do("meeting.close")
    return made["ids"][0]


class Regie(Facilitator):
    """A control room that also goes where it already is."""

    def go_to(self, step: str) -> None:
        self.send("meeting.go", {"step": step})


class Hall:
    """The house, both meetings, and who is who."""

    def __init__(self, **words: Any) -> None:
        self.house = House(**{"limits": False, **words}).start()
        self.address = self.house.address
        earlier = Regie.sign_in(self.house.link).make("startbijeenkomst", keten="Veluwerand", title="Eerder")
        self.action = agreed(earlier)
        self.a = Meeting(self.another(earlier, "Start"), self.address)
        self.b = Meeting(self.another(earlier, "Vervolg"), self.address)
        earlier.close()

    @staticmethod
    def another(earlier: Facilitator, title: str) -> Regie:
        """A next meeting of the same keten."""
        chain = earlier.ref.partition("-")[0]
        fields = {"title": title, "template": "startbijeenkomst"}
        reply = earlier.browser.post(f"/regie/ketens/{chain}/bijeenkomsten", fields)
        regie = Regie(earlier.browser, reply.location.rpartition("/")[2])
        regie.open()
        return regie

    def page(self, identity: str) -> Page | None:
        """Whose papers an identity shows when it asks something of meeting A."""
        pages = {GUEST: self.a.guest, ELSEWHERE: self.b.guest, REMOVED: self.a.removed, SCREEN: self.a.screen}
        return {**pages, TRAINEE: self.a.trainee, FACILITATOR: self.a.regie}.get(identity)

    def cookies(self, identity: str) -> dict[str, str]:
        """Every cookie that an identity could show (a screen's browser also holds the facilitator's: not shown)."""
        page = self.page(identity)
        if page is None:
            return {}
        found = cookies_of(page)
        own = {SCREEN: f"tafel_scherm_{self.a.ref}", TRAINEE: "tafel_stokje", FACILITATOR: "tafel_begeleider"}
        wanted = own.get(identity, "tafel_plek")
        return {name: value for name, value in found.items() if name.startswith(wanted)}

    def close(self) -> None:
        for meeting in (self.a, self.b):
            guests = (meeting.guest, meeting.neighbour, meeting.removed)
            for page in (meeting.regie, *guests, meeting.screen, meeting.trainee):
                page.close()
        self.house.close()
