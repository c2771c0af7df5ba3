"""The house with one protection taken out, for controls: `python broken.py WHICH serve ...`, otherwise as run.py."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))


def no_dedupe() -> None:
    """A repeat of a cid is taken for something new."""
    import secrets

    from facilitator.chain.command import Command

    Command.op = property(lambda self: secrets.token_hex(16))


def hasty() -> None:
    """The answer is given before the commit."""
    import time

    from facilitator.rooms.writer import Writer

    commit = Writer.commit

    def early(self, batch):
        for work in batch:
            work.after()
            work.after = lambda: None
        time.sleep(0.1)
        commit(self, batch)

    Writer.commit = early


if __name__ == "__main__":
    from gevent import monkey

    monkey.patch_all()
    {"no-dedupe": no_dedupe, "hasty": hasty}[sys.argv[1]]()
    from facilitator.app import main

    sys.exit(main(sys.argv[2:]))
