"""The words `rehearse` and `play` on the command line."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

COMMANDS = ("rehearse", "play")
MOST_PEOPLE = 300
REPORT = Path("verslag-oefening.docx")


def people(text: str) -> int:
    if not text.isdigit() or not 1 <= int(text) <= MOST_PEOPLE:
        raise argparse.ArgumentTypeError(f"a whole number from 1 to {MOST_PEOPLE}")
    return int(text)


def speed(text: str) -> float:
    try:
        found = float(text)
    except ValueError:
        found = 0.0
    if not 0.1 <= found <= 100_000:
        raise argparse.ArgumentTypeError("a number from 0.1 to 100000")
    return found


def add_to(commands: Any) -> None:
    """Hang both commands under the parser of run.py."""
    one = commands.add_parser("rehearse", help="let a simulated room play a whole meeting on a real server")
    one.add_argument("--meeting", default="startbijeenkomst", metavar="AGENDA", help="agenda (default: %(default)s)")
    one.add_argument("--participants", type=people, default=30, metavar="N", help="people (default: %(default)s)")
    one.add_argument("--seed", type=int, default=7, help="the same seed gives the same content (default: %(default)s)")
    one.add_argument("--speed", type=speed, default=60.0, help="how fast the minutes go (default: %(default)s)")
    one.add_argument("--report", type=Path, default=REPORT, metavar="FILE", help="Word file (default: %(default)s)")
    own = "data folder with the agendas of your own (default: data)"
    one.add_argument("--data", type=Path, default=argparse.SUPPRESS, metavar="DIR", help=own)
    one = commands.add_parser("play", help="play a written script on a real server (docs/script.md)")
    one.add_argument("script", type=Path, metavar="SCRIPT.yaml", help="the script")
    one.add_argument("--speed", type=speed, default=600.0, help="how fast the minutes go (default: %(default)s)")
    one.add_argument("--report", type=Path, default=REPORT, metavar="FILE", help="Word file (default: %(default)s)")


def run(asked: argparse.Namespace) -> int:
    """Do it; 0 when all is well, 1 with sentences when not, 130 after Ctrl-C."""
    from facilitator.content import ContentFaults
    from facilitator.rehearsal.client import Unanswered, Unexpected
    from facilitator.rehearsal.director import Rehearsal, UnknownMeeting, rehearse
    from facilitator.rehearsal.house import NotStarted
    from facilitator.rehearsal.play import Playing, play
    from facilitator.rehearsal.programme import Programme

    try:
        programme = Programme()
        if asked.command == "play":
            return play(Playing(asked.script, asked.speed, asked.report), programme)
        wanted = Rehearsal(asked.meeting, asked.participants, asked.seed, asked.speed, asked.report, asked.data)
        return rehearse(wanted, programme)
    except (ContentFaults, UnknownMeeting) as fault:
        return sorry(str(fault))
    except NotStarted as fault:
        return sorry(f"De server voor de oefening start niet:\n{fault}")
    except (Unanswered, Unexpected, OSError) as fault:
        return sorry(f"De oefening is afgebroken: {fault}")
    except KeyboardInterrupt:
        print("\nGestopt. De oefening is weg; er is niets bewaard.", file=sys.stderr)
        return 130


def sorry(say: str) -> int:
    print(f"\n{say}", file=sys.stderr, flush=True)
    return 1
