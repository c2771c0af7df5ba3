"""Practice rooms beside a real meeting: how long the real meeting's phones wait for an answer.

    python -m tests.bench.bench_practice [--rooms 8] [--people 20] [--phones 30] [--rate 10] [--seconds 30] [--pace 1]

First the real meeting alone, then with the rooms of a training day beside it, each led to its wall, where its people
write. It waits until all are in but those who by nature come late, and says how many those are. All of it through the
pages of the real house. Ends with 1 when p95 is above the bar.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import sys
import time
import urllib.request
from typing import Any

from facilitator.practice.crowd import company
from facilitator.rehearsal.client import Facilitator
from tests.bench.bench_notes import Seen, steady
from tests.bench.tables import Product

BAR = 300  # ms, of the real meeting's p95
STARTING = 600  # seconds for all rooms to open and fill
SHOWN = ("ack p50 ms", "ack p95 ms", "ack p99 ms", "screen p99 ms")
SEED, IN_TIME = 7, 120  # seconds after which somebody is late
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
        self.server.ask("/regie/oefenen/dag", {**form, "seed": SEED, "lively": "druk"}, self.server.cookie)

    def lead(self, room: str) -> None:
        """Bring a room to its first step, as a trainee does, and leave it there."""
        link = self.get(f"/regie/oefenen/{room}/regie").headers["Location"]
        address, _, secret = link.partition("/regie/binnen#")
        desk = Facilitator.sign_in(f"{address}/regie#{secret}")
        desk.ref = secret.partition("~")[2]
        desk.open()
        desk.go(desk.meeting["steps"][0])
        desk.close()

    def filled(self, on_time: int) -> list[dict[str, Any]]:
        """Wait until every room is open, led, and has everybody who comes in time."""
        until, led = time.monotonic() + STARTING, set()
        while time.monotonic() < until:
            rooms = self.rooms()
            for room in rooms:
                if room["phase"] == "open" and room["id"] not in led:
                    led.add(room["id"])
                    self.lead(room["id"])
            if len(led) == len(rooms) and all(room["here"] >= on_time for room in rooms):
                return rooms
            time.sleep(0.5)
        raise RuntimeError(f"the rooms did not fill: {self.rooms()}")


async def measured(asked: argparse.Namespace) -> tuple[dict[str, float], dict[str, float], dict[str, float]]:
    """The real meeting alone, beside the rooms, and what the rooms did meanwhile."""
    server = Product()
    server.start()
    try:
        await server.ready()
        seen, trainer = Seen(), Trainer(server)
        phones = await server.phones(asked.phones, seen.on_phone)
        for phone in phones:
            await phone.open()
            await server.hello(phone)
        screen = await server.screen(seen.on_screen)
        await server.share(True)
        alone = await steady(server, phones, seen, asked.rate, asked.seconds / 2, 0)
        started = time.monotonic()
        await asyncio.to_thread(trainer.open_day, asked)
        late = sum(company.temper(SEED, person).arrives > IN_TIME * asked.pace for person in range(asked.people))
        before = await asyncio.to_thread(trainer.filled, asked.people - late)
        opening = time.monotonic() - started
        beside = await steady(server, phones, seen, asked.rate, asked.seconds, 100_000)
        after = await asyncio.to_thread(trainer.rooms)
        notes = sum(room["notes"] for room in after) - sum(room["notes"] for room in before)
        here = sum(room["here"] for room in after)
        await screen.close()
        server.ask("/regie/oefenen/dag/weg", {}, server.cookie)
        return alone, beside, {"opening s": opening, "people": here, "late": late * asked.rooms, "notes": notes}
    finally:
        server.stop()


def main() -> int:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--rooms", type=int, default=8)
    ask.add_argument("--people", type=int, default=20)
    ask.add_argument("--phones", type=int, default=30)
    ask.add_argument("--rate", type=float, default=10)
    ask.add_argument("--seconds", type=float, default=30)
    ask.add_argument("--pace", type=int, default=1)
    asked = ask.parse_args()
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else float("nan")
    alone, beside, rooms = asyncio.run(measured(asked))
    print(
        f"{os.cpu_count()} cores, load before {load:.1f}; {asked.rooms} rooms, {rooms['people']:.0f} people in them at "
        f"the end ({rooms['late']:.0f} come late by nature), open and filled after {rooms['opening s']:.0f} s, "
        f"{rooms['notes']:.0f} notes there meanwhile"
    )
    print(f"\n{'the real meeting':24}{'alone':>10}{'beside':>10}{'bar':>7}")
    for name in SHOWN:
        verdict = f"{BAR:>7} {'reached' if beside[name] <= BAR else 'NOT REACHED'}" if name == "ack p95 ms" else ""
        print(f"{name:24}{alone[name]:>10.1f}{beside[name]:>10.1f}{verdict}")
    return int(beside["ack p95 ms"] > BAR)


if __name__ == "__main__":
    sys.exit(main())
