"""A meeting on a real server: a control room, phones, one act after another, then the report and its check."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from exercises.registry import KINDS
from facilitator.rehearsal.check import lost
from facilitator.rehearsal.client import Answer, Facilitator, Page, Phone
from facilitator.rehearsal.held import View
from facilitator.rehearsal.house import House
from facilitator.rehearsal.sent import FACILITATOR, Person, Sent

LOOKING_BACK = {kind.name for kind in KINDS if kind.looks_back}
RANDOM_IDS = {"ballot", "rating"}


class Stage:
    """One practice meeting. Acts are sent one by one, each after the answer to the one before."""

    def __init__(self, house: House, before: Stage | None = None) -> None:
        """With `before`: the next meeting of that stage's keten."""
        self.house, self.before = house, before
        self.sent = Sent(earlier=before.sent.left(), agreed=before.sent.agreed.after()) if before else Sent()
        self.phones: list[Phone] = []
        self.seen: dict[Page, int] = {}  # the number of acts after which a page was known to be up to date
        self.code = ""

    def raise_curtain(self, template: str, *, keten: str, title: str, place: str, date: str) -> None:
        """A keten (or the one that is there), a meeting, and an open door."""
        if self.before:
            self.facilitator = self.before.facilitator.again(template, title=title, place=place, date=date)
        else:
            self.facilitator = Facilitator.sign_in(self.house.link)
            self.facilitator.make(template, keten=keten, title=title, place=place, date=date)
        self.code = self.facilitator.open_door()

    def join(self, person: Person) -> int:
        """The number of who came in."""
        phone = Phone.join(self.house.address, self.code, person.name, person.organisation, person.profession)
        self.phones.append(phone)
        self.sent.joined(len(self.phones) - 1, person)
        return len(self.phones) - 1

    def page(self, who: str | int) -> Page:
        return self.facilitator if who == FACILITATOR else self.phones[int(who)]

    def act(self, who: str | int, name: str, body: dict[str, Any]) -> Answer:
        """Send, wait for the answer, remember both."""
        answer = self.page(who).send(name, body)
        self.sent.record(who, name, body, answer)
        return answer

    def look(self, who: str | int) -> dict[str, View]:
        """All that one page holds now: after everything that was sent, in an order that is the same every time."""
        page = self.page(who)
        if self.seen.get(page) != self.sent.count:
            page.open()
            self.seen[page] = self.sent.count
        return dict(sorted(page.look().items(), key=place))

    def steps(self) -> list[View]:
        """The agenda, as the control room sees it."""
        entities = self.look(FACILITATOR)
        [meeting] = [one for one in entities.values() if one["type"] == "meeting"]
        return [entities[step] for step in meeting["steps"]]

    def go(self, step: str) -> View:
        """To a step; the step as it is then."""
        self.act(FACILITATOR, "meeting.go", {"step": step})
        found = self.look(FACILITATOR)[step]
        self.sent.kinds[step] = found["kind"]
        self.sent.looked_back |= found["kind"] in LOOKING_BACK
        return found

    def finish(self, path: Path) -> list[str]:
        """Write the full report to this file; the sentences of what is not in it."""
        report = self.facilitator.report()
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(report)
        return lost(report, self.sent)

    def end(self) -> None:
        """The meeting is over: its door shuts."""
        self.act(FACILITATOR, "meeting.close", {})

    def close(self) -> None:
        for page in [*self.phones, *([self.facilitator] if hasattr(self, "facilitator") else [])]:
            page.close()


def place(row: tuple[str, View]) -> tuple[bool, int, str]:
    """Ids that the house draws by chance come last; the others in the order in which they were made."""
    identity, entity = row
    return entity["type"] in RANDOM_IDS, len(identity), identity
