"""Two moments of one map: what is new, what went, what got firmer, and what was missing and is there now."""

from __future__ import annotations

from typing import Any

from facilitator.chain.model import Chain, Entity
from facilitator.chain.network.guests import Register
from facilitator.chain.network.links import GOOD, IMPROVE, Network, pair_of
from facilitator.chain.network.table import Guest

Snapshot = dict[str, Any]  # {"guests": [[id, name, sort, outside]], "links": [[a, b, state, mark]]}
WEAK, FIRM, WANTED = 1, 2, 0  # states of a link that is drawn


def snapshot(map: Network) -> Snapshot:
    """What is kept of a map when a meeting ends: no persons, only organisations and what is drawn between them."""
    drawn = [link for link in map.links.values() if link.drawn]
    return {
        "guests": [[guest.id, guest.name, guest.sort, guest.outside] for guest in map.guests],
        "links": [[link.a, link.b, state(link.there, link.firm), link.mark] for link in drawn],
    }


def without(moment: Snapshot, gone: set[str]) -> Snapshot:
    """A snapshot in which these never were; itself when they are not in it."""
    guests = [guest for guest in moment["guests"] if guest[0] not in gone]
    return {"guests": guests, "links": [link for link in moment["links"] if gone.isdisjoint(link[:2])]}


def state(there: bool, firm: bool) -> int:
    return WANTED if not there else FIRM if firm else WEAK


def changes(before: Snapshot, after: Snapshot) -> dict[str, Any]:
    """What happened between two snapshots of which the ids mean the same; guests as names, links as pairs of names."""
    names = {guest[0]: guest[1] for guest in (*before["guests"], *after["guests"])}
    then, now = ({(one[0], one[1]): one for one in moment["links"]} for moment in (before, after))
    was, here = ({guest[0] for guest in moment["guests"] if not guest[3]} for moment in (before, after))
    there = {guest[0] for guest in after["guests"]}
    place = {guest[0]: number for number, guest in enumerate([*after["guests"], *before["guests"]][::-1])}

    def called(pairs: Any) -> list[list[str]]:
        """As they stand on the map, the first one first."""
        return [[names[one] for one in sorted(pair, key=place.__getitem__, reverse=True)] for pair in pairs]

    def reached(found: dict[tuple[str, str], list[Any]], pair: tuple[str, str]) -> bool:
        return pair in found and found[pair][2] != WANTED

    def became(place: int, first: Any, last: Any) -> list[list[str]]:
        """The links that are there in both, and of which this went from the one to the other."""
        both = (pair for pair in now if reached(now, pair) and reached(then, pair))
        return called(pair for pair in both if (then[pair][place], now[pair][place]) == (first, last))

    wanted = {pair for pair in then if not reached(then, pair)}
    return {
        "came": sorted(names[one] for one in here - was),
        "away": sorted(names[one] for one in was - here if one in there),
        "left": sorted(names[one] for one in was - there),
        "closed": called(pair for pair in now if reached(now, pair) and pair in wanted),
        "new": called(pair for pair in now if reached(now, pair) and pair not in then),
        "firmer": became(2, WEAK, FIRM),
        "weaker": became(2, FIRM, WEAK),
        "better": became(3, IMPROVE, GOOD),
        "worse": became(3, GOOD, IMPROVE),
        "gone": called(pair for pair in then if reached(then, pair) and not reached(now, pair)),
        "wanted": called(pair for pair in now if not reached(now, pair) and pair not in then),
        "dropped": called(pair for pair in then if pair in wanted and pair not in now),
    }


def between(chain: Chain, before: Snapshot, after: Snapshot) -> dict[str, Any]:
    """The changes between two moments of this keten, told with what is known today of who is who."""
    register = Register(chain)
    return changes(followed(before, register), followed(after, register))


def followed(moment: Snapshot, register: Register) -> Snapshot:
    """A snapshot with the ids of today: a name that was only said may be listed by now, and two may be one."""
    led = {one[0]: led_to(register, one[0], one[1]) for one in moment["guests"]}
    guests: dict[str, list[Any]] = {}
    for identity, name, sort, outside in moment["guests"]:
        known = guests.setdefault(led[identity], [led[identity], name, sort, outside])
        known[3] = known[3] and outside
        if identity == led[identity]:
            known[1:3] = name, sort
    links: dict[tuple[str, str], list[Any]] = {}
    for a, b, state, mark in moment["links"]:
        pair = pair_of(led.get(a, a), led.get(b, b))
        if pair[0] != pair[1] and (pair not in links or links[pair][2] < state):
            links[pair] = [*pair, state, mark]
    return {"guests": list(guests.values()), "links": list(links.values())}


def led_to(register: Register, identity: str, name: str) -> str:
    """The id of today for one of then."""
    return register.of_id(identity) if identity in register.listed else register.of_name(name) or identity


def earlier(chain: Chain, meeting: str) -> list[Entity]:
    """The snapshots that this meeting can be compared with: those that other meetings left, the first one first."""
    return [one for one in chain.of_type("snapshot") if one["meeting"] != meeting]


def seen(moment: Snapshot) -> list[Guest]:
    """The guests of a snapshot, to be drawn again."""
    return [Guest(*guest) for guest in moment["guests"]]
