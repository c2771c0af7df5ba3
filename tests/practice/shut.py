"""A house that takes a right away from participants when its holder says so, for a control: `python shut.py serve ...`.

A line over the leash says which: {"shut": "note.post"}, and {"opened": "note.post"} gives it back.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))


def listening() -> None:
    """Make the rulebook of this house hear these lines beside what a house hears already."""
    from dataclasses import replace

    from exercises import registry
    from facilitator.chain.command import ONLY_FACILITATOR
    from facilitator.live import leash

    plain, hold, books, rights = registry.rulebook, leash.hold, [], {}

    def rulebook():
        books.append(plain())
        return books[-1]

    def take(said):
        for rules in (one.rules for one in books):
            if name := said.get("shut"):
                rights[name] = rules[name]
                rules[name] = replace(rules[name], roles=ONLY_FACILITATOR)
            if name := said.get("opened"):
                rules[name] = rights[name]

    registry.rulebook = rulebook
    leash.hold = lambda stop, *takers: hold(stop, *takers, take)


if __name__ == "__main__":
    from gevent import monkey

    monkey.patch_all()
    listening()
    from facilitator.app import main

    sys.exit(main(sys.argv[1:]))
