"""Many phones that write at the same time, and the three questions afterwards: lost, doubled, diverged."""

import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from facilitator.rehearsal.client import Facilitator, Page, Phone, Unanswered
from facilitator.rehearsal.house import House

SEEDS = Path(__file__).resolve().parents[1] / "seeds.txt"
SETTLING = 20  # seconds that pages may take to be equal once it is calm


def seeds(name: str) -> list[str]:
    """The pinned seeds of one test."""
    rows = [line.split() for line in SEEDS.read_text().splitlines() if line.strip() and not line.startswith("#")]
    return [row[1] for row in rows if row[0] == name]


@dataclass
class Verdict:
    """Texts that were sent and are nowhere, texts that are there more than once, and pages that show something else."""

    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    diverged: list[str] = field(default_factory=list)

    @property
    def numbers(self) -> tuple[int, int, int]:
        return len(self.lost), len(self.doubled), len(self.diverged)


class Author(threading.Thread):
    """One phone that writes its texts one after another; `silent` are those that never got an answer."""

    def __init__(self, phone: Phone, step: str, texts: list[str], pause: float = 0.0) -> None:
        super().__init__(daemon=True)
        self.phone, self.step, self.texts, self.pause = phone, step, texts, pause
        self.acknowledged: list[str] = []
        self.silent: list[str] = []
        self.refused: list[str] = []

    def run(self) -> None:
        for text in self.texts:
            try:
                answer = self.phone.send("note.post", {"step": self.step, "text": text})
            except Unanswered:
                self.silent.append(text)
                continue
            (self.acknowledged if answer["ok"] else self.refused).append(text)
            time.sleep(self.pause)


def a_wall(house: House, address: str = "") -> tuple[Facilitator, str, str]:
    """A control room at an open wall, the wall's id and the join code; through another address when given."""
    link = house.link.replace(house.address, address) if address else house.link
    facilitator = Facilitator.sign_in(link)
    facilitator.make("startbijeenkomst", keten="Lindervaart", title="Proef")
    code = facilitator.open_door()
    look = facilitator.look()
    wall = next(step for step in facilitator.meeting["steps"] if look[step]["kind"] == "briefjes")
    facilitator.go(wall)
    return facilitator, wall, code


def judge(authors: list[Author], facilitator: Facilitator) -> Verdict:
    """What became of every text, by a control room that just asked for everything."""
    facilitator.open()
    found = Counter(note["text"] for note in facilitator.list("note"))
    sent = [text for author in authors for text in author.texts if text not in author.refused]
    return Verdict([text for text in sent if not found[text]], [text for text in sent if found[text] > 1])


def diverged(pages: list[Page]) -> list[str]:
    """Pages that do not hold what a fresh page in the same seat is shown, when the line has been calm for a while."""
    wrong = []
    for page in pages:
        fresh = type(page)(page.browser, page.ref, page.patience)
        fresh.cids = list(page.cids)
        fresh.open()
        names = [name for name in fresh.held.channels if name != "now"]
        try:
            page.wait(lambda page=page, fresh=fresh, names=names: same(page, fresh, names), SETTLING)
        except Unanswered:
            wrong.append(f"{page.door} {page.seat}: {difference(page, fresh, names)}")
        fresh.close()
    return wrong


def same(page: Page, fresh: Page, names: list[str]) -> bool:
    return all(page.channel(name) == fresh.channel(name) for name in names)


def difference(page: Page, fresh: Page, names: list[str]) -> str:
    """The first few ids that differ."""
    found = []
    for name in names:
        mine, theirs = page.channel(name), fresh.channel(name)
        found += [f"{name}/{one}" for one in mine.keys() | theirs.keys() if mine.get(one) != theirs.get(one)]
    return ", ".join(sorted(found)[:5])
