"""Who is on the map: every organisation of the keten, and those that were only named.

A name that nobody is listed under gets an id made of its spelling (w...), so that the wider ring is there before
anybody types a list, and becomes the organisation itself as soon as one of that name joins. Two that turn out to be
one are tied by an alias; nothing is rewritten, so that it can be taken apart again.
"""

from __future__ import annotations

from collections.abc import Iterable

from facilitator.chain import discreet
from facilitator.chain.model import Chain, Entity
from facilitator.chain.network import names
from facilitator.chain.network.table import Guest
from facilitator.chain.people import SORTS, guess_sort, meant, plain, present, tied, wider

LONGEST = 120  # characters of a name
MOST = 200  # names that are put beside each other: all pairs of more would hold up the room


class Register:
    """Every name and id of a keten, led to the one guest that it means."""

    def __init__(self, chain: Chain) -> None:
        self.chain = chain
        self.listed = {one["id"]: one for one in chain.of_type("organisation") if not one.get("gone")}
        self.by_name = {plain(one["name"]): one["id"] for one in self.listed.values()}
        self.same = tied(chain)
        self.named: dict[str, str] = {}  # id of the wider ring -> the name as first spelt
        self.order = {meeting: place for place, meeting in enumerate(chain.by_type.get("meeting", ()))}
        self.left = {key: self.order.get(one["left"], 0) for key, one in self.listed.items() if one.get("left")}

    def of_name(self, name: str) -> str:
        """The guest of this name; "" when there is nothing in it."""
        bare = plain(name)
        if not bare:
            return ""
        found = self.by_name.get(bare)
        if found is None:
            found = wider(name)
            self.named.setdefault(found, " ".join(name.split())[:LONGEST])
        return self.of_id(found)

    def of_id(self, identity: str) -> str:
        """The guest that this id means, through aliases; one of the wider ring may be listed by now."""
        return meant(self.same, identity)

    def knows(self, identity: str) -> bool:
        return identity in self.listed or identity in self.named

    def stale(self, identity: str, told: Entity) -> bool:
        """True for what was told of an organisation before it left the keten."""
        return identity in self.left and self.order.get(told["meeting"], 0) <= self.left[identity]

    def back(self) -> set[str]:
        """Who left, and sat at the table again in a later meeting."""
        seats = ((self.of_id(one.get("organisation", "")), one) for one in self.chain.of_type("participant"))
        return {identity for identity, one in seats if identity in self.left and not self.stale(identity, one)}

    def guests(self, meeting: str, wanted: Iterable[str]) -> list[Guest]:
        """All that are listed and did not leave, and those wanted; by sort, within it in the order they came."""
        wanted = list(wanted)
        away = self.left.keys() - self.back() - set(wanted)
        seated = {self.of_id(one.get("organisation", "")) for one in present(self.chain, meeting)}
        found: dict[str, Guest] = {}
        for identity, one in self.listed.items():
            if self.of_id(identity) == identity and identity not in away:
                spot = one.get("spot")
                found[identity] = Guest(
                    identity, discreet.drawn(one["name"]), one["sort"], identity not in seated, spot
                )
        for identity in wanted:
            if identity not in found and identity in self.named:
                name = discreet.drawn(self.named[identity])
                found[identity] = Guest(identity, name, guess_sort(name), True)
        order = {identity: place for place, identity in enumerate(found)}
        return sorted(found.values(), key=lambda one: (SORTS.index(one.sort), order[one.id]))


def alike(register: Register, guests: list[Guest]) -> list[tuple[str, str]]:
    """Pairs that may be one ("Wijkteam", "Wijkteam Overschie"): (the one that would go, the one that would stay).

    Who is listed stays, then the longer name.

    Not those of which the facilitator said that they are two.
    """
    apart = {frozenset((one["one"], one["means"])) for one in register.chain.of_type("alias") if one["gone"] is True}
    found, guests = [], guests[:MOST]
    for number, one in enumerate(guests):
        for other in guests[number + 1 :]:
            if names.same(one.name, other.name) and frozenset((one.id, other.id)) not in apart:
                first, stays = sorted((one, other), key=lambda it: (it.id[0] != "w", len(names.words_of(it.name))))
                found.append((first.id, stays.id))
    return found
