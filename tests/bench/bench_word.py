"""How long a large report takes: the scribe alone, and a whole report of a house in which people go on writing.

Run: python tests/bench/bench_word.py   (exit code 1 when a figure is over its limit)

60 participants, 1,500 notes, 150 actions: made in at most 2 s, in at most 200 MB more, and no note waits a second.
"""

import asyncio
import json
import os
import random
import secrets
import sys
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import psutil

from facilitator.chain.figures import bars
from facilitator.chain.paper import Block, Bullets, Heading, Picture, Table
from facilitator.rehearsal.browser import Browser
from facilitator.rehearsal.client import Facilitator
from facilitator.rehearsal.house import House
from facilitator.report.word import write
from tests.bench.bench_luggage import ACTIONS, NOTES, PEOPLE, text
from tests.bench.raw import Raw

ROUNDS = 3
WRITERS = 20  # phones that go on writing, each about once in three seconds
LONGEST_REPORT, LONGEST_WAIT, MOST_MEMORY = 2.0, 1.0, 200.0  # s, s, MB


def measured(name: str, blocks: list[Block]) -> str:
    """One line: the fastest and the middle of the rounds."""
    times, size = [], 0
    for _ in range(ROUNDS):
        start = time.perf_counter()
        size = len(write(blocks, title="Verslag"))
        times.append(time.perf_counter() - start)
    times.sort()
    return f"{name:42} fastest {times[0]:.3f} s   middle {times[ROUNDS // 2]:.3f} s   {size // 1024} kB"


def scribe() -> None:
    """The blocks that take longest, without a house."""
    row = ["12", "Eén telefoonnummer voor huisartsen en praktijkondersteuners", "Steunpunt", "15 mei", "bezig", "oké"]
    columns = ["Nr", "Wat", "Wie", "Wanneer", "Status", "Bijzonderheden"]
    picture = Picture(bars([(f"Thema {number}", number) for number in range(12)], unit="stemmen"), "Staven")
    print(measured("nothing but a title", []))
    print(measured("a table of 1,500 rows x 6 columns", [Table(columns, [row] * 1500, caption="Alle briefjes")]))
    print(measured("1,500 bullets", [Bullets(["Niemand belt na de opname terug"] * 1500)]))
    print(
        measured(
            "40 headings with a picture each", [block for n in range(40) for block in (Heading(1, f"{n}"), picture)]
        )
    )


class Memory(threading.Thread):
    """The most that a process held while this looked, in MB."""

    def __init__(self, process: psutil.Process) -> None:
        super().__init__(daemon=True)
        self.process, self.over = process, threading.Event()
        self.first = self.most = process.memory_info().rss / 2**20

    def run(self) -> None:
        while not self.over.wait(0.01):
            self.most = max(self.most, self.process.memory_info().rss / 2**20)

    def stop(self) -> float:
        """How much more it was than at the start."""
        self.over.set()
        self.join()
        return self.most - self.first


