"""`python -m facilitator.practice.crowd`: gevent first, so that each person is a small thread in one process."""

from __future__ import annotations

from facilitator.install.cooperation import cooperate

cooperate()

import sys  # noqa: E402

from gevent.fileobject import FileObject  # noqa: E402

from facilitator.practice.crowd.process import run  # noqa: E402


def main() -> int:
    out = FileObject(sys.stdout.buffer.fileno(), "wb", 0, closefd=False)
    return run(iter(FileObject(sys.stdin.buffer.fileno(), "rb", closefd=False)), out.write)


if __name__ == "__main__":
    sys.exit(main())
