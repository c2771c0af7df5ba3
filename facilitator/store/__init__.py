"""The ledger: one SQLite file, one connection, one append-only table of events, and people beside it."""

from facilitator.store.ledger import Ledger, LedgerBusy, LedgerFault, taken

__all__ = ["Ledger", "LedgerBusy", "LedgerFault", "taken"]
