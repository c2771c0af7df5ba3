"""What phones said of the network map, as it was accepted; its check: each line stands in the annex of the report."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from facilitator.chain.network.guests import wider
from facilitator.chain.network.links import NONE, YES
from facilitator.chain.people import plain

Body = dict[str, Any]
COLUMNS = 4  # of the table of lines


@dataclass
class Mapped:
    """The last word of everybody on each name; what was said on behalf of others is known by its id alone."""

    said: dict[tuple[str | int, str], tuple[str, str]] = field(default_factory=dict)
    merged: set[str] = field(default_factory=set)  # ids of names that turned out to be another's
    none: set[frozenset[str]] = field(default_factory=set)  # pairs that the facilitator took off the map

    def on_network_say(self, who: str | int, body: Body, ids: list[str]) -> None:
        if "organisation" not in body:
            self.said[who, plain(body["name"])] = body["name"], body.get("says", YES)

    def on_network_same(self, who: str | int, body: Body, ids: list[str]) -> None:
        self.merged |= {body["one"], body["into"]}

    def on_network_mark(self, who: str | int, body: Body, ids: list[str]) -> None:
        pair = frozenset((body["a"], body["b"]))
        (self.none.add if body["mark"] == NONE else self.none.discard)(pair)

    def lost(self, rows: list[list[str]], organisations: dict[str | int, str]) -> list[str]:
        """Lines that somebody named and that are in no row; as many may be gone as the facilitator took off."""
        there = {frozenset((plain(row[0]), plain(row[1]))) for row in rows if len(row) == COLUMNS}
        missing = {}
        for (who, bare), (name, says) in self.said.items():
            own = organisations.get(who, "")
            pair = frozenset((plain(own), bare))
            if says == YES and own and wider(name) not in self.merged and pair not in there:
                missing[pair] = f"De lijn tussen '{own}' en '{name}' staat niet in het verslag."
        return list(missing.values()) if len(missing) > len(self.none) else []