class Room:
    """A real house with a full meeting in it. The phones are light: the measure is of the house, not of them."""

    def __init__(self) -> None:
        self.house = House(limits=False).start()
        self.regie = Facilitator.sign_in(self.house.link).make("startbijeenkomst", keten="Veluwerand", title="Start")
        self.code, self.phones = self.regie.open_door(), []
        self.wall, self.actions = (self.first(kind) for kind in ("briefjes", "acties"))

    def first(self, kind: str) -> str:
        return next(one["id"] for one in self.regie.list("step") if one["kind"] == kind)

    def ticket(self, number: int) -> str:
        """Take a seat, by HTTP only."""
        places = ("Gemeente Ede", "Steunpunt", "Thuiszorg", "Huisartsen", "GGZ", "Welzijn")
        browser, place = Browser(self.house.address), places[number % len(places)]
        browser.post("/meedoen", {"code": self.code, "name": f"Deelnemer {number}", "organisation": place})
        return json.loads(browser.post(f"/tafel/{self.regie.ref}/ticket").text)["ticket"]

    async def fill(self) -> None:
        """Everybody writes; then the facilitator works it out, and the room looks at it."""
        chance = random.Random(7)
        for number in range(PEOPLE):
            phone = Raw(self.house.address, {"ticket": self.ticket(number)}, lambda text: None)
            await phone.open()
            await phone.emit("hello", {"have": {}, "proofs": [], "gz": True})
            self.phones.append(phone)
        self.regie.go(self.wall)
        texts, made = [text(chance, 4, 30) for _ in range(NOTES)], []
        for at in range(0, NOTES, PEOPLE):
            made += await asyncio.gather(*map(self.post, self.phones, texts[at : at + PEOPLE]))
        await asyncio.to_thread(self.work_out, made, chance)

    def work_out(self, made: list[str], chance: random.Random) -> None:
        """Groups are made, every tenth note becomes an action, and all is shown."""
        for at in range(0, NOTES, 50):
            body = {"step": self.wall, "name": text(chance, 1, 3), "notes": made[at : at + 12]}
            self.regie.do("cluster.make", body)
        self.regie.go(self.actions)
        for number in range(ACTIONS):
            body = {"what": text(chance, 5, 20), "who": "Els", "when": f"2027-{1 + number % 12:02}-15"}
            self.regie.do("action.make", {"step": self.actions, **body, "sources": [made[number * 10]]})
        self.regie.go(self.wall)
        self.regie.do("step.reveal", {"step": self.wall, "on": True})
        self.regie.close()  # its cookie still fetches reports

    async def post(self, phone: Raw, words: str) -> str:
        body = {"step": self.wall, "text": words}
        message = {"cid": secrets.token_hex(16), "name": "note.post", "body": body}
        return json.loads(await phone.emit("command", message))[0]["ids"][0]

    async def write_on(self, phone: Raw, over: asyncio.Event, chance: random.Random) -> list[float]:
        """Go on writing until it is over; how long each note waited for its answer."""
        waits = []
        while not over.is_set():
            await asyncio.sleep(chance.uniform(0.5, 5))
            start = time.perf_counter()
            await self.post(phone, "En er wordt doorgeschreven")
            waits.append(time.perf_counter() - start)
        return waits

    async def report(self, version: str) -> tuple[float, float, float, int]:
        """Seconds, seconds of the house's own work, MB more, and kB of a report that was not made before.

        Something is written first, so that it has to be made anew. On a busy machine the own work says more than time.
        """
        await self.post(self.phones[0], "Nog een briefje")
        process = psutil.Process(self.house.process.pid)
        memory = Memory(process)
        memory.start()
        worked, start = sum(process.cpu_times()[:2]), time.perf_counter()
        size = len(await asyncio.to_thread(self.regie.report, version))
        lasted, worked = time.perf_counter() - start, sum(process.cpu_times()[:2]) - worked
        return lasted, worked, memory.stop(), size // 1024


async def live() -> bool:
    """Reports of a full meeting, first in a quiet room, then while people go on; True when all limits hold."""
    room, slowest, most, waits = Room(), 0.0, 0.0, []
    try:
        await room.fill()
        for about, writers in (("quiet", 0), (f"{WRITERS} phones write on", WRITERS)):
            over, chance = asyncio.Event(), random.Random(7)
            busy = [asyncio.create_task(room.write_on(phone, over, chance)) for phone in room.phones[:writers]]
            for version in ("volledig", "deelnemers", "kort"):
                rounds = [await room.report(version) for _ in range(ROUNDS)]
                times, more = sorted(one[0] for one in rounds), max(one[2] for one in rounds)
                slowest, most = max(slowest, times[-1]), max(most, more)
                told = f"middle {times[ROUNDS // 2]:.2f} s   slowest {times[-1]:.2f} s   {more:4.0f} MB more"
                work = f"least work {min(one[1] for one in rounds):.2f} s"
                print(f"{version + ', ' + about:42} {told}   {work}   {rounds[-1][3]} kB", flush=True)
            over.set()
            waits = sorted(wait for some in await asyncio.gather(*busy) for wait in some)
        told = f"middle {waits[len(waits) // 2]:.3f} s   slowest {waits[-1]:.3f} s   {len(waits)} notes"
        print(f"{'a note meanwhile':42} {told}")
    finally:
        room.house.close()
    held = slowest <= LONGEST_REPORT and most <= MOST_MEMORY and waits[-1] <= LONGEST_WAIT
    print("within the limits" if held else f"OVER A LIMIT ({LONGEST_REPORT} s, {MOST_MEMORY} MB, {LONGEST_WAIT} s)")
    return held


def main() -> int:
    print(f"{'load of this machine before it began':42} {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    scribe()
    return 0 if asyncio.run(live()) else 1


if __name__ == "__main__":
    sys.exit(main())
