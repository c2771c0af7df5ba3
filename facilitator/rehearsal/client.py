"""Clients of a running Ketentafel that speak only the wire (docs/SYNC.md): Facilitator, Screen and Phone.

Every call waits for its answer; each page has a reader thread of its own, so that hundreds fit in one process.
"""

from __future__ import annotations

import json

from facilitator.rehearsal.browser import Browser, Reply
from facilitator.rehearsal.page import Answer, Page, Patience, Unanswered, Unexpected

__all__ = ["Answer", "Facilitator", "Page", "Patience", "Phone", "Screen", "Trainee", "Unanswered", "Unexpected"]


class Facilitator(Page):
    """The control room. `sign_in`, then `make`, then `open`."""

    door = "regie"

    @classmethod
    def sign_in(cls, link: str, patience: Patience | None = None) -> Facilitator:
        """By the link that is printed at the start: http://host:port/regie#secret."""
        address, _, secret = link.partition("/regie#")
        browser = Browser(address)
        expect(browser.post("/regie/inloggen", {"secret": secret}), 303, "inloggen")
        return cls(browser, "", patience)

    def make(self, template: str, *, keten: str, title: str, place: str = "", date: str = "") -> Facilitator:
        """A keten with one meeting, and this control room in it."""
        made = self.browser.post("/regie/ketens", {"name": keten, "scale": "gemeente", "place": place})
        chain = expect(made, 303, "keten").location.partition("#")[2]
        fields = {"title": title, "template": template, "place": place, "date": date}
        reply = expect(self.browser.post(f"/regie/ketens/{chain}/bijeenkomsten", fields), 303, "bijeenkomst")
        self.ref = reply.location.rpartition("/")[2]
        self.open()
        return self

    def again(self, template: str, *, title: str, place: str = "", date: str = "") -> Facilitator:
        """The control room of a next meeting of the same keten."""
        fields = {"title": title, "template": template, "place": place, "date": date}
        chain = self.ref.partition("-")[0]
        reply = expect(self.browser.post(f"/regie/ketens/{chain}/bijeenkomsten", fields), 303, "bijeenkomst")
        following = Facilitator(self.browser, reply.location.rpartition("/")[2], self.patience)
        following.open()
        return following

    def open_door(self) -> str:
        """Let people in; returns the join code."""
        self.do("meeting.open")
        return self.wait(lambda: self.channel("now").get("now", {}).get("door", {}).get("code"))

    def go(self, step: str) -> Answer:
        return self.do("meeting.go", {"step": step})

    def screen(self) -> Screen:
        """The room's screen, opened with this control room's cookie."""
        expect(self.browser.post(f"/regie/{self.ref}/scherm"), 303, "scherm")
        screen = Screen(self.browser, self.ref, self.patience)
        screen.open()
        return screen

    def report(self, version: str = "volledig", names: bool = True) -> bytes:
        """The Word document."""
        asked = f"/regie/{self.ref}/verslag.docx?soort={version}&namen={'ja' if names else 'nee'}"
        return expect(self.browser.get(asked), 200, "verslag").body


class Screen(Page):
    """The room's screen."""

    door = "scherm"


class Trainee(Page):
    """A colleague who looks on, and runs a step when it is given to them."""

    door = "meekijken"

    @classmethod
    def invited(cls, facilitator: Facilitator, name: str, by: str = "") -> Trainee:
        """By a new link of this control room (`by` is how the facilitator is called), in a browser of their own."""
        made = expect(facilitator.browser.post(f"/regie/{facilitator.ref}/stokje", {"by": by}), 200, "stokje")
        browser, link = Browser(facilitator.browser.address), json.loads(made.body)["link"]
        reply = expect(browser.post("/stokje/" + link.rpartition("/")[2], {"name": name}), 303, "meekijken")
        trainee = cls(browser, reply.location.rpartition("/")[2], facilitator.patience)
        trainee.open()
        return trainee


class Phone(Page):
    """A participant."""

    door = "tafel"

    @classmethod
    def join(cls, address: str, code: str, *who: str, patience: Patience | None = None) -> Phone:
        """Through the door with the code (name, organisation, profession); raises Unexpected when it stays shut."""
        phone = cls.seated(address, code, *who, patience=patience)
        phone.open()
        return phone

    @classmethod
    def seated(
        cls,
        address: str,
        code: str,
        name: str = "",
        organisation: str = "",
        profession: str = "",
        patience: Patience | None = None,
    ) -> Phone:
        """A seat at the table, with no line yet; raises OSError when nobody answers, Unexpected with a shut door."""
        browser = Browser(address)
        fields = {"code": code, "name": name, "organisation": organisation, "profession": profession}
        reply = expect(browser.post("/meedoen", fields), 303, "meedoen")
        return cls(browser, reply.location.rpartition("/")[2], patience)


def expect(reply: Reply, status: int, what: str) -> Reply:
    """The reply, if it is what it should be."""
    if reply.status != status:
        raise Unexpected(f"{what}: {reply.status} instead of {status}: {reply.text[:400]}")
    return reply
