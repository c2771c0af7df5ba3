"""The one writer: commits what is queued in one transaction, then lets each piece of work speak, in order (D2)."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass

from facilitator.store.ledger import Entry, Ledger

PROBE = Entry("", rows=[("setting", ("laatste proef", "gelukt"))])  # a real write: an empty one touches no disk
log = logging.getLogger("ketentafel.rooms")
TROUBLE = (
    "Er kan nu niet opgeslagen worden. Is de schijf vol? Maak ruimte vrij en laat Ketentafel aan staan: "
    "wat op telefoons wacht, komt dan vanzelf. ({})"
)


@dataclass
class Work:
    """Something that waits for its turn: perhaps an entry to write, then what to do after its commit or failure."""

    entry: Entry | None
    after: Callable[[], None]
    failed: Callable[[Exception], None]


class Writer:
    """`offload` runs a function in a thread and waits for it without holding the loop; `start` runs one beside us.

    `forget` is called when a commit failed, before anybody hears of it: what was decided in memory is not so.
    """

    def __init__(
        self,
        ledger: Ledger,
        offload: Callable[[Callable[[], None]], None],
        start: Callable[[Callable[[], None]], object],
        forget: Callable[[], None],
    ) -> None:
        self.ledger, self.offload, self.start, self.forget = ledger, offload, start, forget
        self.queue: list[Work] = []
        self.running = False
        self.trouble = ""
        self.doubt: Exception | None = None

    def submit(self, work: Work) -> None:
        """Queue a piece of work; never yields."""
        self.queue.append(work)
        if not self.running:
            self.running = True
            self.start(self.drain)

    def drain(self) -> None:
        """Commit and speak until nothing waits."""
        try:
            while self.queue:
                batch, self.queue = self.queue, []
                self.commit(batch)
        finally:
            self.running = False

    def look(self) -> None:
        """While there is trouble: see whether a small write goes through by now. Never yields."""
        if self.trouble and not self.running:
            self.running = True
            self.start(self.probe)

    def probe(self) -> None:
        """Nothing was decided for this write, so when it fails nothing has to be forgotten."""
        if self.doubt:
            self.commit([])
        elif trouble_of(lambda: self.offload(lambda: self.ledger.append([PROBE])), quiet=True) is None:
            self.trouble = ""
        self.drain()

    def distrust(self, fault: Exception, failed: Callable[[Exception], None]) -> None:
        """A rule of ours broke down halfway: memory may be half changed, so it is read again from disk.

        What was decided on top of it and is not yet written fails with it, as after trouble with the disk.
        """
        self.doubt = fault
        self.submit(Work(None, lambda: None, failed))

    def commit(self, batch: list[Work]) -> None:
        """One transaction for the whole batch; whatever else was decided on top of it fails with it."""
        fault = self.write([work.entry for work in batch if work.entry is not None])
        if fault is not None:
            batch = self.recover(batch)
        for work in batch:
            try:
                work.after() if fault is None else work.failed(fault)
            except Exception:
                log.exception("somebody could not be told")

    def write(self, entries: list[Entry]) -> Exception | None:
        """The fault that kept these entries from the disk. In doubt nothing is written: memory is not to be trusted."""
        if self.doubt:
            return self.doubt
        if not entries:
            return None
        try:
            self.offload(lambda: self.ledger.append(entries))
        except Exception as fault:
            trouble = TROUBLE.format(fault)
            if trouble != self.trouble:  # phones try again every second or two: one account of it is enough
                log.exception("a commit failed")
            self.trouble = trouble
            return fault
        if any(entry != Entry(entry.chain) for entry in entries):  # where nothing was to be written, no disk was asked
            self.trouble = ""
        return None

    def recover(self, batch: list[Work]) -> list[Work]:
        """Forget what was decided, and give all of it back: it fails as one.

        Mending takes turns with others, so what came in meanwhile was decided on the wrong memory too. While even this
        fails (nothing can be read), stay in doubt and try again later.
        """
        self.doubt = trouble_of(lambda: self.offload(self.ledger.mend))
        decided, self.queue = [*batch, *self.queue], []
        self.doubt = self.doubt or trouble_of(self.forget)
        return decided


def trouble_of(work: Callable[[], None], quiet: bool = False) -> Exception | None:
    """Why this could not be done, or None when it is done."""
    try:
        work()
    except Exception as fault:  # noqa: BLE001 - whatever it is, we stay in doubt; it was said in full at the commit
        if not quiet:
            log.error("the book cannot be read: %s", fault)
        return fault
    return None
