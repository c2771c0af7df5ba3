"""Append, read, forget, redact: the only code that touches the database after the start (D13).

Every call may come from a thread of the writer's choice, but never from two at once.
"""

from __future__ import annotations

import json
import os
import sqlite3
import sys
from collections.abc import Iterable
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from facilitator.chain import emptying
from facilitator.chain.model import Event
from facilitator.store.schema import migrations

FIXED = (3, 51, 3)  # the first SQLite without the WAL-reset fault; one connection never meets it


class LedgerFault(Exception):
    """The ledger cannot be used; the text is a Dutch sentence for the facilitator."""


class LedgerBusy(LedgerFault):
    """Another process has this data folder."""


@dataclass
class Entry:
    """What one command leaves behind: events, names (None erases one), ids of what is emptied, other rows."""

    chain: str
    events: list[Event] = field(default_factory=list)
    people: list[tuple[str, dict[str, str] | None]] = field(default_factory=list)
    redact: list[str] = field(default_factory=list)
    rows: list[tuple[str, tuple[Any, ...]]] = field(default_factory=list)  # (statement name, values)


STATEMENTS = {
    "chain": "insert into chains (id, name, made) values (?, ?, ?)",
    "door": "insert or replace into doors (code, chain, meeting) values (?, ?, ?)",
    "no door": "delete from doors where chain = ? and meeting = ?",
    "salt": "insert into salts (chain, step, salt) values (?, ?, ?)",
    "no salt": "delete from salts where chain = ? and step = ?",
    "no chain": "delete from chains where id = ?",
    "no book": "delete from events where chain = ?",
    "no people": "delete from people where chain = ?",
    "no doors": "delete from doors where chain = ?",
    "no salts": "delete from salts where chain = ?",
    "no settings": "delete from settings where name glob ?",
    "setting": "insert or replace into settings (name, value) values (?, ?)",
    "lesser setting": "insert or replace into settings (name, value) values (?, ?)",
}
WIPING = {"no salt", "no chain", "no book", "no people", "no doors", "no salts", "no settings", "lesser setting"}


APPEND = """
    insert into events (chain, seq, at, cid, meeting, step, name, body, digest) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
READ = """
    select seq, at, name, body, meeting, step, cid, digest from events where chain = ? and seq > ? order by seq
"""
TEXTS = """
    select seq, name, body from events where chain = ? and (body ->> 'id' = ? or name = ?)
