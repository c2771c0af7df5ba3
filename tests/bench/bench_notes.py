"""Notes: N phones and R notes a second against the product and against the floor, in turns in one run.

    python -m tests.bench.bench_notes [--phones 200] [--rate 50] [--seconds 8] [--rounds 3] [--crowd 500]

Latency counts from the moment a note was due. Prints a table with ratios against the floor, and the bar of each row.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import random
import statistics
import time
from collections import defaultdict
from dataclasses import dataclass, field

from tests.bench.raw import Raw
from tests.bench.tables import TAG, Floor, Product, Server

WORDS = "Huisarts vraagt naar de zieke niet naar wie zorgt en het steunpunt hoort er pas laat van".split()


@dataclass
class Seen:
    """When each note (by its tag) was due, answered, on the screen and on the last phone.

    What came in is only put down with its moment; it is read when the measuring is over (`read`).
    """

    due: dict[int, float] = field(default_factory=dict)
    answered: dict[int, float] = field(default_factory=dict)
    screen: dict[int, float] = field(default_factory=dict)
    phones: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    last: dict[int, float] = field(default_factory=dict)
    heard: list[tuple[float, str, bool]] = field(default_factory=list)

    def on_screen(self, text: str) -> None:
        self.heard.append((time.perf_counter(), text, True))

    def on_phone(self, me: int, text: str) -> None:
        self.heard.append((time.perf_counter(), text, False))

    def read(self) -> None:
        heard, self.heard = self.heard, []
        for now, text, on_screen in heard:
            for tag in map(int, TAG.findall(text)):
                if on_screen:
                    self.screen.setdefault(tag, now)
                else:
                    self.phones[tag] += 1
                    self.last[tag] = now


def at(values: list[float], share: float) -> float:
    """The value below which `share` of them lie, in milliseconds."""
    ordered = sorted(values)
    return 1000 * ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else float("nan")


def text_of(tag: int, chance: random.Random) -> str:
    return f"#{tag}# " + " ".join(chance.choices(WORDS, k=9))


async def steady(server: Server, phones: list[Raw], seen: Seen, rate: float, seconds: float, first: int) -> dict:
    """R notes a second at even moments, from phones by turns."""
    chance = random.Random(first)
    count = int(rate * seconds)
    start = time.perf_counter() + 0.2
    waiting = []
    cpu = server.cpu()
    for number in range(count):
        due = start + number / rate
        wait = due - time.perf_counter()
        if wait > 0:
            await asyncio.sleep(wait)
        tag = first + number
        seen.due[tag] = due
        answer = server.post(phones[number % len(phones)], text_of(tag, chance))
        answer.add_done_callback(lambda done, tag=tag: seen.answered.setdefault(tag, time.perf_counter()))
        waiting.append(answer)
    answers = await asyncio.wait_for(asyncio.gather(*waiting), 60)
    await asyncio.sleep(0.5)
    spent = server.cpu() - cpu
    if not all('"ok":true' in answer for answer in answers):
        raise RuntimeError(next(answer for answer in answers if '"ok":true' not in answer))
    seen.read()
    tags = range(first, first + count)
    acks = [seen.answered[tag] - seen.due[tag] for tag in tags]
    screens = [seen.screen[tag] - seen.due[tag] for tag in tags if tag in seen.screen]
    alls = [seen.last[tag] - seen.due[tag] for tag in tags if seen.phones.get(tag, 0) >= len(phones)]
    return {
        "ack p50 ms": at(acks, 0.5),
        "ack p95 ms": at(acks, 0.95),
        "ack p99 ms": at(acks, 0.99),
        "screen p50 ms": at(screens, 0.5),
        "screen p99 ms": at(screens, 0.99),
        "all phones p99 ms": at(alls, 0.99),
        "missing on the screen": count - len(screens),
        "cpu s per 1,000 notes": spent / count * 1000,
    }


async def burst(server: Server, phones: list[Raw], seen: Seen, first: int) -> dict:
    """Everybody posts at once, until all have all."""
    chance = random.Random(first)
    start = time.perf_counter()
    waiting = [server.post(phone, text_of(first + me, chance)) for me, phone in enumerate(phones)]
    await asyncio.wait_for(asyncio.gather(*waiting), 60)
    tags = range(first, first + len(phones))
    while time.perf_counter() - start < 60:
        seen.read()
        if all(seen.phones.get(tag, 0) >= len(phones) for tag in tags):
            break
        await asyncio.sleep(0.01)
    return {f"burst of {len(phones)} s": max(seen.last[tag] for tag in tags) - start}


async def storm(server: Server, phones: list[Raw]) -> dict:
    """Everybody reconnects at once and gets the wall again."""
    for phone in phones:
        await phone.close()
    await asyncio.sleep(1)
    fresh = [Raw(phone.url, phone.auth, phone.on_event) for phone in phones]
    failed = 0
    start = time.perf_counter()

    async def back(phone: Raw) -> None:
        nonlocal failed
        try:
            await phone.open()
            await server.hello(phone)
        except (OSError, asyncio.IncompleteReadError):
            failed += 1

    await asyncio.gather(*(back(phone) for phone in fresh))
    spent = time.perf_counter() - start
    size = statistics.median(phone.bytes for phone in fresh)
    phones[:] = fresh
    return {f"reconnect of {len(phones)} s": spent, "reconnect failed": failed, "reconnect kB each": size / 1000}


async def one(server: Server, asked: argparse.Namespace) -> dict:
    """All measurements of one server, once."""
    server.start()
    figures: dict[str, float] = {}
    try:
        if isinstance(server, Product):
            await server.ready()
        seen = Seen()
        before = server.memory()
        phones = await server.phones(asked.phones, seen.on_phone)
        for phone in phones:
            await phone.open()
            await server.hello(phone)
        figures["memory kB per phone"] = (server.memory() - before) / asked.phones / 1000
        screen = await server.screen(seen.on_screen)
        gc.collect()
        quiet = await steady(server, phones, seen, asked.rate, asked.seconds / 2, 0)
        figures["hidden wall: cpu s per 1,000 notes"] = quiet["cpu s per 1,000 notes"]
        await server.share(True)
        await asyncio.sleep(0.5)
        figures |= await steady(server, phones, seen, asked.rate, asked.seconds, 100_000)
        fast = await steady(server, phones, seen, 100, asked.seconds / 2, 200_000)
        figures["at 100/s: cpu s per 1,000 notes"] = fast["cpu s per 1,000 notes"]
        figures |= await burst(server, phones, seen, 300_000)
        crowd = await server.phones(asked.crowd, seen.on_phone)
        for phone in crowd[asked.phones :]:
            await phone.open()
            await server.hello(phone)
        everybody = phones + crowd[asked.phones :]
        figures |= await storm(server, everybody)
        await screen.close()
        sent = len(seen.due) + asked.phones
        figures["lost or doubled"] = abs(server.kept() - sent)
    finally:
        server.stop()
    return figures


BAR = {
    "ack p50 ms": 0.6,
    "ack p99 ms": 1.0,
    "screen p99 ms": 1.25,
    "at 100/s: cpu s per 1,000 notes": 0.5,
    "hidden wall: cpu s per 1,000 notes": 0.35,
    "memory kB per phone": 1.5,
}


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--phones", type=int, default=200)
    ask.add_argument("--rate", type=float, default=50)
    ask.add_argument("--seconds", type=float, default=8)
    ask.add_argument("--rounds", type=int, default=3)
    ask.add_argument("--crowd", type=int, default=500)
    asked = ask.parse_args()
    rounds: dict[str, list[dict]] = {"floor": [], "product": []}
    for number in range(asked.rounds):
        for kind in (Floor, Product):
            server = kind()
            rounds[server.name].append(asyncio.run(one(server, asked)))
            print(f"round {number + 1}, {server.name}: done", flush=True)
    bar = dict(BAR)
    for name in rounds["product"][0]:
        if name.startswith("burst of"):
            bar[name] = 0.5
        if name.startswith("reconnect of"):
            bar[name] = 0.6
    print(f"\n{'':40}{'floor':>10}{'product':>10}{'ratio':>8}{'bar':>7}")
    for name in rounds["product"][0]:
        floor, product = (statistics.median(one[name] for one in rounds[side]) for side in ("floor", "product"))
        ratio = product / floor if floor else float("nan")
        target = bar.get(name)
        verdict = "" if target is None else f"{target:>7.2f} {'reached' if ratio <= target else 'NOT REACHED'}"
        print(f"{name:40}{floor:>10.2f}{product:>10.2f}{ratio:>8.2f}{verdict}")


if __name__ == "__main__":
    main()
