"""Practice rooms beside a real meeting: how long the real meeting's phones wait for an answer.

    python -m tests.bench.bench_practice [--rooms 8] [--people 20] [--phones 30] [--rate 10] [--seconds 40] [--pace 1]

First plain Flask-SocketIO (the floor) and the real meeting alone, then with the rooms of a training day beside it. It
waits until everybody is in (with people none of whom comes late by nature), then leads all rooms to their wall at the
same moment, and measures while all of them write there. All of it through the pages of the real house. Says how busy
the machine was before. Ends with 1 when p95 is above the bar.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import json
import os
import sys
import threading
import time
import urllib.request
from typing import Any

from facilitator.practice.crowd import company
from facilitator.rehearsal.client import Facilitator
from tests.bench.bench_notes import Seen, steady
from tests.bench.raw import Raw
from tests.bench.tables import Floor, Product, Server

BAR = 300  # ms, of the real meeting's p95
STARTING = 600  # seconds for all rooms to open and fill
SHOWN = ("ack p50 ms", "ack p95 ms", "ack p99 ms", "screen p99 ms")
IN_TIME = 120  # seconds after which somebody is late
ALONE = "oefening:kansen-en-verbeterpunten"


class Trainer:
    """The facilitator's own browser at the real house."""

    def __init__(self, server: Product) -> None:
        self.server = server

    def get(self, path: str) -> Any:
        asked = urllib.request.Request(self.server.url + path, headers={"Cookie": self.server.cookie})
        try:
            return self.server.opener.open(asked)
        except urllib.error.HTTPError as answer:
            return answer

    def rooms(self) -> list[dict[str, Any]]:
        return json.loads(self.get("/regie/oefenen/dag/stand").read())["rooms"]

    def open_day(self, asked: argparse.Namespace) -> None:
        form = {"agenda": ALONE, "rooms": asked.rooms, "trainees": 2, "people": asked.people, "pace": asked.pace}
        seed = punctual(asked.people)
        self.server.ask("/regie/oefenen/dag", {**form, "seed": seed, "lively": "druk"}, self.server.cookie)

    def desk(self, room: str) -> Facilitator:
        """The control room of a practice room, as who leads there has it open."""
        link = self.get(f"/regie/oefenen/{room}/regie").headers["Location"]
        address, _, secret = link.partition("/regie/binnen#")
        desk = Facilitator.sign_in(f"{address}/regie#{secret}")
        desk.ref = secret.partition("~")[2]
        desk.open()
        return desk

    def filled(self) -> list[Facilitator]:
        """Wait until everybody is in, in all rooms; their control rooms."""
        until = time.monotonic() + STARTING
        while time.monotonic() < until:
            rooms = self.rooms()
            if rooms and all(room["phase"] == "open" and room["here"] == room["people"] for room in rooms):
                return [self.desk(room["id"]) for room in rooms]
            time.sleep(0.5)
        raise RuntimeError(f"the rooms did not fill: {self.rooms()}")


def punctual(people: int) -> int:
    """The first seed with which so many people come in time."""
    return next(
        seed
        for seed in itertools.count(7)
        if all(company.temper(seed, person).arrives <= IN_TIME for person in range(people))
    )


class Watch:
    """What the rooms do while it is measured, looked at once a second as the page of the trainer does."""

    def __init__(self, trainer: Trainer) -> None:
        self.trainer, self.over = trainer, threading.Event()
        self.writing: list[int] = []
        self.before = self.count()
        self.thread = threading.Thread(target=self.run, daemon=True)
        self.thread.start()

    def count(self) -> int:
        return sum(room["notes"] for room in self.trainer.rooms())

    def run(self) -> None:
        while not self.over.wait(1):
            self.writing.append(sum(room["writing"] for room in self.trainer.rooms()))

    def close(self) -> dict[str, float]:
        self.over.set()
        self.thread.join()
        rooms = self.trainer.rooms()
        return {
            "people": sum(room["here"] for room in rooms),
            "notes": self.count() - self.before,
            "most": max(self.writing, default=0),
            "usual": sum(self.writing) / max(1, len(self.writing)),
        }


async def seated(server: Server, number: int, seen: Seen) -> tuple[list[Raw], Raw]:
    """Phones that are in, and a screen."""
    phones = await server.phones(number, seen.on_phone)
    for phone in phones:
        await phone.open()
        await server.hello(phone)
    return phones, await server.screen(seen.on_screen)


async def floor(asked: argparse.Namespace) -> dict[str, float]:
    """The same phones at plain Flask-SocketIO, alone."""
    server = Floor()
    server.start()
    try:
        seen = Seen()
        phones, screen = await seated(server, asked.phones, seen)
        found = await steady(server, phones, seen, asked.rate, asked.seconds / 2, 0)
        await screen.close()
        return found
    finally:
        server.stop()


async def measured(asked: argparse.Namespace) -> tuple[dict[str, float], dict[str, float], dict[str, float]]:
    """The real meeting alone, beside the rooms, and what the rooms did meanwhile."""
    server = Product()
    server.start()
    try:
        await server.ready()
        seen, trainer = Seen(), Trainer(server)
        phones, screen = await seated(server, asked.phones, seen)
        await server.share(True)
        alone = await steady(server, phones, seen, asked.rate, asked.seconds / 2, 0)
        started = time.monotonic()
        await asyncio.to_thread(trainer.open_day, asked)
        desks = await asyncio.to_thread(trainer.filled)
        opening = time.monotonic() - started
        watch = await asyncio.to_thread(Watch, trainer)
        for desk in desks:
            await asyncio.to_thread(desk.go, desk.meeting["steps"][0])
        beside = await steady(server, phones, seen, asked.rate, asked.seconds, 100_000)
        rooms = await asyncio.to_thread(watch.close)
        for desk in desks:
            desk.close()
        await screen.close()
        server.ask("/regie/oefenen/dag/weg", {}, server.cookie)
        return alone, beside, {"opening s": opening, **rooms}
    finally:
        server.stop()


def main() -> int:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--rooms", type=int, default=8)
    ask.add_argument("--people", type=int, default=20)
    ask.add_argument("--phones", type=int, default=30)
    ask.add_argument("--rate", type=float, default=10)
    ask.add_argument("--seconds", type=float, default=40)
    ask.add_argument("--pace", type=int, default=1)
    asked = ask.parse_args()
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else float("nan")
    plain = asyncio.run(floor(asked))
    alone, beside, rooms = asyncio.run(measured(asked))
    print(
        f"{os.cpu_count()} cores, load before {load:.1f}; {asked.rooms} rooms with {rooms['people']:.0f} people, all "
        f"in after {rooms['opening s']:.0f} s; in the {asked.seconds:.0f} s that were measured {rooms['notes']:.0f} "
        f"notes came in there, and {rooms['usual']:.0f} people were writing (at most {rooms['most']:.0f} at once)"
    )
    print(f"\n{'the real meeting':20}{'floor':>10}{'alone':>10}{'beside':>10}{'x floor':>10}{'bar':>7}")
    for name in SHOWN:
        verdict = f"{BAR:>7} {'reached' if beside[name] <= BAR else 'NOT REACHED'}" if name == "ack p95 ms" else ""
        ratio = beside[name] / plain[name]
        print(f"{name:20}{plain[name]:>10.1f}{alone[name]:>10.1f}{beside[name]:>10.1f}{ratio:>10.1f}{verdict}")
    return int(beside["ack p95 ms"] > BAR)


if __name__ == "__main__":
    sys.exit(main())
