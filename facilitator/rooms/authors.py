"""Whose phone wrote what, as far as phones told us: in memory only, never written down (D9)."""

from __future__ import annotations

import hashlib
import hmac

from facilitator.chain.command import PARTICIPANT, Command, Seat, op_of
from facilitator.chain.model import Chain


class Authors:
    """`proofs`: by seat, what shows which notes are its own (op -> cid). `writers`: op or key -> seat."""

    def __init__(self) -> None:
        self.proofs: dict[str, dict[str, str]] = {}
        self.writers: dict[str, str] = {}

    def recognise(self, command: Command) -> None:
        """Remember, for as long as the house runs, whose phone sent this."""
        if command.seat.role == PARTICIPANT and command.seat.id:
            self.proofs.setdefault(command.seat.id, {})[command.op] = command.cid
            self.writers[command.op] = command.seat.id
            if "key" in command.given:
                self.writers[command.given["key"]] = command.seat.id

    def prove(self, seat: Seat, proofs: list[str], salts: dict[str, bytes]) -> dict[str, str]:
        """A phone shows the cids of its own notes; those that were not known yet (op -> cid)."""
        fresh = {op_of(cid): cid for cid in proofs if op_of(cid) not in self.writers}
        self.proofs.setdefault(seat.id, {}).update(fresh)
        self.writers.update(dict.fromkeys(fresh, seat.id))
        self.writers.update((key_of(salt, seat.id), seat.id) for salt in salts.values())
        return fresh

    def owner(self, chain: Chain, identity: str) -> str:
        """The seat that made an entity, as far as known."""
        entity = chain.entities.get(identity)
        if entity is None:
            return ""
        if entity["type"] == "participant":
            return identity
        return entity.get("author") or self.writers.get(entity.get("proof") or entity.get("key") or "", "")

    def forget_keys(self, chain: Chain, steps: list[str]) -> None:
        """Whose ballots these are was known while the house ran: not any more."""
        for step in steps:
            for entity in chain.in_step(step):
                self.writers.pop(entity.get("key") or "", None)


def key_of(salt: bytes, seat: str) -> str:
    """The key of a seat in a weighing step."""
    return hmac.new(salt, seat.encode(), hashlib.sha256).hexdigest()[:20]
