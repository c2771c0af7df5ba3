"""R2: the house is killed at random moments while ten phones write: nothing lost, nothing doubled, the file whole."""

import random
import shutil
import sqlite3
import time

import pytest

from facilitator.rehearsal.client import Patience, Phone
from facilitator.rehearsal.house import House
from tests.live import broken, crowd

pytestmark = pytest.mark.crowd

QUICK = Patience(connect=3, answer=4, probe=3, pause=(0.05, 0.3), total=120)
PHONES = 10
MOMENT = (0.1, 0.9)  # seconds after a start at which it ends


def integrity(house: House, folder) -> str:
    """What SQLite says of a copy of the killed house's file, as it lies there."""
    folder.mkdir()
    for name in ("ketentafel.db", "ketentafel.db-wal"):
        if (house.data / name).exists():
            shutil.copy(house.data / name, folder / name)
    book = sqlite3.connect(folder / "ketentafel.db")
    try:
        [[said]] = book.execute("pragma integrity_check")
        rows = book.execute("select seq from events where chain = 'k1' order by seq").fetchall()
        assert [seq for (seq,) in rows] == list(range(1, len(rows) + 1))
        return said
    finally:
        book.close()


class Typist(crowd.Author):
    """An author who goes on until told to stop."""

    stopped = False

    def __init__(self, phone: Phone, step: str, name: str) -> None:
        super().__init__(phone, step, [])
        self.name_of_texts = name

    def run(self) -> None:
        while not self.stopped:
            self.texts.append(f"Briefje {len(self.texts)} van {self.name_of_texts}")
            answer = self.phone.send("note.post", {"step": self.step, "text": self.texts[-1]})
            (self.acknowledged if answer["ok"] else self.refused).append(self.texts[-1])


def rounds(house: House, seed: str, number: int, folder) -> tuple[crowd.Verdict, int]:
    """So many kills while everybody writes; the verdict, and how many notes were acknowledged."""
    chance = random.Random(seed)
    facilitator, wall, code = crowd.a_wall(house)
    facilitator.patience = QUICK
    phones = [Phone.join(house.address, code, f"Mens {n}", patience=QUICK) for n in range(PHONES)]
    typists = [Typist(phone, wall, str(seat)) for seat, phone in enumerate(phones)]
    for typist in typists:
        typist.start()
    for kill in range(number):
        before = sum(len(typist.acknowledged) for typist in typists)
        while sum(len(typist.acknowledged) for typist in typists) == before:
            time.sleep(0.01)
        time.sleep(chance.uniform(*MOMENT))
        house.kill()
        assert integrity(house, folder / str(kill)) == "ok"
        house.start()
    for typist in typists:
        typist.stopped = True
    for typist in typists:
        typist.join()
    verdict = crowd.judge(typists, facilitator)
    for page in [facilitator, *phones]:
        page.close()
    return verdict, sum(len(typist.acknowledged) for typist in typists)


def test_r2_twenty_kills_lose_nothing(house, tmp_path, long_run):
    [seed] = crowd.seeds("kill")
    seed = str(random.randrange(10**6)) if long_run else seed
    print(f"seed {seed}")
    verdict, written = rounds(house, seed, 200 if long_run else 20, tmp_path)
    print(f"{written} notes")
    assert verdict == crowd.Verdict()
    assert written > 400


def test_r2_control_answering_before_the_commit_loses_notes(new_house, tmp_path):
    [seed] = crowd.seeds("kill")
    hasty = new_house(limits=False, program=(broken.__file__, "hasty"))
    verdict, _ = rounds(hasty, seed, 2, tmp_path)
    assert verdict.lost
