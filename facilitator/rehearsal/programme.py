"""What the command line says while a meeting is played: calm lines in Dutch, and the sum at the end."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from facilitator.rehearsal.sent import Sent

MOST_LOST = 40  # sentences that are printed
MOST_REFUSED = 5


class Programme:
    """Prints to stdout; `quiet` says nothing but the losses."""

    def __init__(self, quiet: bool = False) -> None:
        self.quiet = quiet
        self.start = time.monotonic()
        self.before = 0

    def say(self, line: str = "") -> None:
        if not self.quiet:
            print(line, flush=True)

    def opening(self, title: str, people: int, seed: int, speed: float, minutes: int) -> None:
        seconds = minutes * 60 / speed
        self.say(f"Oefening: {title} met {many(people, 'deelnemer', 'deelnemers')}, zaad {seed}.")
        self.say(f"De agenda van {minutes} minuten duurt nu ongeveer {lasting(seconds)}. Iedereen is fictief.")

    def looking_back(self, title: str) -> None:
        self.say(f"Deze bijeenkomst blikt terug. Daarom is er eerst, in het kort: {title}.")

    def script(self, title: str, people: int, speed: float, minutes: int) -> None:
        self.say(f"Script: {title}, met {many(people, 'deelnemer', 'deelnemers')}.")
        self.say(f"De agenda van {minutes} minuten duurt nu ongeveer {lasting(minutes * 60 / speed)}.")

    def joined(self, people: int, organisations: int) -> None:
        self.say(f"{clock(self.start)}  Aan tafel: {people} van {many(organisations, 'organisatie', 'organisaties')}.")

    def step(self, number: int, of: int, title: str, sent: Sent) -> None:
        acts, self.before = sent.count - self.before, sent.count
        self.say(f"{clock(self.start)}  Stap {number:>2} van {of}: {title} ({many(acts, 'handeling', 'handelingen')})")

    def report(self, path: Path) -> None:
        self.say(f"{clock(self.start)}  Verslag: {path}")
        self.before = 0

    def closing(self, sent: Sent, missing: list[str], report: Path) -> int:
        """The sum, and the exit code: 1 when something is lost."""
        dots = sum(sum(sent.votes(step).values()) for step in sent.ballots_of("stemmen"))
        answers = sum(len(sent.ballots[step]) for step in sent.ballots_of("schaal", "planning"))
        rated = sum(len(given) for given in sent.ratings.values())
        self.say(f"\nKlaar in {lasting(time.monotonic() - self.start)}.")
        self.say(f"  Aan tafel    {len(sent.people)}")
        self.say(f"  Kennismaking {len(sent.introductions)}")
        self.say(f"  Briefjes     {len(sent.notes)}, in {many(len(sent.clusters), 'groepje', 'groepjes')}")
        self.say(f"  Stemmen      {dots}")
        self.say(f"  Matrix       {many(rated, 'telefoon', 'telefoons')}")
        if answers:
            self.say(f"  Antwoorden   {answers}")
        self.say(f"  Acties       {len(sent.actions)}")
        if sent.looked_back:
            self.say(f"  Van eerder   {len(sent.earlier)}, waarvan {done(sent)} voltooid")
        self.say(f"  Voornemens   {len(sent.commitments)}")
        self.say(f"  Geweigerd    {len(sent.refused)}")
        for line in sent.refused[:MOST_REFUSED]:
            self.say(f"               {line}")
        self.say(f"  Verslag      {report}")
        if not missing:
            self.say("\nAlles wat verstuurd is, staat in het volledige verslag.")
            return 0
        print(f"\nNiet alles staat in het verslag ({len(missing)}):", file=sys.stderr)
        for line in missing[:MOST_LOST]:
            print(f"  - {line}", file=sys.stderr)
        if len(missing) > MOST_LOST:
            print(f"  en nog {len(missing) - MOST_LOST}.", file=sys.stderr)
        return 1


def done(sent: Sent) -> int:
    return sum(action["status"] == "voltooid" for action in sent.earlier.values())


def many(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"


def lasting(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"


def clock(start: float) -> str:
    minutes, rest = divmod(int(time.monotonic() - start), 60)
    return f"{minutes:>3}:{rest:02}"
