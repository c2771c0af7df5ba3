"""The one writer: commits what is queued in one transaction, then lets each piece of work speak, in order (D2)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from facilitator.store.ledger import Entry, Ledger


@dataclass
class Work:
    """Something that waits for its turn: perhaps an entry to write, and what to do after the commit (or its failure)."""

    entry: Entry | None
    after: Callable[[], None]
    failed: Callable[[Exception], None]


class Writer:
    """`offload` runs a function in a thread and waits for it without holding the loop; `start` runs one beside us."""

    def __init__(
        self,
        ledger: Ledger,
        offload: Callable[[Callable[[], None]], None],
        start: Callable[[Callable[[], None]], object],
    ) -> None:
        self.ledger, self.offload, self.start = ledger, offload, start
        self.queue: list[Work] = []
        self.running = False
        self.trouble = ""

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

    def commit(self, batch: list[Work]) -> None:
        entries = [work.entry for work in batch if work.entry is not None]
        if entries:
            try:
                self.offload(lambda: self.ledger.append(entries))
                self.trouble = ""
            except Exception as fault:
                self.trouble = f"Er kan nu niet opgeslagen worden ({fault}). Kijk of de schijf vol is."
                late, self.queue = self.queue, []
                for work in [*batch, *late]:
                    work.failed(fault)
                return
        for work in batch:
            work.after()
