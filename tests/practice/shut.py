"""The house with a right taken away from participants, for a control: `python shut.py note.post serve ...`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))


def without(name: str) -> None:
    """Nobody at the table may give this command any more."""
    from dataclasses import replace

    from exercises import registry
    from facilitator.chain.command import ONLY_FACILITATOR

    plain = registry.rulebook

    def shut():
        rules = plain()
        rules.rules[name] = replace(rules.rules[name], roles=ONLY_FACILITATOR)
        return rules

    registry.rulebook = shut


if __name__ == "__main__":
    from gevent import monkey

    monkey.patch_all()
    without(sys.argv[1])
    from facilitator.app import main

    sys.exit(main(sys.argv[2:]))