"""


def row(chain: str, event: Event) -> tuple[Any, ...]:
    """An event as the columns of APPEND."""
    body = json.dumps(event.body, ensure_ascii=False)
    return (chain, event.seq, event.at, event.op, event.meeting, event.step, event.name, body, event.digest)


class Ledger:
    """One open data folder. `path` is the folder; the file in it is `ketentafel.db`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            path.mkdir(parents=True, exist_ok=True)
            self.lock = open(path / "slot", "a+")  # noqa: SIM115 - held as long as the ledger is open
        except OSError as fault:
            say = f"In de map {path} kan niet geschreven worden ({fault.strerror}). Kies een andere met --data."
            raise LedgerFault(say) from None
        take(self.lock, path)
        self.file = path / "ketentafel.db"
        self.doubtful = False  # after trouble with the disk, until another connection is open
        try:
            self.inspect()
            self.open()
            migrations.apply(Database(self.connection))
        except sqlite3.DatabaseError as fault:
            self.lock.close()
            raise LedgerFault(
                f"Het bestand {self.file} is niet te lezen ({fault}). Het blijft onaangeroerd staan. "
                "Kies een andere map met --data, of zet een reservekopie terug."
            ) from None

    def inspect(self) -> None:
        """Look at a book that is there without being able to write in it: a damaged one stays as it is."""
        journal = self.path / "ketentafel.db-wal"
        if not self.file.exists() or not self.file.stat().st_size:
            if journal.exists() and journal.stat().st_size:
                raise sqlite3.DatabaseError("het is leeg, maar ketentafel.db-wal ernaast niet")
            return
        with closing(sqlite3.connect(f"{self.file.absolute().as_uri()}?mode=ro", uri=True)) as look:
            if look.execute("pragma quick_check").fetchone()[0] != "ok":
                raise sqlite3.DatabaseError("de controle van het bestand vindt fouten")

    def open(self) -> None:
        """The one connection, with durable settings that are read back."""
        self.connection = sqlite3.connect(self.file, isolation_level=None, check_same_thread=False)
        run = self.connection.execute
        run("pragma journal_mode=wal")
        run("pragma synchronous=full")
        run("pragma secure_delete=on")
        run("pragma busy_timeout=5000")
        if sys.platform == "darwin":
            run("pragma fullfsync=1")
        if run("pragma synchronous").fetchone()[0] != 2:
            raise LedgerFault("De opslag kan niet veilig gezet worden (synchronous). Kies een andere map met --data.")

    def mend(self) -> None:
        """After trouble with the disk: another connection, and only when the book is whole (rule 8)."""
        if not self.doubtful:
            return
        with suppress(sqlite3.Error):
            self.connection.close()
        self.inspect()
        self.open()
        self.doubtful = False

    def append(self, entries: Iterable[Entry]) -> None:
        """Write all entries in one transaction, durably; all or nothing."""
        self.mend()
        emptied = False  # something is to be in no byte any more, also not in the journal beside the file
        run, many = self.connection.execute, self.connection.executemany
        run("begin immediate")
        try:
            for entry in entries:
                many(APPEND, [row(entry.chain, event) for event in entry.events])
                for identity, person in entry.people:
                    if person is None:
                        emptied = True
                        run("delete from people where chain = ? and id = ?", (entry.chain, identity))
                    else:
                        values = (entry.chain, identity, person.get("name", ""))
                        run("insert or replace into people (chain, id, name) values (?, ?, ?)", values)
                for name, values in entry.rows:
                    run(STATEMENTS[name], values)
                    emptied = emptied or name in WIPING
                for identity in entry.redact:
                    self.empty(entry.chain, identity)
                    emptied = True
            run("commit")
        except BaseException as fault:
            if self.connection.in_transaction:
                run("rollback")
            if isinstance(fault, sqlite3.OperationalError):
                self.doubtful = True
            raise
        if emptied:
            run("pragma wal_checkpoint(truncate)")

    def empty(self, chain: str, identity: str) -> None:
        """Take what was told of a note, answer or name out of every event that holds it; number and ids stay (D7)."""
        found = self.connection.execute(TEXTS, (chain, identity, emptying.MAP)).fetchall()
        for seq, name, body in found:
            left = emptying.emptied(name, json.loads(body), identity)
            if left is not None:
                values = (json.dumps(left, ensure_ascii=False), chain, seq)
                self.connection.execute("update events set body = ?, digest = '' where chain = ? and seq = ?", values)

    def read(self, chain: str, after: int = 0) -> Iterable[Event]:
        """The events of a chain in order, from the one after `after`."""
        for seq, at, name, body, meeting, step, op, digest in self.connection.execute(READ, (chain, after)):
            yield Event(seq, at, name, json.loads(body), meeting, step, op, digest)

    def people(self, chain: str) -> dict[str, dict[str, str]]:
        """Names by participant id."""
        rows = self.connection.execute("select id, name from people where chain = ?", (chain,))
        return {identity: {"name": name} for identity, name in rows}

    def chains(self) -> list[tuple[str, str]]:
        """(id, name) of every chain, oldest first."""
        return self.connection.execute("select id, name from chains order by made, id").fetchall()

    def doors(self) -> list[tuple[str, str, str]]:
        """(code, chain, meeting) of every meeting that has a code."""
        return self.connection.execute("select code, chain, meeting from doors").fetchall()

    def salts(self, chain: str) -> dict[str, bytes]:
        """The salt of each weighing step that is not closed for good."""
        return dict(self.connection.execute("select step, salt from salts where chain = ?", (chain,)).fetchall())

    def settings(self) -> dict[str, str]:
        """All settings by name."""
        return dict(self.connection.execute("select name, value from settings").fetchall())

    def counts(self) -> dict[str, int]:
        """Number of events, for the health page and the benches."""
        return {"events": self.connection.execute("select count(*) from events").fetchone()[0]}

    @staticmethod
    def version_note() -> str:
        """The SQLite version, with a remark when it is older than the repaired ones."""
        note = "" if sqlite3.sqlite_version_info >= FIXED else ", ouder dan 3.51.3; met één verbinding is dat veilig"
        return f"SQLite {sqlite3.sqlite_version}{note}"

    def close(self) -> None:
        """Put everything in the one file and let go of the folder."""
        self.connection.execute("pragma wal_checkpoint(truncate)")
        self.connection.close()
        self.lock.close()


def take(lock: Any, path: Path) -> None:
    """Hold the folder's lock, or say who has it."""
    try:
        if sys.platform == "win32":
            import msvcrt

            lock.seek(0)
            msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        lock.close()
        raise LedgerBusy(
            f"Ketentafel draait al met de map {path}. Gebruik dat venster, of kies een andere map met --data."
        ) from None
    if sys.platform != "win32":
        lock.seek(0)
        lock.truncate()
        lock.write(str(os.getpid()))
        lock.flush()


def taken(path: Path) -> str:
    """What to say when another process has this folder; "" when nobody has it."""
    try:
        with open(path / "slot", "r+") as lock:
            take(lock, path)
    except LedgerBusy as busy:
        return str(busy)
    except OSError:
        return ""
    return ""
