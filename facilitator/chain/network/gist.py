"""What the map says in words: who is alone, what is missing, what only one side sees, who would be missed most."""

from __future__ import annotations

from typing import Any

from facilitator.chain.network.guests import MOST
from facilitator.chain.network.links import IMPROVE, MISSING, Link, Network
from facilitator.chain.people import SORTS

OTHER = SORTS[-1]


def gist(map: Network) -> dict[str, Any]:
    """The facts beside the map, as ids: the pages and the report put them into words."""
    links = [link for link in map.links.values() if link.there]
    place = {guest.id: number for number, guest in enumerate(map.guests)}

    def pair(link: Link) -> list[str]:
        return sorted((link.a, link.b), key=place.__getitem__)

    table = [guest.id for guest in map.guests if not guest.outside]
    found = {
        "there": len(links),
        "firm": sum(link.firm for link in links),
        "looked": sum(not link.asks for link in links),
        "missing": sum(link.mark == MISSING for link in map.links.values()),
        "improve": sum(link.mark == IMPROVE for link in map.links.values()),
        "alone": [one for one in table if not any(one in (link.a, link.b) for link in links)],
        "absent": [sort for sort in SORTS if sort != OTHER and all(guest.sort != sort for guest in map.guests)],
        "outside": [guest.id for guest in map.guests if guest.outside],
        "onesided": [pair(link) for link in links if not link.firm],
        "reached": [pair(link) for link in map.links.values() if link.mark == MISSING and link.said],
        "torn": [pair(link) for link in map.links.values() if link.torn],
        "denied": [
            [who, link.b if who == link.a else link.a] for link in map.links.values() for who in sorted(link.denied)
        ],
        "over": max(0, len(map.guests) - MOST),
        "unchecked": [one for one in table if any(one in link.asks for link in links)],
    }
    missed = most_missed(map, links)
    return found | ({"missed": missed} if missed else {})


def most_missed(map: Network, links: list[Link]) -> dict[str, Any]:
    """The guest without whom most others would have no link at all, or would lose sight of most; nothing when none."""
    best: tuple[int, int, str] | None = None
    stranded: dict[str, list[str]] = {}
    near: dict[str, set[str]] = {}
    for link in links:
        near.setdefault(link.a, set()).add(link.b)
        near.setdefault(link.b, set()).add(link.a)
    for one, others in near.items():
        stranded[one] = [other for other in sorted(others) if near[other] == {one}]
        rank = (len(stranded[one]), len(others), one)
        if len(others) > 2 and (best is None or rank > best):
            best = rank
    if best is None:
        return {}
    return {"guest": best[2], "links": best[1], "alone": stranded[best[2]]}
