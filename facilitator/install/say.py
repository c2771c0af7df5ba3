"""What the set-up tells the person at the keyboard: one short line per step, one sentence when it stops."""

import sys


class Stopped(Exception):
    """The set-up cannot go on; the message is a full sentence that says what to do."""


def line(text: str) -> None:
    """Print one line of progress at once, also when the output is a file or a pipe."""
    print(text, flush=True)


def loud(text: str) -> None:
    """Print a line that must not be missed, on the error stream."""
    print(f"\n!!  {text}\n", file=sys.stderr, flush=True)
